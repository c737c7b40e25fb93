import {
  type Content,
  MAX_SECTIONS,
  MAX_SEGMENTS,
  nameIn,
  numbersOf,
  type Program,
  type Region,
  readExactly,
  readRegion,
  regionIn,
} from "./program.ts";

const EXECUTABLE = 2;
const SHARED = 3;
const NO_BITS = 8;
const LOAD = 1;
const MAX_NAMES = 1024 * 1024;

/**
 * The sections and loaded segments of an ELF program or library; nothing for what is neither (object files, core dumps).
 *
 * Source: System V ABI, chapters 4 and 5; https://refspecs.linuxfoundation.org/elf/gabi4+/contents.html
 */
export async function readElf(content: Content): Promise<Program | undefined> {
  const head = await readExactly(content, 0, 64);
  if (head === undefined || head.readUInt32BE(0) !== 0x7f454c46) return undefined;
  const [is64, littleEndian] = [head[4] === 2, head[5] === 1];
  if ((!is64 && head[4] !== 1) || (!littleEndian && head[5] !== 2)) return undefined;
  const pointerSize = is64 ? 8 : 4;
  const { u16, word } = numbersOf(head, littleEndian, pointerSize);
  const type = u16(16);
  if (type !== EXECUTABLE && type !== SHARED) return undefined;
  const shape = { content, littleEndian, pointerSize } as const;
  const tail = is64 ? 54 : 42;
  const segments = await readTable(
    { ...shape, max: MAX_SEGMENTS, least: is64 ? 56 : 32 },
    { offset: word(is64 ? 32 : 28), size: u16(tail), count: u16(tail + 2) },
  );
  const sections = await readTable(
    { ...shape, max: MAX_SECTIONS, least: is64 ? 64 : 40 },
    { offset: word(is64 ? 40 : 32), size: u16(tail + 4), count: u16(tail + 6) },
  );
  return {
    kind: "elf",
    littleEndian,
    pointerSize,
    segments: segments.flatMap((entry) => segment(content, entry, is64)),
    sections: await withNames(content, sections, u16(tail + 8), is64),
  };
}

type Entry = ReturnType<typeof numbersOf>;

interface Table {
  readonly content: Content;
  readonly littleEndian: boolean;
  readonly pointerSize: 4 | 8;
  readonly max: number;
  readonly least: number;
}

/** The entries of a table; none where the header can't be true. */
async function readTable(
  { content, littleEndian, pointerSize, max, least }: Table,
  at: { readonly offset: number; readonly size: number; readonly count: number },
): Promise<readonly Entry[]> {
  if (at.size < least || at.count === 0 || at.count > max || at.offset <= 0) return [];
  const bytes = await readExactly(content, at.offset, at.size * at.count);
  if (bytes === undefined) return [];
  return Array.from({ length: at.count }, (_, index) =>
    numbersOf(bytes.subarray(index * at.size, (index + 1) * at.size), littleEndian, pointerSize),
  );
}

function segment(content: Content, { u32, word }: Entry, is64: boolean): readonly Region[] {
  if (u32(0) !== LOAD) return [];
  const flags = u32(is64 ? 4 : 24);
  return regionIn(content, {
    name: "",
    offset: word(is64 ? 8 : 4),
    address: word(is64 ? 16 : 8),
    size: word(is64 ? 32 : 16),
    writable: (flags & 2) !== 0,
  });
}

async function withNames(
  content: Content,
  entries: readonly Entry[],
  namesAt: number,
  is64: boolean,
): Promise<readonly Region[]> {
  const regions = entries.map(({ u32, word }) =>
    u32(4) === NO_BITS
      ? []
      : regionIn(content, {
          name: "",
          offset: word(is64 ? 24 : 16),
          address: word(is64 ? 16 : 12),
          size: word(is64 ? 32 : 20),
          writable: (word(8) & 1) !== 0,
        }),
  );
  const [table] = regions[namesAt] ?? [];
  if (table === undefined) return [];
  const names = await readRegion(content, table, MAX_NAMES);
  return entries.flatMap(({ u32 }, index) =>
    (regions[index] ?? []).map((region) => ({ ...region, name: sectionName(names, u32(0)) })),
  );
}

function sectionName(names: Buffer, start: number): string {
  return start < names.length ? nameIn(names, start, Math.min(names.length, start + 64)) : "";
}
