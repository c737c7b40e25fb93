import { isRecord } from "@assay/core";
import { MAX_DEPTH } from "../json-bytes.ts";
import { scalarProblem } from "./scalar-problem.ts";

/** A JSON Schema of draft 7 (https://json-schema.org/draft-07/json-schema-validation), with the keywords that CycloneDX uses. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly required?: readonly string[];
  readonly items?: JsonSchema | readonly JsonSchema[];
  readonly additionalItems?: boolean | JsonSchema;
  readonly uniqueItems?: boolean;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  readonly else?: JsonSchema;
}

export type JsonPath = readonly (string | number)[];

/** One way in which a value breaks a schema. */
export interface SchemaProblem {
  readonly path: JsonPath;
  /** What was found and what is allowed, as a clause. */
  readonly message: string;
}

/** Finds what a `$ref` means, from the schema that it stands in. */
export type ResolveReference = (reference: string, from: JsonSchema) => ReferencedSchema;

export interface ReferencedSchema {
  readonly schema: JsonSchema;
  /** The whole document that the schema is a part of. */
  readonly document: JsonSchema;
}

/** Every way in which `value` breaks the schema. Where none of several shapes fits, the nearest one speaks. */
export function schemaProblems(
  value: unknown,
  document: JsonSchema,
  resolve: ResolveReference,
): readonly SchemaProblem[] {
  return isTooDeep(value)
    ? [{ path: [], message: `it is nested more than ${MAX_DEPTH} levels deep` }]
    : check(value, document, { document, resolve, identityOf: identities(), path: [] });
}

function isTooDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return true;
    level = level.flatMap((each) =>
      typeof each === "object" && each !== null ? Object.values(each) : [],
    );
  }
  return false;
}

interface Place {
  readonly document: JsonSchema;
  readonly resolve: ResolveReference;
  /** The same text for equal values only. */
  readonly identityOf: (value: unknown) => string;
  readonly path: JsonPath;
}

function check(value: unknown, schema: JsonSchema | boolean, place: Place): SchemaProblem[] {
  if (schema === true) return [];
  const { path, resolve } = place;
  if (schema === false) return [{ path, message: "nothing may stand here" }];
  // What stands beside a reference does not count in draft 7.
  if (schema.$ref !== undefined) {
    const target = resolve(schema.$ref, place.document);
    return check(value, target.schema, { ...place, document: target.document });
  }
  const wrong = scalarProblem(value, schema);
  if (wrong !== undefined) return [{ path, message: wrong }];
  return [
    ...(Array.isArray(value) ? listProblems(value, schema, place) : []),
    ...(isRecord(value) ? objectProblems(value, schema, place) : []),
    ...combinedProblems(value, schema, place),
  ];
}

function listProblems(items: readonly unknown[], schema: JsonSchema, place: Place) {
  const { path } = place;
  const { minItems = 0, maxItems, items: of, additionalItems = true, uniqueItems } = schema;
  const problems: SchemaProblem[] = [];
  if (items.length < minItems)
    problems.push({ path, message: `it has ${items.length} items; the least is ${minItems}` });
  if (maxItems !== undefined && items.length > maxItems)
    problems.push({ path, message: `it has ${items.length} items; the most is ${maxItems}` });
  if (uniqueItems === true) addAll(problems, repeated(items, place));
  const isTuple = Array.isArray(of);
  for (const [index, item] of items.entries()) {
    const own = isTuple ? (of[index] ?? additionalItems) : ((of as JsonSchema | undefined) ?? true);
    addAll(problems, check(item, own, { ...place, path: [...path, index] }));
  }
  return problems;
}

/** With a set, where comparing all pairs would take minutes on a large document. */
function repeated(
  items: readonly unknown[],
  { path, identityOf }: Place,
): readonly SchemaProblem[] {
  const first = new Map<string, number>();
  return items.flatMap((item, index) => {
    const text = identityOf(item);
    const before = first.get(text);
    if (before === undefined) first.set(text, index);
    return before === undefined
      ? []
      : [{ path: [...path, index], message: `it says the same as item ${before} of the list` }];
  });
}

/** Each object is written once, with what is in it as numbers: lists of unique items stand in each other as deep as a document. */
function identities(): Place["identityOf"] {
  const numbers = new Map<string, string>();
  const known = new WeakMap<object, string>();
  return function identityOf(value: unknown): string {
    if (typeof value !== "object" || value === null) return JSON.stringify(value);
    const before = known.get(value);
    if (before !== undefined) return before;
    const text = Array.isArray(value)
      ? `[${value.map((item) => identityOf(item)).join()}]`
      : `{${Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, inner]) => `${JSON.stringify(key)}:${identityOf(inner)}`)
          .join()}}`;
    const number = numbers.get(text) ?? `#${numbers.size}`;
    numbers.set(text, number);
    known.set(value, number);
    return number;
  };
}

function objectProblems(value: Fields, schema: JsonSchema, place: Place) {
  const { path } = place;
  const { properties = {}, additionalProperties = true, required = [] } = schema;
  const problems = required
    .filter((name) => !Object.hasOwn(value, name))
    .map((name): SchemaProblem => ({ path, message: `it has no \`${name}\`` }));
  for (const [name, inner] of Object.entries(value)) {
    const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (own === undefined && additionalProperties === false) {
      problems.push({ path: [...path, name], message: `there is no field \`${name}\` here` });
      continue;
    }
    addAll(
      problems,
      check(inner, own ?? additionalProperties, { ...place, path: [...path, name] }),
    );
  }
  return problems;
}

function combinedProblems(value: unknown, schema: JsonSchema, place: Place): SchemaProblem[] {
  const { allOf = [], anyOf, oneOf, not, if: condition } = schema;
  const problems = allOf.flatMap((each) => check(value, each, place));
  if (anyOf !== undefined) addAll(problems, alternatives(value, anyOf, place, false));
  if (oneOf !== undefined) addAll(problems, alternatives(value, oneOf, place, true));
  if (not !== undefined && check(value, not, place).length === 0)
    problems.push({ path: place.path, message: "it has a shape that is not allowed here" });
  if (condition !== undefined) {
    const holds = check(value, condition, place).length === 0;
    addAll(problems, check(value, (holds ? schema.then : schema.else) ?? true, place));
  }
  return problems;
}

function alternatives(
  value: unknown,
  schemas: readonly JsonSchema[],
  place: Place,
  isOne: boolean,
): readonly SchemaProblem[] {
  const tried = schemas.map((schema) => check(value, schema, place));
  const fitting = tried.filter((problems) => problems.length === 0).length;
  if (fitting === 1 || (fitting > 1 && !isOne)) return [];
  if (fitting > 1)
    return [
      { path: place.path, message: `it fits ${fitting} shapes of which one only is allowed` },
    ];
  // The shape that was meant is the one that goes wrong furthest inside.
  const depth = (problems: readonly SchemaProblem[]) =>
    problems.reduce((deepest, { path }) => Math.max(deepest, path.length), 0);
  const [nearest = []] = tried.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length);
  return nearest;
}

/** One by one: as arguments of one call, more than the stack holds would end the process. */
function addAll(problems: SchemaProblem[], more: readonly SchemaProblem[]): void {
  for (const each of more) problems.push(each);
}

type Fields = Readonly<Record<string, unknown>>;
