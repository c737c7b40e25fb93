import type { EcosystemSupport, FormatSupport } from "../support.ts";

const COMMON = { hashes: "all", licenses: false, lines: true } as const;
const LOCKED: FormatSupport = {
  ...COMMON,
  edges: "all",
  direct: "manifest",
  scopes: "reachability",
};

export const support: EcosystemSupport = {
  uv: {
    files: ["uv.lock", "*.py.lock"],
    ...LOCKED,
    versions: "version 1 with every revision; another version is incomplete",
    direct: "lockfile",
    notes: ["Locks of scripts (`*.py.lock`) too."],
  },
  poetry: {
    ...LOCKED,
    versions: "1.0 to 2.x; another one is incomplete",
    notes: [
      "Two versions of one package are told apart by their markers, where these exclude each other.",
    ],
  },
  pdm: { ...LOCKED, versions: "4.x; another one is incomplete" },
  pylock: {
    files: ["pylock.toml", "pylock.*.toml"],
    ...LOCKED,
    versions: "1.x; another one is incomplete",
    edges: "some",
    direct: "unknown",
    scopes: "lockfile",
    notes: [
      "Edges are known where the tool that wrote the file states the dependencies of every package.",
    ],
  },
  pipenv: {
    ...LOCKED,
    versions: "pipfile-spec 6; another one is incomplete",
    edges: "some",
    scopes: "lockfile",
    notes: [
      "Edges are known from the project to what its Pipfile asks for; the file names none between packages.",
    ],
  },
  requirements: {
    files: ["*requirements*.txt", "requirements/*.txt"],
    ...COMMON,
    edges: "some",
    direct: "manifest",
    scopes: "unknown",
    hashes: "some",
    notes: [
      "Edges are known where pip-compile or uv wrote `# via` comments to every package.",
      "`-r` and `-c` are followed inside of the repository. What is not pinned to one version has none, and the file is incomplete.",
    ],
  },
};
