import { open } from "node:fs/promises";
import { ExternalError } from "@assay/core";
import type { AcceptQuestion } from "../engine/rule-set.ts";
import type { Hit } from "../findings/hit.ts";
import { redacted } from "../redaction/redacted.ts";

/**
 * Reads the JSON report of gitleaks 8. Its columns are bytes and one too high after the first line, so only lines are taken.
 *
 * @param prefix the folder that is looked at, seen from the top of the repository, with `/` at its end or empty: files
 * outside of it are left out.
 * @param accept the last word on a match of a rule that has one: gitleaks knows expressions only.
 * @throws ExternalError when it is no such report.
 */
export function readReport(
  text: string,
  prefix: string,
  accept: (ruleId: string, question: AcceptQuestion) => boolean = () => true,
): readonly Hit[] {
  const rows = parse(text);
  return rows.flatMap((row) => {
    const file = textOf(row, "File").replaceAll("\\", "/").replace(/^\.\//, "");
    if (!file.startsWith(prefix)) return [];
    const path = file.slice(prefix.length);
    const match = textOf(row, "Match");
    const question = { secret: textOf(row, "Secret"), match, path, text: match, start: 0 };
    const hit = toHit(row, path);
    const decoded = hit.tags.some((tag) => tag.startsWith("decoded:"));
    return accept(hit.ruleId, { ...question, decoded }) ? [hit] : [];
  });
}

type Row = Readonly<Record<string, unknown>>;

function parse(text: string): readonly Row[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's message would quote the report, which holds secrets.
    throw unexpected();
  }
  if (!Array.isArray(value) || !value.every((row) => typeof row === "object" && row !== null)) {
    throw unexpected();
  }
  return value as readonly Row[];
}

function toHit(row: Row, path: string): Hit {
  const commit = textOf(row, "Commit");
  const line = numberOf(row, "StartLine");
  const secret = textOf(row, "Secret");
  const date = textOf(row, "Date");
  const inCommit = commit === "" ? {} : { commit };
  return {
    ruleId: textOf(row, "RuleID"),
    path,
    commit,
    line,
    marked: false,
    tags: Array.isArray(row["Tags"]) ? row["Tags"].filter((tag) => typeof tag === "string") : [],
    location:
      line < 1
        ? { path, ...inCommit }
        : {
            path,
            startLine: line,
            endLine: Math.max(line, numberOf(row, "EndLine")),
            ...inCommit,
          },
    ...(line < 1 ? {} : { secret: redacted(secret) }),
    ...(/^\d{4}-\d\d-\d\dT[\d:]{8}Z$/.test(date) ? { authoredAt: date } : {}),
  };
}

function textOf(row: Row, key: string): string {
  const value = row[key];
  if (value === undefined) return "";
  if (typeof value !== "string") throw unexpected();
  return value;
}

function numberOf(row: Row, key: string): number {
  const value = row[key];
  if (typeof value !== "number") throw unexpected();
  return value;
}

function unexpected(): ExternalError {
  return new ExternalError("gitleaks wrote a report that is not its JSON format", {
    hint: "Use gitleaks 8.19 or later.",
  });
}

const MAX_REPORT_BYTES = 256 * 1024 * 1024;

/** @throws ExternalError when gitleaks wrote no report, or one that is no file or too large to hold. */
export async function readReportFile(path: string): Promise<string> {
  const file = await open(path, "r").catch(() => undefined);
  if (file === undefined) throw noReport("gitleaks ended and wrote no report");
  try {
    const status = await file.stat();
    if (!status.isFile()) throw noReport("gitleaks left no file where its report should be");
    if (status.size > MAX_REPORT_BYTES) {
      throw noReport(
        `The report of gitleaks has ${status.size} bytes; at most ${MAX_REPORT_BYTES} are read`,
      );
    }
    return await file.readFile("utf8");
  } finally {
    await file.close();
  }
}

function noReport(message: string): ExternalError {
  return new ExternalError(message, {
    hint: "Check that `gitleaks-path` or the `gitleaks` on PATH is gitleaks 8.19 or later, or use `engine: native`.",
  });
}
