import type { EcosystemSupport } from "../support.ts";

export const support: EcosystemSupport = {
  composer: {
    versions: "Composer 1 and 2",
    edges: "all",
    direct: "manifest",
    scopes: "reachability",
    hashes: "some",
    licenses: true,
    lines: true,
    notes: [
      "Names that a package provides or replaces lead to that package.",
      "packagist.org has no checksums for archives of GitHub: there the commit is the only evidence.",
    ],
  },
};
