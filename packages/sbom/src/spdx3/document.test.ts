import { expect, test } from "vitest";
import { documentOf, EVERYTHING, HOSTILE, lockfile, ORIGIN } from "../test/documents.ts";
import { stableJson } from "../test/stable-json.ts";
import { spdx3Document } from "./document.ts";

type Json = Readonly<Record<string, unknown>>;

/** Each element by its id without what is before `#`; creation info left out. */
async function elementsOf(...args: Parameters<typeof documentOf>) {
  const text = new TextDecoder().decode(spdx3Document(await documentOf(...args)));
  expect(text).toBe(stableJson(JSON.parse(text)));
  const base = /"(https:\/\/spdx\.org\/spdxdocs\/[^"#]*#)Document"/.exec(text)?.[1] ?? "";
  const graph: readonly Json[] = JSON.parse(text.replaceAll(base, "#"))["@graph"];
  return graph.map(({ creationInfo, ...element }) => element);
}

const FILES = {
  "package-lock.json": lockfile({
    "": {
      name: "app",
      version: "1.0.0",
      dependencies: { r: "1" },
      optionalDependencies: { o: "1" },
      devDependencies: { d: "1" },
    },
    "node_modules/r": {
      version: "1.0.0",
      resolved: "https://registry.npmjs.org/r/-/r-1.0.0.tgz",
      integrity: `sha1-${Buffer.alloc(20, 1).toString("base64")}`,
      license: "MIT",
      dependencies: { gone: "1" },
    },
    "node_modules/o": { version: "1.0.0", license: "Ours" },
    "node_modules/d": { version: "1.0.0" },
  }),
};

