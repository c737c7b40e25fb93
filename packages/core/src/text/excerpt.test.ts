import { describe, expect, it } from "vitest";
import { EXCERPT_LIMIT, excerptOf, narrowExcerpt } from "./excerpt.ts";

const marked = ({ text, markStart, markEnd }: ReturnType<typeof excerptOf>) =>
  text.slice(markStart, markEnd);

describe("excerptOf", () => {
  it("marks what the columns mean", () => {
    expect(excerptOf('  key: "va"', 3, 6)).toEqual({
      text: '  key: "va"',
      markStart: 2,
      markEnd: 5,
    });
    expect(marked(excerptOf("  - key: 'a b'", 5))).toBe("key");
    expect(marked(excerptOf("  - key: 'a b'", 10))).toBe("'a b'");
    expect(marked(excerptOf("a: }", 4))).toBe("}");
    expect(excerptOf("abc\r")).toEqual({ text: "abc", markStart: 0, markEnd: 0 });
  });

  it.each([
    [1, 1_000_000],
    [-5, 0],
    [400, 900],
    [Number.NaN, Number.NaN],
  ])("survives columns %d to %d", (from, to) => {
    const { text, markStart, markEnd } = excerptOf("short line", from, to);
    expect(text).toBe("short line");
    expect(markStart).toBeLessThanOrEqual(markEnd);
    expect(markEnd).toBeLessThanOrEqual(text.length);
  });

  it("keeps the mark under the right characters where others are spelled out", () => {
    const excerpt = excerptOf("a\u202e\u0000 key b", 5, 8);
    expect(excerpt.text).toBe("a\\u{202e}\\u{0} key b");
    expect(marked(excerpt)).toBe("key");
  });

  it.each([1, 500, 2_999_990])(
    "of a line of megabytes quotes the part around column %i",
    (column) => {
      const line = `${"x".repeat(column - 1)}KEY${"y".repeat(3_000_000 - column)}`;
      const excerpt = excerptOf(line, column, column + 3);
      expect(marked(excerpt)).toBe("KEY");
      expect(excerpt.text.length).toBeLessThanOrEqual(EXCERPT_LIMIT);
      expect(excerpt.text.startsWith("…")).toBe(column > 1);
      expect(excerpt.text.endsWith("…")).toBe(column < 2_999_000);
    },
  );

  it("cuts no character in two", () => {
    const excerpt = excerptOf(`${"👍".repeat(300)}k${"👍".repeat(300)}`, 601, 602);
    expect(excerpt.text.isWellFormed()).toBe(true);
    expect(marked(excerpt)).toBe("k");
  });

  it.each([
    ['"resolved": "https://user:hunter2@npm.example/a.tgz"', "hunter2"],
    ["//npm.example/:_authToken=abcd1234efgh", "abcd1234efgh"],
    ["password: 'correct horse'", "correct"],
    ["Authorization: Bearer abcdefgh12345", "abcdefgh12345"],
    ["run: echo ghp_0123456789abcdefghij", "0123456789abcdefghij"],
  ])("shows no credential of %s", (line, secret) => {
    const { text } = excerptOf(line, 3, 9);
    expect(text).not.toContain(secret);
    expect(text).toHaveLength(line.length);
  });

  it("leaves plain words alone", () => {
    for (const line of ["author: Bob Basic", "tokens are counted", "secretary: yes"]) {
      expect(excerptOf(line).text).toBe(line);
    }
  });
});

describe("narrowExcerpt", () => {
  it.each([20, 30, 50])("fits %i columns and keeps the mark in sight", (limit) => {
    const line = `${"a ".repeat(40)}HERE${" b".repeat(40)}`;
    const narrow = narrowExcerpt(excerptOf(line, 81, 85), limit);
    expect(narrow.text.length).toBeLessThanOrEqual(limit);
    expect(marked(narrow)).toBe("HERE");
  });

  it("keeps a piece of a mark that is too long itself", () => {
    const narrow = narrowExcerpt(excerptOf("k".repeat(150), 1, 151), 40);
    expect(narrow.text).toBe(`${"k".repeat(39)}…`);
    expect(marked(narrow)).toBe("k".repeat(39));
  });
});
