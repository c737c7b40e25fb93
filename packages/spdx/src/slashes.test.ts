import { expect, test } from "vitest";
import { loadAllowList } from "./allow-list.ts";
import { normalizeDeclared } from "./declared.ts";
import { evaluate } from "./evaluate.ts";
import { printExpression } from "./expression.ts";

test("MIT/X11, as old manifests write it, is a choice", () => {
  for (const text of ["MIT/X11", "X11/MIT"]) {
    const { expression } = normalizeDeclared(text);
    expect(evaluate(expression, loadAllowList(["MIT"])).verdict).toBe("allow");
  }
});

test("where a slash means OR, it does between any ids, and only between ids", () => {
  const cargo = (text: string) => normalizeDeclared(text, { slashIsOr: true });
  expect(printExpression(cargo("GPL-2.0-only / LGPL-2.1-only/MIT").expression)).toBe(
    "GPL-2.0-only OR LGPL-2.1-only OR MIT",
  );
  expect(normalizeDeclared("GPL-2.0-only/MIT").kind).toBe("invalid");
  expect(cargo("MIT/unknown thing").kind).toBe("invalid");
});

test.each([
  ["UNLICENSED", /proprietary.*licenses\.exceptions/],
  ["GPL", /names no version.*GPL-/],
  ["MIT with Commons Clause", /Commons Clause forbids selling/],
  ["BSD", /several licences have that name/],
  ["Apache 2.0", /did you mean "Apache-2\.0"/],
])("an entry %s of the allow list is refused with what helps", (text, message) => {
  expect(() => loadAllowList([text])).toThrow(message);
  expect(() => loadAllowList([text])).not.toThrow(/"(Unlicense|NGPL|0BSD)"/);
});
