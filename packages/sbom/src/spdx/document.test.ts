import { describe, expect, test } from "vitest";
import {
  bigLockfile,
  documentOf,
  EVERYTHING,
  HOSTILE,
  integrityOf,
  lineOf,
  lockfile,
  ORIGIN,
} from "../test/documents.ts";
import { type SpdxJson, spdxErrors } from "../test/spdx-structure.ts";
import { stableJson } from "../test/stable-json.ts";
import { spdxDocument } from "./document.ts";

async function spdxOf(...args: Parameters<typeof documentOf>): Promise<SpdxJson> {
  return JSON.parse(new TextDecoder().decode(spdxDocument(await documentOf(...args))));
}

const named = (spdx: SpdxJson, name: string, version: string) =>
  spdx.packages.find((each) => each["name"] === name && each["versionInfo"] === version);

describe("the structure of SPDX 2.3", () => {
  test.each([
    ["one of everything", EVERYTHING, {}],
    ["with a repository", EVERYTHING, { origin: ORIGIN }],
    ["runtime only", EVERYTHING, { scope: "runtime" as const }],
    ["several lockfiles", { ...EVERYTHING, "web/package-lock.json": lockfile({ "": {} }) }, {}],
    ["no packages", { "package-lock.json": lockfile({ "": {} }) }, {}],
    ["2,400 packages", { "package-lock.json": bigLockfile(2400) }, {}],
  ])("%s", async (_, files, options) => {
    expect(spdxErrors(await spdxOf(files, options))).toEqual([]);
  });

  test("the validator itself finds faults", async () => {
    const spdx = await spdxOf(EVERYTHING);
    const [first] = spdx.packages;
    expect(spdxErrors({ ...spdx, packages: [first ?? {}, first ?? {}] })).not.toEqual([]);
    expect(spdxErrors({ ...spdx, hasExtractedLicensingInfos: [] })).not.toEqual([]);
    expect(spdxErrors({ ...spdx, relationships: [] })).not.toEqual([]);
  });
});

test.each([
  ["one of everything", EVERYTHING],
  ["hostile texts", HOSTILE],
])("the text is written directly, in the bytes of a writer that sorts: %s", async (_, files) => {
  const text = new TextDecoder().decode(spdxDocument(await documentOf(files, { origin: ORIGIN })));
  expect(text).toBe(stableJson(JSON.parse(text)));
});

test("a registry package says all that the lockfile does", async () => {
  const spdx = await spdxOf(EVERYTHING, { origin: ORIGIN });
  expect(named(spdx, "a", "1.0.0")).toMatchObject({
    downloadLocation: "https://registry.npmjs.org/a/-/a-1.0.0.tgz",
    filesAnalyzed: false,
    supplier: "NOASSERTION",
    licenseDeclared: "MIT",
    licenseConcluded: "NOASSERTION",
    primaryPackagePurpose: "LIBRARY",
    checksums: [
      {
        algorithm: "SHA512",
        checksumValue: Buffer.from(integrityOf("a1").slice(7), "base64").toString("hex"),
      },
    ],
    externalRefs: [
      {
        referenceCategory: "PACKAGE-MANAGER",
        referenceType: "purl",
        referenceLocator: "pkg:npm/a@1.0.0",
      },
    ],
    sourceInfo: `named in package-lock.json:${lineOf('    "node_modules/a": {')}`,
  });
  expect(named(spdx, "app", "1.0.0")).toMatchObject({
    supplier: "Organization: acme",
    primaryPackagePurpose: "APPLICATION",
  });
  expect(named(spdx, "g", "0.0.1")?.["downloadLocation"]).toBe(
    "git+ssh://git@github.com/o/g.git@0123456789abcdef0123456789abcdef01234567",
  );
});

test("free text and references are explained in the document", async () => {
  const spdx = await spdxOf(EVERYTHING);
  const free = named(spdx, "o", "1.0.0")?.["licenseDeclared"];
  expect(free).toMatch(/^LicenseRef-declared-[0-9a-f]{16}$/);
  expect(spdx.hasExtractedLicensingInfos).toContainEqual({
    licenseId: free,
    name: "Declared as free text",
    extractedText: "Our own terms, see below",
  });
  expect(named(spdx, "g", "0.0.1")?.["licenseDeclared"]).toBe("LicenseRef-g AND MIT");
});

test("every dependency reads forwards; development and optional ones have their own type beside", async () => {
  const spdx = await spdxOf({
    "package-lock.json": lockfile({
      "": {
        name: "app",
        dependencies: { r: "1" },
        optionalDependencies: { o: "1" },
        devDependencies: { d: "1" },
      },
      "node_modules/r": { version: "1.0.0", dependencies: { gone: "1" } },
      "node_modules/o": { version: "1.0.0" },
      "node_modules/d": { version: "1.0.0" },
    }),
  });
  const names = new Map(spdx.packages.map((each) => [each["SPDXID"], String(each["name"])]));
  const told = spdx.relationships.map(({ spdxElementId, relationshipType, relatedSpdxElement }) => {
    const from = names.get(spdxElementId) ?? spdxElementId;
    return `${from} ${relationshipType} ${names.get(relatedSpdxElement) ?? relatedSpdxElement}`;
  });
  expect(told.sort()).toEqual([
    "SPDXRef-DOCUMENT DESCRIBES app",
    "app DEPENDS_ON d",
    "app DEPENDS_ON o",
    "app DEPENDS_ON r",
    "d DEV_DEPENDENCY_OF app",
    "o OPTIONAL_DEPENDENCY_OF app",
    "r DEPENDS_ON NOASSERTION",
  ]);
});

test("forwards from what is described, every package is reached", async () => {
  const spdx = await spdxOf(EVERYTHING);
  const reached = new Set(["SPDXRef-DOCUMENT"]);
  for (const id of reached)
    for (const { spdxElementId, relationshipType, relatedSpdxElement } of spdx.relationships)
      if (spdxElementId === id && /^(DESCRIBES|DEPENDS_ON)$/.test(relationshipType))
        reached.add(relatedSpdxElement);
  const ids = spdx.packages.map((each) => String(each["SPDXID"]));
  expect(ids.filter((id) => !reached.has(id))).toEqual([]);
});
