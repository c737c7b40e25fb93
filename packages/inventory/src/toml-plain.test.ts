import { fuzzRuns } from "@assay/testkit";
import fc from "fast-check";
import { parse } from "smol-toml";
import { expect, test } from "vitest";
import { parsePlainToml } from "./toml-plain.ts";

test("what package managers write is read: lists of tables, inline tables, texts, numbers, escaped quotes", () => {
  const text = `version = 1 # of the format
requires-python = ">=3.9"

[[package]]
name = "a"
source = { registry = "https://example.test/simple" }
size = 1234
is_local = false
markers = "python_version == \\"3.9\\""
path = 'C:\\a'
wheels = [
    { url = "https://example.test/a.whl", hash = "sha256:00", size = 1 },
    # the second
    { url = "https://example.test/b.whl" },
]

[package.metadata]
requires-dist = [{ name = "b", extras = ["c"] }]
inner.key = "d"
inner.other = []

[[package]]
name = "b"
empty = {}
`;
  expect(parsePlainToml(text)).toEqual(parse(text));
});

test.each([
  ["a key twice", 'a = "1"\na = "2"\n'],
  ["a table twice", "[a]\n[a]\n"],
  ["a table over a value", "a = 1\n[a.b]\n"],
  ["a table over an inline table", "a = {}\n[a.b]\n"],
  ["a list over a list of values", "a = []\n[[a]]\n"],
  ["a dotted key over a table", "[a.b]\n[a]\nb.c = 1\n"],
  ["a long string", 'a = """x"""\n'],
  ["another escape", 'a = "\\n"\n'],
  ["a date", "a = 2026-01-31\n"],
  ["a fraction", "a = 1.5\n"],
  ["a number with a leading zero", "a = 01\n"],
  ["a large number", "a = 12345678901234567890\n"],
  ["a line end in an inline table", "a = { b = 1,\nc = 2 }\n"],
  ["a comma too many in an inline table", "a = { b = 1, }\n"],
  ["a comma too few", "a = [1 2]\n"],
  ["a text without its end", 'a = "x\n'],
  ["two pairs in a line", "a = 1 b = 2\n"],
  ["a control character", "a = 1 # \u0000\n"],
  ["a prototype", '__proto__ = "x"\n'],
  ["depth", `a = ${"[".repeat(1e5)}`],
  ["a blank that never ends", `${" ".repeat(2e7)}a = 1\n`],
])("%s is left to the reader of all of TOML", (_, text) => {
  expect(parsePlainToml(text)).toBeUndefined();
});

const piece = fc.constantFrom(
  ...[
    "[a]",
    "[[a]]",
    "[a.b]",
    "[[a.b]]",
    "a",
    "b",
    '"c d"',
    ".",
    " = ",
    "=",
    "1",
    "-5",
    "0",
    "true",
    '"x"',
    "'y'",
  ],
  ...[
    '"\\""',
    "{ ",
    " }",
    "[",
    "]",
    ", ",
    ",",
    "\n",
    "\n",
    "\n",
    " ",
    "# c\n",
    '""',
    '"""',
    "''",
    "__proto__",
    "\r\n",
  ],
  ...["a = 1\n", "b = { c = [1, 'x'] }\n", 'b.c = "d"\n', "[a.b.c]\n", "constructor = 1\n"],
);

test("whatever it reads, the reader of all of TOML reads the same", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const text = pieces.join("");
      const plain = parsePlainToml(text);
      if (plain !== undefined) expect(plain).toEqual(parse(text));
    }),
    fuzzRuns(20_000),
  );
});
