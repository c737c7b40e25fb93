import { decodeName } from "./name.ts";

/** Records of an `x` or `g` entry by key; of a key that is there twice the last. */
export interface PaxRecords {
  readonly values: ReadonlyMap<string, string>;
  /** GNU's sparse format 0.0 repeats its keys: offset and length in turn. */
  readonly sparse: readonly number[];
  readonly xattrs: ReadonlyMap<string, string>;
}

export const NO_RECORDS: PaxRecords = { values: new Map(), sparse: [], xattrs: new Map() };

const KEPT = /^(?:path|linkpath|size|GNU\.sparse\..*)$/;

/**
 * Reads `length key=value\n` records, the length in bytes of all of it; an empty value takes a key away.
 *
 * @returns `undefined` where the records are not well-formed
 */
export function parsePax(bytes: Buffer): PaxRecords | undefined {
  const values = new Map<string, string>();
  const xattrs = new Map<string, string>();
  const sparse: number[] = [];
  for (let at = 0; at < bytes.length && bytes[at] !== 0; ) {
    const space = bytes.indexOf(32, at);
    const length = space < 0 ? "" : bytes.toString("latin1", at, Math.min(space, at + 20));
    const end = /^\d{1,9}$/.test(length) ? at + Number(length) : -1;
    const equals = bytes.indexOf(61, space);
    if (end <= space || end > bytes.length || bytes[end - 1] !== 10) return undefined;
    if (equals < 0 || equals >= end) return undefined;
    const key = bytes.toString("latin1", space + 1, equals);
    const value = bytes.subarray(equals + 1, end - 1);
    at = end;
    if (key === "GNU.sparse.offset" || key === "GNU.sparse.numbytes") {
      sparse.push(countOf(value.toString("latin1")) ?? Number.NaN);
    } else if (KEPT.test(key)) set(values, key, decodeName(value));
    else if (key.startsWith("SCHILY.xattr.")) set(xattrs, key.slice(13), value.toString("latin1"));
    else if (key.startsWith("LIBARCHIVE.xattr."))
      set(
        xattrs,
        key.slice(17),
        Buffer.from(value.toString("latin1"), "base64").toString("latin1"),
      );
  }
  return { values, sparse, xattrs };
}

function set(map: Map<string, string>, key: string, value: string): void {
  if (value === "") map.delete(key);
  else map.set(key, value);
}

/** A decimal number that JavaScript can say; `undefined` else. */
export function countOf(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,16}$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
}
