import { describe, expect, test } from "vitest";
import { readStatus, requirements } from "./status.ts";

describe("readStatus", () => {
  test("reads what is installed, with source, rebuilt version, architecture and what it needs", () => {
    const text = `Package: libssl3
Status: install ok installed
Architecture: amd64
Multi-Arch: same
Source: openssl (3.0.1-1)
Version: 1:3.0.1-1+b2
Maintainer: Debian OpenSSL Team <pkg-openssl@lists.debian.org>
Pre-Depends: libc6 (>= 2.34)
Depends: zlib1g:any (>= 1:1.1.4) | zlib-ng, debconf
 (>= 0.5)
Provides: libssl (= 3), tls-library
Description: a library
 Version: 9 is no field here
`;
    expect(readStatus(text)).toEqual({
      packages: [
        {
          name: "libssl3",
          version: "1:3.0.1-1+b2",
          arch: "amd64",
          source: { name: "openssl", version: "3.0.1-1" },
          vendor: "Debian OpenSSL Team <pkg-openssl@lists.debian.org>",
          requires: [
            { anyOf: ["libc6"], text: "libc6 (>= 2.34)" },
            { anyOf: ["zlib1g", "zlib-ng"], text: "zlib1g:any (>= 1:1.1.4) | zlib-ng" },
            { anyOf: ["debconf"], text: "debconf (>= 0.5)" },
          ],
          provides: ["libssl", "tls-library"],
          line: 1,
        },
      ],
      problems: [],
    });
  });

  test("takes the state alone for whether a package is there, and names a state that is half done", () => {
    const states = [
      "install ok installed",
      "hold ok installed",
      "deinstall ok installed",
      "install ok triggers-pending",
      "install ok triggers-awaited",
      "install ok unpacked",
      "install reinstreq half-installed",
      "install ok half-configured",
      "deinstall ok config-files",
      "purge ok not-installed",
    ];
    const text = states
      .map((state, at) => `Package: p${at}\nStatus: ${state}\nVersion: 1\n`)
      .join("\n");
    const { packages, problems } = readStatus(text);
    expect(packages.map(({ name, properties }) => [name, properties?.[0]?.[1]])).toEqual([
      ["p0", undefined],
      ["p1", undefined],
      ["p2", undefined],
      ["p3", undefined],
      ["p4", undefined],
      ["p5", "unpacked"],
      ["p6", "half-installed"],
      ["p7", "half-configured"],
    ]);
    expect(problems).toEqual([]);
  });

  test("says what it does not understand, and keeps what it does", () => {
    const text = `Version: 1
Status: install ok installed

package: lower
STATUS: install ok installed
VERSION: 2

Package: none
Status: install ok installed

Package: odd
Status: install ok future
Version: 3

Package: cut
Status: install ok installed
Version: 1.`;
    const { packages, problems } = readStatus(text);
    expect(packages.map(({ name, version }) => [name, version])).toEqual([
      ["lower", "2"],
      ["none", undefined],
      ["odd", "3"],
      ["cut", "1."],
    ]);
    expect(problems).toEqual([
      "line 1: the entry has no name",
      "line 8: the entry has no version: none",
      "line 11: odd has the state future, which dpkg does not know",
      "it ends in the middle of a line",
    ]);
  });

  test("refuses a line that no package manager wrote", () => {
    expect(() => readStatus(`Package: ${"a".repeat(2 ** 21)}\n`)).toThrow(
      "A line has 2097161 characters: at most 1048576 are read.",
    );
  });
});

test("requirements without names are none", () => {
  expect(requirements(" , (>= 1), |")).toEqual([]);
});
