import { expect, test } from "vitest";
import { entryAt, readYaml, textOf, valueAt } from "./index.ts";
import { plainOf } from "./test/plain.ts";

const map = (...pairs: readonly (readonly [string, unknown])[]) => ({ map: pairs });

test.each<readonly [string, unknown]>([
  ["a: b\n", map(["a", "b"])],
  ["a:\n- b\n- c\nd:", map(["a", ["b", "c"]], ["d", null])],
  [
    "a:\n  - b: 1\n    c: 0x1F\n  -\n    e: 0o17\n  -\n",
    map(["a", [map(["b", 1], ["c", 31]), map(["e", 15]), null]]),
  ],
  ["- - a\n  - b\n- c\n", [["a", "b"], "c"]],
  [
    "a: {b: c, d: [e, 'f,g'], h: {}, i: [], k: , l}\n",
    map([
      "a",
      map(["b", "c"], ["d", ["e", "f,g"]], ["h", map()], ["i", []], ["k", null], ["l", null]),
    ]),
  ],
  ["a: [\n  b,\n  c\n]\n", map(["a", ["b", "c"]])],
  ['[a: b, ? c : d, "e":f, [g]]', [map(["a", "b"]), map(["c", "d"]), map(["e", "f"]), ["g"]]],
  [
    `'a b': 'it''s'\n"c\\td": "e\\u0041\\x42\\U0001F600\\n\\\n   f\n\n  g"\n`,
    map(["a b", "it's"], ["c\td", "eAB😀\nf\ng"]),
  ],
  ["a: http://x.y/z#f # c\nb:c: d\n", map(["a", "http://x.y/z#f"], ["b:c", "d"])],
  ["? a\n: {b: c}\n? 'd'\n:\n- e\n? f\n", map(["a", map(["b", "c"])], ["d", ["e"]], ["f", null])],
  ["a: |\n  b\n   c\n\n  d\ne: f\n", map(["a", "b\n c\n\nd\n"], ["e", "f"])],
  ["a: >-\n  b\n  c\n\n   d\n  e\n\n\n  f\ng: h\n", map(["a", "b c\n\n d\ne\n\nf"], ["g", "h"])],
  ["a: |2-\n   b\nc: |+1 # d\n e\n\nf: >\n", map(["a", " b"], ["c", "e\n\n"], ["f", ""])],
  ["a: b\n  c\n\n  d\ne: f\n", map(["a", "b c\nd"], ["e", "f"])],
  ["on: yes\noff: ~\nTrue: .5\n", map(["on", "yes"], ["off", null], ["True", 0.5])],
  [
    "a: 2026-01-31\nb: 1e3\nc: -.inf\nd: 1_0\n",
    map(["a", "2026-01-31"], ["b", 1000], ["c", -Infinity], ["d", "1_0"]),
  ],
  [
    "a: !!str 1\nb: !!int '2'\nc: ! 3\nd: !<tag:yaml.org,2002:str> 4\n",
    map(["a", "1"], ["b", 2], ["c", "3"], ["d", "4"]),
  ],
  ["<<: {a: b}\n__proto__: c\n", map(["<<", map(["a", "b"])], ["__proto__", "c"])],
  ["\uFEFFa: 1\r\nb:\r\n  c: |\r\n    d\r\n    e\r\n", map(["a", 1], ["b", map(["c", "d\ne\n"])])],
  ["%YAML 1.1\n--- # c\na: yes\n...\n# end\n", map(["a", "yes"])],
  ["%YAML 1.2 # c\n---\na\n", "a"],
  ["--- >\n a\n b\n", "a b\n"],
])("%j is read", (text, expected) => {
  const { root, problems } = readYaml(text);
  expect(problems).toEqual([]);
  expect(plainOf(root)).toEqual(expected);
});

test.each(["", "\n\n", "# nothing\n", "\uFEFF", "...\n"])("%j has no root", (text) => {
  expect(readYaml(text)).toMatchObject({ root: undefined, problems: [] });
});

