import { UsageError } from "@assay/core";
import { textOf } from "../../fields.ts";
import type { GapKind } from "../../graph.ts";
import { type Table, tableOf } from "../../toml.ts";
import { type ListedTable, parseTableList } from "../../toml-list.ts";
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
  const { rest, taken } = parseTableList(path, text, "package", readEntry, HINT);
  const version = rest["version"];
  if (version !== undefined && ![1, 2, 3, 4].includes(version as number)) {
    const found = JSON.stringify(version)?.slice(0, 50) ?? typeof version;
    throw new UsageError(`${path} has version ${found}; 1 to 4 are known`, { hint: HINT });
  }
  const problems: CargoProblem[] = [];
  // Before 2018 the project's own package had a table of its own.
  const root = rest["root"];
  const own = root === undefined ? [] : [readEntry({ table: tableOf(root), line: undefined })];
  const checksums = tableOf(rest["metadata"]);
  const entries = new Map<string, CargoEntry>();
  for (const [index, { entry, line, reasons }] of [...own, ...taken].entries()) {
    const key = entry?.key ?? `package ${index - own.length + 1}`;
    problems.push(...reasons.map((reason) => ({ key, line, reason })));
    if (entry === undefined) continue;
    if (entries.has(key)) {
      const reason = "the entry stands in the lockfile more than once; the first one was read";
      problems.push({ key, line, reason });
    } else
      entries.set(key, entry.checksum === undefined ? withOldChecksum(entry, checksums) : entry);
  }
  // Every package has an entry of its own: a lockfile without any was cut off.
  if (entries.size === 0 && problems.length === 0) problems.push({ reason: "it has no entries" });
  return { entries: [...entries.values()], problems };
}

/** Version 1 has the checksums apart. */
function withOldChecksum(entry: CargoEntry, checksums: Table): CargoEntry {
  const { name, version, sourceText } = entry;
  const stated = textOf(checksums[`checksum ${name} ${version} (${sourceText})`]);
  return stated === undefined || !SHA_256.test(stated)
    ? entry
    : { ...entry, checksum: stated.toLowerCase() };
}

const SHA_256 = /^[0-9a-f]{64}$/i;
const NAME = /^[\p{XID_Continue}-]{1,256}$/u;
const VERSION = /^\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?$/;

interface Read {
  readonly entry: CargoEntry | undefined;
  readonly line: number | undefined;
  readonly reasons: readonly string[];
}

function readEntry({ table = {}, line }: ListedTable): Read {
  const [name, version] = [textOf(table["name"]), textOf(table["version"])];
  if (name === undefined || !NAME.test(name) || version === undefined || !VERSION.test(version)) {
    const reason = "the entry has no name and version that Cargo allows";
    return { entry: undefined, line, reasons: [reason] };
  }
  const sourceText = textOf(table["source"]);
  const source = readSource(sourceText);
  const isPlain = source.kind === "registry" && source.qualifiers === undefined;
  const reasons: string[] = source.problem === undefined ? [] : [source.problem];
  const stated = textOf(table["checksum"]);
  const isHash = stated !== undefined && SHA_256.test(stated);
  if (stated !== undefined && !isHash) reasons.push("its checksum is no SHA-256");
  const list = table["dependencies"] ?? [];
  const dependencies = Array.isArray(list) ? list.filter((each) => typeof each === "string") : [];
  if (!Array.isArray(list) || dependencies.length < list.length)
    reasons.push("its dependencies are no list of texts");
  const entry: CargoEntry = {
    key: `${name} ${version}${isPlain ? "" : ` (${shown(source)})`}`,
    name,
    version,
    line,
    source,
    sourceText: sourceText === undefined ? undefined : withoutCommit(sourceText),
    checksum: isHash ? stated.toLowerCase() : undefined,
    dependencies,
    replace: textOf(table["replace"]),
  };
  return { entry, line, reasons };
}

/** What tells two entries of one name and version apart. */
function shown({ kind, qualifiers }: CargoSource): string {
  return qualifiers?.["vcs_url"] ?? qualifiers?.["repository_url"] ?? kind;
}
