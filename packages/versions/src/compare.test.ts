import { expect, test } from "vitest";
import { compareOfType } from "./compare.ts";

/** Each list in rising order. */
test.each([
  [
    "npm",
    [
      "0.9.9",
      "1.0.0-alpha",
      "1.0.0-alpha.1",
      "1.0.0-alpha.beta",
      "1.0.0-rc.2",
      "1.0.0-rc.10",
      "1.0.0",
      "1.10.0",
    ],
  ],
  [
    "golang",
    [
      "v0.0.0-20240101000000-aaaaaaaaaaaa",
      "v0.0.0-20250101000000-aaaaaaaaaaaa",
      "v1.2.0",
      "v1.10.0",
    ],
  ],
  ["pypi", ["1.0.dev1", "1.0a1", "1.0", "1.0.post1", "1!0.1"]],
  ["gem", ["1.9", "1.10.1", "2"]],
  [undefined, ["1", "1.0.1", "1.2"]],
])("versions of %s have their order", (type, versions) => {
  const sign = (a: string, b: string) => Math.sign(compareOfType(type, a, b) ?? Number.NaN);
  for (const [i, a] of versions.entries())
    for (const [j, b] of versions.entries())
      expect([a, b, sign(a, b)]).toEqual([a, b, Math.sign(i - j)]);
});

test("numbers of different length can be equal", () => {
  expect(compareOfType("gem", "1.0", "1.0.0")).toBe(0);
  expect(compareOfType("pypi", "1.0", "1.0.0")).toBe(0);
});

test.each([
  ["alpm", "1:2.4-1", "2.4-2"],
  ["npm", "latest", "1.0.0"],
])("an order that is not known is not guessed: %s %s %s", (type, a, b) => {
  expect(compareOfType(type, a, b)).toBeUndefined();
});
