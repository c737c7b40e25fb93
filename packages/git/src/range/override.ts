import { UsageError } from "@assay/core";
import type { CommitRange, RangeOverride } from "../commit-range.ts";
import type { History } from "../fetch/history.ts";
import { isObjectName } from "../objects/names.ts";
import { branchTip } from "../revisions/branches.ts";
import { findCommit, findCommits } from "../revisions/revision.ts";
import { between } from "./between.ts";

/** The range that the user named: each end a commit, tag, or branch here or on the server. */
export async function overridden(
  history: History,
  { base, head = "HEAD" }: RangeOverride,
): Promise<CommitRange> {
  // One process where both are here.
  const [from, to] = await findCommits(history.repo, [base, head]);
  return between(
    history,
    from ?? (await namedCommit(history, base)),
    to ?? (await namedCommit(history, head)),
    "named range",
  );
}

async function namedCommit(history: History, name: string): Promise<string> {
  if (isObjectName(name)) await history.require([name]);
  const commit = (await findCommit(history.repo, name)) ?? (await branchTip(history, name));
  if (commit !== undefined) return commit;
  throw new UsageError(`"${name}" is no commit, tag or branch of this clone`, {
    hint: "Check the name, and set `fetch-depth: 0` on actions/checkout.",
  });
}
