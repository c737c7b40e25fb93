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
  return Array.from(text.matchAll(PYTHON_TOKEN), ({ 0: token, index }) => {
    const [tool] = token.startsWith("#")
      ? (PYTHON_MARKS.find(([, pattern]) => pattern.test(token)) ?? [])
      : [];
    return tool === undefined ? [] : [at(text, tool, index)];
  }).flat();
}

function at(text: string, tool: string, index: number): BareComment {
  const start = text.lastIndexOf("\n", index - 1) + 1;
  const end = text.indexOf("\n", index);
  return {
    tool,
    text: text.slice(start, end < 0 ? text.length : end).trim(),
    line: text.slice(0, index).split("\n").length,
    column: index - start + 1,
  };
}
