import { expect, test } from "vitest";
import { timeLimit } from "./time-limit.ts";

test("a running expression is stopped, and that is an error", () => {
  const limited = timeLimit(50);
  const bad = () => /^(?:a+)+$/.test(`${"a".repeat(60)}b`);
  expect(() => limited(bad, () => "rule x on y")).toThrow(/longer than 50 ms: rule x on y/);
});

test("results and errors pass through", () => {
  const limited = timeLimit(5000);
  expect(
    limited(
      () => 42,
      () => "",
    ),
  ).toBe(42);
  expect(() =>
    limited(
      () => {
        throw new Error("own");
      },
      () => "",
    ),
  ).toThrow("own");
});
