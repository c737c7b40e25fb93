import {
  ACT_INPUTS,
  ACTION_INPUTS,
  type ActResult,
  COMMON_OUTPUTS,
  defineCommand,
  type InputValues,
} from "@assay/core";
import { RECORDS_OUTPUT } from "../act/outputs.ts";

import { tufHosts } from "../services/hosts.ts";
import { CLAIM_INPUTS } from "./claim-inputs.ts";
import { keysOf } from "./keys-of.ts";
import type { VerifyRunOptions } from "./options.ts";
import { VERIFY_RULES } from "./rules.ts";

export const VERIFY_INPUTS = {
  ...ACT_INPUTS,
  ...ACTION_INPUTS,
  files: {
    type: "list",
    default: [],
    required: true,
    configKey: "verify.files",
    description:
      "The files to verify: globs (`*` within a folder, `**` across) and paths; a folder stands for all files in it. `!` in front excludes.",
  },
  policy: {
    type: "path",
    host: "cli",
    outside: true,
    configKey: "verify.policy",
    description:
      "A file in YAML or JSON that says who may sign what: signers by name, and rules by path or release (`docs/verify.md`). A file that no rule is for fails. Takes the place of `key`, of the identity and of all that is asked of attestations.",
  },
  bundle: {
    type: "path",
    outside: true,
    description:
      "The bundle of all files, such as an attestation that names many; in one that ends in `.jsonl` each line is a bundle. Where it is not given, `<file>.sigstore.json` and `<file>.sigstore` are read, then `<file>.<kind>.sigstore.json` and `.jsonl`: the first that holds verifies the file.",
  },
  key: {
    type: "list",
    default: [],
    orOne: true,
    configKey: "verify.key",
    description:
      "The public key that must have signed: a path, `env://NAME` or PEM text. Of several keys any one may have.",
  },
  "revoked-key": {
    type: "list",
    default: [],
    configKey: "verify.revoked-key",
    loosened: "removed",
    description:
      "SHA-256 of keys whose signatures are refused, whenever they were made; `assay key inspect` prints it.",
  },
  "certificate-identity": {
    type: "string",
    configKey: "verify.certificate-identity",
    description:
      "The identity that must have signed, exactly: an e-mail address, or a workflow such as `https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1.0.0`.",
  },
  "certificate-identity-pattern": {
    type: "string",
    configKey: "verify.certificate-identity-pattern",
    description:
      "A pattern for the whole identity: `*` stands for any characters but `/` and `@`, `**` for any. In it and in the inputs below, `{tag}`, `{repository}` and `{workflow}` stand for what the run or `tag` and `source` say, never for what a bundle says.",
  },
  "certificate-identity-regexp": {
    type: "string",
    configKey: "verify.certificate-identity-regexp",
    description:
      "A regular expression for the whole identity. It is anchored at both ends; escape its dots.",
  },
  "certificate-oidc-issuer": {
    type: "string",
    configKey: "verify.certificate-oidc-issuer",
    description:
      "The issuer of that identity, exactly: `https://token.actions.githubusercontent.com` for GitHub Actions. `none` for a certificate of a CA of your own in `trusted-root`: it must name no issuer, and no SCT is asked for.",
  },
  ...CLAIM_INPUTS,
  "predicate-type": {
    type: "list",
    default: [],
    configKey: "verify.predicate-type",
    loosened: "added",
    description:
      "What kind of attestation is asked for, any of these: a full type, or `provenance`, `spdx`, `cyclonedx`, `openvex`, `vuln`, `test-result`, `scai`, `link` or `release` for all versions of one. A plain signature is then not enough.",
  },
  source: {
    type: "string",
    configKey: "verify.source",
    description:
      "The repository that provenance must name as source, and the certificate too: `github.com/owner/name`. A plain signature is then not enough.",
  },
  tag: {
    type: "string",
    description:
      "The tag that `{tag}` stands for; by default that of the run. Together with `source` or `builder`, or where nothing holds `{tag}`, provenance and certificate must be of it.",
  },
  builder: {
    type: "string",
    configKey: "verify.builder",
    description:
      "The workflow that provenance must name as builder, and the certificate too: its URL, exactly, or without `@` and ref for any ref.",
  },
  "min-signatures": {
    type: "integer",
    default: 1,
    minimum: 1,
    maximum: 32,
    configKey: "verify.min-signatures",
    loosened: "lower",
    description: "How many different identities or keys must have signed each file.",
  },
  "trusted-root": {
    type: "path",
    outside: true,
    configKey: "verify.trusted-root",
    description:
      "The Sigstore trusted root that certificates, logs and timestamps must lead to: needed for identities. With a key it makes log entries and timestamps count.",
  },
  // The archive of the actions has no room for it.
  "tuf-url": {
    type: "string",
    host: "cli",
    configKey: "verify.tuf-url",
    description:
      "Where the trusted root is kept up to date, in place of the file `trusted-root`: `public` (Sigstore's public instance) or `github` (GitHub's own), whose first roots are built in; a TUF repository with `tuf-root`; or the URL of a trusted root itself, which ends in .json. It is asked once a day; what it said last is kept outside of the checkout, and used with `--offline` and where it fails, with its age told.",
  },
  "tuf-root": {
    type: "path",
    host: "cli",
    outside: true,
    configKey: "verify.tuf-root",
    description:
      "The first root of that repository, which has to come from somebody you trust: everything newer is verified from there.",
  },
  "trust-max-age": {
    type: "integer",
    host: "cli",
    minimum: 0,
    maximum: 3650,
    configKey: "verify.trust-max-age",
    description:
      "How many days ago `tuf-url` must at least have been asked with success; a trusted root that is older is an error, also with `--offline`. Where it is not given, any age is told and used.",
  },
  "bundle-suffix": {
    type: "string",
    default: ".sigstore.json",
    configKey: "verify.bundle-suffix",
    description: "What is added to a file's name for the bundle beside it.",
  },
  "require-log": {
    type: "boolean",
    configKey: "verify.require-log",
    description:
      "Whether a transparency log entry is demanded; where this is not given, it is where `trusted-root` names a log. `false` lets key-signed bundles go without; certificates never do.",
  },
} as const;

