import type { CheckContext } from "@assay/core";
import type { Engine } from "./engine/engine.ts";
import type { Candidate } from "./engine/fragment.ts";
import { timeLimit } from "./engine/time-limit.ts";
import type { Piece } from "./sources/piece.ts";

/** Starting a limited run costs more than scanning a small hunk, so hunks are gathered. */
const BATCH_CHARACTERS = 256 * 1024;
const BATCH_PIECES = 512;
/** For one batch; a bounded expression needs a thousandth of it. */
const BUDGET_MS = 20_000;

/** Runs every piece of a source through the engine, under the time limit. */
export async function scanPieces(
  pieces: AsyncIterable<Piece>,
  engine: Engine,
  context: Pick<CheckContext, "signal">,
  found: (candidate: Candidate, piece: Piece) => void,
): Promise<void> {
  const limited = timeLimit(BUDGET_MS);
  let batch: Piece[] = [];
  let characters = 0;
  let place = "";
  const flush = (): void => {
    context.signal.throwIfAborted();
    const work = () => {
      for (const piece of batch) {
        place = piece.fragment.path || `the message of ${piece.fragment.commit}`;
        for (const candidate of engine.scan(piece.fragment)) found(candidate, piece);
      }
    };
    limited(work, () => `the rule ${engine.current()} on ${place}`);
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
