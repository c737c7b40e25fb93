import "./rolldown-runtime.js";
import { N as clockFrom, Q as UsageError, T as silentProgress, V as VERSION, o as suggestion } from "./core.js";
import { S as nodeProcesses, a as inputsOf, c as inputError, i as executeCommand, t as jobEvent, u as splitList } from "./runtime.js";
import { t as loadSections } from "./suite.js";
import { a as terminalLogger, i as stdoutFormat, l as readPositionals, o as terminalProgress, r as printExecution, t as helpOf } from "./cli-help.js";

// packages/cli/src/arguments.ts
const SWITCHES = /* @__PURE__ */ new Map([
	["--help", "help"],
	["-h", "help"],
	["--verbose", "verbose"],
	["-v", "verbose"],
	["--quiet", "quiet"],
	["-q", "quiet"]
]);
function parseArguments(argv, specs) {
	const state = {
		explicit: /* @__PURE__ */ new Map(),
		positionals: [],
		general: {
			help: false,
			verbose: false,
			quiet: false
		},
		problems: []
	};
	const rest = [...argv];
	for (let argument = rest.shift(); argument !== void 0; argument = rest.shift()) {
		if (argument === "--") {
			state.positionals.push(...rest.splice(0));
			continue;
		}
		const general = SWITCHES.get(argument);
		if (general !== void 0 && general !== "format") state.general[general] = true;
		else if (!argument.startsWith("-") || argument === "-") state.positionals.push(argument);
		else readOption(argument, rest, specs, state);
	}
	return {
		...state,
		explicit: Object.fromEntries(state.explicit)
	};
}
function readOption(argument, rest, specs, state) {
	const equals = argument.indexOf("=");
	const option = equals < 0 ? argument : argument.slice(0, equals);
	const value = equals < 0 ? void 0 : argument.slice(equals + 1);
	const name = option.slice(2);
	const take = () => value ?? rest.shift();
	if (option === "--format") {
		const format = take();
		if (format === void 0) state.problems.push("`--format` needs a value");
		else state.general.format = format;
		return;
	}
	const negated = name.startsWith("no-") ? specFor(specs, name.slice(3)) : void 0;
	const spec = option.startsWith("--") ? specFor(specs, name) : void 0;
	if (spec === void 0 && negated?.type === "boolean") {
		if (value === void 0) store(name.slice(3), negated, "false", state);
		else state.problems.push(`\`${option}\` takes no value`);
	} else if (spec === void 0) state.problems.push(`There is no option \`${option}\`${suggestion(option, optionNames(specs))}`);
	else if (spec.type === "boolean") store(name, spec, value ?? "true", state);
	else {
		const given = take();
		if (given === void 0) state.problems.push(`\`${option}\` needs a value`);
		else store(name, spec, given, state);
	}
}
function store(name, spec, value, state) {
	const before = state.explicit.get(name);
	if (spec.type === "list") state.explicit.set(name, [...Array.isArray(before) ? before : [], ...splitList(value)]);
	else if (before !== void 0) state.problems.push(`\`--${name}\` is given more than once; give it once`);
	else state.explicit.set(name, value);
}
function specFor(specs, name) {
	const spec = Object.hasOwn(specs, name) ? specs[name] : void 0;
	return spec?.host === "action" ? void 0 : spec;
}
function optionNames(specs) {
	return [
		"--format",
		"--help",
		"--verbose",
		"--quiet",
		...Object.keys(specs).filter((name) => specFor(specs, name) !== void 0).map((name) => `--${name}`)
	];
}

// packages/cli/src/run-command.ts
async function runCommand(command, argv, terminal, words = [command.name]) {
	const parsed = parseArguments(argv, inputsOf(command));
	const { general } = parsed;
	if (general.help) {
		terminal.stdout.write(helpOf(command, words));
		return 0;
	}
	const positional = readPositionals(command, parsed);
	const format = stdoutFormat(general.format, command, parsed.explicit);
	const problems = [
		...parsed.problems,
		...positional.problems,
		...format.problems
	];
	if (problems.length > 0) throw commandLineError(words.join(" "), problems);
	const { environment, cwd, signal } = terminal;
	const execution = await executeCommand({
		command,
		explicit: {
			...parsed.explicit,
			...positional.explicit,
			...format.explicit
		},
		environment,
		host: "cli",
		cwd,
		...await jobEvent(environment, cwd),
		logger: terminalLogger(terminal, leastLevel(general)),
		progress: general.quiet ? silentProgress : terminalProgress(terminal),
		processes: nodeProcesses(),
		clock: clockFrom(environment),
		loadSections,
		version: VERSION,
		signal,
		...format.report === void 0 ? {} : { defaultDocumentDirectory: cwd }
	});
	printExecution(format, execution, terminal);
	return execution.exitCode;
}
function commandLineError(command, problems) {
	const error = inputError(problems);
	return new UsageError(error.message, {
		problems: error.problems,
		hint: `\`assay ${command} --help\` lists its options.`
	});
}
function leastLevel({ verbose, quiet }) {
	if (quiet) return "error";
	return verbose ? "debug" : "notice";
}

export { runCommand as n, parseArguments as r, commandLineError as t };