import "./rolldown-runtime.js";
import { N as clockFrom, Q as UsageError, T as silentProgress, V as VERSION, o as suggestion } from "./core.js";
import { S as nodeProcesses, a as inputsOf, c as inputError, i as executeCommand, t as jobEvent, u as splitList } from "./runtime.js";
import { t as loadSections } from "./suite.js";
import { a as terminalLogger, i as stdoutFormat, l as readPositionals, o as terminalProgress, r as printExecution, t as helpOf } from "./cli-help.js";
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
export { runCommand as n, parseArguments as r, commandLineError as t };
