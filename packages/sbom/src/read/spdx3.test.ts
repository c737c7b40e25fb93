import { expect, test } from "vitest";
import { read, unreadIn } from "../test/read.ts";

const element = (type: string, id: string, rest: object = {}) => ({
  type,
  spdxId: `https://x.org/${id}`,
  creationInfo: "_:info",
  ...rest,
});
const iri = (...ids: readonly string[]) => ids.map((id) => `https://x.org/${id}`);
let count = 0;
const relation = (
  from: string,
  relationshipType: string,
  to: readonly string[],
  rest: object = {},
) =>
  element("Relationship", `relation-${count++}`, {
    from: `https://x.org/${from}`,
    relationshipType,
    to,
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
      createdBy: iri("ann", "acme"),
      createdUsing: iri("tool"),
    },
    element("Person", "ann", {
      name: "Ann",
      externalIdentifier: [
        { type: "ExternalIdentifier", externalIdentifierType: "email", identifier: "ann@x.org" },
      ],
    }),
    element("Organization", "acme", { name: "Acme" }),
    element("Tool", "tool", { name: "maker-1.0" }),
    element("SpdxDocument", "document", {
      rootElement: iri("sbom"),
      element: iri("sbom"),
      profileConformance: ["core"],
      dataLicense: "https://spdx.org/licenses/CC0-1.0",
    }),
    element("software_Sbom", "sbom", { rootElement: iri("app"), software_sbomType: ["build"] }),
    element("software_Package", "app", { name: "app", software_primaryPurpose: "application" }),
    ...elements,
  ],
});

const HASHES = [
  { algorithm: "SHA-512", value: "ab" },
  { algorithm: "SHA3-256", value: "cd" },
  { algorithm: "BLAKE2b-256", value: "ef" },
];

test("a document with one of everything", async () => {
  const result = await read(
    graph(
      element("software_Package", "b", {
        name: "@s/b",
        software_packageVersion: "2",
        software_packageUrl: "pkg:npm/%40s/b@2",
        software_downloadLocation: "https://x.org/b.tgz",
        software_homePage: "https://b.org",
        software_copyrightText: "(c) B",
        description: "Does b",
        suppliedBy: "https://x.org/acme",
        originatedBy: iri("ann"),
        verifiedUsing: [
          { type: "Hash", algorithm: "sha512", hashValue: "AB" },
          { type: "Hash", algorithm: "sha3_256", hashValue: "cd" },
          { type: "Hash", algorithm: "blake2b256", hashValue: "ef" },
        ],
        externalIdentifier: [
          {
            type: "ExternalIdentifier",
            externalIdentifierType: "cpe23",
            identifier: "cpe:2.3:a:s:b:2:*:*:*:*:*:*:*",
          },
          {
            type: "ExternalIdentifier",
            externalIdentifierType: "swhid",
            identifier: "swh:1:rel:00",
          },
        ],
        externalRef: [
          {
            type: "ExternalRef",
            externalRefType: "issueTracker",
            locator: ["https://b.org/issues"],
            comment: "here",
          },
        ],
      }),
      element("software_File", "f", { name: "f.js" }),
      element("simplelicensing_LicenseExpression", "mit", {
        simplelicensing_licenseExpression: "MIT",
      }),
      element("simplelicensing_SimpleLicensingText", "own", {
        name: "Own",
        simplelicensing_licenseText: "Text",
      }),
      relation("app", "dependsOn", iri("b"), { completeness: "complete" }),
      {
        ...relation("b", "dependsOn", iri("f")),
        type: "LifecycleScopedRelationship",
        scope: "test",
      },
      relation("f", "dependsOn", ["https://spdx.org/rdf/3.0.1/terms/Core/NoneElement"]),
      relation("b", "contains", iri("f")),
      relation("b", "hasDeclaredLicense", iri("mit")),
      relation("b", "hasConcludedLicense", iri("own")),
      relation("f", "hasConcludedLicense", ["https://spdx.org/licenses/ISC"]),
      relation("b", "ancestorOf", iri("f")),
      element("Annotation", "note", {
        annotationType: "other",
        subject: "https://x.org/b",
        statement: "checked",
      }),
      element("security_Vulnerability", "cve"),
    ),
  );
  const nothing = {
    authors: [],
    hashes: [],
    licenses: [],
    references: [],
    properties: [],
    places: [],
  };
  expect(result.document).toEqual({
    subject: {
      ...nothing,
      ref: "https://x.org/app",
      type: "application",
      name: "app",
      dependencies: "complete",
    },
    components: [
      {
        ref: "https://x.org/b",
        type: "library",
        group: "@s",
        name: "b",
        version: "2",
        description: "Does b",
        scope: "runtime",
        purl: "pkg:npm/%40s/b@2",
        cpe: "cpe:2.3:a:s:b:2:*:*:*:*:*:*:*",
        supplier: { name: "Acme", urls: [], contacts: [] },
        authors: [{ name: "Ann", email: "ann@x.org" }],
        copyright: "(c) B",
        hashes: HASHES,
        licenses: [
          { acknowledgement: "declared", statement: { kind: "id", id: "MIT" } },
          { acknowledgement: "concluded", statement: { kind: "name", name: "Own" }, text: "Text" },
        ],
        references: [
          { type: "distribution", url: "https://x.org/b.tgz", hashes: HASHES },
          { type: "website", url: "https://b.org", hashes: [] },
          { type: "issue-tracker", url: "https://b.org/issues", comment: "here", hashes: [] },
        ],
        properties: [],
        places: [],
        dependencies: "unknown",
      },
      {
        ...nothing,
        ref: "https://x.org/f",
        type: "file",
        name: "f.js",
        scope: "development",
        licenses: [{ acknowledgement: "concluded", statement: { kind: "id", id: "ISC" } }],
        parent: "https://x.org/b",
        dependencies: "complete",
      },
    ],
    edges: [
      { from: "https://x.org/app", to: "https://x.org/b", kind: "runtime" },
      { from: "https://x.org/b", to: "https://x.org/f", kind: "test" },
    ],
    completeness: "unknown",
    annotations: [{ ref: "https://x.org/b", text: "checked" }],
    created: "2026-01-31T12:00:00Z",
    lifecycles: ["build"],
    tools: [{ name: "maker", version: "1.0" }],
    authors: [{ name: "Ann", email: "ann@x.org" }],
    manufacturer: { name: "Acme", urls: [], contacts: [] },
    licenses: [{ statement: { kind: "id", id: "CC0-1.0" } }],
    properties: [],
    identity: "https://x.org/document",
    serial: "https://x.org/document",
  });
  expect(unreadIn(result)).toEqual([
    "@graph[] of the type security_Vulnerability ×1",
    "Relationship[] of the type ancestorOf ×1",
    "software_Package[].externalIdentifier[] (swhid) ×1",
  ]);
});

test("several roots are no subject, and an id that is given twice counts once", async () => {
  const result = await read(
    graph(
      element("software_Package", "app", { name: "other" }),
      element("software_Sbom", "second", { rootElement: iri("b") }),
      element("software_Package", "b", { name: "b" }),
    ),
  );
  expect(result.document.subject).toBeUndefined();
  expect(result.document.components.map(({ name }) => name)).toEqual(["app", "b"]);
  expect(unreadIn(result)).toEqual([
    "rootElement[] ×2",
    "software_Package[] (its spdxId is given a second time) ×1",
    "software_Package[].name ×1",
  ]);
});
