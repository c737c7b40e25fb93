import type { Finding, Report } from "@assay/core";
import { DEFAULT_SLO, InternalError } from "@assay/core";
import { renderJson } from "@assay/reporting";
import { aFinding, anInput, aResult, errorReport, fullReport } from "@assay/testkit/reports";
import { describe, expect, it } from "vitest";
import type { SuppressionEntry } from "../settings/suppression.ts";
import { conclude } from "./evaluate-report.ts";
import type { Policy } from "./judge.ts";

const ENTRY: SuppressionEntry = {
  rule: "licenses.denied",
  reason: "Legal agreed",
  owner: "maria",
  expires: "2027-01-31",
};

function concluded(findings: readonly Finding[], policy: Partial<Policy> = {}): Report {
  return conclude(
    anInput({
      results: [aResult({ findings })],
      policy: { failOn: "medium", suppressions: [], slo: DEFAULT_SLO, ...policy },
    }),
  );
}

describe("the verdict", () => {
  it.each([
    ["high", "high", "fail", "Fails: 1 finding at or above high (1 high)."],
    ["high", "critical", "pass", "Passes: no findings at or above critical; 1 below it (1 high)."],
    ["critical", "info", "fail", "Fails: 1 finding at or above info (1 critical)."],
    [
      "critical",
      "never",
      "pass",
      "Passes: no finding fails the run, because `fail-on` is never; 1 reported (1 critical).",
    ],
  ] as const)("%s with fail-on %s", (severity, failOn, outcome, headline) => {
    const report = concluded([aFinding({ severity })], { failOn });
    expect(report.outcome).toBe(outcome);
    expect(report.headline).toBe(headline);
    expect(report.findings[0]?.decision).toBe(outcome === "fail" ? "block" : "report");
    expect(report.findings[0]?.decisionReason).toMatch(/^Severity .*`fail-on.*\.$/);
  });

  it("passes a check that looked at something and found nothing", () => {
    const report = concluded([]);
    expect(report.headline).toBe("Passes: no findings at or above medium.");
    expect(report.checks[0]?.outcome).toBe("pass");
  });

  it("is an error when a check failed, and still tells what blocks", () => {
    expect(errorReport().headline).toBe("Error: 1 of 2 checks could not do its work (Secrets).");
    const report = conclude(
      anInput({
        results: [aResult({ findings: [aFinding()] })],
        failures: [{ check: "secrets", title: "Secrets", error: new InternalError("boom") }],
      }),
    );
    expect(report.outcome).toBe("error");
    expect(report.headline).toContain("; 1 finding at or above medium (1 high).");
    expect(report.checks.map(({ outcome }) => outcome)).toEqual(["fail", "error"]);
    expect(report.checks[1]?.error).toEqual({ kind: "internal", message: "boom" });
  });

  it("passes where there is a reason to look at nothing", () => {
    const nothingToDo = "the push deleted a branch";
    const coverage = { inspected: { commits: 0 }, skipped: [], summary: "nothing", nothingToDo };
    expect(conclude(anInput({ results: [aResult({ coverage })] })).outcome).toBe("pass");
  });

  it.each<Record<string, number>>([{}, { files: 0, packages: 0 }])(
    "is an error when nothing was looked at: %j",
    (inspected) => {
      const coverage = { inspected, skipped: [], summary: "nothing" };
      const report = conclude(anInput({ results: [aResult({ coverage })] }));
      expect(report.outcome).toBe("error");
      expect(report.checks[0]?.error?.message).toBe("Licences: nothing was looked at");
      const told = conclude(
        anInput({ results: [aResult({ coverage, findings: [aFinding({ severity: "info" })] })] }),
      );
      expect(told.outcome).toBe("pass");
    },
  );

  it("is an error when no check ran, also with suppressions", () => {
    const input = anInput({ results: [], policy: { failOn: "low", suppressions: [ENTRY] } });
    expect(conclude(input).outcome).toBe("error");
    expect(conclude({ ...input, policy: { failOn: "low", suppressions: [] } }).headline).toBe(
      "Error: no check ran.",
    );
  });

  it("keeps what a check found before another part of it failed", () => {
    const report = conclude(
      anInput({
        results: [aResult({ findings: [aFinding()] })],
        failures: [{ check: "licenses", title: "Licences", error: new InternalError("boom") }],
      }),
    );
    expect(report.checks).toHaveLength(1);
    expect(report.checks[0]?.outcome).toBe("error");
    expect(report.checks[0]?.counts.high).toBe(1);
  });
});

describe("the report", () => {
  it("is sorted, counted and the same whatever the order of results", () => {
    const findings = ["c", "a", "b"].map((path, index) =>
      aFinding({ location: { path }, fingerprint: String(index).repeat(64) }),
    );
    const mild = aFinding({ severity: "info", fingerprint: "e".repeat(64) });
    const results = [
      aResult({ check: "secrets", title: "Secrets", findings: [mild] }),
      aResult({ findings }),
    ];
    const report = conclude(anInput({ results }));
    expect(report.findings.map(({ location }) => location?.path)).toEqual([
      "a",
      "b",
      "c",
      "package-lock.json",
    ]);
    const turned = [...results].reverse().map((result) => ({
      ...result,
      findings: [...result.findings].reverse(),
    }));
    expect(renderJson(conclude(anInput({ results: turned })))).toBe(renderJson(report));
    expect(report.checks.map(({ check, counts }) => [check, counts.high, counts.info])).toEqual([
      ["licenses", 3, 0],
      ["secrets", 0, 1],
    ]);
  });

  it("has only the rules that fired, and makes up for one that was not declared", () => {
    expect(Object.keys(fullReport().rules)).toEqual([
      "licenses.denied",
      "licenses.unknown",
      "sbom.unpinned",
      "secrets.aws-access-key",
      "suppressions.unused",
    ]);
    const report = concluded([aFinding({ ruleId: "toString" })]);
    expect(Object.hasOwn(report.rules, "toString")).toBe(true);
    expect(report.rules["toString"]?.title).toBe("toString");
  });

  it("describes artifacts by digest and size", () => {
    expect(fullReport().artifacts).toEqual([
      {
        name: "sbom.cdx.json",
        mediaType: "application/vnd.cyclonedx+json",
        sha256: "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
        size: 2,
      },
    ]);
  });

  it("gives a finding with a date its clock, and others none", () => {
    const seen = aFinding({ firstSeen: "2026-11-20T00:00:00Z" });
    expect(concluded([seen]).findings[0]?.slo?.fixDue).toBe("2026-12-04T00:00:00.000Z");
    expect(concluded([aFinding()]).findings[0]?.slo).toBeUndefined();
  });
});
