import type { ConfigSection, InputSpecs, Loosening } from "@assay/core";
import { integer, map, object, string } from "@assay/core/schema";
import { expect, test } from "vitest";
import { parseConfig } from "../../config/parse-config.ts";
import { compareConfigs } from "./compare-config.ts";
import { compareFiles } from "./compare-files.ts";
import { loosenedBy } from "./direction.ts";

const toward = { toward: ["low", "high", "never"] };

test.each<[Loosening, unknown, unknown, boolean]>([
  ["none", 1, 2, false],
  ["any", 1, 1, false],
  ["any", 1, 2, true],
  ["any", { a: 1, b: 2 }, { b: 2, a: 1 }, false],
  ["added", ["a"], ["a", "b"], true],
  ["added", ["a", "b"], ["b"], false],
  ["added", ["a"], ["a", "a"], true],
  ["added", undefined, ["a"], true],
  ["added", ["a"], undefined, false],
  ["added", ["a"], "a", true],
  ["removed", ["a", "b"], ["b", "a", "c"], false],
  ["removed", ["a", "b"], ["a"], true],
  ["removed", undefined, ["a"], true],
  ["lower", 5, 6, false],
  ["lower", 5, 4, true],
  ["lower", 5, undefined, true],
  ["off", true, false, true],
  ["off", true, undefined, true],
  ["off", false, true, false],
  [toward, "low", "high", true],
  [toward, "never", "low", false],
  [toward, "low", "of the future", true],
  [toward, "of the future", "low", true],
])("%j: %j to %j is looser: %s", (loosening, before, after, isLooser) => {
  expect(loosenedBy("key", before, after, loosening) !== undefined).toBe(isLooser);
});

test("a difference names what is new or gone, shortly", () => {
  expect(loosenedBy("a.b", ["x"], ["x", "y", { z: 1 }], "added")?.what).toBe(
    "`a.b` gains y, (z: 1)",
  );
  expect(loosenedBy("a", ["x", "y"], [], "removed")?.what).toBe("`a` loses x, y");
  const long = loosenedBy("a", "x", `${"y".repeat(500)}\n`, "any");
  expect(long?.what.length).toBeLessThan(150);
});

const INPUTS: InputSpecs = {
  depth: {
    type: "integer",
    minimum: 0,
    maximum: 9,
    default: 5,
    configKey: "demo.depth",
    loosened: "lower",
    description: "A depth.",
  },
  key: { type: "string", secret: true, configKey: "demo.key", description: "A key." },
};
const SECTION: ConfigSection = {
  key: "demo",
  description: "Demo.",
  example: "",
  inputs: INPUTS,
  schema: object({
    depth: integer().optional(),
    key: string.optional(),
    by: map(string).optional(),
  }),
};
const compared = (before: string, after: string) =>
  compareConfigs(parseConfig("a.yml", before, [SECTION]), parseConfig("b.yml", after, [SECTION]), [
    SECTION,
  ]).map(({ key, after: now }) => `${key}: ${now}`);

test("values are compared with their defaults, and a secret is not shown", () => {
  expect(compared("", "demo: { depth: 5 }")).toEqual([]);
  expect(compared("", "demo: { depth: 4 }")).toEqual(["demo.depth: 4"]);
  expect(compared("demo: { depth: 7 }", "")).toEqual(["demo.depth: 5"]);
  expect(compared("demo: { key: a }", "demo: { key: hunter2 }")).toEqual(["demo.key: (a secret)"]);
});

test("a map whose keys have dots is compared whole", () => {
  expect(compared("demo: { by: { a.b: x } }", "demo: { by: { a.b: y } }")).toEqual([
    "demo.by: a.b: y",
  ]);
  expect(compared("demo: { by: { a: x } }", "demo: { by: { a: x, c.d: z } }")).not.toEqual([]);
});

test("the clocks for a fix, and suppressions, count as they differ", () => {
  expect(compared("slo: { high: { fix: 1w } }", "slo: { high: { fix: 9w } }")).toEqual([
    "slo.high.fix: 9w",
  ]);
  const entry = (expires: string) =>
    `suppressions: [{ rule: demo.x, reason: r, owner: o, expires: ${expires} }]`;
  expect(compared(entry("2026-01-01"), entry("2027-01-01"))).toHaveLength(1);
  expect(compared(entry("2026-01-01"), "")).toEqual([]);
});

test("lines of other files are counted, not shown", () => {
  const bytes = (text: string) => Buffer.from(text);
  const file = { path: ".ignore", loosened: "added" } as const;
  expect(compareFiles(file, bytes("# a\na\n"), bytes("a\n\n# more\n"))).toEqual([]);
  expect(compareFiles(file, undefined, bytes("token:1\n"))).toEqual([
    { key: ".ignore", before: "nothing", after: "1 line", what: "`.ignore` gains 1 line" },
  ]);
  expect(compareFiles(file, bytes("a\n"), undefined)).toEqual([]);
  const any = { path: "rules.toml", loosened: "any" } as const;
  expect(compareFiles(any, bytes("a\n"), undefined)[0]?.what).toBe("`rules.toml` is deleted");
  expect(compareFiles(any, undefined, bytes("a\n"))[0]?.what).toBe("`rules.toml` is new");
  expect(compareFiles(any, bytes("a\n"), bytes("b\n"))[0]?.what).toBe("`rules.toml` changes");
});
