import { Q as UsageError } from "./core.js";

// packages/inventory/src/xml/read.ts
const MAX_DEPTH = 128;
const NAME = /[A-Za-z_][\w.:-]*/y;
const ATTRIBUTE = /\s+([A-Za-z_][\w.:-]*)\s*=\s*("[^"<]*"|'[^'<]*')/y;
const TAG_END = /\s*(\/?)>/y;
const ENTITIES = /* @__PURE__ */ new Map([
	["lt", "<"],
	["gt", ">"],
	["amp", "&"],
	["quot", "\""],
	["apos", "'"]
]);
function readXml(path, text) {
	const lines = lineCounter(text);
	const fail = (at, why) => new UsageError(`${path} is no XML that is read (line ${lines(at)}: ${why})`);
	const open = [];
	let root;
	let at = 0;
	while (at < text.length) {
		const start = text.indexOf("<", at);
		addText(text.slice(at, start < 0 ? text.length : start), at);
		if (start < 0) break;
		if (text.startsWith("<!--", start)) at = behind("-->", start + 4);
		else if (text.startsWith("<![CDATA[", start)) {
			at = behind("]]>", start + 9);
			const inside = open.at(-1);
			if (inside === void 0) throw fail(start, "there is text outside the root element");
			inside.text += text.slice(start + 9, at - 3);
		} else if (text.startsWith("<?", start)) at = behind("?>", start + 2);
		else if (text.startsWith("<!", start)) throw fail(start, "it has a document type");
		else at = text[start + 1] === "/" ? close(start) : element(start);
	}
	if (root === void 0 || open.length > 0) throw fail(text.length, "its end is missing");
	return root;
	function behind(end, from) {
		const found = text.indexOf(end, from);
		if (found < 0) throw fail(from, `there is no ${end}`);
		return found + end.length;
	}
	function addText(content, from) {
		const inside = open.at(-1);
		if (inside !== void 0) inside.text += decoded(content, from);
		else if (content.trim() !== "") throw fail(from, "there is text outside the root element");
	}
	function decoded(content, from) {
		if (!content.includes("&")) return content;
		return content.replaceAll(/&(?:#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))|(\w{1,10}));|&/g, (all, hex, decimal, name) => {
			const code = hex === void 0 ? Number(decimal) : Number.parseInt(hex, 16);
			const char = name === void 0 ? charOf(code) : ENTITIES.get(name);
			if (char === void 0) throw fail(from, `${all.slice(0, 12)} is no entity that is known`);
			return char;
		});
	}
	function close(start) {
		const name = matchAt(NAME, start + 2)?.[0] ?? "";
		const end = matchAt(TAG_END, start + 2 + name.length);
		if (open.pop()?.name !== name || end === void 0 || end[1] === "/") throw fail(start, "it closes no element");
		return start + 2 + name.length + end[0].length;
	}
	function element(start) {
		const name = matchAt(NAME, start + 1)?.[0];
		if (name === void 0) throw fail(start, "it is no element");
		const attributes = /* @__PURE__ */ new Map();
		let next = start + 1 + name.length;
		for (let found = matchAt(ATTRIBUTE, next); found !== void 0; found = matchAt(ATTRIBUTE, next)) {
			const [all, key = "", value = ""] = found;
			if (attributes.has(key)) throw fail(next, "an attribute stands there twice");
			attributes.set(key, decoded(value.slice(1, -1), next));
			next += all.length;
		}
		const end = matchAt(TAG_END, next);
		if (end === void 0) throw fail(start, "it is no element");
		const made = {
			name,
			line: lines(start),
			attributes,
			children: [],
			text: ""
		};
		const parent = open.at(-1);
		if (parent !== void 0) parent.children.push(made);
		else if (root === void 0) root = made;
		else throw fail(start, "it has a second root element");
		if (end[1] !== "/") open.push(made);
		if (open.length > MAX_DEPTH) throw fail(start, `it is nested deeper than ${MAX_DEPTH}`);
		return next + end[0].length;
	}
	function matchAt(pattern, from) {
		pattern.lastIndex = from;
		return pattern.exec(text) ?? void 0;
	}
}
function charOf(code) {
	return code > 0 && code <= 1114111 ? String.fromCodePoint(code) : void 0;
}
function lineCounter(text) {
	let line = 1;
	let next = text.indexOf("\n");
	return (at) => {
		for (; next >= 0 && next < at; next = text.indexOf("\n", next + 1)) line++;
		return line;
	};
}

export { readXml as t };