import { UsageError } from "@assay/core";

/** Where a file of Terraform's language is read. */
export interface Cursor {
  readonly path: string;
  readonly text: string;
  at: number;
  line: number;
}

const NAME = /[\p{L}_][\p{L}\p{N}_-]*/uy;

/** @throws UsageError always, with the line */
export function fail({ path, line }: Cursor, reason: string): never {
  throw new UsageError(`${path} can't be understood from line ${line} on: ${reason}`);
}

/** A text over several lines, up to a line of its own name. */
export function heredoc(cursor: Cursor): boolean {
  const { text } = cursor;
  const [head, marker] =
    /^<<-?([\p{L}_][\p{L}\p{N}_-]*)\s*?\n/u.exec(text.slice(cursor.at, cursor.at + 200)) ?? [];
  if (head === undefined) return false;
  let at = cursor.at + head.length;
  cursor.line++;
  while (at < text.length) {
    const newline = text.indexOf("\n", at);
    const end = newline < 0 ? text.length : newline;
    if (text.slice(at, end).trim() === marker) {
      cursor.at = end;
      return true;
    }
    at = end + 1;
    cursor.line++;
  }
  return fail(cursor, `no line ends the text ${marker}`);
}

export function name(cursor: Cursor): string | undefined {
  NAME.lastIndex = cursor.at;
  const found = NAME.exec(cursor.text)?.[0];
  if (found !== undefined) cursor.at += found.length;
  return found;
}

/** Goes over blanks and comments, and over the ends of lines where they mean nothing. */
export function skip(cursor: Cursor, overLines: boolean): void {
  const { text } = cursor;
  for (;;) {
    const next = text[cursor.at];
    if (next === " " || next === "\t" || next === "\r" || next === "\uFEFF") cursor.at++;
    else if (next === "\n" && overLines) {
      cursor.at++;
      cursor.line++;
    } else if (next === "#" || (next === "/" && text[cursor.at + 1] === "/")) {
      const newline = text.indexOf("\n", cursor.at);
      cursor.at = newline < 0 ? text.length : newline;
    } else if (next === "/" && text[cursor.at + 1] === "*") {
      const end = text.indexOf("*/", cursor.at + 2);
      if (end < 0) fail(cursor, "a comment has no end");
      cursor.line += text.slice(cursor.at, end).split("\n").length - 1;
      cursor.at = end + 2;
    } else return;
  }
}
