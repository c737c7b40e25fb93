import "./rolldown-runtime.js";
import { Ct as isRecord, Q as UsageError } from "./core.js";
import { a as semverRange } from "./purl.js";
import { n as fromLockfileFolder } from "./inventory-paths.js";
import { a as manifestsOf, c as isAbsolutePath, i as sourceParts, l as linkedNode, n as staleOf, o as readMembers, r as staleProblem, s as lockGraph, u as normalFolder } from "./inventory-ecosystems-npm-lock-graph-stale.js";
import { a as wantedBy } from "./inventory-ecosystems-npm-source.js";
import { i as splitAtVersion, r as isPackageName, t as readEntry } from "./inventory-ecosystems-npm-package-lock-fields.js";
import { t as scanJsonKeys } from "./inventory-json-keys.js";
import { t as platformCondition } from "./inventory-ecosystems-npm-lock-graph-platform.js";

// packages/inventory/src/jsonc.ts
const QUOTE = 34;
const BACKSLASH = 92;
const SLASH = 47;
const STAR = 42;
const COMMA = 44;
function plainJson(text) {
	return withoutLastCommas(withoutComments(text));
}
function withoutComments(text) {
	const parts = [];
	let done = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === QUOTE) at = closingQuote(text, at);
		if (code !== SLASH) continue;
		const end = commentEnd(text, at);
		if (end === void 0) continue;
		parts.push(text.slice(done, at), text.slice(at, end).replace(/[^\r\n]/g, " "));
		done = end;
		at = end - 1;
	}
	return parts.length === 0 ? text : parts.join("") + text.slice(done);
}
function withoutLastCommas(text) {
	const parts = [];
	let done = 0;
	let comma = -1;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code <= 32) continue;
		if (comma >= 0 && (code === 125 || code === 93)) {
			parts.push(text.slice(done, comma), " ");
			done = comma + 1;
		}
		comma = code === COMMA ? at : -1;
		if (code === QUOTE) at = closingQuote(text, at);
	}
	return parts.length === 0 ? text : parts.join("") + text.slice(done);
}
function commentEnd(text, at) {
	const second = text.charCodeAt(at + 1);
	if (second === SLASH) {
		const newline = text.indexOf("\n", at);
		return newline < 0 ? text.length : newline;
	}
	if (second !== STAR) return void 0;
	const close = text.indexOf("*/", at + 2);
	return close < 0 ? void 0 : close + 2;
}
function closingQuote(text, open) {
	let close = text.indexOf("\"", open + 1);
	while (close >= 0) {
		let backslashes = 0;
		while (text.charCodeAt(close - 1 - backslashes) === BACKSLASH) backslashes++;
		if (backslashes % 2 === 0) return close;
		close = text.indexOf("\"", close + 1);
	}
	return text.length;
}

