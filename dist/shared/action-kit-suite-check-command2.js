import "./rolldown-runtime.js";
import { k as defineCommand } from "./core.js";
import { C as COMMON_INPUTS, S as ACTION_INPUTS, w as COMMON_OUTPUTS } from "./core-platform-version.js";
import { n as MEMBERS, t as CHECK_NAMES } from "./action-kit-suite-members.js";

// packages/action-kit/src/suite/check-command.ts
const checkCommand = defineCommand({
	name: "check",
	label: "Check",
	title: "Check a repository: SBOM, licences and secrets in one step",
	description: "Runs the checks named in `checks` side by side in one process and makes one report of them. Each check takes its settings from its own section of the config file and from its own variables. A check that fails is told as failed in the report and does not stop the others.",
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
	parts: ({ checks }) => Promise.all(MEMBERS.filter(({ name }) => checks.includes(name)).map(({ command }) => command())),
	run: async () => ({
		results: [],
		outputs: {}
	})
});

export { checkCommand as t };