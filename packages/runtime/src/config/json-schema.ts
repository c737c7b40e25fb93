import type { JsonSchema } from "@assay/core/schema";
import type { KeyPath } from "./yaml-document.ts";

/** The names of the keys that a schema allows at a path. */
export function keysAt(schema: JsonSchema, path: KeyPath): readonly string[] {
  let schemas = alternatives(schema);
  for (const key of path) schemas = schemas.flatMap((inner) => alternatives(step(inner, key)));
  return [...new Set(schemas.flatMap((inner) => Object.keys(inner.properties ?? {})))];
}

function step(schema: JsonSchema, key: PropertyKey): JsonSchema | boolean | undefined {
  if (typeof key === "number") return schema.items;
  const { properties = {}, additionalProperties } = schema;
  return Object.hasOwn(properties, key) ? properties[String(key)] : additionalProperties;
}

/** The schema itself, or those that it offers a choice of. */
export function alternatives(schema: JsonSchema | boolean | undefined): readonly JsonSchema[] {
  if (typeof schema !== "object") return [];
  return [schema, ...(schema.anyOf ?? []).flatMap(alternatives)];
}
