import { describe, expect, test } from "vitest";
import {
  boolean,
  date,
  either,
  email,
  integer,
  list,
  map,
  matching,
  object,
  oneOf,
  type Schema,
  string,
  text,
  url,
} from "./index.ts";

test.each<[string, Schema, unknown, unknown]>([
  ["a text as it is", string, " a ", " a "],
  ["a text without white space around it", text, " a ", "a"],
  ["a switch", boolean, false, false],
  ["a number at its bounds", list(integer(1, 3)), [1, 3], [1, 3]],
  ["one of some values", oneOf(["a", 1]), 1, 1],
  ["a leap day", date, "2028-02-29", "2028-02-29"],
  ["an address", email, "o'neil.a+b@mail.example.org", "o'neil.a+b@mail.example.org"],
  ["a URL", url, " https://example.org/a ", "https://example.org/a"],
  ["an object without what it need not have", object({ a: text.optional() }), {}, {}],
  [
    "a mapping of any keys",
    map(text),
    JSON.parse('{"__proto__": " a "}'),
    JSON.parse('{"__proto__": "a"}'),
  ],
  ["the first form that fits", either(integer(), text, string), "  ", "  "],
])("%s is taken", (_, schema, value, expected) => {
  expect(schema.check(value)).toEqual({ value: expected });
});

const type = (expected: string) => ({ code: "invalid_type", expected, path: [] });

test.each<[Schema, unknown, unknown]>([
  [string, null, type("string")],
  [text, 1, type("string")],
  [text, " ", { code: "too_small", origin: "string", limit: 1, path: [] }],
  [boolean, "true", type("boolean")],
  [integer(), "1", type("number")],
  [integer(), Number.NaN, type("number")],
  [integer(), 1.5, type("int")],
  [integer(2, 3), 1, { code: "too_small", origin: "number", limit: 2, path: [] }],
  [integer(2, 3), 4, { code: "too_big", origin: "number", limit: 3, path: [] }],
  [oneOf(["a"]), "b", { code: "invalid_value", values: ["a"], path: [] }],
  [date, "2027-02-29", { code: "invalid_format", message: "Invalid ISO date", path: [] }],
  [date, "2027-13-01", { code: "invalid_format", message: "Invalid ISO date", path: [] }],
  [email, "a..b@c.de", { code: "invalid_format", message: "Invalid email address", path: [] }],
  [url, "example.org", { code: "invalid_format", message: "Invalid URL", path: [] }],
  [matching(/^a$/, "must be a"), "b", { code: "invalid_format", message: "must be a", path: [] }],
  [list(text), "a", type("array")],
  [list(text, 1), [], { code: "too_small", origin: "array", limit: 1, path: [] }],
  [object({}), [], type("object")],
  [map(text), null, type("record")],
])("%j refuses %j", (schema, value, issue) => {
  expect(schema.check(value)).toEqual({ issues: [issue] });
});

describe("what is wrong inside", () => {
  test("is told with its path, all of it, and unknown keys last", () => {
    const schema = object({ a: list(object({ b: text })), c: boolean });
    expect(schema.check({ a: [{ b: "x" }, { b: 1 }, {}], d: 1, toString: 2 })).toMatchObject({
      issues: [
        { ...type("string"), path: ["a", 1, "b"] },
        { ...type("string"), path: ["a", 2, "b"] },
        { ...type("boolean"), path: ["c"] },
        { code: "unrecognized_keys", keys: ["d", "toString"], path: [] },
      ],
    });
  });

  test("is told for each form of a choice", () => {
    expect(either(text, object({ a: text })).check({ a: 1 })).toEqual({
      issues: [
        {
          code: "invalid_union",
          path: [],
          errors: [[type("string")], [{ ...type("string"), path: ["a"] }]],
        },
      ],
    });
  });
});

test("a further rule is asked where the form is right, and names the value or a key", () => {
  const schema = map(integer()).refine((value: Readonly<Record<string, number>>) =>
    Object.entries(value).flatMap(([key, each]) => (each > 1 ? [{ key, message: "many" }] : [])),
  );
  expect(schema.check({ a: 1 })).toEqual({ value: { a: 1 } });
  expect(schema.check({ a: 1, b: 2 })).toEqual({
    issues: [{ code: "custom", message: "many", path: ["b"] }],
  });
  expect(schema.check({ a: "" })).toMatchObject({ issues: [{ ...type("number"), path: ["a"] }] });
  const strict = object({ a: text }).refine(() => [{ message: "never" }]);
  expect(strict.check({ a: "a", b: 1 }).issues).toEqual([
    { code: "unrecognized_keys", keys: ["b"], path: [] },
    { code: "custom", message: "never", path: [] },
  ]);
});

test("the same declaration gives JSON Schema", () => {
  const schema = object({
    name: text.describe("Its name."),
    kinds: list(oneOf(["a", "b"]), 1)
      .optional()
      .describe("Its kinds."),
    depth: either(integer(1, 9), map(boolean)).optional(),
  });
  expect(schema.json).toEqual({
    type: "object",
    properties: {
      name: { type: "string", minLength: 1, description: "Its name." },
      kinds: {
        type: "array",
        items: { type: "string", enum: ["a", "b"] },
        minItems: 1,
        description: "Its kinds.",
      },
      depth: {
        anyOf: [
          { type: "integer", minimum: 1, maximum: 9 },
          { type: "object", additionalProperties: { type: "boolean" } },
        ],
      },
    },
    required: ["name"],
    additionalProperties: false,
  });
});
