import { describe, expect, test } from "vitest";
import { lossesIn } from "../convert/not-carried-over.ts";
import { SBOM_FORMATS } from "../options.ts";
import { read, unreadIn } from "../test/read.ts";
import { validateDocument } from "../validate/document.ts";
import { writeDocuments } from "../writers.ts";

const bom = (rest: object) => ({ bomFormat: "CycloneDX", specVersion: "1.6", version: 1, ...rest });
const spdx = (rest: object) => ({
  spdxVersion: "SPDX-2.3",
  dataLicense: "CC0-1.0",
  SPDXID: "SPDXRef-DOCUMENT",
  name: "d",
  documentNamespace: "https://x.org/d",
  creationInfo: { created: "2026-01-31T12:00:00Z", creators: ["Tool: t-1"] },
  documentDescribes: ["SPDXRef-a"],
  ...rest,
});
const iri = (id: string) => `https://x.org/${id}`;
const element = (type: string, id: string, rest: object = {}) => ({
  type,
  spdxId: iri(id),
  creationInfo: "_:info",
  name: id,
  ...rest,
});
const graph = (...elements: readonly object[]) => ({
  "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld",
  "@graph": [
    {
      type: "CreationInfo",
      "@id": "_:info",
      specVersion: "3.0.1",
      created: "2026-01-31T12:00:00Z",
      createdBy: [iri("maker")],
    },
    element("Organization", "maker"),
    element("SpdxDocument", "d", { rootElement: [iri("a")] }),
    element("software_Package", "a"),
    ...elements,
  ],
});
const relation = (from: string, relationshipType: string, to: string, rest: object = {}) =>
  element("Relationship", `${from}-${relationshipType}-${to}`, {
    from: iri(from),
    relationshipType,
    to: [iri(to)],
    ...rest,
  });

/** Reads, validates, and writes it in every format; what is written is read again. */
async function everything(document: object) {
  const text = JSON.stringify(document);
  await validateDocument("bom", new TextEncoder().encode(text));
  const result = await read(text);
  for (const artifact of await writeDocuments(result.document, SBOM_FORMATS))
    await lossesIn(result.document, artifact);
  return result;
}

describe.each(["constructor", "__proto__", "toString"])("words of documents called %s", (word) => {
  test("are no words of CycloneDX", async () => {
    const { document } = await everything(
      bom({
        metadata: { lifecycles: [{ phase: word }], component: { type: word, name: "app" } },
        components: [
          {
            "bom-ref": word,
            type: word,
            name: word,
            scope: word,
            purl: `pkg:${word}/a@1`,
            hashes: [{ alg: word, content: "ab" }],
            externalReferences: [{ type: word, url: "https://x.org" }],
            licenses: [{ license: { id: word } }],
          },
        ],
        dependencies: [{ ref: word, dependsOn: [word] }],
        compositions: [{ aggregate: word, dependencies: [word] }],
      }),
    );
    expect(document.components.map(({ name, scope }) => [name, scope])).toEqual([
      [word, undefined],
    ]);
  });

  test("are no words of SPDX 2", async () => {
    const { document, unread } = await everything(
      spdx({
        packages: ["a", "b"].map((name) => ({
          SPDXID: `SPDXRef-${name}`,
          name,
          primaryPackagePurpose: word,
          checksums: [{ algorithm: word, checksumValue: "ab" }],
        })),
        relationships: [
          {
            spdxElementId: "SPDXRef-a",
            relationshipType: word,
            relatedSpdxElement: "SPDXRef-b",
          },
        ],
      }),
    );
    expect(document.edges).toEqual([]);
    expect(unread).toContainEqual({ path: `relationships[] of the type ${word}`, count: 1 });
  });

  test("are no words of SPDX 3", async () => {
    const { document, unread } = await everything(
      graph(
        element(word, "q"),
        element("software_Sbom", "s", { software_sbomType: [word] }),
        element("software_Package", "b", {
          software_primaryPurpose: word,
          externalRef: [{ type: "ExternalRef", externalRefType: word, locator: ["https://x.org"] }],
          verifiedUsing: [{ type: "Hash", algorithm: word, hashValue: "ab" }],
        }),
        relation("a", "dependsOn", "b", { scope: word }),
        relation("b", word, "a"),
      ),
    );
    expect(document.edges).toEqual([{ from: iri("a"), to: iri("b"), kind: "runtime" }]);
    expect(document.lifecycles).toEqual([]);
    const paths = unread.map(({ path }) => path);
    expect(paths).toContain("software_Sbom[].software_sbomType[]");
    expect(paths).toContain(`Relationship[].scope (${word})`);
  });
});

test("two hundred thousand faults are problems, and end no run", async () => {
  const none = Array.from({ length: 200_000 }, () => ({}));
  for (const document of [bom({ components: none }), spdx({ packages: none })]) {
    const bytes = new TextEncoder().encode(JSON.stringify(document));
    expect((await validateDocument("bom", bytes)).problems.length).toBeGreaterThan(200_000);
  }
});

