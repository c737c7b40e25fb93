export { runCli } from "./cli.ts";
export { loadCommands } from "./commands.ts";
export { cliReference } from "./reference.ts";
export type { Output, Terminal } from "./terminal.ts";
