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
  const name = decodeName(field(block, 0, 100));
  const prefix = prefixOf(block);
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

/** As Go's reader has it, that container runtimes unpack with: a name of another dialect would be another file. */
function prefixOf(block: Buffer): string {
  if (block[345] === 0) return "";
  const magic = block.toString("latin1", 257, 265);
  if (magic.startsWith("ustar\0")) {
    const isStar = block.toString("latin1", 508, 512) === "tar\0";
    return decodeName(field(block, 345, isStar ? 131 : 155));
  }
  if (magic !== "ustar  \0" || (isTime(block, 345) && isTime(block, 357))) return "";
  // GNU's has times there, but old writers of Go a prefix.
  const prefix = field(block, 345, 155);
  return prefix.every((byte) => byte < 0x80) ? prefix.toString("latin1") : "";
}

/** Whether Go takes it for a number: it looks no further than the first NUL behind a digit. */
function isTime(block: Buffer, start: number): boolean {
  if (block[start] === 0) return true;
  if ((block[start] as number) >= 0x80) {
    // Base 256, below zero where the second bit is set.
    const flip = (block[start] as number) & 0x40 ? 0xff : 0;
    const digits = [...block.subarray(start, start + 12)].map((byte) => byte ^ flip);
    return (
      digits.reduce((sum, digit, at) => sum * 256n + BigInt(at ? digit : digit & 0x7f), 0n) <
      2n ** 63n
    );
  }
  const text = block.toString("latin1", start, start + 12).replace(/^[ \0]+|[ \0]+$/g, "");
  return text === "" || /^[0-7]+$/.test(text.replace(/\0.*$/s, ""));
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
