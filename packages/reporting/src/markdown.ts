import type { Report } from "@assay/core";
import { grouped, plural } from "@assay/core";
import { atCheckout } from "./at-checkout.ts";
import { fit, type Measure } from "./budget.ts";
import { type FindingGroup, isBlocking, shownGroups, sizeOf } from "./groups.ts";
import { FINDINGS_HEAD, groupDetails, groupRow, ruleRows, shortRow } from "./markdown-findings.ts";
import { checksTable, errorList, footer, nextLine, verdict } from "./markdown-head.ts";
import { type Section, writeSection } from "./markdown-section.ts";
import { actSections, otherSections } from "./markdown-sections.ts";
import { openFindings } from "./phrases.ts";

/** The room of a place and how it is counted. */
export interface MarkdownBudget {
  readonly limit: number;
  readonly measure: Measure;
  /** A line that stands before all else. */
  readonly marker?: string;
  /** The most rows in the table of findings that don't fail the run; the rest are in the folded part. */
  readonly rows: number;
}

/**
 * The report as Markdown within a budget. The verdict, the checks and their errors come first, then every group that fails the
 * run: its row gets shorter where there are many, and is not left out. Then each section takes as much as its share allows, cuts
 * between its parts and says how many it left out.
 */
export function renderMarkdown(given: Report, budget: MarkdownBudget): string {
  const report = atCheckout(given);
  const { limit, measure } = budget;
  const end = footer(report);
  const start = `${budget.marker === undefined ? "" : `${budget.marker}\n`}${verdict(report)}`;
  let left = limit - measure(start) - measure(end);
  const groups = shownGroups(openFindings(report));
  const blocking = groups.filter(isBlocking);
  // The table of checks and the errors are short in any real run; a hostile one may push neither the verdict nor a finding out.
  const fixed = fit(
    [checksTable(report), errorList(report), nextLine(report)],
    blocking.length === 0 ? left : Math.floor(left / 2),
    measure,
    () => "The JSON report has the rest.\n\n",
  );
  left -= measure(fixed.text);
  const table = blockingTable(report, blocking, left, measure);
  left -= measure(table);
  let text = start + fixed.text + table;
  for (const section of sections(report, groups, budget.rows)) {
    const written = writeSection(section, left, measure);
    text += written;
    left -= measure(written);
  }
  return text + end;
}

/** The groups that fail the run, in the longest rows that leave room for all of them. */
function blockingTable(
  report: Report,
  blocking: readonly FindingGroup[],
  room: number,
  measure: Measure,
): string {
  if (blocking.length === 0) return "";
  const head = `### Findings that fail the run (${grouped(sizeOf(blocking))})\n\n${FINDINGS_HEAD}`;
  const frame = measure(head) + 1;
  const forms = [
    () => blocking.map((group) => groupRow(report, group)),
    () => blocking.map(shortRow),
    () => ruleRows(blocking),
  ];
  let rows: readonly string[] = [];
  for (const form of forms) {
    rows = form();
    if (rows.reduce((sum, row) => sum + measure(row), frame) <= room) break;
  }
  const more = (leftOut: number) => `\n…and ${plural(leftOut, "rule")} more in the JSON report.\n`;
  const { text } = fit(rows, room - frame, measure, more);
  return text === "" ? "" : `${head}${text}\n`;
}

function sections(
  report: Report,
  groups: readonly FindingGroup[],
  rows: number,
): readonly Section[] {
  const others = groups.filter((group) => !isBlocking(group));
  const beyond = sizeOf(others.slice(rows));
  return [
    ...actSections(report),
    {
      head: `### ${others.length < groups.length ? "Other findings" : "Findings"} (${grouped(sizeOf(others))})\n\n${FINDINGS_HEAD}`,
      parts: others.slice(0, rows).map((group) => groupRow(report, group)),
      tail: `${beyond > 0 ? `\n…and ${plural(beyond, "finding")} more in the JSON report.\n` : ""}\n`,
      share: 0.5,
      more: (leftOut) => `\n…and ${plural(leftOut, "row")} more in the JSON report.\n`,
    },
    ...otherSections(report),
    {
      head: "<details><summary>Findings in full</summary>\n\n",
      parts: groups.map((group) => groupDetails(report, group)),
      tail: "\n</details>\n\n",
      share: 1,
      more: (leftOut) => `\n…and ${plural(leftOut, "kind")} of findings more in the JSON report.\n`,
    },
  ];
}
