import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { diffAsMergePatch, mergePatch } from "./merge-patch.ts";

/** Examples of RFC 7396, appendix A. */
test.each([
  [{ a: "b" }, { a: "c" }, { a: "c" }],
  [{ a: "b" }, { b: "c" }, { a: "b", b: "c" }],
  [{ a: "b" }, { a: null }, {}],
  [{ a: ["b"] }, { a: "c" }, { a: "c" }],
  [{ a: { b: "c" } }, { a: { b: "d", c: null } }, { a: { b: "d" } }],
  [
    ["a", "b"],
    ["c", "d"],
    ["c", "d"],
  ],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
])("%j with %j is %j", (target, patch, result) => {
  expect(mergePatch(target, patch)).toEqual(result);
});

test("the difference of two values makes one of the other", () => {
  const values = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      fc.boolean(),
      fc.string({ maxLength: 3 }),
      fc.array(fc.integer(), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom("a", "b", "c", "__proto__"), tie("value"), { maxKeys: 3 }),
    ),
  })).value;
  fc.assert(
    fc.property(values, values, (target, wanted) => {
      expect(mergePatch(target, diffAsMergePatch(target, wanted))).toEqual(wanted);
    }),
    { numRuns: 500 },
  );
  expect(() => diffAsMergePatch({}, { a: { b: null } })).toThrow("can't set null");
});

test("no schema that is kept as a patch lost anything", () => {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(new URL(`./schemas/${name}.json`, import.meta.url), "utf8"));
  let schema = read("bom-1.6");
  for (const version of ["1.5", "1.4", "1.3", "1.2"]) {
    schema = mergePatch(schema, read(`bom-${version}.patch`));
    expect(JSON.stringify(schema)).toContain('"bomFormat"');
  }
});
