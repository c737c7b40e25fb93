import { expect, test } from "vitest";
import { clockFrom, fixedClock } from "./clock.ts";

test("SOURCE_DATE_EPOCH sets what documents say, and nothing else", () => {
  const before = Date.now();
  const clock = clockFrom({ SOURCE_DATE_EPOCH: "1700000000" });
  expect(clock.now().toISOString()).toBe("2023-11-14T22:13:20.000Z");
  expect(clock.wall().getTime()).toBeGreaterThanOrEqual(before);
});

test("without it both are the machine's time", () => {
  const before = Date.now();
  const clock = clockFrom({ SOURCE_DATE_EPOCH: "" });
  expect(clock.now().getTime()).toBeGreaterThanOrEqual(before);
  expect(clock.wall().getTime()).toBeGreaterThanOrEqual(before);
});

test.each(["-1", "1.5", "soon", "1e9", "9999999999999"])(
  "%s is no whole number of seconds",
  (epoch) => {
    expect(() => clockFrom({ SOURCE_DATE_EPOCH: epoch })).toThrow(/SOURCE_DATE_EPOCH/);
  },
);

test("a fixed clock stands still in both", () => {
  const clock = fixedClock("2026-01-31T00:00:00Z");
  expect(clock.now()).toEqual(clock.wall());
});
