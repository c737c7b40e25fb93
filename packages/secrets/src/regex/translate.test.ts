import { describe, expect, test } from "vitest";
import { sampleMatch, seededNumbers } from "../test/sample-match.ts";
import { findAll } from "./find-all.ts";
import { translate } from "./translate.ts";

function matches(pattern: string, text: string): readonly string[] {
  const regex = new RegExp(translate(pattern).source, "g");
  return findAll(regex, text).map(({ start, end }) => text.slice(start, end));
}

/** Each row: pattern, a text with its matches, a text without any. All were compared with Go 1.26. */
const ROWS: readonly (readonly [string, string, readonly string[], string])[] = [
  ["(?i)abc", "xAbCx", ["AbC"], "xab"],
  ["a(?i)b|c", "aB C", ["aB", "C"], "Ab"],
  ["(a(?i)b)c", "aBc", ["aBc"], "aBC"],
  ["(?i:a)b", "Ab", ["Ab"], "AB"],
  ["(?i)a(?-i:b)", "Ab", ["Ab"], "aB"],
  ["(?s:.)x", "\nx", ["\nx"], "x"],
  ["(?m:^b)", "a\nb", ["b"], "a\rb"],
  ["^b", "ba", ["b"], "a\nb"],
  ["a$", "ba", ["a"], "a\n"],
  ["(?m)a$", "a\nb", ["a"], "a\rb"],
  ["(?U)a+", "aaa", ["a", "a", "a"], "b"],
  ["(?U)a+?", "aaa", ["aaa"], "b"],
  ["(?P<n>a)(?<m>b)", "ab", ["ab"], "ba"],
  ["a\\z", "ba", ["a"], "a\n"],
  ["\\Aa", "ab", ["a"], "ba"],
  [".", "a\r\u2028\n", ["a", "\r", "\u2028"], "\n"],
  ["\\s+", "\t\n\f\r x", ["\t\n\f\r "], "\v\u00a0"],
  ["\\S", "\v", ["\v"], "\t\n\f\r "],
  ["[\\s,]+", ", \t", [", \t"], "\v"],
  ["\\d\\w\\b", "1a é", ["1a"], "é"],
  ["(?i)\\w+", "k\u212a\u017f", ["k\u212a\u017f"], "é"],
  ["(?i)\\W", "-", ["-"], "ks\u212a"],
  ["[[:alnum:]]+", "aZ9_", ["aZ9"], "_-"],
  ["[[:^digit:]]", "1a2", ["a"], "123"],
  ["[[:space:]]", "\v", ["\v"], "x"],
  ["[[:word:]-]+", "a_-", ["a_-"], "."],
  ["[[:punct:]]+", "a!~b", ["!~"], "ab"],
  ["[]a]+", "]a", ["]a"], "b"],
  ["[^]a]", "]b", ["b"], "]a"],
  ["[[a]", "[", ["["], "b"],
  ["[a-]", "-", ["-"], "b"],
  ["a{,3}", "a{,3}", ["a{,3}"], "aaa"],
  ["${x}]", "x", [], "${x}]"],
  ["\\${x}]", "${x}]", ["${x}]"], "$x"],
  ["\\x{e9}\\x41", "éA", ["éA"], "A"],
  ["\\x{1F600}", "😀", ["😀"], "😁"],
  ["[\\x{1F600}-\\x{1F602}]", "😁", ["😁"], "😃"],
  ["\\a\\07\\101", "\x07\x07A", ["\x07\x07A"], "a"],
  ["\\Qa.b\\E+", "a.bb", ["a.bb"], "axb"],
  ["\\pL+", "éa1", ["éa"], "12"],
  ["\\p{Greek}", "αa", ["α"], "a"],
  ["\\P{Lu}", "a", ["a"], "A"],
  ["\\p{^Lu}", "a", ["a"], "A"],
  ["(?i)straße", "STRAßE", ["STRAßE"], "STRASSE"],
  ["(?:K??)?a", "Ka", ["Ka"], "K"],
  ["a|ab", "ab", ["a"], "b"],
];

test.each(ROWS)("%s", (pattern, text, expected, miss) => {
  expect(matches(pattern, text)).toEqual(expected);
  if (pattern !== "${x}]") expect(matches(pattern, miss)).toEqual([]);
});

test("an empty match that touches the one before it is left out, as in Go", () => {
  expect(matches("a*", "baac")).toEqual(["", "aa", ""]);
});

describe("what Go refuses is refused", () => {
  const REFUSED = [
    "(?=a)",
    "(?!a)",
    "(?<=a)",
    "(?<!a)",
    "(?>a)",
    "(a)\\1",
    "a++",
    "a**",
    "a{2}{3}",
    "*a",
    "(|*)",
    "a{1001}",
    "(?:a{100}){11}",
    "a{3,2}",
    "(a",
    "a)",
    "[a",
    "[b-a]",
    "[[:nope:]]",
    "\\p{Nope}",
    "\\C",
    "\\Z",
    "\\xg",
    "\\",
    "(?P<a-b>c)",
    "(?z)a",
  ];
  test.each(REFUSED)("%s", (pattern) => {
    expect(() => translate(pattern)).toThrow();
  });
  test("a count of 1000 is allowed", () => {
    expect(matches("a{1000}", "a".repeat(1000))).toHaveLength(1);
  });
  test("a pattern of parentheses does not overflow the stack", () => {
    expect(() => translate("(".repeat(30_000))).toThrow(/nested too deeply/);
  });
});

test("groups are counted, flag groups and plain ones not", () => {
  expect(translate("(a)(?:b)(?i)(?P<x>c)").groups).toBe(2);
});

test("samples match the expression that they were made from", () => {
  const random = seededNumbers(1);
  for (const [pattern] of ROWS) {
    const { root, source } = translate(pattern);
    if (/[$^]|\\[zA]/.test(pattern)) continue;
    expect(sampleMatch(root, random)).toMatch(new RegExp(source));
  }
});
