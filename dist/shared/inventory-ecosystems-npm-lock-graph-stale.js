import { Ct as isRecord, Q as UsageError, W as compareText, r as grouped } from "./core.js";
import { a as semverRange } from "./purl.js";
import { n as fromLockfileFolder } from "./inventory-paths.js";
import { n as withoutCredentials } from "./inventory-credentials.js";
import { n as scopesFrom } from "./inventory-reachability.js";
import { t as firstPartyPurl } from "./inventory-origin.js";
import { t as sortedEdges } from "./inventory-sorted-edges.js";
import { t as readEntry } from "./inventory-ecosystems-npm-package-lock-fields.js";
import { a as wantedBy, n as npmPurl, r as parseIntegrity, t as readResolved } from "./inventory-ecosystems-npm-source.js";

// packages/inventory/src/ecosystems/npm/project-manifest.ts
async function readProjectManifest({ readText }, path) {
	try {
		const text = await readText(path);
		if (text === void 0) return void 0;
		const json = JSON.parse(text);
		if (!isRecord(json)) return "it is no JSON object";
		return {
			path,
			json,
			entry: readEntry("", void 0, json).entry
		};
	} catch (error) {
		if (error instanceof UsageError) return error.message;
		return "it is no JSON";
	}
}

// packages/inventory/src/ecosystems/npm/lock-graph/linked.ts
async function linkedNode(input, { key, path, name, line }, problems) {
	const folder = path === void 0 ? void 0 : fromLockfileFolder(input.path, path);
	const plain = {
		key,
		name,
		line,
		firstParty: false,
		artifacts: [],
		flags: []
	};
	if (folder === void 0) {
		problems.push({
			node: plain,
			reason: "the folder lies outside the repository"
		});
		return plain;
	}
	const manifest = input.compareManifests ? await readProjectManifest(input, `${folder === "" ? "" : `${folder}/`}package.json`) : void 0;
	const entry = typeof manifest === "object" ? manifest.entry : void 0;
	return {
		...plain,
		name: entry?.name ?? name,
		version: entry?.version,
		installPath: folder
	};
}
function normalFolder(from, path) {
	const parts = [];
	for (const part of `${from}/${path}`.split("/")) {
		if (part === "" || part === ".") continue;
		if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
		else parts.push(part);
	}
	return parts.join("/");
}
function isAbsolutePath(path) {
	return /^(?:[/~\\]|[A-Za-z]:)/.test(path);
}

