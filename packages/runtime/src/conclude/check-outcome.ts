import type {
  ActSummary,
  CheckError,
  CheckSummary,
  ClockFigures,
  Coverage,
  Outcome,
  ReportedFinding,
} from "@assay/core";
import {
  compareText,
  grouped,
  isAtLeast,
  overdue,
  plural,
  SEVERITIES,
  type Severity,
} from "@assay/core";
import type { CheckFailure } from "../parts/check-failure.ts";
import type { TitledResult } from "../parts/titled-result.ts";
import { actPhrase } from "./act-outcome.ts";

/**
 * The summary of a check that returned. One that looked at nothing and has neither findings nor a reason is an error: "no
 * findings" would be true and worthless.
 */
export function finishedCheck(
  result: TitledResult,
  findings: readonly ReportedFinding[],
): CheckSummary {
  const own = findings.filter((finding) => finding.check === result.check);
  const lookedAt = Object.values(result.coverage.inspected).some((amount) => amount > 0);
  const error: CheckError | undefined =
    lookedAt || own.length > 0 || result.coverage.nothingToDo !== undefined
      ? undefined
      : {
          kind: "usage",
          message: `${result.title}: nothing was looked at`,
          hint: "Check `working-directory` and the paths in the config, or leave this check out if there is nothing for it here.",
        };
  return {
    ...countsOf(own),
    check: result.check,
    title: result.title,
    outcome:
      error !== undefined
        ? "error"
        : own.some((finding) => finding.decision === "block")
          ? "fail"
          : "pass",
    coverage: sortSkipped(result.coverage),
    notices: result.notices ?? [],
    tables: result.tables ?? [],
    ...(error !== undefined && { error }),
  };
}

/** The summary of a check that threw. */
export function failedCheck(
  { check, title, error, note = "" }: CheckFailure,
  findings: readonly ReportedFinding[],
): CheckSummary {
  return {
    ...countsOf(findings.filter((finding) => finding.check === check)),
    check,
    title,
    outcome: "error",
    coverage: { inspected: {}, skipped: [], summary: "The check failed before it was done" },
    notices: [],
    tables: [],
    error: {
      kind: error.kind,
      message:
        `${note} ${error.message === "" ? "The check failed without a message" : error.message}`.trim(),
      ...(error.hint !== undefined && { hint: error.hint }),
      ...(error.problems.length > 0 && { problems: error.problems }),
      ...(error.places.size > 0 && {
        places: [...error.places].map(([problem, location]) => ({ problem, location })),
      }),
    },
  };
}

export function outcomeOf(
  checks: readonly CheckSummary[],
  acts: readonly ActSummary[] = [],
): Outcome {
  // The checks on settings look at settings only: alone they prove nothing.
  if (acts.length === 0 && checks.every(isOfSettings)) return "error";
  const all = [...checks, ...acts];
  if (all.some(({ outcome }) => outcome === "error")) return "error";
  return all.some(({ outcome }) => outcome === "fail") ? "fail" : "pass";
}

function isOfSettings({ check }: CheckSummary): boolean {
  return check === "suppressions" || check === "settings";
}

/** The verdict as one sentence: "Fails: 2 findings at or above medium (1 critical, 1 high)." */
export function headline(verdict: {
  readonly outcome: Outcome;
  readonly failOn: Severity | "never";
  readonly checks: readonly CheckSummary[];
  readonly acts?: readonly ActSummary[];
  readonly findings: readonly ReportedFinding[];
  readonly clocks?: ClockFigures | undefined;
}): string {
  const { outcome, failOn, checks, acts = [], findings, clocks } = verdict;
  const blocking = findings.filter((finding) => finding.decision === "block");
  const reported = findings.filter(
    ({ status, decision }) => status === "open" && decision === "report",
  );
  const suppressed = findings.filter(({ status }) => status === "suppressed").length;
  const blocked = `${plural(blocking.length, "finding")} ${whyBlocking(blocking, failOn)}${bySeverity(blocking)}`;
  if (acts.length > 0 && checks.every(isOfSettings)) {
    const word = { pass: "Passes", fail: "Fails", error: "Error" }[outcome];
    const done = acts.map(actPhrase);
    return `${word}: ${[...done, ...(blocking.length > 0 ? [blocked] : [])].join("; ")}.`;
  }
  const parts: string[] = [];
  if (outcome === "error") {
    const all = [...checks, ...acts];
    const failed = all.filter((each) => each.outcome === "error").map(({ title }) => title);
    parts.push(
      failed.length === 0
        ? "Error: no check ran"
        : `Error: ${failedOf(failed.length, all.length)} work (${failed.join(", ")})`,
    );
    if (blocking.length > 0) parts.push(blocked);
  } else if (outcome === "fail") {
    parts.push(`Fails: ${blocked}`);
  } else {
    parts.push(
      failOn === "never"
        ? "Passes: no finding fails the run, because `fail-on` is never"
        : `Passes: no findings ${reported.some((finding) => isAtLeast(finding.severity, failOn)) ? "that block" : `at or above ${failOn}`}`,
    );
  }
  if (reported.length > 0 && outcome === "pass") {
    parts.push(
      `${grouped(reported.length)}${reported.some(({ severity }) => failOn === "never" || isAtLeast(severity, failOn)) ? " reported" : " below it"}${bySeverity(reported)}`,
    );
  }
  if (clocks !== undefined && clocks.breached > 0) parts.push(overdue(clocks).join(", "));
  if (suppressed > 0) parts.push(`${grouped(suppressed)} suppressed`);
  return `${parts.join("; ")}.`;
}

/** What blocks by a decision of its own, such as that on settings, may be below the threshold. */
function whyBlocking(blocking: readonly ReportedFinding[], failOn: Severity | "never"): string {
  const isBelow = blocking.some(
    ({ severity }) => failOn === "never" || !isAtLeast(severity, failOn),
  );
  return isBelow ? `that ${blocking.length === 1 ? "blocks" : "block"}` : `at or above ${failOn}`;
}

function failedOf(failed: number, all: number): string {
  if (all === 1) return "the check could not do its";
  return `${failed} of ${all} checks could not do ${failed === 1 ? "its" : "their"}`;
}

function countsOf(own: readonly ReportedFinding[]): Pick<CheckSummary, "counts" | "suppressed"> {
  const open = own.filter(({ status }) => status === "open");
  const of = (severity: Severity) => open.filter((finding) => finding.severity === severity).length;
  return {
    counts: {
      critical: of("critical"),
      high: of("high"),
      medium: of("medium"),
      low: of("low"),
      info: of("info"),
    },
    suppressed: own.length - open.length,
  };
}

function sortSkipped(coverage: Coverage): Coverage {
  return {
    ...coverage,
    skipped: coverage.skipped.toSorted(
      (a, b) => compareText(a.item, b.item) || compareText(a.reason, b.reason),
    ),
  };
}

function bySeverity(findings: readonly ReportedFinding[]): string {
  const counts = SEVERITIES.map(
    (severity) =>
      [findings.filter((finding) => finding.severity === severity).length, severity] as const,
  );
  const present = counts.filter(([number]) => number > 0);
  return present.length === 0
    ? ""
    : ` (${present.map(([number, severity]) => `${grouped(number)} ${severity}`).join(", ")})`;
}
