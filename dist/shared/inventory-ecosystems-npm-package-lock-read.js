import "./rolldown-runtime.js";
import { Ct as isRecord, Q as UsageError, r as grouped } from "./core.js";
import { n as fromLockfileFolder } from "./inventory-paths.js";
import { n as scopesFrom } from "./inventory-reachability.js";
import { t as sortedEdges } from "./inventory-sorted-edges.js";
import { a as wantedBy, c as linkTarget, i as npmEdges, l as nodeResolution, n as npmPurl, o as installName, r as parseIntegrity, s as isInstalledKey, t as readResolved, u as workspaceMatcher } from "./inventory-ecosystems-npm-source.js";
import { t as firstPartyPurl } from "./inventory-origin.js";
import { t as readEntry } from "./inventory-ecosystems-npm-package-lock-fields.js";
import { a as semverRange } from "./purl.js";
import { n as withoutCredentials } from "./inventory-credentials.js";
import { n as readPackages } from "./inventory-ecosystems-npm-package-lock-version-3.js";
const COMPONENT_FLAGS = [
	["inBundle", "bundled"],
	["deprecated", "deprecated"],
	["extraneous", "extraneous"],
	["hasInstallScript", "hasInstallScript"],
	["peer", "peer"]
];
function npmComponents(e) {
	const t = namesByTarget(e);
	const n = new Set(e.edges.filter(({ from: t }) => e.own.has(t.key)).map(({ to: e }) => e.key));
	const r = [];
	const i = [];
	for (const a of e.lockfile.entries.values()) {
		if (a.flags.has("link")) {
			if (!e.lockfile.entries.has(linkTarget(a))) r.push({
				key: a.key,
				line: a.line,
				reason: "the link leads to no entry"
			});
			continue;
		}
		const { component: o, reasons: s } = toComponent(e, a, [...t.get(a.key) ?? []].sort(), n.has(a.key));
		i.push(o);
		const { key: c, line: l } = a;
		r.push(...s.map((e) => ({
			key: c,
			line: l,
			reason: e
		})));
	}
	return {
		components: i,
		problems: r
	};
}
function toComponent({ input: e, lockfile: t, own: n, scopes: r, idOf: i }, a, o, s) {
	const c = i(a.key);
	const l = a.key === "";
	const u = fromLockfileFolder(e.path, a.key);
	const d = n.has(a.key) && u !== void 0;
	const f = nameOf(a, o, t, e);
	const p = a.version ?? (l ? t.version : void 0);
	const m = d ? LOCAL : sourceOf(a, f);
	const { hashes: h, invalid: g } = parseIntegrity(a.integrity ?? "");
	const _ = r.get(c);
	const v = [
		u === void 0 ? "the folder lies outside the repository" : void 0,
		p !== void 0 || m.kind !== "registry" ? void 0 : "the entry has no version",
		m.problem,
		g ? "a part of `integrity` is no known hash" : void 0
	].filter((e) => e !== void 0);
	const y = d ? firstPartyPurl(e.origin, f, p, u) : u === void 0 || m.kind === "file" ? void 0 : npmPurl(f, p, m);
	return {
		component: {
			id: c,
			name: f,
			...p === void 0 ? {} : { version: p },
			kind: l ? "application" : "library",
			ecosystem: "npm",
			...y === void 0 ? {} : { purl: y },
			firstParty: d,
			scope: _ ?? flaggedScope(a),
			direct: s,
			artifacts: h.length === 0 && m.url === void 0 ? [] : [{
				hashes: h,
				...m.url === void 0 ? {} : { url: m.url }
			}],
			...a.license === void 0 ? {} : { declaredLicense: a.license },
			location: {
				path: e.path,
				...a.line === void 0 ? {} : { startLine: a.line }
			},
			...u === void 0 || u === "" ? {} : { installPath: u },
			aliases: o.filter((e) => e !== f),
			flags: [...COMPONENT_FLAGS.filter(([e]) => a.flags.has(e)).map(([, e]) => e), ...disagrees(a, _) ? ["scopeMismatch"] : []]
		},
		reasons: v
	};
}
const LOCAL = { kind: "file" };
function sourceOf(e, t) {
	return !isInstalledKey(e.key) && e.resolved === void 0 ? LOCAL : readResolved(t, e.resolved);
}
function nameOf(e, t, n, { path: r, origin: i }) {
	const a = e.name ?? installName(e.key);
	if (a !== void 0) return a;
	if (e.key !== "") return t[0] ?? e.key.slice(e.key.lastIndexOf("/") + 1);
	const o = r.split("/").at(-2);
	return n.name ?? o ?? i?.repository.split("/").at(-1) ?? "project";
}
function disagrees(e, t) {
	if (t === void 0 || !isInstalledKey(e.key) || e.flags.has("extraneous")) return false;
	return flaggedScope(e) !== t;
}
function flaggedScope({ flags: e }) {
	if (e.has("dev")) return "development";
	return e.has("optional") || e.has("devOptional") ? "optional" : "runtime";
}
function namesByTarget({ lockfile: e }) {
	const t = new Map();
	for (const n of e.entries.values()) {
		const e = installName(n.key);
		if (e === void 0) continue;
		const r = n.flags.has("link") ? linkTarget(n) : n.key;
		t.set(r, (t.get(r) ?? new Set()).add(e));
	}
	return t;
}
function npmGaps(e, t, n, r) {
	const i = [...t.map(({ key: t, line: n, reason: i, kind: a, identity: o, advice: s }) => ({
		...gap(e, t, n, i, r),
		kind: a ?? "entry",
		...o === void 0 ? {} : { identity: o },
		...s === void 0 ? {} : { advice: s }
	})), ...n.map(({ from: t, name: n, kind: i }) => {
		const a = `its ${i === "peer" ? "peer dependency" : "dependency"} ${n} is not in the lockfile`;
		return {
			...gap(e, t.key, t.line, a, r),
			kind: i === "peer" ? "missing-peer" : "entry"
		};
	})];
	return [...new Map(i.map((e) => [`${e.item}\0${e.reason}`, e]))].sort(([e], [t]) => e < t ? -1 : 1).map(([, e]) => e);
}
function gap(e, t, n, r, i) {
	return {
		item: t === "" ? e : t,
		reason: r,
		kind: "entry",
		location: {
			path: e,
			...n === void 0 ? {} : { startLine: n }
		},
		componentId: i(t)
	};
}
function integrityProblems({ entries: e }, t) {
	const n = [...e.values()].filter((e) => isDownloaded(e, t));
	const r = n.filter(({ integrity: e }) => e === void 0);
	const [i] = r;
	if (i === void 0) return [];
	return [{
		key: "",
		line: i.line,
		kind: "no-integrity",
		reason: `${grouped(r.length)} of ${grouped(n.length)} packages that are downloaded have no \`integrity\``,
		identity: "",
		advice: "Remove `node_modules` and the lockfile and run `npm install`: npm adds none to entries that stand there already. Look at the versions that change with it."
	}];
}
function isDownloaded({ key: e, flags: t, resolved: n = "https:" }, r) {
	if (r.has(e) || t.has("link") || t.has("inBundle")) return false;
	return (isInstalledKey(e) || n !== "https:") && /^https?:/.test(n);
}
async function readManifests(e, { entries: t }) {
	const n = new Map();
	const r = [];
	for (const { key: i, line: a, flags: o } of t.values()) {
		const t = fromLockfileFolder(e.path, i === "" ? "package.json" : `${i}/package.json`);
		if (isInstalledKey(i) || o.has("link") || t === void 0) continue;
		const s = await readManifest(e, t);
		if (typeof s === "string") {
			const e = `nobody can say whether it fits ${t}: ${s}`;
			r.push({
				key: i,
				line: a,
				reason: e
			});
		} else if (s !== void 0) n.set(i, {
			path: t,
			entry: readEntry(i, void 0, s).entry
		});
	}
	return {
		manifests: n,
		problems: r
	};
}
async function readManifest({ readText: e }, t) {
	try {
		const n = await e(t);
		if (n === void 0) return void 0;
		const r = JSON.parse(n);
		return isRecord(r) ? r : "it is no JSON object";
	} catch (e) {
		if (e instanceof UsageError) return e.message;
		return "it is no JSON";
	}
}
function ownKeys({ entries: e }, t) {
	const n = workspaceMatcher(t);
	const r = new Set([""]);
	for (const { key: t, flags: i, resolved: a, integrity: o } of e.values()) {
		if (isInstalledKey(t) || i.has("link")) continue;
		if (!(a !== void 0 || o !== void 0) && n(t) === "member") r.add(t);
	}
	return r;
}
const MAX_NAMED = 5;
function staleProblems({ entries: e, nested: t }, n, r) {
	const i = nodeResolution(e);
	const a = [];
	for (const [o, s] of n) {
		const n = e.get(o);
		if (n === void 0) continue;
		const c = t && o === "" ? r.filter(isOfProject).map(({ name: e }) => `${e} is not locked`) : compare(s, wantedBy(n), o, i);
		if (c.length === 0) continue;
		const l = c.slice(0, MAX_NAMED).join(", ");
		const u = c.length - MAX_NAMED;
		a.push({
			key: o,
			line: n.line,
			kind: "stale",
			reason: `${s.path} asks for other packages: ${l}${u > 0 ? ` and ${u} more` : ""}`,
			identity: c.join("\n")
		});
	}
	return a;
}
function isOfProject({ from: e, kind: t }) {
	return e.key === "" && t !== "peer";
}
function compare({ entry: e }, t, n, r) {
	const i = wantedBy(e);
	const a = [];
	for (const [e, { kind: o, range: s }] of i) {
		const i = t.get(e);
		if (i === void 0) a.push(`${e} is not locked`);
		else if (i.kind !== o) a.push(`${e} is locked as ${i.kind}`);
		else if (spelled(i.range) !== spelled(s) && !fulfils(r(n, e)?.version, s)) a.push(`${e} is locked for ${withoutCredentials(i.range) || "any version"}`);
	}
	for (const e of t.keys()) if (!i.has(e)) a.push(`${e} is no longer asked for`);
	return a.sort();
}
function spelled(e) {
	const t = e.trim().replace(/\s+/g, " ");
	return t.startsWith("file:") ? t.replace(/^file:(?:\.\/)+/, "file:").replace(/\/+$/, "") : t;
}
function fulfils(e, t) {
	return e !== void 0 && (semverRange(t)?.(e) ?? false);
}
async function readPackageLock(e) {
	const t = await readLockfile(e);
	const { manifests: n, problems: r } = await manifestsOf(e, t);
	const { workspaces: i } = n.get("")?.entry ?? t.entries.get("");
	const a = ownKeys(t, i);
	const { edges: o, unmet: s } = npmEdges(t, i);
	const c = new Map([...t.entries.keys()].map((t) => [t, `${e.path}#${t}`]));
	const l = (t) => c.get(t) ?? `${e.path}#${t}`;
	const u = sortedEdges(o.map((e) => toEdge(e, l)));
	const d = {
		input: e,
		lockfile: t,
		own: a,
		edges: o,
		scopes: scopesFrom([l("")], u),
		idOf: l
	};
	const { components: f, problems: p } = npmComponents(d);
	const m = [
		...t.problems,
		...r,
		...staleProblems(t, n, s),
		...integrityProblems(t, a),
		...p
	];
	return [{
		path: e.path,
		format: "package-lock",
		ecosystem: "npm",
		roots: [l("")],
		components: [...f].sort(byId),
		edges: u,
		edgeCompleteness: "complete",
		covers: coveredManifests(e.path, t),
		gaps: npmGaps(e.path, m, t.nested && n.has("") ? s.filter((e) => !isOfProject(e)) : s, l)
	}];
}
function toEdge({ from: e, to: t, kind: n, name: r, range: i }, a) {
	const o = t.name ?? installName(t.key);
	return {
		from: a(e.key),
		to: a(t.key),
		kind: n,
		...i === "" ? {} : { requirement: i },
		...o === void 0 || o === r ? {} : { alias: r }
	};
}
async function manifestsOf(e, t) {
	return e.compareManifests ? readManifests(e, t) : {
		manifests: new Map(),
		problems: []
	};
}
function coveredManifests(e, { entries: t }) {
	return [...t.keys()].filter((e) => !isInstalledKey(e)).map((t) => fromLockfileFolder(e, `${t}/package.json`)).filter((e) => e !== void 0).sort();
}
async function readLockfile(e) {
	const t = parseJson(e);
	const n = t["lockfileVersion"] ?? 1;
	if (n === 1 || n === 2 && t["packages"] === void 0) {
		const { readNestedDependencies: n } = await import("./inventory-ecosystems-npm-package-lock-version-1.js");
		return n(t, e);
	}
	if (n === 2 || n === 3) return readPackages(t, e.text);
	throw new UsageError(`${e.path} has lockfileVersion ${JSON.stringify(n).slice(0, 50)}; 1, 2 and 3 are known`, { hint: "Write it again with `npm install --package-lock-only --lockfile-version 3`." });
}
function parseJson({ path: e, text: t }) {
	let n;
	try {
		n = JSON.parse(t);
	} catch {
		throw new UsageError(`${e} is no JSON`, { hint: "Write it again with `npm install --package-lock-only`." });
	}
	if (!isRecord(n)) throw new UsageError(`${e} is no JSON object`);
	return n;
}
function byId(e, t) {
	return e.id < t.id ? -1 : 1;
}
export { readPackageLock };
