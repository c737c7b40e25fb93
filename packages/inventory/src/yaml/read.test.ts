import { UsageError } from "@assay/core";
import { describe, expect, test } from "vitest";
import { readYaml } from "./read.ts";
import { isYamlMap, type YamlValue } from "./value.ts";

/** With mappings as lists of pairs: their order counts, and no key is special. */
function plain(value: YamlValue): unknown {
  if (isYamlMap(value)) return { map: [...value.entries].map(([key, each]) => [key, plain(each)]) };
  return Array.isArray(value) ? value.map(plain) : value;
}

function read(text: string): unknown {
  return readYaml("x.yaml", text).documents.map(({ value }) => plain(value))[0];
}

const map = (...pairs: readonly (readonly [string, unknown])[]) => ({ map: pairs });

describe("mappings, lists and texts", () => {
  test.each<readonly [string, unknown]>([
    ["a: b\n", map(["a", "b"])],
    ["a:\n  b: c\nd: e", map(["a", map(["b", "c"])], ["d", "e"])],
    ["a:\n- b\n- c\nd:", map(["a", ["b", "c"]], ["d", null])],
    [
      "a:\n  - b: 1\n    c: 2\n  - d: 3\n  -\n    e: 4\n  -\n",
      map(["a", [map(["b", "1"], ["c", "2"]), map(["d", "3"]), map(["e", "4"]), null]]),
    ],
    ["- - a\n  - b\n- c\n", [["a", "b"], "c"]],
    [
      "a: {b: c, d: [e, 'f,g'], h: {}, i: []}\n",
      map(["a", map(["b", "c"], ["d", ["e", "f,g"]], ["h", map()], ["i", []])]),
    ],
    [
      "a: {b: , c, 'd': 'e', \"f\":g}\n",
      map(["a", map(["b", null], ["c", null], ["d", "e"], ["f", "g"])]),
    ],
    [
      "a:\n  {\n    b: c, # about b\n    d:\n      e,\n  }\nf: g\n",
      map(["a", map(["b", "c"], ["d", "e"])], ["f", "g"]),
    ],
    ["a: [\n  b,\n  c\n]\n", map(["a", ["b", "c"]])],
    ["'a b': 'it''s'\n\"c\\td\": \"e\\u0041\\x42\\n\"\n", map(["a b", "it's"], ["c\td", "eAB\n"])],
    ["a: b # comment\n# comment\nc: d#e\n", map(["a", "b"], ["c", "d#e"])],
    ["a: http://x.y/z\nb:c: d\n", map(["a", "http://x.y/z"], ["b:c", "d"])],
    ["/@s/a@1.0.0(b@2): x\n", map(["/@s/a@1.0.0(b@2)", "x"])],
    ["? very long\n: {a: b}\n? 'x'\n:\n  y\n", map(["very long", map(["a", "b"])], ["x", "y"])],
    ["? very long\n:\n  a: b\nc: d\n", map(["very long", map(["a", "b"])], ["c", "d"])],
    ["a: |\n  b\n   c\n\n  d\ne: f\n", map(["a", "b\n c\n\nd\n"], ["e", "f"])],
    ["a: >-\n  b\n  c\n\n  d\ne: f\n", map(["a", "b c\nd"], ["e", "f"])],
    ["a: |2-\n   b\nc: d\n", map(["a", " b"], ["c", "d"])],
    ["a: |+\n  b\n\nc: d\n", map(["a", "b\n\n"], ["c", "d"])],
    ["a: b\n  c\n  d\ne: f\n", map(["a", "b c d"], ["e", "f"])],
    ['a: "b\n  c\n\n  d"\ne: f\n', map(["a", "b c\nd"], ["e", "f"])],
    ["a: ~\nb: null\nc: true\nd: ''\n", map(["a", "~"], ["b", "null"], ["c", "true"], ["d", ""])],
    ["__proto__: {constructor: x}\n", map(["__proto__", map(["constructor", "x"])])],
    ["a: 1\r\nb:\r\n  c: 2\r\n", map(["a", "1"], ["b", map(["c", "2"])])],
    ["a: &x {b: c}\nd: *x\n", map(["a", map(["b", "c"])], ["d", map(["b", "c"])])],
    ["\uFEFFa: !!str b\n", map(["a", "b"])],
    ["", undefined],
    ["# nothing\n", undefined],
    ["---\n", null],
  ])("%j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

test("a mapping has the line of its key", () => {
  const { documents } = readYaml("x.yaml", "a:\n\n  # about b\n  b:\n    c: {d: e}\n");
  const top = documents[0]?.value;
  if (!isYamlMap(top ?? null)) throw new TypeError("no mapping");
  const lines: number[] = [];
  for (let each: YamlValue | undefined = top; isYamlMap(each ?? null); ) {
    if (!isYamlMap(each)) break;
    lines.push(each.line);
    each = [...each.entries.values()][0];
  }
  expect(lines).toEqual([1, 1, 4, 5]);
});

test("documents have their lines, and keys that stand there twice are named", () => {
  const { documents, duplicates } = readYaml(
    "x.yaml",
    "---\na: 1\n...\n---\nb: 2\nb: 3\nc: {d: 1, d: 2}\n",
  );
  expect(documents.map(({ line }) => line)).toEqual([1, 4]);
  expect(duplicates).toEqual([
    { key: "b", line: 6 },
    { key: "d", line: 7 },
  ]);
});

describe("what is no such text is an error with its line", () => {
  test.each([
    ["@s/a: b\n", "line 1 on: a text can't start with @"],
    ["a: 1\nb: *x\n", "line 2 on: Unresolved alias"],
    ["a: 1\n<<: {b: c}\n", "line 2 on: YAML 1.2 has no merge key"],
    ["a: !!js/function x\n", "line 1 on: Unresolved tag"],
    ["a: 1\n\tb: 2\n", "line 2 on: it is indented with a tab"],
    ["a: 1\n  b: 2\n", "line 2 on: a key stands where a text goes on"],
    ["a:\n    b: {}\n  c: 2\n", "line 3 on: this is indented further"],
    ["a: {b: 1\n", "line 1 on: Flow map is not closed"],
    ["a: 'b\n", "line 1 on: this ' is not closed"],
    ["a: 'b' c\n", "line 1 on: only a comment stands behind a value"],
    ["a: {{b: c}: d}\n", "line 1 on: a key is no text"],
    [`a: ${"{b: ".repeat(100)}`, "nested too deeply"],
  ])("%j", (text, reason) => {
    expect(() => readYaml("x.yaml", text)).toThrow(UsageError);
    expect(() => readYaml("x.yaml", text)).toThrow(reason);
  });
});

test("the work is in proportion to the text", () => {
  const lines = 200_000;
  const text = Array.from({ length: lines }, (_, index) => `key${index}: {a: 'b', c: [d]}`).join(
    "\n",
  );
  const top = readYaml("x.yaml", text).documents[0]?.value ?? null;
  expect(isYamlMap(top) && top.entries.size).toBe(lines);
  for (const part of ["'", '"', "#", "? ", "- ", "a:\n ", " #", "{", "\\"]) {
    try {
      readYaml("x.yaml", `a: ${part.repeat(300_000)}`);
    } catch (error) {
      expect(error).toBeInstanceOf(UsageError);
    }
  }
});
