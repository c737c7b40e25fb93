import type { Location } from "../findings/finding.ts";
import { SEVERITIES } from "../findings/severity.ts";
import type { CheckSummary, Outcome, Report, ReportedFinding } from "./report.ts";

/** The words that every renderer uses for the same thing. None of them is escaped yet. */

/** `path:line`, with the commit where the place is not in the work tree. */
export function placeOf(location: Location): string {
  const line = location.startLine === undefined ? "" : `:${location.startLine}`;
  const commit = location.commit === undefined ? "" : ` in commit ${location.commit.slice(0, 12)}`;
  return `${location.path}${line}${commit}`;
}

/** Where or what a finding is about: its place, else its package. */
export function whereOf(finding: ReportedFinding): string | undefined {
  return finding.location === undefined ? packageOf(finding) : placeOf(finding.location);
}

/** `name@version` of the package, image or file that a finding is about. */
export function packageOf({ subject }: ReportedFinding): string | undefined {
  if (subject === undefined) return undefined;
  return subject.version === undefined ? subject.name : `${subject.name}@${subject.version}`;
}

/** `2 high, 1 low`; `none`, or `no result` for a check that could not do its work. */
export function countsOf({ counts, error }: CheckSummary): string {
  const present = SEVERITIES.filter((severity) => counts[severity] > 0);
  const told = present.map((severity) => `${counts[severity]} ${severity}`).join(", ");
  return told || (error === undefined ? "none" : "no result");
}

/** `12 files, 3 commits`, in the order in which the check told them. */
export function inspectedOf({ coverage }: CheckSummary): string {
  const told = Object.entries(coverage.inspected).map(([unit, amount]) =>
    amountOf(unit, amount).join(" "),
  );
  return told.join(", ") || "nothing";
}

/** An amount and its unit for people: bytes as kB, MB or GB. */
export function amountOf(unit: string, amount: number): readonly [string, string] {
  if (unit !== "bytes" || amount < 1000) return [grouped(amount), unit];
  const power = Math.min(3, Math.floor(Math.log10(amount) / 3));
  return [(amount / 1000 ** power).toFixed(1), ["bytes", "kB", "MB", "GB"][power] ?? unit];
}

/** Digits in groups of three, the same in every locale. */
export function grouped(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}

export function plural(amount: number, noun: string): string {
  return `${grouped(amount)} ${noun}${amount === 1 ? "" : "s"}`;
}

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  pass: "Pass",
  fail: "Fail",
  error: "Error",
};

/** What to do after reading the report, as one sentence. */
export function nextStep(report: Report): string | undefined {
  if (report.outcome === "error") {
    const hint = report.checks.find(({ error }) => error?.hint !== undefined)?.error?.hint;
    return hint ?? "Mend what kept the checks from their work, then run again.";
  }
  if (report.outcome === "pass") return undefined;
  const first = report.findings.find(({ decision }) => decision === "block");
  return (
    first?.remediation ??
    "Fix the findings, or accept one with a suppression that has a reason, an owner and an expiry day."
  );
}

export function openFindings(report: Report): readonly ReportedFinding[] {
  return report.findings.filter(({ status }) => status === "open");
}

export function suppressedFindings(report: Report): readonly ReportedFinding[] {
  return report.findings.filter(({ status }) => status === "suppressed");
}
