import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { formatOf } from "./discover.ts";
import { ECOSYSTEMS } from "./ecosystems/index.ts";
import type { Inventory, Skipped } from "./graph.ts";

/** A lockfile in a folder above the one that is looked at. */
export interface LockfileAbove {
  /** Relative to the root of the repository. */
  readonly path: string;
  readonly ecosystem: string;
}

/**
 * Lockfiles that lie between the folder that is looked at and the root of its repository, the nearest first. Only their names are
 * looked at.
 *
 * @param folder The folder inside the repository; nothing lies above `""`.
 */
export async function lockfilesAbove(
  root: string,
  folder: string,
): Promise<readonly LockfileAbove[]> {
  const found: LockfileAbove[] = [];
  const parts = folder.split("/").filter((part) => part !== "");
  for (let depth = parts.length - 1; depth >= 0; depth--) {
    const above = parts.slice(0, depth).join("/");
    const names = namesIn(resolve(root, "../".repeat(parts.length - depth)));
    for (const name of names) {
      const match = formatOf(name, ECOSYSTEMS);
      if (match === undefined) continue;
      const path = above === "" ? name : `${above}/${name}`;
      found.push({ path, ecosystem: match.ecosystem.id });
    }
  }
  return found;
}

/** Manifests that no lockfile of the working directory covers, with the lockfile above that may. */
export function withLockfilesAbove(
  inventory: Inventory,
  above: readonly LockfileAbove[],
): Inventory {
  const skipped = inventory.skipped.map((each): Skipped => {
    const lockfile = above.find(({ ecosystem }) => ecosystem === each.ecosystem);
    return each.kind !== "unlocked" || lockfile === undefined
      ? each
      : {
          ...each,
          reason: `no lockfile of the working directory covers it; ${lockfile.path} lies above`,
          advice: aboveAdvice(lockfile),
        };
  });
  return { ...inventory, skipped };
}

export function aboveAdvice({ path }: LockfileAbove): string {
  const slash = path.lastIndexOf("/");
  const folder = slash < 0 ? "the root of the repository" : `\`${path.slice(0, slash)}\``;
  return `Look at the project as a whole: set \`working-directory\` to ${folder}, where ${path.slice(slash + 1)} lies.`;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
