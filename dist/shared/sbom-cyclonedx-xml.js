import "./rolldown-runtime.js";
import { i as require_models, n as require_spec, r as require_index_node, t as require_enums } from "./npm-cyclonedx-cyclonedx-library.js";
import { a as licenseStatement, i as placesOf, n as compositions, r as componentProperties, t as cycloneDxDocument } from "./sbom-cyclonedx-document.js";
import { n as referenceType } from "./sbom-cyclonedx-references.js";

// packages/sbom/src/cyclonedx/library-model.ts
var import_index_node = require_index_node();
var import_spec = require_spec();
var import_enums = require_enums();
var import_models = require_models();
const SCOPES = {
	runtime: import_enums.ComponentScope.Required,
	optional: import_enums.ComponentScope.Optional,
	development: import_enums.ComponentScope.Excluded
};
function libraryModel(document) {
	const models = /* @__PURE__ */ new Map();
	for (const each of [document.subject, ...document.components]) models.set(each.ref, toModel(each, document));
	for (const { from, to } of document.edges) {
		const target = models.get(to);
		if (target !== void 0) models.get(from)?.dependencies.add(target.bomRef);
	}
	const subject = models.get(document.subject.ref);
	models.delete(document.subject.ref);
	const metadata = new import_models.Metadata({ timestamp: new Date(document.created) });
	if (subject !== void 0) metadata.component = subject;
	if (document.supplier !== void 0) metadata.supplier = organization(document.supplier);
	metadata.lifecycles.add(import_enums.LifecyclePhase.PreBuild);
	const { name, version } = document.tool;
	metadata.tools = new import_models.Tools();
	metadata.tools.components.add(new import_models.Component(import_enums.ComponentType.Application, name, { version }));
	metadata.properties.add(new import_models.Property("assay:scope", document.scope));
	if (document.reproducible) metadata.properties.add(new import_models.Property("cdx:reproducible", "true"));
	const bom = new import_models.Bom({ metadata });
	for (const model of models.values()) bom.components.add(model);
	return bom;
}
function toModel(each, document) {
	const isSubject = each === document.subject;
	const { component } = each;
	const slash = component.name.startsWith("@") ? component.name.indexOf("/") : -1;
	const model = new import_models.Component(TYPES[each.type], component.name.slice(slash + 1), { bomRef: each.ref });
	if (slash > 0) model.group = component.name.slice(0, slash);
	if (component.version !== void 0) model.version = component.version;
	if (component.purl !== void 0) model.purl = component.purl;
	const [only, ...others] = component.artifacts;
	if (only !== void 0 && others.length === 0) model.hashes = hashesOf(only);
	if (!isSubject) model.scope = SCOPES[each.scope];
	const { supplier } = document;
	if (component.firstParty && supplier !== void 0) {
		model.supplier = organization(supplier);
		if (isSubject) model.externalReferences.add(new import_models.ExternalReference(supplier.repository, REFERENCES.vcs));
	}
	const license = licenseModel(component.declaredLicense);
	if (license !== void 0) model.licenses.add(license);
	for (const artifact of component.artifacts) {
		const { url } = artifact;
		if (url === void 0) continue;
		const type = REFERENCES[referenceType(url)];
		const reference = new import_models.ExternalReference(url, type, { hashes: hashesOf(artifact) });
		model.externalReferences.add(reference);
	}
	for (const [name, value] of componentProperties(each)) model.properties.add(new import_models.Property(name, value));
	return model;
}
function organization({ name, url }) {
	return new import_models.OrganizationalEntity({
		name,
		url: /* @__PURE__ */ new Set([url])
	});
}
function hashesOf({ hashes }) {
	const known = new import_models.HashDictionary();
	for (const { algorithm, value } of hashes) if (isHashAlgorithm(algorithm)) known.set(algorithm, value);
	return known;
}
const TYPES = {
	application: import_enums.ComponentType.Application,
	container: import_enums.ComponentType.Container,
	file: import_enums.ComponentType.File,
	framework: import_enums.ComponentType.Framework,
	library: import_enums.ComponentType.Library,
	"operating-system": import_enums.ComponentType.OperatingSystem,
	platform: import_enums.ComponentType.Platform
};
const REFERENCES = {
	vcs: import_enums.ExternalReferenceType.VCS,
	distribution: import_enums.ExternalReferenceType.Distribution
};
function licenseModel(declared) {
	const statement = licenseStatement(declared);
	if (statement === void 0) return void 0;
	const license = statement.kind === "id" ? new import_models.SpdxLicense(statement.id) : statement.kind === "expression" ? new import_models.LicenseExpression(statement.text) : new import_models.NamedLicense(statement.name);
	license.acknowledgement = import_enums.LicenseAcknowledgement.Declared;
	return license;
}
function isHashAlgorithm(text) {
	return Object.values(import_enums.HashAlgorithm).includes(text);
}

