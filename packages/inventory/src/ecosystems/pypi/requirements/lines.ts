/** One logical line of a requirements file (https://pip.pypa.io/en/stable/reference/requirements-file-format/). */
export interface RequirementLine {
  /** Continued lines joined, without comment; not empty. */
  readonly text: string;
  /** 1-based, where it begins. */
  readonly line: number;
  /** What the comments behind and below it say, each without its `#`. */
  readonly comments: readonly string[];
}

/** Where pip, which is Python, ends a line. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what Python takes for the end of a line
const LINE_END = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/;

/** The encoding that a file says it has, which pip believes; `undefined` for UTF-8. */
export function statedEncoding(text: string): string | undefined {
  const comments = text.split("\n", 2).filter((line) => line.startsWith("#"));
  const found = comments
    .map((line) => /coding[:=]\s*([-\w.]+)/.exec(line)?.[1] ?? "")
    .find(Boolean);
  return found === undefined || /^(?:utf[-_]?8|(?:us[-_]?)?ascii)$/i.test(found)
    ? undefined
    : found;
}

/** The logical lines of a file, and the comments above the first of them. */
export function readLines(text: string): {
  readonly lines: readonly RequirementLine[];
  readonly header: readonly string[];
} {
  const lines: { text: string; line: number; comments: string[] }[] = [];
  const header: string[] = [];
  let open: { text: string; line: number } | undefined;
  const close = (comment?: string) => {
    const found = open?.text.trim() ?? "";
    if (open !== undefined && found !== "")
      lines.push({ text: found, line: open.line, comments: [] });
    open = undefined;
    if (comment !== undefined) (lines.at(-1)?.comments ?? header).push(comment);
  };
  for (const [index, raw] of text.split(LINE_END).entries()) {
    const start = raw.trimStart();
    // A comment ends a line that would go on.
    if (start.startsWith("#")) {
      close(start.slice(1).trim());
      continue;
    }
    const hash = raw.search(/\s#/);
    const content = hash < 0 ? raw : raw.slice(0, hash);
    const comment = hash < 0 ? undefined : raw.slice(hash + 2).trim();
    const isContinued = hash < 0 && content.endsWith("\\");
    open ??= { text: "", line: index + 1 };
    open.text += isContinued ? content.slice(0, -1) : content;
    if (!isContinued) close(open.text.trim() === "" ? undefined : comment);
  }
  close();
  return { lines, header };
}

/** An option on a line of its own, or a requirement with the options behind it. */
export interface ParsedLine {
  /** `-r`, `-c`, `-e`, or the option as it is written in full; absent on a requirement. */
  readonly option?: string;
  /** The option's value, or the requirement. */
  readonly value: string;
  /** `algorithm:hex`, in order. */
  readonly hashes: readonly string[];
}

const LONG_NAMES: ReadonlyMap<string, string> = new Map([
  ["--index-url", "-i"],
  ["--pypi-url", "-i"],
  ["--find-links", "-f"],
]);

export function parseLine(text: string): ParsedLine {
  const [, written = "", behind = ""] = /^(-[a-z]|--[a-z][a-z-]*)(.*)$/s.exec(text) ?? [];
  const hashes = [...text.matchAll(/\s--hash[=\s]\s*(\S+)/g)].map(([, hash = ""]) => hash);
  if (written !== "") {
    const option = shortName(written);
    const value = behind.replace(/^[=\s]\s*/, "").trim();
    const own = { option, value: unquoted(withoutOptions(value)), hashes };
    // Of several options on one line, one that includes a file counts before the others.
    return option === "-r" || option === "-e" ? own : (included(value) ?? own);
  }
  return { value: withoutOptions(text), hashes };
}

/** Options may be cut where what is left is no other's. */
function shortName(option: string): string {
  if (/^--requirem[a-z]*$/.test(option)) return "-r";
  if (/^--cons[a-z]*$/.test(option)) return "-c";
  return /^--ed[a-z]*$/.test(option) ? "-e" : (LONG_NAMES.get(option) ?? option);
}

/** The first file that is included behind another option. */
function included(text: string): ParsedLine | undefined {
  for (const [option, pattern] of INCLUDES) {
    const value = pattern.exec(text)?.[1];
    if (value !== undefined) return { option, value: unquoted(value), hashes: [] };
  }
  return undefined;
}

const INCLUDES = [
  ["-r", /(?:^|\s)(?:-r|--requirem[a-z]*[=\s])\s*(\S+)/],
  ["-c", /(?:^|\s)(?:-c|--cons[a-z]*[=\s])\s*(\S+)/],
] as const;

/** pip takes options apart as a shell does. */
function unquoted(text: string): string {
  if (!/["'\\]/.test(text)) return text;
  return text.replace(
    /\\(.)|"((?:[^"\\]|\\.)*)"|'([^']*)'/gs,
    (_, escaped: string | undefined, double: string | undefined, single: string | undefined) =>
      escaped ?? double?.replace(/\\(["\\])/g, "$1") ?? single ?? "",
  );
}

/** Without `--hash=…` and what else stands behind a requirement. */
function withoutOptions(text: string): string {
  const at = text.search(/\s--?[a-z]/);
  return (at < 0 ? text : text.slice(0, at)).trim();
}
