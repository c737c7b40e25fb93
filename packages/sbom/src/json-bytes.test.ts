import { expect, test } from "vitest";
import { jsonBytes, NIL_UUID } from "./json-bytes.ts";

const text = (bytes: Uint8Array) => new TextDecoder("utf-8", { fatal: true }).decode(bytes);

test("the UUID is made from all of the document and takes its own place only", () => {
  const made = "12345678-1234-1234-1234-123456789abc";
  const content = {
    a: '\n  "id": "',
    b: `é ${NIL_UUID}`,
    id: `urn:uuid:${NIL_UUID}`,
    inner: { id: NIL_UUID },
    none: undefined,
  };
  const seen: string[] = [];
  const bytes = jsonBytes(content, "id", (whole) => {
    seen.push(text(whole));
    return made;
  });
  expect(seen).toEqual([`${JSON.stringify(content, null, 2)}\n`]);
  expect(text(bytes)).toBe(`${JSON.stringify({ ...content, id: `urn:uuid:${made}` }, null, 2)}\n`);
});

test("half of a surrogate pair is replaced, a whole one and text that looks like an escape are kept", () => {
  const content = {
    id: NIL_UUID,
    texts: ["\ud83d", "\udc00x", "\u{1f600}", "\\ud83d", "\\\ud83d"],
  };
  const { texts } = JSON.parse(text(jsonBytes(content, "id", () => NIL_UUID)));
  expect(texts).toEqual(["\ufffd", "\ufffdx", "\u{1f600}", "\\ud83d", "\\\ufffd"]);
});
