import { readYaml } from "@assay/core/yaml";
import type { PolicyRepository } from "../repository.ts";
import type { Edit } from "../rule.ts";
import type { Found } from "../suppressions/apply.ts";
import { applyEdits, fits } from "./apply-edits.ts";
import { unifiedDiff } from "./diff.ts";

/** What is to be done to one file. */
export interface FilePlan {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly diff: string;
  /** Ids of the rules whose violations it fixes, sorted. */
  readonly rules: readonly string[];
  /** Violations whose edits overlap others: the next run has them. */
  readonly left: number;
  /** Why nothing is written, as a clause. */
  readonly refused?: string;
}

/** The edits of open violations by file. What is suppressed, or only a guess, is left alone. */
export async function planFixes(
  found: readonly Found[],
  repository: PolicyRepository,
  isAccepted: (each: Found) => boolean = () => false,
): Promise<readonly FilePlan[]> {
  const byPath = new Map<string, Found[]>();
  for (const each of found) {
    const { violation, rule, suppression } = each;
    const { path, edits = [], confidence = rule.confidence } = violation;
    const isOpen = suppression === undefined && confidence !== "low" && !isAccepted(each);
    if (path === undefined || edits.length === 0 || !isOpen) continue;
    byPath.set(path, [...(byPath.get(path) ?? []), each]);
  }
  const plans: FilePlan[] = [];
  for (const [path, all] of [...byPath].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const before = await repository.read(path);
    if (before === undefined) continue;
    plans.push(planOf(path, before, all));
  }
  return plans;
}

function planOf(path: string, before: string, all: readonly Found[]): FilePlan {
  const taken: Edit[] = [];
  const rules = new Set<string>();
  let left = 0;
  for (const { rule, violation } of all) {
    const edits = violation.edits ?? [];
    // Half of a fix may be worse than none.
    if (!edits.every((edit) => fits(before, edit, taken))) left++;
    else {
      taken.push(...edits);
      rules.add(rule.id);
    }
  }
  const { text: after, applied } = applyEdits(before, taken);
  const refused = isBroken(path, before, after)
    ? "the result would be no valid YAML any more"
    : undefined;
  return {
    ...{ path, before, after, left, rules: [...rules].sort() },
    diff: unifiedDiff(path, before, applied),
    ...(refused !== undefined && { refused }),
  };
}

/** A file that is broken already may stay so: its problems are not of the fix. */
function isBroken(path: string, before: string, after: string): boolean {
  const problems = (text: string) => readYaml(text).problems.length;
  return /\.ya?ml$/.test(path) && problems(after) > problems(before);
}
