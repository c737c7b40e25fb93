import { describe, expect, it } from "vitest";
import { UsageError } from "../platform/errors.ts";
import { parseDuration } from "./duration.ts";

const HOUR = 3_600_000;

describe("parseDuration", () => {
  it.each([
    ["24h", 24 * HOUR],
    ["7d", 168 * HOUR],
    ["1w", 168 * HOUR],
    ["3660d", 3660 * 24 * HOUR],
    ["none", undefined],
  ])("reads %s", (text, expected) => {
    expect(parseDuration(text, "slo.high.fix")).toBe(expected);
  });

  it.each(["", "0d", "-1d", "1.5h", "7 d", "7D", "1m", "d", "3661d", "9999999h", "7d\n"])(
    "refuses %j and says what is allowed",
    (text) => {
      expect(() => parseDuration(text, "slo.high.fix")).toThrow(UsageError);
      expect(() => parseDuration(text, "slo.high.fix")).toThrow(/slo\.high\.fix is "/);
    },
  );
});
