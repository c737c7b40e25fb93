import type { CheckSummary, Location, Outcome, Report, ReportedFinding } from "@assay/core";
import { grouped, plural, SEVERITIES } from "@assay/core";
import { type FindingGroup, groupAlike } from "./groups.ts";

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

/** The rule, with what it was found by where the message does not say it: `python.bandit B605`. */
export function ruleOf({ ruleId, variant, message }: ReportedFinding): string {
  const { id = "" } = variant ?? {};
  return id === "" || message.includes(id) ? ruleId : `${ruleId} ${id}`;
}

/** `name@version` of the package, image or file that a finding is about. */
export function packageOf({ subject }: ReportedFinding): string | undefined {
  if (subject === undefined) return undefined;
  return subject.version === undefined ? subject.name : `${subject.name}@${subject.version}`;
}

/** The package with what it is for: `left-pad@1.3.0 (development)`. */
export function aboutOf(finding: ReportedFinding): string | undefined {
  const name = packageOf(finding);
  const scope = finding.subject?.scope;
  return name === undefined || scope === undefined ? name : `${name} (${scope})`;
}

/** The shortest way to a package that others bring in: `shop@1.0.0 › format-table@2.1.0 › left-pad@1.3.0`. */
export function introducedBy({ subject }: ReportedFinding): string | undefined {
  const [shortest = []] = subject?.paths ?? [];
  if (shortest.length < 3) return undefined;
  const way =
    shortest.length < 6 ? shortest : [...shortest.slice(0, 3), "…", ...shortest.slice(-1)];
  return way.join(" › ");
}

/** `2 high, 1 low`; `no findings`, or `no result` for a check that could not do its work. */
export function countsOf({ counts, suppressed, error }: CheckSummary): string {
  const present = SEVERITIES.filter((severity) => counts[severity] > 0);
  const text = present.map((severity) => `${grouped(counts[severity])} ${severity}`).join(", ");
  if (text !== "") return text;
  if (error !== undefined) return "no result";
  return suppressed > 0 ? "no open findings" : "no findings";
}

/** `12 files, 3 commits`, in the order in which the check counts them. */
export function inspectedOf({ coverage }: Pick<CheckSummary, "coverage">): string {
  const amounts = Object.entries(coverage.inspected).map(([unit, amount]) =>
    amountOf(unit, amount).join(" "),
  );
  return amounts.join(", ") || "nothing";
}

/** The sentence of a check on what it covered; its counts where it has none. */
export function coveredBy(check: Pick<CheckSummary, "coverage">): string {
  return check.coverage.summary.trim() || inspectedOf(check);
}

/** An amount and its unit for people: `1 lockfile`, bytes as kB, MB or GB. */
export function amountOf(unit: string, amount: number): readonly [string, string] {
  if (unit !== "bytes" || amount < 1000) return [grouped(amount), unitFor(amount, unit)];
  const power = Math.min(3, Math.floor(Math.log10(amount) / 3));
  return [(amount / 1000 ** power).toFixed(1), ["bytes", "kB", "MB", "GB"][power] ?? unit];
}

/** Units are plural nouns; what is none (`verified`) stays as it is. */
function unitFor(amount: number, unit: string): string {
  if (amount !== 1) return unit;
  return unit.endsWith("ies") ? `${unit.slice(0, -3)}y` : unit.replace(/(?<=[^s])s$/, "");
}

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  pass: "Pass",
  fail: "Fail",
  error: "Error",
};

/** What to do after reading the report, as one or two sentences. */
export function nextStep(report: Report): string | undefined {
  if (report.outcome === "pass") return undefined;
  const failures = report.acts.flatMap((act) => act.failures);
  if (report.outcome === "error") {
    const errors = [...report.checks.flatMap(({ error }) => error ?? []), ...failures];
    const hint = errors.find((error) => error.hint !== undefined)?.hint;
    return hint ?? "Fix what kept the checks from their work, then run again.";
  }
  const blocking = report.findings.filter(({ decision }) => decision === "block");
  if (blocking.length === 0) return failures.find(({ hint }) => hint !== undefined)?.hint;
  const worst = blocking.filter(({ severity }) => severity === blocking[0]?.severity);
  // What fixes most comes first: one step often does away with a hundred findings.
  const [most] = groupAlike(worst).toSorted((a, b) => b.length - a.length);
  if (most?.[0].remediation !== undefined) return stepFor(most, blocking.length);
  return "Fix the findings, or accept one with a suppression that has a reason, an owner and an expiry day.";
}

/** The remediation of a group, with what it is for where that is not plain. */
function stepFor([first, ...others]: FindingGroup, blocking: number): string {
  const { message, remediation = "" } = first;
  if (others.length > 0 && others.every((other) => other.remediation === remediation)) {
    return `${remediation} (${grouped(others.length + 1)} of ${plural(blocking, "finding")})`;
  }
  const isPlain = blocking === 1 || remediation.includes(packageOf(first) ?? message);
  return isPlain ? remediation : `${message.replace(/[^.!?…]$/, "$&.")} ${remediation}`;
}

export function openFindings(report: Report): readonly ReportedFinding[] {
  return report.findings.filter(({ status }) => status === "open");
}

export function suppressedFindings(report: Report): readonly ReportedFinding[] {
  return report.findings.filter(({ status }) => status === "suppressed");
}

/** Whether the run checked nothing: there are no findings then, and nothing that a threshold decides. */
export function isActOnly({ checks, acts }: Report): boolean {
  return checks.length === 0 && acts.length > 0;
}
