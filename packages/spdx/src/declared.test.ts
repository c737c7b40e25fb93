import { expect, test } from "vitest";
import { loadAllowList } from "./allow-list.ts";
import type { DeclaredLicense } from "./declared.ts";
import { normalizeDeclared } from "./declared.ts";
import { evaluate } from "./evaluate.ts";
import { printExpression } from "./expression.ts";
import { LEGACY_NAMES } from "./legacy-names.ts";
import { normalizeManifest } from "./manifest.ts";
import { parseExpression } from "./parser.ts";

const allowList = loadAllowList(["Apache-2.0", "MIT", "ISC"]);
const verdict = (license: DeclaredLicense) => evaluate(license.expression, allowList).verdict;

test.each([
  [{ type: "MIT", url: "https://example.test" }, "allow", "expression"],
  [{ name: "MIT" }, "allow", "expression"],
  [{ url: "https://opensource.org/licenses/MIT" }, "allow", "expression"],
  [{ type: "GPL-3.0-only" }, "deny", "expression"],
  [{}, "unknown", "undeclared"],
  [["MIT", { type: "GPL-3.0-only" }], "allow", "expression"],
  [["GPL-2.0", "LGPL-3.0"], "deny", "expression"],
  [["MIT", "MIT AND"], "unknown", "invalid"],
  [["GPL-3.0-only", "BSD"], "unknown", "expression"],
  [["BSD", "custom"], "unknown", "undeclared"],
  [["MIT"], "allow", "expression"],
  [[["MIT"]], "unknown", "undeclared"],
  [[], "unknown", "undeclared"],
  [Array(65).fill("MIT"), "unknown", "undeclared"],
  [undefined, "unknown", "undeclared"],
  [null, "unknown", "undeclared"],
  ["", "unknown", "undeclared"],
  [" ", "unknown", "undeclared"],
  [42, "unknown", "undeclared"],
  [true, "unknown", "undeclared"],
  ["unlicensed", "deny", "expression"],
  ["GPL", "deny", "expression"],
  ["__proto__", "unknown", "undeclared"],
  ["constructor", "unknown", "undeclared"],
  ["MIT ANDISC", "unknown", "invalid"],
  ["GPLv2+", "deny", "expression"],
  ["https://www.apache.org/licenses/LICENSE-2.0.txt", "allow", "expression"],
  ["https://spdx.org/licenses/ISC.html", "allow", "expression"],
  ["https://evil.test/licenses/MIT", "unknown", "invalid"],
  ["The   MIT\nLicense", "allow", "expression"],
  ["MIT\u202E", "unknown", "undeclared"],
])("%j is %s", (value, expected, kind) => {
  const license = normalizeDeclared(value);
  expect(license.kind).toBe(kind);
  expect(verdict(license)).toBe(expected);
});

test("what is not as SPDX wants it is told", () => {
  expect(normalizeDeclared({ type: "Apache 2" }).warnings).toEqual([
    "an object is declared in the place of text",
    "a legacy spelling is declared in the place of Apache-2.0",
  ]);
  expect(normalizeDeclared(["MIT", "ISC"]).warnings).toHaveLength(1);
  expect(normalizeDeclared("mit").warnings).toEqual([]);
});

test("SEE LICENSE IN names its file", () => {
  expect(normalizeDeclared("SEE LICENSE IN docs/LICENSE.md")).toMatchObject({
    kind: "undeclared",
    file: "docs/LICENSE.md",
  });
});

test("a family without a version is unknown where one of its members is allowed", () => {
  const license = normalizeDeclared("GPL");
  expect(evaluate(license.expression, loadAllowList(["GPL-3.0-only"])).verdict).toBe("unknown");
});

test.each([
  [{ license: "MIT", licenses: [{ type: "MIT" }] }, "allow"],
  [{ license: "(MIT OR ISC)", licenses: ["ISC", "MIT"] }, "allow"],
  [{ license: "MIT", licenses: [{ type: "GPL-3.0-only" }] }, "unknown"],
  [{ licenses: { type: "MIT" } }, "allow"],
  [{ licence: "MIT" }, "unknown"],
  [{}, "unknown"],
  [null, "unknown"],
  ["MIT", "unknown"],
])("the manifest %j is %s", (manifest, expected) => {
  expect(verdict(normalizeManifest(manifest))).toBe(expected);
});

test("the misspelt key is named", () => {
  expect(normalizeManifest({ licence: "MIT" }).warnings.join()).toContain("`licence` is misspelt");
});

test("every spelling of the closed table leads to one expression", () => {
  for (const [text, names] of Object.entries(LEGACY_NAMES)) {
    const target = parseExpression(text);
    expect(target.ok && printExpression(target.expression), text).toBe(text);
    for (const name of names) {
      expect(name, name).toBe(name.toLowerCase());
      if (parseExpression(name).ok) continue;
      expect(printExpression(normalizeDeclared(name).expression), name).toBe(text);
    }
  }
});
