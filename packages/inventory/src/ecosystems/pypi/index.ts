import type { Ecosystem, ManifestFormat } from "../ecosystem.ts";
import { readInstalledMetadata } from "./metadata.ts";
import { REQUIREMENTS_FILES } from "./requirements-files.ts";

const LOCK_ADVICE =
  "Commit a lockfile for it (`uv lock`, `poetry lock` or `pdm lock` writes one; `pip-compile` writes a requirements file).";

/** The rules of the manifests, loaded where there are any: they bring the TOML reader. */
const rules = () => import("./manifests.ts");

const MANIFESTS: readonly ManifestFormat[] = [
  {
    files: ["pyproject.toml"],
    asks: async (text) => (await rules()).pyprojectAsks(text),
    lockAdvice: LOCK_ADVICE,
  },
  {
    files: ["setup.cfg"],
    asks: async (text) => (await rules()).setupConfigAsks(text),
    lockAdvice: LOCK_ADVICE,
  },
  {
    files: ["setup.py"],
    asks: async (text) => (await rules()).setupScriptAsks(text),
    lockAdvice: LOCK_ADVICE,
  },
  {
    files: ["Pipfile"],
    asks: async (text) => (await rules()).pipfileAsks(text),
    lockAdvice: "Commit its `Pipfile.lock` (`pipenv lock` writes one).",
  },
  {
    files: [/requirements[^/]*\.in$/, /(?:^|\/)requirements\/[^/]+\.in$/],
    asks: (text) => /^[ \t]*[^#\s-]/m.test(text),
    lockAdvice: "Commit what it resolves to (`pip-compile` or `uv pip compile` writes it).",
  },
];

/** Packages of PyPI and of indexes like it, whichever tool installs them. */
export const pypi: Ecosystem = {
  id: "pypi",
  title: "Python",
  formats: [
    {
      id: "uv",
      title: "uv",
      files: ["uv.lock", /\.py\.lock$/],
      rewrite: (path) => {
        const script = /[^/]+\.py(?=\.lock$)/.exec(path)?.[0];
        return script === undefined ? "uv lock" : `uv lock --script ${script}`;
      },
      load: async () => (await import("./uv/read.ts")).readUvLock,
    },
    {
      id: "poetry",
      title: "Poetry",
      files: ["poetry.lock"],
      rewrite: "poetry lock",
      load: async () => (await import("./poetry/read.ts")).readPoetryLock,
    },
    {
      id: "pdm",
      title: "PDM",
      files: ["pdm.lock"],
      rewrite: "pdm lock",
      load: async () => (await import("./pdm/read.ts")).readPdmLock,
    },
    {
      id: "pylock",
      title: "pylock.toml",
      files: [/^pylock(\.[^.]+)?\.toml$/],
      load: async () => (await import("./pylock/read.ts")).readPylock,
    },
    {
      id: "pipenv",
      title: "Pipenv",
      files: ["Pipfile.lock"],
      rewrite: "pipenv lock",
      load: async () => (await import("./pipenv/read.ts")).readPipfileLock,
    },
    {
      id: "requirements",
      title: "pip requirements",
      files: REQUIREMENTS_FILES,
      rewrite: "pip-compile --generate-hashes",
      load: async () => (await import("./requirements/read.ts")).readRequirements,
    },
  ],
  manifests: MANIFESTS,
  installFolders: [".venv", "venv", "site-packages", "__pypackages__", ".tox", ".nox"],
  installed: {
    file: "METADATA",
    read: readInstalledMetadata,
    folders: [".venv", "venv", "__pypackages__"],
    caches: ({ VIRTUAL_ENV }) => [VIRTUAL_ENV],
    search: async () => (await import("./search.ts")).searchEnvironment,
  },
  registry: {
    host: "pypi.org",
    archives: ["files.pythonhosted.org", "pypi.org", "pypi.python.org"],
    load: async () => (await import("./registry.ts")).askPypi,
  },
  installAdvice:
    "Install the packages into `.venv` beside the lockfile (`uv sync`, `poetry install`, `python -m venv`)",
};
