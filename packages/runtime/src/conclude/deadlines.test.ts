import type { AppliedSuppression, Finding, ReportSubject } from "@assay/core";
import { DEFAULT_SLO, fixedClock } from "@assay/core";
import { aFinding, anInput, aResult } from "@assay/testkit/reports";
import { describe, expect, it } from "vitest";
import type { Ledger, LedgerEntry } from "../settings/ledger/ledger.ts";
import { conclude } from "./evaluate-report.ts";
import type { Policy } from "./judge.ts";

const START = "2026-11-08T12:00:00Z";
const BEFORE = "2026-11-22T12:00:00Z";
const AFTER = "2026-11-22T12:00:01Z";

function concluded(
  found: Partial<Finding>,
  now: string,
  policy: Partial<Policy> = {},
  subject: ReportSubject = { workingDirectory: "." },
) {
  const report = conclude(
    anInput({
      results: [aResult({ findings: [aFinding({ firstSeen: START, ...found })] })],
      policy: { failOn: "medium", suppressions: [], slo: DEFAULT_SLO, ...policy },
      clock: fixedClock(now),
      subject,
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

describe("an acknowledgement in the ledger", () => {
  const ledgerOf = (...entries: readonly Partial<LedgerEntry>[]): Ledger => ({
    path: "l.yml",
    entries: entries.map((entry, index) => ({
      ...{ id: "GHSA-a", owner: "maria", date: "2026-11-09", line: index + 1 },
      ...entry,
    })),
  });
  const aliases = ["GHSA-a", "CVE-2026-1"];
  const now = BEFORE;

  it.each([
    ["an id of the advisory", "cve-2026-1"],
    ["the fingerprint", aFinding().fingerprint],
    ["the rule", "licenses.denied"],
  ])("by %s stops the clock of the answer, not of the fix", (_, id) => {
    const ledger = ledgerOf({ id, ticket: "SEC-1", note: "looked at" });
    const { finding } = concluded({ aliases }, now, { ledger });
    expect(finding?.slo).toMatchObject({ answer: "ok", fix: "due-soon" });
    expect(finding?.acknowledged).toEqual({
      ...{ by: "ledger", at: "2026-11-09T23:59:59.999Z", owner: "maria" },
      ...{ ticket: "SEC-1", note: "looked at" },
    });
    expect(concluded({ aliases }, "2026-12-01", { ledger }).finding?.slo?.fix).toBe("breached");
  });

  it("is for its package alone, and for what was known when it was written", () => {
    const answer = (entry: Partial<LedgerEntry>) =>
      concluded({ aliases }, now, { ledger: ledgerOf(entry) }).finding?.slo?.answer;
    expect(answer({ package: "left-pad@1" })).toBe("ok");
    expect(answer({ package: "right-pad" })).toBe("breached");
    expect(answer({ id: "licenses.denied", date: "2026-11-07" })).toBe("breached");
    expect(answer({ fixed: "2026-11-10" })).toBe("breached");
  });

  it("keeps the clock where it was when the advisory is published again", () => {
    const again = { aliases, published: "2026-11-20T00:00:00Z" };
    expect(concluded(again, now).finding?.slo?.source).toBe("published");
    expect(concluded(again, now, { ledger: ledgerOf({}) }).finding?.slo).toMatchObject({
      startedAt: "2026-11-09T23:59:59.999Z",
      source: "ledger",
    });
  });

  it("is told where nothing is found for it any more, or its finding is not fixed", () => {
    const ledger = ledgerOf(
      { id: "licenses.unknown" },
      { id: "secrets.aws-access-key" },
      { id: "GHSA-x" },
      { fixed: "2026-11-10" },
      { id: "licenses.denied" },
    );
    expect(concluded({ aliases }, now, { ledger }).notices).toEqual([
      "l.yml: `licenses.unknown` (line 1) no longer found: mark with `assay ack <id> --fixed`, or remove.",
      "l.yml: `GHSA-a` (line 4) marked as fixed, but still found.",
    ]);
  });

  it("of the future is an error", () => {
    const ledger = ledgerOf({ date: "2026-11-23" });
    const run = () => concluded({}, now, { ledger });
    expect(run).toThrow("The ledger of acknowledgements l.yml has a mistake");
  });
});

describe("a scheduled run", () => {
  const subject = { workingDirectory: ".", event: "schedule" };
  const scheduled = (found: Partial<Finding>, failOn: "critical" | "never" = "critical") =>
    concluded(found, "2026-11-11", { failOn }, subject);

  it("fails on a breached answer, and on a breached fix", () => {
    const answer = scheduled({});
    expect(answer.decided).toEqual([
      "block",
      "Its answer was due by 2026-11-10, and a scheduled run fails on that.",
    ]);
    expect(answer.outcome).toBe("fail");
    const start = "2026-10-01T00:00:00Z";
    expect(scheduled({ firstSeen: start, change: "existing" }).decided).toEqual([
      "block",
      "Its fix was due by 2026-10-15, and a scheduled run fails on that.",
    ]);
  });

  it("does not fail on what is in time, is suppressed or never fails a run", () => {
    const acknowledged = { by: "vex", at: START } as const;
    expect(scheduled({ acknowledged }).outcome).toBe("pass");
    expect(scheduled({ suppression: { by: "ignore", reason: "r" } }).outcome).toBe("pass");
    expect(scheduled({ threshold: "never" }).outcome).toBe("pass");
    expect(scheduled({}, "never").outcome).toBe("pass");
  });

  it("is the only one that a breached answer fails", () => {
    const policy = { failOn: "critical" } as const;
    expect(concluded({}, "2026-11-11", policy).outcome).toBe("pass");
    const pull = { workingDirectory: ".", event: "pull_request" };
    const existing = { change: "existing" } as const;
    expect(concluded(existing, "2026-11-11", {}, pull).decided[0]).toBe("report");
  });
});
