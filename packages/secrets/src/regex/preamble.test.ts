import { expect, test } from "vitest";
import { splitBranches } from "./preamble.ts";
import { translate } from "./translate.ts";

/** How many preambles each alternative has; `undefined` where nothing is split. */
const preambles = (pattern: string) =>
  splitBranches(translate(pattern).root)?.map((branch) => branch.preambles.length);

test.each([
  ["[\\w.-]{0,50}?(?:acme|ACME)=(x)", [1]],
  ["(?i)[\\w.-]{0,50}?(?:acme)=(x)|\\b(ACME[a-z]{4})", [1, 0]],
  ["\\b(ACME[a-z]{4})|(?i)[\\w.-]{0,50}?(?:acme)=(x)", [0, 1]],
  ["(?:[\\w.-]{0,50}?acme|tok)=(x)", [1, 0]],
  ["[\\w.-]{0,50}?(?i:[\\w.-]{0,50}?(?:acme)[ ]{0,3})=(x)", [2]],
  ["(?:[ab]{0,2}?x|y)(?:z|[ab]{0,2}?w)", [1, 0]],
  ["\\b(ACME[a-z]{4})", undefined],
  ["(?:acme|tok)=(x)", undefined],
  ["[\\w.-]{0,50}acme", undefined],
  ["[\\w.-]*?acme", undefined],
  ["[\\w.-]{0,50}?", undefined],
  ["[\\w.-]{0,50}?a|b?", undefined],
])("%s", (pattern, expected) => {
  expect(preambles(pattern)).toEqual(expected);
});
