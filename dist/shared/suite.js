import { c as COMMAND_NAMES, d as checkCommand, f as CHECK_NAMES, l as loadCommand, s as loadSections, u as loadCommands } from "./part-cli.js";
export { loadSections };
