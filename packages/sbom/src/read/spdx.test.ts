import { describe, expect, test } from "vitest";
import { spdxDocument } from "../spdx/document.ts";
import { documentOf, EVERYTHING, ORIGIN } from "../test/documents.ts";
import { read, unreadIn } from "../test/read.ts";

const spdx = (rest: object) => ({
  spdxVersion: "SPDX-2.3",
  dataLicense: "CC0-1.0",
  SPDXID: "SPDXRef-DOCUMENT",
  name: "app",
  documentNamespace: "https://x.org/app-1",
  creationInfo: { created: "2026-01-31T12:00:00Z", creators: ["Tool: maker-2.0"] },
  ...rest,
});

const relation = (from: string, type: string, to: string) => ({
  spdxElementId: `SPDXRef-${from}`,
  relationshipType: type,
  relatedSpdxElement: /^NO/.test(to) ? to : `SPDXRef-${to}`,
});

const DOCUMENT = spdx({
  creationInfo: {
    created: "2026-01-31T12:00:00Z",
    creators: [
      "Tool: maker-2.0",
      "Tool: some tool",
      "Organization: Acme (a@acme.org)",
      "Person: Ann ()",
    ],
    licenseListVersion: "3.25",
  },
  packages: [
    {
      SPDXID: "SPDXRef-app",
      name: "app",
      downloadLocation: "NOASSERTION",
      primaryPackagePurpose: "APPLICATION",
    },
    {
      SPDXID: "SPDXRef-b",
      name: "@s/b",
      versionInfo: "2.0.0",
      downloadLocation: "https://registry.npmjs.org/@s/b/-/b-2.0.0.tgz",
      homepage: "https://s.org",
      description: "Does b",
      supplier: "Organization: S",
      originator: "Person: Bob (bob@s.org)",
      checksums: [{ algorithm: "SHA256", checksumValue: "AB".repeat(32) }],
      licenseDeclared: "MIT AND LicenseRef-1",
      licenseConcluded: "LicenseRef-1",
      copyrightText: "(c) S",
      sourceInfo: "named in package-lock.json:7, web/package-lock.json",
      externalRefs: [
        {
          referenceCategory: "PACKAGE_MANAGER",
          referenceType: "purl",
          referenceLocator: "pkg:npm/%40s/b@2.0.0",
        },
        {
          referenceCategory: "SECURITY",
          referenceType: "cpe23Type",
          referenceLocator: "cpe:2.3:a:s:b:2:*:*:*:*:*:*:*",
        },
        {
          referenceCategory: "SECURITY",
          referenceType: "cpe23Type",
          referenceLocator: "cpe:2.3:a:t:b:2:*:*:*:*:*:*:*",
        },
      ],
      annotations: [
        {
          annotator: "Tool: t",
          annotationDate: "2026-01-31T12:00:00Z",
          annotationType: "REVIEW",
          comment: "checked",
        },
      ],
    },
    {
      SPDXID: "SPDXRef-c",
      name: "c",
      downloadLocation: "git+https://x.org/c.git@abc123",
      primaryPackagePurpose: "OPERATING-SYSTEM",
    },
  ],
  files: [
    {
      SPDXID: "SPDXRef-f",
      fileName: "./f.js",
      checksums: [{ algorithm: "SHA1", checksumValue: "cd".repeat(20) }],
      fileTypes: ["SOURCE"],
    },
  ],
  hasExtractedLicensingInfos: [
    {
      licenseId: "LicenseRef-1",
      name: "Own",
      extractedText: "Long text",
      seeAlsos: ["https://s.org/l"],
    },
  ],
  relationships: [
    relation("DOCUMENT", "DESCRIBES", "app"),
    relation("app", "DEPENDS_ON", "b"),
    relation("b", "DEV_DEPENDENCY_OF", "app"),
    relation("b", "DEPENDS_ON", "NOASSERTION"),
    relation("c", "OPTIONAL_DEPENDENCY_OF", "b"),
    relation("c", "DEPENDS_ON", "NONE"),
    relation("c", "CONTAINS", "f"),
    relation("app", "CONTAINS", "c"),
    relation("f", "GENERATED_FROM", "c"),
    relation("b", "DEPENDS_ON", "gone"),
  ],
});

