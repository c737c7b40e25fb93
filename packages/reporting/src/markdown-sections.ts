import type { Report } from "@assay/core";
import { grouped, plural } from "@assay/core";
import { SUPPRESSED_HEAD, suppressedRow } from "./markdown-findings.ts";
import type { Section } from "./markdown-section.ts";
import {
  clockHead,
  clockRows,
  LOOSENED_HEAD,
  loosenedRows,
  noticeItems,
  RECORDS_HEAD,
  recordRow,
  SKIPPED_HEAD,
  skippedRows,
  tableHead,
  tableRow,
  verifyCommands,
} from "./markdown-tables.ts";
import { cell } from "./markdown-text.ts";
import { suppressedFindings } from "./phrases.ts";

/** What each act did, and how a consumer verifies that. */
export function actSections(report: Report): readonly Section[] {
  return report.acts.flatMap((act): readonly Section[] => [
    {
      head: `### ${cell(act.title)}: ${plural(act.records.length, "record")}\n\n${RECORDS_HEAD}`,
      parts: act.records.map(recordRow),
      tail: "\n",
      share: 0.6,
      more: (leftOut) => `\n…and ${plural(leftOut, "record")} more in the JSON report.\n`,
    },
    {
      head: "",
      parts: verifyCommands(act),
      tail: "",
      share: 0.5,
      more: () => "",
    },
  ]);
}

/** All but the findings: what a change loosens, notices, tables of checks, what was not looked at, what is suppressed. */
export function otherSections(report: Report): readonly Section[] {
  const suppressed = suppressedFindings(report);
  const skipped = skippedRows(report);
  const more = (noun: string) => (leftOut: number) =>
    `\n…and ${plural(leftOut, noun)} more in the JSON report.\n`;
  return [
    {
      head: clockHead(report),
      parts: clockRows(report),
      tail: "\n",
      share: 0.4,
      more: more("clock"),
    },
    {
      head: `### Settings that the change loosens\n\n${LOOSENED_HEAD}`,
      parts: loosenedRows(report),
      tail: "\n",
      share: 0.3,
      more: more("setting"),
    },
    {
      head: "### Notices\n\n",
      parts: noticeItems(report),
      tail: "\n",
      share: 0.3,
      more: (leftOut) => `- …and ${plural(leftOut, "notice")} more.\n`,
    },
    ...report.checks.flatMap(({ title, tables }) =>
      tables.map((table) =>
        section(
          folded(`${cell(title)}: ${cell(table.title)}`, table.rows.length, table.open),
          tableHead(table),
          table.rows.map((row) => tableRow(row, table)),
          more("row"),
        ),
      ),
    ),
    section(folded("Not looked at", skipped.length), SKIPPED_HEAD, skipped, more("item")),
    section(
      folded("Suppressed", suppressed.length),
      SUPPRESSED_HEAD,
      suppressed.map((finding) => suppressedRow(report, finding)),
      more("finding"),
    ),
  ];
}

interface Frame {
  readonly head: string;
  readonly tail: string;
  readonly share: number;
}

function folded(title: string, count: number, isOpen = false): Frame {
  return {
    head: `<details${isOpen ? " open" : ""}><summary>${title} (${grouped(count)})</summary>\n\n`,
    tail: "\n</details>\n\n",
    share: 0.3,
  };
}

function section(
  frame: Frame,
  head: string,
  parts: readonly string[],
  more: Section["more"],
): Section {
  return { ...frame, head: frame.head + head, parts, more };
}
