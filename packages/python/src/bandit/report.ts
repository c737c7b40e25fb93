import { type ExternalError, isRecord } from "@assay/core";
import { pathInside } from "../located.ts";
import { toolFailure } from "../tools/tool.ts";

/** One result of bandit. Fields that old versions lack are `undefined`. */
export interface BanditIssue {
  /** Relative to the root. */
  readonly path: string;
  readonly test: string;
  readonly name: string;
  readonly severity: string;
  readonly confidence: string;
  readonly text: string;
  readonly cwe: { readonly id: number; readonly link: string } | undefined;
  readonly moreInfo: string | undefined;
  /** From 1. */
  readonly line: number;
  /** Of the whole statement. */
  readonly lines: readonly number[];
  /** The least and the greatest of them: a statement may have more lines than a call takes arguments. */
  readonly first: number;
  readonly last: number;
  /** UTF-8 bytes from 0; -1 where bandit does not know. */
  readonly column: number;
  readonly endColumn: number;
}

export interface BanditReport {
  readonly issues: readonly BanditIssue[];
  readonly errors: readonly { readonly path: string; readonly reason: string }[];
  /** What bandit looked at. */
  readonly files: ReadonlySet<string>;
  /** `# nosec` that hide something: bare ones, and those with ids. */
  readonly bare: number;
  readonly named: number;
}

/**
 * Reads bandit's JSON. Its formats of 1.6 to 1.9 differ by missing fields only.
 *
 * @throws ExternalError when it is anything else, never with text of it: it holds lines of source
 */
export function readBandit(root: string, text: string): BanditReport {
  const report = parsed(text);
  const { results, errors, metrics } = report;
  if (!Array.isArray(results) || !Array.isArray(errors) || !isRecord(metrics)) throw unexpected();
  const inside = (written: string) => pathInside(root, written) ?? written;
  const totals = recordOf(metrics["_totals"]);
  return {
    issues: results.map((row) => issueOf(recordOf(row), inside)),
    errors: errors.map((row) => ({
      path: inside(textOf(recordOf(row), "filename")),
      reason: textOf(recordOf(row), "reason"),
    })),
    files: new Set(
      Object.keys(metrics).flatMap((file) => (file === "_totals" ? [] : inside(file))),
    ),
    bare: countOf(totals, "nosec"),
    named: countOf(totals, "skipped_tests"),
  };
}

type Fields = Readonly<Record<string, unknown>>;

function issueOf(row: Fields, inside: (path: string) => string): BanditIssue {
  const { line_range: range, issue_cwe: cwe, col_offset: from, end_col_offset: to } = row;
  const line = row["line_number"];
  if (!isLine(line)) throw unexpected();
  const lines = Array.isArray(range) ? range.filter(isLine) : [];
  return {
    path: inside(textOf(row, "filename")),
    test: textOf(row, "test_id"),
    name: textOf(row, "test_name"),
    severity: textOf(row, "issue_severity"),
    confidence: textOf(row, "issue_confidence"),
    text: textOf(row, "issue_text"),
    cwe:
      isRecord(cwe) && typeof cwe["id"] === "number"
        ? { id: cwe["id"], link: String(cwe["link"] ?? "") }
        : undefined,
    moreInfo: typeof row["more_info"] === "string" ? row["more_info"] : undefined,
    line,
    lines: lines.length === 0 ? [line] : lines,
    first: lines.reduce((least, each) => Math.min(least, each), lines[0] ?? line),
    last: lines.reduce((most, each) => Math.max(most, each), lines[0] ?? line),
    column: typeof from === "number" ? from : -1,
    endColumn: typeof to === "number" ? to : -1,
  };
}

function isLine(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function parsed(text: string): Fields {
  try {
    return recordOf(JSON.parse(text));
  } catch {
    // The parser's message would quote the report.
    throw unexpected();
  }
}

function recordOf(value: unknown): Fields {
  if (isRecord(value)) return value;
  throw unexpected();
}

function textOf(row: Fields, key: string): string {
  const value = row[key];
  if (typeof value === "string") return value;
  throw unexpected();
}

function countOf(row: Fields, key: string): number {
  const value = row[key];
  return typeof value === "number" ? value : 0;
}

function unexpected(): ExternalError {
  return toolFailure("bandit", "printed something that is not its JSON report");
}
