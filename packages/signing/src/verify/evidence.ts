import type { ActRecord } from "@assay/core";

/** A bundle that a verdict rests on. */
export interface Evidence {
  readonly place: string;
  /** Of its bytes as they lie there, in hex. */
  readonly sha256: string;
  readonly verified: { readonly predicateType?: string | undefined };
}

/** What each record rests on, for whoever vouches for it: the record itself names one bundle. */
export const EVIDENCE = new WeakMap<ActRecord, readonly Evidence[]>();
