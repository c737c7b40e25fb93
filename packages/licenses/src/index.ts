export type { LicensesOptions } from "./command.ts";
export { licensesCommand } from "./command.ts";
export type { ClarificationEntry, ExceptionEntry, LicensesConfig } from "./options.ts";
