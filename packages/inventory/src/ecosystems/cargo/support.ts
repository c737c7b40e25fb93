import type { EcosystemSupport } from "../support.ts";

export const support: EcosystemSupport = {
  "cargo-lock": {
    versions: "1 to 4; another one is incomplete",
    edges: "all",
    direct: "lockfile",
    scopes: "reachability",
    hashes: "all",
    licenses: false,
    lines: true,
    notes: [
      "Kinds, platforms and features of dependencies are known as far as manifests are in the tree: those of the workspace, and of vendored crates.",
    ],
  },
};
