import "./rolldown-runtime.js";
import { n as fromLockfileFolder } from "./inventory-paths.js";
import { a as manifestsOf, c as isAbsolutePath, i as sourceParts, l as linkedNode, n as staleOf, o as readMembers, s as lockGraph, t as isPeerAlone, u as normalFolder } from "./inventory-ecosystems-npm-lock-graph-stale.js";
import { a as semverRange } from "./purl.js";
import { i as splitAtVersion, r as isPackageName } from "./inventory-ecosystems-npm-package-lock-fields.js";
import { Ct as isRecord, Q as UsageError } from "./core.js";
import { a as mapAt, c as readYaml, i as isYamlMap, n as registriesFrom, o as textAt, r as registryUrl } from "./inventory-ecosystems-npm-lock-graph-registries.js";
import { a as wantedBy } from "./inventory-ecosystems-npm-source.js";

// packages/inventory/src/ecosystems/npm/yarn-berry/edges.ts
function needsOf(nodes, { extensions }) {
	return [...nodes].map(([entry, node]) => {
		const dependencies = new Map(entry.dependencies);
		const peers = /* @__PURE__ */ new Map();
		for (const [name, range] of entry.peers) peers.set(name, {
			range,
			isOptional: entry.optionalPeers.has(name)
		});
		for (const extension of extensions) {
			if (node.firstParty || extension.name !== node.name) continue;
			if (node.version === void 0 || semverRange(extension.range)?.(node.version) !== true) continue;
			for (const [name, range] of extension.dependencies) if (!dependencies.has(name) && !peers.has(name)) dependencies.set(name, range);
			for (const [name, range] of extension.peers) if (!peers.has(name)) peers.set(name, {
				range,
				isOptional: extension.optionalPeers.has(name)
			});
		}
		for (const name of [...peers.keys()].map(typesOf)) if (name !== void 0 && !peers.has(name)) peers.set(name, {
			range: "*",
			isOptional: true,
			isImplied: true
		});
		return {
			entry,
			node,
			dependencies,
			peers
		};
	});
}
function typesOf(name) {
	if (name.startsWith("@types/")) return void 0;
	return `@types/${name.startsWith("@") ? name.slice(1).replace("/", "__") : name}`;
}
function dependencyEdges(needs, members, resolve, problems) {
	const edges = [];
	for (const { entry, node: from, dependencies } of needs) {
		const member = members.get(from);
		for (const [name, range] of dependencies) {
			const to = resolve(entry, name, range);
			if (to === void 0) problems.push({
				node: from,
				reason: `its dependency ${name} is not in the lockfile`
			});
			else edges.push({
				from,
				to,
				kind: kindOf(entry, member, name),
				name,
				range
			});
		}
	}
	return edges;
}
function kindOf({ optional }, member, name) {
	const manifest = member?.manifest?.entry;
	if (manifest?.devDependencies.has(name) && !manifest.dependencies.has(name)) return "development";
	return optional.has(name) || manifest?.optionalDependencies.has(name) ? "optional" : "runtime";
}

