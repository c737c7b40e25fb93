import { textOf, textsOf } from "../../../fields.ts";
import type { PackageArtifact } from "../../../graph.ts";
import { type Table, tableOf } from "../../../toml.ts";
import type { ListedTable } from "../../../toml-list.ts";
import type { Problem, PythonEntry } from "../entry.ts";
import { readFiles } from "../files.ts";
import { isPackageName, normalizeName } from "../names.ts";
import { parseRequirement, type Requirement } from "../requirement.ts";
import {
  archiveSource,
  fileSource,
  folderSource,
  gitSource,
  indexSource,
  type PythonSource,
} from "../source.ts";

/** What a package asks for, by itself or by its extras. */
export interface PdmRequirement extends Requirement {
  /** The extras of the package that ask for it; the package itself where there are none. */
  readonly askedBy: readonly string[];
}

/** A package with all its entries: it has one more for each set of extras that somebody asks for. */
export interface PdmEntry extends PythonEntry {
  readonly marker: string | undefined;
  readonly requirements: readonly PdmRequirement[];
}

/** The packages of a lockfile, and what was not understood of them. */
export function readEntries(
  lock: Table,
  listed: readonly ListedTable[],
): { readonly entries: readonly PdmEntry[]; readonly problems: readonly Problem[] } {
  const files = tableOf(tableOf(lock["metadata"])["files"]);
  const problems: Problem[] = [];
  const entries = new Map<string, PdmEntry>();
  const seen = new Set<string>();
  for (const [index, { table, line }] of listed.entries()) {
    const name = textOf(table?.["name"]);
    if (table === undefined || name === undefined || !isPackageName(name)) {
      problems.push({ key: `package ${index + 1}`, line, reason: "the entry has no package name" });
      continue;
    }
    const { entry, extras, reasons } = readEntry(normalizeName(name), table, line, files);
    const { key } = entry;
    problems.push(...reasons.map((reason) => ({ key, line, reason })));
    const identity = JSON.stringify([key, extras]);
    if (seen.has(identity)) {
      const reason =
        "the entry stands in the lockfile more than once; all of them were read as one";
      problems.push({ key, line, reason });
    }
    seen.add(identity);
    entries.set(key, united(entries.get(key), entry, extras));
  }
  return { entries: [...entries.values()], problems };
}

/** One package of two entries: the one without extras says where it stands. */
function united(known: PdmEntry | undefined, entry: PdmEntry, extras: readonly string[]): PdmEntry {
  if (known === undefined) return entry;
  const isBase = extras.length === 0;
  return {
    ...(isBase ? entry : known),
    artifacts: known.artifacts.length > 0 ? known.artifacts : entry.artifacts,
    // Where one of them is needed everywhere the package is.
    marker: known.marker === entry.marker ? known.marker : undefined,
    ...(known.statedScope === "runtime" ? { statedScope: "runtime" } : {}),
    requirements: [...known.requirements, ...entry.requirements],
  };
}

function readEntry(name: string, table: Table, line: number | undefined, files: Table) {
  const version = textOf(table["version"]);
  const source = readSource(table);
  const extras = textsOf(table["extras"]).map(normalizeName).sort();
  const reasons = new Set<string>();
  const requirements: PdmRequirement[] = [];
  for (const text of textsOf(table["dependencies"])) {
    const requirement = parseRequirement(text);
    if (requirement === undefined) reasons.add("one of its dependencies is no requirement");
    // The entry of an extra asks for the package itself.
    else if (extras.length === 0 || requirement.name !== name || requirement.extras.length > 0)
      requirements.push({ ...requirement, askedBy: extras });
  }
  if (version === undefined) reasons.add("the entry has no version");
  const { artifacts, reasons: odd } = filesOf(table, name, version, files, source);
  const isFromIndex = source.kind === "registry" && source.qualifiers === undefined;
  const place = source.path ?? source.url ?? source.kind;
  const groups = textsOf(table["groups"]);
  const entry: PdmEntry = {
    key: [name, version, isFromIndex ? undefined : `(${place})`]
      .filter((part) => part !== undefined)
      .join(" "),
    name,
    version,
    line,
    source,
    artifacts,
    ...(groups.includes("default") ? { statedScope: "runtime" } : {}),
    marker: textOf(table["marker"]),
    requirements,
  };
  return { entry, extras, reasons: [...reasons, ...odd] };
}

/** Until 4.2 files stand in `metadata`, by name and version. */
function filesOf(
  table: Table,
  name: string,
  version: string | undefined,
  files: Table,
  { url }: PythonSource,
): { readonly artifacts: readonly PackageArtifact[]; readonly reasons: readonly string[] } {
  const listed =
    table["files"] ??
    Object.entries(files).find(([key]) => {
      const [named = "", ofVersion] = key.split(" ");
      return normalizeName(named) === name && ofVersion === version;
    })?.[1];
  return readFiles(Array.isArray(listed) ? listed : [], url);
}

function readSource(table: Table): PythonSource {
  const text = (key: string) => textOf(table[key]);
  const [git, url, path] = [text("git"), text("url"), text("path")];
  if (git !== undefined)
    return gitSource(git, text("revision") ?? text("ref"), text("subdirectory"));
  if (path !== undefined && /\.(?:whl|zip|tgz|tar\.\w+)$/.test(path)) return fileSource(path);
  if (path !== undefined) return folderSource(path, table["editable"] === true);
  if (url?.startsWith("file:///${PROJECT_ROOT}/"))
    return fileSource(url.slice("file:///${PROJECT_ROOT}/".length));
  return url === undefined ? indexSource(undefined) : archiveSource(url);
}
