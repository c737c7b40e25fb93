import { createHash } from "node:crypto";
import type { ActSigner } from "@assay/core";
import type { ExpectedSigner } from "@assay/sigstore/keys";

/** Who signed, as records of acts say it. */
export function signerOf({ policy }: ExpectedSigner): ActSigner {
  if (policy.kind === "key")
    return { keySha256: createHash("sha256").update(policy.key.spki).digest("hex") };
  const { identity } = policy;
  return identity !== undefined && "subject" in identity
    ? { identity: identity.subject, issuer: identity.issuer }
    : {};
}
