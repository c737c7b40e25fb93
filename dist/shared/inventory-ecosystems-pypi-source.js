import { r as grouped } from "./core.js";
import { o as buildPurl } from "./purl.js";
import { n as fromLockfileFolder } from "./inventory-paths.js";
import { n as scopesFrom } from "./inventory-reachability.js";
import { t as firstPartyPurl } from "./inventory-origin.js";
import { t as MANIFESTS } from "./inventory-ecosystems-pypi-manifests.js";

// packages/inventory/src/ecosystems/pypi/condition.ts
function allOf(...conditions) {
	const given = [...new Set(conditions.filter((each) => each !== void 0 && each !== ""))];
	if (given.length < 2) return given[0];
	return given.map((each) => /\bor\b/.test(each) ? `(${each})` : each).join(" and ");
}
function anyOf(conditions) {
	const given = /* @__PURE__ */ new Set();
	for (const each of conditions) {
		if (each === void 0 || each === "") return void 0;
		given.add(each);
	}
	const sorted = [...given].sort();
	if (sorted.length < 2) return sorted[0];
	return sorted.map((each) => /\band\b/.test(each) ? `(${each})` : each).join(" or ");
}
function extraCondition(extra) {
	return `extra == '${extra}'`;
}
function groupCondition(group) {
	return `'${group}' in dependency_groups`;
}

// packages/inventory/src/ecosystems/pypi/edges.ts
function resolveEdges(roots, needs) {
	const scopes = scopesFrom(roots, pairEdges(roots, needs));
	const isRoot = new Set(roots);
	const found = /* @__PURE__ */ new Map();
	for (const need of needs) {
		const { from, to, extra, group, requirement, condition } = need;
		if (from === to) continue;
		const kind = isRoot.size === 0 ? "runtime" : kindOf(need, scopes);
		if (kind === void 0) continue;
		const when = allOf(extra === void 0 || condition?.includes("extra") ? void 0 : extraCondition(extra), group === void 0 ? void 0 : groupCondition(group), condition);
		const key = JSON.stringify([
			from,
			to,
			kind
		]);
		const known = found.get(key);
		if (known !== void 0) known.conditions.push(when);
		else {
			const edge = {
				from,
				to,
				kind,
				...requirement ? { requirement } : {}
			};
			found.set(key, {
				...edge,
				conditions: [when]
			});
		}
	}
	return [...found].sort(([a], [b]) => a < b ? -1 : 1).map(([, { conditions, ...edge }]) => {
		const condition = anyOf(conditions);
		return condition === void 0 ? edge : {
			...edge,
			condition
		};
	});
}
function kindOf({ from, extra, group, chosenBy }, scopes) {
	if (group !== void 0) return "development";
	const scope = scopes.get(extra === void 0 ? from : pair(from, extra));
	if (extra !== void 0 && scope === void 0) return void 0;
	if (chosenBy !== void 0) return CHOSEN[chosenBy];
	return extra === void 0 || scope === scopes.get(from) ? "runtime" : scope;
}
const CHOSEN = {
	extra: "optional",
	group: "development"
};
function pairEdges(roots, needs) {
	const edges = [];
	const isRoot = new Set(roots);
	const extras = /* @__PURE__ */ new Set();
	for (const { from, to, extra, group, chosenBy, extras: asked } of needs) {
		const start = extra === void 0 ? from : pair(from, extra);
		const chosen = chosenBy === void 0 ? "runtime" : CHOSEN[chosenBy];
		const kind = group === void 0 ? chosen : "development";
		if (extra !== void 0 && !extras.has(start)) {
			extras.add(start);
			edges.push({
				from: start,
				to: from,
				kind: "runtime"
			});
			if (isRoot.has(from)) edges.push({
				from,
				to: start,
				kind: "optional"
			});
		}
		edges.push({
			from: start,
			to,
			kind
		});
		for (const each of asked) edges.push({
			from: start,
			to: pair(to, each),
			kind
		});
	}
	return edges;
}
function pair(key, extra) {
	return `${key}\0${extra}`;
}

