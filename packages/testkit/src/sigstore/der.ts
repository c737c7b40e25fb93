/** DER (X.690), written and read apart from the code under test. */

export interface Element {
  readonly tag: number;
  readonly content: Buffer;
  /** The whole element with its tag and length. */
  readonly encoded: Buffer;
}

export function element(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const length = body.length;
  const head =
    length < 0x80
      ? [tag, length]
      : length < 0x100
        ? [tag, 0x81, length]
        : length < 0x10000
          ? [tag, 0x82, length >> 8, length & 0xff]
          : [tag, 0x83, length >> 16, (length >> 8) & 0xff, length & 0xff];
  return Buffer.concat([Buffer.from(head), body]);
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => element(0x30, ...parts);
export const octets = (bytes: Uint8Array): Buffer => element(0x04, bytes);
export const bits = (bytes: Uint8Array, unused = 0): Buffer =>
  element(0x03, Buffer.from([unused]), bytes);
export const utf8 = (text: string): Buffer => element(0x0c, Buffer.from(text));
export const boolean = (value: boolean): Buffer => element(0x01, Buffer.from([value ? 255 : 0]));
export const NULL: Buffer = Buffer.from([0x05, 0x00]);

/** SET OF with its members in the order that DER demands. */
export const setOf = (...parts: readonly Buffer[]): Buffer =>
  element(0x31, ...[...parts].sort(Buffer.compare));

export function integer(value: bigint | number): Buffer {
  const hex = BigInt(value).toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  return element(
    0x02,
    Buffer.from(Number.parseInt(even.slice(0, 2), 16) > 0x7f ? `00${even}` : even, "hex"),
  );
}

export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  const bytes: number[] = [first * 40 + second];
  for (const arc of rest) {
    const groups = [arc & 0x7f];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) {
      groups.unshift((left & 0x7f) | 0x80);
    }
    bytes.push(...groups);
  }
  return element(0x06, Buffer.from(bytes));
}

/** GeneralizedTime to the second. */
export function generalizedTime(date: Date): Buffer {
  return element(0x18, Buffer.from(`${date.toISOString().replace(/[-:T]/g, "").slice(0, 14)}Z`));
}

/** The elements that stand one after the other in `bytes`. */
export function elements(bytes: Buffer): readonly Element[] {
  const found: Element[] = [];
  for (let at = 0; at < bytes.length; ) {
    const tag = bytes.readUInt8(at);
    const first = bytes.readUInt8(at + 1);
    const extra = first < 0x80 ? 0 : first & 0x7f;
    const length = extra === 0 ? first : bytes.readUIntBE(at + 2, extra);
    const start = at + 2 + extra;
    found.push({
      tag,
      content: bytes.subarray(start, start + length),
      encoded: bytes.subarray(at, start + length),
    });
    at = start + length;
  }
  return found;
}
