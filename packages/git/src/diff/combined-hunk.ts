import { unreadable } from "../repository/output.ts";
import type { HunkText } from "./hunk-text.ts";
import type { Hunk } from "./patch.ts";

const SPACE = 0x20;
const PLUS = 0x2b;
const MINUS = 0x2d;
const BACKSLASH = 0x5c;
const LINE_END = Buffer.from("\n");

/** Collects the lines of a combined diff (gitformat-diff, "Combined diff format") that no parent has. */
export interface CombinedHunk {
  /** Begins with the header `@@@ -1,2 -3 +4,5 @@@`, one `@` more than the merge has parents. */
  begin(header: string, parents: number): void;
  /** Takes a line without its `\n`: a column for each parent, then the text. */
  line(line: Buffer): void;
}

/**
 * Whether a byte begins a line of a combined hunk. Its line counts are of no use: git counts wrongly where a file is deleted. Nor
 * are they needed, for after the first hunk header of a file nothing else begins like this.
 */
export function isCombinedLine(byte: number | undefined): boolean {
  return byte === SPACE || byte === PLUS || byte === MINUS || byte === BACKSLASH;
}

export function createCombinedHunk(text: HunkText, emit: (hunk: Hunk) => void): CombinedHunk {
  let columns = 0;
  let lineNumber = 1;
  const add = (bytes: Buffer, from: number, ends: boolean) => {
    const full = text.add(bytes, from, bytes.length, ends);
    if (full !== undefined) emit(full);
  };
  return {
    begin(header, parents) {
      const marks = "@".repeat(parents + 1);
      const ranges = ` -\\d+(?:,\\d+)?`.repeat(parents);
      const match = new RegExp(`^${marks}${ranges} \\+(\\d+)(?:,\\d+)? ${marks}`).exec(header);
      if (match === null) throw unreadable(`the hunk header ${JSON.stringify(header)}`);
      columns = parents;
      lineNumber = Number(match[1]);
      text.begin(lineNumber);
    },
    line(line) {
      if (line[0] === BACKSLASH) return;
      let added = 0;
      let isRemoved = false;
      for (let at = 0; at < columns; at++) {
        const byte = line[at];
        if (byte === PLUS) added++;
        else if (byte === MINUS) isRemoved = true;
        else if (byte !== SPACE)
          throw unreadable("a line of a merge without a mark for each parent");
      }
      if (added === columns) {
        if (text.isEmpty) text.begin(lineNumber);
        add(line, columns, false);
        add(LINE_END, 0, true);
      } else if (!text.isEmpty && !isRemoved) emit(text.take());
      if (!isRemoved) lineNumber++;
    },
  };
}
