import { isRecord } from "@assay/core";
import { textOf } from "../../../fields.ts";
import type { Scope } from "../../../graph.ts";
import { type Table, tableOf, tablesOf } from "../../../toml.ts";
import type { ListedTable } from "../../../toml-list.ts";
import type { Problem, PythonEntry } from "../entry.ts";
import { type ReadFiles, readFiles } from "../files.ts";
import { evaluate, type MarkerAtom, parseMarker } from "../marker.ts";
import { isPackageName, normalizeName } from "../names.ts";
import {
  archiveSource,
  fileSource,
  folderSource,
  gitSource,
  indexSource,
  type PythonSource,
} from "../source.ts";

/** An entry of `packages`. */
export interface PylockEntry extends PythonEntry {
  readonly table: Table;
}

/**
 * The entries of a lockfile, and what was not understood of them.
 *
 * @param defaults the dependency groups that are installed where nobody asks for one
 */
export function readEntries(
  listed: readonly ListedTable[],
  defaults: ReadonlySet<string>,
): { readonly entries: readonly PylockEntry[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const entries = new Map<string, PylockEntry>();
  const texts = new Set<string>();
  for (const [index, { table, line }] of listed.entries()) {
    const name = textOf(table?.["name"]);
    if (table === undefined || name === undefined || !isPackageName(name)) {
      problems.push({ key: `package ${index + 1}`, line, reason: "the entry has no package name" });
      continue;
    }
    const { entry, reasons } = readEntry(normalizeName(name), table, line, defaults);
    problems.push(...reasons.map((reason) => ({ key: entry.key, line, reason })));
    // The same version may stand twice with markers or files of its own.
    const known = entries.get(entry.key);
    const identity = JSON.stringify(table);
    if (texts.has(identity)) {
      const reason = "the entry stands in the lockfile more than once";
      problems.push({ key: entry.key, line, reason });
    } else if (known !== undefined) {
      entries.set(entry.key, { ...known, artifacts: [...known.artifacts, ...entry.artifacts] });
    } else entries.set(entry.key, entry);
    texts.add(identity);
  }
  return { entries: [...entries.values()], problems };
}

function readEntry(
  name: string,
  table: Table,
  line: number | undefined,
  defaults: ReadonlySet<string>,
) {
  const version = textOf(table["version"]);
  const source = readSource(table);
  const { artifacts, reasons } = filesOf(table, source);
  const marker = textOf(table["marker"]);
  const isFromIndex = source.kind === "registry" && source.qualifiers === undefined;
  const place = source.path ?? source.url ?? source.qualifiers?.["repository_url"] ?? source.kind;
  const statedScope = scopeOf(marker, defaults);
  const entry: PylockEntry = {
    key: [name, version, isFromIndex ? undefined : `(${place})`]
      .filter((part) => part !== undefined)
      .join(" "),
    name,
    version,
    line,
    source,
    artifacts:
      marker === undefined ? artifacts : artifacts.map((file) => ({ ...file, condition: marker })),
    ...(statedScope === undefined ? {} : { statedScope }),
    table,
  };
  const isBroken = marker !== undefined && parseMarker(marker) === undefined;
  return { entry, reasons: isBroken ? [...reasons, "its marker can't be read"] : reasons };
}

/** A package is only in what an extra or a group asks for where its marker says so. */
function scopeOf(text: string | undefined, defaults: ReadonlySet<string>): Scope | undefined {
  const marker = text?.includes(" in ") ? parseMarker(text) : undefined;
  if (marker === undefined) return undefined;
  const isExtra = ({ variable, operator }: MarkerAtom) =>
    variable === "extras" && operator === "contains";
  const isGroup = ({ variable, operator, value }: MarkerAtom) =>
    variable === "dependency_groups" && operator === "contains" && !defaults.has(value);
  if (evaluate(marker, (atom) => !isExtra(atom) && !isGroup(atom))) return "runtime";
  return evaluate(marker, (atom) => !isGroup(atom)) ? "optional" : "development";
}

function readSource(table: Table): PythonSource {
  const { vcs, directory, archive } = table;
  if (isRecord(vcs)) {
    if (vcs["type"] !== "git")
      return { kind: "git", problem: "it comes from a version control system other than git" };
    const place = textOf(vcs["url"]) ?? `file:${textOf(vcs["path"]) ?? ""}`;
    return gitSource(place, textOf(vcs["commit-id"]), textOf(vcs["subdirectory"]));
  }
  if (isRecord(directory))
    return folderSource(textOf(directory["path"]) ?? ".", directory["editable"] === true);
  if (isRecord(archive)) {
    const url = textOf(archive["url"]);
    return url === undefined ? fileSource(textOf(archive["path"]) ?? "") : archiveSource(url);
  }
  return indexSource(textOf(table["index"]));
}

function filesOf(table: Table, source: PythonSource): ReadFiles {
  const { archive, sdist, wheels } = table;
  const listed = Array.isArray(wheels) ? wheels : [];
  const single = [archive, sdist].filter((file) => file !== undefined);
  return readFiles([...single, ...listed], source.url);
}

/** What an entry says of the others that it needs; `undefined` where it says nothing. */
export function dependenciesOf(entry: PylockEntry): readonly (Table | undefined)[] | undefined {
  const { dependencies } = entry.table;
  return dependencies === undefined ? undefined : tablesOf(dependencies);
}

/** Whether a reference means an entry: everything that it says must stand there too. */
export function isMeant(entry: PylockEntry, reference: Table): boolean {
  return Object.entries(reference).every(([key, value]) => {
    if (key === "name") return normalizeName(textOf(value) ?? "") === entry.name;
    const own = entry.table[key];
    if (!isRecord(value)) return JSON.stringify(own) === JSON.stringify(value);
    return Object.entries(value).every(
      ([field, part]) => JSON.stringify(tableOf(own)[field]) === JSON.stringify(part),
    );
  });
}
