import {
  ACT_INPUTS,
  ACTION_INPUTS,
  COMMON_OUTPUTS,
  defineCommand,
  type InputValues,
} from "@assay/core";
import { RECORDS_OUTPUT } from "../act/outputs.ts";
import { signingHosts } from "../services/hosts.ts";
import { SIGN_RULES } from "./rules.ts";

/** Where GitHub hands out OIDC tokens; with `id-token: write` only. */
const TOKEN_REQUEST_URL = "ACTIONS_ID_TOKEN_REQUEST_URL";

const INPUTS = {
  ...ACT_INPUTS,
  ...ACTION_INPUTS,
  files: {
    type: "list",
    default: [],
    required: true,
    configKey: "sign.files",
    description:
      "The files to sign: globs (`*` within a folder, `**` across) and paths. `!` in front excludes. Symbolic links are not followed.",
  },
  key: {
    type: "string",
    configKey: "sign.key",
    description:
      "The private key: a path or `env://NAME`. cosign's encrypted keys and plain PEM keys are read. Without it files are signed keyless, with a short-lived certificate for the identity of the run.",
  },
  "key-password": {
    type: "string",
    allowEmpty: true,
    secret: true,
    environment: "COSIGN_PASSWORD",
    description: "The password of an encrypted key.",
  },
  "identity-token": {
    type: "string",
    secret: true,
    environment: "SIGSTORE_ID_TOKEN",
    description:
      "An OIDC token to sign keyless with. Where it is not given, the CI's own is asked for; that needs `id-token: write`.",
  },
  "oidc-audience": {
    type: "string",
    default: "sigstore",
    configKey: "sign.oidc-audience",
    description: "The audience of the token that the CI is asked for.",
  },
  "fulcio-url": {
    type: "string",
    configKey: "sign.fulcio-url",
    description:
      "The certificate authority. Sigstore's public instance is used when no service is named at all.",
  },
  "rekor-url": {
    type: "list",
    default: [],
    configKey: "sign.rekor-url",
    description:
      "The transparency logs that each signature is written to. A key-signed file goes to none unless it is named here.",
  },
  "rekor-version": {
    type: "integer",
    default: 1,
    minimum: 1,
    maximum: 2,
    configKey: "sign.rekor-version",
    description: "The API version of the logs in `rekor-url`.",
  },
  "tsa-url": {
    type: "string",
    configKey: "sign.tsa-url",
    description:
      "The complete URL of an RFC 3161 timestamp authority. Keyless with a Rekor v2 log needs one.",
  },
  "signing-config": {
    type: "path",
    outside: true,
    configKey: "sign.signing-config",
    description:
      "A Sigstore signing config v0.2 that names the services, instead of the URLs above.",
  },
  "trusted-root": {
    type: "path",
    outside: true,
    configKey: "sign.trusted-root",
    description:
      "A Sigstore trusted root. With it every new bundle is verified whole, and files that have a valid one are skipped.",
  },
  "bundle-suffix": {
    type: "string",
    default: ".sigstore.json",
    configKey: "sign.bundle-suffix",
    description: "What is added to a file's name for the bundle beside it.",
  },
  "allow-public-log": {
    type: "boolean",
    default: false,
    configKey: "sign.allow-public-log",
    description:
      "Write to Sigstore's public log although the repository is private or its visibility unknown. Names of repository and workflow stand there for everyone, for ever.",
  },
  replace: {
    type: "boolean",
    default: false,
    configKey: "sign.replace",
    description:
      "Overwrite a bundle of another signer, or an attestation, where the new bundle belongs. A signer's own bundle is always replaced when it is stale.",
  },
} as const;

type Inputs = InputValues<typeof INPUTS>;

/** `assay sign`: one Sigstore bundle beside each file. */
export const signCommand = defineCommand({
  name: "sign",
  kind: "act",
  label: "Signing",
  title: "Sign files with a key or the identity of the run",
  description:
    "Signs every file that a list of globs names, and writes a Sigstore bundle beside each. cosign v3 and every other Sigstore client can verify them. Signs with cosign's keys or keyless: one certificate serves the whole batch. Each new bundle is verified before it is written.",
  branding: { icon: "edit-3", color: "purple" },
  inputs: INPUTS,
  outputs: {
    ...COMMON_OUTPUTS,
    "signed-count": { description: "Files that were signed in this run." },
    "kept-count": { description: "Files whose bundle was valid already and was kept." },
    "failed-count": { description: "What was to be signed and was not." },
    "bundle-paths": {
      description: "The new bundles, relative to the working directory, one a line.",
    },
    records: RECORDS_OUTPUT,
  },
  permissions: [
    { scope: "contents", level: "read", reason: "to read the repository" },
    {
      scope: "id-token",
      level: "write",
      reason: "to sign as the workflow itself; not needed with `key`",
      unless: "key",
    },
  ],
  rules: SIGN_RULES,
  config: {
    description: "Which files are signed, with what, and which services witness it.",
    example: `files:
  - "release/*.tar.gz"
  - "release/*.whl"
# A key of your own; leave it out to sign as the workflow itself.
key: env://SIGNING_KEY
`,
  },
  positional: { input: "files", term: "<file>..." },
  hosts: (inputs, { root, environment }) =>
    signingHosts({
      ...servicesOf(inputs),
      hasKey: inputs.key !== undefined,
      signingConfig: inputs["signing-config"],
      folder: root,
      tokenRequestUrl:
        inputs["identity-token"] === undefined ? environment[TOKEN_REQUEST_URL] : undefined,
    }),
  run: async (context, inputs) => {
    const { runSign } = await import("./run-sign.ts");
    const result = await runSign(context, {
      ...servicesOf(inputs),
      files: inputs.files,
      key: inputs.key,
      keyPassword: inputs["key-password"],
      identityToken: inputs["identity-token"],
      tokenRequestUrl: context.environment[TOKEN_REQUEST_URL],
      audience: inputs["oidc-audience"],
      signingConfig: inputs["signing-config"],
      trustedRoot: inputs["trusted-root"],
      bundleSuffix: inputs["bundle-suffix"],
      allowPublicLog: inputs["allow-public-log"],
      replace: inputs.replace,
    });
    const { records, failures } = result;
    const signed = records.filter(({ act }) => act === "signed");
    return {
      results: [],
      acts: [result],
      outputs: {
        "signed-count": signed.length,
        "kept-count": records.length - signed.length,
        "failed-count": failures.length,
        "bundle-paths": signed.map(({ product }) => product ?? "").join("\n"),
        records: JSON.stringify(records),
      },
    };
  },
});

function servicesOf(inputs: Inputs) {
  return {
    fulcioUrl: inputs["fulcio-url"],
    rekorUrls: inputs["rekor-url"],
    rekorVersion: inputs["rekor-version"] === 2 ? 2 : 1,
    tsaUrl: inputs["tsa-url"],
  } as const;
}
