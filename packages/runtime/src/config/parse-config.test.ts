import type { ConfigSection } from "@assay/core";
import { UsageError } from "@assay/core";
import { either, integer, list, object, oneOf, string } from "@assay/core/schema";
import { expect, test } from "vitest";
import { configReference } from "../reference/config-reference.ts";
import { composeSchema, configJsonSchema } from "./compose-schema.ts";
import { parseConfig } from "./parse-config.ts";

const SECTION: ConfigSection = {
  key: "demo",
  description: "The demo.",
  schema: object({
    mode: oneOf(["fast", "slow"]).optional().describe("How."),
    depth: integer(1, 9).optional().describe("How deep."),
    target: either(string, object({ path: string.describe("Where.") }))
      .optional()
      .describe("What."),
    items: list(object({ name: string.describe("Its name.") }))
      .optional()
      .describe("Things."),
  }),
  example: "mode: slow\n",
};

const parse = (text: string) => parseConfig("assay.yml", text, [SECTION]);

function problems(text: string): readonly string[] {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof UsageError) return error.problems;
    throw error;
  }
  throw new Error("it should have thrown");
}

test("an empty file is a file without settings", () => {
  for (const text of ["", "\n# nothing\n", "---\n", "{}", "\ufeff# mark\n"]) {
    const config = parse(text);
    expect(config.section("demo")).toBeUndefined();
    expect(config.value("demo.mode")).toBeUndefined();
    expect(config.path).toBe("assay.yml");
  }
});

test("values and places are those that are written", () => {
  const config = parse("demo:\n  items:\n    - name: a\n    - name: b\n");
  expect(config.section("demo")).toEqual({ items: [{ name: "a" }, { name: "b" }] });
  expect(config.value("demo.mode")).toBeUndefined();
  expect(config.value("demo.items.1.name")).toBe("b");
  expect(config.place("demo.items.1.name")).toEqual({
    path: "assay.yml",
    startLine: 4,
    startColumn: 7,
  });
  expect(config.place("demo.mode")).toBeUndefined();
  expect(config.section("toString")).toBeUndefined();
  expect(config.value("constructor.name")).toBeUndefined();
});

test("every mistake is told, with its place, in the order of the file", () => {
  const text = `version: 2
fail_on: high
report:
  formats: json
  fromats: [json]
offline: "yes"
demo:
  mode: fsat
  depth: 12
  items: [{ nam: a }]
slo:
  critical: { answer: 3x }
checks:
`;
  expect(problems(text)).toEqual([
    "assay.yml:1:1: `version` is 2 (a number); it must be 1",
    "assay.yml:2:1: there is no key `fail_on`; did you mean `fail-on`?",
    'assay.yml:4:3: `report.formats` is "json"; it must be a list',
    "assay.yml:5:3: there is no key `fromats` in `report`; did you mean `formats`?",
    'assay.yml:6:1: `offline` is "yes"; it must be true or false',
    'assay.yml:8:3: `demo.mode` is "fsat"; it must be one of fast, slow; did you mean "fast"?',
    "assay.yml:9:3: `demo.depth` is 12 (a number); it must be at most 9",
    "assay.yml:10:11: `demo.items[0].name` is missing; it must be text",
    "assay.yml:10:13: there is no key `nam` in `demo.items[0]`; did you mean `name`?",
    'assay.yml:12:15: `slo.critical.answer`: "3x" is no duration. Write a whole number above zero with h, d or w ("24h", "7d", "2w"; at most 3660 days), or "none".',
    "assay.yml:13:1: `checks` is empty; it must be a list",
  ]);
});

test("a choice of forms tells what the nearest form lacks", () => {
  expect(problems("demo: { target: 3 }")).toEqual([
    "assay.yml:1:9: `demo.target` is 3 (a number); it must be text or a mapping of keys to values",
  ]);
  expect(problems("demo: { target: { pth: a, path: b } }")).toEqual([
    "assay.yml:1:19: there is no key `pth` in `demo.target`; did you mean `path`?",
  ]);
});

test("suppressions need a name, a reason, an owner and a day", () => {
  expect(
    problems("suppressions:\n  - { rule: '*', reason: x, owner: y, expires: '2027-13-01' }\n"),
  ).toEqual([
    "assay.yml:2:5: `suppressions[0]`: `rule: *` alone would hide too much; narrow it with `path` or `package`",
    'assay.yml:2:5: `suppressions[0]`: `expires` is "2027-13-01"; write a day as YYYY-MM-DD, such as 2027-01-31',
  ]);
  expect(problems("suppressions:\n  - rule: a.b\n    reason: x\n")).toEqual([
    "assay.yml:2:5: `suppressions[0].owner` is missing; it must be text",
    "assay.yml:2:5: `suppressions[0].expires` is missing; it must be text",
  ]);
});

test("an unquoted day is a text, as YAML 1.2 says", () => {
  const text = "suppressions:\n  - { rule: a.b, reason: x, owner: y, expires: 2027-01-31 }\n";
  expect(parse(text).section("suppressions")).toMatchObject([{ expires: "2027-01-31" }]);
});

