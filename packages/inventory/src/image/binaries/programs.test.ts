import { deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { edges, readWith, said } from "../test/read.ts";
import { programReader } from "./reader.ts";
import { elf } from "./test/elf.ts";
import { goBlob } from "./test/go-blobs.ts";
import { machO, pe, wasm } from "./test/programs.ts";

const read = (files: Readonly<Record<string, string | Uint8Array>>) =>
  readWith(programReader, { files });
const text = (value: string) => elf([{ name: ".rodata", data: `\0${value}\0`, address: 0x1000 }]);

const CRATES = {
  packages: [
    { name: "app", version: "0.1.0", source: "local", root: true, dependencies: [1, 2, 3] },
    { name: "serde", version: "1.0.200", source: "crates.io", dependencies: [4] },
    { name: "cc", version: "1.0.90", source: "crates.io", kind: "build" },
    { name: "forked", version: "2.0.0", source: "git", dependencies: [1] },
    { name: "inner", version: "0.3.0", source: "registry" },
  ],
};

describe("programs of Rust", () => {
  const section = (value: unknown) => ({
    name: ".dep-v0",
    data: deflateSync(JSON.stringify(value)),
  });

  it.each([
    ["ELF", elf([section(CRATES)])],
    ["PE", pe([section(CRATES)])],
    ["Mach-O", machO([section(CRATES)])],
    ["WebAssembly", wasm([section(CRATES)])],
  ])("give the crates that they were made of: %s", async (_, file) => {
    const reading = await read({ "usr/local/bin/app": file });
    expect(said(reading)).toEqual([
      "app@0.1.0 build-record",
      "pkg:cargo/serde@1.0.200 build-record",
      "pkg:cargo/cc@1.0.90 build-record development",
      "forked@2.0.0 build-record",
      "inner@0.3.0 build-record",
    ]);
    expect(edges(reading)).toEqual([
      "app 0.1.0 > cc 1.0.90 build",
      "app 0.1.0 > forked 2.0.0 runtime",
      "app 0.1.0 > serde 1.0.200 runtime",
      "forked 2.0.0 > serde 1.0.200 runtime",
      "serde 1.0.200 > inner 0.3.0 runtime",
    ]);
    expect(
      reading.components.map(({ component: { kind }, properties }) => [kind, properties]),
    ).toEqual([
      ["application", [["assay:image:cargo:source", "local"]]],
      ["library", undefined],
      ["library", undefined],
      ["library", [["assay:image:cargo:source", "git"]]],
      ["library", [["assay:image:cargo:source", "registry"]]],
    ]);
    expect([...(reading.explained ?? [])]).toEqual(["usr/local/bin/app"]);
  });

  it("passes over places in the list that are not there, and knots", async () => {
    const packages = [
      { name: "a", version: "1.0.0", source: "crates.io", dependencies: [0, 1, 7, -1, 0.5, "1"] },
      { name: "b", version: "1.0.0", source: "crates.io", dependencies: [0] },
    ];
    expect(edges(await read({ app: elf([section({ packages })]) }))).toEqual([
      "a 1.0.0 > b 1.0.0 runtime",
      "b 1.0.0 > a 1.0.0 runtime",
    ]);
  });

  it.each([
    ["a bomb", deflateSync(Buffer.alloc(64 * 1024 * 1024))],
    ["no zlib", Buffer.from("packages")],
    ["no JSON", deflateSync("{")],
    ["no list", deflateSync("[]")],
    ["a crate without a name", deflateSync('{"packages":[{"version":"1"}]}')],
  ])("say what can't be read: %s", async (_, data) => {
    const reading = await read({ app: elf([{ name: ".dep-v0", data }]) });
    expect([reading.components, reading.skipped]).toEqual([
      [],
      [{ kind: "unreadable", item: "app", reason: "its list of crates (.dep-v0) can't be read" }],
    ]);
    expect([...(reading.explained ?? [])]).toEqual([]);
  });
});

describe("programs that GraalVM compiled", () => {
  /** Symbols: none, `sbom`, `sbom_length`. */
  function native(document: Uint8Array, length = document.length) {
    const symbol = (name: number, value: number) => {
      const entry = Buffer.alloc(24);
      entry.writeUInt32LE(name, 0);
      entry.writeBigUInt64LE(BigInt(value), 8);
      return entry;
    };
    const size = Buffer.alloc(8);
    size.writeBigUInt64LE(BigInt(length));
    return elf([
      { name: ".dynstr", data: "\0sbom\0sbom_length\0" },
      {
        name: ".dynsym",
        data: Buffer.concat([symbol(0, 0), symbol(1, 0x5000), symbol(6, 0x6000)]),
      },
      { name: ".data", data: document, address: 0x5000 },
      { name: ".more", data: size, address: 0x6000 },
    ]);
  }
  const document = {
    bomFormat: "CycloneDX",
    components: [
      {
        group: "io.netty",
        name: "netty-common",
        version: "4.1.0",
        purl: "pkg:maven/io.netty/netty-common@4.1.0",
      },
      { name: "unnamed", purl: "no purl" },
      { version: "1" },
    ],
  };

  it("give the components of the document in them", async () => {
    const reading = await read({ app: native(gzipSync(JSON.stringify(document))) });
    expect(said(reading)).toEqual([
      "pkg:maven/io.netty/netty-common@4.1.0 build-record",
      "unnamed@undefined build-record",
    ]);
    expect(reading.components[0]?.properties).toEqual([["assay:image:embedded-sbom", "GraalVM"]]);
  });

  it.each([
    ["a bomb", native(gzipSync(Buffer.alloc(80 * 1024 * 1024)))],
    ["a length over the end", native(gzipSync("{}"), 2 ** 40)],
    ["no document", native(Buffer.from("text"))],
  ])("say what can't be read: %s", async (_, file) => {
    expect((await read({ app: file })).skipped).toEqual([
      { kind: "unreadable", item: "app", reason: "its embedded SBOM (GraalVM) can't be read" },
    ]);
  });
});

describe("notes of packages", () => {
  function note(value: string, type = 0xcafe1a7e) {
    const head = Buffer.alloc(16);
    head.writeUInt32LE(4, 0);
    head.writeUInt32LE(value.length, 4);
    head.writeUInt32LE(type, 8);
    head.write("FDO\0", 12);
    return elf([{ name: ".note.package", data: Buffer.concat([head, Buffer.from(value)]) }]);
  }

  it("name the package that a program was built for", async () => {
    const rpm =
      '{"type":"rpm","name":"systemd","version":"255.4-1.fc40","architecture":"x86_64","osCpe":"cpe:/o:fedoraproject:fedora:40"}\0\0';
    const deb =
      '{"type":"deb","os":"ubuntu","name":"hello","version":"2.10-3","architecture":"amd64"}';
    expect(
      said(await read({ a: note(rpm), b: note(deb), c: note('{"type":"other","name":"x"}') })),
    ).toEqual([
      "pkg:rpm/fedora/systemd@255.4-1.fc40?arch=x86_64 build-record",
      "pkg:deb/ubuntu/hello@2.10-3?arch=amd64 build-record",
      "x@undefined build-record",
    ]);
  });

  it("say nothing where they are of another kind or broken", async () => {
    const files = { a: note("{}", 1), b: note("{"), c: note("[]"), d: note('{"type":"deb"}') };
    expect((await read(files)).components).toEqual([]);
  });
});

describe("versions that programs print", () => {
  it.each([
    ["usr/local/bin/node", "node.js/v20.20.2", "node@20.20.2"],
    ["usr/local/bin/python3.12", "\x003.12.1\0", "python@3.12.1"],
    ["usr/local/lib/libpython3.13.so.1.0", "/usr/src/python-3.13.0rc1\0", "python@3.13.0rc1"],
    [
      "usr/local/lib/libruby.so.3.1.2",
      "ruby 3.1.2p20 (2022-04-12 revision 4491bb740a)",
      "ruby@3.1.2",
    ],
    ["usr/local/bin/php", "X-Powered-By: PHP/8.2.36", "php@8.2.36"],
    ["usr/local/sbin/php-fpm", "X-Powered-By: PHP/8.4.0RC1", "php@8.4.0RC1"],
    ["usr/local/bin/perl5.36.0", "\0v5.36.0\0", "perl@5.36.0"],
    ["bin/bash", "@(#)Bash version 5.2.15(1) release GNU", "bash@5.2.15"],
    ["usr/sbin/nginx", "nginx version: nginx/1.22.1", "nginx@1.22.1"],
    ["usr/local/bin/redis-server", "7.0.151790282056000000000", "redis@7.0.15"],
    ["usr/local/bin/redis-cli", "7.2.11buildkitsandbox-1704067200000000000", "redis@7.2.11"],
    ["usr/local/pgsql/bin/postgres", "PostgreSQL 15.20 on x86_64-pc-linux-gnu", "postgresql@15.20"],
    ["usr/local/apache2/bin/httpd", "Apache/2.4.71 (Unix)", "httpd@2.4.71"],
    ["usr/local/bin/openssl", "OpenSSL 3.0.19 27 Jan 2026", "openssl@3.0.19"],
    ["opt/ssl/lib/libcrypto.so.1.1", "OpenSSL 1.1.1w  11 Sep 2023", "openssl@1.1.1w"],
    ["bin/[", "BusyBox v1.35.0 (2022-01-17)", "busybox@1.35.0"],
    ["usr/bin/curl", "curl/7.88.1", "curl@7.88.1"],
    ["usr/lib/libcurl.so.4.8.0", "libcurl/7.88.1", "curl@7.88.1"],
    ["usr/sbin/haproxy", " version 2.6.12-1+deb12u4, released 2026/10/17", "haproxy@2.6.12"],
    ["usr/bin/memcached", "memcached 1.6.18", "memcached@1.6.18"],
  ])("are read from %s", async (path, value, found) => {
    const reading = await read({ [path]: text(value) });
    expect(said(reading)).toEqual([`pkg:generic/${found} version-string`]);
    expect([...(reading.explained ?? [])]).toContain(path);
  });

  it("count only in the program of that name", async () => {
    const files = {
      "usr/bin/tests": text("node.js/v20.20.2"),
      "usr/bin/python3.12": text("\x003.11.1\0"),
      "usr/share/node": text("nginx version: nginx/1.22.1"),
    };
    expect((await read(files)).components).toEqual([]);
  });

  it("are found over the edge of what is read at once, and far inside", async () => {
    const at = (offset: number) => {
      const data = Buffer.alloc(3 * 1024 * 1024, "x");
      data.write("node.js/v20.20.2\0", offset);
      return elf([{ name: ".rodata", data }]);
    };
    for (const offset of [1024 * 1024 - 80, 2 * 1024 * 1024 - 64])
      expect(said(await read({ "usr/bin/node": at(offset) }))).toEqual([
        "pkg:generic/node@20.20.2 version-string",
      ]);
  });

  it("explain what comes with the program", async () => {
    const reading = await read({ "usr/local/lib/libpython3.12.so.1.0": text("\x003.12.1\0") });
    expect([...(reading.explained ?? [])]).toEqual([
      "usr/local/lib/libpython3.12.so.1.0",
      "usr/local/lib/python3.12/lib-dynload/",
      "usr/local/lib/libpython3.so",
      "usr/local/bin/python3.12",
      "usr/local/bin/idle3.12",
      "usr/local/bin/pydoc3.12",
      "usr/local/bin/2to3-3.12",
      "usr/local/bin/python3.12-config",
    ]);
  });
});

describe("programs", () => {
  it("are listed, scripts only where a shell looks for them, object files not", async () => {
    const reading = await read({
      "app/run.sh": "#!/bin/sh\n",
      "app/native.node": elf([], { type: 3 }),
      "app/part.o": elf([], { type: 1 }),
      "app/word.exe": "MZ is no program, though it begins like one, and has more than 64 bytes",
      "app/tool.exe": pe([]),
      "usr/local/bin/start": "#!/bin/sh\n",
      "usr/bin/tool": elf([{ name: ".text", data: "x" }]),
    });
    expect(reading.executables?.map(({ path, kind }) => `${path} ${kind}`)).toEqual([
      "app/native.node elf",
      "app/tool.exe pe",
      "usr/bin/tool elf",
      "usr/local/bin/start script",
    ]);
    expect([reading.components, [...(reading.explained ?? [])], reading.broken]).toEqual([
      [],
      [],
      [],
    ]);
  });

  it("that are packed are named: nothing of them can be read", async () => {
    const file = elf([{ name: "", data: "UPX!", address: 0x1000 }], { withoutSections: true });
    expect((await read({ "usr/bin/app": file })).notices).toEqual([
      "/usr/bin/app is packed with UPX: what it is made of can't be read.",
    ]);
  });

  it("keep every place, with the layer since which the bytes are there", async () => {
    const content = elf([{ name: ".go.buildinfo", data: goBlob("go1.26.8") }]);
    const reading = await readWith(programReader, {
      files: { a: { content, layer: 2 }, b: { content, layer: 1 } },
    });
    expect(reading.components.map(({ places }) => places)).toEqual([
      [
        { path: "a", layer: 2, since: 2, evidence: "build-record" },
        { path: "b", layer: 1, since: 1, evidence: "build-record" },
      ],
    ]);
  });
});
