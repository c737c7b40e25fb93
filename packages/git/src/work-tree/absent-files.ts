import { join } from "node:path";
import { statusAt } from "@assay/core";
import { decodePath } from "../objects/names.ts";
import { records } from "../objects/tree.ts";
import type { Repository } from "../repository/repository.ts";
import { readSmallFile } from "../repository/small-file.ts";
import { type IndexEntry, readIndexFile } from "./index-file.ts";
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

const MAX_INDEX_BYTES = 512 * 1024 * 1024;

/**
 * What is tracked below the root folder and a look at the work tree does not get to see, sorted by path. It is read from the
 * index, without a git process where the index is an ordinary one, and with one more where attributes speak of LFS. Nothing is
 * absent from a bare repository.
 *
 * @throws ExternalError when git fails.
 */
export async function absentFiles(repo: Repository): Promise<readonly AbsentFile[]> {
  if (repo.bare) return [];
  const entries = (await ownEntries(repo)) ?? (await askedEntries(repo));
  const absent: AbsentFile[] = [];
  const there = new Map<string, boolean>();
  const isThere = (folder: Buffer): boolean => {
    const key = folder.toString("latin1");
    const known = there.get(key) ?? isOnDisk(repo, folder);
    there.set(key, known);
    return known;
  };
  for (const { path, kind } of entries) {
    if (kind === "file") continue;
    // A submodule that was checked out has a `.git`: its files are in the work tree as any others.
    const isPresent =
      kind === "submodule"
        ? isOnDisk(repo, Buffer.concat([path, Buffer.from("/.git")]))
        : isThere(folderOf(path)) && isOnDisk(repo, path);
    if (!isPresent) absent.push({ path: decodePath(path), kind });
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

/** Paths relative to the root folder; `undefined` where git has to be asked. */
async function ownEntries(repo: Repository): Promise<readonly IndexEntry[] | undefined> {
  const file = await readSmallFile(join(repo.folders.git, "index"), MAX_INDEX_BYTES);
  const nameBytes = repo.objectFormat === "sha256" ? 32 : 20;
  const entries = file === undefined ? undefined : readIndexFile(file, nameBytes);
  if (repo.prefix === "") return entries;
  const prefix = Buffer.from(repo.prefix);
  return entries
    ?.filter(({ path }) => path.subarray(0, prefix.length).equals(prefix))
    .map(({ path, kind }) => ({ path: path.subarray(prefix.length), kind }));
}

async function askedEntries(repo: Repository): Promise<readonly IndexEntry[]> {
  const entries: IndexEntry[] = [];
  let last: Buffer | undefined;
  // "<tag> <mode> <object> <stage>\t<path>" (git-ls-files, `-t` and `--stage`); a path in conflict stands there several times.
  for (const record of records(await repo.read(["ls-files", "-z", "-t", "--stage"]))) {
    const tab = record.indexOf(0x09);
    const [tag, mode] = record.toString("latin1", 0, tab).split(" ");
    const path = record.subarray(tab + 1);
    if (last?.equals(path)) continue;
    last = path;
    entries.push({ path, kind: mode === "160000" ? "submodule" : tag === "S" ? "sparse" : "file" });
  }
  return entries;
}

function folderOf(path: Buffer): Buffer {
  return path.subarray(0, Math.max(path.lastIndexOf("/"), 0));
}

function isOnDisk(repo: Repository, path: Buffer): boolean {
  return statusAt(Buffer.concat([Buffer.from(`${repo.root}/`), path])) !== undefined;
}
