import { expect, test } from "vitest";
import { cargoRange } from "./cargo-range.ts";

test.each([
  ["1.2", ["1.2.0", "1.9.9"], ["1.1.9", "2.0.0"]],
  ["0.2.3", ["0.2.3", "0.2.9"], ["0.3.0"]],
  ["=1.2.3", ["1.2.3"], ["1.2.4"]],
  [">= 1.2, < 2", ["1.2.0", "1.99.0"], ["2.0.0", "1.1.0"]],
  ["1.*", ["1.0.0"], ["2.0.0"]],
  ["~1.2", ["1.2.9"], ["1.3.0"]],
  ["*", ["0.0.1"], ["1.0.0-rc.1"]],
])("%s", (text, inside, outside) => {
  const test = cargoRange(text);
  expect(inside.map((version) => test?.(version))).toEqual(inside.map(() => true));
  expect(outside.map((version) => test?.(version))).toEqual(outside.map(() => false));
});

test.each(["", "1,", "1 || 2", ">=1 <2", "x y"])("%j is no requirement", (text) => {
  expect(cargoRange(text)).toBeUndefined();
});
