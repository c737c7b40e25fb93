import { dirname, isAbsolute, join } from "node:path";
import { realPath, statusAt } from "./file-status.ts";
import { isInside } from "./workspace.ts";

type Variables = Readonly<Record<string, string | undefined>>;

/** The nearest folder from here up that has a `.git`; the folder itself where none has. For programs see `checkedFolders`. */
export async function enclosingCheckout(folder: string): Promise<string> {
  for (const at of ancestors(folder)) if (isThere(join(at, ".git"))) return at;
  return folder;
}

/**
 * The folders that belong to what is checked, as real paths: nothing in them is ever run, however it was found.
 *
 * The outermost folder from `folder` up that has a `.git` (a submodule belongs to its superproject), or `folder` itself where
 * none has; `GITHUB_WORKSPACE`; and the `node_modules` of every folder above, which npm puts on PATH. The root of the file
 * system and the user's home do not count as a checkout around another folder: everything would be part of it.
 *
 * @param folder Absolute real path.
 * @param environment `GITHUB_WORKSPACE`, `HOME` and `USERPROFILE` are read.
 */
export async function checkedFolders(
  folder: string,
  environment: Variables,
): Promise<readonly string[]> {
  const above = [...ancestors(folder)];
  const home = environment["HOME"] ?? environment["USERPROFILE"];
  const everything = new Set([above.at(-1), real(home)]);
  const marked: string[] = [];
  for (const at of above) {
    if (isThere(join(at, ".git")) && (at === folder || !everything.has(at))) marked.push(at);
  }
  const workspace = real(environment["GITHUB_WORKSPACE"]);
  const packages = above.map((at) => real(join(at, "node_modules")));
  const others = [workspace, ...packages].filter((at) => at !== undefined && dirname(at) !== at);
  return [...new Set([marked.at(-1) ?? folder, ...others])] as readonly string[];
}

/** Whether a program (absolute real path) lies in one of the folders of `checkedFolders`. */
export function isChecked(folders: readonly string[], program: string): boolean {
  return folders.some((folder) => isInside(folder, program));
}

function* ancestors(folder: string): Generator<string> {
  for (let at = folder; ; at = dirname(at)) {
    yield at;
    if (dirname(at) === at) return;
  }
}

function isThere(path: string): boolean {
  return statusAt(path) !== undefined;
}

function real(path: string | undefined): string | undefined {
  return path === undefined || !isAbsolute(path) ? undefined : realPath(path);
}
