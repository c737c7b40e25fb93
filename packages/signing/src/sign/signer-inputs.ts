import type { CheckContext, InputSpecs, InputValues } from "@assay/core";
import { keyServiceHosts } from "@assay/sigstore/key-services";
import { signingHosts } from "../services/hosts.ts";
import type { SignerOptions } from "./options.ts";

/** Where GitHub hands out OIDC tokens; with `id-token: write` only. */
const TOKEN_REQUEST_URL = "ACTIONS_ID_TOKEN_REQUEST_URL";

/** Who signs and which services witness it: the same, from the same section of the config file, for everything that signs. */
export const SIGNER_INPUTS = {
  key: {
    type: "string",
    configKey: "sign.key",
    description:
      "The private key: a path, `env://NAME`, or a key in a service: `hashivault://NAME`, `openbao://NAME`, `awskms:///ALIAS-OR-ARN`, `gcpkms://projects/.../cryptoKeys/NAME`, `azurekms://VAULT-HOST/NAME`; without it files are signed keyless. The certificate is then a short-lived one for the identity of the run. Plain PEM keys and cosign's encrypted ones are read.",
  },
  "key-password": {
    type: "string",
    allowEmpty: true,
    secret: true,
    environment: "COSIGN_PASSWORD",
    description: "The password of an encrypted key.",
  },
  certificate: {
    type: "string",
    configKey: "sign.certificate",
    description:
      "The key's certificate in PEM, by a CA of your own; what issued it may follow. It stands in the bundles instead of the key.",
  },
  "identity-token": {
    type: "string",
    secret: true,
    environment: "SIGSTORE_ID_TOKEN",
    description:
      "An OIDC token to sign keyless with, instead of the CI's own. That one needs `id-token: write`.",
  },
  "identity-token-file": {
    type: "path",
    outside: true,
    description:
      "A file with such a token, instead: read again for each certificate, for whoever writes it may renew it.",
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
      "The certificate authority, by default Sigstore's public one. Public log and timestamp authority are used only where no service is named at all.",
  },
  "rekor-url": {
    type: "list",
    default: [],
    configKey: "sign.rekor-url",
    description:
      "The transparency logs that each signature is written to; with a key to none but these.",
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
      "The complete URL of an RFC 3161 timestamp authority; keyless with a Rekor v2 log needs one.",
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
      "A Sigstore trusted root: with it every new bundle is verified whole. Files that have a valid one are then skipped.",
  },
  "allow-public-log": {
    type: "boolean",
    default: false,
    configKey: "sign.allow-public-log",
    description:
      "Write to Sigstore's public log although the repository is private or its visibility unknown. Names of repository and workflow stand there for everyone, for ever.",
  },
} as const satisfies InputSpecs;

export const DRY_RUN = {
  type: "boolean",
  default: false,
  description: "Say what would be signed as whom and logged where, and open no socket.",
} as const;

type Inputs = InputValues<typeof SIGNER_INPUTS>;
type Run = Pick<CheckContext, "root" | "environment">;

export const ID_TOKEN = {
  scope: "id-token",
  level: "write",
  reason: "to sign as the workflow itself; not needed with `key`",
  unless: "key",
} as const;

export function signerOptions(inputs: Inputs, environment: Run["environment"]): SignerOptions {
  return {
    ...servicesOf(inputs),
    key: inputs.key,
    keyPassword: inputs["key-password"],
    certificate: inputs.certificate,
    identityToken: inputs["identity-token"],
    identityTokenFile: inputs["identity-token-file"],
    tokenRequestUrl: tokenRequestUrl(environment),
    audience: inputs["oidc-audience"],
    signingConfig: inputs["signing-config"],
    trustedRoot: inputs["trusted-root"],
    allowPublicLog: inputs["allow-public-log"],
  };
}

/**
 * The hosts of the services, and of the CI that hands out the token.
 *
 * @param tokens Whether a token is asked for with a key too.
 */
export function signerHosts(
  inputs: Inputs,
  { root, environment }: Run,
  tokens = false,
): readonly string[] {
  const services = signingHosts({
    ...servicesOf(inputs),
    hasKey: inputs.key !== undefined,
    needsToken: tokens || inputs.key === undefined,
    signingConfig: inputs["signing-config"],
    folder: root,
    tokenRequestUrl:
      inputs["identity-token"] === undefined && inputs["identity-token-file"] === undefined
        ? tokenRequestUrl(environment)
        : undefined,
  });
  return [...new Set([...services, ...keyServiceHosts(inputs.key ?? "", environment)])];
}

/** Where the CI hands out tokens: GitHub, else Buildkite's agent. */
function tokenRequestUrl(environment: Run["environment"]): string | undefined {
  const job = environment["BUILDKITE_JOB_ID"];
  if (environment[TOKEN_REQUEST_URL] || !job || !environment["BUILDKITE_AGENT_ACCESS_TOKEN"]) {
    return environment[TOKEN_REQUEST_URL];
  }
  const endpoint = environment["BUILDKITE_AGENT_ENDPOINT"] || "https://agent.buildkite.com/v3";
  return `${endpoint.replace(/\/+$/, "")}/jobs/${encodeURIComponent(job)}/oidc/tokens`;
}

function servicesOf(inputs: Inputs) {
  return {
    fulcioUrl: inputs["fulcio-url"],
    rekorUrls: inputs["rekor-url"],
    rekorVersion: inputs["rekor-version"] === 2 ? 2 : 1,
    tsaUrl: inputs["tsa-url"],
  } as const;
}
