import type { Severity } from "@assay/core";
import { type Promised, promisedIn, timesIn } from "./hours.ts";
import { severitiesIn } from "./severities.ts";
import { linesOf, maskMarkdown, wordsOf } from "./text.ts";

export type PromiseKind = "answer" | "fix";

/** One time that a security policy promises. */
export interface TimePromise {
  readonly severity: Severity;
  readonly kind: PromiseKind;
  readonly time: Promised;
  /** As it is written, without Markdown. */
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

const FIX = /\bfix|patch|remed|resol|mitigat|disclos|correct|releas/i;
const ANSWER =
  /acknowledg|respon|respond|triage|initial|first|answer|reply|replies|confirm|assess/i;
const TIMED = /time|sla\b|slo\b|target|within|deadline/i;
const DELIMITER = /^[\s|:-]*-[\s|:-]*$/;

/** What a heading or clause is about; `undefined` where it says neither or both. */
function kindOf(text: string): PromiseKind | undefined {
  const isFix = FIX.test(text);
  if (isFix === ANSWER.test(text)) {
    if (!isFix) return undefined;
    return /acknowledg|initial|first/i.test(text) ? "answer" : "fix";
  }
  return isFix ? "fix" : "answer";
}

interface Cell {
  readonly text: string;
  readonly column: number;
}

/**
 * The times of answer and fix in tables and lists of a Markdown text. Fenced blocks and comments say nothing. A time whose
 * column says neither of both counts as undetermined for both.
 */
export function readPromises(markdown: string): readonly TimePromise[] {
  const lines = linesOf(maskMarkdown(markdown, true));
  const promises: TimePromise[] = [];
  let context: Context = {};
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const next = lines[at + 1] ?? "";
    if (line.includes("|") && next.includes("-") && DELIMITER.test(next)) {
      const rows = [cellsOf(line)];
      let end = at + 2;
      for (; (lines[end] ?? "").includes("|"); end++) rows.push(cellsOf(lines[end] ?? ""));
      for (const promise of tablePromises(rows, at + 1)) promises.push(promise);
      at = end - 1;
      continue;
    }
    context = contextOf(line, context);
    for (const promise of listPromises(line, at + 1, context)) promises.push(promise);
  }
  return promises;
}

/** The cells of a row: a pipe ends one unless a backslash stands before it. */
function cellsOf(line: string): readonly Cell[] {
  const cells: Cell[] = [];
  let start = 0;
  for (let at = 0; at <= line.length; at++) {
    if (at < line.length && (line[at] !== "|" || line[at - 1] === "\\")) continue;
    const raw = line.slice(start, at);
    const isEdge = raw.trim() === "" && (cells.length === 0 ? start === 0 : at === line.length);
    if (!isEdge) {
      const blanks = raw.length - raw.trimStart().length;
      cells.push({ text: wordsOf(raw), column: start + blanks + 1 });
    }
    start = at + 1;
  }
  return cells;
}

function tablePromises(rows: readonly (readonly Cell[])[], top: number): readonly TimePromise[] {
  const [head = [], ...body] = rows;
  if (/version|supported/i.test(head[0]?.text ?? "")) return [];
  const across = head.map(({ text }) => severitiesIn(text));
  const isTransposed = across.filter((severities) => severities.length > 0).length > 1;
  const named = head.findIndex(({ text }) =>
    /severity|priority|rating|cvss|risk|level/i.test(text),
  );
  const key = Math.max(named, 0);
  const labels = isTransposed
    ? body.map((row) => row[0]?.text ?? "")
    : head.map(({ text }) => text);
  const chosen = { answer: choose(labels, "answer"), fix: choose(labels, "fix") };
  return body.flatMap((row, index) =>
    row.flatMap((cell, column) => {
      const severities = isTransposed ? across[column] : severitiesIn(row[key]?.text ?? "");
      const label = (isTransposed ? row[0] : head[column])?.text ?? "";
      if (column === (isTransposed ? 0 : key) || severities === undefined) return [];
      const kind = kindOf(label);
      const isTime = TIMED.test(label) && timesIn(cell.text).length > 0;
      if (kind === undefined ? !isTime : chosen[kind] !== (isTransposed ? index : column))
        return [];
      const time = kind === undefined ? "undetermined" : promisedIn(cell.text);
      return promisesOf(severities, kind, time, cell, top + index + 2);
    }),
  );
}

