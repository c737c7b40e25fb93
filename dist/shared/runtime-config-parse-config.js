import "./rolldown-runtime.js";
import { B as PROJECT_URL, Ct as isRecord, J as parseDuration, L as DEFAULT_SLO, Q as UsageError, Z as InternalError, a as nearest, ct as ACTION_INPUTS, gt as SEVERITIES, rt as formatPlace, ut as COMMON_INPUTS } from "./core.js";
import { l as levelProblem, n as quoting, o as RULE_LEVELS, r as compileSuppressions, s as knownRules } from "./runtime-config-quote-problems.js";
import { c as strictObject, l as string, n as _enum, o as literal, r as array, s as record, u as toJSONSchema } from "./npm-zod.js";
import { t as inputKeys } from "./runtime-config-input-schema2.js";
import { a as isMap, c as isSeq, i as isAlias, n as LineCounter, o as isNode, r as visit, s as isScalar, t as parseAllDocuments } from "./npm-yaml.js";

// packages/runtime/src/config/core-sections.ts
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
	slo: strictObject(Object.fromEntries(SEVERITIES.map((severity) => [severity, target(severity).optional()]))).describe("Response clocks: when an answer and when a fix of a finding are due, by severity.")
};
function checksOf(name) {
	return array(name).min(1).describe("The checks that `assay check` runs.");
}
function ruleLevels(known) {
	return record(string(), _enum(RULE_LEVELS)).superRefine((levels, context) => {
		for (const [key, level] of Object.entries(levels)) {
			const problem = known && levelProblem(key, level, known);
			if (problem !== void 0) context.addIssue({
				code: "custom",
				path: [key],
				message: problem
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
	}).superRefine((entry, context) => {
		for (const message of usageErrorOf(() => compileSuppressions([entry]))?.problems ?? []) context.addIssue({
			code: "custom",
			message: message.replace(/^suppressions\[0\]: /, "")
		});
	});
}
function target(severity) {
	const { answer, fix } = DEFAULT_SLO[severity];
	return strictObject({
		answer: duration(`slo.${severity}.answer`).optional().describe(`Time to a first answer, such as \`24h\`, \`7d\`, \`2w\` or \`none\`. By default \`${answer}\`.`),
		fix: duration(`slo.${severity}.fix`).optional().describe(`Time to the fix. By default \`${fix}\`.`)
	}).describe(`The clock of a finding of severity ${severity}.`);
}
function duration(key) {
	return string().superRefine((text, context) => {
		const error = usageErrorOf(() => parseDuration(text, key));
		if (error === void 0) return;
		const found = JSON.stringify(text.slice(0, 60));
		context.addIssue({
			code: "custom",
			message: `${found} is no duration. ${error.hint}`
		});
	});
}
function usageErrorOf(work) {
	try {
		work();
		return;
	} catch (error) {
		if (error instanceof UsageError) return error;
		throw error;
	}
}

// packages/runtime/src/config/compose-schema.ts
function composeSchema(sections) {
	const shape = {};
	for (const [key, schema] of Object.entries(CORE_KEYS)) shape[key] = schema.optional();
	const checks = sections.filter(({ check }) => check === true).map(({ key }) => key);
	if (checks.length > 0) shape["checks"] = checksOf(_enum(checks)).optional();
	shape["rules"] = ruleLevels(knownRules(sections)).optional();
	for (const { key, schema, description } of sections) {
		if (Object.hasOwn(shape, key)) throw new InternalError(`Two config sections are named ${key}`);
		shape[key] = schema.optional().describe(description);
	}
	return strictObject(shape);
}
function configJsonSchema(sections) {
	const { $schema, ...rest } = toJSONSchema(composeSchema(sections), {
		target: "draft-7",
		io: "input",
		unrepresentable: "any"
	});
	return {
		$schema,
		$id: "urn:assay:config:1",
		title: "Assay",
		description: "The config file of Assay: `.github/assay.yml` or `assay.yml`.",
		...rest
	};
}

// packages/runtime/src/config/json-schema.ts
function keysAt(schema, path) {
	let schemas = alternatives(schema);
	for (const key of path) schemas = schemas.flatMap((inner) => alternatives(step(inner, key)));
	return [...new Set(schemas.flatMap((inner) => Object.keys(inner.properties ?? {})))];
}
function step(schema, key) {
	if (typeof key === "number") return schema.items;
	const { properties = {}, additionalProperties } = schema;
	return Object.hasOwn(properties, key) ? properties[String(key)] : additionalProperties;
}
function alternatives(schema) {
	if (typeof schema !== "object" || schema === null) return [];
	const { anyOf, oneOf } = schema;
	return [schema, ...[...anyOf ?? [], ...oneOf ?? []].flatMap(alternatives)];
}

// packages/runtime/src/config/issues.ts
const MAX_LINES = 50;
function explainIssues(issues, document, jsonSchema) {
	const lines = issues.slice(0, MAX_LINES).flatMap((issue) => linesOf(issue, [], document, jsonSchema)).sort((a, b) => a.line - b.line || a.column - b.column).map(({ text }) => text);
	return lines.length < MAX_LINES ? lines : [...lines.slice(0, MAX_LINES), "There are more mistakes than are listed here."];
}
function linesOf(issue, base, document, jsonSchema) {
	const path = [...base, ...issue.path];
	const line = (keys, text) => {
		const place = document.place(keys);
		return {
			line: place.startLine ?? 0,
			column: place.startColumn ?? 0,
			text: `${formatPlace(place)}: ${text}`
		};
	};
	if (issue.code === "unrecognized_keys") {
		const known = keysAt(jsonSchema(), path);
		return issue.keys.slice(0, MAX_LINES).map((key) => line([...path, key], unknownKey(key, path, known)));
	}
	if (issue.code === "invalid_union") {
		const [closest] = [...issue.errors].sort((a, b) => depth(b) - depth(a) || a.length - b.length);
		if (closest !== void 0 && depth(closest) > 0) return closest.flatMap((inner) => linesOf(inner, path, document, jsonSchema));
	}
	if (issue.code === "invalid_key" || issue.code === "invalid_element") return issue.issues.map((inner) => line(path, `${name(path)}: ${inner.message}`));
	if (issue.code === "custom") return [line(path, `${name(path)}: ${issue.message}`)];
	return [line(path, `${name(path)} ${explain(issue, valueAt(document.value, path))}`)];
}
function depth(issues) {
	return Math.max(0, ...issues.map((issue) => issue.path.length + (issue.code === "unrecognized_keys" ? 1 : 0)));
}
function unknownKey(key, path, known) {
	const near = nearest(key, known);
	const where = path.length === 0 ? "" : ` in ${name(path)}`;
	const allowed = known.length === 0 ? "" : `; allowed are ${[...known].sort().join(", ")}`;
	return `there is no key \`${key.slice(0, 100)}\`${where}${near === void 0 ? allowed : `; did you mean \`${near}\`?`}`;
}
function explain(issue, value) {
	switch (issue.code) {
		case "invalid_type": return value === void 0 ? `is missing; it must be ${typeName(issue.expected)}` : `is ${show(value)}; it must be ${typeName(issue.expected)}`;
		case "invalid_value": {
			const allowed = issue.values.map(String);
			const near = typeof value === "string" ? nearest(value, allowed) : void 0;
			const meant = near === void 0 ? "" : `; did you mean "${near}"?`;
			const rule = allowed.length === 1 ? allowed[0] : `one of ${allowed.join(", ")}`;
			return value === void 0 ? `is missing; it must be ${rule}` : `is ${show(value)}; it must be ${rule}${meant}`;
		}
		case "too_small": return `is ${show(value)}; it must ${sized(issue.origin, "at least", issue.minimum)}`;
		case "too_big": return `is ${show(value)}; it must ${sized(issue.origin, "at most", issue.maximum)}`;
		case "invalid_union": {
			const types = issue.errors.flat().flatMap((inner) => {
				if (inner.code === "invalid_type") return [typeName(inner.expected)];
				return inner.code === "invalid_value" ? inner.values.map(String) : [];
			});
			return `is ${show(value)}; it must be ${[...new Set(types)].join(" or ") || "of another form"}`;
		}
		default: return `is ${show(value)}: ${issue.message}`;
	}
}
function sized(origin, bound, size) {
	if (origin === "string") return `have ${bound} ${size} character${size === 1 ? "" : "s"}`;
	if (origin === "array") return `have ${bound} ${size} item${size === 1 ? "" : "s"}`;
	return `be ${bound} ${size}`;
}
const TYPE_NAMES = /* @__PURE__ */ new Map([
	["string", "text"],
	["int", "a whole number"],
	["number", "a number"],
	["boolean", "true or false"],
	["array", "a list"],
	["object", "a mapping of keys to values"],
	["record", "a mapping of keys to values"]
]);
function typeName(type) {
	return TYPE_NAMES.get(type) ?? type;
}
function show(value) {
	if (value === null) return "empty";
	if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
	if (typeof value === "object") return "a mapping";
	const text = JSON.stringify(value) ?? String(value);
	const kind = typeof value === "string" ? "" : ` (${typeof value === "number" ? "a number" : "a switch"})`;
	return `${text.length > 80 ? `${text.slice(0, 80)}…` : text}${kind}`;
}
function name(path) {
	if (path.length === 0) return "the file";
	return `\`${path.reduce((all, key) => typeof key === "number" ? `${all}[${key}]` : all === "" ? String(key) : `${all}.${String(key)}`, "")}\``;
}
function valueAt(value, path) {
	return path.reduce((current, key) => typeof current === "object" && current !== null && Object.hasOwn(current, key) ? current[key] : void 0, value);
}

// packages/runtime/src/config/yaml-document.ts
const MAX_ALIASES = 100;
const MAX_PROBLEMS = 20;
function parseYaml(path, text) {
	const lines = new LineCounter();
	const at = (offset) => {
		const { line, col } = lines.linePos(offset);
		return {
			path,
			startLine: Math.max(1, line),
			startColumn: Math.max(1, col)
		};
	};
	const documents = parseAllDocuments(text, {
		version: "1.2",
		lineCounter: lines,
		prettyErrors: false,
		stringKeys: true,
		uniqueKeys: false,
		logLevel: "silent"
	});
	const [document, second] = "empty" in documents ? [] : documents;
	if (document === void 0) return {
		value: null,
		place: () => at(0),
		has: () => false
	};
	const problems = [...syntaxFaults(document), ...duplicateKeys(document, at)];
	if (second !== void 0) problems.push({
		offset: second.range[0],
		message: "a second document begins; a config file has one"
	});
	if (problems.length > 0) throw yamlError(path, problems, at);
	return {
		value: plainValue(path, document),
		place: (keys) => at(find(document, keys).offset),
		has: (keys) => find(document, keys).complete
	};
}
function syntaxFaults(document) {
	const faults = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
		offset: pos[0],
		message
	}));
	const overflow = faults.find(({ message }) => /call stack|stack overflow/i.test(message));
	return overflow === void 0 ? faults : [{
		...overflow,
		message: "this is nested too deeply"
	}];
}
function duplicateKeys(document, at) {
	if (document.errors.length > 0) return [];
	const faults = [];
	visit(document, { Map(_, map) {
		const seen = /* @__PURE__ */ new Map();
		for (const { key } of map.items) {
			if (!isScalar(key)) continue;
			const offset = key.range?.[0] ?? 0;
			const first = seen.get(key.value);
			if (first === void 0) seen.set(key.value, offset);
			else {
				const message = `the key \`${key.value}\` is already given in line ${at(first).startLine}`;
				faults.push({
					offset,
					message
				});
			}
		}
	} });
	return faults;
}
function plainValue(path, document) {
	try {
		return document.toJS({ maxAliasCount: MAX_ALIASES });
	} catch (cause) {
		throw new UsageError(`${path} repeats its anchors too often or without end`, {
			hint: `Write the values out: at most ${MAX_ALIASES} repetitions are read.`,
			cause
		});
	}
}
function yamlError(path, faults, at) {
	const problems = faults.slice(0, MAX_PROBLEMS).map(({ offset, message }) => `${formatPlace(at(offset))}: ${message}`);
	return new UsageError(`${path} is not valid YAML`, { problems });
}
function find(document, path) {
	let node = document.contents;
	let offset = node?.range?.[0] ?? 0;
	for (const key of path) {
		if (isAlias(node)) node = node.resolve(document);
		const next = child(node, key);
		if (next === void 0) return {
			offset,
			complete: false
		};
		offset = next.offset;
		node = next.node;
	}
	return {
		offset,
		complete: true
	};
}
function child(node, key) {
	if (isMap(node)) {
		const pair = node.items.find(({ key: name }) => isScalar(name) && name.value === String(key));
		if (pair === void 0 || !isScalar(pair.key)) return void 0;
		return {
			node: isNode(pair.value) ? pair.value : null,
			offset: pair.key.range?.[0] ?? 0
		};
	}
	if (isSeq(node)) {
		const item = node.items[Number(key)];
		return isNode(item) ? {
			node: item,
			offset: item.range?.[0] ?? 0
		} : void 0;
	}
}

