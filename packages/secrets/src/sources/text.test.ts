import { expect, test } from "vitest";
import { fragmentsOf, textOf } from "./text.ts";

const latin1 = (text: string, encoding: BufferEncoding) =>
  Buffer.from(text, encoding).toString("latin1");

test("text is decoded, binary is recognised", () => {
  expect(textOf("plain\n")).toBe("plain\n");
  expect(textOf(latin1("né\n", "utf8"))).toBe("né\n");
  expect(textOf(`key = value${"\0"}\n`)).toBe(`key = value${"\0"}\n`);
  expect(
    textOf(Buffer.from(Array.from({ length: 500 }, (_, i) => i % 256)).toString("latin1")),
  ).toBeUndefined();
  expect(textOf("\0\0\0\0")).toBeUndefined();
});

test("UTF-16 of ASCII is read in both byte orders", () => {
  const little = latin1("\ufeffkey = value\n", "utf16le");
  expect(textOf(little)).toBe("key = value\n");
  const big = Buffer.from("\ufeffkey = value\n", "utf16le").swap16().toString("latin1");
  expect(textOf(big)).toBe("key = value\n");
});

test("UTF-16 with its mark is text in any script, and a hunk may end in half a character", () => {
  const text = `${"\u5bc6\u7801".repeat(40)}\nkey = value\n`;
  const bytes = latin1(`\ufeff${text}`, "utf16le");
  expect(textOf(bytes)).toBe(text);
  expect(textOf(bytes.slice(0, -1))).toBe(text.slice(0, -1));
});

test("a long text is cut into overlapping fragments whose lines are right", () => {
  const lines = Array.from({ length: 60_000 }, (_, i) => `line ${i + 1} ${"x".repeat(30)}`);
  const fragments = fragmentsOf({ text: lines.join("\n"), path: "a", commit: "", startLine: 1 });
  expect(fragments.length).toBeGreaterThan(1);
  for (const { text, startLine, startColumn } of fragments) {
    expect(text).toMatch(new RegExp(`^line ${startLine} `));
    expect(startColumn).toBe(0);
  }
  for (const [i, { text }] of fragments.entries()) {
    const next = fragments[i + 1];
    if (next !== undefined) expect(text).toContain(next.text.slice(0, 10_000));
  }
});

test("one endless line is cut too, and its columns go on", () => {
  const fragments = fragmentsOf({
    text: "x".repeat(3_000_000),
    path: "a",
    commit: "",
    startLine: 7,
  });
  expect(fragments.length).toBeGreaterThan(2);
  expect(
    fragments.every(({ startLine, text }) => startLine === 7 && text.length <= 1_048_576),
  ).toBe(true);
  const [first, second] = fragments;
  expect(second?.startColumn).toBe((first?.text.length ?? 0) - 16 * 1024);
});
