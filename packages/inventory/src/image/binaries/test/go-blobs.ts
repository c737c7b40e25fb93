import { packed, type Shape, uvarint } from "./bytes.ts";

/** The lines as Go writes them, with its marks around them. */
export function goModuleText(lines: readonly string[]): string {
  const mark = "\x30\x77\xaf\x0c\x92\x74\x08\x02\x41\xe1\xc1\x07\xe6\xd6\x18\xe6";
  return `${mark}${lines.map((line) => `${line}\n`).join("")}${mark}`;
}

/** As Go 1.18 and later have it. */
export function goBlob(version: string, lines: readonly string[] = []): Buffer {
  const text = (value: string) => [uvarint(value.length), Buffer.from(value, "latin1")];
  return Buffer.concat([
    Buffer.from("\xff Go buildinf:\x08\x02", "latin1"),
    Buffer.alloc(16),
    ...text(version),
    ...text(lines.length === 0 ? "" : goModuleText(lines)),
  ]);
}

/** As Go before 1.18 has it: pointers to strings, in a section that is loaded at `address`. */
export function oldGoBlob(
  version: string,
  lines: readonly string[],
  address: number,
  shape: Shape = {},
): Buffer {
  const { is64 = true, littleEndian = true } = shape;
  const size = is64 ? 8 : 4;
  const modules = goModuleText(lines);
  const texts = address + 32 + 4 * size;
  return Buffer.concat([
    Buffer.from("\xff Go buildinf:", "latin1"),
    Buffer.from([size, littleEndian ? 0 : 1]),
    packed(shape, [
      ["p", address + 32],
      ["p", address + 32 + 2 * size],
    ]),
    Buffer.alloc(16 - 2 * size),
    packed(shape, [
      ["p", texts],
      ["p", version.length],
      ["p", texts + version.length],
      ["p", modules.length],
    ]),
    Buffer.from(version + modules, "latin1"),
  ]);
}
