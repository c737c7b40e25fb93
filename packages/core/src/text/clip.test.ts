import { describe, expect, it } from "vitest";
import { clip, clipStart } from "./clip.ts";

describe("clip", () => {
  it.each([
    ["hello", 5, "hello"],
    ["hello!", 5, "hell…"],
    ["the quick brown fox", 18, "the quick brown…"],
    ["abcdefgh ij", 10, "abcdefgh…"],
    ["ab👍cd", 4, "ab…"],
    ["abc", 0, ""],
  ])("%j to %i is %j", (text, limit, expected) => {
    const clipped = clip(text, limit);
    expect(clipped).toBe(expected);
    expect(clipped.length).toBeLessThanOrEqual(limit);
  });
});

describe("clipStart", () => {
  it("keeps the end, and whole characters", () => {
    expect(clipStart("a/b/c.ts", 6)).toBe("…/c.ts");
    expect(clipStart("a/👍x", 3)).toBe("…x");
    expect(clipStart("a", 1)).toBe("a");
  });
});
