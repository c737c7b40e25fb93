import { describe, expect, it } from "vitest";
import { edges, readWith, said } from "../test/read.ts";
import { programReader } from "./reader.ts";
import { elf } from "./test/elf.ts";
import { goBlob, goModuleText, oldGoBlob } from "./test/go-blobs.ts";
import { fat, machO, pe, wasm } from "./test/programs.ts";

const LINES = [
  "path\texample.com/team/app/cmd/app",
  "mod\texample.com/team/app\tv1.2.3\th1:aa=",
  "dep\tgithub.com/google/uuid\tv1.6.0\th1:bb=",
  "dep\tgithub.com/pkg/errors\tv0.9.0",
  "=>\tgithub.com/fork/errors\tv0.9.1\th1:cc=",
  "",
  "dep\texample.com/local\tv1.0.0",
  "=>\t./local\t(devel)\t",
  "build\t-compiler=gc",
  'build\t-ldflags="-X \\"main.v=1\\""',
  "build\tvcs.revision=0123456789abcdef0123456789abcdef01234567",
  "build\tvcs.modified=true",
];
const FOUND = [
  "pkg:golang/stdlib@1.26.8 build-record",
  "pkg:golang/example.com/team/app@v1.2.3 build-record",
  "pkg:golang/github.com/google/uuid@v1.6.0 build-record",
  "pkg:golang/github.com/fork/errors@v0.9.1 build-record as github.com/pkg/errors",
  "example.com/local@undefined build-record",
];

const read = (files: Readonly<Record<string, Uint8Array>>) => readWith(programReader, { files });
const withSection = (data: Buffer, name = ".go.buildinfo") =>
  elf([{ name, data, address: 0x2000, writable: true }]);

