import { expect, test } from "vitest";
import { documentOf, EVERYTHING, HOSTILE, lockfile, ORIGIN } from "../test/documents.ts";
import { spdxDocument } from "./document.ts";
import { spdxTagValueDocument } from "./tag-value.ts";

test("tags and values say the same as the JSON document, in the same namespace", async () => {
  const document = await documentOf(
    {
      "package-lock.json": lockfile({
        "": { name: "app", dependencies: { a: "1" } },
        "node_modules/a": { version: "1.0.0", license: "Ours </text>\nx" },
      }),
    },
    { origin: ORIGIN },
  );
  const json = JSON.parse(new TextDecoder().decode(spdxDocument(document)));
  const [app, a] = json.packages;
  const [{ licenseId }] = json.hasExtractedLicensingInfos;
  expect(new TextDecoder().decode(spdxTagValueDocument(document))).toBe(`SPDXVersion: SPDX-2.3
DataLicense: CC0-1.0
SPDXID: SPDXRef-DOCUMENT
DocumentName: app
DocumentNamespace: ${json.documentNamespace}
Creator: ${json.creationInfo.creators[0]}
Creator: Organization: acme
Created: 2026-01-31T12:00:00Z
CreatorComment: <text>${json.creationInfo.comment}</text>

PackageName: app
SPDXID: ${app.SPDXID}
PackageSupplier: Organization: acme
PackageDownloadLocation: git+https://github.com/acme/app
PrimaryPackagePurpose: APPLICATION
FilesAnalyzed: false
PackageSourceInfo: <text>named in package-lock.json:4</text>
PackageLicenseConcluded: NOASSERTION
PackageLicenseDeclared: NOASSERTION
PackageCopyrightText: NOASSERTION
ExternalRef: PACKAGE-MANAGER purl pkg:github/acme/app@${ORIGIN.revision}

PackageName: a
SPDXID: ${a.SPDXID}
PackageVersion: 1.0.0
PackageSupplier: NOASSERTION
PackageDownloadLocation: NOASSERTION
PrimaryPackagePurpose: LIBRARY
FilesAnalyzed: false
PackageSourceInfo: <text>named in package-lock.json:10</text>
PackageLicenseConcluded: NOASSERTION
PackageLicenseDeclared: ${licenseId}
PackageCopyrightText: NOASSERTION
ExternalRef: PACKAGE-MANAGER purl pkg:npm/a@1.0.0

Relationship: SPDXRef-DOCUMENT DESCRIBES ${app.SPDXID}
Relationship: ${app.SPDXID} DEPENDS_ON ${a.SPDXID}

LicenseID: ${licenseId}
ExtractedText: <text>Ours </ text>
x</text>
LicenseName: Declared as free text
`);
});

test("hostile texts end no text and no line", async () => {
  const { components } = await documentOf(EVERYTHING);
  const document = await documentOf(HOSTILE);
  const text = new TextDecoder().decode(spdxTagValueDocument(document));
  expect(text.match(/<text>/g)?.length).toBe(text.match(/<\/text>/g)?.length);
  const name = "x\nPackageName: y";
  const [first] = components;
  if (first === undefined) throw new TypeError("there are components");
  const lines = new TextDecoder()
    .decode(spdxTagValueDocument({ ...document, components: [{ ...first, name }], edges: [] }))
    .split("\n");
  expect(lines.filter((line) => line.startsWith("PackageName: "))).toEqual([
    "PackageName: project",
    "PackageName: x\\u000aPackageName: y",
  ]);
});
