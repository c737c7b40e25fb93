import { Gt as UsageError } from "./part-base.js";
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const TAB = 9;
const HASH$1 = 35;
function cursorOver(e, t) {
	return {
		path: e,
		text: t,
		line: 0,
		at: 0,
		end: 0,
		indent: -1,
		next: 0,
		duplicates: []
	};
}
function fail({ path: e, line: t }, n) {
	throw new UsageError(`${e} can't be understood from line ${t} on: ${n}`);
}
function advance(e) {
	while (advanceRaw(e)) {
		if (e.at === e.end) continue;
		const t = e.text.charCodeAt(e.at);
		if (t === HASH$1) continue;
		if (t === TAB) fail(e, "it is indented with a tab");
		return;
	}
}
function advanceRaw(e) {
	const { text: t, next: n } = e;
	if (n >= t.length) {
		e.at = e.end = t.length;
		e.indent = -1;
		return false;
	}
	const r = t.indexOf("\n", n);
	let i = r < 0 ? t.length : r;
	let a = n;
	while (a < i && t.charCodeAt(a) === SPACE) a++;
	while (i > a && isBlank(t.charCodeAt(i - 1))) i--;
	e.line += 1;
	e.indent = a - n;
	e.at = a;
	e.end = i;
	e.next = r < 0 ? t.length : r + 1;
	return true;
}
function goTo(e, t) {
	while (t >= e.next && advanceRaw(e));
}
function isBlank(e) {
	return e === SPACE || e === TAB || e === RETURN || e === NEWLINE;
}
function isRestEmpty({ text: e, end: t }, n) {
	let r = n;
	while (r < t && isBlank(e.charCodeAt(r))) r++;
	return r >= t || e.charCodeAt(r) === HASH$1 && r > n;
}
const COLON = 58;
const HASH = 35;
const DOUBLE = 34;
const BACKSLASH = 92;
const ESCAPES = new Map([
	["0", "\0"],
	["a", "\x07"],
	["b", "\b"],
	["t", "	"],
	["	", "	"],
	["n", "\n"],
	["v", "\v"],
	["f", "\f"],
	["r", "\r"],
	["e", "\x1B"],
	[" ", " "],
	["\"", "\""],
	["/", "/"],
	["\\", "\\"],
	["N", ""],
	["_", "\xA0"],
	["L", "\u2028"],
	["P", "\u2029"]
]);
const CODE_DIGITS = new Map([
	["x", 2],
	["u", 4],
	["U", 8]
]);
function quotedText(e, t) {
	const n = e.text.charCodeAt(t) === DOUBLE;
	const r = n ? closingDouble(e.text, t) : closingSingle(e.text, t);
	if (r < 0) fail(e, "a quoted text is not closed");
	const i = e.text.slice(t + 1, r);
	const a = i.includes("\n") ? foldLines(i) : i;
	const o = n ? unescapeDouble(e, a) : a.replaceAll("''", "'");
	goTo(e, r);
	return {
		text: o,
		after: r + 1
	};
}
function closingDouble(e, t) {
	let n = e.indexOf("\"", t + 1);
	while (n >= 0) {
		let t = 0;
		while (e.charCodeAt(n - 1 - t) === BACKSLASH) t++;
		if (t % 2 === 0) return n;
		n = e.indexOf("\"", n + 1);
	}
	return -1;
}
function closingSingle(e, t) {
	let n = e.indexOf("'", t + 1);
	while (n >= 0 && e[n + 1] === "'") n = e.indexOf("'", n + 2);
	return n;
}
function foldLines(e) {
	const t = e.split("\n");
	const n = [];
	let r = 0;
	for (const [e, i] of t.entries()) {
		const a = e === 0 ? i.trimEnd() : e === t.length - 1 ? i.trimStart() : i.trim();
		if (e > 0) r++;
		if (a === "" && e > 0 && e < t.length - 1) continue;
		if (e > 0) n.push(r === 1 ? " " : "\n".repeat(r - 1));
		r = 0;
		n.push(a);
	}
	return n.join("");
}
function unescapeDouble(e, t) {
	if (!t.includes("\\")) return t;
	return t.replace(/\\([xuU])([0-9a-fA-F]{0,8})|\\([\s\S]?)/g, (t, n, r, i) => {
		if (n === void 0) return ESCAPES.get(i) ?? fail(e, `${JSON.stringify(t)} is no escape`);
		const a = CODE_DIGITS.get(n) ?? 0;
		const o = Number.parseInt(r.slice(0, a), 16);
		if (r.length < a || o > 1114111) fail(e, `${JSON.stringify(t)} is no escape`);
		return String.fromCodePoint(o) + r.slice(a);
	});
}
function plainText(e, t, n) {
	const r = plainLine(e, t);
	advance(e);
	if (e.indent <= n) return r;
	const i = [r];
	while (e.indent > n) {
		if (keyEnd(e, e.at) >= 0) fail(e, "a key stands where a text goes on");
		i.push(plainLine(e, e.at));
		advance(e);
	}
	return i.join(" ");
}
function plainLine({ text: e, end: t }, n) {
	const r = e.slice(n, t);
	if (!r.includes("#")) return r;
	const i = /\s#/.exec(r);
	return i === null ? r : r.slice(0, i.index).trimEnd();
}
function keyEnd({ text: e, end: t }, n) {
	for (let r = n; r < t; r++) {
		const i = e.charCodeAt(r);
		if (i === COLON && (r + 1 === t || isBlank(e.charCodeAt(r + 1)))) return r;
		if (i === HASH && r > n && isBlank(e.charCodeAt(r - 1))) return -1;
	}
	return -1;
}
function blockText(e, t, n) {
	const [r = "", i, a = "", o = ""] = /^([|>])([+-]?)([1-9]?)(?:[+-]?)/.exec(e.text.slice(t, t + 4)) ?? [];
	if (!isRestEmpty(e, t + r.length)) fail(e, "the head of a block of text has more than it may");
	const s = r.endsWith("-") || a === "-" ? "-" : r.endsWith("+") || a === "+" ? "+" : "";
	let c = o === "" ? -1 : Math.max(n, 0) + Number(o);
	const l = [];
	let u = advanceRaw(e);
	for (; u; u = advanceRaw(e)) {
		const { text: t, at: r, end: i } = e;
		if (r === i) {
			l.push("");
			continue;
		}
		if (c < 0) c = e.indent;
		if (e.indent <= n || e.indent < c) break;
		l.push(" ".repeat(e.indent - c) + t.slice(r, i));
	}
	if (u && e.text.charCodeAt(e.at) === HASH) advance(e);
	return chomped(i === "|" ? l.join("\n") : folded(l), s);
}
function folded(e) {
	return foldLines(e.join("\n").replace(/\n*$/, "")) + "\n".repeat(trailing(e));
}
function trailing(e) {
	return e.length - 1 - e.findLastIndex((e) => e !== "");
}
function chomped(e, t) {
	if (t === "+") return `${e}\n`;
	const n = e.replace(/\n+$/, "");
	return t === "-" || n === "" ? n : `${n}\n`;
}
const MAX_DEPTH$1 = 64;
function flowValue(e, t, n, r) {
	if (r > MAX_DEPTH$1) fail(e, "it is nested too deeply");
	switch (e.text[t]) {
		case "{": return flowMap(e, t, n, r);
		case "[": return flowList(e, t, n, r);
		case "\"":
		case "'": {
			const { text: n, after: r } = quotedText(e, t);
			return {
				value: n,
				after: r
			};
		}
		default: {
			const { text: n, after: r } = plain(e, t);
			return {
				value: n,
				after: r
			};
		}
	}
}
function flowMap(e, t, n, r) {
	const i = new Map();
	let a = skip(e, t + 1);
	while (e.text[a] !== "}") {
		const { key: t, after: o } = flowKey(e, a);
		if (i.has(t)) e.duplicates.push({
			key: t,
			line: e.line
		});
		a = skip(e, o);
		if (e.text[a] === ":") {
			a = skip(e, a + 1);
			if (isEnd(e.text[a])) i.set(t, null);
			else {
				const o = flowValue(e, a, n, r + 1);
				i.set(t, o.value);
				a = skip(e, o.after);
			}
		} else i.set(t, null);
		a = next(e, a, "}");
	}
	return {
		value: {
			line: n,
			entries: i
		},
		after: a + 1
	};
}
function flowKey(e, t) {
	const n = e.text[t];
	if (n === "{" || n === "[") fail(e, "a key is no text");
	const { text: r, after: i } = n === "\"" || n === "'" ? quotedText(e, t) : plain(e, t);
	return {
		key: r,
		after: i
	};
}
function flowList(e, t, n, r) {
	const i = [];
	let a = skip(e, t + 1);
	while (e.text[a] !== "]") {
		const { value: t, after: o } = flowValue(e, a, n, r + 1);
		i.push(t);
		a = next(e, skip(e, o), "]");
	}
	return {
		value: i,
		after: a + 1
	};
}
function next(e, t, n) {
	const r = e.text[t];
	if (r === ",") return skip(e, t + 1);
	if (r !== n) fail(e, `${n} is missing`);
	return t;
}
function isEnd(e) {
	return e === "," || e === "}" || e === "]";
}
function skip(e, t) {
	const { text: n } = e;
	let r = t;
	for (;;) {
		while (r < n.length && isBlank(n.charCodeAt(r))) r++;
		if (n[r] !== "#" || !isBlank(n.charCodeAt(r - 1))) break;
		const e = n.indexOf("\n", r);
		r = e < 0 ? n.length : e;
	}
	goTo(e, r);
	if (r >= n.length) fail(e, "a bracket is not closed");
	return r;
}
function plain(e, t) {
	const { text: n } = e;
	let r = t;
	for (; r < n.length; r++) {
		const e = n[r];
		if (e === "\n" || isEnd(e) || e === "{" || e === "[") break;
		if (e === "#" && isBlank(n.charCodeAt(r - 1))) break;
		if (e === ":" && (isBlank(n.charCodeAt(r + 1)) || isEnd(n[r + 1]))) break;
	}
	const i = n.slice(t, r).trimEnd();
	if (i === "" || "&*!%@`|>".includes(i.charAt(0))) fail(e, "a value is missing or of a kind that no lockfile has");
	return {
		text: i,
		after: r
	};
}
const MAX_DEPTH = 64;
const MAX_DOCUMENTS = 16;
function readYaml(e, t) {
	const n = cursorOver(e, t);
	const r = [];
	advance(n);
	while (n.indent >= 0) {
		if (isMarker(n, "...")) {
			advance(n);
			continue;
		}
		if (r.length === MAX_DOCUMENTS) fail(n, `it has more than ${MAX_DOCUMENTS} documents`);
		const { line: e } = n;
		if (isMarker(n, "---")) advance(n);
		else if (r.length > 0) fail(n, "it is indented less than what it belongs to");
		const t = n.indent < 0 || isAnyMarker(n);
		r.push({
			line: e,
			value: t ? null : blockValue(n, n.line, -1, 0)
		});
		if (n.indent >= 0 && !isAnyMarker(n)) fail(n, "it belongs to nothing before it");
	}
	return {
		documents: r,
		duplicates: n.duplicates
	};
}
function isAnyMarker(e) {
	return isMarker(e, "---") || isMarker(e, "...");
}
function isMarker(e, t) {
	const { text: n, at: r, indent: i } = e;
	if (i !== 0 || !n.startsWith(t, r)) return false;
	return isRestEmpty(e, r + t.length);
}
function blockValue(e, t, n, r) {
	if (r > MAX_DEPTH) fail(e, "it is nested too deeply");
	if (isItem(e)) return list(e, r);
	if (startsKey(e)) return mapping(e, t, r);
	return inlineValue(e, e.at, t, n, r);
}
function isItem({ text: e, at: t, end: n }) {
	return e.charCodeAt(t) === 45 && (t + 1 === n || e.charCodeAt(t + 1) === 32);
}
function startsKey(e) {
	const { text: t, at: n, end: r } = e;
	switch (t.charCodeAt(n)) {
		case 34:
		case 39: {
			const t = { ...e };
			const { after: r } = quotedText(t, n);
			return t.line === e.line && isColonNext(e, r);
		}
		case 123:
		case 91: return false;
		case 63: return n + 1 === r || t.charCodeAt(n + 1) === 32 || keyEnd(e, n) >= 0;
		default: return keyEnd(e, n) >= 0;
	}
}
function isColonNext({ text: e, end: t }, n) {
	let r = n;
	while (r < t && e.charCodeAt(r) === 32) r++;
	return e.charCodeAt(r) === 58 && (r + 1 >= t || e.charCodeAt(r + 1) <= 32);
}
function list(e, t) {
	const { indent: n } = e;
	const r = [];
	while (e.indent === n && isItem(e) && !isAnyMarker(e)) {
		const { line: i } = e;
		if (isRestEmpty(e, e.at + 1)) {
			advance(e);
			r.push(e.indent > n ? blockValue(e, i, n, t + 1) : null);
			continue;
		}
		const a = e.at;
		e.at += 1;
		while (e.text.charCodeAt(e.at) === 32) e.at++;
		e.indent += e.at - a;
		r.push(blockValue(e, i, n, t + 1));
	}
	if (e.indent > n) fail(e, "it is indented further than what stands beside it");
	return r;
}
function mapping(e, t, n) {
	const { indent: r } = e;
	const i = new Map();
	while (e.indent === r && !(r === 0 && isAnyMarker(e))) {
		const t = e.line;
		const { key: a, after: o } = keyOf(e);
		if (i.has(a)) e.duplicates.push({
			key: a,
			line: t
		});
		i.set(a, valueBehind(e, o, t, r, n));
	}
	if (e.indent > r) fail(e, "it is indented further than what stands beside it");
	return {
		line: t,
		entries: i
	};
}
function keyOf(e) {
	const { text: t, at: n } = e;
	const r = t.charCodeAt(n);
	if (r === 63 && t.charCodeAt(n + 1) === 32) return longKey(e);
	if (r === 34 || r === 39) {
		const { text: r, after: i } = quotedText(e, n);
		if (!isColonNext(e, i)) fail(e, "a key has no colon");
		return {
			key: r,
			after: t.indexOf(":", i) + 1
		};
	}
	if (isItem(e)) fail(e, "a list item stands among keys");
	const i = keyEnd(e, n);
	if (i < 0) fail(e, "a key has no colon");
	refuse(e, n);
	let a = i;
	while (t.charCodeAt(a - 1) === 32) a--;
	return {
		key: t.slice(n, a),
		after: i + 1
	};
}
function longKey(e) {
	const { indent: t, text: n } = e;
	let r = e.at + 1;
	while (n.charCodeAt(r) === 32) r++;
	const i = inlineValue(e, r, e.line, t, MAX_DEPTH);
	const a = e.indent === t && n.charCodeAt(e.at) === 58;
	if (typeof i !== "string" || !a) fail(e, "a key has no colon");
	return {
		key: i,
		after: e.at + 1
	};
}
function valueBehind(e, t, n, r, i) {
	if (!isRestEmpty(e, t)) {
		let a = t;
		while (e.text.charCodeAt(a) === 32) a++;
		return inlineValue(e, a, n, r, i + 1);
	}
	advance(e);
	if (e.indent > r) return blockValue(e, n, r, i + 1);
	return e.indent === r && isItem(e) ? list(e, i + 1) : null;
}
function inlineValue(e, t, n, r, i) {
	switch (e.text.charCodeAt(t)) {
		case 34:
		case 39: {
			const { text: n, after: r } = quotedText(e, t);
			endLine(e, r);
			return n;
		}
		case 123:
		case 91: {
			const { value: r, after: a } = flowValue(e, t, n, i);
			endLine(e, a);
			return r;
		}
		case 124:
		case 62: return blockText(e, t, r);
		default:
			refuse(e, t);
			return plainText(e, t, r);
	}
}
function endLine(e, t) {
	if (!isRestEmpty(e, t)) fail(e, "something stands behind a value");
	advance(e);
}
function refuse(e, t) {
	const n = e.text[t] ?? "";
	if ("&*!%@`".includes(n)) fail(e, `no lockfile has ${n} there`);
}
function isYamlMap(e) {
	return typeof e === "object" && e !== null && "entries" in e && "line" in e;
}
function mapAt(e, t) {
	const n = e?.entries.get(t);
	return isYamlMap(n) ? n : void 0;
}
function textAt(e, t) {
	const n = e?.entries.get(t);
	return typeof n === "string" && n !== "" ? n : void 0;
}
function textsAt(e, t) {
	const n = e?.entries.get(t);
	if (typeof n === "string") return [n];
	return Array.isArray(n) ? n.filter((e) => typeof e === "string") : [];
}
export { readYaml as a, textsAt as i, mapAt as n, textAt as r, isYamlMap as t };
