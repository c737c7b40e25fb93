import { n as CHECK_NAMES, t as checkCommand } from "./suite-check-command.js";
import { i as loadCommands, n as COMMAND_NAMES, r as loadCommand, t as loadSections } from "./suite.js";
export { loadSections };
