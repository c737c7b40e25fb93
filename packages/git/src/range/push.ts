import type { TriggerEvent } from "@assay/core";
import { isRecord, UsageError } from "@assay/core";
import type { CommitRange } from "../commit-range.ts";
import type { History } from "../fetch/history.ts";
import { isWholeRange } from "../fetch/history.ts";
import { isNull, isObjectName, shortName, ZEROS } from "../objects/names.ts";
import type { Repository } from "../repository/repository.ts";
import { defaultBranch, defaultTip, remoteBranches } from "../revisions/branches.ts";
import { findCommit, isShallow, mergeBase } from "../revisions/revision.ts";
import { countCommits, revisionsOf } from "../revisions/revisions.ts";
import { between, tipOnly, wholeHistory } from "./between.ts";
import { everything } from "./events.ts";
import { commitAt, valueAt } from "./payload.ts";
import { tagged } from "./tag.ts";

export async function push(history: History, event: TriggerEvent): Promise<CommitRange> {
  if (valueAt(event, "deleted") === true) return deleted(event);
  if (valueAt(event, "after") === undefined) return withoutPayload(history, event);
  const after = commitAt(event, "after");
  if (isNull(after)) return deleted(event);
  if (event.ref?.startsWith("refs/tags/")) {
    return tagged(history, event, { ref: event.ref, otherwise: after });
  }
  const before = valueAt(event, "before") === undefined ? ZEROS : commitAt(event, "before");
  if (isNull(before)) return newBranch(history, event, after);
  return valueAt(event, "forced") === true
    ? forcedPush(history, event, before, after)
    : between(history, before, after, "push");
}

/** Runners on a laptop (act) make a payload without commits: then it is the commit of the run, or of the clone, that was pushed. */
async function withoutPayload(history: History, event: TriggerEvent): Promise<CommitRange> {
  const { repo } = history;
  const own = event.sha === undefined ? undefined : await findCommit(repo, event.sha);
  const after = own ?? (await findCommit(repo, "HEAD"));
  if (after === undefined) return everything(history, "push to a branch without commits");
  return event.ref?.startsWith("refs/tags/")
    ? tagged(history, event, { ref: event.ref, otherwise: after })
    : newBranch(history, event, after, "push whose payload names no commits");
}

function deleted(event: TriggerEvent): CommitRange {
  return { kind: "nothing", description: `push that deleted ${event.ref ?? "a branch"}` };
}

/** The old tip belongs to no branch any more: a server hands it out for a while, or not at all. */
async function forcedPush(
  history: History,
  event: TriggerEvent,
  before: string,
  after: string,
): Promise<CommitRange> {
  const present = await history.obtain([before]);
  if (present.has(before)) return between(history, before, after, "forced push");
  if ((await isShallow(history.repo)) && !history.canFetch) {
    throw new UsageError(`The clone does not hold ${shortName(before)}, which this push replaced`, {
      hint: "Set `fetch-depth: 0` on actions/checkout.",
    });
  }
  return newBranch(history, event, after, "forced push, the old tip is gone");
}

/** What no other branch of the server has. */
async function newBranch(
  history: History,
  event: TriggerEvent,
  after: string,
  what = "new branch",
): Promise<CommitRange> {
  const { repo } = history;
  await history.require([after]);
  const own = event.ref?.replace(/^refs\/heads\//, "");
  const main =
    own !== undefined && own === (await defaultBranch(repo, event))
      ? undefined
      : await defaultTip(history, event);
  const others = (await remoteBranches(repo)).filter(({ name }) => name !== own);
  const left = [...new Set([...(main ? [main] : []), ...others.map(({ commit }) => commit)])];
  const [base, ...exclude] = left;
  if (base === undefined) return wholeHistory(history, after, what);

  await history.deepenUntil(`what ${shortName(after)} adds`, [after, ...left], async () => {
    const common = await mergeBase(repo, base, after);
    return common !== undefined && (await isWholeRange(repo, after, left));
  });
  const common = await mergeBase(repo, base, after);
  const since = common === undefined ? {} : { mergeBase: common };
  const range = { kind: "commits", base, exclude, head: after, ...since } as const;
  const narrow = { ...range, description: `${what}, ${shortName(after)} without other branches` };
  if (!(await holdsAll(repo, narrow, distinctCommits(event)))) {
    // Pushed together with another branch that has the same commits: each of them would leave them to the other.
    return main === undefined
      ? wholeHistory(history, after, what)
      : between(history, main, after, what);
  }
  return (await countCommits(repo, narrow)) > 0 ? narrow : tipOnly(history, after, what);
}

/** The commits that the server says it never saw before this push. At most 2048 are listed. */
function distinctCommits(event: TriggerEvent): readonly string[] {
  const commits = valueAt(event, "commits");
  if (!Array.isArray(commits)) return [];
  return commits.flatMap((commit: unknown) => {
    const { id, distinct } = isRecord(commit) ? commit : {};
    return distinct === true && isObjectName(id) ? [id] : [];
  });
}

async function holdsAll(
  repo: Repository,
  range: CommitRange,
  commits: readonly string[],
): Promise<boolean> {
  const revisions = revisionsOf(range);
  if (commits.length === 0 || revisions === undefined) return true;
  const list = await repo.read(["rev-list", ...revisions.options], { input: revisions.input });
  const held = new Set(list.toString("latin1").split("\n"));
  return commits.every((commit) => held.has(commit));
}
