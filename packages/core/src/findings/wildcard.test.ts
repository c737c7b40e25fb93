import { describe, expect, it } from "vitest";
import { matchesWildcard } from "./wildcard.ts";

describe("matchesWildcard", () => {
  it.each([
    ["a*c", "abbc", true],
    ["a*c", "ac", true],
    ["a*c", "acd", false],
    ["*", "", true],
    ["", "", true],
    ["", "a", false],
    ["*b*b", "abab", true],
    ["a.c", "abc", false],
    ["A", "a", false],
  ])("%s against %s is %s", (pattern, text, expected) => {
    expect(matchesWildcard(pattern, text)).toBe(expected);
  });

  it("ends on a pattern that makes regular expressions backtrack", () => {
    expect(matchesWildcard(`${"*a".repeat(500)}b`, "a".repeat(5000))).toBe(false);
  });
});
