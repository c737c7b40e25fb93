import { i as normalizeDeclared, u as printExpression } from "./spdx.js";
import { createHash } from "node:crypto";

// packages/sbom/src/json-bytes.ts
const NIL_UUID = "00000000-0000-0000-0000-000000000000";
function jsonBytes(content, field, uuidOf) {
	const bytes = Buffer.from(wellFormed(`${JSON.stringify(content, null, 2)}\n`));
	const start = bytes.indexOf(`\n  ${JSON.stringify(field)}: "`);
	bytes.write(uuidOf(bytes), bytes.indexOf(`${NIL_UUID}"`, start), "latin1");
	return bytes;
}
function wellFormed(json) {
	if (!json.includes("\\ud")) return json;
	return json.replace(/\\(?:ud[89a-f][0-9a-f]{2}|.)/g, (written) => written.length > 2 ? "�" : written);
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

export { jsonBytes as i, nameBasedUuid as n, NIL_UUID as r, licenseStatement as t };