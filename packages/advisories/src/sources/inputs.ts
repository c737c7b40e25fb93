import type { InputSpecs, Options } from "@assay/core";

/** Where OSV publishes one archive an ecosystem, and its API. */
export const BUCKET_URL = "https://osv-vulnerabilities.storage.googleapis.com/";
export const API_URL = "https://api.osv.dev/";

/** Where advisories come from: the same inputs for every command that reads them. */
export const ADVISORY_INPUTS = {
  "advisory-source": {
    type: "choice",
    choices: ["auto", "bucket", "snapshot", "api"],
    default: "auto",
    configKey: "advisories.source",
    description:
      "Where advisories come from. `bucket`: OSV's archives of the ecosystems that are found, kept in `advisory-store`; nothing about the packages leaves the machine. `snapshot`: the file or folder that `snapshot` names. `api`: asks api.osv.dev for each package and so discloses the names of your public packages to it. `auto`: the snapshot where one is given, else the bucket; offline, the store as it is.",
  },
  snapshot: {
    type: "path",
    outside: true,
    configKey: "advisories.snapshot",
    description:
      "A file that `assay advisories build` made, or a folder of such files or of OSV's archives (`npm.zip` or `npm/all.zip`).",
  },
  "snapshot-key": {
    type: "string",
    configKey: "advisories.snapshot-key",
    description:
      "The public key that must have signed the snapshot: a path, `env://NAME` or PEM text.",
  },
  "snapshot-identity": {
    type: "string",
    configKey: "advisories.snapshot-identity",
    description: "The identity that must have signed the snapshot, exactly.",
  },
  "snapshot-oidc-issuer": {
    type: "string",
    configKey: "advisories.snapshot-oidc-issuer",
    description: "The issuer of that identity, exactly.",
  },
  "snapshot-trusted-root": {
    type: "path",
    outside: true,
    configKey: "advisories.snapshot-trusted-root",
    description: "The Sigstore trusted root for `snapshot-identity`.",
  },
  "require-signed-snapshot": {
    type: "boolean",
    default: false,
    configKey: "advisories.require-signed-snapshot",
    loosened: "off",
    description:
      "Whether a snapshot without a valid signature is refused. It always is where `snapshot-key` or `snapshot-identity` is given.",
  },
  "max-age": {
    type: "string",
    default: "7d",
    configKey: "advisories.max-age",
    description:
      "The age from which the data is too old for a run to pass: hours, days or weeks such as `24h`, `7d`, `2w`, or `none`.",
  },
  "advisory-store": {
    type: "path",
    outside: true,
    environment: "ASSAY_ADVISORY_STORE",
    description:
      "The folder that keeps what was fetched, for `actions/cache` to save and restore. Where it is not given: `assay/advisories` below `RUNNER_TOOL_CACHE`, else below the user's cache folder.",
  },
  "advisory-url": {
    type: "string",
    configKey: "advisories.url",
    description: `The address of a mirror: of the bucket (${BUCKET_URL}), or with \`api\` of ${API_URL}.`,
  },
} as const satisfies InputSpecs;

export type AdvisoryOptions = Options<typeof ADVISORY_INPUTS>;

/** The section `advisories` of the config file, which every command that reads them has in common. */
export const ADVISORY_SECTION = {
  name: "advisories",
  inputs: ADVISORY_INPUTS,
  rules: {},
  config: {
    description: "Where advisories come from, and how old they may be.",
    example: "source: bucket\nmax-age: 7d\n",
  },
};
