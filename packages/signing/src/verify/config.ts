import type { ConfigSection } from "@assay/core";
import { z } from "zod";

const text = z.string().trim().min(1);

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
