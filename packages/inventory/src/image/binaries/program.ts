import type { ImageContent } from "../reader.ts";

/** What is read of: anywhere in it. */
export type Content = Pick<ImageContent, "size" | "read">;

/** A part of a program file, as its header lists it: wholly inside of the file. */
export interface Region {
  /** Of a section: `.go.buildinfo`. Segments have none. */
  readonly name: string;
  /** In the file, bytes. */
  readonly offset: number;
  readonly size: number;
  /** Where it lies in memory; -1 where that can't be a place. */
  readonly address: number;
  readonly writable: boolean;
}

export type ProgramKind = "elf" | "pe" | "mach-o" | "wasm";

/** One program: a fat Mach-O has several. */
export interface Program {
  readonly kind: ProgramKind;
  readonly littleEndian: boolean;
  readonly pointerSize: 4 | 8;
  readonly sections: readonly Region[];
  readonly segments: readonly Region[];
}

/** Of one file; a file with more lies, or is of no use: real ones have some dozens. */
export const MAX_SECTIONS = 4096;
export const MAX_SEGMENTS = 1024;

/** A region that is not wholly in the file is none: nothing is read by its word. */
export function regionIn(content: Content, region: Region): readonly Region[] {
  const { offset, size } = region;
  const isInside = offset >= 0 && size > 0 && offset + size <= content.size;
  return isInside ? [region] : [];
}

/** All bytes asked for, or nothing. */
export async function readExactly(
  content: Content,
  offset: number,
  length: number,
): Promise<Buffer | undefined> {
  if (!(offset >= 0 && length >= 0 && offset + length <= content.size)) return undefined;
  const bytes = await content.read(offset, length);
  if (bytes.byteLength !== length) return undefined;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The start of a region, at most `maxBytes` of it. */
export async function readRegion(
  content: Content,
  { offset, size }: Region,
  maxBytes: number,
): Promise<Buffer> {
  return (await readExactly(content, offset, Math.min(size, maxBytes))) ?? Buffer.alloc(0);
}

/** What lies at an address of the loaded program. */
export async function readAddress(
  content: Content,
  { segments, sections }: Program,
  address: number,
  length: number,
): Promise<Buffer | undefined> {
  const holds = (region: Region) =>
    region.address >= 0 &&
    address >= region.address &&
    address + length <= region.address + region.size;
  const region = segments.find(holds) ?? sections.find(holds);
  if (region === undefined) return undefined;
  return readExactly(content, region.offset + (address - region.address), length);
}

/** Numbers of a header, in its order of bytes. What a safe integer can't hold is -1: no offset and no address. */
export function numbersOf(bytes: Buffer, littleEndian: boolean, pointerSize: 4 | 8 = 8) {
  const u16 = (at: number) => (littleEndian ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const u32 = (at: number) => (littleEndian ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  const u64 = (at: number) => {
    const [low, high] = littleEndian ? [u32(at), u32(at + 4)] : [u32(at + 4), u32(at)];
    return high < 0x20_0000 ? high * 0x1_0000_0000 + low : -1;
  };
  return { u16, u32, u64, word: pointerSize === 8 ? u64 : u32 };
}

/** A name in a field of fixed length. */
export function nameIn(bytes: Buffer, start: number, end = bytes.length): string {
  const zero = bytes.indexOf(0, start);
  return bytes.toString("latin1", start, zero < 0 || zero > end ? end : zero);
}
