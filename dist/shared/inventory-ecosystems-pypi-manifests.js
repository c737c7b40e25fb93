import "./rolldown-runtime.js";
import { a as textsOf, i as textOf, n as tableOf, t as parseToml } from "./inventory-toml.js";
import { Ct as isRecord } from "./core.js";
import { n as isPackageName, r as normalizeName } from "./inventory-ecosystems-pypi-names.js";

// packages/inventory/src/ecosystems/pypi/marker.ts
const MAX_LENGTH$1 = 16384;
const MAX_DEPTH = 64;
const TOKEN = /\s*(?:([()])|'([^']*)'|"([^"]*)"|(===|==|!=|<=|>=|~=|<|>)|([A-Za-z_][\w.]*))/y;
function parseMarker(text) {
	const tokens = text.length > MAX_LENGTH$1 ? void 0 : tokenize(text);
	if (tokens === void 0) return void 0;
	const reader = {
		tokens,
		at: 0,
		depth: 0
	};
	const marker = readAny(reader);
	return reader.at === tokens.length ? marker : void 0;
}
function tokenize(text) {
	const tokens = [];
	const end = text.trimEnd().length;
	TOKEN.lastIndex = 0;
	while (TOKEN.lastIndex < end) {
		const match = TOKEN.exec(text);
		if (match === null) return void 0;
		const [, mark, single, double, operator, word] = match;
		if (mark !== void 0) tokens.push({
			kind: "mark",
			text: mark
		});
		else if (operator !== void 0) tokens.push({
			kind: "operator",
			text: operator
		});
		else if (word !== void 0) tokens.push({
			kind: "word",
			text: word
		});
		else tokens.push({
			kind: "text",
			text: single ?? double ?? ""
		});
	}
	return tokens;
}
function readAny(reader) {
	return readList(reader, "or", readAll, (any) => ({ any }));
}
function readAll(reader) {
	return readList(reader, "and", readOne, (all) => ({ all }));
}
function readList(reader, word, readPart, join) {
	const parts = [];
	for (;;) {
		const part = readPart(reader);
		if (part === void 0) return void 0;
		parts.push(part);
		const next = reader.tokens[reader.at];
		if (next?.kind !== "word" || next.text !== word) break;
		reader.at += 1;
	}
	const [only, ...others] = parts;
	return others.length === 0 ? only : join(parts);
}
function readOne(reader) {
	const first = reader.tokens[reader.at++];
	if (first?.kind === "mark" && first.text === "(") {
		if (++reader.depth > MAX_DEPTH) return void 0;
		const inner = readAny(reader);
		reader.depth -= 1;
		return reader.tokens[reader.at++]?.text === ")" ? inner : void 0;
	}
	const operator = readOperator(reader);
	const last = reader.tokens[reader.at++];
	if (first === void 0 || operator === void 0 || last === void 0) return void 0;
	if (first.kind === "word" && last.kind === "text") return { atom: {
		variable: first.text,
		operator,
		value: last.text
	} };
	if (first.kind === "text" && last.kind === "word") return { atom: {
		variable: last.text,
		operator: TURNED[operator] ?? operator,
		value: first.text
	} };
}
const TURNED = {
	"<": ">",
	"<=": ">=",
	">": "<",
	">=": "<=",
	in: "contains",
	"not in": "lacks"
};
function readOperator(reader) {
	const token = reader.tokens[reader.at++];
	if (token?.kind === "operator" || token?.kind === "word" && token.text === "in") return token.text;
	if (token?.kind !== "word" || token.text !== "not") return void 0;
	return reader.tokens[reader.at++]?.text === "in" ? "not in" : void 0;
}
function evaluate(marker, holds) {
	if ("atom" in marker) return holds(marker.atom);
	return "all" in marker ? marker.all.every((part) => evaluate(part, holds)) : marker.any.some((part) => evaluate(part, holds));
}
function atomsOf(marker) {
	if ("atom" in marker) return [marker.atom];
	return ("all" in marker ? marker.all : marker.any).flatMap(atomsOf);
}

// packages/inventory/src/ecosystems/pypi/requirement.ts
const MAX_LENGTH = 16384;
const CLAUSE = /^(?:===|==|!=|<=|>=|~=|<|>)[^\s,;()]+$/;
function parseRequirement(text) {
	if (text.length > MAX_LENGTH) return void 0;
	const head = /^\s*([A-Za-z\d][A-Za-z\d._-]*)\s*(?:\[([^\]]*)\])?\s*/.exec(text);
	const [whole = "", name = "", list = ""] = head ?? [];
	if (head === null || !isPackageName(name)) return void 0;
	const extras = readExtras(list);
	if (extras === void 0) return void 0;
	const rest = text.slice(whole.length);
	const named = {
		name: normalizeName(name),
		extras
	};
	return rest.startsWith("@") ? withUrl(named, rest.slice(1)) : withSpecifier(named, rest);
}
function withUrl(named, rest) {
	const [, url = "", marker = ""] = /^\s*(\S+)(?:\s+;(.*))?\s*$/s.exec(rest) ?? [];
	return url === "" ? void 0 : withMarker({
		...named,
		specifier: "",
		url
	}, marker);
}
function withSpecifier(named, rest) {
	const semicolon = rest.indexOf(";");
	const specifier = normalizeSpecifier(semicolon < 0 ? rest : rest.slice(0, semicolon));
	if (specifier === void 0) return void 0;
	return withMarker({
		...named,
		specifier
	}, semicolon < 0 ? "" : rest.slice(semicolon + 1));
}
function withMarker(requirement, text) {
	const marker = text.trim();
	if (marker === "") return requirement;
	return parseMarker(marker) === void 0 ? void 0 : {
		...requirement,
		marker
	};
}
function readExtras(list) {
	const extras = list.split(",").map((each) => each.trim()).filter((each) => each !== "");
	if (!extras.every(isPackageName)) return void 0;
	return [...new Set(extras.map(normalizeName))].sort();
}
function normalizeSpecifier(text) {
	const trimmed = text.trim();
	const clauses = (/^\(.*\)$/s.test(trimmed) ? trimmed.slice(1, -1) : trimmed).split(",").map((clause) => clause.replaceAll(/\s+/g, "")).filter((clause) => clause !== "");
	return clauses.every((clause) => CLAUSE.test(clause)) ? clauses.join(",") : void 0;
}
function pinnedVersion(specifier) {
	const [, pinned] = /^={2,3}([^,*]+)$/.exec(specifier) ?? [];
	return pinned;
}

