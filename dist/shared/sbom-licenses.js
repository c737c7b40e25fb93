import { i as normalizeDeclared, s as printExpression } from "./spdx.js";
import { createHash } from "node:crypto";

// packages/sbom/src/json-text.ts
const BREAKS = Array.from({ length: 12 }, (_, level) => `\n${"  ".repeat(level)}`);
function string(text) {
	return JSON.stringify(text.isWellFormed() ? text : text.toWellFormed());
}
function member(name, value) {
	return value === void 0 ? void 0 : `"${name}": ${value}`;
}
function stringMember(name, text) {
	return text === void 0 ? void 0 : `"${name}": ${string(text)}`;
}
function object(level, members) {
	return enclose(level, "{", members, "}");
}
function list(level, items) {
	return enclose(level, "[", items, "]");
}
function listOrNothing(level, items) {
	return items.length === 0 ? void 0 : list(level, items);
}
function enclose(level, open, parts, close) {
	const lineBreak = BREAKS[level + 1] ?? "";
	let text = open;
	for (const part of parts) {
		if (part === void 0) continue;
		text += text.length === 1 ? lineBreak + part : `,${lineBreak}${part}`;
	}
	return text.length === 1 ? open + close : text + (BREAKS[level] ?? "") + close;
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

export { member as a, stringMember as c, listOrNothing as i, nameBasedUuid as n, object as o, list as r, string as s, licenseStatement as t };