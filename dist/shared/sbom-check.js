import "./rolldown-runtime.js";
import { B as UsageError, D as clockFrom, P as fingerprint, R as ExternalError, S as VERSION, y as openWorkspace } from "./core.js";
import { n as readInventory, t as workTreeSource } from "./inventory.js";
import { t as sbomRules } from "./sbom-rules.js";
import { d as headCommit, h as openRepository } from "./git.js";
import { r as firstPartyPurl, t as edgesBySource } from "./inventory-reachability.js";
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
function orphanEdges({ rootId, components, edges }) {
	const outgoing = edgesBySource(edges);
	const reached = /* @__PURE__ */ new Set();
	const reach = (start) => {
		const pending = [start];
		for (let id = pending.pop(); id !== void 0; id = pending.pop()) {
			if (reached.has(id)) continue;
			reached.add(id);
			for (const { to } of outgoing.get(id) ?? []) pending.push(to);
		}
	};
	reach(rootId);
	const asked = new Set(edges.map(({ to }) => to));
	const orphans = components.filter(({ id }) => !reached.has(id));
	const added = [];
	for (const { id, scope } of [...orphans.filter((orphan) => !asked.has(orphan.id)), ...orphans.filter((orphan) => asked.has(orphan.id))]) {
		if (reached.has(id)) continue;
		added.push({
			from: rootId,
			to: id,
			kind: scope
		});
		reach(id);
	}
	return added;
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
	"development"
];
function assembleDocument(inventory, provenance, scope) {
	const subject = subjectOf(inventory, provenance);
	const gaps = inventory.lockfiles.flatMap(({ incomplete }) => incomplete);
	const every = everyEntry(inventory, subject);
	const { components, edges, cut } = scope === "all" ? {
		...every,
		cut: /* @__PURE__ */ new Set()
	} : runtime(every);
	const unknown = /* @__PURE__ */ new Set([...gaps.map(({ componentId }) => componentId), ...cut]);
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
		complete: scope === "all" && gaps.length === 0 && inventory.skipped.every(({ kind }) => kind === "excluded"),
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
function subjectOf({ lockfiles }, { origin }) {
	const [first, ...others] = lockfiles;
	const root = first?.components.find(({ id }) => id === first.rootId);
	if (root !== void 0 && others.length === 0) return root;
	const atTop = lockfiles.find(({ path }) => !path.includes("/"));
	const top = atTop?.components.find(({ id }) => id === atTop.rootId);
	const name = origin?.repository.split("/").at(-1) ?? top?.name ?? "repository";
	return {
		id: "",
		name,
		ecosystem: "repository",
		purl: firstPartyPurl(origin, name, void 0, ""),
		firstParty: true,
		scope: "runtime",
		direct: false,
		hashes: [],
		location: { path: "." },
		aliases: [],
		flags: []
	};
}
function everyEntry({ lockfiles }, subject) {
	const components = lockfiles.flatMap((lockfile) => lockfile.components);
	const edges = lockfiles.flatMap((lockfile) => [...lockfile.edges, ...orphanEdges(lockfile)]);
	if (subject.id !== "") return {
		components,
		edges
	};
	const toRoots = lockfiles.map(({ rootId }) => ({
		from: subject.id,
		to: rootId,
		kind: "runtime"
	}));
	return {
		components: [subject, ...components],
		edges: [...toRoots, ...edges]
	};
}
function runtime({ components, edges }) {
	const kept = components.filter(({ scope }) => scope !== "development");
	const ids = new Set(kept.map(({ id }) => id));
	const isKept = ({ from, to, kind }) => kind !== "development" && ids.has(from) && ids.has(to);
	return {
		components: kept,
		edges: edges.filter(isKept),
		cut: new Set(edges.filter((edge) => !isKept(edge)).map(({ from }) => from))
	};
}
function identityOf(component) {
	const { purl, hashes, declaredLicense, resolvedUrl, firstParty, ecosystem, name } = component;
	if (purl === void 0) return component.id;
	return JSON.stringify([
		ecosystem,
		name,
		purl,
		firstParty,
		hashes,
		declaredLicense,
		resolvedUrl
	]);
}
function mergeGroup(group, ref, unknown) {
	const [component] = group;
	if (component === void 0) throw new TypeError("a group has at least one entry");
	const isRoot = group.some(({ id }) => id.endsWith("#"));
	return {
		ref,
		type: component.firstParty && isRoot ? "application" : "library",
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

// packages/sbom/src/findings.ts
function sbomFindings({ lockfiles, skipped }) {
	return [
		...lockfiles.length === 0 ? [nothingFound(skipped)] : [],
		...skipped.filter(({ kind }) => kind !== "excluded").map(leftOut),
		...lockfiles.filter(isEmpty).map(noComponents),
		...lockfiles.flatMap(({ path, incomplete }) => incomplete.map((gap) => incompleteAt(path, gap)))
	];
}
function nothingFound(skipped) {
	const excluded = skipped.filter(({ kind }) => kind === "excluded").length;
	const aside = excluded === 0 ? "" : ` (${excluded} were left out on purpose: see the coverage)`;
	return {
		ruleId: "sbom.nothing-found",
		severity: severityOf("sbom.nothing-found"),
		message: `No lockfile was read, so there is no document${aside}`,
		fingerprint: fingerprint("sbom.nothing-found"),
		remediation: "Commit a lockfile, or set `working-directory` to the folder that holds it."
	};
}
const RULES = {
	excluded: "sbom.unread-lockfile",
	unsupported: "sbom.unread-lockfile",
	unreadable: "sbom.broken-lockfile",
	unlocked: "sbom.no-lockfile"
};
function leftOut({ item, reason, kind, ecosystem }) {
	const ruleId = RULES[kind];
	return {
		ruleId,
		severity: severityOf(ruleId),
		message: `The packages of ${item} are not in the document: ${reason}`,
		location: { path: item },
		...ecosystem === void 0 ? {} : { subject: {
			name: item,
			ecosystem
		} },
		fingerprint: fingerprint(ruleId, item)
	};
}
function isEmpty({ components, incomplete }) {
	return incomplete.length === 0 && components.every(({ firstParty }) => firstParty);
}
function noComponents({ path, ecosystem }) {
	return {
		ruleId: "sbom.no-components",
		severity: severityOf("sbom.no-components"),
		message: `${path} lists no package but the project's own`,
		location: { path },
		subject: {
			name: path,
			ecosystem
		},
		fingerprint: fingerprint("sbom.no-components", path)
	};
}
function incompleteAt(path, { item, reason, kind, location }) {
	return {
		ruleId: "sbom.incomplete",
		severity: kind === "missing-peer" || kind === "unreached" ? "low" : severityOf("sbom.incomplete"),
		message: `${item === path ? path : `${item} in ${path}`} is not fully understood: ${reason}`,
		location: location ?? { path },
		fingerprint: fingerprint("sbom.incomplete", path, item, reason)
	};
}
function severityOf(ruleId) {
	return sbomRules[ruleId]?.severity ?? "medium";
}

// packages/sbom/src/subject.ts
async function readProvenance(context) {
	const { folder, head, notices } = await lookAtGit(context);
	const { remote, environment, clock } = context;
	const epoch = environment["SOURCE_DATE_EPOCH"];
	const time = epoch !== void 0 && epoch !== "" ? clockFrom(environment).now() : head === void 0 ? void 0 : new Date(head.committedAt);
	const created = (time ?? clock.now()).toISOString().replace(/\.\d{3}Z$/, "Z");
	return {
		origin: remote === null ? void 0 : {
			serverUrl: remote.serverUrl,
			repository: remote.repository,
			...head === void 0 ? {} : { revision: head.sha },
			folder
		},
		revision: head?.sha,
		folder,
		created,
		reproducible: time !== void 0,
		notices: time === void 0 ? [...notices, "The documents carry the time of this run: there is neither SOURCE_DATE_EPOCH nor a commit to take it from."] : notices
	};
}
async function lookAtGit({ root, processes, environment, signal }) {
	try {
		const repository = await openRepository({
			root,
			processes,
			environment,
			signal
		});
		return {
			folder: repository.prefix.replace(/\/$/, ""),
			head: await headCommit(repository),
			notices: []
		};
	} catch (error) {
		if (error instanceof UsageError) return {
			folder: "",
			notices: []
		};
		if (error instanceof ExternalError) return {
			folder: "",
			notices: [`The commit is not known: ${error.message}.`]
		};
		throw error;
	}
}

// packages/sbom/src/check.ts
const TITLE = "Bill of materials";
async function runSbom(context, options) {
	const provenance = await readProvenance(context);
	const source = workTreeSource(await openWorkspace(context.root));
	const inventory = await readInventory(source, { origin: provenance.origin });
	const unlisted = await source.unlisted?.() ?? [];
	context.signal.throwIfAborted();
	const document = inventory.lockfiles.length === 0 ? void 0 : assembleDocument(inventory, provenance, options.scope);
	const skipped = [...inventory.skipped.map(({ item, reason }) => ({
		item,
		reason
	})), ...unlisted].sort((a, b) => a.item < b.item ? -1 : 1);
	return {
		result: {
			check: "sbom",
			title: TITLE,
			findings: sbomFindings(inventory),
			artifacts: document === void 0 ? [] : await writeDocuments(document, options.formats),
			coverage: {
				inspected: {
					lockfiles: inventory.lockfiles.length,
					packages: document?.components.length ?? 0
				},
				skipped,
				summary: summarize(inventory, document)
			},
			notices: [...provenance.notices, ...scopeNotice(inventory)]
		},
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
function summarize({ lockfiles }, document) {
	if (document === void 0) return "No lockfile was read";
	const count = (scope) => document.components.filter((component) => component.scope === scope).length;
	const files = lockfiles.length === 1 ? "1 lockfile" : `${lockfiles.length} lockfiles`;
	return `${`${count("runtime")} runtime, ${count("optional")} optional and ${count("development")} development packages`} in ${files}${document.complete ? "" : "; the document is not complete"}`;
}
function scopeNotice({ lockfiles }) {
	const wrong = lockfiles.flatMap(({ components }) => components).filter(({ flags }) => flags.includes("scopeMismatch")).length;
	return wrong === 0 ? [] : [`${wrong} lockfile entries carry dev or optional flags that the dependencies contradict; the dependencies count.`];
}

export { runSbom };