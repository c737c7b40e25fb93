import { addTo } from "@assay/core";
import type { ImageReading, ImageTree } from "./reader.ts";

/** A component that has a file, by the list of its package manager. */
export interface Owner {
  /** Component id. */
  readonly id: string;
  readonly reader: string;
}

export interface Owners {
  /** Whose the file is as it lies there now. */
  of(path: string): readonly Owner[];
  /** Files of interest that are not any more what a package put there, with the component's id. */
  readonly changed: readonly (readonly [id: string, path: string])[];
}

/**
 * Who owns the paths of interest. Only these are kept: a database may list a million files.
 *
 * @param digestsOf What is known of a visible file's content: `sha256:…`, perhaps `md5:…` and `sha1:…`.
 */
export function findOwners(
  readings: ReadonlyMap<string, ImageReading>,
  tree: Pick<ImageTree, "resolve">,
  paths: ReadonlySet<string>,
  digestsOf: (path: string) => readonly string[] = () => [],
): Owners {
  const files = new Map<string, Owner[]>();
  const folders = new Map<string, Owner[]>();
  const changed: (readonly [string, string])[] = [];
  const real = realPaths(tree);
  for (const [reader, { owned, ownedDigests }] of readings) {
    for (const [id, listed] of owned ?? [])
      for (const path of listed) {
        if (path.endsWith("/")) {
          addTo(folders, real(path), { id, reader });
          continue;
        }
        const place = paths.has(path) ? path : real(path);
        if (!paths.has(place)) continue;
        const was = ownedDigests?.get(path) ?? ownedDigests?.get(place);
        if (isOther(was, digestsOf(place))) changed.push([id, place]);
        else addTo(files, place, { id, reader });
      }
  }
  return {
    changed,
    of: (path) => [
      ...(files.get(path) ?? []),
      ...ancestors(path).flatMap((at) => folders.get(at) ?? []),
    ],
  };
}

/** `a/`, `a/b/` of `a/b/c`, the innermost first. */
export function ancestors(path: string): readonly string[] {
  const found: string[] = [];
  for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1))
    found.push(path.slice(0, end + 1));
  return found;
}

/** Only what can be compared tells: a digest of another algorithm is no change. */
function isOther(was: string | undefined, now: readonly string[]): boolean {
  if (was === undefined) return false;
  const same = now.find((each) => each.startsWith(was.slice(0, was.indexOf(":") + 1)));
  return same !== undefined && same !== was;
}

/** Links of folders followed (`lib/…` is `usr/lib/…`), each folder once; the last name is not followed. */
function realPaths(tree: Pick<ImageTree, "resolve">): (path: string) => string {
  const known = new Map<string, string>();
  return (path) => {
    const end = path.lastIndexOf("/");
    if (end < 0) return path;
    const folder = path.slice(0, end);
    let place = known.get(folder);
    if (place === undefined) {
      place = tree.resolve(folder) ?? folder;
      known.set(folder, place);
    }
    return place === folder ? path : `${place}${place === "" ? "" : "/"}${path.slice(end + 1)}`;
  };
}
