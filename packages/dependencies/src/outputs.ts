import type { Audit } from "./check.ts";

/** The outputs of the action. What an exception covers is counted neither as open nor as new. */
export function outputsOf({ vulnerabilities, findings, fixed, answer, result, review }: Audit) {
  const hidden = new Set(
    findings.flatMap(({ suppression, fingerprint }) => (suppression ? fingerprint : [])),
  );
  const open = findings.filter(
    ({ ruleId, fingerprint }) => OF_VULNERABILITIES.has(ruleId) && !hidden.has(fingerprint),
  );
  const graded = (severity: string) =>
    open.filter((each) => each.ruleId !== UNKNOWN && each.severity === severity).length;
  const compared = (change: "new" | "existing") =>
    vulnerabilities.filter((each) => each.change === change).length;
  const { age } = answer;
  return {
    "packages-audited": result.coverage.inspected["packages"] ?? 0,
    "critical-count": graded("critical"),
    "high-count": graded("high"),
    "medium-count": graded("medium"),
    "low-count": graded("low"),
    "unknown-count": open.filter(({ ruleId }) => ruleId === UNKNOWN).length,
    "new-count": compared("new"),
    "existing-count": compared("existing"),
    "fixed-count": fixed.length,
    ...(review !== undefined && {
      decision: review.decision,
      ...(review.updateType !== undefined && { "update-type": review.updateType }),
      packages: JSON.stringify(review.packages.slice(0, MAX_PACKAGES)),
      fixed: review.fixed.join(","),
      advisories: review.introduced.join(","),
    }),
    ...(age !== undefined &&
      Number.isFinite(age.ms) && { "data-age": Math.floor(age.ms / 3_600_000) }),
  };
}

/** Outputs are variables of later steps, and those are bounded. */
const MAX_PACKAGES = 200;
const UNKNOWN = "dependencies.unknown-severity";
const OF_VULNERABILITIES: ReadonlySet<string> = new Set([
  "dependencies.vulnerable",
  "dependencies.malware",
  UNKNOWN,
]);
