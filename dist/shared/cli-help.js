import { T as silentProgress, at as formatDefault, mt as STDOUT_REPORTS, o as suggestion, ot as isMandatory, p as escapeWorkflowCommands, pt as commonPositional, st as orderedInputs, t as wrap, w as createLogger } from "./core.js";
import { i as loadCommands } from "./suite.js";
import { a as inputsOf, h as renderText, m as render } from "./runtime.js";
import { relative } from "node:path";

// packages/cli/src/command-help.ts
const WIDTH = 100;
const MAX_TERM = 34;
function commandHelp(command, usage, general) {
	return [
		`${command.title}.`,
		"",
		`Usage: ${usage}`,
		"",
		...wrap(plain(command.description), WIDTH, 0),
		"",
		"Options:",
		...formatEntries(optionEntries(command.inputs)),
		"",
		"An option with <item>... may be given several times, or once with commas between its items.",
		"",
		"General options:",
		...formatEntries(general),
		""
	].join("\n");
}
function formatEntries(entries) {
	const column = Math.min(MAX_TERM, Math.max(...entries.map(({ term }) => term.length))) + 4;
	return entries.flatMap(({ term, text, facts = [] }) => {
		const right = [text, ...facts].flatMap((part) => wrap(part, WIDTH - column, 0));
		const first = `  ${term}`;
		const fits = first.length + 2 <= column;
		const lines = right.map((line, index) => `${(index === 0 && fits ? first : "").padEnd(column)}${line}`);
		return fits ? lines : [first, ...lines];
	});
}
function optionEntries(inputs) {
	return orderedInputs(inputs, "cli").map(([name, spec]) => ({
		term: optionTerm(name, spec),
		text: plain(spec.description),
		facts: optionFacts(spec)
	}));
}
function optionTerm(name, spec) {
	switch (spec.type) {
		case "boolean":
			if (spec.default === void 0) return `--[no-]${name}`;
			return spec.default ? `--no-${name}` : `--${name}`;
		case "integer": return `--${name} <number>`;
		case "path": return `--${name} <path>`;
		case "choice": return `--${name} <choice>`;
		case "list": return `--${name} <item>...`;
		case "string": return `--${name} <text>`;
	}
}
function optionFacts(spec) {
	const facts = [];
	if ("choices" in spec && spec.choices !== void 0) facts.push(`Choices: ${spec.choices.join(", ")}`);
	if (spec.type === "integer") facts.push(`Range: ${spec.minimum} to ${spec.maximum}`);
	const byDefault = spec.type === "boolean" ? void 0 : formatDefault(spec);
	const where = [
		byDefault === void 0 ? void 0 : `default: ${byDefault}`,
		isMandatory(spec) ? "required" : void 0,
		spec.configKey === void 0 ? void 0 : `config: ${spec.configKey}`,
		spec.environment === void 0 ? void 0 : `variable: ${spec.environment}`
	].filter((fact) => fact !== void 0);
	return where.length === 0 ? facts : [...facts, `[${where.join("; ")}]`];
}
function plain(markdown) {
	return markdown.replaceAll("`", "");
}

// packages/cli/src/helper-commands.ts
const HELPER_COMMANDS = [
	{
		name: "config",
		term: "config [command]",
		text: "Show the value of every input of a command (check without one) and where it comes from.",
		load: async () => {
			const { CONFIG_USAGE: usage, configCommand: run } = await import("./cli-config-command.js");
			return {
				usage,
				run
			};
		}
	},
	{
		name: "init",
		term: "init [folder]",
		text: "Write a commented config file and a workflow for the repository in the folder.",
		load: async () => {
			const { INIT_USAGE: usage, initCommand: run } = await import("./cli-init-init-command.js");
			return {
				usage,
				run
			};
		}
	},
	{
		name: "explain",
		term: "explain [rule]",
		text: "Explain a rule and how to fix what it finds; without a rule, list them all.",
		load: async () => {
			const { EXPLAIN_USAGE: usage, explainCommand: run } = await import("./cli-explain-command.js");
			return {
				usage,
				run
			};
		}
	}
];

