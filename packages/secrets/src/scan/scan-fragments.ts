import type { CheckContext } from "@assay/core";
import type { Engine } from "../engine/engine.ts";
import type { Candidate } from "../engine/fragment.ts";
import { timeLimit } from "../engine/time-limit.ts";
import type { SourceFragment } from "../sources/source-fragment.ts";

/** Starting a limited run costs more than scanning a small hunk, so hunks are gathered. */
const BATCH_CHARACTERS = 256 * 1024;
const BATCH_FRAGMENTS = 512;
/** For one batch; a bounded expression needs a thousandth of it. */
const LIMIT_MS = 20_000;

/** What becomes of a fragment. */
export interface ScanEvents {
  found(candidate: Candidate, fragment: SourceFragment): void;
  /** An allowlist leaves its place out: none of its text was looked at. */
  leftOut?(fragment: SourceFragment): void;
}

/**
 * Runs every fragment of a source through the engine. Whatever a user wrote as an expression runs under the time limit, for texts and
 * for names of files.
 *
 * @param limitMs milliseconds for one batch of at most 256 kB or 512 fragments.
 * @throws ExternalError when the time is over.
 */
export async function scanFragments(
  fragments: AsyncIterable<SourceFragment>,
  engine: Engine,
  { signal }: Pick<CheckContext, "signal">,
  { found, leftOut = () => {} }: ScanEvents,
  limitMs = LIMIT_MS,
): Promise<void> {
  const limited = timeLimit(limitMs);
  let batch: SourceFragment[] = [];
  let characters = 0;
  let place = "";
  const flush = (): void => {
    signal.throwIfAborted();
    const work = () => {
      for (const fragment of batch) {
        const { path, commit } = fragment;
        place = path || `the message of ${commit}`;
        if (engine.allowsPlace(path, commit)) leftOut(fragment);
        else for (const candidate of engine.scan(fragment)) found(candidate, fragment);
      }
    };
    limited(work, () => `${engine.current()} on ${place}`);
    batch = [];
    characters = 0;
  };
  for await (const fragment of fragments) {
    batch.push(fragment);
    characters += fragment.text.length;
    if (characters >= BATCH_CHARACTERS || batch.length >= BATCH_FRAGMENTS) flush();
  }
  flush();
}
