/** A comment that makes a tool quiet and gives neither rule nor reason. Lines and columns count from 1. */
export interface BareComment {
  readonly tool: string;
  /** The line without blanks around it: the same one in the base is no new one. */
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

const PYTHON_TOKEN =
  /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'|#[^\n]*/g;
const PYTHON_MARKS: readonly (readonly [tool: string, pattern: RegExp])[] = [
  // Followed by anything but a rule: `# nosec B602`, `# type: ignore[arg-type]`.
  ["bandit", /#\s*nosec\b(?![:\s]*(?:B\d|\w+_\w+))\s*$/i],
  ["mypy", /#\s*type:\s*ignore\s*(?:$|#)/],
];

/** The bare comments of a Python file: in real comments, not in strings. */
export function barePythonComments(text: string): readonly BareComment[] {
  if (!/nosec|type:\s*ignore/i.test(text)) return [];
  const found: BareComment[] = [];
  let [line, start] = [1, 0];
  for (const { 0: token, index } of text.matchAll(PYTHON_TOKEN)) {
    for (
      let next = text.indexOf("\n", start);
      next >= 0 && next < index;
      next = text.indexOf("\n", start)
    ) {
      line++;
      start = next + 1;
    }
    const [tool] = token.startsWith("#")
      ? (PYTHON_MARKS.find(([, pattern]) => pattern.test(token)) ?? [])
      : [];
    if (tool === undefined) continue;
    const whole = text.slice(start, index) + token;
    found.push({ tool, text: whole.trim(), line, column: index - start + 1 });
  }
  return found;
}
