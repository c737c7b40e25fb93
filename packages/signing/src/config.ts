import type { ConfigSection } from "@assay/core";
import { z } from "zod";

const text = z.string().trim().min(1);

/** The config section `sign`. Secrets (password, token) have no place in a file and are inputs only. */
export const signSection: ConfigSection = {
  key: "sign",
  description: "Which files are signed, with what, and which services witness it.",
  schema: z.strictObject({
    files: z.array(text).optional().describe("Globs and paths of the files to sign."),
    key: text
      .optional()
      .describe("The private key: a path or `env://NAME`. Without it files are signed keyless."),
    "oidc-audience": text.optional().describe("The audience of the identity token."),
    "fulcio-url": text.optional().describe("The certificate authority."),
    "rekor-url": z.array(text).optional().describe("The transparency logs."),
    "rekor-version": z.int().min(1).max(2).optional().describe("The API version of `rekor-url`."),
    "tsa-url": text.optional().describe("The complete URL of an RFC 3161 timestamp authority."),
    "signing-config": text
      .optional()
      .describe("A Sigstore signing config v0.2, instead of the URLs."),
    "trusted-root": text
      .optional()
      .describe("A Sigstore trusted root: new bundles are verified against it."),
    "bundle-suffix": text.optional().describe("What is added to a file's name for its bundle."),
    "allow-public-log": z
      .boolean()
      .optional()
      .describe("Write to a public log although the repository is not known to be public."),
  }),
  example: `files:
  - "release/*.tar.gz"
  - "release/*.whl"
# A key of your own; leave it out to sign as the workflow itself.
key: env://SIGNING_KEY
`,
};

/** The config section `verify`. */
export const verifySection: ConfigSection = {
  key: "verify",
  description: "Which files are verified, and who must have signed them.",
  schema: z.strictObject({
    files: z.array(text).optional().describe("Globs and paths of the files to verify."),
    key: text
      .optional()
      .describe("The public key that must have signed: a path, `env://NAME` or PEM text."),
    "certificate-identity": text
      .optional()
      .describe("The identity that must have signed, exactly."),
    "certificate-identity-regexp": text
      .optional()
      .describe("A regular expression for the whole identity; it is anchored at both ends."),
    "certificate-oidc-issuer": text.optional().describe("The issuer of that identity, exactly."),
    "trusted-root": text
      .optional()
      .describe("The Sigstore trusted root that certificates, logs and timestamps must lead to."),
    "bundle-suffix": text.optional().describe("What is added to a file's name for its bundle."),
    "require-log": z
      .boolean()
      .optional()
      .describe("Demand a transparency log entry of key-signed bundles too."),
  }),
  example: `files:
  - "release/*.tar.gz"
certificate-identity: https://github.com/acme/app/.github/workflows/release.yml@refs/heads/main
certificate-oidc-issuer: https://token.actions.githubusercontent.com
trusted-root: security/trusted_root.json
`,
};
