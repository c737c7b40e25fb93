import type { ConfigSection } from "@assay/core";
import { InternalError } from "@assay/core";
import { object, oneOf, type Schema } from "@assay/core/schema";
import { knownRules } from "../settings/rule-levels.ts";
import { CORE_KEYS, checksOf, ruleLevels } from "./core-sections.ts";

/**
 * The schema of the whole config file: a strict object of the shared keys and every package's section.
 *
 * @throws InternalError when two sections claim one key.
 */
export function composeSchema(sections: readonly ConfigSection[]): Schema {
  const shape: Record<string, Schema> = {};
  for (const [key, schema] of Object.entries(CORE_KEYS)) shape[key] = schema.optional();
  const checks = sections.filter(({ check }) => check === true).map(({ key }) => key);
  if (checks.length > 0) shape["checks"] = checksOf(oneOf(checks)).optional();
  shape["rules"] = ruleLevels(knownRules(sections)).optional();
  for (const { key, schema, description } of sections) {
    if (Object.hasOwn(shape, key)) throw new InternalError(`Two config sections are named ${key}`);
    shape[key] = schema.optional().describe(description);
  }
  return object(shape);
}

/** The JSON Schema of what a person may write (defaults not filled in), for editors and the reference. */
export function configJsonSchema(
  sections: readonly ConfigSection[],
): Readonly<Record<string, unknown>> {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: "urn:assay:config:1",
    title: "Assay",
    description: "The config file of Assay: `.github/assay.yml` or `assay.yml`.",
    ...composeSchema(sections).json,
  };
}
