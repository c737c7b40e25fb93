import "./rolldown-runtime.js";
import { Gt as UsageError, Nt as rulePage, X as CORE_RULES, ft as suggestion, st as wrap } from "./part-base.js";
import { a as formatEntries, n as commandLineError, o as parseArguments, u as loadCommands } from "./part-cli.js";
const EXPLAIN_USAGE = `Usage: assay explain [rule or command] [--format text|json]

What a rule means and how to fix it. Lists the rules of a command (assay explain licenses); without an
argument, all rules. A rule is found by its id, by the end of it (private-key) or by an earlier name.
`;
const FORMATS = ["text", "json"];
async function explainCommand(e, t) {
	const { general: n, positionals: r, problems: i } = parseArguments(e, {});
	if (n.help) {
		t.stdout.write(EXPLAIN_USAGE);
		return 0;
	}
	const [a, o] = r;
	const s = o === void 0 ? [] : ["One rule is explained at a time"];
	const c = n.format ?? "text";
	const l = FORMATS.includes(c) ? [] : [`\`--format\` is ${JSON.stringify(c)}; it must be one of ${FORMATS.join(", ")}${suggestion(c, FORMATS)}`];
	const u = [
		...i,
		...s,
		...l
	];
	if (u.length > 0) throw commandLineError("explain", u);
	const d = await loadRules();
	const f = a === void 0 ? d : rulesNamed(d, a);
	if (f.size === 0) {
		const e = a ?? "";
		throw new UsageError(`There is no rule ${JSON.stringify(e.slice(0, 100))}${suggestion(e, d.keys())}`, { hint: "`assay explain` lists all rules." });
	}
	t.stdout.write(c === "json" ? asJson(f) : asText(f, a));
	return 0;
}
function asJson(e) {
	const t = [...e.values()].map((e) => ({
		...e,
		helpUri: rulePage(e.id)
	}));
	return `${JSON.stringify(t, null, 2)}\n`;
}
function asText(e, t) {
	const [n] = e.values();
	return e.size === 1 && n !== void 0 && !n.id.startsWith(`${t}.`) ? explanation(n) : listOf(e);
}
function rulesNamed(e, t) {
	const n = (t) => new Map([...e].filter(([, e]) => t(e)));
	return [
		n((e) => e.id.startsWith(`${t}.`)),
		n((e) => e.id === t),
		n((e) => e.id.endsWith(`.${t}`)),
		n(({ aliases: e = [] }) => e.includes(t))
	].find(({ size: e }) => e > 0) ?? new Map();
}
async function loadRules() {
	const e = await loadCommands();
	const t = Object.assign({}, CORE_RULES, ...e.map(({ rules: e }) => e));
	return new Map(Object.entries(t).sort(([e], [t]) => e < t ? -1 : 1));
}
function alsoKnownAs({ aliases: e = [] }) {
	const t = e.filter((t) => !e.some((e) => e.endsWith(`.${t}`)));
	return t.length === 0 ? [] : wrap(`Also known as: ${t.join(", ")}`, 100, 0);
}
function listOf(e) {
	const t = [...e.values()].map(({ id: e, title: t, severity: n }) => ({
		term: e,
		text: `${t} (${n})`
	}));
	return `${formatEntries(t).join("\n")}\n`;
}
function explanation(e) {
	return [
		`${e.id}: ${e.title}`,
		`Severity: ${e.severity}`,
		...alsoKnownAs(e),
		`Page: ${rulePage(e.id)}`,
		"",
		"Why it matters",
		...wrap(e.description, 100, 2),
		"",
		"How to fix it",
		...e.help.split("\n").flatMap((e) => e.trim() === "" ? [""] : wrap(e, 100, 2)),
		""
	].join("\n");
}
export { EXPLAIN_USAGE, explainCommand };
