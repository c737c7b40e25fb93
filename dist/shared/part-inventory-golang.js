import "./rolldown-runtime.js";
import { Gt as UsageError, K as buildPurl, ut as plural } from "./part-base.js";
import { b as folderOf, d as scopesFrom, i as firstPartyPurl, x as fromLockfileFolder } from "./part-inventory.js";
import { g as sortedEdges } from "./part-inventory-assemble.js";
function drawEdges(e, t, n) {
	const r = new Map(t.map((e) => [e.path, e]));
	const i = new Map(e.flatMap(({ mod: e }) => e.module === void 0 ? [] : [[e.module, e]]));
	const a = [];
	const o = [];
	const s = (e, t, n, o) => {
		const s = r.get(t);
		if (e === t || s === void 0 && !i.has(t)) return;
		const c = s === void 0 || s.name === t ? {} : { alias: t };
		a.push({
			from: e,
			to: t,
			kind: n,
			requirement: o,
			...c
		});
	};
	for (const { mod: t } of e) {
		const e = t.module ?? "";
		const n = [];
		for (const { path: n, version: r, isIndirect: i } of t.requirements.values()) if (!i) s(e, n, "runtime", r);
		for (const { path: r, line: a } of t.tools) {
			const o = ownerOf(r, (e) => t.requirements.has(e) || i.has(e));
			if (o !== void 0) s(e, o, "development", t.requirements.get(o)?.version ?? "");
			else n.push(a);
		}
		const [r] = n;
		if (r !== void 0) {
			const e = `no module that is asked for has the tool at line ${r}${n.length === 1 ? "" : `, nor ${plural(n.length - 1, "other tool")}`}`;
			o.push({
				line: r,
				kind: "stale",
				reason: e
			});
		}
	}
	for (const { path: e, mod: n } of t) for (const t of n?.requirements.values() ?? []) if (!t.isIndirect) s(e, t.path, "runtime", t.version);
	const c = new Set([...i.keys(), ...t.flatMap(({ path: e, mod: t }) => t === void 0 ? [] : [e])]);
	const l = new Set(a.filter(({ from: e }) => c.has(e)).map(({ to: e }) => e));
	if (n === void 0) return {
		edges: a,
		direct: l,
		development: toolsAlone(a),
		problems: o
	};
	for (const { path: e, name: r, version: i } of t) {
		const t = n.get(`${r}@${i}`) ?? new Map();
		for (const [n, r] of t) s(e, n, "runtime", r.version);
	}
	const u = scopesFrom([...i.keys()], a);
	const d = new Set([...u].filter(([, e]) => e === "development").map(([e]) => e));
	for (const { path: n, asked: r } of t) {
		if (u.has(n)) continue;
		const t = e.filter(({ mod: e }) => e.requirements.has(n));
		for (const { mod: i } of t.length === 0 ? e.slice(0, 1) : t) s(i.module ?? "", n, "runtime", r);
	}
	return {
		edges: a,
		direct: l,
		development: d,
		problems: o
	};
}
function ownerOf(e, t) {
	for (let n = e; n !== ""; n = folderOf(n)) if (t(n)) return n;
}
function toolsAlone(e) {
	const t = new Set(e.filter(({ kind: e }) => e === "runtime").map(({ to: e }) => e));
	return new Set(e.map(({ to: e }) => e).filter((e) => !t.has(e)));
}
function readDirectives(e) {
	const t = [];
	const n = [];
	let r;
	for (const [i, a] of e.split("\n").entries()) {
		const e = i + 1;
		const o = readLine(a);
		if (o === void 0) {
			n.push({
				line: e,
				reason: `line ${e} is no directive`
			});
			continue;
		}
		const { words: s, comment: c } = o;
		const [l, ...u] = s;
		if (l === void 0) continue;
		if (r !== void 0) {
			if (l === ")" && u.length === 0) r = void 0;
			else if (s.some(isParenthesis)) n.push({
				line: e,
				reason: `line ${e} is no directive`
			});
			else t.push({
				verb: r.verb,
				words: s,
				comment: c,
				line: e
			});
		} else if (u.length === 1 && u[0] === "(") r = {
			verb: l,
			line: e
		};
		else if (u.length === 2 && u[0] === "(" && u[1] === ")") continue;
		else if (s.some(isParenthesis)) n.push({
			line: e,
			reason: `line ${e} is no directive`
		});
		else t.push({
			verb: l,
			words: u,
			comment: c,
			line: e
		});
	}
	if (r !== void 0) {
		const e = `the block that starts at line ${r.line} has no end`;
		n.push({
			line: r.line,
			reason: e
		});
	}
	return {
		directives: t,
		problems: n
	};
}
function isParenthesis(e) {
	return e === "(" || e === ")";
}
const WORD = /\s*(?:(\/\/.*)|("(?:[^"\\]|\\.)*"|`[^`]*`)|([()])|((?:(?!\/\/)[^\s()"`])+))/y;
const MAX_LINE = 4096;
function readLine(e) {
	const t = e.trim();
	if (t.startsWith("//")) return {
		words: [],
		comment: t.slice(2).trim()
	};
	if (t.length > MAX_LINE) return void 0;
	const n = [];
	WORD.lastIndex = 0;
	while (WORD.lastIndex < t.length) {
		const e = WORD.exec(t);
		if (e === null) return void 0;
		const [, r, i, a, o] = e;
		if (r !== void 0) return {
			words: n,
			comment: r.slice(2).trim()
		};
		n.push(i === void 0 ? a ?? o ?? "" : unquoted(i));
	}
	return {
		words: n,
		comment: ""
	};
}
function unquoted(e) {
	const t = e.slice(1, -1);
	return e.startsWith("`") ? t : t.replace(/\\(.)/g, "$1");
}
const VERSION = /^v(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;
function isGoVersion(e) {
	return VERSION.test(e);
}
function compareGoVersions(e, t) {
	const [n, r] = [VERSION.exec(e), VERSION.exec(t)];
	if (n === null || r === null) return Number(n !== null) - Number(r !== null);
	for (const e of [
		1,
		2,
		3
	]) {
		const t = compareNumbers(n[e] ?? "0", r[e] ?? "0");
		if (t !== 0) return t;
	}
	return comparePreReleases(n[4], r[4]);
}
function compareNumbers(e, t) {
	const [n, r] = [e.replace(/^0+(?=\d)/, ""), t.replace(/^0+(?=\d)/, "")];
	return n.length - r.length || compareText(n, r);
}
function compareText(e, t) {
	return e === t ? 0 : e < t ? -1 : 1;
}
function comparePreReleases(e, t) {
	if (e === void 0 || t === void 0) return Number(e === void 0) - Number(t === void 0);
	const [n, r] = [e.split("."), t.split(".")];
	for (let e = 0; e < Math.min(n.length, r.length); e++) {
		const [t = "", i = ""] = [n[e], r[e]];
		const [a, o] = [/^\d+$/.test(t), /^\d+$/.test(i)];
		const s = a && o ? compareNumbers(t, i) : a === o ? compareText(t, i) : Number(o) - Number(a);
		if (s !== 0) return s;
	}
	return n.length - r.length;
}
const NO_MATTER$1 = new Set([
	"toolchain",
	"godebug",
	"retract",
	"ignore"
]);
function parseGoMod(e) {
	const { directives: t, problems: n } = readDirectives(e);
	const r = [...n];
	const i = new Map();
	const a = [];
	const o = new Set();
	const s = [];
	let c = "1.16";
	let l;
	let u;
	for (const e of t) {
		const { verb: t, words: n, line: d } = e;
		const [f = "", p = ""] = n;
		if (t === "module" && isModulePath(f) && l === void 0) {
			l = f;
			u = d;
		} else if (t === "go" && /^\d+\.\d+/.test(f)) c = f;
		else if (t === "require" && isModulePath(f) && p !== "") addRequirement(i, e, r);
		else if (t === "replace" && readReplacement(n) !== void 0) {
			const e = readReplacement(n);
			if (e !== void 0) a.push(e);
		} else if (t === "exclude" && p !== "") o.add(`${f}@${p}`);
		else if (t === "tool" && isModulePath(f)) s.push({
			path: f,
			line: d
		});
		else if (!NO_MATTER$1.has(t)) r.push(notUnderstood(e));
	}
	const d = t.length + n.length === 0;
	const f = inOne(r);
	return {
		module: l,
		moduleLine: u,
		go: c,
		requirements: i,
		replacements: a,
		excluded: o,
		tools: s,
		problems: f,
		isEmpty: d
	};
}
const MAX_LINES = 5;
function inOne(e) {
	const t = e.filter(({ key: e, line: t }) => e === void 0 && t !== void 0);
	if (t.length <= MAX_LINES) return e;
	const [n] = t;
	const r = `${t.length} lines from line ${n?.line} on are not understood`;
	return [...e.filter(({ key: e, line: t }) => e !== void 0 || t === void 0), {
		line: n?.line,
		reason: r
	}];
}
function notUnderstood({ verb: e, line: t }) {
	return {
		line: t,
		reason: `${/^[a-z]{1,20}$/.test(e) ? `the directive \`${e}\`` : "a directive"} at line ${t} is not understood`
	};
}
function addRequirement(e, { words: [t = "", n = ""], comment: r, line: i }, a) {
	if (!isGoVersion(n)) {
		const e = `line ${i} names no version of the form that Go writes`;
		a.push({
			key: t,
			line: i,
			reason: e
		});
	}
	const o = /^indirect(?:;|\s|$)/.test(r);
	const s = e.get(t);
	if (s === void 0) {
		e.set(t, {
			path: t,
			version: n,
			isIndirect: o,
			line: i
		});
		return;
	}
	const c = compareGoVersions(n, s.version) > 0 ? {
		version: n,
		line: i
	} : s;
	const l = o && s.isIndirect;
	e.set(t, {
		path: t,
		version: c.version,
		isIndirect: l,
		line: c.line
	});
	if (n !== s.version) {
		const e = `it is asked for as ${s.version} and ${n}; the higher one was taken`;
		a.push({
			key: t,
			line: i,
			kind: "stale",
			reason: e
		});
	}
}
function readReplacement(e) {
	const t = e.indexOf("=>");
	const [n, r, ...i] = e.slice(0, Math.max(t, 0));
	const [a, o, ...s] = e.slice(t + 1);
	if (n === void 0 || a === void 0 || i.length + s.length > 0) return void 0;
	if (o === void 0 ? !isFolder(a) : !isModulePath(a)) return void 0;
	return {
		path: n,
		version: r,
		by: {
			path: a,
			version: o
		}
	};
}
function isFolder(e) {
	return /^(?:\.{1,2}(?:[\\/]|$)|[\\/]|[A-Za-z]:)/.test(e);
}
function isModulePath(e) {
	if (e.length > 500 || /(?:^|\/)\.+(?:\/|$)/.test(e)) return false;
	return /^[\p{L}\d][\p{L}\d._~+-]*(?:\/[\p{L}\d._~+!-]+)*$/u.test(e);
}
function listsIndirect({ go: e }) {
	const [t = 1, n = 0] = e.split(".").map((e) => Number.parseInt(e, 10));
	return t > 1 || n >= 17;
}
const FILE = /^(.*\/)?cache\/download\/.+\/@v\/[^/]+\.mod$/;
const found = new WeakMap();
function cacheIn(e) {
	const t = found.get(e);
	if (t !== void 0) return t;
	const n = e.find((e) => e.endsWith(".mod") && FILE.test(e));
	const r = n === void 0 ? null : `${FILE.exec(n)?.[1] ?? ""}cache/download/`;
	found.set(e, r);
	return r;
}
async function cachedNeeds(e, { everyPath: t, readText: n }) {
	const r = cacheIn(t);
	if (r === null) return void 0;
	const i = new Map();
	for (const { name: t, version: a } of e) {
		const e = await n(`${r}${escaped(t)}/@v/${escaped(a)}.mod`);
		if (e === void 0) return void 0;
		const o = [...parseGoMod(e).requirements].filter(([, { isIndirect: e }]) => !e);
		i.set(`${t}@${a}`, new Map(o));
	}
	return i;
}
function escaped(e) {
	return e.replace(/[A-Z]/g, (e) => `!${e.toLowerCase()}`);
}
function placeOf(e, t) {
	const n = t.replaceAll("\\", "/");
	if (/^(?:\/|[A-Za-z]:)/.test(n)) return null;
	return fromLockfileFolder(e, n) ?? null;
}
async function selectModules(e, t, n, r) {
	const i = new Set(e.map(({ mod: e }) => e.module));
	const a = new Map();
	const o = (e) => {
		const t = a.get(e.path);
		if (t === void 0 || compareGoVersions(e.version, t.version) > 0) a.set(e.path, e);
	};
	for (const { path: t, mod: n } of e) for (const { path: e, version: r, line: a } of n.requirements.values()) if (!i.has(e)) o({
		path: e,
		version: r,
		line: a,
		file: t
	});
	for (const { path: e, version: t, line: r, hasPackages: s } of n?.modules.values() ?? []) if (!a.has(e) && s && !i.has(e) && n !== void 0) o({
		path: e,
		version: t,
		line: r,
		file: n.path
	});
	const s = new Map(t.toReversed().map((e) => [e.version === void 0 ? e.path : `${e.path}@${e.version}`, e]));
	const c = [];
	const l = [];
	for (const t of a.values()) {
		const n = s.get(`${t.path}@${t.version}`) ?? s.get(t.path);
		l.push(await toModule(t, n, r, c));
		if (e.some(({ mod: e }) => e.excluded.has(`${t.path}@${t.version}`))) {
			const e = `${t.version} is asked for and excluded`;
			c.push({
				key: t.path,
				line: t.line,
				kind: "stale",
				reason: e
			});
		}
	}
	return {
		modules: l,
		problems: c
	};
}
async function toModule(e, t, n, r) {
	const { path: i, version: a, line: o, file: s } = e;
	const c = {
		path: i,
		asked: a,
		by: t?.by,
		file: s,
		line: o,
		folder: void 0,
		mod: void 0
	};
	if (t === void 0) return {
		...c,
		name: i,
		version: a
	};
	const { by: l } = t;
	if (l.version !== void 0) return {
		...c,
		name: l.path,
		version: l.version
	};
	const u = placeOf(t.file, l.path);
	const d = u === null ? void 0 : await readMod(u, n, r);
	if (u === null) r.push({
		key: i,
		line: o,
		reason: "it is a folder outside the repository"
	});
	else if (d === void 0) r.push({
		key: i,
		line: o,
		kind: "stale",
		reason: `its folder ${u || "."} has no go.mod`
	});
	return {
		...c,
		name: d?.module ?? i,
		version: void 0,
		folder: u,
		mod: d
	};
}
async function readMod(e, { readText: t }, n) {
	const r = modIn(e);
	try {
		const e = await t(r);
		return e === void 0 ? void 0 : parseGoMod(e);
	} catch (e) {
		if (!(e instanceof UsageError)) throw e;
		n.push({ reason: `${r} can't be read: ${e.message}` });
		return;
	}
}
function modIn(e) {
	return e === "" ? "go.mod" : `${e}/go.mod`;
}
const MAX_NAMED$1 = 5;
const ADVICE = "Run `go mod tidy` and commit `go.mod` and `go.sum`.";
async function readSums(e, { readText: t }) {
	let n;
	for (const r of e) {
		const e = await t(r);
		if (e === void 0) continue;
		n ??= new Set();
		for (const [, t] of e.matchAll(/^(\S+ \S+)\/go\.mod h1:/gm)) n.add(t ?? "");
	}
	return n;
}
async function sumProblems(e, t, n) {
	if (t.length === 0) return [];
	const r = await readSums(e, n);
	if (r === void 0) return [{
		kind: "stale",
		reason: "no go.sum lies beside it, so nothing says what its modules must be",
		advice: ADVICE
	}];
	const i = t.map(({ name: e, version: t }) => `${e} ${t}`).filter((e) => !r.has(e)).sort();
	if (i.length === 0) return [];
	const a = i.length > MAX_NAMED$1 ? ` and ${plural(i.length - MAX_NAMED$1, "other module")}` : "";
	return [{
		kind: "stale",
		reason: `go.sum has no checksum of ${i.slice(0, MAX_NAMED$1).join(", ")}${a}`,
		identity: i.join("\n"),
		advice: ADVICE
	}];
}
const MAX_NAMED = 5;
async function readVendored(e) {
	const t = fromLockfileFolder(e.path, "vendor/modules.txt");
	const n = t === void 0 ? void 0 : await e.readText(t);
	if (t === void 0 || n === void 0) return void 0;
	const r = new Map();
	let i;
	for (const [e, t] of n.split("\n").entries()) {
		const [n, ...a] = t.trim().split(/\s+/);
		if (n === "#") {
			const [t = "", n = ""] = a;
			i = isGoVersion(n) && isModulePath(t) ? t : void 0;
			if (i === void 0 || r.has(t)) continue;
			const o = readReplacement(a)?.by;
			const s = {
				isExplicit: false,
				hasPackages: false,
				line: e + 1
			};
			r.set(t, {
				path: t,
				version: n,
				by: o,
				...s
			});
			continue;
		}
		const o = i === void 0 ? void 0 : r.get(i);
		if (o === void 0 || n === "") continue;
		if (n !== "##") r.set(o.path, {
			...o,
			hasPackages: true
		});
		else if (/^explicit;?$/.test(a[0] ?? "")) r.set(o.path, {
			...o,
			isExplicit: true
		});
	}
	return {
		path: t,
		modules: r
	};
}
function vendorProblems(e, { path: t, modules: n }, r) {
	const i = (t) => {
		if (t?.version !== void 0) return `${t.path} ${t.version}`;
		return t === void 0 ? "" : placeOf(e, t.path) ?? "outside";
	};
	const a = [];
	const o = new Set(r.map((e) => e.path));
	for (const e of r) {
		const t = n.get(e.path);
		if (t === void 0) a.push(`${e.path} is not in it`);
		else if (t.version !== e.version) a.push(`${e.path} is ${t.version} in it`);
		else if (i(t.by) !== e.replacedBy) a.push(`${e.path} is replaced otherwise in it`);
	}
	for (const e of n.values()) if (e.isExplicit && !o.has(e.path)) a.push(`${e.path} is no longer asked for`);
	if (a.length === 0) return [];
	const s = a.toSorted();
	const c = s.length - MAX_NAMED;
	const l = c > 0 ? ` and ${plural(c, "more difference")}` : "";
	return [{
		kind: "stale",
		reason: `${t} does not fit it: ${s.slice(0, MAX_NAMED).join(", ")}${l}`,
		identity: s.join("\n"),
		advice: "Run `go mod vendor` and commit the folder."
	}];
}
async function goGraph(e, t) {
	const { path: n, compareManifests: r } = e;
	const { members: i, replacements: a, format: o } = t;
	const s = await readVendored(e);
	const { modules: c, problems: l } = await selectModules(i, a, s, e);
	const u = c.flatMap(({ name: e, version: t }) => t === void 0 ? [] : [{
		name: e,
		version: t
	}]);
	const d = await cachedNeeds(u, e);
	const f = drawEdges(i, c, d);
	const p = s === void 0 ? await sumProblems(t.sums, u, e) : vendorProblems(n, s, explicit(i, c));
	const m = (e) => `${n}#${e}`;
	const h = i.map((t) => memberComponent(t, e, i.length === 1));
	const g = [...h, ...c.map((t) => toComponent(t, f, e))].sort((e, t) => e.id < t.id ? -1 : 1);
	return {
		path: n,
		format: o,
		ecosystem: "golang",
		roots: h.map(({ id: e }) => e),
		components: g,
		edges: sortedEdges(f.edges.map((e) => ({
			...e,
			from: m(e.from),
			to: m(e.to)
		}))),
		edgeCompleteness: d === void 0 ? "direct" : "complete",
		covers: i.map((e) => e.path).sort(),
		gaps: toGaps(n, new Set(g.map(({ id: e }) => e)), [
			...t.problems,
			...l,
			...s === void 0 ? unlisted(i) : [],
			...r ? [...f.problems, ...p] : []
		])
	};
}
function explicit(e, t) {
	const n = new Set(e.flatMap(({ mod: e }) => [...e.requirements.keys()]));
	return t.filter(({ path: e }) => n.has(e)).map(({ path: e, asked: t, by: n, folder: r }) => {
		const i = n?.version === void 0 ? "" : `${n.path} ${n.version}`;
		return {
			path: e,
			version: t,
			replacedBy: r === null ? "outside" : r ?? i
		};
	});
}
function unlisted(e) {
	return e.filter(({ mod: e }) => e.requirements.size > 0 && !listsIndirect(e)).map(({ path: e, mod: t }) => ({
		reason: `${e} is for Go ${t.go}: before 1.17 it leaves out what its dependencies need`,
		identity: `unlisted ${e}`,
		advice: "Run `go mod tidy -go=1.17` or later, or commit the folder that `go mod vendor` writes."
	}));
}
function memberComponent({ path: e, folder: t, mod: n }, r, i) {
	const a = n.module ?? (t.slice(t.lastIndexOf("/") + 1) || "module");
	const o = i || t === folderOf(r.path);
	return {
		id: `${r.path}#${n.module ?? ""}`,
		name: a,
		kind: o ? "application" : "library",
		ecosystem: "golang",
		purl: firstPartyPurl(r.origin, a, void 0, t),
		firstParty: true,
		scope: "runtime",
		direct: false,
		artifacts: [],
		location: {
			path: e,
			...n.moduleLine === void 0 ? {} : { startLine: n.moduleLine }
		},
		...t === "" ? {} : { installPath: t },
		aliases: [],
		flags: []
	};
}
function toComponent(e, { direct: t, development: n }, r) {
	const { path: i, name: a, version: o, folder: s, mod: c, file: l, line: u } = e;
	const d = typeof s === "string" && c !== void 0;
	const f = d ? firstPartyPurl(r.origin, a, void 0, s) : o === void 0 ? void 0 : goPurl(a, o);
	return {
		id: `${r.path}#${i}`,
		name: a,
		...o === void 0 ? {} : { version: o },
		kind: "library",
		ecosystem: "golang",
		...f === void 0 ? {} : { purl: f },
		firstParty: d,
		scope: n.has(i) ? "development" : "runtime",
		direct: t.has(i),
		artifacts: [],
		location: {
			path: l,
			startLine: u
		},
		...d && s !== "" ? { installPath: s } : {},
		aliases: a === i ? [] : [i],
		flags: []
	};
}
function goPurl(e, t) {
	const n = e.lastIndexOf("/");
	return buildPurl({
		type: "golang",
		namespace: e.slice(0, Math.max(n, 0)),
		name: e.slice(n + 1),
		version: t
	});
}
function toGaps(e, t, n) {
	const r = n.map(({ key: n, line: r, reason: i, kind: a = "entry", identity: o, advice: s }) => ({
		kind: a,
		item: n ?? e,
		reason: i,
		location: {
			path: e,
			...r === void 0 ? {} : { startLine: r }
		},
		...t.has(`${e}#${n}`) ? { componentId: `${e}#${n}` } : {},
		...o === void 0 ? {} : { identity: o },
		advice: s ?? "Run `go mod tidy` and commit what it changes."
	}));
	return [...new Map(r.map((e) => [`${e.item}\0${e.reason}`, e]))].sort(([e], [t]) => e < t ? -1 : 1).map(([, e]) => e);
}
const NO_MATTER = new Set([
	"go",
	"toolchain",
	"godebug"
]);
function parseGoWork(e) {
	const { directives: t, problems: n } = readDirectives(e);
	const r = [...n];
	const i = [];
	const a = [];
	for (const e of t) {
		const { verb: t, words: n, line: o } = e;
		const [s] = n;
		const c = t === "replace" ? readReplacement(n) : void 0;
		if (t === "use" && s !== void 0) i.push({
			folder: s,
			line: o
		});
		else if (c !== void 0) a.push(c);
		else if (!NO_MATTER.has(t)) r.push(notUnderstood(e));
	}
	return {
		uses: i,
		replacements: a,
		problems: inOne(r)
	};
}
const known = new WeakMap();
function workspacesOf(e) {
	let t = known.get(e);
	if (t === void 0) {
		const n = e.filter((e) => e === "go.work" || e.endsWith("/go.work"));
		t = new Map(n.map((e) => [e, void 0]));
		known.set(e, t);
	}
	return t;
}
async function isUsedAbove({ path: e, paths: t, readText: n }) {
	const r = workspacesOf(t);
	if (r.size === 0) return false;
	const i = folderOf(e);
	for (let e = i;; e = folderOf(e)) {
		const t = e === "" ? "go.work" : `${e}/go.work`;
		if (r.has(t)) {
			const e = r.get(t) ?? usedBy(t, n);
			r.set(t, e);
			return (await e).has(i);
		}
		if (e === "") return false;
	}
}
async function usedBy(e, t) {
	const n = await t(e) ?? "";
	return new Set(parseGoWork(n).uses.map(({ folder: t }) => placeOf(e, t)));
}
async function readGoMod(e) {
	const { path: t, text: n } = e;
	if (await isUsedAbove(e)) return [];
	const r = parseGoMod(n);
	const [i = ""] = besides(t, "go.sum");
	if (r.isEmpty && !e.everyPath.includes(i)) return [];
	if (r.module === void 0 && r.requirements.size === 0) throw new UsageError(`${t} has no line that names its module`);
	const a = r.module === void 0 ? [{ reason: "it has no line that names its module" }] : [];
	return [await goGraph(e, {
		format: "go-mod",
		members: [{
			path: t,
			folder: folderOf(t),
			mod: r
		}],
		replacements: r.replacements.map((e) => ({
			...e,
			file: t
		})),
		sums: besides(t, "go.sum"),
		problems: [...r.problems, ...a]
	})];
}
async function readGoWork(e) {
	const { path: t, text: n } = e;
	const r = parseGoWork(n);
	const i = [...r.problems];
	const a = [];
	const o = new Set();
	const s = new Set();
	for (const { folder: n, line: c } of r.uses) {
		const r = placeOf(t, n);
		if (o.has(r)) continue;
		o.add(r);
		const l = r === null ? void 0 : await readMod(r, e, i);
		if (r === null) i.push({
			line: c,
			reason: "it uses a folder outside the repository"
		});
		else if (l?.module === void 0) i.push({
			line: c,
			reason: `${modIn(r)}, which it uses, names no module`
		});
		else if (s.has(l.module)) i.push({
			line: c,
			reason: `${modIn(r)} names a module that another one names too`
		});
		else {
			s.add(l.module);
			a.push({
				path: modIn(r),
				folder: r,
				mod: l
			});
			for (const { kind: e, reason: t } of l.problems) i.push({
				...e === void 0 ? {} : { kind: e },
				reason: `${modIn(r)}: ${t}`
			});
		}
	}
	const c = new Set(r.replacements.map((e) => e.path));
	if (r.uses.length === 0) i.push({ reason: "it uses no module" });
	return [await goGraph(e, {
		format: "go-work",
		members: a,
		replacements: [...r.replacements.map((e) => ({
			...e,
			file: t
		})), ...a.flatMap((e) => e.mod.replacements.filter((e) => !c.has(e.path)).map((t) => ({
			...t,
			file: e.path
		})))],
		sums: [...besides(t, "go.work.sum"), ...a.flatMap((e) => besides(e.path, "go.sum"))],
		problems: i
	})];
}
function besides(e, t) {
	return fromLockfileFolder(e, t) === void 0 ? [] : [fromLockfileFolder(e, t) ?? ""];
}
export { readGoWork as n, readGoMod as t };
