import type { FileStatus } from "./changes.ts";

export interface CommitInfo {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly authorName: string;
  readonly authorEmail: string;
  /** Author date, RFC 3339 in UTC with whole seconds. */
  readonly authoredAt: string;
  /** The message as text. Gitleaks-compatible: title in one line, blank line, body, without blank lines at the end. */
  readonly message: string;
}

/** One run of added lines. A run of more than 16 MiB comes as several, cut after a line (other views: `hunkBytes`). */
export interface Hunk {
  /** The line of the first added line in the new file, from 1. */
  readonly startLine: number;
  /** The added lines, each with its `\n` (the last one without where the file has none, but for merges). One code unit per byte (latin1). */
  readonly addedText: string;
  /** A line of 64 MiB or more was cut here; the file's next hunk goes on with it. */
  readonly cut?: boolean;
}

export interface FilePatch {
  /** Relative to the repository's root folder. Bytes that are no UTF-8 stand as U+DC80..U+DCFF. */
  readonly path: string;
  /** `unmerged` only in `stagedDiff`: a path in conflict has no content yet. */
  readonly status: FileStatus | "renamed" | "unmerged";
  /** Git showed no text. Not with `EVERYTHING`, which shows every file as text. */
  readonly binary: boolean;
  /** Mode of the new file such as `100644`, `120000` for a link, `160000` for a submodule, `000000` when deleted. */
  readonly mode: string;
  /** Object name of the new content; absent when deleted. A submodule's is a commit. */
  readonly blob?: string;
  readonly hunks: readonly Hunk[];
}

/**
 * Some files of a diff. A large diff comes in several pieces, so that memory stays flat: a file may come in more than one
 * piece, each with other hunks. `complete` is true on the last piece.
 */
export interface DiffPiece {
  readonly files: readonly FilePatch[];
  readonly complete: boolean;
}

/** A piece of one commit. Pieces of a commit follow one another and share the `commit` object. */
export interface CommitPatch extends DiffPiece {
  readonly commit: CommitInfo;
}
