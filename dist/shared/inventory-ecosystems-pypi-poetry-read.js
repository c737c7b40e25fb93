import "./rolldown-runtime.js";
import { Ct as isRecord, Q as UsageError } from "./core.js";
import { n as fromLockfileFolder } from "./inventory-paths.js";
import { a as textsOf, i as textOf, n as tableOf } from "./inventory-toml.js";
import { t as parseTableList } from "./inventory-toml-list.js";
import { a as indexSource, c as parseHash, d as anyOf, i as gitSource, l as toHash, n as fileSource, r as folderSource, s as assemble, t as archiveSource, u as allOf } from "./inventory-ecosystems-pypi-source.js";
import { t as installedFolders } from "./inventory-ecosystems-pypi-installed.js";
import { f as parseMarker, n as folderName, s as readDeclarations, t as MANIFESTS, u as atomsOf } from "./inventory-ecosystems-pypi-manifests.js";
import { n as readPyproject, r as staleProblem } from "./inventory-ecosystems-pypi-stale.js";
import { t as pythonJson } from "./inventory-ecosystems-pypi-python-json.js";
import { n as isPackageName, r as normalizeName, t as groupByName } from "./inventory-ecosystems-pypi-names.js";
import { r as pep440Range } from "./purl.js";
import { t as areDisjoint } from "./inventory-ecosystems-pypi-disjoint.js";
import { createHash } from "node:crypto";
const POETRY_KEYS = [
	"dependencies",
	"source",
	"extras",
	"dev-dependencies"
];
const PROJECT_KEYS = [
	"requires-python",
	"dependencies",
	"optional-dependencies"
];
function matchesContentHash(e, t) {
	const n = tableOf(tableOf(t["tool"])["poetry"]);
	const r = picked(tableOf(t["project"]), PROJECT_KEYS);
	const i = tableOf(t["dependency-groups"]);
	const a = (e) => {
		const t = {
			...isEmpty(r) ? {} : { project: r },
			...e && !isEmpty(i) ? { "dependency-groups": i } : {}
		};
		const a = picked(n, [...POETRY_KEYS, "group"]);
		return isEmpty(t) ? void 0 : {
			...t,
			tool: { poetry: a }
		};
	};
	const o = {
		...Object.fromEntries(POETRY_KEYS.map((e) => [e, n[e] ?? null])),
		...picked(n, ["group"])
	};
	const s = [
		a(true),
		a(false),
		o
	].filter((e) => e !== void 0).map((e) => pythonJson(e));
	if (s.some((e) => e === void 0)) return void 0;
	return s.some((t) => createHash("sha256").update(t ?? "").digest("hex") === e);
}
function picked(e, t) {
	return Object.fromEntries(t.filter((t) => e[t] != null).map((t) => [t, e[t]]));
}
function isEmpty(e) {
	return Object.keys(e).length === 0;
}
function readConstraint(e) {
	const t = e.split(/\s*\|\|?\s*/).map(readAlternative);
	const n = t.filter((e) => e !== void 0);
	return n.length === t.length ? n : void 0;
}
function allows(e, t) {
	const n = readConstraint(e);
	if (n === void 0 || t === void 0) return true;
	return n.some((e) => e === "" || (pep440Range(e, { prereleases: true })?.(t) ?? true));
}
function readAlternative(e) {
	const t = [];
	const n = e.replaceAll(/([<>=!~^]+)\s+/g, "$1").split(/[\s,]+/);
	for (const e of n) {
		if (e === "" || e === "*") continue;
		const n = readClause(e);
		if (n === void 0) return void 0;
		t.push(n);
	}
	return t.join(",");
}
function readClause(e) {
	const [, t = "", n = ""] = /^(\^|~(?!=)|===?|!=|<=|>=|~=|<|>|)([\w.!+*-]+)$/.exec(e) ?? [];
	if (n === "") return void 0;
	if (t === "^" || t === "~") {
		const e = nextVersion(n, t);
		return e === void 0 ? void 0 : `>=${n},<${e}`;
	}
	return t === "" || t === "=" ? `==${n}` : e;
}
function nextVersion(e, t) {
	const [n] = /^\d+(?:\.\d+)*/.exec(e) ?? [];
	if (n === void 0) return void 0;
	const r = n.split(".").map(Number);
	const i = r.length - 1;
	const a = r.findIndex((e) => e !== 0);
	const o = t === "~" ? Math.min(1, i) : a < 0 ? i : a;
	return r.slice(0, o + 1).map((e, t) => t === o ? e + 1 : e).join(".");
}
function readDependencies(e, t) {
	const n = [];
	for (const r of Array.isArray(t) ? t : [t]) {
		const t = typeof r === "string" ? { version: r } : r;
		if (!isRecord(t)) return void 0;
		n.push(readDependency(normalizeName(e), t));
	}
	return n;
}
function readDependency(e, t) {
	const n = textOf(t["python"]);
	const r = allOf(textOf(t["markers"]), n === void 0 ? void 0 : pythonMarker(n), textOf(t["platform"]) === void 0 ? void 0 : `sys_platform == '${t["platform"]}'`);
	return {
		name: e,
		constraint: textOf(t["version"]) ?? "*",
		marker: r,
		extras: textsOf(t["extras"]).map(normalizeName),
		optional: t["optional"] === true,
		extrasInMarker: r === void 0 ? [] : extrasIn(r)
	};
}
function extrasIn(e) {
	const t = e.includes("extra") ? parseMarker(e) : void 0;
	if (t === void 0) return [];
	return atomsOf(t).filter(({ variable: e, operator: t }) => e === "extra" && t === "==").map(({ value: e }) => normalizeName(e));
}
function pythonMarker(e) {
	const t = readConstraint(e);
	if (t === void 0 || t.includes("")) return void 0;
	return t.map((e) => e.split(",").map((e) => e.replace(/^([=!<>~]+)(.*)$/, "python_full_version $1 '$2'")).join(" and ")).join(" or ");
}
function readEntries(e, t) {
	const n = filesByName(tableOf(e["metadata"]), t);
	const r = [];
	const i = new Map();
	for (const [e, { table: a, line: o }] of t.entries()) {
		const t = textOf(a?.["name"]);
		const s = textOf(a?.["version"]);
		if (a === void 0 || t === void 0 || !isPackageName(t)) {
			r.push({
				key: `package ${e + 1}`,
				line: o,
				reason: "the entry has no package name"
			});
			continue;
		}
		const c = Array.isArray(a["files"]) ? a["files"] : n(normalizeName(t), s);
		const l = readEntry({
			name: normalizeName(t),
			version: s,
			line: o,
			table: a,
			files: c
		});
		const { key: u } = l.entry;
		r.push(...l.reasons.map((e) => ({
			key: u,
			line: o,
			reason: e
		})));
		if (i.has(u)) r.push({
			key: u,
			line: o,
			reason: "the entry stands in the lockfile more than once; the first one was read"
		});
		else i.set(u, l.entry);
	}
	return {
		entries: [...i.values()],
		problems: r
	};
}
function readEntry({ name: e, version: t, line: n, table: r, files: i }) {
	const a = new Set();
	const o = readSource(r);
	const s = [];
	for (const [e, t] of Object.entries(tableOf(r["dependencies"]))) {
		const n = readDependencies(e, t);
		if (n === void 0) a.add("one of its dependencies is neither text nor table");
		else s.push(...n);
	}
	if (t === void 0) a.add("the entry has no version");
	const c = readFiles(i, o, a);
	const l = markerOf(r["markers"], textsOf(r["groups"]));
	const u = o.kind === "registry" && o.qualifiers === void 0;
	const d = o.path ?? o.url ?? o.qualifiers?.["repository_url"] ?? o.kind;
	const f = scopeOf(r);
	return {
		entry: {
			key: [
				e,
				t,
				u ? void 0 : `(${d})`
			].filter((e) => e !== void 0).join(" "),
			name: e,
			version: t,
			line: n,
			source: o,
			artifacts: c,
			...f === void 0 ? {} : { statedScope: f },
			marker: l,
			dependencies: s,
			extras: readExtras(r["extras"])
		},
		reasons: [...a]
	};
}
function scopeOf(e) {
	const t = textsOf(e["groups"]);
	const n = textOf(e["category"]);
	if (t.length === 0 && n === void 0) return void 0;
	if (n === void 0 ? !t.includes("main") : n !== "main") return "development";
	return e["optional"] === true ? "optional" : "runtime";
}
function markerOf(e, t) {
	if (typeof e === "string") return e;
	if (!isRecord(e)) return void 0;
	return anyOf(t.map((t) => textOf(e[t])));
}
function readExtras(e) {
	return new Map(Object.entries(tableOf(e)).map(([e, t]) => [normalizeName(e), new Set(textsOf(t).map((e) => normalizeName(/^[\w.-]+/.exec(e)?.[0] ?? "")))]));
}
function readSource(e) {
	const t = tableOf(e["source"]);
	const n = textOf(t["url"]);
	const r = textOf(t["subdirectory"]);
	switch (t["type"]) {
		case void 0: return indexSource(void 0);
		case "legacy":
		case "explicit": return indexSource(n);
		case "git": return gitSource(n ?? "", textOf(t["resolved_reference"]) ?? textOf(t["reference"]), r);
		case "url": return archiveSource(n ?? "");
		case "file": return fileSource(n ?? "");
		case "directory": return folderSource(n ?? "", e["develop"] === true);
		default: return {
			kind: "file",
			problem: "its source is of a type that is not known"
		};
	}
}
function readFiles(e, t, n) {
	const r = [];
	for (const i of e) {
		const e = isRecord(i) ? textOf(i["file"]) : void 0;
		const a = typeof i === "string" ? i : isRecord(i) ? textOf(i["hash"]) : void 0;
		if (a === void 0 && e === void 0) {
			n.add("one of its files is no table");
			continue;
		}
		const o = a?.includes(":") ? parseHash(a) : toHash("sha256", a ?? "");
		if (o === void 0) n.add("one of its files has an unknown hash");
		r.push({
			hashes: o === void 0 ? [] : [o],
			...t.kind === "archive" && t.url !== void 0 ? { url: t.url } : {},
			...e === void 0 ? {} : { fileName: e }
		});
	}
	return r;
}
function filesByName(e, t) {
	const n = new Map();
	for (const [t, r] of Object.entries(tableOf(e["files"] ?? e["hashes"]))) if (Array.isArray(r)) n.set(normalizeName(t), r);
	const r = new Map();
	for (const { table: e } of t) {
		const t = normalizeName(textOf(e?.["name"]) ?? "");
		r.set(t, (r.get(t) ?? 0) + 1);
	}
	return (e, t) => {
		const i = n.get(e) ?? [];
		if ((r.get(e) ?? 0) < 2) return i;
		return i.filter((e) => isRecord(e) && isOfVersion(textOf(e["file"]), t));
	};
}
function isOfVersion(e, t) {
	const n = e?.split(`-${t}`)[1];
	return n !== void 0 && /^(?:-|\.(?:tar|zip|tgz|whl|egg))/.test(n);
}
function resolver(e, t) {
	const n = groupByName(e);
	return (e, r) => (n.get(e.name) ?? []).filter((n) => allows(e.constraint, n.version) && !areDisjoint(t, r.marker, e.marker, n.marker));
}
function readNeeds(e, t) {
	const n = [];
	const r = [];
	for (const i of e) for (const e of i.dependencies) {
		const a = t(e, i);
		if (a.length === 0 && !e.optional && e.marker === void 0) {
			const t = `its dependency ${e.name} ${e.constraint.slice(0, 100)} is not in the lockfile`;
			r.push({
				key: i.key,
				line: i.line,
				reason: t
			});
		}
		for (const t of a) for (const r of askersOf(i, e)) n.push(toNeed(i.key, t, e, r));
	}
	return {
		needs: n,
		problems: r
	};
}
function askersOf({ extras: e }, { name: t, optional: n, extrasInMarker: r }) {
	if (!n) return [void 0];
	const i = [...e].filter(([, e]) => e.has(t)).map(([e]) => e);
	return new Set([...r, ...i]);
}
function toNeed(e, t, { constraint: n, marker: r, extras: i }, a, o) {
	return {
		from: e,
		to: t.key,
		...a === void 0 ? {} : { extra: a },
		...o === void 0 ? {} : { group: o },
		extras: i,
		...n === "*" ? {} : { requirement: n },
		...r === void 0 ? {} : { condition: r }
	};
}
function readRoot(e, t, n) {
	const r = tableOf(e["project"]);
	const i = tableOf(tableOf(e["tool"])["poetry"]);
	const a = textOf(r["name"]) ?? textOf(i["name"]) ?? "";
	const o = {
		key: ".",
		name: isPackageName(a) ? normalizeName(a) : folderName(n),
		version: textOf(r["version"]) ?? textOf(i["version"]),
		line: void 0,
		path: fromLockfileFolder(n.path, "pyproject.toml") ?? "pyproject.toml",
		source: folderSource(".", true),
		artifacts: [],
		marker: void 0,
		dependencies: [],
		extras: new Map()
	};
	const s = [];
	const c = new Set();
	for (const { dependency: n, extra: a, group: l } of [...fromProject(e, i), ...fromPoetry(i, r)]) {
		if (n.name === o.name) continue;
		const e = t(n, o);
		if (e.length === 0 && n.marker === void 0) c.add(`${n.name} ${n.constraint}`.replace(/ \*$/, ""));
		s.push(...e.map((e) => toNeed(o.key, e, n, a, l)));
	}
	return {
		entry: o,
		needs: s,
		missing: [...c]
	};
}
function fromProject(e, t) {
	const n = tableOf(t["dependencies"]);
	return readDeclarations(e).declared.map(({ requirement: e, ...t }) => {
		const r = Object.entries(n).find(([t]) => normalizeName(t) === e.name)?.[1];
		return {
			dependency: fromRequirement(e, isRecord(r) ? textsOf(r["extras"]).map(normalizeName) : []),
			...t
		};
	});
}
function fromRequirement({ name: e, specifier: t, marker: n, extras: r }, i) {
	return {
		name: e,
		constraint: t === "" ? "*" : t,
		marker: n,
		extras: [...new Set([...r, ...i])],
		optional: false,
		extrasInMarker: []
	};
}
function fromPoetry(e, t) {
	const n = t["dependencies"] !== void 0 || t["optional-dependencies"] !== void 0;
	const r = Object.entries(tableOf(e["extras"])).map(([e, t]) => [normalizeName(e), new Set(textsOf(t).map(normalizeName))]);
	return [
		...(n ? [] : dependenciesIn(e["dependencies"])).flatMap((e) => e.optional ? r.filter(([, t]) => t.has(e.name)).map(([t]) => ({
			dependency: e,
			extra: t
		})) : [{ dependency: e }]),
		...dependenciesIn(e["dev-dependencies"]).map((e) => ({
			dependency: e,
			group: "dev"
		})),
		...Object.entries(tableOf(e["group"])).flatMap(([e, t]) => dependenciesIn(tableOf(t)["dependencies"]).map((t) => ({
			dependency: t,
			group: e
		})))
	];
}
function dependenciesIn(e) {
	return Object.entries(tableOf(e)).filter(([e]) => e !== "python").flatMap(([e, t]) => readDependencies(e, t) ?? []);
}
const HINT = "Write it again with `poetry lock`.";
async function readPoetryLock(e) {
	const { rest: t, taken: n } = parseTableList(e.path, e.text, "package", (e) => e, HINT);
	const r = tableOf(t["metadata"]);
	checkVersion(e.path, t, r);
	const { entries: i, problems: a } = readEntries(t, n);
	const o = resolver(i, pythonMarker(textOf(r["python-versions"]) ?? "*"));
	const { needs: s, problems: c } = readNeeds(i, o);
	const l = fromLockfileFolder(e.path, "pyproject.toml") ?? "pyproject.toml";
	const { table: u, problems: d } = await readPyproject(l, e);
	const f = u === void 0 ? void 0 : readRoot(u, o, e);
	const p = u === void 0 || f === void 0 || !e.compareManifests ? [] : staleProblems(l, textOf(r["content-hash"]), u, f);
	return [assemble(e, {
		format: "poetry",
		entries: f === void 0 ? i : [f.entry, ...i],
		roots: f === void 0 ? [] : [f.entry.key],
		needs: f === void 0 ? s : [...f.needs, ...s],
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
function checkVersion(e, t, n) {
	const r = n["lock-version"];
	if (t["metadata"] === void 0) throw new UsageError(`${e} has no \`metadata\`: it is cut off`, { hint: HINT });
	if (r === void 0 || typeof r === "string" && /^[12]\.\d+$/.test(r)) return;
	const i = JSON.stringify(r).slice(0, 50);
	throw new UsageError(`${e} has lock-version ${i}; 1.0 to 2.x are known`, { hint: HINT });
}
function staleProblems(e, t, n, { missing: r }) {
	const i = t === void 0 ? void 0 : matchesContentHash(t, n);
	const a = staleProblem(e, r.map((e) => `${e} is not locked`));
	if (a !== void 0) return [a];
	if (i !== false) return [];
	return [{
		kind: "stale",
		reason: `it was not made from ${e} as it is now: the \`content-hash\` is another one`
	}];
}
export { readPoetryLock };