test("items that are equal are found in any order of their fields, however deep they stand", async () => {
  const leaf = { type: "library", name: "x" };
  let components: readonly object[] = [
    leaf,
    { name: "x", type: "library" },
    { ...leaf, name: "#0" },
  ];
  for (let depth = 0; depth < 60; depth++)
    components = [
      { type: "library", name: "y", components },
      { ...leaf, components: [] },
    ];
  const bytes = new TextEncoder().encode(JSON.stringify(bom({ components })));
  expect((await validateDocument("bom", bytes)).problems.map(({ message }) => message)).toEqual([
    "it says the same as item 0 of the list",
  ]);
});

test("a field that stands twice in one object is refused, and named where a document is validated", async () => {
  const text =
    '{"bomFormat":"CycloneDX","specVersion":"1.6","version":1,"components":[{"type":"library","name":"a"}],"\\u0063omponents":[]}';
  await expect(read(text)).rejects.toThrow('bom gives "components" twice in one object');
  const { problems } = await validateDocument("bom", new TextEncoder().encode(text));
  expect(problems.map(({ message }) => message)).toEqual([
    '"components" stands twice in one object: readers differ in which counts',
  ]);
});

describe("nothing is dropped without a word", () => {
  test("of CycloneDX", async () => {
    const result = await read(
      bom({
        components: [
          {
            "bom-ref": "a",
            type: "library",
            name: "a",
            scope: "unheard",
            isExternal: true,
            hashes: [{ alg: "SHA-1" }],
            externalReferences: [{ type: "vcs", comment: "lost" }],
            evidence: { occurrences: [{ location: "x", line: 1e300 }] },
            pedigree: {
              ancestors: [{ type: "file", name: "b" }],
              patches: [{ type: "backport", diff: { url: "p" } }],
            },
          },
        ],
        dependencies: [{ ref: "a", dependsOn: ["a"] }],
        compositions: [
          { aggregate: "complete" },
          { aggregate: "unknown" },
          { aggregate: "complete", dependencies: ["a", "nowhere"] },
          { aggregate: "incomplete", dependencies: ["a"] },
        ],
        annotations: [{ subjects: ["nowhere"], annotator: {}, timestamp: "t", text: "t" }],
      }),
    );
    expect(unreadIn(result)).toEqual([
      "annotations[].subjects[] (leads nowhere) ×1",
      "annotations[].timestamp ×1",
      "components[].evidence.occurrences[].line ×1",
      "components[].externalReferences[] (of no URL) ×1",
      "components[].hashes[] (of no algorithm or value) ×1",
      "components[].isExternal ×1",
      "components[].pedigree.ancestors[].type ×1",
      "components[].pedigree.patches[].type ×1",
      "components[].scope ×1",
      "compositions[] (of the whole a second time) ×1",
      "compositions[].dependencies[] (leads nowhere) ×1",
      "compositions[].dependencies[] (said in two ways) ×1",
      "dependencies[].dependsOn[] (leads to itself) ×1",
    ]);
  });

  test("of SPDX 2: ids that are equal but for their beginning, and none, are packages of their own", async () => {
    const result = await read(
      spdx({
        packages: [
          { SPDXID: "SPDXRef-a", name: "a", comment: "Note: one\nNote: two" },
          { SPDXID: "a", name: "b", checksums: [{ algorithm: "SHA1", checksumValue: "" }] },
          { name: "c" },
          { name: "c", annotations: [{ spdxRef: "SPDXRef-nowhere", comment: "t" }] },
        ],
        relationships: [
          { spdxElementId: "", relationshipType: "DEPENDS_ON", relatedSpdxElement: "SPDXRef-a" },
          { spdxElementId: "a", relationshipType: "DEPENDS_ON", relatedSpdxElement: "a" },
        ],
        hasExtractedLicensingInfos: [
          { licenseId: "LicenseRef-a", name: "Declared by reference", extractedText: "a text" },
          { licenseId: "LicenseRef-a", extractedText: "another", seeAlsos: ["x", "y"] },
        ],
      }),
    );
    const { subject, components, annotations } = result.document;
    expect(subject?.ref).toBe("a");
    expect(components.map(({ ref, name }) => [ref, name])).toEqual([
      ["a|2", "b"],
      ["c", "c"],
      ["c|2", "c"],
    ]);
    expect(annotations).toEqual([{ ref: "c|2", text: "t" }]);
    expect(unreadIn(result)).toEqual([
      "hasExtractedLicensingInfos[] ×1",
      "hasExtractedLicensingInfos[].licenseId (given a second time) ×1",
      "hasExtractedLicensingInfos[].seeAlsos[] ×1",
      "name ×1",
      "packages[].annotations[].spdxRef ×1",
      "packages[].checksums[] (of no algorithm or value) ×1",
      "packages[].comment ×1",
      "relationships[] of the type DEPENDS_ON ×1",
      "relationships[] of the type DEPENDS_ON (leads nowhere) ×1",
    ]);
  });

  test("of SPDX 3", async () => {
    const result = await read(
      graph(
        element("software_Package", "b", {
          software_packageUrl: "pkg:npm/b@1",
          externalIdentifier: [
            { externalIdentifierType: "packageUrl", identifier: "pkg:npm/evil@1" },
            { externalIdentifierType: "cpe22", identifier: "cpe:/a:b:b" },
            { externalIdentifierType: "cpe23", identifier: "cpe:2.3:a:b:b:1:*:*:*:*:*:*:*" },
          ],
          comment: "Archives:\nhttps://x.org/b.tgz SHA-1:00",
          verifiedUsing: [{ type: "PackageVerificationCode", algorithm: "sha1", hashValue: "00" }],
        }),
        { type: "software_Package", creationInfo: "_:info", name: "without-id" },
        element("software_File", "f"),
        element("simplelicensing_SimpleLicensingText", "l", { simplelicensing_licenseText: "t" }),
        relation("nowhere", "hasDistributionArtifact", "f"),
        relation("nowhere", "hasDeclaredLicense", "l"),
        relation("b", "hasConcludedLicense", "nowhere"),
        relation("b", "dependsOn", "b"),
        element("Annotation", "note", { subject: iri("nowhere"), statement: "t" }),
      ),
    );
    expect(result.document.components.map(({ ref, name }) => [ref, name])).toEqual([
      ["https://x.org/b", "b"],
      ["https://x.org/f", "f"],
      ["without-id", "without-id"],
    ]);
    expect(result.document.components[0]).toMatchObject({
      purl: "pkg:npm/b@1",
      hashes: [],
      references: [
        {
          type: "distribution",
          url: "https://x.org/b.tgz",
          hashes: [{ algorithm: "SHA-1", value: "00" }],
        },
      ],
    });
    expect(unreadIn(result)).toEqual([
      "Annotation[].name ×1",
      "Annotation[].subject ×1",
      "Relationship[] of the type dependsOn ×1",
      "Relationship[] of the type hasConcludedLicense (leads nowhere) ×1",
      "Relationship[] of the type hasDeclaredLicense (leads nowhere) ×1",
      "Relationship[] of the type hasDistributionArtifact ×1",
      "Relationship[].name ×4",
      "SpdxDocument[].name ×1",
      "simplelicensing_SimpleLicensingText[] ×1",
      "software_Package[].externalIdentifier[] (cpe22) ×1",
      "software_Package[].externalIdentifier[] (packageUrl) ×1",
      "software_Package[].verifiedUsing[] (PackageVerificationCode) ×1",
    ]);
  });
});

