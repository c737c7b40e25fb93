import "./rolldown-runtime.js";
import { a as member, c as stringMember, i as listOrNothing, n as nameBasedUuid, o as object, r as list, s as string, t as licenseStatement } from "./sbom-licenses.js";

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
	const flags = new Set(each.flags);
	const properties = each.aliases.map((alias) => ["assay:alias", alias]);
	if (each.scope === "development") properties.push(["cdx:npm:package:development", "true"]);
	if (flags.has("bundled")) properties.push(["cdx:npm:package:bundled", "true"]);
	if (flags.has("extraneous")) properties.push(["cdx:npm:package:extraneous", "true"]);
	if (flags.has("deprecated")) properties.push(["assay:deprecated", "true"]);
	if (flags.has("hasInstallScript")) properties.push(["assay:hasInstallScript", "true"]);
	if (each.component.ecosystem === "npm") {
		const paths = each.entries.map(({ installPath }) => installPath);
		for (const path of new Set(paths)) if (path !== void 0) properties.push(["cdx:npm:package:path", path]);
	}
	return properties.sort(([a, x], [b, y]) => a === b ? x < y ? -1 : 1 : a < b ? -1 : 1);
}

// packages/sbom/src/cyclonedx/references.ts
function referenceType(url) {
	return /^(?:git|ssh:)/.test(url) ? "vcs" : "distribution";
}
const FORBIDDEN = /[^!#-&(-;=?-Z_a-z~\u0080-\uffff]/g;
function iriReference(text) {
	return text.replace(FORBIDDEN, percentCode);
}
function percentCode(character) {
	return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}

// packages/sbom/src/cyclonedx/component.ts
const SCOPES = {
	runtime: "required",
	optional: "optional",
	development: "excluded"
};
const LEVEL = 2;
function componentText(each, document) {
	const isSubject = each === document.subject;
	const { component, ref, type } = each;
	const slash = component.name.startsWith("@") ? component.name.indexOf("/") : -1;
	const { hashes } = component;
	const supplier = component.firstParty ? document.supplier : void 0;
	const urls = [...isSubject && supplier !== void 0 ? [["vcs", supplier.repository]] : [], ...component.resolvedUrl === void 0 ? [] : [[referenceType(component.resolvedUrl), component.resolvedUrl]]];
	return object(LEVEL, [
		stringMember("bom-ref", ref),
		member("evidence", evidenceText(each)),
		member("externalReferences", listOrNothing(3, urls.map(([kind, url]) => object(4, [
			member("hashes", hashesText(5, hashes)),
			stringMember("type", kind),
			stringMember("url", iriReference(url))
		])))),
		slash > 0 ? stringMember("group", component.name.slice(0, slash)) : void 0,
		member("hashes", hashesText(3, hashes)),
		member("licenses", licensesText(component.declaredLicense)),
		stringMember("name", component.name.slice(slash + 1)),
		member("properties", propertiesText(3, componentProperties(each))),
		stringMember("purl", component.purl),
		isSubject ? void 0 : stringMember("scope", SCOPES[each.scope]),
		supplier && member("supplier", organizationText(3, supplier)),
		stringMember("type", type),
		stringMember("version", component.version)
	]);
}
function organizationText(level, { name, url }) {
	return object(level, [stringMember("name", name), member("url", list(level + 1, [string(iriReference(url))]))]);
}
function propertiesText(level, properties) {
	return listOrNothing(level, properties.map(([name, value]) => object(level + 1, [stringMember("name", name), stringMember("value", value)])));
}
function hashesText(level, hashes) {
	return listOrNothing(level, hashes.map(({ algorithm, value }) => object(level + 1, [stringMember("alg", algorithm), stringMember("content", value)])));
}
function licensesText(declared) {
	const statement = licenseStatement(declared);
	if (statement === void 0) return void 0;
	const acknowledgement = stringMember("acknowledgement", "declared");
	const inner = 4;
	if (statement.kind === "expression") return list(3, [object(inner, [acknowledgement, stringMember("expression", statement.text)])]);
	const named = statement.kind === "id" ? stringMember("id", statement.id) : stringMember("name", statement.name);
	return list(3, [object(inner, [member("license", object(5, [acknowledgement, named]))])]);
}
function evidenceText({ entries }) {
	const occurrences = placesOf(entries).map(({ path, startLine }) => object(5, [member("line", startLine === void 0 ? void 0 : String(startLine)), stringMember("location", path)]));
	return occurrences.length === 0 ? void 0 : object(3, [member("occurrences", list(4, occurrences))]);
}

// packages/sbom/src/cyclonedx/compositions.ts
function compositions(document) {
	const all = [document.subject, ...document.components];
	const known = all.filter((each) => each.dependenciesKnown).map(({ ref }) => ref);
	const unknown = all.filter((each) => !each.dependenciesKnown).map(({ ref }) => ref);
	return [
		{ aggregate: document.complete ? "complete" : "incomplete" },
		...known.length === 0 ? [] : [{
			aggregate: "complete",
			dependencies: known.sort()
		}],
		...unknown.length === 0 ? [] : [{
			aggregate: "incomplete",
			dependencies: unknown.sort()
		}]
	];
}

// packages/sbom/src/cyclonedx/document.ts
const SCHEMA = "http://cyclonedx.org/schema/bom-1.6.schema.json";
function cycloneDxDocument(document) {
	const { before, serialNumber } = content(document);
	const text = object(0, [
		...before,
		stringMember("serialNumber", serialNumber),
		stringMember("specVersion", "1.6"),
		member("version", "1")
	]);
	return new TextEncoder().encode(`${text}\n`);
}
function serialNumberOf(document) {
	return content(document).serialNumber;
}
function content(document) {
	const before = [
		stringMember("$schema", SCHEMA),
		stringMember("bomFormat", "CycloneDX"),
		member("components", list(1, document.components.map((each) => componentText(each, document)))),
		member("compositions", compositionsText(document)),
		member("dependencies", dependenciesText(document)),
		member("metadata", metadataText(document))
	];
	return {
		before,
		serialNumber: `urn:uuid:${nameBasedUuid("cyclonedx", document.identity, object(0, before))}`
	};
}
function metadataText(document) {
	const { subject, supplier, scope, created, reproducible, tool } = document;
	const toolText = object(4, [
		stringMember("name", tool.name),
		stringMember("type", "application"),
		stringMember("version", tool.version)
	]);
	return object(1, [
		member("component", componentText(subject, document)),
		member("lifecycles", list(2, [object(3, [stringMember("phase", "pre-build")])])),
		member("properties", propertiesText(2, [["assay:scope", scope], ...reproducible ? [["cdx:reproducible", "true"]] : []])),
		supplier && member("supplier", organizationText(2, supplier)),
		stringMember("timestamp", new Date(created).toISOString()),
		member("tools", object(2, [member("components", list(3, [toolText]))]))
	]);
}
function dependenciesText({ subject, components, edges }) {
	const targets = /* @__PURE__ */ new Map();
	for (const { from, to } of edges) {
		const known = targets.get(from);
		if (known === void 0) targets.set(from, [string(to)]);
		else known.push(string(to));
	}
	const entry = ({ ref }) => {
		const dependsOn = targets.get(ref);
		return object(2, [dependsOn && member("dependsOn", list(3, dependsOn)), stringMember("ref", ref)]);
	};
	return list(1, [entry(subject), ...components.map(entry)]);
}
function compositionsText(document) {
	return list(1, compositions(document).map(({ aggregate, dependencies }) => object(2, [stringMember("aggregate", aggregate), dependencies && member("dependencies", list(3, dependencies.map(string)))])));
}

export { componentProperties as a, referenceType as i, serialNumberOf as n, placesOf as o, compositions as r, cycloneDxDocument as t };