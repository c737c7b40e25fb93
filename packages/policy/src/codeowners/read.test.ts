import { expect, test } from "vitest";
import { locateCodeOwners, readCodeOwners } from "./read.ts";

test("the first place counts and the others are ignored", () => {
  expect(locateCodeOwners(new Set(["docs/CODEOWNERS", "CODEOWNERS", "src/CODEOWNERS"]))).toEqual({
    path: "CODEOWNERS",
    ignored: ["docs/CODEOWNERS"],
  });
  expect(locateCodeOwners(new Set([".github/codeowners"]))).toEqual({
    path: undefined,
    ignored: [],
  });
});

test("rules have lines, columns and owners; comments and blanks are none", () => {
  const { rules, problems } = readCodeOwners(
    "\uFEFF# head\r\n\r\n*  @me a.b@c.org # all\r\n  /my\\ dir/ @org/sec-team\t@x_corp\r\ndocs/ # nobody\r\n",
  );
  expect(problems).toEqual([]);
  expect(rules).toEqual([
    {
      pattern: "*",
      owners: [
        { name: "@me", column: 4 },
        { name: "a.b@c.org", column: 8 },
      ],
      line: 3,
      column: 1,
    },
    {
      pattern: "/my\\ dir/",
      owners: [
        { name: "@org/sec-team", column: 13 },
        { name: "@x_corp", column: 27 },
      ],
      line: 4,
      column: 3,
    },
    { pattern: "docs/", owners: [], line: 5, column: 1 },
  ]);
});

test("the last match wins, and a line without owners clears", () => {
  const owners = readCodeOwners("* @a\ndocs/ @b\ndocs/x\n");
  expect(owners.ruleOf("src/a.ts")?.line).toBe(1);
  expect(owners.ruleOf("docs/y")?.line).toBe(2);
  expect(owners.ruleOf("docs/x")).toEqual({ pattern: "docs/x", owners: [], line: 3, column: 1 });
  expect(readCodeOwners("docs/ @b").ruleOf("src/a.ts")).toBeUndefined();
});

test("a line that GitHub skips is a problem and takes nothing", () => {
  const owners = readCodeOwners(
    ["* @a", "!x @b", "\\#x @b", "/ @b", "x b", "x @-b", "[Docs] @b", "y @o/t/u"].join("\n"),
  );
  expect(owners.problems.map(({ line, column, message }) => [line, column, message])).toEqual([
    [2, 1, "a pattern can't be negated with !"],
    [3, 1, "a pattern can't start with \\#"],
    [4, 1, "the pattern / matches nothing"],
    [5, 3, '"b" is neither @user, @organisation/team nor an e-mail address'],
    [6, 3, '"@-b" is neither @user, @organisation/team nor an e-mail address'],
    [7, 1, "[ ] is no range of characters here"],
    [8, 3, '"@o/t/u" is neither @user, @organisation/team nor an e-mail address'],
  ]);
  expect(owners.rules.map(({ line }) => line)).toEqual([1, 7]);
  expect(owners.ruleOf("x")?.line).toBe(1);
});

test("a line with an invisible character is a problem", () => {
  for (const hidden of ["*\u00a0@a", "/src\u200b/ @a", "* @a\u3000@b"])
    expect(readCodeOwners(hidden).problems).toMatchObject([
      { line: 1, message: "an invisible character stands in it" },
    ]);
});
