import {
  type Content,
  MAX_SECTIONS,
  MAX_SEGMENTS,
  nameIn,
  numbersOf,
  type Program,
  type Region,
  readExactly,
  regionIn,
} from "./program.ts";

/** Class files of Java begin like fat files: their version stands where the number of slices does, and is 45 or more. */
const MAX_SLICES = 30;
const MAX_COMMANDS = 1024 * 1024;
const PROGRAM_TYPES: ReadonlySet<number> = new Set([2, 6, 7, 8]);

/** Whether the first bytes can be those of a Mach-O file. */
export function isMachO(head: Uint8Array): boolean {
  if (head.length < 8) return false;
  const magic = Buffer.from(head.subarray(0, 8));
  const first = magic.readUInt32BE(0);
  if (first === 0xcafebabe || first === 0xcafebabf) return magic.readUInt32BE(4) <= MAX_SLICES;
  return (
    (first & 0xfffffffe) >>> 0 === 0xfeedface ||
    (magic.readUInt32LE(0) & 0xfffffffe) >>> 0 === 0xfeedface
  );
}

/** Every program of a Mach-O file, fat or not. Source: Apple's `mach-o/loader.h` and `mach-o/fat.h`. */
export async function readMachO(content: Content): Promise<readonly Program[]> {
  const head = await readExactly(content, 0, 8);
  if (head === undefined || !isMachO(head)) return [];
  const magic = head.readUInt32BE(0);
  if (magic !== 0xcafebabe && magic !== 0xcafebabf) {
    const program = await readSlice(content, 0);
    return program === undefined ? [] : [program];
  }
  const isLong = magic === 0xcafebabf;
  const entry = isLong ? 32 : 20;
  const count = head.readUInt32BE(4);
  const table = await readExactly(content, 8, count * entry);
  if (table === undefined) return [];
  const { word } = numbersOf(table, false, isLong ? 8 : 4);
  const programs: Program[] = [];
  for (let index = 0; index < count; index++) {
    const program = await readSlice(content, word(index * entry + 8));
    if (program !== undefined) programs.push(program);
  }
  return programs;
}

/** Offsets in a slice begin at its start; those of the result at the start of the file. */
async function readSlice(content: Content, start: number): Promise<Program | undefined> {
  const head = await readExactly(content, start, 32);
  if (head === undefined) return undefined;
  const littleEndian = head[3] === 0xfe;
  const { u32 } = numbersOf(head, littleEndian);
  const magic = u32(0);
  if (magic !== 0xfeedface && magic !== 0xfeedfacf) return undefined;
  const is64 = magic === 0xfeedfacf;
  const [type, count, length] = [u32(12), u32(16), u32(20)];
  if (!PROGRAM_TYPES.has(type) || length > MAX_COMMANDS) return undefined;
  const commands = await readExactly(content, start + (is64 ? 32 : 28), length);
  const sections: Region[] = [];
  const segments: Region[] = [];
  let at = 0;
  for (let index = 0; commands !== undefined && index < count && at + 8 <= length; index++) {
    const field = numbersOf(commands.subarray(at), littleEndian);
    const size = field.u32(4);
    if (size < 8 || at + size > length || segments.length >= MAX_SEGMENTS) break;
    if (field.u32(0) === (is64 ? 0x19 : 1)) {
      const command = commands.subarray(at, at + size);
      readSegment({ content, start, littleEndian, is64, command }, sections, segments);
    }
    at += size;
  }
  return { kind: "mach-o", littleEndian, pointerSize: is64 ? 8 : 4, sections, segments };
}

interface SegmentCommand {
  readonly content: Content;
  readonly start: number;
  readonly littleEndian: boolean;
  readonly is64: boolean;
  readonly command: Buffer;
}

function readSegment(
  { content, start, littleEndian, is64, command }: SegmentCommand,
  sections: Region[],
  segments: Region[],
): void {
  const [header, entry] = is64 ? [72, 80] : [56, 68];
  if (command.length < header) return;
  const { u32, word } = numbersOf(command, littleEndian, is64 ? 8 : 4);
  const [address, offset, size] = is64 ? [24, 40, 48] : [24, 32, 36];
  const writable = (u32(is64 ? 60 : 44) & 2) !== 0;
  segments.push(
    ...regionIn(content, {
      name: nameIn(command, 8, 24),
      address: word(address),
      offset: start + word(offset),
      size: word(size),
      writable,
    }),
  );
  const count = Math.min(u32(header - 8), Math.floor((command.length - header) / entry));
  for (let index = 0; index < count && sections.length < MAX_SECTIONS; index++) {
    const at = header + index * entry;
    const field = numbersOf(command.subarray(at, at + entry), littleEndian, is64 ? 8 : 4);
    sections.push(
      ...regionIn(content, {
        name: nameIn(command, at, at + 16),
        address: field.word(32),
        size: field.word(is64 ? 40 : 36),
        offset: start + field.u32(is64 ? 48 : 40),
        writable,
      }),
    );
  }
}
