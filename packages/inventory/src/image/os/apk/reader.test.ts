import { queryOf } from "@assay/advisories";
import { describe, expect, test } from "vitest";
import { readFacts } from "../../test/read-facts.ts";
import { readInstalled } from "./installed.ts";
import { apkReader } from "./reader.ts";

const ALPINE = { id: "alpine", idLike: [], versionId: "3.20.1" };
const INSTALLED = "lib/apk/db/installed";

const DATABASE = `C:Q1gIlr4jqgvtBfhBVvDIvVzSYuAzM=
P:musl
V:1.2.5-r0
A:x86_64
S:410000
T:the musl c library (libc) implementation
L:MIT
o:musl
m:Timo Teräs <timo.teras@iki.fi>
p:so:libc.musl-x86_64.so.1=1
F:lib
R:ld-musl-x86_64.so.1
a:0:0:755
Z:Q1xOmMJrJlMWfzPOX9QKDZPMU2TTs=
R:libc.musl-x86_64.so.1

P:ssl_client
V:1.36.1-r28
A:x86_64
L:GPL-2.0-only
o:busybox
D:so:libc.musl-x86_64.so.1 !libressl /bin/sh ghost>1
F:usr/bin
R:ssl_client
F:
R:rootfile

P:busybox-binsh
V:1.36.1-r28
A:x86_64
o:busybox
p:/bin/sh cmd:sh=1.36.1-r28

`;

describe("apkReader", () => {
  test("makes a component of a package, with origin, licence, files, needs and whether it was asked for", async () => {
    const reading = await readFacts(apkReader, {
      distribution: ALPINE,
      layers: [{ [INSTALLED]: DATABASE, "etc/apk/world": "ssl_client>1 cmd:sh\n" }],
    });
    expect(reading.components[0]).toEqual({
      component: {
        id: "apk:musl:1.2.5-r0:x86_64",
        name: "musl",
        version: "1.2.5-r0",
        kind: "library",
        ecosystem: "apk",
        purl: "pkg:apk/alpine/musl@1.2.5-r0?arch=x86_64&distro=alpine-3.20.1",
        firstParty: false,
        scope: "runtime",
        direct: false,
        artifacts: [],
        declaredLicense: "MIT",
        location: { path: INSTALLED, startLine: 1 },
        aliases: [],
        flags: [],
      },
      places: [{ path: INSTALLED, layer: 0, since: 0, evidence: "installed" }],
      source: { name: "musl" },
    });
    const arch = "arch=x86_64&distro=alpine-3.20.1";
    expect(reading.components.map(({ component }) => [component.purl, component.direct])).toEqual([
      [`pkg:apk/alpine/musl@1.2.5-r0?${arch}`, false],
      [`pkg:apk/alpine/ssl_client@1.36.1-r28?${arch}&upstream=busybox`, true],
      [`pkg:apk/alpine/busybox-binsh@1.36.1-r28?${arch}&upstream=busybox`, true],
    ]);
    const from = "apk:ssl_client:1.36.1-r28:x86_64";
    expect(reading.edges).toEqual([
      {
        from,
        to: "apk:busybox-binsh:1.36.1-r28:x86_64",
        kind: "runtime",
        requirement: "/bin/sh",
      },
      {
        from,
        to: "apk:musl:1.2.5-r0:x86_64",
        kind: "runtime",
        requirement: "so:libc.musl-x86_64.so.1",
      },
    ]);
    expect([...(reading.owned ?? [])].map(([id, files]) => [id, [...files]])).toEqual([
      ["apk:musl:1.2.5-r0:x86_64", ["lib/ld-musl-x86_64.so.1", "lib/libc.musl-x86_64.so.1"]],
      [from, ["usr/bin/ssl_client", "rootfile"]],
    ]);
    expect(reading.components.map(({ component }) => queryOf(component))).toEqual([
      { ecosystem: "Alpine:v3.20", name: "musl", version: "1.2.5-r0" },
      { ecosystem: "Alpine:v3.20", name: "busybox", version: "1.36.1-r28" },
      { ecosystem: "Alpine:v3.20", name: "busybox", version: "1.36.1-r28" },
    ]);
  });

  test("follows a database that moved to another folder back to the layer where a package came in", async () => {
    const { components } = await readFacts(apkReader, {
      distribution: { id: "wolfi", idLike: [], versionId: "20230201" },
      layers: [
        { [INSTALLED]: "P:a\nV:1-r0\n\nP:b\nV:1-r0\n" },
        { [INSTALLED]: undefined, "usr/lib/apk/db/installed": "P:a\nV:1-r0\n\nP:b\nV:2-r0\n" },
      ],
    });
    const place = { path: "usr/lib/apk/db/installed", layer: 1, evidence: "installed" };
    expect(components.map(({ component, places }) => [component.purl, places])).toEqual([
      ["pkg:apk/wolfi/a@1-r0?distro=wolfi-20230201", [{ ...place, since: 0 }]],
      ["pkg:apk/wolfi/b@2-r0?distro=wolfi-20230201", [{ ...place, since: 1 }]],
    ]);
  });

  test("reads a database once where it is seen through a link of a folder", async () => {
    const { components } = await readFacts(apkReader, {
      distribution: ALPINE,
      layers: [
        { lib: { link: "usr/lib" }, "usr/lib/apk/db/installed": "P:a\nV:1-r0\n" },
        { [INSTALLED]: "P:a\nV:2-r0\n" },
      ],
    });
    expect(components.map(({ component }) => component.version)).toEqual(["2-r0"]);
  });
});

test("says what it does not understand, and keeps what it does", () => {
  const { packages, problems } = readInstalled("P:a\nV:1\nbroken\n\nP:b\n\nP:c\nV:2\nF:us");
  expect(packages.map(({ name, version }) => [name, version])).toEqual([
    ["a", "1"],
    ["c", "2"],
  ]);
  expect(problems).toEqual([
    "line 3 is no field",
    "line 5: the entry has no name or no version",
    "it ends in the middle of a line",
  ]);
});
