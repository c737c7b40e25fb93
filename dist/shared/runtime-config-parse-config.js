import "./rolldown-runtime.js";
import { B as compileSuppressions, Gt as UsageError, I as quoting, J as knownRules, Mt as DEFAULT_SLO, Pt as PROJECT_URL, Vt as parseDuration, Wt as InternalError, Y as levelProblem, Yt as formatPlace, dn as isRecord, dt as nearest, en as ACTION_INPUTS, nn as COMMON_INPUTS, q as RULE_LEVELS, sn as SEVERITIES } from "./part-base.js";
import { c as strictObject, l as string, n as _enum, o as literal, r as array, s as record, u as toJSONSchema } from "./npm-zod.js";
import { t as inputKeys } from "./runtime-config-input-schema2.js";
import { a as isMap, c as isSeq, i as isAlias, n as LineCounter, o as isNode, r as visit, s as isScalar, t as parseAllDocuments } from "./npm-yaml.js";
const INPUTS = {
	...COMMON_INPUTS,
	...ACTION_INPUTS
};
const CORE_KEYS = {
	version: literal(1).describe("The version of this file's format."),
	checks: checksOf(string().min(1)),
	...inputKeys(INPUTS, ""),
	report: strictObject(inputKeys(INPUTS, "report")).describe("Which reports are made, and where they go."),
	settings: strictObject({ loosening: _enum(["block", "report"]).optional().describe("Whether a change that makes a setting less strict fails the run. It is read from the base branch; `report` where it is not given.") }).describe("What happens to changes of these settings."),
	rules: ruleLevels(),
	suppressions: array(suppression()).describe("Findings that are accepted for a time. An unused or expired entry is a finding itself."),
	slo: strictObject(Object.fromEntries(SEVERITIES.map((e) => [e, target(e).optional()]))).describe("Response clocks: when an answer and when a fix of a finding are due, by severity.")
};
function checksOf(e) {
	return array(e).min(1).describe("The checks that `assay check` runs.");
}
function ruleLevels(e) {
	return record(string(), _enum(RULE_LEVELS)).superRefine((t, n) => {
		for (const [r, i] of Object.entries(t)) {
			const t = e && levelProblem(r, i, e);
			if (t !== void 0) n.addIssue({
				code: "custom",
				path: [r],
				message: t
			});
		}
	}).describe("What findings of a rule count as: a severity or `off`, by rule id or for a whole group (`licenses.*`). A rule's own entry goes before its group's.");
}
function suppression() {
	return strictObject({
		fingerprint: string().optional().describe("The 64 hex digits that every report shows with a finding."),
		rule: string().optional().describe("A rule id. `*` stands for any characters, and then `path` or `package` is needed."),
		path: string().optional().describe("A glob. Every place of the finding must match it."),
		package: string().optional().describe("A name, `name@version` or purl. `*` stands for any characters."),
		reason: string().describe("Why it is accepted."),
		owner: string().describe("The person or team who answers for that, such as `@octo/security`."),
		expires: string().describe("The last day on which it holds, as `YYYY-MM-DD` in UTC.")
	}).superRefine((e, t) => {
		for (const n of usageErrorOf(() => compileSuppressions([e]))?.problems ?? []) t.addIssue({
			code: "custom",
			message: n.replace(/^suppressions\[0\]: /, "")
		});
	});
}
function target(e) {
	const { answer: t, fix: n } = DEFAULT_SLO[e];
	return strictObject({
		answer: duration(`slo.${e}.answer`).optional().describe(`Time to a first answer, such as \`24h\`, \`7d\`, \`2w\` or \`none\`. By default \`${t}\`.`),
		fix: duration(`slo.${e}.fix`).optional().describe(`Time to the fix. By default \`${n}\`.`)
	}).describe(`The clock of a finding of severity ${e}.`);
}
function duration(e) {
	return string().superRefine((t, n) => {
		const r = usageErrorOf(() => parseDuration(t, e));
		if (r === void 0) return;
		const i = JSON.stringify(t.slice(0, 60));
		n.addIssue({
			code: "custom",
			message: `${i} is no duration. ${r.hint}`
		});
	});
}
function usageErrorOf(e) {
	try {
		e();
		return;
	} catch (e) {
		if (e instanceof UsageError) return e;
		throw e;
	}
}
function composeSchema(e) {
	const t = {};
	for (const [e, n] of Object.entries(CORE_KEYS)) t[e] = n.optional();
	const n = e.filter(({ check: e }) => e === true).map(({ key: e }) => e);
	if (n.length > 0) t["checks"] = checksOf(_enum(n)).optional();
	t["rules"] = ruleLevels(knownRules(e)).optional();
	for (const { key: n, schema: r, description: i } of e) {
		if (Object.hasOwn(t, n)) throw new InternalError(`Two config sections are named ${n}`);
		t[n] = r.optional().describe(i);
	}
	return strictObject(t);
}
function configJsonSchema(e) {
	const { $schema: t, ...n } = toJSONSchema(composeSchema(e), {
		target: "draft-7",
		io: "input",
		unrepresentable: "any"
	});
	return {
		$schema: t,
		$id: "urn:assay:config:1",
		title: "Assay",
		description: "The config file of Assay: `.github/assay.yml` or `assay.yml`.",
		...n
	};
}
function keysAt(e, t) {
	let n = alternatives(e);
	for (const e of t) n = n.flatMap((t) => alternatives(step(t, e)));
	return [...new Set(n.flatMap((e) => Object.keys(e.properties ?? {})))];
}
function step(e, t) {
	if (typeof t === "number") return e.items;
	const { properties: n = {}, additionalProperties: r } = e;
	return Object.hasOwn(n, t) ? n[String(t)] : r;
}
function alternatives(e) {
	if (typeof e !== "object" || e === null) return [];
	const { anyOf: t, oneOf: n } = e;
	return [e, ...[...t ?? [], ...n ?? []].flatMap(alternatives)];
}
const MAX_LINES = 50;
function explainIssues(e, t, n) {
	const r = e.slice(0, MAX_LINES).flatMap((e) => linesOf(e, [], t, n)).sort((e, t) => e.line - t.line || e.column - t.column).map(({ text: e }) => e);
	return r.length < MAX_LINES ? r : [...r.slice(0, MAX_LINES), "There are more mistakes than are listed here."];
}
function linesOf(e, t, n, r) {
	const i = [...t, ...e.path];
	const a = (e, t) => {
		const r = n.place(e);
		return {
			line: r.startLine ?? 0,
			column: r.startColumn ?? 0,
			text: `${formatPlace(r)}: ${t}`
		};
	};
	if (e.code === "unrecognized_keys") {
		const t = keysAt(r(), i);
		return e.keys.slice(0, MAX_LINES).map((e) => a([...i, e], unknownKey(e, i, t)));
	}
	if (e.code === "invalid_union") {
		const [t] = [...e.errors].sort((e, t) => depth(t) - depth(e) || e.length - t.length);
		if (t !== void 0 && depth(t) > 0) return t.flatMap((e) => linesOf(e, i, n, r));
	}
	if (e.code === "invalid_key" || e.code === "invalid_element") return e.issues.map((e) => a(i, `${name(i)}: ${e.message}`));
	if (e.code === "custom") return [a(i, `${name(i)}: ${e.message}`)];
	return [a(i, `${name(i)} ${explain(e, valueAt(n.value, i))}`)];
}
function depth(e) {
	return Math.max(0, ...e.map((e) => e.path.length + (e.code === "unrecognized_keys" ? 1 : 0)));
}
function unknownKey(e, t, n) {
	const r = nearest(e, n);
	const i = t.length === 0 ? "" : ` in ${name(t)}`;
	const a = n.length === 0 ? "" : `; allowed are ${[...n].sort().join(", ")}`;
	return `there is no key \`${e.slice(0, 100)}\`${i}${r === void 0 ? a : `; did you mean \`${r}\`?`}`;
}
function explain(e, t) {
	switch (e.code) {
		case "invalid_type": return t === void 0 ? `is missing; it must be ${typeName(e.expected)}` : `is ${show(t)}; it must be ${typeName(e.expected)}`;
		case "invalid_value": {
			const n = e.values.map(String);
			const r = typeof t === "string" ? nearest(t, n) : void 0;
			const i = r === void 0 ? "" : `; did you mean "${r}"?`;
			const a = n.length === 1 ? n[0] : `one of ${n.join(", ")}`;
			return t === void 0 ? `is missing; it must be ${a}` : `is ${show(t)}; it must be ${a}${i}`;
		}
		case "too_small": return `is ${show(t)}; it must ${sized(e.origin, "at least", e.minimum)}`;
		case "too_big": return `is ${show(t)}; it must ${sized(e.origin, "at most", e.maximum)}`;
		case "invalid_union": {
			const n = e.errors.flat().flatMap((e) => {
				if (e.code === "invalid_type") return [typeName(e.expected)];
				return e.code === "invalid_value" ? e.values.map(String) : [];
			});
			return `is ${show(t)}; it must be ${[...new Set(n)].join(" or ") || "of another form"}`;
		}
		default: return `is ${show(t)}: ${e.message}`;
	}
}
function sized(e, t, n) {
	if (e === "string") return `have ${t} ${n} character${n === 1 ? "" : "s"}`;
	if (e === "array") return `have ${t} ${n} item${n === 1 ? "" : "s"}`;
	return `be ${t} ${n}`;
}
const TYPE_NAMES = new Map([
	["string", "text"],
	["int", "a whole number"],
	["number", "a number"],
	["boolean", "true or false"],
	["array", "a list"],
	["object", "a mapping of keys to values"],
	["record", "a mapping of keys to values"]
]);
function typeName(e) {
	return TYPE_NAMES.get(e) ?? e;
}
function show(e) {
	if (e === null) return "empty";
	if (Array.isArray(e)) return e.length === 0 ? "an empty list" : "a list";
	if (typeof e === "object") return "a mapping";
	const t = JSON.stringify(e) ?? String(e);
	const n = typeof e === "string" ? "" : ` (${typeof e === "number" ? "a number" : "a switch"})`;
	return `${t.length > 80 ? `${t.slice(0, 80)}…` : t}${n}`;
}
function name(e) {
	if (e.length === 0) return "the file";
	return `\`${e.reduce((e, t) => typeof t === "number" ? `${e}[${t}]` : e === "" ? String(t) : `${e}.${String(t)}`, "")}\``;
}
function valueAt(e, t) {
	return t.reduce((e, t) => typeof e === "object" && e !== null && Object.hasOwn(e, t) ? e[t] : void 0, e);
}
const MAX_ALIASES = 100;
const MAX_PROBLEMS = 20;
function parseYaml(e, t) {
	const n = new LineCounter();
	const r = (t) => {
		const { line: r, col: i } = n.linePos(t);
		return {
			path: e,
			startLine: Math.max(1, r),
			startColumn: Math.max(1, i)
		};
	};
	const i = parseAllDocuments(t, {
		version: "1.2",
		lineCounter: n,
		prettyErrors: false,
		stringKeys: true,
		uniqueKeys: false,
		logLevel: "silent"
	});
	const [a, o] = "empty" in i ? [] : i;
	if (a === void 0) return {
		value: null,
		place: () => r(0),
		has: () => false
	};
	const s = [...syntaxFaults(a), ...duplicateKeys(a, r)];
	if (o !== void 0) s.push({
		offset: o.range[0],
		message: "a second document begins; a config file has one"
	});
	if (s.length > 0) throw yamlError(e, s, r);
	return {
		value: plainValue(e, a),
		place: (e) => r(find(a, e).offset),
		has: (e) => find(a, e).complete
	};
}
function syntaxFaults(e) {
	const t = [...e.errors, ...e.warnings].map(({ pos: e, message: t }) => ({
		offset: e[0],
		message: t
	}));
	const n = t.find(({ message: e }) => /call stack|stack overflow/i.test(e));
	return n === void 0 ? t : [{
		...n,
		message: "this is nested too deeply"
	}];
}
function duplicateKeys(e, t) {
	if (e.errors.length > 0) return [];
	const n = [];
	visit(e, { Map(e, r) {
		const i = new Map();
		for (const { key: e } of r.items) {
			if (!isScalar(e)) continue;
			const r = e.range?.[0] ?? 0;
			const a = i.get(e.value);
			if (a === void 0) i.set(e.value, r);
			else {
				const i = `the key \`${e.value}\` is already given in line ${t(a).startLine}`;
				n.push({
					offset: r,
					message: i
				});
			}
		}
	} });
	return n;
}
function plainValue(e, t) {
	try {
		return t.toJS({ maxAliasCount: MAX_ALIASES });
	} catch (t) {
		throw new UsageError(`${e} repeats its anchors too often or without end`, {
			hint: `Write the values out: at most ${MAX_ALIASES} repetitions are read.`,
			cause: t
		});
	}
}
function yamlError(e, t, n) {
	const r = t.slice(0, MAX_PROBLEMS).map(({ offset: e, message: t }) => `${formatPlace(n(e))}: ${t}`);
	return new UsageError(`${e} is not valid YAML`, { problems: r });
}
function find(e, t) {
	let n = e.contents;
	let r = n?.range?.[0] ?? 0;
	for (const i of t) {
		if (isAlias(n)) n = n.resolve(e);
		const t = child(n, i);
		if (t === void 0) return {
			offset: r,
			complete: false
		};
		r = t.offset;
		n = t.node;
	}
	return {
		offset: r,
		complete: true
	};
}
function child(e, t) {
	if (isMap(e)) {
		const n = e.items.find(({ key: e }) => isScalar(e) && e.value === String(t));
		if (n === void 0 || !isScalar(n.key)) return void 0;
		return {
			node: isNode(n.value) ? n.value : null,
			offset: n.key.range?.[0] ?? 0
		};
	}
	if (isSeq(e)) {
		const n = e.items[Number(t)];
		return isNode(n) ? {
			node: n,
			offset: n.range?.[0] ?? 0
		} : void 0;
	}
}
function parseConfig(e, t, n) {
	const r = composeSchema(n);
	const i = () => parse(e, t, r, n);
	return isConfig(t, Object.keys(r.shape)) ? quoting({
		path: e,
		text: t
	}, i) : i();
}
function isConfig(e, t) {
	return (e.match(/^["']?[\w-]+(?=["']?\s*:)/gm) ?? []).some((e) => t.includes(e.replace(/^["']/, "")));
}
function noMapping(e, t) {
	return new UsageError(`${e} is no config file: it holds ${Array.isArray(t) ? "a list" : "text"} and no mapping of keys`, { hint: `${PROJECT_URL}/blob/main/docs/reference/config.md shows what a config file looks like.` });
}
function parse(e, t, n, r) {
	const i = parseYaml(e, t);
	const a = i.value ?? {};
	if (!isRecord(a)) throw noMapping(e, a);
	const o = n.safeParse(a);
	if (!o.success) {
		const t = explainIssues(o.error.issues, i, () => configJsonSchema(r));
		throw new UsageError(t.length === 1 ? `${e} has a mistake` : `${e} has ${t.length} mistakes`, {
			problems: t,
			hint: `${PROJECT_URL}/blob/main/docs/reference/config.md lists every key.`
		});
	}
	const s = o.data;
	return {
		path: e,
		text: t,
		section: (e) => Object.hasOwn(s, e) ? s[e] : void 0,
		value: (e) => valueAt(a, keyPath(e)),
		place: (e) => i.has(keyPath(e)) ? i.place(keyPath(e)) : void 0
	};
}
function keyPath(e) {
	if (e === "") return [];
	return e.split(".").map((e) => /^\d+$/.test(e) ? Number(e) : e);
}
export { parseConfig };
