import type { TransparencyLogEntry } from "@sigstore/bundle";
import type { RFC3161Timestamp } from "@sigstore/core";
import { logEntryInvalid, VerificationError } from "../error.ts";
import { readLogBody, type Verifier } from "./log-body.ts";
import { checkVerifier } from "./log-entry.ts";
import type { SignatureContent } from "./signed-content.ts";

/**
 * Without a trusted root nobody can say who made a log entry or timestamp; but what it says must be about this very
 * signature. A bundle with entries of another one was put together by hand, and is refused.
 *
 * @throws VerificationError `log-entry-invalid` or `untrusted-timestamp`
 */
export function checkWithoutTrustedRoot(
  entries: readonly TransparencyLogEntry[],
  timestamps: readonly RFC3161Timestamp[],
  content: SignatureContent,
  verifier: Verifier,
): void {
  for (const entry of entries) {
    const body = readLogBody(entry);
    checkVerifier(body, verifier);
    if (!content.compareSignature(body.signature)) {
      throw logEntryInvalid("it is for another signature", "the bundle's own", "another");
    }
    const isSame =
      body.digestOf === "signed"
        ? content.compareSignedDigest(body.digest)
        : content.compareDigest(body.digest);
    if (!isSame) throw logEntryInvalid("it is for another content", "this one's digest", "another");
  }
  for (const timestamp of timestamps) {
    try {
      timestamp.tstInfo.verify(content.signature);
    } catch (cause) {
      throw new VerificationError(
        "untrusted-timestamp",
        "the signed timestamp is over another signature",
        { cause, expected: "the bundle's own", found: "another" },
      );
    }
  }
}
