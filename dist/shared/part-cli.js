import "./rolldown-runtime.js";
import { $t as orderedInputs, A as inputsOf, F as splitList, Ft as VERSION, Gt as UsageError, Ht as EXIT_CODES$1, Kt as asKnownError, N as inputError, Ot as clockFrom, Q as renderText, Qt as isMandatory, Ut as ExternalError, Wt as InternalError, Z as render, Zt as formatDefault, an as commonPositional, at as nodeProcesses, bt as createLogger, cn as defineCommand, ct as sourceLines, en as ACTION_INPUTS, ft as suggestion, i as executeCommand, mt as escapeWorkflowCommands, nn as COMMON_INPUTS, on as STDOUT_REPORTS, qt as exitCodeOf, rn as COMMON_OUTPUTS, st as wrap, t as jobEvent, xt as silentProgress } from "./part-base.js";
import { basename, relative } from "node:path";
import { fstatSync, writeSync } from "node:fs";
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
const COMMAND_NAMES = ["check", ...MEMBERS.map(({ name: e }) => e)];
async function loadCommand(e) {
	if (e === "check") return (await import("./suite-check-command.js")).checkCommand;
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
const SWITCHES = new Map([
	["--help", "help"],
	["-h", "help"],
	["--verbose", "verbose"],
	["-v", "verbose"],
	["--quiet", "quiet"],
	["-q", "quiet"]
]);
function parseArguments(e, t) {
	const n = {
		explicit: new Map(),
		positionals: [],
		general: {
			help: false,
			verbose: false,
			quiet: false
		},
		problems: []
	};
	const r = [...e];
	for (let e = r.shift(); e !== void 0; e = r.shift()) {
		if (e === "--") {
			n.positionals.push(...r.splice(0));
			continue;
		}
		const i = SWITCHES.get(e);
		if (i !== void 0 && i !== "format") n.general[i] = true;
		else if (!e.startsWith("-") || e === "-") n.positionals.push(e);
		else readOption(e, r, t, n);
	}
	return {
		...n,
		explicit: Object.fromEntries(n.explicit)
	};
}
function readOption(e, t, n, r) {
	const i = e.indexOf("=");
	const a = i < 0 ? e : e.slice(0, i);
	const o = i < 0 ? void 0 : e.slice(i + 1);
	const s = a.slice(2);
	const c = () => o ?? t.shift();
	if (a === "--format") {
		const e = c();
		if (e === void 0) r.problems.push("`--format` needs a value");
		else r.general.format = e;
		return;
	}
	const l = s.startsWith("no-") ? specFor(n, s.slice(3)) : void 0;
	const u = a.startsWith("--") ? specFor(n, s) : void 0;
	if (u === void 0 && l?.type === "boolean") {
		if (o === void 0) store(s.slice(3), l, "false", r);
		else r.problems.push(`\`${a}\` takes no value`);
	} else if (u === void 0) r.problems.push(`There is no option \`${a}\`${suggestion(a, optionNames(n))}`);
	else if (u.type === "boolean") store(s, u, o ?? "true", r);
	else {
		const e = c();
		if (e === void 0) r.problems.push(`\`${a}\` needs a value`);
		else store(s, u, e, r);
	}
}
function store(e, t, n, r) {
	const i = r.explicit.get(e);
	if (t.type === "list") r.explicit.set(e, [...Array.isArray(i) ? i : [], ...splitList(n)]);
	else if (i !== void 0) r.problems.push(`\`--${e}\` is given more than once; give it once`);
	else r.explicit.set(e, n);
}
function specFor(e, t) {
	const n = Object.hasOwn(e, t) ? e[t] : void 0;
	return n?.host === "action" ? void 0 : n;
}
function optionNames(e) {
	return [
		"--format",
		"--help",
		"--verbose",
		"--quiet",
		...Object.keys(e).filter((t) => specFor(e, t) !== void 0).map((e) => `--${e}`)
	];
}
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
async function runCommand(e, t, n, r = [e.name]) {
	const i = parseArguments(t, inputsOf(e));
	const { general: a } = i;
	if (a.help) {
		n.stdout.write(helpOf(e, r));
		return 0;
	}
	const o = readPositionals(e, i);
	const s = stdoutFormat(a.format, e, i.explicit);
	const c = [
		...i.problems,
		...o.problems,
		...s.problems
	];
	if (c.length > 0) throw commandLineError(r.join(" "), c);
	const { environment: l, cwd: u, signal: d } = n;
	const f = await executeCommand({
		command: e,
		explicit: {
			...i.explicit,
			...o.explicit,
			...s.explicit
		},
		environment: l,
		host: "cli",
		cwd: u,
		...await jobEvent(l, u),
		logger: terminalLogger(n, leastLevel(a)),
		progress: a.quiet ? silentProgress : terminalProgress(n),
		processes: nodeProcesses(),
		clock: clockFrom(l),
		loadSections,
		version: VERSION,
		signal: d,
		...s.report === void 0 ? {} : { defaultDocumentDirectory: u }
	});
	printExecution(s, f, n);
	return f.exitCode;
}
function commandLineError(e, t) {
	const n = inputError(t);
	return new UsageError(n.message, {
		problems: n.problems,
		hint: `\`assay ${e} --help\` lists its options.`
	});
}
function leastLevel({ verbose: e, quiet: t }) {
	if (t) return "error";
	return e ? "debug" : "notice";
}
function printError(e, t, n) {
	const { stderr: r, environment: i } = t;
	const a = useColour(r, i) ? (e) => `\u001b[1;31m${e}\u001b[0m` : (e) => e;
	const o = r.columns ?? 100;
	const s = (t) => {
		const n = e.places.get(t);
		return n === void 0 ? [] : sourceLines(n, o - 6).map((e) => `      ${e}`);
	};
	const c = [
		e.message,
		...s(e.message),
		...e.problems.flatMap((e) => [`  - ${e}`, ...s(e)]),
		...e.hint === void 0 ? [] : [`hint: ${e.hint}`],
		...n && e.kind === "internal" && e.stack !== void 0 ? [e.stack] : []
	];
	r.write(`${a("error:")} ${c.map(visible).join("\n")}\n`);
}
async function subcommandOf(e, t) {
	if (e.subcommands === void 0 || t === void 0) return void 0;
	return (await e.subcommands()).find(({ name: e }) => e === t);
}
async function runCli(e, t) {
	try {
		return await dispatch(e, t);
	} catch (n) {
		return reportError(n, e, t);
	}
}
function reportError(e, t, n) {
	const r = asKnownError(e);
	const i = t.some((e) => e === "--verbose" || e === "-v");
	printError(r, n, i);
	return exitCodeOf(r);
}
async function dispatch(e, t) {
	const [n, ...r] = e;
	if (n === "--version" || n === "-V" || n === "version") {
		t.stdout.write(`assay ${VERSION}\n`);
		return 0;
	}
	if (n === void 0 || n === "--help" || n === "-h" || n === "help") {
		const [e] = r;
		if (e !== void 0) return dispatch([e, "--help"], t);
		t.stdout.write(await overview());
		return n === void 0 ? 2 : 0;
	}
	const i = HELPER_COMMANDS.find((e) => e.name === n);
	if (i !== void 0) return (await i.load()).run(r, t);
	const a = await loadCommand(n);
	if (a === void 0) {
		if (n.startsWith("-")) throw new UsageError(`The first argument is the command; ${JSON.stringify(n.slice(0, 100))} is none`, { hint: "`assay --help` lists all commands; `assay check .` runs all checks." });
		const e = [...COMMAND_NAMES, ...HELPER_COMMANDS.map((e) => e.name)];
		throw new UsageError(`There is no command \`${n.slice(0, 100)}\`${suggestion(n, e)}`, { hint: "`assay --help` lists all commands." });
	}
	const { runCommand: o } = await import("./cli-run-command.js");
	const s = await subcommandOf(a, r[0]);
	return s === void 0 ? o(a, r, t) : o(s, r.slice(1), t, [a.name, s.name]);
}
function processOutput(e, t) {
	const n = t === "stdout" ? 1 : 2;
	let r;
	const i = (e) => {
		r ??= e ?? void 0;
	};
	e.on("error", i);
	let a = Promise.resolve();
	const o = (t) => {
		a = new Promise((n) => {
			e.write(t, (e) => {
				i(e);
				n();
			});
		});
	};
	const s = (e) => {
		try {
			writeWhole(n, typeof e === "string" ? Buffer.from(e) : e);
		} catch (e) {
			i(e);
		}
	};
	const c = !e.isTTY && isFile(n) ? s : o;
	return {
		isTTY: e.isTTY === true,
		...e.columns > 0 && { columns: e.columns },
		write: (e) => {
			if (r === void 0) c(e);
		},
		async flush() {
			await a;
			if (r !== void 0) throw notWritten(t, r);
		}
	};
}
function isFile(e) {
	try {
		const t = fstatSync(e);
		return t.isFile() || t.isCharacterDevice();
	} catch {
		return false;
	}
}
function writeWhole(e, t) {
	for (let n = 0; n < t.length;) n += writeSync(e, t, n, t.length - n);
}
function notWritten(e, t) {
	return t.code === "EPIPE" ? new ExternalError(`${e} was closed before everything was written`, {
		hint: "Let the reader read to the end, or write to a file (`--output`, `--report-directory`).",
		cause: t
	}) : new ExternalError(`${e} could not be written: ${t.message}`, {
		hint: "Check that the disk is not full and that the file may be written to.",
		cause: t
	});
}
const ENDED_BY = {
	SIGINT: 130,
	SIGTERM: 143
};
const GRACE_MS = 5e3;
const SAME_SIGNAL_MS = 500;
async function runOnProcess(e) {
	const t = new AbortController();
	let n;
	const r = (r) => {
		const i = ENDED_BY[r];
		if (n !== void 0) {
			if (performance.now() - n.at > SAME_SIGNAL_MS) e.exit(i);
			return;
		}
		n = {
			exitCode: i,
			at: performance.now()
		};
		t.abort();
		setTimeout(() => e.exit(i), GRACE_MS).unref();
	};
	for (const t of ["SIGINT", "SIGTERM"]) e.on(t, () => r(t));
	const i = e.argv.slice(2);
	const a = processOutput(e.stdout, "stdout");
	const o = processOutput(e.stderr, "stderr");
	const s = {
		stdout: a,
		stderr: o,
		environment: e.env,
		cwd: e.cwd(),
		program: programOf(e),
		signal: t.signal
	};
	const c = (t) => e.exit(reportError(t, i, s));
	e.on("uncaughtException", c);
	e.on("unhandledRejection", c);
	e.once("beforeExit", () => c(new InternalError("The run waits for something that never comes")));
	const l = await runCli(i, s);
	const u = await unwritten(a, (e) => reportError(e, i, s));
	e.exitCode = stoppedBy(n?.exitCode, gravest(l, u));
	await o.flush().catch(() => {});
	e.exit();
}
function programOf({ argv: e, cwd: t }) {
	const n = e[1] ?? "assay";
	if (!/\.[cm]?[jt]s$/.test(n)) return basename(n);
	const r = relative(t(), n);
	return `node ${r.length < n.length ? r : n}`;
}
async function unwritten(e, t) {
	try {
		await e.flush();
		return EXIT_CODES$1.pass;
	} catch (e) {
		return t(e);
	}
}
function stoppedBy(e, t) {
	const n = t === EXIT_CODES$1.pass || t === EXIT_CODES$1.policy;
	return e !== void 0 && n ? e : t;
}
function gravest(e, t) {
	return (e === EXIT_CODES$1.pass || e === EXIT_CODES$1.policy) && t !== EXIT_CODES$1.pass ? t : e;
}
export { formatEntries as a, COMMAND_NAMES as c, checkCommand as d, CHECK_NAMES as f, visible as i, loadCommand as l, commandLineError as n, parseArguments as o, runCommand as r, loadSections as s, runOnProcess as t, loadCommands as u };
