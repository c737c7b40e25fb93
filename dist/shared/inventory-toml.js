import { Ct as isRecord, Q as UsageError } from "./core.js";
import { r as TomlError, t as parse } from "./npm-smol-toml.js";
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
const MAX_TOML_DEPTH = 64;
function parseToml(e, t, n) {
	try {
		return parse(t, { maxDepth: 64 });
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
export { textsOf as a, textOf as i, tableOf as n, headersOf as o, tablesOf as r, parseToml as t };
