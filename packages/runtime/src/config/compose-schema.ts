import type { ConfigSection } from "@assay/core";
import { InternalError } from "@assay/core";
import { z } from "zod";
import { knownRules } from "../settings/rule-levels.ts";
import { CORE_KEYS, checksOf, ruleLevels } from "./core-sections.ts";

/**
 * The schema of the whole config file: a strict object of the shared keys and every package's section.
 *
 * @throws InternalError when two sections claim one key.
 */
export function composeSchema(sections: readonly ConfigSection[]): z.ZodObject {
  const shape: Record<string, z.ZodType> = {};
  for (const [key, schema] of Object.entries(CORE_KEYS)) shape[key] = schema.optional();
  const checks = sections.filter(({ check }) => check === true).map(({ key }) => key);
  if (checks.length > 0) shape["checks"] = checksOf(z.enum(checks)).optional();
  shape["rules"] = ruleLevels(knownRules(sections)).optional();
  for (const { key, schema, description } of sections) {
    if (Object.hasOwn(shape, key)) throw new InternalError(`Two config sections are named ${key}`);
    shape[key] = schema.optional().describe(description);
  }
  return z.strictObject(shape);
}

/** The JSON Schema of what a person may write (defaults not filled in), for editors and the reference. */
export function configJsonSchema(
  sections: readonly ConfigSection[],
): Readonly<Record<string, unknown>> {
  const { $schema, ...rest } = z.toJSONSchema(composeSchema(sections), {
    target: "draft-7",
    io: "input",
    unrepresentable: "any",
  });
  return {
    $schema,
    $id: "urn:assay:config:1",
    title: "Assay",
    description: "The config file of Assay: `.github/assay.yml` or `assay.yml`.",
    ...rest,
  };
}
