import { T as silentProgress, at as formatDefault, mt as STDOUT_REPORTS, o as suggestion, ot as isMandatory, p as escapeWorkflowCommands, pt as commonPositional, st as orderedInputs, t as wrap, w as createLogger } from "./core.js";
import { i as loadCommands } from "./suite.js";
import { a as inputsOf, h as renderText, m as render } from "./runtime.js";
import { relative } from "node:path";
const WIDTH = 100;
const MAX_TERM = 34;
function commandHelp(e, t, n) {
	return [
		`${e.title}.`,
		"",
		`Usage: ${t}`,
		"",
		...wrap(plain(e.description), WIDTH, 0),
		"",
		"Options:",
		...formatEntries(optionEntries(e.inputs)),
		"",
		"An option with <item>... may be given several times, or once with commas between its items.",
		"",
		"General options:",
		...formatEntries(n),
		""
	].join("\n");
}
function formatEntries(e) {
	const t = Math.min(MAX_TERM, Math.max(...e.map(({ term: e }) => e.length))) + 4;
	return e.flatMap(({ term: e, text: n, facts: r = [] }) => {
		const i = [n, ...r].flatMap((e) => wrap(e, WIDTH - t, 0));
		const a = `  ${e}`;
		const o = a.length + 2 <= t;
		const s = i.map((e, n) => `${(n === 0 && o ? a : "").padEnd(t)}${e}`);
		return o ? s : [a, ...s];
	});
}
function optionEntries(e) {
	return orderedInputs(e, "cli").map(([e, t]) => ({
		term: optionTerm(e, t),
		text: plain(t.description),
		facts: optionFacts(t)
	}));
}
function optionTerm(e, t) {
	switch (t.type) {
		case "boolean":
			if (t.default === void 0) return `--[no-]${e}`;
			return t.default ? `--no-${e}` : `--${e}`;
		case "integer": return `--${e} <number>`;
		case "path": return `--${e} <path>`;
		case "choice": return `--${e} <choice>`;
		case "list": return `--${e} <item>...`;
		case "string": return `--${e} <text>`;
	}
}
function optionFacts(e) {
	const t = [];
	if ("choices" in e && e.choices !== void 0) t.push(`Choices: ${e.choices.join(", ")}`);
	if (e.type === "integer") t.push(`Range: ${e.minimum} to ${e.maximum}`);
	const n = e.type === "boolean" ? void 0 : formatDefault(e);
	const r = [
		n === void 0 ? void 0 : `default: ${n}`,
		isMandatory(e) ? "required" : void 0,
		e.configKey === void 0 ? void 0 : `config: ${e.configKey}`,
		e.environment === void 0 ? void 0 : `variable: ${e.environment}`
	].filter((e) => e !== void 0);
	return r.length === 0 ? t : [...t, `[${r.join("; ")}]`];
}
function plain(e) {
	return e.replaceAll("`", "");
}
const HELPER_COMMANDS = [
	{
		name: "config",
		term: "config [command]",
		text: "Show the value of every input of a command (check without one) and where it comes from.",
		load: async () => {
			const { CONFIG_USAGE: e, configCommand: t } = await import("./cli-config-command.js");
			return {
				usage: e,
				run: t
			};
		}
	},
	{
		name: "init",
		term: "init [folder]",
		text: "Write a commented config file and a workflow for the repository in the folder.",
		load: async () => {
			const { INIT_USAGE: e, initCommand: t } = await import("./cli-init-init-command.js");
			return {
				usage: e,
				run: t
			};
		}
	},
	{
		name: "explain",
		term: "explain [rule]",
		text: "Explain a rule and how to fix what it finds; without a rule, list them all.",
		load: async () => {
			const { EXPLAIN_USAGE: e, explainCommand: t } = await import("./cli-explain-command.js");
			return {
				usage: e,
				run: t
			};
		}
	}
];
function positionalOf(e) {
	return e.positional ?? commonPositional;
}
function readPositionals(e, { explicit: t, positionals: n, problems: r }) {
	const [i, a] = n;
	if (i === void 0 || r.length > 0) return {
		explicit: {},
		problems: []
	};
	const { input: o, term: s } = positionalOf(e);
	if (t[o] !== void 0) return {
		explicit: {},
		problems: [`${JSON.stringify(i)} and \`--${o}\` mean the same input; give one of them`]
	};
	if (inputsOf(e)[o]?.type === "list") return {
		explicit: { [o]: n },
		problems: []
	};
	const c = `${s} is given once, as ${JSON.stringify(i)}; ${JSON.stringify(a)} is too much`;
	return {
		explicit: { [o]: i },
		problems: a === void 0 ? [] : [c]
	};
}
function useColour(e, t) {
	const n = t["NO_COLOR"];
	return e.isTTY && (n === void 0 || n === "") && t["TERM"] !== "dumb";
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
function terminalLogger({ stderr: e, environment: t }, n) {
	const r = useColour(e, t);
	return createLogger((t, i) => {
		if (LEVELS.indexOf(t) < LEVELS.indexOf(n)) return;
		const a = `${t === "info" || t === "debug" ? "" : `${t}: `}${visible(i)}`;
		const o = e.isTTY ? "\r\x1B[K" : "";
		e.write(`${o}${r ? `\u001b[${COLOURS[t]}m${a}\u001b[0m` : a}\n`);
	});
}
function terminalProgress({ stderr: e, environment: t }) {
	if (!e.isTTY || t["TERM"] === "dumb") return silentProgress;
	let n = "";
	return {
		update(t, r, i) {
			const a = `${visible(t)} ${i === void 0 ? r : `${r}/${i}`}`;
			if (a === n) return;
			n = a;
			e.write(`\r\u001b[K${a}`);
		},
		finish() {
			if (n !== "") e.write("\r\x1B[K");
			n = "";
		}
	};
}
function visible(e) {
	return escapeWorkflowCommands(e.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "�"));
}
function stdoutFormat(e, t, n) {
	const { documents: r } = t;
	const i = r !== void 0 && n[r.output] === "-";
	if (r !== void 0 && i && e === void 0) return printedDocument(r, n);
	const a = STDOUT_REPORTS.find((t) => t === (e ?? "text"));
	if (a !== void 0) {
		const t = `\`--format ${e}\` and \`--${r?.output} -\` both mean stdout; give one of them`;
		return {
			report: a,
			explicit: {},
			problems: i ? [t] : []
		};
	}
	const o = documentFormats(t);
	if (r === void 0 || e === void 0 || !o.includes(e)) {
		const t = [...STDOUT_REPORTS, ...o];
		const n = suggestion(e ?? "", t);
		const r = `it must be one of ${t.join(", ")}${n}`;
		return {
			explicit: {},
			problems: [`\`--format\` is ${JSON.stringify(e)}; ${r}`]
		};
	}
	const { formats: s, output: c } = r;
	return {
		explicit: { [s]: [e] },
		problems: [...n[s] === void 0 ? [] : [`\`--format\` names a document, and so does \`--${s}\`; give one of them`], ...n[c] === void 0 || i ? [] : [`\`--format ${e}\` prints the document; with \`--${c}\` name it by \`--${s} ${e}\``]]
	};
}
function printedDocument({ formats: e, output: t }, n) {
	const r = n[e];
	const i = Array.isArray(r) && new Set(r).size === 1;
	const a = `\`--${t} -\` prints one document; name its format with \`--${e}\``;
	return {
		explicit: {},
		problems: i ? [] : [a]
	};
}
function documentFormats(e) {
	const { documents: t } = e;
	const n = t === void 0 ? void 0 : e.inputs[t.formats];
	return n?.type === "list" ? n.choices ?? [] : [];
}
function printExecution(e, t, n) {
	const { stdout: r, stderr: i, environment: a } = n;
	const { report: o, artifacts: s } = t;
	const c = (e) => escapeWorkflowCommands(renderText(o, {
		colour: useColour(e, a),
		width: e.columns
	}));
	if (e.report === "text") r.write(`${c(r)}${writtenFiles(t, n)}`);
	else if (e.report !== void 0) r.write(render(e.report, o));
	else {
		const [e] = s;
		if (e !== void 0) r.write(e.bytes);
		if (e === void 0 || o.outcome !== "pass") i.write(c(i));
	}
}
function writtenFiles({ written: e }, { cwd: t }) {
	if (e.length === 0) return "";
	const n = e.map(({ path: e }) => {
		const n = relative(t, e);
		return n.startsWith("..") ? e : n;
	});
	return `\nWritten: ${visible(n.join(", "))}\n`;
}
function generalEntries(e) {
	const t = documentFormats(e);
	return [
		{
			term: "--format <format>",
			text: `What goes to stdout: a report${t.length === 0 ? "" : ", or one of the documents"}.`,
			facts: [`Choices: ${[...STDOUT_REPORTS, ...t].join(", ")}`, "[default: text]"]
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
function helpOf(e, t = [e.name]) {
	const n = `assay ${t.join(" ")} ${positionalOf(e).term} [options]`;
	return commandHelp(e, n, generalEntries(e));
}
async function overview() {
	const e = await loadCommands();
	return [
		"Assay answers four questions about a repository and its releases: what is in it, may we ship it,",
		"does it leak, and can anyone prove that we made it.",
		"",
		"Usage: assay <command> [options]",
		"",
		"Commands:",
		...formatEntries([...e.map(({ name: e, title: t }) => ({
			term: e,
			text: `${t}.`
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
