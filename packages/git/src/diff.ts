import { InternalError } from "@assay/core";
import type { CommitPatch, DiffPiece } from "./patch.ts";
import type { CommitRange } from "./range.ts";
import type { Repository } from "./repository.ts";

export interface DiffOptions {
  /** The same commits, files and hunks that gitleaks 8.30.1 reads, holes included (no merges, no binary files, renames followed). */
  readonly gitleaksCompatible?: boolean;
  /** Only these paths (relative to the root folder, taken literally). */
  readonly paths?: readonly string[];
}

/**
 * The added lines of every commit in a range, merges against their first parent, newest first. Memory is bounded.
 *
 * @throws ExternalError when git fails, complains, or shows fewer commits than the range has.
 */
export async function* streamDiff(
  _repo: Repository,
  _range: CommitRange,
  _options: DiffOptions = {},
): AsyncGenerator<CommitPatch> {
  yield* [];
  throw new InternalError("streamDiff is not built yet");
}

/** The net change between two revisions (`base` undefined: everything in `head`), as the added lines of `head`. */
export async function* streamNetDiff(
  _repo: Repository,
  _base: string | undefined,
  _head: string,
  _options: DiffOptions = {},
): AsyncGenerator<CommitPatch> {
  yield* [];
  throw new InternalError("streamNetDiff is not built yet");
}

/** What the next commit would add: the index against `HEAD`. */
export async function* stagedDiff(
  _repo: Repository,
  _options: DiffOptions = {},
): AsyncGenerator<DiffPiece> {
  yield* [];
  throw new InternalError("stagedDiff is not built yet");
}
