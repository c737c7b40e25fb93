import { X509Certificate as NodeCertificate } from "node:crypto";
import type { TransparencyLogEntry } from "@sigstore/bundle";
import type { RFC3161Timestamp, X509Certificate } from "@sigstore/core";
import { type SignedEntity, VerificationError, Verifier } from "@sigstore/verify";
import type { TrustedRoot } from "../trust/trusted-root.ts";
import type { SignerPolicy } from "./policy.ts";
import { Rejection, type VerifyRuleId } from "./rejection.ts";
import type { SignatureContent } from "./signed-content.ts";
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
 * @throws Rejection
 */
export function runCore(parts: BundleParts, signer: SignerPolicy, requireLog: boolean): void {
  const root = signer.root ?? NO_ROOT;
  const key = signer.kind === "key" ? signer.key.key : undefined;
  const isKeyless = signer.kind === "certificate";
  try {
    const core = new Verifier(
      trustMaterial(root, signersOf(root.timestampAuthorities, parts.timestamps), key),
      {
        // A root without logs (GitHub's own instance) vouches by timestamps alone.
        tlogThreshold: requireLog || (isKeyless && root.logs.length > 0) ? 1 : 0,
        ctlogThreshold: isKeyless && root.certificateLogs.length > 0 ? 1 : 0,
        timestampThreshold: isKeyless ? 1 : 0,
      },
    );
    core.verify(entity(parts));
  } catch (cause) {
    if (cause instanceof Rejection) throw cause;
    throw asRejection(cause, parts, signer, root);
  }
}

function entity({ content, leaf, hint, entries, timestamps }: BundleParts): SignedEntity {
  return {
    signature: content,
    key:
      leaf === undefined
        ? { $case: "public-key", hint }
        : { $case: "certificate", certificate: leaf },
    tlogEntries: [...entries],
    timestamps: [
      ...timestamps.map((timestamp) => ({ $case: "timestamp-authority" as const, timestamp })),
      ...entries
        .filter((entry) => entry.inclusionPromise !== undefined)
        .map((tlogEntry) => ({ $case: "transparency-log" as const, tlogEntry })),
    ],
  };
}

const RULE_BY_CODE: ReadonlyMap<string, VerifyRuleId> = new Map([
  ["TIMESTAMP_ERROR", "verify.untrusted-timestamp"],
  ["CERTIFICATE_ERROR", "verify.untrusted-certificate"],
  ["PUBLIC_KEY_ERROR", "verify.untrusted-certificate"],
  ["SIGNATURE_ERROR", "verify.invalid-signature"],
]);

function asRejection(
  cause: unknown,
  parts: BundleParts,
  signer: SignerPolicy,
  root: TrustedRoot,
): Rejection {
  if (!(cause instanceof VerificationError)) {
    // The core throws plain errors for broken DER and JSON.
    return new Rejection("verify.malformed-bundle", "the bundle's proof material is unreadable", {
      cause,
    });
  }
  const code: string = cause.code;
  const ruleId =
    RULE_BY_CODE.get(code) ??
    (code.startsWith("TLOG_") ? "verify.log-entry-invalid" : "verify.malformed-bundle");
  return new Rejection(ruleId, cause.message, { cause, ...compared(ruleId, parts, signer, root) });
}

/** What the trusted root or the caller asks for, and what the bundle has: the core's own messages say neither. */
function compared(
  ruleId: VerifyRuleId,
  { leaf, hint, entries, timestamps }: BundleParts,
  signer: SignerPolicy,
  root: TrustedRoot,
): { readonly expected?: string; readonly found?: string } {
  switch (ruleId) {
    case "verify.untrusted-timestamp":
      return {
        expected: `a time of this signature, told by ${names(root.timestampAuthorities)} or a log's promise`,
        found: timesText(timestamps, entries),
      };
    case "verify.untrusted-certificate":
      return {
        expected: `a certificate of ${names(root.certificateAuthorities)}, valid at the time of the signature and known to ${names(root.certificateLogs)}`,
        found: leaf === undefined ? "a key" : certificateText(leaf),
      };
    case "verify.log-entry-invalid":
      return {
        expected: `one entry for this signature, proven by ${names(root.logs)}`,
        found: `${entries.length} entries`,
      };
    case "verify.invalid-signature":
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
  const told = timestamps.map(
    (timestamp) => `a timestamp of ${timestamp.signingTime.toISOString()}`,
  );
  const promises = entries
    .filter((entry) => entry.inclusionPromise !== undefined)
    .map((entry) => `a log's promise with the time ${entry.integratedTime}`);
  return [...told, ...promises].join(", ") || "no time";
}

function certificateText(leaf: X509Certificate): string {
  const { issuer } = new NodeCertificate(leaf.root.toDER());
  const [from, until] = [leaf.notBefore, leaf.notAfter].map((date) => date.toISOString());
  return `one of ${issuer.replaceAll("\n", ", ")}, valid from ${from} to ${until}`;
}
