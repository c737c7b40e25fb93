import { Ct as isRecord } from "./core.js";

// packages/inventory/src/ecosystems/pypi/python-json.ts
function pythonJson(value, separators = [", ", ": "]) {
	if (typeof value === "string") return asciiString(value);
	if (typeof value === "boolean" || value === null) return String(value);
	if (typeof value === "number") return Number.isSafeInteger(value) ? String(value) : void 0;
	const [comma, colon] = separators;
	if (Array.isArray(value)) return joined(value.map((each) => pythonJson(each, separators)), "[", comma, "]");
	if (!isRecord(value) || value instanceof Date) return void 0;
	return joined(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1).map(([key, member]) => {
		const text = pythonJson(member, separators);
		return text === void 0 ? void 0 : `${asciiString(key)}${colon}${text}`;
	}), "{", comma, "}");
}
function joined(parts, open, comma, close) {
	return parts.includes(void 0) ? void 0 : `${open}${parts.join(comma)}${close}`;
}
function asciiString(text) {
	return JSON.stringify(text).replaceAll(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

export { pythonJson as t };