import { createHash } from "node:crypto";

/*
 * The Merkle tree of RFC 6962, section 2.1, by its recursive definition: slow, and plainly right.
 */

const hash = (...parts: readonly Uint8Array[]): Buffer =>
  createHash("sha256").update(Buffer.concat(parts)).digest();

export const leafHash = (entry: Uint8Array): Buffer => hash(Buffer.from([0]), entry);
const nodeHash = (left: Buffer, right: Buffer): Buffer => hash(Buffer.from([1]), left, right);

/** The largest power of two below `size`. */
function split(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}

export function treeRoot(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (only === undefined) return hash();
  if (leaves.length === 1) return only;
  const half = split(leaves.length);
  return nodeHash(treeRoot(leaves.slice(0, half)), treeRoot(leaves.slice(half)));
}

export function inclusionProof(leaves: readonly Buffer[], index: number): readonly Buffer[] {
  if (leaves.length <= 1) return [];
  const half = split(leaves.length);
  return index < half
    ? [...inclusionProof(leaves.slice(0, half), index), treeRoot(leaves.slice(half))]
    : [...inclusionProof(leaves.slice(half), index - half), treeRoot(leaves.slice(0, half))];
}
