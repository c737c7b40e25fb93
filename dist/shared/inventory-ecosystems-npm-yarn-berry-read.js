import "./rolldown-runtime.js";
import { n as fromLockfileFolder } from "./inventory-paths.js";
import { a as manifestsOf, c as isAbsolutePath, i as sourceParts, l as linkedNode, n as staleOf, o as readMembers, s as lockGraph, t as isPeerAlone, u as normalFolder } from "./inventory-ecosystems-npm-lock-graph-stale.js";
import { a as semverRange } from "./purl.js";
import { i as splitAtVersion, r as isPackageName } from "./inventory-ecosystems-npm-package-lock-fields.js";
import { Ct as isRecord, Q as UsageError } from "./core.js";
import { a as mapAt, c as readYaml, i as isYamlMap, n as registriesFrom, o as textAt, r as registryUrl } from "./inventory-ecosystems-npm-lock-graph-registries.js";
import { a as wantedBy } from "./inventory-ecosystems-npm-source.js";
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
async function entryNode(e, t, n, r) {
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
	const o = await membersOf(e, n, i);
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
		covers: [...manifestsOf(e.path, _), ...folderManifests(e.path, n)],
		integrityAdvice: "Set `supportedArchitectures` in `.yarnrc.yml` to the platforms that you use and run `yarn install`: Yarn records checksums only of what it fetches.",
		orphanNote: "Yarn gives some packages dependencies of its own, which the lockfile does not state"
	});
}
async function membersOf(e, t, n) {
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
		const t = a.get(n) ?? o.get(linkedFolder(n) ?? NOWHERE) ?? await entryNode(e, n, r, i);
		s.set(n, t);
	}
	return s;
}
const NOWHERE = "\0";
function linkedFolder({ reference: e }) {
	return (e.protocol === "link" || e.protocol === "portal") && !isAbsolutePath(e.rest) ? normalFolder(folderOfParent(e), e.rest) : void 0;
}
function folderManifests(e, t) {
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
export { readBerryLock };
