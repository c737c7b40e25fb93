import "./rolldown-runtime.js";
import { G as semverRange, Gt as UsageError, K as buildPurl, Lt as compareText, dn as isRecord, kt as matchesWildcard, lt as grouped } from "./part-base.js";
import { d as scopesFrom, f as withoutCredentials, i as firstPartyPurl, x as fromLockfileFolder } from "./part-inventory.js";
import { a as parseIntegrity, d as scanJsonKeys, g as sortedEdges, o as plainJson } from "./part-inventory-assemble.js";
import { a as readYaml, i as textsAt, n as mapAt, r as textAt, t as isYamlMap } from "./part-inventory-yaml.js";
function isPackageName(e) {
	return e.length <= 512 && /^(?:@[^/\\\s\p{Cc}]+\/)?[^@./\\\s\p{Cc}][^/\\\s\p{Cc}]*$/u.test(e);
}
function splitAtVersion(e) {
	const t = e.indexOf("@", 1);
	return t < 0 ? void 0 : {
		name: e.slice(0, t),
		rest: e.slice(t + 1)
	};
}
const NPM_FLAGS = [
	"link",
	"dev",
	"optional",
	"devOptional",
	"peer",
	"inBundle",
	"extraneous",
	"hasInstallScript",
	"deprecated"
];
const NONE$1 = new Map();
const MAX_TEXT = 16384;
const MAX_LICENSE_DEPTH = 4;
function textOf(e) {
	return typeof e === "string" && e !== "" && e.length <= MAX_TEXT ? e : void 0;
}
function readEntry(e, t, n) {
	const r = [];
	const i = (e) => {
		const t = n[e];
		const i = textOf(t);
		if (i === void 0 && t !== void 0 && t !== "") r.push(`\`${e}\` is no text`);
		return i;
	};
	const a = (e) => {
		const t = n[e];
		if (t === void 0) return NONE$1;
		if (!isRecord(t)) {
			r.push(`\`${e}\` is no object`);
			return NONE$1;
		}
		const i = new Map();
		for (const [n, a] of Object.entries(t)) if (!isPackageName(n)) r.push(`\`${e}\` names something that is no package`);
		else i.set(n, typeof a === "string" ? a : "");
		return i;
	};
	if (e === "" && n["link"] === true) r.push("the project itself can't be a link");
	const o = n["license"] ?? n["licenses"];
	if (!isShallow(o, MAX_LICENSE_DEPTH)) r.push("`license` is nested too deeply");
	const s = {
		key: e,
		line: t,
		name: i("name"),
		version: i("version"),
		resolved: n["resolved"] === false ? void 0 : i("resolved"),
		integrity: n["integrity"] === false ? void 0 : i("integrity"),
		license: isShallow(o, MAX_LICENSE_DEPTH) ? o : void 0,
		flags: new Set(NPM_FLAGS.filter((t) => n[t] !== void 0 && n[t] !== false && !(t === "link" && e === ""))),
		dependencies: a("dependencies"),
		optionalDependencies: a("optionalDependencies"),
		peerDependencies: a("peerDependencies"),
		devDependencies: a("devDependencies"),
		optionalPeers: optionalPeers(n["peerDependenciesMeta"]),
		workspaces: workspacePatterns(n["workspaces"])
	};
	if (s.name !== void 0 && !isPackageName(s.name)) {
		r.push("`name` is no package name");
		return {
			entry: {
				...s,
				name: void 0
			},
			problems: r
		};
	}
	return {
		entry: s,
		problems: r
	};
}
function optionalPeers(e) {
	if (!isRecord(e)) return new Set();
	const t = Object.entries(e).filter(([, e]) => isRecord(e) && e["optional"] === true);
	return new Set(t.map(([e]) => e));
}
function workspacePatterns(e) {
	const t = isRecord(e) ? e["packages"] : e;
	return Array.isArray(t) ? t.filter((e) => typeof e === "string") : [];
}
function isShallow(e, t) {
	if (typeof e !== "object" || e === null) return true;
	return t > 0 && Object.values(e).every((e) => isShallow(e, t - 1));
}
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
	const u = sortedEdges(o.filter(({ from: e, to: t }) => e !== t).map((e) => toEdge$1(e, l)));
	const d = scopesFrom(i.map(l), u);
	const f = aliasesOf(o);
	const p = new Set(o.filter(({ from: e }) => e.firstParty).map(({ to: e }) => e));
	const m = a.map((n) => {
		const r = d.get(l(n));
		const a = r !== void 0 && e.isOtherScope?.(n, r) === true;
		return {
			...toComponent$1(n, t, l),
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
function toEdge$1({ from: e, to: t, kind: n, name: r, range: i }, a) {
	return {
		from: a(e),
		to: a(t),
		kind: n,
		...i === void 0 || i === "" ? {} : { requirement: withoutCredentials(i) },
		...r === t.name ? {} : { alias: r },
		...t.condition === void 0 ? {} : { condition: t.condition }
	};
}
function toComponent$1(e, t, n) {
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
function manifestsOf$1(e, t) {
	return t.flatMap(({ folder: t }) => fromLockfileFolder(e, `${t}/package.json`) ?? []);
}
const MAX_STEPS = 1e7;
const MAX_ALTERNATIVES = 100;
function workspaceMatcher(e) {
	const t = { steps: MAX_STEPS };
	const n = e.map((e) => {
		const t = e.startsWith("!");
		return {
			negated: t,
			alternatives: expandBraces((t ? e.slice(1) : e).replace(/^\.?\//, "").replace(/\/+$/, ""))?.map((e) => e.split("/"))
		};
	});
	return (e) => {
		const r = e.split("/");
		let i = "other";
		for (const { negated: e, alternatives: a } of n) if (a === void 0) {
			if (!e && i === "other") i = "unknown";
			if (e && i === "member") i = "unknown";
		} else if (a.some((e) => matchParts(e, r, t))) i = e ? "other" : "member";
		return t.steps < 0 ? "unknown" : i;
	};
}
function expandBraces(e) {
	if (/[[\]()]/.test(e)) return void 0;
	let t = [e];
	while (t.some((e) => /[{}]/.test(e))) {
		const e = [];
		for (const n of t) {
			const t = /\{([^{}]*)\}/.exec(n);
			if (t === null) {
				if (/[{}]/.test(n)) return void 0;
				e.push(n);
				continue;
			}
			const [r, i = ""] = t;
			const a = n.slice(0, t.index);
			const o = n.slice(t.index + r.length);
			e.push(...i.split(",").map((e) => a + e + o));
			if (e.length > MAX_ALTERNATIVES) return void 0;
		}
		t = e;
	}
	return t;
}
function matchParts(e, t, n) {
	const r = (e, t) => matchList([...e], [...t], (e, t) => e === "?" || e === t, "*", n);
	return matchList(e, t, r, "**", n);
}
function matchList(e, t, n, r, i) {
	i.steps -= e.length;
	let a = 0;
	let o = -1;
	let s = 0;
	for (let c = 0; c < t.length;) {
		if (--i.steps < 0) return true;
		const l = e[a];
		if (l === r) {
			o = a++;
			s = c;
		} else if (l !== void 0 && n(l, t[c] ?? "")) {
			a++;
			c++;
		} else if (o >= 0) {
			a = o + 1;
			c = ++s;
		} else return false;
	}
	return e.slice(a).every((e) => e === r);
}
function nodeResolution(e) {
	const t = byFolder(e);
	let n;
	return (r, i) => {
		if (n?.key !== r) n = {
			key: r,
			folders: wayUp(r, t)
		};
		for (const t of n.folders) {
			const n = t.get(i);
			if (n !== void 0) return followLink(e, n);
		}
	};
}
function byFolder(e) {
	const t = new Map();
	for (const n of e.values()) {
		const e = installName(n.key);
		if (e === void 0) continue;
		const r = n.key.slice(0, -`/node_modules/${e}`.length);
		const i = t.get(r) ?? new Map();
		t.set(r, i.set(e, n));
	}
	return t;
}
function wayUp(e, t) {
	const n = [];
	for (let r = e; r !== void 0; r = above(r)) {
		const e = t.get(r);
		if (e !== void 0) n.push(e);
	}
	return n;
}
function followLink(e, t) {
	if (!t.flags.has("link")) return t;
	const n = e.get(linkTarget(t));
	return n?.flags.has("link") ? void 0 : n;
}
function linkTarget(e) {
	const t = (e.resolved ?? "").replace(/^\.(?:\/|$)/, "");
	return t.endsWith("/") ? t.slice(0, -1) : t;
}
function above(e) {
	if (e === "" || e === ".." || e.endsWith("/..")) return void 0;
	const t = e.slice(0, Math.max(e.lastIndexOf("/"), 0));
	return t === "node_modules" || t.endsWith("/node_modules") ? above(t) : t;
}
function installName(e) {
	const t = e.lastIndexOf("node_modules/");
	if (t < 0 || t > 0 && e[t - 1] !== "/") return void 0;
	const n = e.slice(t + 13);
	const r = n.indexOf("/");
	return (r < 0 || n.startsWith("@") && n.indexOf("/", r + 1) < 0) && n !== "" ? n : void 0;
}
function isInstalledKey(e) {
	return e.startsWith("node_modules/") || e.includes("/node_modules/");
}
function npmEdges(e, t) {
	const n = nodeResolution(e.entries);
	const r = [];
	const i = [];
	for (const t of e.entries.values()) {
		if (t.flags.has("link")) continue;
		for (const [a, { kind: o, required: s, range: c }] of wantedBy(t)) {
			const l = n(t.key, a);
			if (l !== void 0 && l !== t) r.push({
				from: t,
				to: l,
				kind: edgeKind(e, t, l, o),
				name: a,
				range: c
			});
			else if (l === void 0 && s) i.push({
				from: t,
				name: a,
				kind: o
			});
		}
	}
	return {
		edges: [...r, ...workspaceEdges(e, t)],
		unmet: i
	};
}
function edgeKind({ nested: e }, t, n, r) {
	const i = n.flags.has("optional") && !t.flags.has("optional");
	return e && r === "runtime" && i ? "optional" : r;
}
function wantedBy(e) {
	const t = new Map();
	for (const [n, r] of e.peerDependencies) {
		const i = e.optionalPeers.has(n);
		t.set(n, {
			kind: i ? "optional" : "peer",
			required: !i,
			range: r
		});
	}
	for (const [n, r] of e.dependencies) t.set(n, {
		kind: "runtime",
		required: true,
		range: r
	});
	for (const [n, r] of e.optionalDependencies) t.set(n, {
		kind: "optional",
		required: false,
		range: r
	});
	if (isInstalledKey(e.key)) return t;
	for (const [n, r] of e.devDependencies) t.set(n, {
		kind: "development",
		required: true,
		range: r
	});
	return t;
}
function workspaceEdges({ entries: e }, t) {
	const n = e.get("");
	if (n === void 0 || t.length === 0) return [];
	const r = workspaceMatcher(t);
	const i = [];
	for (const t of e.values()) {
		if (!t.flags.has("link") || !t.key.startsWith("node_modules/")) continue;
		const a = followLink(e, t);
		if (a === void 0 || a === n || r(linkTarget(t)) === "other") continue;
		const o = t.key.slice(13);
		i.push({
			from: n,
			to: a,
			kind: "runtime",
			name: o,
			range: ""
		});
	}
	return i;
}
const NEWEST$1 = 2;
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
	if (typeof i !== "number" || !Number.isInteger(i) || i < 0 || i > NEWEST$1) a.push({ reason: `it is of the version ${JSON.stringify(i ?? null).slice(0, 50)}; 0 to ${NEWEST$1} are known, and it was read as if it were of these` });
	const o = linesOf(n, a);
	return {
		json: r,
		workspaces: readWorkspaces(r["workspaces"], o.workspaces, a),
		entries: readPackages$1(r["packages"], o.packages, a),
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
function readPackages$1(e, t, n) {
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
const FIELDS = [
	"os",
	"cpu",
	"libc"
];
function platformCondition(e) {
	const t = FIELDS.flatMap((t) => {
		const n = e[t].filter((e) => e !== "any" && e !== "!none" && e !== "none");
		const r = n.filter((e) => !e.startsWith("!")).map((e) => `${t}=${e}`);
		const i = n.filter((e) => e.startsWith("!")).map((e) => `!${t}=${e.slice(1)}`);
		const [a] = r;
		const o = r.length > 1 ? `(${r.join(" | ")})` : a;
		return [...o === void 0 ? [] : [o], ...i];
	});
	return t.length === 0 ? void 0 : t.join(" & ");
}
const PLAIN_NAME = /^@?[\w-][\w.~-]*(?:\/[\w-][\w.~-]*)?$/;
const PLAIN_VERSION = /^[\w-][\w.~-]*$/;
function npmPurl(e, t, { qualifiers: n }) {
	if (n === void 0 && PLAIN_NAME.test(e) && t !== void 0 && PLAIN_VERSION.test(t)) return `pkg:npm/${e.startsWith("@") ? `%40${e.slice(1)}` : e}@${t}`;
	const r = e.indexOf("/");
	return buildPurl({
		type: "npm",
		namespace: r < 0 ? void 0 : e.slice(0, r),
		name: e.slice(r + 1),
		version: t,
		qualifiers: n
	});
}
const PUBLIC_REGISTRIES = new Set(["registry.npmjs.org", "registry.yarnpkg.com"]);
const PLAIN_ARCHIVE = /^https:\/\/registry\.npmjs\.org\/(?:@[\w-][\w.~-]*\/)?[\w-][\w.~-]*\/-\/[\w-][\w.~-]*\.tgz$/;
const HOSTED = new Map([
	["github", "github.com"],
	["gitlab", "gitlab.com"],
	["bitbucket", "bitbucket.org"]
]);
function readResolved(e, t) {
	if (t === void 0) return { kind: "registry" };
	if (PLAIN_ARCHIVE.test(t) && t.startsWith(`/${e}/-/`, 26)) return {
		kind: "registry",
		url: t
	};
	if (t.startsWith("file:")) return fileSource(t);
	if (/^git\+file:/.test(t)) return OUTSIDE_REPOSITORY;
	const n = parseUrl(t);
	if (n === void 0) return {
		kind: "archive",
		problem: "`resolved` is no URL"
	};
	n.password = "";
	if (n.protocol.startsWith("git") || n.protocol === "ssh:") return gitSource(n);
	if (n.protocol !== "https:" && n.protocol !== "http:") return {
		kind: "archive",
		problem: `\`resolved\` has the unknown scheme ${n.protocol}`
	};
	n.username = "";
	n.search = "";
	n.hash = "";
	return archiveSource(e, n);
}
const OUTSIDE_REPOSITORY = {
	kind: "file",
	problem: "it comes from a git repository that is a folder on one machine"
};
function gitSource(e) {
	if (e.username !== "git") e.username = "";
	e.search = "";
	const t = e.hash.slice(1);
	const n = new URL(e);
	n.hash = "";
	const r = `${n.protocol.startsWith("git") ? "" : "git+"}${n.href}`;
	return {
		kind: "git",
		url: e.href,
		qualifiers: { vcs_url: t === "" ? r : `${r}@${t}` },
		.../^[0-9a-f]{40,64}$/.test(t) ? {} : { problem: "`resolved` names no full git commit" }
	};
}
function archiveSource(e, t) {
	const n = t.pathname.replaceAll("%2f", "/").replaceAll("%2F", "/").replaceAll("%40", "@");
	const r = n.indexOf(`/${e}/-/`);
	if (r >= 0) {
		const e = `${t.origin}${n.slice(0, r)}`;
		return {
			kind: "registry",
			url: t.href,
			...PUBLIC_REGISTRIES.has(t.host) ? {} : { qualifiers: { repository_url: e } }
		};
	}
	if (t.host === "npm.pkg.github.com" && n.startsWith(`/download/${e}/`)) return {
		kind: "registry",
		url: t.href,
		qualifiers: { repository_url: t.origin }
	};
	const i = hostedRepository(t);
	if (i !== void 0) return {
		kind: "git",
		url: t.href,
		qualifiers: { vcs_url: i }
	};
	return {
		kind: "archive",
		url: t.href,
		qualifiers: { download_url: t.href }
	};
}
const COMMIT_ARCHIVES = new Map([
	["codeload.github.com", ["github.com", /^\/([^/]+\/[^/]+)\/tar\.gz\/([0-9a-f]{40,64})$/]],
	["gitlab.com", ["gitlab.com", /^\/(.+?)\/-\/archive\/([0-9a-f]{40,64})\/[^/]+$/]],
	["bitbucket.org", ["bitbucket.org", /^\/([^/]+\/[^/]+)\/get\/([0-9a-f]{40,64})\.tar\.gz$/]]
]);
function hostedRepository({ host: e, pathname: t }) {
	const [n, r] = COMMIT_ARCHIVES.get(e) ?? [];
	const [, i, a] = r?.exec(t) ?? [];
	return a === void 0 ? void 0 : `git+https://${n}/${i}@${a}`;
}
function fileSource(e) {
	const t = e.slice(5);
	return t.startsWith("/") || t.startsWith("~") || /^[A-Za-z]:/.test(t) ? {
		kind: "file",
		problem: "`resolved` is a file outside the repository"
	} : {
		kind: "file",
		url: e
	};
}
function parseUrl(e) {
	const t = /^(github|gitlab|bitbucket):([^/#]+\/[^#]+)(#.*)?$/.exec(e);
	const n = HOSTED.get(t?.[1] ?? "");
	if (n !== void 0) return parseUrl(`git+ssh://git@${n}/${t?.[2]}.git${t?.[3] ?? ""}`);
	const r = e.replace(/^((?:git\+)?ssh:\/\/(?:[^/:@]+@)?[^/:@]+):(?=[^/\d@][^/@]*\/)/, "$1/");
	return URL.canParse(r) ? new URL(r) : void 0;
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
function patchesIn(e) {
	const t = e["patchedDependencies"];
	const n = isRecord(t) ? Object.entries(t) : [];
	return new Map(n.filter((e) => typeof e[1] === "string"));
}
async function entryNode$2(e, t, n, r) {
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
const MAX_NAMED$2 = 5;
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
		else if (spelled$2(a.range) !== spelled$2(s) && r.isOverridden?.(t) !== true && !c && !fulfils$1(a.version, s)) i.push(`${t} is locked for ${a.range || "any version"}`);
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
	const i = r.length - MAX_NAMED$2;
	return [{
		kind: "stale",
		node: t,
		reason: `${e} asks for other packages: ${r.slice(0, MAX_NAMED$2).join(", ")}${i > 0 ? ` and ${i} more` : ""}`,
		identity: r.join("\n")
	}];
}
function spelled$2(e) {
	return e.trim().replace(/\s+/g, " ");
}
function fulfils$1(e, t) {
	return e !== void 0 && (semverRange(t)?.(e) ?? false);
}
function staleProblems$3({ json: e, workspaces: t }, n, r) {
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
	const a = await nodesOf$1(e, t, n, i);
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
	if (e.compareManifests) i.push(...staleProblems$3(t, n, l));
	const u = n.map(({ node: e }) => e);
	return [lockGraph({
		path: e.path,
		format: "bun-lock",
		roots: u,
		nodes: [...new Set([...u, ...a.values()])],
		edges: l,
		problems: i,
		covers: [...manifestsOf$1(e.path, n), ...folderManifests$3(e.path, t)]
	})];
}
async function nodesOf$1(e, { entries: t, json: n }, r, i) {
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
		else s.set(n.key, r ?? await entryNode$2(e, n, o, i));
	}
	return s;
}
function memberFolder(e) {
	const { resolution: t } = e;
	if (t.startsWith("workspace:")) return t.slice(10);
	return t === "root:" ? "" : folderOf(e);
}
const MAX_DEPTH$1 = 8;
function overriddenNames(e, t) {
	if (!isRecord(e) || t > MAX_DEPTH$1) return new Set();
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
function folderManifests$3(e, { entries: t }) {
	return t.flatMap((t) => {
		const n = folderOf(t);
		const r = t.resolution.startsWith("file:");
		if (n === void 0 || !r || isAbsolutePath(n)) return [];
		return fromLockfileFolder(e, `${n}/package.json`) ?? [];
	});
}
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
const MAX_NAMED$1 = 5;
function staleProblems$2({ entries: e, nested: t }, n, r) {
	const i = nodeResolution(e);
	const a = [];
	for (const [o, s] of n) {
		const n = e.get(o);
		if (n === void 0) continue;
		const c = t && o === "" ? r.filter(isOfProject).map(({ name: e }) => `${e} is not locked`) : compare(s, wantedBy(n), o, i);
		if (c.length === 0) continue;
		const l = c.slice(0, MAX_NAMED$1).join(", ");
		const u = c.length - MAX_NAMED$1;
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
		else if (spelled$1(i.range) !== spelled$1(s) && !fulfils(r(n, e)?.version, s)) a.push(`${e} is locked for ${withoutCredentials(i.range) || "any version"}`);
	}
	for (const e of t.keys()) if (!i.has(e)) a.push(`${e} is no longer asked for`);
	return a.sort();
}
function spelled$1(e) {
	const t = e.trim().replace(/\s+/g, " ");
	return t.startsWith("file:") ? t.replace(/^file:(?:\.\/)+/, "file:").replace(/\/+$/, "") : t;
}
function fulfils(e, t) {
	return e !== void 0 && (semverRange(t)?.(e) ?? false);
}
const MAX_KEY = 4096;
function readPackages(e, t) {
	const n = e["packages"];
	if (!isRecord(n)) throw new UsageError("The lockfile has no `packages`", { hint: "Write it again with `npm install --package-lock-only`." });
	const { lines: r, duplicates: i } = packageLines(t);
	const a = i.map(({ key: e, line: t }) => ({
		key: e,
		line: t,
		reason: "the entry stands in the lockfile more than once; the last one was read"
	}));
	const o = new Map();
	for (const [e, t] of Object.entries(n)) {
		const n = r.get(e);
		const i = keyProblem(e) ?? (isRecord(t) ? void 0 : "the entry is no object");
		if (i !== void 0 || !isRecord(t)) {
			a.push({
				key: e.slice(0, 200),
				line: n,
				reason: i ?? "the entry is no object"
			});
			continue;
		}
		const { entry: s, problems: c } = readEntry(e, n, t);
		o.set(e, s);
		a.push(...c.map((t) => ({
			key: e,
			line: n,
			reason: t
		})));
	}
	if (!o.has("")) {
		if (Object.keys(n).length > 0) a.push({
			key: "",
			reason: "the lockfile has no entry for the project itself"
		});
		o.set("", readEntry("", void 0, {}).entry);
	}
	a.push(...missingFromPackages(e["dependencies"], n));
	return {
		name: textOf(e["name"]),
		version: textOf(e["version"]),
		nested: false,
		entries: o,
		problems: a
	};
}
const MAX_NAMED = 5;
function missingFromPackages(e, t) {
	if (!isRecord(e)) return [];
	const n = Object.keys(e).filter((e) => !Object.hasOwn(t, `node_modules/${e}`)).sort();
	if (n.length === 0) return [];
	return [{
		key: "",
		kind: "stale",
		reason: `its \`dependencies\` name packages that its \`packages\` lacks: ${n.slice(0, MAX_NAMED).join(", ").slice(0, 400)}${n.length > MAX_NAMED ? ` and ${n.length - MAX_NAMED} more` : ""}`,
		identity: n.join("\n")
	}];
}
function keyProblem(e) {
	if (e === "") return void 0;
	if (e.length > MAX_KEY) return `the path is longer than ${MAX_KEY} characters`;
	if (e.startsWith("/") || /^[A-Za-z]:/.test(e)) return "the path is absolute";
	if (/[\u0000-\u001f\u007f\\]/.test(e)) return "the path holds characters that npm never writes";
	const t = e.replace(/^(?:\.\.\/)+/, "");
	if ((t === ".." ? "x" : t).split("/").some((e) => e === "" || e === "." || e === "..")) return "the path is not in its shortest form";
}
function packageLines(e) {
	const t = new Map();
	const n = [];
	let r = false;
	scanJsonKeys(e, (e, i, a) => {
		if (i === 1) {
			r = e === "packages";
			if (r && t.size > 0) {
				n.push({
					key: "",
					line: a
				});
				t.clear();
			}
		} else if (i === 2 && r) {
			if (t.has(e)) n.push({
				key: e,
				line: a
			});
			t.set(e, a);
		}
	});
	return {
		lines: t,
		duplicates: n
	};
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
		...staleProblems$2(t, n, s),
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
const MAX_NESTING = 50;
async function readNestedDependencies(e, t) {
	const n = e["dependencies"] ?? {};
	if (!isRecord(n)) throw new UsageError(`The \`dependencies\` of ${t.path} are no object`, { hint: "Write it again with `npm install --package-lock-only --lockfile-version 3`." });
	const r = nestedLines(t.text);
	const i = new Map();
	const a = [];
	const o = (e, t, n) => {
		const { entry: r, problems: o } = readEntry(e, t, n);
		i.set(e, r);
		a.push(...o.map((n) => ({
			key: e,
			line: t,
			reason: n
		})));
	};
	const s = await projectManifest(t);
	if (s === void 0) {
		const e = "lockfileVersion 1 needs the package.json beside it, which can't be read";
		if (Object.keys(n).length > 0) a.push({
			key: "",
			reason: e
		});
	}
	if (Object.keys(n).length > 0) a.push({
		key: "",
		kind: "missing-peer",
		reason: "nested `dependencies` do not record peer dependencies",
		advice: "Run `npm install --package-lock-only --lockfile-version 3`, which writes them."
	});
	o("", void 0, s ?? {});
	const c = [{
		parent: "",
		linkedParent: "",
		nested: n,
		depth: 1
	}];
	for (let e = c.pop(); e !== void 0; e = c.pop()) {
		const { parent: t, linkedParent: n, nested: i, depth: s } = e;
		for (const [e, l] of Object.entries(i)) {
			const i = installKey(t, e);
			const u = installKey(n, e);
			const d = r.get(u);
			if (!isPackageName(e) || !isRecord(l) || s > MAX_NESTING) {
				const e = s > MAX_NESTING ? "it is nested too deeply" : "it is no entry of a package";
				a.push({
					key: i.slice(0, 200),
					line: d,
					reason: e
				});
				continue;
			}
			const f = linkedFolder$1(l["version"]);
			const p = f === void 0 ? void 0 : keyProblem(f);
			if (p !== void 0) {
				a.push({
					key: i.slice(0, 200),
					line: d,
					reason: p
				});
				continue;
			}
			if (f === void 0) o(i, d, asPackage(e, l));
			else {
				o(i, d, {
					link: true,
					resolved: f
				});
				o(f, d, {
					...asPackage(e, l),
					name: e,
					version: void 0,
					resolved: void 0
				});
			}
			const m = l["dependencies"];
			if (isRecord(m)) {
				const e = {
					parent: f ?? i,
					linkedParent: u
				};
				c.push({
					...e,
					nested: m,
					depth: s + 1
				});
			}
		}
	}
	return {
		name: textOf(e["name"]),
		version: textOf(e["version"]),
		nested: true,
		entries: i,
		problems: a
	};
}
function installKey(e, t) {
	return e === "" ? `node_modules/${t}` : `${e}/node_modules/${t}`;
}
function asPackage(e, t) {
	const n = textOf(t["version"]) ?? "";
	const r = /^npm:(.+)@([^@]+)$/.exec(n);
	const i = /^(?:git|https?:|ssh:|file:|github:|gitlab:|bitbucket:)/.test(n);
	const a = {
		...t,
		dependencies: t["requires"],
		inBundle: t["bundled"]
	};
	if (r !== null) return {
		...a,
		name: r[1],
		version: r[2]
	};
	return i ? {
		...a,
		version: versionInUrl(e, n),
		resolved: n
	} : a;
}
function versionInUrl(e, t) {
	const n = t.replace(/[?#].*$/, "").replaceAll(/%2f/gi, "/").replaceAll("%40", "@");
	const r = `/${e}/-/${e.slice(e.indexOf("/") + 1)}-`;
	const i = n.indexOf(r);
	if (i < 0 || !n.endsWith(".tgz")) return void 0;
	const a = n.slice(i + r.length, -4);
	return /^\d+\.\d+\.\d+[0-9A-Za-z.+-]*$/.test(a) ? a : void 0;
}
function linkedFolder$1(e) {
	if (typeof e !== "string" || !e.startsWith("file:")) return void 0;
	const t = e.slice(5).replace(/^\.\//, "").replace(/\/+$/, "");
	return t === "" || /\.(?:tgz|tar|tar\.gz)$/i.test(t) ? void 0 : t;
}
async function projectManifest(e) {
	const t = fromLockfileFolder(e.path, "package.json");
	const n = t === void 0 ? void 0 : await e.readText(t).catch(() => void 0);
	if (n === void 0) return void 0;
	try {
		const e = JSON.parse(n);
		return isRecord(e) ? e : void 0;
	} catch {
		return;
	}
}
function nestedLines(e) {
	const t = new Map();
	const n = [];
	let r = 0;
	scanJsonKeys(e, (e, i, a) => {
		const o = Math.ceil(i / 2);
		if (o > MAX_NESTING) return;
		if (i % 2 === 1) r = e === "dependencies" && r >= o - 1 ? o : Math.min(r, o - 1);
		else if (r >= o) {
			r = o;
			n[o - 1] = e;
			t.set(`node_modules/${n.slice(0, o).join("/node_modules/")}`, a);
		}
	});
	return t;
}
const PUBLIC = new Set(["registry.npmjs.org", "registry.yarnpkg.com"]);
function registriesFrom(e) {
	return { of(t) {
		const n = t.startsWith("@") ? t.slice(0, Math.max(t.indexOf("/"), 0)) : "";
		const r = e.has(n) ? e.get(n) : e.get("");
		return r === "" ? void 0 : r;
	} };
}
function readNpmrcRegistries(e) {
	const t = new Map();
	for (const n of e.split(/\r?\n/)) {
		const [, e = "", r = ""] = /^\s*(?:(@[^\s:=]+):)?registry\s*=\s*["']?([^\s"']+)/.exec(n) ?? [];
		const i = registryUrl(r);
		if (i !== void 0) t.set(e, i);
	}
	return t;
}
function registryUrl(e) {
	if (!/^https?:\/\//.test(e) || e.includes("${") || !URL.canParse(e)) return void 0;
	const { origin: t, host: n, pathname: r } = new URL(e);
	return PUBLIC.has(n) ? "" : `${t}${r.replace(/\/+$/, "")}`;
}
function styleOf(e) {
	const [, t] = /^(\d+)(?:\.\d+)?(?:-inlineSpecifiers)?$/.exec(e ?? "") ?? [];
	if (t === "5") return "slashes";
	if (t === "6" || t === "7") return "packages";
	return t === "9" ? "snapshots" : void 0;
}
function plainKey(e, t) {
	return t !== "slashes" && e.startsWith("/") ? e.slice(1) : e;
}
function depPathReader(e) {
	return e === "slashes" ? readSlashes : readAtSign;
}
function candidateKeys(e, t, n) {
	return n === "slashes" ? [`/${e}/${t}`, t] : [`${e}@${t}`, plainKey(t, n)];
}
function readAtSign(e) {
	const t = e.indexOf("(");
	const n = t < 0 ? e : e.slice(0, t);
	const r = t < 0 ? "" : e.slice(t);
	const i = n.indexOf("@", 1);
	if (i < 0) return {
		name: n,
		version: void 0,
		packageKey: n,
		suffix: r
	};
	const a = n.slice(i + 1);
	return {
		name: withoutHost(n.slice(0, i)),
		version: isVersion(a) ? a : void 0,
		packageKey: n,
		suffix: r
	};
}
function readSlashes(e) {
	const t = e.startsWith("/") ? 1 : e.indexOf("/") + 1;
	const n = e.slice(t);
	const r = n.indexOf("/", n.startsWith("@") ? n.indexOf("/") + 1 : 0);
	const i = r < 0 ? "" : n.slice(r + 1);
	const a = i.indexOf("_");
	const o = a < 0 ? i : i.slice(0, a);
	const s = a < 0 ? "" : i.slice(a);
	return {
		name: r < 0 ? n : n.slice(0, r),
		version: isVersion(o) ? o : void 0,
		packageKey: e,
		suffix: s
	};
}
function withoutHost(e) {
	const [t = "", ...n] = e.split("/");
	return !t.startsWith("@") && n.length > 0 ? n.join("/") : e;
}
function isVersion(e) {
	return /^\d+\.\d+\.\d+(?:[-+][\w.+-]*)?$/.test(e);
}
async function folderNodes(e, { importers: t, snapshots: n }, r, i) {
	const a = new Map(r);
	const o = async (t, n, r, o) => {
		if (!r.startsWith("link:")) return;
		const s = r.slice(5);
		const c = isAbsolutePath(s) ? s : normalFolder(t, s);
		if (a.has(c)) return;
		const l = isAbsolutePath(s) || fromLockfileFolder(e.path, c) === void 0;
		const u = isAbsolutePath(s) ? `link:${n}#${a.size}` : `link:${c}`;
		a.set(c, await linkedNode(e, {
			key: u,
			path: l ? void 0 : c,
			name: n,
			line: o
		}, i));
	};
	for (const { folder: e, line: n, requirements: r } of t.values()) for (const { name: t, version: i } of r) await o(e, t, i, n);
	for (const { line: e, dependencies: t, optionalDependencies: r } of n.values()) {
		for (const [n, r] of t) await o("", n, r, e);
		for (const [t, n] of r) await o("", t, n, e);
	}
	return a;
}
const MAX_LENGTH = 120;
function installPath({ key: e, name: t, version: n, suffix: r }, i) {
	if (n === void 0 || e.includes("://")) return void 0;
	if (!e.includes("@", 1) && !e.startsWith("/")) return void 0;
	const a = (e.startsWith("/") ? `${t}@${n}${r}` : e).replaceAll(/[\\/:*?"<>|#]/g, "+").replace(/\)$/, "").replaceAll(/\)\(|[()]/g, "_");
	if (a.length > MAX_LENGTH || a !== a.toLowerCase()) return void 0;
	return fromLockfileFolder(i, `node_modules/.pnpm/${a}/node_modules/${t}`);
}
const IMPORTER_GROUPS = [
	"dependencies",
	"optionalDependencies",
	"devDependencies",
	"configDependencies",
	"packageManagerDependencies"
];
function readDocument(e, t) {
	const n = [];
	const r = readSnapshots(e, t, n);
	return {
		style: t,
		top: e,
		importers: readImporters(e, t, n),
		snapshots: r,
		problems: n
	};
}
function readImporters(e, t, n) {
	const r = new Map();
	const i = mapAt(e, "importers");
	if (i === void 0) {
		if (t === "snapshots") n.push({ reason: "the lockfile names no importers" });
		r.set("", {
			folder: "",
			line: 1,
			requirements: readRequirements(e, ".", n)
		});
		return r;
	}
	for (const [e, t] of i.entries) {
		const a = normalFolder("", e);
		const o = mapAt(i, e);
		if (r.has(a)) n.push({
			item: e,
			line: o?.line,
			reason: "the importer stands there twice"
		});
		if (o === void 0 && t !== null) n.push({
			item: e,
			line: i.line,
			reason: "the importer is no mapping"
		});
		const s = o === void 0 ? [] : readRequirements(o, e, n);
		r.set(a, {
			folder: a,
			line: o?.line ?? i.line,
			requirements: s
		});
	}
	return r;
}
function readRequirements(e, t, n) {
	const r = mapAt(e, "specifiers");
	return IMPORTER_GROUPS.flatMap((i) => {
		const a = mapAt(e, i);
		if (a === void 0) return [];
		return [...a.entries].flatMap(([e, o]) => {
			const s = mapAt(a, e);
			const c = s === void 0 ? o : s.entries.get("version");
			if (typeof c !== "string" || c === "") {
				const r = s?.line ?? a.line;
				n.push({
					item: t,
					line: r,
					reason: `its dependency ${e} has no version`
				});
				return [];
			}
			return [{
				group: i,
				name: e,
				specifier: textAt(s === void 0 ? r : s, s === void 0 ? e : "specifier"),
				version: c
			}];
		});
	});
}
function readSnapshots(e, t, n) {
	const r = mapAt(e, "packages");
	const i = t === "snapshots" ? mapAt(e, "snapshots") : r;
	const a = depPathReader(t);
	const o = new Map();
	const s = new Set();
	for (const [e, c] of i?.entries ?? []) {
		const l = mapAt(i, e);
		const u = plainKey(e, t);
		const d = a(u);
		const f = t === "snapshots" ? mapAt(r, d.packageKey) ?? mapAt(r, `/${d.packageKey}`) : l;
		s.add(d.packageKey);
		const p = f?.line ?? l?.line ?? i?.line ?? 1;
		if (l === void 0 && c !== null) n.push({
			item: e,
			line: p,
			reason: "the entry is no mapping"
		});
		if (f === void 0) n.push({
			item: e,
			line: p,
			reason: "nothing says where the package comes from"
		});
		if (o.has(u)) n.push({
			item: u,
			line: p,
			reason: "the entry stands there twice"
		});
		o.set(u, toSnapshot(u, d, p, f, l, n));
	}
	if (t === "snapshots") for (const e of r?.entries.keys() ?? []) {
		const i = plainKey(e, t);
		if (s.has(i)) continue;
		const c = mapAt(r, e);
		const l = c?.line ?? r?.line ?? 1;
		n.push({
			item: i,
			line: l,
			reason: "the lockfile does not say what the package needs"
		});
		o.set(i, toSnapshot(i, a(i), l, c, void 0, n));
	}
	return o;
}
function toSnapshot(e, t, n, r, i, a) {
	const o = (t) => {
		const r = mapAt(i, t);
		const o = new Map();
		for (const [t, i] of r?.entries ?? []) if (typeof i === "string" && i !== "") o.set(t, i);
		else a.push({
			item: e,
			line: n,
			reason: `its dependency ${t} has no version`
		});
		if (r === void 0 && i?.entries.get(t) != null) a.push({
			item: e,
			line: n,
			reason: `\`${t}\` is no mapping`
		});
		return o;
	};
	const s = textAt(i, "dev");
	return {
		...t,
		name: textAt(r, "name") ?? t.name,
		version: textAt(r, "version") ?? t.version,
		key: e,
		line: n,
		facts: r,
		dependencies: o("dependencies"),
		optionalDependencies: o("optionalDependencies"),
		isOptional: textAt(i, "optional") === "true",
		isDevelopment: s === void 0 ? void 0 : s === "true"
	};
}
function peersOf$1(e) {
	const t = mapAt(e, "peerDependenciesMeta");
	const n = new Map();
	for (const [r, i] of mapAt(e, "peerDependencies")?.entries ?? []) {
		const e = textAt(mapAt(t, r), "optional") === "true";
		n.set(r, {
			range: typeof i === "string" ? i : "",
			isOptional: e
		});
	}
	return n;
}
function platformOf(e) {
	return {
		os: textsAt(e, "os"),
		cpu: textsAt(e, "cpu"),
		libc: textsAt(e, "libc")
	};
}
function patchesOf({ top: e }, t) {
	const n = new Map();
	const r = mapAt(e, "patchedDependencies");
	for (const [e, i] of r?.entries ?? []) {
		const a = mapAt(r, e);
		const o = isYamlMap(i) ? textAt(a, "hash") : i;
		if (typeof o !== "string" || o === "") continue;
		const s = textAt(a, "path");
		const c = s === void 0 ? void 0 : fromLockfileFolder(t, s);
		n.set(o, [...n.get(o) ?? [], ...c === void 0 ? [] : [c]]);
	}
	return ({ suffix: e, facts: t }) => {
		const r = /\(patch_hash=([^()]*)\)/.exec(e)?.[1];
		if (r !== void 0) return n.get(r) ?? [];
		if (textAt(t, "patched") !== "true") return void 0;
		const i = e.slice(e.lastIndexOf("_") + 1);
		return n.get(i) ?? [];
	};
}
function resolutionParts({ name: e, version: t, facts: n }, r, i) {
	const a = mapAt(n, "resolution");
	const o = textAt(a, "integrity");
	const s = textAt(a, "tarball");
	const c = textAt(a, "type");
	const l = (n) => sourceParts({
		name: e,
		version: t,
		resolved: n,
		integrity: o
	}, i);
	if (a === void 0) return unknown("the entry has no `resolution`");
	if (c === "git") return l(gitAddress$1(a));
	if (c === "directory") return folderParts(r, textAt(a, "directory") ?? "");
	if (c === "binary" || c === "variations") return runtimeParts(e, t, a);
	if (c !== void 0) return unknown(`its \`resolution\` is of the unknown type ${c.slice(0, 50)}`);
	if (s === void 0 && o === void 0) return unknown("its `resolution` says nothing that is known");
	return l(s);
}
function packageFolder({ facts: e }) {
	const t = mapAt(e, "resolution");
	return textAt(t, "type") === "directory" ? textAt(t, "directory") : void 0;
}
function unknown(e) {
	return {
		artifacts: [],
		problems: [e]
	};
}
function gitAddress$1(e) {
	const t = textAt(e, "repo") ?? "";
	const n = /^(?:([^@/\s]+)@)?([\w.-]+):(?!\/\/)(.+)$/.exec(t);
	const r = n === null ? t : `ssh://${n[1] === void 0 ? "" : `${n[1]}@`}${n[2]}/${n[3]}`;
	return `${r.startsWith("git") ? "" : "git+"}${r}#${textAt(e, "commit") ?? ""}`;
}
function folderParts(e, t) {
	const n = isAbsolutePath(t) ? void 0 : fromLockfileFolder(e, t);
	return n === void 0 ? unknown("the folder lies outside the repository") : {
		artifacts: [],
		installPath: n,
		problems: []
	};
}
function runtimeParts(e, t, n) {
	const r = n.entries.get("variants");
	const i = Array.isArray(r) ? r.flatMap((e) => variantArtifacts(e)) : [archive(n, void 0)];
	const a = i.some(({ hashes: e }) => e.length === 0);
	return {
		kind: "platform",
		purl: buildPurl({
			type: "generic",
			name: e,
			version: t
		}),
		artifacts: i,
		problems: [...i.length === 0 ? ["its `resolution` names no archive"] : [], ...a ? ["an archive has no known checksum"] : []]
	};
}
function variantArtifacts(e) {
	if (!isYamlMap(e)) return [];
	const t = mapAt(e, "resolution");
	const n = e.entries.get("targets");
	if (t === void 0 || !Array.isArray(n)) return [];
	return n.filter((e) => isYamlMap(e)).map((e) => archive(t, platformCondition(platformOf(e))));
}
function archive(e, t) {
	const { hashes: n } = parseIntegrity(textAt(e, "integrity") ?? "");
	const r = textAt(e, "url") ?? "";
	const i = /^https?:/.test(r) && URL.canParse(r) ? new URL(r) : void 0;
	return {
		hashes: n,
		...i === void 0 ? {} : { url: `${i.origin}${i.pathname}` },
		...t === void 0 ? {} : { condition: t }
	};
}
const KINDS = {
	dependencies: "runtime",
	optionalDependencies: "optional",
	devDependencies: "development"
};
async function staleProblems$1(e, t, n) {
	if (!e.compareManifests) return [];
	const { top: r } = t;
	const i = [...mapAt(r, "overrides")?.entries.keys() ?? []].map(overriddenName);
	const a = textsAt(r, "ignoredOptionalDependencies");
	const o = textAt(mapAt(r, "settings"), "excludeLinksFromLockfile") === "true";
	return [...n.flatMap((e) => staleProblem(e, lockedBy(e, t), {
		isOverridden: (e) => i.includes(e),
		mayLack: (e, t, n) => n === "optional" && a.some((t) => matchesWildcard(t, e)) || o && /^(?:link|workspace|file):/.test(t)
	})), ...await catalogProblems(e, t)];
}
function lockedBy({ folder: e }, { importers: t, snapshots: n, style: r }) {
	const i = new Map();
	for (const { group: a, name: o, specifier: s = "", version: c } of t.get(e)?.requirements ?? []) {
		const e = KINDS[a];
		if (e === void 0) continue;
		const t = candidateKeys(o, c, r).find((e) => n.has(e));
		const l = t === void 0 ? void 0 : n.get(t);
		i.set(o, {
			kind: e,
			range: s,
			version: l?.version
		});
	}
	return i;
}
function overriddenName(e) {
	const t = e.slice(e.lastIndexOf(">") + 1);
	const n = t.indexOf("@", 1);
	return n < 0 ? t : t.slice(0, n);
}
async function catalogProblems(e, { top: t }) {
	const n = mapAt(t, "catalogs");
	const r = fromLockfileFolder(e.path, "pnpm-workspace.yaml");
	if (n === void 0 || r === void 0) return [];
	let i;
	try {
		const t = await e.readText(r);
		if (t === void 0) return [];
		const n = readYaml(r, t).documents[0]?.value;
		i = isYamlMap(n) ? n : void 0;
	} catch (e) {
		if (!(e instanceof UsageError)) throw e;
		return [{ reason: `nobody can say whether its catalogs fit ${r}: ${e.message}` }];
	}
	const a = [];
	for (const e of n.entries.keys()) {
		const t = mapAt(mapAt(i, "catalogs"), e) ?? (e === "default" ? mapAt(i, "catalog") : void 0);
		for (const r of mapAt(n, e)?.entries.keys() ?? []) {
			const i = textAt(mapAt(mapAt(n, e), r), "specifier");
			if (textAt(t, r) !== i) a.push(`${r} is locked for ${i}`);
		}
	}
	if (a.length === 0) return [];
	const o = `${r} asks for other packages: ${a.slice(0, 5).join(", ")}`;
	return [{
		kind: "stale",
		line: n.line,
		reason: o,
		identity: a.join("\n")
	}];
}
const GROUP_KINDS = {
	dependencies: "runtime",
	optionalDependencies: "optional",
	devDependencies: "development",
	configDependencies: "development",
	packageManagerDependencies: "development"
};
async function documentGraph(e, t, n, r, i) {
	const { members: a, problems: o } = await readMembers(e, [...t.importers.values()].map(({ folder: e, line: t }) => ({
		folder: e,
		line: t,
		key: e === "" ? "." : e
	})));
	i.push(...t.problems, ...o);
	const s = await placesOf(e, t, a, n, i);
	const c = [...a.flatMap((e) => importerEdges(e, t, s, i)), ...[...t.snapshots.values()].flatMap((e) => snapshotEdges(e, s, i))];
	if (r === "") i.push(...await staleProblems$1(e, t, a));
	const l = (e, n) => {
		const r = t.snapshots.get(e.key);
		if (r === void 0) return false;
		const { isOptional: i, isDevelopment: a } = r;
		return i && n === "runtime" || a !== void 0 && a !== (n === "development");
	};
	return lockGraph({
		path: e.path,
		format: "pnpm-lock",
		part: r,
		roots: a.map(({ node: e }) => e),
		nodes: s.all(),
		edges: c,
		problems: i,
		covers: r === "" ? [...manifestsOf$1(e.path, a), ...folderManifests$2(e.path, t)] : [],
		isOtherScope: l
	});
}
async function placesOf(e, t, n, r, i) {
	const a = new Map(n.map(({ folder: e, node: t }) => [e, t]));
	const o = new Map();
	const s = [];
	const c = patchesOf(t, e.path);
	for (const n of t.snapshots.values()) {
		const t = packageFolder(n);
		const l = t === void 0 ? void 0 : a.get(normalFolder("", t));
		if (l !== void 0) {
			o.set(n.key, l);
			continue;
		}
		const { key: u, name: d, version: f, line: p, facts: m } = n;
		const { problems: h, ...g } = resolutionParts(n, e.path, r);
		const _ = m?.entries.get("deprecated");
		const v = c(n);
		const y = {
			key: u,
			name: d,
			version: f,
			line: p,
			firstParty: false,
			installPath: installPath(n, e.path),
			...g,
			...v === void 0 ? {} : { patches: v },
			flags: [..._ === void 0 || _ === "false" ? [] : ["deprecated"], ...v === void 0 ? [] : ["patched"]],
			condition: platformCondition(platformOf(m))
		};
		if (!isPackageName(d)) i.push({
			node: y,
			reason: "its name is no package name"
		});
		i.push(...h.map((e) => ({
			node: y,
			reason: e
		})));
		o.set(u, y);
		s.push(y);
	}
	const l = await folderNodes(e, t, a, i);
	return {
		resolve(e, n, r) {
			if (n.startsWith("link:")) {
				const e = n.slice(5);
				return isAbsolutePath(e) ? l.get(e) : l.get(normalFolder(r, e));
			}
			for (const r of candidateKeys(e, n, t.style)) {
				const e = o.get(r);
				if (e !== void 0) return e;
			}
		},
		nodeOf: ({ key: e }) => o.get(e),
		all: () => [...new Set([
			...n.map(({ node: e }) => e),
			...s,
			...l.values()
		])]
	};
}
function importerEdges({ node: e, folder: t, manifest: n }, { importers: r }, i, a) {
	return (r.get(t)?.requirements ?? []).flatMap(({ group: r, name: o, specifier: s, version: c }) => {
		const l = i.resolve(o, c, t);
		if (l === void 0) {
			a.push({
				node: e,
				reason: `its dependency ${o} is not in the lockfile`
			});
			return [];
		}
		const u = n?.entry;
		const d = u?.peerDependencies.has(o) && !u.dependencies.has(o);
		return [{
			from: e,
			to: l,
			kind: r === "dependencies" && d ? "peer" : GROUP_KINDS[r],
			name: o,
			range: s
		}];
	});
}
function snapshotEdges(e, t, n) {
	const r = t.nodeOf(e);
	if (r === void 0) return [];
	const i = peersOf$1(e.facts);
	const a = [];
	const o = (o, s, c) => {
		const l = t.resolve(o, s, "");
		const u = i.get(o);
		if (l === void 0) {
			const t = `its ${u === void 0 ? "" : "peer "}dependency ${o} is not in the lockfile`;
			n.push({
				node: r,
				line: e.line,
				reason: t
			});
			return;
		}
		const d = u === void 0 ? "runtime" : "peer";
		const f = c || u?.isOptional === true ? "optional" : d;
		a.push({
			from: r,
			to: l,
			kind: f,
			name: o,
			range: u?.range
		});
	};
	for (const [t, n] of e.dependencies) o(t, n, false);
	for (const [t, n] of e.optionalDependencies) o(t, n, true);
	for (const [t, { isOptional: a }] of i) {
		if (a || e.dependencies.has(t) || e.optionalDependencies.has(t)) continue;
		const i = `its peer dependency ${t} is not in the lockfile`;
		n.push({
			node: r,
			line: e.line,
			kind: "missing-peer",
			reason: i
		});
	}
	return a;
}
function folderManifests$2(e, { snapshots: t }) {
	return [...t.values()].flatMap((t) => {
		const n = packageFolder(t);
		if (n === void 0 || isAbsolutePath(n)) return [];
		return fromLockfileFolder(e, `${n}/package.json`) ?? [];
	});
}
async function readPnpmLock(e) {
	const { documents: t, duplicates: n } = readYaml(e.path, e.text);
	const r = t.flatMap(({ value: e }) => isYamlMap(e) ? [e] : []);
	if (r.length === 0 || r.length < t.length) throw new UsageError(`${e.path} holds no pnpm lockfile: a document is no mapping`);
	const i = n.map(({ key: e, line: t }) => ({
		item: e,
		line: t,
		reason: "the entry stands in the lockfile more than once; the last one was read"
	}));
	const a = await registriesOf(e, i);
	const o = [];
	let s = 0;
	for (const t of r) {
		const n = readDocument(t, styleFor(e.path, t));
		const r = !isEnvironment(t);
		s += r ? 1 : 0;
		const c = r ? s === 1 ? "" : `document ${s}:` : "environment:";
		const l = r && s === 1 ? i : [];
		o.push(await documentGraph(e, n, a, c, l));
	}
	if (s === 0) {
		if (await mayAsk(e)) i.push({ reason: "the lockfile has no document for the project itself" });
		o.unshift(await documentGraph(e, NO_PROJECT, a, "", i));
	}
	return o;
}
const NO_PROJECT = {
	style: "snapshots",
	top: {
		line: 1,
		entries: new Map()
	},
	importers: new Map([["", {
		folder: "",
		line: 1,
		requirements: []
	}]]),
	snapshots: new Map(),
	problems: []
};
async function mayAsk(e) {
	const t = fromLockfileFolder(e.path, "package.json");
	const n = t === void 0 ? void 0 : await readProjectManifest(e, t);
	return typeof n !== "object" || wantedBy(n.entry).size > 0;
}
function styleFor(e, t) {
	const n = textAt(t, "lockfileVersion");
	const r = styleOf(n);
	if (r === "packages" && mapAt(t, "snapshots") !== void 0) return "snapshots";
	if (r !== void 0) return r;
	const i = textAt(t, "shrinkwrapVersion");
	const a = n === void 0 && i !== void 0 ? `shrinkwrapVersion ${i}` : `lockfileVersion ${JSON.stringify(n ?? null)}`;
	throw new UsageError(`${e} has ${a.slice(0, 80)}; 5, 6, 7 and 9 are known`, { hint: "Write it again with `pnpm install --lockfile-only` of pnpm 9, 10, 11 or 12." });
}
const PROJECT_GROUPS = IMPORTER_GROUPS.slice(0, 3);
const ENVIRONMENT_GROUPS = IMPORTER_GROUPS.slice(3);
function isEnvironment(e) {
	return hasGroup(e, ENVIRONMENT_GROUPS) && !hasGroup(e, PROJECT_GROUPS);
}
function hasGroup(e, t) {
	const n = mapAt(e, "importers");
	return [...n?.entries.keys() ?? []].some((e) => t.some((t) => mapAt(n, e)?.entries.has(t)));
}
async function registriesOf(e, t) {
	const n = fromLockfileFolder(e.path, ".npmrc");
	try {
		const t = n === void 0 ? void 0 : await e.readText(n);
		return registriesFrom(t === void 0 ? new Map() : readNpmrcRegistries(t));
	} catch (e) {
		if (!(e instanceof UsageError)) throw e;
		t.push({ reason: `which registries serve the packages is not known: ${e.message}` });
		return registriesFrom(new Map());
	}
}
function needsOf(e, { extensions: t }) {
	return [...e].map(([e, n]) => {
		const r = new Map(e.dependencies);
		const i = new Map();
		for (const [t, n] of e.peers) i.set(t, {
			range: n,
			isOptional: e.optionalPeers.has(t)
		});
		for (const e of t) {
			if (n.firstParty || e.name !== n.name) continue;
			if (n.version === void 0 || semverRange(e.range)?.(n.version) !== true) continue;
			for (const [t, n] of e.dependencies) if (!r.has(t) && !i.has(t)) r.set(t, n);
			for (const [t, n] of e.peers) if (!i.has(t)) i.set(t, {
				range: n,
				isOptional: e.optionalPeers.has(t)
			});
		}
		for (const e of [...i.keys()].map(typesOf)) if (e !== void 0 && !i.has(e)) i.set(e, {
			range: "*",
			isOptional: true,
			isImplied: true
		});
		return {
			entry: e,
			node: n,
			dependencies: r,
			peers: i
		};
	});
}
function typesOf(e) {
	if (e.startsWith("@types/")) return void 0;
	return `@types/${e.startsWith("@") ? e.slice(1).replace("/", "__") : e}`;
}
function dependencyEdges(e, t, n, r) {
	const i = [];
	for (const { entry: a, node: o, dependencies: s } of e) {
		const e = t.get(o);
		for (const [t, c] of s) {
			const s = n(a, t, c);
			if (s === void 0) r.push({
				node: o,
				reason: `its dependency ${t} is not in the lockfile`
			});
			else i.push({
				from: o,
				to: s,
				kind: kindOf(a, e, t),
				name: t,
				range: c
			});
		}
	}
	return i;
}
function kindOf({ optional: e }, t, n) {
	const r = t?.manifest?.entry;
	if (r?.devDependencies.has(n) && !r.dependencies.has(n)) return "development";
	return e.has(n) || r?.optionalDependencies.has(n) ? "optional" : "runtime";
}
const PROTOCOLS = new Set([
	"npm",
	"workspace",
	"patch",
	"portal",
	"link",
	"file",
	"exec",
	"catalog",
	"virtual"
]);
function readReference(e) {
	const t = splitAtVersion(e);
	if (t === void 0) return void 0;
	const { base: n, params: r } = withoutParams(t.rest);
	const i = n.indexOf(":");
	const a = i < 0 ? "" : n.slice(0, i);
	const o = PROTOCOLS.has(a);
	return {
		name: t.name,
		protocol: o ? a : "",
		rest: o ? n.slice(i + 1) : n,
		params: r
	};
}
function withoutParams(e) {
	const t = e.lastIndexOf("::");
	if (t < 0) return {
		base: e,
		params: NONE
	};
	const n = e.slice(t + 2).split("&").map((e) => [e.slice(0, e.indexOf("=")), unescaped(e.slice(e.indexOf("=") + 1))]);
	return {
		base: e.slice(0, t),
		params: new Map(n)
	};
}
const NONE = new Map();
function unescaped(e) {
	if (!e.includes("%")) return e;
	try {
		return decodeURIComponent(e);
	} catch {
		return e;
	}
}
function withProtocol(e) {
	if (/^[a-z][a-z+.-]*:/i.test(e) || /^(?:\.{0,2}\/|~\/)/.test(e)) return e;
	return /[/:]/.test(e) ? e : `npm:${e}`;
}
function readPatch(e) {
	if (e.protocol !== "patch") return void 0;
	const t = e.rest.indexOf("#");
	if (t < 0) return void 0;
	return {
		inner: unescaped(e.rest.slice(0, t)),
		files: e.rest.slice(t + 1).split("&").map((e) => e.replace(/^optional!|^~(?=builtin<)/, ""))
	};
}
function isBuiltin(e) {
	return /^!?builtin</.test(e);
}
const OLDEST = 4;
const NEWEST = 10;
const LOCAL_VERSION = "0.0.0-use.local";
function readBerryLockfile(e, t) {
	const { documents: n, duplicates: r } = readYaml(e, t);
	const i = n[0]?.value;
	const a = isYamlMap(i) ? mapAt(i, "__metadata") : void 0;
	if (!isYamlMap(i) || a === void 0 || n.length > 1) throw new UsageError(`${e} is no Yarn lockfile: it has no \`__metadata\` at its top`);
	const o = r.map(({ key: e, line: t }) => ({
		item: e,
		line: t,
		reason: "the entry stands in the lockfile more than once; the last one was read"
	}));
	o.push(...versionProblem(a));
	const s = new Map();
	for (const [e, t] of i.entries) {
		if (e === "__metadata") continue;
		const n = isYamlMap(t) ? t : void 0;
		const r = e.split(/ *, */);
		const a = textAt(n, "resolution") ?? r[0] ?? e;
		const c = readReference(a);
		const l = n?.line ?? i.line;
		const u = (t) => o.push({
			item: e,
			line: l,
			reason: t
		});
		if (n === void 0) u("the entry is no mapping");
		else if (!n.entries.has("resolution")) u("the entry has no `resolution`");
		if (c === void 0) {
			u("what it is resolved to was not understood");
			continue;
		}
		if (s.has(a)) u("another entry is resolved to the same");
		const d = textAt(n, "version");
		if (d === void 0 && n !== void 0) u("the entry has no version");
		s.set(a, {
			descriptors: [...s.get(a)?.descriptors ?? [], ...r],
			locator: a,
			reference: c,
			line: l,
			version: d === LOCAL_VERSION ? void 0 : d,
			dependencies: ranges(n, "dependencies", u),
			optional: flagged(n, "dependenciesMeta"),
			...peersOf(n, u),
			checksum: textAt(n, "checksum"),
			conditions: textAt(n, "conditions")
		});
	}
	return {
		hasProtocols: !(Number(textAt(a, "version")) < 8),
		entries: [...s.values()],
		problems: o
	};
}
function versionProblem(e) {
	const t = textAt(e, "version");
	const n = Number(t);
	if (Number.isInteger(n) && n >= OLDEST && n <= NEWEST) return [];
	const r = `${OLDEST} to ${NEWEST} are known`;
	const i = `it is of the version ${JSON.stringify(t ?? null).slice(0, 50)}; ${r}, and it was read as if it were of these`;
	return [{
		line: e.line,
		reason: i
	}];
}
function peersOf(e, t) {
	const n = flagged(e, "peerDependenciesMeta");
	const r = [...n].map((e) => [e, "*"]);
	return {
		peers: new Map([...r, ...ranges(e, "peerDependencies", t)]),
		optionalPeers: n
	};
}
function ranges(e, t, n) {
	const r = new Map();
	const i = mapAt(e, t);
	if (i === void 0 && e?.entries.has(t) === true) n(`\`${t}\` is no mapping`);
	for (const [e, t] of i?.entries ?? []) if (typeof t === "string") r.set(e, t);
	else n(`its dependency ${e} has no range`);
	return r;
}
function flagged(e, t) {
	const n = mapAt(e, t);
	const r = [...n?.entries.keys() ?? []];
	return new Set(r.filter((e) => textAt(mapAt(n, e), "optional") === "true"));
}
const MAX_DEPTH = 8;
async function entryNode$1(e, t, n, r) {
	const { locator: i, reference: a, line: o } = t;
	const { name: s, protocol: c, rest: l } = a;
	if (c === "portal" || c === "link") {
		const t = isAbsolutePath(l) ? void 0 : normalFolder(folderOfParent(a), l);
		return linkedNode(e, {
			key: i,
			path: t,
			name: s,
			line: o
		}, r);
	}
	const { problems: u, ...d } = partsOf(t, a, n, 0);
	const f = patchFiles(e.path, a);
	const p = {
		key: i,
		name: s,
		version: t.version,
		line: o,
		firstParty: false,
		...d,
		...f === void 0 ? {} : { patches: f },
		flags: f === void 0 ? [] : ["patched"],
		condition: t.conditions
	};
	const m = isPackageName(s) ? [] : ["its name is no package name"];
	r.push(...[...u, ...m].map((e) => ({
		node: p,
		reason: e
	})));
	return p;
}
function folderOfParent({ params: e }) {
	const t = readReference(e.get("locator") ?? "");
	return t?.protocol === "workspace" ? normalFolder("", t.rest) : "";
}
function partsOf(e, t, n, r) {
	const { name: i, protocol: a, rest: o, params: s } = t;
	const c = (t) => sourceParts({
		name: i,
		version: e.version,
		resolved: t,
		integrity: void 0,
		isChecked: e.checksum !== void 0
	}, n);
	switch (a) {
		case "npm": return c(s.get("__archiveUrl"));
		case "": {
			const [e = "", t = ""] = o.split("#", 2);
			const n = /(?:^|&)commit=([0-9a-f]+)/.exec(t)?.[1];
			return c(n === void 0 ? e : gitAddress(e, n));
		}
		case "patch": {
			const i = readReference(readPatch(t)?.inner ?? "");
			return i === void 0 || r > MAX_DEPTH ? {
				artifacts: [],
				problems: ["what it is a patch of was not understood"]
			} : partsOf(e, i, n, r + 1);
		}
		case "file": return fileParts(t);
		default: return {
			artifacts: [],
			problems: a === "exec" ? [] : [`it comes from the unknown protocol ${a}:`]
		};
	}
}
function fileParts(e) {
	const [t = ""] = e.rest.split("#", 1);
	return {
		artifacts: [],
		problems: isAbsolutePath(t) || normalFolder(folderOfParent(e), t).startsWith("..") ? ["the folder lies outside the project"] : []
	};
}
function gitAddress(e, t) {
	const n = /^(?:ssh:\/\/)?([^@/\s]+@[\w.-]+):(?!\/\/|\d+\/)(.+)$/.exec(e);
	const r = n === null ? e : `ssh://${n[1]}/${n[2]}`;
	return `${r.startsWith("git") ? "" : "git+"}${r}#${t}`;
}
function patchFiles(e, t) {
	const n = readPatch(t);
	if (n === void 0) return void 0;
	return n.files.flatMap((n) => {
		if (n === "" || isBuiltin(n)) return [];
		const r = n.startsWith("~/");
		if (!r && isAbsolutePath(n)) return [];
		const i = r ? "" : folderOfParent(t);
		const a = normalFolder(i, r ? n.slice(2) : n);
		return fromLockfileFolder(e, a) ?? [];
	});
}
const MAX_ANSWERS = 5e5;
function peerEdges(e, t, n) {
	const r = new Map(e.map((e) => [e.node, e]));
	const i = ownTargets(t);
	const a = new Map();
	const o = dependents(t, r);
	const s = [];
	let c = 0;
	const l = (e, t, n) => {
		const r = a.get(e) ?? new Map();
		const i = r.get(t) ?? new Set();
		a.set(e, r.set(t, i));
		if (i.has(n) || c >= MAX_ANSWERS) return;
		i.add(n);
		c += 1;
		s.push([
			e,
			t,
			n
		]);
	};
	for (const { from: e, to: n } of t) for (const t of r.get(n)?.peers.keys() ?? []) {
		const r = i.get(e)?.get(t) ?? (e.name === t ? e : void 0);
		if (r !== void 0) l(n, t, r);
	}
	for (let e = s.pop(); e !== void 0; e = s.pop()) {
		const [t, n, r] = e;
		for (const e of o.get(t)?.get(n) ?? []) l(e, n, r);
	}
	if (c >= MAX_ANSWERS) n.push({ reason: "its peers are too many to be followed" });
	return e.flatMap((e) => edgesTo(e, a.get(e.node), i, n));
}
function edgesTo({ node: e, peers: t }, n, r, i) {
	return [...t].flatMap(([t, { range: a, isOptional: o, isImplied: s }]) => {
		if (s === true) return [];
		const c = n?.get(t);
		if (c === void 0) {
			const n = !o && !e.firstParty && r.get(e)?.has(t) !== true;
			const a = `its peer dependency ${t} is not in the lockfile`;
			if (n) i.push({
				node: e,
				kind: "missing-peer",
				reason: a
			});
			return [];
		}
		const l = o ? "optional" : "peer";
		return [...c].map((n) => ({
			from: e,
			to: n,
			kind: l,
			name: t,
			range: a
		}));
	});
}
function ownTargets(e) {
	const t = new Map();
	for (const { from: n, to: r, name: i } of e) t.set(n, (t.get(n) ?? new Map()).set(i, r));
	return t;
}
function dependents(e, t) {
	const n = new Map();
	for (const { from: r, to: i } of e) {
		const e = t.get(r)?.peers;
		for (const a of t.get(i)?.peers.keys() ?? []) {
			if (e?.has(a) !== true) continue;
			const t = n.get(r) ?? new Map();
			n.set(r, t.set(a, [...t.get(a) ?? [], i]));
		}
	}
	return n;
}
function berryResolver({ hasProtocols: e, nodes: t, settings: n, resolutions: r, project: i }) {
	const a = e ? withProtocol : (e) => e;
	const { byDescriptor: o, byPatched: s } = indexes(t);
	const c = readResolutions(r);
	const l = (e, t) => {
		const n = o.get(e);
		return n?.get(t) ?? n?.get("") ?? (n?.size === 1 ? [...n.values()][0] : void 0);
	};
	const u = (e, t, n) => {
		const r = `${e}@${withProtocol(t)}`;
		return s.get(r) ?? l(r, n) ?? l(`${e}@${t}`, n) ?? l(`${e}@npm:${t}`, n);
	};
	return (e, t, r) => {
		const s = r.startsWith("catalog:") ? n.catalogRange(r.slice(8), t) ?? r : r;
		const l = c.find((n) => fits(n, e, t, s, a));
		if (l !== void 0) return u(t, l.replacement, i);
		return u(t, s, e.locator) ?? (s.startsWith("catalog:") ? onlyOne(o, t) : void 0);
	};
}
function indexes(e) {
	const t = new Map();
	const n = new Map();
	for (const [{ descriptors: r }, i] of e) for (const e of r) {
		const { base: r, params: a } = withoutParams(e);
		const o = t.get(r) ?? new Map();
		t.set(r, o.set(a.get("locator") ?? "", i));
		const s = patchedDescriptor(e);
		if (s !== void 0) n.set(s, i);
	}
	return {
		byDescriptor: t,
		byPatched: n
	};
}
function patchedDescriptor(e) {
	const t = readReference(e);
	const n = t === void 0 ? void 0 : readPatch(t);
	if (n === void 0 || !n.files.every(isBuiltin)) return void 0;
	const r = n.inner.indexOf("@", 1);
	return `${n.inner.slice(0, r)}@${withProtocol(n.inner.slice(r + 1))}`;
}
function onlyOne(e, t) {
	const n = new Set();
	for (const [r, i] of e) if (r.startsWith(`${t}@`)) for (const e of i.values()) n.add(e);
	return n.size === 1 ? [...n][0] : void 0;
}
function fits(e, t, n, r, i) {
	if (e.name !== n) return false;
	if (e.range !== void 0 && i(e.range) !== i(r)) return false;
	if (e.parent === void 0) return true;
	if (e.parent.name !== t.reference.name) return false;
	const { reference: a } = e.parent;
	return a === void 0 || `${e.parent.name}@${i(a)}` === t.locator;
}
function readResolutions(e) {
	if (!isRecord(e)) return [];
	return Object.entries(e).flatMap(([e, t]) => {
		const [, n, r, i, a] = /^(?:\*\*\/)?(?:((?:@[^/@]+\/)?[^/@]+)(?:@([^/]+))?\/)?((?:@[^/@]+\/)?[^/@]+)(?:@([^/]+))?$/.exec(e) ?? [];
		if (i === void 0 || typeof t !== "string") return [];
		return [{
			parent: n === void 0 ? void 0 : {
				name: n,
				reference: r
			},
			name: i,
			range: a,
			replacement: t
		}];
	});
}
async function readBerrySettings(e, t) {
	const n = await readSettingsFile(e, t);
	return {
		registries: registriesFrom(registriesIn(n)),
		extensions: extensionsIn(mapAt(n, "packageExtensions")),
		catalogRange: (e, t) => textAt(e === "" ? mapAt(n, "catalog") : mapAt(mapAt(n, "catalogs"), e), t)
	};
}
async function readSettingsFile(e, t) {
	const n = fromLockfileFolder(e.path, ".yarnrc.yml");
	if (n === void 0) return void 0;
	try {
		const t = await e.readText(n);
		const r = t === void 0 ? void 0 : readYaml(n, t).documents[0]?.value;
		return isYamlMap(r) ? r : void 0;
	} catch (e) {
		if (!(e instanceof UsageError)) throw e;
		t.push({ reason: `what Yarn's settings change is not known: ${e.message}` });
		return;
	}
}
function registriesIn(e) {
	const t = new Map();
	const n = (e, n) => {
		const r = registryUrl(textAt(n, "npmRegistryServer") ?? "");
		if (r !== void 0) t.set(e, r);
	};
	n("", e);
	const r = mapAt(e, "npmScopes");
	for (const e of r?.entries.keys() ?? []) n(`@${e}`, mapAt(r, e));
	return t;
}
function extensionsIn(e) {
	return [...e?.entries.keys() ?? []].flatMap((t) => {
		const n = mapAt(e, t);
		const { name: r, rest: i } = splitAtVersion(t) ?? {
			name: t,
			rest: "*"
		};
		const a = mapAt(n, "peerDependenciesMeta");
		const o = [...a?.entries.keys() ?? []].filter((e) => textAt(mapAt(a, e), "optional") === "true");
		return [{
			name: r,
			range: i.replace(/^npm:/, ""),
			dependencies: textsIn(mapAt(n, "dependencies")),
			peers: textsIn(mapAt(n, "peerDependencies")),
			optionalPeers: new Set(o)
		}];
	});
}
function textsIn(e) {
	const t = new Map();
	for (const [n, r] of e?.entries ?? []) if (typeof r === "string") t.set(n, r);
	return t;
}
function staleProblems(e, t) {
	const { manifest: n, node: r } = t;
	if (n === void 0) return [];
	const i = new Map([...wantedBy(n.entry)].filter(([e]) => !isPeerAlone(n.entry, e)));
	const a = [];
	for (const [t, { range: n }] of i) {
		const r = e.dependencies.get(t);
		if (r === void 0) a.push(`${t} is not locked`);
		else if (spelled(r) !== spelled(n)) a.push(`${t} is locked for ${r || "any version"}`);
	}
	for (const t of e.dependencies.keys()) if (!i.has(t)) a.push(`${t} is no longer asked for`);
	return staleOf(n.path, r, a);
}
function spelled(e) {
	return withProtocol(e.trim());
}
async function readBerryLock(e) {
	const { hasProtocols: t, entries: n, problems: r } = readBerryLockfile(e.path, e.text);
	const i = [...r];
	const a = await readBerrySettings(e, i);
	const o = await membersOf$1(e, n, i);
	const s = await nodesOf(e, n, o, a, i);
	const c = o.find(({ member: e }) => e.folder === "");
	const l = berryResolver({
		hasProtocols: t,
		nodes: s,
		settings: a,
		resolutions: c?.member.manifest?.json["resolutions"],
		project: c?.entry.locator ?? ""
	});
	const u = needsOf(s, a);
	const d = new Map(o.map(({ member: e }) => [e.node, e]));
	const f = dependencyEdges(u, d, l, i);
	const p = ancestorsOf(n, s, f);
	const m = f.filter(({ from: e }) => !p.has(e));
	const h = u.filter(({ node: e }) => !p.has(e));
	const g = [...m, ...peerEdges(h, m, i)];
	if (e.compareManifests) for (const { entry: e, member: t } of o) i.push(...staleProblems(e, t));
	const _ = o.map(({ member: e }) => e);
	return lockGraph({
		path: e.path,
		format: "yarn-lock",
		roots: _.map(({ node: e }) => e),
		nodes: [...new Set([..._.map(({ node: e }) => e), ...s.values()])].filter((e) => !p.has(e)),
		edges: g,
		problems: i.filter(({ node: e }) => e === void 0 || !p.has(e)),
		covers: [...manifestsOf$1(e.path, _), ...folderManifests$1(e.path, n)],
		integrityAdvice: "Set `supportedArchitectures` in `.yarnrc.yml` to the platforms that you use and run `yarn install`: Yarn records checksums only of what it fetches.",
		orphanNote: "Yarn gives some packages dependencies of its own, which the lockfile does not state"
	});
}
async function membersOf$1(e, t, n) {
	const r = t.filter(({ reference: e }) => e.protocol === "workspace").map((e) => ({
		entry: e,
		folder: normalFolder("", e.reference.rest)
	})).sort((e, t) => Number(e.folder !== "") - Number(t.folder !== ""));
	if (r[0]?.folder !== "") n.push({ reason: "the lockfile has no entry for the project itself" });
	const { members: i, problems: a } = await readMembers(e, r.map(({ entry: { locator: e, line: t, reference: n }, folder: r }) => {
		return {
			folder: r,
			line: t,
			key: e,
			name: n.name
		};
	}), true);
	n.push(...a);
	return r.flatMap(({ entry: e, folder: t }, r) => {
		const o = i[r];
		if (o === void 0) return [];
		if (!(o.manifest !== void 0 || a.some(({ node: e }) => e === o.node))) {
			const e = `what it needs for development alone is not known: there is no ${t === "" ? "" : `${t}/`}package.json`;
			n.push({
				node: o.node,
				reason: e
			});
		}
		return [{
			entry: e,
			member: o
		}];
	});
}
async function nodesOf(e, t, n, { registries: r }, i) {
	const a = new Map(n.map(({ entry: e, member: t }) => [e, t.node]));
	const o = new Map(n.map(({ member: e }) => [e.folder, e.node]));
	const s = new Map();
	for (const n of t) {
		const t = a.get(n) ?? o.get(linkedFolder(n) ?? NOWHERE) ?? await entryNode$1(e, n, r, i);
		s.set(n, t);
	}
	return s;
}
const NOWHERE = "\0";
function linkedFolder({ reference: e }) {
	return (e.protocol === "link" || e.protocol === "portal") && !isAbsolutePath(e.rest) ? normalFolder(folderOfParent(e), e.rest) : void 0;
}
function folderManifests$1(e, t) {
	return t.flatMap(({ reference: t }) => {
		const { protocol: n, rest: r } = t;
		const i = r.split("#", 1)[0] ?? "";
		if (n !== "file" && n !== "portal" || isAbsolutePath(i)) return [];
		const a = normalFolder(folderOfParent(t), i);
		return fromLockfileFolder(e, `${a}/package.json`) ?? [];
	});
}
function ancestorsOf(e, t, n) {
	const r = new Set(n.map(({ to: e }) => e));
	const i = new Map(e.map((e) => [e.locator, e]));
	const a = new Set();
	for (const { reference: n } of e) {
		const e = readPatch(n);
		const o = e === void 0 ? void 0 : i.get(e.inner);
		const s = o === void 0 ? void 0 : t.get(o);
		if (s !== void 0 && !r.has(s)) a.add(s);
	}
	return a;
}
function workspaceFolders({ path: e, paths: t }, n) {
	const r = [];
	const i = [];
	if (n.length === 0) return {
		folders: r,
		unknown: i
	};
	const a = workspaceMatcher(n);
	const o = fromLockfileFolder(e, "") ?? "";
	const s = o === "" ? "" : `${o}/`;
	for (const e of t) {
		if (!e.endsWith("/package.json") || !e.startsWith(s)) continue;
		const t = e.slice(s.length, -13);
		if (t === "" || e.length <= s.length + 12) continue;
		const n = a(t);
		if (n === "member") r.push(t);
		else if (n === "unknown") i.push(t);
	}
	return {
		folders: r.sort(),
		unknown: i.sort()
	};
}
async function linkedFolders(e, t, n) {
	const r = new Map(t.map(({ folder: e, node: t }) => [e, t]));
	const i = new Map();
	for (const { manifest: a } of t) {
		if (a === void 0) continue;
		for (const [t, { range: o }] of wantedBy(a.entry)) {
			if (!o.startsWith("link:") || i.has(o)) continue;
			const a = o.slice(5);
			const s = isAbsolutePath(a);
			const c = normalFolder("", a);
			const l = s ? `link:${t}` : `link:${c}`;
			const u = r.get(s ? a : c);
			i.set(o, u ?? await linkedNode(e, {
				key: l,
				path: s ? void 0 : c,
				name: t
			}, n));
		}
	}
	return i;
}
function entryNode(e) {
	const [t = ""] = e.selectors;
	const n = e.fields.get("name") ?? realName(t);
	const r = e.fields.get("version");
	const { address: i, digest: a } = resolvedParts(e.fields.get("resolved"));
	const { problems: o, ...s } = i === void 0 && /@(?:file|link):/.test(t) ? {
		artifacts: [],
		problems: []
	} : sourceParts({
		name: n,
		version: r,
		resolved: i,
		integrity: e.fields.get("integrity") ?? a
	}, void 0);
	const c = {
		key: t,
		name: n,
		version: r,
		line: e.line,
		firstParty: false,
		flags: [],
		...s
	};
	return {
		node: c,
		problems: [
			...o,
			...r === void 0 && !o.includes(NO_VERSION) ? [NO_VERSION] : [],
			...isPackageName(n) ? [] : ["its name is no package name"]
		].map((e) => ({
			node: c,
			reason: e
		}))
	};
}
const NO_VERSION = "the entry has no version";
function realName(e) {
	const { name: t, rest: n } = splitAtVersion(e) ?? {
		name: e,
		rest: ""
	};
	if (!n.startsWith("npm:")) return t;
	const r = n.slice(4);
	return splitAtVersion(r)?.name ?? (/^[@a-z]/i.test(r) ? r : t);
}
function resolvedParts(e) {
	const [, t = "", n] = /^([^#]*)#([0-9a-f]{40})$/.exec(e ?? "") ?? [];
	const r = n !== void 0 && !/^(?:git|ssh)/.test(t) && !/\.git$/.test(t);
	const i = /^https?:[^#]*\.git#/.test(e ?? "");
	const a = r ? t : i ? `git+${e}` : e;
	return {
		address: a !== void 0 && /^[^:/]+\.(?:tgz|tar\.gz)$/.test(a) ? void 0 : a,
		digest: r ? `sha1-${Buffer.from(n, "hex").toString("base64")}` : void 0
	};
}
function parseClassic(e, t) {
	const n = /^# yarn lockfile v(\S{1,20})\s*$/m.exec(t)?.[1] ?? "1";
	if (n !== "1") throw new UsageError(`${e} is a Yarn lockfile of the version ${JSON.stringify(n)}; 1 is known`);
	const r = [];
	const i = [];
	let a;
	let o;
	let s = 0;
	for (const e of t.split("\n")) {
		s += 1;
		const t = e.trim();
		if (t === "" || t.startsWith("#")) continue;
		const n = e.length - e.trimStart().length;
		const c = (e) => i.push({
			line: s,
			reason: e,
			selector: a?.selectors[0]
		});
		if (n === 0) {
			const e = readSelectors(t);
			o = void 0;
			a = e === void 0 ? void 0 : openEntry(e, s);
			if (a === void 0) c("the line is no entry");
			else r.push(a);
			continue;
		}
		if (a === void 0) {
			c("the line belongs to no entry");
			continue;
		}
		if (n === 2 && t.endsWith(":")) {
			o = blockOf(a, t.slice(0, -1));
			if (o === void 0) c(`\`${t.slice(0, 50)}\` is not known`);
			continue;
		}
		const l = n === 2 ? a.fields : n === 4 ? o : void 0;
		const u = readPair(t);
		if (l === void 0 || u === void 0) c("the line is no field");
		else if (l.has(u.key)) c(`\`${u.key}\` stands there twice`);
		if (l !== void 0 && u !== void 0) l.set(u.key, u.value);
		if (n === 2) o = void 0;
	}
	if (r.length === 0 && i.length > 0) throw new UsageError(`${e} is no Yarn lockfile: line ${i[0]?.line} is no entry`);
	return {
		entries: r,
		odd: i
	};
}
function openEntry(e, t) {
	const [n, r, i] = [
		new Map(),
		new Map(),
		new Map()
	];
	return {
		selectors: e,
		line: t,
		fields: n,
		dependencies: r,
		optionalDependencies: i
	};
}
function blockOf(e, t) {
	if (t === "dependencies") return e.dependencies;
	return t === "optionalDependencies" ? e.optionalDependencies : void 0;
}
function readSelectors(e) {
	const t = [];
	let n = 0;
	for (;;) {
		const { text: r, after: i } = readText(e, n, ",:");
		if (r === void 0 || r === "") return void 0;
		t.push(r);
		if (e[i] === ",") n = skipBlanks(e, i + 1);
		else return e[i] === ":" && i + 1 === e.length ? t : void 0;
	}
}
function readPair(e) {
	const { text: t, after: n } = readText(e, 0, " ");
	const r = skipBlanks(e, n);
	if (t === void 0 || t === "" || r === n) return void 0;
	if (e[r] !== "\"") return {
		key: t,
		value: e.slice(r)
	};
	const { text: i, after: a } = readText(e, r, "");
	return i === void 0 || a !== e.length ? void 0 : {
		key: t,
		value: i
	};
}
function readText(e, t, n) {
	if (e[t] !== "\"") {
		let r = t;
		while (r < e.length && !n.includes(e.charAt(r))) r++;
		return {
			text: e.slice(t, r),
			after: r
		};
	}
	let r = e.indexOf("\"", t + 1);
	while (r >= 0 && isEscaped(e, r)) r = e.indexOf("\"", r + 1);
	if (r < 0) return {
		text: void 0,
		after: e.length
	};
	return {
		text: unquote(e.slice(t, r + 1)),
		after: r + 1
	};
}
function isEscaped(e, t) {
	let n = 0;
	while (e[t - 1 - n] === "\\") n++;
	return n % 2 === 1;
}
function unquote(e) {
	if (!e.includes("\\")) return e.slice(1, -1);
	try {
		return JSON.parse(e);
	} catch {
		return;
	}
}
function skipBlanks(e, t) {
	let n = t;
	while (e[n] === " ") n++;
	return n;
}
function resolutionDifferences(e, t) {
	const n = e?.manifest;
	const r = n?.json["resolutions"];
	if (n === void 0 || e === void 0 || !isRecord(r)) return [];
	const i = new Set([...t.keys()].map((e) => e.slice(0, e.indexOf("@", 1))));
	const a = Object.entries(r).flatMap(([e, n]) => {
		const r = /(?:^|\/)((?:@[^/]+\/)?[^/]+)$/.exec(e)?.[1];
		if (r === void 0 || typeof n !== "string" || !i.has(r)) return [];
		return t.has(`${r}@${n}`) ? [] : [`${r} is not locked for ${n}, as \`resolutions\` want it`];
	});
	return staleOf(n.path, e.node, a);
}
async function readClassicLock(e) {
	const { entries: t, odd: n } = parseClassic(e.path, e.text);
	const r = n.map(({ line: e, reason: t, selector: n }) => ({
		line: e,
		reason: t,
		...n === void 0 ? {} : { item: n }
	}));
	const i = await membersOf(e, r);
	const a = new Map();
	const o = new Map();
	for (const e of t) {
		const { node: t, problems: n } = entryNode(e);
		a.set(e, t);
		r.push(...n);
		for (const n of e.selectors) {
			if (o.has(n)) r.push({
				node: t,
				reason: `${n} stands in the lockfile more than once`
			});
			o.set(n, t);
		}
	}
	const s = resolver(o, i);
	const c = await linkedFolders(e, i, r);
	const l = [...i.flatMap((t) => memberEdges(e, t, s, c, r)), ...[...a].flatMap(([e, t]) => entryEdges(e, t, s, r))];
	if (e.compareManifests) r.push(...resolutionDifferences(i[0], o));
	return lockGraph({
		path: e.path,
		format: "yarn-lock",
		roots: i.map(({ node: e }) => e),
		nodes: [
			...i.map(({ node: e }) => e),
			...a.values(),
			...new Set(c.values())
		],
		edges: l,
		problems: r,
		covers: [...manifestsOf$1(e.path, i), ...folderManifests(e.path, t)]
	});
}
async function membersOf(e, t) {
	const n = await readMembers(e, [{
		folder: "",
		key: "."
	}], true);
	const [r] = n.members;
	const i = fromLockfileFolder(e.path, "package.json");
	t.push(...n.problems);
	if (r?.manifest === void 0) {
		if (n.problems.length === 0) t.push({ reason: `what the project itself asks for is not known: there is no ${i}` });
		return [];
	}
	const a = r.manifest.entry.workspaces.filter((e) => !e.startsWith("!"));
	const { folders: o, unknown: s } = workspaceFolders(e, a);
	for (const e of s) t.push({ reason: `nobody can say whether ${e} is a member of the workspace` });
	const c = o.map((e) => ({
		folder: e,
		key: e
	}));
	const { members: l, problems: u } = await readMembers(e, c, true);
	t.push(...u);
	return [r, ...l];
}
function resolver(e, t) {
	const n = new Map(t.map(({ node: e }) => [e.name, e]));
	return (t, r) => {
		const i = n.get(t);
		if (i?.version !== void 0 && semverRange(r)?.(i.version) === true) return i;
		return e.get(`${t}@${r}`) ?? (r === "" ? e.get(t) ?? e.get(`${t}@*`) : void 0) ?? i;
	};
}
function memberEdges(e, t, n, r, i) {
	const { node: a, manifest: o } = t;
	if (o === void 0) return [];
	const s = [];
	const c = [];
	for (const [e, { kind: t, range: i }] of wantedBy(o.entry)) {
		if (isPeerAlone(o.entry, e)) continue;
		const l = i.startsWith("link:") ? r.get(i) : n(e, i);
		if (l === void 0) s.push(`${e} is not locked for ${i || "any version"}`);
		else c.push({
			from: a,
			to: l,
			kind: t,
			name: e,
			range: i
		});
	}
	if (e.compareManifests) i.push(...staleOf(o.path, a, s));
	return c;
}
function entryEdges({ dependencies: e, optionalDependencies: t }, n, r, i) {
	const a = [];
	const o = (e, t, o) => {
		const s = r(e, t);
		if (s !== void 0) a.push({
			from: n,
			to: s,
			kind: o,
			name: e,
			range: t
		});
		else i.push({
			node: n,
			reason: `its dependency ${e} is not in the lockfile`
		});
	};
	for (const [n, r] of e) if (!t.has(n)) o(n, r, "runtime");
	for (const [e, n] of t) o(e, n, "optional");
	return a;
}
function folderManifests(e, t) {
	return t.flatMap(({ selectors: [t = ""], fields: n }) => {
		const r = /@file:(.+)$/.exec(t)?.[1];
		if (r === void 0 || n.has("resolved") || isAbsolutePath(r)) return [];
		return fromLockfileFolder(e, `${r}/package.json`) ?? [];
	});
}
async function readYarnLock(e) {
	if (/^["']?__metadata/m.test(e.text)) {
		const { readBerryLock: t } = await import("./inventory-ecosystems-npm-yarn-berry-read.js");
		return [await t(e)];
	}
	const { readClassicLock: t } = await import("./inventory-ecosystems-npm-yarn-classic-read.js");
	return [await t(e)];
}
export { readNestedDependencies as a, readPnpmLock as i, readClassicLock as n, readPackageLock as o, readBerryLock as r, readBunLock as s, readYarnLock as t };
