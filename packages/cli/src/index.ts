export { runCli } from "./cli.ts";
export { cliReference } from "./reference.ts";
export type { Output, Terminal } from "./terminal.ts";
