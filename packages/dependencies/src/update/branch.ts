import { type CheckContext, UsageError } from "@assay/core";
import {
  type ChangedFile,
  type CommitPeople,
  changedFiles,
  commitPeople,
  fileAt,
  isOnTopOf,
  openRepository,
  resolveCommit,
  resolveRange,
} from "@assay/git";
import type { Texts } from "./other-changes.ts";

/** More than any app makes for an update. */
const MOST_COMMITS = 100;
const MAX_BYTES = 4 * 1024 * 1024;

/** What the branch of a pull request holds, by git. */
export interface Branch {
  readonly files: readonly ChangedFile[];
  readonly commits: readonly CommitPeople[];
  readonly texts: Texts;
  /** The checkout is of this branch, merged or not. */
  readonly isCheckedOut: boolean;
}

/** `undefined` where the clone lacks what it takes. */
export async function branchOf(context: CheckContext): Promise<Branch | undefined> {
  const { root, processes, environment, signal, event, remote, offline, logger } = context;
  try {
    const repo = await openRepository({ root, processes, environment, signal });
    const range = await resolveRange(repo, { event, remote, offline, environment, logger });
    const base = range.kind === "commits" ? (range.mergeBase ?? range.base) : undefined;
    if (range.kind !== "commits" || base === undefined) return undefined;
    const { head } = range;
    const text = (revision: string) => async (path: string) => {
      const bytes = await fileAt(repo, revision, path, MAX_BYTES).catch(() => undefined);
      return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
    };
    return {
      files: await changedFiles(repo, base, head),
      commits: await commitPeople(repo, range, MOST_COMMITS),
      texts: { before: text(base), after: text(head) },
      isCheckedOut: await isOnTopOf(repo, await resolveCommit(repo, "HEAD"), head),
    };
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}
