import type { TitledResult } from "../parts/titled-result.ts";

/** One result per check, in the order in which the checks first appear. */
export function mergeResults(results: readonly TitledResult[]): readonly TitledResult[] {
  const merged = new Map<string, TitledResult>();
  for (const result of results) {
    const first = merged.get(result.check);
    merged.set(result.check, first === undefined ? result : joinResults(first, result));
  }
  return [...merged.values()];
}

function joinResults(first: TitledResult, second: TitledResult): TitledResult {
  const inspected = new Map(Object.entries(first.coverage.inspected));
  for (const [unit, amount] of Object.entries(second.coverage.inspected)) {
    inspected.set(unit, (inspected.get(unit) ?? 0) + amount);
  }
  const isPartial = [first, second].some((result) => result.coverage.scope === "change");
  return {
    check: first.check,
    title: first.title,
    findings: [...first.findings, ...second.findings],
    artifacts: [...first.artifacts, ...second.artifacts],
    coverage: {
      inspected: Object.fromEntries(inspected),
      skipped: [...first.coverage.skipped, ...second.coverage.skipped],
      summary: [first, second]
        .map(({ coverage }) => coverage.summary)
        .filter((summary) => summary !== "")
        .join("; "),
      ...(isPartial && { scope: "change" }),
    },
    notices: [...(first.notices ?? []), ...(second.notices ?? [])],
    tables: [...(first.tables ?? []), ...(second.tables ?? [])],
    ...((first.sensitive === true || second.sensitive === true) && { sensitive: true }),
  };
}
