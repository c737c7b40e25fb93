import type { CommitRange } from "../commit-range.ts";
import type { Repository } from "../repository/repository.ts";
import { revisionsOf } from "./revisions.ts";

/** Who is named in a commit, each as `name <email>`: texts that whoever made it chose. */
export interface CommitPeople {
  readonly author: string;
  readonly committer: string;
}

/** The people of each commit of a range, the newest first; at most `most`. */
export async function commitPeople(
  repo: Repository,
  range: CommitRange,
  most: number,
): Promise<readonly CommitPeople[]> {
  const revisions = revisionsOf(range);
  if (revisions === undefined) return [];
  const output = await repo.read(
    [
      ...["log", "-z", "--no-mailmap", `--max-count=${most}`, "--format=%an <%ae>%n%cn <%ce>"],
      ...revisions.options,
    ],
    { input: revisions.input },
  );
  return output
    .toString()
    .split("\0")
    .filter((record) => record !== "")
    .map((record) => {
      const [author = "", committer = ""] = record.split("\n");
      return { author, committer };
    });
}
