import { describe, expect, it } from "vitest";
import { createHunkText } from "./hunk-text.ts";
import { createPatchParser } from "./patch-parser.ts";
import type { ParsedPiece } from "./pieces.ts";

const OLD = "1".repeat(40);
const NEW = "2".repeat(40);

const header = (message = "m\n") => `\x01${NEW}\n\nAda\nada@example.org\n0\n${message}\0`;
const raw = (path: string) => `:100644 100644 ${OLD} ${NEW} M\0${path}\0`;
const block = (...lines: string[]) =>
  `diff --git a/x b/x\n${lines.map((line) => `${line}\n`).join("")}`;

function parse(text: string, size = text.length, parser = createPatchParser()): ParsedPiece[] {
  const bytes = Buffer.from(text, "latin1");
  const pieces: ParsedPiece[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    pieces.push(...parser.push(bytes.subarray(at, at + size)));
  }
  return [...pieces, ...parser.end()];
}

const WHOLE = [
  header(),
  `\n${raw("a")}${raw("new\nline")}\0`,
  block("index 1..2", "--- a/a", "+++ b/a", "@@ -1,2 +1 @@ f", "-x", "-y", "+z"),
  block(
    "@@ -3 +4,2 @@",
    "-old",
    "\\ No newline at end of file",
    "+1",
    "+2",
    "\\ No newline at end of file",
  ),
  header("empty"),
  header("é"),
  `\n${raw("b")}\0`,
  block("old mode 100644", "new mode 100755"),
].join("");

describe("createPatchParser", () => {
  it("reads the same whatever the chunks are", () => {
    const whole = parse(WHOLE);
    expect(whole).toHaveLength(3);
    expect(whole[0]?.files).toMatchObject([
      { path: "a", hunks: [{ startLine: 1, addedText: "z\n" }] },
      { path: "new\nline", hunks: [{ startLine: 4, addedText: "1\n2" }] },
    ]);
    expect(whole[2]?.files).toMatchObject([{ path: "b", hunks: [] }]);
    for (const size of [1, 2, 3, 7, 64]) expect(parse(WHOLE, size)).toEqual(whole);
  });

  it("reads a merge the same whatever the chunks are", () => {
    const entry = `::100644 100644 100644 ${OLD} ${OLD} ${NEW} MM\0a\0`;
    const gone = `::100644 100644 000000 ${OLD} ${OLD} ${"0".repeat(40)} DD\0gone\0`;
    const lines = ["@@@ -1,2 -1,2 +1,3 @@@ f", "  x", "++new", "- y", "+ z", "++ more", "++"];
    const deletion = [
      "deleted file mode 100644,100644",
      "@@@ -1,1 -1,1 +1,18446744073709551615 @@@",
      "--diff",
    ];
    const combined = (...block: string[]) =>
      `diff --combined x\n${block.map((line) => `${line}\n`).join("")}`;
    const blocks = `${combined("index 1,1..2", ...lines)}${combined(...deletion)}`;
    const text = `${header()}\0${entry}${gone}\0${blocks}${header("none")}\0${header("last")}\0`;
    const whole = parse(text);
    expect(whole).toHaveLength(3);
    expect(whole[0]?.files).toMatchObject([
      {
        path: "a",
        status: "modified",
        hunks: [
          { startLine: 2, addedText: "new\n" },
          { startLine: 4, addedText: " more\n\n" },
        ],
      },
      { path: "gone", status: "deleted", hunks: [] },
    ]);
    for (const size of [1, 2, 3, 7, 64]) expect(parse(text, size)).toEqual(whole);
    for (const [good, bad] of [
      ["MM", "M"],
      ["MM", "MX"],
      ["::100644", ":::100644"],
      ["++new", "+new"],
      ["@@@ -1,2", "@@@@ -1,2"],
    ] as const) {
      expect(() => parse(text.replace(good, bad))).toThrow("can't be read");
    }
  });

  it.each([
    "Ada",
    "\nm\n",
    ":100644",
    "M\0",
    "new",
    "diff --g",
    "index",
    "@@ -1,2",
    "@@ f",
    "-x",
    "+z",
    "-old\n",
    "\\ No new",
    "+1\n",
    "+2",
  ])("refuses output that stops after %j", (mark) => {
    const text = WHOLE.slice(0, WHOLE.indexOf(mark) + mark.length);
    expect(() => parse(text)).toThrow("can't be read");
  });

  it.each([
    ["bytes before the first commit", "hello"],
    ["a file it did not name", `${header()}\n${raw("a")}\0${block()}${block()}`],
    ["a named file without a patch", `${header()}\n${raw("a")}${raw("b")}\0${block()}`],
    [
      "a hunk with too few lines",
      `${header()}\n${raw("a")}\0${block("@@ -0,0 +1,2 @@", "+x")}${header()}`,
    ],
    ["a hunk with a context line", `${header()}\n${raw("a")}\0${block("@@ -1 +1 @@", " x")}`],
    ["a combined hunk", `${header()}\n${raw("a")}\0${block("@@@ -1 -1 +1 @@@", "++x")}`],
    ["an unknown line", `${header()}\n${raw("a")}\0${block("surprise")}`],
    ["an unknown record", `${header()}\n:nonsense\0a\0\0`],
  ])("refuses %s", (_, text) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ kind: "external" }));
  });

  it("shows large diffs in pieces, and cuts large hunks after a line", () => {
    const line = `${"x".repeat(1023)}\n`;
    const count = 10_000;
    const text = `${header()}\n${raw("a")}\0${block(`@@ -0,0 +1,${count} @@`)}${`+${line}`.repeat(count)}`;
    const pieces = parse(text, 65_536, createPatchParser({}, createHunkText(1024 * 1024)));
    const hunks = pieces.flatMap(({ files }) => files.flatMap((file) => file.hunks));
    expect(pieces.map(({ complete }) => complete)).toEqual([false, false, true]);
    expect(pieces.every(({ commit }) => commit === pieces[0]?.commit)).toBe(true);
    expect(hunks.map(({ addedText }) => addedText).join("")).toBe(line.repeat(count));
    expect(hunks[1]).toMatchObject({ startLine: 1025 });
    expect(hunks.some(({ cut }) => cut)).toBe(false);
  });

  it("cuts a line that is larger still, and says so", () => {
    const text = `${header()}\n${raw("a")}\0${block("@@ -0,0 +1 @@", `+${"x".repeat(1000)}`)}`;
    const [piece] = parse(text, 10, createPatchParser({}, createHunkText(100)));
    expect(piece?.files[0]?.hunks[0]).toMatchObject({ startLine: 1, cut: true });
    expect(piece?.files[0]?.hunks.map(({ addedText }) => addedText).join("")).toHaveLength(1001);
  });
});
