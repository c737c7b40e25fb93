import {
  type Content,
  MAX_SECTIONS,
  nameIn,
  numbersOf,
  type Program,
  readExactly,
  regionIn,
} from "./program.ts";

const SECTION = 40;
/** Initialised data that can be read and written: where Go puts what it knows of the build. */
const WRITABLE = 0x8000_0000;

/** The sections of a PE program. Source: https://learn.microsoft.com/windows/win32/debug/pe-format */
export async function readPe(content: Content): Promise<Program | undefined> {
  const dos = await readExactly(content, 0, 64);
  if (dos === undefined || dos.readUInt16BE(0) !== 0x4d5a) return undefined;
  const start = dos.readUInt32LE(60);
  const head = await readExactly(content, start, 24 + 32);
  if (head === undefined || head.readUInt32BE(0) !== 0x50450000) return undefined;
  const { u16, u32, u64 } = numbersOf(head, true);
  const [count, optional] = [u16(6), u16(20)];
  const is64 = u16(24) === 0x20b;
  if ((!is64 && u16(24) !== 0x10b) || count > MAX_SECTIONS) return undefined;
  const base = is64 ? u64(24 + 24) : u32(24 + 28);
  const bytes = await readExactly(content, start + 24 + optional, count * SECTION);
  const sections = Array.from({ length: bytes === undefined ? 0 : count }, (_, index) => {
    const entry = (bytes as Buffer).subarray(index * SECTION, (index + 1) * SECTION);
    const field = numbersOf(entry, true);
    return regionIn(content, {
      name: nameIn(entry, 0, 8),
      // What the file has of it, without the padding after it.
      size: Math.min(field.u32(16), field.u32(8) || field.u32(16)),
      offset: field.u32(20),
      address: base < 0 ? -1 : base + field.u32(12),
      writable: field.u32(36) >= WRITABLE,
    });
  }).flat();
  return {
    kind: "pe",
    littleEndian: true,
    pointerSize: is64 ? 8 : 4,
    sections,
    segments: sections,
  };
}
