import { type ExternalError, isRecord } from "@assay/core";
import { pathInside } from "../located.ts";
import { toolFailure } from "../tools/tool.ts";

/** One error or note of mypy. */
export interface MypyMessage {
  /** Relative to the root; `undefined` outside of it. */
  readonly path: string | undefined;
  /** From 1; `undefined` where mypy names none. */
  readonly line: number | undefined;
  /** From 1, in characters of Python's `str` or bytes, as mypy has it. */
  readonly column: number | undefined;
  readonly endLine: number | undefined;
  readonly severity: "error" | "note";
  readonly code: string | undefined;
  readonly message: string;
  /** Notes at the same place. */
  readonly hints: readonly string[];
}

export interface MypyOutput {
  readonly messages: readonly MypyMessage[];
  /** Lines that are no messages. */
  readonly others: readonly string[];
}

/** `file:line[:column[:end line:end column]]: error: message  [code]`; a drive letter has a colon of its own. */
const TEXT =
  /^(.+?)(?::(\d+)(?::(\d+)(?::(\d+):\d+)?)?)?: (error|note): (.*?)(?: {2}\[([\w-]+)\])?$/;

/** Reads the text form, with columns and codes: versions before 1.11 have no other. */
export function readMypyText(root: string, output: string): MypyOutput {
  const messages: MypyMessage[] = [];
  const others: string[] = [];
  for (const line of linesOf(output)) {
    const match = TEXT.exec(line);
    if (match === null) {
      others.push(line);
      continue;
    }
    const [, file = "", at, column, endLine, severity, message = "", code] = match;
    const path = pathInside(root, file);
    const last = messages.at(-1);
    if (
      severity === "note" &&
      last?.severity === "error" &&
      last.path === path &&
      last.line === numberOf(at)
    ) {
      messages.splice(-1, 1, { ...last, hints: [...last.hints, message] });
      continue;
    }
    messages.push({
      ...{ path, message, code, hints: [] },
      ...{ line: numberOf(at), column: numberOf(column), endLine: numberOf(endLine) },
      severity: severity === "note" ? "note" : "error",
    });
  }
  return { messages, others };
}

/**
 * Reads one JSON object a line (`-O json`).
 *
 * @throws ExternalError when a line begins as one and is none: the output was cut off
 */
export function readMypyJson(root: string, output: string): MypyOutput {
  const messages: MypyMessage[] = [];
  const others: string[] = [];
  for (const line of linesOf(output)) {
    if (line.startsWith("{")) messages.push(messageOf(root, line));
    else others.push(line);
  }
  return { messages, others };
}

function messageOf(root: string, text: string): MypyMessage {
  const row = parsed(text);
  const {
    file,
    line,
    column,
    message,
    hint,
    code,
    severity,
    end_line: endLine,
  } = isRecord(row) ? row : {};
  if (typeof file !== "string" || typeof message !== "string" || typeof line !== "number")
    throw unexpected();
  if (severity !== "error" && severity !== "note") throw unexpected();
  return {
    path: pathInside(root, file),
    line: line > 0 ? line : undefined,
    column: typeof column === "number" && column >= 0 ? column + 1 : undefined,
    endLine: typeof endLine === "number" && endLine >= line ? endLine : undefined,
    severity,
    code: typeof code === "string" ? code : undefined,
    message,
    hints: typeof hint === "string" ? hint.split("\n").filter((each) => each !== "") : [],
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unexpected();
  }
}

function linesOf(output: string): readonly string[] {
  return output.split(/\r?\n/).filter((line) => line !== "");
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

function unexpected(): ExternalError {
  return toolFailure("mypy", "printed a line that is not its JSON, or only half of one");
}
