import { workspaceMatcher } from "../workspaces.ts";
import type { NpmLockfile } from "./entry.ts";
import { isInstalledKey } from "./resolution.ts";

/**
 * The entries that are the project's own: the root and the members of its workspaces. A folder that is merely linked to is
 * somebody's package like any other, and so is one for which the lockfile names an archive.
 *
 * @param workspaces The patterns of the project's workspaces.
 */
export function ownKeys(
  { entries }: NpmLockfile,
  workspaces: readonly string[],
): ReadonlySet<string> {
  const membershipOf = workspaceMatcher(workspaces);
  const own = new Set([""]);
  for (const { key, flags, resolved, integrity } of entries.values()) {
    if (isInstalledKey(key) || flags.has("link")) continue;
    const isArchive = resolved !== undefined || integrity !== undefined;
    if (!isArchive && membershipOf(key) === "member") own.add(key);
  }
  return own;
}
