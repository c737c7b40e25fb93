import { lstat } from "node:fs/promises";
import { decodePath, encodePath } from "../objects/names.ts";
import { records } from "../objects/tree.ts";
import type { Repository } from "../repository/repository.ts";
import { lfsPointers } from "./lfs.ts";

/**
 * Something that is tracked and whose content is not in the work tree. `sparse`: a sparse checkout leaves the file out.
 * `submodule`: it is not checked out. `lfs`: a pointer of Git LFS is there instead.
 */
export interface AbsentFile {
  /** Relative to the root folder. */
  readonly path: string;
  readonly kind: "sparse" | "submodule" | "lfs";
}

interface IndexEntry {
  readonly path: string;
  readonly kind: "file" | "sparse" | "submodule";
}

/**
 * What is tracked below the root folder and a look at the work tree does not get to see, sorted by path. It is read from the
 * index: one git process, and one more where attributes speak of LFS. Nothing is absent from a bare repository.
 *
 * @throws ExternalError when git fails.
 */
export async function absentFiles(repo: Repository): Promise<readonly AbsentFile[]> {
  if (repo.bare) return [];
  const entries = await indexEntries(repo);
  const absent: AbsentFile[] = [];
  const there = new Map<string, Promise<boolean>>();
  const isThere = (path: string): Promise<boolean> => {
    const known = there.get(path) ?? isOnDisk(repo, path);
    there.set(path, known);
    return known;
  };
  for (const { path, kind } of entries) {
    if (kind === "sparse" && !((await isThere(folderOf(path))) && (await isThere(path)))) {
      absent.push({ path, kind });
    }
    // A submodule that was checked out has a `.git`: its files are in the work tree as any others.
    if (kind === "submodule" && !(await isThere(`${path}/.git`))) absent.push({ path, kind });
  }
  const files = entries.filter(({ kind }) => kind === "file").map(({ path }) => path);
  const pointers = await lfsPointers(repo, files);
  absent.push(...pointers.map((path) => ({ path, kind: "lfs" }) as const));
  return absent.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What is said of absent files where they are listed as not looked at. */
export const WHY_ABSENT: Readonly<Record<AbsentFile["kind"], string>> = {
  sparse: "the sparse checkout leaves it out",
  submodule: "a submodule that is not checked out",
  lfs: "a Git LFS pointer: the content is not in the clone",
};

async function indexEntries(repo: Repository): Promise<readonly IndexEntry[]> {
  const entries = new Map<string, IndexEntry>();
  // "<tag> <mode> <object> <stage>\t<path>" (git-ls-files, `-t` and `--stage`); a path in conflict stands there several times.
  for (const record of records(await repo.read(["ls-files", "-z", "-t", "--stage"]))) {
    const tab = record.indexOf(0x09);
    const [tag, mode] = record.toString("latin1", 0, tab).split(" ");
    const path = decodePath(record.subarray(tab + 1));
    const kind = mode === "160000" ? "submodule" : tag === "S" ? "sparse" : "file";
    entries.set(path, { path, kind });
  }
  return [...entries.values()];
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}

async function isOnDisk(repo: Repository, path: string): Promise<boolean> {
  const place = Buffer.concat([Buffer.from(`${repo.root}/`), encodePath(path)]);
  return lstat(place).then(
    () => true,
    () => false,
  );
}
