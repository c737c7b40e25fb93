import "./rolldown-runtime.js";
import { Gt as UsageError, K as buildPurl, dn as isRecord } from "./part-base.js";
import { b as folderOf, i as firstPartyPurl, x as fromLockfileFolder } from "./part-inventory.js";
import { f as manifestText, h as assembleGraph, i as textOf, m as unknownFit, n as members, p as staleProblems, r as parseObject, s as projectName, t as keyLines } from "./part-inventory-assemble.js";
import { t as readXml } from "./part-inventory-xml.js";
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
function readNuGetProject(e, t) {
	const n = readXml(e, t);
	if (localName(n) !== "Project") throw new UsageError(`${e} is no project of MSBuild`);
	const r = [];
	const i = [];
	const a = [];
	const o = [];
	const s = [];
	const c = new Set();
	const l = new Map([
		["PackageReference", r],
		["GlobalPackageReference", i],
		["PackageVersion", a]
	]);
	const u = [{
		element: n,
		isSure: true
	}];
	for (let e = u.pop(); e !== void 0; e = u.pop()) {
		const { element: t } = e;
		const n = localName(t);
		const r = e.isSure && !t.attributes.has("Condition") && !CONDITIONAL.has(n);
		const i = l.get(n);
		if (i !== void 0) {
			const e = versionOf(t);
			for (const n of items(t, "Include")) i.push({
				id: n,
				version: e,
				isSure: r
			});
			for (const e of ["Update", "Remove"]) for (const n of items(t, e)) c.add(n.toLowerCase());
		} else if (n === "ProjectReference") o.push(...items(t, "Include").map((e) => e.replaceAll("\\", "/")));
		else if (n === "Import") s.push(t.attributes.get("Project") ?? "");
		else for (const e of t.children) u.push({
			element: e,
			isSure: r
		});
	}
	return {
		packages: r,
		globals: i,
		versions: a,
		changed: c,
		projects: o,
		imports: s
	};
}
const CONDITIONAL = new Set([
	"When",
	"Otherwise",
	"Target"
]);
function localName({ name: e }) {
	return e.slice(e.indexOf(":") + 1);
}
function items({ attributes: e }, t) {
	return (e.get(t) ?? "").split(";").map((e) => e.trim()).filter((e) => e !== "" && !/[$@%*]/.test(e));
}
function versionOf(e) {
	const t = (t) => e.children.find((e) => localName(e) === t)?.text.trim();
	const n = e.attributes.get("VersionOverride") ?? t("VersionOverride") ?? e.attributes.get("Version") ?? t("Version");
	return n === void 0 || n === "" || n.includes("$(") ? void 0 : n;
}
function projectAsks(e) {
	return /<(?:Global)?PackageReference\s[^>]*\bInclude\s*=/.test(e);
}
const PROJECT = /\.(?:cs|fs|vb)proj$/i;
function projectFiles({ paths: e }) {
	const t = new Map();
	const n = new Map();
	const r = (e, t, n) => {
		const r = e.get(t);
		if (r === void 0) e.set(t, [n]);
		else r.push(n);
	};
	for (const i of e.filter((e) => PROJECT.test(e))) {
		r(t, folderOf(i), i);
		r(n, baseName(i).toLowerCase(), i);
	}
	return {
		inFolder: (e) => t.get(e) ?? [],
		named(e) {
			const t = n.get(e.toLowerCase()) ?? [];
			return t.length === 1 ? t[0] : void 0;
		}
	};
}
function baseName(e) {
	return e.slice(e.lastIndexOf("/") + 1).replace(PROJECT, "");
}
function nearestAbove({ paths: e }, t, n) {
	for (let r = t;; r = folderOf(r)) {
		const t = r === "" ? n : `${r}/${n}`;
		if (e.includes(t)) return t;
		if (r === "") return void 0;
	}
}
function normalizedVersion(e) {
	const [t = "", ...n] = e.trim().split("+", 1)[0]?.split("-") ?? [];
	const r = t.split(".").map((e) => e.replace(/^0+(?=\d)/, ""));
	while (r.length < 3 && r.at(-1) !== "*") r.push("0");
	if (r.length === 4 && r[3] === "0") r.pop();
	return [r.join("."), ...n].join("-").toLowerCase();
}
function normalizedRange(e) {
	const t = e.replaceAll(/\s/g, "");
	if (/^[\w.*+-]+$/.test(t)) return `[${normalizedVersion(t)},)`;
	const [, n, r = "", i, a = "", o] = /^([[(])([\w.*+-]*)(,?)([\w.*+-]*)([\])])$/.exec(t) ?? [];
	if (n === void 0) return void 0;
	const [s, c] = [r, a].map((e) => e === "" ? "" : normalizedVersion(e));
	return i === "" ? `[${s},${s}]` : `${n}${s},${c}${o}`;
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
function readAssetTargets(e, t, n) {
	const r = [];
	const i = (e) => r.push({
		item: e,
		reason: "it is no object"
	});
	const a = new Map(members(e["libraries"], i));
	const o = isRecord(e["projectFileDependencyGroups"]) ? e["projectFileDependencyGroups"] : {};
	const s = ownReferences(t);
	return {
		targets: members(e["targets"], i).map(([e, t]) => {
			const c = e.indexOf("/");
			const l = c < 0 ? e : e.slice(0, c);
			const u = o[l];
			if (!Array.isArray(u)) r.push({
				item: e,
				reason: "what the project itself asks for is not known for it"
			});
			const d = new Set((Array.isArray(u) ? u : []).map((e) => String(e).split(" ", 1)[0]?.toLowerCase()));
			const f = new Map();
			for (const [o, c] of members(t, i)) {
				const t = toEntry$1(o, c, a.get(o), n);
				const i = t.id.toLowerCase();
				if (f.has(i)) r.push({
					item: o,
					line: t.line,
					reason: `${t.id} stands in ${e} twice`
				});
				if (!a.has(o)) r.push({
					item: o,
					reason: "it is not among the libraries"
				});
				if (c["type"] !== "package" && c["type"] !== "project") r.push({
					item: o,
					line: t.line,
					reason: "its type is not known"
				});
				const l = s.get(i);
				const u = l?.isPrivate === true ? "development" : "runtime";
				const p = d.has(i);
				f.set(i, p ? {
					...t,
					asked: {
						kind: u,
						requirement: l?.requirement
					}
				} : t);
			}
			for (const t of d) if (t !== void 0 && !f.has(t)) r.push({
				item: t,
				reason: `it is asked for and not there for ${e}`
			});
			return c < 0 ? {
				name: e,
				entries: f
			} : {
				name: e,
				framework: l,
				entries: f
			};
		}),
		problems: r
	};
}
function toEntry$1(e, t, n, r) {
	const i = e.indexOf("/");
	const a = t["type"] === "project";
	const o = textOf(n?.["path"]);
	return {
		id: i < 0 ? e : e.slice(0, i),
		version: i < 0 ? void 0 : e.slice(i + 1) || void 0,
		isProject: a,
		line: r.line("libraries", e),
		dependencies: ranges(t["dependencies"]),
		contentHash: textOf(n?.["sha512"]),
		...a && o !== void 0 ? { projectPath: o.replaceAll("\\", "/") } : {}
	};
}
function ownReferences(e) {
	const t = new Map();
	for (const [, n] of members(e["frameworks"], () => void 0)) for (const [e, r] of members(n["dependencies"], () => void 0)) {
		const n = t.get(e.toLowerCase());
		t.set(e.toLowerCase(), {
			requirement: textOf(r["version"]),
			isPrivate: r["suppressParent"] === "All" && n?.isPrivate !== false
		});
	}
	return t;
}
const VERSIONS$1 = [3, 4];
async function readNuGetAssets(e) {
	const { path: t, text: n, paths: r } = e;
	const i = parseObject(t, n);
	const { version: a, targets: o, libraries: s, project: c } = i;
	if (!VERSIONS$1.includes(a)) throw new UsageError(`${t} is of the version ${JSON.stringify(a)?.slice(0, 50)}; 3 and 4 are known`);
	if (!isRecord(o) || !isRecord(s) || !isRecord(c)) throw new UsageError(`${t} has no objects \`targets\`, \`libraries\` and \`project\``);
	const l = isRecord(c["restore"]) ? c["restore"] : {};
	const u = projectFiles(e);
	const d = textOf(l["projectName"]);
	const f = projectFile(e, textOf(l["projectPath"]), () => d === void 0 ? void 0 : u.named(d));
	const p = f === void 0 ? folderOf(folderOf(t)) : folderOf(f);
	const m = p === "" ? "packages.lock.json" : `${p}/packages.lock.json`;
	if (r.includes(m)) return [];
	const h = await readManifests(e, f);
	const g = keyLines(n, 3);
	const _ = readAssetTargets(i, c, g);
	const v = g.twice.filter(({ path: [e] }) => e === "targets" || e === "libraries");
	return [nugetGraph(e, {
		format: "nuget-assets",
		name: d ?? (f === void 0 ? "project" : baseName(f)),
		version: textOf(c["version"]),
		folder: p,
		targets: _.targets,
		problems: [
			..._.problems,
			...v.map(({ path: e, line: t }) => ({
				item: e.at(-1) ?? "",
				line: t,
				reason: "it stands in the file twice"
			})),
			...restoreProblems(i)
		],
		manifests: h,
		projects: u,
		covers: h.paths
	})];
}
function projectFile({ path: e, paths: t }, n, r) {
	const i = n?.split(/[\\/]/).at(-1);
	const a = folderOf(folderOf(e));
	const o = a === "" ? i : `${a}/${i}`;
	return o !== void 0 && t.includes(o) ? o : r();
}
function restoreProblems({ logs: e }) {
	if (!Array.isArray(e)) return [];
	return e.flatMap((e) => {
		if (!isRecord(e) || e["level"] !== "Error") return [];
		const t = /^NU\d{4}$/.exec(String(e["code"]))?.[0] ?? "an error";
		const n = textOf(e["libraryId"]);
		return [{
			...n === void 0 ? {} : { item: n },
			reason: `the restore ended with ${t}`
		}];
	});
}
const VERSIONS = [
	1,
	2,
	3
];
const TYPES = new Set([
	"Direct",
	"Transitive",
	"CentralTransitive",
	"Project"
]);
async function readNuGetLock(e) {
	const { path: t, text: n } = e;
	const { version: r, dependencies: i } = parseObject(t, n);
	if (!VERSIONS.includes(r) || !isRecord(i)) throw new UsageError(VERSIONS.includes(r) ? `${t} has no object \`dependencies\`` : `${t} is of the version ${JSON.stringify(r)?.slice(0, 50)}; 1, 2 and 3 are known`);
	const a = folderOf(t);
	const o = projectFiles(e);
	const s = ownProjects(t, o.inFolder(a));
	const [c] = s.length === 1 ? s : [];
	const l = await readManifests(e, c);
	const { targets: u, problems: d } = readTargets(n, i, globalIds(l));
	return [nugetGraph(e, {
		format: "nuget-lock",
		name: c === void 0 ? projectName(e) : baseName(c),
		folder: a,
		targets: u,
		problems: d,
		manifests: l,
		projects: o,
		covers: [...s, ...l.paths]
	})];
}
function ownProjects(e, t) {
	const n = /packages\.(.+)\.lock\.json$/.exec(e.slice(e.lastIndexOf("/") + 1))?.[1];
	return n === void 0 ? t : t.filter((e) => baseName(e).toLowerCase() === n.toLowerCase());
}
function readTargets(e, t, n) {
	const r = keyLines(e, 4);
	const i = r.twice.map(({ path: e, line: t }) => ({
		item: e.at(-1) ?? "",
		line: t,
		reason: "it stands in the file twice"
	}));
	const a = (e) => i.push({
		item: e,
		reason: "it is no object"
	});
	return {
		targets: members(t, a).map(([e, t]) => {
			const o = typeof t["framework"] === "string" && isRecord(t["dependencies"]);
			const s = o ? [
				"dependencies",
				e,
				"dependencies"
			] : ["dependencies", e];
			const c = new Map();
			for (const [l, u] of members(o ? t["dependencies"] : t, a)) {
				const t = lineOf(r, [...s, l]);
				if (c.has(l.toLowerCase())) i.push({
					item: l,
					line: t,
					reason: `it stands in ${e} twice`
				});
				if (!TYPES.has(String(u["type"]))) i.push({
					item: l,
					line: t,
					reason: "its type is not known"
				});
				c.set(l.toLowerCase(), toEntry(l, u, t, n));
			}
			const l = e.indexOf("/");
			return l < 0 ? {
				name: e,
				entries: c
			} : {
				name: e,
				framework: e.slice(0, l),
				entries: c
			};
		}),
		problems: i
	};
}
function lineOf(e, t) {
	return e.line(...t);
}
function toEntry(e, t, n, r) {
	const i = r.has(e.toLowerCase()) ? "development" : "runtime";
	return {
		id: e,
		version: textOf(t["resolved"]),
		isProject: t["type"] === "Project",
		line: n,
		dependencies: ranges(t["dependencies"]),
		contentHash: textOf(t["contentHash"]),
		...t["type"] === "Direct" ? { asked: {
			kind: i,
			requirement: textOf(t["requested"])
		} } : {}
	};
}
async function readPackagesConfig(e) {
	const { path: t, text: n } = e;
	const r = readXml(t, n);
	if (r.name !== "packages") throw new UsageError(`${t} is no list of packages`);
	const i = [];
	const a = [];
	for (const { name: e, line: t, attributes: n } of r.children) {
		const r = n.get("id")?.trim() ?? "";
		const o = n.get("version")?.trim() ?? "";
		if (e !== "package" || r === "" || o === "") {
			a.push({
				item: r || `line ${t}`,
				line: t,
				reason: "it is no package with a version"
			});
			continue;
		}
		const s = normalizedVersion(o);
		i.push({
			key: `${r.toLowerCase()} ${s}`,
			name: r,
			version: o,
			line: t,
			firstParty: false,
			purl: buildPurl({
				type: "nuget",
				name: r,
				version: s
			}),
			statedScope: n.get("developmentDependency") === "true" ? "development" : "runtime",
			download: "unchecked"
		});
	}
	return [assembleGraph({
		path: t,
		format: "nuget-config",
		ecosystem: "nuget",
		roots: [],
		nodes: i,
		edges: [],
		edgeCompleteness: "unknown",
		problems: a,
		covers: projectFiles(e).inFolder(folderOf(t)),
		integrityAdvice: "Move to `PackageReference` with `RestorePackagesWithLockFile`: this format has no checksums."
	})];
}
export { readNuGetProject as a, projectAsks as i, readNuGetLock as n, readNuGetAssets as r, readPackagesConfig as t };
