import "./rolldown-runtime.js";
import { P as matchesWildcard, Q as UsageError, i as plural, r as grouped } from "./core.js";
import { n as scopesFrom } from "./inventory-reachability.js";
import { t as sortedEdges } from "./inventory-sorted-edges.js";
import { i as cargoRange, o as buildPurl } from "./purl.js";
import { t as firstPartyPurl } from "./inventory-origin.js";
import { r as isBelow, t as folderOf } from "./inventory-paths.js";
import { a as textsOf, i as textOf, n as tableOf } from "./inventory-toml.js";
import { t as parseTableList } from "./inventory-toml-list.js";
import { i as placeOf, n as defaultDependencies, r as parseManifest } from "./inventory-ecosystems-cargo-manifest2.js";
import { n as vendoredFolders } from "./inventory-ecosystems-cargo-vendored2.js";

// packages/inventory/src/ecosystems/cargo/component.ts
function toComponent(entry, facts) {
	const { key, name, version, line } = entry;
	const { path } = facts.input;
	const manifest = facts.manifests.get(key);
	const firstParty = facts.firstParty.has(key);
	const purl = purlOf(entry, facts, firstParty);
	const installPath = manifest?.folder ?? facts.vendored(entry);
	const isApplication = firstParty && (manifest?.folder === folderOf(path) || facts.firstParty.size === 1);
	return {
		id: `${path}#${key}`,
		name,
		version,
		kind: isApplication ? "application" : "library",
		ecosystem: "cargo",
		...purl === void 0 ? {} : { purl },
		firstParty,
		scope: facts.scopes.get(key) ?? "runtime",
		direct: facts.direct.has(key),
		artifacts: artifactsOf(entry),
		...firstParty && manifest?.license !== void 0 ? { declaredLicense: manifest.license } : {},
		location: {
			path,
			...line === void 0 ? {} : { startLine: line }
		},
		...installPath ? { installPath } : {},
		aliases: facts.aliases.get(key) ?? [],
		flags: []
	};
}
function purlOf({ key, name, version, source }, facts, isOwn) {
	const folder = facts.manifests.get(key)?.folder ?? "";
	if (isOwn) return firstPartyPurl(facts.input.origin, name, version, folder);
	if (source.kind === "local" || source.kind === "unknown") return void 0;
	return buildPurl({
		type: "cargo",
		name,
		version,
		qualifiers: source.qualifiers
	});
}
function artifactsOf({ checksum, source: { url } }) {
	if (checksum === void 0 && url === void 0) return [];
	return [{
		hashes: checksum === void 0 ? [] : [{
			algorithm: "SHA-256",
			value: checksum
		}],
		...url === void 0 ? {} : { url }
	}];
}

// packages/inventory/src/ecosystems/cargo/source.ts
const CRATES_IO = /* @__PURE__ */ new Set(["registry+https://github.com/rust-lang/crates.io-index", "sparse+https://index.crates.io/"]);
function readSource(text) {
	if (text === void 0) return { kind: "local" };
	if (CRATES_IO.has(text)) return { kind: "registry" };
	const [, scheme, rest = ""] = /^(registry|sparse|git)\+(.*)$/s.exec(text) ?? [];
	if (scheme === void 0) return {
		kind: "unknown",
		problem: "its source is of a kind that is not known"
	};
	const url = publicUrl(rest);
	if (url === void 0) return {
		kind: "unknown",
		problem: "the URL of its source can't be read"
	};
	if (url.protocol === "file:") return {
		kind: "unknown",
		problem: "its source is a folder outside the repository"
	};
	if (scheme === "git") return gitSource(url, rest);
	return {
		kind: "registry",
		qualifiers: { repository_url: `${scheme === "sparse" ? "sparse+" : ""}${url.href}` }
	};
}
function gitSource(url, text) {
	const commit = text.slice(text.indexOf("#") + 1);
	const isFull = text.includes("#") && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(commit);
	const href = `git+${url.href}${isFull ? `@${commit}` : ""}`;
	return {
		kind: "git",
		url: href,
		qualifiers: { vcs_url: href },
		...isFull ? {} : { problem: "its source names no full git commit" }
	};
}
function publicUrl(text) {
	if (!URL.canParse(text)) return void 0;
	const url = new URL(text);
	url.password = "";
	if (url.protocol !== "ssh:" || url.username !== "git") url.username = "";
	url.search = "";
	url.hash = "";
	return url;
}
function withoutCommit(source) {
	const hash = source.indexOf("#");
	return hash < 0 ? source : source.slice(0, hash);
}

