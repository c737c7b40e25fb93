export { advisoriesCommand } from "./advisories-command/command.ts";
export { dependenciesCommand } from "./command.ts";
export type { Vulnerability } from "./vulnerability.ts";
