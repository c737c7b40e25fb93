import { describe, expect, it } from "vitest";
import { DEFAULT_SLO, sloClock } from "./slo.ts";

const NOW = new Date("2026-11-22T12:00:00Z");
const clock = sloClock(DEFAULT_SLO, NOW);

function daysAgo(days: number): string {
  return new Date(NOW.getTime() - days * 86_400_000).toISOString();
}

describe("sloClock", () => {
  it("says when an answer and a fix are due", () => {
    expect(clock("critical", "2026-11-21T12:00:00Z")).toEqual({
      startedAt: "2026-11-21T12:00:00.000Z",
      answerDue: "2026-11-22T12:00:00.000Z",
      fixDue: "2026-11-28T12:00:00.000Z",
      state: "ok",
    });
  });

  it.each([
    [0, "ok"],
    [11.1, "ok"],
    [11.2, "due-soon"],
    [14, "due-soon"],
    [14.001, "breached"],
  ])("a high finding of %s days is %s", (days, state) => {
    expect(clock("high", daysAgo(days))?.state).toBe(state);
  });

  it("has no state for best effort or an unreadable start", () => {
    expect(clock("low", daysAgo(900))).toBeUndefined();
    expect(clock("info", daysAgo(900))).toBeUndefined();
    expect(clock("high", "yesterday")).toBeUndefined();
  });

  it("follows the answer window where there is no fix window", () => {
    const policy = { ...DEFAULT_SLO, low: { answer: "1w", fix: "none" } };
    const state = sloClock(policy, NOW)("low", daysAgo(8));
    expect(state?.state).toBe("breached");
    expect(state?.fixDue).toBeUndefined();
  });

  it("lets no start in the future buy time", () => {
    expect(clock("high", "2090-01-01T00:00:00Z")?.startedAt).toBe(NOW.toISOString());
  });

  it("names the key of a window that is no duration", () => {
    const policy = { ...DEFAULT_SLO, high: { answer: "soon", fix: "14d" } };
    expect(() => sloClock(policy, NOW)).toThrow('slo.high.answer is "soon"');
  });
});
