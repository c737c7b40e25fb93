import { folderOf, placeOf } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";

import { parseGoWork } from "./work-file.ts";

/** By the path of each `go.work`: the folders that it uses, once somebody asked. */
type Workspaces = Map<string, Promise<ReadonlySet<string | null>> | undefined>;

/** A repository may have hundreds of modules: the list of files is gone through once for all of them, and each `go.work` is read once. */
const known = new WeakMap<readonly string[], Workspaces>();

function workspacesOf(paths: readonly string[]): Workspaces {
  let found = known.get(paths);
  if (found === undefined) {
    const files = paths.filter((path) => path === "go.work" || path.endsWith("/go.work"));
    found = new Map(files.map((path) => [path, undefined]));
    known.set(paths, found);
  }
  return found;
}

/** Whether the nearest `go.work` above, which is the one that Go takes, uses this module. */
export async function isUsedAbove({ path, paths, readText }: ReaderInput): Promise<boolean> {
  const workspaces = workspacesOf(paths);
  if (workspaces.size === 0) return false;
  const own = folderOf(path);
  for (let folder = own; ; folder = folderOf(folder)) {
    const work = folder === "" ? "go.work" : `${folder}/go.work`;
    if (workspaces.has(work)) {
      const used = workspaces.get(work) ?? usedBy(work, readText);
      workspaces.set(work, used);
      return (await used).has(own);
    }
    if (folder === "") return false;
  }
}

async function usedBy(
  work: string,
  readText: ReaderInput["readText"],
): Promise<ReadonlySet<string | null>> {
  const text = (await readText(work)) ?? "";
  return new Set(parseGoWork(text).uses.map(({ folder }) => placeOf(work, folder)));
}
