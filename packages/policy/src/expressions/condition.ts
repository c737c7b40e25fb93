import { parseExpression } from "./parser.ts";
import { templatesIn } from "./templates.ts";
import type { Expression } from "./tree.ts";
import { ExpressionError, nodesOf } from "./tree.ts";

/** The value of an `if` key. */
export interface Condition {
  readonly expression?: Expression;
  /** The run adds `success() && (…)`, as no status function is called anywhere. */
  readonly impliesSuccess: boolean;
  /** Text around a template, also a last line break, makes a text that is never empty, and so always true. */
  readonly alwaysTrue: boolean;
  readonly problem?: string;
}

const STATUS = new Set(["success", "failure", "always", "cancelled"]);

/** Reads an `if`: an expression with or without `${{ }}`. Never throws. */
export function conditionOf(text: string): Condition {
  if (!text.includes("${{")) return text.trim() === "" ? NONE : bare(text);
  const templates = templatesIn(text);
  const [first] = templates;
  const whole = first?.start === 0 && first.end === text.length;
  if (!whole || first.expression === undefined) {
    const problem = templates.find((template) => template.problem !== undefined)?.problem;
    return {
      impliesSuccess: true,
      alwaysTrue: problem === undefined,
      ...(problem !== undefined && { problem }),
    };
  }
  return of(first.expression);
}

const NONE: Condition = { impliesSuccess: true, alwaysTrue: false };

function bare(text: string): Condition {
  try {
    return of(parseExpression(text));
  } catch (error) {
    if (error instanceof ExpressionError) return { ...NONE, problem: error.message };
    throw error;
  }
}

function of(expression: Expression): Condition {
  const calls = [...nodesOf(expression)].some(
    (node) => node.kind === "call" && STATUS.has(node.name.toLowerCase()),
  );
  return { expression, impliesSuccess: !calls, alwaysTrue: false };
}
