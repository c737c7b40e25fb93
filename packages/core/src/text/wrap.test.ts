import { expect, it } from "vitest";
import { wrap } from "./wrap.ts";

it("breaks at blanks", () => {
  expect(wrap("one two  three four five six", 22, 2)).toEqual([
    "  one two three four",
    "  five six",
  ]);
});

it("leaves paths and commands whole, so that they can be copied", () => {
  const path = "a/very/long/path/to/somewhere";
  expect(wrap(`see ${path} now`, 24, 0)).toEqual(["see", path, "now"]);
  expect(wrap("Run `npm update --package-lock-only left`, then `x y`.", 24, 0)).toEqual([
    "Run",
    "`npm update --package-lock-only left`,",
    "then `x y`.",
  ]);
});

it("takes a backtick without a second one for a letter", () => {
  expect(wrap("one ` two three four five", 20, 0)).toEqual(["one ` two three four", "five"]);
});