test("a document with one of everything", async () => {
  const result = await read(DOCUMENT);
  const nothing = {
    authors: [],
    hashes: [],
    licenses: [],
    references: [],
    properties: [],
    places: [],
  };
  expect(result.document).toEqual({
    subject: { ref: "app", type: "application", name: "app", ...nothing, dependencies: "unknown" },
    components: [
      {
        ref: "b",
        type: "library",
        group: "@s",
        name: "b",
        version: "2.0.0",
        description: "Does b",
        scope: "development",
        purl: "pkg:npm/%40s/b@2.0.0",
        cpe: "cpe:2.3:a:s:b:2:*:*:*:*:*:*:*",
        supplier: { name: "S", urls: [], contacts: [] },
        authors: [{ name: "Bob", email: "bob@s.org" }],
        copyright: "(c) S",
        hashes: [{ algorithm: "SHA-256", value: "ab".repeat(32) }],
        licenses: [
          { acknowledgement: "declared", statement: { kind: "id", id: "MIT" } },
          {
            acknowledgement: "declared",
            statement: { kind: "name", name: "Own" },
            text: "Long text",
            url: "https://s.org/l",
          },
          {
            acknowledgement: "concluded",
            statement: { kind: "name", name: "Own" },
            text: "Long text",
            url: "https://s.org/l",
          },
        ],
        references: [
          {
            type: "distribution",
            url: "https://registry.npmjs.org/@s/b/-/b-2.0.0.tgz",
            hashes: [{ algorithm: "SHA-256", value: "ab".repeat(32) }],
          },
          { type: "website", url: "https://s.org", hashes: [] },
        ],
        properties: [],
        places: [{ path: "package-lock.json", line: 7 }, { path: "web/package-lock.json" }],
        dependencies: "incomplete",
      },
      {
        ...nothing,
        ref: "c",
        type: "operating-system",
        name: "c",
        scope: "development",
        references: [{ type: "vcs", url: "git+https://x.org/c.git#abc123", hashes: [] }],
        dependencies: "complete",
      },
      {
        ...nothing,
        ref: "f",
        type: "file",
        name: "./f.js",
        hashes: [{ algorithm: "SHA-1", value: "cd".repeat(20) }],
        parent: "c",
        dependencies: "unknown",
      },
    ],
    edges: [
      { from: "app", to: "b", kind: "development" },
      { from: "b", to: "c", kind: "optional" },
    ],
    completeness: "unknown",
    annotations: [{ ref: "b", text: "checked" }],
    created: "2026-01-31T12:00:00Z",
    lifecycles: [],
    tools: [{ name: "maker", version: "2.0" }, { name: "some tool" }],
    authors: [{ name: "Ann" }],
    manufacturer: { name: "Acme", urls: [], contacts: [{ email: "a@acme.org" }] },
    licenses: [{ statement: { kind: "id", id: "CC0-1.0" } }],
    properties: [],
    identity: "https://x.org/app-1",
    serial: "https://x.org/app-1",
  });
  expect(unreadIn(result)).toEqual([
    "creationInfo.licenseListVersion ×1",
    "files[].fileTypes[] ×1",
    "packages[].annotations[].annotator ×1",
    "packages[].externalRefs[] (cpe23Type) ×1",
    "relationships[] of the type DEPENDS_ON (leads nowhere) ×1",
    "relationships[] of the type GENERATED_FROM ×1",
  ]);
});

test("tag-value says the same as JSON", async () => {
  const text = `# a comment
SPDXVersion: SPDX-2.3
DataLicense: CC0-1.0
SPDXID: SPDXRef-DOCUMENT
DocumentName: app
DocumentNamespace: https://x.org/app-1
Creator: Tool: maker-2.0
Creator: Tool: some tool
Creator: Organization: Acme (a@acme.org)
Creator: Person: Ann ()
Created: 2026-01-31T12:00:00Z
LicenseListVersion: 3.25

PackageName: app
SPDXID: SPDXRef-app
PackageDownloadLocation: NOASSERTION
PrimaryPackagePurpose: APPLICATION

PackageName: @s/b
SPDXID: SPDXRef-b
PackageVersion: 2.0.0
PackageSupplier: Organization: S
PackageOriginator: Person: Bob (bob@s.org)
PackageDownloadLocation: https://registry.npmjs.org/@s/b/-/b-2.0.0.tgz
PackageChecksum: SHA256: ${"AB".repeat(32)}
PackageHomePage: https://s.org
PackageSourceInfo: <text>named in package-lock.json:7, web/package-lock.json</text>
PackageLicenseConcluded: LicenseRef-1
PackageLicenseDeclared: MIT AND LicenseRef-1
PackageCopyrightText: <text>(c) S</text>
PackageDescription: <text>Does b</text>
ExternalRef: PACKAGE_MANAGER purl pkg:npm/%40s/b@2.0.0
ExternalRef: SECURITY cpe23Type cpe:2.3:a:s:b:2:*:*:*:*:*:*:*
ExternalRef: SECURITY cpe23Type cpe:2.3:a:t:b:2:*:*:*:*:*:*:*

PackageName: c
SPDXID: SPDXRef-c
PackageDownloadLocation: git+https://x.org/c.git@abc123
PrimaryPackagePurpose: OPERATING-SYSTEM

FileName: ./f.js
SPDXID: SPDXRef-f
FileType: SOURCE
FileChecksum: SHA1: ${"cd".repeat(20)}

LicenseID: LicenseRef-1
LicenseName: Own
ExtractedText: <text>Long text</text>
LicenseCrossReference: https://s.org/l

Annotator: Tool: t
AnnotationDate: 2026-01-31T12:00:00Z
AnnotationType: REVIEW
SPDXREF: SPDXRef-b
AnnotationComment: <text>checked</text>

${DOCUMENT_RELATIONS()}
`;
  const [tags, json] = [await read(text), await read(DOCUMENT)];
  expect(tags.document).toEqual(json.document);
  expect(unreadIn(tags)).toEqual(
    unreadIn(json)
      .map((line) => line.replace("packages[].annotations", "annotations"))
      .sort(),
  );
});