// packages/inventory/src/ecosystems/npm/lock-graph/lock-graph.ts
function lockGraph(parts) {
	const { path, format, part = "", roots, nodes, edges: found, covers } = parts;
	const ids = uniqueIds(nodes, `${path}#${part}`);
	const idOf = (node) => ids.get(node) ?? `${path}#${part}${node.key}`;
	const edges = sortedEdges(found.filter(({ from, to }) => from !== to).map((edge) => toEdge(edge, idOf)));
	const scopes = scopesFrom(roots.map(idOf), edges);
	const aliases = aliasesOf(found);
	const direct = new Set(found.filter(({ from }) => from.firstParty).map(({ to }) => to));
	const components = nodes.map((node) => {
		const scope = scopes.get(idOf(node));
		const isOther = scope !== void 0 && parts.isOtherScope?.(node, scope) === true;
		return {
			...toComponent(node, path, idOf),
			scope: scope ?? "runtime",
			...roots.length === 0 ? {} : { direct: direct.has(node) },
			aliases: [...aliases.get(node) ?? []].sort(),
			flags: [...node.flags, ...isOther ? ["scopeMismatch"] : []]
		};
	});
	const problems = [...parts.problems, ...uncheckedProblem(nodes, parts.integrityAdvice)];
	return {
		path,
		format,
		ecosystem: "npm",
		roots: roots.map(idOf),
		components: components.sort((a, b) => compareText(a.id, b.id)),
		edges,
		edgeCompleteness: "complete",
		...parts.orphanNote === void 0 ? {} : { orphanNote: parts.orphanNote },
		covers: [...new Set(covers)].sort(),
		gaps: lockGaps(path, problems, idOf)
	};
}
function uniqueIds(nodes, prefix) {
	const ids = /* @__PURE__ */ new Map();
	const uses = /* @__PURE__ */ new Map();
	for (const node of nodes) {
		const key = withoutCredentials(node.key);
		const count = (uses.get(key) ?? 0) + 1;
		uses.set(key, count);
		ids.set(node, `${prefix}${key}${count === 1 ? "" : `#${count}`}`);
	}
	return ids;
}
function toEdge({ from, to, kind, name, range }, idOf) {
	return {
		from: idOf(from),
		to: idOf(to),
		kind,
		...range === void 0 || range === "" ? {} : { requirement: withoutCredentials(range) },
		...name === to.name ? {} : { alias: name },
		...to.condition === void 0 ? {} : { condition: to.condition }
	};
}
function toComponent(node, path, idOf) {
	const { name, version, line, purl, patches = [], installPath, firstParty, artifacts } = node;
	return {
		id: idOf(node),
		name,
		...version === void 0 ? {} : { version },
		kind: node.kind ?? "library",
		ecosystem: "npm",
		...purl === void 0 ? {} : { purl },
		firstParty,
		artifacts,
		...patches.length === 0 ? {} : { patches },
		location: {
			path,
			...line === void 0 ? {} : { startLine: line }
		},
		...installPath === void 0 || installPath === "" ? {} : { installPath }
	};
}
function aliasesOf(edges) {
	const aliases = /* @__PURE__ */ new Map();
	for (const { to, name } of edges) {
		if (name === to.name) continue;
		aliases.set(to, (aliases.get(to) ?? /* @__PURE__ */ new Set()).add(name));
	}
	return aliases;
}
function uncheckedProblem(nodes, advice) {
	const downloaded = nodes.filter(({ download }) => download !== void 0);
	const open = downloaded.filter(({ download }) => download === "unchecked");
	if (open.length === 0) return [];
	return [{
		kind: "no-integrity",
		line: open[0]?.line,
		reason: `${grouped(open.length)} of ${grouped(downloaded.length)} packages that are downloaded have no checksum`,
		identity: "",
		...advice === void 0 ? {} : { advice }
	}];
}
function lockGaps(path, problems, idOf) {
	const gaps = problems.map((problem) => {
		const { node, reason, kind = "entry", identity, advice } = problem;
		const line = problem.line ?? node?.line;
		return {
			kind,
			item: withoutCredentials(problem.item ?? node?.key ?? "").slice(0, 200) || path,
			reason: withoutCredentials(reason),
			...identity === void 0 ? {} : { identity: withoutCredentials(identity) },
			...advice === void 0 ? {} : { advice },
			location: {
				path,
				...line === void 0 ? {} : { startLine: line }
			},
			...node === void 0 ? {} : { componentId: idOf(node) }
		};
	});
	return [...new Map(gaps.map((each) => [`${each.item}\0${each.reason}`, each]))].sort(([a], [b]) => compareText(a, b)).map(([, each]) => each);
}

// packages/inventory/src/ecosystems/npm/lock-graph/members.ts
async function readMembers(input, stated, readsManifests = input.compareManifests) {
	const members = [];
	const problems = [];
	for (const each of stated) {
		const folder = fromLockfileFolder(input.path, each.folder);
		const path = fromLockfileFolder(input.path, `${each.folder}/package.json`);
		const read = path === void 0 || !readsManifests ? void 0 : await readProjectManifest(input, path);
		const manifest = typeof read === "object" ? read : void 0;
		const node = memberNode(input, each, folder, manifest);
		members.push({
			node,
			folder: each.folder,
			manifest
		});
		if (folder === void 0) problems.push({
			node,
			reason: "the folder lies outside the repository"
		});
		if (typeof read === "string") problems.push({
			node,
			reason: `nobody can say whether it fits ${path}: ${read}`
		});
	}
	return {
		members,
		problems
	};
}
function memberNode({ path, origin }, stated, folder, manifest) {
	const isRoot = stated.folder === "";
	const name = manifest?.entry.name ?? stated.name ?? (isRoot ? void 0 : stated.folder.split("/").at(-1)) ?? path.split("/").at(-2) ?? origin?.repository.split("/").at(-1) ?? "project";
	const version = manifest?.entry.version ?? stated.version;
	return {
		key: stated.key,
		name,
		version,
		line: stated.line,
		kind: isRoot ? "application" : "library",
		firstParty: folder !== void 0,
		...folder === void 0 ? {} : {
			purl: firstPartyPurl(origin, name, version, folder),
			installPath: folder
		},
		artifacts: [],
		flags: []
	};
}
function manifestsOf(path, members) {
	return members.flatMap(({ folder }) => fromLockfileFolder(path, `${folder}/package.json`) ?? []);
}

// packages/inventory/src/ecosystems/npm/lock-graph/source.ts
function sourceParts({ name, version, resolved, integrity, isChecked = false }, registries) {
	const source = readResolved(name, resolved);
	const { hashes, invalid } = parseIntegrity(integrity ?? "");
	const problems = [
		source.problem,
		version === void 0 && source.kind === "registry" ? "the entry has no version" : void 0,
		invalid ? "a part of `integrity` is no known hash" : void 0
	].filter((problem) => problem !== void 0);
	const artifact = {
		hashes,
		...source.url === void 0 ? {} : { url: source.url }
	};
	const isDownloaded = source.kind === "registry" || source.kind === "archive";
	const checked = hashes.length > 0 || isChecked;
	return {
		...source.kind === "file" ? {} : { purl: npmPurl(name, version, { qualifiers: qualifiersOf(name, source, resolved, registries) }) },
		artifacts: hashes.length === 0 && source.url === void 0 ? [] : [artifact],
		...isDownloaded ? { download: checked ? "checked" : "unchecked" } : {},
		problems
	};
}
function qualifiersOf(name, source, resolved, registries) {
	if (source.kind !== "registry" || resolved !== void 0) return source.qualifiers;
	const registry = registries?.of(name);
	return registry === void 0 ? void 0 : { repository_url: registry };
}

// packages/inventory/src/ecosystems/npm/lock-graph/stale.ts
const MAX_NAMED = 5;
function staleProblem({ manifest, node }, locked, options = {}) {
	if (manifest === void 0) return [];
	const differences = [];
	const asked = wantedBy(manifest.entry);
	for (const [name, { kind, range }] of asked) {
		const before = locked.get(name);
		const isPeer = isPeerAlone(manifest.entry, name);
		if (before === void 0) {
			if (!isPeer && options.mayLack?.(name, range, kind) !== true) differences.push(`${name} is not locked`);
		} else if (before.kind !== void 0 && before.kind !== kind && !isPeer) differences.push(`${name} is locked as ${before.kind}`);
		else if (spelled(before.range) !== spelled(range) && options.isOverridden?.(name) !== true && !isPeer && !fulfils(before.version, range)) differences.push(`${name} is locked for ${before.range || "any version"}`);
	}
	for (const name of locked.keys()) if (!asked.has(name) && options.mayHave?.(name) !== true) differences.push(`${name} is no longer asked for`);
	return staleOf(manifest.path, node, differences);
}
function isPeerAlone(entry, name) {
	const { dependencies, optionalDependencies, devDependencies } = entry;
	return ![
		dependencies,
		optionalDependencies,
		devDependencies
	].some((each) => each.has(name));
}
function staleOf(path, node, differences) {
	if (differences.length === 0) return [];
	const sorted = differences.toSorted();
	const more = sorted.length - MAX_NAMED;
	return [{
		kind: "stale",
		node,
		reason: `${path} asks for other packages: ${sorted.slice(0, MAX_NAMED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`,
		identity: sorted.join("\n")
	}];
}
function spelled(range) {
	return range.trim().replace(/\s+/g, " ");
}
function fulfils(version, range) {
	return version !== void 0 && (semverRange(range)?.(version) ?? false);
}

export { manifestsOf as a, isAbsolutePath as c, readProjectManifest as d, sourceParts as i, linkedNode as l, staleOf as n, readMembers as o, staleProblem as r, lockGraph as s, isPeerAlone as t, normalFolder as u };