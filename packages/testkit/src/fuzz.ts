const FIXED = 20261127;

/**
 * The parameters of a fuzz test: bounded by count, never by time, and with the same inputs in every run, so that a change is what
 * makes it fail. `ASSAY_FUZZ_SEED` looks at others: a number, or `random`.
 */
export function fuzzRuns(numRuns: number): { readonly numRuns: number; readonly seed?: number } {
  const given = process.env["ASSAY_FUZZ_SEED"] ?? String(FIXED);
  return given === "random" ? { numRuns } : { numRuns, seed: Number(given) };
}
