import fc from "fast-check";
import picomatch from "picomatch";
import { expect, test } from "vitest";
import { UsageError } from "./errors.ts";
import { globMatcher } from "./glob.ts";

const some = (parts: readonly string[], minLength: number) =>
  fc.uniqueArray(fc.constantFrom(...parts), { minLength, maxLength: 3 });
const choice = (open: string, parts: readonly string[], between: string, close: string) =>
  some(parts, between === "," ? 2 : 1).map((each) => `${open}${each.join(between)}${close}`);

const CHOICES = ["a", "b*", "c?c", "ab", "[ab]c", ".js", "a/b", "1", "{a,b}", "@(b|c)"];
const PART = fc.oneof(
  fc.constantFrom(
    "a",
    "b",
    "ab",
    ".",
    "-",
    "c",
    ".js",
    "a.d",
    "*",
    "?",
    "\\*",
    "\\a",
    "a{b}c",
    "{a..c}",
  ),
  fc.constantFrom("[ab]", "[^a]", "[a-c]", "[[:digit:]]", "[\\]a]", "[.]", "]", "}", ","),
  choice("{", CHOICES, ",", "}"),
  choice("@(", CHOICES, "|", ")"),
  choice("(", CHOICES, "|", ")"),
  ...["+", "*", "?"].map((sign) => choice(`${sign}(`, ["a", "bc", "c.", "[ab]c", "1"], "|", ")")),
  choice("!(", ["a", "b", "ab", "*.d", "*", "a/b"], "|", ")"),
);
const PATTERN = fc
  .array(
    fc.oneof(
      fc.constant("**"),
      fc.array(PART, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("")),
      fc.array(PART, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("")),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join("/"));
/**
 * Where picomatch reads a pattern as nobody means it, and ours does not: `)?` and `)+` as in a regular expression, `**` beside a
 * bracket or a third star across folders, and `a/` and `**` and `/!(b)` as `a` itself.
 */
const ODD = /^!|\)[?+](?!\()|\)\*\*|\*\*[*{]|\/\*\*\/[!?*]\(/;

const SEGMENT = fc.oneof(
  fc.constantFrom(
    "a",
    "b",
    "ab",
    "abc",
    ".a",
    "a.b",
    "b.js",
    "a.d.js",
    "[ab]",
    "c-1",
    "*",
    "a{b}c",
  ),
  fc.stringMatching(/^(?:\.?[abc1-])+$/),
);
const PATHS = fc.array(
  fc.array(SEGMENT, { minLength: 1, maxLength: 4 }).map((segments) => segments.join("/")),
  { minLength: 10, maxLength: 10 },
);

test("of every pattern and path it says what picomatch says", () => {
  fc.assert(
    fc.property(
      PATTERN.filter((pattern) => !ODD.test(pattern)),
      PATHS,
      (pattern, paths) => {
        const theirs = picomatch(pattern, { dot: true, windows: false });
        expect([pattern, ...paths.filter(globMatcher([pattern]))]).toEqual([
          pattern,
          ...paths.filter((path) => theirs(path)),
        ]);
      },
    ),
    { numRuns: 2000 },
  );
});

const CASES: readonly (readonly [
  pattern: string,
  hits: readonly string[],
  misses: readonly string[],
])[] = [
  ["*.js", ["a.js", ".js"], ["a/b.js", "a.jsx"]],
  ["**/*.js", ["a.js", "x/.y/b.js"], ["a.ts"]],
  ["src/**", ["src", "src/a/.b"], ["src2/a"]],
  ["./src/?.js", ["src/a.js"], ["src/ab.js"]],
  ["packages/*/**", ["packages/a/b"], ["packages/README.md"]],
  ["app/[id]/page.js", ["app/[id]/page.js", "app/i/page.js"], ["app/id/page.js"]],
  ["src/!(*.test).js", ["src/a.js"], ["src/a.test.js"]],
  // Differences from picomatch: what the text means to everybody else.
  ["[!a]b", ["bb", "!b"], ["ab"]],
  ['"a"', ['"a"'], ["a"]],
  ["a|b", ["a|b"], ["a", "b"]],
  ["a+(x)+", ["ax+", "axx+"], ["a+", "axx"]],
  ["@(a)?", ["ab"], ["a", ""]],
  ["{**/a,b}", ["a", "x/a", "b"], ["x/b"]],
  ["{a/**,b}", ["a", "a/x", "b"], ["b/x"]],
  ["**/c", ["a\nb/c"], ["c\n"]],
  ["+(a|aa|+(b))", ["aab", "b"], ["", "c"]],
  ["\\d", ["d"], ["1"]],
  ["*.*", ["a."], ["a"]],
  ["", [], ["", "a"]],
];

test.each(CASES)("%s", (pattern, hits, misses) => {
  const matches = globMatcher([pattern]);
  expect([...hits, ...misses].filter(matches)).toEqual(hits);
});

test("a pattern that begins with ! takes away what others hit, and hits nothing by itself", () => {
  const matches = globMatcher(["src/**", "!**/*.md", "!src/x/**"]);
  expect(["src/a.js", "src/a.md", "src/x/b.js", "c.js"].filter(matches)).toEqual(["src/a.js"]);
  expect(globMatcher(["!a"])("b")).toBe(false);
  expect(["a", "b"].filter(globMatcher(["*", "!!a"]))).toEqual(["a"]);
});

test("hostile patterns and paths come to an end", () => {
  const path = `${"a".repeat(2000)}b/${"a/".repeat(500)}c`;
  for (const pattern of [
    `${"**/*a*".repeat(50)}x`,
    `${"+(*(a)|a*)".repeat(10)}x`,
    `${"!(a".repeat(40)}${")".repeat(40)}x`,
    `${"(".repeat(5000)}a${")".repeat(5000)}`,
    `${"{a,".repeat(5000)}`,
    "[".repeat(5000),
  ])
    expect(globMatcher([pattern])(path)).toBe(false);
  const nested = globMatcher([`${"+(".repeat(40)}a${")".repeat(40)}`]);
  expect(() => nested(path)).toThrow(UsageError);
});
