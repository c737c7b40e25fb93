import "./rolldown-runtime.js";
import { D as defineCommand } from "./core.js";
import { S as COMMON_OUTPUTS, b as ACTION_INPUTS, x as COMMON_INPUTS } from "./core-command-nearest.js";
import { n as MEMBERS, t as CHECK_NAMES } from "./action-kit-suite-members.js";

// packages/action-kit/src/suite/check-command.ts
const PERMISSIONS = [
	{
		scope: "contents",
		level: "read",
		reason: "to read the repository"
	},
	{
		scope: "pull-requests",
		level: "write",
		reason: "to keep one comment on the pull request",
		when: "comment"
	},
	{
		scope: "security-events",
		level: "write",
		reason: "to upload the SARIF report to code scanning",
		when: "upload-sarif"
	}
];
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
	permissions: PERMISSIONS,
	rules: {},
	parts: ({ checks }) => Promise.all(MEMBERS.filter(({ name }) => checks.includes(name)).map(({ command }) => command())),
	run: async () => ({
		results: [],
		outputs: {}
	})
});

export { checkCommand as t };