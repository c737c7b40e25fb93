import type { AllowList, Evaluation, Verdict } from "@assay/spdx";
import { evaluate, licenseKey, normalizeDeclared } from "@assay/spdx";
import type { Statement } from "./statements.ts";

/** What one package comes to. */
export interface PackageVerdict {
  /** The statement that decides: the strictest one, and of equal ones the first. */
  readonly statement: Statement;
  readonly evaluation: Evaluation;
  /** All statements that are not allowed: an exception has to cover each. */
  readonly objectionable: readonly Statement[];
  /** The first statement and the one that names another licence. */
  readonly contradiction?: readonly [Statement, Statement];
}

const STRICTNESS: Readonly<Record<Verdict, number>> = { deny: 0, unknown: 1, allow: 2 };

/** Judges packages by their statements. Equal expressions are evaluated once. */
export function createJudge(allowList: AllowList): {
  judge(statements: readonly Statement[], fallback: Statement["location"]): PackageVerdict;
} {
  const known = new Map<string, Evaluation>();
  const evaluated = ({ license }: Statement): Evaluation => {
    const key = JSON.stringify(license.expression);
    const before = known.get(key);
    if (before !== undefined) return before;
    const evaluation = evaluate(license.expression, allowList);
    known.set(key, evaluation);
    return evaluation;
  };
  return {
    judge(statements, fallback) {
      const [first = undeclared(fallback), ...others] = statements;
      const speaking = others.filter(({ license }) => license.text !== "");
      const other = speaking.find((statement) => keyOf(statement) !== keyOf(first));
      const judged = [first, ...speaking].map((statement) => ({
        statement,
        evaluation: evaluated(statement),
      }));
      const strictest = judged.reduce((least, next) => {
        const isStricter =
          STRICTNESS[next.evaluation.verdict] < STRICTNESS[least.evaluation.verdict];
        return isStricter ? next : least;
      });
      const objectionable = judged
        .filter(({ evaluation }) => evaluation.verdict !== "allow")
        .map(({ statement }) => statement);
      const verdict = { ...strictest, objectionable };
      return other === undefined ? verdict : { ...verdict, contradiction: [first, other] };
    },
  };
}

/** Names the licence of a statement, whatever its spelling. */
export function keyOf(statement: Statement): string {
  return licenseKey(statement.license.expression);
}

/** Nobody said anything. */
function undeclared(location: Statement["location"]): Statement {
  return { license: normalizeDeclared(undefined), source: "lockfile", location };
}
