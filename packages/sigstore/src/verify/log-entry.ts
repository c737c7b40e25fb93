import type { TransparencyLogEntry } from "@sigstore/bundle";
import { logEntryInvalid, type VerificationError } from "../error.ts";
import { covers, type TrustedLog } from "../trust/trusted-root.ts";
import { openCheckpoint } from "./checkpoint.ts";
import { type LogBody, readLogBody, type Verifier } from "./log-body.ts";

/** The trusted logs that an entry may be of, by the id that it names. */
export function logsOf(
  entry: TransparencyLogEntry,
  logs: readonly TrustedLog[],
): readonly TrustedLog[] {
  return logs.filter(({ ids }) => ids.some((id) => id.equals(entry.logId.keyId)));
}

/**
 * The entries of known logs. One of another log beside them is ignored, as by the client specification and sigstore-go:
 * what counts is how many hold.
 */
export function knownEntries(
  entries: readonly TransparencyLogEntry[],
  logs: readonly TrustedLog[],
): readonly TransparencyLogEntry[] {
  return entries.filter((entry) => logsOf(entry, logs).length > 0);
}

/** For a bundle none of whose entries is of a known log. */
export function unknownLog(
  entries: readonly TransparencyLogEntry[],
  logs: readonly TrustedLog[],
): VerificationError {
  const known = logs.map(({ name, ids }) => `${name} (${ids[0]?.toString("hex")})`).join(", ");
  return logEntryInvalid(
    "its log is not in the trusted root",
    known || "no log",
    entries.map((entry) => entry.logId.keyId.toString("hex")).join(", "),
  );
}

/**
 * An entry as @sigstore/verify takes it: with the one line of its checkpoint that is its log's, under the first bytes of
 * the id that the entry names its log by. The signature is over the note alone, and is checked there again.
 */
export function coreEntry(
  entry: TransparencyLogEntry,
  logs: readonly TrustedLog[],
): TransparencyLogEntry {
  const proof = entry.inclusionProof;
  const envelope = proof?.checkpoint?.envelope;
  if (proof === undefined || envelope === undefined) return entry;
  for (const log of logsOf(entry, logs)) {
    const opened = openCheckpoint(envelope, log);
    if (opened === undefined) continue;
    const line = Buffer.concat([entry.logId.keyId.subarray(0, 4), opened.signature]);
    const checkpoint = {
      envelope: `${opened.signed}\n\u2014 ${opened.name} ${line.toString("base64")}\n`,
    };
    return { ...entry, inclusionProof: { ...proof, checkpoint } };
  }
  return entry;
}

/**
 * What @sigstore/verify leaves open in a log entry: that a known log made it while it was valid, that the checkpoint
 * carries that log's exact name, that the proof speaks of the checkpoint's tree, and that the entry names the bundle's
 * own key. Its core checks the promise, the proof's hashes, the digest and the signature.
 *
 * @param times The verified times of the signature.
 * @throws VerificationError `log-entry-invalid`
 */
export function checkLogEntry(
  entry: TransparencyLogEntry,
  logs: readonly TrustedLog[],
  verifier: Verifier,
  times: readonly Date[],
): void {
  const known = logsOf(entry, logs);
  const [first] = known;
  if (first === undefined) throw unknownLog([entry], logs);
  // A key-signed entry of a v2 log may have no time at all: then only the log's key is known to be trusted.
  const valid = known.filter(({ window }) => times.every((time) => covers(window, time)));
  if (valid.length === 0) {
    const { start, end } = first.window;
    throw logEntryInvalid(
      "its log was not valid at the time of the signature",
      `a time from ${start.toISOString()} to ${end?.toISOString() ?? "now"}`,
      times.map((time) => time.toISOString()).join(", "),
    );
  }
  checkProof(entry, valid);
  checkVerifier(readLogBody(entry), verifier);
}

/** @throws VerificationError `log-entry-invalid` when the entry names another key than the bundle's, or none. */
export function checkVerifier(body: LogBody, verifier: Verifier): void {
  const named = body.verifier;
  if (named?.isCertificate === verifier.isCertificate && named.der.equals(verifier.der)) return;
  const kind = verifier.isCertificate ? "certificate" : "key";
  throw logEntryInvalid(
    "it is for another signer",
    `the bundle's own ${kind}`,
    named === undefined ? "none" : `another ${named.isCertificate ? "certificate" : "key"}`,
  );
}

/** Several logs may share an id: that which signed the checkpoint is meant. */
function checkProof(entry: TransparencyLogEntry, logs: readonly TrustedLog[]): void {
  const proof = entry.inclusionProof;
  const envelope = proof?.checkpoint?.envelope;
  if (proof === undefined || envelope === undefined) return;
  const [checkpoint] = logs.flatMap((log) => openCheckpoint(envelope, log) ?? []);
  if (checkpoint === undefined) {
    const [origin = ""] = envelope.split("\n", 1);
    throw logEntryInvalid(
      "its checkpoint is not that of its log",
      `one of ${logs.flatMap(({ names }) => names).join(" or ")}, signed by it`,
      `one of ${origin.slice(0, 100) || "(nobody)"}`,
    );
  }
  if (!checkpoint.root.equals(proof.rootHash) || checkpoint.size !== BigInt(proof.treeSize)) {
    throw logEntryInvalid(
      "its proof is for another tree than its checkpoint",
      `${checkpoint.size} entries with the root ${checkpoint.root.toString("hex")}`,
      `${proof.treeSize} entries with the root ${proof.rootHash.toString("hex")}`,
    );
  }
  // v1 counts over all shards at the top and within one in the proof; v2 has one count.
  if (isV2(entry) && entry.logIndex !== proof.logIndex) {
    throw logEntryInvalid("its proof is for another entry", entry.logIndex, proof.logIndex);
  }
}

function isV2(entry: TransparencyLogEntry): boolean {
  return entry.kindVersion.version === "0.0.2" && entry.kindVersion.kind === "hashedrekord";
}
