import "./rolldown-runtime.js";
import { Ct as isRecord, Q as UsageError } from "./core.js";
import { a as indexSource, i as gitSource, n as fileSource, r as folderSource, s as assemble, t as archiveSource } from "./inventory-ecosystems-pypi-source.js";
import { t as installedFolders } from "./inventory-ecosystems-pypi-installed.js";
import { a as textsOf, i as textOf, n as tableOf } from "./inventory-toml.js";
import { t as parseTableList } from "./inventory-toml-list.js";
import { t as readFiles } from "./inventory-ecosystems-pypi-files.js";
import { n as isPackageName, r as normalizeName, t as groupByName } from "./inventory-ecosystems-pypi-names.js";
import { c as parseRequirement, d as evaluate, f as parseMarker, n as folderName, s as readDeclarations } from "./inventory-ecosystems-pypi-manifests.js";
import { r as pep440Range } from "./purl.js";
import { n as fromLockfileFolder, t as folderOf } from "./inventory-paths.js";
import { n as readPyproject, r as staleProblem, t as isSameSpecifier } from "./inventory-ecosystems-pypi-stale.js";
function readEntries(e, t, n) {
	const r = t.includes("[[distribution]]") && !t.includes("[[package]]") ? "distribution" : "package";
	const { rest: i, taken: a } = parseTableList(e, t, r, takeEntry, n);
	const o = [];
	const s = new Map();
	for (const [e, { line: t, read: n }] of a.entries()) {
		if (n === void 0) {
			o.push({
				key: `package ${e + 1}`,
				line: t,
				reason: "the entry has no package name"
			});
			continue;
		}
		const { entry: r, reasons: i } = n;
		o.push(...i.map((e) => ({
			key: r.key,
			line: t,
			reason: e
		})));
		if (s.has(r.key)) o.push({
			key: r.key,
			line: t,
			reason: "the entry stands in the lockfile more than once; the first one was read"
		});
		else s.set(r.key, r);
	}
	return {
		rest: i,
		entries: [...s.values()],
		problems: o
	};
}
function takeEntry({ table: e, line: t }) {
	const n = textOf(e?.["name"]);
	return {
		line: t,
		read: e !== void 0 && n !== void 0 && isPackageName(n) ? readEntry(normalizeName(n), e, t) : void 0
	};
}
function readEntry(e, t, n) {
	const r = textOf(t["version"]);
	const { source: i, reason: a } = readSource(t["source"]);
	const { sdist: o = [], wheels: s = [], ...c } = t;
	const { artifacts: l, reasons: u } = readFiles([o, s].flat(), i.url);
	const d = i.kind === "folder";
	const f = canonical(t["source"]);
	const p = i.kind === "registry" && i.qualifiers === void 0 ? "" : ` ${shown(i)}`;
	return {
		entry: {
			key: `${e}${r === void 0 ? "" : ` ${r}`}${p}`,
			name: e,
			version: r,
			line: n,
			source: i,
			artifacts: l,
			table: c,
			sourceText: f
		},
		reasons: [
			...u,
			...a === void 0 ? [] : [a],
			...r === void 0 && !d ? ["the entry has no version"] : []
		]
	};
}
function shown({ kind: e, path: t, url: n, qualifiers: r }) {
	return `(${t ?? n ?? r?.["repository_url"] ?? e})`;
}
function readSource(e) {
	const t = tableOf(e);
	const n = (e) => textOf(t[e]);
	const [r, i, a, o] = [
		n("registry"),
		n("git"),
		n("url"),
		n("path")
	];
	const s = n("directory");
	const c = n("editable") ?? n("virtual");
	if (r !== void 0) return { source: indexSource(r) };
	if (i !== void 0) return { source: readGit(i) };
	if (a !== void 0) return { source: archiveSource(a) };
	if (o !== void 0) return { source: fileSource(o) };
	if (c !== void 0) return { source: folderSource(c, true) };
	if (s !== void 0) return { source: folderSource(s, s === ".") };
	return {
		source: { kind: "file" },
		reason: "its source is of a kind that is not known"
	};
}
function readGit(e) {
	const t = e.indexOf("#");
	const n = e.indexOf("?");
	const r = [t, n].filter((e) => e >= 0);
	const i = r.length === 0 ? e : e.slice(0, Math.min(...r));
	const a = new URLSearchParams(n < 0 ? "" : e.slice(n, t < 0 ? void 0 : t));
	return gitSource(i, t < 0 ? void 0 : e.slice(t + 1), a.get("subdirectory") ?? void 0);
}
function canonical(e) {
	const t = Object.entries(tableOf(e));
	if (t.length === 1) return `${t[0]?.[0]}=${JSON.stringify(t[0]?.[1])}`;
	return JSON.stringify(t.sort(([e], [t]) => e < t ? -1 : 1));
}
const CONFLICT = /\bextra (==|!=) '(extra|group|project)-(\d{1,3})-([^']*)'/g;
function readableMarker(e) {
	return e?.replaceAll(CONFLICT, (e, t, n, r, i) => {
		const a = Number(r);
		const o = i.slice(0, a);
		const s = i.slice(a + 1);
		if (n === "project" ? i.length !== a : i[a] !== "-" || s === "") return e;
		const c = n === "extra" ? `${o}[${s}]` : n === "group" ? `${o}:${s}` : o;
		return t === "==" ? `${c} is chosen` : `${c} is not chosen`;
	});
}
function choiceOf(e) {
	const t = e?.includes("extra ==") ? parseMarker(e) : void 0;
	if (t === void 0) return void 0;
	const n = ({ variable: e, operator: t, value: n }, r) => e === "extra" && t === "==" && n.startsWith(r);
	const r = (e) => n(e, "group-");
	const i = (e) => n(e, "extra-") || n(e, "project-");
	if (evaluate(t, (e) => !r(e) && !i(e))) return void 0;
	return evaluate(t, (e) => !r(e)) ? "extra" : "group";
}
function readNeeds(e) {
	const t = resolver(e);
	const n = [];
	const r = [];
	for (const i of e) {
		const e = requiredRanges(i.table);
		for (const [a, o] of lists(i.table)) {
			if (!Array.isArray(o)) {
				r.push({
					key: i.key,
					line: i.line,
					reason: "what it asks for is no list"
				});
				continue;
			}
			for (const s of o) {
				const o = isRecord(s) ? t(s) : "one of its dependencies is no table";
				if (typeof o === "string") {
					r.push({
						key: i.key,
						line: i.line,
						reason: o
					});
					continue;
				}
				n.push(toNeed$1(i.key, o, s, a, e));
			}
		}
	}
	return {
		needs: n,
		problems: r
	};
}
function toNeed$1(e, t, n, r, i) {
	const a = textOf(n["marker"]);
	const o = readableMarker(a);
	const s = choiceOf(a);
	const c = i.get(t.name);
	return {
		from: e,
		to: t.key,
		...r,
		...s === void 0 ? {} : { chosenBy: s },
		extras: textsOf(n["extra"]).map(normalizeName),
		...c === void 0 ? {} : { requirement: c },
		...o === void 0 ? {} : { condition: o }
	};
}
function lists(e) {
	const t = e["dev-dependencies"] ?? e["dependency-groups"];
	return [
		[{}, e["dependencies"] ?? []],
		...Object.entries(tableOf(e["optional-dependencies"])).map(([e, t]) => [{ extra: normalizeName(e) }, t]),
		...Object.entries(tableOf(t)).map(([e, t]) => [{ group: e }, t])
	];
}
function resolver(e) {
	const t = groupByName(e);
	return (e) => {
		const n = normalizeName(textOf(e["name"]) ?? "");
		const r = textOf(e["version"]);
		const i = e["source"] === void 0 ? void 0 : canonical(e["source"]);
		const [a, ...o] = (t.get(n) ?? []).filter((e) => (r === void 0 || e.version === r) && (i === void 0 || e.sourceText === i));
		const s = `${n.slice(0, 100)}${r === void 0 ? "" : ` ${r.slice(0, 100)}`}`;
		if (a === void 0) return `its dependency ${s} is not in the lockfile`;
		return o.length === 0 ? a : `its dependency ${s} could be one of several entries`;
	};
}
function requiredRanges(e) {
	const t = tableOf(e["metadata"]);
	const n = Object.values(tableOf(t["requires-dev"]));
	const r = new Map();
	const i = new Set();
	for (const e of [t["requires-dist"], ...n].flat()) {
		if (!isRecord(e)) continue;
		const t = normalizeName(textOf(e["name"]) ?? "");
		const n = textOf(e["specifier"]) ?? "";
		if (r.has(t) && r.get(t) !== n) i.add(t);
		r.set(t, n);
	}
	for (const e of i) r.delete(e);
	return r;
}
function readRoots(e, t, n) {
	const r = tableOf(e["manifest"]);
	const i = new Set(textsOf(r["members"]).map(normalizeName));
	const a = ({ name: e, source: t }) => t.isOwn === true && (i.size > 0 ? i.has(e) : t.path === ".");
	const o = t.filter(a).map(({ key: e }) => e);
	const s = [...i].filter((e) => !t.some((t) => t.name === e && a(t))).map((e) => ({ reason: `the member ${e} of the workspace has no entry` }));
	const c = [[void 0, r["requirements"]], ...Object.entries(tableOf(r["dependency-groups"]))];
	const l = [];
	const u = folderEntry(n);
	for (const [e, n] of c) for (const r of Array.isArray(n) ? n : []) {
		const n = isRecord(r) ? resolveRequirement(r, t) : [];
		if (n.length === 0) {
			const e = isRecord(r) ? textOf(r["name"]) ?? "" : "";
			s.push({ reason: `the requirement ${e.slice(0, 100)} is not locked` });
		}
		l.push(...n.map((t) => toNeed(u.key, t, e, r)));
	}
	const d = l.length > 0;
	return {
		roots: d ? [u.key, ...o] : o,
		added: d ? [u] : [],
		needs: l,
		problems: s
	};
}
function toNeed(e, t, n, r) {
	const i = readableMarker(textOf(r["marker"]));
	const a = textOf(r["specifier"]);
	return {
		from: e,
		to: t.key,
		...n === void 0 ? {} : { group: n },
		extras: textsOf(r["extras"]).map(normalizeName),
		...a === void 0 ? {} : { requirement: a },
		...i === void 0 ? {} : { condition: i }
	};
}
function resolveRequirement(e, t) {
	const n = normalizeName(textOf(e["name"]) ?? "");
	const r = textOf(e["specifier"]);
	const i = r === void 0 ? void 0 : pep440Range(r, { prereleases: true });
	return t.filter((e) => e.name === n && (i === void 0 || e.version === void 0 || i(e.version)));
}
function folderEntry(e) {
	const { path: t } = e;
	const n = t.slice(t.lastIndexOf("/") + 1);
	const r = n.endsWith(".py.lock") ? n.slice(0, -5) : void 0;
	return {
		key: r ?? ".",
		name: r ?? folderName(e),
		version: void 0,
		line: void 0,
		source: {
			kind: "folder",
			path: r ?? ".",
			isOwn: true
		},
		artifacts: [],
		table: {},
		sourceText: ""
	};
}
const LEGACY = ["setup.py", "setup.cfg"];
async function staleProblems(e, t) {
	const n = [];
	for (const { key: r, line: i, name: a, table: o, source: s } of e) {
		const e = fromLockfileFolder(t.path, `${s.path ?? "."}/pyproject.toml`);
		const c = await whyNotOwn(a, e, t);
		if (c !== void 0) n.push({
			key: r,
			line: i,
			reason: c
		});
		const l = o["metadata"];
		if (e === void 0 || !isRecord(l)) continue;
		const { table: u, problems: d } = await readPyproject(e, t);
		n.push(...d.map((e) => ({
			...e,
			key: r,
			line: i
		})));
		const f = u === void 0 ? void 0 : staleProblem(e, differences(u, l));
		if (f !== void 0) n.push({
			...f,
			key: r,
			line: i
		});
	}
	return n;
}
async function whyNotOwn(e, t, n) {
	if (t === void 0) return "it is a folder outside the repository";
	const { table: r, problems: i } = await readPyproject(t, n);
	if (i.length > 0) return void 0;
	const a = textOf(tableOf(r?.["project"])["name"]);
	if (a !== void 0 && normalizeName(a) !== e) return `${t} is that of another package`;
	const o = t.slice(0, -14);
	return folderOf(t) === folderOf(n.path) || r !== void 0 || LEGACY.some((e) => n.everyPath.includes(o + e)) ? void 0 : "no manifest that is here is its own";
}
function differences(e, t) {
	const { declared: n, dynamic: r } = readDeclarations(e);
	const i = tableOf(tableOf(e["tool"])["uv"]);
	const a = textsOf(i["dev-dependencies"]).flatMap((e) => {
		const t = parseRequirement(e);
		return t === void 0 ? [] : [{
			requirement: t,
			group: "dev"
		}];
	});
	const o = (e) => r.has("dependencies") && !e.includes(" in ") || r.has("optional-dependencies") && e.includes(" in extra ");
	const s = byKey([...n, ...a].map(fromManifest));
	const c = byKey(fromLock(t));
	const l = [];
	for (const [e, t] of s) {
		const n = c.get(e);
		if (o(e)) continue;
		if (n === void 0) l.push(`${e} is not locked`);
		else if (!isSame(t, n)) l.push(`${e} is locked for ${n[0]?.specifier || "any version"}`);
	}
	for (const e of c.keys()) if (!s.has(e) && !o(e)) l.push(`${e} is no longer asked for`);
	return l;
}
function isSame(e, t) {
	if ([...e, ...t].some(({ isElsewhere: e }) => e)) return true;
	return e.length === t.length && e.every(({ specifier: e }) => t.some((t) => isSameSpecifier(e, t.specifier)));
}
function fromManifest({ requirement: e, extra: t, group: n }) {
	const { name: r, extras: i, specifier: a, url: o } = e;
	return [keyOf(r, i, t, n), {
		specifier: a,
		isElsewhere: o !== void 0
	}];
}
function fromLock(e) {
	const t = [];
	const n = (e, n) => {
		for (const r of Array.isArray(e) ? e : []) {
			if (!isRecord(r)) continue;
			const [, e] = /\bextra == '([^']+)'/.exec(textOf(r["marker"]) ?? "") ?? [];
			const i = textsOf(r["extras"]).map(normalizeName).sort();
			const a = keyOf(normalizeName(textOf(r["name"]) ?? ""), i, e, n);
			const o = [
				"git",
				"url",
				"path",
				"directory",
				"editable",
				"virtual"
			].some((e) => r[e] !== void 0);
			t.push([a, {
				specifier: textOf(r["specifier"]) ?? "",
				isElsewhere: o
			}]);
		}
	};
	n(e["requires-dist"]);
	for (const [t, r] of Object.entries(tableOf(e["requires-dev"]))) n(r, normalizeName(t));
	return t;
}
function keyOf(e, t, n, r) {
	const i = t.length === 0 ? e : `${e}[${t.join(",")}]`;
	if (r !== void 0) return `${i} in group ${r}`;
	return n === void 0 ? i : `${i} in extra ${normalizeName(n)}`;
}
function byKey(e) {
	const t = new Map();
	for (const [n, r] of e) {
		const e = t.get(n);
		if (e === void 0) t.set(n, [r]);
		else e.push(r);
	}
	return t;
}
const HINT = "Write it again with `uv lock`.";
async function readUvLock(e) {
	const t = readEntries(e.path, e.text, HINT);
	const n = t.rest;
	checkVersion(e.path, n);
	const { needs: r, problems: i } = readNeeds(t.entries);
	const a = readRoots(n, t.entries, e);
	const o = t.entries.filter(({ source: e }) => e.isOwn === true);
	const s = e.compareManifests ? await staleProblems(o, e) : [];
	return [assemble(e, {
		format: "uv",
		entries: [...a.added, ...t.entries],
		roots: a.roots,
		needs: [...r, ...a.needs],
		edgeCompleteness: "complete",
		covers: [],
		problems: [
			...t.problems,
			...i,
			...a.problems,
			...emptyProblem(t),
			...s
		],
		installed: await installedFolders(e)
	})];
}
function checkVersion(e, t) {
	const n = t["version"];
	if (n === 1) return;
	const r = JSON.stringify(n)?.slice(0, 50) ?? "no version";
	throw new UsageError(`${e} has version ${r}; 1 is known`, { hint: HINT });
}
function emptyProblem({ rest: e, entries: t }) {
	return t.length > 0 || e["manifest"] !== void 0 ? [] : [{ reason: "it has no entries" }];
}
export { readUvLock };
