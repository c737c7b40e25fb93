import type { Check } from "@assay/core";
import type { LicensesOptions } from "./options.ts";
import { LICENSE_RULES } from "./rules.ts";

export { licensesCommand } from "./command.ts";
export type {
  ClarificationEntry,
  ExceptionEntry,
  LicensesConfig,
  LicensesOptions,
} from "./options.ts";
export { DEFAULT_ALLOW } from "./options.ts";
export { LICENSE_RULES } from "./rules.ts";

/** Judges the licence of every dependency against the allow list. The work is loaded when it runs. */
export const licensesCheck: Check<LicensesOptions> = {
  id: "licenses",
  title: "Licences",
  rules: LICENSE_RULES,
  run: async (context, options) => (await import("./check.ts")).auditLicenses(context, options),
};
