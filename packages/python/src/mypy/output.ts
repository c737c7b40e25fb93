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
  /** The first notes at the same place. */
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

const MAX_HINTS = 10;

/**
 * Reads what mypy prints: its text, with columns and codes, or one JSON object a line (`-O json`, from 1.11). Some errors that stop it
 * are text in either form.
 *
 * @throws ExternalError when a line of JSON is none: the output was cut off
 */
export function readMypy(root: string, output: string, isJson: boolean): MypyOutput {
  const messages: MypyMessage[] = [];
  const others: string[] = [];
  for (const line of output.split(/\r?\n/)) {
    const isRow = isJson && line.startsWith("{");
    const message = isRow ? ofJson(root, line) : ofText(root, line);
    const last = messages.at(-1);
    if (message === undefined) {
      if (line !== "") others.push(line);
    } else if (
      !isRow &&
      message.severity === "note" &&
      last?.severity === "error" &&
      last.path === message.path &&
      last.line === message.line
    ) {
      if (last.hints.length < MAX_HINTS)
        messages.splice(-1, 1, { ...last, hints: [...last.hints, message.message] });
    } else messages.push(message);
  }
  return { messages, others };
}

function ofText(root: string, line: string): MypyMessage | undefined {
  const match = TEXT.exec(line);
  if (match === null) return undefined;
  const [, file = "", at, column, endLine, severity, message = "", code] = match;
  return {
    ...{ path: pathInside(root, file), message, code, hints: [] },
    ...{ line: numberOf(at), column: numberOf(column), endLine: numberOf(endLine) },
    // A file may be called `x: note: y.py`.
    severity: severity === "note" && !message.includes(": error: ") ? "note" : "error",
  };
}

function ofJson(root: string, text: string): MypyMessage {
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
    hints:
      typeof hint === "string" ? hint.split("\n", MAX_HINTS).filter((each) => each !== "") : [],
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unexpected();
  }
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

function unexpected(): ExternalError {
  return toolFailure("mypy", "printed a line that is not its JSON, or only half of one");
}
