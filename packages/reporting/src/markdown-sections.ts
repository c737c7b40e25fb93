import type { CheckSummary, Evidence, Outcome, Report, ReportedFinding } from "@assay/core";
import { clip, clipStart, codeMarkdown, escapeMarkdown, grouped, isPlainReason } from "@assay/core";
import type { FindingGroup } from "./groups.ts";
import {
  cameBy,
  countsOf,
  inspectedOf,
  OUTCOME_WORDS,
  packageOf,
  placeOf,
  whereOf,
} from "./phrases.ts";
import { verbatimLines } from "./verbatim.ts";

/** The pieces that the job summary and the pull request comment are made of. Each ends in a line break. */

const MARKS: Readonly<Record<Outcome, string>> = { pass: "✅", fail: "❌", error: "⚠️" };
const TEXT_LIMIT = 600;
const CELL_LIMIT = 240;
const MAX_ALIKE = 5;

/** The verdict as a heading: it stands first in every place. */
export function verdict(report: Report): string {
  return `## ${MARKS[report.outcome]} Assay ${escapeMarkdown(clip(report.command, 60))}: ${line(report.headline)}\n\n`;
}

export function checksTable(report: Report): string {
  const rows = report.checks.map(
    (check) =>
      `| ${cell(check.title)} | ${MARKS[check.outcome]} ${OUTCOME_WORDS[check.outcome]} | ${countsOf(check)} | ${check.suppressed} | ${cell(inspectedOf(check))}${skippedNote(check)} |\n`,
  );
  return `| Check | Result | Open findings | Suppressed | Looked at |\n|---|---|---|---:|---|\n${rows.join("")}\n`;
}

/** Why checks could not do their work: above all findings, for the other numbers mean less then. */
export function errorList(report: Report): string {
  const items = report.checks.flatMap(({ title, error }) => {
    if (error === undefined) return [];
    const hint = error.hint === undefined ? "" : ` ${line(error.hint)}`;
    const problems = (error.problems ?? []).slice(0, 20).map((problem) => `  - ${line(problem)}\n`);
    return [
      `- **${cell(title)}** could not do its work: ${line(error.message)}.${hint}\n${problems.join("")}`,
    ];
  });
  return items.length === 0 ? "" : `${items.join("")}\n`;
}

/** A row for the first finding of a group, which names the others. */
export function groupRow([first, ...others]: FindingGroup): string {
  const where = whereOf(first);
  const place = where === undefined ? "" : codeMarkdown(clipStart(where, 120));
  return `| ${severity(first)} | ${cell(first.message)}${alikeNote(others)} | ${place} | ${codeMarkdown(first.ruleId)} |\n`;
}

function alikeNote(others: readonly ReportedFinding[]): string {
  if (others.length === 0) return "";
  const named = others
    .slice(0, MAX_ALIKE)
    .map((other) => codeMarkdown(clipStart(packageOf(other) ?? whereOf(other) ?? "", 80)))
    .filter((name, index, all) => name !== codeMarkdown("") && all.indexOf(name) === index);
  const rest = named.length > 0 && others.length > named.length ? ", …" : "";
  const names = named.length === 0 ? "" : `: ${named.join(", ")}${rest}`;
  return `<br>and ${grouped(others.length)} more of this kind${names}`;
}

export const FINDINGS_HEAD = "| Severity | Finding | Where | Rule |\n|---|---|---|---|\n";

