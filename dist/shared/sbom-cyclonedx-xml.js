import "./rolldown-runtime.js";
import { i as require_models, n as require_spec, r as require_index_node, t as require_enums } from "./npm-cyclonedx-cyclonedx-library.js";
import { a as referenceType, c as licenseStatement, n as cycloneDxDocument, o as componentProperties, r as compositions, s as placesOf } from "./part-sbom-check.js";
var import_index_node = require_index_node();
var import_spec = require_spec();
var import_enums = require_enums();
var import_models = require_models();
const SCOPES = {
	runtime: import_enums.ComponentScope.Required,
	optional: import_enums.ComponentScope.Optional,
	development: import_enums.ComponentScope.Excluded
};
function libraryModel(e) {
	const t = new Map();
	for (const n of [e.subject, ...e.components]) t.set(n.ref, toModel(n, e));
	for (const { from: n, to: r } of e.edges) {
		const e = t.get(r);
		if (e !== void 0) t.get(n)?.dependencies.add(e.bomRef);
	}
	const n = t.get(e.subject.ref);
	t.delete(e.subject.ref);
	const r = new import_models.Metadata({ timestamp: new Date(e.created) });
	if (n !== void 0) r.component = n;
	if (e.supplier !== void 0) r.supplier = organization(e.supplier);
	r.lifecycles.add(import_enums.LifecyclePhase.PreBuild);
	const { name: i, version: a } = e.tool;
	r.tools = new import_models.Tools();
	r.tools.components.add(new import_models.Component(import_enums.ComponentType.Application, i, { version: a }));
	r.properties.add(new import_models.Property("assay:scope", e.scope));
	if (e.reproducible) r.properties.add(new import_models.Property("cdx:reproducible", "true"));
	const o = new import_models.Bom({ metadata: r });
	for (const e of t.values()) o.components.add(e);
	return o;
}
function toModel(e, t) {
	const n = e === t.subject;
	const { component: r } = e;
	const i = r.name.startsWith("@") ? r.name.indexOf("/") : -1;
	const a = new import_models.Component(TYPES[e.type], r.name.slice(i + 1), { bomRef: e.ref });
	if (i > 0) a.group = r.name.slice(0, i);
	if (r.version !== void 0) a.version = r.version;
	if (r.purl !== void 0) a.purl = r.purl;
	const [o, ...s] = r.artifacts;
	if (o !== void 0 && s.length === 0) a.hashes = hashesOf(o);
	if (!n) a.scope = SCOPES[e.scope];
	const { supplier: c } = t;
	if (r.firstParty && c !== void 0) {
		a.supplier = organization(c);
		if (n) a.externalReferences.add(new import_models.ExternalReference(c.repository, REFERENCES.vcs));
	}
	const l = licenseModel(r.declaredLicense);
	if (l !== void 0) a.licenses.add(l);
	for (const e of r.artifacts) {
		const { url: t } = e;
		if (t === void 0) continue;
		const n = REFERENCES[referenceType(t)];
		const r = new import_models.ExternalReference(t, n, { hashes: hashesOf(e) });
		a.externalReferences.add(r);
	}
	for (const [t, n] of componentProperties(e)) a.properties.add(new import_models.Property(t, n));
	return a;
}
function organization({ name: e, url: t }) {
	return new import_models.OrganizationalEntity({
		name: e,
		url: new Set([t])
	});
}
function hashesOf({ hashes: e }) {
	const t = new import_models.HashDictionary();
	for (const { algorithm: n, value: r } of e) if (isHashAlgorithm(n)) t.set(n, r);
	return t;
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
function licenseModel(e) {
	const t = licenseStatement(e);
	if (t === void 0) return void 0;
	const n = t.kind === "id" ? new import_models.SpdxLicense(t.id) : t.kind === "expression" ? new import_models.LicenseExpression(t.text) : new import_models.NamedLicense(t.name);
	n.acknowledgement = import_enums.LicenseAcknowledgement.Declared;
	return n;
}
function isHashAlgorithm(e) {
	return Object.values(import_enums.HashAlgorithm).includes(e);
}
function xmlText(e) {
	return `<?xml version="1.0" encoding="UTF-8"?>\n${elementText(e, "")}\n`;
}
function elementText(e, t) {
	const { name: n, namespace: r, attributes: i = {}, children: a } = e;
	const o = Object.entries(r === void 0 ? i : {
		xmlns: String(r),
		...i
	}).filter(([, e]) => e !== void 0).map(([e, t]) => ` ${e}="${escapeXml(String(t))}"`).join("");
	if (typeof a === "string" || typeof a === "number") return `${t}<${n}${o}>${escapeXml(String(a))}</${n}>`;
	const s = [...a ?? []].flatMap((e) => e.type === "element" ? [elementText(e, `${t}  `)] : []);
	return s.length === 0 ? `${t}<${n}${o}/>` : `${t}<${n}${o}>\n${s.join("\n")}\n${t}</${n}>`;
}
const NAMED = new Map([
	["&", "&amp;"],
	["<", "&lt;"],
	[">", "&gt;"],
	["\"", "&quot;"]
]);
function escapeXml(e) {
	return e.toWellFormed().replace(/[&<>"]/g, (e) => NAMED.get(e) ?? "").replace(/[^ -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, (e) => /[\t\n\r]/.test(e) ? `&#${e.charCodeAt(0)};` : "�");
}
function cycloneDxXmlDocument(e) {
	const t = libraryModel(e);
	t.serialNumber = serialNumberOf(e);
	const n = withEvidence(new import_index_node.XML.Normalize.Factory(import_spec.Spec1dot6).makeForBom().normalize(t, { sortLists: false }), new Map([e.subject, ...e.components].map((e) => [e.ref, e])));
	const r = [...elementsOf(n), compositionsElement(e)];
	return new TextEncoder().encode(xmlText({
		...n,
		children: r
	}));
}
function withEvidence(e, t) {
	const n = elementsOf(e).map((e) => withEvidence(e, t));
	const r = e.name === "component" ? t.get(String(e.attributes?.["bom-ref"] ?? "")) : void 0;
	const i = r === void 0 ? [] : evidenceElements(r);
	return n.length + i.length === 0 ? e : {
		...e,
		children: [...n, ...i]
	};
}
function serialNumberOf(e) {
	return JSON.parse(new TextDecoder().decode(cycloneDxDocument(e))).serialNumber;
}
function elementsOf({ children: e }) {
	return typeof e === "object" ? [...e].filter((e) => e.type === "element") : [];
}
function evidenceElements({ entries: e }) {
	const t = placesOf(e).map(({ path: e, startLine: t }) => element("occurrence", [element("location", e), ...t === void 0 ? [] : [element("line", String(t))]]));
	return t.length === 0 ? [] : [element("evidence", [element("occurrences", t)])];
}
function compositionsElement(e) {
	return element("compositions", compositions(e).map(({ aggregate: e, dependencies: t = [] }) => {
		const n = t.map((e) => ({
			...element("dependency"),
			attributes: { ref: e }
		}));
		return element("composition", [element("aggregate", e), ...n.length === 0 ? [] : [element("dependencies", n)]]);
	}));
}
function element(e, t) {
	return {
		type: "element",
		name: e,
		...t === void 0 ? {} : { children: t }
	};
}
export { cycloneDxXmlDocument };
