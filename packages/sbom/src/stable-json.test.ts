import fc from "fast-check";
import { expect, test } from "vitest";
import { nameBasedUuid } from "./name-based-uuid.ts";
import { stableJson, stableJsonWith } from "./stable-json.ts";

test("keys are sorted by code unit, at every depth; undefined is left out", () => {
  const value = { b: [{ z: 1, Z: undefined, a: [] }], "a\n": {}, B: null };
  expect(stableJson(value)).toBe(
    '{\n  "B": null,\n  "a\\n": {},\n  "b": [\n    {\n      "a": [],\n      "z": 1\n    }\n  ]\n}\n',
  );
});

test("any value is read back as it was", () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      expect(JSON.parse(stableJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("a derived field sees all others and takes its own place only", () => {
  const content = { a: '\n  "id": ""', inner: { id: "" }, z: 1 };
  const text = stableJsonWith(content, {
    name: "id",
    placeholder: "",
    derive: (rest) => `of ${rest.length}`,
  });
  expect(JSON.parse(text)).toEqual({
    ...content,
    id: `of ${stableJson({ ...content, id: "" }).length}`,
  });
});

test("UUIDs of version 5, by all parts and where they end", () => {
  const uuid = nameBasedUuid("a", "bc");
  expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(nameBasedUuid("a", "bc")).toBe(uuid);
  expect(nameBasedUuid("ab", "c")).not.toBe(uuid);
});
