import { BLOCK, type TarKind } from "./entry.ts";
import { decodeName, field } from "./name.ts";

/** One block of 512 bytes, in the dialects of v7, POSIX (`ustar\0`) and GNU (`ustar  \0`). */
export interface TarHeader {
  readonly type: string;
  readonly name: string;
  readonly linkName: string;
  readonly mode: number;
  /** Stored bytes; `undefined` where no number of JavaScript can say it. */
  readonly size: number | undefined;
  readonly major: number;
  readonly minor: number;
}

const SPACE = 32;

/** Whether the sum over the block is the one that it says; old writers summed signed bytes. */
export function hasChecksum(block: Buffer): boolean {
  let sum = 8 * SPACE;
  for (let at = 0; at < 148; at++) sum += block[at] as number;
  for (let at = 156; at < BLOCK; at++) sum += block[at] as number;
  const said = numberOf(block, 148, 8);
  if (sum === said) return true;
  let negative = 0;
  for (let at = 0; at < BLOCK; at++)
    if ((at < 148 || at >= 156) && (block[at] as number) >= 0x80) negative += 256;
  return sum - negative === said;
}

export function isZero(block: Buffer): boolean {
  for (let at = 0; at < block.length; at++) if (block[at] !== 0) return false;
  return true;
}

export function parseHeader(block: Buffer): TarHeader {
  const type = String.fromCharCode(block[156] as number);
  const isDevice = type === "3" || type === "4";
  // In GNU's dialect the place of the prefix has times and sparse maps.
  const isPosix = block[262] === 0 && block.toString("latin1", 257, 262) === "ustar";
  const name = decodeName(field(block, 0, 100));
  const prefix = isPosix && block[345] !== 0 ? decodeName(field(block, 345, 155)) : "";
  return {
    type,
    name: prefix === "" ? name : `${prefix}/${name}`,
    linkName: type === "1" || type === "2" ? decodeName(field(block, 157, 100)) : "",
    mode: numberOf(block, 100, 8) ?? 0,
    size: numberOf(block, 124, 12),
    major: isDevice ? (numberOf(block, 329, 8) ?? 0) : 0,
    minor: isDevice ? (numberOf(block, 337, 8) ?? 0) : 0,
  };
}

/** Octal digits between spaces and NULs, or base 256 where the highest bit is set. */
export function numberOf(block: Buffer, start: number, length: number): number | undefined {
  const first = block[start] as number;
  let value = 0;
  if (first >= 0x80) {
    if (first === 0xff) return undefined; // negative
    value = first & 0x7f;
    for (let at = start + 1; at < start + length; at++) value = value * 256 + (block[at] as number);
    return value <= Number.MAX_SAFE_INTEGER ? value : undefined;
  }
  let at = start;
  const end = start + length;
  while (at < end && (block[at] === SPACE || block[at] === 0)) at++;
  for (; at < end; at++) {
    const digit = (block[at] as number) - 48;
    if (digit < 0 || digit > 7) break;
    value = value * 8 + digit;
  }
  while (at < end && (block[at] === SPACE || block[at] === 0)) at++;
  return at === end ? value : undefined;
}

const KINDS: Readonly<Record<string, TarKind>> = {
  "0": "file",
  "\0": "file",
  "7": "file",
  S: "file",
  "1": "link",
  "2": "symlink",
  "3": "character-device",
  "4": "block-device",
  "5": "directory",
  "6": "fifo",
};

export function kindOf(type: string): TarKind {
  return KINDS[type] ?? "other";
}
