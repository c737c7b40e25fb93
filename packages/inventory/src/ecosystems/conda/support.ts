import type { EcosystemSupport } from "../support.ts";

const SHARED = [
  "Packages of PyPI that are installed among conda's are components of PyPI; what they ask for may be a package of conda.",
  "An edge or an archive that is not on every platform, or not in every environment, says so in its condition.",
];

export const support: EcosystemSupport = {
  "conda-lock": {
    files: ["conda-lock.yml", "*.conda-lock.yml"],
    versions: "1 and older; a later one is refused",
    edges: "all",
    direct: "manifest",
    scopes: "lockfile",
    hashes: "all",
    licenses: false,
    lines: true,
    notes: [
      ...SHARED,
      "What the project itself asks for is read from its sources in the form of `environment.yml`; with others it is not known.",
      "Categories that are called `dev`, `test`, `docs` and the like are for development, others but `main` are optional.",
    ],
  },
  pixi: {
    versions: "1 to 7; a later one is refused",
    edges: "all",
    direct: "manifest",
    scopes: "lockfile",
    hashes: "all",
    licenses: true,
    lines: true,
    notes: [
      ...SHARED,
      "Environments that are called `dev`, `test`, `docs` and the like are for development; others but `default` are optional, where `default` has packages.",
      "What a source package is built in is for its build; the lockfile does not say which of these packages it asks for itself.",
      "Where a feature takes over what a source package asks for (`dev`), what is direct is not known.",
    ],
  },
  "conda-explicit": {
    files: ["conda-linux-64.lock", "explicit*.txt", "spec-file.txt"],
    edges: "none",
    direct: "unknown",
    scopes: "unknown",
    hashes: "some",
    licenses: false,
    lines: true,
    notes: ["A list of archives: name, version and build are those of the file names."],
  },
};
