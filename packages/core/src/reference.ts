/** What `scripts/generate.ts` makes pages and metadata with. It loads the schemas: nothing that ships imports this. */
export { actionMetadata } from "./command/action-metadata.ts";
export { replaceGenerated } from "./command/generated-region.ts";
export { formatDefault } from "./command/input-facts.ts";
export { actionReference } from "./command/input-tables.ts";
export { ruleReference } from "./command/rule-reference.ts";
export { composeSchema, configJsonSchema } from "./config/compose-schema.ts";
export { configReference } from "./config/config-reference.ts";