// packages/inventory/src/ecosystems/cargo/lockfile.ts
const HINT = "Write it again with `cargo generate-lockfile` and commit it.";
function parseLock(path, text) {
	const { rest, taken } = parseTableList(path, text, "package", readEntry, HINT);
	const version = rest["version"];
	if (version !== void 0 && ![
		1,
		2,
		3,
		4
	].includes(version)) {
		const found = JSON.stringify(version)?.slice(0, 50) ?? typeof version;
		throw new UsageError(`${path} has version ${found}; 1 to 4 are known`, { hint: HINT });
	}
	const problems = [];
	const root = rest["root"];
	const own = root === void 0 ? [] : [readEntry({
		table: tableOf(root),
		line: void 0
	})];
	const checksums = tableOf(rest["metadata"]);
	const entries = /* @__PURE__ */ new Map();
	for (const [index, { entry, line, reasons }] of [...own, ...taken].entries()) {
		const key = entry?.key ?? `package ${index - own.length + 1}`;
		problems.push(...reasons.map((reason) => ({
			key,
			line,
			reason
		})));
		if (entry === void 0) continue;
		if (entries.has(key)) problems.push({
			key,
			line,
			reason: "the entry stands in the lockfile more than once; the first one was read"
		});
		else entries.set(key, entry.checksum === void 0 ? withOldChecksum(entry, checksums) : entry);
	}
	if (entries.size === 0 && problems.length === 0) problems.push({ reason: "it has no entries" });
	return {
		entries: [...entries.values()],
		problems
	};
}
function withOldChecksum(entry, checksums) {
	const { name, version, sourceText } = entry;
	const stated = textOf(checksums[`checksum ${name} ${version} (${sourceText})`]);
	return stated === void 0 || !SHA_256.test(stated) ? entry : {
		...entry,
		checksum: stated.toLowerCase()
	};
}
const SHA_256 = /^[0-9a-f]{64}$/i;
const NAME = /^[\p{XID_Continue}-]{1,256}$/u;
const VERSION = /^\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?$/;
function readEntry({ table = {}, line }) {
	const [name, version] = [textOf(table["name"]), textOf(table["version"])];
	if (name === void 0 || !NAME.test(name) || version === void 0 || !VERSION.test(version)) return {
		entry: void 0,
		line,
		reasons: ["the entry has no name and version that Cargo allows"]
	};
	const sourceText = textOf(table["source"]);
	const source = readSource(sourceText);
	const isPlain = source.kind === "registry" && source.qualifiers === void 0;
	const reasons = source.problem === void 0 ? [] : [source.problem];
	const stated = textOf(table["checksum"]);
	const isHash = stated !== void 0 && SHA_256.test(stated);
	if (stated !== void 0 && !isHash) reasons.push("its checksum is no SHA-256");
	const list = table["dependencies"] ?? [];
	const dependencies = Array.isArray(list) ? list.filter((each) => typeof each === "string") : [];
	if (!Array.isArray(list) || dependencies.length < list.length) reasons.push("its dependencies are no list of texts");
	return {
		entry: {
			key: `${name} ${version}${isPlain ? "" : ` (${shown$1(source)})`}`,
			name,
			version,
			line,
			source,
			sourceText: sourceText === void 0 ? void 0 : withoutCommit(sourceText),
			checksum: isHash ? stated.toLowerCase() : void 0,
			dependencies,
			replace: textOf(table["replace"])
		},
		line,
		reasons
	};
}
function shown$1({ kind, qualifiers }) {
	return qualifiers?.["vcs_url"] ?? qualifiers?.["repository_url"] ?? kind;
}

