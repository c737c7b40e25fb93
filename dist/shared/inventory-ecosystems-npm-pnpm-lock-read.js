import "./rolldown-runtime.js";
import { P as matchesWildcard, Q as UsageError } from "./core.js";
import { n as fromLockfileFolder } from "./inventory-paths.js";
import { a as mapAt, c as readYaml, i as isYamlMap, n as registriesFrom, o as textAt, s as textsAt, t as readNpmrcRegistries } from "./inventory-ecosystems-npm-lock-graph-registries.js";
import { a as wantedBy, r as parseIntegrity } from "./inventory-ecosystems-npm-source.js";
import { a as manifestsOf, c as isAbsolutePath, d as readProjectManifest, i as sourceParts, l as linkedNode, o as readMembers, r as staleProblem, s as lockGraph, u as normalFolder } from "./inventory-ecosystems-npm-lock-graph-stale.js";
import { t as platformCondition } from "./inventory-ecosystems-npm-lock-graph-platform.js";
import { r as isPackageName } from "./inventory-ecosystems-npm-package-lock-fields.js";
import { o as buildPurl } from "./purl.js";

// packages/inventory/src/ecosystems/npm/pnpm-lock/dep-path.ts
function styleOf(lockfileVersion) {
	const [, major] = /^(\d+)(?:\.\d+)?(?:-inlineSpecifiers)?$/.exec(lockfileVersion ?? "") ?? [];
	if (major === "5") return "slashes";
	if (major === "6" || major === "7") return "packages";
	return major === "9" ? "snapshots" : void 0;
}
function plainKey(key, style) {
	return style !== "slashes" && key.startsWith("/") ? key.slice(1) : key;
}
function depPathReader(style) {
	return style === "slashes" ? readSlashes : readAtSign;
}
function candidateKeys(name, value, style) {
	return style === "slashes" ? [`/${name}/${value}`, value] : [`${name}@${value}`, plainKey(value, style)];
}
function readAtSign(key) {
	const paren = key.indexOf("(");
	const packageKey = paren < 0 ? key : key.slice(0, paren);
	const suffix = paren < 0 ? "" : key.slice(paren);
	const at = packageKey.indexOf("@", 1);
	if (at < 0) return {
		name: packageKey,
		version: void 0,
		packageKey,
		suffix
	};
	const rest = packageKey.slice(at + 1);
	return {
		name: withoutHost(packageKey.slice(0, at)),
		version: isVersion(rest) ? rest : void 0,
		packageKey,
		suffix
	};
}
function readSlashes(key) {
	const start = key.startsWith("/") ? 1 : key.indexOf("/") + 1;
	const inner = key.slice(start);
	const slash = inner.indexOf("/", inner.startsWith("@") ? inner.indexOf("/") + 1 : 0);
	const rest = slash < 0 ? "" : inner.slice(slash + 1);
	const underscore = rest.indexOf("_");
	const version = underscore < 0 ? rest : rest.slice(0, underscore);
	const suffix = underscore < 0 ? "" : rest.slice(underscore);
	return {
		name: slash < 0 ? inner : inner.slice(0, slash),
		version: isVersion(version) ? version : void 0,
		packageKey: key,
		suffix
	};
}
function withoutHost(name) {
	const [first = "", ...rest] = name.split("/");
	return !first.startsWith("@") && rest.length > 0 ? rest.join("/") : name;
}
function isVersion(text) {
	return /^\d+\.\d+\.\d+(?:[-+][\w.+-]*)?$/.test(text);
}

