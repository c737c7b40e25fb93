import "./rolldown-runtime.js";
import { X as UsageError, a as suggestion, t as wrap } from "./core.js";
import "./runtime.js";
import { u as CORE_RULES } from "./runtime-settings-rule-levels.js";
import { i as loadCommands } from "./suite.js";
import { r as parseArguments, t as commandLineError } from "./cli-run-command.js";
import { d as formatEntries } from "./cli-help.js";

// packages/cli/src/explain-command.ts
const EXPLAIN_USAGE = `Usage: assay explain [rule or command]

Tells what a rule means and how to mend it. Lists the rules of a command (assay explain licenses);
without an argument, all rules.
`;
async function explainCommand(argv, terminal) {
	const { general, positionals, problems } = parseArguments(argv, {});
	if (general.help) {
		terminal.stdout.write(EXPLAIN_USAGE);
		return 0;
	}
	const [id, second] = positionals;
	const surplus = second === void 0 ? [] : ["One rule is explained at a time"];
	if (problems.length + surplus.length > 0) throw commandLineError("explain", [...problems, ...surplus]);
	const rules = await loadRules();
	if (id === void 0) {
		terminal.stdout.write(listOf(rules));
		return 0;
	}
	const found = rulesNamed(rules, id);
	const group = new Map([...rules].filter(([name]) => name.startsWith(`${id}.`)));
	if (group.size > 0) {
		terminal.stdout.write(listOf(group));
		return 0;
	}
	if (found.size > 1) {
		terminal.stdout.write(listOf(found));
		return 0;
	}
	const [rule] = found.values();
	if (rule === void 0) throw new UsageError(`There is no rule ${JSON.stringify(id.slice(0, 100))}${suggestion(id, rules.keys())}`, { hint: "`assay explain` lists all rules." });
	terminal.stdout.write(explanation(rule));
	return 0;
}
function rulesNamed(rules, id) {
	const those = (named) => new Map([...rules].filter(([, rule]) => named(rule)));
	return [
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
		"",
		"Why it matters",
		...wrap(rule.description, 100, 2),
		"",
		"How to mend it",
		...rule.help.split("\n").flatMap((line) => line.trim() === "" ? [""] : wrap(line, 100, 2)),
		""
	].join("\n");
}

export { EXPLAIN_USAGE, explainCommand };