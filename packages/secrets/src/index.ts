export type { SecretsOptions } from "./command.ts";
export { secretsCommand } from "./command.ts";
export { SECRETS_RULES } from "./findings/finding-rules.ts";
