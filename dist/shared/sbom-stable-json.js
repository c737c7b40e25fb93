import { i as normalizeDeclared, s as printExpression } from "./spdx.js";
import { createHash } from "node:crypto";

// packages/sbom/src/licenses.ts
const MAX_NAME = 1e3;
function licenseStatement(declared) {
	const { kind, text, expression } = normalizeDeclared(declared);
	if (kind === "expression") {
		const terms = termsOf(expression);
		if (terms.every((term) => term.kind === "word")) return void 0;
		if (terms.every(isSpdx)) {
			const [only] = terms;
			const printed = printExpression(expression);
			if (terms.length === 1 && only?.kind === "license" && only.written.id === printed) return {
				kind: "id",
				id: printed
			};
			const references = terms.filter((term) => term.kind === "reference").map((term) => term.name);
			return {
				kind: "expression",
				text: printed,
				references: [...new Set(references)].sort()
			};
		}
	}
	return text === "" ? void 0 : {
		kind: "name",
		name: text.slice(0, MAX_NAME)
	};
}
function isSpdx(term) {
	return term.kind === "license" || term.kind === "reference" && !term.name.startsWith("DocumentRef-");
}
function termsOf(expression) {
	return expression.kind === "and" || expression.kind === "or" ? expression.operands.flatMap(termsOf) : [expression];
}

// packages/sbom/src/name-based-uuid.ts
const NAMESPACE = "c2a1f5f0-8d0b-4e7a-9d55-3f6f0a4f7b1e";
function nameBasedUuid(...parts) {
	const hash = createHash("sha1").update(Buffer.from(NAMESPACE.replaceAll("-", ""), "hex"));
	for (const part of parts) hash.update(`${part.length} `).update(part);
	const bytes = hash.digest().subarray(0, 16);
	bytes.writeUInt8(bytes.readUInt8(6) & 15 | 80, 6);
	bytes.writeUInt8(bytes.readUInt8(8) & 63 | 128, 8);
	const hex = bytes.toString("hex");
	return [
		8,
		12,
		16,
		20
	].reduceRight((text, at) => `${text.slice(0, at)}-${text.slice(at)}`, hex);
}

// packages/sbom/src/stable-json.ts
function stableJson(value) {
	const sorted = withSortedKeys(value);
	return `${sorted === CANT_SORT ? write(value, "\n") : JSON.stringify(sorted, null, 2)}\n`;
}
function stableJsonWith(content, { name, placeholder, derive }) {
	const text = stableJson({
		...content,
		[name]: placeholder
	});
	const before = `\n  ${JSON.stringify(name)}: `;
	const at = text.indexOf(before) + before.length;
	const after = at + JSON.stringify(placeholder).length;
	return text.slice(0, at) + JSON.stringify(derive(text)) + text.slice(after);
}
const CANT_SORT = Symbol("can't sort");
function withSortedKeys(value) {
	if (typeof value !== "object" || value === null) return value;
	if (Array.isArray(value)) {
		const items = [];
		for (const item of value) {
			const sorted = withSortedKeys(item);
			if (sorted === CANT_SORT) return CANT_SORT;
			items.push(sorted);
		}
		return items;
	}
	const fields = value;
	const copy = {};
	for (const key of Object.keys(fields).sort()) {
		const first = key.charCodeAt(0);
		if (first >= 48 && first <= 57 || key === "__proto__") return CANT_SORT;
		const sorted = withSortedKeys(fields[key]);
		if (sorted === CANT_SORT) return CANT_SORT;
		copy[key] = sorted;
	}
	return copy;
}
function write(value, lineBreak) {
	if (typeof value !== "object" || value === null) return JSON.stringify(value);
	const inner = `${lineBreak}  `;
	if (Array.isArray(value)) {
		if (value.length === 0) return "[]";
		return `[${inner}${value.map((item) => write(item, inner)).join(`,${inner}`)}${lineBreak}]`;
	}
	const fields = [];
	for (const [key, field] of Object.entries(value).sort(byKey)) if (field !== void 0) fields.push(`${JSON.stringify(key)}: ${write(field, inner)}`);
	return fields.length === 0 ? "{}" : `{${inner}${fields.join(`,${inner}`)}${lineBreak}}`;
}
function byKey([a], [b]) {
	return a < b ? -1 : 1;
}

export { nameBasedUuid as n, licenseStatement as r, stableJsonWith as t };