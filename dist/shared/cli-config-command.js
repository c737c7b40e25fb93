import "./rolldown-runtime.js";
import { A as inputsOf, Gt as UsageError, P as resolveInputs, ft as suggestion, j as prepareRun, nn as COMMON_INPUTS } from "./part-base.js";
import { c as COMMAND_NAMES, i as visible, l as loadCommand, n as commandLineError, o as parseArguments, s as loadSections } from "./part-cli.js";
const CONFIG_USAGE = `Usage: assay config [command] [options of the command]

Shows the value of every input of a command (check without one) and where it comes from: an option,
a variable, the config file or the default. Secrets are not shown.
`;
async function configCommand(e, t) {
	const [n, ...r] = e;
	const i = n !== void 0 && !n.startsWith("-");
	const a = i ? n : "check";
	const o = await loadCommand(a);
	if (o === void 0) throw new UsageError(`There is no command ${JSON.stringify(a.slice(0, 100))}${suggestion(a, COMMAND_NAMES)}`, { hint: `\`assay config\` takes one of ${COMMAND_NAMES.join(", ")}.` });
	const s = inputsOf(o);
	const { explicit: c, general: l, positionals: u, problems: d } = parseArguments(i ? r : e, s);
	if (l.help) {
		t.stdout.write(CONFIG_USAGE);
		return 0;
	}
	const f = u.map((e) => `${JSON.stringify(e)} is too much: give options only`);
	if (d.length + f.length > 0) throw commandLineError("config", [...d, ...f]);
	const { environment: p, cwd: m } = t;
	const h = {
		...o,
		inputs: withoutRequirements(s)
	};
	const g = await prepareRun({
		command: h,
		explicit: c,
		environment: p,
		host: "cli",
		cwd: m,
		loadSections
	});
	const { config: _, inputs: v } = g;
	const y = await o.parts?.(v) ?? [];
	const b = [
		`Config file: ${_.path ?? "none"}`,
		...section(o.name, s, g),
		...y.flatMap((e) => partSection(e, g, p))
	];
	t.stdout.write(`${b.map(visible).join("\n")}\n`);
	return 0;
}
function partSection(e, { config: t, workspace: n }, r) {
	const i = Object.entries(e.inputs).filter(([e]) => !Object.hasOwn(COMMON_INPUTS, e));
	const a = withoutRequirements(Object.fromEntries(i));
	const { root: o } = n;
	const s = resolveInputs(a, {
		explicit: {},
		environment: r,
		config: t,
		host: "cli",
		root: o
	});
	return section(e.name, a, {
		inputs: s.values,
		sources: s.sources
	});
}
function section(e, t, n) {
	return [
		"",
		e,
		...columns(Object.entries(t).filter(([, e]) => e.host !== "action").map(([e, t]) => {
			const r = n.inputs[e];
			const i = t.secret === true && r !== void 0 ? "(secret)" : show(r);
			return [
				`  ${e}`,
				i,
				origin(n.sources[e])
			];
		}))
	];
}
function columns(e) {
	const t = [0, 1].map((t) => Math.min(48, Math.max(...e.map((e) => e[t]?.length ?? 0))));
	return e.map((e) => e.map((e, n) => e.padEnd(t[n] ?? 0)).join("  ").trimEnd());
}
function show(e) {
	if (e === void 0) return "-";
	if (Array.isArray(e)) return e.length === 0 ? "(none)" : e.join(", ");
	return String(e);
}
function origin(e) {
	switch (e?.from) {
		case "input": return "option";
		case "environment": return `variable ${e.detail}`;
		case "config": return e.detail ?? "config file";
		default: return "default";
	}
}
function withoutRequirements(e) {
	return Object.fromEntries(Object.entries(e).map(([e, t]) => [e, {
		...t,
		required: false
	}]));
}
export { CONFIG_USAGE, configCommand };
