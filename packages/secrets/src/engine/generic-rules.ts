import type { Candidate } from "./fragment.ts";

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
