import { fromLockfileFolder } from "../../../paths.ts";
import { isYamlMap, mapAt, textAt } from "../../../yaml/value.ts";
import type { PnpmDocument, Snapshot } from "./lockfile.ts";

/**
 * The patch files of a package, relative to the root; empty where the lockfile knows only that it is patched (pnpm 12 keeps no
 * path), `undefined` where it is not.
 */
export function patchesOf(
  { top }: PnpmDocument,
  lockfile: string,
): (snapshot: Snapshot) => readonly string[] | undefined {
  const byHash = new Map<string, string[]>();
  const stated = mapAt(top, "patchedDependencies");
  for (const [selector, value] of stated?.entries ?? []) {
    const patch = mapAt(stated, selector);
    const hash = isYamlMap(value) ? textAt(patch, "hash") : value;
    if (typeof hash !== "string" || hash === "") continue;
    const path = textAt(patch, "path");
    const file = path === undefined ? undefined : fromLockfileFolder(lockfile, path);
    byHash.set(hash, [...(byHash.get(hash) ?? []), ...(file === undefined ? [] : [file])]);
  }
  return ({ suffix, facts }) => {
    const hash = /\(patch_hash=([^()]*)\)/.exec(suffix)?.[1];
    if (hash !== undefined) return byHash.get(hash) ?? [];
    if (textAt(facts, "patched") !== "true") return undefined;
    // Version 5 puts it behind the peers: `_hash`, `_peers_hash`.
    const last = suffix.slice(suffix.lastIndexOf("_") + 1);
    return byHash.get(last) ?? [];
  };
}
