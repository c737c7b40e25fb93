import type { Finding, Report } from "@assay/core";
import { DEFAULT_SLO, fixedClock, InternalError } from "@assay/core";
import { renderJson } from "@assay/reporting";
import { aFinding, anInput, aResult } from "@assay/testkit/reports";
import { describe, expect, it } from "vitest";
import { parseBaseline } from "../settings/baseline.ts";
import type { SuppressionEntry } from "../settings/suppression.ts";
import { conclude } from "./evaluate-report.ts";
import type { Policy } from "./judge.ts";

const ENTRY: SuppressionEntry = {
  rule: "licenses.denied",
  reason: "Legal agreed",
  owner: "maria",
  expires: "2027-01-31",
};

function concluded(
  findings: readonly Finding[],
  policy: Partial<Policy> = {},
  now?: string,
): Report {
  return conclude(
    anInput({
      results: [aResult({ findings })],
      policy: { failOn: "medium", suppressions: [], slo: DEFAULT_SLO, ...policy },
      ...(now !== undefined && { clock: fixedClock(now) }),
    }),
  );
}

function rulesOf(report: Report): readonly string[] {
  return report.findings.map(({ ruleId }) => ruleId);
}

describe("suppressions", () => {
  it("hide a finding with reason, owner and day", () => {
    const report = concluded([aFinding()], { suppressions: [ENTRY] });
    expect(report.outcome).toBe("pass");
    expect(report.findings[0]).toMatchObject({
      status: "suppressed",
      decision: "report",
      decisionReason: "Suppressed in the config by maria through 2027-01-31.",
      suppression: { by: "config", reason: "Legal agreed", owner: "maria", expires: "2027-01-31" },
    });
    expect(report.headline).toBe("Passes: no findings at or above medium; 1 suppressed.");
  });

  it("hold through the last instant of their day and not beyond", () => {
    const last = concluded([aFinding()], { suppressions: [ENTRY] }, "2027-01-31T23:59:59.999Z");
    expect(last.outcome).toBe("pass");
    expect(rulesOf(last)).toContain("suppressions.expires-soon");
    const after = concluded([aFinding()], { suppressions: [ENTRY] }, "2027-02-01T00:00:00Z");
    expect(rulesOf(after)).toEqual(["licenses.denied", "suppressions.expired"]);
    expect(after.findings[0]?.decisionReason).toBe(
      "Its suppression expired on 2027-01-31; severity high is at or above `fail-on: medium`.",
    );
  });

  it("are told 14 days before they expire", () => {
    const at = (now: string) => rulesOf(concluded([aFinding()], { suppressions: [ENTRY] }, now));
    expect(at("2027-01-17T23:59:59Z")).not.toContain("suppressions.expires-soon");
    expect(at("2027-01-18T00:00:00Z")).toContain("suppressions.expires-soon");
  });

  it("that match nothing are findings, with a word on unknown rules", () => {
    const report = concluded([], { suppressions: [ENTRY, { ...ENTRY, rule: "licenses.typo" }] });
    expect(rulesOf(report)).toEqual(["suppressions.unused", "suppressions.unused"]);
    const messages = report.findings.map(({ message }) => message).sort();
    expect(messages[1]).toContain("rule licenses.typo matched nothing: there is no such rule");
    expect(report.outcome).toBe("pass");
    expect(report.checks.at(-1)?.check).toBe("suppressions");
  });

  it("are not called unused for checks that did not run, failed, or saw only a change", () => {
    const others = [
      { ...ENTRY, rule: "secrets.aws-access-key" },
      { ...ENTRY, rule: "secrets.*", path: "a" },
    ];
    expect(rulesOf(concluded([], { suppressions: others }))).toEqual([]);
    const failed = conclude(
      anInput({
        results: [],
        failures: [{ check: "licenses", title: "Licences", error: new InternalError("x") }],
        policy: { failOn: "medium", suppressions: [ENTRY] },
      }),
    );
    expect(rulesOf(failed)).toEqual([]);
    const partial = conclude(
      anInput({
        results: [aResult({ coverage: { ...aResult().coverage, scope: "change" } })],
        policy: { failOn: "medium", suppressions: [ENTRY] },
      }),
    );
    expect(rulesOf(partial)).toEqual([]);
  });

  it("by fingerprint alone are told as a notice when they match nothing, and as expired when they are", () => {
    const bare = { ...ENTRY, rule: undefined, fingerprint: "0".repeat(64) };
    const report = concluded([], { suppressions: [bare] });
    expect(report.findings).toEqual([]);
    expect(report.notices[0]).toContain("1 suppression by fingerprint alone matched nothing");
    expect(rulesOf(concluded([], { suppressions: [bare] }, "2028-01-01"))).toEqual([
      "suppressions.expired",
    ]);
  });

  it("that are expired block only where they still match something", () => {
    const gone = concluded([], { suppressions: [ENTRY] }, "2028-01-01");
    expect(gone.findings).toMatchObject([{ ruleId: "suppressions.expired", severity: "low" }]);
    expect(gone.outcome).toBe("pass");
    const there = concluded(
      [aFinding({ severity: "low" })],
      { suppressions: [ENTRY] },
      "2028-01-01",
    );
    expect(there.findings[0]).toMatchObject({ severity: "medium", decision: "block" });
  });

  it("are used when another entry decided", () => {
    const expired = { ...ENTRY, expires: "2026-01-01", package: "left-pad" };
    const report = concluded([aFinding()], { suppressions: [expired, ENTRY] });
    expect(rulesOf(report)).toEqual(["licenses.denied", "suppressions.expired"]);
    expect(report.findings[0]?.status).toBe("suppressed");
  });

  it("inside a file hold until they expire", () => {
    const inline = { by: "inline", reason: "an example", expires: "2026-12-01" } as const;
    const finding = aFinding({ suppression: inline });
    expect(concluded([finding]).findings[0]?.suppression).toEqual(inline);
    const later = concluded([finding], {}, "2026-12-02").findings[0];
    expect(later?.decision).toBe("block");
    expect(later?.suppression).toBeUndefined();
    expect(later?.decisionReason).toContain("expired on 2026-12-01");
    const broken = aFinding({ suppression: { ...inline, expires: "soon" } });
    expect(concluded([broken]).findings[0]?.decision).toBe("block");
  });
});

