import { Gt as UsageError } from "./part-base.js";
const MAX_DEPTH = 128;
const NAME = /[A-Za-z_][\w.:-]*/y;
const ATTRIBUTE = /\s+([A-Za-z_][\w.:-]*)\s*=\s*("[^"<]*"|'[^'<]*')/y;
const TAG_END = /\s*(\/?)>/y;
const ENTITIES = new Map([
	["lt", "<"],
	["gt", ">"],
	["amp", "&"],
	["quot", "\""],
	["apos", "'"]
]);
function readXml(e, t) {
	const n = lineCounter(t);
	const r = (t, r) => new UsageError(`${e} is no XML that is read (line ${n(t)}: ${r})`);
	const i = [];
	let a;
	let o = 0;
	while (o < t.length) {
		const e = t.indexOf("<", o);
		c(t.slice(o, e < 0 ? t.length : e), o);
		if (e < 0) break;
		if (t.startsWith("<!--", e)) o = s("-->", e + 4);
		else if (t.startsWith("<![CDATA[", e)) {
			o = s("]]>", e + 9);
			const n = i.at(-1);
			if (n === void 0) throw r(e, "there is text outside the root element");
			n.text += t.slice(e + 9, o - 3);
		} else if (t.startsWith("<?", e)) o = s("?>", e + 2);
		else if (t.startsWith("<!", e)) throw r(e, "it has a document type");
		else o = t[e + 1] === "/" ? u(e) : d(e);
	}
	if (a === void 0 || i.length > 0) throw r(t.length, "its end is missing");
	return a;
	function s(e, n) {
		const i = t.indexOf(e, n);
		if (i < 0) throw r(n, `there is no ${e}`);
		return i + e.length;
	}
	function c(e, t) {
		const n = i.at(-1);
		if (n !== void 0) n.text += l(e, t);
		else if (e.trim() !== "") throw r(t, "there is text outside the root element");
	}
	function l(e, t) {
		if (!e.includes("&")) return e;
		return e.replaceAll(/&(?:#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))|(\w{1,10}));|&/g, (e, n, i, a) => {
			const o = n === void 0 ? Number(i) : Number.parseInt(n, 16);
			const s = a === void 0 ? charOf(o) : ENTITIES.get(a);
			if (s === void 0) throw r(t, `${e.slice(0, 12)} is no entity that is known`);
			return s;
		});
	}
	function u(e) {
		const t = f(NAME, e + 2)?.[0] ?? "";
		const n = f(TAG_END, e + 2 + t.length);
		if (i.pop()?.name !== t || n === void 0 || n[1] === "/") throw r(e, "it closes no element");
		return e + 2 + t.length + n[0].length;
	}
	function d(e) {
		const t = f(NAME, e + 1)?.[0];
		if (t === void 0) throw r(e, "it is no element");
		const o = new Map();
		let s = e + 1 + t.length;
		for (let e = f(ATTRIBUTE, s); e !== void 0; e = f(ATTRIBUTE, s)) {
			const [t, n = "", i = ""] = e;
			if (o.has(n)) throw r(s, "an attribute stands there twice");
			o.set(n, l(i.slice(1, -1), s));
			s += t.length;
		}
		const c = f(TAG_END, s);
		if (c === void 0) throw r(e, "it is no element");
		const u = {
			name: t,
			line: n(e),
			attributes: o,
			children: [],
			text: ""
		};
		const d = i.at(-1);
		if (d !== void 0) d.children.push(u);
		else if (a === void 0) a = u;
		else throw r(e, "it has a second root element");
		if (c[1] !== "/") i.push(u);
		if (i.length > MAX_DEPTH) throw r(e, `it is nested deeper than ${MAX_DEPTH}`);
		return s + c[0].length;
	}
	function f(e, n) {
		e.lastIndex = n;
		return e.exec(t) ?? void 0;
	}
}
function charOf(e) {
	return e > 0 && e <= 1114111 ? String.fromCodePoint(e) : void 0;
}
function lineCounter(e) {
	let t = 1;
	let n = e.indexOf("\n");
	return (r) => {
		for (; n >= 0 && n < r; n = e.indexOf("\n", n + 1)) t++;
		return t;
	};
}
export { readXml as t };
