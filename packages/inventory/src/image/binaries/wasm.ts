import {
  type Content,
  MAX_SECTIONS,
  type Program,
  type Region,
  readExactly,
  regionIn,
} from "./program.ts";

/** The custom sections of a WebAssembly module. Source: https://webassembly.github.io/spec/core/binary/modules.html */
export async function readWasm(content: Content): Promise<Program | undefined> {
  const head = await readExactly(content, 0, 8);
  if (head === undefined || head.readUInt32BE(0) !== 0x0061736d) return undefined;
  const sections: Region[] = [];
  let at = 8;
  for (let index = 0; index < MAX_SECTIONS && at < content.size; index++) {
    const start = Buffer.from(await content.read(at, 96));
    const size = uvarint(start, 1);
    if (size === undefined) break;
    const body = at + size.end;
    if (start[0] === 0) {
      const name = uvarint(start, size.end);
      if (name !== undefined && name.end + name.value <= start.length) {
        const used = name.end - size.end + name.value;
        sections.push(
          ...regionIn(content, {
            name: start.toString("latin1", name.end, name.end + name.value),
            offset: body + used,
            size: size.value - used,
            address: -1,
            writable: false,
          }),
        );
      }
    }
    at = body + size.value;
  }
  return { kind: "wasm", littleEndian: true, pointerSize: 4, sections, segments: [] };
}

/** A number of seven bits a byte, at most five bytes long. */
export function uvarint(
  bytes: Uint8Array,
  start: number,
): { readonly value: number; readonly end: number } | undefined {
  let value = 0;
  for (let index = 0; index < 5; index++) {
    const byte = bytes[start + index];
    if (byte === undefined) return undefined;
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return { value, end: start + index + 1 };
  }
  return undefined;
}
