import type { TransparencyLogEntry } from "@sigstore/bundle";
import { pemBlocks } from "../keys/pem.ts";
import { covers, type TrustedLog } from "../trust/trusted-root.ts";
import { openCheckpoint } from "./checkpoint.ts";
import { Rejection } from "./rejection.ts";

/** The key or certificate that a log entry must name: as DER, the one that the bundle holds. */
export interface Verifier {
  readonly der: Buffer;
  readonly isCertificate: boolean;
}

/**
 * What @sigstore/verify leaves open in a log entry: that a known log made it while it was valid, that the checkpoint
 * carries that log's exact name, that the proof speaks of the checkpoint's tree, and that the entry names the bundle's
 * own key. Its core checks the promise, the proof's hashes, the digest and the signature.
 *
 * @param times The verified times of the signature.
 * @throws Rejection `verify.log-entry-invalid`
 */
export function checkLogEntry(
  entry: TransparencyLogEntry,
  logs: readonly TrustedLog[],
  verifier: Verifier,
  times: readonly Date[],
): void {
  const known = logs.filter((log) => log.id.equals(entry.logId.keyId));
  if (known.length === 0) {
    throw invalid(`the log ${entry.logId.keyId.toString("hex")} is not in the trusted root`);
  }
  // A key-signed entry of a v2 log may have no time at all: then only the log's key is known to be trusted.
  const log = known.find(({ window }) => times.every((time) => covers(window, time)));
  if (log === undefined) throw invalid("the log was not valid at the time of the signature");
  checkProof(entry, log);
  const named = namedVerifier(entry);
  if (named === undefined) throw invalid("the entry's body names no key or certificate");
  if (named.isCertificate !== verifier.isCertificate || !named.der.equals(verifier.der)) {
    throw invalid("the entry is for another key or certificate than the bundle's");
  }
}

function checkProof(entry: TransparencyLogEntry, log: TrustedLog): void {
  const proof = entry.inclusionProof;
  if (proof === undefined) return;
  if (proof.checkpoint === undefined) {
    if (entry.inclusionPromise !== undefined) return;
    throw invalid("the inclusion proof has no checkpoint");
  }
  const checkpoint = openCheckpoint(proof.checkpoint.envelope, log);
  if (checkpoint === undefined) throw invalid(`the checkpoint is not signed by ${log.host}`);
  if (!checkpoint.root.equals(proof.rootHash) || checkpoint.size !== BigInt(proof.treeSize)) {
    throw invalid("the inclusion proof is for another tree than the checkpoint");
  }
  // v1 counts over all shards at the top and within one in the proof; v2 has one count.
  if (isV2(entry) && entry.logIndex !== proof.logIndex) {
    throw invalid(`the entry has index ${entry.logIndex} and its proof ${proof.logIndex}`);
  }
}

function isV2(entry: TransparencyLogEntry): boolean {
  return entry.kindVersion.version === "0.0.2" && entry.kindVersion.kind === "hashedrekord";
}

/** Reads the key or certificate out of the canonical body, whatever the kind of entry. */
function namedVerifier(entry: TransparencyLogEntry): Verifier | undefined {
  let body: unknown;
  try {
    body = JSON.parse(entry.canonicalizedBody.toString("utf8"));
  } catch {
    throw invalid("the entry's body is no JSON");
  }
  const spec = member(body, "spec");
  switch (`${entry.kindVersion.kind} ${entry.kindVersion.version}`) {
    case "hashedrekord 0.0.1":
      return fromPem(member(spec, "signature", "publicKey", "content"));
    case "dsse 0.0.1":
      return fromPem(member(spec, "signatures", "0", "verifier"));
    case "intoto 0.0.2":
      return fromPem(member(spec, "content", "envelope", "signatures", "0", "publicKey"));
    case "hashedrekord 0.0.2": {
      const verifier = member(spec, "hashedRekordV002", "signature", "verifier");
      const certificate = member(verifier, "x509Certificate", "rawBytes");
      const raw = certificate ?? member(verifier, "publicKey", "rawBytes");
      if (typeof raw !== "string") return undefined;
      return { der: Buffer.from(raw, "base64"), isCertificate: certificate !== undefined };
    }
    default:
      throw invalid(
        `entries of kind ${entry.kindVersion.kind} ${entry.kindVersion.version} are not supported`,
      );
  }
}

function fromPem(encoded: unknown): Verifier | undefined {
  if (typeof encoded !== "string") return undefined;
  const [block] = pemBlocks(Buffer.from(encoded, "base64").toString("utf8"));
  if (block === undefined) return undefined;
  return { der: block.bytes, isCertificate: block.label === "CERTIFICATE" };
}

function member(value: unknown, ...path: readonly string[]): unknown {
  let found = value;
  for (const name of path) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, name))
      return undefined;
    found = (found as Readonly<Record<string, unknown>>)[name];
  }
  return found;
}

function invalid(message: string): Rejection {
  return new Rejection("verify.log-entry-invalid", message);
}
