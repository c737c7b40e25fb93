import { groupBy, plural, UsageError } from "@assay/core";
import { withoutCredentials } from "./credentials.ts";
import { matchesFile } from "./discover.ts";
import type { Ecosystem, ManifestFile, ManifestFormat } from "./ecosystems/ecosystem.ts";
import { ecosystemOf } from "./ecosystems/index.ts";
import type { PackageGraph, Skipped } from "./graph.ts";
import { folderOf, isBelow } from "./paths.ts";

/** What is known once all lockfiles were looked at. */
export interface Looked {
  /** Every file outside excluded folders, relative to the root, sorted. */
  readonly paths: readonly string[];
  readonly graphs: readonly PackageGraph[];
  readonly skipped: readonly Skipped[];
  readText(path: string): Promise<string | undefined>;
}

/**
 * Manifests of one ecosystem that no lockfile covers. A graph names the manifests that it covers; a lockfile that was not read
 * covers all of its ecosystem beside and below it, for it is reported itself.
 */
export async function unlockedManifests(
  ecosystem: Ecosystem,
  { paths, graphs, skipped, readText }: Looked,
): Promise<readonly Skipped[]> {
  // Lockfiles of one ecosystem may hold packages of another: conda's those of PyPI.
  const holds = ({ ecosystem: id }: { readonly ecosystem?: string | undefined }) =>
    id === ecosystem.id || ecosystemOf(id)?.alsoLocks?.includes(ecosystem.id) === true;
  const covered = new Set(graphs.filter(holds).flatMap(({ covers }) => covers));
  const reported = skipped
    .filter((each) => each.kind !== "excluded" && holds(each))
    .map(({ item }) => folderOf(item));
  const open = paths.flatMap((path) => {
    const manifest = ecosystem.manifests?.find(({ files }) => matchesFile(files, path));
    if (manifest === undefined || covered.has(path)) return [];
    const isReported = reported.some((folder) => isBelow(path, folder));
    return isReported ? [] : [{ path, manifest }];
  });
  if (!isRead(ecosystem)) return unreadManifests(ecosystem, open);
  const unlocked: Skipped[] = [];
  const builds = new Map<string, Skipped[]>();
  const present = new Set(open.some(({ manifest }) => manifest.build) ? paths : []);
  for (const { path, manifest } of open) {
    const reason = await whyUnlocked(manifest, { path, paths, readText });
    if (reason === undefined) continue;
    const one: Skipped = {
      item: path,
      reason,
      kind: "unlocked",
      ecosystem: ecosystem.id,
      ...(manifest.lockAdvice === undefined ? {} : { advice: manifest.lockAdvice }),
    };
    const build = manifest.build?.(path, present);
    const members = build === undefined ? unlocked : (builds.get(build) ?? []);
    members.push(one);
    if (build !== undefined) builds.set(build, members);
  }
  return oneForMany([...unlocked, ...[...builds.values()].flatMap(inOne)]);
}

/** One line for all manifests: their reasons are one. */
function inOne(manifests: readonly Skipped[]): readonly Skipped[] {
  const [first, ...others] = byDepth(manifests, ({ item }) => item);
  if (first === undefined) return [];
  if (others.length === 0) return [first];
  const rest = [
    ...(first.others ?? []),
    ...others.flatMap((each) => [each.item, ...(each.others ?? [])]),
  ];
  return [{ ...first, others: rest }];
}

/** So many manifests are named one by one; of more that lack the same, one line names them all. */
const MAX_SINGLE = 3;

function oneForMany(unlocked: readonly Skipped[]): readonly Skipped[] {
  const causes = groupBy(unlocked, ({ reason, advice }) => `${reason}\n${advice}`);
  return [...causes.values()].flatMap((group) =>
    group.length > MAX_SINGLE ? inOne(group) : group,
  );
}

/** The files nearest to the root first. */
function byDepth<T>(list: readonly T[], pathOf: (each: T) => string): readonly T[] {
  const depth = (each: T) => pathOf(each).split("/").length;
  return list.toSorted((a, b) => depth(a) - depth(b) || (pathOf(a) < pathOf(b) ? -1 : 1));
}

function isRead({ formats }: Ecosystem): boolean {
  return formats.some(({ load }) => load !== undefined);
}

/** Of an ecosystem that is not read at all, one line says it for all its manifests. */
function unreadManifests(
  { id, title }: Ecosystem,
  open: readonly { readonly path: string }[],
): readonly Skipped[] {
  const paths = open.map(({ path }) => path);
  const [first, ...others] = byDepth(paths, (path) => path);
  if (first === undefined) return [];
  const more = others.length === 0 ? "" : `, nor ${plural(others.length, "other file")} like it`;
  return [
    {
      item: first,
      reason: `${title} projects are not read by this version${more}`,
      kind: "unsupported",
      ecosystem: id,
      ...(others.length === 0 ? {} : { others }),
    },
  ];
}

/** The graph, which says of itself that it is empty where its manifests are there and ask for nothing. */
export async function withoutNeeds(
  graph: PackageGraph,
  { paths, readText }: Pick<Looked, "paths" | "readText">,
): Promise<PackageGraph> {
  const isOwn = graph.components.every(({ firstParty }) => firstParty);
  if (!isOwn || graph.components.length === 0) return graph;
  const manifests = ecosystemOf(graph.ecosystem)?.manifests ?? [];
  const present = new Set(paths);
  const asked = graph.covers.filter((path) => present.has(path));
  for (const path of asked) {
    const manifest = manifests.find(({ files }) => matchesFile(files, path));
    const reason = manifest && (await whyUnlocked(manifest, { path, paths, readText }));
    if (manifest === undefined || reason !== undefined) return graph;
  }
  return asked.length === 0 ? graph : { ...graph, saysEmpty: true };
}

/** Why a manifest without a lockfile may hide packages; `undefined` where it asks for none. */
async function whyUnlocked(
  { asks }: ManifestFormat,
  file: ManifestFile,
): Promise<string | undefined> {
  try {
    const text = await file.readText(file.path);
    if (text === undefined || (await asks?.(text, file)) === false) return undefined;
    return "it asks for packages, and no lockfile says which versions those are";
  } catch (error) {
    const isBroken = error instanceof SyntaxError || error instanceof RangeError;
    if (!(error instanceof UsageError) && !isBroken) throw error;
    const why = error instanceof UsageError ? error.message : "it is no valid text of its format";
    return `no lockfile covers it, and what it asks for is not known: ${withoutCredentials(why)}`;
  }
}