/** What a run is given, under the names that code has for it. */
export function verifyOptions(inputs: InputValues<typeof VERIFY_INPUTS>): VerifyRunOptions {
  const keys = keysOf(inputs.key);
  return {
    files: inputs.files,
    policy: inputs.policy,
    bundle: inputs.bundle,
    bundleSuffix: inputs["bundle-suffix"],
    key: keys[0],
    otherKeys: keys.slice(1),
    revokedKeys: inputs["revoked-key"],
    certificateIdentity: inputs["certificate-identity"],
    certificateIdentityPattern: inputs["certificate-identity-regexp"],
    certificateIdentityWildcard: inputs["certificate-identity-pattern"],
    certificateOidcIssuer: inputs["certificate-oidc-issuer"],
    claims: Object.fromEntries(
      (Object.keys(CLAIM_INPUTS) as (keyof typeof CLAIM_INPUTS)[]).flatMap((name) => {
        const value = inputs[name];
        return value === undefined ? [] : [[name.slice("certificate-".length), value]];
      }),
    ),
    predicateTypes: inputs["predicate-type"],
    source: inputs.source,
    tag: inputs.tag,
    builder: inputs.builder,
    minSignatures: inputs["min-signatures"],
    trustedRoot: inputs["trusted-root"],
    tufUrl: inputs["tuf-url"],
    tufRoot: inputs["tuf-root"],
    trustMaxAge: inputs["trust-max-age"],
    requireLog: inputs["require-log"],
  };
}

/** `assay verify`: files against the bundles beside them. Touches the network for a TUF repository alone. */
export const verifyCommand = defineCommand({
  name: "verify",
  kind: "act",
  label: "Verification",
  title: "Verify who signed files",
  description:
    "Verifies every file that a list of globs names against the Sigstore bundle beside it: signature, certificate, log entry, timestamp, and that exactly the expected key or identity signed. Reads the bundles of cosign, sigstore-python, slsa-github-generator, npm, PyPI and gh. Works offline, but for the TUF repository that it may be given.",
  inputs: VERIFY_INPUTS,
  outputs: {
    ...COMMON_OUTPUTS,
    "verified-count": { description: "Files that were verified." },
    "failed-count": { description: "What was to be verified and was not." },
    records: RECORDS_OUTPUT,
  },
  permissions: [{ scope: "contents", level: "read", reason: "to read the repository" }],
  rules: VERIFY_RULES,
  config: {
    description: "Which files are verified, and who must have signed them.",
    example: `files:
  - "release/*.tar.gz"
certificate-identity: https://github.com/acme/app/.github/workflows/release.yml@refs/heads/main
certificate-oidc-issuer: https://token.actions.githubusercontent.com
trusted-root: security/trusted_root.json
`,
  },
  positional: { input: "files", term: "<file>..." },
  hosts: (inputs) => tufHosts(inputs["tuf-url"]),
  run: async (context, inputs) => {
    const { runVerify } = await import("./run-verify.ts");
    return verifyOutcome(await runVerify(context, verifyOptions(inputs)));
  },
});

/** What a verdict is to a workflow. */
export function verifyOutcome(result: ActResult) {
  const { records, failures } = result;
  return {
    results: [],
    acts: [result],
    outputs: {
      "verified-count": records.length,
      "failed-count": failures.length,
      records: JSON.stringify(records),
    },
  };
}
