import type { EcosystemSupport } from "../support.ts";

export const support: EcosystemSupport = {
  terraform: {
    edges: "all",
    direct: "lockfile",
    scopes: "lockfile",
    hashes: "some",
    licenses: false,
    lines: true,
    notes: [
      "Of Terraform and of OpenTofu. Providers need no others: every edge is the configuration's, or of one of its modules.",
      "`zh:` checksums are of the archives for several platforms, which the lockfile does not name; `h1:` ones are of no archive.",
      "Terraform does not lock modules, so modules that are downloaded are not known.",
      "A folder without a lockfile is reported where providers are asked for, a provider or backend is set up, and no other folder uses it as a module.",
      "No type of package URL is registered for providers: theirs is `generic`.",
    ],
  },
};
