import { expect, it } from "vitest";
import { plainGlob } from "./plain-glob.ts";

it.each([
  ["a/b.lock", "a/b.lock", true],
  ["./a/b.lock", "a/b.lock", true],
  ["/a/*.lock", "a/b.lock", true],
  ["*.lock", "a/b.lock", false],
  ["*", "b.lock", true],
  ["**", "a/b.lock", true],
  ["**/b.lock", "b.lock", true],
  ["**/b.lock", "x/y/b.lock", true],
  ["a/**", "a/x/b.lock", true],
  ["a/**/b.lock", "a/b.lock", true],
  ["a/**/b.lock", "a/x/y/b.lock", true],
  ["a/**/**/b.lock", "a/x/c.lock", false],
  ["a", "a/b.lock", false],
])("%s and %s: %s", (pattern, path, expected) => expect(plainGlob(pattern)?.(path)).toBe(expected));

it.each(["a?", "{a,b}", "[ab]", "+(a|a)b", "!a", "a\\*", "a".repeat(1001)])(
  "%s is more than is read",
  (pattern) => expect(plainGlob(pattern)).toBeUndefined(),
);

it("takes no long time for what makes expressions go back", () => {
  const path = `${"a".repeat(4000)}/${"x/".repeat(2000)}c`;
  expect(plainGlob(`${"*a".repeat(400)}b`)?.(path)).toBe(false);
  expect(plainGlob(`${"**/x/".repeat(150)}b`)?.(path)).toBe(false);
});
