import "./rolldown-runtime.js";
import { Ct as isRecord, Q as UsageError } from "./core.js";
import { a as semverRange } from "./purl.js";
import { n as fromLockfileFolder } from "./inventory-paths.js";
import { a as manifestsOf, c as isAbsolutePath, i as sourceParts, l as linkedNode, n as staleOf, o as readMembers, r as staleProblem, s as lockGraph, u as normalFolder } from "./inventory-ecosystems-npm-lock-graph-stale.js";
import { a as wantedBy } from "./inventory-ecosystems-npm-source.js";
import { i as splitAtVersion, r as isPackageName, t as readEntry } from "./inventory-ecosystems-npm-package-lock-fields.js";
import { t as scanJsonKeys } from "./inventory-json-keys.js";
import { t as platformCondition } from "./inventory-ecosystems-npm-lock-graph-platform.js";
const QUOTE = 34;
const BACKSLASH = 92;
const SLASH = 47;
const STAR = 42;
const COMMA = 44;
function plainJson(e) {
	return withoutLastCommas(withoutComments(e));
}
function withoutComments(e) {
	const t = [];
	let n = 0;
	for (let r = 0; r < e.length; r++) {
		const i = e.charCodeAt(r);
		if (i === QUOTE) r = closingQuote(e, r);
		if (i !== SLASH) continue;
		const a = commentEnd(e, r);
		if (a === void 0) continue;
		t.push(e.slice(n, r), e.slice(r, a).replace(/[^\r\n]/g, " "));
		n = a;
		r = a - 1;
	}
	return t.length === 0 ? e : t.join("") + e.slice(n);
}
function withoutLastCommas(e) {
	const t = [];
	let n = 0;
	let r = -1;
	for (let i = 0; i < e.length; i++) {
		const a = e.charCodeAt(i);
		if (a <= 32) continue;
		if (r >= 0 && (a === 125 || a === 93)) {
			t.push(e.slice(n, r), " ");
			n = r + 1;
		}
		r = a === COMMA ? i : -1;
		if (a === QUOTE) i = closingQuote(e, i);
	}
	return t.length === 0 ? e : t.join("") + e.slice(n);
}
function commentEnd(e, t) {
	const n = e.charCodeAt(t + 1);
	if (n === SLASH) {
		const n = e.indexOf("\n", t);
		return n < 0 ? e.length : n;
	}
	if (n !== STAR) return void 0;
	const r = e.indexOf("*/", t + 2);
	return r < 0 ? void 0 : r + 2;
}
function closingQuote(e, t) {
	let n = e.indexOf("\"", t + 1);
	while (n >= 0) {
		let t = 0;
		while (e.charCodeAt(n - 1 - t) === BACKSLASH) t++;
		if (t % 2 === 0) return n;
		n = e.indexOf("\"", n + 1);
	}
	return e.length;
}
const NEWEST = 2;
function readBunLockfile(e, t) {
	if (t.startsWith("#!")) throw new UsageError(`${e} is Bun's binary lockfile`, { hint: TEXT_ADVICE });
	const n = plainJson(t);
	let r;
	try {
		r = JSON.parse(n);
	} catch {
		throw new UsageError(`${e} is no JSON`);
	}
	if (!isRecord(r) || !isRecord(r["workspaces"])) throw new UsageError(`${e} is no Bun lockfile: it has no \`workspaces\``);
	const i = r["lockfileVersion"];
	const a = [];
	if (typeof i !== "number" || !Number.isInteger(i) || i < 0 || i > NEWEST) a.push({ reason: `it is of the version ${JSON.stringify(i ?? null).slice(0, 50)}; 0 to ${NEWEST} are known, and it was read as if it were of these` });
	const o = linesOf(n, a);
	return {
		json: r,
		workspaces: readWorkspaces(r["workspaces"], o.workspaces, a),
		entries: readPackages(r["packages"], o.packages, a),
		problems: a
	};
}
const TEXT_ADVICE = "Write it as text with `bun install --save-text-lockfile --lockfile-only`, and remove the binary one.";
function linesOf(e, t) {
	const n = {
		workspaces: new Map(),
		packages: new Map()
	};
	let r;
	scanJsonKeys(e, (e, i, a) => {
		if (i === 1) r = e === "workspaces" || e === "packages" ? n[e] : void 0;
		if (i !== 2 || r === void 0) return;
		if (r.has(e)) t.push({
			item: e,
			line: a,
			reason: "the entry stands in the lockfile more than once; the last one was read"
		});
		r.set(e, a);
	});
	return n;
}
function readWorkspaces(e, t, n) {
	return Object.entries(e).map(([e, r]) => {
		const i = t.get(e);
		const { entry: a, problems: o } = readAsks(r);
		n.push(...o.map((t) => ({
			item: e,
			line: i,
			reason: t
		})));
		return {
			folder: e,
			line: i,
			asks: a
		};
	});
}
function readPackages(e, t, n) {
	if (e !== void 0 && !isRecord(e)) n.push({ reason: "`packages` is no object" });
	return Object.entries(isRecord(e) ? e : {}).flatMap(([e, r]) => {
		const i = t.get(e);
		const a = readTuple(e, i, r, n);
		if (a === void 0) n.push({
			item: e,
			line: i,
			reason: "the entry was not understood"
		});
		return a ?? [];
	});
}
function readTuple(e, t, n, r) {
	const [i, ...a] = Array.isArray(n) ? n : [];
	const o = typeof i === "string" ? splitAtVersion(i) : void 0;
	if (o === void 0) return void 0;
	const s = typeof a[0] === "string" ? a[0] : void 0;
	const c = a[s === void 0 ? 0 : 1];
	if (c !== void 0 && !isRecord(c)) return void 0;
	const { entry: l, problems: u } = readAsks(c);
	r.push(...u.map((n) => ({
		item: e,
		line: t,
		reason: n
	})));
	const d = a.slice(s === void 0 ? 1 : 2).filter((e) => typeof e === "string");
	return {
		key: e,
		line: t,
		name: o.name,
		resolution: o.rest,
		registry: s,
		integrity: d.find((e) => /^(?:md5|sha\d+)-/.test(e)) ?? (s === void 0 ? void 0 : d[0]),
		asks: l,
		os: textsOf(c?.["os"]),
		cpu: textsOf(c?.["cpu"]),
		libc: textsOf(c?.["libc"]),
		isBundled: c?.["bundled"] === true
	};
}
function readAsks(e) {
	if (!isRecord(e)) return readEntry("", void 0, {});
	const t = textsOf(e["optionalPeers"]).map((e) => [e, { optional: true }]);
	return readEntry("", void 0, {
		...e,
		peerDependenciesMeta: Object.fromEntries(t)
	});
}
function textsOf(e) {
	if (typeof e === "string" && e !== "") return [e];
	return Array.isArray(e) ? e.filter((e) => typeof e === "string") : [];
}
function patchesIn(e) {
	const t = e["patchedDependencies"];
	const n = isRecord(t) ? Object.entries(t) : [];
	return new Map(n.filter((e) => typeof e[1] === "string"));
}
async function entryNode(e, t, n, r) {
	const { key: i, name: a, line: o, resolution: s, registry: c, integrity: l } = t;
	const u = folderOf(t);
	if (u !== void 0) {
		const t = isAbsolutePath(u) ? void 0 : normalFolder("", u);
		return linkedNode(e, {
			key: i,
			path: t,
			name: a,
			line: o
		}, r);
	}
	const d = c === void 0 ? archiveVersion(a, s) : s;
	const { problems: f, ...p } = sourceParts({
		name: a,
		version: d,
		resolved: addressOf(t),
		integrity: l
	}, void 0);
	const m = n.get(`${a}@${s}`);
	const h = m === void 0 ? void 0 : fromLockfileFolder(e.path, m);
	const g = {
		key: i,
		name: a,
		version: d,
		line: o,
		firstParty: false,
		...p,
		...h === void 0 ? {} : { patches: [h] },
		flags: [...t.isBundled ? ["bundled"] : [], ...m === void 0 ? [] : ["patched"]],
		condition: platformCondition(t)
	};
	const _ = [
		...c !== void 0 || isAddress(s) || isArchive(s) ? [] : ["where it comes from was not understood"],
		...f.filter((e) => !(s.startsWith("github:") && /git commit/.test(e))),
		...isPackageName(a) ? [] : ["its name is no package name"]
	];
	r.push(..._.map((e) => ({
		node: g,
		reason: e
	})));
	return g;
}
function archiveVersion(e, t) {
	const n = `/${e}/-/${e.slice(e.indexOf("/") + 1)}-`;
	const r = t.indexOf(n);
	return r < 0 ? void 0 : /^(\d[^/]*)\.tgz$/.exec(t.slice(r + n.length))?.[1];
}
function folderOf({ resolution: e, registry: t }) {
	if (t !== void 0) return void 0;
	const [, n] = /^(?:link|file):(.*)$/.exec(e) ?? [];
	return n === void 0 || isArchive(n) ? void 0 : n;
}
function addressOf({ resolution: e, registry: t }) {
	if (t !== void 0) return t === "" ? void 0 : t;
	return isAddress(e) ? e : `file:${e.replace(/^file:/, "")}`;
}
function isAddress(e) {
	return /^(?:[a-z][a-z+.-]*:\/\/|github:|gitlab:|bitbucket:)/i.test(e);
}
function isArchive(e) {
	return /\.(?:tgz|tar\.gz)$/.test(e);
}
function bunResolver(e) {
	return (t, n) => {
		for (let r = t; r !== void 0; r = shorter(r)) {
			const t = e.get(r === "" ? n : `${r}/${n}`);
			if (t !== void 0) return t;
		}
	};
}
function shorter(e) {
	if (e === "") return void 0;
	const t = e.lastIndexOf("/");
	if (t < 0) return "";
	const n = e.lastIndexOf("/", t - 1);
	const r = e.charAt(n + 1) === "@";
	return e.slice(0, Math.max(r ? n : t, 0));
}
function staleProblems({ json: e, workspaces: t }, n, r) {
	const i = new Map(r.map(({ from: e, name: t, to: n }) => [`${e.key}\0${t}`, n.version]));
	return n.flatMap((n, r) => {
		const a = t[r]?.asks;
		if (a === void 0) return [];
		const o = new Map();
		for (const [e, { kind: t, range: r }] of wantedBy(a)) o.set(e, {
			kind: t,
			range: r,
			version: i.get(`${n.node.key}\0${e}`)
		});
		const s = staleProblem(n, o);
		return n.folder === "" ? [...s, ...projectProblems(e, n)] : s;
	});
}
function projectProblems(e, { manifest: t, node: n }) {
	if (t === void 0) return [];
	const r = t.json;
	const i = recordAt(r, "workspaces");
	const a = [...differing(recordAt(e, "overrides"), {
		...recordAt(r, "resolutions"),
		...recordAt(r, "overrides")
	}, "overridden"), ...differing(recordAt(e, "catalog"), {
		...recordAt(r, "catalog"),
		...recordAt(i, "catalog")
	}, "in the catalog")];
	return staleOf(t.path, n, a);
}
function differing(e, t, n) {
	return [...new Set([...Object.keys(e), ...Object.keys(t)])].filter((n) => isPlain(e[n]) && isPlain(t[n]) && e[n] !== t[n]).map((t) => `${t} is ${n} as ${String(e[t] ?? "nothing")}`);
}
function isPlain(e) {
	return e === void 0 || typeof e === "string" && !e.startsWith("$");
}
function recordAt(e, t) {
	const n = isRecord(e) ? e[t] : void 0;
	return isRecord(n) ? n : {};
}
async function readBunLock(e) {
	const t = readBunLockfile(e.path, e.text);
	const { members: n, problems: r } = await readMembers(e, t.workspaces.map(({ folder: e, line: t, asks: n }) => ({
		folder: normalFolder("", e),
		line: t,
		key: e === "" ? "." : e,
		name: n.name,
		version: n.version
	})));
	const i = [...t.problems, ...r];
	const a = await nodesOf(e, t, n, i);
	const o = bunResolver(a);
	const s = overriddenNames(t.json["overrides"], 0);
	const c = {
		problems: i,
		isOverridden: (e) => s.has(e)
	};
	const l = [...t.workspaces.flatMap((e, t) => {
		const r = n[t]?.node;
		const i = e.folder === "" ? "" : e.asks.name ?? "";
		return r === void 0 ? [] : edgesOf(r, i, e, o, c);
	}), ...t.entries.flatMap((e) => {
		const t = a.get(e.key);
		return t === void 0 || t.firstParty ? [] : edgesOf(t, e.key, e, o, c);
	})];
	if (e.compareManifests) i.push(...staleProblems(t, n, l));
	const u = n.map(({ node: e }) => e);
	return [lockGraph({
		path: e.path,
		format: "bun-lock",
		roots: u,
		nodes: [...new Set([...u, ...a.values()])],
		edges: l,
		problems: i,
		covers: [...manifestsOf(e.path, n), ...folderManifests(e.path, t)]
	})];
}
async function nodesOf(e, { entries: t, json: n }, r, i) {
	const a = new Map(r.map(({ folder: e, node: t }) => [e, t]));
	const o = patchesIn(n);
	const s = new Map();
	for (const n of t) {
		const t = memberFolder(n);
		const r = t === void 0 ? void 0 : a.get(normalFolder("", t));
		if (r === void 0 && n.resolution.startsWith("workspace:")) i.push({
			item: n.key,
			line: n.line,
			reason: "it is a member that the lockfile does not have"
		});
		else s.set(n.key, r ?? await entryNode(e, n, o, i));
	}
	return s;
}
function memberFolder(e) {
	const { resolution: t } = e;
	if (t.startsWith("workspace:")) return t.slice(10);
	return t === "root:" ? "" : folderOf(e);
}
const MAX_DEPTH = 8;
function overriddenNames(e, t) {
	if (!isRecord(e) || t > MAX_DEPTH) return new Set();
	return new Set(Object.entries(e).flatMap(([e, n]) => [splitAtVersion(e)?.name ?? e, ...overriddenNames(n, t + 1)]));
}
function isOutside({ firstParty: e, version: t }, n) {
	const r = /^npm:.+@(.+)$/.exec(n)?.[1];
	if (e || t === void 0) return false;
	return semverRange(r ?? n)?.(t) === false;
}
function edgesOf(e, t, { asks: n }, r, { problems: i, isOverridden: a }) {
	const o = [];
	for (const [s, { kind: c, range: l }] of wantedBy(n)) {
		const u = n.peerDependencies.has(s);
		if (c === "development" && !e.firstParty) continue;
		const d = r(t, s);
		if (d !== void 0) {
			o.push({
				from: e,
				to: d,
				kind: c,
				name: s,
				range: l
			});
			if (!u && !a(s) && isOutside(d, l)) {
				const t = `its dependency ${s} is locked as ${d.version}, which ${l} does not allow`;
				i.push({
					node: e,
					reason: t
				});
			}
		} else if (c === "peer") i.push({
			node: e,
			kind: "missing-peer",
			reason: `its peer dependency ${s} is not in the lockfile`
		});
		else if (!(u && c === "optional")) i.push({
			node: e,
			reason: `its dependency ${s} is not in the lockfile`
		});
	}
	return o;
}
function folderManifests(e, { entries: t }) {
	return t.flatMap((t) => {
		const n = folderOf(t);
		const r = t.resolution.startsWith("file:");
		if (n === void 0 || !r || isAbsolutePath(n)) return [];
		return fromLockfileFolder(e, `${n}/package.json`) ?? [];
	});
}
export { readBunLock };
