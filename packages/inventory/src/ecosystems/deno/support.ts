import type { EcosystemSupport } from "../support.ts";

export const support: EcosystemSupport = {
  "deno-lock": {
    versions: "1 to 5; another one is not read",
    edges: "all",
    direct: "lockfile",
    scopes: "reachability",
    hashes: "some",
    licenses: false,
    lines: true,
    notes: [
      "Packages of npm have purls of npm. JSR has no purl type of its own: `pkg:generic` with `repository_url=https://jsr.io`.",
      "JSR's checksums are those of a version's list of files, not of an archive: they are left out.",
      "Files of other servers are components with their SHA-256 in a graph of their own: which of them imports which is not locked.",
      "What no manifest and no package of JSR asks for is asked for by code: it counts as the project's own.",
      "Deno does not tell packages for development apart: `package.json` does, and what only `deno.json` names is needed at run time.",
      "Optional dependencies and platforms stand in version 5 only; Deno locks no optional dependencies of the project's own `package.json`.",
    ],
  },
};
