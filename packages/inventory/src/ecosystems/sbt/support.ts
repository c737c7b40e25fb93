import type { EcosystemSupport } from "../support.ts";

export const support: EcosystemSupport = {
  sbt: {
    files: ["build.sbt.lock", "*.sbt.lock"],
    versions: "sbt-dependency-lock 1; another one is incomplete",
    edges: "none",
    direct: "unknown",
    scopes: "lockfile",
    hashes: "all",
    licenses: false,
    lines: true,
    notes: [
      "Hashes are SHA-1: the file has no others.",
      "`build.sbt` is code and is not run: who asks for what is not known.",
    ],
  },
};
