import { describe, expect, test } from "vitest";
import { cycloneDxXmlDocument } from "../cyclonedx/xml.ts";
import { spdxTagValueDocument } from "../spdx/tag-value.ts";
import { documentOf, EVERYTHING, ORIGIN } from "../test/documents.ts";
import { validateDocument } from "./document.ts";

async function problemsIn(text: string): Promise<readonly string[]> {
  const { problems } = await validateDocument("bom", new TextEncoder().encode(text));
  return problems.map(({ place, pointer, message }) => `${place?.line} ${pointer}: ${message}`);
}

const written = async (write: (document: Awaited<ReturnType<typeof documentOf>>) => Uint8Array) =>
  new TextDecoder().decode(write(await documentOf(EVERYTHING, { origin: ORIGIN })));

/** The line of the first occurrence, from 1. */
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split("\n").length;

describe("CycloneDX XML", () => {
  test("our own document keeps to its format", async () => {
    expect(await problemsIn(await written(cycloneDxXmlDocument))).toEqual([]);
  });

  test.each([
    ['type="library"', 'type="librari"', 'components[0].type: it is "librari"; it must be one of'],
    ["<scope>optional</scope>", "<scoep>optional</scoep>", "there is no field `scoep` here"],
    [
      '<dependency ref="pkg:npm/a@1.0.0"',
      '<dependency ref="pkg:npm/a@9"',
      '"pkg:npm/a@9" is the bom-ref of nothing',
    ],
    [
      'bom-ref="pkg:npm/a@2.0.0"',
      'bom-ref="pkg:npm/a@1.0.0"',
      'the bom-ref "pkg:npm/a@1.0.0" is given a second time',
    ],
    ["<timestamp>2026", "<timestamp>26", "metadata.timestamp: it is"],
  ])("%s → %s", async (good, bad, message) => {
    const text = await written(cycloneDxXmlDocument);
    expect(text).toContain(good);
    const problems = await problemsIn(text.replace(good, bad));
    expect(problems.find((problem) => problem.includes(message))).toMatch(/^\d+ /);
  });

  test("what XML writes otherwise than JSON, and what others add, is no fault", async () => {
    const text = `<bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1">
      <components><component type="library" foo="1"><name>a</name>
        <evidence><copyright><text>(c) A</text></copyright></evidence><x:more xmlns:x="urn:x"/>
      </component></components>
      <services><service><name>s</name><provider/><data><dataflow><classification flow="inbound">PII</classification></dataflow></data></service></services>
      <vulnerabilities><vulnerability><id>CVE-1</id><cwes><cwe>79</cwe></cwes></vulnerability></vulnerabilities>
    </bom>`;
    expect(await problemsIn(text)).toEqual([]);
  });
});

describe("SPDX tag-value", () => {
  test("our own document keeps to its format", async () => {
    expect(await problemsIn(await written(spdxTagValueDocument))).toEqual([]);
  });

  test("faults have their lines", async () => {
    const text = await written(spdxTagValueDocument);
    const checksum = /PackageChecksum: SHA512: .*/.exec(text)?.[0] ?? "";
    const broken = text
      .replace(checksum, "PackageChecksum: SHA512: 00")
      .replace("PrimaryPackagePurpose: APPLICATION", "PrimaryPackagePurpose: APP")
      .replace(
        /^Relationship: SPDXRef-DOCUMENT DESCRIBES .*$/m,
        "Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-gone",
      );
    const name = broken
      .slice(0, broken.indexOf("PrimaryPackagePurpose: APP\n"))
      .lastIndexOf("PackageName:");
    expect(await problemsIn(broken)).toEqual([
      `${broken.slice(0, name).split("\n").length} packages[0].primaryPackagePurpose: it is "APP"; it must be one of "APPLICATION", "ARCHIVE", "CONTAINER", "DEVICE", "FILE", "FIRMWARE", "FRAMEWORK", "INSTALL", "LIBRARY", "OPERATING-SYSTEM", "OPERATING_SYSTEM", "OTHER", … (13 in all)`,
      expect.stringMatching(
        new RegExp(
          `^${lineOf(broken, "PackageChecksum: SHA512: 00")} packages\\[\\d\\]\\.checksums\\[\\d\\]\\.checksumValue: it has 2 digits`,
        ),
      ),
      `${lineOf(broken, "SPDXRef-gone")} relationships[0].relatedSpdxElement: "SPDXRef-gone" is the id of nothing in the document`,
    ]);
  });
});

describe("SPDX 3.0", () => {
  const element = (type: string, id: string, rest: object = {}) => ({
    type,
    spdxId: `https://x.org/${id}`,
    creationInfo: "_:i",
    ...rest,
  });
  const graph = (...more: readonly object[]) => ({
    "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld",
    "@graph": [
      {
        type: "CreationInfo",
        "@id": "_:i",
        specVersion: "3.0.1",
        created: "2026-01-31T12:00:00Z",
        createdBy: ["https://x.org/acme"],
      },
      element("Organization", "acme", { name: "Acme" }),
      element("SpdxDocument", "d", { rootElement: ["https://x.org/a"] }),
      element("software_Package", "a", {
        name: "a",
        verifiedUsing: [{ type: "Hash", algorithm: "sha1", hashValue: "ab".repeat(20) }],
      }),
      ...more,
    ],
  });
  const problems = (document: object) =>
    problemsIn(JSON.stringify(document, null, 1)).then((list) =>
      list.map((each) => each.replace(/^\d+ /, "")),
    );

  test("a document that keeps to the rules", async () => {
    expect(
      await problems(
        graph(
          element("Relationship", "r", {
            from: "https://x.org/a",
            relationshipType: "dependsOn",
            to: ["https://spdx.org/rdf/3.0.1/terms/Core/NoneElement"],
          }),
          element("simplelicensing_LicenseExpression", "l", {
            simplelicensing_licenseExpression: "MIT",
          }),
        ),
      ),
    ).toEqual([]);
  });

  test("every fault is named with its place", async () => {
    const wrong = graph(
      element("software_Package", "a", {}),
      element("Relationship", "r", {
        from: "https://x.org/gone",
        relationshipType: "dependsOn",
        to: [],
      }),
      element("software_Package", "b", {
        name: "b",
        verifiedUsing: [{ type: "Hash", algorithm: "sha256", hashValue: "ab" }],
      }),
      element("simplelicensing_LicenseExpression", "l", {
        simplelicensing_licenseExpression: "MIT AND",
      }),
      { type: "software_Package", spdxId: "no iri", name: "c" },
      { spdxId: "https://x.org/x" },
      element("SpdxDocument", "second", {}),
    );
    expect(await problems({ ...wrong, "@context": "https://x.org" })).toEqual([
      "@context: it must be https://spdx.org/rdf/3.0.1/spdx-context.jsonld",
      "@graph: it has 2 elements of the type SpdxDocument; there must be one",
      "@graph[4]: it has no `name`",
      '@graph[4].spdxId: the id "https://x.org/a" is given a second time',
      '@graph[5].from: "https://x.org/gone" is the id of nothing in the document',
      "@graph[5].to: it is empty; the least is one item",
      '@graph[6].verifiedUsing[0].hashValue: it is "ab"; a hash by sha256 has 64 digits',
      '@graph[7].simplelicensing_licenseExpression: "MIT AND" is no licence expression',
      "@graph[8]: it has no `creationInfo`",
      '@graph[8].spdxId: it is "no iri"; it must be an IRI',
      "@graph[9]: it has no `type`",
    ]);
  });
});
