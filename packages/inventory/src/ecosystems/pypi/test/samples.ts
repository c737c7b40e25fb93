const SHA = "5e".repeat(32);

/** A small lockfile of one format. */
export interface Sample {
  readonly path: string;
  readonly text: string;
  /** How many entries a text of this format has. */
  entriesIn(text: string): number;
  /** Components that have no entry of their own. */
  readonly added: number;
}

const uv = `version = 1
revision = 3
requires-python = ">=3.9"

[manifest]
members = ["app", "lib"]

[[package]]
name = "app"
version = "1.0"
source = { editable = "." }
dependencies = [
    { name = "lib" },
    { name = "requests", extra = ["socks"] },
]

[package.dev-dependencies]
dev = [{ name = "idna", version = "3.7", source = { registry = "https://pypi.org/simple" } }]

[[package]]
name = "idna"
version = "3.4"
source = { registry = "https://pypi.org/simple" }
wheels = [
    { url = "https://files.pythonhosted.org/packages/idna-3.4-py3-none-any.whl", hash = "sha256:${SHA}", size = 1 },
]

[[package]]
name = "idna"
version = "3.7"
source = { registry = "https://pypi.org/simple" }
sdist = { url = "https://files.pythonhosted.org/packages/idna-3.7.tar.gz", hash = "sha256:${SHA}", size = 1 }

[[package]]
name = "lib"
version = "2.0"
source = { editable = "lib" }

[[package]]
name = "pysocks"
version = "1.7.1"
source = { git = "https://github.com/Anorov/PySocks?rev=main#${"c".repeat(40)}" }

[[package]]
name = "requests"
version = "2.32.0"
source = { registry = "https://pypi.org/simple" }
dependencies = [
    { name = "idna", version = "3.4", source = { registry = "https://pypi.org/simple" }, marker = "sys_platform == 'win32'" },
]

[package.optional-dependencies]
socks = [{ name = "pysocks" }]
`;

const poetry = `[[package]]
name = "idna"
version = "3.7"
optional = false
python-versions = ">=3.5"
groups = ["main"]
markers = "python_version >= \\"3.9\\""
files = [
    {file = "idna-3.7-py3-none-any.whl", hash = "sha256:${SHA}"},
]

[[package]]
name = "pysocks"
version = "1.7.1"
optional = false
groups = ["main"]
files = []

[[package]]
name = "requests"
version = "2.32.0"
optional = false
groups = ["main", "dev"]
files = []

[package.dependencies]
idna = ">=2.5,<4"
PySocks = {version = ">=1.5.6,!=1.5.7", optional = true, markers = "extra == \\"socks\\""}

[package.extras]
socks = ["PySocks (>=1.5.6,!=1.5.7)"]

[package.source]
type = "legacy"
url = "https://index.example/simple"
reference = "x"

[metadata]
lock-version = "2.1"
python-versions = ">=3.9"
content-hash = "${SHA}"
`;

const requirements = `# by the following command:
#
#    pip-compile requirements.in
#
-e ./lib
    # via -r requirements.in
idna==3.7 ; python_version >= "3.9" \\
    --hash=sha256:${SHA}
    # via requests
pysocks==1.7.1
    # via requests
requests[socks]==2.32.0
    # via -r requirements.in
`;

const pdm = `[metadata]
groups = ["default", "test"]
strategy = ["inherit_metadata"]
lock_version = "4.5.0"
content_hash = "sha256:${SHA}"

[[metadata.targets]]
requires_python = ">=3.9"

[[package]]
name = "httpx"
version = "0.28.1"
groups = ["default"]
dependencies = [
    "idna; python_version >= \\"3.9\\"",
]
files = [
    {file = "httpx-0.28.1.tar.gz", hash = "sha256:${SHA}"},
]

[[package]]
name = "idna"
version = "3.20"
groups = ["default"]
marker = "python_version >= \\"3.9\\""
`;

const pylock = `lock-version = "1.0"
created-by = "pip"
requires-python = ">=3.9"

[[packages]]
name = "idna"
version = "3.20"
marker = "python_version >= '3.9' or 'dev' in dependency_groups"
sdist = { url = "https://files.pythonhosted.org/packages/idna-3.20.tar.gz", hashes = { sha256 = "${SHA}" } }

[[packages]]
name = "pysocks"
vcs = { type = "git", url = "https://github.com/Anorov/PySocks", commit-id = "${"c".repeat(40)}" }

[[packages]]
name = "six"
version = "1.16.0"

[[packages.wheels]]
name = "six-1.16.0-py2.py3-none-any.whl"

[packages.wheels.hashes]
sha256 = "${SHA}"
`;

const pipenv = `{
    "_meta": {
        "hash": {"sha256": "${SHA}"},
        "pipfile-spec": 6,
        "requires": {},
        "sources": [{"name": "pypi", "url": "https://pypi.org/simple", "verify_ssl": true}]
    },
    "default": {
        "idna": {
            "hashes": ["sha256:${SHA}"],
            "markers": "python_version >= '3.9'",
            "version": "==3.20"
        }
    },
    "develop": {
        "six": {
            "hashes": ["sha256:${SHA}"],
            "index": "pypi",
            "version": "==1.16.0"
        }
    }
}
`;

const tables = (header: RegExp) => (text: string) => text.match(header)?.length ?? 0;

/** The same requirement twice is one. */
const requirementLines = (text: string) =>
  new Set(text.match(/^(?:[a-z][^\s#]*==|-e \.\/)[^\s#]*/gm)).size;

/** One version may have several entries, for different environments. */
const pylockEntries = (text: string) =>
  new Set(text.match(/^\[\[packages\]\]\nname = ".*"\n(?:version = ".*"\n)?/gm)).size;

/** Of what is no JSON nothing is read, and that is reported. */
const pipenvEntries = (text: string) => {
  try {
    const { _meta, ...categories } = JSON.parse(text);
    return Object.values(categories).flatMap((list) => Object.keys(Object(list))).length;
  } catch {
    return 0;
  }
};

export const SAMPLES: readonly Sample[] = [
  { path: "uv.lock", text: uv, entriesIn: tables(/^\[\[package\]\]/gm), added: 0 },
  { path: "poetry.lock", text: poetry, entriesIn: tables(/^\[\[package\]\]/gm), added: 0 },
  { path: "requirements.txt", text: requirements, entriesIn: requirementLines, added: 1 },
  { path: "pdm.lock", text: pdm, entriesIn: tables(/^\[\[package\]\]/gm), added: 0 },
  { path: "pylock.toml", text: pylock, entriesIn: pylockEntries, added: 0 },
  { path: "Pipfile.lock", text: pipenv, entriesIn: pipenvEntries, added: 0 },
];
