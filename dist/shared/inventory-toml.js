import { Ct as isRecord, Q as UsageError } from "./core.js";
import { r as TomlError, t as parse } from "./npm-smol-toml.js";

// packages/inventory/src/toml-headers.ts
function headersOf(text, name) {
	const header = `[[${name}]]`;
	return text.includes("\"\"\"") || text.includes("'''") ? headersOutsideStrings(text, header) : headersIn(text, header);
}
function headersIn(text, header) {
	const headers = [];
	let line = 1;
	let counted = 0;
	for (let at = text.indexOf(header); at >= 0; at = text.indexOf(header, at + header.length)) {
		for (let next = text.indexOf("\n", counted); next >= 0 && next < at; line++) {
			counted = next + 1;
			next = text.indexOf("\n", counted);
		}
		if (text.slice(counted, at).trim() === "") headers.push({
			at: counted,
			line
		});
	}
	return headers;
}
function headersOutsideStrings(text, header) {
	const headers = [];
	let closing;
	let at = 0;
	for (const [index, content] of text.split("\n").entries()) {
		if (closing === void 0 && content.trimStart().startsWith(header)) headers.push({
			at,
			line: index + 1
		});
		closing = openString(content, closing);
		at += content.length + 1;
	}
	return headers;
}
function openString(content, open) {
	if (open === void 0 && !content.includes("\"\"\"") && !content.includes("'''")) return void 0;
	let closing = open;
	for (let at = 0; at < content.length; at++) {
		const quotes = content.slice(at, at + 3);
		if (closing === void 0 && content[at] === "#") return void 0;
		if (closing === "\"\"\"" && content[at] === "\\") at++;
		else if (closing === void 0 && (quotes === "\"\"\"" || quotes === "'''")) {
			closing = quotes;
			at += 2;
		} else if (quotes === closing) {
			closing = void 0;
			at += 2;
		}
	}
	return closing;
}

// packages/inventory/src/toml.ts
const MAX_TOML_DEPTH = 64;
function parseToml(path, text, hint) {
	try {
		return parse(text, { maxDepth: 64 });
	} catch (cause) {
		if (!(cause instanceof TomlError)) throw cause;
		const [reason = ""] = cause.message.split("\n");
		const why = reason.replace(/^Invalid TOML document: /, "");
		throw new UsageError(`${path} is no TOML (line ${cause.line}: ${why})`, hint === void 0 ? {} : { hint });
	}
}
function tablesOf(value) {
	return Array.isArray(value) ? value.map((each) => isRecord(each) ? each : void 0) : [];
}
function textOf(value) {
	return typeof value === "string" && value !== "" ? value : void 0;
}
function textsOf(value) {
	return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}
function tableOf(value) {
	return isRecord(value) ? value : {};
}

export { textsOf as a, textOf as i, tableOf as n, headersOf as o, tablesOf as r, parseToml as t };