import "./rolldown-runtime.js";
import { r as MEMBERS } from "./suite-check-command.js";

// packages/suite/src/commands.ts
const COMMAND_NAMES = ["check", ...MEMBERS.map(({ name }) => name)];
async function loadCommand(name) {
	if (name === "check") return (await import("./suite-check-command2.js")).checkCommand;
	return MEMBERS.find((member) => member.name === name)?.load();
}
async function loadCommands() {
	return (await Promise.all(COMMAND_NAMES.map(loadCommand))).filter((command) => command !== void 0);
}

// packages/suite/src/sections.ts
async function loadSections() {
	const { sectionOf } = await import("./runtime-config-input-schema.js");
	const { inventorySection } = await import("./inventory-config.js");
	return [...await Promise.all(MEMBERS.map(async ({ kind, load }) => ({
		...await sectionOf(await load()),
		check: kind === "check"
	}))), inventorySection];
}

export { loadCommands as i, COMMAND_NAMES as n, loadCommand as r, loadSections as t };