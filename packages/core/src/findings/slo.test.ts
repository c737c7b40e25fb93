import { describe, expect, it } from "vitest";
import type { Finding } from "./finding.ts";
import { type ClockStart, clockStart, DEFAULT_SLO, sloClock } from "./slo.ts";

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
      answer: "due-soon",
      fix: "ok",
      state: "due-soon",
    });
  });

  it.each([
    ["critical", 1, 7],
    ["high", 2, 14],
    ["medium", 7, 30],
  ] as const)(
    "gives a %s finding %s days for an answer and %s for a fix",
    (severity, answer, fix) => {
      const at = (days: number, answered: boolean) => {
        const state = clock(severity, daysAgo(days), answered);
        return [state?.answer, state?.fix, state?.state];
      };
      expect(at(answer, false)).toEqual(["due-soon", "ok", "due-soon"]);
      expect(at(answer + 0.001, false)).toEqual(["breached", "ok", "breached"]);
      expect(at(answer + 0.001, true)).toEqual(["ok", "ok", "ok"]);
      expect(at(fix, true)).toEqual(["ok", "due-soon", "due-soon"]);
      expect(at(fix + 0.001, true)).toEqual(["ok", "breached", "breached"]);
    },
  );

  it("computes due dates again from the same start when the severity rises", () => {
    const start = daysAgo(8);
    expect(clock("high", start, true)).toMatchObject({ startedAt: start, fix: "ok" });
    expect(clock("critical", start, true)).toMatchObject({ startedAt: start, fix: "breached" });
  });

  it("is due soon as many days before as it is told, at most half of the window", () => {
    const soon = sloClock(DEFAULT_SLO, NOW, "3d");
    expect(soon("high", daysAgo(10.9), true)?.fix).toBe("ok");
    expect(soon("high", daysAgo(11), true)?.fix).toBe("due-soon");
    expect(soon("critical", daysAgo(0.4))?.answer).toBe("ok");
    expect(soon("critical", daysAgo(0.5))?.answer).toBe("due-soon");
    expect(sloClock(DEFAULT_SLO, NOW, "none")("high", daysAgo(14), true)?.fix).toBe("due-soon");
    expect(sloClock(DEFAULT_SLO, NOW, "none")("high", daysAgo(13.9), true)?.fix).toBe("ok");
  });

  it("counts in UTC over a leap day, a changed clock and other time zones", () => {
    const leap = sloClock(DEFAULT_SLO, new Date("2028-03-01T00:00:00Z"));
    expect(leap("critical", "2028-02-28T00:00:00Z")?.fixDue).toBe("2028-03-06T00:00:00.000Z");
    const summer = sloClock(DEFAULT_SLO, new Date("2026-04-01T00:00:00Z"));
    expect(summer("critical", "2026-03-28T23:30:00+01:00")?.fixDue).toBe(
      "2026-04-04T22:30:00.000Z",
    );
    expect(summer("critical", "2026-03-28T22:30:00Z")).toEqual(
      summer("critical", "2026-03-28T17:30:00-05:00"),
    );
  });

  it.each([
    [0, "ok"],
    [11.1, "ok"],
    [11.2, "due-soon"],
    [14, "due-soon"],
    [14.001, "breached"],
  ])("a high finding of %s days is %s", (days, state) => {
    expect(clock("high", daysAgo(days), true)?.state).toBe(state);
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

describe("clockStart", () => {
  const early = "2026-01-01T00:00:00Z";
  const late = "2026-02-01T00:00:00Z";
  const start = (given: Partial<Finding>, by: ClockStart = "introduced", accepted?: string) => {
    const finding = { ruleId: "a", severity: "high", message: "m", fingerprint: "f" } as const;
    const found = clockStart({ ...finding, ...given }, by, NOW, accepted);
    return found && [found.at, found.source];
  };

  it("is the later one of publication and introduction", () => {
    expect(start({ published: early, firstSeen: late })).toEqual([late, "introduced"]);
    expect(start({ published: late, firstSeen: early })).toEqual([late, "published"]);
    expect(start({ firstSeen: early })).toEqual([early, "introduced"]);
    expect(start({ published: early })).toEqual([early, "published"]);
    expect(start({ published: "soon", firstSeen: late })).toEqual([late, "introduced"]);
    expect(start({})).toBeUndefined();
  });

  it("is the publication with `published`, which is stricter", () => {
    expect(start({ published: early, firstSeen: late }, "published")).toEqual([early, "published"]);
    expect(start({ firstSeen: late }, "published")).toEqual([late, "introduced"]);
  });

  it("is the baseline's word with `first-seen`, else this run", () => {
    const given = { published: early, firstSeen: late };
    expect(start(given, "first-seen", late)).toEqual([late, "baseline"]);
    expect(start(given, "first-seen")).toEqual([NOW.toISOString(), "this-run"]);
  });

  it("says where a shallow history told it", () => {
    const cut = { firstSeen: late, clockSource: "shallow" } as const;
    expect(start({ ...cut, published: early })).toEqual([late, "shallow"]);
    expect(start({ ...cut, published: early }, "introduced", early)).toEqual([early, "baseline"]);
  });

  it("is not reset by an advisory that is published again after it was acknowledged", () => {
    const acknowledged = { by: "ledger", at: early } as const;
    const day = early.replace("Z", ".000Z");
    expect(start({ published: late, firstSeen: early, acknowledged })).toEqual([day, "ledger"]);
    const again = { published: late, firstSeen: "2026-01-09T00:00:00Z", acknowledged };
    expect(start(again)).toEqual(["2026-01-09T00:00:00.000Z", "ledger"]);
    expect(start({ firstSeen: early, acknowledged: { by: "ledger", at: late } })).toEqual([
      early,
      "introduced",
    ]);
  });
});
