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
      "`bucket`: OSV's archives of the ecosystems found, kept in `advisory-store`; tells nobody your packages. `snapshot`: the file or folder that `snapshot` names. `api`: api.osv.dev, which learns the name of every package whose lockfile names no private place. `auto`: the snapshot if given, else the bucket; offline, the store.",
  },
  snapshot: {
    type: "path",
    outside: true,
    configKey: "advisories.snapshot",
    environment: "ASSAY_ADVISORY_SNAPSHOT",
    description:
      "A file of `assay advisories build`, or a folder of such files or of OSV's archives (`npm.zip`, `npm/all.zip`).",
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
      "Refuse a snapshot without a valid signature; always so with `snapshot-key` or `snapshot-identity`.",
  },
  "max-age": {
    type: "string",
    default: "7d",
    configKey: "advisories.max-age",
    description: "The age from which data is too old to pass: `24h`, `7d`, `2w`, or `none`.",
  },
  "advisory-store": {
    type: "path",
    outside: true,
    environment: "ASSAY_ADVISORY_STORE",
    description:
      "The folder of fetched advisories, for `actions/cache`. By default `assay/advisories` below `RUNNER_TOOL_CACHE`, else the user's cache folder.",
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
