import { formatProblem } from "./formats.ts";
import type { JsonSchema } from "./json-schema.ts";

/** What is wrong with a value by itself, whatever is inside of it, as a clause. */
export function scalarProblem(value: unknown, schema: JsonSchema): string | undefined {
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.some((type) => isOfType(value, type)))
    return `it is ${typeName(value)}; it must be ${types.map(article).join(" or ")}`;
  if (schema.const !== undefined && value !== schema.const)
    return `it is ${show(value)}; it must be ${show(schema.const)}`;
  if (schema.enum !== undefined && !schema.enum.includes(value)) {
    const some = schema.enum.slice(0, 12).map(show).join(", ");
    const more = schema.enum.length > 12 ? `, … (${schema.enum.length} in all)` : "";
    return `it is ${show(value)}; it must be one of ${some}${more}`;
  }
  if (typeof value === "number") return numberProblem(value, schema);
  return typeof value === "string" ? textProblem(value, schema) : undefined;
}

function numberProblem(value: number, { minimum, maximum }: JsonSchema): string | undefined {
  if (minimum !== undefined && value < minimum) return `it is ${value}; the least is ${minimum}`;
  return maximum !== undefined && value > maximum
    ? `it is ${value}; the most is ${maximum}`
    : undefined;
}

function textProblem(value: string, schema: JsonSchema): string | undefined {
  const { minLength = 0, maxLength, pattern, format } = schema;
  const length = minLength > 0 || maxLength !== undefined ? [...value].length : 0;
  if (length < minLength) return `it has ${length} characters; the least is ${minLength}`;
  if (maxLength !== undefined && length > maxLength)
    return `it has ${length} characters; the most is ${maxLength}`;
  if (pattern !== undefined && !expression(pattern).test(value))
    return `it is ${show(value)}; it must match ${pattern}`;
  const problem = format === undefined ? undefined : formatProblem(format, value);
  return problem === undefined ? undefined : `it is ${show(value)}; ${problem}`;
}

function isOfType(value: unknown, type: string): boolean {
  return type === "integer" ? Number.isInteger(value) : type === typeOf(value);
}

function typeOf(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
}

function typeName(value: unknown): string {
  const type = typeOf(value);
  return type === "string" || type === "number" ? show(value) : article(type);
}

function article(type: string): string {
  if (type === "null") return type;
  return `${/^[aeiou]/.test(type) ? "an" : "a"} ${type}`;
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

const expressions = new Map<string, RegExp>();

function expression(pattern: string): RegExp {
  const known = expressions.get(pattern) ?? new RegExp(pattern, "u");
  expressions.set(pattern, known);
  return known;
}
