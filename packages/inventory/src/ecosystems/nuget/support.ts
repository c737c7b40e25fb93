import type { EcosystemSupport } from "../support.ts";

const COMMON = { licenses: false, lines: true, scopes: "reachability" } as const;

export const support: EcosystemSupport = {
  "nuget-lock": {
    files: ["packages.lock.json", "packages.*.lock.json"],
    ...COMMON,
    versions: "1, 2 and 3; another one is incomplete",
    edges: "all",
    direct: "lockfile",
    hashes: "none",
    notes: [
      "`contentHash` is of a package's content and not of its archive: it is not given out as a hash.",
    ],
  },
  "nuget-assets": {
    ...COMMON,
    versions: "3 and 4; another one is incomplete",
    edges: "all",
    direct: "lockfile",
    hashes: "none",
  },
  "nuget-config": {
    files: ["packages.config", "packages.*.config"],
    ...COMMON,
    edges: "none",
    direct: "unknown",
    scopes: "lockfile",
    hashes: "none",
  },
};
