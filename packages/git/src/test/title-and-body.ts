/** How far git's standard format moves a message to the right. */
const INDENT = "    ";
const TAB_WIDTH = 8;

/**
 * A message as gitleaks reports it, which reads it from the standard format of `git log`: tabs expanded, the first paragraph in
 * one line, an empty line, and the rest, where several empty lines count as one and none stands at the end. The indent of the
 * title is taken from every line that has it; other lines keep git's own.
 */
export function titleAndBody(message: string): string {
  const lines = message
    .split("\n")
    .map((line) => (INDENT + expandTabs(line)).trimEnd())
    .join("\n")
    .replace(/^\n+/, "")
    .split("\n");
  const gap = lines.indexOf("");
  const [title, rest] = gap < 0 ? [lines, []] : [lines.slice(0, gap), lines.slice(gap)];
  const indent = /^\s*/.exec(title[0] ?? "")?.[0] ?? "";
  const body = rest
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
    .join("\n")
    .replace(/\n+$/, "")
    .replace(/^\n+/, "")
    .replace(/\n{3,}/g, "\n\n");
  const head = title.map((line) => line.trim()).join(" ");
  return body === "" ? head : `${head}\n\n${body}`;
}

/** Up to the next multiple of eight columns; wide characters are counted as one. */
function expandTabs(line: string): string {
  if (!line.includes("\t")) return line;
  let text = "";
  let width = 0;
  for (const character of line) {
    const spaces = character === "\t" ? TAB_WIDTH - (width % TAB_WIDTH) : 0;
    text += spaces > 0 ? " ".repeat(spaces) : character;
    width += Math.max(spaces, 1);
  }
  return text;
}
