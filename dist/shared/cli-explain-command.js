import "./rolldown-runtime.js";
import { B as UsageError, o as suggestion, t as wrap } from "./core.js";
import { c as CORE_RULES } from "./runtime.js";
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
	const rule = rules.get(id);
	const group = new Map([...rules].filter(([name]) => name.startsWith(`${id}.`)));
	if (group.size > 0) {
		terminal.stdout.write(listOf(group));
		return 0;
	}
	if (rule === void 0) throw new UsageError(`There is no rule ${JSON.stringify(id.slice(0, 100))}${suggestion(id, rules.keys())}`, { hint: "`assay explain` lists all rules." });
	terminal.stdout.write(explanation(rule));
	return 0;
}
async function loadRules() {
	const commands = await loadCommands();
	const all = Object.assign({}, CORE_RULES, ...commands.map(({ rules }) => rules));
	return new Map(Object.entries(all).sort(([a], [b]) => a < b ? -1 : 1));
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