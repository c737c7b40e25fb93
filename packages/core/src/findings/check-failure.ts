import type { KnownError } from "../platform/errors.ts";

/** A check that threw. */
export interface CheckFailure {
  readonly check: string;
  readonly title: string;
  readonly error: KnownError;
}
