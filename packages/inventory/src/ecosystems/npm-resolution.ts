import type { NpmEntry } from "./npm-entry.ts";

/** Finds the entry that `require(name)` in the folder `key` would load. */
export type Resolve = (key: string, name: string) => NpmEntry | undefined;

/**
 * Node's resolution (https://nodejs.org/api/modules.html#loading-from-node_modules-folders) over the entries: the folder's
 * own `node_modules`, then that of each folder above it up to the lockfile's. A link leads to its target.
 */
export function nodeResolution(entries: ReadonlyMap<string, NpmEntry>): Resolve {
  return (key, name) => {
    for (let folder: string | undefined = key; folder !== undefined; folder = above(folder)) {
      const found = entries.get(
        folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`,
      );
      if (found !== undefined) return followLink(entries, found);
    }
    return undefined;
  };
}

/** The target of a link, the entry itself where it is none, `undefined` where the link leads nowhere. */
export function followLink(
  entries: ReadonlyMap<string, NpmEntry>,
  entry: NpmEntry,
): NpmEntry | undefined {
  if (!entry.flags.has("link")) return entry;
  const target = entries.get(linkTarget(entry));
  return target?.flags.has("link") ? undefined : target;
}

/** The key that a link's `resolved` means: npm writes the root as `""` or `.`. */
export function linkTarget(entry: NpmEntry): string {
  const target = (entry.resolved ?? "").replace(/^\.(?:\/|$)/, "");
  return target.endsWith("/") ? target.slice(0, -1) : target;
}

/** The next folder to look in; Node skips the `node_modules` folders themselves. */
function above(folder: string): string | undefined {
  if (folder === "" || folder === ".." || folder.endsWith("/..")) return undefined;
  const parent = folder.slice(0, Math.max(folder.lastIndexOf("/"), 0));
  return /(?:^|\/)node_modules$/.test(parent) ? above(parent) : parent;
}

/** The name under which the entry is installed (`a`, `@s/a`); `undefined` where the key is no package's place. */
export function installName(key: string): string | undefined {
  return /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(key)?.[1];
}

/** Whether the entry lies in a `node_modules` folder: all others are the developer's own folders. */
export function isInstalledKey(key: string): boolean {
  return key.startsWith("node_modules/") || key.includes("/node_modules/");
}
