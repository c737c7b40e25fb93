import { fail, failTab, isGap, isMarker, type Part, type Scan, startLine } from "./scan.ts";

const NEWLINE = 0x0a;
const HEADER = /[|>](?:([1-9])([+-]?)|([+-])([1-9]?))?(?=[ \t\r]*(?:\n|$)|[ \t]+#)/y;

/** A literal (`|`) or folded (`>`) text, whose lines are indented further than `parent`. */
export function blockText<N>(scan: Scan<N>, parent: number): Part<N> {
  const { text, at: start } = scan;
  HEADER.lastIndex = start;
  const header = HEADER.exec(text);
  if (header === null)
    fail(scan, start, `behind ${text[start]} stand only 1 to 9, + or -, and a comment`);
  const chomp = header[2] || header[3];
  const explicit = Number(header[1] || header[4] || 0);
  const isFolded = text[start] === ">";
  scan.at = start + header[0].length;
  skipHeader(scan);
  const headerEnd = scan.at;
  const { lines, ends } = contentLines(scan, parent, explicit);
  let last = lines.length;
  while (last > 0 && lines[last - 1] === "") last--;
  const stop = ends[(chomp === "+" ? lines.length : last) - 1] ?? headerEnd;
  const end = Math.min(stop + 1, text.length);
  let content = isFolded ? fold(lines.slice(0, last)) : lines.slice(0, last).join("\n");
  if (chomp === "+") content += "\n".repeat(lines.length - last + (last > 0 ? 1 : 0));
  else if (chomp !== "-" && last > 0) content += "\n";
  return { start, end, text: content, style: isFolded ? "folded" : "literal" };
}

function skipHeader<N>(scan: Scan<N>): void {
  const { text } = scan;
  const newline = text.indexOf("\n", scan.at);
  const end = newline < 0 ? text.length : newline;
  const hash = text.slice(scan.at, end).indexOf("#");
  if (hash >= 0) {
    const from = scan.at + hash;
    const to = text[end - 1] === "\r" ? end - 1 : end;
    const comment = text.slice(from + 1, to).trim();
    scan.comments?.push({ text: comment, span: { start: from, end: to }, line: scan.line });
  }
  scan.at = end;
}

/** The lines without their indentation. The scan goes to the first line that is none of them. */
function contentLines<N>(
  scan: Scan<N>,
  parent: number,
  explicit: number,
): { readonly lines: string[]; readonly ends: number[] } {
  const { text } = scan;
  let indent = explicit === 0 ? -1 : Math.max(parent, 0) + explicit;
  const lines: string[] = [];
  let widest = 0;
  const ends: number[] = [];
  while (text.charCodeAt(scan.at) === NEWLINE) {
    const { lineStart: start, at: next } = atLine(scan);
    let stop = text.indexOf("\n", next);
    if (stop < 0) stop = text.length;
    const to = text.charCodeAt(stop - 1) === 0x0d && stop > next ? stop - 1 : stop;
    const isBlank = next >= to;
    const isLess = indent < 0 ? scan.indent <= parent : scan.indent < indent;
    if (isLess && text[next] === "\t") failTab(scan, next);
    if (isBlank) {
      // A line that nothing ends is none.
      if (stop === text.length && (indent < 0 || scan.indent <= indent)) {
        scan.at = stop;
        break;
      }
      if (indent < 0 && scan.indent > widest) widest = scan.indent;
    } else {
      if (isLess || (next === start && isMarker(text, next))) break;
      if (indent < 0) {
        indent = scan.indent;
        if (widest > indent) fail(scan, start, "a blank line before the text is indented further");
      }
    }
    lines.push(indent >= 0 ? text.slice(Math.min(start + indent, to), to) : "");
    ends.push(stop);
    scan.at = stop;
  }
  return { lines, ends };
}

function atLine<N>(scan: Scan<N>): Scan<N> {
  scan.at = startLine(scan, scan.at + 1);
  scan.first = scan.at;
  return scan;
}

/** One line break between two lines is a space, each further one is itself; all stay beside a line that starts with a blank. */
function fold(lines: readonly string[]): string {
  let content = "";
  let breaks = 0;
  let isSpaced: boolean | undefined;
  for (const line of lines) {
    if (line !== "") {
      const spaced = isGap(line.charCodeAt(0));
      const kept = isSpaced === undefined || isSpaced || spaced;
      content += kept ? "\n".repeat(breaks) : breaks === 1 ? " " : "\n".repeat(breaks - 1);
      content += line;
      isSpaced = spaced;
      breaks = 0;
    }
    breaks++;
  }
  return content;
}
