import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { type CheckContext, UsageError } from "@assay/core";
import { cleanUp, noSettingsFiles, temporaryFolder, writeFiles } from "@assay/testkit";
import { afterEach, describe, expect, test } from "vitest";
import { cycloneDxDocument } from "../cyclonedx/document.ts";
import { documentSigner } from "../signature/sign.ts";
import { spdxDocument } from "../spdx/document.ts";
import { spdx3Document } from "../spdx3/document.ts";
import { contextAt } from "../test/context.ts";
import { documentOf, EVERYTHING, ORIGIN } from "../test/documents.ts";
import { runValidate } from "./check.ts";

afterEach(cleanUp);

async function problemsIn(text: string): Promise<readonly string[]> {
  const root = await temporaryFolder();
  await writeFiles(root, { "bom.json": text });
  const { findings } = await runValidate(contextAt(root), "bom.json");
  return findings.map(
    ({ message, location }) =>
      `${location?.path}:${location?.startLine}:${location?.startColumn} ${message}`,
  );
}

const texts = async () => {
  const document = await documentOf(EVERYTHING, { origin: ORIGIN });
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return {
    cyclonedx: text(cycloneDxDocument(document)),
    spdx: text(spdxDocument(document)),
    spdx3: text(spdx3Document(document)),
  };
};

/** The line of the first occurrence, from 1. */
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split("\n").length;

test("our own documents keep to their formats", async () => {
  const { cyclonedx, spdx, spdx3 } = await texts();
  for (const text of [cyclonedx, spdx, spdx3]) expect(await problemsIn(text)).toEqual([]);
});

describe("faults in CycloneDX", () => {
  test.each([
    [
      '"type": "library"',
      '"type": "librari"',
      '`components[0].type` breaks CycloneDX 1.6: it is "librari"; it must be one of "application"',
    ],
    ['"scope": "optional"', '"scoep": "optional"', "there is no field `scoep` here"],
    ['"phase": "pre-build"', '"phase": 1', "`metadata.lifecycles[0]"],
    [
      '"ref": "pkg:npm/a@1.0.0"',
      '"ref": "pkg:npm/a@9.9.9"',
      '"pkg:npm/a@9.9.9" is the bom-ref of nothing in the document',
    ],
    [
      '"bom-ref": "pkg:npm/a@2.0.0"',
      '"bom-ref": "pkg:npm/a@1.0.0"',
      'the bom-ref "pkg:npm/a@1.0.0" is given a second time',
    ],
    ['"content": "', '"content": "zz', "must match ^("],
    ['"timestamp": "2026', '"timestamp": "26', "it must be a time of RFC 3339"],
  ])("%s → %s", async (good, bad, message) => {
    const { cyclonedx } = await texts();
    expect(cyclonedx).toContain(good);
    const problems = await problemsIn(cyclonedx.replace(good, bad));
    const told = problems.find((problem) => problem.includes(message));
    expect(told).toContain(`bom.json:${lineOf(cyclonedx, good)}:`);
  });
});

describe("faults in SPDX", () => {
  test.each([
    [
      '"dataLicense": "CC0-1.0"',
      '"dataLicense": "MIT"',
      '`dataLicense` breaks SPDX 2.3: it is "MIT"; it must be "CC0-1.0"',
    ],
    [
      '"relationshipType": "DEPENDS_ON"',
      '"relationshipType": "NEEDS"',
      'it is "NEEDS"; it must be one of',
    ],
    [
      '"relatedSpdxElement": "SPDXRef-Package-npm-a-1.0.0',
      '"relatedSpdxElement": "SPDXRef-x',
      "is the id of nothing in the document",
    ],
    [
      '"licenseDeclared": "MIT"',
      '"licenseDeclared": "MIT OR"',
      '"MIT OR" is no licence expression',
    ],
    [
      '"licenseId": "LicenseRef-g"',
      '"licenseId": "LicenseRef-h"',
      "LicenseRef-g is in no `hasExtractedLicensingInfos`",
    ],
    [
      '"checksumValue": "',
      '"checksumValue": "00',
      "it has 130 digits; a checksum by SHA512 has 128",
    ],
    ['"created": "2026-01-31T12:00:00Z"', '"created": "2026-01-31"', "must match"],
    [
      '"relationshipType": "DESCRIBES"',
      '"relationshipType": "OTHER"',
      "it says of no element that it describes it",
    ],
  ])("%s → %s", async (good, bad, message) => {
    const { spdx } = await texts();
    expect(spdx).toContain(good);
    const problems = await problemsIn(spdx.replace(good, bad));
    expect(problems.find((problem) => problem.includes(message))).toMatch(/^bom\.json:\d+:\d+ /);
  });

  test("an id that is given twice", async () => {
    const { spdx } = await texts();
    const [id = ""] = /SPDXRef-Package-npm-a-1\.0\.0-\w+/.exec(spdx) ?? [];
    const twice = spdx.replace(/"SPDXID": "SPDXRef-Package-npm-d-[^"]*"/, `"SPDXID": "${id}"`);
    expect((await problemsIn(twice)).join("\n")).toContain(`the id "${id}" is given a second time`);
  });
});

