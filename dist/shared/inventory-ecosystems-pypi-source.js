import { r as grouped } from "./core.js";
import { o as buildPurl } from "./purl.js";
import { n as fromLockfileFolder } from "./inventory-paths.js";
import { n as scopesFrom } from "./inventory-reachability.js";
import { t as firstPartyPurl } from "./inventory-origin.js";
import { t as MANIFESTS } from "./inventory-ecosystems-pypi-manifests.js";
function allOf(...e) {
	const t = [...new Set(e.filter((e) => e !== void 0 && e !== ""))];
	if (t.length < 2) return t[0];
	return t.map((e) => /\bor\b/.test(e) ? `(${e})` : e).join(" and ");
}
function anyOf(e) {
	const t = new Set();
	for (const n of e) {
		if (n === void 0 || n === "") return void 0;
		t.add(n);
	}
	const n = [...t].sort();
	if (n.length < 2) return n[0];
	return n.map((e) => /\band\b/.test(e) ? `(${e})` : e).join(" or ");
}
function extraCondition(e) {
	return `extra == '${e}'`;
}
function groupCondition(e) {
	return `'${e}' in dependency_groups`;
}
function resolveEdges(e, t) {
	const n = scopesFrom(e, pairEdges(e, t));
	const r = new Set(e);
	const i = new Map();
	for (const e of t) {
		const { from: t, to: a, extra: o, group: s, requirement: c, condition: l } = e;
		if (t === a) continue;
		const u = r.size === 0 ? "runtime" : kindOf(e, n);
		if (u === void 0) continue;
		const d = allOf(o === void 0 || l?.includes("extra") ? void 0 : extraCondition(o), s === void 0 ? void 0 : groupCondition(s), l);
		const f = JSON.stringify([
			t,
			a,
			u
		]);
		const p = i.get(f);
		if (p !== void 0) p.conditions.push(d);
		else {
			const e = {
				from: t,
				to: a,
				kind: u,
				...c ? { requirement: c } : {}
			};
			i.set(f, {
				...e,
				conditions: [d]
			});
		}
	}
	return [...i].sort(([e], [t]) => e < t ? -1 : 1).map(([, { conditions: e, ...t }]) => {
		const n = anyOf(e);
		return n === void 0 ? t : {
			...t,
			condition: n
		};
	});
}
function kindOf({ from: e, extra: t, group: n, chosenBy: r }, i) {
	if (n !== void 0) return "development";
	const a = i.get(t === void 0 ? e : pair(e, t));
	if (t !== void 0 && a === void 0) return void 0;
	if (r !== void 0) return CHOSEN[r];
	return t === void 0 || a === i.get(e) ? "runtime" : a;
}
const CHOSEN = {
	extra: "optional",
	group: "development"
};
function pairEdges(e, t) {
	const n = [];
	const r = new Set(e);
	const i = new Set();
	for (const { from: e, to: a, extra: o, group: s, chosenBy: c, extras: l } of t) {
		const t = o === void 0 ? e : pair(e, o);
		const u = c === void 0 ? "runtime" : CHOSEN[c];
		const d = s === void 0 ? u : "development";
		if (o !== void 0 && !i.has(t)) {
			i.add(t);
			n.push({
				from: t,
				to: e,
				kind: "runtime"
			});
			if (r.has(e)) n.push({
				from: e,
				to: t,
				kind: "optional"
			});
		}
		n.push({
			from: t,
			to: a,
			kind: d
		});
		for (const e of l) n.push({
			from: t,
			to: pair(a, e),
			kind: d
		});
	}
	return n;
}
function pair(e, t) {
	return `${e}\0${t}`;
}
const ALGORITHMS = new Map([
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
function parseHash(e) {
	const t = e.indexOf(":");
	return t < 0 ? void 0 : toHash(e.slice(0, t), e.slice(t + 1));
}
function toHash(e, t) {
	const [n, r] = ALGORITHMS.get(e.toLowerCase()) ?? [];
	if (n === void 0 || t.length !== r || !/^[0-9a-f]+$/i.test(t)) return void 0;
	return {
		algorithm: n,
		value: t.toLowerCase()
	};
}
function integrityProblems(e) {
	const t = e.filter(({ source: { kind: e }, version: t }) => e === "registry" && t !== void 0 || e === "archive");
	const n = t.filter(({ artifacts: e }) => e.every(({ hashes: e }) => e.length === 0));
	const [r] = n;
	if (r === void 0) return [];
	return [{
		line: r.line,
		...r.path === void 0 ? {} : { path: r.path },
		kind: "no-integrity",
		reason: `${grouped(n.length)} of ${grouped(t.length)} packages that are downloaded have no hash`,
		identity: ""
	}];
}
function assemble({ path: e, origin: t }, n) {
	const { format: r, entries: i, roots: a, problems: o } = n;
	const s = (t) => `${e}#${t}`;
	const c = new Map(i.map((e) => [e.key, e]));
	const l = resolveEdges(a, n.needs).filter(({ from: e, to: t }) => c.has(e) && c.has(t));
	const u = {
		path: e,
		origin: t,
		isRoot: new Set(a),
		scopes: scopesFrom(a, l),
		direct: n.edgeCompleteness === "unknown" || a.length === 0 ? void 0 : directOf(c, l),
		installed: n.installed,
		idOf: s
	};
	return {
		path: e,
		format: r,
		ecosystem: "pypi",
		roots: a.map(s),
		components: [...c.values()].map((e) => toComponent(e, u)).sort((e, t) => e.id < t.id ? -1 : 1),
		edges: l.map((e) => ({
			...e,
			from: s(e.from),
			to: s(e.to)
		})),
		edgeCompleteness: n.edgeCompleteness,
		covers: [...new Set([...n.covers, ...lockedFolders(e, n)])].sort(),
		gaps: toGaps(e, [
			...o,
			...sourceProblems(i),
			...integrityProblems(i)
		], s)
	};
}
function lockedFolders(e, { entries: t, edgeCompleteness: n }) {
	if (n !== "complete") return [];
	return t.flatMap(({ source: e }) => e.kind === "folder" ? e.path ?? [] : []).flatMap((t) => MANIFESTS.flatMap((n) => fromLockfileFolder(e, `${t}/${n}`) ?? []));
}
function directOf(e, t) {
	const n = t.filter(({ from: t }) => e.get(t)?.source.isOwn === true);
	return new Set(n.map(({ to: e }) => e));
}
function toComponent(e, t) {
	const { key: n, name: r, version: i, source: a, artifacts: o, line: s, statedScope: c } = e;
	const l = a.path === void 0 ? void 0 : fromLockfileFolder(t.path, a.path);
	const u = a.isOwn === true && l !== void 0;
	const d = u ? firstPartyPurl(t.origin, r, i, l) : a.kind === "file" || a.kind === "folder" ? void 0 : buildPurl({
		type: "pypi",
		name: r,
		version: i,
		qualifiers: a.qualifiers
	});
	const f = t.scopes.get(n);
	const p = t.direct?.has(n) ?? e.isDirect;
	const m = u ? l : t.installed?.folderOf(e);
	return {
		id: t.idOf(n),
		name: r,
		...i === void 0 ? {} : { version: i },
		kind: t.isRoot.has(n) && (l === "" || t.isRoot.size === 1) ? "application" : "library",
		ecosystem: "pypi",
		...d === void 0 ? {} : { purl: d },
		firstParty: u,
		scope: f ?? c ?? "runtime",
		...p === void 0 ? {} : { direct: p },
		artifacts: o.length === 0 && a.url !== void 0 ? [{
			hashes: [],
			url: a.url
		}] : o,
		location: {
			path: e.path ?? t.path,
			...s === void 0 ? {} : { startLine: s }
		},
		...m ? { installPath: m } : {},
		aliases: [],
		flags: disagrees(f, c) ? ["scopeMismatch"] : []
	};
}
function disagrees(e, t) {
	return e !== void 0 && t !== void 0 && e !== t;
}
function sourceProblems(e) {
	return e.flatMap(({ key: e, line: t, source: { problem: n } }) => n === void 0 ? [] : [{
		key: e,
		line: t,
		reason: n
	}]);
}
function toGaps(e, t, n) {
	const r = t.map(({ key: t, line: r, reason: i, kind: a, identity: o, advice: s, ...c }) => {
		const l = c.path ?? e;
		return {
			kind: a ?? "entry",
			item: t ?? l,
			reason: i,
			location: {
				path: l,
				...r === void 0 ? {} : { startLine: r }
			},
			...t === void 0 ? {} : { componentId: n(t) },
			...o === void 0 ? {} : { identity: o },
			...s === void 0 ? {} : { advice: s }
		};
	});
	return [...new Map(r.map((e) => [`${e.item}\0${e.reason}`, e]))].sort(([e], [t]) => e < t ? -1 : 1).map(([, e]) => e);
}
const PUBLIC_INDEXES = new Set([
	"pypi.org",
	"pypi.python.org",
	"files.pythonhosted.org"
]);
function indexSource(e) {
	if (e === void 0 || e === "https://pypi.org/simple") return { kind: "registry" };
	const t = publicUrl(e);
	if (t === void 0 || t.protocol === "file:") return { kind: "file" };
	if (PUBLIC_INDEXES.has(t.host)) return { kind: "registry" };
	return {
		kind: "registry",
		qualifiers: { repository_url: t.href.replace(/\/$/, "") }
	};
}
function archiveSource(e) {
	const t = publicUrl(e);
	if (t === void 0) return {
		kind: "archive",
		problem: "its URL can't be read"
	};
	if (t.protocol === "file:") return {
		kind: "file",
		problem: OUTSIDE
	};
	return {
		kind: "archive",
		url: t.href,
		qualifiers: { download_url: t.href }
	};
}
const OUTSIDE = "it is a file outside the repository";
function fileSource(e) {
	return isAbsolute(e) ? {
		kind: "file",
		problem: OUTSIDE
	} : {
		kind: "file",
		path: e
	};
}
function folderSource(e, t) {
	return isAbsolute(e) ? {
		kind: "folder",
		problem: "it is a folder outside the repository"
	} : {
		kind: "folder",
		path: e,
		isOwn: t
	};
}
function gitSource(e, t, n) {
	const r = publicUrl(withScheme(e.replace(/^git\+/, "")));
	if (r === void 0) return {
		kind: "git",
		problem: "the URL of its repository can't be read"
	};
	if (r.protocol === "file:") return {
		kind: "file",
		problem: "its repository is a local folder"
	};
	const i = `git+${r.href}${t === void 0 ? "" : `@${t}`}`;
	const a = t !== void 0 && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(t);
	return {
		kind: "git",
		url: n === void 0 ? i : `${i}#subdirectory=${encodeURI(n)}`,
		qualifiers: { vcs_url: i },
		...a ? {} : { problem: "no full git commit is named" }
	};
}
function withScheme(e) {
	const t = /^(?:([\w.-]+)@)?([\w.-]+\.\w+):(?!\/\/)(.+)$/.exec(e);
	if (t !== null) return `ssh://${t[1] ?? "git"}@${t[2]}/${t[3]}`;
	return e.replace(/^(ssh:\/\/(?:[^/:@]+@)?[^/:@]+):(?=[^/\d@][^/@]*\/)/, "$1/");
}
function publicUrl(e) {
	if (!URL.canParse(e) || /^[A-Za-z]:[\\/]/.test(e)) return void 0;
	const t = new URL(e);
	t.password = "";
	if (t.protocol !== "ssh:" || t.username !== "git") t.username = "";
	t.search = "";
	t.hash = "";
	return t;
}
function isAbsolute(e) {
	return /^(?:[/~\\]|[A-Za-z]:)/.test(e);
}
export { indexSource as a, parseHash as c, anyOf as d, gitSource as i, toHash as l, fileSource as n, publicUrl as o, folderSource as r, assemble as s, archiveSource as t, allOf as u };
