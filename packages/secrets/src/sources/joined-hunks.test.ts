import { expect, test } from "vitest";
import { joinedHunks } from "./joined-hunks.ts";
import { OVERLAP } from "./text.ts";

const long = "x".repeat(OVERLAP + 10);

test("a cut line goes on with the end of what came before it, again and again", () => {
  const join = joinedHunks();
  const first = join("a", { startLine: 1, addedText: `one\n${long}`, cut: true });
  expect(first).toEqual({ addedText: `one\n${long}`, startColumn: 0 });
  const second = join("a", { startLine: 2, addedText: "y".repeat(5), cut: true });
  expect(second).toEqual({ addedText: `${long.slice(10)}yyyyy`, startColumn: 10 });
  // What is carried on is the end of the hunk itself: parts of a cut line are far longer than the overlap.
  const third = join("a", { startLine: 2, addedText: "z\n" });
  expect(third).toEqual({ addedText: "yyyyyz\n", startColumn: 10 + OVERLAP });
  expect(join("a", { startLine: 9, addedText: "new\n" })).toEqual({
    addedText: "new\n",
    startColumn: 0,
  });
});

test("another file gets nothing of it", () => {
  const join = joinedHunks();
  join("a", { startLine: 1, addedText: "left", cut: true });
  expect(join("b", { startLine: 1, addedText: "right" }).addedText).toBe("right");
  expect(join("a", { startLine: 1, addedText: "later" }).addedText).toBe("later");
});
