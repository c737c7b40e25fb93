import { E as globMatcher, H as catalog, K as endOfDay, P as matchesWildcard, Q as UsageError, a as nearest, gt as SEVERITIES, s as excerptOf } from "./core.js";
import { t as packageSelector } from "./purl.js";

// packages/runtime/src/settings/core-rules.ts
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

// packages/runtime/src/settings/rule-levels.ts
const RULE_LEVELS = [...SEVERITIES, "off"];
function knownRules(sections) {
	const acts = /* @__PURE__ */ new Set();
	let rules = CORE_RULES;
	for (const { rules: own = {}, check } of sections) if (check !== false) rules = {
		...rules,
		...own
	};
	else for (const id of Object.keys(own)) acts.add(id.split(".", 1)[0] ?? id);
	for (const id of Object.keys(rules)) acts.delete(id.split(".", 1)[0] ?? id);
	return {
		rules,
		acts
	};
}
function levelOf(levels, ruleId, aliases = []) {
	const named = [ruleId, ...aliases].find((id) => Object.hasOwn(levels, id));
	if (named !== void 0) return levels[named];
	const group = `${groupOf(ruleId)}.*`;
	return Object.hasOwn(levels, group) ? levels[group] : void 0;
}
function rulesOf(key, rules) {
	return Object.keys(rules).filter((id) => key.endsWith(".*") ? `${groupOf(id)}.*` === key : id === key || rules[id]?.aliases?.includes(key));
}
function levelProblem(key, level, known) {
	const group = groupOf(key);
	if (known.acts.has(group)) return `${key} belongs to an act, which succeeds or fails: its rules have no level`;
	if (group === "settings") return `${key} can't be set; \`settings.loosening\` says whether it fails the run`;
	if (group === "suppressions" && level === "off") return `${key} can't be switched off; fix or remove the suppressions that it is about`;
	if (rulesOf(key, known.rules).length > 0) return void 0;
	const near = nearest(key, [...Object.keys(known.rules), ...groups(known.rules)]);
	return `there is no rule ${JSON.stringify(key.slice(0, 100))}${near === void 0 ? "; `assay explain` lists all rules" : `; did you mean \`${near}\`?`}`;
}
function parseLevel(text) {
	const [key = "", level = "", ...more] = text.split("=").map((part) => part.trim());
	const known = RULE_LEVELS.find((name) => name === level);
	if (key !== "" && known !== void 0 && more.length === 0) return {
		key,
		level: known
	};
	const near = nearest(level, RULE_LEVELS);
	return { problem: `holds ${JSON.stringify(text.slice(0, 100))}; each must be a rule and a level such as \`licenses.unknown=low\`, with one of ${RULE_LEVELS.join(", ")}${near === void 0 ? "" : `; did you mean "${near}"?`}` };
}
function optionProblems(items, known) {
	return items.flatMap((item) => {
		const read = parseLevel(item);
		if ("problem" in read) return [`\`rule\` ${read.problem}`];
		const problem = levelProblem(read.key, read.level, known);
		return problem === void 0 ? [] : [`\`rule\`: ${problem}`];
	});
}
function groups(rules) {
	return [...new Set(Object.keys(rules).map((id) => `${groupOf(id)}.*`))];
}
function groupOf(ruleId) {
	return ruleId.split(".", 1)[0] ?? ruleId;
}

