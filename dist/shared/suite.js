import "./rolldown-runtime.js";
import { r as MEMBERS } from "./suite-check-command.js";
const COMMAND_NAMES = ["check", ...MEMBERS.map(({ name: e }) => e)];
async function loadCommand(e) {
	if (e === "check") return (await import("./suite-check-command2.js")).checkCommand;
	return MEMBERS.find((t) => t.name === e)?.load();
}
async function loadCommands() {
	return (await Promise.all(COMMAND_NAMES.map(loadCommand))).filter((e) => e !== void 0);
}
async function loadSections() {
	const { sectionOf: e } = await import("./runtime-config-input-schema.js");
	const { inventorySection: t } = await import("./inventory-config.js");
	return [...await Promise.all(MEMBERS.map(async ({ kind: t, load: n }) => ({
		...await e(await n()),
		check: t === "check"
	}))), t];
}
export { loadCommands as i, COMMAND_NAMES as n, loadCommand as r, loadSections as t };
