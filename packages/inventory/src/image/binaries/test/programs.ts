import { packed, placed, type TestSection, uvarint } from "./bytes.ts";

export function pe(sections: readonly TestSection[], is64 = true): Buffer {
  const optional = is64 ? 112 : 96;
  const start = 64 + 24 + optional + 40 * sections.length;
  const { bytes, offsets } = placed(
    start,
    sections.map(({ data }) => data),
  );
  const dos = Buffer.alloc(64);
  dos.write("MZ");
  dos.writeUInt32LE(64, 60);
  const head = Buffer.alloc(24 + optional);
  head.write("PE\0\0");
  head.writeUInt16LE(sections.length, 6);
  head.writeUInt16LE(optional, 20);
  head.writeUInt16LE(is64 ? 0x20b : 0x10b, 24);
  const table = sections.map(({ name, data, address = 0, writable }, index) => {
    const entry = Buffer.alloc(40);
    entry.write(name, 0, 8, "latin1");
    for (const [at, value] of [
      [8, data.length],
      [12, address],
      [16, data.length],
      [20, offsets[index] ?? 0],
    ] as const)
      entry.writeUInt32LE(value, at);
    entry.writeUInt32LE(writable ? 0xc0000040 : 0x40000040, 36);
    return entry;
  });
  return Buffer.concat([dos, head, ...table, bytes]);
}

/** One segment `__DATA` with all sections. */
export function machO(sections: readonly TestSection[]): Buffer {
  const command = 72 + 80 * sections.length;
  const { bytes, offsets, end } = placed(
    32 + command,
    sections.map(({ data }) => data),
  );
  const name = (text: string) => Buffer.from(text.padEnd(16, "\0"), "latin1");
  const list = sections.map(({ name: own, data, address = 0 }, index) =>
    Buffer.concat([
      name(own),
      name("__DATA"),
      packed({}, [
        ["x", address],
        ["x", data.length],
        ["w", offsets[index] ?? 0],
        ["w", 0],
        ["w", 0],
        ["w", 0],
        ["w", 0],
        ["w", 0],
        ["w", 0],
        ["w", 0],
      ]),
    ]),
  );
  return Buffer.concat([
    packed({}, [
      ["w", 0xfeedfacf],
      ["w", 0x0100000c],
      ["w", 0],
      ["w", 2],
      ["w", 1],
      ["w", command],
      ["w", 0],
      ["w", 0],
    ]),
    packed({}, [
      ["w", 0x19],
      ["w", command],
    ]),
    name("__DATA"),
    packed({}, [
      ["x", 0x1000],
      ["x", end],
      ["x", 0],
      ["x", end],
      ["w", 3],
      ["w", 3],
      ["w", sections.length],
      ["w", 0],
    ]),
    ...list,
    bytes,
  ]);
}

export function fat(programs: readonly Buffer[]): Buffer {
  const header = 8 + 20 * programs.length;
  const { bytes, offsets } = placed(header, programs);
  const big = { littleEndian: false };
  return Buffer.concat([
    packed(big, [
      ["w", 0xcafebabe],
      ["w", programs.length],
    ]),
    ...programs.map((program, index) =>
      packed(big, [
        ["w", 7],
        ["w", 3],
        ["w", offsets[index] ?? 0],
        ["w", program.length],
        ["w", 4],
      ]),
    ),
    bytes,
  ]);
}

export function wasm(sections: readonly TestSection[]): Buffer {
  const parts = sections.map(({ name, data }) => {
    const body = Buffer.concat([Buffer.from([name.length]), Buffer.from(name), Buffer.from(data)]);
    return Buffer.concat([Buffer.from([0]), uvarint(body.length), body]);
  });
  return Buffer.concat([Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]), ...parts]);
}
