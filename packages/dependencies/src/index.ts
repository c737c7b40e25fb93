export { dependenciesCommand } from "./command.ts";
export type { Vulnerability } from "./vulnerability.ts";
