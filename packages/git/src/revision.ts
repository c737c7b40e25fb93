import { InternalError } from "@assay/core";
import type { Repository } from "./repository.ts";

export interface HeadCommit {
  /** Full object name. */
  readonly sha: string;
  /** Committer date, RFC 3339 in UTC with whole seconds (`2026-01-31T12:00:00Z`). */
  readonly committedAt: string;
}

/** The commit of `HEAD`, or `undefined` where nothing was committed yet. */
export async function headCommit(_repo: Repository): Promise<HeadCommit | undefined> {
  throw new InternalError("headCommit is not built yet");
}

/**
 * The full name of the commit that `revision` (a SHA, branch, tag, `HEAD~2`) stands for, tags peeled; `undefined` where there
 * is none in this clone.
 */
export async function findCommit(
  _repo: Repository,
  _revision: string,
): Promise<string | undefined> {
  throw new InternalError("findCommit is not built yet");
}

/** `findCommit`. @throws UsageError when the clone has no such commit. */
export async function resolveCommit(_repo: Repository, _revision: string): Promise<string> {
  throw new InternalError("resolveCommit is not built yet");
}

/** The best common ancestor of two commits, or `undefined` where this clone knows none. */
export async function mergeBase(
  _repo: Repository,
  _a: string,
  _b: string,
): Promise<string | undefined> {
  throw new InternalError("mergeBase is not built yet");
}

/** Whether history is cut off (`git clone --depth`). */
export async function isShallow(_repo: Repository): Promise<boolean> {
  throw new InternalError("isShallow is not built yet");
}
