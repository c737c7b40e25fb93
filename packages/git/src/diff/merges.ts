import { ExternalError } from "@assay/core";
import type { Repository } from "../repository/repository.ts";
import type { Revisions } from "../revisions/revisions.ts";
import type { DiffOptions } from "./options.ts";
import type { CommitInfo, CommitPatch, FilePatch } from "./patch.ts";
import type { ParsedPiece } from "./pieces.ts";
import { diffOptions, mergeOptions, pathOptions } from "./process.ts";
import { readPatches } from "./read-patches.ts";

/** The lines of merges that none of their parents has, from a git process of its own that starts with the first merge. */
export interface MergePatches {
  /** Merges come in the order of `git log`. @throws ExternalError when git shows another commit. */
  of(commit: CommitInfo): AsyncGenerator<CommitPatch>;
  /** @throws ExternalError when git failed, complained, or shows more. */
  end(): Promise<void>;
  stop(): Promise<void>;
}

export function createMergePatches(
  repo: Repository,
  revisions: Revisions,
  options: DiffOptions,
): MergePatches {
  const args = [...mergeOptions(repo, options), ...revisions.options, ...pathOptions(options)];
  const patches = readPatches(repo, args, revisions, options);
  let begun = false;
  const next = async (): Promise<ParsedPiece | undefined> => {
    begun = true;
    const { done, value } = await patches.next();
    return done === true ? undefined : value;
  };
  return {
    async *of(commit) {
      for (let complete = false; !complete; ) {
        const piece = await next();
        if (piece?.commit?.sha !== commit.sha) throw outOfStep(commit.sha, piece);
        complete = piece.complete;
        const hidden = piece.files.filter(({ binary }) => binary);
        if (hidden.length > 0) yield* hiddenText(repo, commit, hidden, options);
        yield { commit, files: piece.files.filter(({ binary }) => !binary), complete };
      }
    },
    async end() {
      const more = begun ? await next() : undefined;
      if (more !== undefined) throw outOfStep("no merge", more);
    },
    stop: async () => {
      await patches.return(undefined);
    },
  };
}

function outOfStep(expected: string, piece: ParsedPiece | undefined): ExternalError {
  const shown = piece?.commit?.sha ?? "nothing";
  return new ExternalError(`git log showed ${shown} in the place of ${expected}`, {
    hint: "Run the check again: the branches may have moved meanwhile.",
  });
}

/** Characters of paths that every platform takes on a command line. */
const MAX_PATHS_LENGTH = 8000;

/** `--text` does not hold for combined diffs: these files of a merge are compared with its first parent. */
async function* hiddenText(
  repo: Repository,
  commit: CommitInfo,
  hidden: readonly FilePatch[],
  options: DiffOptions,
): AsyncGenerator<CommitPatch> {
  const [parent] = commit.parents;
  if (parent === undefined) throw new ExternalError(`git showed no text of ${commit.sha}`);
  const paths = new Set(hidden.map(({ path }) => path));
  const joined = [...paths].join("\n");
  // Paths that are no UTF-8 can't be arguments.
  const limit =
    joined.length > MAX_PATHS_LENGTH || /[\udc80-\udcff]/u.test(joined) ? [] : [...paths];
  const args = ["diff-tree", "-r", ...diffOptions(repo, options), parent, commit.sha];
  for await (const { files } of readPatches(repo, [...args, "--", ...limit], {}, options)) {
    yield { commit, files: files.filter(({ path }) => paths.has(path)), complete: false };
  }
}