// packages/inventory/src/ecosystems/cargo/needed-by.ts
function neededBy(manifest, targets, isMember) {
	const asked = manifest.dependencies.filter(({ kind, name }) => (isMember || kind !== "development") && name !== manifest.name);
	const on = defaultDependencies(manifest);
	const byName = /* @__PURE__ */ new Map();
	for (const each of asked) {
		const known = byName.get(spelled(each.name));
		if (known === void 0) byName.set(spelled(each.name), [each]);
		else known.push(each);
	}
	const edges = [];
	const differences = [];
	const met = /* @__PURE__ */ new Set();
	for (const target of targets) {
		const named = byName.get(spelled(target.name)) ?? [];
		const fitting = named.filter((each) => fits(each, target, named));
		for (const each of fitting) met.add(each);
		if (named.length === 0) {
			differences.push(`${target.name} is no longer asked for`);
			edges.push({
				to: target.key,
				kind: "runtime"
			});
		} else if (fitting.length === 0) {
			differences.push(`${target.name} is locked as ${target.version}`);
			for (const each of named) {
				met.add(each);
				edges.push(edgeOf(each, target, on));
			}
		} else edges.push(...fitting.map((each) => edgeOf(each, target, on)));
	}
	for (const each of asked) if (!met.has(each) && (isMember || !each.isOptional)) differences.push(`${each.name}${requirementOf(each)} is not locked`);
	return {
		edges: withoutNarrower(edges),
		differences
	};
}
function spelled(name) {
	return name.replaceAll("_", "-");
}
function requirementOf({ requirement }) {
	return requirement === void 0 ? "" : ` ${requirement.slice(0, 100)}`;
}
function fits({ path, requirement }, { source, version }, named) {
	if (path !== void 0) return source.kind === "local";
	if (source.kind === "local" && named.some((each) => each.path !== void 0)) return false;
	return admits(requirement, version);
}
function admits(requirement, version) {
	const [plain = ""] = version.split("+");
	if (requirement === void 0 || plain.includes("-") || requirement.includes("-")) return true;
	return cargoRange(requirement)?.(plain) ?? true;
}
function edgeOf(asked, target, on) {
	const { key, kind, isOptional, condition, requirement } = asked;
	const isOff = isOptional && kind === "runtime" && !on.has(key);
	return {
		to: target.key,
		kind: isOff ? "optional" : kind,
		...requirement === void 0 ? {} : { requirement },
		...key === target.name ? {} : { alias: key },
		...condition === void 0 ? {} : { condition }
	};
}
function withoutNarrower(edges) {
	const always = new Set(edges.filter(({ condition }) => condition === void 0).map(({ to, kind }) => `${kind} ${to}`));
	return edges.filter(({ to, kind, condition }) => condition === void 0 || !always.has(`${kind} ${to}`));
}

