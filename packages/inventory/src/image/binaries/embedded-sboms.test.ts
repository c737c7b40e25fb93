import { describe, expect, it } from "vitest";
import { readWith } from "../test/read.ts";
import { embeddedSbomReader } from "./embedded-sboms.ts";

const read = (files: Readonly<Record<string, string>>) => readWith(embeddedSbomReader, { files });

describe("SBOMs in an image", () => {
  it("are named with what they list, and not read into the inventory", async () => {
    const reading = await read({
      "app/bom.json": JSON.stringify({
        bomFormat: "CycloneDX",
        specVersion: "1.6",
        components: [{}, {}],
      }),
      "usr/share/sbom/a.spdx.json": JSON.stringify({ spdxVersion: "SPDX-2.3", packages: [{}] }),
      "usr/share/sbom/b": "SPDXVersion: SPDX-2.2\nPackageName: x\nPackageName: y\n",
      "usr/share/sbom/c.json": JSON.stringify({
        "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld",
        "@graph": [{ type: "software_Package" }, { type: "Person" }],
      }),
      "app/sbom.json": '{"other": 1}',
      "app/other.json": JSON.stringify({ bomFormat: "CycloneDX" }),
    });
    expect(reading.components).toEqual([]);
    expect(reading.notices).toEqual([
      "/app/bom.json (CycloneDX 1.6) lists 2 packages: a claim, which is not read into the inventory.",
      "/usr/share/sbom/a.spdx.json (SPDX-2.3) lists 1 package: a claim, which is not read into the inventory.",
      "/usr/share/sbom/b (SPDX-2.2) lists 2 packages: a claim, which is not read into the inventory.",
      "/usr/share/sbom/c.json (SPDX 3) lists 1 package: a claim, which is not read into the inventory.",
    ]);
    expect(reading.broken).toEqual([]);
  });

  it("are refused where they are broken", async () => {
    expect((await read({ "a.spdx.json": '{"spdxVersion":' })).broken).toEqual(["it is no JSON"]);
  });

  it("are not named one by one where there are many", async () => {
    const document = '{"bomFormat":"CycloneDX","specVersion":"1.5","components":[{},{}]}';
    const many = Array.from({ length: 23 }, (_, at) => [
      `var/lib/db/sbom/${at}.cdx.json`,
      document,
    ]);
    expect((await read(Object.fromEntries(many))).notices).toEqual([
      "/var/lib/db/sbom/ has 23 SBOMs, which list 46 packages: a claim, which is not read into the inventory.",
    ]);
    const places = Array.from({ length: 23 }, (_, at) => [`a/${at}/bom.json`, document]);
    const { notices } = await read(Object.fromEntries(places));
    expect([notices?.length, notices?.at(-1)]).toEqual([
      21,
      "3 more places in the image with SBOMs: claims too.",
    ]);
  });

  it("of Bitnami are read by another reader", async () => {
    const document = JSON.stringify({ spdxVersion: "SPDX-2.3", packages: [] });
    const path = "opt/bitnami/redis/.spdx-redis.spdx";
    expect((await read({ [path]: document })).notices).toEqual([]);
    expect((await read({ [`srv/${path}`]: document })).notices?.length).toBe(1);
  });
});
