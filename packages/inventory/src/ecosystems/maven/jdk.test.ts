import { expect, test } from "vitest";
import { isForJdk } from "./jdk.ts";

test.each([
  ["17", "17.0.15", true],
  ["1.8", "17.0.15", false],
  ["!1.8", "17.0.15", true],
  ["[11,)", "17.0.15", true],
  ["[11,17)", "17.0.15", false],
  ["[11,17.0.15]", "17.0.15", true],
  ["(17.0.15,)", "17.0.15", false],
  ["(,1.8]", "1.8.0_402", true],
  ["(,9)", "17", false],
  ["[1.5,1.8)", "1.7.0_80", true],
])("%s of %s: %s", (text, java, expected) => {
  expect(isForJdk(text, java)).toBe(expected);
});
