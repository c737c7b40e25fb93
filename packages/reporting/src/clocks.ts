import type { ClockState, Report, ReportedFinding } from "@assay/core";
import { CLOCK_STATES, grouped, hasClock, overdue, plural, SEVERITIES } from "@assay/core";

/** The words and rows about response clocks that every renderer shares. None is escaped yet. */

export const CLOCK_COLUMNS = ["Severity", "Finding", "Answer", "Fix", "Owner"] as const;

/** What is late or will be soon, worst first: breached before due soon, then by the next due date. */
export function clockedFindings({ findings }: Report): readonly ReportedFinding[] {
  const rank = ({ slo }: ReportedFinding) => -CLOCK_STATES.indexOf(slo?.state ?? "ok");
  return findings
    .filter((finding) => hasClock(finding) && finding.slo?.state !== "ok")
    .toSorted((a, b) => rank(a) - rank(b) || nextDue(a) - nextDue(b));
}

/** The date that its state is about. */
function nextDue({ slo }: ReportedFinding): number {
  if (slo === undefined) return 0;
  const dates = [
    slo.answer === slo.state ? slo.answerDue : undefined,
    slo.fix === slo.state ? slo.fixDue : undefined,
  ];
  return Math.min(...dates.flatMap((date) => (date === undefined ? [] : [Date.parse(date)])));
}

/** The answer's cell of a row: "overdue since 2026-11-10", "due by 2026-11-10", "given on 2026-11-09", or "–". */
export function answerText({ slo, acknowledged, suppression }: ReportedFinding): string {
  if (acknowledged !== undefined && slo?.answer === "ok") {
    return `given on ${acknowledged.at.slice(0, 10)}`;
  }
  return suppression?.by === "baseline" ? "accepted" : dueText(slo?.answer, slo?.answerDue);
}

/** The fix's cell. */
export function fixText({ slo }: ReportedFinding): string {
  return dueText(slo?.fix, slo?.fixDue);
}

export function dueText(state: ClockState | undefined, due: string | undefined): string {
  if (due === undefined) return "–";
  const day = due.slice(0, 10);
  if (state === "breached") return `overdue since ${day}`;
  return `due by ${day}${state === "due-soon" ? ", soon" : ""}`;
}

/** Who answers for it; "–" where nobody said so. */
export function clockOwner({ acknowledged, suppression }: ReportedFinding): string {
  return acknowledged?.owner ?? suppression?.owner ?? "–";
}

/** Since when, and how that is known: "2026-11-10, when the advisory was published". */
export function clockSince({ slo }: ReportedFinding): string | undefined {
  if (slo === undefined) return undefined;
  const day = slo.startedAt.slice(0, 10);
  return slo.source === undefined ? day : `${day}, ${SOURCES[slo.source]}`;
}

const SOURCES = {
  introduced: "when it was brought in",
  shallow: "the oldest commit of this shallow clone (`fetch-depth: 0` tells more)",
  published: "when the advisory was published",
  baseline: "when the baseline accepted it",
  ledger: "when it was acknowledged",
  "this-run": "the first run that is known",
} as const;

/** "1 fix overdue, 2 due soon, 5 in time (3 high, 5 medium); 4 fixed, in 52 hours on average"; `undefined` where no clock runs. */
export function clockSummary({ clocks }: Report): string | undefined {
  if (clocks === undefined) return undefined;
  const { open, dueSoon, breached, fixed } = clocks;
  const all = SEVERITIES.reduce((sum, severity) => sum + open[severity], 0);
  const inTime = all - dueSoon - breached;
  const states = [
    ...overdue(clocks),
    ...(dueSoon > 0 ? [`${grouped(dueSoon)} due soon`] : []),
    ...(inTime > 0 ? [`${grouped(inTime)} in time`] : []),
  ];
  const counts = SEVERITIES.flatMap((severity) =>
    open[severity] > 0 ? [`${grouped(open[severity])} ${severity}`] : [],
  );
  const now = all === 0 ? "" : `${states.join(", ")} (${counts.join(", ")})`;
  if (fixed === undefined) return now;
  const mean = `${grouped(fixed.count)} fixed, ${plural(Math.round(fixed.meanHours), "hour")} after the acknowledgement on average`;
  return now === "" ? mean : `${now}; ${mean}`;
}
