export { checkCommand } from "./check-command.ts";
export { COMMAND_NAMES, loadCommand, loadCommands } from "./commands.ts";
export { CHECK_NAMES } from "./registry.ts";
export { loadSections } from "./sections.ts";
