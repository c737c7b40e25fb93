import { textOf } from "../../../fields.ts";
import { type Table, tableOf } from "../../../toml.ts";
import { type ListedTable, parseTableList } from "../../../toml-list.ts";
import type { Problem, PythonEntry } from "../entry.ts";
import { readFiles } from "../files.ts";
import { isPackageName, normalizeName } from "../names.ts";
import {
  archiveSource,
  fileSource,
  folderSource,
  gitSource,
  indexSource,
  type PythonSource,
} from "../source.ts";

/** An entry of `package`, with the table that says what it asks for. */
export interface UvEntry extends PythonEntry {
  readonly table: Table;
  /** The source as text, to be compared with that of a reference. */
  readonly sourceText: string;
}

/** What a lockfile holds: its entries, what stands beside them, and what was not understood. */
export interface UvLock {
  readonly rest: Table;
  readonly entries: readonly UvEntry[];
  readonly problems: readonly Problem[];
}

/** @throws UsageError when it is no TOML */
export function readEntries(path: string, text: string, hint: string): UvLock {
  // Before 0.5 the list was called `distribution`.
  const isOld = text.includes("[[distribution]]") && !text.includes("[[package]]");
  const list = isOld ? "distribution" : "package";
  const { rest, taken } = parseTableList(path, text, list, takeEntry, hint);
  const problems: Problem[] =
    rest["distribution"] === undefined || isOld
      ? []
      : [{ reason: "it has a list `distribution` too, which was not read" }];
  const entries = new Map<string, UvEntry>();
  for (const [index, { line, read }] of taken.entries()) {
    if (read === undefined) {
      problems.push({ key: `package ${index + 1}`, line, reason: "the entry has no package name" });
      continue;
    }
    const { entry, reasons } = read;
    problems.push(...reasons.map((reason) => ({ key: entry.key, line, reason })));
    if (entries.has(entry.key)) {
      const reason = "the entry stands in the lockfile more than once; the first one was read";
      problems.push({ key: entry.key, line, reason });
    } else entries.set(entry.key, entry);
  }
  return { rest, entries: [...entries.values()], problems };
}

function takeEntry({ table, line }: ListedTable) {
  const name = textOf(table?.["name"]);
  const isNamed = table !== undefined && name !== undefined && isPackageName(name);
  return { line, read: isNamed ? readEntry(normalizeName(name), table, line) : undefined };
}

function readEntry(name: string, table: Table, line: number | undefined) {
  const version = textOf(table["version"]);
  const { source, reason } = readSource(table["source"]);
  // Most of a lockfile are files, and nothing asks for their tables again.
  const { sdist = [], wheels = [], ...rest } = table;
  const { artifacts, reasons } = readFiles([sdist, wheels].flat(), source.url);
  const isLocal = source.kind === "folder";
  const sourceText = canonical(table["source"]);
  const marks =
    source.kind === "registry" && source.qualifiers === undefined ? "" : ` ${shown(source)}`;
  const entry: UvEntry = {
    key: `${name}${version === undefined ? "" : ` ${version}`}${marks}`,
    name,
    version,
    line,
    source,
    artifacts,
    table: rest,
    sourceText,
  };
  return {
    entry,
    reasons: [
      ...reasons,
      ...(reason === undefined ? [] : [reason]),
      ...(version === undefined && !isLocal ? ["the entry has no version"] : []),
    ],
  };
}

/** What tells two entries of one name and version apart. */
function shown({ kind, path, url, qualifiers }: PythonSource): string {
  return `(${path ?? url ?? qualifiers?.["repository_url"] ?? kind})`;
}

function readSource(value: unknown): { readonly source: PythonSource; readonly reason?: string } {
  const table = tableOf(value);
  const text = (key: string) => textOf(table[key]);
  const [registry, git, url, path] = [text("registry"), text("git"), text("url"), text("path")];
  const folder = text("directory");
  const own = text("editable") ?? text("virtual");
  if (registry !== undefined) return { source: indexSource(registry) };
  if (git !== undefined) return { source: readGit(git) };
  if (url !== undefined) return { source: archiveSource(url) };
  if (path !== undefined) return { source: fileSource(path) };
  if (own !== undefined) return { source: folderSource(own, true) };
  // The project itself is one where it is built but not editable.
  if (folder !== undefined) return { source: folderSource(folder, folder === ".") };
  return { source: { kind: "file" }, reason: "its source is of a kind that is not known" };
}

/** `https://host/repository?subdirectory=x&rev=main#<commit>` */
function readGit(text: string): PythonSource {
  const hash = text.indexOf("#");
  const query = text.indexOf("?");
  const end = [hash, query].filter((at) => at >= 0);
  const repository = end.length === 0 ? text : text.slice(0, Math.min(...end));
  const parameters = new URLSearchParams(
    query < 0 ? "" : text.slice(query, hash < 0 ? undefined : hash),
  );
  return gitSource(
    repository,
    hash < 0 ? undefined : text.slice(hash + 1),
    parameters.get("subdirectory") ?? undefined,
  );
}

/** A table as text, whatever the order of its keys. */
export function canonical(value: unknown): string {
  const keys = Object.entries(tableOf(value));
  // Nearly every source is an index.
  if (keys.length === 1) return `${keys[0]?.[0]}=${JSON.stringify(keys[0]?.[1])}`;
  return JSON.stringify(keys.sort(([a], [b]) => (a < b ? -1 : 1)));
}
