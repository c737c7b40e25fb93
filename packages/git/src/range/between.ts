import type { CommitRange } from "../commit-range.ts";
import type { History } from "../fetch/history.ts";
import { isWholeRange } from "../fetch/history.ts";
import { shortName } from "../objects/names.ts";
import { findCommits, mergeBase } from "../revisions/revision.ts";
import { countCommits } from "../revisions/revisions.ts";

/** All branches and tags, as `fetch-depth: 0` brings them. */
export const ALL_REFS = [
  "+refs/heads/*:refs/remotes/origin/*",
  "+refs/tags/*:refs/tags/*",
] as const;

/**
 * `base..head`, made whole. Where that holds no commit (a branch was set back, or pushed without a change), the tip alone:
 * "nothing is new" is never a scan of nothing.
 */
export async function between(
  history: History,
  base: string,
  head: string,
  what: string,
): Promise<CommitRange> {
  const { repo } = history;
  await history.require([head, base]);
  const span = `${shortName(base)}..${shortName(head)}`;
  await history.deepenUntil(`the range ${span}`, [head, base], async () => {
    const common = await mergeBase(repo, base, head);
    return common !== undefined && (await isWholeRange(repo, head, [base]));
  });
  const common = await mergeBase(repo, base, head);
  const range: CommitRange = {
    kind: "commits",
    base,
    head,
    ...(common === undefined ? {} : { mergeBase: common }),
    description: `${what}, ${span}`,
  };
  return base !== head && (await countCommits(repo, range)) > 0
    ? range
    : tipOnly(history, head, what);
}

/** One commit against its parents. */
export async function tipOnly(history: History, head: string, what: string): Promise<CommitRange> {
  const { repo } = history;
  await history.deepenUntil(`the parents of ${shortName(head)}`, [head], async () => {
    // Its own parents are named in the commit even where the clone leaves them out.
    const text = (await repo.read(["cat-file", "commit", head])).toString("latin1");
    const parents = [...(text.split("\n\n")[0] ?? "").matchAll(/^parent ([0-9a-f]+)$/gm)];
    const known = await parentsOf(history, head);
    return parents.length === known.length;
  });
  const [base, ...exclude] = await parentsOf(history, head);
  return {
    kind: "commits",
    ...(base === undefined ? {} : { base, mergeBase: base }),
    ...(exclude.length === 0 ? {} : { exclude }),
    head,
    description: `${what}, nothing is new, only the tip ${shortName(head)}`,
  };
}

/** Every commit that `head` reaches. */
export async function wholeHistory(
  history: History,
  head: string,
  what: string,
): Promise<CommitRange> {
  const whole = () => isWholeRange(history.repo, head, []);
  await history.deepenUntil(`the history of ${shortName(head)}`, [head], whole);
  return { kind: "commits", head, description: `${what}, whole history of ${shortName(head)}` };
}

async function parentsOf({ repo }: History, commit: string): Promise<readonly string[]> {
  const line = await repo.read(["rev-list", "--parents", "--max-count=1", commit]);
  const [, ...parents] = line.toString("latin1").trim().split(" ");
  const found = await findCommits(repo, parents);
  return parents.filter((_, index) => found[index] !== undefined);
}
