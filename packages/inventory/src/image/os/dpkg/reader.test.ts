import { zstdCompressSync } from "node:zlib";
import { queryOf } from "@assay/advisories";
import { describe, expect, test } from "vitest";
import { DEBIAN, readFacts } from "../../test/read-facts.ts";
import { dpkgReader } from "./reader.ts";

const entry = (name: string, version: string, more = "") =>
  `Package: ${name}\nStatus: install ok installed\nArchitecture: amd64\nVersion: ${version}\n${more}\n`;
const STATUS = "var/lib/dpkg/status";

describe("dpkgReader", () => {
  test("makes a component of a package, with purl, source, licence, files and place", async () => {
    const reading = await readFacts(dpkgReader, {
      distribution: DEBIAN,
      layers: [
        {
          [STATUS]: entry("libssl3", "1:3.0.1-1+b2", "Source: openssl (3.0.1-1)\n"),
          "var/lib/dpkg/info/libssl3:amd64.list":
            "/.\n/usr\n/usr/lib\n/usr/lib/libssl.so.3\n/usr/bin\n/usr/bin/c_rehash\n",
          "var/lib/dpkg/diversions":
            "/usr/bin/c_rehash\n/usr/bin/c_rehash.distrib\nother\n/usr/x\n/usr/y\nlibssl3\n",
          "usr/share/doc/libssl3/copyright":
            "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n\nFiles: *\nLicense: Apache-2.0\n",
        },
      ],
    });
    const id = "deb:libssl3:1:3.0.1-1+b2:amd64";
    expect(reading.components).toEqual([
      {
        component: {
          id,
          name: "libssl3",
          version: "1:3.0.1-1+b2",
          kind: "library",
          ecosystem: "deb",
          purl: "pkg:deb/debian/libssl3@1:3.0.1-1%2Bb2?arch=amd64&distro=debian-12&upstream=openssl%403.0.1-1",
          firstParty: false,
          scope: "runtime",
          artifacts: [],
          declaredLicense: "Apache-2.0",
          location: { path: STATUS, startLine: 1 },
          aliases: [],
          flags: [],
        },
        places: [{ path: STATUS, layer: 0, since: 0, evidence: "installed" }],
        source: { name: "openssl", version: "3.0.1-1" },
      },
    ]);
    expect([...(reading.owned?.get(id) ?? [])]).toEqual([
      "usr/lib/libssl.so.3",
      "usr/bin/c_rehash.distrib",
    ]);
    expect(reading.skipped).toEqual([]);
    expect(reading.notices).toBeUndefined();
  });

  test("names source and release so that advisories find the package", async () => {
    const layers = [{ [STATUS]: entry("libssl3", "3.0.1-1+b2", "Source: openssl (3.0.1-1)\n") }];
    const query = async (distribution: typeof DEBIAN) => {
      const { components } = await readFacts(dpkgReader, { distribution, layers });
      return components.map(({ component }) => queryOf(component));
    };
    const asked = { name: "openssl", version: "3.0.1-1" };
    expect(await query(DEBIAN)).toEqual([{ ecosystem: "Debian:12", ...asked }]);
    expect(await query({ id: "ubuntu", idLike: ["debian"], versionId: "22.04" })).toEqual([
      { ecosystem: "Ubuntu:22.04:LTS", ...asked },
    ]);
  });

  test("leads from a package to what it needs, by name, by what is provided and by architecture", async () => {
    const foreign = `Package: libc6\nStatus: install ok installed\nArchitecture: i386\nVersion: 2\n\n`;
    const { edges } = await readFacts(dpkgReader, {
      distribution: DEBIAN,
      layers: [
        {
          [STATUS]: [
            entry("app", "1", "Depends: libc6 (>= 2), none | awk, mail-agent, app\n"),
            entry("libc6", "2"),
            foreign,
            entry("mawk", "3", "Provides: awk\n"),
            entry("exim", "4", "Provides: mail-agent\n"),
            entry("nullmailer", "5", "Provides: mail-agent\n"),
          ].join(""),
        },
      ],
    });
    expect(edges?.map(({ from, to, kind, requirement }) => [from, to, kind, requirement])).toEqual([
      ["deb:app:1:amd64", "deb:exim:4:amd64", "runtime", "mail-agent"],
      ["deb:app:1:amd64", "deb:libc6:2:amd64", "runtime", "libc6 (>= 2)"],
      ["deb:app:1:amd64", "deb:mawk:3:amd64", "runtime", "none | awk"],
      ["deb:app:1:amd64", "deb:nullmailer:5:amd64", "runtime", "mail-agent"],
    ]);
  });

  test("says since which layer a package of this version has been there without a gap", async () => {
    const { components } = await readFacts(dpkgReader, {
      distribution: DEBIAN,
      layers: [
        { [STATUS]: entry("base", "1") + entry("updated", "1") + entry("back", "1") },
        { "etc/x": "1" },
        { [STATUS]: entry("base", "1") + entry("updated", "2") },
        { [STATUS]: entry("base", "1") + entry("updated", "2") + entry("back", "1") },
      ],
    });
    expect(components.map(({ component, places }) => [component.name, places])).toEqual([
      ["base", [{ path: STATUS, layer: 3, since: 0, evidence: "installed" }]],
      ["updated", [{ path: STATUS, layer: 3, since: 2, evidence: "installed" }]],
      ["back", [{ path: STATUS, layer: 3, since: 3, evidence: "installed" }]],
    ]);
  });

  test("finds nothing in a database that was removed", async () => {
    const layers = [{ [STATUS]: entry("a", "1") }, { [STATUS]: undefined }];
    expect((await readFacts(dpkgReader, { distribution: DEBIAN, layers })).components).toEqual([]);
  });

  test("tells what was asked for from what apt installed for others", async () => {
    const { components } = await readFacts(dpkgReader, {
      distribution: DEBIAN,
      layers: [
        {
          [STATUS]: entry("app", "1") + entry("lib", "1"),
          "var/lib/apt/extended_states": "Package: lib\nArchitecture: amd64\nAuto-Installed: 1\n\n",
        },
      ],
    });
    expect(components.map(({ component: { name, direct } }) => [name, direct])).toEqual([
      ["app", true],
      ["lib", false],
    ]);
  });

  test("reads the entries of a distroless image, and nothing else that lies beside them", async () => {
    const { components, owned, skipped } = await readFacts(dpkgReader, {
      distribution: DEBIAN,
      layers: [
        {
          "var/lib/dpkg/status.d/bGliYzY":
            "Package: libc6\nVersion: 2.36\nArchitecture: amd64\nSource: glibc\n",
          "var/lib/dpkg/status.d/bGliYzY.md5sums":
            "0123456789abcdef0123456789abcdef  lib/libc.so.6\n",
          "var/lib/dpkg/status.d/notice": "All rights reserved.\n",
        },
        { "var/lib/dpkg/status.d/tzdata": "Package: tzdata\nVersion: 2024a\nArchitecture: all\n" },
      ],
    });
    expect(components.map(({ component, places }) => [component.purl, places[0]?.since])).toEqual([
      ["pkg:deb/debian/tzdata@2024a?arch=all&distro=debian-12", 1],
      ["pkg:deb/debian/libc6@2.36?arch=amd64&distro=debian-12&upstream=glibc", 0],
    ]);
    expect([...(owned ?? [])].map(([id, files]) => [id, [...files]])).toEqual([
      ["deb:libc6:2.36:amd64", ["lib/libc.so.6"]],
    ]);
    expect(skipped).toEqual([]);
  });

  test("reads what Chisel cut out of packages, once where dpkg's database has it too", async () => {
    const wall = [
      { jsonwall: "1.0", schema: "1.0", count: 5 },
      { kind: "content", slice: "openssl_bins", path: "/usr/bin/openssl" },
      {
        kind: "package",
        name: "openssl",
        version: "3.0.13-0ubuntu3.5",
        sha256: "00",
        arch: "amd64",
      },
      { kind: "path", path: "/etc/", mode: "0755", slices: ["openssl_bins"] },
      { kind: "path", path: "/usr/bin/openssl", mode: "0755", slices: ["openssl_bins"] },
    ].map((each) => JSON.stringify(each));
    const path = "var/lib/chisel/manifest.wall";
    const distribution = { id: "ubuntu", idLike: ["debian"], versionId: "24.04" };
    const read = (list: readonly string[], more = {}) =>
      readFacts(dpkgReader, {
        distribution,
        layers: [{ [path]: zstdCompressSync(`${list.join("\n")}\n`), ...more }],
      });
    const alone = await read(wall);
    expect(alone.components.map(({ component, places }) => [component.purl, places])).toEqual([
      [
        "pkg:deb/ubuntu/openssl@3.0.13-0ubuntu3.5?arch=amd64&distro=ubuntu-24.04",
        [{ path, layer: 0, since: 0, evidence: "installed" }],
      ],
    ]);
    expect([...(alone.owned?.values().next().value ?? [])]).toEqual(["usr/bin/openssl"]);
    const both = await read(wall, { [STATUS]: entry("openssl", "3.0.13-0ubuntu3.5") });
    expect(both.components.map(({ places }) => places.map((place) => place.path))).toEqual([
      [STATUS, path],
    ]);
    const cut = await read(wall.slice(0, 3));
    expect(cut.components).toHaveLength(1);
    expect(cut.skipped).toEqual([
      { kind: "unreadable", item: path, reason: "it says that it has 5 lines, and has 3" },
    ]);
  });

  test("says that nothing names the distribution, and takes the maintainer for a hint", async () => {
    const { components, skipped } = await readFacts(dpkgReader, {
      layers: [
        { [STATUS]: entry("a", "1", "Maintainer: X <x@lists.debian.org>\n") + entry("b", "1") },
      ],
    });
    expect(components.map(({ component, properties }) => [component.purl, properties])).toEqual([
      ["pkg:deb/debian/a@1?arch=amd64", [["assay:image:distribution", "guessed"]]],
      [undefined, undefined],
    ]);
    expect(skipped?.map(({ item, reason }) => [item, reason])).toEqual([
      [
        "etc/os-release",
        `${STATUS} lists packages, and nothing in the image says of which distribution and release they are, so that advisories can't be looked up`,
      ],
    ]);
  });

  test("says it once where each package has a file of its own", async () => {
    const path = (name: string) => `var/lib/dpkg/status.d/${name}`;
    const { skipped } = await readFacts(dpkgReader, {
      layers: [
        Object.fromEntries(["a", "b", "c"].map((name) => [path(name), entry(name, "1")] as const)),
      ],
    });
    expect(skipped?.map(({ reason }) => reason.replace(/,.*/, ""))).toEqual([
      `${path("a")} and 2 more files list packages`,
    ]);
  });
});
