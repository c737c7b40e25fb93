import { parseNumber } from "./numbers.ts";

/** A value at run time. Objects are own properties only; names are looked up ignoring case. */
export type Value = string | number | boolean | null | readonly Value[] | ValueObject;
export interface ValueObject {
  readonly [name: string]: Value;
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function isObject(value: Value): value is ValueObject {
  return typeof value === "object" && value !== null && !isList(value);
}

/** Everything but false, null, 0, NaN and '' is true: also empty lists and objects. */
export function isTruthy(value: Value): boolean {
  return typeof value === "object" ? value !== null : Boolean(value);
}

export function toText(value: Value): string {
  if (typeof value === "number") {
    return Object.is(value, -0) ? "0" : String(Number(value.toPrecision(15)));
  }
  if (typeof value !== "object") return String(value);
  if (value === null) return "";
  return isList(value) ? "Array" : "Object";
}

function toNumber(value: Value): number {
  if (typeof value === "string") return parseNumber(value);
  return typeof value === "object" && value !== null ? Number.NaN : Number(value);
}

/** Ordinal, ignoring case: letters whose capital form has another length (ı, ß) are kept. */
export function foldCase(text: string): string {
  return text.replace(/\p{Ll}/gu, (char) => {
    const upper = char.toUpperCase();
    return char === "ı" || upper.length !== char.length ? char : upper;
  });
}

export function isEqual(left: Value, right: Value): boolean {
  if (typeof left === "string" && typeof right === "string")
    return foldCase(left) === foldCase(right);
  if (typeof left === "object" && left !== null) return left === right;
  if (typeof right === "object" && right !== null) return false;
  if (left === null && right === null) return true;
  return toNumber(left) === toNumber(right);
}

/** -1, 0, 1, or NaN where the two can't be ordered. */
export function compareValues(left: Value, right: Value): number {
  if (typeof left === "string" && typeof right === "string") {
    const [a, b] = [foldCase(left), foldCase(right)];
    return a < b ? -1 : Number(a > b);
  }
  const [a, b] = [toNumber(left), toNumber(right)];
  return a === b ? 0 : Math.sign(a - b);
}

/** The property or item; null where there is none, never an error. */
export function indexed(value: Value, key: Value): Value {
  if (isList(value)) {
    const position = toNumber(key);
    return (position >= 0 ? value[Math.floor(position)] : undefined) ?? null;
  }
  return isObject(value) ? (property(value, key) ?? null) : null;
}

/** The property by name, ignoring case; undefined where there is none. */
export function property(value: ValueObject, key: Value): Value | undefined {
  if (typeof key === "object" && key !== null) return undefined;
  const name = toText(key);
  if (Object.hasOwn(value, name)) return value[name];
  const folded = foldCase(name);
  const found = Object.keys(value).find((each) => foldCase(each) === folded);
  return found === undefined ? undefined : value[found];
}
