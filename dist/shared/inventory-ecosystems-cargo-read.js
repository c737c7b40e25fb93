import "./rolldown-runtime.js";
import { P as matchesWildcard, Q as UsageError, i as plural, r as grouped } from "./core.js";
import { n as scopesFrom } from "./inventory-reachability.js";
import { t as sortedEdges } from "./inventory-sorted-edges.js";
import { i as cargoRange, o as buildPurl } from "./purl.js";
import { t as firstPartyPurl } from "./inventory-origin.js";
import { r as isBelow, t as folderOf } from "./inventory-paths.js";
import { a as textOf, i as tablesOf, n as tableLines, o as textsOf, r as tableOf, t as parseToml } from "./inventory-toml.js";
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
	const lock = parseToml(path, text, HINT);
	const version = lock["version"];
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
	const listed = tablesOf(lock["package"]);
	const headers = tableLines(text, "package");
	const lines = headers.length === listed.length ? headers : [];
	const root = lock["root"] === void 0 ? [] : [tableOf(lock["root"])];
	const checksums = tableOf(lock["metadata"]);
	const entries = /* @__PURE__ */ new Map();
	for (const [index, table] of [...root, ...listed].entries()) {
		const line = lines[index - root.length];
		const entry = table === void 0 ? void 0 : readEntry(table, line, checksums, problems);
		if (entry === void 0) {
			const key = `package ${index - root.length + 1}`;
			problems.push({
				key,
				line,
				reason: "the entry has no name and version that Cargo allows"
			});
		} else if (entries.has(entry.key)) problems.push({
			key: entry.key,
			line,
			reason: "the entry stands in the lockfile more than once; the first one was read"
		});
		else entries.set(entry.key, entry);
	}
	if (entries.size === 0 && problems.length === 0) problems.push({ reason: "it has no entries" });
	return {
		entries: [...entries.values()],
		problems
	};
}
const NAME = /^[\p{XID_Continue}-]{1,256}$/u;
const VERSION = /^\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?$/;
function readEntry(table, line, checksums, problems) {
	const [name, version] = [textOf(table["name"]), textOf(table["version"])];
	if (name === void 0 || !NAME.test(name)) return void 0;
	if (version === void 0 || !VERSION.test(version)) return void 0;
	const sourceText = textOf(table["source"]);
	const source = readSource(sourceText);
	const key = `${name} ${version}${source.kind === "registry" && source.qualifiers === void 0 ? "" : ` (${shown$1(source)})`}`;
	const problem = (reason) => problems.push({
		key,
		line,
		reason
	});
	if (source.problem !== void 0) problem(source.problem);
	const stated = textOf(table["checksum"]) ?? textOf(checksums[`checksum ${name} ${version} (${sourceText})`]);
	const isHash = stated !== void 0 && /^[0-9a-f]{64}$/i.test(stated);
	if (stated !== void 0 && !isHash && stated !== "<none>") problem("its checksum is no SHA-256");
	const list = table["dependencies"] ?? [];
	const dependencies = Array.isArray(list) ? list.filter((each) => typeof each === "string") : [];
	if (!Array.isArray(list) || dependencies.length < list.length) problem("its dependencies are no list of texts");
	return {
		key,
		name,
		version,
		line,
		source,
		sourceText: sourceText === void 0 ? void 0 : withoutCommit(sourceText),
		checksum: isHash ? stated.toLowerCase() : void 0,
		dependencies,
		replace: textOf(table["replace"])
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
	const byName = /* @__PURE__ */ new Map();
	for (const entry of entries) {
		const known = byName.get(entry.name);
		if (known === void 0) byName.set(entry.name, [entry]);
		else known.push(entry);
	}
	const problems = [];
	const find = (from, text) => {
		const found = candidates(byName, text);
		if (found.length === 1) return found[0];
		const reason = found.length === 0 ? `its dependency ${shown(text)} is not in the lockfile` : `its dependency ${shown(text)} may be each of ${found.length} entries`;
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
function candidates(byName, text) {
	const [, name = "", version, source] = /^(\S+)(?: (\S+)(?: \((.*)\))?)?$/s.exec(text) ?? [];
	const named = byName.get(name) ?? [];
	if (version === void 0 && named.length === 1) return named;
	const wanted = source === void 0 ? void 0 : withoutCommit(source);
	const found = named.filter((each) => (version === void 0 || each.version === version) && (wanted === void 0 || each.sourceText === wanted));
	const local = found.filter(({ sourceText }) => sourceText === void 0);
	return found.length > 1 && local.length === 1 ? local : found;
}
function shown(dependency) {
	return JSON.stringify(dependency.replace(/ \(.*/s, "").slice(0, 100)).slice(1, -1);
}

// packages/inventory/src/ecosystems/cargo/workspace.ts
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
	const excluded = textsOf(workspace["exclude"]).map((each) => placeOf(rootPath, each));
	const isExcluded = (folder) => excluded.some((each) => each !== null && (each === folder || isBelow(folder, each)));
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
		const manifest = folder === base ? root : await read(manifestIn(folder), root);
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
function manifestIn(folder) {
	return folder === "" ? "Cargo.toml" : `${folder}/Cargo.toml`;
}
function manifestReader({ readText }, problems) {
	return async (path, workspace) => {
		try {
			const text = await readText(path);
			return text === void 0 ? void 0 : parseManifest(path, text, workspace);
		} catch (error) {
			if (!(error instanceof UsageError)) throw error;
			problems.push({ reason: `nobody can say whether it fits ${path}: ${error.message}` });
			return;
		}
	};
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
	const stale = compareManifests ? [...staleProblems(drawn.needed, owned.manifests), ...owned.problems] : [];
	const found = [
		...lock.problems,
		...problems,
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
	if (root === void 0) return {
		manifests: /* @__PURE__ */ new Map(),
		problems: [],
		isRoot: ({ source }) => source.kind === "local"
	};
	const manifests = /* @__PURE__ */ new Map();
	const problems = [];
	const open = /* @__PURE__ */ new Set([...members, ...others]);
	const take = (entry, manifest) => {
		if (manifest === void 0 || manifests.has(entry.key)) return;
		manifests.set(entry.key, manifest);
		open.delete(manifest);
	};
	const named = (entry) => [...open].filter(({ name }) => name === entry.name);
	for (const each of local) take(each, named(each).find(({ version }) => version === each.version));
	for (const each of local) take(each, named(each)[0]);
	for (const { key, version, line } of local) {
		const manifest = manifests.get(key);
		if (manifest === void 0) problems.push({
			key,
			line,
			reason: "it lies in a folder, and no manifest that is here is its own"
		});
		else if (manifest.version !== void 0 && manifest.version !== version) {
			const reason = `${manifest.path} has the version ${manifest.version.slice(0, 50)}`;
			problems.push({
				key,
				line,
				kind: "stale",
				reason
			});
		}
	}
	const isMember = new Set(members);
	for (const { path, name } of open) if (name !== void 0 && members.some((member) => member.path === path)) problems.push({
		kind: "stale",
		reason: `${path} is a member, and ${name} is not locked`
	});
	return {
		manifests,
		problems,
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
function staleProblems(needed, manifests) {
	return [...needed].flatMap(([key, { differences }]) => {
		if (differences.length === 0) return [];
		const sorted = differences.toSorted();
		const more = sorted.length > MAX_NAMED ? ` and ${plural(sorted.length - MAX_NAMED, "more difference")}` : "";
		const named = sorted.slice(0, MAX_NAMED).join(", ").slice(0, 1e3);
		return [{
			key,
			kind: "stale",
			reason: `${manifests.get(key)?.path} asks for other packages: ${named}${more}`,
			identity: sorted.join("\n")
		}];
	});
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