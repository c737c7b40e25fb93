import { expect, test } from "vitest";
import { repeatedField } from "./repeated-field.ts";

test.each([
  ['{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}', undefined],
  ['{"a":1,"b":2,"a":3}', "a"],
  ['{"a":{"b":1,"\\u0062":2}}', "b"],
  ['{"a":"{\\"a\\":1}","b":":"}', undefined],
  ['{"__proto__":1,"__proto__":2}', "__proto__"],
  ["[1,true,null]", undefined],
])("%s", (text, expected) => {
  expect(repeatedField(text)).toBe(expected);
});

test("a string of many megabytes", () => {
  for (const text of ["A".repeat(30_000_000), String.raw`\\"`.repeat(8_000_000)]) {
    expect(repeatedField(`{"a":"${text}","b":{"a":1},"b":2}`)).toBe("b");
  }
});
