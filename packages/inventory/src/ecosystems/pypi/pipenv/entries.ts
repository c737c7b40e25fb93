import { isRecord } from "@assay/core";
import { textOf, textsOf } from "../../../fields.ts";
import type { Scope } from "../../../graph.ts";
import { scanJsonKeys } from "../../../json-keys.ts";
import { type Table, tableOf, tablesOf } from "../../../toml.ts";
import type { Problem, PythonEntry } from "../entry.ts";
import { parseHash } from "../integrity.ts";
import { isPackageName, normalizeName } from "../names.ts";
import { pinnedVersion } from "../requirement.ts";
import {
  archiveSource,
  fileSource,
  folderSource,
  gitSource,
  indexSource,
  type PythonSource,
} from "../source.ts";

/** A package of one or more categories. */
export interface PipenvEntry extends PythonEntry {
  readonly categories: ReadonlySet<string>;
}

/** What stands beside the categories. */
const META = "_meta";

/** How a category's packages are needed: those of `develop` to work on the project, those of others where they are asked for. */
export function scopeOfCategory(category: string): Scope {
  return category === "default" ? "runtime" : category === "develop" ? "development" : "optional";
}

/** The packages of all categories, and what was not understood of them. */
export function readEntries(
  lock: Table,
  text: string,
): { readonly entries: readonly PipenvEntry[]; readonly problems: readonly Problem[] } {
  const { lines, duplicates } = linesOf(text);
  const indexes = indexesOf(lock);
  const problems: Problem[] = [...duplicates];
  const entries = new Map<string, PipenvEntry>();
  for (const [category, list] of Object.entries(lock)) {
    if (category === META) continue;
    if (!isRecord(list)) {
      problems.push({ key: category.slice(0, 100), reason: "the category is no object" });
      continue;
    }
    for (const [name, value] of Object.entries(list)) {
      const line = lines.get(`${category}\0${name}`);
      if (!isPackageName(name) || !isRecord(value)) {
        const reason = isRecord(value) ? "the name is no package name" : "the entry is no object";
        problems.push({ key: name.slice(0, 100), line, reason });
        continue;
      }
      const { entry, reasons } = readEntry(normalizeName(name), value, line, category, indexes);
      problems.push(...reasons.map((reason) => ({ key: entry.key, line, reason })));
      entries.set(entry.key, united(entries.get(entry.key), entry));
    }
  }
  return { entries: [...entries.values()], problems };
}

const ORDER: readonly Scope[] = ["runtime", "optional", "development"];

function united(known: PipenvEntry | undefined, entry: PipenvEntry): PipenvEntry {
  if (known === undefined) return entry;
  const scopes = [known.statedScope, entry.statedScope];
  const statedScope = ORDER.find((scope) => scopes.includes(scope)) ?? "runtime";
  return { ...known, statedScope, categories: new Set([...known.categories, ...entry.categories]) };
}

function readEntry(
  name: string,
  value: Table,
  line: number | undefined,
  category: string,
  indexes: ReadonlyMap<string, string>,
) {
  const reasons = new Set<string>();
  const stated = textOf(value["version"]);
  const version = stated === undefined ? undefined : pinnedVersion(stated.replaceAll(/\s/g, ""));
  const source = readSource(value, indexes);
  if (source.kind === "registry" && version === undefined)
    reasons.add(stated === undefined ? "the entry has no version" : "its version is not pinned");
  const hashes = textsOf(value["hashes"]).map(parseHash);
  if (hashes.includes(undefined)) reasons.add("one of its hashes is not known");
  const condition = textOf(value["markers"]);
  // Pipenv makes lines of requirements of the fields: a line break in one is another requirement.
  if (hasBreak(value)) reasons.add("one of its fields has a line break");
  const place = source.path ?? source.url ?? source.qualifiers?.["repository_url"];
  const entry: PipenvEntry = {
    key: [name, version, place === undefined ? undefined : `(${place})`]
      .filter((part) => part !== undefined)
      .join(" "),
    name,
    version,
    line,
    source,
    // One hash for each file that the index has of this version.
    artifacts: hashes
      .filter((hash) => hash !== undefined)
      .map((hash) => ({ hashes: [hash], ...(condition === undefined ? {} : { condition }) })),
    statedScope: scopeOfCategory(category),
    categories: new Set([category]),
  };
  return { entry, reasons: [...reasons] };
}

function hasBreak(value: unknown, depth = 0): boolean {
  if (typeof value === "string") return /[\p{Cc}\u2028\u2029]/u.test(value);
  if (typeof value !== "object" || value === null) return false;
  return depth > 4 || Object.values(value).some((each) => hasBreak(each, depth + 1));
}

function readSource(value: Table, indexes: ReadonlyMap<string, string>): PythonSource {
  const text = (key: string) => textOf(value[key]);
  const git = text("git");
  if (git !== undefined) return gitSource(git, text("ref"), text("subdirectory"));
  const path = text("path");
  if (path !== undefined) return folderSource(path, value["editable"] === true);
  const file = text("file") ?? text("url");
  if (file !== undefined)
    return /^[a-z][a-z\d+.-]+:/i.test(file) ? archiveSource(file) : fileSource(file);
  const index = text("index");
  const first = indexes.values().next().value;
  return indexSource(index === undefined ? first : indexes.get(index));
}

/** The URLs of the indexes by their names; the first one is asked where a package names none. */
function indexesOf(lock: Table): ReadonlyMap<string, string> {
  const sources = tablesOf(tableOf(lock[META])["sources"]);
  return new Map(
    sources.flatMap((source) => {
      const [name, url] = [textOf(source?.["name"]), textOf(source?.["url"])];
      return name === undefined || url === undefined || !URL.canParse(url)
        ? []
        : [[name, url] as const];
    }),
  );
}

function linesOf(text: string) {
  const lines = new Map<string, number>();
  const duplicates: Problem[] = [];
  let category = "";
  scanJsonKeys(text, (key, depth, line) => {
    if (depth === 1) category = key;
    if (depth !== 2 || category === META) return;
    const place = `${category}\0${key}`;
    if (lines.has(place)) {
      const reason = "the entry stands in its category more than once; the last one was read";
      duplicates.push({ key: key.slice(0, 100), line, reason });
    }
    lines.set(place, line);
  });
  return { lines, duplicates };
}
