import { callFunction } from "./functions.ts";
import type { Comparison, Expression, Logical } from "./tree.ts";
import type { Value } from "./values.ts";
import { compareValues, indexed, isEqual, isList, isObject, isTruthy, property } from "./values.ts";

/**
 * What is known of a context: called with the names of a path in lower case (`["github", "event_name"]`); undefined is
 * "only a run can tell".
 */
export type Lookup = (path: readonly string[]) => Value | undefined;

export const NOTHING_KNOWN: Lookup = () => undefined;

/** What `.*` gives: further steps map over it. */
interface Filtered {
  readonly items: readonly Value[];
}

/** What is known of a result: its value, or only whether it is true. */
type Result =
  | { readonly value: Value }
  | { readonly filtered: Filtered }
  | { readonly truth: boolean }
  | undefined;

/**
 * The value of an expression as far as it is constant or `lookup` knows it; undefined where only a run can tell, and where a
 * run would fail. Never throws.
 */
export function evaluate(
  expression: Expression,
  lookup: Lookup = NOTHING_KNOWN,
): Value | undefined {
  return valueOfResult(resultOf(expression, lookup));
}

/** Whether a condition holds; undefined where only a run can tell. `unknown && false` is false. */
export function truthOf(
  expression: Expression,
  lookup: Lookup = NOTHING_KNOWN,
): boolean | undefined {
  return truth(resultOf(expression, lookup));
}

function valueOfResult(result: Result): Value | undefined {
  if (result === undefined || "truth" in result) return undefined;
  return "value" in result ? result.value : result.filtered.items;
}

function truth(result: Result): boolean | undefined {
  if (result === undefined) return undefined;
  if ("truth" in result) return result.truth;
  return "filtered" in result || isTruthy(result.value);
}

function resultOf(node: Expression, lookup: Lookup): Result {
  switch (node.kind) {
    case "literal":
      return { value: node.value };
    case "context":
    case "index":
    case "wildcard":
      return accessed(node, lookup);
    case "not": {
      const holds = truth(resultOf(node.operand, lookup));
      return holds === undefined ? undefined : { value: !holds };
    }
    case "comparison":
      return wrapped(compared(node, lookup));
    case "logical":
      return decided(node, lookup);
    case "call": {
      const values = node.parameters.map((each) => evaluate(each, lookup));
      const known = values.every((value) => value !== undefined);
      return wrapped(known ? callFunction(node.name, values as readonly Value[]) : undefined);
    }
  }
}

function accessed(node: Expression, lookup: Lookup): Result {
  const path = pathOf(node);
  const known = path === undefined ? undefined : lookup(path);
  if (known !== undefined) return { value: known };
  if (node.kind === "context") return undefined;
  if (node.kind !== "index" && node.kind !== "wildcard") return resultOf(node, lookup);
  const of = resultOf(node.of, lookup);
  if (of === undefined || "truth" in of) return undefined;
  if (node.kind === "wildcard") {
    const items = "value" in of ? itemsOf(of.value) : of.filtered.items.flatMap(itemsOf);
    return { filtered: { items } };
  }
  const key = evaluate(node.key, lookup);
  if (key === undefined) return undefined;
  if ("value" in of) return { value: indexed(of.value, key) };
  return { filtered: { items: of.filtered.items.flatMap((item) => picked(item, key)) } };
}

function picked(item: Value, key: Value): readonly Value[] {
  const value = isObject(item) ? property(item, key) : indexed(item, key);
  return value === undefined || (value === null && !isObject(item)) ? [] : [value];
}

function itemsOf(value: Value): readonly Value[] {
  if (isList(value)) return value;
  return isObject(value) ? Object.values(value) : [];
}

/** The names of a path whose steps are all constant, in lower case. */
function pathOf(node: Expression): readonly string[] | undefined {
  if (node.kind === "context") return [node.name.toLowerCase()];
  if (node.kind !== "index" || node.key.kind !== "literal") return undefined;
  const of = pathOf(node.of);
  return of === undefined ? undefined : [...of, String(node.key.value).toLowerCase()];
}

/** The operand that ends the chain; where one before it is unknown, at least whether the whole is true. */
function decided(node: Logical, lookup: Lookup): Result {
  const ends = node.operator === "||";
  let certain = true;
  let last: Result;
  for (const operand of node.operands) {
    last = resultOf(operand, lookup);
    const holds = truth(last);
    if (holds === ends) return certain ? last : { truth: ends };
    if (holds === undefined) certain = false;
  }
  return certain ? last : undefined;
}

function compared(node: Comparison, lookup: Lookup): Value | undefined {
  const left = evaluate(node.left, lookup);
  const right = evaluate(node.right, lookup);
  if (left === undefined || right === undefined) return undefined;
  if (node.operator === "==") return isEqual(left, right);
  if (node.operator === "!=") return !isEqual(left, right);
  const order = compareValues(left, right);
  switch (node.operator) {
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
  }
}

function wrapped(value: Value | undefined): Result {
  return value === undefined ? undefined : { value };
}