describe("the baseline", () => {
  const made = renderJson(concluded([aFinding()], {}, "2026-11-01T00:00:00Z"));
  const baseline = parseBaseline(made, "baseline.json");

  it("lets its findings pass until their fix is overdue", () => {
    const inTime = concluded([aFinding()], { baseline }, "2026-11-15T00:00:00Z").findings[0];
    expect(inTime?.suppression?.by).toBe("baseline");
    expect(inTime?.decisionReason).toBe("It stands in the baseline; its fix is due by 2026-11-15.");
    const late = concluded([aFinding()], { baseline }, "2026-11-15T00:00:01Z").findings[0];
    expect(late?.decision).toBe("block");
    expect(late?.decisionReason).toBe(
      "It stands in the baseline, but its fix was due by 2026-11-15; severity high is at or above `fail-on: medium`.",
    );
  });

  it("starts the clock on the day of acceptance, and making it anew does not restart it", () => {
    const old = aFinding({ firstSeen: "2020-01-01T00:00:00Z" });
    const report = concluded([old], { baseline }, "2026-11-10T00:00:00Z");
    expect(report.findings[0]?.status).toBe("suppressed");
    expect(report.findings[0]?.firstSeen).toBe("2020-01-01T00:00:00Z");
    const again = parseBaseline(renderJson(report), "again.json");
    expect(concluded([old], { baseline: again }, "2026-11-16").outcome).toBe("fail");
  });

  it("runs no clock without a policy for it", () => {
    const report = concluded([aFinding()], { baseline, slo: undefined }, "2036-01-01");
    expect(report.findings[0]?.decisionReason).toBe("It stands in the baseline.");
    expect(report.findings[0]?.slo).toBeUndefined();
  });

  it("matches nothing but its own fingerprints, and tells those that are gone", () => {
    const report = concluded([aFinding({ fingerprint: "f".repeat(64) })], { baseline });
    expect(report.outcome).toBe("fail");
    expect(report.notices).toEqual([
      "1 finding of the check licenses in the baseline is gone. Make the baseline again, so that it can't come back unseen.",
    ]);
  });
});
