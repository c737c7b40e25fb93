import { expect, test } from "vitest";
import { declaredIn, programOf, usesIn } from "./syntax.ts";

const uses = (text: string) =>
  programOf("a.js", text)
    .flatMap((node) => usesIn(node))
    .map(({ name, start, end, isShorthand }) => {
      expect(text.slice(start, end)).toBe(name);
      return isShorthand ? `{${name}}` : name;
    });

test.each([
  ["f(x.y, x[y], x?.z)", ["f", "x", "x", "y", "x"]],
  ["({a, b: c, [d]: e, f() {}})", ["{a}", "c", "d", "e"]],
  ["const {a, b: c, d = e, ...g} = h;", ["{a}", "c", "{d}", "e", "g", "h"]],
  [
    "class A extends B { c = d; #e = f; [g]() {} static h() { return i; } }",
    ["A", "B", "d", "f", "g", "i"],
  ],
  ["loop: for (const a of b) { break loop; }", ["a", "b"]],
  ["import.meta.url", []],
  ['import {a as b, c} from "./d.js"; b(c);', ["b", "c", "b", "c"]],
  ["export {a as b};", []],
  ["`${a}b${c}`", ["a", "c"]],
])("%s uses these names of values", (text, expected) => {
  expect(uses(text)).toEqual(expected);
});

test("a pattern declares its names, however deep", () => {
  const text = "function all({a, b: {c}, d: [e, , f = 1], ...g}, h) {}";
  const parameters = programOf("a.js", text).flatMap(({ params }) => params);
  expect(parameters.flatMap(declaredIn)).toEqual(["a", "c", "e", "f", "g", "h"]);
});

test("a text that is no program is an error with the file's name", () => {
  expect(() => programOf("broken.js", "const = 1;")).toThrow("broken.js");
});
