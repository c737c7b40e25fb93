import { align, packed, placed, type Shape, type TestSection } from "./bytes.ts";

/** A program of a few bytes. */
export function elf(sections: readonly TestSection[], shape: Shape = {}): Buffer {
  const { is64 = true, littleEndian = true, type = 2, withoutSections = false } = shape;
  const loaded = sections.filter(({ address }) => address !== undefined);
  const [header, programEntry, sectionEntry] = is64 ? [64, 56, 64] : [52, 32, 40];
  const names = `\0${sections.map(({ name }) => `${name}\0`).join("")}.shstrtab\0`;
  const start = header + programEntry * loaded.length;
  const { bytes, offsets, end } = placed(start, [...sections.map(({ data }) => data), names]);
  const table = align(end);
  const at = (section: TestSection) => offsets[sections.indexOf(section)] ?? 0;
  const programs = loaded.map((section) => {
    const [address, size] = [section.address ?? 0, section.data.length];
    const flags = section.writable ? 6 : 4;
    return is64
      ? packed(shape, [
          ["w", 1],
          ["w", flags],
          ["p", at(section)],
          ["p", address],
          ["p", address],
          ["p", size],
          ["p", size],
          ["p", 16],
        ])
      : packed(shape, [
          ["w", 1],
          ["p", at(section)],
          ["p", address],
          ["p", address],
          ["p", size],
          ["p", size],
          ["w", flags],
          ["p", 16],
        ]);
  });
  let nameAt = 1;
  const entry = (name: number, offset: number, size: number, address = 0, flags = 0) =>
    packed(shape, [
      ["w", name],
      ["w", 1],
      ["p", flags],
      ["p", address],
      ["p", offset],
      ["p", size],
      ["w", 0],
      ["w", 0],
      ["p", 1],
      ["p", 0],
    ]);
  const listed = sections.map((section) => {
    const own = entry(
      nameAt,
      at(section),
      section.data.length,
      section.address,
      section.writable ? 3 : 2,
    );
    nameAt += section.name.length + 1;
    return own;
  });
  const table0 = Buffer.alloc(sectionEntry);
  const last = entry(nameAt, offsets.at(-1) ?? 0, names.length);
  const head = Buffer.concat([
    Buffer.from([
      0x7f,
      0x45,
      0x4c,
      0x46,
      is64 ? 2 : 1,
      littleEndian ? 1 : 2,
      1,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
    ]),
    packed(shape, [
      ["h", type],
      ["h", 62],
      ["w", 1],
      ["p", 0],
      ["p", loaded.length === 0 ? 0 : header],
      ["p", withoutSections ? 0 : table],
      ["w", 0],
      ["h", header],
      ["h", programEntry],
      ["h", loaded.length],
      ["h", sectionEntry],
      ["h", withoutSections ? 0 : sections.length + 2],
      ["h", withoutSections ? 0 : sections.length + 1],
    ]),
  ]);
  const tables = withoutSections ? [] : [Buffer.alloc(table - end), table0, ...listed, last];
  return Buffer.concat([head, ...programs, bytes, ...tables]);
}