// packages/inventory/src/ecosystems/pypi/integrity.ts
const ALGORITHMS = /* @__PURE__ */ new Map([
	["md5", ["MD5", 32]],
	["sha1", ["SHA-1", 40]],
	["sha224", ["SHA-224", 56]],
	["sha256", ["SHA-256", 64]],
	["sha384", ["SHA-384", 96]],
	["sha512", ["SHA-512", 128]],
	["sha3_256", ["SHA3-256", 64]],
	["sha3_384", ["SHA3-384", 96]],
	["sha3_512", ["SHA3-512", 128]],
	["blake2b", ["BLAKE2b-512", 128]]
]);
function parseHash(text) {
	const colon = text.indexOf(":");
	return colon < 0 ? void 0 : toHash(text.slice(0, colon), text.slice(colon + 1));
}
function toHash(algorithm, hex) {
	const [name, digits] = ALGORITHMS.get(algorithm.toLowerCase()) ?? [];
	if (name === void 0 || hex.length !== digits || !/^[0-9a-f]+$/i.test(hex)) return void 0;
	return {
		algorithm: name,
		value: hex.toLowerCase()
	};
}
function integrityProblems(entries) {
	const downloaded = entries.filter(({ source: { kind }, version }) => kind === "registry" && version !== void 0 || kind === "archive");
	const open = downloaded.filter(({ artifacts }) => artifacts.every(({ hashes }) => hashes.length === 0));
	const [first] = open;
	if (first === void 0) return [];
	return [{
		line: first.line,
		...first.path === void 0 ? {} : { path: first.path },
		kind: "no-integrity",
		reason: `${grouped(open.length)} of ${grouped(downloaded.length)} packages that are downloaded have no hash`,
		identity: ""
	}];
}

// packages/inventory/src/ecosystems/pypi/assemble.ts
function assemble({ path, origin }, lock) {
	const { format, entries, roots, problems } = lock;
	const idOf = (key) => `${path}#${key}`;
	const byKey = new Map(entries.map((entry) => [entry.key, entry]));
	const edges = resolveEdges(roots, lock.needs).filter(({ from, to }) => byKey.has(from) && byKey.has(to));
	const facts = {
		path,
		origin,
		isRoot: new Set(roots),
		scopes: scopesFrom(roots, edges),
		direct: lock.edgeCompleteness === "unknown" || roots.length === 0 ? void 0 : directOf(byKey, edges),
		installed: lock.installed,
		idOf
	};
	return {
		path,
		format,
		ecosystem: "pypi",
		roots: roots.map(idOf),
		components: [...byKey.values()].map((entry) => toComponent(entry, facts)).sort((a, b) => a.id < b.id ? -1 : 1),
		edges: edges.map((edge) => ({
			...edge,
			from: idOf(edge.from),
			to: idOf(edge.to)
		})),
		edgeCompleteness: lock.edgeCompleteness,
		covers: [.../* @__PURE__ */ new Set([...lock.covers, ...lockedFolders(path, lock)])].sort(),
		gaps: toGaps(path, [
			...problems,
			...sourceProblems(entries),
			...integrityProblems(entries)
		], idOf)
	};
}
function lockedFolders(path, { entries, edgeCompleteness }) {
	if (edgeCompleteness !== "complete") return [];
	return entries.flatMap(({ source }) => source.kind === "folder" ? source.path ?? [] : []).flatMap((folder) => MANIFESTS.flatMap((file) => fromLockfileFolder(path, `${folder}/${file}`) ?? []));
}
function directOf(entries, edges) {
	const own = edges.filter(({ from }) => entries.get(from)?.source.isOwn === true);
	return new Set(own.map(({ to }) => to));
}
function toComponent(entry, facts) {
	const { key, name, version, source, artifacts, line, statedScope } = entry;
	const folder = source.path === void 0 ? void 0 : fromLockfileFolder(facts.path, source.path);
	const firstParty = source.isOwn === true && folder !== void 0;
	const purl = firstParty ? firstPartyPurl(facts.origin, name, version, folder) : source.kind === "file" || source.kind === "folder" ? void 0 : buildPurl({
		type: "pypi",
		name,
		version,
		qualifiers: source.qualifiers
	});
	const computed = facts.scopes.get(key);
	const direct = facts.direct?.has(key) ?? entry.isDirect;
	const installPath = firstParty ? folder : facts.installed?.folderOf(entry);
	return {
		id: facts.idOf(key),
		name,
		...version === void 0 ? {} : { version },
		kind: facts.isRoot.has(key) && (folder === "" || facts.isRoot.size === 1) ? "application" : "library",
		ecosystem: "pypi",
		...purl === void 0 ? {} : { purl },
		firstParty,
		scope: computed ?? statedScope ?? "runtime",
		...direct === void 0 ? {} : { direct },
		artifacts: artifacts.length === 0 && source.url !== void 0 ? [{
			hashes: [],
			url: source.url
		}] : artifacts,
		location: {
			path: entry.path ?? facts.path,
			...line === void 0 ? {} : { startLine: line }
		},
		...installPath ? { installPath } : {},
		aliases: [],
		flags: disagrees(computed, statedScope) ? ["scopeMismatch"] : []
	};
}
function disagrees(computed, stated) {
	return computed !== void 0 && stated !== void 0 && computed !== stated;
}
function sourceProblems(entries) {
	return entries.flatMap(({ key, line, source: { problem } }) => problem === void 0 ? [] : [{
		key,
		line,
		reason: problem
	}]);
}
function toGaps(path, problems, idOf) {
	const gaps = problems.map(({ key, line, reason, kind, identity, advice, ...other }) => {
		const place = other.path ?? path;
		return {
			kind: kind ?? "entry",
			item: key ?? place,
			reason,
			location: {
				path: place,
				...line === void 0 ? {} : { startLine: line }
			},
			...key === void 0 ? {} : { componentId: idOf(key) },
			...identity === void 0 ? {} : { identity },
			...advice === void 0 ? {} : { advice }
		};
	});
	return [...new Map(gaps.map((gap) => [`${gap.item}\0${gap.reason}`, gap]))].sort(([a], [b]) => a < b ? -1 : 1).map(([, gap]) => gap);
}

