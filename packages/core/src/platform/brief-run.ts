import { setFlagsFromString } from "node:v8";

/**
 * What keeps the engine from compiling code a second and third time while it runs. A run of a fraction of a second is over before
 * optimised code has paid for itself, and the compilers work on other cores meanwhile: a fifth of the CPU time of a bill of
 * materials. Nor is the space for new objects grown (V8's young generation): to touch fresh memory takes longer than to use what is
 * there again. They are flags of V8 itself, which ignores one that it does not know.
 */
const FLAGS = [
  "--no-opt",
  "--no-maglev",
  "--no-concurrent-sparkplug",
  "--semi-space-growth-factor=1",
] as const;
/** From here on, the quicker one of the two compilers pays for itself. */
const LONG_INPUT = 3 * 1024 * 1024;

let read: number | undefined;

/** Tells the engine that this process ends soon. It counts for the whole process and can't be taken back. */
export function expectBriefRun(): void {
  for (const flag of FLAGS) setFlagsFromString(flag);
  read ??= 0;
}

/** Tells that so much more is to be worked on, in bytes or characters: a run that has much to do is not so brief. */
export function expectInput(length: number): void {
  if (read === undefined) return;
  const before = read;
  read += length;
  if (before < LONG_INPUT && read >= LONG_INPUT) setFlagsFromString("--maglev");
}
