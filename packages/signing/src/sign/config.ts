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
