import { fromLockfileFolder } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { workspaceMatcher } from "./workspaces.ts";

/**
 * The folders with a manifest that the patterns of `workspaces` mean, relative to the lockfile, sorted. `unknown` are those of which
 * nobody can say whether they do.
 */
export function workspaceFolders(
  { path, everyPath }: Pick<ReaderInput, "path" | "everyPath">,
  patterns: readonly string[],
): { readonly folders: readonly string[]; readonly unknown: readonly string[] } {
  const folders: string[] = [];
  const unknown: string[] = [];
  if (patterns.length === 0) return { folders, unknown };
  const membershipOf = workspaceMatcher(patterns);
  const base = fromLockfileFolder(path, "") ?? "";
  const start = base === "" ? "" : `${base}/`;
  for (const each of everyPath) {
    if (!each.endsWith("/package.json") || !each.startsWith(start)) continue;
    // Members may lie among examples, and not among what is installed.
    if (each.includes("node_modules/")) continue;
    const folder = each.slice(start.length, -"/package.json".length);
    if (folder === "" || each.length <= start.length + "package.json".length) continue;
    const membership = membershipOf(folder);
    if (membership === "member") folders.push(folder);
    else if (membership === "unknown") unknown.push(folder);
  }
  return { folders: folders.sort(), unknown: unknown.sort() };
}