// packages/runtime/src/settings/suppression.ts
function compileSuppressions(entries) {
	const problems = entries.flatMap((entry, index) => problemsOf(entry).map((problem) => `suppressions[${index}]: ${problem}`));
	if (problems.length > 0) throw new UsageError(problems.length === 1 ? "A suppression is not valid" : `${problems.length} faults in suppressions`, {
		problems,
		hint: "An entry has a fingerprint or a rule, and a reason, an owner and an expiry day."
	});
	return entries.map((entry) => ({
		entry,
		endsAt: endOfDay(entry.expires) ?? 0,
		matches: matcher(entry)
	}));
}
function describeSuppression(entry) {
	return [
		entry.fingerprint === void 0 ? void 0 : `fingerprint ${entry.fingerprint.slice(0, 12)}`,
		entry.rule === void 0 ? void 0 : `rule ${entry.rule}`,
		entry.path === void 0 ? void 0 : `path ${entry.path}`,
		entry.package === void 0 ? void 0 : `package ${entry.package}`
	].filter((part) => part !== void 0).join(", ");
}
function matcher(entry) {
	const inPath = entry.path === void 0 ? void 0 : globMatcher([entry.path]);
	const ofPackage = entry.package === void 0 ? void 0 : packageSelector(entry.package, "`package`");
	const ofRule = (id) => entry.rule === void 0 || matchesWildcard(entry.rule, id);
	return (finding, aliases = []) => {
		if (entry.fingerprint !== void 0 && !fingerprintsOf(finding).includes(entry.fingerprint)) return false;
		if (!ofRule(finding.ruleId) && !aliases.some(ofRule)) return false;
		if (ofPackage !== void 0 && !ofPackage(finding.subject)) return false;
		if (inPath === void 0) return true;
		return [finding.location, ...finding.relatedLocations ?? []].every((place) => place !== void 0 && inPath(place.path));
	};
}
function fingerprintsOf({ fingerprint, aliases = [] }) {
	return [fingerprint, ...aliases];
}
function problemsOf(entry) {
	const problems = [];
	const { fingerprint, rule } = entry;
	if (fingerprint === void 0 && rule === void 0) problems.push("has neither `fingerprint` nor `rule`; give one of them");
	if (fingerprint !== void 0 && !/^[0-9a-f]{64}$/.test(fingerprint)) problems.push("`fingerprint` must be the 64 lower-case hex digits that a report shows");
	if (rule?.includes("*") && [
		fingerprint,
		entry.path,
		entry.package
	].every((narrow) => narrow === void 0)) problems.push(`\`rule: ${rule}\` alone would hide too much; narrow it with \`path\` or \`package\``);
	if (rule?.startsWith("suppressions.")) problems.push("findings about suppressions can't be suppressed; fix or remove the entry");
	if (rule?.startsWith("settings.")) problems.push("findings about settings can't be suppressed; `settings.loosening` decides");
	for (const key of [
		"fingerprint",
		"rule",
		"path",
		"package"
	]) if (entry[key]?.trim() === "") problems.push(`\`${key}\` is empty; leave it out`);
	if (entry.package !== void 0 && entry.package.trim() !== "") try {
		packageSelector(entry.package, "`package`");
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		problems.push(error.message);
	}
	for (const key of ["reason", "owner"]) if (entry[key].trim() === "") problems.push(`\`${key}\` is empty; it must say something`);
	if (endOfDay(entry.expires) === void 0) problems.push(`\`expires\` is "${entry.expires.slice(0, 40)}"; write a day as YYYY-MM-DD, such as 2027-01-31`);
	return problems;
}

// packages/runtime/src/config/quote-problems.ts
function quoteProblems(error, { path, text }) {
	if (!(error instanceof UsageError) || path === void 0 || text === void 0) return error;
	const lines = text.split(/\r?\n/);
	const places = [error.message, ...error.problems].flatMap((problem) => {
		const place = placeIn(problem, path, lines);
		return place === void 0 ? [] : [[problem, place]];
	});
	if (places.length === 0) return error;
	const { message, hint, problems, cause } = error;
	return new UsageError(message, {
		...hint !== void 0 && { hint },
		problems,
		cause,
		places: new Map([...error.places, ...places])
	});
}
function quoting(config, work) {
	try {
		return work();
	} catch (error) {
		throw error instanceof UsageError ? quoteProblems(error, config) : error;
	}
}
function placeIn(problem, path, lines) {
	const start = problem.indexOf(`${path}:`);
	if (start < 0) return void 0;
	const [, line, column] = /^(\d{1,7}):(\d{1,7})\b/.exec(problem.slice(start + path.length + 1)) ?? [];
	const text = lines[Number(line) - 1];
	if (column === void 0 || text === void 0) return void 0;
	const [startLine, startColumn] = [Number(line), Number(column)];
	return {
		path,
		startLine,
		startColumn,
		excerpt: excerptOf(text, startColumn)
	};
}

export { fingerprintsOf as a, levelOf as c, parseLevel as d, rulesOf as f, describeSuppression as i, levelProblem as l, quoting as n, RULE_LEVELS as o, CORE_RULES as p, compileSuppressions as r, knownRules as s, quoteProblems as t, optionProblems as u };