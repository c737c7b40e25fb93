/** What programs of tests are put together of. */

export interface TestSection {
  readonly name: string;
  readonly data: string | Uint8Array;
  /** Where it lies in memory; loaded by a segment of its own where it is given. */
  readonly address?: number;
  readonly writable?: boolean;
}

export interface Shape {
  readonly is64?: boolean;
  readonly littleEndian?: boolean;
  /** 2: program, 3: library. */
  readonly type?: number;
  /** As `strip --strip-section-headers` leaves it. */
  readonly withoutSections?: boolean;
}

export const align = (offset: number) => Math.ceil(offset / 16) * 16;

/** Numbers one after the other: `h` 2, `w` 4, `x` 8 bytes, `p` as long as a pointer. */
export function packed(
  { is64 = true, littleEndian = true }: Shape,
  fields: readonly (readonly ["h" | "w" | "x" | "p", number])[],
): Buffer {
  const size = { h: 2, w: 4, x: 8, p: is64 ? 8 : 4 };
  return Buffer.concat(
    fields.map(([kind, value]) => {
      const bytes = Buffer.alloc(size[kind]);
      if (bytes.length === 8)
        littleEndian
          ? bytes.writeBigUInt64LE(BigInt(value))
          : bytes.writeBigUInt64BE(BigInt(value));
      else if (littleEndian) bytes.writeUIntLE(value, 0, bytes.length);
      else bytes.writeUIntBE(value, 0, bytes.length);
      return bytes;
    }),
  );
}

/** One after the other, each at an offset that is a multiple of 16. */
export function placed(start: number, parts: readonly (string | Uint8Array)[]) {
  const offsets: number[] = [];
  const chunks: Buffer[] = [];
  let at = start;
  for (const part of parts) {
    const bytes = Buffer.from(part);
    const offset = align(at);
    chunks.push(Buffer.alloc(offset - at), bytes);
    offsets.push(offset);
    at = offset + bytes.length;
  }
  return { bytes: Buffer.concat(chunks), offsets, end: at };
}

export function uvarint(value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest]);
    bytes.push((rest % 128) + 128);
  }
}
