import { Ct as isRecord, Q as UsageError, W as compareText, r as grouped } from "./core.js";
import { a as semverRange } from "./purl.js";
import { n as fromLockfileFolder } from "./inventory-paths.js";
import { n as withoutCredentials } from "./inventory-credentials.js";
import { n as scopesFrom } from "./inventory-reachability.js";
import { t as firstPartyPurl } from "./inventory-origin.js";
import { t as sortedEdges } from "./inventory-sorted-edges.js";
import { t as readEntry } from "./inventory-ecosystems-npm-package-lock-fields.js";
import { a as wantedBy, n as npmPurl, r as parseIntegrity, t as readResolved } from "./inventory-ecosystems-npm-source.js";
async function readProjectManifest({ readText: e }, t) {
	try {
		const n = await e(t);
		if (n === void 0) return void 0;
		const r = JSON.parse(n);
		if (!isRecord(r)) return "it is no JSON object";
		return {
			path: t,
			json: r,
			entry: readEntry("", void 0, r).entry
		};
	} catch (e) {
		if (e instanceof UsageError) return e.message;
		return "it is no JSON";
	}
}
async function linkedNode(e, { key: t, path: n, name: r, line: i }, a) {
	const o = n === void 0 ? void 0 : fromLockfileFolder(e.path, n);
	const s = {
		key: t,
		name: r,
		line: i,
		firstParty: false,
		artifacts: [],
		flags: []
	};
	if (o === void 0) {
		a.push({
			node: s,
			reason: "the folder lies outside the repository"
		});
		return s;
	}
	const c = e.compareManifests ? await readProjectManifest(e, `${o === "" ? "" : `${o}/`}package.json`) : void 0;
	const l = typeof c === "object" ? c.entry : void 0;
	return {
		...s,
		name: l?.name ?? r,
		version: l?.version,
		installPath: o
	};
}
function normalFolder(e, t) {
	const n = [];
	for (const r of `${e}/${t}`.split("/")) {
		if (r === "" || r === ".") continue;
		if (r === ".." && n.length > 0 && n.at(-1) !== "..") n.pop();
		else n.push(r);
	}
	return n.join("/");
}
function isAbsolutePath(e) {
	return /^(?:[/~\\]|[A-Za-z]:)/.test(e);
}
function lockGraph(e) {
	const { path: t, format: n, part: r = "", roots: i, nodes: a, edges: o, covers: s } = e;
	const c = uniqueIds(a, `${t}#${r}`);
	const l = (e) => c.get(e) ?? `${t}#${r}${e.key}`;
	const u = sortedEdges(o.filter(({ from: e, to: t }) => e !== t).map((e) => toEdge(e, l)));
	const d = scopesFrom(i.map(l), u);
	const f = aliasesOf(o);
	const p = new Set(o.filter(({ from: e }) => e.firstParty).map(({ to: e }) => e));
	const m = a.map((n) => {
		const r = d.get(l(n));
		const a = r !== void 0 && e.isOtherScope?.(n, r) === true;
		return {
			...toComponent(n, t, l),
			scope: r ?? "runtime",
			...i.length === 0 ? {} : { direct: p.has(n) },
			aliases: [...f.get(n) ?? []].sort(),
			flags: [...n.flags, ...a ? ["scopeMismatch"] : []]
		};
	});
	const h = [...e.problems, ...uncheckedProblem(a, e.integrityAdvice)];
	return {
		path: t,
		format: n,
		ecosystem: "npm",
		roots: i.map(l),
		components: m.sort((e, t) => compareText(e.id, t.id)),
		edges: u,
		edgeCompleteness: "complete",
		...e.orphanNote === void 0 ? {} : { orphanNote: e.orphanNote },
		covers: [...new Set(s)].sort(),
		gaps: lockGaps(t, h, l)
	};
}
function uniqueIds(e, t) {
	const n = new Map();
	const r = new Map();
	for (const i of e) {
		const e = withoutCredentials(i.key);
		const a = (r.get(e) ?? 0) + 1;
		r.set(e, a);
		n.set(i, `${t}${e}${a === 1 ? "" : `#${a}`}`);
	}
	return n;
}
function toEdge({ from: e, to: t, kind: n, name: r, range: i }, a) {
	return {
		from: a(e),
		to: a(t),
		kind: n,
		...i === void 0 || i === "" ? {} : { requirement: withoutCredentials(i) },
		...r === t.name ? {} : { alias: r },
		...t.condition === void 0 ? {} : { condition: t.condition }
	};
}
function toComponent(e, t, n) {
	const { name: r, version: i, line: a, purl: o, patches: s = [], installPath: c, firstParty: l, artifacts: u } = e;
	return {
		id: n(e),
		name: r,
		...i === void 0 ? {} : { version: i },
		kind: e.kind ?? "library",
		ecosystem: "npm",
		...o === void 0 ? {} : { purl: o },
		firstParty: l,
		artifacts: u,
		...s.length === 0 ? {} : { patches: s },
		location: {
			path: t,
			...a === void 0 ? {} : { startLine: a }
		},
		...c === void 0 || c === "" ? {} : { installPath: c }
	};
}
function aliasesOf(e) {
	const t = new Map();
	for (const { to: n, name: r } of e) {
		if (r === n.name) continue;
		t.set(n, (t.get(n) ?? new Set()).add(r));
	}
	return t;
}
function uncheckedProblem(e, t) {
	const n = e.filter(({ download: e }) => e !== void 0);
	const r = n.filter(({ download: e }) => e === "unchecked");
	if (r.length === 0) return [];
	return [{
		kind: "no-integrity",
		line: r[0]?.line,
		reason: `${grouped(r.length)} of ${grouped(n.length)} packages that are downloaded have no checksum`,
		identity: "",
		...t === void 0 ? {} : { advice: t }
	}];
}
function lockGaps(e, t, n) {
	const r = t.map((t) => {
		const { node: r, reason: i, kind: a = "entry", identity: o, advice: s } = t;
		const c = t.line ?? r?.line;
		return {
			kind: a,
			item: withoutCredentials(t.item ?? r?.key ?? "").slice(0, 200) || e,
			reason: withoutCredentials(i),
			...o === void 0 ? {} : { identity: withoutCredentials(o) },
			...s === void 0 ? {} : { advice: s },
			location: {
				path: e,
				...c === void 0 ? {} : { startLine: c }
			},
			...r === void 0 ? {} : { componentId: n(r) }
		};
	});
	return [...new Map(r.map((e) => [`${e.item}\0${e.reason}`, e]))].sort(([e], [t]) => compareText(e, t)).map(([, e]) => e);
}
async function readMembers(e, t, n = e.compareManifests) {
	const r = [];
	const i = [];
	for (const a of t) {
		const t = fromLockfileFolder(e.path, a.folder);
		const o = fromLockfileFolder(e.path, `${a.folder}/package.json`);
		const s = o === void 0 || !n ? void 0 : await readProjectManifest(e, o);
		const c = typeof s === "object" ? s : void 0;
		const l = memberNode(e, a, t, c);
		r.push({
			node: l,
			folder: a.folder,
			manifest: c
		});
		if (t === void 0) i.push({
			node: l,
			reason: "the folder lies outside the repository"
		});
		if (typeof s === "string") i.push({
			node: l,
			reason: `nobody can say whether it fits ${o}: ${s}`
		});
	}
	return {
		members: r,
		problems: i
	};
}
function memberNode({ path: e, origin: t }, n, r, i) {
	const a = n.folder === "";
	const o = i?.entry.name ?? n.name ?? (a ? void 0 : n.folder.split("/").at(-1)) ?? e.split("/").at(-2) ?? t?.repository.split("/").at(-1) ?? "project";
	const s = i?.entry.version ?? n.version;
	return {
		key: n.key,
		name: o,
		version: s,
		line: n.line,
		kind: a ? "application" : "library",
		firstParty: r !== void 0,
		...r === void 0 ? {} : {
			purl: firstPartyPurl(t, o, s, r),
			installPath: r
		},
		artifacts: [],
		flags: []
	};
}
function manifestsOf(e, t) {
	return t.flatMap(({ folder: t }) => fromLockfileFolder(e, `${t}/package.json`) ?? []);
}
function sourceParts({ name: e, version: t, resolved: n, integrity: r, isChecked: i = false }, a) {
	const o = readResolved(e, n);
	const { hashes: s, invalid: c } = parseIntegrity(r ?? "");
	const l = [
		o.problem,
		t === void 0 && o.kind === "registry" ? "the entry has no version" : void 0,
		c ? "a part of `integrity` is no known hash" : void 0
	].filter((e) => e !== void 0);
	const u = {
		hashes: s,
		...o.url === void 0 ? {} : { url: o.url }
	};
	const d = o.kind === "registry" || o.kind === "archive";
	const f = s.length > 0 || i;
	return {
		...o.kind === "file" ? {} : { purl: npmPurl(e, t, { qualifiers: qualifiersOf(e, o, n, a) }) },
		artifacts: s.length === 0 && o.url === void 0 ? [] : [u],
		...d ? { download: f ? "checked" : "unchecked" } : {},
		problems: l
	};
}
function qualifiersOf(e, t, n, r) {
	if (t.kind !== "registry" || n !== void 0) return t.qualifiers;
	const i = r?.of(e);
	return i === void 0 ? void 0 : { repository_url: i };
}
const MAX_NAMED = 5;
function staleProblem({ manifest: e, node: t }, n, r = {}) {
	if (e === void 0) return [];
	const i = [];
	const a = wantedBy(e.entry);
	for (const [t, { kind: o, range: s }] of a) {
		const a = n.get(t);
		const c = isPeerAlone(e.entry, t);
		if (a === void 0) {
			if (!c && r.mayLack?.(t, s, o) !== true) i.push(`${t} is not locked`);
		} else if (a.kind !== void 0 && a.kind !== o && !c) i.push(`${t} is locked as ${a.kind}`);
		else if (spelled(a.range) !== spelled(s) && r.isOverridden?.(t) !== true && !c && !fulfils(a.version, s)) i.push(`${t} is locked for ${a.range || "any version"}`);
	}
	for (const e of n.keys()) if (!a.has(e) && r.mayHave?.(e) !== true) i.push(`${e} is no longer asked for`);
	return staleOf(e.path, t, i);
}
function isPeerAlone(e, t) {
	const { dependencies: n, optionalDependencies: r, devDependencies: i } = e;
	return ![
		n,
		r,
		i
	].some((e) => e.has(t));
}
function staleOf(e, t, n) {
	if (n.length === 0) return [];
	const r = n.toSorted();
	const i = r.length - MAX_NAMED;
	return [{
		kind: "stale",
		node: t,
		reason: `${e} asks for other packages: ${r.slice(0, MAX_NAMED).join(", ")}${i > 0 ? ` and ${i} more` : ""}`,
		identity: r.join("\n")
	}];
}
function spelled(e) {
	return e.trim().replace(/\s+/g, " ");
}
function fulfils(e, t) {
	return e !== void 0 && (semverRange(t)?.(e) ?? false);
}
export { manifestsOf as a, isAbsolutePath as c, readProjectManifest as d, sourceParts as i, linkedNode as l, staleOf as n, readMembers as o, staleProblem as r, lockGraph as s, isPeerAlone as t, normalFolder as u };
