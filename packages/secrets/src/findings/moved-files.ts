import { groupBy } from "@assay/core";
import type { Hit } from "./hit.ts";

/** By commit: the paths that it deletes. */
export type Deletions = ReadonlyMap<string, ReadonlySet<string>>;

/** The hits of one secret in one file, whatever the file was called. */
export interface SecretGroup {
  /** Newest commit first. */
  readonly hits: readonly Hit[];
  /** Those of them that a commit brought by moving the file. */
  readonly moved: ReadonlySet<Hit>;
}

/** Earlier paths that are looked at for one secret. */
const MAX_EARLIER = 20;
const MAX_LOOKED_AT = 1000;

/**
 * Joins the hits of a secret over moves of its file: the commit that shows it under a new path deletes one at which it was.
 * Whether the rest of the file was edited on the way makes no difference.
 *
 * @param hits in the order of the scan.
 * @param contentOf equal for equal secrets of one rule.
 */
export function groupHits(
  hits: readonly Hit[],
  deleted: Deletions,
  contentOf: (hit: Hit) => string,
): readonly SecretGroup[] {
  const byContent = groupBy(hits, contentOf);
  return [...byContent.values()].flatMap((same) => groupsOfSecret(same, deleted));
}

function groupsOfSecret(hits: readonly Hit[], deleted: Deletions): readonly SecretGroup[] {
  const paths = new Set(hits.map(({ path }) => path));
  const moved = new Set<Hit>();
  /** The path that stands for a path. */
  const first = new Map<string, string>();
  const root = (path: string): string => {
    let at = path;
    for (let up = first.get(at); up !== undefined; up = first.get(at)) at = up;
    return at;
  };
  for (const hit of paths.size > 1 ? hits : []) {
    const gone = deleted.get(hit.commit);
    for (const path of gone === undefined ? [] : paths) {
      if (path === hit.path || !gone?.has(path)) continue;
      moved.add(hit);
      const [from, to] = [root(hit.path), root(path)];
      if (from !== to) first.set(from, to);
    }
  }
  return [...groupBy(hits, ({ path }) => root(path)).values()].map((group) => ({
    hits: group,
    // Of a file that was moved there and back something has to be left.
    moved: group.every((hit) => moved.has(hit)) ? new Set<Hit>() : moved,
  }));
}

/** Paths at which a file may have been before the commits of some hits; those of the same name first. */
export function earlierPaths(hits: readonly Hit[], deleted: Deletions): readonly string[] {
  const known = new Set(hits.map(({ path }) => path));
  const nameOf = (path: string) => path.slice(path.lastIndexOf("/") + 1);
  const names = new Set([...known].map(nameOf));
  const gone = [...new Set(hits.map(({ commit }) => commit))]
    .flatMap((commit) => [...(deleted.get(commit) ?? [])].slice(0, MAX_LOOKED_AT))
    .filter((path) => !known.has(path));
  const [likely, other] = [true, false].map((same) =>
    gone.filter((path) => names.has(nameOf(path)) === same),
  );
  return [...new Set([...(likely ?? []), ...(other ?? [])])].slice(0, MAX_EARLIER);
}
