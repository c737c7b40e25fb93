import { r as loadCommands } from "./action-kit-suite-index.js";
import { i as suggestion } from "./core-platform-version.js";
import { A as commandHelp, j as formatEntries, l as render, m as silentProgress, p as createLogger, r as inert, u as renderText } from "./core.js";

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
	return inert(text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "�"));
}

// packages/cli/src/stdout-format.ts
const STDOUT_REPORTS = [
	"text",
	"json",
	"sarif",
	"html",
	"junit",
	"summary"
];
function stdoutFormat(format, command, explicit) {
	const report = STDOUT_REPORTS.find((name) => name === format);
	if (report !== void 0) return {
		report,
		explicit: {},
		problems: []
	};
	const documents = documentFormats(command);
	if (!documents.includes(format)) {
		const allowed = [...STDOUT_REPORTS, ...documents];
		const near = suggestion(format, allowed);
		const rule = `it must be one of ${allowed.join(", ")}${near}`;
		return {
			explicit: {},
			problems: [`\`--format\` is ${JSON.stringify(format)}; ${rule}`]
		};
	}
	const clash = explicit["formats"] !== void 0;
	return {
		explicit: { formats: [format] },
		problems: clash ? ["`--format` names a document, and so does `--formats`; give one of them"] : []
	};
}
function documentFormats(command) {
	const spec = Object.hasOwn(command.inputs, "formats") ? command.inputs["formats"] : void 0;
	return spec?.type === "list" ? spec.choices ?? [] : [];
}
function printExecution(format, execution, terminal) {
	const { stdout, stderr, environment } = terminal;
	const { report, artifacts } = execution;
	const text = (output) => inert(renderText(report, {
		colour: useColour(output, environment),
		width: output.columns
	}));
	if (format.report === "text") stdout.write(text(stdout));
	else if (format.report !== void 0) stdout.write(render(format.report, report));
	else {
		const [document] = artifacts;
		if (document !== void 0) stdout.write(new TextDecoder().decode(document.bytes));
		if (document === void 0 || report.outcome !== "pass") stderr.write(text(stderr));
	}
}

// packages/cli/src/help.ts
const HELPER_ENTRIES = [
	{
		term: "config [command]",
		text: "Show the value of every input of a command (`check` without one) and where it comes from."
	},
	{
		term: "init [folder]",
		text: "Write a commented config file and a workflow for the repository in the folder."
	},
	{
		term: "explain [rule]",
		text: "Tell what a rule means and how to mend it; without a rule, list them all."
	}
].map((entry) => ({
	...entry,
	text: entry.text.replaceAll("`", "")
}));
function generalEntries(command) {
	const documents = documentFormats(command);
	return [
		{
			term: "--format <format>",
			text: `What goes to stdout: a report${documents.length === 0 ? "" : ", or one of the documents"}.`,
			facts: [`Choices: ${[...STDOUT_REPORTS, ...documents].join(", ")}`, "[default: text]"]
		},
		{
			term: "-v, --verbose",
			text: "Tell on stderr what is being done."
		},
		{
			term: "-q, --quiet",
			text: "Tell nothing but errors on stderr; stdout stays the same."
		},
		{
			term: "-h, --help",
			text: "Show this help."
		}
	];
}
const EXIT_CODES = [
	{
		term: "0",
		text: "Nothing at or above the threshold was found."
	},
	{
		term: "1",
		text: "Policy failure: a finding at or above the threshold."
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
	return commandHelp(command, usage, generalEntries(command));
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
			text: "Show this help; after a command, that of the command."
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

export { stdoutFormat as a, useColour as c, printExecution as i, visible as l, overview as n, terminalLogger as o, positionalOf as r, terminalProgress as s, helpOf as t };