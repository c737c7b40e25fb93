import { i as normalizeDeclared, u as printExpression } from "./spdx.js";
import { l as ecosystemOf } from "./inventory.js";
import { n as referenceType, t as iriReference } from "./sbom-cyclonedx-references.js";
import { createHash } from "node:crypto";
const NIL_UUID = "00000000-0000-0000-0000-000000000000";
function jsonBytes(e, t, n) {
	const r = Buffer.from(wellFormed(`${JSON.stringify(e, null, 2)}\n`));
	const i = r.indexOf(`\n  ${JSON.stringify(t)}: "`);
	r.write(n(r), r.indexOf(`${NIL_UUID}"`, i), "latin1");
	return r;
}
function wellFormed(e) {
	if (!e.includes("\\ud")) return e;
	return e.replace(/\\(?:ud[89a-f][0-9a-f]{2}|.)/g, (e) => e.length > 2 ? "�" : e);
}
const NAMESPACE = "c2a1f5f0-8d0b-4e7a-9d55-3f6f0a4f7b1e";
function nameBasedUuid(...e) {
	const t = createHash("sha1").update(Buffer.from(NAMESPACE.replaceAll("-", ""), "hex"));
	for (const n of e) t.update(`${n.length} `).update(n);
	const n = t.digest().subarray(0, 16);
	n.writeUInt8(n.readUInt8(6) & 15 | 80, 6);
	n.writeUInt8(n.readUInt8(8) & 63 | 128, 8);
	const r = n.toString("hex");
	return [
		8,
		12,
		16,
		20
	].reduceRight((e, t) => `${e.slice(0, t)}-${e.slice(t)}`, r);
}
const MAX_NAME = 1e3;
function licenseStatement(e) {
	const { kind: t, text: n, expression: r } = normalizeDeclared(e);
	if (t === "expression") {
		const e = termsOf(r);
		if (e.every((e) => e.kind === "word")) return void 0;
		if (e.every(isSpdx)) {
			const [t] = e;
			const n = printExpression(r);
			if (e.length === 1 && t?.kind === "license" && t.written.id === n) return {
				kind: "id",
				id: n
			};
			const i = e.filter((e) => e.kind === "reference").map((e) => e.name);
			return {
				kind: "expression",
				text: n,
				references: [...new Set(i)].sort()
			};
		}
	}
	return n === "" ? void 0 : {
		kind: "name",
		name: n.slice(0, MAX_NAME)
	};
}
function isSpdx(e) {
	return e.kind === "license" || e.kind === "reference" && !e.name.startsWith("DocumentRef-");
}
function termsOf(e) {
	return e.kind === "and" || e.kind === "or" ? e.operands.flatMap(termsOf) : [e];
}
function placesOf(e) {
	const t = e.flatMap(({ id: e, location: t }) => e === "" ? [] : [t]);
	return t.length < 2 ? t : t.sort(byPlace);
}
function byPlace(e, t) {
	if (e.path !== t.path) return e.path < t.path ? -1 : 1;
	return (e.startLine ?? 0) - (t.startLine ?? 0);
}
function componentProperties(e) {
	const { component: t, scope: n, aliases: r, flags: i, entries: a } = e;
	const o = r.map((e) => ["assay:alias", e]);
	if (i.includes("deprecated")) o.push(["assay:deprecated", "true"]);
	if (i.includes("hasInstallScript")) o.push(["assay:hasInstallScript", "true"]);
	const s = a.map(({ installPath: e }) => e);
	const c = [...new Set(s)].filter((e) => e !== void 0);
	const l = ecosystemOf(t.ecosystem)?.properties?.({
		scope: n,
		flags: i,
		installPaths: c
	});
	if (l !== void 0) o.push(...l);
	return o.sort(([e, t], [n, r]) => e === n ? t < r ? -1 : 1 : e < n ? -1 : 1);
}
const SCOPES = {
	runtime: "required",
	optional: "optional",
	development: "excluded"
};
function componentJson(e, t) {
	const n = e === t.subject;
	const { component: r } = e;
	const i = r.name.startsWith("@") ? r.name.indexOf("/") : -1;
	const { artifacts: a } = r;
	const [o, ...s] = a;
	const c = r.firstParty ? t.supplier : void 0;
	return {
		"bom-ref": e.ref,
		evidence: evidenceJson(e),
		externalReferences: referencesJson(n ? c?.repository : void 0, a),
		group: i > 0 ? r.name.slice(0, i) : void 0,
		hashes: o === void 0 || s.length > 0 ? void 0 : hashesJson(o.hashes),
		licenses: licensesJson(r.declaredLicense),
		name: r.name.slice(i + 1),
		properties: propertiesJson(componentProperties(e)),
		purl: r.purl,
		scope: n ? void 0 : SCOPES[e.scope],
		supplier: c && organizationJson(c),
		type: e.type,
		version: r.version
	};
}
function organizationJson({ name: e, url: t }) {
	return {
		name: e,
		url: [iriReference(t)]
	};
}
function propertiesJson(e) {
	return orNothing(e.map(([e, t]) => ({
		name: e,
		value: t
	})));
}
function hashesJson(e) {
	return orNothing(e.map(({ algorithm: e, value: t }) => ({
		alg: e,
		content: t
	})));
}
function referencesJson(e, t) {
	const n = [];
	if (e !== void 0) n.push({
		hashes: void 0,
		type: "vcs",
		url: iriReference(e)
	});
	for (const { url: e, hashes: r } of t) {
		if (e === void 0) continue;
		n.push({
			hashes: hashesJson(r),
			type: referenceType(e),
			url: iriReference(e)
		});
	}
	return orNothing(n);
}
function licensesJson(e) {
	const t = licenseStatement(e);
	if (t === void 0) return void 0;
	const n = "declared";
	if (t.kind === "expression") return [{
		acknowledgement: n,
		expression: t.text
	}];
	const { kind: r } = t;
	return [{ license: r === "id" ? {
		acknowledgement: n,
		id: t.id
	} : {
		acknowledgement: n,
		name: t.name
	} }];
}
function evidenceJson({ entries: e }) {
	const t = placesOf(e).map(({ path: e, startLine: t }) => ({
		line: t,
		location: e
	}));
	return t.length === 0 ? void 0 : { occurrences: t };
}
function orNothing(e) {
	return e.length === 0 ? void 0 : e;
}
function compositions(e) {
	const t = [e.subject, ...e.components];
	const n = (e) => t.filter(({ dependencies: t }) => t === e).map(({ ref: e }) => e);
	const r = [
		"complete",
		"incomplete",
		"unknown"
	].map((e) => ({
		aggregate: e,
		dependencies: n(e).sort()
	}));
	return [{ aggregate: e.complete ? "complete" : "incomplete" }, ...r.filter(({ dependencies: e }) => e.length > 0)];
}
function cycloneDxDocument(e) {
	const t = {
		$schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
		bomFormat: "CycloneDX",
		components: e.components.map((t) => componentJson(t, e)),
		compositions: compositions(e),
		dependencies: dependencies(e),
		metadata: metadata(e),
		serialNumber: `urn:uuid:${NIL_UUID}`,
		specVersion: "1.6",
		version: 1
	};
	return jsonBytes(t, "serialNumber", (t) => nameBasedUuid("cyclonedx", e.identity, t));
}
function metadata(e) {
	const { subject: t, supplier: n, scope: r, created: i, reproducible: a, tool: o } = e;
	return {
		component: componentJson(t, e),
		lifecycles: [{ phase: "pre-build" }],
		properties: propertiesJson([["assay:scope", r], ...a ? [["cdx:reproducible", "true"]] : []]),
		supplier: n && organizationJson(n),
		timestamp: new Date(i).toISOString(),
		tools: { components: [{
			name: o.name,
			type: "application",
			version: o.version
		}] }
	};
}
function dependencies({ subject: e, components: t, edges: n }) {
	const r = new Map();
	for (const { from: e, to: t } of n) {
		const n = r.get(e);
		if (n === void 0) r.set(e, [t]);
		else n.push(t);
	}
	return [e, ...t].map(({ ref: e }) => ({
		dependsOn: r.get(e),
		ref: e
	}));
}
export { licenseStatement as a, jsonBytes as c, placesOf as i, compositions as n, nameBasedUuid as o, componentProperties as r, NIL_UUID as s, cycloneDxDocument as t };