/** One finding in full, folded. */
export function findingDetails(finding: ReportedFinding, failOn: Report["failOn"]): string {
  const about = packageOf(finding);
  const evidence = (finding.evidence ?? []).slice(0, 12);
  const facts: [string, string | undefined][] = [
    ["Where", finding.location && placeOf(finding.location)],
    ["Also at", alsoAt(finding)],
    ["About", about === undefined || finding.message.includes(about) ? undefined : about],
    ["Comes in by", cameBy(finding)],
    ...evidence
      .filter(({ verbatim }) => verbatim !== true)
      .map(({ label, value }): [string, string] => [label, value]),
    ["Fix due", fixDueOf(finding)],
    ["Fingerprint", finding.fingerprint],
  ];
  const list = facts.flatMap(([label, value]) =>
    value === undefined ? [] : [`- ${cell(label)}: ${codeMarkdown(clip(value, TEXT_LIMIT))}\n`],
  );
  const fix =
    finding.remediation === undefined ? "" : `**To do:** ${line(finding.remediation)}\n\n`;
  const reason = isPlainReason(finding, failOn) ? "" : `${line(finding.decisionReason)}\n\n`;
  return `<details><summary>${severity(finding)} ${line(finding.message)}</summary>\n\n${fix}${evidence.map(verbatimBlock).join("")}${reason}${list.join("")}\n</details>\n`;
}

/** A fenced block: its fence is longer than any run of backticks in it, so that nothing in it can end it. */
function verbatimBlock({ label, value, verbatim }: Evidence): string {
  if (verbatim !== true) return "";
  const lines = verbatimLines(value);
  const runs = lines.flatMap((text) => text.match(/`+/g) ?? []).map((run) => run.length);
  const fence = "`".repeat(Math.max(3, ...runs.map((length) => length + 1)));
  return `${cell(label)}:\n\n${fence}\n${lines.join("\n")}\n${fence}\n\n`;
}

export const SUPPRESSED_HEAD = "| Finding | Where | Why it does not count |\n|---|---|---|\n";

export function suppressedRow(finding: ReportedFinding): string {
  const where = whereOf(finding);
  const place = where === undefined ? "" : codeMarkdown(clipStart(where, 120));
  const reason = finding.suppression === undefined ? "" : ` ${cell(finding.suppression.reason)}`;
  return `| ${severity(finding)} ${cell(finding.message)} | ${place} | ${cell(finding.decisionReason)}${reason} |\n`;
}

export function skippedRows(report: Report): readonly string[] {
  return report.checks.flatMap(({ title, coverage }) =>
    coverage.skipped.map(
      ({ item, reason }) =>
        `| ${cell(title)} | ${codeMarkdown(clipStart(item, 160))} | ${cell(reason)} |\n`,
    ),
  );
}

export const SKIPPED_HEAD = "| Check | Item | Reason |\n|---|---|---|\n";

export function noticeItems(report: Report): readonly string[] {
  return [
    ...report.notices.map((notice) => `- ${line(notice)}\n`),
    ...report.checks.flatMap(({ title, notices }) =>
      notices.map((notice) => `- ${cell(title)}: ${line(notice)}\n`),
    ),
  ];
}

export function footer(report: Report): string {
  const commit = report.subject.commit?.slice(0, 12);
  const of = commit === undefined ? "" : ` · commit ${codeMarkdown(commit)}`;
  return `<sub>Assay ${escapeMarkdown(clip(report.tool.version, 40))} · ${codeMarkdown(`fail-on: ${report.failOn}`)}${of} · ${escapeMarkdown(report.generatedAt)}</sub>\n`;
}

function severity(finding: ReportedFinding): string {
  return finding.decision === "block" ? `<b>${finding.severity}</b>` : finding.severity;
}

function fixDueOf({ slo }: ReportedFinding): string | undefined {
  if (slo?.fixDue === undefined) return undefined;
  return `${slo.fixDue.slice(0, 10)}${slo.state === "breached" ? " (overdue)" : ""}`;
}

function alsoAt({ relatedLocations = [] }: ReportedFinding): string | undefined {
  if (relatedLocations.length === 0) return undefined;
  const shown = relatedLocations.slice(0, 5).map(placeOf).join(", ");
  return relatedLocations.length > 5 ? `${shown} and ${relatedLocations.length - 5} more` : shown;
}

function skippedNote({ coverage }: CheckSummary): string {
  return coverage.skipped.length === 0 ? "" : `; ${coverage.skipped.length} skipped`;
}

function line(text: string): string {
  return escapeMarkdown(clip(text, TEXT_LIMIT));
}

function cell(text: string): string {
  return escapeMarkdown(clip(text, CELL_LIMIT));
}
