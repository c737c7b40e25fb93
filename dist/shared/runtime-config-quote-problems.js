import { E as globMatcher, H as catalog, K as endOfDay, P as matchesWildcard, Q as UsageError, a as nearest, gt as SEVERITIES, s as excerptOf } from "./core.js";
import { t as packageSelector } from "./purl.js";
const CORE_RULES = catalog([
	{
		id: "suppressions.expired",
		title: "Suppression past its expiry day",
		description: "The day until which a suppression was granted is over. It no longer hides anything, and whoever owns it has to decide again.",
		help: "Fix what it was granted for and remove the entry, or have its owner renew `expires` with a current `reason`.",
		severity: "medium",
		tags: ["suppression"]
	},
	{
		id: "suppressions.expires-soon",
		title: "Suppression about to expire",
		description: "A suppression ends within 14 days. Findings that it hides will count again from the day after.",
		help: "Plan the fix now, or have the owner renew `expires` before that day.",
		severity: "info",
		tags: ["suppression"]
	},
	{
		id: "suppressions.unused",
		title: "Suppression without a finding",
		description: "An entry matched nothing in a run of the check that it is for. It may hide a finding that somebody brings back later.",
		help: "Remove the entry. If it should match, compare its `rule`, `path` and `package` with the JSON report.",
		severity: "low",
		tags: ["suppression"]
	},
	{
		id: "settings.loosened",
		title: "Setting made less strict by a change",
		description: "The change brings a setting that lets more pass than the one on the branch that it wants to go to: a higher threshold, a check less, a suppression more. Whoever writes a change should not be the only one to decide by what it is judged.",
		help: "Have somebody who answers for the settings look at it. `settings.loosening: block` in the config file of the base branch makes it fail the run.",
		severity: "low",
		tags: ["settings"]
	},
	{
		id: "settings.base-unreadable",
		title: "Settings of the base branch could not be read",
		description: "The settings of the change were not compared with those of the branch that it wants to go to, so nobody knows whether it loosens them.",
		help: "Set `fetch-depth: 0` on actions/checkout, or give the step its `token`, so that the base branch can be fetched.",
		severity: "low",
		tags: ["settings"]
	}
]);
const RULE_LEVELS = [...SEVERITIES, "off"];
function knownRules(e) {
	const t = new Set();
	let n = CORE_RULES;
	for (const { rules: r = {}, check: i } of e) if (i !== false) n = {
		...n,
		...r
	};
	else for (const e of Object.keys(r)) t.add(e.split(".", 1)[0] ?? e);
	for (const e of Object.keys(n)) t.delete(e.split(".", 1)[0] ?? e);
	return {
		rules: n,
		acts: t
	};
}
function levelOf(e, t, n = []) {
	const r = [t, ...n].find((t) => Object.hasOwn(e, t));
	if (r !== void 0) return e[r];
	const i = `${groupOf(t)}.*`;
	return Object.hasOwn(e, i) ? e[i] : void 0;
}
function rulesOf(e, t) {
	return Object.keys(t).filter((n) => e.endsWith(".*") ? `${groupOf(n)}.*` === e : n === e || t[n]?.aliases?.includes(e));
}
function levelProblem(e, t, n) {
	const r = groupOf(e);
	if (n.acts.has(r)) return `${e} belongs to an act, which succeeds or fails: its rules have no level`;
	if (r === "settings") return `${e} can't be set; \`settings.loosening\` says whether it fails the run`;
	if (r === "suppressions" && t === "off") return `${e} can't be switched off; fix or remove the suppressions that it is about`;
	if (rulesOf(e, n.rules).length > 0) return void 0;
	const i = nearest(e, [...Object.keys(n.rules), ...groups(n.rules)]);
	return `there is no rule ${JSON.stringify(e.slice(0, 100))}${i === void 0 ? "; `assay explain` lists all rules" : `; did you mean \`${i}\`?`}`;
}
function parseLevel(e) {
	const [t = "", n = "", ...r] = e.split("=").map((e) => e.trim());
	const i = RULE_LEVELS.find((e) => e === n);
	if (t !== "" && i !== void 0 && r.length === 0) return {
		key: t,
		level: i
	};
	const a = nearest(n, RULE_LEVELS);
	return { problem: `holds ${JSON.stringify(e.slice(0, 100))}; each must be a rule and a level such as \`licenses.unknown=low\`, with one of ${RULE_LEVELS.join(", ")}${a === void 0 ? "" : `; did you mean "${a}"?`}` };
}
function optionProblems(e, t) {
	return e.flatMap((e) => {
		const n = parseLevel(e);
		if ("problem" in n) return [`\`rule\` ${n.problem}`];
		const r = levelProblem(n.key, n.level, t);
		return r === void 0 ? [] : [`\`rule\`: ${r}`];
	});
}
function groups(e) {
	return [...new Set(Object.keys(e).map((e) => `${groupOf(e)}.*`))];
}
function groupOf(e) {
	return e.split(".", 1)[0] ?? e;
}
function compileSuppressions(e) {
	const t = e.flatMap((e, t) => problemsOf(e).map((e) => `suppressions[${t}]: ${e}`));
	if (t.length > 0) throw new UsageError(t.length === 1 ? "A suppression is not valid" : `${t.length} faults in suppressions`, {
		problems: t,
		hint: "An entry has a fingerprint or a rule, and a reason, an owner and an expiry day."
	});
	return e.map((e) => ({
		entry: e,
		endsAt: endOfDay(e.expires) ?? 0,
		matches: matcher(e)
	}));
}
function describeSuppression(e) {
	return [
		e.fingerprint === void 0 ? void 0 : `fingerprint ${e.fingerprint.slice(0, 12)}`,
		e.rule === void 0 ? void 0 : `rule ${e.rule}`,
		e.path === void 0 ? void 0 : `path ${e.path}`,
		e.package === void 0 ? void 0 : `package ${e.package}`
	].filter((e) => e !== void 0).join(", ");
}
function matcher(e) {
	const t = e.path === void 0 ? void 0 : globMatcher([e.path]);
	const n = e.package === void 0 ? void 0 : packageSelector(e.package, "`package`");
	const r = (t) => e.rule === void 0 || matchesWildcard(e.rule, t);
	return (i, a = []) => {
		if (e.fingerprint !== void 0 && !fingerprintsOf(i).includes(e.fingerprint)) return false;
		if (!r(i.ruleId) && !a.some(r)) return false;
		if (n !== void 0 && !n(i.subject)) return false;
		if (t === void 0) return true;
		return [i.location, ...i.relatedLocations ?? []].every((e) => e !== void 0 && t(e.path));
	};
}
function fingerprintsOf({ fingerprint: e, aliases: t = [] }) {
	return [e, ...t];
}
function problemsOf(e) {
	const t = [];
	const { fingerprint: n, rule: r } = e;
	if (n === void 0 && r === void 0) t.push("has neither `fingerprint` nor `rule`; give one of them");
	if (n !== void 0 && !/^[0-9a-f]{64}$/.test(n)) t.push("`fingerprint` must be the 64 lower-case hex digits that a report shows");
	if (r?.includes("*") && [
		n,
		e.path,
		e.package
	].every((e) => e === void 0)) t.push(`\`rule: ${r}\` alone would hide too much; narrow it with \`path\` or \`package\``);
	if (r?.startsWith("suppressions.")) t.push("findings about suppressions can't be suppressed; fix or remove the entry");
	if (r?.startsWith("settings.")) t.push("findings about settings can't be suppressed; `settings.loosening` decides");
	for (const n of [
		"fingerprint",
		"rule",
		"path",
		"package"
	]) if (e[n]?.trim() === "") t.push(`\`${n}\` is empty; leave it out`);
	if (e.package !== void 0 && e.package.trim() !== "") try {
		packageSelector(e.package, "`package`");
	} catch (e) {
		if (!(e instanceof UsageError)) throw e;
		t.push(e.message);
	}
	for (const n of ["reason", "owner"]) if (e[n].trim() === "") t.push(`\`${n}\` is empty; it must say something`);
	if (endOfDay(e.expires) === void 0) t.push(`\`expires\` is "${e.expires.slice(0, 40)}"; write a day as YYYY-MM-DD, such as 2027-01-31`);
	return t;
}
function quoteProblems(e, { path: t, text: n }) {
	if (!(e instanceof UsageError) || t === void 0 || n === void 0) return e;
	const r = n.split(/\r?\n/);
	const i = [e.message, ...e.problems].flatMap((e) => {
		const n = placeIn(e, t, r);
		return n === void 0 ? [] : [[e, n]];
	});
	if (i.length === 0) return e;
	const { message: a, hint: o, problems: s, cause: c } = e;
	return new UsageError(a, {
		...o !== void 0 && { hint: o },
		problems: s,
		cause: c,
		places: new Map([...e.places, ...i])
	});
}
function quoting(e, t) {
	try {
		return t();
	} catch (t) {
		throw t instanceof UsageError ? quoteProblems(t, e) : t;
	}
}
function placeIn(e, t, n) {
	const r = e.indexOf(`${t}:`);
	if (r < 0) return void 0;
	const [, i, a] = /^(\d{1,7}):(\d{1,7})\b/.exec(e.slice(r + t.length + 1)) ?? [];
	const o = n[Number(i) - 1];
	if (a === void 0 || o === void 0) return void 0;
	const [s, c] = [Number(i), Number(a)];
	return {
		path: t,
		startLine: s,
		startColumn: c,
		excerpt: excerptOf(o, c)
	};
}
export { fingerprintsOf as a, levelOf as c, parseLevel as d, rulesOf as f, describeSuppression as i, levelProblem as l, quoting as n, RULE_LEVELS as o, CORE_RULES as p, compileSuppressions as r, knownRules as s, quoteProblems as t, optionProblems as u };
