import "./rolldown-runtime.js";
import { Q as UsageError } from "./core.js";
import { n as fromLockfileFolder } from "./inventory-paths.js";
import { a as textsOf, i as textOf, n as tableOf, r as tablesOf } from "./inventory-toml.js";
import { t as parseTableList } from "./inventory-toml-list.js";
import { a as indexSource, d as anyOf, i as gitSource, n as fileSource, r as folderSource, s as assemble, t as archiveSource } from "./inventory-ecosystems-pypi-source.js";
import { t as installedFolders } from "./inventory-ecosystems-pypi-installed.js";
import { c as parseRequirement, n as folderName, s as readDeclarations, t as MANIFESTS } from "./inventory-ecosystems-pypi-manifests.js";
import { n as isPackageName, r as normalizeName, t as groupByName } from "./inventory-ecosystems-pypi-names.js";
import { n as readPyproject, r as staleProblem } from "./inventory-ecosystems-pypi-stale.js";
import { t as pythonJson } from "./inventory-ecosystems-pypi-python-json.js";
import { t as readFiles } from "./inventory-ecosystems-pypi-files.js";
import { r as pep440Range } from "./purl.js";
import { t as areDisjoint } from "./inventory-ecosystems-pypi-disjoint.js";
import { createHash } from "node:crypto";
function matchesContentHash(e, t) {
	const [n, r] = e.split(":");
	if (n !== "sha256" || t["project"] === void 0) return void 0;
	const i = tableOf(t["project"]);
	const a = tableOf(tableOf(t["tool"])["pdm"]);
	const o = tableOf(a["resolution"]);
	const s = {
		sources: a["source"] ?? [],
		dependencies: i["dependencies"] ?? [],
		"optional-dependencies": i["optional-dependencies"] ?? {},
		"requires-python": i["requires-python"] ?? ""
	};
	const c = [groupsOf(t, a), tableOf(a["dev-dependencies"])].flatMap((e) => [{
		...s,
		"dev-dependencies": e,
		resolution: o
	}, {
		...s,
		"dev-dependencies": e,
		overrides: o["overrides"] ?? {}
	}]).map((e) => pythonJson(e));
	if (c.includes(void 0)) return void 0;
	return c.some((e) => createHash("sha256").update(e ?? "").digest("hex") === r);
}
function groupsOf(e, t) {
	const n = new Map();
	for (const [t, r] of Object.entries(tableOf(e["dependency-groups"]))) n.set(normalizeName(t), r);
	for (const [e, r] of Object.entries(tableOf(t["dev-dependencies"]))) n.set(normalizeName(e), [n.get(normalizeName(e)) ?? [], r].flat());
	return Object.fromEntries(n);
}
function readEntries(e, t) {
	const n = tableOf(tableOf(e["metadata"])["files"]);
	const r = [];
	const i = new Map();
	const a = new Set();
	for (const [e, { table: o, line: s }] of t.entries()) {
		const t = textOf(o?.["name"]);
		if (o === void 0 || t === void 0 || !isPackageName(t)) {
			r.push({
				key: `package ${e + 1}`,
				line: s,
				reason: "the entry has no package name"
			});
			continue;
		}
		const { entry: c, extras: l, reasons: u } = readEntry(normalizeName(t), o, s, n);
		const { key: d } = c;
		r.push(...u.map((e) => ({
			key: d,
			line: s,
			reason: e
		})));
		const f = JSON.stringify([d, l]);
		if (a.has(f)) r.push({
			key: d,
			line: s,
			reason: "the entry stands in the lockfile more than once; all of them were read as one"
		});
		a.add(f);
		i.set(d, united(i.get(d), c, l));
	}
	return {
		entries: [...i.values()],
		problems: r
	};
}
function united(e, t, n) {
	if (e === void 0) return t;
	return {
		...n.length === 0 ? t : e,
		artifacts: e.artifacts.length > 0 ? e.artifacts : t.artifacts,
		marker: e.marker === t.marker ? e.marker : void 0,
		...e.statedScope === "runtime" ? { statedScope: "runtime" } : {},
		requirements: [...e.requirements, ...t.requirements]
	};
}
function readEntry(e, t, n, r) {
	const i = textOf(t["version"]);
	const a = readSource(t);
	const o = textsOf(t["extras"]).map(normalizeName).sort();
	const s = new Set();
	const c = [];
	for (const n of textsOf(t["dependencies"])) {
		const t = parseRequirement(n);
		if (t === void 0) s.add("one of its dependencies is no requirement");
		else if (o.length === 0 || t.name !== e || t.extras.length > 0) c.push({
			...t,
			askedBy: o
		});
	}
	if (i === void 0) s.add("the entry has no version");
	const { artifacts: l, reasons: u } = filesOf(t, e, i, r, a);
	const d = a.kind === "registry" && a.qualifiers === void 0;
	const f = a.path ?? a.url ?? a.kind;
	const p = textsOf(t["groups"]);
	return {
		entry: {
			key: [
				e,
				i,
				d ? void 0 : `(${f})`
			].filter((e) => e !== void 0).join(" "),
			name: e,
			version: i,
			line: n,
			source: a,
			artifacts: l,
			...p.includes("default") ? { statedScope: "runtime" } : {},
			marker: textOf(t["marker"]),
			requirements: c
		},
		extras: o,
		reasons: [...s, ...u]
	};
}
function filesOf(e, t, n, r, { url: i }) {
	const a = e["files"] ?? Object.entries(r).find(([e]) => {
		const [r = "", i] = e.split(" ");
		return normalizeName(r) === t && i === n;
	})?.[1];
	return readFiles(Array.isArray(a) ? a : [], i);
}
function readSource(e) {
	const t = (t) => textOf(e[t]);
	const [n, r, i] = [
		t("git"),
		t("url"),
		t("path")
	];
	if (n !== void 0) return gitSource(n, t("revision") ?? t("ref"), t("subdirectory"));
	if (i !== void 0 && /\.(?:whl|zip|tgz|tar\.\w+)$/.test(i)) return fileSource(i);
	if (i !== void 0) return folderSource(i, e["editable"] === true);
	if (r?.startsWith("file:///${PROJECT_ROOT}/")) return fileSource(r.slice(24));
	return r === void 0 ? indexSource(void 0) : archiveSource(r);
}
function resolver(e, t) {
	const n = groupByName(e);
	return ({ name: e, specifier: r, url: i, marker: a }, o) => {
		const s = r === "" || i !== void 0 ? void 0 : pep440Range(r, { prereleases: true });
		return (n.get(e) ?? []).filter(({ version: e, marker: n }) => (s === void 0 || e === void 0 || s(e)) && !areDisjoint(t, o, a, n));
	};
}
function readNeeds(e, t) {
	const n = [];
	const r = [];
	for (const i of e) for (const e of i.requirements) {
		const a = t(e, i.marker);
		if (a.length === 0 && e.marker === void 0) {
			const t = `its dependency ${e.name}${e.specifier.slice(0, 100)} is not in the lockfile`;
			r.push({
				key: i.key,
				line: i.line,
				reason: t
			});
		}
		const o = e.askedBy.length === 0 ? [void 0] : e.askedBy;
		for (const t of a) for (const r of o) n.push(toNeed(i.key, t, e, r));
	}
	return {
		needs: n,
		problems: r
	};
}
function rootNeeds(e, t, n, r) {
	const i = [];
	const a = [];
	for (const { requirement: o, extra: s, group: c } of t) {
		const t = r(o, void 0);
		const l = n.size === 0 || n.has(s ?? c ?? "default");
		if (t.length === 0 && o.marker === void 0 && l) a.push(`${o.name}${o.specifier}`);
		i.push(...t.map((t) => toNeed(e, t, o, s, c)));
	}
	return {
		needs: i,
		missing: a
	};
}
function toNeed(e, t, { specifier: n, extras: r, marker: i }, a, o) {
	return {
		from: e,
		to: t.key,
		...a === void 0 ? {} : { extra: a },
		...o === void 0 ? {} : { group: o },
		extras: r,
		...n === "" ? {} : { requirement: n },
		...i === void 0 ? {} : { condition: i }
	};
}
const HINT = "Write it again with `pdm lock`.";
const ROOT = ".";
async function readPdmLock(e) {
	const { rest: t, taken: n } = parseTableList(e.path, e.text, "package", (e) => e, HINT);
	const r = tableOf(t["metadata"]);
	checkVersion(e.path, r);
	const { entries: i, problems: a } = readEntries(t, n);
	const o = resolver(i, targetMarker(r));
	const { needs: s, problems: c } = readNeeds(i, o);
	const l = fromLockfileFolder(e.path, "pyproject.toml") ?? "pyproject.toml";
	const { table: u, problems: d } = await readPyproject(l, e);
	const f = u === void 0 ? void 0 : rootNeeds(ROOT, declaredIn(u), new Set(textsOf(r["groups"])), o);
	const p = u === void 0 || f === void 0 || !e.compareManifests ? [] : staleProblems(l, textOf(r["content_hash"]), u, f.missing);
	return [assemble(e, {
		format: "pdm",
		entries: u === void 0 ? i : [rootEntry(u, l, e), ...i],
		roots: u === void 0 ? [] : [ROOT],
		needs: [...s, ...f?.needs ?? []],
		edgeCompleteness: "complete",
		covers: MANIFESTS.flatMap((t) => fromLockfileFolder(e.path, t) ?? []),
		problems: [
			...a,
			...c,
			...d,
			...p
		],
		installed: await installedFolders(e)
	})];
}
function checkVersion(e, t) {
	const n = t["lock_version"];
	if (typeof n === "string" && /^4(?:\.\d+)*$/.test(n)) return;
	const r = JSON.stringify(n)?.slice(0, 50) ?? "no `lock_version`: it is cut off, or older than 4";
	throw new UsageError(`${e} has ${n === void 0 ? "" : "lock_version "}${r}; 4.x is known`, { hint: HINT });
}
function targetMarker(e) {
	return anyOf(tablesOf(e["targets"]).map((e) => textOf(e?.["requires_python"])?.split(",").map((e) => e.trim().replace(/^([=!<>~]+)\s*(.*)$/, "python_full_version $1 '$2'")).join(" and ")));
}
function declaredIn(e) {
	const t = tableOf(tableOf(tableOf(e["tool"])["pdm"])["dev-dependencies"]);
	const n = Object.entries(t).flatMap(([e, t]) => textsOf(t).flatMap((t) => {
		const n = parseRequirement(t.replace(/^-e\s+\S+#egg=/, ""));
		return n === void 0 ? [] : [{
			requirement: n,
			group: normalizeName(e)
		}];
	}));
	const r = normalizeName(textOf(tableOf(e["project"])["name"]) ?? "");
	const { declared: i } = readDeclarations(e);
	return [...i, ...n].filter(({ requirement: e }) => e.name !== r);
}
function rootEntry(e, t, n) {
	const r = tableOf(e["project"]);
	const i = textOf(r["name"]) ?? "";
	return {
		key: ROOT,
		name: isPackageName(i) ? normalizeName(i) : folderName(n),
		version: textOf(r["version"]),
		line: void 0,
		path: t,
		source: folderSource(ROOT, true),
		artifacts: []
	};
}
function staleProblems(e, t, n, r) {
	const i = staleProblem(e, r.map((e) => `${e} is not locked`));
	if (i !== void 0) return [i];
	if (t === void 0 || matchesContentHash(t, n) !== false) return [];
	return [{
		kind: "stale",
		reason: `it was not made from ${e} as it is now: the \`content_hash\` is another one`
	}];
}
export { readPdmLock };
