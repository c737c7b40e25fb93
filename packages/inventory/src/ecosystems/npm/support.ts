import type { EcosystemSupport, FormatSupport } from "../support.ts";

const COMMON = { edges: "all", direct: "lockfile", scopes: "reachability", lines: true } as const;

const YARN: FormatSupport = {
  ...COMMON,
  versions: "Yarn 1, and `__metadata` of versions 4 to 10 (Yarn 2 to 4)",
  direct: "manifest",
  hashes: "some",
  licenses: false,
  notes: [
    "Kinds of dependencies stand in the manifests of the workspace alone.",
    "Yarn 2 and later write a checksum of their own cache's archive, which is not the one that the registry has: it is not given out as a hash.",
    "Dependencies that Yarn itself adds to some packages are in no file; what they lead to is said to be needed by nobody that is known.",
  ],
};

export const support: EcosystemSupport = {
  "package-lock": {
    ...COMMON,
    versions: "1, 2 and 3; another one is incomplete",
    hashes: "all",
    licenses: true,
    notes: ["Version 1 has no licences."],
  },
  "pnpm-lock": {
    files: ["pnpm-lock.yaml", "pnpm-lock.*.yaml", "shrinkwrap.yaml"],
    ...COMMON,
    versions: "5, 6, 7 and 9 (pnpm 3 to 12), with several documents; another one is incomplete",
    hashes: "all",
    licenses: false,
    notes: ["The document that pins pnpm itself is a graph of its own, for development."],
  },
  "yarn-lock": YARN,
  "bun-lock": {
    ...COMMON,
    versions: "0, 1 and 2",
    hashes: "all",
    licenses: false,
    notes: ["`bun.lockb` is binary: it is reported, with the command that writes `bun.lock`."],
  },
};
