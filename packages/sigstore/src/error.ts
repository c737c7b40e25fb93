/** What a bundle can fail on, in the order of the checks. The set is closed: a caller may switch over it. */
export const VERIFICATION_CODES = [
  "unreadable",
  "malformed-bundle",
  "wrong-key-material",
  "untrusted-timestamp",
  "untrusted-certificate",
  "log-entry-invalid",
  "invalid-signature",
  "digest-mismatch",
  "identity-mismatch",
  "revoked-key",
  "statement-mismatch",
] as const;

export type VerificationCode = (typeof VERIFICATION_CODES)[number];

/** A bundle that does not hold for an artifact. `message` is a clause; `expected` and `found` are for people. */
export class VerificationError extends Error {
  readonly code: VerificationCode;
  readonly expected: string | undefined;
  readonly found: string | undefined;

  constructor(
    code: VerificationCode,
    message: string,
    detail: { readonly expected?: string; readonly found?: string; readonly cause?: unknown } = {},
  ) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.name = "VerificationError";
    this.code = code;
    this.expected = detail.expected;
    this.found = detail.found;
  }
}

/** @param problem A clause about the entry: "it is for another signer". */
export function logEntryInvalid(
  problem: string,
  expected: string,
  found: string,
): VerificationError {
  return new VerificationError("log-entry-invalid", `the log entry does not hold: ${problem}`, {
    expected,
    found,
  });
}
