import type { AllowList } from "./allow-list.ts";
import type { TermVerdict, Verdict } from "./evaluate-term.ts";
import { evaluateTerm } from "./evaluate-term.ts";
import type { Expression, Term } from "./expression.ts";

export interface Evaluation {
  readonly verdict: Verdict;
  /** Every term of the expression, in the order of the text. */
  readonly terms: readonly TermVerdict[];
  /**
   * What is used of an allowed expression: of every OR the branch that is first in the order of the allow list. The entries'
   * texts joined by AND; absent where the verdict is not `allow`.
   */
  readonly choice?: string;
}

/**
 * Judges an expression against an allow list, in time linear in its length. AND is the least of its operands and OR the greatest,
 * in the order deny < unknown < allow.
 */
export function evaluate(expression: Expression, allowList: AllowList): Evaluation {
  const terms: TermVerdict[] = [];
  const judged = judge(expression, (term) => {
    const judgement = evaluateTerm(term, allowList);
    terms.push(judgement);
    return judgement;
  });
  return judged.verdict === "allow"
    ? { verdict: "allow", terms, choice: [...new Set(judged.uses)].join(" AND ") }
    : { verdict: judged.verdict, terms };
}

interface Judged {
  readonly verdict: Verdict;
  /** The least preferred entry that is needed; what an OR chooses by. */
  readonly priority: number;
  readonly uses: readonly string[];
}

const ORDER: Readonly<Record<Verdict, number>> = { deny: 0, unknown: 1, allow: 2 };

function judge(expression: Expression, judgeLeaf: (term: Term) => TermVerdict): Judged {
  if (expression.kind !== "and" && expression.kind !== "or") {
    const { verdict, entry } = judgeLeaf(expression);
    const priority = entry?.priority ?? Number.MAX_SAFE_INTEGER;
    return { verdict, priority, uses: entry === undefined ? [] : [entry.text] };
  }
  const operands = expression.operands.map((operand) => judge(operand, judgeLeaf));
  const isAnd = expression.kind === "and";
  const [first, ...others] = operands;
  // An operator always has operands; the type can't say so, and unknown is the safe answer.
  if (first === undefined) return { verdict: "unknown", priority: 0, uses: [] };
  if (!isAnd) return others.reduce((best, other) => (isBetter(other, best) ? other : best), first);
  return {
    verdict: others.reduce(
      (least, other) => (ORDER[other.verdict] < ORDER[least] ? other.verdict : least),
      first.verdict,
    ),
    priority: operands.reduce((most, operand) => Math.max(most, operand.priority), 0),
    uses: operands.flatMap((operand) => operand.uses),
  };
}

function isBetter(a: Judged, b: Judged): boolean {
  if (a.verdict !== b.verdict) return ORDER[a.verdict] > ORDER[b.verdict];
  return a.priority < b.priority;
}
