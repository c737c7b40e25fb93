import type { EcosystemSupport } from "../support.ts";

export const support: EcosystemSupport = {
  "bazel-module": {
    versions: "all with `registryFileHashes` (11 and newer, Bazel 7.2) or `moduleDepGraph` (older)",
    edges: "some",
    direct: "manifest",
    scopes: "manifest",
    hashes: "some",
    licenses: false,
    lines: true,
    notes: [
      "Since version 11 the file is a list of what was fetched from registries: only what `MODULE.bazel` asks for itself is known, and no archive has a checksum in it.",
      "Modules that the root overrides by git, an archive or a folder are those that `MODULE.bazel` names.",
      "What module extensions fetch has lockfiles of its own (`maven_install.json`, `Cargo.lock`); archives that a `WORKSPACE` names are not read.",
    ],
  },
  "maven-install": {
    files: ["maven_install.json", "*_install.json"],
    versions: "2 and 3; another one is incomplete",
    edges: "all",
    direct: "lockfile",
    scopes: "unknown",
    hashes: "all",
    licenses: false,
    lines: true,
    notes: ["Version 2 does not name what the project asks for itself."],
  },
};