// packages/inventory/src/ecosystems/pypi/source.ts
const PUBLIC_INDEXES = /* @__PURE__ */ new Set([
	"pypi.org",
	"pypi.python.org",
	"files.pythonhosted.org"
]);
function indexSource(index) {
	if (index === void 0 || index === "https://pypi.org/simple") return { kind: "registry" };
	const url = publicUrl(index);
	if (url === void 0 || url.protocol === "file:") return { kind: "file" };
	if (PUBLIC_INDEXES.has(url.host)) return { kind: "registry" };
	return {
		kind: "registry",
		qualifiers: { repository_url: url.href.replace(/\/$/, "") }
	};
}
function archiveSource(text) {
	const url = publicUrl(text);
	if (url === void 0) return {
		kind: "archive",
		problem: "its URL can't be read"
	};
	if (url.protocol === "file:") return {
		kind: "file",
		problem: OUTSIDE
	};
	return {
		kind: "archive",
		url: url.href,
		qualifiers: { download_url: url.href }
	};
}
const OUTSIDE = "it is a file outside the repository";
function fileSource(path) {
	return isAbsolute(path) ? {
		kind: "file",
		problem: OUTSIDE
	} : {
		kind: "file",
		path
	};
}
function folderSource(path, isOwn) {
	return isAbsolute(path) ? {
		kind: "folder",
		problem: "it is a folder outside the repository"
	} : {
		kind: "folder",
		path,
		isOwn
	};
}
function gitSource(repository, commit, subdirectory) {
	const url = publicUrl(withScheme(repository.replace(/^git\+/, "")));
	if (url === void 0) return {
		kind: "git",
		problem: "the URL of its repository can't be read"
	};
	if (url.protocol === "file:") return {
		kind: "file",
		problem: "its repository is a local folder"
	};
	const base = `git+${url.href}${commit === void 0 ? "" : `@${commit}`}`;
	const isFull = commit !== void 0 && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(commit);
	return {
		kind: "git",
		url: subdirectory === void 0 ? base : `${base}#subdirectory=${encodeURI(subdirectory)}`,
		qualifiers: { vcs_url: base },
		...isFull ? {} : { problem: "no full git commit is named" }
	};
}
function withScheme(repository) {
	const short = /^(?:([\w.-]+)@)?([\w.-]+\.\w+):(?!\/\/)(.+)$/.exec(repository);
	if (short !== null) return `ssh://${short[1] ?? "git"}@${short[2]}/${short[3]}`;
	return repository.replace(/^(ssh:\/\/(?:[^/:@]+@)?[^/:@]+):(?=[^/\d@][^/@]*\/)/, "$1/");
}
function publicUrl(text) {
	if (!URL.canParse(text) || /^[A-Za-z]:[\\/]/.test(text)) return void 0;
	const url = new URL(text);
	url.password = "";
	if (url.protocol !== "ssh:" || url.username !== "git") url.username = "";
	url.search = "";
	url.hash = "";
	return url;
}
function isAbsolute(path) {
	return /^(?:[/~\\]|[A-Za-z]:)/.test(path);
}

export { indexSource as a, parseHash as c, anyOf as d, gitSource as i, toHash as l, fileSource as n, publicUrl as o, folderSource as r, assemble as s, archiveSource as t, allOf as u };