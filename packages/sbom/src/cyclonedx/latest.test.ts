import { expect, test } from "vitest";
import type { SbomDocument, StatedLicense } from "../model.ts";
import { cycloneDxErrors } from "../test/cyclonedx-schema.ts";
import { documentOf, EVERYTHING, HOSTILE, ORIGIN } from "../test/documents.ts";
import { stableJson } from "../test/stable-json.ts";
import { cycloneDxDocument } from "./document.ts";
import { cycloneDxXmlDocument } from "./xml.ts";

const REQUIREMENTS = { "requirements.txt": "six==1.*\nflask==3.0.0\nodd===x.*\n" };
const jsonOf = (document: SbomDocument, spec: "1.6" | "1.7") =>
  JSON.parse(new TextDecoder().decode(cycloneDxDocument(document, spec)));

test.each([
  ["one of everything", EVERYTHING],
  ["hostile texts", HOSTILE],
  ["requirements that fix no version", REQUIREMENTS],
])("a document of 1.7 keeps to its schema, keys in order: %s", async (_, files) => {
  const document = await documentOf(files, { origin: ORIGIN });
  const text = new TextDecoder().decode(cycloneDxDocument(document, "1.7"));
  expect(cycloneDxErrors(JSON.parse(text), "1.7")).toEqual([]);
  expect(text).toBe(stableJson(JSON.parse(text)));
});

test("a requirement that fixes no version is a range of what the environment brings, in 1.7 alone", async () => {
  const document = await documentOf(REQUIREMENTS);
  const six = (spec: "1.6" | "1.7") =>
    jsonOf(document, spec).components.find(({ name }: { name: string }) => name === "six");
  expect(six("1.7")).toMatchObject({ isExternal: true, versionRange: "vers:pypi/>=1|<2" });
  expect(six("1.6")).not.toHaveProperty("versionRange");
  expect(six("1.6").properties).toEqual([{ name: "assay:requirement", value: "==1.*" }]);
  expect(new TextDecoder().decode(cycloneDxXmlDocument(document, "1.7"))).toContain(
    '<component type="library" bom-ref="pkg:pypi/six" isExternal="true">',
  );
});

const expression = (text: string, acknowledgement: "declared" | "concluded"): StatedLicense => ({
  acknowledgement,
  statement: { kind: "expression", text, references: [] },
});
const id = (text: string, acknowledgement: "declared" | "concluded"): StatedLicense => ({
  acknowledgement,
  statement: { kind: "id", id: text },
});

test.each([
  [
    "ids stand side by side",
    [id("MIT", "declared"), id("MIT", "concluded")],
    [
      { license: { acknowledgement: "declared", id: "MIT" } },
      { license: { acknowledgement: "concluded", id: "MIT" } },
    ],
    undefined,
  ],
  [
    "of two expressions the declared one is evidence",
    [expression("MIT OR ISC", "declared"), expression("ISC OR MIT", "concluded")],
    [{ acknowledgement: "concluded", expression: "ISC OR MIT" }],
    [{ acknowledgement: "declared", expression: "MIT OR ISC" }],
  ],
  [
    "several of one side hold together",
    [expression("MIT OR ISC", "declared"), id("0BSD", "declared")],
    [{ acknowledgement: "declared", expression: "(MIT OR ISC) AND 0BSD" }],
    undefined,
  ],
  [
    "beside a name an expression is a name",
    [
      expression("MIT OR ISC", "declared"),
      { acknowledgement: "declared", statement: { kind: "name", name: "ours" } },
    ],
    [
      { license: { acknowledgement: "declared", name: "MIT OR ISC" } },
      { license: { acknowledgement: "declared", name: "ours" } },
    ],
    undefined,
  ],
] as const)("licences in 1.6: %s", async (_, licenses, stated, evidence) => {
  const document = await documentOf(EVERYTHING);
  const [first, ...others] = document.components;
  if (first === undefined) throw new TypeError("there are components");
  const components = [{ ...first, licenses }, ...others];
  const json = jsonOf({ ...document, components }, "1.6");
  expect(cycloneDxErrors(json)).toEqual([]);
  expect(json.components[0].licenses).toEqual(stated);
  expect(json.components[0].evidence.licenses).toEqual(evidence);
  const latest = jsonOf({ ...document, components }, "1.7");
  expect(cycloneDxErrors(latest, "1.7")).toEqual([]);
  expect(latest.components[0].licenses).toHaveLength(licenses.length);
});
