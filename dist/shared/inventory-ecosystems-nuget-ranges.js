import { Ct as isRecord, Q as UsageError } from "./core.js";
import { o as buildPurl } from "./purl.js";
import { n as fromLockfileFolder, t as folderOf } from "./inventory-paths.js";
import { t as firstPartyPurl } from "./inventory-origin.js";
import { t as assembleGraph } from "./inventory-assemble-graph.js";
import { n as staleProblems, r as unknownFit, t as manifestText } from "./inventory-assemble-stale.js";
import { t as scanJsonKeys } from "./inventory-json-keys.js";
import { n as readNuGetProject } from "./inventory-ecosystems-nuget-project2.js";
import { i as nearestAbove, r as baseName, t as normalizedRange } from "./inventory-ecosystems-nuget-versions.js";
function parseObject(e, t, n) {
	const r = n === void 0 ? {} : { hint: n };
	let i;
	try {
		i = JSON.parse(t);
	} catch {
		throw new UsageError(`${e} is no JSON`, r);
	}
	if (!isRecord(i)) throw new UsageError(`${e} is no JSON object`, r);
	return i;
}
function keyLines(e, t) {
	const n = new Map();
	const r = [];
	const i = [];
	scanJsonKeys(e, (e, a, o) => {
		if (a > t) return;
		i.length = Math.min(i.length, a - 1);
		while (i.length < a - 1) i.push("");
		i.push(e);
		const s = i.join("\0");
		if (n.has(s) && !i.includes("")) r.push({
			path: [...i],
			line: o
		});
		else n.set(s, o);
	});
	return {
		line: (...e) => n.get(e.join("\0")),
		twice: r
	};
}
function textOf(e) {
	return typeof e === "string" && e !== "" ? e : void 0;
}
function members(e, t) {
	if (!isRecord(e)) return [];
	return Object.entries(e).flatMap(([e, n]) => {
		if (isRecord(n)) return [[e, n]];
		t(e);
		return [];
	});
}
function nodeKey({ id: e, version: t, isProject: n }) {
	return n || t === void 0 ? e.toLowerCase() : `${e.toLowerCase()} ${t.toLowerCase()}`;
}
function nugetEdges(e, t, n) {
	const r = new Map(t.filter(({ framework: e }) => e === void 0).map((e) => [e.name, e]));
	const i = new Map([...r].map(([e, t]) => [e, dependantsOf(t)]));
	const a = new Map();
	const o = [];
	const s = (e, t) => {
		const n = JSON.stringify([
			e.from,
			e.to,
			e.kind
		]);
		const r = a.get(n);
		if (r === void 0) a.set(n, {
			edge: e,
			targets: new Set([t])
		});
		else r.targets.add(t);
	};
	for (const a of t) {
		const { name: t, entries: c } = a;
		const l = a.framework === void 0 ? void 0 : r.get(a.framework);
		const u = new Set();
		for (const e of [...c.values(), ...changedFrom(a, l, i)]) {
			const n = nodeKey(e);
			for (const [r, i] of e.dependencies) {
				const a = c.get(r) ?? l?.entries.get(r);
				u.add(r);
				if (a === void 0) o.push({
					entry: e,
					name: r,
					target: t
				});
				else s({
					from: n,
					to: nodeKey(a),
					kind: "runtime",
					requirement: i
				}, t);
			}
		}
		for (const [r, i] of c) {
			const { asked: a, isProject: o } = i;
			const c = nodeKey(i);
			if (a !== void 0) s({
				from: e,
				to: c,
				...a
			}, t);
			else if (o && (n(r) || l === void 0 && !u.has(r))) s({
				from: e,
				to: c,
				kind: "runtime"
			}, t);
		}
	}
	const c = [...r.keys()];
	return {
		edges: [...a.values()].map(({ edge: e, targets: t }) => {
			const n = conditionOf(t, c);
			return n === void 0 ? e : {
				...e,
				condition: n
			};
		}),
		missing: o
	};
}
function dependantsOf({ entries: e }) {
	const t = new Map();
	for (const n of e.values()) for (const e of n.dependencies.keys()) {
		const r = t.get(e);
		if (r === void 0) t.set(e, [n]);
		else r.push(n);
	}
	return t;
}
function changedFrom({ entries: e, framework: t = "" }, n, r) {
	if (n === void 0) return new Set();
	const i = [...e].filter(([e, t]) => {
		const r = n.entries.get(e);
		return r === void 0 || nodeKey(r) !== nodeKey(t);
	}).flatMap(([e]) => r.get(t)?.get(e) ?? []);
	return new Set(i.filter(({ id: t }) => !e.has(t.toLowerCase())));
}
function conditionOf(e, t) {
	if (t.every((t) => e.has(t))) return void 0;
	return [...e].filter((t) => {
		const n = t.indexOf("/");
		return n < 0 || !e.has(t.slice(0, n));
	}).sort().join(" or ");
}
async function readManifests(e, t) {
	const n = [];
	const r = async (t) => {
		if (t === void 0) return void 0;
		const { text: r, problems: i } = await manifestText(t, e);
		n.push(...i);
		if (r === void 0) return void 0;
		try {
			return readNuGetProject(t, r);
		} catch (e) {
			if (!(e instanceof UsageError)) throw e;
			n.push(unknownFit(t, e.message));
			return;
		}
	};
	const i = t === void 0 ? [] : [t];
	const a = async (n) => {
		const a = [];
		let o = t === void 0 ? folderOf(e.path) : folderOf(t);
		for (;;) {
			const t = nearestAbove(e, o, n);
			if (t === void 0) return a;
			i.push(t);
			const s = await r(t);
			if (s !== void 0) a.push(s);
			o = folderOf(t);
			if (o === "" || !s?.imports.some((e) => e.includes(n))) return a;
			o = folderOf(o);
		}
	};
	return {
		path: t,
		project: await r(t),
		central: await a("Directory.Packages.props"),
		shared: [...await a("Directory.Build.props"), ...await a("Directory.Build.targets")],
		paths: i,
		problems: n
	};
}
function asksForProject({ project: e }) {
	const t = new Set(e?.projects.map((e) => baseName(e).toLowerCase()));
	return (e) => t.has(e);
}
function globalIds({ central: e }) {
	return new Set(e.flatMap(({ globals: e }) => e.map(({ id: e }) => e.toLowerCase())));
}
function referenceProblems(e, t) {
	const { path: n, project: r, central: i, shared: a } = e;
	if (n === void 0 || r === void 0) return [];
	const o = [
		r,
		...i,
		...a
	];
	const s = new Set(o.flatMap((e) => [...e.changed]));
	const c = new Map(i.toReversed().flatMap((e) => e.versions.map((e) => [e.id.toLowerCase(), e])));
	const l = new Set(a.flatMap(({ packages: e }) => e.map(({ id: e }) => e.toLowerCase())));
	const u = [];
	for (const e of once(r.packages)) {
		const n = e.id.toLowerCase();
		if (!e.isSure || s.has(n) || l.has(n)) continue;
		const r = t.flatMap(({ entries: e }) => e.get(n) ?? []);
		const i = r.flatMap((e) => e.asked ?? []);
		const a = c.get(n);
		const o = e.version ?? (a?.isSure === true ? a.version : void 0);
		const d = o === void 0 ? void 0 : normalizedRange(o);
		if (i.length === 0) {
			if (!r.some(({ isProject: e }) => e)) u.push(`${e.id} is not locked`);
		} else if (d !== void 0) {
			const t = i.find(({ requirement: e }) => e !== void 0 && normalizedRange(e) !== d);
			if (t !== void 0) u.push(`${e.id} is locked for ${t.requirement}`);
		}
	}
	return staleProblems(n, u);
}
function once(e) {
	const t = new Map();
	for (const { id: n } of e) t.set(n.toLowerCase(), (t.get(n.toLowerCase()) ?? 0) + 1);
	return e.filter(({ id: e }) => t.get(e.toLowerCase()) === 1);
}
const ROOT = ".";
function nugetGraph(e, t) {
	const { targets: n, manifests: r } = t;
	const i = rootNode(e, t);
	const a = new Map();
	const o = new Map();
	const s = [...t.problems, ...r.problems];
	for (const { name: r, entries: i } of n) for (const n of i.values()) {
		const i = nodeKey(n);
		const { contentHash: c } = n;
		const l = a.get(i);
		a.set(i, l ?? toNode(e, n, t));
		if (n.version === void 0 && !n.isProject) s.push({
			item: n.id,
			line: n.line,
			reason: "it has no version"
		});
		if (c === void 0) continue;
		const u = o.get(i);
		o.set(i, u ?? c);
		if (u !== void 0 && u !== c) s.push({
			item: n.id,
			line: n.line,
			reason: `its content is another for ${r}`
		});
	}
	const { edges: c, missing: l } = nugetEdges(ROOT, n, asksForProject(r));
	for (const { entry: e, name: t } of l) s.push({
		node: a.get(nodeKey(e)),
		reason: `its dependency ${t} is not in the lockfile`
	});
	if (e.compareManifests) s.push(...referenceProblems(r, n));
	return assembleGraph({
		path: e.path,
		format: t.format,
		ecosystem: "nuget",
		roots: [i],
		nodes: [i, ...a.values()],
		edges: c,
		edgeCompleteness: "complete",
		problems: s,
		covers: t.covers
	});
}
function rootNode(e, { name: t, version: n, folder: r }) {
	return {
		key: ROOT,
		name: t,
		version: n,
		kind: "application",
		line: 1,
		firstParty: true,
		...r === void 0 ? {} : {
			purl: firstPartyPurl(e.origin, t, n, r),
			installPath: r
		}
	};
}
function toNode({ origin: e }, t, { projects: n, folder: r }) {
	const { id: i, version: a, line: o, contentHash: s } = t;
	const c = nodeKey(t);
	if (!t.isProject) return {
		key: c,
		name: i,
		version: a,
		line: o,
		firstParty: false,
		purl: buildPurl({
			type: "nuget",
			name: i,
			version: a
		}),
		download: s === void 0 ? "unchecked" : "checked"
	};
	const l = (t.projectPath === void 0 || r === void 0 ? void 0 : fromLockfileFolder(r === "" ? "-" : `${r}/-`, t.projectPath)) ?? n.named(i);
	if (l === void 0) return {
		key: c,
		name: i,
		version: a,
		line: o,
		firstParty: false
	};
	const u = baseName(l);
	const d = folderOf(l);
	return {
		key: c,
		name: u.toLowerCase() === i.toLowerCase() ? u : i,
		version: a,
		line: o,
		firstParty: true,
		purl: firstPartyPurl(e, u, a, d),
		installPath: d
	};
}
function ranges(e) {
	if (!isRecord(e)) return new Map();
	return new Map(Object.entries(e).map(([e, t]) => [e.toLowerCase(), typeof t === "string" ? t : ""]));
}
export { keyLines as a, textOf as c, readManifests as i, nugetGraph as n, members as o, globalIds as r, parseObject as s, ranges as t };
