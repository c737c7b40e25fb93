import { SEVERITIES, type Severity } from "../findings/severity.ts";
import { plural } from "../text/plural.ts";
import type { ReportedFinding } from "./report.ts";

/** How response clocks stand: of findings that are open, or accepted by the baseline for as long as their fix is not overdue. */
export interface ClockFigures {
  /** Findings with a clock, by severity. */
  readonly open: Readonly<Record<Severity, number>>;
  /** Findings of which a clock is breached. */
  readonly breached: number;
  readonly breachedAnswer: number;
  readonly breachedFix: number;
  /** Findings of which one clock is due soon and none breached. */
  readonly dueSoon: number;
  /** Entries of the ledger that say when something was fixed, and the mean time from the acknowledgement to that, in hours. */
  readonly fixed?: { readonly count: number; readonly meanHours: number };
}

/** Whether a clock runs for a finding that somebody has to do something about. */
export function hasClock({ slo, status, suppression }: ReportedFinding): boolean {
  return slo !== undefined && (status === "open" || suppression?.by === "baseline");
}

/** `undefined` where no clock runs and the ledger says nothing of the past. */
export function clockFigures(
  findings: readonly ReportedFinding[],
  fixed: ClockFigures["fixed"],
): ClockFigures | undefined {
  const clocked = findings.filter(hasClock);
  if (clocked.length === 0 && fixed === undefined) return undefined;
  const count = (is: (finding: ReportedFinding) => boolean) => clocked.filter(is).length;
  const counts = SEVERITIES.map((severity) => [
    severity,
    count((each) => each.severity === severity),
  ]);
  return {
    open: Object.fromEntries(counts) as Record<Severity, number>,
    breached: count(({ slo }) => slo?.state === "breached"),
    breachedAnswer: count(({ slo }) => slo?.answer === "breached"),
    breachedFix: count(({ slo }) => slo?.fix === "breached"),
    dueSoon: count(({ slo }) => slo?.state === "due-soon"),
    ...(fixed !== undefined && { fixed }),
  };
}

/** "1 answer overdue", "2 fixes overdue": what is breached, for a headline. */
export function overdue({
  breachedAnswer,
  breachedFix,
}: Pick<ClockFigures, "breachedAnswer" | "breachedFix">): readonly string[] {
  const fixes = `${plural(breachedFix, "fix").replace("fixs", "fixes")} overdue`;
  return [
    ...(breachedAnswer > 0 ? [`${plural(breachedAnswer, "answer")} overdue`] : []),
    ...(breachedFix > 0 ? [fixes] : []),
  ];
}
