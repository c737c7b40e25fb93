/** A Markdown text whose comments and, if wanted, fenced blocks are blanks: every character keeps its line and column. */
export function maskMarkdown(text: string, fences: boolean): string {
  const open = blank(text, /<!--[\s\S]*?(?:-->|$)/g);
  if (!fences) return open;
  let fence: string | undefined;
  return open
    .split("\n")
    .map((line) => {
      const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
      if (fence === undefined) {
        if (mark === undefined) return line;
        fence = mark;
      } else if (mark?.startsWith(fence) && /^\s*[`~]+\s*$/.test(line)) {
        fence = undefined;
      }
      return " ".repeat(line.length);
    })
    .join("\n");
}

/** The lines of a text; of what is no prose for people, only the start. */
export function linesOf(text: string): readonly string[] {
  return text.split("\n").map((line) => line.slice(0, 4000));
}

function blank(text: string, pattern: RegExp): string {
  return text.replace(pattern, (part) => part.replace(/[^\n]/g, " "));
}

/** The words of a piece of Markdown: no emphasis, code marks, footnotes, tags; of a link its text. */
export function wordsOf(markdown: string): string {
  return markdown
    .replace(/\[\^[^\]]{0,40}\]/g, "")
    .replace(/\[([^[\]]{0,200})\](?:\([^()]{0,400}\)|\[[^[\]]{0,80}\])/g, "$1")
    .replace(/<[^<>]{1,200}>/g, " ")
    .replace(/&nbsp;/g, " ")
    .replace(/\\\|/g, "|")
    .replace(/[*`~]|(?<!\w)_|_(?!\w)/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
