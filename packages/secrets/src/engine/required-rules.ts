import type { Candidate } from "./fragment.ts";
import { linesOf } from "./lines.ts";
import type { RequiredRule } from "./rule-set.ts";

/** Keeps the candidates near which every required rule has a hit. `hitsOf` gives that rule's hits in the same text. */
export function withRequiredRules(
  candidates: readonly Candidate[],
  required: readonly RequiredRule[],
  hitsOf: (ruleId: string) => readonly Candidate[],
): readonly Candidate[] {
  if (candidates.length === 0 || required.length === 0) return candidates;
  const hits = new Map(required.map((need) => [need.ruleId, hitsOf(need.ruleId)]));
  return candidates.filter((candidate) =>
    required.every((need) =>
      (hits.get(need.ruleId) ?? []).some((hit) => isNear(candidate, hit, need)),
    ),
  );
}

function isNear(candidate: Candidate, hit: Candidate, need: RequiredRule): boolean {
  if (
    need.withinLines !== undefined &&
    Math.abs(candidate.startLine - hit.startLine) > need.withinLines
  ) {
    return false;
  }
  if (need.withinColumns === undefined) return true;
  return Math.abs(columnOf(candidate) - columnOf(hit)) <= need.withinColumns;
}

function columnOf(candidate: Candidate): number {
  return candidate.start < 0 ? 0 : linesOf(candidate.fragment.text).columnOf(candidate.start);
}
