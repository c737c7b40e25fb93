import type { ImageFact, ImageTree } from "../reader.ts";

/** One version of one database, with what tells its packages apart. */
export interface Version {
  readonly path: string;
  readonly layer: number;
  readonly since: number;
  readonly keys: ReadonlySet<string>;
}

/**
 * The oldest layer since which a package has been in the database without a gap. A database that moved (`lib/apk` to `usr/lib/apk`)
 * is followed to the path where it was before.
 *
 * @param versions All of all paths, the newest first.
 * @param path Where the package is now.
 */
export function sinceLayer(versions: readonly Version[], path: string, key: string): number {
  let at = path;
  let since = Number.POSITIVE_INFINITY;
  for (;;) {
    const older = versions.filter((each) => each.path === at && each.layer < since);
    const gap = older.findIndex(({ keys }) => !keys.has(key));
    since = older.slice(0, gap < 0 ? older.length : gap).reduce((_, each) => each.since, since);
    if (gap >= 0) return since;
    const before = versions.find((each) => each.path !== at && each.layer < since);
    if (before === undefined || !before.keys.has(key)) return since;
    at = before.path;
  }
}

/** Of the facts of each path the newest, where a container would see it. */
export function visible<F>(facts: readonly ImageFact<F>[], tree: ImageTree): ImageFact<F>[] {
  const seen = new Set<string>();
  return facts.filter(({ path, isHidden }) => {
    const isNewest = !seen.has(path);
    seen.add(path);
    return isNewest && isHidden !== true && tree.resolve(path) === path;
  });
}
