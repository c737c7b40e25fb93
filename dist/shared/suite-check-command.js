import "./rolldown-runtime.js";
import { ct as ACTION_INPUTS, dt as COMMON_OUTPUTS, ut as COMMON_INPUTS, yt as defineCommand } from "./core.js";
const MEMBERS = [
	{
		name: "sbom",
		kind: "check",
		load: async () => (await import("./sbom2.js")).sbomCommand
	},
	{
		name: "licenses",
		kind: "check",
		load: async () => (await import("./licenses2.js")).licensesCommand
	},
	{
		name: "secrets",
		kind: "check",
		load: async () => (await import("./secrets2.js")).secretsCommand
	},
	{
		name: "sign",
		kind: "act",
		load: async () => (await import("./signing2.js")).signCommand
	},
	{
		name: "verify",
		kind: "act",
		load: async () => (await import("./signing2.js")).verifyCommand
	}
];
const CHECK_NAMES = MEMBERS.filter(({ kind: e }) => e === "check").map(({ name: e }) => e);
const checkCommand = defineCommand({
	name: "check",
	label: "Check",
	title: "Check a repository: SBOM, licences and secrets in one step",
	description: "Runs the checks named in `checks` side by side in one process and makes one report of them. Each check takes its settings from its own section of the config file and from its own variables. A check that fails is reported as failed and does not stop the others.",
	branding: {
		icon: "shield",
		color: "yellow"
	},
	inputs: {
		...COMMON_INPUTS,
		...ACTION_INPUTS,
		checks: {
			type: "list",
			choices: CHECK_NAMES,
			default: CHECK_NAMES,
			configKey: "checks",
			required: true,
			description: "The checks that are run."
		}
	},
	outputs: COMMON_OUTPUTS,
	permissions: [],
	rules: {},
	parts: ({ checks: e }) => Promise.all(MEMBERS.filter(({ name: t }) => e.includes(t)).map(({ load: e }) => e())),
	run: async () => ({
		results: [],
		outputs: {}
	})
});
export { CHECK_NAMES as n, MEMBERS as r, checkCommand as t };