/** Of several columns for one kind (acknowledgement and triage, fix and disclosure) the one that names it best. */
function choose(labels: readonly string[], kind: PromiseKind): number {
  const best =
    kind === "fix" ? /\bfix|patch|remed|resol/i : /acknowledg|first|initial|answer|repl/i;
  const own = labels.map((label) => kindOf(label) === kind);
  const at = labels.findIndex((label, index) => own[index] && best.test(label));
  return at < 0 ? own.indexOf(true) : at;
}

function promisesOf(
  severities: readonly Severity[],
  kind: PromiseKind | undefined,
  time: Promised,
  { text, column }: Cell,
  line: number,
): readonly TimePromise[] {
  const kinds: readonly PromiseKind[] = kind === undefined ? ["answer", "fix"] : [kind];
  return severities.flatMap((severity) =>
    kinds.map((each) => ({ severity, kind: each, time, text, line, column })),
  );
}

/** What the headings and list items above a line say. */
interface Context {
  readonly kind?: PromiseKind | undefined;
  readonly severities?: readonly Severity[];
  /** Of the list item that named the severities, in blanks. */
  readonly indent?: number;
}

function contextOf(line: string, before: Context): Context {
  const heading = /^ {0,3}#{1,6}\s+(.*)$/.exec(line)?.[1];
  if (heading !== undefined) {
    return { kind: kindOf(heading), severities: severitiesIn(heading), indent: -1 };
  }
  const item = itemOf(line);
  if (item === undefined) {
    const isIntroduction = /[:：]\s*\**\s*$/.test(line);
    const introduced = isIntroduction ? severitiesIn(line) : [];
    if (introduced.length > 0) return { severities: introduced, indent: -1 };
    return isIntroduction && kindOf(line) ? { ...before, kind: kindOf(line) } : before;
  }
  const severities = severitiesIn(item.text);
  if (severities.length > 0 && timesIn(wordsOf(item.text)).length === 0)
    return { ...before, severities, indent: item.indent };
  const isDeeper = item.indent > (before.indent ?? -1);
  return isDeeper ? before : { kind: before.kind };
}

function itemOf(line: string): { readonly text: string; readonly indent: number } | undefined {
  const match = /^(\s*)(?:[-*+]|\d{1,3}[.)])\s+(\S.*)$/.exec(line);
  return match === null ? undefined : { indent: match[1]?.length ?? 0, text: match[2] ?? "" };
}

/** The times of `- **Critical**: answer within 24 hours, fix within 7 days`, or of an item below a severity. */
function listPromises(line: string, number: number, context: Context): readonly TimePromise[] {
  const item = itemOf(line);
  if (item === undefined) return [];
  const text = wordsOf(item.text);
  const own = severitiesIn(text);
  const severities = own.length > 0 ? own : (context.severities ?? []);
  const column = line.length - line.trimStart().length + 1;
  const times = timesIn(text);
  if (severities.length === 0 || times.length === 0) return [];
  return clausesOf(text).flatMap((clause) => {
    const found = timesIn(clause).map(({ hours }) => hours);
    if (found.length === 0) return [];
    const kind = kindOf(clause) ?? context.kind;
    const time = kind === undefined ? "undetermined" : Math.max(...found);
    return promisesOf(severities, kind, time, { text: clause.trim(), column }, number);
  });
}

function clausesOf(text: string): readonly string[] {
  return text.split(/[;,/+|→]|\. |\band\b|\bthen\b|\(/);
}
