import type { EcosystemSupport } from "../support.ts";

export const support: EcosystemSupport = {
  bundler: {
    files: ["Gemfile.lock", "*.gemfile.lock", "gems.locked"],
    versions: "every version of Bundler",
    edges: "all",
    direct: "lockfile",
    scopes: "unknown",
    hashes: "some",
    licenses: false,
    lines: true,
    notes: [
      "Groups stand in the Gemfile, which is code and is not run: every gem counts as needed at run time.",
      "Checksums are there where Bundler 2.6 and later were asked to write them.",
    ],
  },
};
