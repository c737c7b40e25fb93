import { Q as UsageError } from "./core.js";

// packages/inventory/src/yaml/cursor.ts
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const TAB = 9;
const HASH$1 = 35;
function cursorOver(path, text) {
	return {
		path,
		text,
		line: 0,
		at: 0,
		end: 0,
		indent: -1,
		next: 0,
		duplicates: []
	};
}
function fail({ path, line }, reason) {
	throw new UsageError(`${path} can't be understood from line ${line} on: ${reason}`);
}
function advance(cursor) {
	while (advanceRaw(cursor)) {
		if (cursor.at === cursor.end) continue;
		const first = cursor.text.charCodeAt(cursor.at);
		if (first === HASH$1) continue;
		if (first === TAB) fail(cursor, "it is indented with a tab");
		return;
	}
}
function advanceRaw(cursor) {
	const { text, next } = cursor;
	if (next >= text.length) {
		cursor.at = cursor.end = text.length;
		cursor.indent = -1;
		return false;
	}
	const newline = text.indexOf("\n", next);
	let end = newline < 0 ? text.length : newline;
	let at = next;
	while (at < end && text.charCodeAt(at) === SPACE) at++;
	while (end > at && isBlank(text.charCodeAt(end - 1))) end--;
	cursor.line += 1;
	cursor.indent = at - next;
	cursor.at = at;
	cursor.end = end;
	cursor.next = newline < 0 ? text.length : newline + 1;
	return true;
}
function goTo(cursor, position) {
	while (position >= cursor.next && advanceRaw(cursor));
}
function isBlank(code) {
	return code === SPACE || code === TAB || code === RETURN || code === NEWLINE;
}
function isRestEmpty({ text, end }, at) {
	let position = at;
	while (position < end && isBlank(text.charCodeAt(position))) position++;
	return position >= end || text.charCodeAt(position) === HASH$1 && position > at;
}

