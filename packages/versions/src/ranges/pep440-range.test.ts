import fc from "fast-check";
import { expect, test } from "vitest";
import { comparePep440 } from "../orders/pep440.ts";
import { pep440Range } from "./pep440-range.ts";

/** From https://packaging.python.org/en/latest/specifications/version-specifiers/, in order. */
const IN_ORDER = [
  "1.dev0",
  "1.0.dev456",
  "1.0a1",
  "1.0a2.dev456",
  "1.0a12.dev456",
  "1.0a12",
  "1.0b1.dev456",
  "1.0b2",
  "1.0b2.post345.dev456",
  "1.0b2.post345",
  "1.0rc1.dev456",
  "1.0rc1",
  "1.0",
  "1.0+abc.5",
  "1.0+abc.7",
  "1.0+5",
  "1.0.post456.dev34",
  "1.0.post456",
  "1.0.15",
  "1.1.dev1",
  "1!0.1",
];

test("versions are ordered as Python orders them", () => {
  for (const [at, low] of IN_ORDER.entries())
    for (const [other, high] of IN_ORDER.entries())
      expect(Math.sign(comparePep440(low, high) ?? NaN), `${low} ${high}`).toBe(
        Math.sign(at - other),
      );
});

test.each([
  ["1.0", "1"],
  ["v1.0-1", "1.0.post1"],
  ["1.0-ALPHA_2", "1.0a2"],
  ["1.0c1", "1.0RC1"],
  ["1.0.0-r3", "1.post3"],
])("%s is %s", (one, other) => expect(comparePep440(one, other)).toBe(0));

test.each([
  [">=1.2,<2", ["1.2", "1.2.post1", "1.9.9"], ["1.1", "2", "2.0a1", "1.5rc1"]],
  ["~=1.4.2", ["1.4.2", "1.4.10"], ["1.4.1", "1.5"]],
  ["~=1.4", ["1.4", "1.9"], ["2.0", "1.3"]],
  ["==1.*", ["1", "1.0", "1.9"], ["2", "0.1", "1!1.0"]],
  ["!=1.5.*,>=1", ["1.4", "1.6"], ["1.5", "1.5.3"]],
  ["==1.0", ["1", "1.0.0", "1.0+cpu"], ["1.0.1", "1.0.post1"]],
  ["==1.0+cpu", ["1.0+cpu", "1.0+CPU"], ["1.0", "1.0+cu12"]],
  [">1.7", ["1.7.1", "1.8"], ["1.7", "1.7.0.post1", "1.7+local"]],
  [">1.7.post2", ["1.7.post3"], ["1.7.post2"]],
  ["<2.0", ["1.9"], ["2.0", "2.0.dev1"]],
  [">=2.0b1", ["2.0b1", "2.0rc1", "2.0"], ["2.0a9"]],
  ["===odd-Name", ["odd-name"], ["odd"]],
])("%s means %j, not %j", (range, inside, outside) => {
  const test = pep440Range(range);
  expect(inside.filter((version) => test?.(version) !== true)).toEqual([]);
  expect(outside.filter((version) => test?.(version) !== false)).toEqual([]);
});

test.each(["", "1.2", ">=1 <2", ">=x", "~=1", ">=1.*", "^1.2", ">=1,,<2", "=>1"])(
  "%j is no specifier",
  (text) => expect(pep440Range(text)).toBeUndefined(),
);

test("pre-releases count where it is asked for", () => {
  expect(pep440Range(">=1", { prereleases: true })?.("2.0rc1")).toBe(true);
});

test("the order is total whatever the numbers, and no text takes long", () => {
  const part = fc.nat({ max: 3 });
  const version = fc
    .tuple(part, part, fc.constantFrom("", "a1", "rc1", ".post1", ".dev1", "+x.1", "b1.post2.dev3"))
    .map(([major, minor, suffix]) => `${major}.${minor}${suffix}`);
  fc.assert(
    fc.property(version, version, version, (a, b, c) => {
      const compare = (x: string, y: string) => comparePep440(x, y) ?? NaN;
      expect(Math.sign(compare(a, b))).toBe(Math.sign(0 - compare(b, a)));
      if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0);
    }),
  );
  fc.assert(fc.property(fc.string({ maxLength: 3000 }), (text) => void comparePep440(text, "1")));
});
