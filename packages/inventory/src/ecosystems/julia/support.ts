import type { EcosystemSupport } from "../support.ts";

export const support: EcosystemSupport = {
  julia: {
    files: ["Manifest.toml", "Manifest-v*.toml", "JuliaManifest.toml"],
    versions:
      "1.0, 2.0 and 2.1; another minor one of these counts as known, another major one is not read",
    edges: "all",
    direct: "manifest",
    scopes: "reachability",
    hashes: "none",
    licenses: false,
    lines: true,
    notes: [
      "Roots are `Project.toml` and those of its workspace; what `test` is for is needed to test.",
      "Dependencies that are weak are optional where something else brings them.",
      "`git-tree-sha1` is the hash of a package's files, and of no archive.",
      "Libraries that come with Julia are components, often without a version.",
    ],
  },
};
