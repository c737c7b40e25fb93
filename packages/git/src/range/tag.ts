import type { TriggerEvent } from "@assay/core";
import { UsageError } from "@assay/core";
import type { CommitRange } from "../commit-range.ts";
import type { History } from "../fetch/history.ts";
import { shortName } from "../objects/names.ts";
import type { Repository } from "../repository/repository.ts";
import { defaultTip } from "../revisions/branches.ts";
import { findCommit, mergeBase } from "../revisions/revision.ts";
import { ALL_REFS, between, wholeHistory } from "./between.ts";

/** What is new in a tag: since the tag before it, else since it left the default branch, else everything. */
export async function tagged(
  history: History,
  event: TriggerEvent,
  { ref, otherwise }: { readonly ref: string; readonly otherwise: string | undefined },
): Promise<CommitRange> {
  const { repo } = history;
  // Which tag came before is only known with all of them.
  await history.deepenUntil(`the tags before ${ref}`, ALL_REFS, async () => false);
  if (otherwise !== undefined) await history.obtain([otherwise]);
  const head = (await findCommit(repo, ref)) ?? (otherwise && (await findCommit(repo, otherwise)));
  if (head === undefined || head === "") {
    throw new UsageError(`The clone does not hold the tag ${ref}`, {
      hint: "Set `fetch-depth: 0` and `fetch-tags: true` on actions/checkout.",
    });
  }
  const range = await sinceEarlier(history, event, head);
  const tag = (await tagObject(repo, ref)) ?? (otherwise && (await tagObject(repo, otherwise)));
  return tag && range.kind === "commits" ? { ...range, tag } : range;
}

async function sinceEarlier(
  history: History,
  event: TriggerEvent,
  head: string,
): Promise<CommitRange> {
  const { repo } = history;
  const previous = await previousTag(repo, head);
  if (previous !== undefined) {
    return between(history, previous.commit, head, `tag, since ${previous.name}`);
  }
  const main = await defaultTip(history, event);
  const common = main === undefined ? undefined : await mergeBase(repo, main, head);
  if (main === undefined || common === undefined || common === head) {
    return wholeHistory(history, head, "tag without an earlier one");
  }
  return between(history, main, head, `tag, since ${shortName(common)} on the default branch`);
}

async function previousTag(
  repo: Repository,
  head: string,
): Promise<{ readonly name: string; readonly commit: string } | undefined> {
  const answer = await repo.run(["describe", "--tags", "--abbrev=0", `${head}^`]);
  if (answer.exitCode !== 0) return undefined;
  const name = Buffer.from(answer.stdout).toString().trim();
  const commit = await findCommit(repo, `refs/tags/${name}`);
  return commit === undefined ? undefined : { name, commit };
}

async function tagObject(repo: Repository, revision: string): Promise<string | undefined> {
  if (/[\n\r\0]/.test(revision)) return undefined;
  const format = "--batch-check=%(objecttype) %(objectname)";
  const answer = await repo.read(["cat-file", format], { input: `${revision}\n` });
  return /^tag ([0-9a-f]+)\n$/.exec(answer.toString("latin1"))?.[1];
}
