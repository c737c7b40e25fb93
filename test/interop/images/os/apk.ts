import { deepStrictEqual as equal } from "node:assert";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { InteropCase } from "../../suite.ts";
import { packagesOf, readRoot } from "./read-root.ts";

/** Name, version, origin and what it needs. */
const PACKAGES = [
  ["alpine-baselayout", "3.6.5-r0", "alpine-baselayout", "/bin/sh so:libc.musl-x86_64.so.1"],
  ["busybox", "1.36.1-r29", "busybox", "so:libc.musl-x86_64.so.1"],
  ["busybox-binsh", "1.36.1-r29", "busybox", "busybox=1.36.1-r29"],
  ["libcrypto3", "3.3.1-r0", "openssl", "so:libc.musl-x86_64.so.1"],
  ["libssl3", "3.3.1-r0", "openssl", "so:libc.musl-x86_64.so.1 so:libcrypto.so.3"],
  ["musl", "1.2.5-r0", "musl", ""],
  ["zlib", "1.3.1-r1_git20240101", "zlib", "!miniz so:libc.musl-x86_64.so.1"],
] as const;

/** A root with a database as the documentation of apk has it; with a document of Wolfi's for each package, which is no further package. */
export function alpineRoot(folder: string): string {
  const root = join(folder, "root");
  for (const each of ["etc/apk", "lib/apk/db", "var/lib/db/sbom"])
    mkdirSync(join(root, each), { recursive: true });
  writeFileSync(join(root, "etc/os-release"), "ID=alpine\nVERSION_ID=3.20.1\n");
  writeFileSync(join(root, "etc/apk/world"), "alpine-baselayout\nlibssl3\n");
  const entries = PACKAGES.map(([name, version, origin, needs]) =>
    [
      "C:Q1gIlr4jqgvtBfhBVvDIvVzSYuAzM=",
      ...[`P:${name}`, `V:${version}`, "A:x86_64", "S:1", "I:2", "T:text", "U:https://x"],
      ...["L:MIT", `o:${origin}`, "m:Natanael Copa <ncopa@alpinelinux.org>", "t:1718000000"],
      ...["c:0123456789abcdef0123456789abcdef01234567", `D:${needs}`],
      ...(name === "musl" ? ["p:so:libc.musl-x86_64.so.1=1"] : []),
      ...(name === "busybox-binsh" ? ["p:/bin/sh cmd:sh=1.36.1-r29"] : []),
      ...[
        "F:usr",
        `F:usr/share/${name}`,
        "R:data",
        "a:0:0:755",
        "Z:Q1gIlr4jqgvtBfhBVvDIvVzSYuAzM=",
      ],
      "",
    ].join("\n"),
  );
  writeFileSync(join(root, "lib/apk/db/installed"), `${entries.join("\n")}\n`);
  for (const [name, version] of PACKAGES) {
    const purl = `pkg:apk/wolfi/${name}@${version}?arch=x86_64`;
    const document = {
      ...{ SPDXID: "SPDXRef-DOCUMENT", spdxVersion: "SPDX-2.3", dataLicense: "CC0-1.0" },
      ...{ name: `apk-${name}-${version}`, documentNamespace: `https://example.com/${name}` },
      creationInfo: { created: "2026-01-01T00:00:00Z", creators: ["Tool: melange"] },
      packages: [
        {
          ...{ SPDXID: "SPDXRef-Package", name, versionInfo: version, downloadLocation: "NONE" },
          externalRefs: [
            { referenceCategory: "PACKAGE_MANAGER", referenceLocator: purl, referenceType: "purl" },
          ],
        },
      ],
    };
    writeFileSync(
      join(root, "var/lib/db/sbom", `${name}-${version}.spdx.json`),
      JSON.stringify(document),
    );
  }
  return root;
}

export const apkCases: readonly InteropCase[] = [
  {
    name: "Alpine's database: each package once, with its origin",
    run: async () => {
      const folder = mkdtempSync(join(tmpdir(), "assay-apk-"));
      try {
        const image = await readRoot(alpineRoot(folder));
        const expected = PACKAGES.map(([name, version, origin]) =>
          [name, version, "x86_64", origin, version, "installed"].join(" "),
        );
        equal(packagesOf(image, "apk"), [...expected].sort());
        equal(image.components.size, PACKAGES.length);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  },
];
