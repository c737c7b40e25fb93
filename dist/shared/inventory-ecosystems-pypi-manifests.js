import "./rolldown-runtime.js";
import { a as textsOf, i as textOf, n as tableOf, t as parseToml } from "./inventory-toml.js";
import { Ct as isRecord } from "./core.js";
import { n as isPackageName, r as normalizeName } from "./inventory-ecosystems-pypi-names.js";
const MAX_LENGTH$1 = 16384;
const MAX_DEPTH = 64;
const TOKEN = /\s*(?:([()])|'([^']*)'|"([^"]*)"|(===|==|!=|<=|>=|~=|<|>)|([A-Za-z_][\w.]*))/y;
function parseMarker(e) {
	const t = e.length > MAX_LENGTH$1 ? void 0 : tokenize(e);
	if (t === void 0) return void 0;
	const n = {
		tokens: t,
		at: 0,
		depth: 0
	};
	const r = readAny(n);
	return n.at === t.length ? r : void 0;
}
function tokenize(e) {
	const t = [];
	const n = e.trimEnd().length;
	TOKEN.lastIndex = 0;
	while (TOKEN.lastIndex < n) {
		const n = TOKEN.exec(e);
		if (n === null) return void 0;
		const [, r, i, a, o, s] = n;
		if (r !== void 0) t.push({
			kind: "mark",
			text: r
		});
		else if (o !== void 0) t.push({
			kind: "operator",
			text: o
		});
		else if (s !== void 0) t.push({
			kind: "word",
			text: s
		});
		else t.push({
			kind: "text",
			text: i ?? a ?? ""
		});
	}
	return t;
}
function readAny(e) {
	return readList(e, "or", readAll, (e) => ({ any: e }));
}
function readAll(e) {
	return readList(e, "and", readOne, (e) => ({ all: e }));
}
function readList(e, t, n, r) {
	const i = [];
	for (;;) {
		const r = n(e);
		if (r === void 0) return void 0;
		i.push(r);
		const a = e.tokens[e.at];
		if (a?.kind !== "word" || a.text !== t) break;
		e.at += 1;
	}
	const [a, ...o] = i;
	return o.length === 0 ? a : r(i);
}
function readOne(e) {
	const t = e.tokens[e.at++];
	if (t?.kind === "mark" && t.text === "(") {
		if (++e.depth > MAX_DEPTH) return void 0;
		const t = readAny(e);
		e.depth -= 1;
		return e.tokens[e.at++]?.text === ")" ? t : void 0;
	}
	const n = readOperator(e);
	const r = e.tokens[e.at++];
	if (t === void 0 || n === void 0 || r === void 0) return void 0;
	if (t.kind === "word" && r.kind === "text") return { atom: {
		variable: t.text,
		operator: n,
		value: r.text
	} };
	if (t.kind === "text" && r.kind === "word") return { atom: {
		variable: r.text,
		operator: TURNED[n] ?? n,
		value: t.text
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
function readOperator(e) {
	const t = e.tokens[e.at++];
	if (t?.kind === "operator" || t?.kind === "word" && t.text === "in") return t.text;
	if (t?.kind !== "word" || t.text !== "not") return void 0;
	return e.tokens[e.at++]?.text === "in" ? "not in" : void 0;
}
function evaluate(e, t) {
	if ("atom" in e) return t(e.atom);
	return "all" in e ? e.all.every((e) => evaluate(e, t)) : e.any.some((e) => evaluate(e, t));
}
function atomsOf(e) {
	if ("atom" in e) return [e.atom];
	return ("all" in e ? e.all : e.any).flatMap(atomsOf);
}
const MAX_LENGTH = 16384;
const CLAUSE = /^(?:===|==|!=|<=|>=|~=|<|>)[^\s,;()]+$/;
function parseRequirement(e) {
	if (e.length > MAX_LENGTH) return void 0;
	const t = /^\s*([A-Za-z\d][A-Za-z\d._-]*)\s*(?:\[([^\]]*)\])?\s*/.exec(e);
	const [n = "", r = "", i = ""] = t ?? [];
	if (t === null || !isPackageName(r)) return void 0;
	const a = readExtras(i);
	if (a === void 0) return void 0;
	const o = e.slice(n.length);
	const s = {
		name: normalizeName(r),
		extras: a
	};
	return o.startsWith("@") ? withUrl(s, o.slice(1)) : withSpecifier(s, o);
}
function withUrl(e, t) {
	const [, n = "", r = ""] = /^\s*(\S+)(?:\s+;(.*))?\s*$/s.exec(t) ?? [];
	return n === "" ? void 0 : withMarker({
		...e,
		specifier: "",
		url: n
	}, r);
}
function withSpecifier(e, t) {
	const n = t.indexOf(";");
	const r = normalizeSpecifier(n < 0 ? t : t.slice(0, n));
	if (r === void 0) return void 0;
	return withMarker({
		...e,
		specifier: r
	}, n < 0 ? "" : t.slice(n + 1));
}
function withMarker(e, t) {
	const n = t.trim();
	if (n === "") return e;
	return parseMarker(n) === void 0 ? void 0 : {
		...e,
		marker: n
	};
}
function readExtras(e) {
	const t = e.split(",").map((e) => e.trim()).filter((e) => e !== "");
	if (!t.every(isPackageName)) return void 0;
	return [...new Set(t.map(normalizeName))].sort();
}
function normalizeSpecifier(e) {
	const t = e.trim();
	const n = (/^\(.*\)$/s.test(t) ? t.slice(1, -1) : t).split(",").map((e) => e.replaceAll(/\s+/g, "")).filter((e) => e !== "");
	return n.every((e) => CLAUSE.test(e)) ? n.join(",") : void 0;
}
function pinnedVersion(e) {
	const [, t] = /^={2,3}([^,*]+)$/.exec(e) ?? [];
	return t;
}
function readDeclarations(e) {
	const t = tableOf(e["project"]);
	const n = [];
	let r = 0;
	const i = (e, t) => {
		for (const i of e) {
			const e = parseRequirement(i);
			if (e === void 0) r += 1;
			else n.push({
				requirement: e,
				...t
			});
		}
	};
	i(textsOf(t["dependencies"]), {});
	for (const [e, n] of Object.entries(tableOf(t["optional-dependencies"]))) i(textsOf(n), { extra: normalizeName(e) });
	for (const [t, n] of groupsOf(e)) i(n, { group: t });
	return {
		declared: n,
		dynamic: new Set(textsOf(t["dynamic"])),
		unreadable: r
	};
}
function groupsOf(e) {
	const t = new Map();
	for (const [n, r] of Object.entries(tableOf(e["dependency-groups"]))) t.set(normalizeName(n), Array.isArray(r) ? r : []);
	return new Map([...t.keys()].map((e) => [e, flattened(e, t)]));
}
function flattened(e, t) {
	const n = [];
	const r = new Set();
	const i = [e];
	for (let e = i.pop(); e !== void 0; e = i.pop()) {
		if (r.has(e)) continue;
		r.add(e);
		for (const r of t.get(e) ?? []) if (typeof r === "string") n.push(r);
		else if (isRecord(r)) i.push(normalizeName(textOf(r["include-group"]) ?? ""));
	}
	return n;
}
const MANIFESTS = [
	"pyproject.toml",
	"setup.cfg",
	"setup.py"
];
function pyprojectAsks(e) {
	const t = parseToml("pyproject.toml", e);
	const { declared: n, dynamic: r, unreadable: i } = readDeclarations(t);
	if (n.length > 0 || i > 0) return true;
	const { poetry: a, pdm: o, uv: s, setuptools: c } = tableOf(t["tool"]);
	if (r.has("dependencies") && !fromRequirementsFile(c)) return true;
	return poetryAsks(tableOf(a)) || [o, s].some((e) => hasLists(tableOf(e)["dev-dependencies"]));
}
function fromRequirementsFile(e) {
	const t = tableOf(tableOf(e)["dynamic"]);
	return tableOf(t["dependencies"])["file"] !== void 0;
}
function poetryAsks(e) {
	const { python: t, ...n } = tableOf(e["dependencies"]);
	const r = Object.values(tableOf(e["group"]));
	return [
		n,
		e["dev-dependencies"],
		...r.map((e) => tableOf(e)["dependencies"])
	].some(hasKeys);
}
function hasKeys(e) {
	return Object.keys(tableOf(e)).length > 0;
}
function hasLists(e) {
	return (Array.isArray(e) ? [e] : Object.values(tableOf(e))).some((e) => Array.isArray(e) && e.length > 0);
}
function pipfileAsks(e) {
	const { source: t, requires: n, scripts: r, pipenv: i, ...a } = parseToml("Pipfile", e);
	return Object.values(a).some(hasKeys);
}
function setupConfigAsks(e) {
	return /^install_requires[ \t]*=[ \t]*(?:[^\s#]|(?:\n[ \t]+(?:#.*)?)*\n[ \t]+[^\s#])/m.test(e) || /^\[options\.extras_require\]\s*(?:\n\s*#.*)*\n\s*\w/m.test(e);
}
function setupScriptAsks(e) {
	return /^[^#\n]*\b(?:setuptools|distutils|skbuild)\b/m.test(e) && /^[^#\n]*\bsetup\s*\(/m.test(e) && /^[^#\n]*\b(?:install_requires|extras_require)\b/m.test(e);
}
function folderName({ path: e, origin: t }) {
	return e.split("/").at(-2) ?? t?.repository.split("/").at(-1) ?? "project";
}
export { setupConfigAsks as a, parseRequirement as c, evaluate as d, parseMarker as f, pyprojectAsks as i, pinnedVersion as l, folderName as n, setupScriptAsks as o, pipfileAsks as r, readDeclarations as s, MANIFESTS as t, atomsOf as u };
