import { statusBehind, UsageError } from "@assay/core";
import { shortName } from "../objects/names.ts";
import { gitFailure } from "../repository/git-processes.ts";
import type { Repository } from "../repository/repository.ts";
import { shallowFile } from "../repository/repository.ts";

export interface HeadCommit {
  /** Full object name. */
  readonly sha: string;
  /** Committer date, RFC 3339 in UTC with whole seconds (`2026-01-31T12:00:00Z`). */
  readonly committedAt: string;
}

/**
 * The commit of `HEAD`, or `undefined` where nothing was committed yet.
 *
 * @param commit The full name of another commit to tell of.
 */
export async function headCommit(
  repo: Repository,
  commit = "HEAD",
): Promise<HeadCommit | undefined> {
  const args = ["log", "-1", "--no-patch", "--format=%H %ct", commit, "--"];
  const answer = await repo.run(args);
  // Git ends so where nothing was committed, and where the commit is missing: only the former has no HEAD.
  if (answer.exitCode !== 0) {
    if ((await findCommit(repo, commit)) === undefined) return undefined;
    throw gitFailure("log", answer);
  }
  const [sha = "", seconds = ""] = Buffer.from(answer.stdout).toString().trim().split(" ");
  return { sha, committedAt: fromSeconds(seconds) };
}

/** Seconds since 1970, as git prints them, as RFC 3339 in UTC. What is no such number is 1970: a commit may hold anything. */
export function fromSeconds(seconds: string): string {
  const time = new Date(/^-?\d{1,12}$/.test(seconds) ? Number(seconds) * 1000 : 0);
  return time.toISOString().replace(/\.\d+Z$/, "Z");
}

/**
 * The full name of the commit that `revision` (a SHA, branch, tag, `HEAD~2`) stands for, tags peeled; `undefined` where there
 * is none in this clone.
 */
export async function findCommit(repo: Repository, revision: string): Promise<string | undefined> {
  const [commit] = await findCommits(repo, [revision]);
  return commit;
}

/** The full names that were found to be commits: they stay so. */
const commits = new WeakMap<Repository, Set<string>>();

/** `findCommit` of several, in one process at most. */
export async function findCommits(
  repo: Repository,
  revisions: readonly string[],
): Promise<readonly (string | undefined)[]> {
  const known = commits.get(repo) ?? new Set();
  commits.set(repo, known);
  if (revisions.every((revision) => known.has(revision))) return revisions;
  // On stdin, nothing is taken for an option. A line break would make two of one, and git ends on `@{upstream}` where there
  // is none; reflogs are this machine's own anyway.
  const lines = revisions.map((revision) =>
    /[\n\r\0]|@\{/.test(revision) || revision === "" ? "^{commit}" : `${revision}^{commit}`,
  );
  const output = await repo.read(["cat-file", "--batch-check=%(objecttype) %(objectname)"], {
    input: `${lines.join("\n")}\n`,
  });
  const answers = output.toString().split("\n");
  const found = revisions.map((_, at) => /^commit ([0-9a-f]+)$/.exec(answers[at] ?? "")?.[1]);
  for (const commit of found) if (commit !== undefined) known.add(commit);
  return found;
}

/** `findCommit`. @throws UsageError when the clone has no such commit. */
export async function resolveCommit(repo: Repository, revision: string): Promise<string> {
  const commit = await findCommit(repo, revision);
  if (commit !== undefined) return commit;
  throw new UsageError(`The clone has no commit "${revision}"`, {
    hint: "Check the name; where the clone is shallow, set `fetch-depth: 0` on actions/checkout.",
  });
}

/** The best common ancestor of two commits, or `undefined` where this clone knows none. */
export async function mergeBase(
  repo: Repository,
  a: string,
  b: string,
): Promise<string | undefined> {
  if (a === b && commits.get(repo)?.has(a)) return a;
  const result = await repo.run(["merge-base", "--end-of-options", a, b]);
  if (result.exitCode === 0) return Buffer.from(result.stdout).toString().trim();
  // 1 with nothing on stderr: they share no history.
  if (result.exitCode === 1 && result.stderr === "") return undefined;
  if (/not a valid|bad object/i.test(result.stderr)) {
    throw new UsageError(
      `No merge-base of ${shortName(a)} and ${shortName(b)}: a commit is missing`,
      {
        hint: "Set `fetch-depth: 0` on actions/checkout.",
      },
    );
  }
  throw gitFailure("merge-base", result);
}

/** Whether a commit is another one, or was made on top of it; where history is cut off, by what the commit itself says. */
export async function isOnTopOf(repo: Repository, commit: string, of: string): Promise<boolean> {
  if (commit === of) return true;
  if ((await findCommit(repo, of)) && (await mergeBase(repo, commit, of)) === of) return true;
  const text = (await repo.read(["cat-file", "commit", commit])).toString("latin1");
  return `\n${text.split("\n\n", 1)[0]}\n`.includes(`\nparent ${of}\n`);
}

/** Whether history is cut off (`git clone --depth`). */
export async function isShallow(repo: Repository): Promise<boolean> {
  return statusBehind(shallowFile(repo)) !== undefined;
}
