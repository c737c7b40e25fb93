import { addTo } from "@assay/core";
import { folderOf } from "../../paths.ts";
import type { ImageFact, ImageReader } from "../reader.ts";
import type { MergedTree, SymbolicLink } from "./merged-tree.ts";
import type { SeenPaths } from "./seen-paths.ts";

/** What a reader kept of a file, before it is known where that lies. */
export interface FoundFact {
  readonly reader: ImageReader;
  readonly path: string;
  readonly layer: number;
  readonly sha256: string;
  readonly fact: unknown;
}

/** Content of a path in one layer; without a digest it is no file, or was not read. */
interface Version {
  readonly layer: number;
  readonly sha256: string | undefined;
  /** What was kept of it. */
  readonly facts: readonly FoundFact[];
}

/** All that readers kept, and the bytes that were at the same paths in lower layers. */
export interface FactStore {
  keep(fact: FoundFact): void;
  /** Forgets what a layer had at a path: it has it again. */
  forget(path: string, layer: number): void;
  /** Whether something was kept of a path: what lower layers have there tells since when. */
  knows(path: string): boolean;
  addVersion(path: string, layer: number, sha256: string | undefined): void;
  /** By reader, newest layer first, then by path. */
  finish(tree: MergedTree, paths: SeenPaths, links: ReadonlyMap<string, SymbolicLink>): Finished;
}

export interface Finished {
  of(reader: ImageReader): readonly ImageFact<unknown>[];
  /** Of visible files. */
  sha256Of(path: string): string | undefined;
}

/** Records of packages, programs, and older versions of their files: an image may be made of nothing else. */
export const MAX_FACTS = 500_000;

/** @param problem Takes note of the first that is left out for there are too many. */
export function factStore(
  problem: (layer: number, path: string, reason: string) => void,
  most: number,
): FactStore {
  let count = 0;
  const facts: FoundFact[] = [];
  const forgotten = new Set<FoundFact>();
  const versions = new Map<string, Version[]>();

  function hasPlace(path: string, layer: number): boolean {
    if (++count === most + 1)
      problem(
        layer,
        path,
        `the image has more than ${most} records of packages and programs: from here on they are left out`,
      );
    return count <= most;
  }

  function addVersion(
    path: string,
    layer: number,
    sha256: string | undefined,
    own: readonly FoundFact[] = [],
  ): void {
    const known = versions.get(path);
    const last = known?.at(-1);
    if (known === undefined) versions.set(path, [{ layer, sha256, facts: own }]);
    else if (last?.layer !== layer) known.push({ layer, sha256, facts: own });
    else if (sha256 !== undefined)
      known[known.length - 1] = { layer, sha256, facts: [...last.facts, ...own] };
  }

  function sinceOf({ path, layer, sha256 }: FoundFact, paths: SeenPaths): number {
    const all = versions.get(path) ?? [];
    if (all.length < 2) return layer;
    const removed = paths.removedBy(path, layer);
    let since = layer;
    for (const version of all) {
      if (version.layer >= layer) continue;
      if (version.sha256 !== sha256 || version.layer < removed) break;
      since = version.layer;
    }
    return since;
  }

  return {
    keep(fact) {
      if (!hasPlace(fact.path, fact.layer)) return;
      facts.push(fact);
      addVersion(fact.path, fact.layer, fact.sha256, [fact]);
    },
    forget(path, layer) {
      const known = versions.get(path);
      const last = known?.at(-1);
      if (last?.layer !== layer) return;
      for (const each of last.facts) forgotten.add(each);
      known?.pop();
    },
    knows: (path) => versions.has(path),
    addVersion(path, layer, sha256) {
      if (hasPlace(path, layer)) addVersion(path, layer, sha256);
    },
    finish(tree, paths, links) {
      const aliases = writtenThrough(tree, paths, links);
      const byReader = new Map<ImageReader, ImageFact<unknown>[]>();
      const newest = new Map<string, number>();
      const digests = new Map<string, string>();
      const kept = facts.filter((each) => !forgotten.has(each));
      const placed = kept.map((found) => ({ found, path: tree.realPath(found.path) }));
      placed.sort(
        (a, b) => b.found.layer - a.found.layer || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0),
      );
      for (const { found, path } of placed) {
        const { reader, layer, sha256, fact } = found;
        const top = newest.get(path);
        const isVisible =
          (top === undefined || top === layer) &&
          !paths.isHidden(found.path, layer) &&
          (path === found.path || !paths.isHidden(path, layer)) &&
          !aliases.some((alias) => isHiddenBy(alias, path, layer, paths));
        if (isVisible) {
          newest.set(path, layer);
          digests.set(path, sha256);
        } else if (reader.everyVersion !== true) continue;
        const since = sinceOf(found, paths);
        const hidden = isVisible ? {} : { isHidden: true as const };
        addTo(byReader, reader, { path, layer, since, sha256, fact, ...hidden });
      }
      return { of: (reader) => byReader.get(reader) ?? [], sha256Of: (path) => digests.get(path) };
    },
  };
}

/** A link of a folder, below which newer layers name files: they land where it leads. */
interface Alias {
  readonly link: string;
  readonly folder: string;
}

/** Such links are a few of the system's (`lib`, `bin`, `var/run`): more are an attack, or a mistake that hides nothing. */
const MAX_ALIASES = 64;

function writtenThrough(
  tree: MergedTree,
  paths: SeenPaths,
  links: ReadonlyMap<string, SymbolicLink>,
): readonly Alias[] {
  const aliases: Alias[] = [];
  for (const [link, { layer }] of links) {
    if (aliases.length === MAX_ALIASES) break;
    if (paths.impliedBy(link) <= layer) continue;
    const folder = tree.resolve(link);
    if (folder !== undefined && folder !== "") aliases.push({ link, folder });
  }
  return aliases;
}

/** Whether a newer layer took a file away, or has another, by the name that leads through a link. */
function isHiddenBy({ link, folder }: Alias, path: string, layer: number, paths: SeenPaths) {
  if (!path.startsWith(`${folder}/`)) return false;
  for (let at = `${link}${path.slice(folder.length)}`, own = true; at.length > link.length; ) {
    const newest = own ? paths.newestAt(at) : paths.hidesBelow(at);
    if (newest > layer) return true;
    at = folderOf(at);
    own = false;
  }
  return false;
}
