/** An entry of a lockfile or manifest. */
export interface Entry {
  /** Relative to the root folder. */
  readonly path: string;
  /** Where it begins, from 1. */
  readonly line?: number;
  readonly name: string;
  readonly version?: string;
}

/** Entries with long lists of hashes before their version are no longer. */
const MAX_ENTRY_LINES = 400;

/**
 * The line of an entry that changes with its version: the first one in it that has the version; where it has none, its first one.
 * An entry without a line is looked for by its name.
 *
 * @returns a number from 1; `undefined` where the file has no such entry
 */
export function entryLine(
  lines: readonly string[],
  { line, name, version }: Entry,
): number | undefined {
  if (version === undefined) return line !== undefined && line <= lines.length ? line : undefined;
  if (line !== undefined) {
    const found = versionLine(lines, line - 1, version);
    return found === undefined ? undefined : found + 1;
  }
  if (name === "") return undefined;
  for (let at = 0; at < lines.length; at++) {
    if (lines[at]?.includes(name) !== true) continue;
    const found = versionLine(lines, at, version);
    if (found !== undefined) return found + 1;
  }
  return undefined;
}

/** An entry ends at an empty line, at one that is less indented, or at a bracket that closes it. */
function versionLine(lines: readonly string[], start: number, version: string): number | undefined {
  const depth = indentOf(lines[start] ?? "");
  for (let at = start; at < Math.min(lines.length, start + MAX_ENTRY_LINES); at++) {
    const line = lines[at] ?? "";
    const isOver = line.trim() === "" || indentOf(line) < depth;
    if (at > start && (isOver || (indentOf(line) === depth && /^\s*[\]})]/.test(line)))) {
      return undefined;
    }
    if (hasVersion(line, version)) return at;
  }
  return undefined;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** As a whole: `1.2.3` does not stand in `11.2.3`. */
function hasVersion(line: string, version: string): boolean {
  for (let at = line.indexOf(version); at >= 0; at = line.indexOf(version, at + 1)) {
    const before = line[at - 1] ?? "";
    const after = line[at + version.length] ?? "";
    if (!/[\d.]/.test(before) && !/\d/.test(after)) return true;
  }
  return false;
}