test.each([
  ["a: 1\na: 2\n", "assay.yml:2:1: the key `a` is already given in line 1"],
  [
    "offline: true\n---\noffline: false\n",
    "assay.yml:2:1: a second document begins; only one is read",
  ],
  ["checks: !!js/function [a]\n", "assay.yml:1:9: Unresolved tag: tag:yaml.org,2002:js/function"],
  ["sbom: !!omap [a: 1]\n", "assay.yml:1:7: Unresolved tag: tag:yaml.org,2002:omap"],
  ["? [a]\n: x\n", /keys must be strings/],
  ["offline: [\n", /^assay\.yml:\d+:\d+: Flow sequence/],
])("%j is refused", (text, expected) => {
  expect(problems(text)[0]).toMatch(expected);
});

test.each([
  ["- hunter2\n", "a list"],
  ["TOKEN=hunter2\n", "text"],
])("a file that is no mapping is another file: nothing of %j is shown", (text, found) => {
  const message = `assay.yml is no config file: it holds ${found} and no mapping of keys`;
  expect(() => parse(text)).toThrow(message);
  expect(problems(text)).toEqual([]);
});

test("`yes` is a text, as YAML 1.2 says", () => {
  for (const text of ["offline: yes\n", "%YAML 1.1\n---\noffline: yes\n"])
    expect(problems(text)[0]).toContain('is "yes"; it must be true or false');
});

test("names of Object.prototype are keys like others", () => {
  expect(problems("__proto__: { offline: true }\nconstructor: 1\n")).toHaveLength(2);
});

test("hostile files end in one short error", () => {
  const ten = (name: string) => `[${Array(10).fill(`*${name}`).join()}]`;
  const bomb = `a: &a [x]\nb: &b ${ten("a")}\nc: &c ${ten("b")}\nd: &d ${ten("c")}\ne: &e ${ten("d")}\nf: ${ten("e")}\n`;
  expect(problems(bomb)).toEqual([
    expect.stringMatching(/^assay\.yml:6:\d+: more than 200000 values .* aliases repeat/),
  ]);
  expect(problems("a: &a [*a]\n")).toEqual([expect.stringContaining("Unresolved alias: *a")]);
  expect(problems("[".repeat(200_000))).toEqual([expect.stringContaining("nested too deeply")]);
  expect(problems("- ".repeat(100_000))).toEqual([expect.stringContaining("nested too deeply")]);
  const many = Array.from({ length: 20_000 }, (_, index) => `key${index}: 1`).join("\n");
  expect(problems(many).length).toBeLessThan(60);
});

test("two sections with one key are a defect", () => {
  expect(() => composeSchema([SECTION, SECTION])).toThrow("Two config sections are named demo");
  expect(() => composeSchema([{ ...SECTION, key: "offline" }])).toThrow("offline");
});

test("the JSON Schema is strict and describes every key", () => {
  const schema = configJsonSchema([SECTION]);
  expect(schema).toMatchObject({
    $id: "urn:assay:config:1",
    type: "object",
    additionalProperties: false,
  });
  expect(undescribed(schema, "")).toEqual([]);
});

test("the reference lists keys of all levels with their types", () => {
  const reference = configReference(
    configJsonSchema([SECTION]),
    [SECTION],
    new Map([["demo.depth", "3"]]),
  );
  expect(reference).toContain(
    "| `fail-on` | `critical`, `high`, `medium`, `low`, `info`, `never` |",
  );
  expect(reference).toContain("| `suppressions[].owner` | text, required |");
  expect(reference).toContain("| `demo.mode` | `fast`, `slow` |  | How. |");
  expect(reference).toContain("| `demo.depth` | whole number from 1 to 9 | `3` | How deep. |");
  expect(reference).toContain("| `demo.target.path` | text, required |  | Where. |");
  expect(reference).toContain("demo:\n  mode: slow\n");
});

function undescribed(schema: unknown, path: string): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const { properties, items, anyOf } = schema as Record<string, unknown>;
  const own = Object.entries((properties ?? {}) as Record<string, { description?: string }>);
  return [
    ...own.flatMap(([key, value]) => [
      ...(value.description === undefined ? [`${path}.${key}`] : []),
      ...undescribed(value, `${path}.${key}`),
    ]),
    ...undescribed(items, `${path}[]`),
    ...((anyOf ?? []) as unknown[]).flatMap((inner) => undescribed(inner, path)),
  ];
}

test("`checks` holds the names of the sections that are checks", () => {
  const checked = { ...SECTION, check: true };
  const act = { ...SECTION, key: "act" };
  expect(() => parseConfig("assay.yml", "checks: [dmo]\n", [checked, act])).toThrow(
    expect.objectContaining({
      problems: [expect.stringMatching(/assay\.yml:1:10: `checks\[0\]`.*"dmo".*"demo"/)],
    }),
  );
  const schema = configJsonSchema([checked, act]) as { properties: Record<string, unknown> };
  expect(schema.properties["checks"]).toMatchObject({ items: { enum: ["demo"] }, minItems: 1 });
});