// packages/inventory/src/ecosystems/npm/pnpm-lock/folders.ts
async function folderNodes(input, { importers, snapshots }, members, problems) {
	const nodes = new Map(members);
	const add = async (from, name, value, line) => {
		if (!value.startsWith("link:")) return;
		const path = value.slice(5);
		const folder = isAbsolutePath(path) ? path : normalFolder(from, path);
		if (nodes.has(folder)) return;
		const isAway = isAbsolutePath(path) || fromLockfileFolder(input.path, folder) === void 0;
		const key = isAbsolutePath(path) ? `link:${name}#${nodes.size}` : `link:${folder}`;
		nodes.set(folder, await linkedNode(input, {
			key,
			path: isAway ? void 0 : folder,
			name,
			line
		}, problems));
	};
	for (const { folder, line, requirements } of importers.values()) for (const { name, version } of requirements) await add(folder, name, version, line);
	for (const { line, dependencies, optionalDependencies } of snapshots.values()) {
		for (const [name, value] of dependencies) await add("", name, value, line);
		for (const [name, value] of optionalDependencies) await add("", name, value, line);
	}
	return nodes;
}

// packages/inventory/src/ecosystems/npm/pnpm-lock/install-path.ts
const MAX_LENGTH = 120;
function installPath({ key, name, version, suffix }, lockfile) {
	if (version === void 0 || key.includes("://")) return void 0;
	if (!key.includes("@", 1) && !key.startsWith("/")) return void 0;
	const folder = (key.startsWith("/") ? `${name}@${version}${suffix}` : key).replaceAll(/[\\/:*?"<>|#]/g, "+").replace(/\)$/, "").replaceAll(/\)\(|[()]/g, "_");
	if (folder.length > MAX_LENGTH || folder !== folder.toLowerCase()) return void 0;
	return fromLockfileFolder(lockfile, `node_modules/.pnpm/${folder}/node_modules/${name}`);
}

// packages/inventory/src/ecosystems/npm/pnpm-lock/lockfile.ts
const IMPORTER_GROUPS = [
	"dependencies",
	"optionalDependencies",
	"devDependencies",
	"configDependencies",
	"packageManagerDependencies"
];
function readDocument(top, style) {
	const problems = [];
	const snapshots = readSnapshots(top, style, problems);
	return {
		style,
		top,
		importers: readImporters(top, style, problems),
		snapshots,
		problems
	};
}
function readImporters(top, style, problems) {
	const importers = /* @__PURE__ */ new Map();
	const stated = mapAt(top, "importers");
	if (stated === void 0) {
		if (style === "snapshots") problems.push({ reason: "the lockfile names no importers" });
		importers.set("", {
			folder: "",
			line: 1,
			requirements: readRequirements(top, ".", problems)
		});
		return importers;
	}
	for (const [path, value] of stated.entries) {
		const folder = normalFolder("", path);
		const importer = mapAt(stated, path);
		if (importers.has(folder)) problems.push({
			item: path,
			line: importer?.line,
			reason: "the importer stands there twice"
		});
		if (importer === void 0 && value !== null) problems.push({
			item: path,
			line: stated.line,
			reason: "the importer is no mapping"
		});
		const requirements = importer === void 0 ? [] : readRequirements(importer, path, problems);
		importers.set(folder, {
			folder,
			line: importer?.line ?? stated.line,
			requirements
		});
	}
	return importers;
}
function readRequirements(importer, path, problems) {
	const specifiers = mapAt(importer, "specifiers");
	return IMPORTER_GROUPS.flatMap((group) => {
		const asked = mapAt(importer, group);
		if (asked === void 0) return [];
		return [...asked.entries].flatMap(([name, value]) => {
			const inline = mapAt(asked, name);
			const version = inline === void 0 ? value : inline.entries.get("version");
			if (typeof version !== "string" || version === "") {
				const line = inline?.line ?? asked.line;
				problems.push({
					item: path,
					line,
					reason: `its dependency ${name} has no version`
				});
				return [];
			}
			return [{
				group,
				name,
				specifier: textAt(inline === void 0 ? specifiers : inline, inline === void 0 ? name : "specifier"),
				version
			}];
		});
	});
}
function readSnapshots(top, style, problems) {
	const packages = mapAt(top, "packages");
	const stated = style === "snapshots" ? mapAt(top, "snapshots") : packages;
	const read = depPathReader(style);
	const snapshots = /* @__PURE__ */ new Map();
	const described = /* @__PURE__ */ new Set();
	for (const [statedKey, value] of stated?.entries ?? []) {
		const snapshot = mapAt(stated, statedKey);
		const key = plainKey(statedKey, style);
		const path = read(key);
		const facts = style === "snapshots" ? mapAt(packages, path.packageKey) ?? mapAt(packages, `/${path.packageKey}`) : snapshot;
		described.add(path.packageKey);
		const line = facts?.line ?? snapshot?.line ?? stated?.line ?? 1;
		if (snapshot === void 0 && value !== null) problems.push({
			item: statedKey,
			line,
			reason: "the entry is no mapping"
		});
		if (facts === void 0) problems.push({
			item: statedKey,
			line,
			reason: "nothing says where the package comes from"
		});
		if (snapshots.has(key)) problems.push({
			item: key,
			line,
			reason: "the entry stands there twice"
		});
		snapshots.set(key, toSnapshot(key, path, line, facts, snapshot, problems));
	}
	if (style === "snapshots") for (const statedKey of packages?.entries.keys() ?? []) {
		const key = plainKey(statedKey, style);
		if (described.has(key)) continue;
		const facts = mapAt(packages, statedKey);
		const line = facts?.line ?? packages?.line ?? 1;
		problems.push({
			item: key,
			line,
			reason: "the lockfile does not say what the package needs"
		});
		snapshots.set(key, toSnapshot(key, read(key), line, facts, void 0, problems));
	}
	return snapshots;
}
function toSnapshot(key, path, line, facts, snapshot, problems) {
	const edges = (group) => {
		const asked = mapAt(snapshot, group);
		const found = /* @__PURE__ */ new Map();
		for (const [name, value] of asked?.entries ?? []) if (typeof value === "string" && value !== "") found.set(name, value);
		else problems.push({
			item: key,
			line,
			reason: `its dependency ${name} has no version`
		});
		if (asked === void 0 && snapshot?.entries.get(group) != null) problems.push({
			item: key,
			line,
			reason: `\`${group}\` is no mapping`
		});
		return found;
	};
	const dev = textAt(snapshot, "dev");
	return {
		...path,
		name: textAt(facts, "name") ?? path.name,
		version: textAt(facts, "version") ?? path.version,
		key,
		line,
		facts,
		dependencies: edges("dependencies"),
		optionalDependencies: edges("optionalDependencies"),
		isOptional: textAt(snapshot, "optional") === "true",
		isDevelopment: dev === void 0 ? void 0 : dev === "true"
	};
}
function peersOf(facts) {
	const meta = mapAt(facts, "peerDependenciesMeta");
	const peers = /* @__PURE__ */ new Map();
	for (const [name, range] of mapAt(facts, "peerDependencies")?.entries ?? []) {
		const isOptional = textAt(mapAt(meta, name), "optional") === "true";
		peers.set(name, {
			range: typeof range === "string" ? range : "",
			isOptional
		});
	}
	return peers;
}
function platformOf(facts) {
	return {
		os: textsAt(facts, "os"),
		cpu: textsAt(facts, "cpu"),
		libc: textsAt(facts, "libc")
	};
}

// packages/inventory/src/ecosystems/npm/pnpm-lock/patches.ts
function patchesOf({ top }, lockfile) {
	const byHash = /* @__PURE__ */ new Map();
	const stated = mapAt(top, "patchedDependencies");
	for (const [selector, value] of stated?.entries ?? []) {
		const patch = mapAt(stated, selector);
		const hash = isYamlMap(value) ? textAt(patch, "hash") : value;
		if (typeof hash !== "string" || hash === "") continue;
		const path = textAt(patch, "path");
		const file = path === void 0 ? void 0 : fromLockfileFolder(lockfile, path);
		byHash.set(hash, [...byHash.get(hash) ?? [], ...file === void 0 ? [] : [file]]);
	}
	return ({ suffix, facts }) => {
		const hash = /\(patch_hash=([^()]*)\)/.exec(suffix)?.[1];
		if (hash !== void 0) return byHash.get(hash) ?? [];
		if (textAt(facts, "patched") !== "true") return void 0;
		const last = suffix.slice(suffix.lastIndexOf("_") + 1);
		return byHash.get(last) ?? [];
	};
}

// packages/inventory/src/ecosystems/npm/pnpm-lock/resolution.ts
function resolutionParts({ name, version, facts }, lockfile, registries) {
	const resolution = mapAt(facts, "resolution");
	const integrity = textAt(resolution, "integrity");
	const tarball = textAt(resolution, "tarball");
	const type = textAt(resolution, "type");
	const from = (resolved) => sourceParts({
		name,
		version,
		resolved,
		integrity
	}, registries);
	if (resolution === void 0) return unknown("the entry has no `resolution`");
	if (type === "git") return from(gitAddress(resolution));
	if (type === "directory") return folderParts(lockfile, textAt(resolution, "directory") ?? "");
	if (type === "binary" || type === "variations") return runtimeParts(name, version, resolution);
	if (type !== void 0) return unknown(`its \`resolution\` is of the unknown type ${type.slice(0, 50)}`);
	if (tarball === void 0 && integrity === void 0) return unknown("its `resolution` says nothing that is known");
	return from(tarball);
}
function packageFolder({ facts }) {
	const resolution = mapAt(facts, "resolution");
	return textAt(resolution, "type") === "directory" ? textAt(resolution, "directory") : void 0;
}
function unknown(problem) {
	return {
		artifacts: [],
		problems: [problem]
	};
}
function gitAddress(resolution) {
	const repository = textAt(resolution, "repo") ?? "";
	const short = /^(?:([^@/\s]+)@)?([\w.-]+):(?!\/\/)(.+)$/.exec(repository);
	const url = short === null ? repository : `ssh://${short[1] === void 0 ? "" : `${short[1]}@`}${short[2]}/${short[3]}`;
	return `${url.startsWith("git") ? "" : "git+"}${url}#${textAt(resolution, "commit") ?? ""}`;
}
function folderParts(lockfile, directory) {
	const path = isAbsolutePath(directory) ? void 0 : fromLockfileFolder(lockfile, directory);
	return path === void 0 ? unknown("the folder lies outside the repository") : {
		artifacts: [],
		installPath: path,
		problems: []
	};
}
function runtimeParts(name, version, resolution) {
	const variants = resolution.entries.get("variants");
	const artifacts = Array.isArray(variants) ? variants.flatMap((variant) => variantArtifacts(variant)) : [archive(resolution, void 0)];
	const isOpen = artifacts.some(({ hashes }) => hashes.length === 0);
	return {
		kind: "platform",
		purl: buildPurl({
			type: "generic",
			name,
			version
		}),
		artifacts,
		problems: [...artifacts.length === 0 ? ["its `resolution` names no archive"] : [], ...isOpen ? ["an archive has no known checksum"] : []]
	};
}
function variantArtifacts(variant) {
	if (!isYamlMap(variant)) return [];
	const resolution = mapAt(variant, "resolution");
	const targets = variant.entries.get("targets");
	if (resolution === void 0 || !Array.isArray(targets)) return [];
	return targets.filter((target) => isYamlMap(target)).map((target) => archive(resolution, platformCondition(platformOf(target))));
}
function archive(resolution, condition) {
	const { hashes } = parseIntegrity(textAt(resolution, "integrity") ?? "");
	const text = textAt(resolution, "url") ?? "";
	const url = /^https?:/.test(text) && URL.canParse(text) ? new URL(text) : void 0;
	return {
		hashes,
		...url === void 0 ? {} : { url: `${url.origin}${url.pathname}` },
		...condition === void 0 ? {} : { condition }
	};
}

// packages/inventory/src/ecosystems/npm/pnpm-lock/stale.ts
const KINDS = {
	dependencies: "runtime",
	optionalDependencies: "optional",
	devDependencies: "development"
};
async function staleProblems(input, document, members) {
	if (!input.compareManifests) return [];
	const { top } = document;
	const overridden = [...mapAt(top, "overrides")?.entries.keys() ?? []].map(overriddenName);
	const ignored = textsAt(top, "ignoredOptionalDependencies");
	const withoutLinks = textAt(mapAt(top, "settings"), "excludeLinksFromLockfile") === "true";
	return [...members.flatMap((member) => staleProblem(member, lockedBy(member, document), {
		isOverridden: (name) => overridden.includes(name),
		mayLack: (name, range, kind) => kind === "optional" && ignored.some((pattern) => matchesWildcard(pattern, name)) || withoutLinks && /^(?:link|workspace|file):/.test(range)
	})), ...await catalogProblems(input, document)];
}
function lockedBy({ folder }, { importers, snapshots, style }) {
	const locked = /* @__PURE__ */ new Map();
	for (const { group, name, specifier = "", version } of importers.get(folder)?.requirements ?? []) {
		const kind = KINDS[group];
		if (kind === void 0) continue;
		const key = candidateKeys(name, version, style).find((each) => snapshots.has(each));
		const found = key === void 0 ? void 0 : snapshots.get(key);
		locked.set(name, {
			kind,
			range: specifier,
			version: found?.version
		});
	}
	return locked;
}
function overriddenName(selector) {
	const last = selector.slice(selector.lastIndexOf(">") + 1);
	const at = last.indexOf("@", 1);
	return at < 0 ? last : last.slice(0, at);
}
async function catalogProblems(input, { top }) {
	const locked = mapAt(top, "catalogs");
	const path = fromLockfileFolder(input.path, "pnpm-workspace.yaml");
	if (locked === void 0 || path === void 0) return [];
	let workspace;
	try {
		const text = await input.readText(path);
		if (text === void 0) return [];
		const value = readYaml(path, text).documents[0]?.value;
		workspace = isYamlMap(value) ? value : void 0;
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		return [{ reason: `nobody can say whether its catalogs fit ${path}: ${error.message}` }];
	}
	const differences = [];
	for (const name of locked.entries.keys()) {
		const asked = mapAt(mapAt(workspace, "catalogs"), name) ?? (name === "default" ? mapAt(workspace, "catalog") : void 0);
		for (const dependency of mapAt(locked, name)?.entries.keys() ?? []) {
			const before = textAt(mapAt(mapAt(locked, name), dependency), "specifier");
			if (textAt(asked, dependency) !== before) differences.push(`${dependency} is locked for ${before}`);
		}
	}
	if (differences.length === 0) return [];
	const reason = `${path} asks for other packages: ${differences.slice(0, 5).join(", ")}`;
	return [{
		kind: "stale",
		line: locked.line,
		reason,
		identity: differences.join("\n")
	}];
}

// packages/inventory/src/ecosystems/npm/pnpm-lock/graph.ts
const GROUP_KINDS = {
	dependencies: "runtime",
	optionalDependencies: "optional",
	devDependencies: "development",
	configDependencies: "development",
	packageManagerDependencies: "development"
};
async function documentGraph(input, document, registries, part, problems) {
	const { members, problems: unread } = await readMembers(input, [...document.importers.values()].map(({ folder, line }) => ({
		folder,
		line,
		key: folder === "" ? "." : folder
	})));
	problems.push(...document.problems, ...unread);
	const places = await placesOf(input, document, members, registries, problems);
	const edges = [...members.flatMap((member) => importerEdges(member, document, places, problems)), ...[...document.snapshots.values()].flatMap((each) => snapshotEdges(each, places, problems))];
	if (part === "") problems.push(...await staleProblems(input, document, members));
	const isOtherScope = (node, scope) => {
		const snapshot = document.snapshots.get(node.key);
		if (snapshot === void 0) return false;
		const { isOptional, isDevelopment } = snapshot;
		return isOptional && scope === "runtime" || isDevelopment !== void 0 && isDevelopment !== (scope === "development");
	};
	return lockGraph({
		path: input.path,
		format: "pnpm-lock",
		part,
		roots: members.map(({ node }) => node),
		nodes: places.all(),
		edges,
		problems,
		covers: part === "" ? [...manifestsOf(input.path, members), ...folderManifests(input.path, document)] : [],
		isOtherScope
	});
}
async function placesOf(input, document, members, registries, problems) {
	const byFolder = new Map(members.map(({ folder, node }) => [folder, node]));
	const byKey = /* @__PURE__ */ new Map();
	const own = [];
	const patches = patchesOf(document, input.path);
	for (const snapshot of document.snapshots.values()) {
		const directory = packageFolder(snapshot);
		const member = directory === void 0 ? void 0 : byFolder.get(normalFolder("", directory));
		if (member !== void 0) {
			byKey.set(snapshot.key, member);
			continue;
		}
		const { key, name, version, line, facts } = snapshot;
		const { problems: found, ...parts } = resolutionParts(snapshot, input.path, registries);
		const deprecated = facts?.entries.get("deprecated");
		const files = patches(snapshot);
		const node = {
			key,
			name,
			version,
			line,
			firstParty: false,
			installPath: installPath(snapshot, input.path),
			...parts,
			...files === void 0 ? {} : { patches: files },
			flags: [...deprecated === void 0 || deprecated === "false" ? [] : ["deprecated"], ...files === void 0 ? [] : ["patched"]],
			condition: platformCondition(platformOf(facts))
		};
		if (!isPackageName(name)) problems.push({
			node,
			reason: "its name is no package name"
		});
		problems.push(...found.map((reason) => ({
			node,
			reason
		})));
		byKey.set(key, node);
		own.push(node);
	}
	const folders = await folderNodes(input, document, byFolder, problems);
	return {
		resolve(name, value, folder) {
			if (value.startsWith("link:")) {
				const path = value.slice(5);
				return isAbsolutePath(path) ? folders.get(path) : folders.get(normalFolder(folder, path));
			}
			for (const key of candidateKeys(name, value, document.style)) {
				const found = byKey.get(key);
				if (found !== void 0) return found;
			}
		},
		nodeOf: ({ key }) => byKey.get(key),
		all: () => [.../* @__PURE__ */ new Set([
			...members.map(({ node }) => node),
			...own,
			...folders.values()
		])]
	};
}
function importerEdges({ node: from, folder, manifest }, { importers }, places, problems) {
	return (importers.get(folder)?.requirements ?? []).flatMap(({ group, name, specifier, version }) => {
		const to = places.resolve(name, version, folder);
		if (to === void 0) {
			problems.push({
				node: from,
				reason: `its dependency ${name} is not in the lockfile`
			});
			return [];
		}
		const asked = manifest?.entry;
		const isPeer = asked?.peerDependencies.has(name) && !asked.dependencies.has(name);
		return [{
			from,
			to,
			kind: group === "dependencies" && isPeer ? "peer" : GROUP_KINDS[group],
			name,
			range: specifier
		}];
	});
}
function snapshotEdges(snapshot, places, problems) {
	const from = places.nodeOf(snapshot);
	if (from === void 0) return [];
	const peers = peersOf(snapshot.facts);
	const edges = [];
	const add = (name, value, isOptional) => {
		const to = places.resolve(name, value, "");
		const peer = peers.get(name);
		if (to === void 0) {
			const reason = `its ${peer === void 0 ? "" : "peer "}dependency ${name} is not in the lockfile`;
			problems.push({
				node: from,
				line: snapshot.line,
				reason
			});
			return;
		}
		const needed = peer === void 0 ? "runtime" : "peer";
		const kind = isOptional || peer?.isOptional === true ? "optional" : needed;
		edges.push({
			from,
			to,
			kind,
			name,
			range: peer?.range
		});
	};
	for (const [name, value] of snapshot.dependencies) add(name, value, false);
	for (const [name, value] of snapshot.optionalDependencies) add(name, value, true);
	for (const [name, { isOptional }] of peers) {
		if (isOptional || snapshot.dependencies.has(name) || snapshot.optionalDependencies.has(name)) continue;
		const reason = `its peer dependency ${name} is not in the lockfile`;
		problems.push({
			node: from,
			line: snapshot.line,
			kind: "missing-peer",
			reason
		});
	}
	return edges;
}
function folderManifests(path, { snapshots }) {
	return [...snapshots.values()].flatMap((snapshot) => {
		const folder = packageFolder(snapshot);
		if (folder === void 0 || isAbsolutePath(folder)) return [];
		return fromLockfileFolder(path, `${folder}/package.json`) ?? [];
	});
}

// packages/inventory/src/ecosystems/npm/pnpm-lock/read.ts
async function readPnpmLock(input) {
	const { documents, duplicates } = readYaml(input.path, input.text);
	const tops = documents.flatMap(({ value }) => isYamlMap(value) ? [value] : []);
	if (tops.length === 0 || tops.length < documents.length) throw new UsageError(`${input.path} holds no pnpm lockfile: a document is no mapping`);
	const problems = duplicates.map(({ key, line }) => ({
		item: key,
		line,
		reason: "the entry stands in the lockfile more than once; the last one was read"
	}));
	const registries = await registriesOf(input, problems);
	const graphs = [];
	let projects = 0;
	for (const top of tops) {
		const document = readDocument(top, styleFor(input.path, top));
		const isProject = !isEnvironment(top);
		projects += isProject ? 1 : 0;
		const part = isProject ? projects === 1 ? "" : `document ${projects}:` : "environment:";
		const own = isProject && projects === 1 ? problems : [];
		graphs.push(await documentGraph(input, document, registries, part, own));
	}
	if (projects === 0) {
		if (await mayAsk(input)) problems.push({ reason: "the lockfile has no document for the project itself" });
		graphs.unshift(await documentGraph(input, NO_PROJECT, registries, "", problems));
	}
	return graphs;
}
const NO_PROJECT = {
	style: "snapshots",
	top: {
		line: 1,
		entries: /* @__PURE__ */ new Map()
	},
	importers: /* @__PURE__ */ new Map([["", {
		folder: "",
		line: 1,
		requirements: []
	}]]),
	snapshots: /* @__PURE__ */ new Map(),
	problems: []
};
async function mayAsk(input) {
	const path = fromLockfileFolder(input.path, "package.json");
	const manifest = path === void 0 ? void 0 : await readProjectManifest(input, path);
	return typeof manifest !== "object" || wantedBy(manifest.entry).size > 0;
}
function styleFor(path, top) {
	const version = textAt(top, "lockfileVersion");
	const style = styleOf(version);
	if (style === "packages" && mapAt(top, "snapshots") !== void 0) return "snapshots";
	if (style !== void 0) return style;
	const old = textAt(top, "shrinkwrapVersion");
	const what = version === void 0 && old !== void 0 ? `shrinkwrapVersion ${old}` : `lockfileVersion ${JSON.stringify(version ?? null)}`;
	throw new UsageError(`${path} has ${what.slice(0, 80)}; 5, 6, 7 and 9 are known`, { hint: "Write it again with `pnpm install --lockfile-only` of pnpm 9, 10, 11 or 12." });
}
const PROJECT_GROUPS = IMPORTER_GROUPS.slice(0, 3);
const ENVIRONMENT_GROUPS = IMPORTER_GROUPS.slice(3);
function isEnvironment(top) {
	return hasGroup(top, ENVIRONMENT_GROUPS) && !hasGroup(top, PROJECT_GROUPS);
}
function hasGroup(top, groups) {
	const importers = mapAt(top, "importers");
	return [...importers?.entries.keys() ?? []].some((key) => groups.some((group) => mapAt(importers, key)?.entries.has(group)));
}
async function registriesOf(input, problems) {
	const path = fromLockfileFolder(input.path, ".npmrc");
	try {
		const text = path === void 0 ? void 0 : await input.readText(path);
		return registriesFrom(text === void 0 ? /* @__PURE__ */ new Map() : readNpmrcRegistries(text));
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		problems.push({ reason: `which registries serve the packages is not known: ${error.message}` });
		return registriesFrom(/* @__PURE__ */ new Map());
	}
}

export { readPnpmLock };