describe("faults in parts of SPDX that few documents have", () => {
  const checksum = { algorithm: "SHA1", checksumValue: "0".repeat(40) };
  const whole = () => ({
    spdxVersion: "SPDX-2.3",
    dataLicense: "CC0-1.0",
    SPDXID: "SPDXRef-DOCUMENT",
    name: "d",
    documentNamespace: "https://x.org/d",
    documentDescribes: ["SPDXRef-p"],
    creationInfo: { created: "2026-01-31T12:00:00Z", creators: ["Tool: t-1"] },
    externalDocumentRefs: [
      { externalDocumentId: "DocumentRef-x", spdxDocument: "https://x.org/x", checksum },
    ],
    annotations: [
      {
        annotationDate: "2026-01-31T12:00:00Z",
        annotationType: "REVIEW",
        annotator: "Person: A",
        comment: "c",
      },
    ],
    packages: [
      {
        SPDXID: "SPDXRef-p",
        name: "p",
        downloadLocation: "NONE",
        hasFiles: ["SPDXRef-f"],
        externalRefs: [
          {
            referenceCategory: "PACKAGE-MANAGER",
            referenceType: "purl",
            referenceLocator: "pkg:npm/p@1",
          },
        ],
      },
    ],
    files: [
      {
        SPDXID: "SPDXRef-f",
        fileName: "./f.c",
        fileTypes: ["SOURCE"],
        checksums: [checksum],
        licenseInfoInFiles: ["MIT"],
      },
    ],
    snippets: [
      {
        SPDXID: "SPDXRef-s",
        name: "s",
        snippetFromFile: "SPDXRef-f",
        ranges: [
          {
            startPointer: { offset: 1, reference: "SPDXRef-f" },
            endPointer: { offset: 2, reference: "SPDXRef-f" },
          },
        ],
      },
    ],
  });

  test("the document itself has none", async () => {
    expect(await problemsIn(JSON.stringify(whole()))).toEqual([]);
  });

  test.each<[string, (document: ReturnType<typeof whole>) => unknown]>([
    ["there is no field `bogus` here", ({ packages: [p] }) => Object.assign(p ?? {}, { bogus: 1 })],
    ["documentDescribes[0]", (document) => (document.documentDescribes = ["SPDXRef-x"])],
    ["hasFiles[0]", ({ packages: [p] }) => Object.assign(p ?? {}, { hasFiles: ["SPDXRef-x"] })],
    [
      "it must be a package URL",
      ({ packages: [p] }) => Object.assign(p?.externalRefs[0] ?? {}, { referenceLocator: "p@1" }),
    ],
    ["annotationType", ({ annotations: [a] }) => Object.assign(a ?? {}, { annotationType: "X" })],
    ["annotationDate", ({ annotations: [a] }) => Object.assign(a ?? {}, { annotationDate: "X" })],
    [
      "checksum",
      ({ externalDocumentRefs: [x] }) =>
        Object.assign(x ?? {}, { checksum: { ...checksum, algorithm: "SHA" } }),
    ],
    ["fileTypes[0]", ({ files: [f] }) => Object.assign(f ?? {}, { fileTypes: ["source"] })],
    ["checksums", ({ files: [f] }) => Object.assign(f ?? {}, { checksums: [] })],
    ["licenseInfoInFiles[0]", ({ files: [f] }) => f?.licenseInfoInFiles.splice(0, 1, " ")],
    ["ranges", ({ snippets: [s] }) => Object.assign(s ?? {}, { ranges: [] })],
    ["snippetFromFile", ({ snippets: [s] }) => Object.assign(s ?? {}, { snippetFromFile: "x" })],
  ])("%s", async (message, change) => {
    const document = whole();
    change(document);
    const problems = await problemsIn(JSON.stringify(document));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(message);
  });
});

describe("faults in SPDX 3", () => {
  test.each([
    ['"type": "SpdxDocument"', '"type": "Bundle"', "elements of the type SpdxDocument"],
    ['"relationshipType": "dependsOn"', '"relationshipType": "needs"', 'it is "needs"'],
    ['"scope": "development"', '"scope": "dev"', 'it is "dev"; it must be one of'],
    ['"created": "2026-01-31T12:00:00Z"', '"created": "2026-01-31"', "it must be a time such as"],
    ['"algorithm": "sha512"', '"algorithm": "sha256"', "a hash by sha256 has 64 digits"],
    ['"from": "https', '"frm": "https', "it has no `from`"],
    [
      '"simplelicensing_licenseExpression": "MIT"',
      '"simplelicensing_licenseExpression": "MIT OR"',
      '"MIT OR" is no licence expression',
    ],
    ['#Organization-1"', '#Organization-9"', "is the id of nothing in the document"],
  ])("%s → %s", async (good, bad, message) => {
    const { spdx3 } = await texts();
    expect(spdx3).toContain(good);
    const problems = await problemsIn(spdx3.replace(good, bad));
    expect(problems.find((problem) => problem.includes(message))).toMatch(/^bom\.json:\d+:\d+ /);
  });

  test("an id that is given twice", async () => {
    const { spdx3 } = await texts();
    const twice = spdx3.replaceAll("#Relationship-2", "#Relationship-1");
    expect((await problemsIn(twice)).join()).toContain("is given a second time");
  });
});

