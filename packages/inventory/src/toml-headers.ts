import { lineCounter } from "./line-counter.ts";

/** Where a table of a list begins. */
export interface TomlHeader {
  /** The first character of its line. */
  readonly at: number;
  /** 1-based. */
  readonly line: number;
}

/** The headers `[[name]]` of a TOML text, in order; what stands in a string is none. */
export function headersOf(text: string, name: string): readonly TomlHeader[] {
  const header = `[[${name}]]`;
  const hasLongStrings = text.includes('"""') || text.includes("'''");
  return hasLongStrings ? headersOutsideStrings(text, header) : headersIn(text, header);
}

function headersIn(text: string, header: string): readonly TomlHeader[] {
  const headers: TomlHeader[] = [];
  const lineAt = lineCounter(text);
  for (let at = text.indexOf(header); at >= 0; at = text.indexOf(header, at + header.length)) {
    let start = at;
    while (start > 0 && text[start - 1] !== "\n" && text[start - 1]?.trim() === "") start--;
    if (start === 0 || text[start - 1] === "\n") headers.push({ at: start, line: lineAt(at) });
  }
  return headers;
}

function headersOutsideStrings(text: string, header: string): readonly TomlHeader[] {
  const headers: TomlHeader[] = [];
  let closing: string | undefined;
  let at = 0;
  for (const [index, content] of text.split("\n").entries()) {
    if (closing === undefined && content.trimStart().startsWith(header))
      headers.push({ at, line: index + 1 });
    closing = openString(content, closing);
    at += content.length + 1;
  }
  return headers;
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
