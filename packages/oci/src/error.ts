import { type ErrorDetails, ExternalError } from "@assay/core";

/** Why a store can't say what is there. What is not there is no failure: see `ImageStore.manifest`. */
export type StoreFailure =
  /** No connection, a name that does not resolve, a time limit, 5xx. */
  | "unreachable"
  /** 401, and no credentials that were taken. */
  | "unauthorized"
  /** 403. */
  | "forbidden"
  /** 429. */
  | "rate-limited"
  /** Fewer bytes came than the descriptor says. */
  | "truncated"
  /** The bytes that came are not those of the digest, or more than the descriptor says. */
  | "digest-mismatch"
  /** A manifest that breaks its format or a limit. */
  | "malformed"
  /** Anything else. */
  | "failed";

/** A store that could not answer. Callers tell the causes apart by `failure`, people by the message. */
export class StoreError extends ExternalError {
  readonly failure: StoreFailure;

  constructor(failure: StoreFailure, message: string, details: ErrorDetails = {}) {
    super(message, details);
    this.failure = failure;
  }
}
