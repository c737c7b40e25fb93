import { fingerprint } from "@assay/core";
import { renderJson } from "@assay/reporting";
import { aFinding, anInput, aResult } from "@assay/testkit/reports";
import { describe, expect, it } from "vitest";
import { parseBaseline, staleNotices } from "../settings/baseline.ts";
import type { SuppressionEntry } from "../settings/suppression.ts";
import { conclude } from "./evaluate-report.ts";
import type { Policy } from "./judge.ts";

const ENTRY = { reason: "Agreed", owner: "maria", expires: "2027-01-31" };
const OLD = fingerprint("licenses.old-name", "x");
/** A finding whose rule had another id, and another fingerprint under it. */
const RENAMED = aFinding({ ruleId: "licenses.new-name", aliases: ["a:b:1", OLD] });
const RULE = {
  id: "licenses.new-name",
  title: "t",
  description: "d",
  help: "h",
  severity: "high",
  aliases: ["licenses.old-name", "old-name"],
} as const;

function statusUnder(policy: Partial<Policy>): string | undefined {
  const report = conclude(
    anInput({
      results: [aResult({ findings: [RENAMED] })],
      rules: { [RULE.id]: RULE },
      policy: { failOn: "medium", suppressions: [], ...policy },
    }),
  );
  return report.findings.find(({ ruleId }) => ruleId === RULE.id)?.status;
}

describe("a rule that was renamed", () => {
  it.each<[string, Partial<SuppressionEntry>, string]>([
    ["its id", { rule: "licenses.new-name" }, "suppressed"],
    ["its former id", { rule: "licenses.old-name" }, "suppressed"],
    ["a pattern over the former id", { rule: "licenses.old-*", path: "**" }, "suppressed"],
    ["the former fingerprint", { fingerprint: OLD }, "suppressed"],
    ["another id", { rule: "licenses.other-name" }, "open"],
    ["another fingerprint", { fingerprint: "0".repeat(64) }, "open"],
  ])("is suppressed by an entry with %s", (_, entry, status) => {
    expect(statusUnder({ suppressions: [{ ...ENTRY, ...entry }] })).toBe(status);
  });

  it("stands in a baseline that was made before", () => {
    const before = conclude(
      anInput({ results: [aResult({ findings: [aFinding({ fingerprint: OLD })] })] }),
    );
    const baseline = parseBaseline(renderJson(before), "b.json");
    expect(statusUnder({ baseline })).toBe("suppressed");
    const found = [{ ...RENAMED, check: "licenses" }];
    expect(staleNotices(baseline, new Set(["licenses"]), found)).toEqual([]);
    expect(staleNotices(baseline, new Set(["licenses"]), [])).toHaveLength(1);
  });
});