// packages/inventory/src/ecosystems/pypi/pyproject.ts
function readDeclarations(pyproject) {
	const project = tableOf(pyproject["project"]);
	const declared = [];
	let unreadable = 0;
	const add = (list, part) => {
		for (const text of list) {
			const requirement = parseRequirement(text);
			if (requirement === void 0) unreadable += 1;
			else declared.push({
				requirement,
				...part
			});
		}
	};
	add(textsOf(project["dependencies"]), {});
	for (const [extra, list] of Object.entries(tableOf(project["optional-dependencies"]))) add(textsOf(list), { extra: normalizeName(extra) });
	for (const [group, list] of groupsOf(pyproject)) add(list, { group });
	return {
		declared,
		dynamic: new Set(textsOf(project["dynamic"])),
		unreadable
	};
}
function groupsOf(pyproject) {
	const groups = /* @__PURE__ */ new Map();
	for (const [name, list] of Object.entries(tableOf(pyproject["dependency-groups"]))) groups.set(normalizeName(name), Array.isArray(list) ? list : []);
	return new Map([...groups.keys()].map((name) => [name, flattened(name, groups)]));
}
function flattened(start, groups) {
	const found = [];
	const seen = /* @__PURE__ */ new Set();
	const pending = [start];
	for (let name = pending.pop(); name !== void 0; name = pending.pop()) {
		if (seen.has(name)) continue;
		seen.add(name);
		for (const item of groups.get(name) ?? []) if (typeof item === "string") found.push(item);
		else if (isRecord(item)) pending.push(normalizeName(textOf(item["include-group"]) ?? ""));
	}
	return found;
}

// packages/inventory/src/ecosystems/pypi/manifests.ts
const MANIFESTS = [
	"pyproject.toml",
	"setup.cfg",
	"setup.py"
];
function pyprojectAsks(text) {
	const pyproject = parseToml("pyproject.toml", text);
	const { declared, dynamic, unreadable } = readDeclarations(pyproject);
	if (declared.length > 0 || unreadable > 0) return true;
	const { poetry, pdm, uv, setuptools } = tableOf(pyproject["tool"]);
	if (dynamic.has("dependencies") && !fromRequirementsFile(setuptools)) return true;
	return poetryAsks(tableOf(poetry)) || [pdm, uv].some((tool) => hasLists(tableOf(tool)["dev-dependencies"]));
}
function fromRequirementsFile(setuptools) {
	const dynamic = tableOf(tableOf(setuptools)["dynamic"]);
	return tableOf(dynamic["dependencies"])["file"] !== void 0;
}
function poetryAsks(poetry) {
	const { python, ...dependencies } = tableOf(poetry["dependencies"]);
	const groups = Object.values(tableOf(poetry["group"]));
	return [
		dependencies,
		poetry["dev-dependencies"],
		...groups.map((group) => tableOf(group)["dependencies"])
	].some(hasKeys);
}
function hasKeys(value) {
	return Object.keys(tableOf(value)).length > 0;
}
function hasLists(value) {
	return (Array.isArray(value) ? [value] : Object.values(tableOf(value))).some((list) => Array.isArray(list) && list.length > 0);
}
function pipfileAsks(text) {
	const { source, requires, scripts, pipenv, ...categories } = parseToml("Pipfile", text);
	return Object.values(categories).some(hasKeys);
}
function setupConfigAsks(text) {
	return /^install_requires[ \t]*=[ \t]*(?:[^\s#]|(?:\n[ \t]+(?:#.*)?)*\n[ \t]+[^\s#])/m.test(text) || /^\[options\.extras_require\]\s*(?:\n\s*#.*)*\n\s*\w/m.test(text);
}
function setupScriptAsks(text) {
	return /^[^#\n]*\b(?:setuptools|distutils|skbuild)\b/m.test(text) && /^[^#\n]*\bsetup\s*\(/m.test(text) && /^[^#\n]*\b(?:install_requires|extras_require)\b/m.test(text);
}
function folderName({ path, origin }) {
	return path.split("/").at(-2) ?? origin?.repository.split("/").at(-1) ?? "project";
}

export { setupConfigAsks as a, parseRequirement as c, evaluate as d, parseMarker as f, pyprojectAsks as i, pinnedVersion as l, folderName as n, setupScriptAsks as o, pipfileAsks as r, readDeclarations as s, MANIFESTS as t, atomsOf as u };