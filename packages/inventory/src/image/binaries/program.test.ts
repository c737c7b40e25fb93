import { describe, expect, it } from "vitest";
import { contentOf } from "../test/read-facts.ts";
import type { Program } from "./program.ts";
import { programKind, readPrograms } from "./read-program.ts";
import type { TestSection } from "./test/bytes.ts";
import { elf } from "./test/elf.ts";
import { fat, machO, pe, wasm } from "./test/programs.ts";

const SECTIONS: readonly TestSection[] = [
  { name: ".text", data: "code", address: 0x1000 },
  { name: ".data", data: "values", address: 0x2000, writable: true },
];

/** Name, content, address, `w` where it can be written. */
async function sectionsOf(file: Buffer) {
  const programs = await readPrograms(contentOf(file));
  return programs.map(({ sections }) => regions(file, sections));
}

function regions(file: Buffer, all: Program["sections"]) {
  return all.map(({ name, offset, size, address, writable }) => [
    name,
    file.toString("latin1", offset, offset + size),
    address,
    ...(writable ? ["w"] : []),
  ]);
}

const WHOLE = [
  [".text", "code", 0x1000],
  [".data", "values", 0x2000, "w"],
];

describe("readPrograms", () => {
  it.each([
    ["64 bits, little-endian", {}],
    ["64 bits, big-endian", { littleEndian: false }],
    ["32 bits, little-endian", { is64: false }],
    ["32 bits, big-endian", { is64: false, littleEndian: false }],
  ])("reads sections and segments of ELF: %s", async (_, shape) => {
    const file = elf(SECTIONS, shape);
    const [program] = await readPrograms(contentOf(file));
    if (program === undefined) throw new Error("it is no program");
    const { is64 = true, littleEndian = true } = shape as {
      is64?: boolean;
      littleEndian?: boolean;
    };
    expect([program.kind, program.pointerSize, program.littleEndian]).toEqual([
      "elf",
      is64 ? 8 : 4,
      littleEndian,
    ]);
    expect(regions(file, program.sections).slice(0, 2)).toEqual(WHOLE);
    expect(regions(file, program.segments)).toEqual(WHOLE.map(([, ...rest]) => ["", ...rest]));
  });

  it("reads segments alone where there are no sections", async () => {
    const [program] = await readPrograms(contentOf(elf(SECTIONS, { withoutSections: true })));
    expect([program?.sections, program?.segments.length]).toEqual([[], 2]);
  });

  it("reads sections of PE", async () => {
    expect(await sectionsOf(pe(SECTIONS))).toEqual([WHOLE]);
    expect(await sectionsOf(pe(SECTIONS, false))).toEqual([WHOLE]);
  });

  it("reads sections of Mach-O, and of every slice of a fat file", async () => {
    const one = [[".text", "code", 0x1000, "w"], WHOLE[1]];
    expect(await sectionsOf(machO(SECTIONS))).toEqual([one]);
    const other = machO([{ name: "__x", data: "other" }]);
    expect(await sectionsOf(fat([machO(SECTIONS), other]))).toEqual([
      one,
      [["__x", "other", 0, "w"]],
    ]);
  });

  it("reads custom sections of WebAssembly", async () => {
    const long = "x".repeat(300);
    expect(
      await sectionsOf(
        wasm([
          { name: "name", data: long },
          { name: "b", data: "2" },
        ]),
      ),
    ).toEqual([
      [
        ["name", long, -1],
        ["b", "2", -1],
      ],
    ]);
  });

  it("takes no class file of Java for Mach-O, and nothing for an object file", async () => {
    const classFile = Buffer.from("cafebabe0000003d00", "hex");
    expect(programKind(classFile)).toBeUndefined();
    expect(await readPrograms(contentOf(classFile))).toEqual([]);
    expect(await readPrograms(contentOf(elf(SECTIONS, { type: 1 })))).toEqual([]);
  });
});

describe("readPrograms, with headers that lie", () => {
  const reads = async (file: Buffer) => {
    const asked: number[] = [];
    const content = contentOf(file);
    const programs = await readPrograms({
      size: content.size,
      read: (offset, length) => {
        asked.push(length);
        return content.read(offset, length);
      },
    });
    return { programs, longest: Math.max(...asked) };
  };

  it("reads no table of 65,535 sections", async () => {
    const file = elf(SECTIONS);
    file.writeUInt16LE(0xffff, 60);
    const { programs, longest } = await reads(file);
    expect(programs[0]?.sections).toEqual([]);
    expect(longest).toBeLessThan(1024);
  });

  it.each([
    ["over the end", 0xffffn],
    ["at 2^63", 1n << 63n],
    ["at 2^64 - 1", (1n << 64n) - 1n],
  ])("reads no section whose offset is %s", async (_, offset) => {
    const file = elf(SECTIONS);
    const table = Number(file.readBigUInt64LE(40));
    file.writeBigUInt64LE(offset, table + 64 + 24);
    const { programs } = await reads(file);
    expect(regions(file, programs[0]?.sections ?? []).map(([name]) => name)).toEqual([
      ".data",
      ".shstrtab",
    ]);
    file.writeBigUInt64LE(offset, 40);
    expect((await reads(file)).programs[0]?.sections).toEqual([]);
    file.writeBigUInt64LE(offset, 32);
    expect((await reads(file)).programs[0]?.segments).toEqual([]);
  });

  it("reads no section that is larger than the file", async () => {
    const file = elf(SECTIONS);
    const table = Number(file.readBigUInt64LE(40));
    file.writeBigUInt64LE(BigInt(file.length), table + 64 + 32);
    const { programs } = await reads(file);
    expect(programs[0]?.sections.map(({ name }) => name)).toEqual([".data", ".shstrtab"]);
  });

  it("gives names of no section where the table of names is none", async () => {
    const file = elf(SECTIONS);
    file.writeUInt16LE(9999, 62);
    expect((await reads(file)).programs[0]?.sections).toEqual([]);
    const far = elf(SECTIONS);
    far.writeUInt32LE(0x7fffffff, Number(far.readBigUInt64LE(40)) + 64);
    expect((await reads(far)).programs[0]?.sections.map(({ name }) => name)).toEqual([
      "",
      ".data",
      ".shstrtab",
    ]);
  });

  it("stops at commands of Mach-O and sections of WebAssembly without an end", async () => {
    const file = machO(SECTIONS);
    file.writeUInt32LE(0xffffffff, 16);
    file.writeUInt32LE(0, 32 + 4);
    expect((await reads(file)).programs[0]?.sections).toEqual([]);
    const many = fat(Array.from({ length: 31 }, () => machO([])));
    expect((await reads(many)).programs).toEqual([]);
    const endless = Buffer.concat([wasm([]), Buffer.from([0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])]);
    expect((await reads(endless)).programs[0]?.sections).toEqual([]);
  });

  it("reads a file that ends anywhere without an error", async () => {
    for (const whole of [elf(SECTIONS), pe(SECTIONS), fat([machO(SECTIONS)]), wasm(SECTIONS)])
      for (let end = 0; end < whole.length; end += 1) await reads(whole.subarray(0, end));
    expect((await reads(elf(SECTIONS).subarray(0, 40))).programs).toEqual([]);
  });
});
