/** Schemas of the config file: one declaration checks values and gives JSON Schema. Loaded only where there is a config file. */
export { either, list, map, object, type Shape } from "./collections.ts";
export type { JsonSchema } from "./json-schema.ts";
export { type Checked, type Issue, type Problem, type Schema, schemaOf } from "./schema.ts";
export { boolean, date, email, integer, matching, oneOf, string, text, url } from "./values.ts";
