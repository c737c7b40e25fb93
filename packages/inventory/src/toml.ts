import { isRecord, UsageError } from "@assay/core";
import { parse, TomlError } from "smol-toml";

const MAX_DEPTH = 64;

export type Table = Readonly<Record<string, unknown>>;

/**
 * Reads TOML 1.0.
 *
 * @throws UsageError that names the line where it is none; never with text of the file, which may hold a secret
 */
export function parseToml(path: string, text: string, hint?: string): Table {
  try {
    return parse(text, { maxDepth: MAX_DEPTH });
  } catch (cause) {
    if (!(cause instanceof TomlError)) throw cause;
    const [reason = ""] = cause.message.split("\n");
    const why = reason.replace(/^Invalid TOML document: /, "");
    throw new UsageError(
      `${path} is no TOML (line ${cause.line}: ${why})`,
      hint === undefined ? {} : { hint },
    );
  }
}

/** The 1-based line of each table of a list, where it stands under a header of its own: one per table, in order. */
export function tableLines(text: string, name: string): readonly number[] {
  const header = `[[${name}]]`;
  const hasLongStrings = text.includes('"""') || text.includes("'''");
  return hasLongStrings ? linesOutsideStrings(text, header) : linesOf(text, header);
}

function linesOf(text: string, header: string): readonly number[] {
  const lines: number[] = [];
  let line = 1;
  let counted = 0;
  for (let at = text.indexOf(header); at >= 0; at = text.indexOf(header, at + header.length)) {
    for (let next = text.indexOf("\n", counted); next >= 0 && next < at; line++) {
      counted = next + 1;
      next = text.indexOf("\n", counted);
    }
    if (text.slice(counted, at).trim() === "") lines.push(line);
  }
  return lines;
}

function linesOutsideStrings(text: string, header: string): readonly number[] {
  const lines: number[] = [];
  let closing: string | undefined;
  for (const [index, content] of text.split("\n").entries()) {
    if (closing === undefined && content.trimStart().startsWith(header)) lines.push(index + 1);
    closing = openString(content, closing);
  }
  return lines;
}

/** Which multi-line string is open at the end of a line, by the quotes that close it. */
function openString(content: string, open: string | undefined): string | undefined {
  if (open === undefined && !content.includes('"""') && !content.includes("'''")) return undefined;
  let closing = open;
  for (let at = 0; at < content.length; at++) {
    const quotes = content.slice(at, at + 3);
    if (closing === undefined && content[at] === "#") return undefined;
    if (closing === '"""' && content[at] === "\\") at++;
    else if (closing === undefined && (quotes === '"""' || quotes === "'''")) {
      closing = quotes;
      at += 2;
    } else if (quotes === closing) {
      closing = undefined;
      at += 2;
    }
  }
  return closing;
}

/** The tables of a value that should be a list of tables, with what is no table as `undefined`. */
export function tablesOf(value: unknown): readonly (Table | undefined)[] {
  return Array.isArray(value) ? value.map((each) => (isRecord(each) ? each : undefined)) : [];
}

/** A text that is not empty. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The texts of a list. */
export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

export function tableOf(value: unknown): Table {
  return isRecord(value) ? value : {};
}
