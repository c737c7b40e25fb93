import { expect, test } from "vitest";
import { loadAllowList } from "./allow-list.ts";
import { normalizeDeclared } from "./declared.ts";
import { evaluate } from "./evaluate.ts";
import { printExpression } from "./expression.ts";
import { MAX_EXPRESSION_DEPTH, parseExpression } from "./parser.ts";
import { MAX_EXPRESSION_LENGTH } from "./tokenizer.ts";

test.each([
  ["MIT OR ISC AND Zlib", "MIT OR ISC AND Zlib"],
  ["(MIT OR ISC) AND Zlib", "(MIT OR ISC) AND Zlib"],
  ["((MIT))", "MIT"],
  ["(mit and(isc))or zlib", "MIT AND ISC OR Zlib"],
  ["gpl-2.0+ with classpath-exception-2.0", "GPL-2.0+ WITH Classpath-exception-2.0"],
  [
    "DocumentRef-a:LicenseRef-B WITH AdditionRef-c",
    "DocumentRef-a:LicenseRef-B WITH AdditionRef-c",
  ],
  ["noassertion", "NOASSERTION"],
])("%s reads as %s", (text, printed) => {
  const result = parseExpression(text);
  expect(result.ok && printExpression(result.expression)).toBe(printed);
});

test.each([
  ["", "it ends where"],
  ["MIT ISC", "AND, OR or WITH must stand between"],
  ["MIT Or ISC", "the operator Or must be OR or or"],
  ["MIT OR", "it ends where"],
  ["OR MIT", "the operator OR can't stand here"],
  ["(MIT", "it ends where"],
  ["MIT)", '")" can\'t stand here'],
  ["()", '")" can\'t stand here'],
  ["MIT +", 'no white space can stand before "+"'],
  ["MIT+AND ISC", "MIT+AND is no SPDX licence id"],
  ["MIT++", "is no SPDX licence id"],
  ["licenseref-a", "is no SPDX licence id"],
  ["LicenseRef-", "is no SPDX licence id"],
  ["LicenseRef-a+", "is no SPDX licence id"],
  ["(MIT) WITH LLVM-exception", "WITH can only follow a single licence"],
  ["NONE WITH LLVM-exception", "an exception can't follow NONE"],
  ["MIT WITH", "it ends where"],
  ["MIT WITH Apache-2.0", "is no SPDX exception id"],
  ["MIT\u00a0AND ISC", "the character U+00A0"],
  ["MIT\u0000", "the character U+0000"],
  ["MIT/ISC", '"/" can\'t stand'],
])("%j is refused: %s", (text, message) => {
  const result = parseExpression(text);
  expect(result.ok ? "read" : result.problem.message).toContain(message);
});

test("parentheses may stand 64 deep and no deeper", () => {
  const deep = (levels: number) => `${"(".repeat(levels)}MIT${")".repeat(levels)}`;
  expect(parseExpression(deep(MAX_EXPRESSION_DEPTH)).ok).toBe(true);
  expect(parseExpression(deep(MAX_EXPRESSION_DEPTH + 1)).ok).toBe(false);
});

test("hostile texts are unknown, not a crash", () => {
  const allowList = loadAllowList(["MIT", "ISC"]);
  const texts = [
    "M".repeat(10_000),
    "(".repeat(100_000),
    "MIT AND ".repeat(1000),
    "\u202E".repeat(5000),
  ];
  for (const text of texts) {
    const license = normalizeDeclared(text);
    expect(evaluate(license.expression, allowList).verdict).toBe("unknown");
  }
});

test("200 clauses within the limit are judged", () => {
  const text = Array(200).fill("(MIT OR ISC)").join(" AND ");
  expect(text.length).toBeLessThan(MAX_EXPRESSION_LENGTH);
  const result = parseExpression(text);
  expect(result.ok && evaluate(result.expression, loadAllowList(["ISC"])).verdict).toBe("allow");
});
