import type { ChangeBase, RemoteAccess } from "@assay/core";
import { ExternalError } from "@assay/core";
import { createHistory, type History } from "../fetch/history.ts";
import { allowedRemote } from "../fetch/remote.ts";
import { isObjectName, shortName } from "../objects/names.ts";
import type { Repository } from "../repository/repository.ts";
import { defaultBranch } from "../revisions/branches.ts";
import { findCommit, mergeBase } from "../revisions/revision.ts";
import type { RangeOptions } from "./range.ts";

/**
 * The tip of the branch that a change wants to go to, as the clone or the run's own server knows it: never what the change
 * itself says.
 *
 * The payload's commit is taken, or the branch where that is further on; the branch alone where the payload names no commit; the
 * default branch where it names neither.
 * A branch of the clone counts only where the clone is of the run's own repository: a checkout of a fork has the fork's.
 *
 * @throws ExternalError when it can't be had.
 */
export async function changeBase(
  repo: Repository,
  { branch: named, sha }: ChangeBase,
  options: Omit<RangeOptions, "override">,
): Promise<string> {
  const history = createHistory(repo, await allowedRemote(repo, options), options.logger);
  // Runners on a laptop (act) make payloads that name neither.
  const branch =
    named ?? (sha === undefined ? await defaultBranch(repo, options.event) : undefined);
  const tip = branch === undefined ? undefined : await localTip(repo, branch, options);
  if (isObjectName(sha)) {
    const present = await history.obtain([sha]);
    if (present.has(sha)) return tip !== undefined && (await follows(repo, sha, tip)) ? tip : sha;
    throw outOfReach(`commit ${shortName(sha)}`);
  }
  const found =
    tip ??
    (branch === undefined ? undefined : await fetchedTip(history, branch)) ??
    (await defaultCommit(repo, options));
  if (found === undefined) throw outOfReach(branch === undefined ? "branch" : `branch ${branch}`);
  return found;
}

async function localTip(
  repo: Repository,
  branch: string,
  { remote }: Pick<RangeOptions, "remote">,
): Promise<string | undefined> {
  const { configuredOrigin } = repo;
  // A repository that was made on this machine: its branches are its owner's.
  if (configuredOrigin === undefined) return findCommit(repo, `refs/heads/${branch}`);
  const name = repositoryOf(configuredOrigin);
  const isOwn = name === undefined || remote === null || namesOf(remote).includes(name);
  return isOwn ? findCommit(repo, `refs/remotes/origin/${branch}`) : undefined;
}

/** The paths of the run's own repository: a server may lie below a path, which its SSH addresses leave out. */
function namesOf({ serverUrl, repository }: RemoteAccess): readonly string[] {
  const name = `/${repository.toLowerCase()}`;
  const prefix = URL.canParse(serverUrl) ? new URL(serverUrl).pathname.replace(/\/+$/, "") : "";
  return [name, `${prefix.toLowerCase()}${name}`];
}

/** The path of a URL on another machine, without `.git`; `undefined` for a folder of this one. */
function repositoryOf(origin: string): string | undefined {
  const ssh = /^[\w.-]+@[\w.-]+:(.+)$/.exec(origin)?.[1];
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  const path = ssh ?? (url === undefined || url.protocol === "file:" ? undefined : url.pathname);
  const plain = path?.replace(/\/+$/, "").replace(/\.git$/, "");
  return plain === undefined ? undefined : `/${plain}`.replace(/^\/+/, "/").toLowerCase();
}

async function fetchedTip(history: History, branch: string): Promise<string | undefined> {
  const { repo } = history;
  const check = await repo.run(["check-ref-format", `refs/heads/${branch}`]);
  if (check.exitCode !== 0 || !history.canFetch) return undefined;
  const ref = `refs/assay/base/${branch}`;
  await history.fetchRefs([`+refs/heads/${branch}:${ref}`]);
  return findCommit(repo, ref);
}

/** Events without a branch of their own run for the tip of the default branch. */
async function defaultCommit(
  repo: Repository,
  { event }: Pick<RangeOptions, "event">,
): Promise<string | undefined> {
  if (event === null || !ON_DEFAULT_BRANCH.has(event.name) || event.sha === undefined) {
    return undefined;
  }
  return isObjectName(event.sha) ? findCommit(repo, event.sha) : undefined;
}

/** https://docs.github.com/en/actions/reference/events-that-trigger-workflows: `GITHUB_SHA` is "Last commit on default branch". */
const ON_DEFAULT_BRANCH: ReadonlySet<string> = new Set([
  "issue_comment",
  "workflow_run",
  "check_run",
  "check_suite",
  "status",
]);

async function follows(repo: Repository, commit: string, tip: string): Promise<boolean> {
  return (await mergeBase(repo, commit, tip)) === commit;
}

function outOfReach(what: string): ExternalError {
  return new ExternalError(
    `The base of the change can't be read: the clone does not hold ${what}`,
    {
      hint: "Set `fetch-depth: 0` on actions/checkout, or give the step its `token`, so that it is fetched.",
    },
  );
}
