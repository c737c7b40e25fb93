import type { PolicyRepository } from "./repository.ts";
import type { Judgement, PolicyRule, Violation } from "./rule.ts";

/** `kept`: looked at, nothing wrong. `nothing`: there is nothing it applies to. `unknown`: it could not be evaluated. */
export type RuleState = "kept" | "broken" | "nothing" | "unknown";

/** What became of one rule. */
export interface Judged {
  readonly rule: PolicyRule;
  readonly judgement: Judgement;
  /** Keys of violations that the base has too, as `path NUL key`; none where there is no base. */
  readonly existing?: ReadonlySet<string>;
}

/** Judges a repository by every rule. Where it has a base, rules that are broken are judged there too. */
export async function judge(
  rules: readonly PolicyRule[],
  repository: PolicyRepository,
): Promise<readonly Judged[]> {
  const { base } = repository;
  const judged: Judged[] = [];
  for (const rule of rules) {
    const judgement = numbered(await rule.judge(repository));
    if (base === undefined || judgement.violations.length === 0) judged.push({ rule, judgement });
    else {
      // No change of files brings about a setting of the server.
      const before = rule.decidedBy === "api" ? judgement : await rule.judge(base);
      const known = judgement.violations.filter(({ inBase }) => inBase);
      const existing = new Set([...before.violations, ...known].map(identityOf));
      judged.push({ rule, judgement, existing });
    }
  }
  return judged;
}

/** Tells equal violations of a file apart: one more of them in a change is new. */
function numbered(judgement: Judgement): Judgement {
  const counts = new Map<string, number>();
  const violations = judgement.violations.map((violation) => {
    const count = (counts.get(identityOf(violation)) ?? 0) + 1;
    counts.set(identityOf(violation), count);
    return count === 1 ? violation : { ...violation, key: `${violation.key} ${count}` };
  });
  return { ...judgement, violations };
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
