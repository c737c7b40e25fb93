import { expect, test } from "vitest";
import { DEBIAN, readFacts } from "../../test/read-facts.ts";
import { bitnamiReader } from "./reader.ts";

const PATH = "opt/bitnami/redis/.spdx-redis.spdx";
const locator = (text: string) => [{ referenceType: "purl", referenceLocator: text }];

test("reads an application by the purl of its document, and explains all that is in its folder", async () => {
  const reading = await readFacts(bitnamiReader, {
    distribution: DEBIAN,
    layers: [
      {
        [PATH]: JSON.stringify({
          spdxVersion: "SPDX-2.3",
          packages: [
            {
              name: "redis",
              versionInfo: "7.2.4-1",
              licenseConcluded: "NOASSERTION",
              licenseDeclared: "BSD-3-Clause",
              externalRefs: locator("pkg:bitnami/redis@7.2.4-1?arch=amd64&distro=debian-12"),
            },
            { name: "other", externalRefs: locator("pkg:golang/example.com/x@v1.0.0") },
          ],
        }),
      },
    ],
  });
  expect(reading.components.map(({ component }) => component)).toEqual([
    {
      id: "bitnami:redis:7.2.4-1:amd64",
      name: "redis",
      version: "7.2.4-1",
      kind: "library",
      ecosystem: "bitnami",
      purl: "pkg:bitnami/redis@7.2.4-1?arch=amd64&distro=debian-12",
      firstParty: false,
      scope: "runtime",
      artifacts: [],
      declaredLicense: "BSD-3-Clause",
      location: { path: PATH },
      aliases: [],
      flags: [],
    },
  ]);
  expect([...(reading.explained ?? [])]).toEqual(["opt/bitnami/redis/"]);
});

test("says what is no such document", async () => {
  for (const [text, reason] of [
    ["SPDXVersion: SPDX-2.3", "The file is no SPDX document in JSON."],
    ["{}", "The SPDX document has no packages."],
    ['{"packages":[{"name":"x"}]}', "The SPDX document names no package of Bitnami."],
  ] as const) {
    const { components, skipped } = await readFacts(bitnamiReader, { layers: [{ [PATH]: text }] });
    expect([components, skipped]).toEqual([[], [{ kind: "unreadable", item: PATH, reason }]]);
  }
});
