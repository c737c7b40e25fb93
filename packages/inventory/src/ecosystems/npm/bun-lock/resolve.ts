import type { LockNode } from "../lock-graph/node.ts";

/** Finds what a name means for the package at a key. */
export type Resolve = (key: string, name: string) => LockNode | undefined;

/**
 * Bun's own rule, which is that of Node's folders: below the key itself, then below each shorter one, then at the top. Overrides and
 * catalogs are in the keys already.
 */
export function bunResolver(nodes: ReadonlyMap<string, LockNode>): Resolve {
  return (key, name) => {
    for (let prefix: string | undefined = key; prefix !== undefined; prefix = shorter(prefix)) {
      const found = nodes.get(prefix === "" ? name : `${prefix}/${name}`);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

/** Without the last name, of which a scope is a part; `undefined` for the empty key. */
function shorter(key: string): string | undefined {
  if (key === "") return undefined;
  const slash = key.lastIndexOf("/");
  if (slash < 0) return "";
  const before = key.lastIndexOf("/", slash - 1);
  const isScoped = key.charAt(before + 1) === "@";
  return key.slice(0, Math.max(isScoped ? before : slash, 0));
}
