import type { ActRecord, ActSummary, Report, ResultTable } from "@assay/core";
import { clip, clipStart, codeMarkdown } from "@assay/core";
import { logsOf, signerOf, timeOf } from "./act-text.ts";
import {
  answerText,
  CLOCK_COLUMNS,
  clockedFindings,
  clockOwner,
  clockSummary,
  fixText,
} from "./clocks.ts";
import { cell, fenced, line } from "./markdown-text.ts";
import { verbatimLines } from "./verbatim.ts";

/** Rows and items of the smaller parts of the report. Each ends in a line break. */

const MAX_COLUMNS = 8;

export const RECORDS_HEAD =
  "| What | Subject | By | When | Proof or place |\n|---|---|---|---|---|\n";

/** One thing that an act did: who vouches for it, since when, and where the proof lies. */
export function recordRow(record: ActRecord): string {
  const { act, subject, destination, product = destination, notes = [] } = record;
  const when = [timeOf(record), logsOf(record)].filter((part) => part !== undefined).join("; ");
  const proof = product === undefined ? "" : codeMarkdown(clipStart(product, 120));
  const said = notes.length === 0 ? "" : `<br>${cell(notes.join(" "))}`;
  return `| ${act} | ${codeMarkdown(clipStart(subject.name, 120))}${said} | ${cell(signerOf(record))} | ${cell(when)} | ${proof} |\n`;
}

/** The commands with which a consumer verifies what an act made. */
export function verifyCommands({ verifyWith = [] }: ActSummary): readonly string[] {
  return verifyWith.map(
    ({ tool, command }) => `To verify with ${tool}:\n\n${fenced(verbatimLines(command))}`,
  );
}

export function tableHead({ columns }: ResultTable): string {
  const names = columns.slice(0, MAX_COLUMNS);
  return `| ${names.map((name) => cell(name)).join(" | ")} |\n|${"---|".repeat(names.length)}\n`;
}

export function tableRow(cells: readonly string[], { columns }: ResultTable): string {
  const shown = columns.slice(0, MAX_COLUMNS).map((_, index) => cell(cells[index] ?? "", 160));
  return `| ${shown.join(" | ")} |\n`;
}

export function clockHead(report: Report): string {
  return `### Response clocks: ${line(clockSummary(report) ?? "")}\n\n| ${CLOCK_COLUMNS.join(" | ")} |\n|---|---|---|---|---|\n`;
}

/** A row for each finding that is late or will be soon; else none, and the heading says how many are in time. */
export function clockRows(report: Report): readonly string[] {
  return clockedFindings(report).map((finding) => {
    const { severity, message } = finding;
    const cells = [message, answerText(finding), fixText(finding), clockOwner(finding)];
    return `| ${severity} | ${cells.map((each) => cell(each, 160)).join(" | ")} |\n`;
  });
}

export const SKIPPED_HEAD = "| Check | Item | Reason |\n|---|---|---|\n";

export function skippedRows({ checks, acts }: Report): readonly string[] {
  return [...checks, ...acts].flatMap(({ title, coverage }) =>
    coverage.skipped.map(
      ({ item, reason }) =>
        `| ${cell(title)} | ${codeMarkdown(clipStart(item, 160))} | ${cell(reason)} |\n`,
    ),
  );
}

export const LOOSENED_HEAD = "| Setting | On the base branch | In the change |\n|---|---|---|\n";

export function loosenedRows({ settings }: Report): readonly string[] {
  return settings.loosened.map(
    ({ key, before, after }) =>
      `| ${codeMarkdown(clip(key, 120))} | ${cell(before)} | ${cell(after)} |\n`,
  );
}

export function noticeItems(report: Report): readonly string[] {
  return [
    ...report.notices.map((notice) => `- ${line(notice)}\n`),
    ...[...report.checks, ...report.acts].flatMap(({ title, notices }) =>
      notices.map((notice) => `- ${cell(title)}: ${line(notice)}\n`),
    ),
  ];
}
