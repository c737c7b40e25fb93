import type { ProjectFiles } from "../lockfiles/projects.ts";

/** The index under a name of its own: Poetry then reads its pages, which mirrors have, and not its JSON. */
const POETRY = `[tool.poetry]
package-mode = false
[[tool.poetry.source]]
name = "pages"
url = "https://pypi.org/simple/"
`;

const project = (rest: string, python = ">=3.9,<4.0") =>
  `[project]\nname = "App.One"\nversion = "0.1.0"\nrequires-python = "${python}"\n${rest}\n${POETRY}`;

/** What every tool that reads `pyproject.toml` can lock. */
export const COMMON: Readonly<Record<string, ProjectFiles>> = {
  "extras, groups and markers": {
    "pyproject.toml":
      project(`dependencies = ["requests[socks]==2.32.5", "Flask==3.1.2", "colorama==0.4.6; sys_platform == 'win32'"]
[project.optional-dependencies]
yaml = ["PyYAML==6.0.3"]
all = ["zope.interface==8.0.1", "ruamel.yaml==0.18.16"]
[dependency-groups]
dev = ["httpx[http2]==0.28.1", { include-group = "test" }]
test = ["pytest==8.4.2"]`),
  },
  "a large tree with circles and extras of extras": {
    "pyproject.toml": project(
      `dependencies = ["uvicorn[standard]==0.35.0", "celery[redis]==5.5.3", "boto3==1.40.1", "sphinx==8.1.3"]`,
      ">=3.10,<3.13",
    ),
  },
  "archives by their URLs": {
    "pyproject.toml": project(
      `dependencies = ["six @ https://files.pythonhosted.org/packages/b7/ce/149a00dd41f10bc29e5921b496af8b574d8413afcd5e30dfa0ed46c2cc5e/six-1.17.0-py2.py3-none-any.whl", "python-dateutil==2.9.0.post0"]`,
    ),
  },
  "only development": {
    "pyproject.toml": project(`dependencies = []
[dependency-groups]
lint = ["mypy==1.17.1"]
docs = ["mkdocs==1.6.1"]`),
  },
};

/** What one resolution for all environments has. */
export const UNIVERSAL: Readonly<Record<string, ProjectFiles>> = {
  "two versions of one package": {
    "pyproject.toml": project(`dependencies = [
  "urllib3==2.2.3; python_version < '3.10'",
  "urllib3==2.5.0; python_version >= '3.10'",
  "requests==2.32.5",
  "click==8.1.8; sys_platform == 'win32'",
  "click==8.1.7; sys_platform != 'win32'",
  "black==25.1.0",
]`),
  },
  "a very large tree": {
    "pyproject.toml": project(
      `dependencies = ["apache-airflow-core==3.0.6", "jupyterlab==4.4.5"]`,
      ">=3.10,<3.13",
    ),
  },
};

/** What PDM locks for one version of Python after the other. */
export const TARGETS: ProjectFiles = {
  "pyproject.toml": project(`dependencies = [
  "urllib3==2.2.3; python_version < '3.10'",
  "urllib3==2.5.0; python_version >= '3.10'",
  "requests==2.32.5",
  "click==8.1.8; python_version < '3.10'",
  "click==8.1.7; python_version >= '3.10'",
  "black==25.1.0",
]`),
};

/** What only uv has. */
export const UV: Readonly<Record<string, ProjectFiles>> = {
  "conflicting extras and forks": {
    "pyproject.toml": `[project]
name = "rootp"
version = "0.1.0"
requires-python = ">=3.9"
dependencies = ["requests[socks]==2.32.5; python_version >= '3.10'", "requests==2.32.3; python_version < '3.10'"]
[project.optional-dependencies]
a = ["idna==3.4"]
b = ["idna==3.7", "anyio==4.9.0"]
[dependency-groups]
old = ["click==8.0.4"]
new = ["click==8.1.8"]
[tool.uv]
conflicts = [[{ extra = "a" }, { extra = "b" }], [{ group = "old" }, { group = "new" }]]
`,
  },
  "a workspace with members that need each other": {
    "pyproject.toml": `[project]
name = "root"
version = "1.0"
requires-python = ">=3.10"
dependencies = ["member-a[x]", "near"]
[tool.uv.workspace]
members = ["packages/*"]
[tool.uv.sources]
member-a = { workspace = true }
near = { path = "near" }
`,
    "packages/a/pyproject.toml": `[project]
name = "Member_A"
version = "1.1"
requires-python = ">=3.10"
dependencies = ["member.b"]
[project.optional-dependencies]
x = ["idna==3.10"]
[dependency-groups]
dev = ["six==1.17.0"]
[tool.uv.sources]
"member.b" = { workspace = true }
`,
    "packages/b/pyproject.toml": `[project]
name = "member-b"
version = "1.2"
requires-python = ">=3.10"
dependencies = ["anyio==4.9.0"]
`,
    "near/pyproject.toml": `[project]
name = "near"
version = "2.0"
requires-python = ">=3.10"
dependencies = ["certifi==2025.8.3"]
`,
  },
};

/** Lists of requirements, each with what is compiled from it. */
export const REQUIREMENTS: Readonly<Record<string, string>> = {
  "extras and markers":
    "requests[socks]==2.32.5\nFlask==3.1.2\ncolorama==0.4.6; sys_platform == 'win32'\n",
  "a large tree": "uvicorn[standard]==0.35.0\ncelery[redis]==5.5.3\nboto3==1.40.1\nsphinx==8.1.3\n",
  "names in other spellings": "zope.interface==8.0.1\nruamel.yaml==0.18.16\nPyYAML==6.0.3\n",
  "an archive by its URL":
    "six @ https://files.pythonhosted.org/packages/b7/ce/149a00dd41f10bc29e5921b496af8b574d8413afcd5e30dfa0ed46c2cc5e/six-1.17.0-py2.py3-none-any.whl\npython-dateutil==2.9.0.post0\n",
  "one package": "idna==3.10\n",
};
