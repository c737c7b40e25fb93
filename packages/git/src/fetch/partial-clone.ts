import type { Logger } from "@assay/core";
import { UsageError } from "@assay/core";
import type { CommitRange } from "../commit-range.ts";
import type { Repository } from "../repository/repository.ts";
import { revisionsOf } from "../revisions/revisions.ts";
import type { Remote } from "./remote.ts";
import { fetchFrom } from "./remote.ts";

/** A clone without trees gets one level of folders in each round. */
const MAX_ROUNDS = 100;

/**
 * Brings the contents that a partial clone (`--filter=blob:none`) left out, for a range and for what it is compared with. Git
 * would fetch them one by one while it prints a diff; here no reading process may touch the network.
 *
 * @throws UsageError when contents are missing and can't be fetched.
 */
export async function prefetchObjects(
  repo: Repository,
  remote: Remote | undefined,
  range: CommitRange,
  logger: Logger,
): Promise<void> {
  if (range.kind === "nothing" || !repo.partial) return;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const missing = await missingObjects(repo, range);
    if (missing.length === 0) return;
    if (remote === undefined)
      throw incomplete(missing.length, "nothing may be fetched in this run");
    logger.info(`Fetching ${missing.length} objects that the partial clone left out`);
    const options = ["--filter=blob:none"];
    const result = await fetchFrom(repo, remote, { options, refs: missing }, logger);
    if (result.exitCode !== 0) throw incomplete(missing.length, result.stderr.trim());
  }
  throw incomplete((await missingObjects(repo, range)).length, "the server did not send them");
}

async function missingObjects(repo: Repository, range: CommitRange): Promise<readonly string[]> {
  const revisions = revisionsOf(range);
  if (revisions === undefined) return [];
  const list = (options: readonly string[], input: string) =>
    repo.read(["rev-list", ...options], { input }).then((output) => output.toString("latin1"));
  const walk = ["--objects", "--missing=print"];
  const texts = [await list([...walk, ...revisions.options], revisions.input)];
  // A diff also reads the old side: the trees of the commits where the range begins.
  const edge = (await list(["--boundary", ...revisions.options], revisions.input))
    .split("\n")
    .filter((line) => line.startsWith("-"))
    .map((line) => line.slice(1));
  const named = range.kind === "commits" ? [range.base, range.mergeBase] : [];
  const old = [...new Set([...edge, ...named.flatMap((name) => name ?? [])])];
  if (old.length > 0) {
    texts.push(await list([...walk, "--no-walk", "--stdin"], `${old.join("\n")}\n`));
  }
  const lines = texts.flatMap((text) => text.split("\n"));
  const missing = lines.filter((line) => line.startsWith("?")).map((line) => line.slice(1));
  return [...new Set(missing)].sort();
}

function incomplete(count: number, why: string): UsageError {
  return new UsageError(`${count} objects of the range are missing: the clone is partial`, {
    hint: "Check out without `filter` and `sparse-checkout`, or give the step a token.",
    problems: why.split("\n").slice(0, 5),
  });
}