test("a document, in it the bill of materials, and below that the packages", async () => {
  const elements = await elementsOf(FILES, { origin: ORIGIN });
  const byType = (type: string) => elements.filter((each) => each["type"] === type);
  const [tool] = byType("Tool");
  expect(elements.slice(0, 5)).toEqual([
    {
      "@id": "_:creationInfo",
      comment: expect.stringMatching(/^Made from lockfiles before the build\. Scope: all\. Not/),
      created: "2026-01-31T12:00:00Z",
      createdBy: ["#Organization-1"],
      createdUsing: [tool?.["spdxId"]],
      specVersion: "3.0.1",
      type: "CreationInfo",
    },
    {
      dataLicense: "#License-3",
      element: ["#Sbom", "#Organization-1", "#Tool-2"],
      extension: [expect.objectContaining({ type: "extension_CdxPropertiesExtension" })],
      name: "app@1.0.0",
      profileConformance: ["core", "software", "simpleLicensing"],
      rootElement: ["#Sbom"],
      spdxId: "#Document",
      type: "SpdxDocument",
    },
    {
      element: elements.slice(5).map(({ spdxId }) => spdxId),
      rootElement: [expect.stringMatching(/^#Package-github-app-/)],
      software_sbomType: ["source"],
      spdxId: "#Sbom",
      type: "software_Sbom",
    },
    {
      externalRef: [
        {
          externalRefType: "altWebPage",
          locator: ["https://github.com/acme"],
          type: "ExternalRef",
        },
      ],
      name: "acme",
      spdxId: "#Organization-1",
      type: "Organization",
    },
    tool,
  ]);
  expect(byType("software_Package").find(({ name }) => name === "r")).toEqual({
    extension: [
      {
        extension_cdxProperty: [
          {
            extension_cdxPropName: "cdx:npm:package:path",
            extension_cdxPropValue: "node_modules/r",
            type: "extension_CdxPropertyEntry",
          },
        ],
        type: "extension_CdxPropertiesExtension",
      },
    ],
    externalIdentifier: [
      {
        externalIdentifierType: "packageUrl",
        identifier: "pkg:npm/r@1.0.0",
        type: "ExternalIdentifier",
      },
    ],
    name: "r",
    software_downloadLocation: "https://registry.npmjs.org/r/-/r-1.0.0.tgz",
    software_packageUrl: "pkg:npm/r@1.0.0",
    software_packageVersion: "1.0.0",
    software_primaryPurpose: "library",
    software_sourceInfo: "named in package-lock.json:17",
    spdxId: expect.stringMatching(/^#Package-npm-r-1\.0\.0-/),
    type: "software_Package",
    verifiedUsing: [{ algorithm: "sha1", hashValue: "01".repeat(20), type: "Hash" }],
  });
});

test("relationships read forwards, with scope and completeness; who needs nothing says so", async () => {
  const elements = await elementsOf(FILES, { origin: ORIGIN });
  const names = new Map(elements.map((each) => [each["spdxId"], each["name"]]));
  const said = elements.flatMap(({ from, relationshipType, to, scope, completeness }) => {
    if (!Array.isArray(to)) return [];
    const targets = to.map((id) => names.get(id) ?? id).join(" ");
    return `${names.get(from)} ${relationshipType} ${targets} ${scope} ${completeness}`;
  });
  expect(said.sort()).toEqual([
    "app dependsOn d development complete",
    "app dependsOn r runtime complete",
    "app hasOptionalDependency o runtime complete",
    "d dependsOn NoneElement undefined complete",
    "o dependsOn NoneElement undefined complete",
    "o hasDeclaredLicense #License-1 undefined undefined",
    "r dependsOn NoAssertionElement undefined incomplete",
    "r hasDeclaredLicense #License-2 undefined undefined",
  ]);
});

test("licences are elements once; free text has its own, which the expression names", async () => {
  const elements = await elementsOf(FILES);
  const licenses = elements.filter(({ type }) => /^simplelicensing_/.test(String(type)));
  const [text] = licenses;
  expect(licenses).toEqual([
    {
      name: "Declared as free text",
      simplelicensing_licenseText: "Ours",
      spdxId: expect.stringMatching(/^#LicenseRef-declared-/),
      type: "simplelicensing_SimpleLicensingText",
    },
    {
      simplelicensing_customIdToUri: [
        {
          key: String(text?.["spdxId"]).slice(1),
          type: "DictionaryEntry",
          value: text?.["spdxId"],
        },
      ],
      simplelicensing_licenseExpression: String(text?.["spdxId"]).slice(1),
      spdxId: "#License-1",
      type: "simplelicensing_LicenseExpression",
    },
    {
      simplelicensing_licenseExpression: "MIT",
      spdxId: "#License-2",
      type: "simplelicensing_LicenseExpression",
    },
    {
      simplelicensing_licenseExpression: "CC0-1.0",
      spdxId: "#License-3",
      type: "simplelicensing_LicenseExpression",
    },
  ]);
});

test("several archives are files with hashes of their own", async () => {
  const [one, two] = ["ab", "cd"].map((pair) => pair.repeat(32));
  const elements = await elementsOf({
    "requirements.txt": `x==1 --hash=sha256:${one} --hash=sha256:${two}\n`,
  });
  const files = elements.filter(({ type }) => type === "software_File");
  expect(files).toEqual(
    [one, two].map((hashValue, index) => ({
      name: "pkg:pypi/x@1",
      software_primaryPurpose: "archive",
      spdxId: expect.stringMatching(new RegExp(`-archive-${index + 1}$`)),
      type: "software_File",
      verifiedUsing: [{ algorithm: "sha256", hashValue, type: "Hash" }],
    })),
  );
  const [distribution] = elements.filter(
    ({ relationshipType }) => relationshipType === "hasDistributionArtifact",
  );
  expect(distribution?.["to"]).toEqual(files.map(({ spdxId }) => spdxId));
});

test.each([
  ["one of everything", EVERYTHING],
  ["hostile texts", HOSTILE],
])("every id is there once, and every reference leads to one: %s", async (_, files) => {
  const elements = await elementsOf(files, { origin: ORIGIN });
  const ids = elements.map((each) => each["spdxId"] ?? each["@id"]);
  expect(new Set(ids).size).toBe(ids.length);
  const used = JSON.stringify(elements).match(/"#[^"]*"/g) ?? [];
  expect(used.filter((id) => !ids.includes(JSON.parse(id)))).toEqual([]);
});

test("the same files give the same bytes, other content or another repository other ids", async () => {
  const bytes = async (...args: Parameters<typeof documentOf>) =>
    new TextDecoder().decode(spdx3Document(await documentOf(...args)));
  const id = (text: string) => /spdxdocs\/[^#]*/.exec(text)?.[0];
  expect(await bytes(EVERYTHING)).toBe(await bytes(EVERYTHING));
  const ids = await Promise.all([
    bytes(EVERYTHING),
    bytes(EVERYTHING, { origin: ORIGIN }),
    bytes(EVERYTHING, { scope: "runtime" }),
  ]);
  expect(new Set(ids.map(id)).size).toBe(3);
});
