import { setFlagsFromString } from "node:v8";

/**
 * What keeps the engine from compiling code a second and third time while it runs. A run of a fraction of a second is over before
 * optimised code has paid for itself, and the compilers work on other cores meanwhile: a fifth of the CPU time of a bill of
 * materials. They are flags of V8 itself, which ignores one that it does not know.
 */
const FLAGS = ["--no-opt", "--no-maglev", "--no-concurrent-sparkplug"] as const;

/** Tells the engine that this process ends soon. It counts for the whole process and can't be taken back. */
export function expectBriefRun(): void {
  for (const flag of FLAGS) setFlagsFromString(flag);
}
