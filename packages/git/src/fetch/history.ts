import { readFile } from "node:fs/promises";
import type { Logger } from "@assay/core";
import { UsageError } from "@assay/core";
import { isObjectName, shortName } from "../objects/names.ts";
import type { Repository } from "../repository/repository.ts";
import { shallowFile } from "../repository/repository.ts";
import { findCommits, isShallow } from "../revisions/revision.ts";
import type { Remote } from "./remote.ts";
import { fetchFrom } from "./remote.ts";

/** The history of a clone, and the way to get what it lacks. */
export interface History {
  readonly repo: Repository;
  readonly logger: Logger;
  /** Whether anything may be fetched. */
  readonly canFetch: boolean;
  /** Which of these commits the clone has, after the missing ones were asked for. */
  obtain(names: readonly string[]): Promise<ReadonlySet<string>>;
  /** `obtain`. @throws UsageError when one of them can't be had. */
  require(names: readonly string[]): Promise<void>;
  /** Fetches refs such as `+refs/heads/main:refs/remotes/origin/main`; false where that is not allowed or fails. */
  fetchRefs(refs: readonly string[]): Promise<boolean>;
  /**
   * Deepens a shallow clone step by step, asking for `refs`, until `isWhole` or nothing is cut off any more.
   *
   * @throws UsageError when that is not possible. `what` is a noun phrase: "the range 1234..5678".
   */
  deepenUntil(
    what: string,
    refs: readonly string[],
    isWhole: () => Promise<boolean>,
  ): Promise<void>;
}

/** Commits more at each step; the last step asks for everything. */
const STEPS = ["--deepen=50", "--deepen=200", "--deepen=1000", "--unshallow"] as const;

export function createHistory(
  repo: Repository,
  remote: Remote | undefined,
  logger: Logger,
): History {
  const fetch = async (options: readonly string[], refs: readonly string[]): Promise<string> => {
    if (remote === undefined) return "nothing may be fetched in this run";
    const result = await fetchFrom(repo, remote, { options, refs }, logger);
    return result.exitCode === 0 ? "" : result.stderr.trim() || `exit code ${result.exitCode}`;
  };
  /** A clone that is cut off gets the commit alone: without a depth, its whole history would come. */
  const depth = async () => ((await isShallow(repo)) ? ["--depth=1"] : []);
  let refusal = "";

  const history: History = {
    repo,
    logger,
    canFetch: remote !== undefined,
    async obtain(names) {
      const missing = await absent(repo, names);
      // One by one: a server refuses the whole request for one name that it does not know.
      for (const name of missing) refusal = (await fetch(await depth(), [name])) || refusal;
      const still = new Set(missing.length === 0 ? [] : await absent(repo, missing));
      return new Set(names.filter((name) => !still.has(name)));
    },
    async require(names) {
      const present = await history.obtain(names);
      const missing = names.find((name) => !present.has(name));
      if (missing !== undefined) throw outOfReach(`the commit ${shortName(missing)}`, refusal);
    },
    async fetchRefs(refs) {
      refusal = await fetch(await depth(), refs);
      return refusal === "";
    },
    async deepenUntil(what, refs, isWhole) {
      for (const step of STEPS) {
        if (!(await isShallow(repo)) || (await isWhole())) return;
        refusal = await fetch([step], refs);
        if (refusal !== "") throw outOfReach(what, refusal);
      }
      if ((await isShallow(repo)) && !(await isWhole()))
        throw outOfReach(what, "the server cut it");
    },
  };
  return history;
}

async function absent(repo: Repository, names: readonly string[]): Promise<readonly string[]> {
  const found = await findCommits(repo, names);
  return names.filter((_, index) => found[index] === undefined);
}

/** The commits whose parents a shallow clone leaves out (gitformat-shallow: one name a line). */
export async function cutCommits(repo: Repository): Promise<ReadonlySet<string>> {
  if (!(await isShallow(repo))) return new Set();
  const text = await readFile(shallowFile(repo), "latin1");
  return new Set(text.split("\n").filter(isObjectName));
}

/** Whether all commits that `head` reaches and `left` does not are there. */
export async function isWholeRange(
  repo: Repository,
  head: string,
  left: readonly string[],
): Promise<boolean> {
  const cut = await cutCommits(repo);
  if (cut.size === 0) return true;
  const input = [head, ...left.map((name) => `^${name}`), ""].join("\n");
  const list = await repo.read(["rev-list", "--stdin"], { input });
  return !list
    .toString("latin1")
    .split("\n")
    .some((name) => cut.has(name));
}

function outOfReach(what: string, why: string): UsageError {
  return new UsageError(`The clone does not hold ${what}, and it could not be fetched`, {
    hint: "Set `fetch-depth: 0` on actions/checkout; on a laptop, run `git fetch --unshallow`.",
    problems: why.split("\n").slice(0, 5),
  });
}
