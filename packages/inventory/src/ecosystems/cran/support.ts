import type { EcosystemSupport } from "../support.ts";

export const support: EcosystemSupport = {
  renv: {
    versions: "with `Requirements` (before renv 1.1), and with the fields of `DESCRIPTION`",
    edges: "all",
    direct: "unknown",
    scopes: "unknown",
    hashes: "none",
    licenses: true,
    lines: true,
    notes: [
      "The oldest lockfiles have no `Requirements`: there edges are unknown.",
      "What the project itself uses stands in its code: nobody says which packages are direct; `DESCRIPTION` is compared with the lockfile where there is one.",
      "Packages that come with R itself (`base`, `stats`, …) are left out.",
      "Packages of GitHub have a purl of GitHub with their commit, those of Bioconductor one of CRAN with its `repository_url`.",
      "`Hash` is one of a package's fields and of no archive.",
    ],
  },
};
