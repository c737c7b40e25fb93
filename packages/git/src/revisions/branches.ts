import type { TriggerEvent } from "@assay/core";
import type { History } from "../fetch/history.ts";
import { textAt } from "../range/payload.ts";
import type { Repository } from "../repository/repository.ts";
import { findCommit } from "./revision.ts";

export interface RemoteBranch {
  readonly name: string;
  readonly commit: string;
}

/** The server's branches as the clone knows them, sorted by name. */
export async function remoteBranches(repo: Repository): Promise<readonly RemoteBranch[]> {
  const format = "--format=%(objectname) %(refname) %(symref)";
  const list = await repo.read(["for-each-ref", format, "refs/remotes"]);
  const branches: RemoteBranch[] = [];
  for (const line of list.toString().split("\n")) {
    const [commit = "", ref = "", symref] = line.split(" ");
    const name = /^refs\/remotes\/[^/]+\/(.+)$/.exec(ref)?.[1];
    // `refs/remotes/pull/7/merge` is a checkout's own and no branch; `origin/HEAD` only points to one.
    if (name === undefined || symref !== "" || ref.startsWith("refs/remotes/pull/")) continue;
    branches.push({ name, commit });
  }
  return branches;
}

/** The name of the default branch, as the payload names it, else as the clone. */
export async function defaultBranch(
  repo: Repository,
  event: TriggerEvent | null,
): Promise<string | undefined> {
  const named = event === null ? undefined : textAt(event, "repository.default_branch");
  if (named !== undefined) return named;
  return (await branchBehind(repo, "refs/remotes/origin/HEAD"))?.replace(/^origin\//, "");
}

/** The short name of the branch that a symbolic ref (`HEAD`) stands for; `undefined` where it is none. */
export async function branchBehind(repo: Repository, ref: string): Promise<string | undefined> {
  const answer = await repo.run(["symbolic-ref", "--quiet", "--short", ref]);
  const branch = answer.exitCode === 0 ? Buffer.from(answer.stdout).toString().trim() : "";
  return branch === "" ? undefined : branch;
}

/** The tip of the default branch, which is fetched where the clone lacks it and may. */
export async function defaultTip(
  history: History,
  event: TriggerEvent,
): Promise<string | undefined> {
  const name = await defaultBranch(history.repo, event);
  return name === undefined ? undefined : branchTip(history, name);
}

/** The tip of a branch of the server; `undefined` where there is none, or none can be had. */
export async function branchTip(history: History, name: string): Promise<string | undefined> {
  const { repo } = history;
  const ref = `refs/remotes/origin/${name}`;
  const known = await findCommit(repo, ref);
  if (known !== undefined) return known;
  // A name from outside becomes part of a refspec only when git itself takes it for a name.
  const check = await repo.run(["check-ref-format", `refs/heads/${name}`]);
  if (check.exitCode !== 0 || !history.canFetch) return undefined;
  await history.fetchRefs([`+refs/heads/${name}:${ref}`]);
  return findCommit(repo, ref);
}
