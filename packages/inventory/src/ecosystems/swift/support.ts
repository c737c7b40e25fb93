import type { EcosystemSupport } from "../support.ts";

export const support: EcosystemSupport = {
  swift: {
    files: ["Package.resolved", ".package.resolved"],
    versions: "1, 2 and 3; a later one is read and said to be incomplete",
    edges: "none",
    direct: "unknown",
    scopes: "unknown",
    hashes: "none",
    licenses: false,
    lines: true,
    notes: [
      "Of a package and of Xcode's projects and workspaces. `Package.swift` is code and is not run.",
      "Packages are pinned to a commit; one that follows a branch has no version. The file does not say which registry a package of a registry is from: it has no purl.",
    ],
  },
};
