import "./action-kit-suite-check-command2.js";
import { n as MEMBERS } from "./action-kit-suite-members.js";
import "./action-kit-suite-sections2.js";

// packages/action-kit/src/suite/commands.ts
const COMMAND_NAMES = ["check", ...MEMBERS.map(({ name }) => name)];
async function loadCommand(name) {
	if (name === "check") return (await import("./action-kit-suite-check-command.js")).checkCommand;
	return MEMBERS.find((member) => member.name === name)?.command();
}
async function loadCommands() {
	return (await Promise.all(COMMAND_NAMES.map(loadCommand))).filter((command) => command !== void 0);
}

export { loadCommand as n, loadCommands as r, COMMAND_NAMES as t };