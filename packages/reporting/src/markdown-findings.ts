import type { Report, ReportedFinding } from "@assay/core";
import { clip, clipStart, codeMarkdown, grouped, isPlainReason, sourceLines } from "@assay/core";
import { clockSince } from "./clocks.ts";
import type { FindingGroup } from "./groups.ts";
import { ownAddresses, safeLinks } from "./links.ts";
import { cell, fenced, line, link, linkedCode, place, where } from "./markdown-text.ts";
import { aboutOf, introducedBy, packageOf, ruleOf, whereOf } from "./phrases.ts";
import { verbatimLines, verbatimOf } from "./verbatim.ts";

/** Rows and details of groups of findings. Each ends in a line break. */

const MAX_ALIKE = 5;
const MAX_MEMBERS = 50;
const MAX_EVIDENCE = 12;
const TEXT_LIMIT = 600;

export const FINDINGS_HEAD = "| Severity | Finding | Where | Rule |\n|---|---|---|---|\n";

/** A row for the first finding of a group, which names the others. */
export function groupRow(report: Report, [first, ...others]: FindingGroup): string {
  const { scope } = first.subject ?? {};
  const kind = scope === undefined ? "" : `<br>${scope}`;
  return `| ${severity(first)} | ${cell(first.message)}${alikeNote(others)} | ${where(report.subject, first)}${kind} | ${rule(report, first)} |\n`;
}

/** The same in a fraction of the room, for what must not be left out. */
export function shortRow([first, ...others]: FindingGroup): string {
  const about = codeMarkdown(clipStart(whereOf(first) ?? "", 40));
  const more = others.length === 0 ? "" : ` (+${grouped(others.length)})`;
  return `| ${severity(first)} | ${cell(first.message, 60)}${more} | ${about} | ${codeMarkdown(first.ruleId)} |\n`;
}

/** A row for all findings of a rule: the least that can be said of them. */
export function ruleRows(groups: readonly FindingGroup[]): readonly string[] {
  const byRule = new Map<string, { readonly first: ReportedFinding; count: number }>();
  for (const group of groups) {
    const known = byRule.get(group[0].ruleId);
    if (known === undefined) byRule.set(group[0].ruleId, { first: group[0], count: group.length });
    else known.count += group.length;
  }
  return [...byRule.values()].map(
    ({ first, count }) =>
      `| ${severity(first)} | ${grouped(count)} in all, such as: ${cell(first.message, 60)} | | ${codeMarkdown(clip(first.ruleId, 80))} |\n`,
  );
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

/** The first finding of a group in full, the others by an item each, folded. */
export function groupDetails(report: Report, group: FindingGroup): string {
  const [first, ...others] = group;
  const more = others.length === 0 ? "" : ` (+${grouped(others.length)})`;
  const facts = factsOf(report, first).map(([label, value]) => `- ${cell(label)}: ${value}\n`);
  const todo =
    first.remediation === undefined
      ? ""
      : `**To do:** ${line(first.remediation, ownAddresses(report))}\n\n`;
  const source = first.location === undefined ? [] : sourceLines(first.location);
  const texts = verbatimOf(group).map(
    ({ label, value, part }) => `${cell(label)}${part}:\n\n${fenced(verbatimLines(value))}`,
  );
  const reason = isPlainReason(first, report.failOn) ? "" : `${line(first.decisionReason)}\n\n`;
  return `<details><summary>${severity(first)} ${line(first.message)}${more}</summary>\n\n${source.length === 0 ? "" : fenced(source)}${todo}${texts.join("")}${reason}${facts.join("")}${members(report, others)}\n</details>\n`;
}

function members(report: Report, others: readonly ReportedFinding[]): string {
  if (others.length === 0) return "";
  const items = others.slice(0, MAX_MEMBERS).map((other) => {
    const about = aboutOf(other);
    const name =
      about === undefined || other.location === undefined ? "" : `${codeMarkdown(about)} `;
    return `  - ${name}${where(report.subject, other)}\n`;
  });
  const left = others.length - items.length;
  const rest = left > 0 ? `  - …and ${grouped(left)} more in the JSON report\n` : "";
  return `- ${grouped(others.length)} more of this kind:\n${items.join("")}${rest}`;
}

function factsOf(report: Report, finding: ReportedFinding): readonly (readonly [string, string])[] {
  const { subject } = report;
  const { location, relatedLocations = [], evidence = [], slo } = finding;
  const code = (text: string | undefined) =>
    text === undefined ? undefined : codeMarkdown(clip(text, TEXT_LIMIT));
  const also = relatedLocations.slice(0, 5).map((other) => place(subject, other));
  const further = relatedLocations.length - also.length;
  const rest = further > 0 ? ` and ${further} more` : "";
  const about = aboutOf(finding);
  const facts: readonly (readonly [string, string | undefined])[] = [
    ["Where", location && place(subject, location)],
    ["Also at", also.length === 0 ? undefined : `${also.join(", ")}${rest}`],
    ["About", about !== undefined && finding.message.includes(about) ? undefined : code(about)],
    ["Introduced by", code(introducedBy(finding))],
    ...evidence
      .filter(({ verbatim }) => verbatim !== true)
      .slice(0, MAX_EVIDENCE)
      .map(({ label, value }) => [label, code(value)] as const),
    // The table of clocks has those that are late or will be soon.
    ["Fix due", slo?.state === "ok" ? code(slo.fixDue?.slice(0, 10)) : undefined],
    ["Clock since", clockSince(finding)],
    ["Rule", rule(report, finding)],
    ...safeLinks(finding.links).map(({ label, url }) => ["See", link(label, url)] as const),
    ["Fingerprint", code(finding.fingerprint)],
  ];
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as const]));
}

export const SUPPRESSED_HEAD = "| Finding | Where | Why it does not count |\n|---|---|---|\n";

export function suppressedRow(report: Report, finding: ReportedFinding): string {
  const reason = finding.suppression === undefined ? "" : ` ${cell(finding.suppression.reason)}`;
  return `| ${severity(finding)} ${cell(finding.message)} | ${where(report.subject, finding)} | ${cell(finding.decisionReason)}${reason} |\n`;
}

function rule(report: Report, finding: ReportedFinding): string {
  const { ruleId } = finding;
  const page = Object.hasOwn(report.rules, ruleId) ? report.rules[ruleId]?.helpUri : undefined;
  return linkedCode(clip(ruleOf(finding), 120), page);
}

function severity(finding: ReportedFinding): string {
  return finding.decision === "block" ? `<b>${finding.severity}</b>` : finding.severity;
}
