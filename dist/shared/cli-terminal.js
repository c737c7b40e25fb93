import { O as commandHelp, d as createLogger, f as silentProgress, k as formatEntries } from "./core.js";
import { r as loadCommands } from "./action-kit-suite-index.js";

// packages/cli/src/help.ts
const HELPER_ENTRIES = [
	{
		term: "config [command]",
		text: "Show the value of every input of a command (`check` without one) and where it comes from."
	},
	{
		term: "init [folder]",
		text: "Write a commented config file and a workflow for the repository that is found. `--force` replaces files."
	},
	{
		term: "explain [rule]",
		text: "Tell what a rule means and how to mend it; without a rule, list them all."
	}
].map((entry) => ({
	...entry,
	text: entry.text.replaceAll("`", "")
}));
const GENERAL_ENTRIES = [
	{
		term: "--format <format>",
		text: "What goes to stdout: text, json, sarif, html, junit, summary, or the name of a document that the run makes.",
		facts: ["[default: text]"]
	},
	{
		term: "-v, --verbose",
		text: "Tell on stderr what is being done."
	},
	{
		term: "-q, --quiet",
		text: "Tell errors only on stderr."
	},
	{
		term: "-h, --help",
		text: "Show this help."
	}
];
const EXIT_CODES = [
	{
		term: "0",
		text: "Nothing at or above the threshold was found."
	},
	{
		term: "1",
		text: "Policy failure: something was."
	},
	{
		term: "2",
		text: "An option, the config file or another input is wrong."
	},
	{
		term: "3",
		text: "A service or tool failed."
	},
	{
		term: "70",
		text: "A defect of Assay."
	}
];
function positionalOf(command) {
	return Object.hasOwn(command.inputs, "files") ? "files" : "working-directory";
}
function helpOf(command) {
	const positional = positionalOf(command) === "files" ? "<file>..." : "[folder]";
	const usage = `assay ${command.name} ${positional} [options]`;
	return commandHelp(command, usage, GENERAL_ENTRIES);
}
async function overview() {
	const commands = await loadCommands();
	return [
		"Assay answers four questions about a repository and its releases: what is in it, may we ship it,",
		"does it leak, and can anyone prove that we made it.",
		"",
		"Usage: assay <command> [options]",
		"",
		"Commands:",
		...formatEntries([...commands.map(({ name, title }) => ({
			term: name,
			text: `${title}.`
		})), ...HELPER_ENTRIES]),
		"",
		"Options:",
		...formatEntries([{
			term: "-h, --help",
			text: "Show this help, or that of a command."
		}, {
			term: "-V, --version",
			text: "Show the version."
		}]),
		"",
		"Exit codes:",
		...formatEntries(EXIT_CODES),
		""
	].join("\n");
}

// packages/cli/src/terminal.ts
function useColour(output, environment) {
	const refused = environment["NO_COLOR"];
	return output.isTTY && (refused === void 0 || refused === "") && environment["TERM"] !== "dumb";
}
const LEVELS = [
	"debug",
	"info",
	"notice",
	"warning",
	"error"
];
const COLOURS = {
	debug: "2",
	info: "2",
	notice: "36",
	warning: "33",
	error: "31"
};
function terminalLogger({ stderr, environment }, least) {
	const colour = useColour(stderr, environment);
	return createLogger((level, message) => {
		if (LEVELS.indexOf(level) < LEVELS.indexOf(least)) return;
		const text = `${level === "info" || level === "debug" ? "" : `${level}: `}${visible(message)}`;
		const clear = stderr.isTTY ? "\r\x1B[K" : "";
		stderr.write(`${clear}${colour ? `\u001b[${COLOURS[level]}m${text}\u001b[0m` : text}\n`);
	});
}
function terminalProgress({ stderr, environment }) {
	if (!stderr.isTTY || environment["TERM"] === "dumb") return silentProgress;
	let shown = "";
	return {
		update(label, done, total) {
			const line = `${visible(label)} ${total === void 0 ? done : `${done}/${total}`}`;
			if (line === shown) return;
			shown = line;
			stderr.write(`\r\u001b[K${line}`);
		},
		finish() {
			if (shown !== "") stderr.write("\r\x1B[K");
			shown = "";
		}
	};
}
function visible(text) {
	return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "�");
}

export { helpOf as a, visible as i, terminalProgress as n, overview as o, useColour as r, positionalOf as s, terminalLogger as t };