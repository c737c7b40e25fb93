import type { Skipped } from "../../graph.ts";
import type { MergedTree, SymbolicLink } from "../layers/merged-tree.ts";
import type { SeenPaths } from "../layers/seen-paths.ts";
import type { ImageReader } from "../reader.ts";

/** Where package managers look for what is installed: a file, or a folder of records. */
const DATABASES = [
  ...["var/lib/dpkg/status", "var/lib/dpkg/status.d", "var/lib/chisel/manifest.wall"],
  ...["lib/apk/db/installed", "usr/lib/apk/db/installed"],
  ...["var/lib/rpm", "usr/lib/sysimage/rpm", "usr/share/rpm"].flatMap((folder) =>
    ["rpmdb.sqlite", "Packages.db", "Packages"].map((name) => `${folder}/${name}`),
  ),
  ...["var/lib/pacman/local", "var/db/pkg", "usr/lib/opkg/status", "var/lib/opkg/status"],
];

const NO_HEAD = new Uint8Array();

/**
 * Databases that a package manager would find in the image, and that no reader was given: links lead from where they belong to another
 * place, or a layer names them by a way through a link. Readers know files by the names that layers give them.
 */
export function movedDatabases(
  readers: readonly ImageReader[],
  tree: MergedTree,
  paths: SeenPaths,
  links: ReadonlyMap<string, SymbolicLink>,
): readonly Skipped[] {
  const isRead = (path: string) =>
    [path, `${path}/a`, `${path}/a/desc`].some((each) =>
      readers.some((reader) =>
        reader.wants({ path: each, size: 4096, mode: 0o644, head: NO_HEAD }),
      ),
    );
  const found = new Map<string, string>();
  for (const place of DATABASES) {
    const real = tree.resolve(place);
    if (real !== undefined && real !== place && !isRead(real)) found.set(place, real);
  }
  for (const link of links.keys()) {
    if (paths.impliedBy(link) < 0) continue;
    const folder = tree.realPath(`${link}/a`).slice(0, -1);
    for (const place of DATABASES) {
      if (!place.startsWith(folder)) continue;
      const alias = `${link}/${place.slice(folder.length)}`;
      const isNamed = Math.max(paths.newestAt(alias), paths.impliedBy(alias)) >= 0;
      if (isNamed && (!isRead(alias) || !tree.has(place))) found.set(place, alias);
    }
  }
  return [...found].map(([item, other]) => ({
    kind: "unreadable",
    item,
    reason: `through a link it is ${other}, where no packages are looked for`,
  }));
}
