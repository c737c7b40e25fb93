import "./rolldown-runtime.js";
import { Gt as UsageError, K as buildPurl, W as cargoRange, kt as matchesWildcard, lt as grouped, ut as plural } from "./part-base.js";
import { S as isBelow, b as folderOf, d as scopesFrom, i as firstPartyPurl, x as fromLockfileFolder } from "./part-inventory.js";
import { g as sortedEdges } from "./part-inventory-assemble.js";
import { a as textOf, n as parseToml, o as textsOf, r as tableOf, t as parseTableList } from "./part-inventory-toml.js";
function parseManifest(e, t, n) {
	const r = parseToml(e, t);
	const i = n ?? {
		path: e,
		table: r
	};
	const a = tableOf(i.table["workspace"]);
	const o = tableOf(r["package"] ?? r["project"]);
	const s = (e) => {
		const t = o[e];
		const n = tableOf(t)["workspace"] === true;
		return textOf(n ? tableOf(a["package"])[e] : t);
	};
	return {
		path: e,
		folder: folderOf(e),
		table: r,
		name: textOf(o["name"]),
		version: s("version") ?? (o["version"] === void 0 ? "0.0.0" : void 0),
		license: s("license"),
		dependencies: [...dependenciesOf(r, void 0, e), ...targetsOf(r, e)].map((e) => e.isShared ? inherited(e, tableOf(a["dependencies"])[e.key], i.path) : e)
	};
}
const GROUPS = [
	["dependencies", "runtime"],
	["dev-dependencies", "development"],
	["dev_dependencies", "development"],
	["build-dependencies", "build"],
	["build_dependencies", "build"]
];
function dependenciesOf(e, t, n) {
	return GROUPS.flatMap(([r, i]) => Object.entries(tableOf(e[r])).map(([e, r]) => ({
		...described(e, r, n),
		kind: i,
		isOptional: tableOf(r)["optional"] === true,
		condition: t,
		isShared: tableOf(r)["workspace"] === true
	})));
}
function targetsOf(e, t) {
	return Object.entries(tableOf(e["target"])).flatMap(([e, n]) => dependenciesOf(tableOf(n), e, t));
}
function described(e, t, n) {
	const r = tableOf(t);
	const i = textOf(r["path"]);
	return {
		key: e,
		name: textOf(r["package"]) ?? e,
		requirement: textOf(typeof t === "string" ? t : r["version"]),
		path: i === void 0 ? void 0 : placeOf(n, i)
	};
}
function inherited(e, t, n) {
	return {
		...e,
		...described(e.key, t, n)
	};
}
function placeOf(e, t) {
	const n = t.replaceAll("\\", "/");
	if (/^(?:\/|[A-Za-z]:)/.test(n)) return null;
	return fromLockfileFolder(e, n) ?? null;
}
function defaultDependencies({ table: e }) {
	const t = tableOf(e["features"]);
	const n = new Set();
	const r = new Set();
	const i = ["default"];
	for (let e = i.pop(); e !== void 0; e = i.pop()) {
		if (n.has(e)) continue;
		n.add(e);
		if (!Object.hasOwn(t, e)) r.add(e);
		for (const n of textsOf(t[e])) {
			const [e = "", t] = n.split("/");
			if (n.startsWith("dep:")) r.add(n.slice(4));
			else if (t === void 0) i.push(n);
			else if (!e.endsWith("?")) r.add(e);
		}
	}
	return r;
}
function cargoAsks(e) {
	const t = parseManifest("it", e);
	if (t.name === void 0 && t.table["workspace"] === void 0) throw new UsageError("it has neither a package nor a workspace");
	return t.dependencies.length > 0;
}
function toComponent(e, t) {
	const { key: n, name: r, version: i, line: a } = e;
	const { path: o } = t.input;
	const s = t.manifests.get(n);
	const c = t.firstParty.has(n);
	const l = purlOf(e, t, c);
	const u = s?.folder ?? t.vendored(e);
	const d = c && (s?.folder === folderOf(o) || t.firstParty.size === 1);
	return {
		id: `${o}#${n}`,
		name: r,
		version: i,
		kind: d ? "application" : "library",
		ecosystem: "cargo",
		...l === void 0 ? {} : { purl: l },
		firstParty: c,
		scope: t.scopes.get(n) ?? "runtime",
		direct: t.direct.has(n),
		artifacts: artifactsOf(e),
		...c && s?.license !== void 0 ? { declaredLicense: s.license } : {},
		location: {
			path: o,
			...a === void 0 ? {} : { startLine: a }
		},
		...u ? { installPath: u } : {},
		aliases: t.aliases.get(n) ?? [],
		flags: []
	};
}
function purlOf({ key: e, name: t, version: n, source: r }, i, a) {
	const o = i.manifests.get(e)?.folder ?? "";
	if (a) return firstPartyPurl(i.input.origin, t, n, o);
	if (r.kind === "local" || r.kind === "unknown") return void 0;
	return buildPurl({
		type: "cargo",
		name: t,
		version: n,
		qualifiers: r.qualifiers
	});
}
function artifactsOf({ checksum: e, source: { url: t } }) {
	if (e === void 0 && t === void 0) return [];
	return [{
		hashes: e === void 0 ? [] : [{
			algorithm: "SHA-256",
			value: e
		}],
		...t === void 0 ? {} : { url: t }
	}];
}
const CRATES_IO = new Set(["registry+https://github.com/rust-lang/crates.io-index", "sparse+https://index.crates.io/"]);
function readSource(e) {
	if (e === void 0) return { kind: "local" };
	if (CRATES_IO.has(e)) return { kind: "registry" };
	const [, t, n = ""] = /^(registry|sparse|git)\+(.*)$/s.exec(e) ?? [];
	if (t === void 0) return {
		kind: "unknown",
		problem: "its source is of a kind that is not known"
	};
	const r = publicUrl(n);
	if (r === void 0) return {
		kind: "unknown",
		problem: "the URL of its source can't be read"
	};
	if (r.protocol === "file:") return {
		kind: "unknown",
		problem: "its source is a folder outside the repository"
	};
	if (t === "git") return gitSource(r, n);
	return {
		kind: "registry",
		qualifiers: { repository_url: `${t === "sparse" ? "sparse+" : ""}${r.href}` }
	};
}
function gitSource(e, t) {
	const n = t.slice(t.indexOf("#") + 1);
	const r = t.includes("#") && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(n);
	const i = `git+${e.href}${r ? `@${n}` : ""}`;
	return {
		kind: "git",
		url: i,
		qualifiers: { vcs_url: i },
		...r ? {} : { problem: "its source names no full git commit" }
	};
}
function publicUrl(e) {
	if (!URL.canParse(e)) return void 0;
	const t = new URL(e);
	t.password = "";
	if (t.protocol !== "ssh:" || t.username !== "git") t.username = "";
	t.search = "";
	t.hash = "";
	return t;
}
function withoutCommit(e) {
	const t = e.indexOf("#");
	return t < 0 ? e : e.slice(0, t);
}
const HINT = "Write it again with `cargo generate-lockfile` and commit it.";
function parseLock(e, t) {
	const { rest: n, taken: r } = parseTableList(e, t, "package", readEntry, HINT);
	const i = n["version"];
	if (i !== void 0 && ![
		1,
		2,
		3,
		4
	].includes(i)) {
		const t = JSON.stringify(i)?.slice(0, 50) ?? typeof i;
		throw new UsageError(`${e} has version ${t}; 1 to 4 are known`, { hint: HINT });
	}
	const a = [];
	const o = n["root"];
	const s = o === void 0 ? [] : [readEntry({
		table: tableOf(o),
		line: void 0
	})];
	const c = tableOf(n["metadata"]);
	const l = new Map();
	for (const [e, { entry: t, line: n, reasons: i }] of [...s, ...r].entries()) {
		const r = t?.key ?? `package ${e - s.length + 1}`;
		a.push(...i.map((e) => ({
			key: r,
			line: n,
			reason: e
		})));
		if (t === void 0) continue;
		if (l.has(r)) a.push({
			key: r,
			line: n,
			reason: "the entry stands in the lockfile more than once; the first one was read"
		});
		else l.set(r, t.checksum === void 0 ? withOldChecksum(t, c) : t);
	}
	if (l.size === 0 && a.length === 0) a.push({ reason: "it has no entries" });
	return {
		entries: [...l.values()],
		problems: a
	};
}
function withOldChecksum(e, t) {
	const { name: n, version: r, sourceText: i } = e;
	const a = textOf(t[`checksum ${n} ${r} (${i})`]);
	return a === void 0 || !SHA_256.test(a) ? e : {
		...e,
		checksum: a.toLowerCase()
	};
}
const SHA_256 = /^[0-9a-f]{64}$/i;
const NAME = /^[\p{XID_Continue}-]{1,256}$/u;
const VERSION = /^\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?$/;
function readEntry({ table: e = {}, line: t }) {
	const [n, r] = [textOf(e["name"]), textOf(e["version"])];
	if (n === void 0 || !NAME.test(n) || r === void 0 || !VERSION.test(r)) return {
		entry: void 0,
		line: t,
		reasons: ["the entry has no name and version that Cargo allows"]
	};
	const i = textOf(e["source"]);
	const a = readSource(i);
	const o = a.kind === "registry" && a.qualifiers === void 0;
	const s = a.problem === void 0 ? [] : [a.problem];
	const c = textOf(e["checksum"]);
	const l = c !== void 0 && SHA_256.test(c);
	if (c !== void 0 && !l) s.push("its checksum is no SHA-256");
	const u = e["dependencies"] ?? [];
	const d = Array.isArray(u) ? u.filter((e) => typeof e === "string") : [];
	if (!Array.isArray(u) || d.length < u.length) s.push("its dependencies are no list of texts");
	return {
		entry: {
			key: `${n} ${r}${o ? "" : ` (${shown$1(a)})`}`,
			name: n,
			version: r,
			line: t,
			source: a,
			sourceText: i === void 0 ? void 0 : withoutCommit(i),
			checksum: l ? c.toLowerCase() : void 0,
			dependencies: d,
			replace: textOf(e["replace"])
		},
		line: t,
		reasons: s
	};
}
function shown$1({ kind: e, qualifiers: t }) {
	return t?.["vcs_url"] ?? t?.["repository_url"] ?? e;
}
function neededBy(e, t, n) {
	const r = e.dependencies.filter(({ kind: t, name: r }) => (n || t !== "development") && r !== e.name);
	const i = defaultDependencies(e);
	const a = new Map();
	for (const e of r) {
		const t = a.get(spelled(e.name));
		if (t === void 0) a.set(spelled(e.name), [e]);
		else t.push(e);
	}
	const o = [];
	const s = [];
	const c = new Set();
	for (const e of t) {
		const t = a.get(spelled(e.name)) ?? [];
		const n = t.filter((n) => fits(n, e, t));
		for (const e of n) c.add(e);
		if (t.length === 0) {
			s.push(`${e.name} is no longer asked for`);
			o.push({
				to: e.key,
				kind: "runtime"
			});
		} else if (n.length === 0) {
			s.push(`${e.name} is locked as ${e.version}`);
			for (const n of t) {
				c.add(n);
				o.push(edgeOf(n, e, i));
			}
		} else o.push(...n.map((t) => edgeOf(t, e, i)));
	}
	for (const e of r) if (!c.has(e) && (n || !e.isOptional)) s.push(`${e.name}${requirementOf(e)} is not locked`);
	return {
		edges: withoutNarrower(o),
		differences: s
	};
}
function spelled(e) {
	return e.replaceAll("_", "-");
}
function requirementOf({ requirement: e }) {
	return e === void 0 ? "" : ` ${e.slice(0, 100)}`;
}
function fits({ path: e, requirement: t }, { source: n, version: r }, i) {
	if (e !== void 0) return n.kind === "local";
	if (n.kind === "local" && i.some((e) => e.path !== void 0)) return false;
	return admits(t, r);
}
function admits(e, t) {
	const [n = ""] = t.split("+");
	if (e === void 0 || n.includes("-") || e.includes("-")) return true;
	return cargoRange(e)?.(n) ?? true;
}
function edgeOf(e, t, n) {
	const { key: r, kind: i, isOptional: a, condition: o, requirement: s } = e;
	const c = a && i === "runtime" && !n.has(r);
	return {
		to: t.key,
		kind: c ? "optional" : i,
		...s === void 0 ? {} : { requirement: s },
		...r === t.name ? {} : { alias: r },
		...o === void 0 ? {} : { condition: o }
	};
}
function withoutNarrower(e) {
	const t = new Set(e.filter(({ condition: e }) => e === void 0).map(({ to: e, kind: t }) => `${t} ${e}`));
	return e.filter(({ to: e, kind: n, condition: r }) => r === void 0 || !t.has(`${n} ${e}`));
}
function resolveDependencies(e) {
	const t = namedEntries(e);
	const n = [];
	const r = (e, r) => {
		const { first: i, count: a, local: o, locals: s } = t.get(withoutRevision(r)) ?? NOBODY;
		if (a === 1) return i;
		if (s === 1) return o;
		const c = a === 0 ? `its dependency ${shown(r)} is not in the lockfile` : `its dependency ${shown(r)} may be each of ${a} entries`;
		n.push({
			key: e.key,
			line: e.line,
			reason: c
		});
	};
	const i = new Map();
	for (const t of e) {
		const e = t.replace === void 0 ? void 0 : r(t, t.replace);
		if (e !== void 0 && e !== t) i.set(t.key, e);
	}
	const a = [];
	for (const t of e) {
		if (i.has(t.key)) continue;
		for (const e of t.dependencies) {
			const n = r(t, e);
			const o = n === void 0 ? void 0 : i.get(n.key) ?? n;
			if (o !== void 0 && !i.has(o.key) && o !== t) a.push({
				from: t,
				to: o
			});
		}
	}
	return {
		needs: a,
		replaced: new Set(i.keys()),
		problems: n
	};
}
const NOBODY = {
	count: 0,
	locals: 0
};
function namedEntries(e) {
	const t = new Map();
	for (const n of e) {
		const { name: e, version: r, sourceText: i } = n;
		const a = i === void 0;
		const o = [e, `${e} ${r}`];
		if (!a) o.push(`${e} ${r} (${i})`);
		for (const e of o) {
			const { first: r = n, count: i, local: o, locals: s } = t.get(e) ?? NOBODY;
			t.set(e, {
				first: r,
				count: i + 1,
				local: a ? n : o,
				locals: s + Number(a)
			});
		}
	}
	return t;
}
function withoutRevision(e) {
	return e.endsWith(")") && e.includes("#") ? `${withoutCommit(e)})` : e;
}
function shown(e) {
	return JSON.stringify(e.replace(/ \(.*/s, "").slice(0, 100)).slice(1, -1);
}
const CONFIGS = [".cargo/config.toml", ".cargo/config"];
async function vendoredFolders(e, t) {
	const n = await vendorFolder(e);
	const r = t.filter(({ source: e }) => e.kind !== "local");
	const [i] = r;
	if (n === void 0 || i === void 0) return () => void 0;
	const a = await e.readText(`${n}/${i.name}-${i.version}/Cargo.toml`);
	const o = new Map();
	for (const e of r) {
		const t = o.get(e.name);
		if (t === void 0 || isHigher(e.version, t.version)) o.set(e.name, e);
	}
	const s = r.filter(({ name: e }) => e === i.name).length === 1;
	const c = a !== void 0 && (s || o.get(i.name) === i);
	return (e) => {
		if (e.source.kind === "local") return void 0;
		const t = !c && o.get(e.name) === e;
		return `${n}/${e.name}${t ? "" : `-${e.version}`}`;
	};
}
async function vendorFolder({ path: e, readText: t }) {
	for (const n of CONFIGS) {
		const r = fromLockfileFolder(e, n);
		const i = r === void 0 ? void 0 : await t(r);
		if (r === void 0 || i === void 0) continue;
		const a = Object.values(tableOf(parsed(r, i)["source"])).map((e) => textOf(tableOf(e)["directory"])).find(Boolean);
		return a === void 0 ? void 0 : fromLockfileFolder(e, a);
	}
}
function parsed(e, t) {
	try {
		return parseToml(e, t);
	} catch (e) {
		if (e instanceof UsageError) return {};
		throw e;
	}
}
function isHigher(e, t) {
	const n = (e) => e.split(/[-+]/, 1)[0]?.split(".").map(Number) ?? [];
	const [r, i] = [n(e), n(t)];
	for (const [e, t] of r.entries()) {
		const n = t - (i[e] ?? 0);
		if (n !== 0) return n > 0;
	}
	return t.includes("-") && !e.includes("-");
}
function readVendoredManifest(e) {
	try {
		const { name: t, version: n, license: r } = parseManifest("Cargo.toml", e);
		return {
			name: t,
			version: n,
			manifest: r === void 0 ? {} : { license: r }
		};
	} catch (e) {
		if (e instanceof UsageError) return "it is no TOML";
		throw e;
	}
}
const MAX_PATTERNS = 1e3;
async function readWorkspace(e) {
	const t = [];
	const n = folderOf(e.path);
	const r = manifestIn(n);
	const i = manifestReader(e, t);
	const a = await i(r);
	if (a === void 0) {
		if (t.length === 0) t.push({
			kind: "stale",
			reason: "no Cargo.toml lies beside it"
		});
		return {
			root: a,
			members: [],
			others: [],
			problems: t
		};
	}
	const o = tableOf(a.table["workspace"]);
	const s = a.table["workspace"] !== void 0;
	const c = new Set(textsOf(o["exclude"]).map((e) => placeOf(r, e)));
	const l = (e) => isAtOrBelow(e, c);
	const u = namedMembers(e, textsOf(o["members"]), r, l, t);
	const d = new Map();
	const f = new Map();
	const p = [...a.name === void 0 ? [] : [n], ...u.keys()].map((e) => ({
		folder: e,
		isMember: true
	}));
	for (const e of patchFolders(a)) p.push({
		folder: e,
		isMember: false
	});
	for (const { folder: e, isMember: r } of p) {
		if (d.has(e) || f.has(e) && !r) continue;
		const o = r ? a : await workspaceAbove(e, i);
		const c = e === n ? a : await i(manifestIn(e), o);
		if (c === void 0) {
			if (u.get(e) === "literal") t.push({
				kind: "stale",
				reason: `its member ${e} has no Cargo.toml`
			});
			continue;
		}
		f.delete(e);
		(r ? d : f).set(e, c);
		for (const { path: e } of c.dependencies) {
			if (typeof e !== "string" || d.has(e)) continue;
			const t = s && r && isBelow(e, n) && !l(e);
			p.push({
				folder: e,
				isMember: t
			});
		}
	}
	return {
		root: a,
		members: [...d.values()],
		others: [...f.values()],
		problems: t
	};
}
function isAtOrBelow(e, t) {
	for (let n = e; n !== ""; n = folderOf(n)) if (t.has(n)) return true;
	return t.has("");
}
function manifestIn(e) {
	return e === "" ? "Cargo.toml" : `${e}/Cargo.toml`;
}
function manifestReader({ everyPath: e, readText: t }, n) {
	const r = new Set(e);
	const i = new Map();
	return async (e, a) => {
		const o = `${e}\0${a?.path ?? ""}`;
		if (i.has(o)) return i.get(o);
		let s;
		try {
			const n = r.has(e) ? await t(e) : void 0;
			if (n !== void 0) s = parseManifest(e, n, a);
		} catch (t) {
			if (!(t instanceof UsageError)) throw t;
			n.push({ reason: `nobody can say whether it fits ${e}: ${t.message}` });
		}
		i.set(o, s);
		return s;
	};
}
async function workspaceAbove(e, t) {
	const n = await t(manifestIn(e));
	const r = textOf(tableOf(n?.table["package"])["workspace"]);
	const i = n === void 0 || r === void 0 ? null : placeOf(n.path, r);
	if (i !== null) return t(manifestIn(i));
	for (let n = e;; n = folderOf(n)) {
		const e = await t(manifestIn(n));
		if (e?.table["workspace"] !== void 0) return e;
		if (n === "") return void 0;
	}
}
function namedMembers({ everyPath: e }, t, n, r, i) {
	const a = new Map();
	const o = [];
	for (const e of t) {
		const t = placeOf(n, e);
		if (t === null) i.push({ reason: "a member lies outside the repository" });
		else if (/[?[\]]/.test(t)) i.push({ reason: `the pattern ${JSON.stringify(e.slice(0, 100))} of its members is not understood` });
		else if (t.includes("*")) o.push(t.split("/"));
		else a.set(t, "literal");
	}
	if (o.length === 0) return a;
	if (o.length > MAX_PATTERNS) {
		i.push({ reason: `${o.length} patterns of members; at most ${MAX_PATTERNS} are read` });
		return a;
	}
	for (const t of e) {
		if (!t.endsWith("/Cargo.toml")) continue;
		const e = folderOf(t);
		const n = e.split("/");
		if (!a.has(e) && !r(e) && o.some((e) => matches(e, n))) a.set(e, "pattern");
	}
	return a;
}
function matches(e, t) {
	let n = 0;
	let r = -1;
	let i = 0;
	for (let a = 0; a < t.length;) {
		const o = e[n];
		if (o === "**") {
			r = n++;
			i = a;
		} else if (o !== void 0 && matchesWildcard(o, t[a] ?? "")) {
			n++;
			a++;
		} else if (r >= 0) {
			n = r + 1;
			a = ++i;
		} else return false;
	}
	return e.slice(n).every((e) => e === "**");
}
function patchFolders({ table: e, path: t }) {
	return [...Object.values(tableOf(e["patch"])), e["replace"]].flatMap((e) => Object.values(tableOf(e)).flatMap((e) => {
		const n = textOf(tableOf(e)["path"]);
		const r = n === void 0 ? null : placeOf(t, n);
		return r === null ? [] : [r];
	}));
}
const MAX_NAMED = 5;
async function readCargoLock(e) {
	const { path: t, text: n, compareManifests: r } = e;
	const i = parseLock(t, n);
	const { needs: a, replaced: o, problems: s } = resolveDependencies(i.entries);
	const c = i.entries.filter(({ key: e }) => !o.has(e));
	const l = await readWorkspace(e);
	const u = pairUp(c, l);
	const d = drawEdges(a, u.manifests, new Set(l.members));
	const f = c.filter((e) => u.isRoot(e));
	const p = scopesFrom(f.map(({ key: e }) => e), d.edges);
	const m = new Set(f.map(({ key: e }) => e));
	const h = {
		input: e,
		scopes: p,
		firstParty: m,
		direct: new Set(d.edges.filter(({ from: e }) => m.has(e)).map(({ to: e }) => e)),
		manifests: u.manifests,
		aliases: aliasesOf(d.edges),
		vendored: await vendoredFolders(e, c)
	};
	const g = (e) => `${t}#${e}`;
	const _ = r ? staleProblems(d.needed, u) : [];
	const v = [
		...i.problems,
		...s,
		...u.problems,
		...integrityProblems(c)
	];
	const y = l.problems.filter(({ kind: e }) => r || e !== "stale");
	return [{
		path: t,
		format: "cargo-lock",
		ecosystem: "cargo",
		roots: f.map(({ key: e }) => g(e)),
		components: c.map((e) => toComponent(e, h)).sort((e, t) => e.id < t.id ? -1 : 1),
		edges: sortedEdges(d.edges.map((e) => ({
			...e,
			from: g(e.from),
			to: g(e.to)
		}))),
		edgeCompleteness: "complete",
		covers: [
			...l.members,
			...l.others,
			l.root
		].flatMap((e) => e?.path ?? []).sort(),
		gaps: toGaps(t, [
			...v,
			...y,
			..._
		])
	}];
}
function pairUp(e, t) {
	const { root: n, members: r, others: i } = t;
	const a = e.filter(({ source: e }) => e.kind === "local");
	if (n === void 0) {
		const e = ({ source: e }) => e.kind === "local";
		return {
			manifests: new Map(),
			problems: [],
			differences: [],
			isRoot: e
		};
	}
	const o = new Map();
	const s = [];
	const c = new Set([...r, ...i]);
	const l = (e, t) => {
		if (t === void 0 || o.has(e.key)) return;
		o.set(e.key, t);
		c.delete(t);
	};
	const u = new Map();
	for (const e of c) u.set(e.name, [...u.get(e.name) ?? [], e]);
	const d = (e) => u.get(e.name)?.filter((e) => c.has(e));
	for (const e of a) l(e, d(e)?.find(({ version: t }) => t === e.version));
	for (const e of a) l(e, d(e)?.[0]);
	const f = [];
	const p = [];
	for (const e of a) {
		const t = o.get(e.key);
		if (t === void 0) p.push(e);
		else if (t.version !== void 0 && t.version !== e.version) {
			const n = t.version.slice(0, 50);
			f.push(`${t.path} has the version ${n} and not ${e.version}`);
		}
	}
	const [m] = p;
	if (m !== void 0) {
		const e = `no manifest that is here is that of ${listed(p.map(({ key: e }) => e))}`;
		s.push({
			line: m.line,
			reason: e,
			identity: p.map(({ key: e }) => e).join("\n")
		});
	}
	const h = new Set(r);
	for (const e of c) if (e.name !== void 0 && h.has(e)) f.push(`${e.path} is a member, and ${e.name} is not locked`);
	return {
		manifests: o,
		problems: s,
		differences: f,
		isRoot: ({ key: e }) => {
			const t = o.get(e);
			return t !== void 0 && h.has(t);
		}
	};
}
function drawEdges(e, t, n) {
	const r = [];
	const i = new Map([...t.keys()].map((e) => [e, []]));
	for (const { from: t, to: n } of e) {
		const e = i.get(t.key);
		if (e === void 0) r.push({
			from: t.key,
			to: n.key,
			kind: "runtime"
		});
		else e.push(n);
	}
	const a = new Map();
	for (const [e, o] of t) {
		const t = neededBy(o, i.get(e) ?? [], n.has(o));
		a.set(e, t);
		r.push(...t.edges.map((t) => ({
			from: e,
			...t
		})));
	}
	return {
		edges: r,
		needed: a
	};
}
function staleProblems(e, t) {
	const n = [...[...e].flatMap(([e, { differences: n }]) => n.length === 0 ? [] : [`${t.manifests.get(e)?.path} asks for other packages: ${listed(n)}`]), ...t.differences];
	if (n.length === 0) return [];
	const r = n.toSorted().join("\n");
	return [{
		kind: "stale",
		reason: listed(n, "; "),
		identity: r
	}];
}
function listed(e, t = ", ") {
	const n = e.toSorted();
	const r = n.length - MAX_NAMED;
	return `${n.slice(0, MAX_NAMED).join(t).slice(0, 1e3)}${r > 0 ? ` and ${plural(r, "more difference")}` : ""}`;
}
function integrityProblems(e) {
	const t = e.filter(({ source: e }) => e.kind === "registry");
	const n = t.filter(({ checksum: e }) => e === void 0);
	const [r] = n;
	if (r === void 0) return [];
	const i = `${grouped(n.length)} of ${grouped(t.length)} crates of registries have no checksum`;
	return [{
		line: r.line,
		kind: "no-integrity",
		reason: i,
		identity: ""
	}];
}
function aliasesOf(e) {
	const t = new Map();
	for (const { to: n, alias: r } of e) {
		if (r === void 0) continue;
		const e = t.get(n) ?? new Set();
		t.set(n, e.add(r));
	}
	return new Map([...t].map(([e, t]) => [e, [...t].sort()]));
}
function toGaps(e, t) {
	const n = t.map(({ key: t, line: n, reason: r, kind: i = "entry", identity: a }) => ({
		kind: i,
		item: t ?? e,
		reason: r,
		location: {
			path: e,
			...n === void 0 ? {} : { startLine: n }
		},
		...t === void 0 ? {} : { componentId: `${e}#${t}` },
		...a === void 0 ? {} : { identity: a }
	}));
	return [...new Map(n.map((e) => [`${e.item}\0${e.reason}`, e]))].sort(([e], [t]) => e < t ? -1 : 1).map(([, e]) => e);
}
export { defaultDependencies as a, cargoAsks as i, readVendoredManifest as n, parseManifest as o, vendoredFolders as r, placeOf as s, readCargoLock as t };
