import { expect, test } from "vitest";
import { readFacts } from "../../test/read-facts.ts";
import { pacmanReader } from "./reader.ts";

const LOCAL = "var/lib/pacman/local";

test("reads the entries of pacman's packages, with what was asked for", async () => {
  const reading = await readFacts(pacmanReader, {
    distribution: { id: "arch", idLike: [] },
    layers: [
      {
        [`${LOCAL}/openssl-3.3.1-1/desc`]:
          "%NAME%\nopenssl\n\n%VERSION%\n3.3.1-1\n\n%BASE%\nopenssl\n\n%ARCH%\nx86_64\n\n%LICENSE%\nApache-2.0\nMIT\n\n%REASON%\n1\n\n%DEPENDS%\nglibc>=2.38\n\n%PROVIDES%\nlibssl.so=3-64\n",
        [`${LOCAL}/openssl-3.3.1-1/files`]:
          "%FILES%\nusr/\nusr/lib/\nusr/lib/libssl.so.3\n\n%BACKUP%\netc/x\tabc\n",
      },
      {
        [`${LOCAL}/curl-1:8.8.0-1/desc`]:
          "%NAME%\ncurl\n\n%VERSION%\n1:8.8.0-1\n\n%ARCH%\nx86_64\n\n%DEPENDS%\nlibssl.so=3-64\n",
        [`${LOCAL}/broken/desc`]: "%NAME%\nbroken\n",
      },
    ],
  });
  expect(
    reading.components.map(({ component: { purl, direct, declaredLicense }, places, source }) => [
      purl,
      direct,
      declaredLicense,
      places[0]?.since,
      source,
    ]),
  ).toEqual([
    ["pkg:alpm/arch/curl@1:8.8.0-1?arch=x86_64&distro=arch", true, undefined, 1, undefined],
    [
      "pkg:alpm/arch/openssl@3.3.1-1?arch=x86_64&distro=arch",
      false,
      "Apache-2.0 AND MIT",
      0,
      { name: "openssl" },
    ],
  ]);
  expect(reading.edges).toEqual([
    {
      from: "alpm:curl:1:8.8.0-1:x86_64",
      to: "alpm:openssl:3.3.1-1:x86_64",
      kind: "runtime",
      requirement: "libssl.so=3-64",
    },
  ]);
  expect([...(reading.owned ?? [])].map(([id, files]) => [id, [...files]])).toEqual([
    ["alpm:openssl:3.3.1-1:x86_64", ["usr/lib/libssl.so.3"]],
  ]);
  expect(reading.skipped).toEqual([
    {
      kind: "unreadable",
      item: `${LOCAL}/broken/desc`,
      reason: "The entry has no name or no version.",
    },
  ]);
});
