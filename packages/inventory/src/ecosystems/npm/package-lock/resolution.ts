import type { NpmEntry } from "./entry.ts";

/** Finds the entry that `require(name)` in the folder `key` would load. */
export type Resolve = (key: string, name: string) => NpmEntry | undefined;

/**
 * Node's resolution (https://nodejs.org/api/modules.html#loading-from-node_modules-folders) over the entries: the folder's
 * own `node_modules`, then that of each folder above it up to the lockfile's. A link leads to its target.
 */
export function nodeResolution(entries: ReadonlyMap<string, NpmEntry>): Resolve {
  const installed = byFolder(entries);
  // Paths are long and asked for often: the way up is walked once per folder.
  let ways: { readonly key: string; readonly folders: readonly Installed[] } | undefined;
  return (key, name) => {
    if (ways?.key !== key) ways = { key, folders: wayUp(key, installed) };
    for (const folder of ways.folders) {
      const found = folder.get(name);
      if (found !== undefined) return followLink(entries, found);
    }
    return undefined;
  };
}

/** What lies in the `node_modules` of one folder, by name. */
type Installed = ReadonlyMap<string, NpmEntry>;

function byFolder(entries: ReadonlyMap<string, NpmEntry>): ReadonlyMap<string, Installed> {
  const folders = new Map<string, Map<string, NpmEntry>>();
  for (const entry of entries.values()) {
    const name = installName(entry.key);
    if (name === undefined) continue;
    const folder = entry.key.slice(0, -`/node_modules/${name}`.length);
    const known = folders.get(folder) ?? new Map<string, NpmEntry>();
    folders.set(folder, known.set(name, entry));
  }
  return folders;
}

function wayUp(key: string, installed: ReadonlyMap<string, Installed>): readonly Installed[] {
  const way: Installed[] = [];
  for (let folder: string | undefined = key; folder !== undefined; folder = above(folder)) {
    const found = installed.get(folder);
    if (found !== undefined) way.push(found);
  }
  return way;
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
  const isInstallFolder = parent === "node_modules" || parent.endsWith("/node_modules");
  return isInstallFolder ? above(parent) : parent;
}

/** The name under which the entry is installed (`a`, `@s/a`); `undefined` where the key is no package's place. */
export function installName(key: string): string | undefined {
  const at = key.lastIndexOf("node_modules/");
  if (at < 0 || (at > 0 && key[at - 1] !== "/")) return undefined;
  const name = key.slice(at + "node_modules/".length);
  const slash = name.indexOf("/");
  const isName = slash < 0 || (name.startsWith("@") && name.indexOf("/", slash + 1) < 0);
  return isName && name !== "" ? name : undefined;
}

/** Whether the entry lies in a `node_modules` folder: all others are the developer's own folders. */
export function isInstalledKey(key: string): boolean {
  return key.startsWith("node_modules/") || key.includes("/node_modules/");
}
