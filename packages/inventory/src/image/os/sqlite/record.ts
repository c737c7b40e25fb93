import { varint } from "./tree.ts";

/**
 * The columns of a row: whole numbers, text and blobs as bytes, `undefined` for null and for fractions
 * (https://sqlite.org/fileformat2.html, 2.1).
 */
export function recordOf(payload: Uint8Array): readonly (number | Uint8Array | undefined)[] {
  const [size, first] = varint(payload, 0);
  const columns: (number | Uint8Array | undefined)[] = [];
  let body = size;
  for (let at = first; at < Math.min(size, payload.length); ) {
    const [type, next] = varint(payload, at);
    at = next;
    const length = lengthOf(type);
    const bytes = payload.subarray(body, body + length);
    if (type >= 12) columns.push(bytes.length === length ? bytes : undefined);
    else if (type === 8 || type === 9) columns.push(type - 8);
    else columns.push(type >= 1 && type <= 6 ? whole(bytes) : undefined);
    body += length;
  }
  return columns;
}

function lengthOf(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2);
  return [0, 1, 2, 3, 4, 6, 8, 8][type] ?? 0;
}

function whole(bytes: Uint8Array): number {
  return bytes.reduce((value, byte) => value * 256 + byte, 0);
}
