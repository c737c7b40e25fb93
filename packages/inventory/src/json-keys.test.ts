import fc from "fast-check";
import { expect, test } from "vitest";
import { scanJsonKeys } from "./json-keys.ts";

function keysOf(text: string): string[] {
  const found: string[] = [];
  scanJsonKeys(text, (key, depth, line) => found.push(`${line}:${depth}:${key}`));
  return found;
}

test("keys with depth and line; strings that look like JSON are strings", () => {
  const text = '{\n  "a" : {"b": "\\"c\\": {", "d\\\\": [\n{"e": 1}]},\r\n"\\u0066":":"}';
  expect(keysOf(text)).toEqual(["2:1:a", "2:2:b", "2:2:d\\", "3:4:e", "4:1:f"]);
});

test("for any value, the keys are those that JSON.parse sees, in order", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
      const expected: string[] = [];
      const collect = (inner: unknown): void => {
        if (typeof inner !== "object" || inner === null) return;
        for (const [key, field] of Object.entries(inner)) {
          if (!Array.isArray(inner)) expected.push(key);
          collect(field);
        }
      };
      const text = JSON.stringify(value, null, indent);
      collect(JSON.parse(text));
      const found: string[] = [];
      scanJsonKeys(text, (key) => found.push(key));
      expect(found).toEqual(expected);
    }),
  );
});
