import { expect, test } from "vitest";
import { classOf, classOfExpression } from "./classes.ts";
import { normalizeDeclared } from "./declared.ts";
import { LICENSE_IDS } from "./identifiers.ts";

test.each([
  ["AGPL-3.0-or-later", "network copyleft"],
  ["SSPL-1.0", "network copyleft"],
  ["GPL-2.0-only", "strong copyleft"],
  ["LGPL-2.1-or-later", "weak copyleft"],
  ["MPL-2.0", "weak copyleft"],
  ["CC-BY-NC-4.0", "non-commercial"],
  ["CC-BY-4.0", "permissive"],
  ["MIT", "permissive"],
  ["BSD-3-Clause", "permissive"],
  ["CC0-1.0", "public domain"],
  ["Unlicense", "public domain"],
  ["MITNFA", "other"],
])("%s is %s", (id, expected) => {
  expect(LICENSE_IDS).toContain(id);
  expect(classOf(id)).toBe(expected);
});

test.each([
  ["MIT OR GPL-3.0-only", "permissive"],
  ["MIT AND GPL-3.0-only", "strong copyleft"],
  ["(MIT AND AGPL-3.0-only) OR LGPL-3.0-only", "weak copyleft"],
  ["GPL", "strong copyleft"],
  ["UNLICENSED", undefined],
])("%s asks for %s", (text, expected) => {
  expect(classOfExpression(normalizeDeclared(text).expression)).toBe(expected);
});

test("no id of the default allow list is called copyleft of the strong or the network kind", () => {
  const allowed = ["Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "ISC", "Python-2.0"];
  expect(allowed.map(classOf)).toEqual(allowed.map(() => "permissive"));
});