function DOCUMENT_RELATIONS(): string {
  const { relationships } = DOCUMENT as unknown as { relationships: ReturnType<typeof relation>[] };
  return relationships
    .map(
      (each) =>
        `Relationship: ${each.spdxElementId} ${each.relationshipType} ${each.relatedSpdxElement}`,
    )
    .join("\n");
}

test("a text of several lines keeps them, and tags that are not known are counted", async () => {
  const result = await read(
    "SPDXVersion: SPDX-2.2\nDocumentName: d\nPackageName: a\nSPDXID: SPDXRef-a\nPackageDescription: <text>one\r\n\r\nRelationship: no\n</text>\nNewTag: x\n",
  );
  expect(result.document.components[0]?.description).toBe("one\n\nRelationship: no\n");
  expect(unreadIn(result)).toEqual(["NewTag[] ×1", "name ×1"]);
});

test.each([
  ["SPDXVersion: SPDX-2.3\nPackageVersion: 1\n", "before anything that it could be of"],
  ["SPDXVersion: SPDX-2.3\nwhat is this\n", 'line 2 is "what is this"'],
  [
    "SPDXVersion: SPDX-2.3\n\nDocumentComment: <text>open\n",
    "a <text> in line 3 that does not end",
  ],
  ["SPDXVersion: SPDX-1.2\n", "SPDX is read as SPDX-2.2, SPDX-2.3"],
])("broken tag-value is refused: %j", async (text, message) => {
  await expect(read(text)).rejects.toThrow(message);
});

describe("what is described", () => {
  const packages = ["a", "b"].map((name) => ({ SPDXID: `SPDXRef-${name}`, name }));

  test("one element is the subject, several are none", async () => {
    const one = await read(spdx({ packages, documentDescribes: ["SPDXRef-a"] }));
    expect(one.document.subject?.ref).toBe("a");
    const two = await read(spdx({ packages, documentDescribes: ["SPDXRef-a", "SPDXRef-b"] }));
    expect(two.document.subject).toBeUndefined();
    expect(unreadIn(two)).toEqual(["documentDescribes[] ×2", "name ×1"]);
  });
});

test("people, organisations and suppliers in other words than the format's stay unread", async () => {
  const result = await read(
    spdx({
      creationInfo: {
        created: "2026-01-31",
        creators: ["Acme", "Organization: A", "Organization: B", "Person: (a@x.org)"],
      },
      packages: [{ SPDXID: "SPDXRef-a", name: "a", supplier: "Acme", originator: "Person: Ann" }],
    }),
  );
  expect(result.document.components[0]).toMatchObject({ authors: [{ name: "Ann" }] });
  expect(unreadIn(result)).toEqual([
    "creationInfo.created ×1",
    "creationInfo.creators[] ×3",
    "name ×1",
    "packages[].supplier ×1",
  ]);
});

test("what is in itself is cut, and a long chain is", async () => {
  const names = Array.from({ length: 5000 }, (_, index) => `p${index}`);
  const relationships = names.map((name, index) =>
    relation(name, "CONTAINS", names[index + 1] ?? "p0"),
  );
  const { document, unread } = await read(
    spdx({ packages: names.map((name) => ({ SPDXID: `SPDXRef-${name}`, name })), relationships }),
  );
  const parents = new Map(document.components.map(({ ref, parent }) => [ref, parent]));
  const depth = (ref: string) => {
    let count = 0;
    for (let at = parents.get(ref); at !== undefined; at = parents.get(at)) count++;
    return count;
  };
  expect(Math.max(...names.map(depth))).toBe(40);
  expect(unread.find(({ path }) => path.includes("CONTAINS"))?.count).toBe(122);
});

test("our own document is read whole", async () => {
  const document = await documentOf(EVERYTHING, { origin: ORIGIN });
  const result = await read(new TextDecoder().decode(spdxDocument(document)));
  expect(unreadIn(result)).toEqual(["creationInfo.comment ×1"]);
  const said = (components: typeof document.components) =>
    components
      .map(({ purl, group, name, version, scope, hashes, licenses, places }) =>
        JSON.stringify({ purl, group, name, version, scope, hashes, places, licenses }),
      )
      .sort();
  expect(said(result.document.components)).toEqual(said(document.components));
  expect(result.document.edges).toHaveLength(document.edges.length);
});
