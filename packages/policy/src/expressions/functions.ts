import type { Value } from "./values.ts";
import { foldCase, isEqual, isList, isTruthy, toText } from "./values.ts";

/** Longer results are not computed: a few nested `format` calls could fill the memory. */
const MAX_RESULT = 1_000_000;

const isScalar = (value: Value): boolean => typeof value !== "object" || value === null;

/** How many arguments a function takes at least and at most. */
const ARITY = new Map<string, readonly [number, number]>([
  ["contains", [2, 2]],
  ["startswith", [2, 2]],
  ["endswith", [2, 2]],
  ["join", [1, 2]],
  ["tojson", [1, 1]],
  ["fromjson", [1, 1]],
]);

type Constant = (parameters: readonly Value[]) => Value | undefined;

const ofTexts =
  (decide: (text: string, part: string) => boolean): Constant =>
  ([text = null, part = null]) =>
    isScalar(text) && isScalar(part) && decide(foldCase(toText(text)), foldCase(toText(part)));

/** The functions whose result follows from their arguments; undefined is "an error or unknown at run time". */
const FUNCTIONS = new Map<string, Constant>([
  [
    "contains",
    ([within = null, item = null]) =>
      isList(within)
        ? within.some((each) => isEqual(each, item))
        : isScalar(within) &&
          isScalar(item) &&
          foldCase(toText(within)).includes(foldCase(toText(item))),
  ],
  ["startswith", ofTexts((text, part) => text.startsWith(part))],
  ["endswith", ofTexts((text, part) => text.endsWith(part))],
  ["format", ([pattern = "", ...values]) => formatted(toText(pattern), values)],
  ["join", ([items = null, separator = ","]) => joined(items, separator)],
  ["tojson", ([value = null]) => printed(value)],
  ["fromjson", ([text = null]) => parsed(toText(text))],
  ["case", cases],
]);

/** Calls a function by name, in any case. Undefined where only a run can tell, and for what would fail there. */
export function callFunction(name: string, parameters: readonly Value[]): Value | undefined {
  const [least, most] = ARITY.get(name.toLowerCase()) ?? [1, 255];
  if (parameters.length < least || parameters.length > most) return undefined;
  const value = FUNCTIONS.get(name.toLowerCase())?.(parameters);
  return typeof value === "string" && value.length > MAX_RESULT ? undefined : value;
}

function joined(items: Value, separator: Value): Value {
  if (isList(items)) return items.map(toText).join(isScalar(separator) ? toText(separator) : "");
  return isScalar(items) ? toText(items) : "";
}

function formatted(pattern: string, values: readonly Value[]): string | undefined {
  let valid = true;
  let length = 0;
  const text = pattern.replace(/\{\{|\}\}|\{(\d{1,3})\}|[{}]/g, (token, digits?: string) => {
    if (token === "{{" || token === "}}") return token.charAt(0);
    const value = digits === undefined ? undefined : values[Number(digits)];
    const shown = value === undefined || length > MAX_RESULT ? undefined : toText(value);
    if (shown === undefined) valid = false;
    length += shown?.length ?? 0;
    return shown ?? "";
  });
  return valid ? text : undefined;
}

function printed(value: Value): string | undefined {
  try {
    return JSON.stringify(value, null, 2);
  } catch {
    return undefined; // deeper than the stack
  }
}

function parsed(text: string): Value | undefined {
  try {
    return JSON.parse(text) as Value;
  } catch {
    return undefined;
  }
}

function cases(parameters: readonly Value[]): Value | undefined {
  if (parameters.length < 3 || parameters.length % 2 === 0) return undefined;
  for (let at = 0; at + 1 < parameters.length; at += 2) {
    const predicate = parameters[at];
    if (typeof predicate !== "boolean") return undefined;
    if (isTruthy(predicate)) return parameters[at + 1];
  }
  return parameters.at(-1);
}
