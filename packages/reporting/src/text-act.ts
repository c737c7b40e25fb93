import type { ActFailure, ActRecord, ActSummary } from "@assay/core";
import { clip, escapeControlCharacters, grouped, plural, wrap } from "@assay/core";
import { digestsOf, evidenceOf, logsOf, signerOf, timeOf } from "./act-text.ts";
import { coverageLines, OUTCOME_MARKS, OUTCOME_STYLES, skippedLines } from "./text-check.ts";
import { MAX_TEXT, type Page } from "./text-layout.ts";
import { verbatimLines } from "./verbatim.ts";

const MAX_RECORDS = 50;
const MAX_FAILURES = 50;

/** Everything that a terminal shows of one act: what failed, what was done, and how a consumer verifies it. */
export function actLines(act: ActSummary, page: Page): readonly string[] {
  const { paint } = page;
  const { title, outcome, records, failures, notices, verifyWith = [] } = act;
  const mark = paint(OUTCOME_STYLES[outcome], OUTCOME_MARKS[outcome]);
  const failed = failures.length === 0 ? "" : `, ${grouped(failures.length)} failed`;
  const done = `${plural(records.length, "record")}${failed}`;
  const notDone = failures.length - MAX_FAILURES;
  const left = records.length - MAX_RECORDS;
  return [
    `${mark} ${paint("bold", escapeControlCharacters(title))}: ${done}`,
    ...coverageLines(act, page),
    ...notices.flatMap((notice) =>
      text(`Note: ${notice}`, 2, page).map((line) => paint("yellow", line)),
    ),
    ...failures.slice(0, MAX_FAILURES).flatMap((failure) => ["", ...failureLines(failure, page)]),
    ...(notDone > 0 ? [`  …and ${grouped(notDone)} more: \`--format json\` lists all`] : []),
    ...records.slice(0, MAX_RECORDS).flatMap((record) => ["", ...recordLines(record, page)]),
    ...(left > 0 ? ["", `  …and ${grouped(left)} more: \`--format json\` lists all`] : []),
    ...verifyWith.flatMap(({ tool, command }) => [
      "",
      `  To verify with ${tool}:`,
      ...verbatimLines(command).map((line) => `    ${line}`),
    ]),
    ...skippedLines(act, page),
  ];
}

function recordLines(record: ActRecord, page: Page): readonly string[] {
  const { act, subject, product, notes = [] } = record;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ["digest", digestsOf(record)],
    ["by", signerOf(record)],
    ["when", timeOf(record)],
    ["log", logsOf(record)],
    ["proof", product],
    ["to", record.destination],
    ...notes.map((note) => ["note", note] as const),
  ];
  return [
    `  ${page.paint("green", act)}  ${escapeControlCharacters(subject.name)}`,
    ...facts.flatMap(([label, value]) =>
      value === undefined || value === "" ? [] : text(`${label}: ${value}`, 4, page),
    ),
  ];
}

function failureLines(failure: ActFailure, page: Page): readonly string[] {
  const { item, ruleId, message, hint } = failure;
  return [
    `  ${page.paint("red", "failed")}  ${escapeControlCharacters(ruleId)}  ${page.paint("cyan", escapeControlCharacters(item))}`,
    ...text(message, 4, page),
    ...evidenceOf(failure).flatMap(({ label, value }) => text(`${label}: ${value}`, 4, page)),
    ...(hint === undefined ? [] : text(`To do: ${hint}`, 4, page)),
  ];
}

function text(foreign: string, indent: number, { width }: Page): readonly string[] {
  return wrap(clip(escapeControlCharacters(foreign), MAX_TEXT), width, indent);
}
