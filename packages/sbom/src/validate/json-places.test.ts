import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonPlaces } from "./json-places.ts";
import type { JsonPath } from "./json-schema.ts";

test("a field stands at its key, an item at its value, the whole at its brace", () => {
  const text = '{\n  "a": [1, {"b": "x\\",[{"}],\n\t"c\\n": {"d": [[true]]},\n "e": null}';
  const paths: JsonPath[] = [
    [],
    ["a"],
    ["a", 0],
    ["a", 1],
    ["a", 1, "b"],
    ["c\n", "d", 0, 0],
    ["e"],
    ["none"],
    ["a", 7],
  ];
  const places = jsonPlaces(text, paths).map((place) => place && `${place.line}:${place.column}`);
  expect(places).toEqual([
    "1:1",
    "2:3",
    "2:9",
    "2:12",
    "2:13",
    "3:17",
    "4:2",
    undefined,
    undefined,
  ]);
});

test("for any value, each path leads to the text of that very value", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (given, indent) => {
      const value: unknown = JSON.parse(JSON.stringify({ given }));
      const text = JSON.stringify(value, null, indent);
      const lines = text.split("\n");
      const paths = pathsOf(value, []);
      for (const [index, place] of jsonPlaces(text, paths).entries()) {
        const { line, column } = place ?? { line: 0, column: 0 };
        const rest = lines[line - 1]?.slice(column - 1) ?? "";
        const step = paths[index]?.at(-1);
        const start =
          typeof step === "string" ? JSON.stringify(step) : beginning(value, paths[index] ?? []);
        expect(rest.startsWith(start)).toBe(true);
      }
    }),
  );
});

function beginning(value: unknown, path: JsonPath): string {
  const found = path.reduce<unknown>(
    (inner, step) => (inner as Record<string | number, unknown>)[step],
    value,
  );
  return JSON.stringify(found).slice(0, 1);
}

function pathsOf(value: unknown, path: JsonPath): JsonPath[] {
  if (typeof value !== "object" || value === null) return [path];
  const steps: (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return [path, ...steps.flatMap(([step, inner]) => pathsOf(inner, [...path, step]))];
}
