import { UsageError } from "@assay/core";
import { VerificationError } from "../error.ts";
import type { CertificateIdentity } from "./certificate.ts";
import { type CertificateClaims, isTokenSubject } from "./certificate-claims.ts";
import { type IdentityPattern, refuseAnybody } from "./identity-wildcard.ts";

/** Whom a certificate must be for. Exactly one of `subject` and `pattern`. */
export interface IdentityPolicy {
  readonly issuer: string;
  readonly subject?: string;
  /** For a whole identity. */
  readonly pattern?: IdentityPattern;
  /** What its extensions must say beside that. */
  readonly claims?: CertificateClaims;
}

const MAX_PATTERN = 1000;
const MAX_SUBJECT = 2000;

/**
 * A pattern for a whole identity: it is anchored here, so that a prefix or suffix never passes by accident.
 *
 * @throws UsageError when it is no regular expression, or lets anybody through.
 */
export function identityPattern(source: string): RegExp {
  if (source.length > MAX_PATTERN) {
    throw new UsageError(`The identity pattern has more than ${MAX_PATTERN} characters`);
  }
  try {
    // Alone first: `a)|(?:b` is none, and would escape the anchors below.
    void new RegExp(source, "u");
    return refuseAnybody(new RegExp(`^(?:${source})$`, "u"));
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw new UsageError(`The identity pattern is no regular expression: ${source}`, {
      hint: "Escape dots and slashes, or give the exact identity.",
      cause,
    });
  }
}

/** @throws VerificationError `identity-mismatch` that names what was expected and what was found. */
export function checkIdentity(found: CertificateIdentity, policy: IdentityPolicy): void {
  if (found.issuer !== policy.issuer) {
    throw mismatch("the OIDC issuer is another one", policy.issuer, found.issuer);
  }
  const matches =
    policy.pattern === undefined
      ? found.subject === policy.subject || isTokenSubject(policy.subject ?? "", found.subject)
      : found.subject.length <= MAX_SUBJECT && policy.pattern.test(found.subject);
  if (matches) return;
  const expected = policy.pattern?.source ?? policy.subject ?? "";
  throw mismatch("the identity is another one", expected, found.subject);
}

function mismatch(message: string, expected: string, found: string): VerificationError {
  return new VerificationError("identity-mismatch", message, { expected, found });
}