test("refs with line breaks are told apart, and so are the edges between them", async () => {
  const refs = ["a\nb", "c", "a", "b\nc"];
  const { document } = await everything(
    bom({
      components: refs.map((ref) => ({ "bom-ref": ref, type: "library", name: ref })),
      dependencies: [
        { ref: "a\nb", dependsOn: ["c"] },
        { ref: "a", dependsOn: ["b\nc"] },
      ],
    }),
  );
  expect(document.edges.map(({ from, to }) => [from, to])).toEqual([
    ["a", "b\nc"],
    ["a\nb", "c"],
  ]);
});

test("a tool's name with ten thousands of numbers is read in proportion", async () => {
  const creators = [`Tool: ${"-1".repeat(200_000)}\nx`];
  const { document } = await read(
    spdx({ creationInfo: { created: "2026-01-31T12:00:00Z", creators } }),
  );
  expect(document.tools).toHaveLength(1);
});

test("components that are nested as deep as they may be are read again in every format", async () => {
  let nested: object = { type: "library", name: "x" };
  for (let depth = 0; depth < 50; depth++)
    nested = { type: "library", name: "x", components: [nested] };
  const { document } = await everything(bom({ components: [nested] }));
  expect(document.components).toHaveLength(51);
});

test("tags that hold more than their value are not read as less", async () => {
  const head =
    "SPDXVersion: SPDX-2.3\nDataLicense: CC0-1.0\nSPDXID: SPDXRef-DOCUMENT\nPackageName: a\nSPDXID: SPDXRef-a\n";
  const result = await read(
    `${head}SPDXID: SPDXRef-b\nPackageChecksum: SHA1: 00: 11\nRelationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-a SPDXRef-b\n`,
  );
  const [component] = result.document.components;
  expect(component).toMatchObject({ ref: "a", hashes: [{ value: "00: 11" }] });
  expect(unreadIn(result)).toEqual([
    "packages[].SPDXID (a second time)[] ×1",
    "relationships[] of the type DESCRIBES (leads nowhere) ×1",
  ]);
  await expect(read(`${head}PackageComment: <text>a</text> b\n`)).rejects.toThrow(
    "more behind a </text> in line 6",
  );
});

test("beside elements of CycloneDX with a prefix, one without is none", async () => {
  const result = await read(
    '<c:bom xmlns:c="http://cyclonedx.org/schema/bom/1.6" version="1"><components/><c:components><c:component type="library"><c:name>a</c:name><name>b</name></c:component></c:components></c:bom>',
  );
  expect(result.document.components.map(({ name }) => name)).toEqual(["a"]);
  expect(unreadIn(result)).toEqual(["<:components> ×1", "<:name> ×1"]);
});
