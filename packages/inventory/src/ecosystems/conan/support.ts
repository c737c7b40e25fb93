import type { EcosystemSupport } from "../support.ts";

export const support: EcosystemSupport = {
  conan: {
    versions: "0.1 to 0.4 (Conan 1) and 0.5 (Conan 2); another one is not read",
    edges: "some",
    direct: "manifest",
    scopes: "lockfile",
    hashes: "none",
    licenses: false,
    lines: true,
    notes: [
      "Lockfiles of Conan 1 state every edge; those of Conan 2 are lists: edges are those of `conanfile.txt`, and unknown where the project has a `conanfile.py`, which is code.",
      "What is needed to build (`build_requires`, `python_requires`, `config_requires`) counts as for development.",
      "The revision of a recipe is in its purl (`rrev`); no archive has a checksum in the lockfile.",
    ],
  },
};
