import type { Check } from "@assay/core";
import type { SecretsOptions } from "./options.ts";
import { SECRETS_RULES } from "./rules/catalog.ts";

export { secretsCommand } from "./command.ts";
export type { SecretsOptions } from "./options.ts";
export { SECRETS_RULES } from "./rules/catalog.ts";

/** Looks for secrets in the commits of the event, or in the files of a folder. The work is loaded when it runs. */
export const secretsCheck: Check<SecretsOptions> = {
  id: "secrets",
  title: "Secrets",
  rules: SECRETS_RULES,
  run: async (context, options) => (await import("./check.ts")).findSecrets(context, options),
};
