/** The little DER that a timestamp request needs (X.690). Reading is done with @sigstore/core. */

export function derSequence(...parts: readonly Uint8Array[]): Buffer {
  return element(0x30, Buffer.concat(parts));
}

export function derOctetString(bytes: Uint8Array): Buffer {
  return element(0x04, bytes);
}

export function derBoolean(value: boolean): Buffer {
  return element(0x01, Buffer.from([value ? 0xff : 0]));
}

export const DER_NULL: Buffer = Buffer.from([0x05, 0x00]);

/** @param bytes unsigned, big-endian */
export function derUnsigned(bytes: Uint8Array): Buffer {
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === 0) start += 1;
  const value = bytes.subarray(start);
  const isHigh = ((value[0] ?? 0) & 0x80) !== 0;
  return element(0x02, isHigh ? Buffer.concat([Buffer.from([0]), value]) : value);
}

/** @param dotted such as `2.16.840.1.101.3.4.2.1` */
export function derOid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  const bytes = [first * 40 + second, ...rest.flatMap(base128)];
  return element(0x06, Buffer.from(bytes));
}

function base128(arc: number): number[] {
  const groups = [arc % 128];
  for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) {
    groups.unshift((left % 128) | 0x80);
  }
  return groups;
}

function element(tag: number, content: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([tag, ...lengthOf(content.length)]), content]);
}

function lengthOf(length: number): number[] {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let left = length; left > 0; left = Math.floor(left / 256)) bytes.unshift(left % 256);
  return [0x80 | bytes.length, ...bytes];
}