// packages/cli/src/positionals.ts
function positionalOf(command) {
	return command.positional ?? commonPositional;
}
function readPositionals(command, { explicit, positionals, problems: unclear }) {
	const [first, second] = positionals;
	if (first === void 0 || unclear.length > 0) return {
		explicit: {},
		problems: []
	};
	const { input, term } = positionalOf(command);
	if (explicit[input] !== void 0) return {
		explicit: {},
		problems: [`${JSON.stringify(first)} and \`--${input}\` mean the same input; give one of them`]
	};
	if (inputsOf(command)[input]?.type === "list") return {
		explicit: { [input]: positionals },
		problems: []
	};
	const surplus = `${term} is given once, as ${JSON.stringify(first)}; ${JSON.stringify(second)} is too much`;
	return {
		explicit: { [input]: first },
		problems: second === void 0 ? [] : [surplus]
	};
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
	return escapeWorkflowCommands(text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "�"));
}

// packages/cli/src/stdout-format.ts
function stdoutFormat(format, command, explicit) {
	const { documents } = command;
	const isPrinted = documents !== void 0 && explicit[documents.output] === "-";
	if (documents !== void 0 && isPrinted && format === void 0) return printedDocument(documents, explicit);
	const report = STDOUT_REPORTS.find((name) => name === (format ?? "text"));
	if (report !== void 0) {
		const both = `\`--format ${format}\` and \`--${documents?.output} -\` both mean stdout; give one of them`;
		return {
			report,
			explicit: {},
			problems: isPrinted ? [both] : []
		};
	}
	const choices = documentFormats(command);
	if (documents === void 0 || format === void 0 || !choices.includes(format)) {
		const allowed = [...STDOUT_REPORTS, ...choices];
		const near = suggestion(format ?? "", allowed);
		const rule = `it must be one of ${allowed.join(", ")}${near}`;
		return {
			explicit: {},
			problems: [`\`--format\` is ${JSON.stringify(format)}; ${rule}`]
		};
	}
	const { formats, output } = documents;
	return {
		explicit: { [formats]: [format] },
		problems: [...explicit[formats] === void 0 ? [] : [`\`--format\` names a document, and so does \`--${formats}\`; give one of them`], ...explicit[output] === void 0 || isPrinted ? [] : [`\`--format ${format}\` prints the document; with \`--${output}\` name it by \`--${formats} ${format}\``]]
	};
}
function printedDocument({ formats, output }, explicit) {
	const named = explicit[formats];
	const isOne = Array.isArray(named) && new Set(named).size === 1;
	const problem = `\`--${output} -\` prints one document; name its format with \`--${formats}\``;
	return {
		explicit: {},
		problems: isOne ? [] : [problem]
	};
}
function documentFormats(command) {
	const { documents } = command;
	const spec = documents === void 0 ? void 0 : command.inputs[documents.formats];
	return spec?.type === "list" ? spec.choices ?? [] : [];
}
function printExecution(format, execution, terminal) {
	const { stdout, stderr, environment } = terminal;
	const { report, artifacts } = execution;
	const text = (output) => escapeWorkflowCommands(renderText(report, {
		colour: useColour(output, environment),
		width: output.columns
	}));
	if (format.report === "text") stdout.write(`${text(stdout)}${writtenFiles(execution, terminal)}`);
	else if (format.report !== void 0) stdout.write(render(format.report, report));
	else {
		const [document] = artifacts;
		if (document !== void 0) stdout.write(document.bytes);
		if (document === void 0 || report.outcome !== "pass") stderr.write(text(stderr));
	}
}
function writtenFiles({ written }, { cwd }) {
	if (written.length === 0) return "";
	const paths = written.map(({ path }) => {
		const near = relative(cwd, path);
		return near.startsWith("..") ? path : near;
	});
	return `\nWritten: ${visible(paths.join(", "))}\n`;
}

// packages/cli/src/help.ts
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
		text: "Nothing at or above the threshold was found; all was signed or verified."
	},
	{
		term: "1",
		text: "Policy failure: a finding at or above the threshold, or a signature that does not hold."
	},
	{
		term: "2",
		text: "An option, the config file or another input is wrong."
	},
	{
		term: "3",
		text: "A service or tool failed, or output could not be written whole."
	},
	{
		term: "70",
		text: "A defect of Assay."
	}
];
function helpOf(command, words = [command.name]) {
	const usage = `assay ${words.join(" ")} ${positionalOf(command).term} [options]`;
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
		})), ...HELPER_COMMANDS]),
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

export { terminalLogger as a, visible as c, formatEntries as d, stdoutFormat as i, readPositionals as l, overview as n, terminalProgress as o, printExecution as r, useColour as s, helpOf as t, HELPER_COMMANDS as u };