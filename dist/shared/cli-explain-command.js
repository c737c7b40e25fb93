import "./rolldown-runtime.js";
import { Q as UsageError, o as suggestion, t as wrap, z as rulePage } from "./core.js";
import "./runtime.js";
import { p as CORE_RULES } from "./runtime-config-quote-problems.js";
import { i as loadCommands } from "./suite.js";
import { r as parseArguments, t as commandLineError } from "./cli-run-command.js";
import { d as formatEntries } from "./cli-help.js";

// packages/cli/src/explain-command.ts
const EXPLAIN_USAGE = `Usage: assay explain [rule or command] [--format text|json]

What a rule means and how to fix it. Lists the rules of a command (assay explain licenses); without an
argument, all rules. A rule is found by its id, by the end of it (private-key) or by an earlier name.
`;
const FORMATS = ["text", "json"];
async function explainCommand(argv, terminal) {
	const { general, positionals, problems } = parseArguments(argv, {});
	if (general.help) {
		terminal.stdout.write(EXPLAIN_USAGE);
		return 0;
	}
	const [id, second] = positionals;
	const surplus = second === void 0 ? [] : ["One rule is explained at a time"];
	const format = general.format ?? "text";
	const wrong = FORMATS.includes(format) ? [] : [`\`--format\` is ${JSON.stringify(format)}; it must be one of ${FORMATS.join(", ")}${suggestion(format, FORMATS)}`];
	const all = [
		...problems,
		...surplus,
		...wrong
	];
	if (all.length > 0) throw commandLineError("explain", all);
	const rules = await loadRules();
	const found = id === void 0 ? rules : rulesNamed(rules, id);
	if (found.size === 0) {
		const name = id ?? "";
		throw new UsageError(`There is no rule ${JSON.stringify(name.slice(0, 100))}${suggestion(name, rules.keys())}`, { hint: "`assay explain` lists all rules." });
	}
	terminal.stdout.write(format === "json" ? asJson(found) : asText(found, id));
	return 0;
}
function asJson(rules) {
	const list = [...rules.values()].map((rule) => ({
		...rule,
		helpUri: rulePage(rule.id)
	}));
	return `${JSON.stringify(list, null, 2)}\n`;
}
function asText(rules, id) {
	const [rule] = rules.values();
	return rules.size === 1 && rule !== void 0 && !rule.id.startsWith(`${id}.`) ? explanation(rule) : listOf(rules);
}
function rulesNamed(rules, id) {
	const those = (named) => new Map([...rules].filter(([, rule]) => named(rule)));
	return [
		those((rule) => rule.id.startsWith(`${id}.`)),
		those((rule) => rule.id === id),
		those((rule) => rule.id.endsWith(`.${id}`)),
		those(({ aliases = [] }) => aliases.includes(id))
	].find(({ size }) => size > 0) ?? /* @__PURE__ */ new Map();
}
async function loadRules() {
	const commands = await loadCommands();
	const all = Object.assign({}, CORE_RULES, ...commands.map(({ rules }) => rules));
	return new Map(Object.entries(all).sort(([a], [b]) => a < b ? -1 : 1));
}
function alsoKnownAs({ aliases = [] }) {
	const names = aliases.filter((alias) => !aliases.some((other) => other.endsWith(`.${alias}`)));
	return names.length === 0 ? [] : wrap(`Also known as: ${names.join(", ")}`, 100, 0);
}
function listOf(rules) {
	const entries = [...rules.values()].map(({ id, title, severity }) => ({
		term: id,
		text: `${title} (${severity})`
	}));
	return `${formatEntries(entries).join("\n")}\n`;
}
function explanation(rule) {
	return [
		`${rule.id}: ${rule.title}`,
		`Severity: ${rule.severity}`,
		...alsoKnownAs(rule),
		`Page: ${rulePage(rule.id)}`,
		"",
		"Why it matters",
		...wrap(rule.description, 100, 2),
		"",
		"How to fix it",
		...rule.help.split("\n").flatMap((line) => line.trim() === "" ? [""] : wrap(line, 100, 2)),
		""
	].join("\n");
}

export { EXPLAIN_USAGE, explainCommand };