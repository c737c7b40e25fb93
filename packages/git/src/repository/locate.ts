import { readdirSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { isInside, realPath, statusAt, statusBehind, UsageError } from "@assay/core";
import { readSmallFile } from "./small-file.ts";

/** Where a repository is. All paths are absolute and real. */
export interface Location {
  /** Holds `HEAD` and the index; of a linked work tree its own folder. */
  readonly gitFolder: string;
  /** Holds `objects`, `refs` and the configuration; of a linked work tree that of its repository. */
  readonly commonFolder: string;
  /** The top of the work tree; absent where the repository is bare. */
  readonly workTree?: string;
}

const MAX_PATH_BYTES = 64 * 1024;
/** What git itself puts into a bare repository (gitrepository-layout). */
const OWN_ENTRIES =
  /^(?:[A-Z_]+_HEAD|HEAD|branches|commondir|config(?:\.worktree)?|description|FETCH_HEAD|gc\.(?:log|pid)|hooks|info|lfs|logs|modules|objects|packed-refs|refs|reftable|remotes|rr-cache|shallow|svn|worktrees)$/;

/**
 * The repository that a folder belongs to, `undefined` where there is none: the nearest folder from there up that has a `.git`, as a folder or as a file that
 * names one. Git's own search is not used, for it takes any folder with the right files in it, committed ones, for a repository.
 * Only a folder that is named as such, has no `.git` above it, and nothing in it but what git writes, is taken for a bare one.
 *
 * @param root Absolute real path.
 * @param workspace `GITHUB_WORKSPACE`: what lies below it was checked out, and is no bare repository.
 * @throws UsageError when there is a `.git` with no repository behind it.
 */
export async function locateRepository(
  root: string,
  workspace: string | undefined,
): Promise<Location | undefined> {
  for (let at = root; ; at = dirname(at)) {
    const marked = statusAt(join(at, ".git"));
    if (marked !== undefined) return locationOf(at, marked.isFile());
    if (dirname(at) === at) break;
  }
  const inWorkspace = workspace !== undefined && workspace !== root && isInside(workspace, root);
  if (!inWorkspace && isGitFolder(root)) {
    const foreign = readdirSync(root).find((name) => !OWN_ENTRIES.test(name));
    if (foreign === undefined) return { gitFolder: root, commonFolder: root };
  }
  return undefined;
}

/** `Repository.prefix`: a folder of the work tree as seen from its top, with `/` at its end where it is not the top. */
export function prefixIn({ workTree = "" }: Location, root: string): string {
  const path = workTree === "" ? "" : relative(workTree, root).split(sep).join("/");
  return path === "" ? "" : `${path}/`;
}

async function locationOf(workTree: string, isFile: boolean): Promise<Location> {
  const gitFolder = isFile ? await namedFolder(workTree) : join(workTree, ".git");
  const real = realPath(gitFolder);
  if (real === undefined || isPartOf(workTree, real)) throw broken(workTree);
  const link = await readSmallFile(join(real, "commondir"), MAX_PATH_BYTES);
  const common = link === undefined ? real : resolve(real, line(link));
  const commonFolder = realPath(common);
  if (commonFolder === undefined || isPartOf(workTree, commonFolder)) throw broken(workTree);
  if (!isGitFolder(commonFolder)) throw broken(workTree);
  return { gitFolder: real, commonFolder, workTree };
}

/** The folder that a `.git` file names (gitrepository-layout): that of a submodule or a linked work tree. */
async function namedFolder(workTree: string): Promise<string> {
  const bytes = await readSmallFile(join(workTree, ".git"), MAX_PATH_BYTES);
  const path = /^gitdir: (.+)$/s.exec(bytes === undefined ? "" : line(bytes))?.[1];
  if (path === undefined) throw broken(workTree);
  return resolve(workTree, path);
}

/** Whether a folder is content of the work tree: what git wrote for itself is below a `.git`, which can't be committed. */
function isPartOf(workTree: string, folder: string): boolean {
  return isInside(workTree, folder) && !relative(workTree, folder).split(sep).includes(".git");
}

function isGitFolder(folder: string): boolean {
  const isFolder = (name: string) => statusBehind(join(folder, name))?.isDirectory() === true;
  const hasHead = statusBehind(join(folder, "HEAD"))?.isFile() === true;
  return hasHead && isFolder("objects") && isFolder("refs");
}

function line(bytes: Buffer): string {
  return bytes.toString("utf8").replace(/\r?\n$/, "");
}

function broken(workTree: string): UsageError {
  return new UsageError(`There is a \`.git\` in ${workTree}, and no git repository behind it`, {
    hint: "Check the repository out again, or remove the `.git`.",
  });
}
