import type { Hunk } from "./patch.ts";

const NEWLINE = 0x0a;

/** Collects the added lines of one hunk, without the `+` before each. Its buffer is used again for the next hunk. */
export interface HunkText {
  begin(startLine: number): void;
  /** Takes `chunk[from, to)` of an added line; `ends` says whether its `\n` is among it. Returns a hunk where one is full. */
  add(chunk: Buffer, from: number, to: number, ends: boolean): Hunk | undefined;
  /** The last line has no `\n` in the file. */
  dropNewline(): void;
  take(): Hunk;
  readonly isEmpty: boolean;
}

/** @param limit Added lines above this many bytes come in several hunks. */
export function createHunkText(limit: number): HunkText {
  let buffer: Buffer = Buffer.allocUnsafe(64 * 1024);
  let length = 0;
  let startLine = 1;
  let lines = 0;
  const take = (): Hunk => {
    const hunk = { startLine, addedText: buffer.toString("latin1", 0, length) };
    startLine += lines;
    length = lines = 0;
    return hunk;
  };
  return {
    begin(line) {
      startLine = line;
      length = lines = 0;
    },
    add(chunk, from, to, ends) {
      const more = to - from;
      if (length + more > buffer.length) buffer = grown(buffer, length, more);
      chunk.copy(buffer, length, from, to);
      length += more;
      if (ends) lines++;
      if (length < limit) return undefined;
      // Cut after a line; a single line that is far larger is cut where it stands, for memory is bounded before all.
      if (ends) return take();
      return length < 4 * limit ? undefined : { ...take(), cut: true };
    },
    dropNewline() {
      if (length > 0 && buffer[length - 1] === NEWLINE) length--;
    },
    take,
    get isEmpty() {
      return length === 0;
    },
  };
}

function grown(buffer: Buffer, used: number, more: number): Buffer {
  const larger = Buffer.allocUnsafe(Math.max(buffer.length * 2, used + more));
  buffer.copy(larger, 0, 0, used);
  return larger;
}
