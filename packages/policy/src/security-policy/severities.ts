import type { Severity } from "@assay/core";

const NAMES: readonly (readonly [RegExp, Severity])[] = [
  [/\bcritical\b/i, "critical"],
  [/\bhigh\b/i, "high"],
  [/\b(?:medium|moderate)\b/i, "medium"],
  [/\blow\b/i, "low"],
];
/** The lowest score of each band of CVSS 3 and 4. */
const BANDS: readonly (readonly [number, Severity])[] = [
  [9, "critical"],
  [7, "high"],
  [4, "medium"],
  [0.1, "low"],
];

/** The severities that a text names by word, or else by a range of CVSS scores. */
export function severitiesIn(text: string): readonly Severity[] {
  const named = NAMES.filter(([pattern]) => pattern.test(text)).map(([, severity]) => severity);
  if (named.length > 0) return named;
  const range =
    /(?<![\d.])(\d{1,2}(?:\.\d)?) ?(?:-|–|—|to) ?(\d{1,2}\.\d|10)(?![\d.])/.exec(text) ??
    /(?:≥|>=?|CVSS) ?(\d{1,2}\.\d)(?![\d.])/.exec(text);
  const from = Number(range?.[1]);
  const to = Number(range?.[2] ?? 10);
  const inside = BANDS.filter(([low], index) => {
    const high = BANDS[index - 1]?.[0] ?? 10.1;
    return from < high && to >= low;
  });
  return inside.map(([, severity]) => severity);
}
