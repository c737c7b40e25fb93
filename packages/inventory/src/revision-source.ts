import { UsageError } from "@assay/core";
import {
  fileAt,
  filesAt,
  followedFileAt,
  isLfsPointer,
  linksAt,
  type Repository,
} from "@assay/git";
import type { FileSource } from "./source.ts";

const MAX_BYTES = 100 * 1024 * 1024;

/** The files of a commit, read from git without a checkout. Links are followed within its tree. */
export function revisionSource(repository: Repository, commit: string): FileSource {
  let links: Promise<readonly string[]> | undefined;
  const linked = () => {
    links ??= linksAt(repository, commit);
    return links;
  };
  const read = async (path: string, maxBytes = MAX_BYTES) =>
    (await linked()).includes(path)
      ? followedFileAt(repository, commit, `${repository.prefix}${path}`, maxBytes)
      : fileAt(repository, commit, path, maxBytes);
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
