import type { Edit } from "../rule.ts";

const CONTEXT = 3;

interface Hunk {
  /** Lines of the old text from 0, the end exclusive. */
  start: number;
  end: number;
  /** Offsets in the old text. */
  readonly edits: Edit[];
}

/**
 * A unified diff of what edits do to a file. Lines keep their own line ends.
 *
 * @param edits Sorted and not overlapping.
 */
export function unifiedDiff(path: string, text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return "";
  const lines: readonly string[] = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length);
  const lineOf = (offset: number) => {
    const at = starts.findLastIndex((start) => start <= offset);
    return Math.min(at, Math.max(0, lines.length - 1));
  };
  const hunks: Hunk[] = [];
  for (const edit of edits) {
    const start = lineOf(edit.start);
    const end = lineOf(Math.max(edit.start, edit.end - 1)) + 1;
    const last = hunks.at(-1);
    if (last !== undefined && start - last.end <= 2 * CONTEXT) {
      last.end = Math.max(last.end, end);
      last.edits.push(edit);
    } else hunks.push({ start, end, edits: [edit] });
  }
  let shift = 0;
  const texts = hunks.map(({ start: first, end: last, edits: own }) => {
    let [start, end] = [first, last];
    const from = starts[start] ?? 0;
    const old = lines.slice(start, end);
    let made = "";
    let at = from;
    for (const edit of own) {
      made += text.slice(at, edit.start) + edit.text;
      at = edit.end;
    }
    made += text.slice(at, starts[end] ?? text.length);
    const now: string[] = made.match(/[^\n]*\n|[^\n]+$/g) ?? [];
    // As many lines of context on both sides: `patch` takes less behind for the end of the file.
    while (old.length > 0 && old[0] === now[0]) {
      old.shift();
      now.shift();
      start++;
    }
    while (old.length > 0 && old.at(-1) === now.at(-1)) {
      old.pop();
      now.pop();
      end--;
    }
    const before = lines.slice(Math.max(0, start - CONTEXT), start);
    const after = lines.slice(end, end + CONTEXT);
    const size = before.length + after.length;
    const line = Math.max(0, start - CONTEXT) + 1;
    const head = `@@ -${line},${size + old.length} +${line + shift},${size + now.length} @@\n`;
    shift += now.length - old.length;
    return head + [...marked(" ", before), ...changed(old, now), ...marked(" ", after)].join("");
  });
  return `--- a/${path}\n+++ b/${path}\n${texts.join("")}`;
}

/** Lines that stay at both ends are no change. */
function changed(old: readonly string[], now: readonly string[]): readonly string[] {
  const result: string[] = [];
  let from = 0;
  for (const [at, line] of old.entries()) {
    const found = now.indexOf(line, from);
    if (found < 0) {
      result.push(...marked("-", [line]));
      continue;
    }
    // Only what stands behind the lines that are gone so far may be in between.
    result.push(...marked("+", now.slice(from, found)), ...marked(" ", [line]));
    from = found + 1;
    if (at === old.length - 1) break;
  }
  return [...result, ...marked("+", now.slice(from))];
}

function marked(mark: string, lines: readonly string[]): readonly string[] {
  return lines.map((line) =>
    line.endsWith("\n") ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`,
  );
}
