import "./rolldown-runtime.js";
import { n as inventoryOf, o as orphanHeads, s as isIncomplete } from "./inventory.js";
import { N as clockFrom, V as VERSION } from "./core.js";
import { t as edgesBySource } from "./inventory-reachability.js";
import { i as withOrigin, n as namedOrigin, t as firstPartyPurl } from "./inventory-origin.js";
import { a as licenseStatement, c as jsonBytes, o as nameBasedUuid, s as NIL_UUID, t as cycloneDxDocument } from "./sbom-cyclonedx-document.js";
import { createHash, hash } from "node:crypto";

// packages/sbom/src/equal-entries.ts
const MAX_ROUNDS = 100;
function groupEqualEntries(components, edges, identity) {
	const groups = [...partition(components, identity)];
	const groupOf = /* @__PURE__ */ new Map();
	for (const [index, group] of groups.entries()) for (const { id } of group) groupOf.set(id, index);
	const outgoing = edgesBySource(edges);
	const targets = ({ id }) => {
		const leads = (outgoing.get(id) ?? []).map(({ to, kind }) => `${groupOf.get(to)} ${kind}`);
		return [...new Set(leads)].sort().join("\n");
	};
	for (let round = 0; round < MAX_ROUNDS; round++) {
		const before = groups.length;
		for (let index = 0; index < before; index++) {
			const group = groups[index] ?? [];
			if (group.length < 2) continue;
			const [first = [], ...others] = partition(group, targets);
			groups[index] = first;
			for (const other of others) {
				for (const { id } of other) groupOf.set(id, groups.length);
				groups.push(other);
			}
		}
		if (groups.length === before) return groups;
	}
	return components.map((component) => [component]);
}
function partition(components, key) {
	const groups = /* @__PURE__ */ new Map();
	for (const component of components) {
		const name = key(component);
		const group = groups.get(name);
		if (group === void 0) groups.set(name, [component]);
		else group.push(component);
	}
	return [...groups.values()];
}

// packages/sbom/src/orphans.ts
function orphanEdges(graph) {
	const [root] = graph.roots;
	if (root === void 0) return [];
	return orphanHeads(graph).map(({ component: { id, scope } }) => ({
		from: root,
		to: id,
		kind: scope
	}));
}

// packages/sbom/src/refs.ts
function uniqueRefs(groups) {
	const names = groups.map(nameOf$1);
	const uses = /* @__PURE__ */ new Map();
	for (const name of names) uses.set(name, (uses.get(name) ?? 0) + 1);
	return groups.map((group, index) => {
		const name = names[index] ?? "";
		return uses.get(name) === 1 ? name : `${name}|${placesDigest(group)}`;
	});
}
function nameOf$1([component]) {
	if (component === void 0) return "";
	const { purl, ecosystem, name, version } = component;
	return purl ?? `${ecosystem}:${name}${version === void 0 ? "" : `@${version}`}`;
}
function placesDigest(group) {
	const places = group.map(({ id }) => id).sort();
	return createHash("sha256").update(JSON.stringify(places)).digest("hex").slice(0, 16);
}

