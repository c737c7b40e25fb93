import { buildPurl } from "@assay/purl";
import { toGaps } from "../../assemble/gaps.ts";
import type { Component, Edge, EdgeCompleteness, PackageGraph, Scope } from "../../graph.ts";
import { firstPartyPurl } from "../../origin.ts";
import { fromLockfileFolder } from "../../paths.ts";
import { scopesFrom, strongerScope } from "../../reachability.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { resolveEdges } from "./edges.ts";
import type { Need, Problem, PythonEntry } from "./entry.ts";
import type { InstalledFolders } from "./installed.ts";
import { integrityProblems } from "./integrity.ts";
import { MANIFESTS } from "./manifests.ts";
import { wheelProblems } from "./wheels.ts";

/** What a reader found in one file. */
export interface PythonLock {
  readonly format: string;
  readonly entries: readonly PythonEntry[];
  /** Keys of the entries that the file belongs to. */
  readonly roots: readonly string[];
  readonly needs: readonly Need[];
  readonly edgeCompleteness: EdgeCompleteness;
  /** Relative to the root of the inventory. */
  readonly covers: readonly string[];
  readonly problems: readonly Problem[];
  readonly installed: InstalledFolders | undefined;
  /** Whether the file says it itself; an entry of a file that it includes is reported with that one. */
  readonly isOwnLine?: (entry: PythonEntry) => boolean;
  /** How hashes get into it, where writing it again is not enough. */
  readonly hashAdvice?: string;
}

/** The graph of one lockfile. Scopes come from the edges, or from the file's own words where no edge leads to a package. */
export function assemble({ path, origin }: ReaderInput, lock: PythonLock): PackageGraph {
  const { format, entries, roots, problems } = lock;
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  // One text for each, whoever refers to it.
  const ids = new Map(entries.map(({ key }) => [key, `${path}#${key}`]));
  const idOf = (key: string) => ids.get(key) ?? `${path}#${key}`;
  const edges = resolveEdges(roots, lock.needs).filter(
    ({ from, to }) => byKey.has(from) && byKey.has(to),
  );
  const facts: Facts = {
    path,
    origin,
    isRoot: new Set(roots),
    scopes: scopesFrom(roots, edges),
    direct:
      lock.edgeCompleteness === "unknown" || roots.length === 0
        ? undefined
        : directOf(byKey, edges),
    installed: lock.installed,
    idOf,
  };
  return {
    path,
    format,
    ecosystem: "pypi",
    roots: roots.map(idOf),
    components: [...byKey.keys()].sort().flatMap((key) => {
      const entry = byKey.get(key);
      return entry === undefined ? [] : toComponent(entry, facts);
    }),
    edges: edges.map((edge) => ({ ...edge, from: idOf(edge.from), to: idOf(edge.to) })),
    edgeCompleteness: lock.edgeCompleteness,
    covers: [...new Set([...lock.covers, ...lockedFolders(path, lock)])].sort(),
    gaps: toGaps(
      path,
      [
        ...problems,
        ...sourceProblems(entries),
        ...wheelProblems(entries),
        ...integrityProblems(entries.filter(lock.isOwnLine ?? (() => true)), lock.hashAdvice),
      ].map(({ key, path: file, ...problem }) => ({
        ...problem,
        file,
        item: key ?? file,
        componentId: key === undefined ? undefined : idOf(key),
      })),
    ),
  };
}

/** Manifests of the folders whose own needs are locked here too. */
function lockedFolders(path: string, { entries, edgeCompleteness }: PythonLock): readonly string[] {
  if (edgeCompleteness !== "complete") return [];
  const folders = entries.flatMap(({ source }) =>
    source.kind === "folder" ? (source.path ?? []) : [],
  );
  return folders.flatMap((folder) =>
    MANIFESTS.flatMap((file) => fromLockfileFolder(path, `${folder}/${file}`) ?? []),
  );
}

interface Facts {
  readonly path: string;
  readonly origin: ReaderInput["origin"];
  readonly isRoot: ReadonlySet<string>;
  readonly scopes: ReadonlyMap<string, Scope>;
  readonly direct: ReadonlySet<string> | undefined;
  readonly installed: InstalledFolders | undefined;
  idOf(key: string): string;
}

function directOf(
  entries: ReadonlyMap<string, PythonEntry>,
  edges: readonly Edge[],
): ReadonlySet<string> {
  const own = edges.filter(({ from }) => entries.get(from)?.source.isOwn === true);
  return new Set(own.map(({ to }) => to));
}

function toComponent(entry: PythonEntry, facts: Facts): Component {
  const { key, name, version, source, artifacts, line, statedScope } = entry;
  const folder =
    source.path === undefined ? undefined : fromLockfileFolder(facts.path, source.path);
  const firstParty = source.isOwn === true && folder !== undefined;
  const purl = firstParty
    ? firstPartyPurl(facts.origin, name, version, folder)
    : source.kind === "file" || source.kind === "folder"
      ? undefined
      : buildPurl({ type: "pypi", name, version, qualifiers: source.qualifiers });
  const computed = facts.scopes.get(key);
  const direct = facts.direct?.has(key) ?? entry.isDirect;
  const installPath = firstParty ? folder : facts.installed?.folderOf(entry);
  return {
    id: facts.idOf(key),
    name,
    ...(version === undefined ? {} : { version }),
    ...(entry.unpinned ? { requirement: entry.unpinned } : {}),
    kind:
      facts.isRoot.has(key) && (folder === "" || facts.isRoot.size === 1)
        ? "application"
        : "library",
    ecosystem: "pypi",
    ...(purl === undefined ? {} : { purl }),
    firstParty,
    scope: strongerScope(computed, statedScope),
    ...(direct === undefined ? {} : { direct }),
    artifacts:
      artifacts.length === 0 && source.url !== undefined
        ? [{ hashes: [], url: source.url }]
        : artifacts,
    location: {
      path: entry.path ?? facts.path,
      ...(line === undefined ? {} : { startLine: line }),
    },
    ...(installPath ? { installPath } : {}),
    aliases: [],
    flags: disagrees(computed, statedScope) ? ["scopeMismatch"] : [],
  };
}

function disagrees(computed: Scope | undefined, stated: Scope | undefined): boolean {
  return computed !== undefined && stated !== undefined && computed !== stated;
}

function sourceProblems(entries: readonly PythonEntry[]): readonly Problem[] {
  return entries.flatMap(({ key, line, source: { problem } }) =>
    problem === undefined ? [] : [{ key, line, reason: problem }],
  );
}
