import type { Bundle, TransparencyLogEntry } from "@sigstore/bundle";
import type { RFC3161Timestamp } from "@sigstore/core";
import type { TrustedLog } from "../trust/trusted-root.ts";
import { logsOf } from "./log-entry.ts";
import { parseTimestamp } from "./timestamp.ts";

/** When something was signed, and who says so. */
export interface SignatureTime {
  readonly at: Date;
  readonly source: "transparency log" | "timestamp authority";
}

/** Where a log entry stands. */
export interface LogReference {
  /** The log's URL in the trusted root; the id of its key in hex where it is not there. */
  readonly log: string;
  /** Decimal. */
  readonly index: string;
}

/** @throws VerificationError `untrusted-timestamp` for one that is malformed. */
export function timestampsOf(bundle: Bundle): readonly RFC3161Timestamp[] {
  const data = bundle.verificationMaterial.timestampVerificationData;
  return (data?.rfc3161Timestamps ?? []).map((entry) => parseTimestamp(entry.signedTimestamp));
}

/** An entry gives a time only with its log's promise: nothing else signs it. */
export function timesOf(
  timestamps: readonly RFC3161Timestamp[],
  entries: readonly TransparencyLogEntry[],
): readonly SignatureTime[] {
  return [
    ...timestamps.map((timestamp) => ({
      at: timestamp.signingTime,
      source: "timestamp authority" as const,
    })),
    ...entries
      .filter((entry) => entry.inclusionPromise !== undefined)
      .map((entry) => ({
        at: new Date(Number(entry.integratedTime) * 1000),
        source: "transparency log" as const,
      })),
  ];
}

export const OUTLIVED = "the certificate was not valid at the time of the signature";

/** Whether a witness gives a time at which the certificate was not valid: what it testified to came too late. */
export function outlives(
  timestamps: readonly RFC3161Timestamp[],
  entries: readonly TransparencyLogEntry[],
  { notBefore, notAfter }: { readonly notBefore: Date; readonly notAfter: Date },
): boolean {
  return timesOf(timestamps, entries).some(({ at }) => at < notBefore || at > notAfter);
}

export function referenceOf(
  entry: TransparencyLogEntry,
  logs: readonly TrustedLog[],
): LogReference {
  const [log] = logsOf(entry, logs);
  return { log: log?.baseUrl ?? entry.logId.keyId.toString("hex"), index: entry.logIndex };
}