test.each([
  ["[]", "bom.json is no JSON object"],
  ["{", "bom.json is no JSON: "],
  ["<bom/>", "bom.json is XML whose root <bom> is no CycloneDX `bom`"],
  ["<bom", "bom.json is no XML that is read (line 1: it is no element)"],
  ["{}", "is neither a CycloneDX nor an SPDX document"],
  ['{"bomFormat": "CycloneDX", "specVersion": "9"}', "CycloneDX is read as 1.2, 1.3"],
  ['{"spdxVersion": 3}', "SPDX is read as SPDX-2.2, SPDX-2.3"],
])("what can't be validated is no verdict: %s", async (text, message) => {
  await expect(problemsIn(text)).rejects.toThrow(UsageError);
  await expect(problemsIn(text)).rejects.toThrow(message);
});

test("a document that is wrong throughout says so in a hundred lines, and how many more", async () => {
  const root = await temporaryFolder();
  const components = Array.from({ length: 150 }, (_, index) => ({ type: "x", name: `c${index}` }));
  const bom = { bomFormat: "CycloneDX", specVersion: "1.6", components };
  await writeFiles(root, { "bom.json": JSON.stringify(bom) });
  const { findings, notices } = await runValidate(contextAt(root), "bom.json");
  expect(findings).toHaveLength(100);
  expect(notices).toEqual(["50 more problems of bom.json are not listed."]);
  expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(100);
});

describe("a signature inside of a document", () => {
  const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const pem = (key: KeyObject, type: "pkcs8" | "spki") =>
    key.export({ format: "pem", type }).toString();

  async function signedIn(context: Partial<CheckContext> = {}) {
    const root = await temporaryFolder();
    const environment = { KEY: pem(pair.privateKey, "pkcs8") };
    const { sign } = await documentSigner(
      { root, environment },
      { formats: ["cyclonedx-1.6"], signKey: "env://KEY" },
    );
    const { cyclonedx, spdx } = await texts();
    const signed = new TextDecoder().decode(sign("cyclonedx-1.6", Buffer.from(cyclonedx)));
    await writeFiles(root, {
      "bom.json": signed,
      "bad.json": signed.replace('"version": "2.0.0"', '"version": "2.0.1"'),
      "unsigned.json": cyclonedx,
      "bom.spdx.json": spdx,
      "own.pub": pem(pair.publicKey, "spki"),
      "other.pub": pem(generateKeyPairSync("ed25519").publicKey, "spki"),
    });
    const validate = (file: string, key?: string) =>
      runValidate({ ...contextAt(root), ...context }, file, key);
    return { signed, validate };
  }

  test("holds, by the key inside of it or by the one that is given", async () => {
    const { validate } = await signedIn();
    const alone = await validate("bom.json");
    expect(alone.findings).toEqual([]);
    expect(alone.notices).toEqual([
      expect.stringMatching(
        /^bom\.json: `signature` \(ES256\) holds: the document is as the key inside of it signed it \(SHA-256 \S{44}\)\. Whose key that is only `--key` can tell\.$/,
      ),
    ]);
    const known = await validate("bom.json", "own.pub");
    expect(known).toMatchObject({
      findings: [],
      notices: ["bom.json: `signature` (ES256) holds, and is by the key of `--key`."],
    });
  });

  test("that does not fit is a finding at its line", async () => {
    const { validate, signed } = await signedIn();
    const [finding, ...others] = (await validate("bad.json")).findings;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      ruleId: "sbom.invalid-signature",
      severity: "high",
      message:
        "The signature of bad.json does not hold: `signature` (ES256) does not fit the document and the key that it brings",
      location: { path: "bad.json", startLine: lineOf(signed, '"signature"'), startColumn: 3 },
    });
  });

  test.each([
    ["bom.json", "it is not by the key of `--key`, or the document was changed"],
    ["unsigned.json", "it has none, and only CycloneDX JSON can hold one"],
    ["bom.spdx.json", "it has none, and only CycloneDX JSON can hold one"],
  ])("of %s is a finding where another key is expected", async (file, problem) => {
    const { findings } = await (await signedIn()).validate(file, "other.pub");
    expect(findings).toMatchObject([
      {
        ruleId: "sbom.invalid-signature",
        message: `The signature of ${file} does not hold: ${problem}`,
      },
    ]);
  });

  test("of a fork's change is held against the key of the base branch", async () => {
    const read = async () => Buffer.from(pem(generateKeyPairSync("ed25519").publicKey, "spki"));
    const pull_request = {
      head: { repo: { full_name: "evil/b" } },
      base: { repo: { full_name: "a/b" } },
    };
    const event = { name: "pull_request", payload: { pull_request } } as const;
    const { validate } = await signedIn({
      event: event as unknown as NonNullable<CheckContext["event"]>,
      settings: { ...noSettingsFiles, read },
    });
    expect((await validate("bom.json", "own.pub")).findings).toHaveLength(1);
  });
});
