/** One command of a shell script, continued lines joined. */
export interface ScriptLine {
  /** Without the blanks at its ends; its beginning where it is longer than 2,000 characters. */
  readonly text: string;
  /** Line of the script, from 0. */
  readonly line: number;
}

/** A longer command is read so far: patterns look back and forth within one. */
const MAX_COMMAND = 2000;

/** The commands of a script line by line, without comments and what `echo` only prints. */
export function scriptLines(script: string): readonly ScriptLine[] {
  const found: ScriptLine[] = [];
  let joined = "";
  let start = 0;
  for (const [at, line] of script.split(/\r?\n/).entries()) {
    if (joined === "") start = at;
    const isContinued = /(?<!\\)\\$/.test(line);
    joined += isContinued ? `${line.slice(0, -1)} ` : line;
    if (isContinued) continue;
    const text = joined.trim().slice(0, MAX_COMMAND);
    joined = "";
    if (text !== "" && !text.startsWith("#") && !/^echo\s+(['"])[^'"$`|>]*\1$/.test(text))
      found.push({ text, line: start });
  }
  if (joined.trim() !== "") found.push({ text: joined.trim().slice(0, MAX_COMMAND), line: start });
  return found;
}
