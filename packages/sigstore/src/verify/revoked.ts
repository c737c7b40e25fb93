import { createHash } from "node:crypto";
import { VerificationError } from "../error.ts";
import type { VerifyOptions } from "./policy.ts";

/** @throws VerificationError `revoked-key` where the key is revoked. */
export function refuseRevoked(spki: Uint8Array, options: VerifyOptions): void {
  refuseRevokedDigest(createHash("sha256").update(spki).digest(), options);
}

/** @throws VerificationError `revoked-key` where the key with this SHA-256 is revoked. */
export function refuseRevokedDigest(sha256: Buffer, { revokedKeys }: VerifyOptions): void {
  const found = sha256.toString("hex");
  if (revokedKeys?.has(found) !== true) return;
  throw new VerificationError("revoked-key", "it is signed with a revoked key", {
    expected: "a key that is in use",
    found: `SHA-256 ${found}`,
  });
}
