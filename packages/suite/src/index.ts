export { checkCommand } from "./check-command.ts";
export { COMMAND_NAMES, loadCommand, loadCommands } from "./commands.ts";
export { CHECK_NAMES, DEFAULT_CHECKS } from "./registry.ts";
export { loadSections } from "./sections.ts";
