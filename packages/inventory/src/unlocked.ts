import { plural, UsageError } from "@assay/core";
import { withoutCredentials } from "./credentials.ts";
import { matchesFile } from "./discover.ts";
import type { Ecosystem, ManifestFormat } from "./ecosystems/ecosystem.ts";
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
 * Manifests of one ecosystem that no lockfile covers. A graph names the manifests that it covers, whosesoever they are; a lockfile that was not read
 * covers all of its ecosystem beside and below it, for it is reported itself.
 */
export async function unlockedManifests(
  ecosystem: Ecosystem,
  { paths, graphs, skipped, readText }: Looked,
): Promise<readonly Skipped[]> {
  // One package manager may lock what another one's manifest asks for.
  const covered = new Set(graphs.flatMap(({ covers }) => covers));
  const reported = skipped
    .filter((each) => each.kind !== "excluded" && each.ecosystem === ecosystem.id)
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
    const reason = await whyUnlocked(manifest, () => readText(path));
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
  return [...unlocked, ...[...builds.values()].map(oneOfBuild)];
}

/** One line for all manifests of a build: their reasons are one. */
function oneOfBuild(members: readonly Skipped[]): Skipped {
  const [first, ...others] = [...members].sort((a, b) => depth(a.item) - depth(b.item));
  if (first === undefined) throw new TypeError("a build without manifests");
  if (others.length === 0) return first;
  return {
    ...first,
    reason: `${first.reason}, nor for ${plural(others.length, "other file")} of its build`,
    others: others.map(({ item }) => item),
  };
}

function isRead({ formats }: Ecosystem): boolean {
  return formats.some(({ load }) => load !== undefined);
}

/** Of an ecosystem that is not read at all, one line says it for all its manifests. */
function unreadManifests(
  { id, title }: Ecosystem,
  open: readonly { readonly path: string }[],
): readonly Skipped[] {
  const sorted = open
    .map(({ path }) => path)
    .sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1));
  const [first, ...others] = sorted;
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

/** Why a manifest without a lockfile may hide packages; `undefined` where it asks for none. */
async function whyUnlocked(
  { asks }: ManifestFormat,
  read: () => Promise<string | undefined>,
): Promise<string | undefined> {
  try {
    const text = await read();
    if (text === undefined || (await asks?.(text)) === false) return undefined;
    return "it asks for packages, and no lockfile says which versions those are";
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof SyntaxError)) throw error;
    const why = error instanceof UsageError ? error.message : "it is no valid text of its format";
    return `no lockfile covers it, and what it asks for is not known: ${withoutCredentials(why)}`;
  }
}

function depth(path: string): number {
  return path.split("/").length;
}
