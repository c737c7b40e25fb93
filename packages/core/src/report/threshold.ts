import { isAtLeast, type Severity } from "../findings/severity.ts";
import type { ReportedFinding } from "./report.ts";

/** Whether severity and threshold alone decided: a report that shows both needs no reason then. */
export function isPlainReason(finding: ReportedFinding, failOn: Severity | "never"): boolean {
  return finding.decisionReason === thresholdReason("", finding.severity, failOn);
}

/**
 * Why severity and threshold decide; `lapsed` is a clause of what no longer holds, or empty.
 *
 * @param name What set the threshold.
 */
export function thresholdReason(
  lapsed: string,
  severity: Severity,
  failOn: Severity | "never",
  name = "`fail-on`",
): string {
  const subject = `${lapsed === "" ? "Severity" : `${lapsed}severity`} ${severity}`;
  if (failOn === "never") return `${subject} is reported only: ${name} is never.`;
  const relation = isAtLeast(severity, failOn) ? "is at or above" : "is below";
  const threshold = name === "`fail-on`" ? `\`fail-on: ${failOn}\`` : `${name} ${failOn}`;
  return `${subject} ${relation} ${threshold}.`;
}
