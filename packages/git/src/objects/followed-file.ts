import { UsageError } from "@assay/core";
import type { Repository } from "../repository/repository.ts";
import { shortName } from "./names.ts";
import { records } from "./tree.ts";

const MAX_LINKS = 10;
const MAX_LINK_BYTES = 4096;

interface Entry {
  /** `120000` is a link, `160000` a submodule, `040000` a folder. */
  readonly mode: string;
  readonly oid: string;
  readonly size: number;
}

/**
 * The bytes of a file in a commit as a checkout would show them: symbolic links are followed within the tree. `undefined` where
 * nothing is there.
 *
 * @param path From the top of the tree, `/` separators.
 * @throws UsageError when a link leads out of the tree, to nothing, or in circles, when something other than a file is there, or
 * when it has more than `maxBytes`.
 * @throws ExternalError when an object is missing from the clone.
 */
export async function followedFileAt(
  repo: Repository,
  commit: string,
  path: string,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  const shown = `${path} in ${shortName(commit)}`;
  const ahead = path.split("/");
  const done: string[] = [];
  let links = 0;
  while (ahead.length > 0) {
    const part = ahead.shift();
    if (part === undefined || part === "" || part === ".") continue;
    if (part === "..") {
      if (done.pop() === undefined) throw new UsageError(`${shown} leads out of the repository`);
      continue;
    }
    const entry = await entryAt(repo, commit, [...done, part].join("/"));
    if (entry === undefined) {
      if (links === 0) return undefined;
      throw new UsageError(`${shown} is a symbolic link to nothing`);
    }
    if (entry.mode === "120000") {
      links += 1;
      if (links > MAX_LINKS) throw new UsageError(`${shown} is a symbolic link without an end`);
      const target = (await contentOf(repo, entry, MAX_LINK_BYTES, shown)).toString();
      if (target.startsWith("/")) throw new UsageError(`${shown} leads out of the repository`);
      ahead.unshift(...target.split("/"));
    } else if (entry.mode === "040000") {
      done.push(part);
    } else if (entry.mode === "160000" || ahead.some((rest) => rest !== "" && rest !== ".")) {
      return undefined;
    } else return contentOf(repo, entry, maxBytes, shown);
  }
  throw new UsageError(`${shown} is not a regular file`);
}

/** Whether anything stands at a path of a commit: a file, a link, a folder, a submodule. */
export async function isInTree(repo: Repository, commit: string, path: string): Promise<boolean> {
  return (await entryAt(repo, commit, path)) !== undefined;
}

async function entryAt(repo: Repository, commit: string, path: string): Promise<Entry | undefined> {
  const args = ["ls-tree", "-z", "--long", "--full-tree", commit, "--", path];
  for (const record of records(await repo.read(args))) {
    const [mode = "", , oid = "", size] = record
      .toString("latin1", 0, record.indexOf(0x09))
      .split(/ +/);
    return { mode, oid, size: Number(size) || 0 };
  }
  return undefined;
}

async function contentOf(repo: Repository, { oid, size }: Entry, maxBytes: number, shown: string) {
  if (size > maxBytes) {
    throw new UsageError(`${shown} has ${size} bytes; at most ${maxBytes} are read`);
  }
  return repo.read(["cat-file", "blob", oid]);
}