// packages/sbom/src/assemble.ts
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
const DEVELOPMENT = /* @__PURE__ */ new Set([
	"development",
	"build",
	"test"
]);
function assembleDocument(inventory, provenance, scope) {
	const subject = subjectOf(inventory, provenance);
	const gaps = inventory.graphs.flatMap((graph) => graph.gaps.filter(isIncomplete));
	const every = everyEntry(inventory, subject);
	const { components, edges, cut } = scope === "all" ? {
		...every,
		cut: /* @__PURE__ */ new Set()
	} : runtime(every);
	const unlisted = withoutEdges(inventory, subject);
	const known = {
		unlisted: new Set(unlisted),
		incomplete: /* @__PURE__ */ new Set([...gaps.map(({ componentId }) => componentId), ...cut])
	};
	const groups = groupEqualEntries(components, edges, identityOf);
	const refs = uniqueRefs(groups);
	const merged = groups.map((group, index) => mergeGroup(group, refs[index] ?? "", known));
	const refOf = new Map(merged.flatMap(({ entries, ref }) => entries.map(({ id }) => [id, ref])));
	const subjectRef = refOf.get(subject.id);
	const whole = merged.find(({ ref }) => ref === subjectRef) ?? mergeGroup([subject], "", known);
	return {
		subject: {
			...whole,
			type: "application"
		},
		components: sortedByRef(merged.filter((each) => each !== whole)),
		edges: mergeEdges(edges, refOf),
		complete: scope === "all" && gaps.length === 0 && unlisted.length === 0 && inventory.skipped.every(({ kind }) => kind === "excluded"),
		scope,
		created: provenance.created,
		reproducible: provenance.reproducible,
		identity: [
			provenance.origin?.serverUrl ?? "",
			provenance.origin?.repository ?? "",
			provenance.revision ?? "",
			provenance.folder
		].join("\n"),
		...provenance.origin === void 0 ? {} : { supplier: supplierOf(provenance.origin) },
		tool: {
			name: "assay",
			version: VERSION
		}
	};
}
function supplierOf({ serverUrl, repository }) {
	const owner = repository.split("/")[0] ?? "";
	return {
		name: owner,
		url: `${serverUrl}/${owner}`,
		repository: `${serverUrl}/${repository}`
	};
}
function withoutEdges({ graphs }, subject) {
	return graphs.flatMap(({ edgeCompleteness, roots, components }) => {
		if (edgeCompleteness === "complete") return [];
		const isKnown = new Set(edgeCompleteness === "direct" ? roots : []);
		const ids = components.map(({ id }) => id).filter((id) => !isKnown.has(id));
		return roots.length === 0 ? [subject.id, ...ids] : ids;
	});
}
function subjectOf({ graphs }, { origin }) {
	const roots = graphs.flatMap((graph) => graph.roots.map((root) => ({
		path: graph.path,
		root: graph.components.find(({ id }) => id === root)
	})));
	const [first, ...others] = roots;
	const isOnly = others.length === 0 && graphs.every((graph) => graph.roots.length > 0);
	if (first?.root !== void 0 && isOnly) return first.root;
	const top = roots.find(({ path }) => !path.includes("/"))?.root;
	const name = origin?.repository.split("/").at(-1) ?? top?.name ?? "repository";
	return {
		id: "",
		name,
		kind: "application",
		ecosystem: "repository",
		purl: firstPartyPurl(origin, name, void 0, ""),
		firstParty: true,
		scope: "runtime",
		direct: false,
		artifacts: [],
		location: { path: "." },
		aliases: [],
		flags: []
	};
}
function everyEntry({ graphs }, subject) {
	const components = graphs.flatMap((graph) => graph.components);
	const edges = graphs.flatMap((graph) => [...graph.edges, ...orphanEdges(graph)]);
	if (subject.id !== "") return {
		components,
		edges
	};
	const toRoots = graphs.flatMap(({ roots }) => roots.map((root) => ({
		from: subject.id,
		to: root,
		kind: "runtime"
	})));
	return {
		components: [subject, ...components],
		edges: [...toRoots, ...edges]
	};
}
function runtime({ components, edges }) {
	const kept = components.filter(({ scope }) => scope !== "development");
	const ids = new Set(kept.map(({ id }) => id));
	const isKept = ({ from, to, kind }) => !DEVELOPMENT.has(kind) && ids.has(from) && ids.has(to);
	return {
		components: kept,
		edges: edges.filter(isKept),
		cut: new Set(edges.filter((edge) => !isKept(edge)).map(({ from }) => from))
	};
}
function identityOf(component) {
	const { purl, artifacts, declaredLicense, firstParty, ecosystem, name } = component;
	if (purl === void 0) return component.id;
	return JSON.stringify([
		ecosystem,
		name,
		purl,
		firstParty,
		artifacts,
		declaredLicense
	]);
}
function completenessOf(group, { unlisted, incomplete }) {
	if (group.some(({ id }) => unlisted.has(id))) return "unknown";
	return group.some(({ id }) => incomplete.has(id)) ? "incomplete" : "complete";
}
function mergeGroup(group, ref, known) {
	const [component] = group;
	if (component === void 0) throw new TypeError("a group has at least one entry");
	return {
		ref,
		type: group.some(({ kind }) => kind === "application") ? "application" : component.kind,
		component,
		scope: SCOPES.find((scope) => group.some((entry) => entry.scope === scope)) ?? "runtime",
		aliases: unique(group.flatMap(({ aliases }) => aliases)),
		flags: unique(group.flatMap(({ flags }) => flags)),
		entries: group,
		dependencies: completenessOf(group, known)
	};
}
function sortedByRef(components) {
	const byRef = new Map(components.map((each) => [each.ref, each]));
	return [...byRef.keys()].sort().flatMap((ref) => byRef.get(ref) ?? []);
}
function mergeEdges(edges, refOf) {
	const merged = /* @__PURE__ */ new Map();
	for (const edge of edges) {
		const from = refOf.get(edge.from);
		const to = refOf.get(edge.to);
		if (from === void 0 || to === void 0 || from === to) continue;
		const targets = merged.get(from) ?? /* @__PURE__ */ new Map();
		if (targets.size === 0) merged.set(from, targets);
		const known = targets.get(to);
		if (known === void 0 || KINDS.indexOf(edge.kind) < KINDS.indexOf(known)) targets.set(to, edge.kind);
	}
	const sorted = [];
	for (const from of [...merged.keys()].sort()) {
		const targets = merged.get(from) ?? /* @__PURE__ */ new Map();
		for (const to of [...targets.keys()].sort()) sorted.push({
			from,
			to,
			kind: targets.get(to) ?? "runtime"
		});
	}
	return sorted;
}
function unique(texts) {
	return texts.length < 2 ? texts : [...new Set(texts)].sort();
}

