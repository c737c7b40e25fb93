import "./rolldown-runtime.js";
import { n as inventoryOf, o as orphanHeads, s as isIncomplete } from "./inventory.js";
import { N as clockFrom, V as VERSION } from "./core.js";
import { t as edgesBySource } from "./inventory-reachability.js";
import { i as withOrigin, n as namedOrigin, t as firstPartyPurl } from "./inventory-origin.js";
import { a as licenseStatement, c as jsonBytes, o as nameBasedUuid, s as NIL_UUID, t as cycloneDxDocument } from "./sbom-cyclonedx-document.js";
import { createHash, hash } from "node:crypto";
const MAX_ROUNDS = 100;
function groupEqualEntries(e, t, n) {
	const r = [...partition(e, n)];
	const i = new Map();
	for (const [e, t] of r.entries()) for (const { id: n } of t) i.set(n, e);
	const a = edgesBySource(t);
	const o = ({ id: e }) => {
		const t = (a.get(e) ?? []).map(({ to: e, kind: t }) => `${i.get(e)} ${t}`);
		return [...new Set(t)].sort().join("\n");
	};
	for (let e = 0; e < MAX_ROUNDS; e++) {
		const e = r.length;
		for (let t = 0; t < e; t++) {
			const e = r[t] ?? [];
			if (e.length < 2) continue;
			const [n = [], ...a] = partition(e, o);
			r[t] = n;
			for (const e of a) {
				for (const { id: t } of e) i.set(t, r.length);
				r.push(e);
			}
		}
		if (r.length === e) return r;
	}
	return e.map((e) => [e]);
}
function partition(e, t) {
	const n = new Map();
	for (const r of e) {
		const e = t(r);
		const i = n.get(e);
		if (i === void 0) n.set(e, [r]);
		else i.push(r);
	}
	return [...n.values()];
}
function orphanEdges(e) {
	const [t] = e.roots;
	if (t === void 0) return [];
	return orphanHeads(e).map(({ component: { id: e, scope: n } }) => ({
		from: t,
		to: e,
		kind: n
	}));
}
function uniqueRefs(e) {
	const t = e.map(nameOf$1);
	const n = new Map();
	for (const e of t) n.set(e, (n.get(e) ?? 0) + 1);
	return e.map((e, r) => {
		const i = t[r] ?? "";
		return n.get(i) === 1 ? i : `${i}|${placesDigest(e)}`;
	});
}
function nameOf$1([e]) {
	if (e === void 0) return "";
	const { purl: t, ecosystem: n, name: r, version: i } = e;
	return t ?? `${n}:${r}${i === void 0 ? "" : `@${i}`}`;
}
function placesDigest(e) {
	const t = e.map(({ id: e }) => e).sort();
	return createHash("sha256").update(JSON.stringify(t)).digest("hex").slice(0, 16);
}
const SCOPES = [
	"runtime",
	"optional",
	"development"
];
const KINDS = [
	"runtime",
	"peer",
	"optional",
	"build",
	"test",
	"development"
];
const DEVELOPMENT = new Set([
	"development",
	"build",
	"test"
]);
function assembleDocument(e, t, n) {
	const r = subjectOf(e, t);
	const i = e.graphs.flatMap((e) => e.gaps.filter(isIncomplete));
	const a = everyEntry(e, r);
	const { components: o, edges: s, cut: c } = n === "all" ? {
		...a,
		cut: new Set()
	} : runtime(a);
	const l = withoutEdges(e, r);
	const u = {
		unlisted: new Set(l),
		incomplete: new Set([...i.map(({ componentId: e }) => e), ...c])
	};
	const d = groupEqualEntries(o, s, identityOf);
	const f = uniqueRefs(d);
	const p = d.map((e, t) => mergeGroup(e, f[t] ?? "", u));
	const m = new Map(p.flatMap(({ entries: e, ref: t }) => e.map(({ id: e }) => [e, t])));
	const h = m.get(r.id);
	const g = p.find(({ ref: e }) => e === h) ?? mergeGroup([r], "", u);
	return {
		subject: {
			...g,
			type: "application"
		},
		components: sortedByRef(p.filter((e) => e !== g)),
		edges: mergeEdges(s, m),
		complete: n === "all" && i.length === 0 && l.length === 0 && e.skipped.every(({ kind: e }) => e === "excluded"),
		scope: n,
		created: t.created,
		reproducible: t.reproducible,
		identity: [
			t.origin?.serverUrl ?? "",
			t.origin?.repository ?? "",
			t.revision ?? "",
			t.folder
		].join("\n"),
		...t.origin === void 0 ? {} : { supplier: supplierOf(t.origin) },
		tool: {
			name: "assay",
			version: VERSION
		}
	};
}
function supplierOf({ serverUrl: e, repository: t }) {
	const n = t.split("/")[0] ?? "";
	return {
		name: n,
		url: `${e}/${n}`,
		repository: `${e}/${t}`
	};
}
function withoutEdges({ graphs: e }, t) {
	return e.flatMap(({ edgeCompleteness: e, roots: n, components: r }) => {
		if (e === "complete") return [];
		const i = new Set(e === "direct" ? n : []);
		const a = r.map(({ id: e }) => e).filter((e) => !i.has(e));
		return n.length === 0 ? [t.id, ...a] : a;
	});
}
function subjectOf({ graphs: e }, { origin: t }) {
	const n = e.flatMap((e) => e.roots.map((t) => ({
		path: e.path,
		root: e.components.find(({ id: e }) => e === t)
	})));
	const [r, ...i] = n;
	const a = i.length === 0 && e.every((e) => e.roots.length > 0);
	if (r?.root !== void 0 && a) return r.root;
	const o = n.find(({ path: e }) => !e.includes("/"))?.root;
	const s = t?.repository.split("/").at(-1) ?? o?.name ?? "repository";
	return {
		id: "",
		name: s,
		kind: "application",
		ecosystem: "repository",
		purl: firstPartyPurl(t, s, void 0, ""),
		firstParty: true,
		scope: "runtime",
		direct: false,
		artifacts: [],
		location: { path: "." },
		aliases: [],
		flags: []
	};
}
function everyEntry({ graphs: e }, t) {
	const n = e.flatMap((e) => e.components);
	const r = e.flatMap((e) => [...e.edges, ...orphanEdges(e)]);
	if (t.id !== "") return {
		components: n,
		edges: r
	};
	const i = e.flatMap(({ roots: e }) => e.map((e) => ({
		from: t.id,
		to: e,
		kind: "runtime"
	})));
	return {
		components: [t, ...n],
		edges: [...i, ...r]
	};
}
function runtime({ components: e, edges: t }) {
	const n = e.filter(({ scope: e }) => e !== "development");
	const r = new Set(n.map(({ id: e }) => e));
	const i = ({ from: e, to: t, kind: n }) => !DEVELOPMENT.has(n) && r.has(e) && r.has(t);
	return {
		components: n,
		edges: t.filter(i),
		cut: new Set(t.filter((e) => !i(e)).map(({ from: e }) => e))
	};
}
function identityOf(e) {
	const { purl: t, artifacts: n, declaredLicense: r, firstParty: i, ecosystem: a, name: o } = e;
	if (t === void 0) return e.id;
	return JSON.stringify([
		a,
		o,
		t,
		i,
		n,
		r
	]);
}
function completenessOf(e, { unlisted: t, incomplete: n }) {
	if (e.some(({ id: e }) => t.has(e))) return "unknown";
	return e.some(({ id: e }) => n.has(e)) ? "incomplete" : "complete";
}
function mergeGroup(e, t, n) {
	const [r] = e;
	if (r === void 0) throw new TypeError("a group has at least one entry");
	return {
		ref: t,
		type: e.some(({ kind: e }) => e === "application") ? "application" : r.kind,
		component: r,
		scope: SCOPES.find((t) => e.some((e) => e.scope === t)) ?? "runtime",
		aliases: unique(e.flatMap(({ aliases: e }) => e)),
		flags: unique(e.flatMap(({ flags: e }) => e)),
		entries: e,
		dependencies: completenessOf(e, n)
	};
}
function sortedByRef(e) {
	const t = new Map(e.map((e) => [e.ref, e]));
	return [...t.keys()].sort().flatMap((e) => t.get(e) ?? []);
}
function mergeEdges(e, t) {
	const n = new Map();
	for (const r of e) {
		const e = t.get(r.from);
		const i = t.get(r.to);
		if (e === void 0 || i === void 0 || e === i) continue;
		const a = n.get(e) ?? new Map();
		if (a.size === 0) n.set(e, a);
		const o = a.get(i);
		if (o === void 0 || KINDS.indexOf(r.kind) < KINDS.indexOf(o)) a.set(i, r.kind);
	}
	const r = [];
	for (const e of [...n.keys()].sort()) {
		const t = n.get(e) ?? new Map();
		for (const n of [...t.keys()].sort()) r.push({
			from: e,
			to: n,
			kind: t.get(n) ?? "runtime"
		});
	}
	return r;
}
function unique(e) {
	return e.length < 2 ? e : [...new Set(e)].sort();
}
const DOCUMENT_ID = "SPDXRef-DOCUMENT";
function spdxIds(e) {
	return new Map(e.map((e) => [e.ref, spdxId(e)]));
}
function spdxId({ component: e, ref: t }) {
	const { ecosystem: n, name: r, version: i = "" } = e;
	return `SPDXRef-Package-${`${n}-${r}-${i}`.replace(/[^A-Za-z0-9.]+/g, "-").replace(/^-|-$/g, "").slice(0, 100)}-${hash("sha256", t).slice(0, 16)}`;
}
function spdxLicense(e) {
	const t = licenseStatement(e);
	switch (t?.kind) {
		case void 0: return "NOASSERTION";
		case "id": return t.id;
		case "expression": return t.text;
		default: return freeTextId(t?.name ?? "");
	}
}
function extractedLicenses(e) {
	const t = new Map();
	for (const { component: n } of e) {
		const e = licenseStatement(n.declaredLicense);
		if (e?.kind === "name") {
			const n = freeTextId(e.name);
			t.set(n, {
				extractedText: e.name,
				licenseId: n,
				name: "Declared as free text"
			});
		}
		if (e?.kind !== "expression") continue;
		for (const n of e.references) {
			const e = `The package declares ${n}; its text is in the package.`;
			t.set(n, {
				extractedText: e,
				licenseId: n,
				name: "Declared by reference"
			});
		}
	}
	return [...t].sort(([e], [t]) => e < t ? -1 : 1).map(([, e]) => e);
}
function freeTextId(e) {
	return `LicenseRef-declared-${createHash("sha256").update(e).digest("hex").slice(0, 16)}`;
}
const PURPOSES = {
	application: "APPLICATION",
	container: "CONTAINER",
	file: "FILE",
	framework: "FRAMEWORK",
	library: "LIBRARY",
	"operating-system": "OPERATING_SYSTEM",
	platform: "APPLICATION"
};
function packageJson(e, t, n) {
	const { component: r, ref: i, type: a } = e;
	const { purl: o, artifacts: s } = r;
	const [c, ...l] = s;
	const u = l.length === 0 ? c : void 0;
	const d = u?.hashes ?? [];
	return {
		SPDXID: t,
		checksums: d.length === 0 ? void 0 : d.map(checksum),
		copyrightText: "NOASSERTION",
		downloadLocation: downloadLocation(u?.url),
		externalRefs: o === void 0 ? void 0 : [purlReference(o)],
		filesAnalyzed: false,
		licenseConcluded: "NOASSERTION",
		licenseDeclared: spdxLicense(r.declaredLicense),
		name: r.name,
		primaryPackagePurpose: PURPOSES[a],
		sourceInfo: sourceInfo(e, i),
		supplier: r.firstParty && n !== void 0 ? `Organization: ${n.name}` : "NOASSERTION",
		versionInfo: r.version
	};
}
function checksum({ algorithm: e, value: t }) {
	return {
		algorithm: e.replace(/^SHA-/, "SHA"),
		checksumValue: t
	};
}
function purlReference(e) {
	return {
		referenceCategory: "PACKAGE-MANAGER",
		referenceLocator: e,
		referenceType: "purl"
	};
}
function downloadLocation(e) {
	if (e === void 0 || e.startsWith("file:")) return "NOASSERTION";
	if (!/^(?:git|ssh:)/.test(e)) return e;
	const [t = "", n] = e.split("#");
	const r = t.startsWith("git") ? t : `git+${t}`;
	return n === void 0 ? r : `${r}@${n}`;
}
function sourceInfo({ entries: e }, t) {
	const n = e.filter(({ id: e }) => e !== "").map(({ location: { path: e, startLine: t } }) => t === void 0 ? e : `${e}:${t}`);
	return n.length === 0 ? `the repository ${t}` : `named in ${n.sort().join(", ")}`;
}
function spdxRelationships({ subject: e, components: t, edges: n }, r) {
	const i = (e) => r.get(e) ?? "";
	const a = [relationship(DOCUMENT_ID, "DESCRIBES", i(e.ref))];
	for (const { from: e, to: t, kind: r } of n) {
		a.push(relationship(i(e), "DEPENDS_ON", i(t)));
		const n = TYPED[r];
		if (n !== void 0) a.push(relationship(i(t), n, i(e)));
	}
	for (const { ref: n, dependencies: r } of [e, ...t]) if (r !== "complete") a.push(relationship(i(n), "DEPENDS_ON", "NOASSERTION"));
	return a;
}
function relationship(e, t, n) {
	return {
		relatedSpdxElement: n,
		relationshipType: t,
		spdxElementId: e
	};
}
const TYPED = {
	development: "DEV_DEPENDENCY_OF",
	optional: "OPTIONAL_DEPENDENCY_OF",
	build: "BUILD_DEPENDENCY_OF",
	test: "TEST_DEPENDENCY_OF"
};
function spdxDocument(e) {
	const t = [e.subject, ...e.components];
	const n = spdxIds(t);
	const r = nameOf(e.subject);
	const i = extractedLicenses(t);
	const a = r.replace(/[^A-Za-z0-9.-]+/g, "-").replace(/^-|-$/g, "");
	const o = {
		SPDXID: DOCUMENT_ID,
		creationInfo: creationInfo(e),
		dataLicense: "CC0-1.0",
		documentNamespace: `https://spdx.org/spdxdocs/${a}-${NIL_UUID}`,
		hasExtractedLicensingInfos: i.length === 0 ? void 0 : i,
		name: r,
		packages: t.map((t) => packageJson(t, n.get(t.ref) ?? "", e.supplier)),
		relationships: spdxRelationships(e, n),
		spdxVersion: "SPDX-2.3"
	};
	return jsonBytes(o, "documentNamespace", (t) => nameBasedUuid("spdx", e.identity, t));
}
function creationInfo({ tool: e, supplier: t, created: n, scope: r, complete: i }) {
	return {
		comment: `Made from lockfiles before the build. Scope: ${r}. ${i ? "Every lockfile was read and every entry understood." : "Not complete: dependencies that are not known are stated as NOASSERTION."}`,
		created: n,
		creators: [`Tool: ${e.name}-${e.version}`, ...t === void 0 ? [] : [`Organization: ${t.name}`]]
	};
}
function nameOf({ component: e }) {
	return e.version === void 0 ? e.name : `${e.name}@${e.version}`;
}
function provenanceOf({ environment: e, clock: t }, { origin: n, folder: r, head: i, notices: a }) {
	const o = e["SOURCE_DATE_EPOCH"];
	const s = o !== void 0 && o !== "" ? clockFrom(e).now() : i === void 0 ? void 0 : new Date(i.committedAt);
	const c = (s ?? t.now()).toISOString().replace(/\.\d{3}Z$/, "Z");
	return {
		origin: n,
		revision: n?.revision ?? i?.sha,
		folder: r,
		created: c,
		reproducible: s !== void 0,
		notices: s === void 0 ? [...a, "The documents carry the time of this run: there is neither SOURCE_DATE_EPOCH nor a commit to take it from."] : a
	};
}
async function runSbom(e, t) {
	const n = await inventoryOf(e);
	const { repository: r, ref: i } = t;
	const a = namedOrigin(n.repository, {
		repository: r,
		ref: i
	});
	const o = r !== void 0 || i !== void 0 ? withOrigin(n.inventory, a) : n.inventory;
	const s = provenanceOf(e, {
		...n.repository,
		origin: a
	});
	const c = o.graphs.length === 0 ? void 0 : assembleDocument(o, s, t.scope);
	return {
		result: {
			check: "sbom",
			findings: [],
			artifacts: c === void 0 ? [] : await writeDocuments(c, t.formats),
			coverage: {
				inspected: {
					lockfiles: o.graphs.length,
					components: c?.components.length ?? 0
				},
				skipped: [],
				summary: summarize(o, c),
				...c === void 0 ? { nothingToDo: "no lockfile was read" } : {}
			},
			notices: s.notices
		},
		inventory: n.result,
		componentCount: c?.components.length ?? 0,
		complete: c?.complete ?? false
	};
}
const WRITERS = {
	"cyclonedx-1.6": {
		name: "sbom.cdx.json",
		mediaType: "application/vnd.cyclonedx+json; version=1.6",
		load: async () => cycloneDxDocument
	},
	"cyclonedx-1.6-xml": {
		name: "sbom.cdx.xml",
		mediaType: "application/vnd.cyclonedx+xml; version=1.6",
		load: async () => (await import("./sbom-cyclonedx-xml.js")).cycloneDxXmlDocument
	},
	"spdx-2.3": {
		name: "sbom.spdx.json",
		mediaType: "application/spdx+json; version=2.3",
		load: async () => spdxDocument
	}
};
async function writeDocuments(e, t) {
	const n = [];
	for (const r of [...new Set(t)].sort()) {
		const { name: t, mediaType: i, load: a } = WRITERS[r];
		n.push({
			name: t,
			mediaType: i,
			bytes: (await a())(e)
		});
	}
	return n;
}
function summarize({ graphs: e }, t) {
	if (t === void 0) return "No lockfile was read, so there is no document";
	const n = (e) => t.components.filter((t) => t.scope === e).length;
	const r = e.length === 1 ? "1 lockfile" : `${e.length} lockfiles`;
	return `${`${n("runtime")} runtime, ${n("optional")} optional and ${n("development")} development components`} in ${r}${t.complete ? "" : "; the document is not complete"}`;
}
export { runSbom };
