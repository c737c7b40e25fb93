import type { ProtoReader } from "./proto-json.ts";

export type BundleVersion = "0.1" | "0.2" | "0.3";

/** A tree of 2^64 leaves has no longer proof. */
const MAX_PROOF_HASHES = 64;
/** As many signatures as Go's `note` package reads, and what stands above them: each may cost a verification. */
const MAX_CHECKPOINT_LINES = 110;

/** Field names of a `TransparencyLogEntry`. */
export const LOG_ENTRY_FIELDS: readonly string[] = [
  "logIndex",
  "logId",
  "kindVersion",
  "integratedTime",
  "inclusionPromise",
  "inclusionProof",
  "canonicalizedBody",
];

/**
 * The shape of a `TransparencyLogEntry` (`sigstore_rekor.proto`), with the proofs that a bundle of this version demands.
 *
 * @param malformed throws
 */
export function checkLogEntry(
  entry: ProtoReader,
  version: BundleVersion,
  malformed: (path: string, problem: string) => never,
): void {
  entry.integer("logIndex", 0n);
  entry.integer("integratedTime", 0n);
  entry.object("logId", ["keyId"]).bytes("keyId");
  const kind = entry.object("kindVersion", ["kind", "version"]);
  kind.text("kind");
  kind.text("version");
  entry.bytes("canonicalizedBody");
  if (version === "0.1" && !entry.has("inclusionPromise")) {
    malformed(`${entry.path}.inclusionPromise`, "is missing; 0.1 needs it");
  }
  if (version !== "0.1" && !entry.has("inclusionProof")) {
    malformed(`${entry.path}.inclusionProof`, `is missing; ${version} needs it`);
  }
  if (entry.has("inclusionPromise")) {
    entry.object("inclusionPromise", ["signedEntryTimestamp"]).bytes("signedEntryTimestamp");
  }
  if (!entry.has("inclusionProof")) return;
  const proof = entry.object("inclusionProof", [
    "logIndex",
    "rootHash",
    "treeSize",
    "hashes",
    "checkpoint",
  ]);
  const index = proof.integer("logIndex", 0n);
  const size = proof.integer("treeSize");
  if (index >= size) malformed(proof.path, `has the index ${index} in a tree of ${size}`);
  if (proof.bytes("rootHash").length !== 32) malformed(`${proof.path}.rootHash`, "is no SHA-256");
  for (const hash of proof.byteList("hashes", MAX_PROOF_HASHES)) {
    if (hash.length !== 32) malformed(`${proof.path}.hashes`, "holds something else than SHA-256");
  }
  if (proof.has("checkpoint")) {
    const checkpoint = proof.object("checkpoint", ["envelope"]);
    const lines = checkpoint.text("envelope").split("\n").length;
    if (lines > MAX_CHECKPOINT_LINES) malformed(checkpoint.path, `has ${lines} lines`);
  } else if (version !== "0.1") malformed(`${proof.path}.checkpoint`, "is missing");
}
