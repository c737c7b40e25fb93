import { UsageError } from "@assay/core";

/** One entry: the requirements that it fulfils, and what fulfils them. */
export interface ClassicEntry {
  /** `name@range`, as they are written. */
  readonly selectors: readonly string[];
  /** 1-based. */
  readonly line: number;
  readonly fields: ReadonlyMap<string, string>;
  readonly dependencies: ReadonlyMap<string, string>;
  readonly optionalDependencies: ReadonlyMap<string, string>;
}

/** A line that is not understood. */
export interface OddLine {
  readonly line: number;
  readonly reason: string;
  /** The first selector of the entry that it stands in. */
  readonly selector: string | undefined;
}

interface OpenEntry extends ClassicEntry {
  readonly fields: Map<string, string>;
  readonly dependencies: Map<string, string>;
  readonly optionalDependencies: Map<string, string>;
}

/**
 * The entries of a `yarn.lock` of Yarn 1, line by line: selectors with a colon behind them, fields two columns in, dependencies four.
 *
 * @throws UsageError when it is of another version, or no line of it is an entry's.
 */
export function parseClassic(
  path: string,
  text: string,
): { readonly entries: readonly ClassicEntry[]; readonly odd: readonly OddLine[] } {
  const version = /^# yarn lockfile v(\S{1,20})\s*$/m.exec(text)?.[1] ?? "1";
  if (version !== "1")
    throw new UsageError(
      `${path} is a Yarn lockfile of the version ${JSON.stringify(version)}; 1 is known`,
    );
  const entries: OpenEntry[] = [];
  const odd: OddLine[] = [];
  let entry: OpenEntry | undefined;
  let block: Map<string, string> | undefined;
  let line = 0;
  for (const whole of text.split("\n")) {
    line += 1;
    const content = whole.trim();
    if (content === "" || content.startsWith("#")) continue;
    const indent = whole.length - whole.trimStart().length;
    const problem = (reason: string) => odd.push({ line, reason, selector: entry?.selectors[0] });
    if (indent === 0) {
      const selectors = readSelectors(content);
      block = undefined;
      entry = selectors === undefined ? undefined : openEntry(selectors, line);
      if (entry === undefined) problem("the line is no entry");
      else entries.push(entry);
      continue;
    }
    if (entry === undefined) {
      problem("the line belongs to no entry");
      continue;
    }
    if (indent === 2 && content.endsWith(":")) {
      block = blockOf(entry, content.slice(0, -1));
      if (block === undefined) problem(`\`${content.slice(0, 50)}\` is not known`);
      continue;
    }
    const target = indent === 2 ? entry.fields : indent === 4 ? block : undefined;
    const pair = readPair(content);
    if (target === undefined || pair === undefined) problem("the line is no field");
    else if (target.has(pair.key)) problem(`\`${pair.key}\` stands there twice`);
    if (target !== undefined && pair !== undefined) target.set(pair.key, pair.value);
    if (indent === 2) block = undefined;
  }
  if (entries.length === 0 && odd.length > 0)
    throw new UsageError(`${path} is no Yarn lockfile: line ${odd[0]?.line} is no entry`);
  return { entries, odd };
}

function openEntry(selectors: readonly string[], line: number): OpenEntry {
  const [fields, dependencies, optionalDependencies] = [new Map(), new Map(), new Map()];
  return { selectors, line, fields, dependencies, optionalDependencies };
}

function blockOf(entry: OpenEntry, name: string): Map<string, string> | undefined {
  if (name === "dependencies") return entry.dependencies;
  return name === "optionalDependencies" ? entry.optionalDependencies : undefined;
}

/** `a@^1, "b@>= 2"` with a colon behind it. */
function readSelectors(content: string): readonly string[] | undefined {
  const selectors: string[] = [];
  let at = 0;
  for (;;) {
    const { text, after } = readText(content, at, ",:");
    if (text === undefined || text === "") return undefined;
    selectors.push(text);
    if (content[after] === ",") at = skipBlanks(content, after + 1);
    else return content[after] === ":" && after + 1 === content.length ? selectors : undefined;
  }
}

/** `key value`: each a word or quoted. */
function readPair(content: string): { readonly key: string; readonly value: string } | undefined {
  const { text: key, after } = readText(content, 0, " ");
  const start = skipBlanks(content, after);
  if (key === undefined || key === "" || start === after) return undefined;
  if (content[start] !== '"') return { key, value: content.slice(start) };
  const { text: value, after: end } = readText(content, start, "");
  return value === undefined || end !== content.length ? undefined : { key, value };
}

/** A JSON string, or what stands before one of `stops`. */
function readText(
  content: string,
  start: number,
  stops: string,
): { readonly text: string | undefined; readonly after: number } {
  if (content[start] !== '"') {
    let at = start;
    while (at < content.length && !stops.includes(content.charAt(at))) at++;
    return { text: content.slice(start, at), after: at };
  }
  let close = content.indexOf('"', start + 1);
  while (close >= 0 && isEscaped(content, close)) close = content.indexOf('"', close + 1);
  if (close < 0) return { text: undefined, after: content.length };
  return { text: unquote(content.slice(start, close + 1)), after: close + 1 };
}

function isEscaped(content: string, at: number): boolean {
  let backslashes = 0;
  while (content[at - 1 - backslashes] === "\\") backslashes++;
  return backslashes % 2 === 1;
}

function unquote(quoted: string): string | undefined {
  if (!quoted.includes("\\")) return quoted.slice(1, -1);
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return undefined;
  }
}

function skipBlanks(content: string, start: number): number {
  let at = start;
  while (content[at] === " ") at++;
  return at;
}