// packages/sbom/src/cyclonedx/xml-text.ts
function xmlText(root) {
	return `<?xml version="1.0" encoding="UTF-8"?>\n${elementText(root, "")}\n`;
}
function elementText(element, indent) {
	const { name, namespace, attributes = {}, children } = element;
	const start = Object.entries(namespace === void 0 ? attributes : {
		xmlns: String(namespace),
		...attributes
	}).filter(([, value]) => value !== void 0).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`).join("");
	if (typeof children === "string" || typeof children === "number") return `${indent}<${name}${start}>${escapeXml(String(children))}</${name}>`;
	const inner = [...children ?? []].flatMap((child) => child.type === "element" ? [elementText(child, `${indent}  `)] : []);
	return inner.length === 0 ? `${indent}<${name}${start}/>` : `${indent}<${name}${start}>\n${inner.join("\n")}\n${indent}</${name}>`;
}
const NAMED = /* @__PURE__ */ new Map([
	["&", "&amp;"],
	["<", "&lt;"],
	[">", "&gt;"],
	["\"", "&quot;"]
]);
function escapeXml(text) {
	return text.toWellFormed().replace(/[&<>"]/g, (character) => NAMED.get(character) ?? "").replace(/[^ -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, (character) => /[\t\n\r]/.test(character) ? `&#${character.charCodeAt(0)};` : "�");
}

// packages/sbom/src/cyclonedx/xml.ts
function cycloneDxXmlDocument(document) {
	const bom = libraryModel(document);
	bom.serialNumber = serialNumberOf(document);
	const extended = withEvidence(new import_index_node.XML.Normalize.Factory(import_spec.Spec1dot6).makeForBom().normalize(bom, { sortLists: false }), new Map([document.subject, ...document.components].map((each) => [each.ref, each])));
	const children = [...elementsOf(extended), compositionsElement(document)];
	return new TextEncoder().encode(xmlText({
		...extended,
		children
	}));
}
function withEvidence(element, byRef) {
	const children = elementsOf(element).map((child) => withEvidence(child, byRef));
	const each = element.name === "component" ? byRef.get(String(element.attributes?.["bom-ref"] ?? "")) : void 0;
	const evidence = each === void 0 ? [] : evidenceElements(each);
	return children.length + evidence.length === 0 ? element : {
		...element,
		children: [...children, ...evidence]
	};
}
function serialNumberOf(document) {
	return JSON.parse(new TextDecoder().decode(cycloneDxDocument(document))).serialNumber;
}
function elementsOf({ children }) {
	return typeof children === "object" ? [...children].filter((child) => child.type === "element") : [];
}
function evidenceElements({ entries }) {
	const occurrences = placesOf(entries).map(({ path, startLine }) => element("occurrence", [element("location", path), ...startLine === void 0 ? [] : [element("line", String(startLine))]]));
	return occurrences.length === 0 ? [] : [element("evidence", [element("occurrences", occurrences)])];
}
function compositionsElement(document) {
	return element("compositions", compositions(document).map(({ aggregate, dependencies = [] }) => {
		const refs = dependencies.map((ref) => ({
			...element("dependency"),
			attributes: { ref }
		}));
		return element("composition", [element("aggregate", aggregate), ...refs.length === 0 ? [] : [element("dependencies", refs)]]);
	}));
}
function element(name, children) {
	return {
		type: "element",
		name,
		...children === void 0 ? {} : { children }
	};
}

export { cycloneDxXmlDocument };