// packages/inventory/src/ecosystems/cargo/resolve.ts
function resolveDependencies(entries) {
	const named = namedEntries(entries);
	const problems = [];
	const find = (from, text) => {
		const { first, count, local, locals } = named.get(withoutRevision(text)) ?? NOBODY;
		if (count === 1) return first;
		if (locals === 1) return local;
		const reason = count === 0 ? `its dependency ${shown(text)} is not in the lockfile` : `its dependency ${shown(text)} may be each of ${count} entries`;
		problems.push({
			key: from.key,
			line: from.line,
			reason
		});
	};
	const standIns = /* @__PURE__ */ new Map();
	for (const entry of entries) {
		const other = entry.replace === void 0 ? void 0 : find(entry, entry.replace);
		if (other !== void 0 && other !== entry) standIns.set(entry.key, other);
	}
	const needs = [];
	for (const from of entries) {
		if (standIns.has(from.key)) continue;
		for (const text of from.dependencies) {
			const found = find(from, text);
			const to = found === void 0 ? void 0 : standIns.get(found.key) ?? found;
			if (to !== void 0 && !standIns.has(to.key) && to !== from) needs.push({
				from,
				to
			});
		}
	}
	return {
		needs,
		replaced: new Set(standIns.keys()),
		problems
	};
}
const NOBODY = {
	count: 0,
	locals: 0
};
function namedEntries(entries) {
	const named = /* @__PURE__ */ new Map();
	for (const entry of entries) {
		const { name, version, sourceText } = entry;
		const isLocal = sourceText === void 0;
		const texts = [name, `${name} ${version}`];
		if (!isLocal) texts.push(`${name} ${version} (${sourceText})`);
		for (const text of texts) {
			const { first = entry, count, local, locals } = named.get(text) ?? NOBODY;
			named.set(text, {
				first,
				count: count + 1,
				local: isLocal ? entry : local,
				locals: locals + Number(isLocal)
			});
		}
	}
	return named;
}
function withoutRevision(dependency) {
	return dependency.endsWith(")") && dependency.includes("#") ? `${withoutCommit(dependency)})` : dependency;
}
function shown(dependency) {
	return JSON.stringify(dependency.replace(/ \(.*/s, "").slice(0, 100)).slice(1, -1);
}

// packages/inventory/src/ecosystems/cargo/workspace.ts
const MAX_PATTERNS = 1e3;
async function readWorkspace(input) {
	const problems = [];
	const base = folderOf(input.path);
	const rootPath = manifestIn(base);
	const read = manifestReader(input, problems);
	const root = await read(rootPath);
	if (root === void 0) {
		if (problems.length === 0) problems.push({
			kind: "stale",
			reason: "no Cargo.toml lies beside it"
		});
		return {
			root,
			members: [],
			others: [],
			problems
		};
	}
	const workspace = tableOf(root.table["workspace"]);
	const isWorkspace = root.table["workspace"] !== void 0;
	const excluded = new Set(textsOf(workspace["exclude"]).map((each) => placeOf(rootPath, each)));
	const isExcluded = (folder) => isAtOrBelow(folder, excluded);
	const named = namedMembers(input, textsOf(workspace["members"]), rootPath, isExcluded, problems);
	const members = /* @__PURE__ */ new Map();
	const others = /* @__PURE__ */ new Map();
	const pending = [...root.name === void 0 ? [] : [base], ...named.keys()].map((folder) => ({
		folder,
		isMember: true
	}));
	for (const each of patchFolders(root)) pending.push({
		folder: each,
		isMember: false
	});
	for (const { folder, isMember } of pending) {
		if (members.has(folder) || others.has(folder) && !isMember) continue;
		const shared = isMember ? root : await workspaceAbove(folder, read);
		const manifest = folder === base ? root : await read(manifestIn(folder), shared);
		if (manifest === void 0) {
			if (named.get(folder) === "literal") problems.push({
				kind: "stale",
				reason: `its member ${folder} has no Cargo.toml`
			});
			continue;
		}
		others.delete(folder);
		(isMember ? members : others).set(folder, manifest);
		for (const { path } of manifest.dependencies) {
			if (typeof path !== "string" || members.has(path)) continue;
			const isInside = isWorkspace && isMember && isBelow(path, base) && !isExcluded(path);
			pending.push({
				folder: path,
				isMember: isInside
			});
		}
	}
	return {
		root,
		members: [...members.values()],
		others: [...others.values()],
		problems
	};
}
function isAtOrBelow(start, folders) {
	for (let folder = start; folder !== ""; folder = folderOf(folder)) if (folders.has(folder)) return true;
	return folders.has("");
}
function manifestIn(folder) {
	return folder === "" ? "Cargo.toml" : `${folder}/Cargo.toml`;
}
function manifestReader({ everyPath, readText }, problems) {
	const present = new Set(everyPath);
	const known = /* @__PURE__ */ new Map();
	return async (path, workspace) => {
		const key = `${path}\0${workspace?.path ?? ""}`;
		if (known.has(key)) return known.get(key);
		let manifest;
		try {
			const text = present.has(path) ? await readText(path) : void 0;
			if (text !== void 0) manifest = parseManifest(path, text, workspace);
		} catch (error) {
			if (!(error instanceof UsageError)) throw error;
			problems.push({ reason: `nobody can say whether it fits ${path}: ${error.message}` });
		}
		known.set(key, manifest);
		return manifest;
	};
}
async function workspaceAbove(start, read) {
	const own = await read(manifestIn(start));
	const named = textOf(tableOf(own?.table["package"])["workspace"]);
	const place = own === void 0 || named === void 0 ? null : placeOf(own.path, named);
	if (place !== null) return read(manifestIn(place));
	for (let folder = start;; folder = folderOf(folder)) {
		const manifest = await read(manifestIn(folder));
		if (manifest?.table["workspace"] !== void 0) return manifest;
		if (folder === "") return void 0;
	}
}
function namedMembers({ everyPath }, patterns, rootPath, isExcluded, problems) {
	const found = /* @__PURE__ */ new Map();
	const globs = [];
	for (const pattern of patterns) {
		const place = placeOf(rootPath, pattern);
		if (place === null) problems.push({ reason: "a member lies outside the repository" });
		else if (/[?[\]]/.test(place)) problems.push({ reason: `the pattern ${JSON.stringify(pattern.slice(0, 100))} of its members is not understood` });
		else if (place.includes("*")) globs.push(place.split("/"));
		else found.set(place, "literal");
	}
	if (globs.length === 0) return found;
	if (globs.length > MAX_PATTERNS) {
		problems.push({ reason: `${globs.length} patterns of members; at most ${MAX_PATTERNS} are read` });
		return found;
	}
	for (const path of everyPath) {
		if (!path.endsWith("/Cargo.toml")) continue;
		const folder = folderOf(path);
		const parts = folder.split("/");
		if (!found.has(folder) && !isExcluded(folder) && globs.some((glob) => matches(glob, parts))) found.set(folder, "pattern");
	}
	return found;
}
function matches(glob, parts) {
	let at = 0;
	let star = -1;
	let resume = 0;
	for (let part = 0; part < parts.length;) {
		const expected = glob[at];
		if (expected === "**") {
			star = at++;
			resume = part;
		} else if (expected !== void 0 && matchesWildcard(expected, parts[part] ?? "")) {
			at++;
			part++;
		} else if (star >= 0) {
			at = star + 1;
			part = ++resume;
		} else return false;
	}
	return glob.slice(at).every((rest) => rest === "**");
}
function patchFolders({ table, path }) {
	return [...Object.values(tableOf(table["patch"])), table["replace"]].flatMap((source) => Object.values(tableOf(source)).flatMap((each) => {
		const folder = textOf(tableOf(each)["path"]);
		const place = folder === void 0 ? null : placeOf(path, folder);
		return place === null ? [] : [place];
	}));
}

// packages/inventory/src/ecosystems/cargo/read.ts
const MAX_NAMED = 5;
async function readCargoLock(input) {
	const { path, text, compareManifests } = input;
	const lock = parseLock(path, text);
	const { needs, replaced, problems } = resolveDependencies(lock.entries);
	const entries = lock.entries.filter(({ key }) => !replaced.has(key));
	const workspace = await readWorkspace(input);
	const owned = pairUp(entries, workspace);
	const drawn = drawEdges(needs, owned.manifests, new Set(workspace.members));
	const roots = entries.filter((entry) => owned.isRoot(entry));
	const scopes = scopesFrom(roots.map(({ key }) => key), drawn.edges);
	const firstParty = new Set(roots.map(({ key }) => key));
	const facts = {
		input,
		scopes,
		firstParty,
		direct: new Set(drawn.edges.filter(({ from }) => firstParty.has(from)).map(({ to }) => to)),
		manifests: owned.manifests,
		aliases: aliasesOf(drawn.edges),
		vendored: await vendoredFolders(input, entries)
	};
	const idOf = (key) => `${path}#${key}`;
	const stale = compareManifests ? staleProblems(drawn.needed, owned) : [];
	const found = [
		...lock.problems,
		...problems,
		...owned.problems,
		...integrityProblems(entries)
	];
	const kept = workspace.problems.filter(({ kind }) => compareManifests || kind !== "stale");
	return [{
		path,
		format: "cargo-lock",
		ecosystem: "cargo",
		roots: roots.map(({ key }) => idOf(key)),
		components: entries.map((entry) => toComponent(entry, facts)).sort((a, b) => a.id < b.id ? -1 : 1),
		edges: sortedEdges(drawn.edges.map((edge) => ({
			...edge,
			from: idOf(edge.from),
			to: idOf(edge.to)
		}))),
		edgeCompleteness: "complete",
		covers: [
			...workspace.members,
			...workspace.others,
			workspace.root
		].flatMap((manifest) => manifest?.path ?? []).sort(),
		gaps: toGaps(path, [
			...found,
			...kept,
			...stale
		])
	}];
}
function pairUp(entries, workspace) {
	const { root, members, others } = workspace;
	const local = entries.filter(({ source }) => source.kind === "local");
	if (root === void 0) {
		const isRoot = ({ source }) => source.kind === "local";
		return {
			manifests: /* @__PURE__ */ new Map(),
			problems: [],
			differences: [],
			isRoot
		};
	}
	const manifests = /* @__PURE__ */ new Map();
	const problems = [];
	const open = /* @__PURE__ */ new Set([...members, ...others]);
	const take = (entry, manifest) => {
		if (manifest === void 0 || manifests.has(entry.key)) return;
		manifests.set(entry.key, manifest);
		open.delete(manifest);
	};
	const byName = /* @__PURE__ */ new Map();
	for (const each of open) byName.set(each.name, [...byName.get(each.name) ?? [], each]);
	const named = (entry) => byName.get(entry.name)?.filter((each) => open.has(each));
	for (const each of local) take(each, named(each)?.find(({ version }) => version === each.version));
	for (const each of local) take(each, named(each)?.[0]);
	const differences = [];
	const lost = [];
	for (const entry of local) {
		const manifest = manifests.get(entry.key);
		if (manifest === void 0) lost.push(entry);
		else if (manifest.version !== void 0 && manifest.version !== entry.version) {
			const version = manifest.version.slice(0, 50);
			differences.push(`${manifest.path} has the version ${version} and not ${entry.version}`);
		}
	}
	const [first] = lost;
	if (first !== void 0) {
		const reason = `no manifest that is here is that of ${listed(lost.map(({ key }) => key))}`;
		problems.push({
			line: first.line,
			reason,
			identity: lost.map(({ key }) => key).join("\n")
		});
	}
	const isMember = new Set(members);
	for (const each of open) if (each.name !== void 0 && isMember.has(each)) differences.push(`${each.path} is a member, and ${each.name} is not locked`);
	return {
		manifests,
		problems,
		differences,
		isRoot: ({ key }) => {
			const manifest = manifests.get(key);
			return manifest !== void 0 && isMember.has(manifest);
		}
	};
}
function drawEdges(needs, manifests, members) {
	const edges = [];
	const targets = new Map([...manifests.keys()].map((key) => [key, []]));
	for (const { from, to } of needs) {
		const known = targets.get(from.key);
		if (known === void 0) edges.push({
			from: from.key,
			to: to.key,
			kind: "runtime"
		});
		else known.push(to);
	}
	const needed = /* @__PURE__ */ new Map();
	for (const [key, manifest] of manifests) {
		const found = neededBy(manifest, targets.get(key) ?? [], members.has(manifest));
		needed.set(key, found);
		edges.push(...found.edges.map((edge) => ({
			from: key,
			...edge
		})));
	}
	return {
		edges,
		needed
	};
}
function staleProblems(needed, owned) {
	const found = [...[...needed].flatMap(([key, { differences }]) => differences.length === 0 ? [] : [`${owned.manifests.get(key)?.path} asks for other packages: ${listed(differences)}`]), ...owned.differences];
	if (found.length === 0) return [];
	const identity = found.toSorted().join("\n");
	return [{
		kind: "stale",
		reason: listed(found, "; "),
		identity
	}];
}
function listed(texts, separator = ", ") {
	const sorted = texts.toSorted();
	const more = sorted.length - MAX_NAMED;
	return `${sorted.slice(0, MAX_NAMED).join(separator).slice(0, 1e3)}${more > 0 ? ` and ${plural(more, "more difference")}` : ""}`;
}
function integrityProblems(entries) {
	const downloaded = entries.filter(({ source }) => source.kind === "registry");
	const open = downloaded.filter(({ checksum }) => checksum === void 0);
	const [first] = open;
	if (first === void 0) return [];
	const reason = `${grouped(open.length)} of ${grouped(downloaded.length)} crates of registries have no checksum`;
	return [{
		line: first.line,
		kind: "no-integrity",
		reason,
		identity: ""
	}];
}
function aliasesOf(edges) {
	const aliases = /* @__PURE__ */ new Map();
	for (const { to, alias } of edges) {
		if (alias === void 0) continue;
		const known = aliases.get(to) ?? /* @__PURE__ */ new Set();
		aliases.set(to, known.add(alias));
	}
	return new Map([...aliases].map(([key, names]) => [key, [...names].sort()]));
}
function toGaps(path, problems) {
	const gaps = problems.map(({ key, line, reason, kind = "entry", identity }) => ({
		kind,
		item: key ?? path,
		reason,
		location: {
			path,
			...line === void 0 ? {} : { startLine: line }
		},
		...key === void 0 ? {} : { componentId: `${path}#${key}` },
		...identity === void 0 ? {} : { identity }
	}));
	return [...new Map(gaps.map((gap) => [`${gap.item}\0${gap.reason}`, gap]))].sort(([a], [b]) => a < b ? -1 : 1).map(([, gap]) => gap);
}

export { readCargoLock };