import { expect, test } from "vitest";
import { policyFindings } from "./findings.ts";
import type { PolicyRule, Violation } from "./rule.ts";

const rule: PolicyRule = {
  ...{ id: "r.a", title: "", description: "", help: "", severity: "high", sources: {} },
  ...{ decidedBy: "files", confidence: "high", judge: () => ({ violations: [], looked: 0 }) },
};
const violation: Violation = { path: "a", key: "k", message: "It is so." };

test("a guess stands apart, as `info`, and fails no run whatever level `rules` gives it", () => {
  const guess: Violation = { ...violation, key: "g", confidence: "low", severity: "critical" };
  const found = [violation, guess].map((each) => ({ rule, violation: each }));
  const findings = policyFindings(found, new Date("2026-12-01T12:00:00Z"));
  expect(findings.map(({ severity, threshold }) => [severity, threshold])).toEqual([
    ["high", undefined],
    ["info", "never"],
  ]);
});
