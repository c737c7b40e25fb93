import { UsageError } from "@assay/core";
import { fuzzRuns } from "@assay/testkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { SBOM_FORMATS } from "../options.ts";
import { documentOf, EVERYTHING } from "../test/documents.ts";
import { writeDocuments } from "../writers.ts";
import { readDocument } from "./document.ts";
import { readSource } from "./source.ts";

const source = (text: string) => readSource("bom", new TextEncoder().encode(text));

test.each([
  ['{"bomFormat":"CycloneDX","specVersion":"1.7"}', "CycloneDX 1.7", "json"],
  ['\uFEFF  <bom xmlns="http://cyclonedx.org/schema/bom/1.2"/>', "CycloneDX 1.2", "xml"],
  ['{"spdxVersion":"SPDX-2.2"}', "SPDX 2.2", "json"],
  ["# made by hand\n\nSPDXVersion: SPDX-2.3\n", "SPDX 2.3", "tag-value"],
  ['{"@graph":[{"type":"CreationInfo","specVersion":"3.0.1"}]}', "SPDX 3.0.1", "json"],
])("%s is %s in %s", (text, format, syntax) => {
  expect(source(text)).toMatchObject({ format, syntax });
});

test.each([
  ["{}", "is neither a CycloneDX nor an SPDX document", "`bomFormat`"],
  ["[]", "is no JSON object", "one document"],
  ["{", "is no JSON: ", "read as JSON"],
  ["hello", "is no JSON: ", "SPDX 2 as tag-value"],
  [
    '{"bomFormat":"CycloneDX","specVersion":"2.0"}',
    'is "2.0"; CycloneDX is read as 1.2, ',
    "one of these versions",
  ],
  ['{"bomFormat":"CycloneDX"}', "is missing; CycloneDX is read as", "one of these versions"],
  ['{"@graph":[]}', "is missing; SPDX 3 is read as 3.0.0, 3.0.1", "one of these versions"],
])("%s is refused with what to do", (text, message, hint) => {
  expect(() => source(text)).toThrow(message);
  try {
    source(text);
  } catch (error) {
    expect((error as UsageError).hint).toContain(hint);
  }
});

test("any number of comments and empty lines may stand before the first tag", () => {
  expect(
    source(`${"\n".repeat(50_000)}${"# c\n\n".repeat(50_000)}SPDXVersion: SPDX-2.3\n`).syntax,
  ).toBe("tag-value");
  expect(() => source("#")).toThrow("is no JSON");
});

test("UTF-16 is refused", () => {
  const bytes = new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0]);
  expect(() => readSource("bom", bytes)).toThrow("is not UTF-8");
});

test("documents that are cut, changed or repeated anywhere are read or refused, never more", async () => {
  const document = await documentOf(EVERYTHING);
  const texts = (await writeDocuments(document, SBOM_FORMATS)).map(({ bytes }) =>
    new TextDecoder().decode(bytes),
  );
  const change = fc.record({
    which: fc.nat(texts.length - 1),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(200),
    put: fc.constantFrom(
      "",
      "{",
      "]",
      '"',
      "<a>",
      "</components>",
      "null",
      "1",
      "[[",
      "&#0;",
      "\0",
      '"__proto__":{},',
    ),
  });
  await fc.assert(
    fc.asyncProperty(change, async ({ which, from, length, put }) => {
      const text = texts[which] ?? "";
      const at = Math.floor(from * text.length);
      const changed = text.slice(0, at) + put + text.slice(at + length);
      try {
        const { document: read } = await readDocument("bom", new TextEncoder().encode(changed));
        expect(Array.isArray(read.components)).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(UsageError);
      }
    }),
    fuzzRuns(300),
  );
});
