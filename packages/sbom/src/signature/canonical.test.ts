import { expect, test } from "vitest";
import { canonicalJson } from "./canonical.ts";

const canonical = (text: string) => canonicalJson(JSON.parse(text)).toString();

test("the example of RFC 8785, section 3.2.2", () => {
  const input = String.raw`{
    "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
    "literals": [null, true, false]
  }`;
  expect(canonical(input)).toBe(
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  );
});

test("keys in the order of their UTF-16 code units (section 3.2.3)", () => {
  const input = String.raw`{"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7,"":8,"__proto__":9}`;
  const order = [...canonical(input).matchAll(/:(\d)/g)].map(([, digit]) => digit);
  expect(order.join("")).toBe("824967153");
});

test.each([
  ["0", "0"],
  ["-0", "0"],
  ["5e-324", "5e-324"],
  ["1.7976931348623157e308", "1.7976931348623157e+308"],
  ["9007199254740993", "9007199254740992"],
  ["295147905179352830000", "295147905179352830000"],
  ["1e21", "1e+21"],
  ["0.0000001", "1e-7"],
])("the number %s is %s (appendix B)", (given, expected) => {
  expect(canonical(given)).toBe(expected);
});

test.each([
  ["a number that no double holds", "[1e999]", "a number in it is too large"],
  ["half of a surrogate pair", String.raw`{"a":"\ud800"}`, "half of a surrogate pair"],
  ["half of a surrogate pair in a key", String.raw`{"\udc00":1}`, "half of a surrogate pair"],
  ["more levels than anybody writes", "[".repeat(100_000) + "]".repeat(100_000), "more than 200"],
])("%s has no canonical form", (_, given, message) => {
  expect(() => canonical(given)).toThrow(message);
});

test("a text that looks like half of a pair is one as any other", () => {
  expect(canonical(String.raw`"\\ud800"`)).toBe(String.raw`"\\ud800"`);
});
