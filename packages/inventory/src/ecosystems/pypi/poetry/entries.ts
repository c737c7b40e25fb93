import { isRecord } from "@assay/core";
import { textOf, textsOf } from "../../../fields.ts";
import type { PackageArtifact, Scope } from "../../../graph.ts";
import { type Table, tableOf } from "../../../toml.ts";
import type { ListedTable } from "../../../toml-list.ts";
import { anyOf } from "../condition.ts";
import type { Problem, PythonEntry } from "../entry.ts";
import { parseHash, toHash } from "../integrity.ts";
import { isPackageName, normalizeName } from "../names.ts";
import {
  archiveSource,
  fileSource,
  folderSource,
  gitSource,
  indexSource,
  type PythonSource,
} from "../source.ts";
import { type PoetryDependency, readDependencies } from "./dependency.ts";

/** An entry of `package`. */
export interface PoetryEntry extends PythonEntry {
  /** Where it is used at all, over its groups. */
  readonly marker: string | undefined;
  readonly dependencies: readonly PoetryDependency[];
  /** The names that each extra of the package brings. */
  readonly extras: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The entries of a lockfile, and what was not understood of them. */
export function readEntries(
  lock: Table,
  listed: readonly ListedTable[],
): { readonly entries: readonly PoetryEntry[]; readonly problems: readonly Problem[] } {
  const filesOf = filesByName(tableOf(lock["metadata"]), listed);
  const problems: Problem[] = [];
  const entries = new Map<string, PoetryEntry>();
  for (const [index, { table, line }] of listed.entries()) {
    const name = textOf(table?.["name"]);
    const version = textOf(table?.["version"]);
    if (table === undefined || name === undefined || !isPackageName(name)) {
      problems.push({ key: `package ${index + 1}`, line, reason: "the entry has no package name" });
      continue;
    }
    const files = Array.isArray(table["files"])
      ? table["files"]
      : filesOf(normalizeName(name), version);
    const read = readEntry({ name: normalizeName(name), version, line, table, files });
    const { key } = read.entry;
    problems.push(...read.reasons.map((reason) => ({ key, line, reason })));
    if (entries.has(key)) {
      const reason = "the entry stands in the lockfile more than once; the first one was read";
      problems.push({ key, line, reason });
    } else entries.set(key, read.entry);
  }
  return { entries: [...entries.values()], problems };
}

interface Raw {
  readonly name: string;
  readonly version: string | undefined;
  readonly line: number | undefined;
  readonly table: Table;
  readonly files: readonly unknown[];
}

function readEntry({ name, version, line, table, files }: Raw) {
  const reasons = new Set<string>();
  const source = readSource(table);
  const dependencies: PoetryDependency[] = [];
  for (const [asked, value] of Object.entries(tableOf(table["dependencies"]))) {
    const found = readDependencies(asked, value);
    if (found === undefined) reasons.add("one of its dependencies is neither text nor table");
    else dependencies.push(...found);
  }
  if (version === undefined) reasons.add("the entry has no version");
  const artifacts = readFiles(files, source, reasons);
  const marker = markerOf(table["markers"], textsOf(table["groups"]));
  const isFromIndex = source.kind === "registry" && source.qualifiers === undefined;
  const place = source.path ?? source.url ?? source.qualifiers?.["repository_url"] ?? source.kind;
  const statedScope = scopeOf(table);
  const entry: PoetryEntry = {
    key: [name, version, isFromIndex ? undefined : `(${place})`]
      .filter((part) => part !== undefined)
      .join(" "),
    name,
    version,
    line,
    source,
    artifacts,
    ...(statedScope === undefined ? {} : { statedScope }),
    marker,
    dependencies,
    extras: readExtras(table["extras"]),
  };
  return { entry, reasons: [...reasons] };
}

/** Poetry 2 says in which groups a package is, Poetry before 1.5 in which of two categories. */
function scopeOf(table: Table): Scope | undefined {
  const groups = textsOf(table["groups"]);
  const category = textOf(table["category"]);
  if (groups.length === 0 && category === undefined) return undefined;
  if (category === undefined ? !groups.includes("main") : category !== "main") return "development";
  return table["optional"] === true ? "optional" : "runtime";
}

/** One marker for all groups, or one for each: groups without one need the package everywhere. */
function markerOf(value: unknown, groups: readonly string[]): string | undefined {
  if (typeof value === "string") return value;
  if (!isRecord(value)) return undefined;
  return anyOf(groups.map((group) => textOf(value[group])));
}

function readExtras(value: unknown): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    Object.entries(tableOf(value)).map(([extra, list]) => [
      normalizeName(extra),
      new Set(textsOf(list).map((text) => normalizeName(/^[\w.-]+/.exec(text)?.[0] ?? ""))),
    ]),
  );
}

function readSource(table: Table): PythonSource {
  const source = tableOf(table["source"]);
  const url = textOf(source["url"]);
  const subdirectory = textOf(source["subdirectory"]);
  switch (source["type"]) {
    case undefined:
      return indexSource(undefined);
    case "legacy":
    case "explicit":
      return indexSource(url);
    case "git":
      return gitSource(
        url ?? "",
        textOf(source["resolved_reference"]) ?? textOf(source["reference"]),
        subdirectory,
      );
    case "url":
      return archiveSource(url ?? "");
    case "file":
      return fileSource(url ?? "");
    case "directory":
      return folderSource(url ?? "", table["develop"] === true);
    default:
      return { kind: "file", problem: "its source is of a type that is not known" };
  }
}

function readFiles(
  files: readonly unknown[],
  source: PythonSource,
  reasons: Set<string>,
): readonly PackageArtifact[] {
  const artifacts: PackageArtifact[] = [];
  for (const file of files) {
    const fileName = isRecord(file) ? textOf(file["file"]) : undefined;
    const stated =
      typeof file === "string" ? file : isRecord(file) ? textOf(file["hash"]) : undefined;
    if (stated === undefined && fileName === undefined) {
      reasons.add("one of its files is no table");
      continue;
    }
    // Before 1.1 the list held SHA-256 digests alone.
    const hash = stated?.includes(":") ? parseHash(stated) : toHash("sha256", stated ?? "");
    if (hash === undefined) reasons.add("one of its files has an unknown hash");
    artifacts.push({
      hashes: hash === undefined ? [] : [hash],
      ...(source.kind === "archive" && source.url !== undefined ? { url: source.url } : {}),
      ...(fileName === undefined ? {} : { fileName }),
    });
  }
  return artifacts;
}

/** Until Poetry 1.5 files stand in `metadata`, by name, for all versions together. */
function filesByName(metadata: Table, listed: readonly ListedTable[]) {
  const lists = new Map<string, readonly unknown[]>();
  for (const [name, list] of Object.entries(tableOf(metadata["files"] ?? metadata["hashes"])))
    if (Array.isArray(list)) lists.set(normalizeName(name), list);
  const versions = new Map<string, number>();
  for (const { table } of listed) {
    const name = normalizeName(textOf(table?.["name"]) ?? "");
    versions.set(name, (versions.get(name) ?? 0) + 1);
  }
  return (name: string, version: string | undefined): readonly unknown[] => {
    const list = lists.get(name) ?? [];
    if ((versions.get(name) ?? 0) < 2) return list;
    return list.filter((file) => isRecord(file) && isOfVersion(textOf(file["file"]), version));
  };
}

function isOfVersion(file: string | undefined, version: string | undefined): boolean {
  const rest = file?.split(`-${version}`)[1];
  return rest !== undefined && /^(?:-|\.(?:tar|zip|tgz|whl|egg))/.test(rest);
}
