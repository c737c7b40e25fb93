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
 * Manifests of one ecosystem that no lockfile covers. A graph names the manifests that it covers; a lockfile that was not read
 * covers all of its ecosystem beside and below it, for it is reported itself.
 */
export async function unlockedManifests(
  ecosystem: Ecosystem,
  { paths, graphs, skipped, readText }: Looked,
): Promise<readonly Skipped[]> {
  const covered = new Set(
    graphs.filter((graph) => graph.ecosystem === ecosystem.id).flatMap(({ covers }) => covers),
  );
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
  for (const { path, manifest } of open) {
    const reason = await whyUnlocked(manifest, () => readText(path));
    if (reason === undefined) continue;
    unlocked.push({
      item: path,
      reason,
      kind: "unlocked",
      ecosystem: ecosystem.id,
      ...(manifest.lockAdvice === undefined ? {} : { advice: manifest.lockAdvice }),
    });
  }
  return unlocked;
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