describe("Go programs", () => {
  it("says where the list of modules is cut off, or longer than is read", async () => {
    const whole = goBlob("go1.26.8", LINES);
    const cut = whole.subarray(0, 32 + 1 + "go1.26.8".length + 20);
    const many = goBlob(
      "go1.26.8",
      Array.from({ length: 20_001 }, (_, at) => `dep\tx.org/${at}\tv1.0.0`),
    );
    const files = { "bin/cut": withSection(Buffer.from(cut)), "bin/many": withSection(many) };
    const { components, skipped } = await read(files);
    expect(components).toHaveLength(20_001);
    expect(skipped?.map(({ item, reason }) => [item, reason])).toEqual([
      ["bin/cut", "its list of modules (build information of Go) can't be read"],
      ["bin/many", "it lists 20001 modules; at most 20000 are read"],
    ]);
  });

  it("gives the main module, those that it was linked with, and the standard library", async () => {
    const reading = await read({ "usr/local/bin/app": withSection(goBlob("go1.26.8", LINES)) });
    expect(said(reading).toSorted()).toEqual(FOUND.toSorted());
    expect(edges(reading).toSorted()).toEqual([
      "example.com/team/app v1.2.3 > example.com/local runtime",
      "example.com/team/app v1.2.3 > github.com/fork/errors v0.9.1 runtime",
      "example.com/team/app v1.2.3 > github.com/google/uuid v1.6.0 runtime",
      "example.com/team/app v1.2.3 > stdlib 1.26.8 runtime",
    ]);
    const [main] = reading.components.filter(({ component }) => component.kind === "application");
    expect(main).toMatchObject({
      component: { id: "go:example.com/team/app@v1.2.3", ecosystem: "golang", firstParty: false },
      places: [{ path: "usr/local/bin/app", layer: 0, since: 0, evidence: "build-record" }],
      properties: [
        ["assay:image:go:vcs.revision", "0123456789abcdef0123456789abcdef01234567"],
        ["assay:image:go:vcs.modified", "true"],
        ["assay:image:go:package", "example.com/team/app/cmd/app"],
      ],
    });
    const named = (name: string) =>
      reading.components.find(({ component }) => component.name === name);
    expect(named("github.com/fork/errors")?.component.ancestors).toEqual([
      {
        name: "github.com/pkg/errors",
        version: "v0.9.0",
        purl: "pkg:golang/github.com/pkg/errors@v0.9.0",
      },
    ]);
    expect(named("example.com/local")).toMatchObject({
      component: { ancestors: [{ name: "example.com/local", version: "v1.0.0" }] },
      properties: [["assay:image:go:replaced-by", "./local"]],
    });
    expect([...(reading.explained ?? [])]).toEqual(["usr/local/bin/app"]);
  });

  it.each([
    [
      "ELF without section headers",
      elf([{ name: "", data: goBlob("go1.26.8", LINES), address: 0x2000, writable: true }], {
        withoutSections: true,
      }),
    ],
    ["Mach-O", machO([{ name: "__go_buildinfo", data: goBlob("go1.26.8", LINES) }])],
    [
      "fat Mach-O",
      fat([machO([]), machO([{ name: "__go_buildinfo", data: goBlob("go1.26.8", LINES) }])]),
    ],
    [
      "PE",
      pe([
        { name: ".text", data: "x" },
        {
          name: ".data",
          data: Buffer.concat([Buffer.alloc(4096), goBlob("go1.26.8", LINES)]),
          writable: true,
        },
      ]),
    ],
    ["Go before 1.18", withSection(oldGoBlob("go1.26.8", LINES, 0x2000))],
    [
      "Go before 1.18, 32 bits, big-endian",
      elf(
        [
          {
            name: ".go.buildinfo",
            data: oldGoBlob("go1.26.8", LINES, 0x2000, { is64: false, littleEndian: false }),
            address: 0x2000,
          },
        ],
        { is64: false, littleEndian: false },
      ),
    ],
  ])("is read from %s", async (_, file) => {
    expect(said(await read({ app: file })).toSorted()).toEqual(FOUND.toSorted());
  });

  it("gives no version to a main module without one, and tells its builds apart by their bytes", async () => {
    const lines = ["path\ta.example/m", "mod\ta.example/m\t(devel)\t"];
    const reading = await read({
      a: withSection(goBlob("go1.22", lines)),
      b: withSection(goBlob("go1.22", lines)),
      c: withSection(goBlob("go1.22", [...lines, "build\t-x=1"])),
    });
    expect(
      reading.components.map(({ component: { purl, version }, places }) => [
        purl,
        version,
        places.map(({ path }) => path),
      ]),
    ).toEqual([
      ["pkg:golang/a.example/m", undefined, ["a", "b"]],
      ["pkg:golang/stdlib@1.22", "1.22", ["a", "b", "c"]],
      ["pkg:golang/a.example/m", undefined, ["c"]],
    ]);
  });

  it("finds the main module among the others where files were named one by one", async () => {
    const lines = [
      "path\tcommand-line-arguments",
      "dep\ta.example/m\t(devel)\t",
      "dep\tb.example/x\tv1.0.0\th1:a=",
    ];
    expect(edges(await read({ app: withSection(goBlob("go1.22.1", lines)) }))).toEqual([
      "a.example/m > b.example/x v1.0.0 runtime",
      "a.example/m > stdlib 1.22.1 runtime",
    ]);
  });

  it.each([
    ["go1.22.1 X:boringcrypto", "1.22.1"],
    ["go1.23rc1", "1.23rc1"],
    ["go1.20.5-vendor", "1.20.5"],
    ["devel go1.23-0a1b2c3 Tue", undefined],
  ])("reads the version %s as %s", async (text, version) => {
    const reading = await read({ app: withSection(goBlob(text)) });
    expect(reading.components.map(({ component: { name, version } }) => [name, version])).toEqual([
      ["stdlib", version],
    ]);
    expect(reading.components[0]?.properties).toEqual([["assay:image:go:version", text]]);
  });

  it("does not take the mark among the constants of a program that reads such information", async () => {
    const constants = { name: ".rodata", data: goBlob("go1.1", LINES), address: 0x1000 };
    const reader = elf([
      constants,
      { name: ".data", data: "none", address: 0x3000, writable: true },
    ]);
    expect((await read({ reader })).components).toEqual([]);
    // Nor one that is not aligned.
    const shifted = Buffer.concat([Buffer.alloc(8), goBlob("go1.1", LINES)]);
    expect((await read({ reader: withSection(shifted, ".data") })).components).toEqual([]);
    const both = elf([
      constants,
      { name: ".go.buildinfo", data: goBlob("go1.26.8"), address: 0x4000, writable: true },
    ]);
    expect(said(await read({ both }))).toEqual(["pkg:golang/stdlib@1.26.8 build-record"]);
  });

  it("leaves out what the tests of Go, or of a module in its cache, read", async () => {
    const data = withSection(goBlob("go1.17", LINES));
    const reading = await read({
      "usr/local/go/VERSION": Buffer.from("go1.26.8"),
      "usr/local/go/src/debug/buildinfo/testdata/old": data,
      "go/pkg/mod/golang.org/x/debug@v1/testdata/bin": data,
    });
    expect(reading.components).toEqual([]);
    expect([...(reading.explained ?? [])].toSorted()).toEqual([
      "go/pkg/mod/golang.org/x/debug@v1/testdata/bin",
      "usr/local/go/src/debug/buildinfo/testdata/old",
    ]);
    const own = await read({ "app/src/testdata/tool": data });
    expect(own.components.length).toBe(5);
  });

  it("takes no part of a record that is broken", async () => {
    const huge = goBlob("go1.22");
    huge.set([0xff, 0xff, 0xff, 0xff, 0x0f], 32);
    const pointers = oldGoBlob("go1.16", LINES, 0x2000);
    pointers.writeBigUInt64LE((1n << 64n) - 1n, 16);
    const endless = oldGoBlob("go1.16", LINES, 0x2000);
    endless.writeBigUInt64LE(1n << 62n, 32 + 8);
    const cut = goBlob("go1.26.8", LINES).subarray(0, 60);
    const unmarked = Buffer.concat([
      goBlob("go1.26.8").subarray(0, -1),
      Buffer.from([3]),
      Buffer.from("dep"),
    ]);
    for (const [data, found] of [
      [huge, []],
      [pointers, []],
      [endless, []],
      [cut, ["pkg:golang/stdlib@1.26.8 build-record"]],
      [unmarked, ["pkg:golang/stdlib@1.26.8 build-record"]],
    ] as const)
      expect(said(await read({ app: withSection(data) }))).toEqual(found);
  });

  it("keeps a module whose name can be in no purl", async () => {
    const lines = ["path\tm", "mod\tm/\tv1.0.0", "dep\t\tv1.0.0", "dep\tx\tv1.0.0"];
    expect(said(await read({ app: withSection(goBlob("go1.22.1", lines)) })).toSorted()).toEqual([
      "m/@v1.0.0 build-record",
      "pkg:golang/stdlib@1.22.1 build-record",
      "pkg:golang/x@v1.0.0 build-record",
    ]);
  });

  it("lists a WebAssembly module, which has no such record, as a program", async () => {
    const reading = await read({
      "app.wasm": wasm([{ name: "go:buildid", data: goModuleText([]) }]),
    });
    expect(reading.components).toEqual([]);
    expect(reading.executables).toMatchObject([{ path: "app.wasm", layer: 0, kind: "wasm" }]);
  });
});
