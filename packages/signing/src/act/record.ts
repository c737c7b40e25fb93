import { createHash } from "node:crypto";
import type { ActRecord, ActSigner } from "@assay/core";
import type { LogReference, PublicKey, SignatureTime } from "@assay/sigstore";

/** What is known of a signature. */
export interface SignatureFacts {
  readonly times: readonly SignatureTime[];
  readonly logEntries: readonly LogReference[];
  readonly notes: readonly string[];
}

export function keySigner({ spki }: PublicKey): ActSigner {
  return { keySha256: createHash("sha256").update(spki).digest("hex") };
}

/** @param digests By algorithm, such as `sha256`. */
export function recordOf(
  act: ActRecord["act"],
  name: string,
  digests: ReadonlyMap<string, Buffer>,
  signer: ActSigner,
  product: string,
  { times, logEntries, notes }: SignatureFacts,
): ActRecord {
  const [time] = times;
  return {
    act,
    subject: {
      name,
      digests: Object.fromEntries([...digests].map(([key, value]) => [key, value.toString("hex")])),
    },
    signer,
    ...(time === undefined ? {} : { time: { at: time.at.toISOString(), source: time.source } }),
    logEntries,
    product,
    ...(notes.length === 0 ? {} : { notes }),
  };
}
