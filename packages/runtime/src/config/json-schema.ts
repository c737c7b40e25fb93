import type { KeyPath } from "./yaml-document.ts";

/** The part of a JSON Schema that the reference and the error texts read. */
export interface JsonSchema {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
}

/** The names of the keys that a schema allows at a path. */
export function keysAt(schema: unknown, path: KeyPath): readonly string[] {
  let schemas = alternatives(schema);
  for (const key of path) schemas = schemas.flatMap((inner) => alternatives(step(inner, key)));
  return [...new Set(schemas.flatMap((inner) => Object.keys(inner.properties ?? {})))];
}

function step(schema: JsonSchema, key: PropertyKey): unknown {
  if (typeof key === "number") return schema.items;
  const { properties = {}, additionalProperties } = schema;
  return Object.hasOwn(properties, key) ? properties[String(key)] : additionalProperties;
}

/** The schema itself, or those that it offers a choice of. */
export function alternatives(schema: unknown): readonly JsonSchema[] {
  if (typeof schema !== "object" || schema === null) return [];
  const { anyOf, oneOf } = schema as JsonSchema;
  return [schema as JsonSchema, ...[...(anyOf ?? []), ...(oneOf ?? [])].flatMap(alternatives)];
}
