import type { InputSpecs } from "@assay/core";
import { integer, list } from "@assay/core/schema";
import { expect, test } from "vitest";
import { inputKeys, sectionOf } from "./input-schema.ts";

const INPUTS = {
  key: { type: "string", configKey: "demo.key", description: "A key." },
  level: { type: "integer", minimum: 1, maximum: 3, configKey: "demo.level", description: "L." },
  on: { type: "boolean", default: false, configKey: "demo.on", description: "O." },
  how: { type: "choice", choices: ["a", "b"], configKey: "demo.how", description: "H." },
  some: { type: "list", default: [], configKey: "demo.some", description: "S." },
  one: { type: "list", default: [], orOne: true, configKey: "demo.one", description: "O." },
  must: { type: "list", default: ["x"], required: true, configKey: "demo.must", description: "M." },
  file: { type: "path", configKey: "demo.file", description: "F." },
  secret: { type: "string", secret: true, description: "No key in the file." },
  other: { type: "string", configKey: "report.other", description: "Another section." },
} as const satisfies InputSpecs;

test("a section has a key for each input that names one there, and no other", () => {
  const keys = ["key", "level", "on", "how", "some", "one", "must", "file"];
  expect(Object.keys(inputKeys(INPUTS, "demo"))).toEqual(keys);
  expect(Object.keys(inputKeys(INPUTS, "report"))).toEqual(["other"]);
  expect(inputKeys(INPUTS, "demo")["key"]?.json.description).toBe("A key.");
});

test.each([
  [{ key: "" }, false],
  [{ key: "k", level: 3, on: true, how: "a", some: [], must: ["y"], file: "f" }, true],
  [{ level: 4 }, false],
  [{ level: "1" }, false],
  [{ on: "yes" }, false],
  [{ how: "c" }, false],
  [{ some: [""] }, false],
  [{ some: "a" }, false],
  [{ one: "a" }, true],
  [{ one: ["a", "b"] }, true],
  [{ one: "" }, false],
  [{ must: [] }, false],
  [{ file: " " }, false],
  [{ secret: "s" }, false],
  [{ extra: [1] }, true],
])("%j: %s", async (value, valid) => {
  const section = await sectionOf({
    name: "demo",
    inputs: INPUTS,
    rules: {},
    config: {
      description: "Demo.",
      example: "key: k\n",
      ownKeys: async () => ({ extra: list(integer()).optional() }),
    },
  });
  expect(section.schema.check(value).issues === undefined).toBe(valid);
});
