import { isAtLeast, type Severity } from "../findings/severity.ts";
import type { ReportedFinding } from "./report.ts";

/** Whether severity and threshold alone decided: a report that shows both needs no reason then. */
export function isPlainReason(finding: ReportedFinding, failOn: Severity | "never"): boolean {
  return finding.decisionReason === thresholdReason("", finding.severity, failOn);
}

/** Why severity and threshold decide; `lapsed` is a clause of what no longer holds, or empty. */
export function thresholdReason(
  lapsed: string,
  severity: Severity,
  failOn: Severity | "never",
): string {
  const subject = `${lapsed === "" ? "Severity" : `${lapsed}severity`} ${severity}`;
  if (failOn === "never") return `${subject} is reported only: \`fail-on\` is never.`;
  const relation = isAtLeast(severity, failOn) ? "is at or above" : "is below";
  return `${subject} ${relation} \`fail-on: ${failOn}\`.`;
}
