import { createHash } from "node:crypto";
import { join } from "node:path";
import { UsageError } from "@assay/core";
import type { Repository } from "../repository/repository.ts";
import { readSmallFileNow } from "../repository/small-file.ts";
import { resolveCommit } from "../revisions/revision.ts";
import { decodePath } from "./names.ts";
import { streamObjects } from "./objects.ts";

interface TreeEntry {
  readonly oid: string;
  readonly size: number;
}
interface Tree {
  readonly files: ReadonlyMap<string, TreeEntry>;
  readonly links: readonly string[];
}

const MAX_FILE_BYTES = 100 * 1024 * 1024;
const TREES_KEPT = 4;
/** Trees never change: the last few of each repository are kept, since callers list one and then read files of it. */
const trees = new WeakMap<Repository, Map<string, Promise<Tree>>>();

/** By name, what `someFilesAt` asked git for last: the history of such a file is likely to be asked for next. */
const latest = new WeakMap<Repository, ReadonlyMap<string, Uint8Array>>();

/** The regular files of a revision below the root folder, sorted by code unit. Links and submodules are not among them. */
export async function filesAt(repo: Repository, revision: string): Promise<readonly string[]> {
  return [...(await treeAt(repo, revision)).files.keys()].sort();
}

/**
 * The bytes of a file in a revision; `undefined` when no regular file is there.
 *
 * @throws UsageError when it has more than `maxBytes` (100 MiB where it is not given), or no such revision exists.
 * @throws ExternalError when the object is missing from the clone.
 */
export async function fileAt(
  repo: Repository,
  revision: string,
  path: string,
  maxBytes = MAX_FILE_BYTES,
): Promise<Uint8Array | undefined> {
  const entry = (await treeAt(repo, revision)).files.get(path);
  if (entry === undefined) return undefined;
  if (entry.size > maxBytes) {
    throw new UsageError(
      `${path} in ${revision} has ${entry.size} bytes; at most ${maxBytes} are read`,
    );
  }
  return (
    latest.get(repo)?.get(entry.oid) ??
    checkedOutAs(repo, path, entry) ??
    repo.read(["cat-file", "blob", entry.oid])
  );
}

/**
 * The bytes of several files of a revision, by one git process at most: from the front of the list as many as have `maxBytes` together.
 * What is no regular file is left out.
 */
export async function someFilesAt(
  repo: Repository,
  revision: string,
  paths: readonly string[],
  maxBytes: number,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { files: tree } = await treeAt(repo, revision);
  const files = new Map<string, Uint8Array>();
  const wanted: (readonly [path: string, oid: string])[] = [];
  let room = maxBytes;
  for (const path of paths) {
    const entry = tree.get(path);
    if (entry === undefined) continue;
    room -= entry.size;
    if (room < 0) break;
    const bytes = checkedOutAs(repo, path, entry);
    if (bytes === undefined) wanted.push([path, entry.oid]);
    else files.set(path, bytes);
  }
  const names = wanted.map(([, oid]) => oid);
  const blobs = new Map<string, Uint8Array>();
  for await (const { oid, bytes } of streamObjects(repo, names, maxBytes))
    if (bytes !== undefined) blobs.set(oid, bytes);
  for (const [path, oid] of wanted) {
    const bytes = blobs.get(oid);
    if (bytes !== undefined) files.set(path, bytes);
  }
  if (blobs.size > 0) latest.set(repo, blobs);
  return files;
}

/**
 * The bytes of a blob that the work tree has at the same path, which its name says: most files of a base are still what they were,
 * and a process takes longer than to read and hash one.
 */
function checkedOutAs(
  { root, bare, objectFormat }: Repository,
  path: string,
  { oid, size }: TreeEntry,
): Uint8Array | undefined {
  if (bare) return undefined;
  const bytes = readSmallFileNow(join(root, path), size);
  if (bytes?.length !== size) return undefined;
  const hash = createHash(objectFormat).update(`blob ${size}\0`).update(bytes).digest("hex");
  return hash === oid ? bytes : undefined;
}

/** The symbolic links of a revision below the root folder, sorted by code unit. */
export async function linksAt(repo: Repository, revision: string): Promise<readonly string[]> {
  return (await treeAt(repo, revision)).links;
}

/** The regular files in the index below the root folder, sorted by code unit: what git tracks, ignored or not. */
export async function trackedFiles(repo: Repository): Promise<readonly string[]> {
  const paths = new Set<string>();
  // "<mode> <object> <stage>\t<path>"; a path in conflict stands there up to three times.
  for (const record of records(await repo.read(["ls-files", "-z", "--stage"]))) {
    if (isRegular(record)) paths.add(decodePath(record.subarray(record.indexOf(0x09) + 1)));
  }
  return [...paths].sort();
}

async function treeAt(repo: Repository, revision: string): Promise<Tree> {
  const commit = await resolveCommit(repo, revision);
  const known = trees.get(repo) ?? new Map<string, Promise<Tree>>();
  trees.set(repo, known);
  const tree = known.get(commit) ?? listTree(repo, commit);
  known.delete(commit);
  known.set(commit, tree);
  for (const oldest of [...known.keys()].slice(0, -TREES_KEPT)) known.delete(oldest);
  return tree;
}

async function listTree(repo: Repository, commit: string): Promise<Tree> {
  const files = new Map<string, TreeEntry>();
  const links: string[] = [];
  // "<mode> blob <object> <size, padded>\t<path>"
  for (const record of records(await repo.read(["ls-tree", "-r", "-z", "--long", commit]))) {
    const tab = record.indexOf(0x09);
    if (record.toString("latin1", 0, 6) === "120000")
      links.push(decodePath(record.subarray(tab + 1)));
    if (!isRegular(record)) continue;
    const [, , oid = "", size] = record.toString("latin1", 0, tab).split(/ +/);
    files.set(decodePath(record.subarray(tab + 1)), { oid, size: Number(size) });
  }
  return { files, links: links.sort() };
}

function isRegular(record: Buffer): boolean {
  return record.toString("latin1", 0, 3) === "100";
}

/** The NUL-terminated records of git's `-z` output. */
export function* records(output: Buffer): Generator<Buffer> {
  for (let from = 0; from < output.length; ) {
    const end = output.indexOf(0, from);
    if (end < 0) return;
    yield output.subarray(from, end);
    from = end + 1;
  }
}
