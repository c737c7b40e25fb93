/** The rules that a bundle can break, in the order of the checks. */
export type VerifyRuleId =
  | "verify.nothing-to-verify"
  | "verify.unreadable"
  | "verify.no-bundle"
  | "verify.malformed-bundle"
  | "verify.wrong-key-material"
  | "verify.untrusted-timestamp"
  | "verify.untrusted-certificate"
  | "verify.log-entry-invalid"
  | "verify.invalid-signature"
  | "verify.digest-mismatch"
  | "verify.identity-mismatch";

/** A bundle that does not hold. Stays inside this package: a run turns it into a finding. */
export class Rejection extends Error {
  readonly ruleId: VerifyRuleId;
  readonly expected: string | undefined;
  readonly found: string | undefined;

  constructor(
    ruleId: VerifyRuleId,
    message: string,
    detail: { readonly expected?: string; readonly found?: string; readonly cause?: unknown } = {},
  ) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.name = "Rejection";
    this.ruleId = ruleId;
    this.expected = detail.expected;
    this.found = detail.found;
  }
}

/** @param problem A clause about the entry: "it is for another signer". */
export function logEntryInvalid(problem: string, expected: string, found: string): Rejection {
  return new Rejection("verify.log-entry-invalid", `the log entry does not hold: ${problem}`, {
    expected,
    found,
  });
}
