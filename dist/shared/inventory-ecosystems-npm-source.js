import { o as buildPurl } from "./purl.js";

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

// packages/inventory/src/ecosystems/npm/purl.ts
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
	if (/^git\+file:/.test(resolved)) return OUTSIDE_REPOSITORY;
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
const OUTSIDE_REPOSITORY = {
	kind: "file",
	problem: "it comes from a git repository that is a folder on one machine"
};
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
	const repository = hostedRepository(url);
	if (repository !== void 0) return {
		kind: "git",
		url: url.href,
		qualifiers: { vcs_url: repository }
	};
	return {
		kind: "archive",
		url: url.href,
		qualifiers: { download_url: url.href }
	};
}
const COMMIT_ARCHIVES = /* @__PURE__ */ new Map([
	["codeload.github.com", ["github.com", /^\/([^/]+\/[^/]+)\/tar\.gz\/([0-9a-f]{40,64})$/]],
	["gitlab.com", ["gitlab.com", /^\/(.+?)\/-\/archive\/([0-9a-f]{40,64})\/[^/]+$/]],
	["bitbucket.org", ["bitbucket.org", /^\/([^/]+\/[^/]+)\/get\/([0-9a-f]{40,64})\.tar\.gz$/]]
]);
function hostedRepository({ host, pathname }) {
	const [server, pattern] = COMMIT_ARCHIVES.get(host) ?? [];
	const [, repository, commit] = pattern?.exec(pathname) ?? [];
	return commit === void 0 ? void 0 : `git+https://${server}/${repository}@${commit}`;
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

export { wantedBy as a, linkTarget as c, npmEdges as i, nodeResolution as l, npmPurl as n, installName as o, parseIntegrity as r, isInstalledKey as s, readResolved as t, workspaceMatcher as u };