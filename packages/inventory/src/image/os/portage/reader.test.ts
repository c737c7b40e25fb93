import { expect, test } from "vitest";
import { readFacts } from "../../test/read-facts.ts";
import { portageReader } from "./reader.ts";

test("reads the folders of Gentoo's packages", async () => {
  const at = "var/db/pkg/app-crypt/gnupg-pkcs11-scd-0.10.0-r1";
  const reading = await readFacts(portageReader, {
    distribution: { id: "gentoo", idLike: [], versionId: "2.15" },
    layers: [
      {
        [`${at}/PF`]: "gnupg-pkcs11-scd-0.10.0-r1\n",
        [`${at}/SLOT`]: "2/3\n",
        [`${at}/LICENSE`]: "BSD GPL-2\n",
        [`${at}/repository`]: "guru\n",
        [`${at}/CONTENTS`]:
          "dir /usr/bin\nobj /usr/bin/a b 0123456789abcdef0123456789abcdef 1700000000\nsym /usr/bin/c -> a b 1700000000\nwhat\n",
      },
    ],
  });
  expect(reading.components.map(({ component, places }) => [component, places])).toEqual([
    [
      {
        id: "ebuild:gnupg-pkcs11-scd:0.10.0-r1:",
        name: "gnupg-pkcs11-scd",
        version: "0.10.0-r1",
        kind: "library",
        ecosystem: "ebuild",
        purl: "pkg:ebuild/app-crypt/gnupg-pkcs11-scd@0.10.0-r1?distro=gentoo-2.15&repository=guru&slot=2%2F3",
        firstParty: false,
        scope: "runtime",
        artifacts: [],
        declaredLicense: "BSD AND GPL-2",
        location: { path: `${at}/PF` },
        aliases: [],
        flags: [],
      },
      [{ path: `${at}/PF`, layer: 0, since: 0, evidence: "installed" }],
    ],
  ]);
  expect([...(reading.owned?.values().next().value ?? [])]).toEqual(["usr/bin/a b", "usr/bin/c"]);
  expect(reading.edges).toBeUndefined();
  expect(reading.skipped).toEqual([
    { kind: "unreadable", item: `${at}/CONTENTS`, reason: "line 4 is no entry" },
  ]);
});

test("is not kept busy by lines that are made for it", async () => {
  const at = "var/db/pkg/app-misc/a-1";
  const lines = `sym ${" -> 1".repeat(1900)}x\n`.repeat(4000);
  const { skipped } = await readFacts(portageReader, {
    layers: [{ [`${at}/PF`]: "a-1\n", [`${at}/CONTENTS`]: lines }],
  });
  expect(skipped?.map(({ reason }) => reason).slice(0, 2)).toEqual([
    "line 1 is no entry",
    "line 2 is no entry",
  ]);
});
