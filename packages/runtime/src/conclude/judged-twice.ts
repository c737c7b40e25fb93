import type { ReportedFinding } from "@assay/core";
import { UsageError } from "@assay/core";
import type { CheckFailure } from "../parts/check-failure.ts";
import { finishedCheck } from "./check-outcome.ts";
import type { Judged } from "./judge.ts";

/** How a decision by the settings of a change from outside begins. */
const BY_OWN = "By the settings that the change brings:";

/**
 * A change from outside, judged by the settings of the base and by its own: what either blocks, blocks, and the checks are those
 * of both. So a change can loosen nothing for itself, and nothing breaks only after the merge.
 */
export function judgedTwice(base: Judged, own: Judged): Judged {
  const failed = new Set(base.failures.map(({ check }) => check));
  const failures = [...own.failures, ...idleChecks(own)].filter(({ check }) => !failed.has(check));
  const checks = new Set(base.results.map(({ check }) => check));
  return {
    results: [...base.results, ...own.results.filter(({ check }) => !checks.has(check))],
    failures: [...base.failures, ...failures.map((failure) => ({ ...failure, note: BY_OWN }))],
    findings: stricterOf(base.findings, own.findings),
    suppressions: Math.max(base.suppressions, own.suppressions),
    notices: base.notices,
  };
}

/** Checks that the change's settings leave nothing to look at. */
function idleChecks({ results, findings }: Judged): readonly CheckFailure[] {
  return results.flatMap((result) => {
    const { error } = finishedCheck(result, findings);
    if (error === undefined) return [];
    const { message, hint } = error;
    const reason = new UsageError(message, { ...(hint !== undefined && { hint }) });
    return [{ check: result.check, title: result.title, error: reason }];
  });
}

function stricterOf(
  base: readonly ReportedFinding[],
  own: readonly ReportedFinding[],
): readonly ReportedFinding[] {
  const blocking = new Map<string, ReportedFinding>();
  for (const finding of own)
    if (finding.decision === "block") blocking.set(keyOf(finding), finding);
  const known = new Set(base.map(keyOf));
  return [
    ...base.map((finding) => {
      const other = blocking.get(keyOf(finding));
      return finding.decision === "block" || other === undefined
        ? finding
        : clockedAs(finding, byOwn(other));
    }),
    // What only the change's settings look at is reported as after the merge; what they accept is nobody's business yet.
    ...own.filter((finding) => finding.status === "open" && !known.has(keyOf(finding))).map(byOwn),
  ];
}

/** Nothing that a change from outside brings acknowledges a finding: its clock is told as the base has it. */
function clockedAs(
  { slo, acknowledged }: ReportedFinding,
  { slo: _, acknowledged: __, ...own }: ReportedFinding,
): ReportedFinding {
  return {
    ...own,
    ...(slo !== undefined && { slo }),
    ...(acknowledged !== undefined && { acknowledged }),
  };
}

function byOwn(finding: ReportedFinding): ReportedFinding {
  return { ...finding, decisionReason: `${BY_OWN} ${lowerFirst(finding.decisionReason)}` };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** One finding at one place, whatever was decided on it. */
function keyOf({ check, ruleId, fingerprint, location, subject }: ReportedFinding): string {
  return JSON.stringify([
    ...[check, ruleId, fingerprint, location?.path, location?.startLine, location?.commit],
    ...[subject?.name, subject?.version, subject?.purl],
  ]);
}
