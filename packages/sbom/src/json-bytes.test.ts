import { expect, test } from "vitest";
import { jsonBytes } from "./json-bytes.ts";

const text = (bytes: Uint8Array) => new TextDecoder("utf-8", { fatal: true }).decode(bytes);

test("a derived field sees all others and takes its own place only", () => {
  const content = { a: '\n  "id": "', b: "é", id: "", inner: { id: "" }, none: undefined };
  const seen: string[] = [];
  const bytes = jsonBytes(content, {
    name: "id",
    derive: (rest) => {
      seen.push(text(rest));
      return 'made "here"';
    },
  });
  expect(seen).toEqual([`${JSON.stringify(content, null, 2)}\n`]);
  expect(text(bytes)).toBe(`${JSON.stringify({ ...content, id: 'made "here"' }, null, 2)}\n`);
});

test("half of a surrogate pair is replaced, a whole one and text that looks like an escape are kept", () => {
  const content = { id: "", texts: ["\ud83d", "\udc00x", "\u{1f600}", "\\ud83d", "\\\ud83d"] };
  const { texts } = JSON.parse(text(jsonBytes(content, { name: "id", derive: () => "" })));
  expect(texts).toEqual(["\ufffd", "\ufffdx", "\u{1f600}", "\\ud83d", "\\\ufffd"]);
});
