import { randomBytes } from "node:crypto";

/** What is known of a path, over all layers. A layer counts from 1; 0 means none. */
export interface PathState {
  /** The newest layer that has the path itself. */
  entry: number;
  /** The newest layer that has something below it without naming it. */
  implied: number;
  /** What the newest entry is. */
  kind: number;
  /** The newest layer that removes it: lower layers have nothing there or below. */
  removed: number;
  /** The newest layer that has something there that is no folder: lower layers have nothing below. */
  solid: number;
  /** The newest layer that hides what lower layers have below it. */
  opaque: number;
}

export const FOLDER = 1;
export const FILE = 2;
export const LINK = 3;

const FIELD = 10;
const MASK = (1 << FIELD) - 1;
/** Ten bits a layer: no image may have more. */
export const MAX_LAYERS = 1000;

/** The hash of a path that is not ended: each character goes on from the one before. */
export interface PathHash {
  a: number;
  b: number;
}

/**
 * Paths of an image with what layers do to them, as hashes of 64 bits in one flat table: 16 bytes a path, however long. The hash has
 * a secret of its own in every run, so that nobody can make paths that are taken for another.
 */
export function pathTable() {
  const secret = randomBytes(16);
  const [seedA, seedB] = [secret.readUInt32LE(0), secret.readUInt32LE(4)];
  const [keyA, keyB] = [secret.readUInt32LE(8) | 1, secret.readUInt32LE(12) | 1];
  let capacity = 1 << 14;
  let slots = new Uint32Array(capacity * 4);
  let used = 0;

  function hash(text: string, from: number, to: number, start?: PathHash): PathHash {
    let a = start?.a ?? seedA;
    let b = start?.b ?? seedB;
    for (let at = from; at < to; at++) {
      const code = text.charCodeAt(at);
      a = Math.imul(a ^ code, keyA);
      a ^= a >>> 15;
      b = Math.imul(b ^ code, keyB);
      b ^= b >>> 13;
    }
    return { a, b };
  }

  /** Where the path is, or would be. */
  function indexOf({ a, b }: PathHash): number {
    const [first, second] = [a >>> 0, (b | 1) >>> 0];
    const last = capacity - 1;
    for (let at = (first ^ (first >>> 16)) & last; ; at = (at + 1) & last) {
      const index = at * 4;
      if (slots[index + 1] === 0) return index;
      if (slots[index] === first && slots[index + 1] === second) return index;
    }
  }

  function grow(): void {
    const old = slots;
    capacity *= 2;
    slots = new Uint32Array(capacity * 4);
    for (let from = 0; from < old.length; from += 4) {
      if (old[from + 1] === 0) continue;
      const index = indexOf({ a: old[from] as number, b: old[from + 1] as number });
      slots.set(old.subarray(from, from + 4), index);
    }
  }

  return {
    hash,
    /** Writes what is known into `state`. */
    read(at: PathHash, state: PathState): void {
      const index = indexOf(at);
      const seen = slots[index + 2] as number;
      const hides = slots[index + 3] as number;
      state.entry = seen & MASK;
      state.implied = (seen >>> FIELD) & MASK;
      state.kind = seen >>> (2 * FIELD);
      state.removed = hides & MASK;
      state.solid = (hides >>> FIELD) & MASK;
      state.opaque = hides >>> (2 * FIELD);
    },
    write(
      at: PathHash,
      { entry, implied, kind, removed, solid, opaque }: Readonly<PathState>,
    ): void {
      let index = indexOf(at);
      if (slots[index + 1] === 0) {
        used++;
        if (used > capacity * 0.7) {
          grow();
          index = indexOf(at);
        }
        slots[index] = at.a;
        slots[index + 1] = at.b | 1;
      }
      slots[index + 2] = entry | (implied << FIELD) | (kind << (2 * FIELD));
      slots[index + 3] = removed | (solid << FIELD) | (opaque << (2 * FIELD));
    },
  };
}