// packages/sbom/src/spdx/ids.ts
const DOCUMENT_ID = "SPDXRef-DOCUMENT";
function spdxIds(packages) {
	return new Map(packages.map((each) => [each.ref, spdxId(each)]));
}
function spdxId({ component, ref }) {
	const { ecosystem, name, version = "" } = component;
	return `SPDXRef-Package-${`${ecosystem}-${name}-${version}`.replace(/[^A-Za-z0-9.]+/g, "-").replace(/^-|-$/g, "").slice(0, 100)}-${hash("sha256", ref).slice(0, 16)}`;
}

// packages/sbom/src/spdx/licenses.ts
function spdxLicense(declared) {
	const statement = licenseStatement(declared);
	switch (statement?.kind) {
		case void 0: return "NOASSERTION";
		case "id": return statement.id;
		case "expression": return statement.text;
		default: return freeTextId(statement?.name ?? "");
	}
}
function extractedLicenses(packages) {
	const found = /* @__PURE__ */ new Map();
	for (const { component } of packages) {
		const statement = licenseStatement(component.declaredLicense);
		if (statement?.kind === "name") {
			const licenseId = freeTextId(statement.name);
			found.set(licenseId, {
				extractedText: statement.name,
				licenseId,
				name: "Declared as free text"
			});
		}
		if (statement?.kind !== "expression") continue;
		for (const licenseId of statement.references) {
			const extractedText = `The package declares ${licenseId}; its text is in the package.`;
			found.set(licenseId, {
				extractedText,
				licenseId,
				name: "Declared by reference"
			});
		}
	}
	return [...found].sort(([a], [b]) => a < b ? -1 : 1).map(([, license]) => license);
}
function freeTextId(text) {
	return `LicenseRef-declared-${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
}

// packages/sbom/src/spdx/package.ts
const PURPOSES = {
	application: "APPLICATION",
	container: "CONTAINER",
	file: "FILE",
	framework: "FRAMEWORK",
	library: "LIBRARY",
	"operating-system": "OPERATING_SYSTEM",
	platform: "APPLICATION"
};
function packageJson(each, id, supplier) {
	const { component, ref, type } = each;
	const { purl, artifacts } = component;
	const [only, ...others] = artifacts;
	const archive = others.length === 0 ? only : void 0;
	const hashes = archive?.hashes ?? [];
	return {
		SPDXID: id,
		checksums: hashes.length === 0 ? void 0 : hashes.map(checksum),
		copyrightText: "NOASSERTION",
		downloadLocation: downloadLocation(archive?.url),
		externalRefs: purl === void 0 ? void 0 : [purlReference(purl)],
		filesAnalyzed: false,
		licenseConcluded: "NOASSERTION",
		licenseDeclared: spdxLicense(component.declaredLicense),
		name: component.name,
		primaryPackagePurpose: PURPOSES[type],
		sourceInfo: sourceInfo(each, ref),
		supplier: component.firstParty && supplier !== void 0 ? `Organization: ${supplier.name}` : "NOASSERTION",
		versionInfo: component.version
	};
}
function checksum({ algorithm, value }) {
	return {
		algorithm: algorithm.replace(/^SHA-/, "SHA"),
		checksumValue: value
	};
}
function purlReference(purl) {
	return {
		referenceCategory: "PACKAGE-MANAGER",
		referenceLocator: purl,
		referenceType: "purl"
	};
}
function downloadLocation(url) {
	if (url === void 0 || url.startsWith("file:")) return "NOASSERTION";
	if (!/^(?:git|ssh:)/.test(url)) return url;
	const [repository = "", commit] = url.split("#");
	const base = repository.startsWith("git") ? repository : `git+${repository}`;
	return commit === void 0 ? base : `${base}@${commit}`;
}
function sourceInfo({ entries }, ref) {
	const places = entries.filter(({ id }) => id !== "").map(({ location: { path, startLine } }) => startLine === void 0 ? path : `${path}:${startLine}`);
	return places.length === 0 ? `the repository ${ref}` : `named in ${places.sort().join(", ")}`;
}

// packages/sbom/src/spdx/relationships.ts
function spdxRelationships({ subject, components, edges }, ids) {
	const idOf = (ref) => ids.get(ref) ?? "";
	const relationships = [relationship(DOCUMENT_ID, "DESCRIBES", idOf(subject.ref))];
	for (const { from, to, kind } of edges) {
		relationships.push(relationship(idOf(from), "DEPENDS_ON", idOf(to)));
		const type = TYPED[kind];
		if (type !== void 0) relationships.push(relationship(idOf(to), type, idOf(from)));
	}
	for (const { ref, dependencies } of [subject, ...components]) if (dependencies !== "complete") relationships.push(relationship(idOf(ref), "DEPENDS_ON", "NOASSERTION"));
	return relationships;
}
function relationship(from, type, to) {
	return {
		relatedSpdxElement: to,
		relationshipType: type,
		spdxElementId: from
	};
}
const TYPED = {
	development: "DEV_DEPENDENCY_OF",
	optional: "OPTIONAL_DEPENDENCY_OF",
	build: "BUILD_DEPENDENCY_OF",
	test: "TEST_DEPENDENCY_OF"
};

// packages/sbom/src/spdx/document.ts
function spdxDocument(document) {
	const packages = [document.subject, ...document.components];
	const ids = spdxIds(packages);
	const name = nameOf(document.subject);
	const extracted = extractedLicenses(packages);
	const place = name.replace(/[^A-Za-z0-9.-]+/g, "-").replace(/^-|-$/g, "");
	const content = {
		SPDXID: DOCUMENT_ID,
		creationInfo: creationInfo(document),
		dataLicense: "CC0-1.0",
		documentNamespace: `https://spdx.org/spdxdocs/${place}-${NIL_UUID}`,
		hasExtractedLicensingInfos: extracted.length === 0 ? void 0 : extracted,
		name,
		packages: packages.map((each) => packageJson(each, ids.get(each.ref) ?? "", document.supplier)),
		relationships: spdxRelationships(document, ids),
		spdxVersion: "SPDX-2.3"
	};
	return jsonBytes(content, "documentNamespace", (bytes) => nameBasedUuid("spdx", document.identity, bytes));
}
function creationInfo({ tool, supplier, created, scope, complete }) {
	return {
		comment: `Made from lockfiles before the build. Scope: ${scope}. ${complete ? "Every lockfile was read and every entry understood." : "Not complete: dependencies that are not known are stated as NOASSERTION."}`,
		created,
		creators: [`Tool: ${tool.name}-${tool.version}`, ...supplier === void 0 ? [] : [`Organization: ${supplier.name}`]]
	};
}
function nameOf({ component }) {
	return component.version === void 0 ? component.name : `${component.name}@${component.version}`;
}

