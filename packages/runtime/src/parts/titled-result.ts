import type { ActResult, CheckResult, Command } from "@assay/core";

/** What a check found, with the name that reports call it by. */
export interface TitledResult extends CheckResult {
  readonly title: string;
}

/** What an act did, with the name that reports call it by. */
export interface TitledAct extends ActResult {
  readonly title: string;
}

export function titled(result: CheckResult, { label }: Pick<Command, "label">): TitledResult {
  return { ...result, title: result.title ?? label };
}

/** Checks that share a material may each hand over what it found: the same result counts once. */
export function distinctResults(results: readonly TitledResult[]): readonly TitledResult[] {
  return results.filter(
    ({ check, findings }, index) =>
      results.findIndex((other) => other.check === check && other.findings === findings) === index,
  );
}
