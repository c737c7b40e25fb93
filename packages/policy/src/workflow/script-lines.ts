/** One command of a shell script, continued lines joined. */
export interface ScriptLine {
  /** Without the blanks at its ends; one that is longer than 2,000 characters comes in pieces. */
  readonly text: string;
  /** Line of the script, from 0. */
  readonly line: number;
}

/** The patterns look back and forth within a line: a longer one comes in pieces that overlap, so that nothing hides behind its length. */
const MAX_LINE = 2000;
const OVERLAP = 200;

/** The commands of a script line by line, without comments and what `echo` only prints. */
export function scriptLines(script: string): readonly ScriptLine[] {
  const found: ScriptLine[] = [];
  let joined = "";
  let start = 0;
  for (const [at, line] of script.split(/\r?\n/).entries()) {
    if (joined === "") start = at;
    // The sign at the end of a comment continues nothing.
    if (joined === "" && /^\s*#/.test(line)) continue;
    const isContinued = /(?<!\\)\\$/.test(line);
    joined += isContinued ? `${line.slice(0, -1)} ` : line;
    if (isContinued) continue;
    const text = joined.trim();
    joined = "";
    if (text !== "" && !/^echo\s+(['"])[^'"$`|>]*\1$/.test(text))
      found.push(...piecesOf(text, start));
  }
  if (joined.trim() !== "") found.push(...piecesOf(joined.trim(), start));
  return found;
}

function piecesOf(text: string, line: number): readonly ScriptLine[] {
  if (text.length <= MAX_LINE) return [{ text, line }];
  const packed = text.replace(/\s+/g, " ");
  const pieces: ScriptLine[] = [];
  for (let at = 0; at === 0 || at < packed.length - OVERLAP; at += MAX_LINE - OVERLAP)
    pieces.push({ text: packed.slice(at, at + MAX_LINE), line });
  return pieces;
}
