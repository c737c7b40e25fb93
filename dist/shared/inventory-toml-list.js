import { r as TomlError, t as parse } from "./npm-smol-toml.js";
import { o as headersOf, r as tablesOf, t as parseToml } from "./inventory-toml.js";

// packages/inventory/src/toml-list.ts
function parseTableList(path, text, name, take, hint) {
	const headers = headersOf(text, name);
	return inParts(text, name, headers, take) ?? asAWhole(path, text, name, headers, take, hint);
}
function inParts(text, name, headers, take) {
	const rest = /* @__PURE__ */ new Map();
	const taken = [];
	const starts = [0, ...headers.map(({ at }) => at)];
	for (const [index, start] of starts.entries()) {
		const part = parsePart(text.slice(start, starts[index + 1]));
		if (part === void 0) return void 0;
		const { [name]: list, ...others } = part;
		for (const [key, value] of Object.entries(others)) {
			if (rest.has(key)) return void 0;
			rest.set(key, value);
		}
		const tables = tablesOf(list);
		if (index === 0 ? list !== void 0 : tables.length !== 1) return void 0;
		for (const table of tables) taken.push(take({
			table,
			line: headers[index - 1]?.line
		}));
	}
	return {
		rest: Object.fromEntries(rest),
		taken
	};
}
function parsePart(text) {
	try {
		return parse(text, { maxDepth: 64 });
	} catch (cause) {
		if (cause instanceof TomlError) return void 0;
		throw cause;
	}
}
function asAWhole(path, text, name, headers, take, hint) {
	const rest = parseToml(path, text, hint);
	const tables = tablesOf(rest[name]);
	const lines = tables.length === headers.length ? headers : [];
	return {
		rest,
		taken: tables.map((table, index) => take({
			table,
			line: lines[index]?.line
		}))
	};
}

export { parseTableList as t };