import "./rolldown-runtime.js";
import { Q as UsageError, o as suggestion, ut as COMMON_INPUTS } from "./core.js";
import { a as inputsOf, l as resolveInputs, o as prepareRun } from "./runtime.js";
import { n as COMMAND_NAMES, r as loadCommand, t as loadSections } from "./suite.js";
import { r as parseArguments, t as commandLineError } from "./cli-run-command.js";
import { c as visible } from "./cli-help.js";

// packages/cli/src/config-command.ts
const CONFIG_USAGE = `Usage: assay config [command] [options of the command]

Shows the value of every input of a command (check without one) and where it comes from: an option,
a variable, the config file or the default. Secrets are not shown.
`;
async function configCommand(argv, terminal) {
	const [first, ...others] = argv;
	const named = first !== void 0 && !first.startsWith("-");
	const name = named ? first : "check";
	const command = await loadCommand(name);
	if (command === void 0) throw new UsageError(`There is no command ${JSON.stringify(name.slice(0, 100))}${suggestion(name, COMMAND_NAMES)}`, { hint: `\`assay config\` takes one of ${COMMAND_NAMES.join(", ")}.` });
	const specs = inputsOf(command);
	const { explicit, general, positionals, problems } = parseArguments(named ? others : argv, specs);
	if (general.help) {
		terminal.stdout.write(CONFIG_USAGE);
		return 0;
	}
	const surplus = positionals.map((text) => `${JSON.stringify(text)} is too much: give options only`);
	if (problems.length + surplus.length > 0) throw commandLineError("config", [...problems, ...surplus]);
	const { environment, cwd } = terminal;
	const lenient = {
		...command,
		inputs: withoutRequirements(specs)
	};
	const prepared = await prepareRun({
		command: lenient,
		explicit,
		environment,
		host: "cli",
		cwd,
		loadSections
	});
	const { config, inputs } = prepared;
	const parts = await command.parts?.(inputs) ?? [];
	const lines = [
		`Config file: ${config.path ?? "none"}`,
		...section(command.name, specs, prepared),
		...parts.flatMap((part) => partSection(part, prepared, environment))
	];
	terminal.stdout.write(`${lines.map(visible).join("\n")}\n`);
	return 0;
}
function partSection(part, { config, workspace }, environment) {
	const own = Object.entries(part.inputs).filter(([name]) => !Object.hasOwn(COMMON_INPUTS, name));
	const specs = withoutRequirements(Object.fromEntries(own));
	const { root } = workspace;
	const resolved = resolveInputs(specs, {
		explicit: {},
		environment,
		config,
		host: "cli",
		root
	});
	return section(part.name, specs, {
		inputs: resolved.values,
		sources: resolved.sources
	});
}
function section(title, specs, resolved) {
	return [
		"",
		title,
		...columns(Object.entries(specs).filter(([, spec]) => spec.host !== "action").map(([name, spec]) => {
			const value = resolved.inputs[name];
			const shown = spec.secret === true && value !== void 0 ? "(secret)" : show(value);
			return [
				`  ${name}`,
				shown,
				origin(resolved.sources[name])
			];
		}))
	];
}
function columns(rows) {
	const widths = [0, 1].map((index) => Math.min(48, Math.max(...rows.map((row) => row[index]?.length ?? 0))));
	return rows.map((row) => row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join("  ").trimEnd());
}
function show(value) {
	if (value === void 0) return "-";
	if (Array.isArray(value)) return value.length === 0 ? "(none)" : value.join(", ");
	return String(value);
}
function origin(source) {
	switch (source?.from) {
		case "input": return "option";
		case "environment": return `variable ${source.detail}`;
		case "config": return source.detail ?? "config file";
		default: return "default";
	}
}
function withoutRequirements(specs) {
	return Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, {
		...spec,
		required: false
	}]));
}

export { CONFIG_USAGE, configCommand };