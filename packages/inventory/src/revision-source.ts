import { UsageError } from "@assay/core";
import {
  fileAt,
  filesAt,
  followedFileAt,
  isLfsPointer,
  linksAt,
  type Repository,
  someFilesAt,
} from "@assay/git";
import { formatOf, matchesFile } from "./discover.ts";
import { ECOSYSTEMS } from "./ecosystems/index.ts";
import type { FileSource } from "./source.ts";

const MAX_BYTES = 100 * 1024 * 1024;
/** What is read at once with a file, for it is likely to be asked for next. */
const AHEAD_BYTES = 8 * 1024 * 1024;
const AHEAD_FILES = 256;

/** The files of a commit, read from git without a checkout. Links are followed within its tree. */
export function revisionSource(repository: Repository, commit: string): FileSource {
  let links: Promise<readonly string[]> | undefined;
  const linked = () => {
    links ??= linksAt(repository, commit);
    return links;
  };
  let ahead: ReadonlyMap<string, number> | undefined;
  let cached: ReadonlyMap<string, Uint8Array> = new Map();
  /** Lockfiles and manifests are read in the order of their paths: a process for each would take longer than all else. */
  const readAhead = async (path: string): Promise<Uint8Array | undefined> => {
    if (cached.has(path)) return cached.get(path);
    ahead ??= new Map(
      (await filesAt(repository, commit)).filter(isRead).map((each, at) => [each, at]),
    );
    const at = ahead.get(path);
    if (at === undefined) return undefined;
    const next = [...ahead.keys()].slice(at, at + AHEAD_FILES);
    cached = await someFilesAt(repository, commit, next, AHEAD_BYTES);
    return cached.get(path);
  };
  const read = async (path: string, maxBytes = MAX_BYTES) => {
    if ((await linked()).includes(path))
      return followedFileAt(repository, commit, `${repository.prefix}${path}`, maxBytes);
    const bytes = await readAhead(path);
    return bytes === undefined || bytes.length > maxBytes
      ? fileAt(repository, commit, path, maxBytes)
      : bytes;
  };
  return {
    list: async () => [...(await filesAt(repository, commit)), ...(await linked())].sort(),
    async read(path, maxBytes) {
      const bytes = await read(path, maxBytes);
      if (
        bytes !== undefined &&
        bytes.length < 1024 &&
        isLfsPointer(new TextDecoder().decode(bytes))
      ) {
        throw new UsageError(`${path} is a Git LFS pointer: its content is not in the commit`, {
          hint: "Check the revision out with `lfs: true`, and run without `ref`.",
        });
      }
      return bytes;
    },
  };
}

/** Whether an inventory may read a file: it is a lockfile or a manifest of any ecosystem. */
export function isRead(path: string): boolean {
  return (
    formatOf(path, ECOSYSTEMS) !== undefined ||
    ECOSYSTEMS.some(({ manifests = [] }) => manifests.some(({ files }) => matchesFile(files, path)))
  );
}