test.each([
  ["a: b: c", 1, 5, "a map starts on a line of its own"],
  ["a:\n\tb: c", 2, 1, "it is indented with a tab"],
  ["\ta: b", 1, 1, "it is indented with a tab"],
  ["-\ta: b", 1, 2, "it is indented with a tab"],
  ["a: 1\n  b: 2\n", 2, 3, "a key stands where a text goes on"],
  ["a: {}\n  b: 2\n", 2, 3, "indented further"],
  ["a:\n    b: {}\n  c: 2\n", 3, 3, "indented further"],
  ["a: 1\nb\n", 2, 1, "a key has no colon"],
  ["a: 1\n- b\n", 2, 1, "a list item stands among keys"],
  ["a: 'b' c\n", 1, 8, "only a comment stands behind a value"],
  ["a: {b: 1\n", 1, 4, "Flow map is not closed: } is missing"],
  ["a: [\nb]\n", 2, 1, "is indented too little"],
  ["[a b c: d, ,]", 1, 12, "a value is missing"],
  ["[a\n b: c]", 1, 2, "one line"],
  ["a: 'b\n", 1, 4, "is not closed"],
  ['a: "\\q"\n', 1, 5, "\\q is no escape"],
  ['a: "\\u12"\n', 1, 5, "is no escape"],
  ['"a\n b": c\n', 1, 1, "a key and its colon stand on one line"],
  ["a: | b\n", 1, 4, "behind | stand only"],
  ["a: |\n    \n  b\n", 3, 1, "a blank line before the text"],
  ["a: *b\n", 1, 4, "Unresolved alias: *b"],
  ["a: &b [*b]\n", 1, 8, "Unresolved alias: *b"],
  ["a: &b &c d\n", 1, 7, "one anchor and one tag"],
  ["a: !!int b\n", 1, 10, "no such value"],
  ["a: !Ref b\n", 1, 4, "Unresolved tag: !Ref"],
  ["a: !!map b\n", 1, 4, "Unresolved tag"],
  ["a: !!seq {}\n", 1, 4, "Unresolved tag"],
  ["a: @b\n", 1, 4, "can't start with @"],
  ["? [a]\n: b\n", 1, 3, "keys must be strings"],
  ["a: 1\nb: 2\n'a': 3\n", 3, 1, "the key `a` is already given in line 1"],
  ["a: 1\n---\nb: 2\n", 2, 1, "a second document begins"],
  ["%YAML 1.2\na: b\n", 2, 1, "behind directives stands ---"],
  ["%TAG !e! a:\n---\na: b\n", 1, 1, "of directives only %YAML"],
  ["%FOO\n---\na: b\n", 1, 1, "of directives only %YAML"],
  ["a: 1\rb: 2\n", 1, 5, "a line ends with something else"],
  ["# a\u2028b: 2\n", 1, 4, "a line ends with something else"],
])("%j has a problem at %i:%i", (text, line, column, message) => {
  expect(readYaml(text).problems).toEqual([
    { line, column, message: expect.stringContaining(message) },
  ]);
});

test("an alias is the anchored node, and its place is known", () => {
  const { root, aliases } = readYaml("a: &x [1, 2]\nb: *x\nc: &y d\n*y : e\n");
  expect(valueAt(root, "b")).toBe(valueAt(root, "a"));
  expect(aliases.map(({ span }) => span)).toEqual([
    { start: 16, end: 18 },
    { start: 27, end: 29 },
  ]);
  expect(entryAt(root, "d")).toMatchObject({
    key: { span: { start: 27, end: 29 } },
    span: { start: 27, end: 33 },
  });
  expect(textOf(valueAt(root, "d"))).toBe("e");
});

test("comments have their places, and a # in a text is none", () => {
  const text = "# a\na: b#c # d \r\n'e': |  # f\n  # g\n#h";
  expect(readYaml(text).comments).toEqual([
    { text: "a", span: { start: 0, end: 3 }, line: 1 },
    { text: "d", span: { start: 11, end: 15 }, line: 2 },
    { text: "f", span: { start: 25, end: 28 }, line: 3 },
    { text: "h", span: { start: 35, end: 37 }, line: 5 },
  ]);
});

test("the work is in proportion to the text", () => {
  const lines = 100_000;
  const long = Array.from({ length: lines }, (_, index) => `key${index}: {a: 'b', c: [d]}`);
  const { root, problems } = readYaml(long.join("\n"), { maxNodes: 10 * lines });
  expect(problems).toEqual([]);
  expect(root?.kind === "map" && root.entries.length).toBe(lines);
  const parts = [
    "'",
    '"',
    "#",
    "? ",
    "- ",
    "a:\n ",
    " #",
    "{",
    "\\",
    "[a,",
    "&a ",
    "\t",
    " \n",
    "a\n",
    "|\n",
    "'a",
  ];
  for (const part of parts)
    for (const start of ["", "a: ", "a: '", 'a: "', "a: [", "a: |\n  ", "a: b\n  ", '"   '])
      readYaml(`${start}${part.repeat(100_000)}${" ".repeat(100_000)}a\n b`);
});

test("what aliases repeat counts each time, in number and in depth", () => {
  const ten = (name: string) => `[${Array(10).fill(`*${name}`).join()}]`;
  const bomb = `a: &a [x]\nb: &b ${ten("a")}\nc: &c ${ten("b")}\nd: &d ${ten("c")}\n`;
  expect(readYaml(bomb).problems).toEqual([]);
  expect(readYaml(`${bomb}e: &e ${ten("d")}\nf: ${ten("e")}\n`).problems).toEqual([
    { line: 6, column: 10, message: expect.stringContaining("more than 50000 values") },
  ]);
  const chain = Array.from({ length: 70 }, (_, index) => `- &a${index + 1} [*a${index}]\n`);
  expect(readYaml(`- &a0 []\n${chain.join("")}`).problems).toEqual([
    { line: 64, column: 9, message: expect.stringContaining("nested too deeply; at most 64") },
  ]);
  expect(readYaml("[".repeat(100_000)).problems).toHaveLength(1);
  expect(readYaml("- - a", { maxDepth: 1 }).problems).toHaveLength(1);
});

test("of an anchor's name the last node before an alias counts", () => {
  const { root } = readYaml("a: &x {b: &x c, d: *x}\ne: *x\nf: &x g\nh: *x\n");
  expect(textOf(valueAt(valueAt(root, "a"), "d"))).toBe("c");
  expect(textOf(valueAt(root, "e"))).toBe("c");
  expect(textOf(valueAt(root, "h"))).toBe("g");
});
