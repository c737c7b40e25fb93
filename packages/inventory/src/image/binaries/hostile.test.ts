import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { contentOf } from "../test/read-facts.ts";
import { programReader } from "./reader.ts";
import { elf } from "./test/elf.ts";
import { goBlob, oldGoBlob } from "./test/go-blobs.ts";
import { fat, machO, pe, wasm } from "./test/programs.ts";

const LINES = ["path\tm", "mod\tm\tv1.0.0\th1:a=", "dep\tx\tv1.0.0", "=>\ty\tv1.1.0"];
const crates = deflateSync('{"packages":[{"name":"a","version":"1.0.0","source":"crates.io"}]}');
const data = { name: ".dep-v0", data: crates };

const PROGRAMS: readonly (readonly [string, Buffer])[] = [
  [
    "ELF",
    elf([
      { name: ".go.buildinfo", data: goBlob("go1.22", LINES), address: 0x1000, writable: true },
    ]),
  ],
  [
    "ELF, 32 bits",
    elf(
      [
        {
          name: ".go.buildinfo",
          data: oldGoBlob("go1.16", LINES, 0x1000, { is64: false }),
          address: 0x1000,
        },
      ],
      { is64: false },
    ),
  ],
  [
    "ELF with symbols",
    elf([
      { name: ".dynstr", data: "\0sbom\0sbom_length\0" },
      { name: ".dynsym", data: Buffer.alloc(48, 1) },
      { name: ".note.package", data: Buffer.alloc(24, 2) },
    ]),
  ],
  ["PE", pe([{ name: ".data", data: goBlob("go1.22", LINES), writable: true }])],
  ["Mach-O", fat([machO([data]), machO([{ name: "__go_buildinfo", data: goBlob("go1.22") }])])],
  ["WebAssembly", wasm([data])],
];

describe("programReader, with any byte changed", () => {
  it.each(PROGRAMS)(
    "ends with an answer, and reads no more than the file has: %s",
    async (_, whole) => {
      let most = 0;
      for (let at = 0; at < whole.length; at += 1)
        for (const byte of [0x00, 0x7f, 0x80, 0xff]) {
          const file = Buffer.from(whole);
          file[at] = byte;
          const content = contentOf(file);
          let bytes = 0;
          await programReader.extract({
            path: "usr/bin/python3.12",
            mode: 0o755,
            layer: 0,
            content: {
              ...content,
              read: async (offset, length) => {
                const found = await content.read(offset, length);
                bytes += found.length;
                return found;
              },
            },
          });
          most = Math.max(most, bytes);
        }
      // Each part a few times: never by what a number in it says.
      expect(most).toBeLessThan(40 * whole.length);
    },
  );
});
