import { groupBy } from "@assay/core";
import { folderOf } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";

const PROJECT = /\.(?:cs|fs|vb)proj$/i;

/** Projects of the tree. */
export interface ProjectFiles {
  /** In one folder, relative to the root. */
  inFolder(folder: string): readonly string[];
  /** The only one of this name, whatever its case; `undefined` for none or several. */
  named(name: string): string | undefined;
}

export function projectFiles({ paths }: Pick<ReaderInput, "paths">): ProjectFiles {
  const projects = paths.filter((each) => PROJECT.test(each));
  const byFolder = groupBy(projects, folderOf);
  const byName = groupBy(projects, (path) => baseName(path).toLowerCase());
  return {
    inFolder: (folder) => byFolder.get(folder) ?? [],
    named(name) {
      const found = byName.get(name.toLowerCase()) ?? [];
      return found.length === 1 ? found[0] : undefined;
    },
  };
}

/** `app` for `src/app.csproj`. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(PROJECT, "");
}

/** The nearest file of this name in a folder or above it. */
export function nearestAbove(
  { paths }: Pick<ReaderInput, "paths">,
  folder: string,
  name: string,
): string | undefined {
  for (let at = folder; ; at = folderOf(at)) {
    const path = at === "" ? name : `${at}/${name}`;
    if (paths.includes(path)) return path;
    if (at === "") return undefined;
  }
}
