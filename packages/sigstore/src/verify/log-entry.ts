import type { TransparencyLogEntry } from "@sigstore/bundle";
import { logEntryInvalid } from "../error.ts";
import { covers, type TrustedLog } from "../trust/trusted-root.ts";
import { openCheckpoint } from "./checkpoint.ts";
import { type LogBody, readLogBody, type Verifier } from "./log-body.ts";

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
  const known = logs.filter((log) => log.id.equals(entry.logId.keyId));
  const [first] = known;
  if (first === undefined) {
    throw logEntryInvalid(
      "its log is not in the trusted root",
      logs.map(({ host, id }) => `${host} (${id.toString("hex")})`).join(", ") || "no log",
      entry.logId.keyId.toString("hex"),
    );
  }
  // A key-signed entry of a v2 log may have no time at all: then only the log's key is known to be trusted.
  const log = known.find(({ window }) => times.every((time) => covers(window, time)));
  if (log === undefined) {
    const { start, end } = first.window;
    throw logEntryInvalid(
      "its log was not valid at the time of the signature",
      `a time from ${start.toISOString()} to ${end?.toISOString() ?? "now"}`,
      times.map((time) => time.toISOString()).join(", "),
    );
  }
  checkProof(entry, log);
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

function checkProof(entry: TransparencyLogEntry, log: TrustedLog): void {
  const proof = entry.inclusionProof;
  if (proof?.checkpoint === undefined) return;
  const checkpoint = openCheckpoint(proof.checkpoint.envelope, log);
  if (checkpoint === undefined) {
    const [origin = ""] = proof.checkpoint.envelope.split("\n", 1);
    throw logEntryInvalid(
      "its checkpoint is not that of its log",
      `one of ${log.host}, signed by it`,
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
