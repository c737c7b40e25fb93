import type { Candidate } from "./fragment.ts";
import { linesOf } from "./lines.ts";
import type { RequiredRule } from "./rule-set.ts";

/** Drops a generic rule's hit where a rule that knows the provider has the same secret on the same line. */
export function dropGenericDoubles(candidates: readonly Candidate[]): readonly Candidate[] {
  const isGeneric = (candidate: Candidate) => candidate.ruleId.toLowerCase().includes("generic");
  const specific = candidates.filter((candidate) => !isGeneric(candidate));
  if (specific.length === 0 || specific.length === candidates.length) return candidates;
  return candidates.filter(
    (candidate) =>
      !isGeneric(candidate) ||
      !specific.some(
        (other) =>
          other.startLine === candidate.startLine && other.secret.includes(candidate.secret),
      ),
  );
}

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
