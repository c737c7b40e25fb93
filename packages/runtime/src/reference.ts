/** What `scripts/generate.ts` makes pages and metadata with. It loads the schemas: nothing that ships imports this. */
export { composeSchema, configJsonSchema } from "./config/compose-schema.ts";
export { actionMetadata } from "./reference/action-metadata.ts";
export { configReference } from "./reference/config-reference.ts";
export { replaceGenerated } from "./reference/generated-region.ts";
export { actionReference } from "./reference/input-tables.ts";
export { ruleReference } from "./reference/rule-reference.ts";
