import { expect, test } from "vitest";
import { readFacts } from "../../test/read-facts.ts";
import { opkgReader } from "./reader.ts";

test("reads opkg's database and lists", async () => {
  const reading = await readFacts(opkgReader, {
    distribution: { id: "openwrt", idLike: ["lede"], versionId: "23.05.3" },
    layers: [
      {
        "usr/lib/opkg/status":
          "Package: libc\nVersion: 1.2.4-4\nStatus: install hold installed\nArchitecture: x86_64\n\nPackage: curl\nVersion: 8.7.1-r1\nDepends: libc, libcurl4\nSource: feeds/packages/net/curl\nStatus: install user installed\nArchitecture: x86_64\n\n",
        "usr/lib/opkg/info/curl.list": "/usr/bin/curl\n/etc/x\t0100644\n",
      },
    ],
  });
  const query = "arch=x86_64&distro=openwrt-23.05.3";
  expect(reading.components.map(({ component, source }) => [component.purl, source])).toEqual([
    [`pkg:opkg/openwrt/libc@1.2.4-4?${query}`, { name: "libc" }],
    [`pkg:opkg/openwrt/curl@8.7.1-r1?${query}`, undefined],
  ]);
  expect(reading.edges).toEqual([
    {
      from: "opkg:curl:8.7.1-r1:x86_64",
      to: "opkg:libc:1.2.4-4:x86_64",
      kind: "runtime",
      requirement: "libc",
    },
  ]);
  expect([...(reading.owned ?? [])].map(([id, files]) => [id, [...files]])).toEqual([
    ["opkg:curl:8.7.1-r1:x86_64", ["usr/bin/curl", "etc/x"]],
  ]);
});
