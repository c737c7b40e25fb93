import type { AppliedSuppression } from "@assay/core";
import { identityOf, type Judged } from "../judge.ts";
import type { PolicyRepository } from "../repository.ts";
import type { PolicyRule, Violation } from "../rule.ts";
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
 * @param addedMarksCount `false`: a mark counts only where the base has it, for whoever brings a change doesn't accept its faults.
 */
export async function applyMarks(
  judged: readonly Judged[],
  repository: PolicyRepository,
  addedMarksCount: boolean,
): Promise<Applied> {
  const used = new Set<Mark>();
  const found: Found[] = [];
  const counts = async (mark: Mark) => {
    if (addedMarksCount) return true;
    const before = repository.base === undefined ? [] : await marksIn(repository.base, mark.path);
    return before.some(({ text }) => text === mark.text);
  };
  for (const { rule, judgement, existing } of judged) {
    for (const violation of judgement.violations) {
      const marks = await marksIn(repository, violation.path);
      const mark = marks.find((each) => isAbout(each, rule, violation));
      if (mark !== undefined) used.add(mark);
      const holds = mark !== undefined && (await counts(mark));
      found.push({
        rule,
        violation,
        ...(existing && { change: existing.has(identityOf(violation)) ? "existing" : "new" }),
        ...(holds && { suppression: suppressionBy(mark) }),
      });
    }
  }
  // Every file that a rule read: a mark elsewhere is about nothing that was looked at.
  const judgedRules = new Set(judged.map(({ rule }) => rule.id));
  const unused: Mark[] = [];
  for (const path of repository.readPaths()) {
    for (const mark of await marksIn(repository, path)) {
      const isOurs = mark.tool === "assay" && !used.has(mark);
      if (
        isOurs &&
        (mark.reason === "" || mark.rules.some((id) => judgedRules.has(id) || !id.includes(".")))
      )
        unused.push(mark);
    }
  }
  return { found, unused };
}
