import { createHash } from "node:crypto";

/*
 * The Merkle tree of RFC 6962, section 2.1, by its recursive definition. Leaves are only ever added: a perfect subtree stays as it
 * is, and is kept.
 */

const hash = (...parts: readonly Uint8Array[]): Buffer =>
  createHash("sha256").update(Buffer.concat(parts)).digest();

export const leafHash = (entry: Uint8Array): Buffer => hash(Buffer.from([0]), entry);
const nodeHash = (left: Buffer, right: Buffer): Buffer => hash(Buffer.from([1]), left, right);

const kept = new WeakMap<readonly Buffer[], Map<string, Buffer>>();

/** The largest power of two below `size`. */
function split(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}

export function treeRoot(leaves: readonly Buffer[], start = 0, end = leaves.length): Buffer {
  const size = end - start;
  if (size === 0) return hash();
  if (size === 1) return leaves[start] ?? Buffer.alloc(0);
  const half = split(size);
  const known = kept.get(leaves) ?? new Map<string, Buffer>();
  kept.set(leaves, known);
  const place = `${start}/${size}`;
  const root =
    known.get(place) ??
    nodeHash(treeRoot(leaves, start, start + half), treeRoot(leaves, start + half, end));
  if (half * 2 === size) known.set(place, root);
  return root;
}

export function inclusionProof(
  leaves: readonly Buffer[],
  index: number,
  start = 0,
  end = leaves.length,
): readonly Buffer[] {
  if (end - start <= 1) return [];
  const middle = start + split(end - start);
  return index < middle
    ? [...inclusionProof(leaves, index, start, middle), treeRoot(leaves, middle, end)]
    : [...inclusionProof(leaves, index, middle, end), treeRoot(leaves, start, middle)];
}
