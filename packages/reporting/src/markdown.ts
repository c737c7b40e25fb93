import type { Report } from "@assay/core";
import { clip, escapeMarkdown, plural } from "@assay/core";
import { atCheckout } from "./at-checkout.ts";
import { fit, type Measure } from "./budget.ts";
import { groupMany } from "./groups.ts";
import {
  checksTable,
  errorList,
  FINDINGS_HEAD,
  findingDetails,
  footer,
  groupRow,
  noticeItems,
  SKIPPED_HEAD,
  SUPPRESSED_HEAD,
  skippedRows,
  suppressedRow,
  verdict,
} from "./markdown-sections.ts";
import { nextStep, openFindings, suppressedFindings } from "./phrases.ts";

/** The room of a place and how it is counted. */
export interface MarkdownBudget {
  readonly limit: number;
  readonly measure: Measure;
  /** A line that stands before all else. */
  readonly marker?: string;
  /** The most rows in the table of findings; the rest are in the folded part. Findings that are alike share a row. */
  readonly rows: number;
}

interface Section {
  readonly head: string;
  readonly parts: readonly string[];
  readonly tail: string;
  /** The part of the room left that the section may take. */
  readonly share: number;
  readonly more: (leftOut: number) => string;
}

/**
 * The report as Markdown within a budget. The verdict, the table of checks and their errors come first; then each section
 * takes as much as its share allows, cuts between findings and says how many it left out. Findings come most severe first,
 * so the mild ones go.
 */
export function renderMarkdown(given: Report, budget: MarkdownBudget): string {
  const report = atCheckout(given);
  const { limit, measure } = budget;
  const end = footer(report);
  const start = `${budget.marker === undefined ? "" : `${budget.marker}\n`}${verdict(report)}`;
  const room = limit - measure(start) - measure(end);
  // The table of checks and the errors are short in any real run; a hostile one may not push the verdict out.
  const fixed = fit(
    [checksTable(report), errorList(report), todo(report)],
    room,
    measure,
    () => "The JSON report has the rest.\n\n",
  );
  let text = start + fixed.text;
  let left = fixed.room;
  for (const section of sections(report, budget.rows)) {
    const written = writeSection(section, left, measure);
    text += written;
    left -= measure(written);
  }
  return text + end;
}

function sections(report: Report, rows: number): readonly Section[] {
  const open = openFindings(report);
  const suppressed = suppressedFindings(report);
  const skipped = skippedRows(report);
  const groups = groupMany(open);
  const beyond = groups.slice(rows).reduce((sum, group) => sum + group.length, 0);
  return [
    {
      head: "### Notices\n\n",
      parts: noticeItems(report),
      tail: "\n",
      share: 0.3,
      more: (leftOut) => `- …and ${plural(leftOut, "notice")} more.\n`,
    },
    {
      head: `### Findings\n\n${FINDINGS_HEAD}`,
      parts: groups.slice(0, rows).map(groupRow),
      tail: `${beyond > 0 ? `\n…and ${plural(beyond, "finding")} more in the JSON report.\n` : ""}\n`,
      share: 0.5,
      more: (leftOut) => `\n…${plural(leftOut, "row")} left out for lack of room.\n`,
    },
    {
      head: `<details><summary>Not looked at (${skipped.length})</summary>\n\n${SKIPPED_HEAD}`,
      parts: skipped,
      tail: "\n</details>\n\n",
      share: 0.3,
      more: (leftOut) => `\n…and ${plural(leftOut, "item")} more in the JSON report.\n`,
    },
    {
      head: `<details><summary>Suppressed (${suppressed.length})</summary>\n\n${SUPPRESSED_HEAD}`,
      parts: suppressed.map(suppressedRow),
      tail: "\n</details>\n\n",
      share: 0.3,
      more: (leftOut) => `\n…and ${plural(leftOut, "finding")} more in the JSON report.\n`,
    },
    {
      head: "<details><summary>Findings in full</summary>\n\n",
      parts: open.map((finding) => findingDetails(finding, report.failOn)),
      tail: "\n</details>\n\n",
      share: 1,
      more: (leftOut) => `\n…and ${plural(leftOut, "finding")} more in the JSON report.\n`,
    },
  ];
}

function writeSection(section: Section, room: number, measure: Measure): string {
  if (section.parts.length === 0) return "";
  const frame = measure(section.head) + measure(section.tail);
  const { text } = fit(
    section.parts,
    Math.floor(room * section.share) - frame,
    measure,
    section.more,
  );
  return text === "" ? "" : `${section.head}${text}${section.tail}`;
}

function todo(report: Report): string {
  const step = nextStep(report);
  return step === undefined ? "" : `**Next:** ${escapeMarkdown(clip(step, 600))}\n\n`;
}
