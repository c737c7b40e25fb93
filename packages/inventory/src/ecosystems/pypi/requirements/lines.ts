/** One logical line of a requirements file (https://pip.pypa.io/en/stable/reference/requirements-file-format/). */
export interface RequirementLine {
  /** Continued lines joined, without comment; not empty. */
  readonly text: string;
  /** 1-based, where it begins. */
  readonly line: number;
  /** What the comments behind and below it say, each without its `#`. */
  readonly comments: readonly string[];
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
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
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
  ["--requirement", "-r"],
  ["--constraint", "-c"],
  ["--editable", "-e"],
  ["--index-url", "-i"],
  ["--pypi-url", "-i"],
  ["--find-links", "-f"],
]);

export function parseLine(text: string): ParsedLine {
  const [, option = "", behind = ""] = /^(-[a-z]|--[a-z][a-z-]*)(.*)$/s.exec(text) ?? [];
  const hashes = [...text.matchAll(/\s--hash[=\s]\s*(\S+)/g)].map(([, hash = ""]) => hash);
  if (option !== "") {
    const value = behind.replace(/^[=\s]\s*/, "").trim();
    return { option: LONG_NAMES.get(option) ?? option, value: withoutOptions(value), hashes };
  }
  return { value: withoutOptions(text), hashes };
}

/** Without `--hash=…` and what else stands behind a requirement. */
function withoutOptions(text: string): string {
  const at = text.search(/\s--?[a-z]/);
  return (at < 0 ? text : text.slice(0, at)).trim();
}
