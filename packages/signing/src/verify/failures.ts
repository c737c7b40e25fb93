import { type ActFailure, asKnownError } from "@assay/core";
import { VERIFICATION_CODES, VerificationError } from "@assay/sigstore";
import type { Targets } from "../targets/find-targets.ts";
import { REMEDIATION } from "./remediation.ts";
import type { VerifyRuleId } from "./rules.ts";

/** Why one bundle of a file does not verify it. */
export interface Attempt {
  readonly bundle: string;
  readonly error: unknown;
}

interface Compared {
  readonly expected?: string | undefined;
  readonly found?: string | undefined;
}

/** Nothing lies where a file's bundle should. */
export function noBundle(path: string, expected: string): ActFailure {
  const detail = { expected, found: "nothing" };
  return failure("verify.no-bundle", path, "there is no bundle", detail);
}

/** No rule of the policy is for the file: it should not be there, or the policy lacks a rule. */
export function noPolicyRule(path: string, policy: string): ActFailure {
  return failure("verify.no-policy-rule", path, `no rule of ${policy} is for it`);
}

/** A rule of the policy asks for what the file's signatures don't have. */
export function unmetRequirement(
  path: string,
  rule: string,
  unmet: string,
  attempts: readonly Attempt[],
): ActFailure {
  const reported = failure("verify.policy-requirement", path, `${rule} requires ${unmet}`);
  return { ...reported, evidence: tried(attempts) };
}

/** Whoever wrote the policy did not mean it for today. */
export function expiredPolicy(path: string, day: string): ActFailure {
  return failure("verify.policy-expired", path, `the policy expired after ${day}`);
}

/** Some signed as they should, and not enough of them. */
export function tooFewSigners(
  path: string,
  wanted: number,
  signers: readonly string[],
  attempts: readonly Attempt[],
): ActFailure {
  const detail = { expected: `${wanted} different ones`, found: signers.join(", ") };
  const reported = failure("verify.too-few-signers", path, "too few signed it", detail);
  return { ...reported, evidence: [...(reported.evidence ?? []), ...tried(attempts)] };
}

/**
 * Why a file is not verified, by the bundle that came furthest; where several were tried, each is named.
 *
 * @throws what is a fault of the program and of no file.
 */
export function failureOf(path: string, attempts: readonly Attempt[]): ActFailure {
  const [furthest] = [...attempts].sort((a, b) => progress(b.error) - progress(a.error));
  const reported = failureFor(path, furthest?.error);
  if (attempts.length < 2) return reported;
  return { ...reported, evidence: [...(reported.evidence ?? []), ...tried(attempts)] };
}

function tried(attempts: readonly Attempt[]) {
  return attempts.map(({ bundle, error }) => ({
    label: bundle,
    value: error instanceof Error ? error.message : "unreadable",
  }));
}

/** The codes stand in the order of the checks: a later one is nearer to a signature that holds. */
function progress(error: unknown): number {
  return error instanceof VerificationError ? VERIFICATION_CODES.indexOf(error.code) : -1;
}

function failureFor(path: string, error: unknown): ActFailure {
  if (error instanceof VerificationError) {
    return failure(`verify.${error.code}`, path, error.message, error);
  }
  const isFileError = error instanceof Error && "code" in error && "syscall" in error;
  const known = asKnownError(error);
  if (known.kind === "internal" && !isFileError) throw known;
  const reason = isFileError ? `it can't be read (${String(error.code)})` : known.message;
  return failure("verify.unreadable", path, reason);
}

function failure(
  ruleId: VerifyRuleId,
  item: string,
  reason: string,
  { expected, found }: Compared = {},
  kind: ActFailure["kind"] = "policy",
): ActFailure {
  const pair = [
    ...(expected === undefined ? [] : [{ label: "Expected", value: expected }]),
    ...(found === undefined ? [] : [{ label: "Found", value: found }]),
  ];
  // Two digests side by side are for machines: the evidence has them.
  const shown = ruleId === "verify.digest-mismatch" ? [] : pair;
  const compared = shown.map(({ label, value }) => `${label.toLowerCase()} ${value}`).join(", ");
  const message = `${item} is not verified: ${reason}${compared === "" ? "" : ` (${compared})`}`;
  return {
    item,
    ruleId,
    kind,
    message: message.replace(/\s+/g, " "),
    hint: REMEDIATION[ruleId],
    // Patterns and folders are no files.
    ...(ruleId === "verify.nothing-to-verify" ? {} : { location: { path: item } }),
    ...(pair.length === 0 ? {} : { evidence: pair }),
  };
}

/** Patterns and folders that named nothing, and what a pattern hit that can't be verified. */
export function missingFailures(targets: Targets): readonly ActFailure[] {
  const items = [
    ...targets.unmatched,
    ...targets.unreadable.map(({ path, reason }) => ({
      item: path === "" ? "." : path,
      reason: `the folder can't be listed: ${reason}`,
    })),
  ];
  const none = targets.files.length + targets.skipped.length + items.length === 0;
  const nothing = [{ item: "files", reason: "all are excluded or bundles" }];
  return [
    ...(none ? nothing : items).map(({ item, reason }) =>
      failure("verify.nothing-to-verify", item, reason, {}, "usage"),
    ),
    ...targets.skipped.map(({ item, reason }) => failure("verify.unreadable", item, reason)),
  ];
}
