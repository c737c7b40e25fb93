import { UsageError } from "@assay/core";
import { cleanUp, fuzzRuns, temporaryFolder, writeFiles } from "@assay/testkit";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import type { SbomDocument } from "../model.ts";
import { SBOM_FORMATS, type SbomFormat } from "../options.ts";
import { readDocument } from "../read/document.ts";
import { anyDocument } from "../test/arbitrary.ts";
import { documentOf, EVERYTHING, ORIGIN } from "../test/documents.ts";
import { validateDocument } from "../validate/document.ts";
import { writeDocuments } from "../writers.ts";
import { runConvert } from "./check.ts";
import { lossesIn } from "./not-carried-over.ts";

afterEach(cleanUp);

async function written(document: SbomDocument, format: SbomFormat) {
  const [artifact] = await writeDocuments(document, [format]);
  if (artifact === undefined) throw new Error("nothing was written");
  return artifact;
}

const lost = async (document: SbomDocument, format: SbomFormat) =>
  (await lossesIn(document, await written(document, format))).map(
    ({ path, count }) => `${path} ×${count}`,
  );

async function through(document: SbomDocument, format: SbomFormat): Promise<SbomDocument> {
  const { name, bytes } = await written(document, format);
  return (await readDocument(name, bytes)).document;
}

/** Where a document names no subject, SPDX describes what nothing leads to, and a reader has its subject. */
const sizeOf = ({ subject, components }: SbomDocument) =>
  components.length + (subject === undefined ? 0 : 1);

describe("there and back", () => {
  test.each(SBOM_FORMATS.flatMap((one) => SBOM_FORMATS.map((other) => [one, other] as const)))(
    "what %s and %s both hold stays as it is",
    async (one, other) => {
      await fc.assert(
        fc.asyncProperty(anyDocument, async (document) => {
          const both = await through(await through(document, one), other);
          const back = await through(await through(both, one), other);
          expect(await lost(both, one)).toEqual([]);
          expect(sizeOf(back)).toBe(sizeOf(both));
          expect(sizeOf(both)).toBe(sizeOf(document));
          expect(back.edges.map(({ kind }) => kind).sort()).toEqual(
            both.edges.map(({ kind }) => kind).sort(),
          );
          expect(both.edges).toHaveLength(document.edges.length);
        }),
        fuzzRuns(25),
      );
    },
  );

  test.each(SBOM_FORMATS)("any document is valid as %s", async (format) => {
    await fc.assert(
      fc.asyncProperty(anyDocument, async (document) => {
        const { name, bytes } = await written(document, format);
        expect((await validateDocument(name, bytes)).problems).toEqual([]);
      }),
      fuzzRuns(25),
    );
  });
});

test("what CycloneDX and SPDX don't hold of our own document", async () => {
  const document = await documentOf(EVERYTHING, { origin: ORIGIN });
  expect(await lost(document, "cyclonedx-1.6")).toEqual([
    "edges[].kind (development) ×1",
    "edges[].kind (peer) ×1",
  ]);
  expect(await lost(document, "spdx-2.3")).toEqual([
    "components[].dependencies (complete) ×9",
    "components[].properties[] ×11",
    "components[].references[] ×2",
    "components[].supplier ×2",
    "document.completeness ×1",
    "document.lifecycles[] ×1",
    "document.properties[] ×2",
    "document.supplier ×1",
    "edges[].kind (peer) ×1",
  ]);
});

test("the run writes each format once and lists what is lost", async () => {
  const root = await temporaryFolder();
  await writeFiles(root, {
    "bom.json": JSON.stringify({
      bomFormat: "CycloneDX",
      specVersion: "1.5",
      version: 1,
      services: [{ name: "s" }],
      components: [
        {
          "bom-ref": "a",
          type: "library",
          name: "a",
          version: "1",
          properties: [{ name: "p", value: "v" }],
        },
      ],
    }),
  });
  const { artifacts, tables, notices, findings, coverage } = await runConvert(
    { root },
    { file: "bom.json", to: ["spdx-2.3", "cyclonedx-1.7"] },
  );
  expect(artifacts.map(({ name }) => name)).toEqual(["sbom.1.7.cdx.json", "sbom.spdx.json"]);
  expect(tables).toEqual([
    {
      title: "2 fields not carried over as they were",
      open: true,
      columns: ["Field", "Times", "Lost when"],
      rows: [
        ["services[]", "1", "reading bom.json"],
        ["components[].properties[]", "1", "writing sbom.spdx.json"],
      ],
    },
  ]);
  expect(notices).toEqual([]);
  expect(findings).toEqual([]);
  expect(coverage).toEqual({
    inspected: { documents: 1, components: 1 },
    skipped: [],
    summary: "bom.json, CycloneDX 1.5, 1 component, to spdx-2.3, cyclonedx-1.7",
  });
});

test("a file that is no document is refused", async () => {
  const root = await temporaryFolder();
  await writeFiles(root, { "bom.json": "{}" });
  await expect(runConvert({ root }, { file: "bom.json", to: ["spdx-2.3"] })).rejects.toThrow(
    UsageError,
  );
});
