import { UsageError } from "@assay/core";
import type { GapKind } from "../../graph.ts";
import { parseToml, type Table, tableLines, tableOf, tablesOf, textOf } from "../../toml.ts";
import { type CargoSource, readSource, withoutCommit } from "./source.ts";

export const HINT = "Write it again with `cargo generate-lockfile` and commit it.";

/** One `[[package]]`. */
export interface CargoEntry {
  /** Names it in its file: `serde 1.0.200`, with the source where that is not crates.io. */
  readonly key: string;
  readonly name: string;
  readonly version: string;
  /** 1-based. */
  readonly line: number | undefined;
  readonly source: CargoSource;
  /** As dependencies name it; absent for what lies in a folder. */
  readonly sourceText: string | undefined;
  /** SHA-256 of the `.crate` file, lower-case hex. */
  readonly checksum: string | undefined;
  /** `name`, `name version` or `name version (source)`. */
  readonly dependencies: readonly string[];
  /** The entry that stands in for this one (`[replace]`). */
  readonly replace: string | undefined;
}

/** Something that was not understood. */
export interface CargoProblem {
  /** Of an entry; absent for the file as a whole. */
  readonly key?: string | undefined;
  readonly line?: number | undefined;
  readonly kind?: GapKind;
  readonly reason: string;
  readonly identity?: string;
}

export interface CargoLock {
  readonly entries: readonly CargoEntry[];
  readonly problems: readonly CargoProblem[];
}

/** @throws UsageError when the text is no TOML, or of a version that is not known */
export function parseLock(path: string, text: string): CargoLock {
  const lock = parseToml(path, text, HINT);
  const version = lock["version"];
  if (version !== undefined && ![1, 2, 3, 4].includes(version as number)) {
    const found = JSON.stringify(version)?.slice(0, 50) ?? typeof version;
    throw new UsageError(`${path} has version ${found}; 1 to 4 are known`, { hint: HINT });
  }
  const problems: CargoProblem[] = [];
  const listed = tablesOf(lock["package"]);
  const headers = tableLines(text, "package");
  const lines = headers.length === listed.length ? headers : [];
  // Before 2018 the project's own package had a table of its own.
  const root = lock["root"] === undefined ? [] : [tableOf(lock["root"])];
  const checksums = tableOf(lock["metadata"]);
  const entries = new Map<string, CargoEntry>();
  for (const [index, table] of [...root, ...listed].entries()) {
    const line = lines[index - root.length];
    const entry = table === undefined ? undefined : readEntry(table, line, checksums, problems);
    if (entry === undefined) {
      const key = `package ${index - root.length + 1}`;
      problems.push({ key, line, reason: "the entry has no name and version that Cargo allows" });
    } else if (entries.has(entry.key)) {
      const reason = "the entry stands in the lockfile more than once; the first one was read";
      problems.push({ key: entry.key, line, reason });
    } else entries.set(entry.key, entry);
  }
  // Every package has an entry of its own: a lockfile without any was cut off.
  if (entries.size === 0 && problems.length === 0) problems.push({ reason: "it has no entries" });
  return { entries: [...entries.values()], problems };
}

const NAME = /^[\p{XID_Continue}-]{1,256}$/u;
const VERSION = /^\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?$/;

function readEntry(
  table: Table,
  line: number | undefined,
  checksums: Table,
  problems: CargoProblem[],
): CargoEntry | undefined {
  const [name, version] = [textOf(table["name"]), textOf(table["version"])];
  if (name === undefined || !NAME.test(name)) return undefined;
  if (version === undefined || !VERSION.test(version)) return undefined;
  const sourceText = textOf(table["source"]);
  const source = readSource(sourceText);
  const isPlain = source.kind === "registry" && source.qualifiers === undefined;
  const key = `${name} ${version}${isPlain ? "" : ` (${shown(source)})`}`;
  const problem = (reason: string) => problems.push({ key, line, reason });
  if (source.problem !== undefined) problem(source.problem);
  const stated =
    textOf(table["checksum"]) ?? textOf(checksums[`checksum ${name} ${version} (${sourceText})`]);
  const isHash = stated !== undefined && /^[0-9a-f]{64}$/i.test(stated);
  if (stated !== undefined && !isHash && stated !== "<none>") problem("its checksum is no SHA-256");
  const list = table["dependencies"] ?? [];
  const dependencies = Array.isArray(list) ? list.filter((each) => typeof each === "string") : [];
  if (!Array.isArray(list) || dependencies.length < list.length)
    problem("its dependencies are no list of texts");
  return {
    key,
    name,
    version,
    line,
    source,
    sourceText: sourceText === undefined ? undefined : withoutCommit(sourceText),
    checksum: isHash ? stated.toLowerCase() : undefined,
    dependencies,
    replace: textOf(table["replace"]),
  };
}

/** What tells two entries of one name and version apart. */
function shown({ kind, qualifiers }: CargoSource): string {
  return qualifiers?.["vcs_url"] ?? qualifiers?.["repository_url"] ?? kind;
}
