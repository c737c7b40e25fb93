import type { AppliedSuppression, Finding } from "@assay/core";
import { DEFAULT_SLO, fixedClock } from "@assay/core";
import { aFinding, anInput, aResult } from "@assay/testkit/reports";
import { describe, expect, it } from "vitest";
import { conclude } from "./evaluate-report.ts";
import type { Policy } from "./judge.ts";

const START = "2026-11-08T12:00:00Z";
const BEFORE = "2026-11-22T12:00:00Z";
const AFTER = "2026-11-22T12:00:01Z";

function concluded(found: Partial<Finding>, now: string, policy: Partial<Policy> = {}) {
  const report = conclude(
    anInput({
      results: [aResult({ findings: [aFinding({ firstSeen: START, ...found })] })],
      policy: { failOn: "medium", suppressions: [], slo: DEFAULT_SLO, ...policy },
      clock: fixedClock(now),
    }),
  );
  const [finding] = report.findings;
  return { ...report, decided: [finding?.decision, finding?.decisionReason], finding };
}

describe("an existing finding at or above its threshold", () => {
  it("does not block before its fix is due, and blocks after", () => {
    const before = concluded({ change: "existing" }, BEFORE);
    expect(before.decided).toEqual([
      "report",
      "It is not new: it blocks when it is not fixed by 2026-11-22.",
    ]);
    expect(before.headline).toContain("Passes: no findings that block; 1 reported (1 high)");
    const after = concluded({ change: "existing" }, AFTER);
    expect(after.decided).toEqual([
      "block",
      "It is not new, but its fix was due by 2026-11-22; severity high is at or above `fail-on: medium`.",
    ]);
  });

  it("blocks at once where it is new, or where nobody knows", () => {
    expect(concluded({ change: "new" }, BEFORE).decided[0]).toBe("block");
    expect(concluded({}, BEFORE).decided[0]).toBe("block");
  });

  it("blocks at once where no clock runs: nothing says until when it may stay", () => {
    expect(concluded({ change: "existing", firstSeen: undefined }, BEFORE).outcome).toBe("fail");
    expect(concluded({ change: "existing" }, BEFORE, { slo: undefined }).outcome).toBe("fail");
    const low = { change: "existing", severity: "low" } as const;
    expect(concluded(low, BEFORE, { failOn: "low" }).outcome).toBe("fail");
  });
});

describe("the threshold of a finding", () => {
  it("goes before the one of the run", () => {
    expect(concluded({ threshold: "critical" }, BEFORE).decided).toEqual([
      "report",
      "Severity high is below its threshold critical.",
    ]);
    expect(concluded({ threshold: "never" }, BEFORE).decided).toEqual([
      "report",
      "Severity high is reported only: its threshold is never.",
    ]);
    expect(concluded({ threshold: "high" }, BEFORE, { failOn: "critical" }).decided).toEqual([
      "block",
      "Severity high is at or above its threshold high.",
    ]);
  });
});

describe("an ignore or a VEX statement", () => {
  it.each([
    ["ignore", "Suppressed by an ignore by maria through 2026-12-01."],
    ["vex", "Suppressed by a VEX statement by maria through 2026-12-01."],
  ] as const)("of kind %s holds until it expires", (by, reason) => {
    const suppression: AppliedSuppression = {
      ...{ by, reason: "not reachable", owner: "maria", expires: "2026-12-01" },
    };
    const holds = concluded({ suppression }, "2026-12-01T23:59:59Z");
    expect(holds.decided).toEqual(["report", reason]);
    expect(holds.finding?.suppression).toEqual(suppression);
    const later = concluded({ suppression }, "2026-12-02T00:00:00Z");
    expect(later.decided).toEqual([
      "block",
      "Its suppression expired on 2026-12-01; severity high is at or above `fail-on: medium`.",
    ]);
  });
});

describe("the clock of a finding", () => {
  it("starts where `slo.clock` says, and says what told it", () => {
    const published = "2026-11-10T00:00:00Z";
    const told = (policy: Partial<Policy>) => concluded({ published }, BEFORE, policy).finding?.slo;
    expect(told({})).toMatchObject({ startedAt: "2026-11-10T00:00:00.000Z", source: "published" });
    expect(told({ clockFrom: "first-seen" })).toMatchObject({
      startedAt: "2026-11-22T12:00:00.000Z",
      source: "this-run",
    });
  });

  it("of the answer stops with an acknowledgement, but for one that is dated after now", () => {
    const at = (at: string) =>
      concluded({ acknowledged: { by: "vex", at } }, BEFORE).finding?.slo?.answer;
    expect(concluded({}, BEFORE).finding?.slo?.answer).toBe("breached");
    expect(at(START)).toBe("ok");
    expect(at(AFTER)).toBe("breached");
  });
});
