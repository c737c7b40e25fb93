import { groupBy } from "@assay/core";
import { folderOf, fromLockfileFolder, isBelow } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";

/** Bundler looks for gemspecs in the folder of a path and two levels below it. */
const MAX_DEPTH = 2;

/** Where the gems of a `PATH` source lie. */
export interface GemFolders {
  /**
   * The folder of one gem, relative to the root, and its gemspec where the tree has it; `undefined` where the path leads out of the root.
   */
  find(
    remote: string,
    name: string,
  ): { readonly folder: string; readonly gemspec?: string } | undefined;
}

export function gemFolders({ path, paths }: Pick<ReaderInput, "path" | "paths">): GemFolders {
  const byName = groupBy(
    paths.filter((file) => file.endsWith(".gemspec")),
    (file) => file.slice(file.lastIndexOf("/") + 1, -".gemspec".length),
  );
  return {
    find(remote, name) {
      if (/^(?:[/~\\]|[A-Za-z]:)/.test(remote)) return undefined;
      const folder = fromLockfileFolder(path, remote);
      if (folder === undefined) return undefined;
      const near = (byName.get(name) ?? [])
        .filter((file) => isBelow(file, folder) && depthBelow(file, folder) <= MAX_DEPTH)
        .sort((a, b) => depthBelow(a, folder) - depthBelow(b, folder));
      const [gemspec] = near;
      return gemspec === undefined ? { folder } : { folder: folderOf(gemspec), gemspec };
    },
  };
}

function depthBelow(file: string, folder: string): number {
  const inside = folder === "" ? file : file.slice(folder.length + 1);
  return inside.split("/").length - 1;
}
