import { expect, test } from "vitest";
import { readMypy } from "./output.ts";

const message = {
  ...{ path: "a.py", line: 3, column: undefined, endLine: undefined },
  ...{ severity: "error", code: undefined, message: "Bad", hints: [] },
};

test.each([
  ["a.py:3: error: Bad", {}],
  ["a.py:3:5: error: Bad  [arg-type]", { column: 5, code: "arg-type" }],
  ["a.py:3:5:4:9: error: Bad  [arg-type]", { column: 5, endLine: 4, code: "arg-type" }],
  ["./src//b.py:3: note: Bad", { path: "src/b.py", severity: "note" }],
  [
    "/root/src/b.py:3: error: Bad: a.py:7: error: no",
    { path: "src/b.py", message: "Bad: a.py:7: error: no" },
  ],
  ["/elsewhere/b.py:3: error: Bad", { path: undefined }],
  ["../b.py:3: error: Bad", { path: undefined }],
  ["a.py: error: Bad", { line: undefined }],
  ["x: note: y.py:3: error: Bad", { path: "x", line: undefined, message: "y.py:3: error: Bad" }],
])("%s", (line, more) => {
  expect(readMypy("/root", `${line}\nSuccess: no issues\n`, false)).toEqual({
    messages: [{ ...message, ...more }],
    others: ["Success: no issues"],
  });
});

test("of many notes at one place the first are kept", () => {
  const text = `a.py:3: error: Bad\n${"a.py:3: note: one\n".repeat(200_000)}`;
  expect(readMypy("/root", text, false).messages).toEqual([
    { ...message, hints: Array(10).fill("one") },
  ]);
});

test("a note of another line is a message of its own", () => {
  const text = "a.py:3: error: Bad\na.py:3: note: one\na.py:4: note: two\n";
  expect(readMypy("/root", text, false).messages).toEqual([
    { ...message, hints: ["one"] },
    { ...message, line: 4, severity: "note", message: "two" },
  ]);
});

test("a line of text among JSON is a message too", () => {
  const json = { file: "a.py", line: 3, column: -1, message: "Bad", severity: "error", code: null };
  expect(readMypy("/root", `${JSON.stringify(json)}\na.py: error: Twice\n`, true).messages).toEqual(
    [message, { ...message, line: undefined, message: "Twice" }],
  );
});
