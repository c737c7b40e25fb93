import { X509Certificate as NodeCertificate } from "node:crypto";
import type { TransparencyLogEntry } from "@sigstore/bundle";
import type { RFC3161Timestamp, X509Certificate } from "@sigstore/core";
import { VerificationError as CoreError, type SignedEntity, Verifier } from "@sigstore/verify";
import { type VerificationCode, VerificationError } from "../error.ts";
import type { TrustedRoot } from "../trust/trusted-root.ts";
import { NO_ISSUER } from "./certificate.ts";
import { coreEntry } from "./log-entry.ts";
import type { SignerPolicy } from "./policy.ts";
import type { SignatureContent } from "./signed-content.ts";
import { OUTLIVED, outlives } from "./times.ts";
import { signersOf } from "./timestamp.ts";
import { trustMaterial } from "./trust-material.ts";

/** What a bundle holds, read. */
export interface BundleParts {
  readonly content: SignatureContent;
  readonly leaf: X509Certificate | undefined;
  readonly hint: string;
  readonly entries: readonly TransparencyLogEntry[];
  readonly timestamps: readonly RFC3161Timestamp[];
}

const NO_ROOT: TrustedRoot = {
  logs: [],
  certificateLogs: [],
  certificateAuthorities: [],
  timestampAuthorities: [],
};

/**
 * Times, certificate path, SCTs, log inclusion, log body and signature, by @sigstore/verify.
 *
 * @throws VerificationError
 */
export function runCore(parts: BundleParts, signer: SignerPolicy, needsLog: boolean): void {
  const root = signer.root ?? NO_ROOT;
  const key = signer.kind === "key" ? signer.key.key : undefined;
  const isKeyless = signer.kind === "certificate";
  const isOfOwnAuthority = isKeyless && signer.identity?.issuer === NO_ISSUER;
  try {
    const core = new Verifier(
      trustMaterial(root, signersOf(root.timestampAuthorities, parts.timestamps), key),
      {
        tlogThreshold: needsLog ? 1 : 0,
        ctlogThreshold: isKeyless && !isOfOwnAuthority && root.certificateLogs.length > 0 ? 1 : 0,
        timestampThreshold: isKeyless ? 1 : 0,
      },
    );
    core.verify(entity(parts, root));
  } catch (cause) {
    if (cause instanceof VerificationError) throw cause;
    throw translated(cause, parts, signer, root);
  }
}

function entity(
  { content, leaf, hint, entries, timestamps }: BundleParts,
  { logs }: TrustedRoot,
): SignedEntity {
  return {
    signature: content,
    key:
      leaf === undefined
        ? { $case: "public-key", hint }
        : { $case: "certificate", certificate: leaf },
    tlogEntries: entries.map((entry) => coreEntry(entry, logs)),
    timestamps: [
      ...timestamps.map((timestamp) => ({ $case: "timestamp-authority" as const, timestamp })),
      ...entries
        .filter((entry) => entry.inclusionPromise !== undefined)
        .map((tlogEntry) => ({ $case: "transparency-log" as const, tlogEntry })),
    ],
  };
}

const CODES: ReadonlyMap<string, VerificationCode> = new Map([
  ["TIMESTAMP_ERROR", "untrusted-timestamp"],
  ["CERTIFICATE_ERROR", "untrusted-certificate"],
  ["PUBLIC_KEY_ERROR", "untrusted-certificate"],
  ["SIGNATURE_ERROR", "invalid-signature"],
]);

function translated(
  cause: unknown,
  parts: BundleParts,
  signer: SignerPolicy,
  root: TrustedRoot,
): VerificationError {
  if (!(cause instanceof CoreError)) {
    // The core throws plain errors for broken DER and JSON.
    return new VerificationError("malformed-bundle", "the bundle's proof material is unreadable", {
      cause,
    });
  }
  const coreCode: string = cause.code;
  const code =
    CODES.get(coreCode) ??
    (coreCode.startsWith("TLOG_") ? "log-entry-invalid" : "malformed-bundle");
  const { leaf, timestamps, entries } = parts;
  const isLate =
    code === "untrusted-certificate" && leaf !== undefined && outlives(timestamps, entries, leaf);
  return new VerificationError(code, isLate ? OUTLIVED : cause.message, {
    cause,
    ...compared(code, parts, signer, root),
  });
}

/** What the trusted root or the caller asks for, and what the bundle has: the core's own messages say neither. */
function compared(
  code: VerificationCode,
  { leaf, hint, entries, timestamps }: BundleParts,
  signer: SignerPolicy,
  root: TrustedRoot,
): { readonly expected?: string; readonly found?: string } {
  switch (code) {
    case "untrusted-timestamp":
      return {
        expected: `a time of this signature, given by ${names(root.timestampAuthorities)} or a log's promise`,
        found: timesText(timestamps, entries),
      };
    case "untrusted-certificate":
      return {
        expected: `a certificate of ${names(root.certificateAuthorities)}, valid at the time of the signature and known to ${names(root.certificateLogs)}`,
        found:
          leaf === undefined
            ? "a key"
            : `${certificateText(leaf)}, and ${timesText(timestamps, entries)}`,
      };
    case "log-entry-invalid":
      return {
        expected: `one entry for this signature, proven by ${names(root.logs)}`,
        found: `${entries.length} entries`,
      };
    case "invalid-signature":
      return signer.kind === "key"
        ? {
            expected: `a signature of the key ${signer.key.hint}`,
            found: `one that names the key ${hint || "(none)"}`,
          }
        : {};
    default:
      return {};
  }
}

function names(instances: readonly { readonly name: string }[]): string {
  return instances.map(({ name }) => name).join(", ") || "(none in the trusted root)";
}

function timesText(
  timestamps: readonly RFC3161Timestamp[],
  entries: readonly TransparencyLogEntry[],
): string {
  const stamped = timestamps.map(
    (timestamp) => `a timestamp of ${timestamp.signingTime.toISOString()}`,
  );
  const promises = entries
    .filter((entry) => entry.inclusionPromise !== undefined)
    .map((entry) => `a log's promise with the time ${entry.integratedTime}`);
  return [...stamped, ...promises].join(", ") || "no time";
}

function certificateText(leaf: X509Certificate): string {
  const { issuer } = new NodeCertificate(leaf.root.toDER());
  const [from, until] = [leaf.notBefore, leaf.notAfter].map((date) => date.toISOString());
  return `one of ${issuer.replaceAll("\n", ", ")}, valid from ${from} to ${until}`;
}
