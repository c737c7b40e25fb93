import "./rolldown-runtime.js";
import { Ct as isRecord, Q as UsageError } from "./core.js";
import { n as fromLockfileFolder } from "./inventory-paths.js";
import { a as textsOf, i as textOf, n as tableOf, r as tablesOf } from "./inventory-toml.js";
import { a as indexSource, c as parseHash, i as gitSource, n as fileSource, r as folderSource, s as assemble, t as archiveSource } from "./inventory-ecosystems-pypi-source.js";
import { t as installedFolders } from "./inventory-ecosystems-pypi-installed.js";
import { l as pinnedVersion, n as folderName } from "./inventory-ecosystems-pypi-manifests.js";
import { n as isPackageName, r as normalizeName, t as groupByName } from "./inventory-ecosystems-pypi-names.js";
import { t as pythonJson } from "./inventory-ecosystems-pypi-python-json.js";
import { n as readPyproject, r as staleProblem } from "./inventory-ecosystems-pypi-stale.js";
import { t as scanJsonKeys } from "./inventory-json-keys.js";
import { createHash } from "node:crypto";
const META = "_meta";
function scopeOfCategory(e) {
	return e === "default" ? "runtime" : e === "develop" ? "development" : "optional";
}
function readEntries(e, t) {
	const { lines: n, duplicates: r } = linesOf(t);
	const i = indexesOf(e);
	const a = [...r];
	const o = new Map();
	for (const [t, r] of Object.entries(e)) {
		if (t === META) continue;
		if (!isRecord(r)) {
			a.push({
				key: t.slice(0, 100),
				reason: "the category is no object"
			});
			continue;
		}
		for (const [e, s] of Object.entries(r)) {
			const r = n.get(`${t}\0${e}`);
			if (!isPackageName(e) || !isRecord(s)) {
				const t = isRecord(s) ? "the name is no package name" : "the entry is no object";
				a.push({
					key: e.slice(0, 100),
					line: r,
					reason: t
				});
				continue;
			}
			const { entry: c, reasons: l } = readEntry(normalizeName(e), s, r, t, i);
			a.push(...l.map((e) => ({
				key: c.key,
				line: r,
				reason: e
			})));
			o.set(c.key, united(o.get(c.key), c));
		}
	}
	return {
		entries: [...o.values()],
		problems: a
	};
}
const ORDER = [
	"runtime",
	"optional",
	"development"
];
function united(e, t) {
	if (e === void 0) return t;
	const n = [e.statedScope, t.statedScope];
	const r = ORDER.find((e) => n.includes(e)) ?? "runtime";
	return {
		...e,
		statedScope: r,
		categories: new Set([...e.categories, ...t.categories])
	};
}
function readEntry(e, t, n, r, i) {
	const a = new Set();
	const o = textOf(t["version"]);
	const s = o === void 0 ? void 0 : pinnedVersion(o.replaceAll(/\s/g, ""));
	const c = readSource(t, i);
	if (c.kind === "registry" && s === void 0) a.add(o === void 0 ? "the entry has no version" : "its version is not pinned");
	const l = textsOf(t["hashes"]).map(parseHash);
	if (l.includes(void 0)) a.add("one of its hashes is not known");
	const u = textOf(t["markers"]);
	const d = c.path ?? c.url ?? c.qualifiers?.["repository_url"];
	return {
		entry: {
			key: [
				e,
				s,
				d === void 0 ? void 0 : `(${d})`
			].filter((e) => e !== void 0).join(" "),
			name: e,
			version: s,
			line: n,
			source: c,
			artifacts: l.filter((e) => e !== void 0).map((e) => ({
				hashes: [e],
				...u === void 0 ? {} : { condition: u }
			})),
			statedScope: scopeOfCategory(r),
			categories: new Set([r])
		},
		reasons: [...a]
	};
}
function readSource(e, t) {
	const n = (t) => textOf(e[t]);
	const r = n("git");
	if (r !== void 0) return gitSource(r, n("ref"), n("subdirectory"));
	const i = n("path");
	if (i !== void 0) return folderSource(i, e["editable"] === true);
	const a = n("file") ?? n("url");
	if (a !== void 0) return /^[a-z][a-z\d+.-]+:/i.test(a) ? archiveSource(a) : fileSource(a);
	const o = n("index");
	const s = t.values().next().value;
	return indexSource(o === void 0 ? s : t.get(o));
}
function indexesOf(e) {
	const t = tablesOf(tableOf(e[META])["sources"]);
	return new Map(t.flatMap((e) => {
		const [t, n] = [textOf(e?.["name"]), textOf(e?.["url"])];
		return t === void 0 || n === void 0 || !URL.canParse(n) ? [] : [[t, n]];
	}));
}
function linesOf(e) {
	const t = new Map();
	const n = [];
	let r = "";
	scanJsonKeys(e, (e, i, a) => {
		if (i === 1) r = e;
		if (i !== 2 || r === META) return;
		const o = `${r}\0${e}`;
		if (t.has(o)) n.push({
			key: e.slice(0, 100),
			line: a,
			reason: "the entry stands in its category more than once; the last one was read"
		});
		t.set(o, a);
	});
	return {
		lines: t,
		duplicates: n
	};
}
const HINT = "Write it again with `pipenv lock`.";
const ROOT = ".";
async function readPipfileLock(e) {
	const t = parseLock(e);
	const { entries: n, problems: r } = readEntries(t, e.text);
	const i = fromLockfileFolder(e.path, "Pipfile") ?? "Pipfile";
	const { table: a, problems: o } = await readPyproject(i, e);
	const s = a === void 0 ? [] : askedIn(a);
	const c = rootNeeds(s, n);
	const l = a === void 0 || !e.compareManifests ? [] : staleProblems(t, a, s, n);
	return [assemble(e, {
		format: "pipenv",
		entries: a === void 0 ? n : [rootEntry(e, i), ...n],
		roots: a === void 0 ? [] : [ROOT],
		needs: c,
		edgeCompleteness: a === void 0 ? "unknown" : "direct",
		covers: [i],
		problems: [
			...r,
			...o,
			...l
		],
		installed: await installedFolders(e)
	})];
}
function parseLock({ path: e, text: t }) {
	let n;
	try {
		n = JSON.parse(t);
	} catch {
		throw new UsageError(`${e} is no JSON`, { hint: HINT });
	}
	if (!isRecord(n)) throw new UsageError(`${e} is no JSON object`, { hint: HINT });
	const r = tableOf(n["_meta"])["pipfile-spec"];
	if (r === 6) return n;
	const i = JSON.stringify(r)?.slice(0, 50) ?? "none";
	throw new UsageError(`${e} has the pipfile-spec ${i}; 6 is known`, { hint: HINT });
}
const CATEGORIES = new Map([["packages", "default"], ["dev-packages", "develop"]]);
const OTHERS = new Set([
	"source",
	"requires",
	"scripts",
	"pipfile",
	"pipenv"
]);
function askedIn(e) {
	return Object.entries(e).filter(([e]) => !OTHERS.has(e)).flatMap(([e, t]) => Object.entries(tableOf(t)).map(([t, n]) => {
		const r = textOf(n) ?? textOf(tableOf(n)["version"]);
		return {
			name: normalizeName(t),
			category: CATEGORIES.get(e) ?? e,
			requirement: r === "*" ? void 0 : r
		};
	}));
}
function rootNeeds(e, t) {
	const n = groupByName(t);
	return e.flatMap(({ name: e, category: t, requirement: r }) => (n.get(e) ?? []).filter(({ categories: e }) => e.has(t)).map(({ key: e }) => {
		const n = scopeOfCategory(t);
		return {
			from: ROOT,
			to: e,
			extras: [],
			...n === "runtime" ? {} : { chosenBy: n === "optional" ? "extra" : "group" },
			...r === void 0 ? {} : { requirement: r },
			...n === "runtime" ? {} : { condition: `'${t}' in categories` }
		};
	}));
}
function rootEntry(e, t) {
	return {
		key: ROOT,
		name: folderName(e),
		version: void 0,
		line: void 0,
		path: t,
		source: folderSource(ROOT, true),
		artifacts: []
	};
}
function staleProblems(e, t, n, r) {
	const i = new Set(r.flatMap(({ name: e, categories: t }) => [...t].map((t) => `${t} ${e}`)));
	const a = n.filter(({ name: e, category: t }) => !i.has(`${t} ${e}`));
	const o = staleProblem("Pipfile", a.map(({ name: e }) => `${e} is not locked`));
	if (o !== void 0) return [o];
	const s = textOf(tableOf(tableOf(e["_meta"])["hash"])["sha256"]);
	if (s === void 0 || matchesHash(s, t) !== false) return [];
	return [{
		kind: "stale",
		reason: "it was not made from the Pipfile as it is now: its `hash` is another one"
	}];
}
const PYPI = {
	name: "pypi",
	url: "https://pypi.org/simple",
	verify_ssl: true
};
function matchesHash(e, t) {
	const n = Object.entries(t).filter(([e]) => !OTHERS.has(e) && !CATEGORIES.has(e));
	const r = {
		default: tableOf(t["packages"]),
		develop: tableOf(t["dev-packages"]),
		...Object.fromEntries(n)
	};
	const i = Object.entries(r).map(([e, t]) => [e, Object.fromEntries(Object.entries(tableOf(t)).map(([e, t]) => [normalizeName(e), t]))]);
	const a = {
		sources: t["source"] ?? [PYPI],
		requires: t["requires"] ?? {}
	};
	const o = [r, Object.fromEntries(i)].map((e) => pythonJson({
		_meta: a,
		...e
	}, [",", ":"]));
	if (o.includes(void 0)) return void 0;
	return o.some((t) => createHash("sha256").update(t ?? "").digest("hex") === e);
}
export { readPipfileLock };