// packages/inventory/src/ecosystems/npm/yarn-berry/locator.ts
const PROTOCOLS = /* @__PURE__ */ new Set([
	"npm",
	"workspace",
	"patch",
	"portal",
	"link",
	"file",
	"exec",
	"catalog",
	"virtual"
]);
function readReference(text) {
	const parts = splitAtVersion(text);
	if (parts === void 0) return void 0;
	const { base, params } = withoutParams(parts.rest);
	const colon = base.indexOf(":");
	const protocol = colon < 0 ? "" : base.slice(0, colon);
	const isProtocol = PROTOCOLS.has(protocol);
	return {
		name: parts.name,
		protocol: isProtocol ? protocol : "",
		rest: isProtocol ? base.slice(colon + 1) : base,
		params
	};
}
function withoutParams(text) {
	const at = text.lastIndexOf("::");
	if (at < 0) return {
		base: text,
		params: NONE
	};
	const pairs = text.slice(at + 2).split("&").map((pair) => [pair.slice(0, pair.indexOf("=")), unescaped(pair.slice(pair.indexOf("=") + 1))]);
	return {
		base: text.slice(0, at),
		params: new Map(pairs)
	};
}
const NONE = /* @__PURE__ */ new Map();
function unescaped(text) {
	if (!text.includes("%")) return text;
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
function withProtocol(range) {
	if (/^[a-z][a-z+.-]*:/i.test(range) || /^(?:\.{0,2}\/|~\/)/.test(range)) return range;
	return /[/:]/.test(range) ? range : `npm:${range}`;
}
function readPatch(reference) {
	if (reference.protocol !== "patch") return void 0;
	const hash = reference.rest.indexOf("#");
	if (hash < 0) return void 0;
	return {
		inner: unescaped(reference.rest.slice(0, hash)),
		files: reference.rest.slice(hash + 1).split("&").map((file) => file.replace(/^optional!|^~(?=builtin<)/, ""))
	};
}
function isBuiltin(file) {
	return /^!?builtin</.test(file);
}

// packages/inventory/src/ecosystems/npm/yarn-berry/lockfile.ts
const OLDEST = 4;
const NEWEST = 10;
const LOCAL_VERSION = "0.0.0-use.local";
function readBerryLockfile(path, text) {
	const { documents, duplicates } = readYaml(path, text);
	const top = documents[0]?.value;
	const metadata = isYamlMap(top) ? mapAt(top, "__metadata") : void 0;
	if (!isYamlMap(top) || metadata === void 0 || documents.length > 1) throw new UsageError(`${path} is no Yarn lockfile: it has no \`__metadata\` at its top`);
	const problems = duplicates.map(({ key, line }) => ({
		item: key,
		line,
		reason: "the entry stands in the lockfile more than once; the last one was read"
	}));
	problems.push(...versionProblem(metadata));
	const entries = /* @__PURE__ */ new Map();
	for (const [key, value] of top.entries) {
		if (key === "__metadata") continue;
		const map = isYamlMap(value) ? value : void 0;
		const descriptors = key.split(/ *, */);
		const locator = textAt(map, "resolution") ?? descriptors[0] ?? key;
		const reference = readReference(locator);
		const line = map?.line ?? top.line;
		const problem = (reason) => problems.push({
			item: key,
			line,
			reason
		});
		if (map === void 0) problem("the entry is no mapping");
		else if (!map.entries.has("resolution")) problem("the entry has no `resolution`");
		if (reference === void 0) {
			problem("what it is resolved to was not understood");
			continue;
		}
		if (entries.has(locator)) problem("another entry is resolved to the same");
		const version = textAt(map, "version");
		if (version === void 0 && map !== void 0) problem("the entry has no version");
		entries.set(locator, {
			descriptors: [...entries.get(locator)?.descriptors ?? [], ...descriptors],
			locator,
			reference,
			line,
			version: version === LOCAL_VERSION ? void 0 : version,
			dependencies: ranges(map, "dependencies", problem),
			optional: flagged(map, "dependenciesMeta"),
			...peersOf(map, problem),
			checksum: textAt(map, "checksum"),
			conditions: textAt(map, "conditions")
		});
	}
	return {
		hasProtocols: !(Number(textAt(metadata, "version")) < 8),
		entries: [...entries.values()],
		problems
	};
}
function versionProblem(metadata) {
	const stated = textAt(metadata, "version");
	const version = Number(stated);
	if (Number.isInteger(version) && version >= OLDEST && version <= NEWEST) return [];
	const known = `${OLDEST} to ${NEWEST} are known`;
	const reason = `it is of the version ${JSON.stringify(stated ?? null).slice(0, 50)}; ${known}, and it was read as if it were of these`;
	return [{
		line: metadata.line,
		reason
	}];
}
function peersOf(entry, problem) {
	const optionalPeers = flagged(entry, "peerDependenciesMeta");
	const implied = [...optionalPeers].map((name) => [name, "*"]);
	return {
		peers: new Map([...implied, ...ranges(entry, "peerDependencies", problem)]),
		optionalPeers
	};
}
function ranges(entry, field, problem) {
	const found = /* @__PURE__ */ new Map();
	const stated = mapAt(entry, field);
	if (stated === void 0 && entry?.entries.has(field) === true) problem(`\`${field}\` is no mapping`);
	for (const [name, range] of stated?.entries ?? []) if (typeof range === "string") found.set(name, range);
	else problem(`its dependency ${name} has no range`);
	return found;
}
function flagged(entry, field) {
	const meta = mapAt(entry, field);
	const names = [...meta?.entries.keys() ?? []];
	return new Set(names.filter((name) => textAt(mapAt(meta, name), "optional") === "true"));
}

// packages/inventory/src/ecosystems/npm/yarn-berry/nodes.ts
const MAX_DEPTH = 8;
async function entryNode(input, entry, registries, problems) {
	const { locator: key, reference, line } = entry;
	const { name, protocol, rest } = reference;
	if (protocol === "portal" || protocol === "link") {
		const path = isAbsolutePath(rest) ? void 0 : normalFolder(folderOfParent(reference), rest);
		return linkedNode(input, {
			key,
			path,
			name,
			line
		}, problems);
	}
	const { problems: found, ...parts } = partsOf(entry, reference, registries, 0);
	const patches = patchFiles(input.path, reference);
	const node = {
		key,
		name,
		version: entry.version,
		line,
		firstParty: false,
		...parts,
		...patches === void 0 ? {} : { patches },
		flags: patches === void 0 ? [] : ["patched"],
		condition: entry.conditions
	};
	const named = isPackageName(name) ? [] : ["its name is no package name"];
	problems.push(...[...found, ...named].map((reason) => ({
		node,
		reason
	})));
	return node;
}
function folderOfParent({ params }) {
	const parent = readReference(params.get("locator") ?? "");
	return parent?.protocol === "workspace" ? normalFolder("", parent.rest) : "";
}
function partsOf(entry, reference, registries, depth) {
	const { name, protocol, rest, params } = reference;
	const from = (resolved) => sourceParts({
		name,
		version: entry.version,
		resolved,
		integrity: void 0,
		isChecked: entry.checksum !== void 0
	}, registries);
	switch (protocol) {
		case "npm": return from(params.get("__archiveUrl"));
		case "": {
			const [address = "", hash = ""] = rest.split("#", 2);
			const commit = /(?:^|&)commit=([0-9a-f]+)/.exec(hash)?.[1];
			return from(commit === void 0 ? address : gitAddress(address, commit));
		}
		case "patch": {
			const inner = readReference(readPatch(reference)?.inner ?? "");
			return inner === void 0 || depth > MAX_DEPTH ? {
				artifacts: [],
				problems: ["what it is a patch of was not understood"]
			} : partsOf(entry, inner, registries, depth + 1);
		}
		case "file": return fileParts(reference);
		default: return {
			artifacts: [],
			problems: protocol === "exec" ? [] : [`it comes from the unknown protocol ${protocol}:`]
		};
	}
}
function fileParts(reference) {
	const [path = ""] = reference.rest.split("#", 1);
	return {
		artifacts: [],
		problems: isAbsolutePath(path) || normalFolder(folderOfParent(reference), path).startsWith("..") ? ["the folder lies outside the project"] : []
	};
}
function gitAddress(address, commit) {
	const short = /^(?:ssh:\/\/)?([^@/\s]+@[\w.-]+):(?!\/\/|\d+\/)(.+)$/.exec(address);
	const url = short === null ? address : `ssh://${short[1]}/${short[2]}`;
	return `${url.startsWith("git") ? "" : "git+"}${url}#${commit}`;
}
function patchFiles(lockfile, reference) {
	const patch = readPatch(reference);
	if (patch === void 0) return void 0;
	return patch.files.flatMap((file) => {
		if (file === "" || isBuiltin(file)) return [];
		const isOfProject = file.startsWith("~/");
		if (!isOfProject && isAbsolutePath(file)) return [];
		const from = isOfProject ? "" : folderOfParent(reference);
		const path = normalFolder(from, isOfProject ? file.slice(2) : file);
		return fromLockfileFolder(lockfile, path) ?? [];
	});
}

// packages/inventory/src/ecosystems/npm/yarn-berry/peers.ts
const MAX_ANSWERS = 5e5;
function peerEdges(needs, edges, problems) {
	const byNode = new Map(needs.map((each) => [each.node, each]));
	const own = ownTargets(edges);
	const answers = /* @__PURE__ */ new Map();
	const askedBy = dependents(edges, byNode);
	const pending = [];
	let count = 0;
	const answer = (node, name, target) => {
		const byName = answers.get(node) ?? /* @__PURE__ */ new Map();
		const targets = byName.get(name) ?? /* @__PURE__ */ new Set();
		answers.set(node, byName.set(name, targets));
		if (targets.has(target) || count >= MAX_ANSWERS) return;
		targets.add(target);
		count += 1;
		pending.push([
			node,
			name,
			target
		]);
	};
	for (const { from, to } of edges) for (const name of byNode.get(to)?.peers.keys() ?? []) {
		const target = own.get(from)?.get(name) ?? (from.name === name ? from : void 0);
		if (target !== void 0) answer(to, name, target);
	}
	for (let next = pending.pop(); next !== void 0; next = pending.pop()) {
		const [node, name, target] = next;
		for (const to of askedBy.get(node)?.get(name) ?? []) answer(to, name, target);
	}
	if (count >= MAX_ANSWERS) problems.push({ reason: "its peers are too many to be followed" });
	return needs.flatMap((each) => edgesTo(each, answers.get(each.node), own, problems));
}
function edgesTo({ node: from, peers }, answers, own, problems) {
	return [...peers].flatMap(([name, { range, isOptional, isImplied }]) => {
		if (isImplied === true) return [];
		const targets = answers?.get(name);
		if (targets === void 0) {
			const isMissing = !isOptional && !from.firstParty && own.get(from)?.has(name) !== true;
			const reason = `its peer dependency ${name} is not in the lockfile`;
			if (isMissing) problems.push({
				node: from,
				kind: "missing-peer",
				reason
			});
			return [];
		}
		const kind = isOptional ? "optional" : "peer";
		return [...targets].map((to) => ({
			from,
			to,
			kind,
			name,
			range
		}));
	});
}
function ownTargets(edges) {
	const own = /* @__PURE__ */ new Map();
	for (const { from, to, name } of edges) own.set(from, (own.get(from) ?? /* @__PURE__ */ new Map()).set(name, to));
	return own;
}
function dependents(edges, byNode) {
	const found = /* @__PURE__ */ new Map();
	for (const { from, to } of edges) {
		const mine = byNode.get(from)?.peers;
		for (const name of byNode.get(to)?.peers.keys() ?? []) {
			if (mine?.has(name) !== true) continue;
			const byName = found.get(from) ?? /* @__PURE__ */ new Map();
			found.set(from, byName.set(name, [...byName.get(name) ?? [], to]));
		}
	}
	return found;
}

// packages/inventory/src/ecosystems/npm/yarn-berry/resolve.ts
function berryResolver({ hasProtocols, nodes, settings, resolutions, project }) {
	const spelled = hasProtocols ? withProtocol : (range) => range;
	const { byDescriptor, byPatched } = indexes(nodes);
	const rules = readResolutions(resolutions);
	const find = (descriptor, parent) => {
		const bound = byDescriptor.get(descriptor);
		return bound?.get(parent) ?? bound?.get("") ?? (bound?.size === 1 ? [...bound.values()][0] : void 0);
	};
	const lookUp = (name, range, parent) => {
		const descriptor = `${name}@${withProtocol(range)}`;
		return byPatched.get(descriptor) ?? find(descriptor, parent) ?? find(`${name}@${range}`, parent) ?? find(`${name}@npm:${range}`, parent);
	};
	return (from, name, stated) => {
		const range = stated.startsWith("catalog:") ? settings.catalogRange(stated.slice(8), name) ?? stated : stated;
		const rule = rules.find((each) => fits(each, from, name, range, spelled));
		if (rule !== void 0) return lookUp(name, rule.replacement, project);
		return lookUp(name, range, from.locator) ?? (range.startsWith("catalog:") ? onlyOne(byDescriptor, name) : void 0);
	};
}
function indexes(nodes) {
	const byDescriptor = /* @__PURE__ */ new Map();
	const byPatched = /* @__PURE__ */ new Map();
	for (const [{ descriptors }, node] of nodes) for (const descriptor of descriptors) {
		const { base, params } = withoutParams(descriptor);
		const bound = byDescriptor.get(base) ?? /* @__PURE__ */ new Map();
		byDescriptor.set(base, bound.set(params.get("locator") ?? "", node));
		const patched = patchedDescriptor(descriptor);
		if (patched !== void 0) byPatched.set(patched, node);
	}
	return {
		byDescriptor,
		byPatched
	};
}
function patchedDescriptor(descriptor) {
	const reference = readReference(descriptor);
	const patch = reference === void 0 ? void 0 : readPatch(reference);
	if (patch === void 0 || !patch.files.every(isBuiltin)) return void 0;
	const at = patch.inner.indexOf("@", 1);
	return `${patch.inner.slice(0, at)}@${withProtocol(patch.inner.slice(at + 1))}`;
}
function onlyOne(byDescriptor, name) {
	const found = /* @__PURE__ */ new Set();
	for (const [descriptor, bound] of byDescriptor) if (descriptor.startsWith(`${name}@`)) for (const node of bound.values()) found.add(node);
	return found.size === 1 ? [...found][0] : void 0;
}
function fits(rule, from, name, range, spelled) {
	if (rule.name !== name) return false;
	if (rule.range !== void 0 && spelled(rule.range) !== spelled(range)) return false;
	if (rule.parent === void 0) return true;
	if (rule.parent.name !== from.reference.name) return false;
	const { reference } = rule.parent;
	return reference === void 0 || `${rule.parent.name}@${spelled(reference)}` === from.locator;
}
function readResolutions(stated) {
	if (!isRecord(stated)) return [];
	return Object.entries(stated).flatMap(([pattern, replacement]) => {
		const [, parent, parentReference, name, range] = /^(?:\*\*\/)?(?:((?:@[^/@]+\/)?[^/@]+)(?:@([^/]+))?\/)?((?:@[^/@]+\/)?[^/@]+)(?:@([^/]+))?$/.exec(pattern) ?? [];
		if (name === void 0 || typeof replacement !== "string") return [];
		return [{
			parent: parent === void 0 ? void 0 : {
				name: parent,
				reference: parentReference
			},
			name,
			range,
			replacement
		}];
	});
}

// packages/inventory/src/ecosystems/npm/yarn-berry/settings.ts
async function readBerrySettings(input, problems) {
	const top = await readSettingsFile(input, problems);
	return {
		registries: registriesFrom(registriesIn(top)),
		extensions: extensionsIn(mapAt(top, "packageExtensions")),
		catalogRange: (catalog, name) => textAt(catalog === "" ? mapAt(top, "catalog") : mapAt(mapAt(top, "catalogs"), catalog), name)
	};
}
async function readSettingsFile(input, problems) {
	const path = fromLockfileFolder(input.path, ".yarnrc.yml");
	if (path === void 0) return void 0;
	try {
		const text = await input.readText(path);
		const value = text === void 0 ? void 0 : readYaml(path, text).documents[0]?.value;
		return isYamlMap(value) ? value : void 0;
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		problems.push({ reason: `what Yarn's settings change is not known: ${error.message}` });
		return;
	}
}
function registriesIn(top) {
	const found = /* @__PURE__ */ new Map();
	const add = (scope, map) => {
		const registry = registryUrl(textAt(map, "npmRegistryServer") ?? "");
		if (registry !== void 0) found.set(scope, registry);
	};
	add("", top);
	const scopes = mapAt(top, "npmScopes");
	for (const scope of scopes?.entries.keys() ?? []) add(`@${scope}`, mapAt(scopes, scope));
	return found;
}
function extensionsIn(stated) {
	return [...stated?.entries.keys() ?? []].flatMap((selector) => {
		const extension = mapAt(stated, selector);
		const { name, rest } = splitAtVersion(selector) ?? {
			name: selector,
			rest: "*"
		};
		const meta = mapAt(extension, "peerDependenciesMeta");
		const optional = [...meta?.entries.keys() ?? []].filter((peer) => textAt(mapAt(meta, peer), "optional") === "true");
		return [{
			name,
			range: rest.replace(/^npm:/, ""),
			dependencies: textsIn(mapAt(extension, "dependencies")),
			peers: textsIn(mapAt(extension, "peerDependencies")),
			optionalPeers: new Set(optional)
		}];
	});
}
function textsIn(map) {
	const found = /* @__PURE__ */ new Map();
	for (const [name, value] of map?.entries ?? []) if (typeof value === "string") found.set(name, value);
	return found;
}

// packages/inventory/src/ecosystems/npm/yarn-berry/stale.ts
function staleProblems(entry, member) {
	const { manifest, node } = member;
	if (manifest === void 0) return [];
	const asked = new Map([...wantedBy(manifest.entry)].filter(([name]) => !isPeerAlone(manifest.entry, name)));
	const differences = [];
	for (const [name, { range }] of asked) {
		const before = entry.dependencies.get(name);
		if (before === void 0) differences.push(`${name} is not locked`);
		else if (spelled(before) !== spelled(range)) differences.push(`${name} is locked for ${before || "any version"}`);
	}
	for (const name of entry.dependencies.keys()) if (!asked.has(name)) differences.push(`${name} is no longer asked for`);
	return staleOf(manifest.path, node, differences);
}
function spelled(range) {
	return withProtocol(range.trim());
}

// packages/inventory/src/ecosystems/npm/yarn-berry/read.ts
async function readBerryLock(input) {
	const { hasProtocols, entries, problems: odd } = readBerryLockfile(input.path, input.text);
	const problems = [...odd];
	const settings = await readBerrySettings(input, problems);
	const members = await membersOf(input, entries, problems);
	const nodes = await nodesOf(input, entries, members, settings, problems);
	const project = members.find(({ member }) => member.folder === "");
	const resolve = berryResolver({
		hasProtocols,
		nodes,
		settings,
		resolutions: project?.member.manifest?.json["resolutions"],
		project: project?.entry.locator ?? ""
	});
	const needs = needsOf(nodes, settings);
	const byNode = new Map(members.map(({ member }) => [member.node, member]));
	const stated = dependencyEdges(needs, byNode, resolve, problems);
	const ancestors = ancestorsOf(entries, nodes, stated);
	const kept = stated.filter(({ from }) => !ancestors.has(from));
	const asking = needs.filter(({ node }) => !ancestors.has(node));
	const edges = [...kept, ...peerEdges(asking, kept, problems)];
	if (input.compareManifests) for (const { entry, member } of members) problems.push(...staleProblems(entry, member));
	const own = members.map(({ member }) => member);
	return lockGraph({
		path: input.path,
		format: "yarn-lock",
		roots: own.map(({ node }) => node),
		nodes: [.../* @__PURE__ */ new Set([...own.map(({ node }) => node), ...nodes.values()])].filter((node) => !ancestors.has(node)),
		edges,
		problems: problems.filter(({ node }) => node === void 0 || !ancestors.has(node)),
		covers: [...manifestsOf(input.path, own), ...folderManifests(input.path, entries)],
		integrityAdvice: "Set `supportedArchitectures` in `.yarnrc.yml` to the platforms that you use and run `yarn install`: Yarn records checksums only of what it fetches.",
		orphanNote: "Yarn gives some packages dependencies of its own, which the lockfile does not state"
	});
}
async function membersOf(input, entries, problems) {
	const own = entries.filter(({ reference }) => reference.protocol === "workspace").map((entry) => ({
		entry,
		folder: normalFolder("", entry.reference.rest)
	})).sort((a, b) => Number(a.folder !== "") - Number(b.folder !== ""));
	if (own[0]?.folder !== "") problems.push({ reason: "the lockfile has no entry for the project itself" });
	const { members, problems: unread } = await readMembers(input, own.map(({ entry: { locator, line, reference }, folder }) => {
		return {
			folder,
			line,
			key: locator,
			name: reference.name
		};
	}), true);
	problems.push(...unread);
	return own.flatMap(({ entry, folder }, index) => {
		const member = members[index];
		if (member === void 0) return [];
		if (!(member.manifest !== void 0 || unread.some(({ node }) => node === member.node))) {
			const reason = `what it needs for development alone is not known: there is no ${folder === "" ? "" : `${folder}/`}package.json`;
			problems.push({
				node: member.node,
				reason
			});
		}
		return [{
			entry,
			member
		}];
	});
}
async function nodesOf(input, entries, members, { registries }, problems) {
	const own = new Map(members.map(({ entry, member }) => [entry, member.node]));
	const byFolder = new Map(members.map(({ member }) => [member.folder, member.node]));
	const nodes = /* @__PURE__ */ new Map();
	for (const entry of entries) {
		const node = own.get(entry) ?? byFolder.get(linkedFolder(entry) ?? NOWHERE) ?? await entryNode(input, entry, registries, problems);
		nodes.set(entry, node);
	}
	return nodes;
}
const NOWHERE = "\0";
function linkedFolder({ reference }) {
	return (reference.protocol === "link" || reference.protocol === "portal") && !isAbsolutePath(reference.rest) ? normalFolder(folderOfParent(reference), reference.rest) : void 0;
}
function folderManifests(path, entries) {
	return entries.flatMap(({ reference }) => {
		const { protocol, rest } = reference;
		const folder = rest.split("#", 1)[0] ?? "";
		if (protocol !== "file" && protocol !== "portal" || isAbsolutePath(folder)) return [];
		const place = normalFolder(folderOfParent(reference), folder);
		return fromLockfileFolder(path, `${place}/package.json`) ?? [];
	});
}
function ancestorsOf(entries, nodes, edges) {
	const asked = new Set(edges.map(({ to }) => to));
	const byLocator = new Map(entries.map((entry) => [entry.locator, entry]));
	const ancestors = /* @__PURE__ */ new Set();
	for (const { reference } of entries) {
		const patch = readPatch(reference);
		const inner = patch === void 0 ? void 0 : byLocator.get(patch.inner);
		const node = inner === void 0 ? void 0 : nodes.get(inner);
		if (node !== void 0 && !asked.has(node)) ancestors.add(node);
	}
	return ancestors;
}

export { readBerryLock };