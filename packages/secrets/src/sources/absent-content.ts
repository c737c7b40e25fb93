import { addTo, type CheckContext, ExternalError, plural, UsageError } from "@assay/core";
import { type AbsentFile, absentFiles, openRepository, WHY_ABSENT } from "@assay/git";
import type { ScanStats } from "./source-fragment.ts";

/**
 * Notes the tracked files whose content is not in the work tree: a look at the files as they lie there does not see them. Answers
 * a notice where that can't be known; a folder outside of git has none.
 */
export async function noteAbsent(
  { root, processes, environment, signal }: CheckContext,
  stats: ScanStats,
): Promise<readonly string[]> {
  try {
    const repo = await openRepository({ root, processes, environment, signal });
    for (const [item, reason] of grouped(await absentFiles(repo))) stats.skipped.set(item, reason);
    return [];
  } catch (cause) {
    if (cause instanceof UsageError) return [];
    if (!(cause instanceof ExternalError)) throw cause;
    return [`What a sparse checkout or submodules keep out is not known: ${cause.message}`];
  }
}

/** A sparse checkout may leave out a million files: those of one folder are one item. */
function grouped(files: readonly AbsentFile[]): ReadonlyMap<string, string> {
  const items = new Map<string, string>();
  const folders = new Map<string, string[]>();
  for (const { path, kind } of files) {
    const folder = path.slice(0, Math.max(path.lastIndexOf("/"), 0));
    if (kind !== "sparse") items.set(path, WHY_ABSENT[kind]);
    else addTo(folders, folder, path);
  }
  for (const [folder, paths] of folders) {
    const [only = ""] = paths;
    if (paths.length === 1) items.set(only, WHY_ABSENT.sparse);
    else {
      const item = folder === "" ? "files at the top" : `${folder}/`;
      items.set(item, `the sparse checkout leaves ${plural(paths.length, "file")} of it out`);
    }
  }
  return items;
}
