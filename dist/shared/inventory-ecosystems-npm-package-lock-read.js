import "./rolldown-runtime.js";
import { Ct as isRecord, Q as UsageError, r as grouped } from "./core.js";
import { n as fromLockfileFolder } from "./inventory-paths.js";
import { o as scopesFrom, t as firstPartyPurl } from "./inventory-origin.js";
import { n as semverRange, r as buildPurl } from "./purl.js";
import { a as readEntry, n as readPackages } from "./inventory-ecosystems-npm-package-lock-version-3.js";

// packages/inventory/src/integrity.ts
const ALGORITHMS = /* @__PURE__ */ new Map([
	["md5", {
		name: "MD5",
		length: 16
	}],
	["sha1", {
		name: "SHA-1",
		length: 20
	}],
	["sha256", {
		name: "SHA-256",
		length: 32
	}],
	["sha384", {
		name: "SHA-384",
		length: 48
	}],
	["sha512", {
		name: "SHA-512",
		length: 64
	}]
]);
const MAX_HASHES = 64;
function parseIntegrity(text) {
	const only = /\s/.test(text) || text === "" ? void 0 : parseOne(text);
	if (only !== void 0) return {
		hashes: [only],
		invalid: false
	};
	const hashes = /* @__PURE__ */ new Map();
	const parts = text.split(/\s+/).filter((part) => part !== "");
	let invalid = parts.length > MAX_HASHES;
	for (const part of parts.slice(0, MAX_HASHES)) {
		const hash = parseOne(part);
		if (hash === void 0) invalid = true;
		else hashes.set(`${hash.algorithm} ${hash.value}`, hash);
	}
	return {
		hashes: [...hashes].sort(([a], [b]) => a < b ? -1 : 1).map(([, hash]) => hash),
		invalid
	};
}
function parseOne(part) {
	const dash = part.indexOf("-");
	const algorithm = ALGORITHMS.get(part.slice(0, Math.max(dash, 0)).toLowerCase());
	const [base64 = ""] = part.slice(dash + 1).split("?", 1);
	if (algorithm === void 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return void 0;
	const bytes = Buffer.from(base64, "base64");
	if (bytes.length !== algorithm.length) return void 0;
	return {
		algorithm: algorithm.name,
		value: bytes.toString("hex")
	};
}

// packages/inventory/src/ecosystems/npm/source.ts
const PUBLIC_REGISTRIES = /* @__PURE__ */ new Set(["registry.npmjs.org", "registry.yarnpkg.com"]);
const PLAIN_ARCHIVE = /^https:\/\/registry\.npmjs\.org\/(?:@[\w-][\w.~-]*\/)?[\w-][\w.~-]*\/-\/[\w-][\w.~-]*\.tgz$/;
const HOSTED = /* @__PURE__ */ new Map([
	["github", "github.com"],
	["gitlab", "gitlab.com"],
	["bitbucket", "bitbucket.org"]
]);
function readResolved(name, resolved) {
	if (resolved === void 0) return { kind: "registry" };
	if (PLAIN_ARCHIVE.test(resolved) && resolved.startsWith(`/${name}/-/`, 26)) return {
		kind: "registry",
		url: resolved
	};
	if (resolved.startsWith("file:")) return fileSource(resolved);
	const url = parseUrl(resolved);
	if (url === void 0) return {
		kind: "archive",
		problem: "`resolved` is no URL"
	};
	url.password = "";
	if (url.protocol.startsWith("git") || url.protocol === "ssh:") return gitSource(url);
	if (url.protocol !== "https:" && url.protocol !== "http:") return {
		kind: "archive",
		problem: `\`resolved\` has the unknown scheme ${url.protocol}`
	};
	url.username = "";
	url.search = "";
	url.hash = "";
	return archiveSource(name, url);
}
function gitSource(url) {
	if (url.username !== "git") url.username = "";
	url.search = "";
	const commit = url.hash.slice(1);
	const repository = new URL(url);
	repository.hash = "";
	const base = `${repository.protocol.startsWith("git") ? "" : "git+"}${repository.href}`;
	return {
		kind: "git",
		url: url.href,
		qualifiers: { vcs_url: commit === "" ? base : `${base}@${commit}` },
		.../^[0-9a-f]{40,64}$/.test(commit) ? {} : { problem: "`resolved` names no full git commit" }
	};
}
function archiveSource(name, url) {
	const path = url.pathname.replaceAll("%2f", "/").replaceAll("%2F", "/").replaceAll("%40", "@");
	const at = path.indexOf(`/${name}/-/`);
	if (at >= 0) {
		const registry = `${url.origin}${path.slice(0, at)}`;
		return {
			kind: "registry",
			url: url.href,
			...PUBLIC_REGISTRIES.has(url.host) ? {} : { qualifiers: { repository_url: registry } }
		};
	}
	if (url.host === "npm.pkg.github.com" && path.startsWith(`/download/${name}/`)) return {
		kind: "registry",
		url: url.href,
		qualifiers: { repository_url: url.origin }
	};
	return {
		kind: "archive",
		url: url.href,
		qualifiers: { download_url: url.href }
	};
}
function fileSource(resolved) {
	const path = resolved.slice(5);
	return path.startsWith("/") || path.startsWith("~") || /^[A-Za-z]:/.test(path) ? {
		kind: "file",
		problem: "`resolved` is a file outside the repository"
	} : {
		kind: "file",
		url: resolved
	};
}
function parseUrl(text) {
	const hosted = /^(github|gitlab|bitbucket):([^/#]+\/[^#]+)(#.*)?$/.exec(text);
	const host = HOSTED.get(hosted?.[1] ?? "");
	if (host !== void 0) return parseUrl(`git+ssh://git@${host}/${hosted?.[2]}.git${hosted?.[3] ?? ""}`);
	const url = text.replace(/^((?:git\+)?ssh:\/\/(?:[^/:@]+@)?[^/:@]+):(?=[^/\d@][^/@]*\/)/, "$1/");
	return URL.canParse(url) ? new URL(url) : void 0;
}

// packages/inventory/src/ecosystems/npm/package-lock/resolution.ts
function nodeResolution(entries) {
	const installed = byFolder(entries);
	let ways;
	return (key, name) => {
		if (ways?.key !== key) ways = {
			key,
			folders: wayUp(key, installed)
		};
		for (const folder of ways.folders) {
			const found = folder.get(name);
			if (found !== void 0) return followLink(entries, found);
		}
	};
}
function byFolder(entries) {
	const folders = /* @__PURE__ */ new Map();
	for (const entry of entries.values()) {
		const name = installName(entry.key);
		if (name === void 0) continue;
		const folder = entry.key.slice(0, -`/node_modules/${name}`.length);
		const known = folders.get(folder) ?? /* @__PURE__ */ new Map();
		folders.set(folder, known.set(name, entry));
	}
	return folders;
}
function wayUp(key, installed) {
	const way = [];
	for (let folder = key; folder !== void 0; folder = above(folder)) {
		const found = installed.get(folder);
		if (found !== void 0) way.push(found);
	}
	return way;
}
function followLink(entries, entry) {
	if (!entry.flags.has("link")) return entry;
	const target = entries.get(linkTarget(entry));
	return target?.flags.has("link") ? void 0 : target;
}
function linkTarget(entry) {
	const target = (entry.resolved ?? "").replace(/^\.(?:\/|$)/, "");
	return target.endsWith("/") ? target.slice(0, -1) : target;
}
function above(folder) {
	if (folder === "" || folder === ".." || folder.endsWith("/..")) return void 0;
	const parent = folder.slice(0, Math.max(folder.lastIndexOf("/"), 0));
	return parent === "node_modules" || parent.endsWith("/node_modules") ? above(parent) : parent;
}
function installName(key) {
	const at = key.lastIndexOf("node_modules/");
	if (at < 0 || at > 0 && key[at - 1] !== "/") return void 0;
	const name = key.slice(at + 13);
	const slash = name.indexOf("/");
	return (slash < 0 || name.startsWith("@") && name.indexOf("/", slash + 1) < 0) && name !== "" ? name : void 0;
}
function isInstalledKey(key) {
	return key.startsWith("node_modules/") || key.includes("/node_modules/");
}

// packages/inventory/src/ecosystems/npm/package-lock/components.ts
const COMPONENT_FLAGS = [
	["inBundle", "bundled"],
	["deprecated", "deprecated"],
	["extraneous", "extraneous"],
	["hasInstallScript", "hasInstallScript"],
	["peer", "peer"]
];
function npmComponents(parts) {
	const names = namesByTarget(parts);
	const direct = new Set(parts.edges.filter(({ from }) => parts.own.has(from.key)).map(({ to }) => to.key));
	const problems = [];
	const components = [];
	for (const entry of parts.lockfile.entries.values()) {
		if (entry.flags.has("link")) {
			if (!parts.lockfile.entries.has(linkTarget(entry))) problems.push({
				key: entry.key,
				line: entry.line,
				reason: "the link leads to no entry"
			});
			continue;
		}
		const { component, reasons } = toComponent(parts, entry, [...names.get(entry.key) ?? []].sort(), direct.has(entry.key));
		components.push(component);
		const { key, line } = entry;
		problems.push(...reasons.map((reason) => ({
			key,
			line,
			reason
		})));
	}
	return {
		components,
		problems
	};
}
function toComponent({ input, lockfile, own, scopes, idOf }, entry, asked, direct) {
	const id = idOf(entry.key);
	const isRoot = entry.key === "";
	const path = fromLockfileFolder(input.path, entry.key);
	const firstParty = own.has(entry.key) && path !== void 0;
	const name = nameOf(entry, asked, lockfile, input);
	const version = entry.version ?? (isRoot ? lockfile.version : void 0);
	const source = firstParty ? LOCAL : sourceOf(entry, name);
	const { hashes, invalid } = parseIntegrity(entry.integrity ?? "");
	const scope = scopes.get(id);
	const reasons = [
		path === void 0 ? "the folder lies outside the repository" : void 0,
		version !== void 0 || source.kind !== "registry" ? void 0 : "the entry has no version",
		source.problem,
		invalid ? "a part of `integrity` is no known hash" : void 0
	].filter((reason) => reason !== void 0);
	const purl = firstParty ? firstPartyPurl(input.origin, name, version, path) : path === void 0 || source.kind === "file" ? void 0 : npmPurl(name, version, source);
	return {
		component: {
			id,
			name,
			...version === void 0 ? {} : { version },
			kind: isRoot ? "application" : "library",
			ecosystem: "npm",
			...purl === void 0 ? {} : { purl },
			firstParty,
			scope: scope ?? flaggedScope(entry),
			direct,
			artifacts: hashes.length === 0 && source.url === void 0 ? [] : [{
				hashes,
				...source.url === void 0 ? {} : { url: source.url }
			}],
			...entry.license === void 0 ? {} : { declaredLicense: entry.license },
			location: {
				path: input.path,
				...entry.line === void 0 ? {} : { startLine: entry.line }
			},
			...path === void 0 || path === "" ? {} : { installPath: path },
			aliases: asked.filter((other) => other !== name),
			flags: [...COMPONENT_FLAGS.filter(([flag]) => entry.flags.has(flag)).map(([, name]) => name), ...disagrees(entry, scope) ? ["scopeMismatch"] : []]
		},
		reasons
	};
}
const LOCAL = { kind: "file" };
function sourceOf(entry, name) {
	return !isInstalledKey(entry.key) && entry.resolved === void 0 ? LOCAL : readResolved(name, entry.resolved);
}
function nameOf(entry, asked, lockfile, { path, origin }) {
	const own = entry.name ?? installName(entry.key);
	if (own !== void 0) return own;
	if (entry.key !== "") return asked[0] ?? entry.key.slice(entry.key.lastIndexOf("/") + 1);
	const folder = path.split("/").at(-2);
	return lockfile.name ?? folder ?? origin?.repository.split("/").at(-1) ?? "project";
}
const PLAIN_NAME = /^@?[\w-][\w.~-]*(?:\/[\w-][\w.~-]*)?$/;
const PLAIN_VERSION = /^[\w-][\w.~-]*$/;
function npmPurl(name, version, { qualifiers }) {
	if (qualifiers === void 0 && PLAIN_NAME.test(name) && version !== void 0 && PLAIN_VERSION.test(version)) return `pkg:npm/${name.startsWith("@") ? `%40${name.slice(1)}` : name}@${version}`;
	const slash = name.indexOf("/");
	return buildPurl({
		type: "npm",
		namespace: slash < 0 ? void 0 : name.slice(0, slash),
		name: name.slice(slash + 1),
		version,
		qualifiers
	});
}
function disagrees(entry, scope) {
	if (scope === void 0 || !isInstalledKey(entry.key) || entry.flags.has("extraneous")) return false;
	return flaggedScope(entry) !== scope;
}
function flaggedScope({ flags }) {
	if (flags.has("dev")) return "development";
	return flags.has("optional") || flags.has("devOptional") ? "optional" : "runtime";
}
function namesByTarget({ lockfile }) {
	const names = /* @__PURE__ */ new Map();
	for (const entry of lockfile.entries.values()) {
		const name = installName(entry.key);
		if (name === void 0) continue;
		const target = entry.flags.has("link") ? linkTarget(entry) : entry.key;
		names.set(target, (names.get(target) ?? /* @__PURE__ */ new Set()).add(name));
	}
	return names;
}

// packages/inventory/src/ecosystems/npm/workspaces.ts
const MAX_STEPS = 1e7;
const MAX_ALTERNATIVES = 100;
function workspaceMatcher(patterns) {
	const budget = { steps: MAX_STEPS };
	const rules = patterns.map((pattern) => {
		const negated = pattern.startsWith("!");
		return {
			negated,
			alternatives: expandBraces((negated ? pattern.slice(1) : pattern).replace(/^\.?\//, "").replace(/\/+$/, ""))?.map((each) => each.split("/"))
		};
	});
	return (folder) => {
		const parts = folder.split("/");
		let membership = "other";
		for (const { negated, alternatives } of rules) if (alternatives === void 0) {
			if (!negated && membership === "other") membership = "unknown";
			if (negated && membership === "member") membership = "unknown";
		} else if (alternatives.some((each) => matchParts(each, parts, budget))) membership = negated ? "other" : "member";
		return budget.steps < 0 ? "unknown" : membership;
	};
}
function expandBraces(pattern) {
	if (/[[\]()]/.test(pattern)) return void 0;
	let expanded = [pattern];
	while (expanded.some((text) => /[{}]/.test(text))) {
		const next = [];
		for (const text of expanded) {
			const inner = /\{([^{}]*)\}/.exec(text);
			if (inner === null) {
				if (/[{}]/.test(text)) return void 0;
				next.push(text);
				continue;
			}
			const [whole, list = ""] = inner;
			const before = text.slice(0, inner.index);
			const after = text.slice(inner.index + whole.length);
			next.push(...list.split(",").map((part) => before + part + after));
			if (next.length > MAX_ALTERNATIVES) return void 0;
		}
		expanded = next;
	}
	return expanded;
}
function matchParts(pattern, parts, budget) {
	const isSame = (one, other) => matchList([...one], [...other], (a, b) => a === "?" || a === b, "*", budget);
	return matchList(pattern, parts, isSame, "**", budget);
}
function matchList(pattern, items, isSame, wildcard, budget) {
	budget.steps -= pattern.length;
	let at = 0;
	let star = -1;
	let taken = 0;
	for (let item = 0; item < items.length;) {
		if (--budget.steps < 0) return true;
		const expected = pattern[at];
		if (expected === wildcard) {
			star = at++;
			taken = item;
		} else if (expected !== void 0 && isSame(expected, items[item] ?? "")) {
			at++;
			item++;
		} else if (star >= 0) {
			at = star + 1;
			item = ++taken;
		} else return false;
	}
	return pattern.slice(at).every((rest) => rest === wildcard);
}

// packages/inventory/src/ecosystems/npm/package-lock/edges.ts
function npmEdges(lockfile, workspaces) {
	const resolve = nodeResolution(lockfile.entries);
	const edges = [];
	const unmet = [];
	for (const from of lockfile.entries.values()) {
		if (from.flags.has("link")) continue;
		for (const [name, { kind, required, range }] of wantedBy(from)) {
			const to = resolve(from.key, name);
			if (to !== void 0 && to !== from) edges.push({
				from,
				to,
				kind: edgeKind(lockfile, from, to, kind),
				name,
				range
			});
			else if (to === void 0 && required) unmet.push({
				from,
				name,
				kind
			});
		}
	}
	return {
		edges: [...edges, ...workspaceEdges(lockfile, workspaces)],
		unmet
	};
}
function edgeKind({ nested }, from, to, kind) {
	const entersOptional = to.flags.has("optional") && !from.flags.has("optional");
	return nested && kind === "runtime" && entersOptional ? "optional" : kind;
}
function wantedBy(entry) {
	const all = /* @__PURE__ */ new Map();
	for (const [name, range] of entry.peerDependencies) {
		const optional = entry.optionalPeers.has(name);
		all.set(name, {
			kind: optional ? "optional" : "peer",
			required: !optional,
			range
		});
	}
	for (const [name, range] of entry.dependencies) all.set(name, {
		kind: "runtime",
		required: true,
		range
	});
	for (const [name, range] of entry.optionalDependencies) all.set(name, {
		kind: "optional",
		required: false,
		range
	});
	if (isInstalledKey(entry.key)) return all;
	for (const [name, range] of entry.devDependencies) all.set(name, {
		kind: "development",
		required: true,
		range
	});
	return all;
}
function workspaceEdges({ entries }, workspaces) {
	const root = entries.get("");
	if (root === void 0 || workspaces.length === 0) return [];
	const membershipOf = workspaceMatcher(workspaces);
	const edges = [];
	for (const link of entries.values()) {
		if (!link.flags.has("link") || !link.key.startsWith("node_modules/")) continue;
		const to = followLink(entries, link);
		if (to === void 0 || to === root || membershipOf(linkTarget(link)) === "other") continue;
		const name = link.key.slice(13);
		edges.push({
			from: root,
			to,
			kind: "runtime",
			name,
			range: ""
		});
	}
	return edges;
}

// packages/inventory/src/ecosystems/npm/package-lock/gaps.ts
function npmGaps(path, problems, unmet, idOf) {
	const gaps = [...problems.map(({ key, line, reason, kind, identity, advice }) => ({
		...gap(path, key, line, reason, idOf),
		kind: kind ?? "entry",
		...identity === void 0 ? {} : { identity },
		...advice === void 0 ? {} : { advice }
	})), ...unmet.map(({ from, name, kind }) => {
		const reason = `its ${kind === "peer" ? "peer dependency" : "dependency"} ${name} is not in the lockfile`;
		return {
			...gap(path, from.key, from.line, reason, idOf),
			kind: kind === "peer" ? "missing-peer" : "entry"
		};
	})];
	return [...new Map(gaps.map((each) => [`${each.item}\0${each.reason}`, each]))].sort(([a], [b]) => a < b ? -1 : 1).map(([, each]) => each);
}
function gap(path, key, line, reason, idOf) {
	return {
		item: key === "" ? path : key,
		reason,
		kind: "entry",
		location: {
			path,
			...line === void 0 ? {} : { startLine: line }
		},
		componentId: idOf(key)
	};
}

// packages/inventory/src/ecosystems/npm/package-lock/integrity.ts
function integrityProblems({ entries }, own) {
	const downloaded = [...entries.values()].filter((entry) => isDownloaded(entry, own));
	const open = downloaded.filter(({ integrity }) => integrity === void 0);
	const [first] = open;
	if (first === void 0) return [];
	return [{
		key: "",
		line: first.line,
		kind: "no-integrity",
		reason: `${grouped(open.length)} of ${grouped(downloaded.length)} packages that are downloaded have no \`integrity\``,
		identity: "",
		advice: "Remove `node_modules` and the lockfile and run `npm install`: npm adds none to entries that stand there already. Look at the versions that change with it."
	}];
}
function isDownloaded({ key, flags, resolved = "https:" }, own) {
	if (own.has(key) || flags.has("link") || flags.has("inBundle")) return false;
	return (isInstalledKey(key) || resolved !== "https:") && /^https?:/.test(resolved);
}

// packages/inventory/src/ecosystems/npm/package-lock/manifests.ts
async function readManifests(input, { entries }) {
	const manifests = /* @__PURE__ */ new Map();
	const problems = [];
	for (const { key, line, flags } of entries.values()) {
		const path = fromLockfileFolder(input.path, key === "" ? "package.json" : `${key}/package.json`);
		if (isInstalledKey(key) || flags.has("link") || path === void 0) continue;
		const manifest = await readManifest(input, path);
		if (typeof manifest === "string") {
			const reason = `nobody can say whether it fits ${path}: ${manifest}`;
			problems.push({
				key,
				line,
				reason
			});
		} else if (manifest !== void 0) manifests.set(key, {
			path,
			entry: readEntry(key, void 0, manifest).entry
		});
	}
	return {
		manifests,
		problems
	};
}
async function readManifest({ readText }, path) {
	try {
		const text = await readText(path);
		if (text === void 0) return void 0;
		const json = JSON.parse(text);
		return isRecord(json) ? json : "it is no JSON object";
	} catch (error) {
		if (error instanceof UsageError) return error.message;
		return "it is no JSON";
	}
}

// packages/inventory/src/ecosystems/npm/package-lock/own.ts
function ownKeys({ entries }, workspaces) {
	const membershipOf = workspaceMatcher(workspaces);
	const own = /* @__PURE__ */ new Set([""]);
	for (const { key, flags, resolved, integrity } of entries.values()) {
		if (isInstalledKey(key) || flags.has("link")) continue;
		if (!(resolved !== void 0 || integrity !== void 0) && membershipOf(key) === "member") own.add(key);
	}
	return own;
}

// packages/inventory/src/ecosystems/npm/package-lock/stale.ts
const MAX_NAMED = 5;
function staleProblems({ entries, nested }, manifests, unmet) {
	const resolve = nodeResolution(entries);
	const problems = [];
	for (const [key, manifest] of manifests) {
		const entry = entries.get(key);
		if (entry === void 0) continue;
		const differences = nested && key === "" ? unmet.filter(isOfProject).map(({ name }) => `${name} is not locked`) : compare(manifest, wantedBy(entry), key, resolve);
		if (differences.length === 0) continue;
		const named = differences.slice(0, MAX_NAMED).join(", ");
		const more = differences.length - MAX_NAMED;
		problems.push({
			key,
			line: entry.line,
			kind: "stale",
			reason: `${manifest.path} asks for other packages: ${named}${more > 0 ? ` and ${more} more` : ""}`,
			identity: differences.join("\n")
		});
	}
	return problems;
}
function isOfProject({ from, kind }) {
	return from.key === "" && kind !== "peer";
}
function compare({ entry }, locked, key, resolve) {
	const asked = wantedBy(entry);
	const differences = [];
	for (const [name, { kind, range }] of asked) {
		const before = locked.get(name);
		if (before === void 0) differences.push(`${name} is not locked`);
		else if (before.kind !== kind) differences.push(`${name} is locked as ${before.kind}`);
		else if (spelled(before.range) !== spelled(range) && !fulfils(resolve(key, name)?.version, range)) differences.push(`${name} is locked for ${before.range || "any version"}`);
	}
	for (const name of locked.keys()) if (!asked.has(name)) differences.push(`${name} is no longer asked for`);
	return differences.sort();
}
function spelled(range) {
	const text = range.trim().replace(/\s+/g, " ");
	return text.startsWith("file:") ? text.replace(/^file:(?:\.\/)+/, "file:").replace(/\/+$/, "") : text;
}
function fulfils(version, range) {
	return version !== void 0 && (semverRange(range)?.(version) ?? false);
}

// packages/inventory/src/ecosystems/npm/package-lock/read.ts
async function readPackageLock(input) {
	const lockfile = await readLockfile(input);
	const { manifests, problems: unread } = await manifestsOf(input, lockfile);
	const { workspaces } = manifests.get("")?.entry ?? lockfile.entries.get("");
	const own = ownKeys(lockfile, workspaces);
	const { edges: found, unmet } = npmEdges(lockfile, workspaces);
	const ids = new Map([...lockfile.entries.keys()].map((key) => [key, `${input.path}#${key}`]));
	const idOf = (key) => ids.get(key) ?? `${input.path}#${key}`;
	const edges = sortedEdges(found.map((edge) => toEdge(edge, idOf)));
	const parts = {
		input,
		lockfile,
		own,
		edges: found,
		scopes: scopesFrom([idOf("")], edges),
		idOf
	};
	const { components, problems: odd } = npmComponents(parts);
	const problems = [
		...lockfile.problems,
		...unread,
		...staleProblems(lockfile, manifests, unmet),
		...integrityProblems(lockfile, own),
		...odd
	];
	return [{
		path: input.path,
		format: "package-lock",
		ecosystem: "npm",
		roots: [idOf("")],
		components: [...components].sort(byId),
		edges,
		edgeCompleteness: "complete",
		covers: coveredManifests(input.path, lockfile),
		gaps: npmGaps(input.path, problems, lockfile.nested && manifests.has("") ? unmet.filter((each) => !isOfProject(each)) : unmet, idOf)
	}];
}
function toEdge({ from, to, kind, name, range }, idOf) {
	const real = to.name ?? installName(to.key);
	return {
		from: idOf(from.key),
		to: idOf(to.key),
		kind,
		...range === "" ? {} : { requirement: range },
		...real === void 0 || real === name ? {} : { alias: name }
	};
}
async function manifestsOf(input, lockfile) {
	return input.compareManifests ? readManifests(input, lockfile) : {
		manifests: /* @__PURE__ */ new Map(),
		problems: []
	};
}
function coveredManifests(path, { entries }) {
	return [...entries.keys()].filter((key) => !isInstalledKey(key)).map((key) => fromLockfileFolder(path, `${key}/package.json`)).filter((each) => each !== void 0).sort();
}
async function readLockfile(input) {
	const json = parseJson(input);
	const version = json["lockfileVersion"] ?? 1;
	if (version === 1 || version === 2 && json["packages"] === void 0) {
		const { readNestedDependencies } = await import("./inventory-ecosystems-npm-package-lock-version-1.js");
		return readNestedDependencies(json, input);
	}
	if (version === 2 || version === 3) return readPackages(json, input.text);
	throw new UsageError(`${input.path} has lockfileVersion ${JSON.stringify(version).slice(0, 50)}; 1, 2 and 3 are known`, { hint: "Write it again with `npm install --package-lock-only --lockfile-version 3`." });
}
function parseJson({ path, text }) {
	let json;
	try {
		json = JSON.parse(text);
	} catch {
		throw new UsageError(`${path} is no JSON`, { hint: "Write it again with `npm install --package-lock-only`." });
	}
	if (!isRecord(json)) throw new UsageError(`${path} is no JSON object`);
	return json;
}
function byId(a, b) {
	return a.id < b.id ? -1 : 1;
}
function sortedEdges(edges) {
	const sorted = edges.toSorted((a, b) => order(a.from, b.from) || order(a.to, b.to) || order(a.kind, b.kind) || order(a.alias ?? "", b.alias ?? ""));
	return sorted.filter((edge, index) => {
		const before = sorted[index - 1];
		return edge.from !== before?.from || edge.to !== before.to || edge.kind !== before.kind || edge.alias !== before.alias;
	});
}
function order(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}

export { readPackageLock };