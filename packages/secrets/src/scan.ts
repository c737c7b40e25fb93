import type { CheckContext } from "@assay/core";
import type { Engine } from "./engine/engine.ts";
import type { Candidate } from "./engine/fragment.ts";
import { timeLimit } from "./engine/time-limit.ts";
import type { Piece } from "./sources/piece.ts";

/** Starting a limited run costs more than scanning a small hunk, so hunks are gathered. */
const BATCH_CHARACTERS = 256 * 1024;
const BATCH_PIECES = 512;
/** For one batch; a bounded expression needs a thousandth of it. */
const LIMIT_MS = 20_000;

/** What becomes of a piece. */
export interface ScanEvents {
  found(candidate: Candidate, piece: Piece): void;
  /** An allowlist leaves its place out: none of its text was looked at. */
  leftOut?(piece: Piece): void;
}

/**
 * Runs every piece of a source through the engine. Whatever a user wrote as an expression runs under the time limit, for texts and
 * for names of files.
 *
 * @param limitMs milliseconds for one batch of at most 256 kB or 512 pieces.
 * @throws ExternalError when the time is over.
 */
export async function scanPieces(
  pieces: AsyncIterable<Piece>,
  engine: Engine,
  { signal }: Pick<CheckContext, "signal">,
  { found, leftOut = () => {} }: ScanEvents,
  limitMs = LIMIT_MS,
): Promise<void> {
  const limited = timeLimit(limitMs);
  let batch: Piece[] = [];
  let characters = 0;
  let place = "";
  const flush = (): void => {
    signal.throwIfAborted();
    const work = () => {
      for (const piece of batch) {
        const { path, commit } = piece.fragment;
        place = path || `the message of ${commit}`;
        if (engine.allowsPlace(path, commit)) leftOut(piece);
        else for (const candidate of engine.scan(piece.fragment)) found(candidate, piece);
      }
    };
    limited(work, () => `${engine.current()} on ${place}`);
    batch = [];
    characters = 0;
  };
  for await (const piece of pieces) {
    batch.push(piece);
    characters += piece.fragment.text.length;
    if (characters >= BATCH_CHARACTERS || batch.length >= BATCH_PIECES) flush();
  }
  flush();
}
