import { expect, test } from "vitest";
import { readMypyText } from "./output.ts";

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
])("%s", (line, more) => {
  expect(readMypyText("/root", `${line}\nSuccess: no issues\n`)).toEqual({
    messages: [{ ...message, ...more }],
    others: ["Success: no issues"],
  });
});

test("a note of another line is a message of its own", () => {
  const text = "a.py:3: error: Bad\na.py:3: note: one\na.py:4: note: two\n";
  expect(readMypyText("/root", text).messages).toEqual([
    { ...message, hints: ["one"] },
    { ...message, line: 4, severity: "note", message: "two" },
  ]);
});
