import "./rolldown-runtime.js";
import { P as matchesWildcard, Q as UsageError } from "./core.js";
import { n as fromLockfileFolder } from "./inventory-paths.js";
import { a as mapAt, c as readYaml, i as isYamlMap, n as registriesFrom, o as textAt, s as textsAt, t as readNpmrcRegistries } from "./inventory-ecosystems-npm-lock-graph-registries.js";
import { a as wantedBy, r as parseIntegrity } from "./inventory-ecosystems-npm-source.js";
import { a as manifestsOf, c as isAbsolutePath, d as readProjectManifest, i as sourceParts, l as linkedNode, o as readMembers, r as staleProblem, s as lockGraph, u as normalFolder } from "./inventory-ecosystems-npm-lock-graph-stale.js";
import { t as platformCondition } from "./inventory-ecosystems-npm-lock-graph-platform.js";
import { r as isPackageName } from "./inventory-ecosystems-npm-package-lock-fields.js";
import { o as buildPurl } from "./purl.js";
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
function peersOf(e) {
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
	if (c === "git") return l(gitAddress(a));
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
function gitAddress(e) {
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
async function staleProblems(e, t, n) {
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
	if (r === "") i.push(...await staleProblems(e, t, a));
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
		covers: r === "" ? [...manifestsOf(e.path, a), ...folderManifests(e.path, t)] : [],
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
	const i = peersOf(e.facts);
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
function folderManifests(e, { snapshots: t }) {
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
export { readPnpmLock };
