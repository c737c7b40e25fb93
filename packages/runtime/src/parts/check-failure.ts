import type { KnownError } from "@assay/core";

/** A check that threw. */
export interface CheckFailure {
  readonly check: string;
  readonly title: string;
  readonly error: KnownError;
  /** Stands before the message: under which settings it threw. */
  readonly note?: string;
}
