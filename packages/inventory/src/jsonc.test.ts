import fc from "fast-check";
import { expect, test } from "vitest";
import { plainJson } from "./jsonc.ts";

test.each([
  ['{"a": 1,}', '{"a": 1 }'],
  ['{"a": [1, 2,\n],\n}', '{"a": [1, 2 \n] \n}'],
  ['// x\n{"a": 1 /* , } */, // y\n}', '    \n{"a": 1                \n}'],
  ['{"a": 1, /* x */ // y\n /* z */ }', null],
  [
    '{"a": ",}", "b": "//", "c": "\\\\", "d": "\\"/*,]"}',
    '{"a": ",}", "b": "//", "c": "\\\\", "d": "\\"/*,]"}',
  ],
  ['["a",/* x */"b"]', '["a",       "b"]'],
])("%j", (text, expected) => {
  const plain = plainJson(text);
  if (expected !== null) expect(plain).toBe(expected);
  expect(plain).toHaveLength(text.length);
  expect(() => JSON.parse(plain)).not.toThrow();
});

test.each(["{", '{"a": 1,,}', '{"a": "b', "/* x", "[1,2", "/"])(
  "what is broken stays broken: %j",
  (text) => {
    expect(() => JSON.parse(plainJson(text))).toThrow();
  },
);

test("plain JSON stays as it is", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value, null, 2);
      expect(plainJson(text)).toBe(text);
    }),
  );
});

test("many comments are read in proportion to their number", () => {
  const text = `[1, ${"/**/".repeat(20_000)} 2, ${"// x\n".repeat(20_000)}]`;
  expect(JSON.parse(plainJson(text))).toEqual([1, 2]);
});