// packages/inventory/src/ecosystems/npm/bun-lock/lockfile.ts
const NEWEST = 2;
function readBunLockfile(path, text) {
	if (text.startsWith("#!")) throw new UsageError(`${path} is Bun's binary lockfile`, { hint: TEXT_ADVICE });
	const plain = plainJson(text);
	let json;
	try {
		json = JSON.parse(plain);
	} catch {
		throw new UsageError(`${path} is no JSON`);
	}
	if (!isRecord(json) || !isRecord(json["workspaces"])) throw new UsageError(`${path} is no Bun lockfile: it has no \`workspaces\``);
	const version = json["lockfileVersion"];
	const problems = [];
	if (typeof version !== "number" || !Number.isInteger(version) || version < 0 || version > NEWEST) problems.push({ reason: `it is of the version ${JSON.stringify(version ?? null).slice(0, 50)}; 0 to ${NEWEST} are known, and it was read as if it were of these` });
	const lines = linesOf(plain, problems);
	return {
		json,
		workspaces: readWorkspaces(json["workspaces"], lines.workspaces, problems),
		entries: readPackages(json["packages"], lines.packages, problems),
		problems
	};
}
const TEXT_ADVICE = "Write it as text with `bun install --save-text-lockfile --lockfile-only`, and remove the binary one.";
function linesOf(plain, problems) {
	const lines = {
		workspaces: /* @__PURE__ */ new Map(),
		packages: /* @__PURE__ */ new Map()
	};
	let inside;
	scanJsonKeys(plain, (key, depth, line) => {
		if (depth === 1) inside = key === "workspaces" || key === "packages" ? lines[key] : void 0;
		if (depth !== 2 || inside === void 0) return;
		if (inside.has(key)) problems.push({
			item: key,
			line,
			reason: "the entry stands in the lockfile more than once; the last one was read"
		});
		inside.set(key, line);
	});
	return lines;
}
function readWorkspaces(stated, lines, problems) {
	return Object.entries(stated).map(([folder, value]) => {
		const line = lines.get(folder);
		const { entry, problems: odd } = readAsks(value);
		problems.push(...odd.map((reason) => ({
			item: folder,
			line,
			reason
		})));
		return {
			folder,
			line,
			asks: entry
		};
	});
}
function readPackages(stated, lines, problems) {
	if (stated !== void 0 && !isRecord(stated)) problems.push({ reason: "`packages` is no object" });
	return Object.entries(isRecord(stated) ? stated : {}).flatMap(([key, value]) => {
		const line = lines.get(key);
		const entry = readTuple(key, line, value, problems);
		if (entry === void 0) problems.push({
			item: key,
			line,
			reason: "the entry was not understood"
		});
		return entry ?? [];
	});
}
function readTuple(key, line, value, problems) {
	const [id, ...rest] = Array.isArray(value) ? value : [];
	const parts = typeof id === "string" ? splitAtVersion(id) : void 0;
	if (parts === void 0) return void 0;
	const registry = typeof rest[0] === "string" ? rest[0] : void 0;
	const info = rest[registry === void 0 ? 0 : 1];
	if (info !== void 0 && !isRecord(info)) return void 0;
	const { entry, problems: odd } = readAsks(info);
	problems.push(...odd.map((reason) => ({
		item: key,
		line,
		reason
	})));
	const texts = rest.slice(registry === void 0 ? 1 : 2).filter((each) => typeof each === "string");
	return {
		key,
		line,
		name: parts.name,
		resolution: parts.rest,
		registry,
		integrity: texts.find((each) => /^(?:md5|sha\d+)-/.test(each)) ?? (registry === void 0 ? void 0 : texts[0]),
		asks: entry,
		os: textsOf(info?.["os"]),
		cpu: textsOf(info?.["cpu"]),
		libc: textsOf(info?.["libc"]),
		isBundled: info?.["bundled"] === true
	};
}
function readAsks(info) {
	if (!isRecord(info)) return readEntry("", void 0, {});
	const optional = textsOf(info["optionalPeers"]).map((name) => [name, { optional: true }]);
	return readEntry("", void 0, {
		...info,
		peerDependenciesMeta: Object.fromEntries(optional)
	});
}
function textsOf(value) {
	if (typeof value === "string" && value !== "") return [value];
	return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

// packages/inventory/src/ecosystems/npm/bun-lock/nodes.ts
function patchesIn(json) {
	const stated = json["patchedDependencies"];
	const found = isRecord(stated) ? Object.entries(stated) : [];
	return new Map(found.filter((pair) => typeof pair[1] === "string"));
}
async function entryNode(input, entry, patches, problems) {
	const { key, name, line, resolution, registry, integrity } = entry;
	const folder = folderOf(entry);
	if (folder !== void 0) {
		const path = isAbsolutePath(folder) ? void 0 : normalFolder("", folder);
		return linkedNode(input, {
			key,
			path,
			name,
			line
		}, problems);
	}
	const version = registry === void 0 ? archiveVersion(name, resolution) : resolution;
	const { problems: found, ...parts } = sourceParts({
		name,
		version,
		resolved: addressOf(entry),
		integrity
	}, void 0);
	const patch = patches.get(`${name}@${resolution}`);
	const file = patch === void 0 ? void 0 : fromLockfileFolder(input.path, patch);
	const node = {
		key,
		name,
		version,
		line,
		firstParty: false,
		...parts,
		...file === void 0 ? {} : { patches: [file] },
		flags: [...entry.isBundled ? ["bundled"] : [], ...patch === void 0 ? [] : ["patched"]],
		condition: platformCondition(entry)
	};
	const reasons = [
		...registry !== void 0 || isAddress(resolution) || isArchive(resolution) ? [] : ["where it comes from was not understood"],
		...found.filter((reason) => !(resolution.startsWith("github:") && /git commit/.test(reason))),
		...isPackageName(name) ? [] : ["its name is no package name"]
	];
	problems.push(...reasons.map((reason) => ({
		node,
		reason
	})));
	return node;
}
function archiveVersion(name, address) {
	const file = `/${name}/-/${name.slice(name.indexOf("/") + 1)}-`;
	const at = address.indexOf(file);
	return at < 0 ? void 0 : /^(\d[^/]*)\.tgz$/.exec(address.slice(at + file.length))?.[1];
}
function folderOf({ resolution, registry }) {
	if (registry !== void 0) return void 0;
	const [, path] = /^(?:link|file):(.*)$/.exec(resolution) ?? [];
	return path === void 0 || isArchive(path) ? void 0 : path;
}
function addressOf({ resolution, registry }) {
	if (registry !== void 0) return registry === "" ? void 0 : registry;
	return isAddress(resolution) ? resolution : `file:${resolution.replace(/^file:/, "")}`;
}
function isAddress(resolution) {
	return /^(?:[a-z][a-z+.-]*:\/\/|github:|gitlab:|bitbucket:)/i.test(resolution);
}
function isArchive(path) {
	return /\.(?:tgz|tar\.gz)$/.test(path);
}

// packages/inventory/src/ecosystems/npm/bun-lock/resolve.ts
function bunResolver(nodes) {
	return (key, name) => {
		for (let prefix = key; prefix !== void 0; prefix = shorter(prefix)) {
			const found = nodes.get(prefix === "" ? name : `${prefix}/${name}`);
			if (found !== void 0) return found;
		}
	};
}
function shorter(key) {
	if (key === "") return void 0;
	const slash = key.lastIndexOf("/");
	if (slash < 0) return "";
	const before = key.lastIndexOf("/", slash - 1);
	const isScoped = key.charAt(before + 1) === "@";
	return key.slice(0, Math.max(isScoped ? before : slash, 0));
}

// packages/inventory/src/ecosystems/npm/bun-lock/stale.ts
function staleProblems({ json, workspaces }, members, edges) {
	const versions = new Map(edges.map(({ from, name, to }) => [`${from.key}\0${name}`, to.version]));
	return members.flatMap((member, index) => {
		const asks = workspaces[index]?.asks;
		if (asks === void 0) return [];
		const locked = /* @__PURE__ */ new Map();
		for (const [name, { kind, range }] of wantedBy(asks)) locked.set(name, {
			kind,
			range,
			version: versions.get(`${member.node.key}\0${name}`)
		});
		const own = staleProblem(member, locked);
		return member.folder === "" ? [...own, ...projectProblems(json, member)] : own;
	});
}
function projectProblems(json, { manifest, node }) {
	if (manifest === void 0) return [];
	const stated = manifest.json;
	const workspaces = recordAt(stated, "workspaces");
	const differences = [...differing(recordAt(json, "overrides"), {
		...recordAt(stated, "resolutions"),
		...recordAt(stated, "overrides")
	}, "overridden"), ...differing(recordAt(json, "catalog"), {
		...recordAt(stated, "catalog"),
		...recordAt(workspaces, "catalog")
	}, "in the catalog")];
	return staleOf(manifest.path, node, differences);
}
function differing(locked, asked, what) {
	return [.../* @__PURE__ */ new Set([...Object.keys(locked), ...Object.keys(asked)])].filter((name) => isPlain(locked[name]) && isPlain(asked[name]) && locked[name] !== asked[name]).map((name) => `${name} is ${what} as ${String(locked[name] ?? "nothing")}`);
}
function isPlain(value) {
	return value === void 0 || typeof value === "string" && !value.startsWith("$");
}
function recordAt(value, key) {
	const found = isRecord(value) ? value[key] : void 0;
	return isRecord(found) ? found : {};
}

// packages/inventory/src/ecosystems/npm/bun-lock/read.ts
async function readBunLock(input) {
	const lockfile = readBunLockfile(input.path, input.text);
	const { members, problems: unread } = await readMembers(input, lockfile.workspaces.map(({ folder, line, asks }) => ({
		folder: normalFolder("", folder),
		line,
		key: folder === "" ? "." : folder,
		name: asks.name,
		version: asks.version
	})));
	const problems = [...lockfile.problems, ...unread];
	const nodes = await nodesOf(input, lockfile, members, problems);
	const resolve = bunResolver(nodes);
	const overridden = overriddenNames(lockfile.json["overrides"], 0);
	const odd = {
		problems,
		isOverridden: (name) => overridden.has(name)
	};
	const edges = [...lockfile.workspaces.flatMap((workspace, index) => {
		const node = members[index]?.node;
		const key = workspace.folder === "" ? "" : workspace.asks.name ?? "";
		return node === void 0 ? [] : edgesOf(node, key, workspace, resolve, odd);
	}), ...lockfile.entries.flatMap((entry) => {
		const node = nodes.get(entry.key);
		return node === void 0 || node.firstParty ? [] : edgesOf(node, entry.key, entry, resolve, odd);
	})];
	if (input.compareManifests) problems.push(...staleProblems(lockfile, members, edges));
	const own = members.map(({ node }) => node);
	return [lockGraph({
		path: input.path,
		format: "bun-lock",
		roots: own,
		nodes: [.../* @__PURE__ */ new Set([...own, ...nodes.values()])],
		edges,
		problems,
		covers: [...manifestsOf(input.path, members), ...folderManifests(input.path, lockfile)]
	})];
}
async function nodesOf(input, { entries, json }, members, problems) {
	const byFolder = new Map(members.map(({ folder, node }) => [folder, node]));
	const patches = patchesIn(json);
	const nodes = /* @__PURE__ */ new Map();
	for (const entry of entries) {
		const folder = memberFolder(entry);
		const member = folder === void 0 ? void 0 : byFolder.get(normalFolder("", folder));
		if (member === void 0 && entry.resolution.startsWith("workspace:")) problems.push({
			item: entry.key,
			line: entry.line,
			reason: "it is a member that the lockfile does not have"
		});
		else nodes.set(entry.key, member ?? await entryNode(input, entry, patches, problems));
	}
	return nodes;
}
function memberFolder(entry) {
	const { resolution } = entry;
	if (resolution.startsWith("workspace:")) return resolution.slice(10);
	return resolution === "root:" ? "" : folderOf(entry);
}
const MAX_DEPTH = 8;
function overriddenNames(overrides, depth) {
	if (!isRecord(overrides) || depth > MAX_DEPTH) return /* @__PURE__ */ new Set();
	return new Set(Object.entries(overrides).flatMap(([name, value]) => [splitAtVersion(name)?.name ?? name, ...overriddenNames(value, depth + 1)]));
}
function isOutside({ firstParty, version }, range) {
	const alias = /^npm:.+@(.+)$/.exec(range)?.[1];
	if (firstParty || version === void 0) return false;
	return semverRange(alias ?? range)?.(version) === false;
}
function edgesOf(from, key, { asks }, resolve, { problems, isOverridden }) {
	const edges = [];
	for (const [name, { kind, range }] of wantedBy(asks)) {
		const isPeer = asks.peerDependencies.has(name);
		if (kind === "development" && !from.firstParty) continue;
		const to = resolve(key, name);
		if (to !== void 0) {
			edges.push({
				from,
				to,
				kind,
				name,
				range
			});
			if (!isPeer && !isOverridden(name) && isOutside(to, range)) {
				const reason = `its dependency ${name} is locked as ${to.version}, which ${range} does not allow`;
				problems.push({
					node: from,
					reason
				});
			}
		} else if (kind === "peer") problems.push({
			node: from,
			kind: "missing-peer",
			reason: `its peer dependency ${name} is not in the lockfile`
		});
		else if (!(isPeer && kind === "optional")) problems.push({
			node: from,
			reason: `its dependency ${name} is not in the lockfile`
		});
	}
	return edges;
}
function folderManifests(path, { entries }) {
	return entries.flatMap((entry) => {
		const folder = folderOf(entry);
		const isCopied = entry.resolution.startsWith("file:");
		if (folder === void 0 || !isCopied || isAbsolutePath(folder)) return [];
		return fromLockfileFolder(path, `${folder}/package.json`) ?? [];
	});
}

export { readBunLock };