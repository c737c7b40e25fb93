import { expect, test } from "vitest";
import { createDecoder } from "./decode.ts";

const PLAIN = "a plain text, long enough 12";
const hex = (text: string) => Buffer.from(text).toString("hex");
const base64 = (text: string) => Buffer.from(text).toString("base64");

function passes(text: string, depth = 5): readonly string[] {
  const decode = createDecoder();
  const out: string[] = [];
  let pass = decode(text, []);
  while (pass.segments.length > 0 && out.length < depth) {
    out.push(pass.text);
    pass = decode(pass.text, pass.segments);
  }
  return out;
}

test.each([
  ["percent", "x=%61%62c%64", ["x=abcd"]],
  ["percent that is no text stays", "x=%00%01", []],
  ["unicode escapes", "\\u0061\\\\u0062", ["ab"]],
  ["code points", "U+0061 U+0062 ", ["ab"]],
  ["hex", `k ${hex(PLAIN)};`, [`k ${PLAIN};`]],
  ["hex of odd length is no hex", `${hex(PLAIN)}0 `, []],
  ["base64", `k ${base64(PLAIN)};`, [`k ${PLAIN};`]],
  [
    "base64 for URLs",
    Buffer.from("??>>~~ and some text").toString("base64url"),
    ["??>>~~ and some text"],
  ],
  ["letters alone are no base64", "justSomeLongIdentifierName", []],
  ["bytes that are no text", `${Buffer.alloc(24, 7).toString("base64")}`, []],
  ["nothing", "short", []],
])("%s", (_, text, expected) => {
  expect(passes(text)).toEqual(expected);
});

test("each pass opens one layer, down to the depth", () => {
  const twice = base64(base64(PLAIN));
  expect(passes(twice)).toEqual([base64(PLAIN), PLAIN]);
  expect(passes(twice, 1)).toEqual([base64(PLAIN)]);
});

test("a run that touches one of higher precedence waits", () => {
  const [first] = passes(`${base64(PLAIN)}%41`);
  expect(first).toBe(`${base64(PLAIN)}A`);
});

test("positions lead back to the first text", () => {
  const text = `abc ${base64(base64(PLAIN))} xyz`;
  const decode = createDecoder();
  const first = decode(text, []);
  const second = decode(first.text, first.segments);
  const [segment] = second.segments;
  expect(segment?.original).toEqual({ start: 4, end: text.length - 4 });
  expect(segment?.depth).toBe(2);
});
