import { W as compareText, r as grouped } from "./core.js";
import { n as withoutCredentials } from "./inventory-credentials.js";
import { n as scopesFrom } from "./inventory-reachability.js";
import { t as sortedEdges } from "./inventory-sorted-edges.js";
function assembleGraph(e) {
	const { path: t, format: n, ecosystem: r, roots: i, edgeCompleteness: a, covers: o } = e;
	const s = (e) => `${t}#${e}`;
	const c = new Map();
	const l = [];
	for (const t of e.nodes) {
		const e = c.get(t.key);
		if (e === void 0) c.set(t.key, t);
		else if (e !== t) l.push({
			item: t.key,
			line: t.line,
			reason: "it stands in the file twice"
		});
	}
	const u = sortedEdges(e.edges.filter(({ from: e, to: t }) => e !== t && c.has(e) && c.has(t)).map((e) => toEdge(e, s)));
	const d = {
		path: t,
		ecosystem: r,
		idOf: s,
		scopes: scopesFrom(i.map(({ key: e }) => s(e)), u),
		aliases: aliasesOf(u),
		direct: i.length === 0 || a === "unknown" ? void 0 : new Set(u.filter(({ from: e }) => c.get(e.slice(t.length + 1))?.firstParty === true).map(({ to: e }) => e))
	};
	const f = [...c.values()];
	return {
		path: t,
		format: n,
		ecosystem: r,
		roots: i.map(({ key: e }) => s(e)),
		components: f.map((e) => toComponent(e, d)).sort((e, t) => compareText(e.id, t.id)),
		edges: u,
		edgeCompleteness: a,
		covers: [...new Set(o)].sort(),
		gaps: toGaps(t, s, [
			...e.problems,
			...l,
			...uncheckedProblem(f, e.integrityAdvice)
		])
	};
}
function toEdge(e, t) {
	const { from: n, to: r, kind: i, requirement: a, alias: o, condition: s } = e;
	return {
		from: t(n),
		to: t(r),
		kind: i,
		...a ? { requirement: a } : {},
		...o === void 0 ? {} : { alias: o },
		...s === void 0 ? {} : { condition: s }
	};
}
function toComponent(e, t) {
	const { name: n, version: r, kind: i = "library", purl: a, firstParty: o, artifacts: s = [], flags: c = [] } = e;
	const l = t.idOf(e.key);
	const u = t.scopes.get(l);
	const d = u !== void 0 && e.statedScope !== void 0 && u !== e.statedScope;
	return {
		id: l,
		name: n,
		...r === void 0 ? {} : { version: r },
		kind: i,
		ecosystem: t.ecosystem,
		...a === void 0 ? {} : { purl: a },
		firstParty: o,
		scope: u ?? e.statedScope ?? "runtime",
		...t.direct === void 0 ? {} : { direct: t.direct.has(l) },
		artifacts: s,
		...e.declaredLicense === void 0 ? {} : { declaredLicense: e.declaredLicense },
		location: {
			path: t.path,
			...e.line === void 0 ? {} : { startLine: e.line }
		},
		...e.installPath ? { installPath: e.installPath } : {},
		aliases: [...t.aliases.get(l) ?? []].sort(),
		flags: d ? [...c, "scopeMismatch"] : c
	};
}
function aliasesOf(e) {
	const t = new Map();
	for (const { to: n, alias: r } of e) if (r !== void 0) t.set(n, (t.get(n) ?? new Set()).add(r));
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
		advice: t
	}];
}
const MAX_ITEM = 200;
function toGaps(e, t, n) {
	const r = n.map((n) => {
		const { node: r, reason: i, kind: a = "entry", identity: o, advice: s } = n;
		const c = n.line ?? r?.line;
		return {
			kind: a,
			item: withoutCredentials(n.item ?? r?.key ?? e).slice(0, MAX_ITEM) || e,
			reason: i,
			...o === void 0 ? {} : { identity: o },
			...s === void 0 ? {} : { advice: s },
			location: {
				path: e,
				...c === void 0 ? {} : { startLine: c }
			},
			...r === void 0 ? {} : { componentId: t(r.key) }
		};
	});
	return [...new Map(r.map((e) => [`${e.item}\0${e.reason}`, e]))].sort(([e], [t]) => compareText(e, t)).map(([, e]) => e);
}
export { assembleGraph as t };
