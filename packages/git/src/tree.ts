import { InternalError } from "@assay/core";
import type { Repository } from "./repository.ts";

/** `added`, `modified`, `deleted`, or `type-changed` (a link became a file, say). Renames are told as deleted + added. */
export type FileStatus = "added" | "modified" | "deleted" | "type-changed";

export interface ChangedFile {
  readonly path: string;
  readonly status: FileStatus;
}

/** Regular files and links of a commit below the repository's root folder, sorted by code unit. Submodules are not among them. */
export async function filesAt(_repo: Repository, _revision: string): Promise<readonly string[]> {
  throw new InternalError("filesAt is not built yet");
}

/**
 * The bytes of a file in a commit; `undefined` when no regular file is there.
 *
 * @throws UsageError when it has more than `maxBytes` (100 MiB where it is not given), or no such revision exists.
 */
export async function fileAt(
  _repo: Repository,
  _revision: string,
  _path: string,
  _maxBytes?: number,
): Promise<Uint8Array | undefined> {
  throw new InternalError("fileAt is not built yet");
}

/** The files in the index below the root folder, sorted by code unit: what git tracks, ignored or not. */
export async function trackedFiles(_repo: Repository): Promise<readonly string[]> {
  throw new InternalError("trackedFiles is not built yet");
}

/** What differs between the trees of two revisions below the root folder, sorted by path. `base` undefined: everything was added. */
export async function changedFiles(
  _repo: Repository,
  _base: string | undefined,
  _head: string,
): Promise<readonly ChangedFile[]> {
  throw new InternalError("changedFiles is not built yet");
}
