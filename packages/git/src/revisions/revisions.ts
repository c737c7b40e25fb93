import { InternalError } from "@assay/core";
import type { CommitRange } from "../commit-range.ts";
import { isObjectName } from "../objects/names.ts";
import type { Repository } from "../repository/repository.ts";

/** A range in git's words: options for the command line, and revisions for `--stdin`. */
export interface Revisions {
  readonly options: readonly string[];
  readonly input: string;
}

/** `undefined` for a range without commits. Names go through stdin: there may be thousands, and none is taken for an option. */
export function revisionsOf(range: CommitRange): Revisions | undefined {
  if (range.kind === "nothing") return undefined;
  if (range.kind === "all") return { options: ["--all"], input: "" };
  const left = [...(range.base === undefined ? [] : [range.base]), ...(range.exclude ?? [])];
  const bad = [range.head, ...left].find((name) => !isObjectName(name));
  if (bad !== undefined) throw new InternalError(`A range holds "${bad}", which is no object name`);
  return {
    options: ["--stdin"],
    input: [range.head, ...left.map((sha) => `^${sha}`), ""].join("\n"),
  };
}

/** How many commits a range has, with `paths` how many touch them. */
export async function countCommits(
  repo: Repository,
  range: CommitRange,
  paths: readonly string[] = [],
): Promise<number> {
  const revisions = revisionsOf(range);
  if (revisions === undefined) return 0;
  const count = await repo.read(
    ["rev-list", "--count", "--full-history", ...revisions.options, "--", ...paths],
    { input: revisions.input },
  );
  return Number(count.toString().trim());
}
