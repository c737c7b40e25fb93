import { r as TomlError, t as parse } from "./npm-smol-toml.js";
import { Gt as UsageError, dn as isRecord } from "./part-base.js";
function headersOf(e, t) {
	const n = `[[${t}]]`;
	return e.includes("\"\"\"") || e.includes("'''") ? headersOutsideStrings(e, n) : headersIn(e, n);
}
function headersIn(e, t) {
	const n = [];
	let r = 1;
	let i = 0;
	for (let a = e.indexOf(t); a >= 0; a = e.indexOf(t, a + t.length)) {
		for (let t = e.indexOf("\n", i); t >= 0 && t < a; r++) {
			i = t + 1;
			t = e.indexOf("\n", i);
		}
		if (e.slice(i, a).trim() === "") n.push({
			at: i,
			line: r
		});
	}
	return n;
}
function headersOutsideStrings(e, t) {
	const n = [];
	let r;
	let i = 0;
	for (const [a, o] of e.split("\n").entries()) {
		if (r === void 0 && o.trimStart().startsWith(t)) n.push({
			at: i,
			line: a + 1
		});
		r = openString(o, r);
		i += o.length + 1;
	}
	return n;
}
function openString(e, t) {
	if (t === void 0 && !e.includes("\"\"\"") && !e.includes("'''")) return void 0;
	let n = t;
	for (let t = 0; t < e.length; t++) {
		const r = e.slice(t, t + 3);
		if (n === void 0 && e[t] === "#") return void 0;
		if (n === "\"\"\"" && e[t] === "\\") t++;
		else if (n === void 0 && (r === "\"\"\"" || r === "'''")) {
			n = r;
			t += 2;
		} else if (r === n) {
			n = void 0;
			t += 2;
		}
	}
	return n;
}
const MAX_DEPTH = 16;
const ODD = /[\x00-\x08\x0b-\x1f\x7f]/;
const TEXT_PAIR = /([\w-]+)[ \t]*=[ \t]*"([^"\\\n]*)"(?!")/y;
const KEY = /[\w-]+/y;
const SPACE = /[ \t]*/y;
const LINE_END = /[ \t]*(?:#[^\n]*)?(?:\n|$)/y;
const GAP = /(?:[ \t\n]|#[^\n]*\n)*/y;
const COMMA = /[ \t]*,[ \t]*/y;
const LIST_COMMA = /,(?:[ \t\n]|#[^\n]*\n)*/y;
const QUOTED = /"((?:[^"\\\n]|\\["\\])*)"(?!")/y;
const LITERAL = /'([^'\n]*)'(?!')/y;
const NUMBER = /(?:0|-?[1-9]\d{0,14})(?=[ \t\n,\]}#]|$)/y;
const WORD = /(?:true|false)(?=[ \t\n,\]}#]|$)/y;
const BEYOND = new Error("beyond plain TOML");
function parsePlainToml(e) {
	if (ODD.test(e)) return void 0;
	try {
		return readDocument({
			text: e,
			at: 0
		});
	} catch (e) {
		if (e === BEYOND || e instanceof RangeError) return void 0;
		throw e;
	}
}
function readDocument(e) {
	const t = {};
	const n = {
		headers: new Set([t]),
		dotted: new Set()
	};
	let r = t;
	const { text: i } = e;
	for (;;) {
		skip(e, GAP);
		if (e.at >= i.length) return t;
		if (i[e.at] === "[") r = readHeader(e, t, n);
		else readPair(e, r, n, 0);
		read(e, LINE_END);
	}
}
function readHeader(e, t, { headers: n }) {
	const r = e.text[e.at + 1] === "[";
	e.at += r ? 2 : 1;
	let i = t;
	let a = keyOf(e);
	while (take(e, ".")) {
		i = below(i, a, n);
		a = keyOf(e);
	}
	if (!take(e, "]") || r && !take(e, "]")) throw BEYOND;
	const o = {};
	n.add(o);
	const s = Object.hasOwn(i, a) ? i[a] : void 0;
	if (s === void 0) {
		const e = [o];
		if (r) n.add(e);
		put(i, a, r ? e : o);
	} else if (r && Array.isArray(s) && n.has(s)) s.push(o);
	else throw BEYOND;
	return o;
}
function below(e, t, n) {
	if (!Object.hasOwn(e, t)) {
		const r = {};
		n.add(r);
		put(e, t, r);
		return r;
	}
	const r = e[t];
	if (typeof r !== "object" || r === null || !n.has(r)) throw BEYOND;
	return Array.isArray(r) ? r.at(-1) : r;
}
function readPair(e, t, n, r) {
	TEXT_PAIR.lastIndex = e.at;
	const i = TEXT_PAIR.exec(e.text);
	if (i !== null) {
		e.at = TEXT_PAIR.lastIndex;
		put(t, i[1] ?? "", i[2]);
		return;
	}
	let a = t;
	let o = keyOf(e);
	while (take(e, ".")) {
		a = dotted(a, o, n);
		o = keyOf(e);
	}
	skip(e, SPACE);
	if (!take(e, "=")) throw BEYOND;
	skip(e, SPACE);
	put(a, o, readValue(e, r));
}
function dotted(e, t, n) {
	if (n === void 0) throw BEYOND;
	const r = Object.hasOwn(e, t) ? e[t] : void 0;
	if (r === void 0) {
		const r = {};
		n.dotted.add(r);
		put(e, t, r);
		return r;
	}
	if (typeof r !== "object" || r === null || !n.dotted.has(r)) throw BEYOND;
	return r;
}
function put(e, t, n) {
	if (t === "__proto__" || Object.hasOwn(e, t)) throw BEYOND;
	e[t] = n;
}
function keyOf(e) {
	return e.text[e.at] === "\"" ? readQuoted(e) : read(e, KEY);
}
function readValue(e, t) {
	switch (e.text[e.at]) {
		case "\"": return readQuoted(e);
		case "'": return read(e, LITERAL).slice(1, -1);
		case "[": return readList(e, t + 1);
		case "{": return readInline(e, t + 1);
		case "t":
		case "f": return read(e, WORD) === "true";
		default: return Number(read(e, NUMBER));
	}
}
function readQuoted(e) {
	const t = read(e, QUOTED).slice(1, -1);
	return t.includes("\\") ? t.replace(/\\(.)/g, "$1") : t;
}
function readList(e, t) {
	if (t > MAX_DEPTH) throw BEYOND;
	e.at++;
	const n = [];
	skip(e, GAP);
	while (!take(e, "]")) {
		n.push(readValue(e, t));
		skip(e, GAP);
		if (take(e, "]")) break;
		read(e, LIST_COMMA);
	}
	return n;
}
function readInline(e, t) {
	if (t > MAX_DEPTH) throw BEYOND;
	e.at++;
	const n = {};
	skip(e, SPACE);
	if (take(e, "}")) return n;
	for (;;) {
		readPair(e, n, void 0, t);
		skip(e, SPACE);
		if (take(e, "}")) return n;
		read(e, COMMA);
	}
}
function take(e, t) {
	if (e.text[e.at] !== t) return false;
	e.at++;
	return true;
}
function skip(e, t) {
	t.lastIndex = e.at;
	if (t.test(e.text)) e.at = t.lastIndex;
}
function read(e, t) {
	const n = e.at;
	t.lastIndex = n;
	if (!t.test(e.text)) throw BEYOND;
	e.at = t.lastIndex;
	return e.text.slice(n, e.at);
}
const MAX_TOML_DEPTH = 64;
function parseToml(e, t, n) {
	try {
		return parsePlainToml(t) ?? parse(t, { maxDepth: 64 });
	} catch (t) {
		if (!(t instanceof TomlError)) throw t;
		const [r = ""] = t.message.split("\n");
		const i = r.replace(/^Invalid TOML document: /, "");
		throw new UsageError(`${e} is no TOML (line ${t.line}: ${i})`, n === void 0 ? {} : { hint: n });
	}
}
function tablesOf(e) {
	return Array.isArray(e) ? e.map((e) => isRecord(e) ? e : void 0) : [];
}
function textOf(e) {
	return typeof e === "string" && e !== "" ? e : void 0;
}
function textsOf(e) {
	return Array.isArray(e) ? e.filter((e) => typeof e === "string") : [];
}
function tableOf(e) {
	return isRecord(e) ? e : {};
}
function parseTableList(e, t, n, r, i) {
	const a = headersOf(t, n);
	return inParts(t, n, a, r) ?? asAWhole(e, t, n, a, r, i);
}
function inParts(e, t, n, r) {
	const i = new Map();
	const a = [];
	const o = [0, ...n.map(({ at: e }) => e)];
	for (const [s, c] of o.entries()) {
		const l = parsePart(e.slice(c, o[s + 1]));
		if (l === void 0) return void 0;
		const { [t]: u, ...d } = l;
		for (const [e, t] of Object.entries(d)) {
			if (i.has(e)) return void 0;
			i.set(e, t);
		}
		const f = tablesOf(u);
		if (s === 0 ? u !== void 0 : f.length !== 1) return void 0;
		for (const e of f) a.push(r({
			table: e,
			line: n[s - 1]?.line
		}));
	}
	return {
		rest: Object.fromEntries(i),
		taken: a
	};
}
function parsePart(e) {
	try {
		return parsePlainToml(e) ?? parse(e, { maxDepth: 64 });
	} catch (e) {
		if (e instanceof TomlError) return void 0;
		throw e;
	}
}
function asAWhole(e, t, n, r, i, a) {
	const o = parseToml(e, t, a);
	const s = tablesOf(o[n]);
	const c = s.length === r.length ? r : [];
	return {
		rest: o,
		taken: s.map((e, t) => i({
			table: e,
			line: c[t]?.line
		}))
	};
}
export { textOf as a, tablesOf as i, parseToml as n, textsOf as o, tableOf as r, parseTableList as t };
