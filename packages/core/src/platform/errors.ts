import type { Location } from "../findings/finding.ts";

/**
 * The four kinds of error. Nothing else is thrown across a package border.
 *
 * | kind | meaning | exit code |
 * |---|---|---|
 * | `UsageError` | the user's input is wrong: names the key, what was found, what is allowed | 2 |
 * | `PolicyFailure` | the verdict: findings at or above the threshold | 1 |
 * | `ExternalError` | a service or tool failed: names which, and what to do | 3 |
 * | `InternalError` | a defect of Assay | 70 |
 */
export type ErrorKind = "usage" | "policy" | "external" | "internal";

export const EXIT_CODES = { pass: 0, policy: 1, usage: 2, external: 3, internal: 70 } as const;

export interface ErrorDetails {
  /** The next step, as one sentence that starts with a verb. */
  readonly hint?: string;
  /** Further problems of the same kind, one line each: all wrong inputs are told at once. */
  readonly problems?: readonly string[];
  /** Where the message or a problem is about, by its text, with the line of source to quote. */
  readonly places?: ReadonlyMap<string, Location>;
  readonly cause?: unknown;
}

/** Messages repeat what was found, and an input may be of any length. */
const MAX_MESSAGE = 2000;

function bounded(message: string): string {
  return message.length <= MAX_MESSAGE
    ? message
    : `${message.slice(0, MAX_MESSAGE).toWellFormed()}…`;
}

abstract class AssayError extends Error {
  abstract readonly kind: ErrorKind;
  readonly hint: string | undefined;
  readonly problems: readonly string[];
  readonly places: ReadonlyMap<string, Location>;

  constructor(message: string, details: ErrorDetails = {}) {
    super(bounded(message), details.cause === undefined ? undefined : { cause: details.cause });
    this.name = new.target.name;
    this.hint = details.hint;
    this.problems = (details.problems ?? []).map(bounded);
    this.places = details.places ?? new Map();
  }
}

export class UsageError extends AssayError {
  readonly kind = "usage";
}

export class PolicyFailure extends AssayError {
  readonly kind = "policy";
}

export class ExternalError extends AssayError {
  readonly kind = "external";
}

export class InternalError extends AssayError {
  readonly kind = "internal";
}

export type KnownError = UsageError | PolicyFailure | ExternalError | InternalError;

/** Turns anything thrown into one of the four kinds: what is not known is our own defect. */
export function asKnownError(thrown: unknown): KnownError {
  if (thrown instanceof AssayError) return thrown as KnownError;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new InternalError(message, {
    cause: thrown,
    hint: "Report this with the log of the failed run: it is a defect of Assay, not of your repository.",
  });
}

export function exitCodeOf(error: KnownError): number {
  return EXIT_CODES[error.kind];
}
