import type { Lookup } from "./evaluate.ts";
import { NOTHING_KNOWN, truthOf } from "./evaluate.ts";
import type { Expression, Logical } from "./tree.ts";

/** A context whose value, or a part of it, can be in the result. */
export interface ContextPath {
  /** Names in lower case, `*` where a step is a wildcard or computed: `["github", "event", "issue", "title"]`. */
  readonly path: readonly string[];
  /** Offsets of the access. */
  readonly start: number;
  readonly end: number;
}

/** Functions that hand on what they are given. */
const PASSING = new Set(["tojson", "fromjson", "format", "join"]);

/** How many ways are followed in one expression; what is more than that adds nothing to a report. */
const MAX_PATHS = 200;

/**
 * The contexts that can reach the result (facts: data flow). Comparisons, `!`, status functions and `contains` alike give a
 * boolean: nothing passes them. Of `a && b` only the last operand can be more than a false value; operands that `lookup`, or a
 * constant, shows never to be the result are left out.
 */
export function flowsFrom(
  expression: Expression,
  lookup: Lookup = NOTHING_KNOWN,
): readonly ContextPath[] {
  const found: ContextPath[] = [];
  visit(expression, []);
  return found;

  /** `access` is the outermost access that `node` is the beginning of. */
  function visit(node: Expression, rest: readonly string[], access: Expression = node): void {
    if (found.length >= MAX_PATHS) return;
    if (node.kind === "context") {
      const { start, end } = access;
      found.push({ path: [node.name.toLowerCase(), ...rest], start, end });
    } else if (node.kind === "index") {
      visit(node.of, [stepOf(node.key), ...rest], access);
    } else if (node.kind === "wildcard") {
      visit(node.of, ["*", ...rest], access);
    } else if (node.kind === "call") {
      // Steps into what a function gives are steps into its text, not into its argument.
      for (const parameter of passedOn(node.name, node.parameters)) visit(parameter, []);
    } else if (node.kind === "logical") {
      for (const operand of outcomes(node)) visit(operand, rest);
    }
  }

  function outcomes(node: Logical): readonly Expression[] {
    if (node.operator === "&&") {
      const never = node.operands.some((operand) => truthOf(operand, lookup) === false);
      return never ? [] : node.operands.slice(-1);
    }
    const possible: Expression[] = [];
    for (const operand of node.operands) {
      const truth = truthOf(operand, lookup);
      if (truth !== false) possible.push(operand);
      if (truth === true) break;
    }
    return possible;
  }
}

function stepOf(key: Expression): string {
  return key.kind === "literal" ? String(key.value).toLowerCase() : "*";
}

function passedOn(name: string, parameters: readonly Expression[]): readonly Expression[] {
  const function_ = name.toLowerCase();
  if (PASSING.has(function_)) return parameters;
  if (function_ !== "case") return [];
  return parameters.filter((_, at) => at % 2 === 1 || at === parameters.length - 1);
}