// packages/sbom/src/subject.ts
function provenanceOf({ environment, clock }, { origin, folder, head, notices }) {
	const epoch = environment["SOURCE_DATE_EPOCH"];
	const time = epoch !== void 0 && epoch !== "" ? clockFrom(environment).now() : head === void 0 ? void 0 : new Date(head.committedAt);
	const created = (time ?? clock.now()).toISOString().replace(/\.\d{3}Z$/, "Z");
	return {
		origin,
		revision: origin?.revision ?? head?.sha,
		folder,
		created,
		reproducible: time !== void 0,
		notices: time === void 0 ? [...notices, "The documents carry the time of this run: there is neither SOURCE_DATE_EPOCH nor a commit to take it from."] : notices
	};
}

// packages/sbom/src/check.ts
async function runSbom(context, options) {
	const material = await inventoryOf(context);
	const { repository, ref } = options;
	const origin = namedOrigin(material.repository, {
		repository,
		ref
	});
	const inventory = repository !== void 0 || ref !== void 0 ? withOrigin(material.inventory, origin) : material.inventory;
	const provenance = provenanceOf(context, {
		...material.repository,
		origin
	});
	const document = inventory.graphs.length === 0 ? void 0 : assembleDocument(inventory, provenance, options.scope);
	return {
		result: {
			check: "sbom",
			findings: [],
			artifacts: document === void 0 ? [] : await writeDocuments(document, options.formats),
			coverage: {
				inspected: {
					lockfiles: inventory.graphs.length,
					components: document?.components.length ?? 0
				},
				skipped: [],
				summary: summarize(inventory, document),
				...document === void 0 ? { nothingToDo: "no lockfile was read" } : {}
			},
			notices: provenance.notices
		},
		inventory: material.result,
		componentCount: document?.components.length ?? 0,
		complete: document?.complete ?? false
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
async function writeDocuments(document, formats) {
	const artifacts = [];
	for (const format of [...new Set(formats)].sort()) {
		const { name, mediaType, load } = WRITERS[format];
		artifacts.push({
			name,
			mediaType,
			bytes: (await load())(document)
		});
	}
	return artifacts;
}
function summarize({ graphs }, document) {
	if (document === void 0) return "No lockfile was read, so there is no document";
	const count = (scope) => document.components.filter((component) => component.scope === scope).length;
	const files = graphs.length === 1 ? "1 lockfile" : `${graphs.length} lockfiles`;
	return `${`${count("runtime")} runtime, ${count("optional")} optional and ${count("development")} development components`} in ${files}${document.complete ? "" : "; the document is not complete"}`;
}

export { runSbom };