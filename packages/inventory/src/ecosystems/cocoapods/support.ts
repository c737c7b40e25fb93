import type { EcosystemSupport } from "../support.ts";

export const support: EcosystemSupport = {
  cocoapods: {
    versions: "every version of CocoaPods",
    edges: "all",
    direct: "lockfile",
    scopes: "unknown",
    hashes: "none",
    licenses: false,
    lines: true,
    notes: [
      "Subspecs are parts of their pod. For which target a pod is does not stand in the file: every pod counts as needed at run time.",
      "`SPEC CHECKSUMS` are of podspecs and not of sources: they are not given out as hashes.",
      "A pod by `:path` is the project's own where its podspec is in the tree; otherwise, and by `:podspec`, it has no purl, for the registry's pod of that name may be another.",
      "`PODFILE CHECKSUM` says whether the Podfile was changed since.",
    ],
  },
  carthage: {
    edges: "some",
    direct: "manifest",
    scopes: "manifest",
    hashes: "none",
    licenses: false,
    lines: true,
    notes: [
      "Edges are known from the project to what its `Cartfile` and `Cartfile.private` ask for.",
    ],
  },
};
