import { ExternalError } from "@assay/core";
import type { CommitRange } from "../commit-range.ts";
import type { Repository } from "../repository/repository.ts";
import { resolveCommit } from "../revisions/revision.ts";
import { countCommits, revisionsOf } from "../revisions/revisions.ts";
import { emptyTree } from "./changes.ts";
import { createMergePatches } from "./merges.ts";
import type { DiffOptions } from "./options.ts";
import type { CommitInfo, CommitPatch, DiffPiece } from "./patch.ts";
import { combinesMerges, diffOptions, logOptions, pathOptions } from "./process.ts";
import { readPatches } from "./read-patches.ts";
import { EVERYTHING } from "./view.ts";

/**
 * The added lines of every commit in a range, newest first. Memory is bounded. Of a merge these are the lines that none of its
 * parents has; those new against its first parent in files that git takes for binary, and where the root is a folder inside the
 * repository.
 *
 * @throws ExternalError when git fails, complains, or shows fewer commits than the range has.
 */
export async function* streamDiff(
  repo: Repository,
  range: CommitRange,
  options: DiffOptions = {},
): AsyncGenerator<CommitPatch> {
  const revisions = revisionsOf(range);
  if (revisions === undefined) return;
  const args = [...logOptions(repo, options), ...revisions.options, ...pathOptions(options)];
  const { view = EVERYTHING } = options;
  const merges = combinesMerges(repo, options)
    ? createMergePatches(repo, revisions, options)
    : undefined;
  let seen = 0;
  try {
    const reading = { view, typeChanges: view.typeChanges(range) };
    for await (const { commit, ...piece } of readPatches(repo, args, revisions, reading)) {
      if (commit === undefined) throw new ExternalError("git log showed a diff without its commit");
      if (piece.complete) seen++;
      if (merges !== undefined && commit.parents.length > 1) yield* merges.of(commit);
      else yield { commit, ...piece };
    }
    await merges?.end();
  } finally {
    await merges?.stop();
  }
  const expected = await countCommits(repo, range, options.paths);
  if (seen < expected) {
    throw new ExternalError(`git log showed ${seen} of the ${expected} commits of the range`, {
      hint: "Run the check again; if it stays so, run `git fsck` in the clone.",
    });
  }
}

/**
 * The net change between two revisions (`base` undefined: everything in `head`), as added lines of the commit `head`.
 *
 * @throws UsageError when the clone has no such revision.
 * @throws ExternalError when git fails or complains.
 */
export async function* streamNetDiff(
  repo: Repository,
  base: string | undefined,
  head: string,
  options: DiffOptions = {},
): AsyncGenerator<CommitPatch> {
  const from = base === undefined ? emptyTree(repo) : await resolveCommit(repo, base);
  const commit = await commitInfo(repo, await resolveCommit(repo, head), options);
  const args = ["diff-tree", "-r", ...diffOptions(repo, options), from, commit.sha];
  for await (const piece of readPatches(repo, [...args, ...pathOptions(options)], {}, options)) {
    yield { ...piece, commit };
  }
}

/** What the next commit would add: the index against `HEAD`. */
export async function* stagedDiff(
  repo: Repository,
  options: DiffOptions = {},
): AsyncGenerator<DiffPiece> {
  const args = ["diff", "--cached", ...diffOptions(repo, options), ...pathOptions(options)];
  for await (const { files, complete } of readPatches(repo, args, {}, options))
    yield { files, complete };
}

async function commitInfo(
  repo: Repository,
  sha: string,
  options: DiffOptions,
): Promise<CommitInfo> {
  const args = [...logOptions(repo, options), "--no-patch", "--no-walk", "--stdin"];
  for await (const { commit } of readPatches(repo, args, { input: `${sha}\n` }, options)) {
    if (commit !== undefined) return commit;
  }
  throw new ExternalError(`git log did not show the commit ${sha}`);
}
