import type { Severity } from "../findings/severity.ts";
import { clip } from "./clip.ts";
import { visible } from "./escaping.ts";
import { countsOf, inspectedOf, nextStep, packageOf, placeOf, plural } from "./phrases.ts";
import type { CheckSummary, Outcome, Report, ReportedFinding } from "./report.ts";
import { colourPaint, type Paint, plainPaint, type Style, wrap } from "./text-layout.ts";

export interface TextOptions {
  readonly colour?: boolean;
  /** Columns of the terminal; 100 where it is not given. */
  readonly width?: number;
}

const MAX_FINDINGS = 200;
const MAX_SKIPPED = 20;
const MAX_TEXT = 1000;

const SEVERITY_STYLES: Readonly<Record<Severity, Style>> = {
  critical: "magenta",
  high: "red",
  medium: "yellow",
  low: "blue",
  info: "dim",
};
const OUTCOME_STYLES: Readonly<Record<Outcome, Style>> = {
  pass: "green",
  fail: "red",
  error: "yellow",
};
const OUTCOME_MARKS: Readonly<Record<Outcome, string>> = { pass: "✓", fail: "✗", error: "!" };

/** For a terminal: check by check, what was found and what was not looked at; the verdict and the next step last. */
export function renderText(report: Report, options: TextOptions = {}): string {
  const paint = options.colour === true ? colourPaint : plainPaint;
  const width = Math.max(40, options.width ?? 100);
  const lines = report.checks.flatMap((check) => [...checkLines(report, check, paint, width), ""]);
  if (report.notices.length > 0) {
    lines.push(paint("bold", "Notices"));
    lines.push(...report.notices.flatMap((notice) => bullet(notice, width)), "");
  }
  const [first = "", ...others] = wrap(visible(report.headline), width, 0);
  const style = OUTCOME_STYLES[report.outcome];
  lines.push(...[first, ...others].map((line) => paint("bold", paint(style, line))));
  const step = nextStep(report);
  if (step !== undefined) lines.push(...wrap(`Next: ${clip(visible(step), MAX_TEXT)}`, width, 0));
  return `${lines.join("\n")}\n`;
}

function checkLines(report: Report, check: CheckSummary, paint: Paint, width: number): string[] {
  const style = OUTCOME_STYLES[check.outcome];
  const mark = paint(style, OUTCOME_MARKS[check.outcome]);
  const suppressed = check.suppressed === 0 ? "" : `; ${check.suppressed} suppressed`;
  const lines = [
    `${mark} ${paint("bold", visible(check.title))}: ${countsOf(check)}${suppressed}`,
    ...wrap(`Looked at ${inspectedOf(check)}: ${visible(check.coverage.summary)}.`, width, 2).map(
      (line) => paint("dim", line),
    ),
  ];
  if (check.error !== undefined) {
    const { message, problems = [], hint } = check.error;
    lines.push(...wrap(`Error: ${visible(message)}`, width, 2).map((line) => paint("red", line)));
    lines.push(...problems.flatMap((problem) => bullet(problem, width)));
    if (hint !== undefined) lines.push(...wrap(visible(hint), width, 2));
  }
  const own = report.findings.filter((finding) => finding.check === check.check);
  const open = own.filter(({ status }) => status === "open");
  for (const finding of open.slice(0, MAX_FINDINGS)) {
    lines.push("", ...findingLines(finding, paint, width));
  }
  if (open.length > MAX_FINDINGS) {
    lines.push("", `  …and ${plural(open.length - MAX_FINDINGS, "finding")} more in the reports`);
  }
  const accepted = own.filter(({ status }) => status === "suppressed");
  for (const finding of accepted.slice(0, MAX_FINDINGS)) {
    const text = `${finding.message}: ${finding.decisionReason}`;
    lines.push(
      ...wrap(`suppressed  ${clip(visible(text), MAX_TEXT)}`, width, 2).map((line) =>
        paint("dim", line),
      ),
    );
  }
  if (accepted.length > MAX_FINDINGS) {
    lines.push(`  …and ${plural(accepted.length - MAX_FINDINGS, "suppressed finding")} more`);
  }
  return [...lines, ...skippedLines(check, width), ...noticeLines(check, width)];
}

function findingLines(finding: ReportedFinding, paint: Paint, width: number): string[] {
  const severity = paint("bold", paint(SEVERITY_STYLES[finding.severity], finding.severity));
  const place = finding.location === undefined ? packageOf(finding) : placeOf(finding.location);
  const head = place === undefined ? "" : `  ${paint("cyan", visible(place))}`;
  const lines = [`  ${severity}  ${visible(finding.ruleId)}${head}`];
  lines.push(...wrap(clip(visible(finding.message), MAX_TEXT), width, 4));
  const related = finding.relatedLocations ?? [];
  for (const other of related.slice(0, 3)) lines.push(`    also at ${visible(placeOf(other))}`);
  if (related.length > 3) lines.push(`    and at ${plural(related.length - 3, "more place")}`);
  for (const { label, value } of (finding.evidence ?? []).slice(0, 8)) {
    const fact = `${visible(label)}: ${clip(visible(value), MAX_TEXT)}`;
    lines.push(...wrap(fact, width, 4).map((line) => paint("dim", line)));
  }
  if (finding.remediation !== undefined) {
    lines.push(...wrap(`To do: ${clip(visible(finding.remediation), MAX_TEXT)}`, width, 4));
  }
  const lead = finding.decision === "block" ? "Blocks" : "Does not block";
  lines.push(
    ...wrap(`${lead}: ${visible(finding.decisionReason)}`, width, 4).map((line) =>
      paint("dim", line),
    ),
  );
  if (finding.decision === "report") return lines;
  return [...lines, paint("dim", `    Fingerprint: ${visible(finding.fingerprint)}`)];
}

function skippedLines({ coverage }: CheckSummary, width: number): readonly string[] {
  const { skipped } = coverage;
  if (skipped.length === 0) return [];
  const more = skipped.length - MAX_SKIPPED;
  return [
    `  Not looked at: ${plural(skipped.length, "item")}`,
    ...skipped
      .slice(0, MAX_SKIPPED)
      .flatMap(({ item, reason }) => bullet(`${item}: ${reason}`, width)),
    ...(more > 0 ? [`  - …and ${plural(more, "item")} more in the reports`] : []),
  ];
}

function noticeLines({ notices }: CheckSummary, width: number): readonly string[] {
  return notices.flatMap((notice) => bullet(notice, width));
}

function bullet(text: string, width: number): readonly string[] {
  const [first = "", ...others] = wrap(clip(visible(text), MAX_TEXT), width, 4);
  return [`  - ${first.trimStart()}`, ...others];
}
