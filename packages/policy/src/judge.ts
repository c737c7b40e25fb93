import { compareSeverity } from "@assay/core";
import { isGuess } from "./findings.ts";
import type { PolicyRepository } from "./repository.ts";
import type { Judgement, PolicyRule, Violation } from "./rule.ts";

/** `kept`: looked at, nothing wrong. `nothing`: there is nothing it applies to. `unknown`: it could not be evaluated. */
export type RuleState = "kept" | "broken" | "nothing" | "unknown";

/** What became of one rule. */
export interface Judged {
  readonly rule: PolicyRule;
  readonly judgement: Judgement;
  /** Violations that the base has too, by `path NUL key`, as they are there; none where there is no base. */
  readonly existing?: ReadonlyMap<string, Violation>;
}

/** Judges a repository by every rule. Where it has a base, rules that are broken are judged there too. */
export async function judge(
  rules: readonly PolicyRule[],
  repository: PolicyRepository,
): Promise<readonly Judged[]> {
  const { base } = repository;
  const judged: Judged[] = [];
  for (const rule of rules) {
    const judgement = numbered(rule, await rule.judge(repository));
    if (base === undefined || judgement.violations.length === 0) judged.push({ rule, judgement });
    else {
      // No change of files brings about a setting of the server.
      const before = rule.decidedBy === "api" ? judgement : numbered(rule, await rule.judge(base));
      const old = new Map(before.violations.map((each) => [identityOf(each), each]));
      const existing = judgement.violations.flatMap((each): readonly [string, Violation][] => {
        const there = old.get(identityOf(each)) ?? (each.inBase ? each : undefined);
        // A fault that a change makes worse is that change's.
        const isOld = there !== undefined && compareWeight(rule, there, each) <= 0;
        return isOld ? [[identityOf(each), there]] : [];
      });
      judged.push({ rule, judgement, existing: new Map(existing) });
    }
  }
  return judged;
}

/** Tells equal violations of a file apart, the worst first: one more of them in a change is new. */
function numbered(rule: PolicyRule, judgement: Judgement): Judgement {
  const counts = new Map<string, number>();
  const keys = new Map<Violation, string>();
  for (const violation of judgement.violations.toSorted((a, b) => compareWeight(rule, a, b))) {
    const count = (counts.get(identityOf(violation)) ?? 0) + 1;
    counts.set(identityOf(violation), count);
    if (count > 1) keys.set(violation, `${violation.key} ${count}`);
  }
  const violations = judgement.violations.map((each) => {
    const key = keys.get(each);
    return key === undefined ? each : { ...each, key };
  });
  return { ...judgement, violations };
}

/** What decides comes before a guess, and the worse before the less bad. */
function compareWeight(rule: PolicyRule, a: Violation, b: Violation): number {
  return (
    Number(isGuess(rule, a)) - Number(isGuess(rule, b)) ||
    compareSeverity(a.severity ?? rule.severity, b.severity ?? rule.severity)
  );
}

/** The same violation in the work tree and in the base. */
export function identityOf({ path, key }: Violation): string {
  return `${path ?? ""}\0${key}`;
}

/** @param open Its violations that nothing suppresses. */
export function stateOf({ judgement }: Judged, open: number): RuleState {
  if (open > 0) return "broken";
  if ((judgement.unknown?.length ?? 0) > 0) return "unknown";
  return judgement.looked === 0 ? "nothing" : "kept";
}