// packages/runtime/src/config/parse-config.ts
function parseConfig(path, text, sections) {
	const schema = composeSchema(sections);
	const read = () => parse(path, text, schema, sections);
	return isConfig(text, Object.keys(schema.shape)) ? quoting({
		path,
		text
	}, read) : read();
}
function isConfig(text, keys) {
	return (text.match(/^["']?[\w-]+(?=["']?\s*:)/gm) ?? []).some((key) => keys.includes(key.replace(/^["']/, "")));
}
function noMapping(path, value) {
	return new UsageError(`${path} is no config file: it holds ${Array.isArray(value) ? "a list" : "text"} and no mapping of keys`, { hint: `${PROJECT_URL}/blob/main/docs/reference/config.md shows what a config file looks like.` });
}
function parse(path, text, schema, sections) {
	const document = parseYaml(path, text);
	const value = document.value ?? {};
	if (!isRecord(value)) throw noMapping(path, value);
	const checked = schema.safeParse(value);
	if (!checked.success) {
		const problems = explainIssues(checked.error.issues, document, () => configJsonSchema(sections));
		throw new UsageError(problems.length === 1 ? `${path} has a mistake` : `${path} has ${problems.length} mistakes`, {
			problems,
			hint: `${PROJECT_URL}/blob/main/docs/reference/config.md lists every key.`
		});
	}
	const data = checked.data;
	return {
		path,
		text,
		section: (key) => Object.hasOwn(data, key) ? data[key] : void 0,
		value: (key) => valueAt(value, keyPath(key)),
		place: (key) => document.has(keyPath(key)) ? document.place(keyPath(key)) : void 0
	};
}
function keyPath(key) {
	if (key === "") return [];
	return key.split(".").map((part) => /^\d+$/.test(part) ? Number(part) : part);
}

export { parseConfig };