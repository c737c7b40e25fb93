import fc from "fast-check";
import { expect, test } from "vitest";
import { stableJson } from "./stable-json.ts";

test("keys are sorted by code unit, at every depth; undefined is left out", () => {
  const value = { b: [{ z: 1, Z: undefined, a: [] }], "a\n": {}, B: null };
  expect(stableJson(value)).toBe(
    '{\n  "B": null,\n  "a\\n": {},\n  "b": [\n    {\n      "a": [],\n      "z": 1\n    }\n  ]\n}\n',
  );
});

test.each([
  [{ b: 1, 2: 1, 10: 1, a: 1 }, ["10", "2", "a", "b"]],
  [JSON.parse('{"b": 1, "__proto__": 1, "a": {"c": 1}}'), ["__proto__", "a", "c", "b"]],
  [{ list: [{ z: 1, 9: 1, 10: 1 }], a: 1 }, ["a", "list", "10", "9", "z"]],
])("keys that an object would put elsewhere stand in order too", (value, keys) => {
  const text = stableJson(value);
  expect([...text.matchAll(/"(\w+)":/g)].map(([, key]) => key)).toEqual(keys);
  expect(JSON.parse(text)).toEqual(value);
});

test("a key more that can't be sorted in an object changes no other byte", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const slow = stableJson({ "0": 0, value });
      expect(slow).toBe(stableJson({ $: 0, value }).replace('"$"', '"0"'));
    }),
  );
});

test("any value is read back as it was", () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      expect(JSON.parse(stableJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