// packages/inventory/src/yaml/scalars.ts
const COLON = 58;
const HASH = 35;
const DOUBLE = 34;
const BACKSLASH = 92;
const ESCAPES = /* @__PURE__ */ new Map([
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
const CODE_DIGITS = /* @__PURE__ */ new Map([
	["x", 2],
	["u", 4],
	["U", 8]
]);
function quotedText(cursor, open) {
	const isDouble = cursor.text.charCodeAt(open) === DOUBLE;
	const close = isDouble ? closingDouble(cursor.text, open) : closingSingle(cursor.text, open);
	if (close < 0) fail(cursor, "a quoted text is not closed");
	const raw = cursor.text.slice(open + 1, close);
	const folded = raw.includes("\n") ? foldLines(raw) : raw;
	const text = isDouble ? unescapeDouble(cursor, folded) : folded.replaceAll("''", "'");
	goTo(cursor, close);
	return {
		text,
		after: close + 1
	};
}
function closingDouble(text, open) {
	let close = text.indexOf("\"", open + 1);
	while (close >= 0) {
		let backslashes = 0;
		while (text.charCodeAt(close - 1 - backslashes) === BACKSLASH) backslashes++;
		if (backslashes % 2 === 0) return close;
		close = text.indexOf("\"", close + 1);
	}
	return -1;
}
function closingSingle(text, open) {
	let close = text.indexOf("'", open + 1);
	while (close >= 0 && text[close + 1] === "'") close = text.indexOf("'", close + 2);
	return close;
}
function foldLines(raw) {
	const lines = raw.split("\n");
	const parts = [];
	let breaks = 0;
	for (const [index, line] of lines.entries()) {
		const content = index === 0 ? line.trimEnd() : index === lines.length - 1 ? line.trimStart() : line.trim();
		if (index > 0) breaks++;
		if (content === "" && index > 0 && index < lines.length - 1) continue;
		if (index > 0) parts.push(breaks === 1 ? " " : "\n".repeat(breaks - 1));
		breaks = 0;
		parts.push(content);
	}
	return parts.join("");
}
function unescapeDouble(cursor, text) {
	if (!text.includes("\\")) return text;
	return text.replace(/\\([xuU])([0-9a-fA-F]{0,8})|\\([\s\S]?)/g, (whole, kind, digits, letter) => {
		if (kind === void 0) return ESCAPES.get(letter) ?? fail(cursor, `${JSON.stringify(whole)} is no escape`);
		const length = CODE_DIGITS.get(kind) ?? 0;
		const code = Number.parseInt(digits.slice(0, length), 16);
		if (digits.length < length || code > 1114111) fail(cursor, `${JSON.stringify(whole)} is no escape`);
		return String.fromCodePoint(code) + digits.slice(length);
	});
}
function plainText(cursor, start, parent) {
	const first = plainLine(cursor, start);
	advance(cursor);
	if (cursor.indent <= parent) return first;
	const parts = [first];
	while (cursor.indent > parent) {
		if (keyEnd(cursor, cursor.at) >= 0) fail(cursor, "a key stands where a text goes on");
		parts.push(plainLine(cursor, cursor.at));
		advance(cursor);
	}
	return parts.join(" ");
}
function plainLine({ text, end }, start) {
	const whole = text.slice(start, end);
	if (!whole.includes("#")) return whole;
	const comment = /\s#/.exec(whole);
	return comment === null ? whole : whole.slice(0, comment.index).trimEnd();
}
function keyEnd({ text, end }, start) {
	for (let at = start; at < end; at++) {
		const code = text.charCodeAt(at);
		if (code === COLON && (at + 1 === end || isBlank(text.charCodeAt(at + 1)))) return at;
		if (code === HASH && at > start && isBlank(text.charCodeAt(at - 1))) return -1;
	}
	return -1;
}
function blockText(cursor, start, parent) {
	const [whole = "", style, first = "", second = ""] = /^([|>])([+-]?)([1-9]?)(?:[+-]?)/.exec(cursor.text.slice(start, start + 4)) ?? [];
	if (!isRestEmpty(cursor, start + whole.length)) fail(cursor, "the head of a block of text has more than it may");
	const chomp = whole.endsWith("-") || first === "-" ? "-" : whole.endsWith("+") || first === "+" ? "+" : "";
	let indent = second === "" ? -1 : Math.max(parent, 0) + Number(second);
	const lines = [];
	let isMore = advanceRaw(cursor);
	for (; isMore; isMore = advanceRaw(cursor)) {
		const { text, at, end } = cursor;
		if (at === end) {
			lines.push("");
			continue;
		}
		if (indent < 0) indent = cursor.indent;
		if (cursor.indent <= parent || cursor.indent < indent) break;
		lines.push(" ".repeat(cursor.indent - indent) + text.slice(at, end));
	}
	if (isMore && cursor.text.charCodeAt(cursor.at) === HASH) advance(cursor);
	return chomped(style === "|" ? lines.join("\n") : folded(lines), chomp);
}
function folded(lines) {
	return foldLines(lines.join("\n").replace(/\n*$/, "")) + "\n".repeat(trailing(lines));
}
function trailing(lines) {
	return lines.length - 1 - lines.findLastIndex((line) => line !== "");
}
function chomped(text, chomp) {
	if (chomp === "+") return `${text}\n`;
	const stripped = text.replace(/\n+$/, "");
	return chomp === "-" || stripped === "" ? stripped : `${stripped}\n`;
}

// packages/inventory/src/yaml/flow.ts
const MAX_DEPTH$1 = 64;
function flowValue(cursor, start, line, depth) {
	if (depth > MAX_DEPTH$1) fail(cursor, "it is nested too deeply");
	switch (cursor.text[start]) {
		case "{": return flowMap(cursor, start, line, depth);
		case "[": return flowList(cursor, start, line, depth);
		case "\"":
		case "'": {
			const { text, after } = quotedText(cursor, start);
			return {
				value: text,
				after
			};
		}
		default: {
			const { text, after } = plain(cursor, start);
			return {
				value: text,
				after
			};
		}
	}
}
function flowMap(cursor, open, line, depth) {
	const entries = /* @__PURE__ */ new Map();
	let at = skip(cursor, open + 1);
	while (cursor.text[at] !== "}") {
		const { key, after } = flowKey(cursor, at);
		if (entries.has(key)) cursor.duplicates.push({
			key,
			line: cursor.line
		});
		at = skip(cursor, after);
		if (cursor.text[at] === ":") {
			at = skip(cursor, at + 1);
			if (isEnd(cursor.text[at])) entries.set(key, null);
			else {
				const read = flowValue(cursor, at, line, depth + 1);
				entries.set(key, read.value);
				at = skip(cursor, read.after);
			}
		} else entries.set(key, null);
		at = next(cursor, at, "}");
	}
	return {
		value: {
			line,
			entries
		},
		after: at + 1
	};
}
function flowKey(cursor, start) {
	const first = cursor.text[start];
	if (first === "{" || first === "[") fail(cursor, "a key is no text");
	const { text: key, after } = first === "\"" || first === "'" ? quotedText(cursor, start) : plain(cursor, start);
	return {
		key,
		after
	};
}
function flowList(cursor, open, line, depth) {
	const items = [];
	let at = skip(cursor, open + 1);
	while (cursor.text[at] !== "]") {
		const { value, after } = flowValue(cursor, at, line, depth + 1);
		items.push(value);
		at = next(cursor, skip(cursor, after), "]");
	}
	return {
		value: items,
		after: at + 1
	};
}
function next(cursor, at, close) {
	const found = cursor.text[at];
	if (found === ",") return skip(cursor, at + 1);
	if (found !== close) fail(cursor, `${close} is missing`);
	return at;
}
function isEnd(character) {
	return character === "," || character === "}" || character === "]";
}
function skip(cursor, start) {
	const { text } = cursor;
	let at = start;
	for (;;) {
		while (at < text.length && isBlank(text.charCodeAt(at))) at++;
		if (text[at] !== "#" || !isBlank(text.charCodeAt(at - 1))) break;
		const newline = text.indexOf("\n", at);
		at = newline < 0 ? text.length : newline;
	}
	goTo(cursor, at);
	if (at >= text.length) fail(cursor, "a bracket is not closed");
	return at;
}
function plain(cursor, start) {
	const { text } = cursor;
	let at = start;
	for (; at < text.length; at++) {
		const character = text[at];
		if (character === "\n" || isEnd(character) || character === "{" || character === "[") break;
		if (character === "#" && isBlank(text.charCodeAt(at - 1))) break;
		if (character === ":" && (isBlank(text.charCodeAt(at + 1)) || isEnd(text[at + 1]))) break;
	}
	const value = text.slice(start, at).trimEnd();
	if (value === "" || "&*!%@`|>".includes(value.charAt(0))) fail(cursor, "a value is missing or of a kind that no lockfile has");
	return {
		text: value,
		after: at
	};
}

// packages/inventory/src/yaml/read.ts
const MAX_DEPTH = 64;
const MAX_DOCUMENTS = 16;
function readYaml(path, text) {
	const cursor = cursorOver(path, text);
	const documents = [];
	advance(cursor);
	while (cursor.indent >= 0) {
		if (isMarker(cursor, "...")) {
			advance(cursor);
			continue;
		}
		if (documents.length === MAX_DOCUMENTS) fail(cursor, `it has more than ${MAX_DOCUMENTS} documents`);
		const { line } = cursor;
		if (isMarker(cursor, "---")) advance(cursor);
		else if (documents.length > 0) fail(cursor, "it is indented less than what it belongs to");
		const isEmpty = cursor.indent < 0 || isAnyMarker(cursor);
		documents.push({
			line,
			value: isEmpty ? null : blockValue(cursor, cursor.line, -1, 0)
		});
		if (cursor.indent >= 0 && !isAnyMarker(cursor)) fail(cursor, "it belongs to nothing before it");
	}
	return {
		documents,
		duplicates: cursor.duplicates
	};
}
function isAnyMarker(cursor) {
	return isMarker(cursor, "---") || isMarker(cursor, "...");
}
function isMarker(cursor, marker) {
	const { text, at, indent } = cursor;
	if (indent !== 0 || !text.startsWith(marker, at)) return false;
	return isRestEmpty(cursor, at + marker.length);
}
function blockValue(cursor, line, parent, depth) {
	if (depth > MAX_DEPTH) fail(cursor, "it is nested too deeply");
	if (isItem(cursor)) return list(cursor, depth);
	if (startsKey(cursor)) return mapping(cursor, line, depth);
	return inlineValue(cursor, cursor.at, line, parent, depth);
}
function isItem({ text, at, end }) {
	return text.charCodeAt(at) === 45 && (at + 1 === end || text.charCodeAt(at + 1) === 32);
}
function startsKey(cursor) {
	const { text, at, end } = cursor;
	switch (text.charCodeAt(at)) {
		case 34:
		case 39: {
			const line = { ...cursor };
			const { after } = quotedText(line, at);
			return line.line === cursor.line && isColonNext(cursor, after);
		}
		case 123:
		case 91: return false;
		case 63: return at + 1 === end || text.charCodeAt(at + 1) === 32 || keyEnd(cursor, at) >= 0;
		default: return keyEnd(cursor, at) >= 0;
	}
}
function isColonNext({ text, end }, at) {
	let position = at;
	while (position < end && text.charCodeAt(position) === 32) position++;
	return text.charCodeAt(position) === 58 && (position + 1 >= end || text.charCodeAt(position + 1) <= 32);
}
function list(cursor, depth) {
	const { indent } = cursor;
	const items = [];
	while (cursor.indent === indent && isItem(cursor) && !isAnyMarker(cursor)) {
		const { line } = cursor;
		if (isRestEmpty(cursor, cursor.at + 1)) {
			advance(cursor);
			items.push(cursor.indent > indent ? blockValue(cursor, line, indent, depth + 1) : null);
			continue;
		}
		const start = cursor.at;
		cursor.at += 1;
		while (cursor.text.charCodeAt(cursor.at) === 32) cursor.at++;
		cursor.indent += cursor.at - start;
		items.push(blockValue(cursor, line, indent, depth + 1));
	}
	if (cursor.indent > indent) fail(cursor, "it is indented further than what stands beside it");
	return items;
}
function mapping(cursor, line, depth) {
	const { indent } = cursor;
	const entries = /* @__PURE__ */ new Map();
	while (cursor.indent === indent && !(indent === 0 && isAnyMarker(cursor))) {
		const keyLine = cursor.line;
		const { key, after } = keyOf(cursor);
		if (entries.has(key)) cursor.duplicates.push({
			key,
			line: keyLine
		});
		entries.set(key, valueBehind(cursor, after, keyLine, indent, depth));
	}
	if (cursor.indent > indent) fail(cursor, "it is indented further than what stands beside it");
	return {
		line,
		entries
	};
}
function keyOf(cursor) {
	const { text, at } = cursor;
	const first = text.charCodeAt(at);
	if (first === 63 && text.charCodeAt(at + 1) === 32) return longKey(cursor);
	if (first === 34 || first === 39) {
		const { text: key, after } = quotedText(cursor, at);
		if (!isColonNext(cursor, after)) fail(cursor, "a key has no colon");
		return {
			key,
			after: text.indexOf(":", after) + 1
		};
	}
	if (isItem(cursor)) fail(cursor, "a list item stands among keys");
	const colon = keyEnd(cursor, at);
	if (colon < 0) fail(cursor, "a key has no colon");
	refuse(cursor, at);
	let end = colon;
	while (text.charCodeAt(end - 1) === 32) end--;
	return {
		key: text.slice(at, end),
		after: colon + 1
	};
}
function longKey(cursor) {
	const { indent, text } = cursor;
	let start = cursor.at + 1;
	while (text.charCodeAt(start) === 32) start++;
	const value = inlineValue(cursor, start, cursor.line, indent, MAX_DEPTH);
	const isClosed = cursor.indent === indent && text.charCodeAt(cursor.at) === 58;
	if (typeof value !== "string" || !isClosed) fail(cursor, "a key has no colon");
	return {
		key: value,
		after: cursor.at + 1
	};
}
function valueBehind(cursor, after, line, indent, depth) {
	if (!isRestEmpty(cursor, after)) {
		let start = after;
		while (cursor.text.charCodeAt(start) === 32) start++;
		return inlineValue(cursor, start, line, indent, depth + 1);
	}
	advance(cursor);
	if (cursor.indent > indent) return blockValue(cursor, line, indent, depth + 1);
	return cursor.indent === indent && isItem(cursor) ? list(cursor, depth + 1) : null;
}
function inlineValue(cursor, start, line, parent, depth) {
	switch (cursor.text.charCodeAt(start)) {
		case 34:
		case 39: {
			const { text, after } = quotedText(cursor, start);
			endLine(cursor, after);
			return text;
		}
		case 123:
		case 91: {
			const { value, after } = flowValue(cursor, start, line, depth);
			endLine(cursor, after);
			return value;
		}
		case 124:
		case 62: return blockText(cursor, start, parent);
		default:
			refuse(cursor, start);
			return plainText(cursor, start, parent);
	}
}
function endLine(cursor, after) {
	if (!isRestEmpty(cursor, after)) fail(cursor, "something stands behind a value");
	advance(cursor);
}
function refuse(cursor, at) {
	const first = cursor.text[at] ?? "";
	if ("&*!%@`".includes(first)) fail(cursor, `no lockfile has ${first} there`);
}

// packages/inventory/src/yaml/value.ts
function isYamlMap(value) {
	return typeof value === "object" && value !== null && "entries" in value && "line" in value;
}
function mapAt(map, key) {
	const value = map?.entries.get(key);
	return isYamlMap(value) ? value : void 0;
}
function textAt(map, key) {
	const value = map?.entries.get(key);
	return typeof value === "string" && value !== "" ? value : void 0;
}
function textsAt(map, key) {
	const value = map?.entries.get(key);
	if (typeof value === "string") return [value];
	return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

// packages/inventory/src/ecosystems/npm/lock-graph/registries.ts
const PUBLIC = /* @__PURE__ */ new Set(["registry.npmjs.org", "registry.yarnpkg.com"]);
function registriesFrom(scopes) {
	return { of(name) {
		const scope = name.startsWith("@") ? name.slice(0, Math.max(name.indexOf("/"), 0)) : "";
		const registry = scopes.has(scope) ? scopes.get(scope) : scopes.get("");
		return registry === "" ? void 0 : registry;
	} };
}
function readNpmrcRegistries(text) {
	const scopes = /* @__PURE__ */ new Map();
	for (const line of text.split(/\r?\n/)) {
		const [, scope = "", value = ""] = /^\s*(?:(@[^\s:=]+):)?registry\s*=\s*["']?([^\s"']+)/.exec(line) ?? [];
		const registry = registryUrl(value);
		if (registry !== void 0) scopes.set(scope, registry);
	}
	return scopes;
}
function registryUrl(text) {
	if (!/^https?:\/\//.test(text) || text.includes("${") || !URL.canParse(text)) return void 0;
	const { origin, host, pathname } = new URL(text);
	return PUBLIC.has(host) ? "" : `${origin}${pathname.replace(/\/+$/, "")}`;
}

export { mapAt as a, readYaml as c, isYamlMap as i, registriesFrom as n, textAt as o, registryUrl as r, textsAt as s, readNpmrcRegistries as t };