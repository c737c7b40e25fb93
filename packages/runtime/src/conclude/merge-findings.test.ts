import type { Finding, Report, Subject } from "@assay/core";
import { aFinding, anInput, aResult } from "@assay/testkit/reports";
import { describe, expect, it } from "vitest";
import type { SuppressionEntry } from "../settings/suppression.ts";
import { conclude } from "./evaluate-report.ts";

const INLINE = { by: "inline", reason: "an example" } as const;

function concluded(
  findings: readonly Finding[],
  suppressions: readonly SuppressionEntry[] = [],
): Report {
  return conclude(
    anInput({ results: [aResult({ findings })], policy: { failOn: "medium", suppressions } }),
  );
}

const of = (subject: Subject) => aFinding({ subject, evidence: [] });
const accept = (pattern: string): SuppressionEntry => ({
  rule: "licenses.denied",
  package: pattern,
  reason: "agreed",
  owner: "maria",
  expires: "2027-01-31",
});

describe("equal findings", () => {
  it("keep the first place and list the others once", () => {
    const places = [
      { path: "a", startLine: 1 },
      { path: "b", startLine: 2 },
      { path: "b", startLine: 2 },
    ];
    const { findings } = concluded(places.map((location) => aFinding({ location })));
    expect(findings).toHaveLength(1);
    expect(findings[0]?.location?.path).toBe("a");
    expect(findings[0]?.relatedLocations).toEqual([{ path: "b", startLine: 2 }]);
  });

  it("are together as bad as the worst of them", () => {
    const { findings } = concluded([
      aFinding({ severity: "low", firstSeen: "2026-02-01T00:00:00Z" }),
      aFinding({ severity: "critical", firstSeen: "2026-01-01T00:00:00Z" }),
    ]);
    expect(findings).toMatchObject([
      { severity: "critical", decision: "block", firstSeen: "2026-01-01T00:00:00Z" },
    ]);
    expect(findings[0]?.decisionReason).toContain("critical");
  });

  it("name all packages and the versions that are merged away", () => {
    const versions = ["1.0.0", "2.0.0", "1.0.0", "3.0.0", "2.0.0"];
    const { findings } = concluded(versions.map((version) => of({ name: "left-pad", version })));
    expect(findings[0]?.subject?.version).toBe("1.0.0");
    expect(findings[0]?.subjects?.map(({ version }) => version)).toEqual([
      "1.0.0",
      "2.0.0",
      "3.0.0",
    ]);
    expect(findings[0]?.evidence).toEqual([{ label: "Other versions", value: "2.0.0, 3.0.0" }]);
  });

  it("show the package that ships, not the one that only development needs", () => {
    const { findings } = concluded([
      of({ name: "glob", version: "11.0.0", scope: "development" }),
      of({ name: "glob", version: "13.0.0", scope: "runtime" }),
    ]);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.subject).toMatchObject({ version: "13.0.0", scope: "runtime" });
    expect(findings[0]?.subjects).toHaveLength(2);
  });

  it("of two rules stay apart", () => {
    expect(concluded([aFinding(), aFinding({ ruleId: "licenses.unknown" })]).findings).toHaveLength(
      2,
    );
  });
});

describe("what accepts one of several equal findings", () => {
  const both = [of({ name: "g", version: "1.0.0" }), of({ name: "g", version: "2.0.0" })];

  it.each([
    ["g@1.0.0", "2.0.0"],
    ["g@2.0.0", "1.0.0"],
  ])("an entry for %s leaves %s open", (pattern, open) => {
    const { findings, outcome } = concluded(both, [accept(pattern)]);
    expect(outcome).toBe("fail");
    expect(findings.filter(({ status }) => status === "open")).toMatchObject([
      { subject: { version: open }, decision: "block" },
    ]);
    expect(findings.map(({ ruleId }) => ruleId)).not.toContain("suppressions.unused");
  });

  it("an entry for every version accepts both as one", () => {
    const { findings, outcome } = concluded(both, [accept("g")]);
    expect(outcome).toBe("pass");
    expect(findings).toMatchObject([{ status: "suppressed", subjects: [{}, {}] }]);
  });

  it("a mark at one place leaves the other place open", () => {
    const { findings } = concluded([
      aFinding({ location: { path: "test/a" }, suppression: INLINE }),
      aFinding({ location: { path: "src/a" } }),
    ]);
    expect(findings.map(({ status, location }) => [status, location?.path]).sort()).toEqual([
      ["open", "src/a"],
      ["suppressed", "test/a"],
    ]);
  });
});
