import type { AppliedSuppression } from "@assay/core";
import { identityOf, type Judged } from "../judge.ts";
import type { PolicyRepository } from "../repository.ts";
import type { PolicyRule, Violation } from "../rule.ts";
import { POLICY_RULES } from "../rules/index.ts";
import { isAbout, type Mark, marksIn, suppressionBy } from "./marks.ts";

/** A violation with what became of it. */
export interface Found {
  readonly rule: PolicyRule;
  readonly violation: Violation;
  readonly change?: "new" | "existing";
  readonly suppression?: AppliedSuppression;
}

export interface Applied {
  readonly found: readonly Found[];
  /** Marks of ours that accept nothing. */
  readonly unused: readonly Mark[];
}

/**
 * Looks for a mark beside each violation.
 *
 * @param addedMarksCount `false`: a mark counts only for what it accepts in the base, for whoever brings a change doesn't accept its faults.
 */
export async function applyMarks(
  judged: readonly Judged[],
  repository: PolicyRepository,
  addedMarksCount: boolean,
): Promise<Applied> {
  const used = new Set<Mark>();
  const found: Found[] = [];
  const counts = async (mark: Mark, rule: PolicyRule, before: Violation | undefined) => {
    if (addedMarksCount) return true;
    if (repository.base === undefined || before === undefined) return false;
    const known = await marksIn(repository.base, mark.path);
    // Not a mark of the same text that accepts something else there.
    return known.some((each) => each.text === mark.text && isAbout(each, rule, before));
  };
  for (const { rule, judgement, existing } of judged) {
    for (const violation of judgement.violations) {
      const { path } = violation;
      const marks = path === undefined ? [] : await marksIn(repository, path);
      const mark = marks.find((each) => isAbout(each, rule, violation));
      if (mark !== undefined) used.add(mark);
      const holds =
        mark !== undefined && (await counts(mark, rule, existing?.get(identityOf(violation))));
      found.push({
        rule,
        violation,
        ...(existing && { change: existing.has(identityOf(violation)) ? "existing" : "new" }),
        ...(holds && { suppression: suppressionBy(mark) }),
      });
    }
  }
  // Every file that a rule read: a mark elsewhere is about nothing that was looked at.
  const unused: Mark[] = [];
  for (const path of repository.readPaths()) {
    for (const mark of await marksIn(repository, path)) {
      const isOurs = mark.tool === "assay" && !used.has(mark);
      if (isOurs && (mark.reason === "" || mark.rules.some(isJudgedOrNone(judged))))
        unused.push(mark);
    }
  }
  return { found, unused };
}

/** Whether an id in a mark is a rule that was judged, or none of the families of rules has it: one that was left out may need the mark. */
function isJudgedOrNone(judged: readonly Judged[]): (id: string) => boolean {
  const known = new Set(POLICY_RULES.map(({ id }) => id));
  const families = new Set([...known].map((id) => id.split(".")[0]));
  return (id) =>
    judged.some(({ rule }) => rule.id === id) ||
    (!known.has(id) && (!id.includes(".") || families.has(id.split(".")[0])));
}
