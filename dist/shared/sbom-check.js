import "./rolldown-runtime.js";
import { a as orphanHeads, o as isIncomplete, t as inventoryOf } from "./inventory.js";
import { B as VERSION, M as clockFrom } from "./core.js";
import { r as edgesBySource, t as firstPartyPurl } from "./inventory-origin.js";
import { createHash } from "node:crypto";

// packages/sbom/src/equal-entries.ts
const MAX_ROUNDS = 100;
function groupEqualEntries(components, edges, identity) {
	let groups = partition(components, identity);
	const outgoing = edgesBySource(edges);
	for (let round = 0; round < MAX_ROUNDS; round++) {
		const groupOf = /* @__PURE__ */ new Map();
		for (const [index, group] of groups.entries()) for (const { id } of group) groupOf.set(id, index);
		const targets = ({ id }) => {
			const led = (outgoing.get(id) ?? []).map(({ to, kind }) => `${groupOf.get(to)} ${kind}`);
			return [...new Set(led)].sort().join("\n");
		};
		const finer = groups.flatMap((group) => group.length < 2 ? [group] : partition(group, targets));
		if (finer.length === groups.length) return groups;
		groups = finer;
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
	const names = groups.map(nameOf);
	const uses = /* @__PURE__ */ new Map();
	for (const name of names) uses.set(name, (uses.get(name) ?? 0) + 1);
	return groups.map((group, index) => {
		const name = names[index] ?? "";
		return uses.get(name) === 1 ? name : `${name}|${placesDigest(group)}`;
	});
}
function nameOf([component]) {
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
	const unknown = /* @__PURE__ */ new Set([
		...gaps.map(({ componentId }) => componentId),
		...cut,
		...unlisted
	]);
	const groups = groupEqualEntries(components, edges, identityOf);
	const refs = uniqueRefs(groups);
	const merged = groups.map((group, index) => mergeGroup(group, refs[index] ?? "", unknown));
	const refOf = new Map(merged.flatMap(({ entries, ref }) => entries.map(({ id }) => [id, ref])));
	const subjectRef = refOf.get(subject.id);
	const whole = merged.find(({ ref }) => ref === subjectRef) ?? mergeGroup([subject], "", unknown);
	return {
		subject: {
			...whole,
			type: "application"
		},
		components: merged.filter((each) => each !== whole).sort((a, b) => a.ref < b.ref ? -1 : 1),
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
function mergeGroup(group, ref, unknown) {
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
		dependenciesKnown: !group.some(({ id }) => unknown.has(id))
	};
}
function mergeEdges(edges, refOf) {
	const merged = /* @__PURE__ */ new Map();
	for (const edge of edges) {
		const from = refOf.get(edge.from);
		const to = refOf.get(edge.to);
		if (from === void 0 || to === void 0 || from === to) continue;
		const key = `${from}\0${to}`;
		const known = merged.get(key);
		if (known === void 0 || KINDS.indexOf(edge.kind) < KINDS.indexOf(known.kind)) merged.set(key, {
			from,
			to,
			kind: edge.kind
		});
	}
	return [...merged].sort(([a], [b]) => a < b ? -1 : 1).map(([, edge]) => edge);
}
function unique(texts) {
	return [...new Set(texts)].sort();
}

// packages/sbom/src/subject.ts
function provenanceOf({ environment, clock }, { origin, folder, head, notices }) {
	const epoch = environment["SOURCE_DATE_EPOCH"];
	const time = epoch !== void 0 && epoch !== "" ? clockFrom(environment).now() : head === void 0 ? void 0 : new Date(head.committedAt);
	const created = (time ?? clock.now()).toISOString().replace(/\.\d{3}Z$/, "Z");
	return {
		origin,
		revision: head?.sha,
		folder,
		created,
		reproducible: time !== void 0,
		notices: time === void 0 ? [...notices, "The documents carry the time of this run: there is neither SOURCE_DATE_EPOCH nor a commit to take it from."] : notices
	};
}

// packages/sbom/src/check.ts
async function runSbom(context, options) {
	const material = await inventoryOf(context);
	const { inventory } = material;
	const provenance = provenanceOf(context, material.repository);
	const document = inventory.graphs.length === 0 ? void 0 : assembleDocument(inventory, provenance, options.scope);
	return {
		result: {
			check: "sbom",
			findings: [],
			artifacts: document === void 0 ? [] : await writeDocuments(document, options.formats),
			coverage: {
				inspected: {
					lockfiles: inventory.graphs.length,
					packages: document?.components.length ?? 0
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
		load: async () => (await import("./sbom-cyclonedx-document2.js")).cycloneDxDocument
	},
	"cyclonedx-1.6-xml": {
		name: "sbom.cdx.xml",
		mediaType: "application/vnd.cyclonedx+xml; version=1.6",
		load: async () => (await import("./sbom-cyclonedx-xml.js")).cycloneDxXmlDocument
	},
	"spdx-2.3": {
		name: "sbom.spdx.json",
		mediaType: "application/spdx+json; version=2.3",
		load: async () => (await import("./sbom-spdx-document.js")).spdxDocument
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
	return `${`${count("runtime")} runtime, ${count("optional")} optional and ${count("development")} development packages`} in ${files}${document.complete ? "" : "; the document is not complete"}`;
}

export { runSbom };