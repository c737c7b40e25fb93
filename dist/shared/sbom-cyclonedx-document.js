import { i as normalizeDeclared, u as printExpression } from "./spdx.js";
import { l as ecosystemOf } from "./inventory.js";
import { n as referenceType, t as iriReference } from "./sbom-cyclonedx-references.js";
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

// packages/sbom/src/cyclonedx/places.ts
function placesOf(entries) {
	const places = entries.flatMap(({ id, location }) => id === "" ? [] : [location]);
	return places.length < 2 ? places : places.sort(byPlace);
}
function byPlace(a, b) {
	if (a.path !== b.path) return a.path < b.path ? -1 : 1;
	return (a.startLine ?? 0) - (b.startLine ?? 0);
}

// packages/sbom/src/cyclonedx/properties.ts
function componentProperties(each) {
	const { component, scope, aliases, flags, entries } = each;
	const properties = aliases.map((alias) => ["assay:alias", alias]);
	if (flags.includes("deprecated")) properties.push(["assay:deprecated", "true"]);
	if (flags.includes("hasInstallScript")) properties.push(["assay:hasInstallScript", "true"]);
	const paths = entries.map(({ installPath }) => installPath);
	const installPaths = [...new Set(paths)].filter((path) => path !== void 0);
	const own = ecosystemOf(component.ecosystem)?.properties?.({
		scope,
		flags,
		installPaths
	});
	if (own !== void 0) properties.push(...own);
	return properties.sort(([a, x], [b, y]) => a === b ? x < y ? -1 : 1 : a < b ? -1 : 1);
}

// packages/sbom/src/cyclonedx/component.ts
const SCOPES = {
	runtime: "required",
	optional: "optional",
	development: "excluded"
};
function componentJson(each, document) {
	const isSubject = each === document.subject;
	const { component } = each;
	const slash = component.name.startsWith("@") ? component.name.indexOf("/") : -1;
	const { artifacts } = component;
	const [only, ...others] = artifacts;
	const supplier = component.firstParty ? document.supplier : void 0;
	return {
		"bom-ref": each.ref,
		evidence: evidenceJson(each),
		externalReferences: referencesJson(isSubject ? supplier?.repository : void 0, artifacts),
		group: slash > 0 ? component.name.slice(0, slash) : void 0,
		hashes: only === void 0 || others.length > 0 ? void 0 : hashesJson(only.hashes),
		licenses: licensesJson(component.declaredLicense),
		name: component.name.slice(slash + 1),
		properties: propertiesJson(componentProperties(each)),
		purl: component.purl,
		scope: isSubject ? void 0 : SCOPES[each.scope],
		supplier: supplier && organizationJson(supplier),
		type: each.type,
		version: component.version
	};
}
function organizationJson({ name, url }) {
	return {
		name,
		url: [iriReference(url)]
	};
}
function propertiesJson(properties) {
	return orNothing(properties.map(([name, value]) => ({
		name,
		value
	})));
}
function hashesJson(hashes) {
	return orNothing(hashes.map(({ algorithm, value }) => ({
		alg: algorithm,
		content: value
	})));
}
function referencesJson(repository, artifacts) {
	const references = [];
	if (repository !== void 0) references.push({
		hashes: void 0,
		type: "vcs",
		url: iriReference(repository)
	});
	for (const { url, hashes } of artifacts) {
		if (url === void 0) continue;
		references.push({
			hashes: hashesJson(hashes),
			type: referenceType(url),
			url: iriReference(url)
		});
	}
	return orNothing(references);
}
function licensesJson(declared) {
	const statement = licenseStatement(declared);
	if (statement === void 0) return void 0;
	const acknowledgement = "declared";
	if (statement.kind === "expression") return [{
		acknowledgement,
		expression: statement.text
	}];
	const { kind } = statement;
	return [{ license: kind === "id" ? {
		acknowledgement,
		id: statement.id
	} : {
		acknowledgement,
		name: statement.name
	} }];
}
function evidenceJson({ entries }) {
	const occurrences = placesOf(entries).map(({ path, startLine }) => ({
		line: startLine,
		location: path
	}));
	return occurrences.length === 0 ? void 0 : { occurrences };
}
function orNothing(list) {
	return list.length === 0 ? void 0 : list;
}

// packages/sbom/src/cyclonedx/compositions.ts
function compositions(document) {
	const all = [document.subject, ...document.components];
	const refs = (aggregate) => all.filter(({ dependencies }) => dependencies === aggregate).map(({ ref }) => ref);
	const claims = [
		"complete",
		"incomplete",
		"unknown"
	].map((aggregate) => ({
		aggregate,
		dependencies: refs(aggregate).sort()
	}));
	return [{ aggregate: document.complete ? "complete" : "incomplete" }, ...claims.filter(({ dependencies }) => dependencies.length > 0)];
}

// packages/sbom/src/cyclonedx/document.ts
function cycloneDxDocument(document) {
	const content = {
		$schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
		bomFormat: "CycloneDX",
		components: document.components.map((each) => componentJson(each, document)),
		compositions: compositions(document),
		dependencies: dependencies(document),
		metadata: metadata(document),
		serialNumber: `urn:uuid:${NIL_UUID}`,
		specVersion: "1.6",
		version: 1
	};
	return jsonBytes(content, "serialNumber", (bytes) => nameBasedUuid("cyclonedx", document.identity, bytes));
}
function metadata(document) {
	const { subject, supplier, scope, created, reproducible, tool } = document;
	return {
		component: componentJson(subject, document),
		lifecycles: [{ phase: "pre-build" }],
		properties: propertiesJson([["assay:scope", scope], ...reproducible ? [["cdx:reproducible", "true"]] : []]),
		supplier: supplier && organizationJson(supplier),
		timestamp: new Date(created).toISOString(),
		tools: { components: [{
			name: tool.name,
			type: "application",
			version: tool.version
		}] }
	};
}
function dependencies({ subject, components, edges }) {
	const targets = /* @__PURE__ */ new Map();
	for (const { from, to } of edges) {
		const known = targets.get(from);
		if (known === void 0) targets.set(from, [to]);
		else known.push(to);
	}
	return [subject, ...components].map(({ ref }) => ({
		dependsOn: targets.get(ref),
		ref
	}));
}

export { licenseStatement as a, jsonBytes as c, placesOf as i, compositions as n, nameBasedUuid as o, componentProperties as r, NIL_UUID as s, cycloneDxDocument as t };