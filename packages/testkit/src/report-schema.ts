import { readFileSync } from "node:fs";
import { Ajv, type ErrorObject } from "ajv";
import formats from "ajv-formats";

/** The JSON Schema of reports as it is published. */
const PUBLISHED: unknown = JSON.parse(
  readFileSync(new URL("../../../schema/assay-report-2.schema.json", import.meta.url), "utf8"),
);

/** What is wrong with a JSON report for a reader who allows for later versions. */
export const reportFaults = validator(PUBLISHED);

/** The same, with every field that the schema does not describe. */
export const undescribedInReport = validator(closed(PUBLISHED));

function validator(schema: unknown): (report: unknown) => readonly ErrorObject[] {
  const ajv = new Ajv({ allErrors: true, strict: true });
  formats.default(ajv);
  const validate = ajv.compile(Object(schema));
  return (report) => (validate(report) ? [] : (validate.errors ?? []));
}

/** The schema with no room for what it does not describe. None of its properties is itself named `properties`. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== "object" || schema === null) return schema;
  const inner = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, closed(value)]),
  );
  return "properties" in schema && "type" in schema && !("additionalProperties" in schema)
    ? { ...inner, additionalProperties: false }
    : inner;
}
