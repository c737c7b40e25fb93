import "./rolldown-runtime.js";
import { Ct as isRecord, Q as UsageError } from "./core.js";
import { n as fromLockfileFolder } from "./inventory-paths.js";
import { a as textsOf, i as textOf, n as tableOf, r as tablesOf } from "./inventory-toml.js";
import { t as parseTableList } from "./inventory-toml-list.js";
import { a as indexSource, i as gitSource, n as fileSource, r as folderSource, s as assemble, t as archiveSource } from "./inventory-ecosystems-pypi-source.js";
import { t as installedFolders } from "./inventory-ecosystems-pypi-installed.js";
import { d as evaluate, f as parseMarker, t as MANIFESTS } from "./inventory-ecosystems-pypi-manifests.js";
import { n as isPackageName, r as normalizeName, t as groupByName } from "./inventory-ecosystems-pypi-names.js";
import { t as readFiles } from "./inventory-ecosystems-pypi-files.js";
function readEntries(e, t) {
	const n = [];
	const r = new Map();
	const i = new Set();
	for (const [a, { table: o, line: s }] of e.entries()) {
		const e = textOf(o?.["name"]);
		if (o === void 0 || e === void 0 || !isPackageName(e)) {
			n.push({
				key: `package ${a + 1}`,
				line: s,
				reason: "the entry has no package name"
			});
			continue;
		}
		const { entry: c, reasons: l } = readEntry(normalizeName(e), o, s, t);
		n.push(...l.map((e) => ({
			key: c.key,
			line: s,
			reason: e
		})));
		const u = r.get(c.key);
		const d = JSON.stringify(o);
		if (i.has(d)) n.push({
			key: c.key,
			line: s,
			reason: "the entry stands in the lockfile more than once"
		});
		else if (u !== void 0) r.set(c.key, {
			...u,
			artifacts: [...u.artifacts, ...c.artifacts]
		});
		else r.set(c.key, c);
		i.add(d);
	}
	return {
		entries: [...r.values()],
		problems: n
	};
}
function readEntry(e, t, n, r) {
	const i = textOf(t["version"]);
	const a = readSource(t);
	const { artifacts: o, reasons: s } = filesOf(t, a);
	const c = textOf(t["marker"]);
	const l = a.kind === "registry" && a.qualifiers === void 0;
	const u = a.path ?? a.url ?? a.qualifiers?.["repository_url"] ?? a.kind;
	const d = scopeOf(c, r);
	return {
		entry: {
			key: [
				e,
				i,
				l ? void 0 : `(${u})`
			].filter((e) => e !== void 0).join(" "),
			name: e,
			version: i,
			line: n,
			source: a,
			artifacts: c === void 0 ? o : o.map((e) => ({
				...e,
				condition: c
			})),
			...d === void 0 ? {} : { statedScope: d },
			table: t
		},
		reasons: c !== void 0 && parseMarker(c) === void 0 ? [...s, "its marker can't be read"] : s
	};
}
function scopeOf(e, t) {
	const n = e?.includes(" in ") ? parseMarker(e) : void 0;
	if (n === void 0) return void 0;
	const r = ({ variable: e, operator: t }) => e === "extras" && t === "contains";
	const i = ({ variable: e, operator: n, value: r }) => e === "dependency_groups" && n === "contains" && !t.has(r);
	if (evaluate(n, (e) => !r(e) && !i(e))) return "runtime";
	return evaluate(n, (e) => !i(e)) ? "optional" : "development";
}
function readSource(e) {
	const { vcs: t, directory: n, archive: r } = e;
	if (isRecord(t)) {
		if (t["type"] !== "git") return {
			kind: "git",
			problem: "it comes from a version control system other than git"
		};
		const e = textOf(t["url"]) ?? `file:${textOf(t["path"]) ?? ""}`;
		return gitSource(e, textOf(t["commit-id"]), textOf(t["subdirectory"]));
	}
	if (isRecord(n)) return folderSource(textOf(n["path"]) ?? ".", n["editable"] === true);
	if (isRecord(r)) {
		const e = textOf(r["url"]);
		return e === void 0 ? fileSource(textOf(r["path"]) ?? "") : archiveSource(e);
	}
	return indexSource(textOf(e["index"]));
}
function filesOf(e, t) {
	const { archive: n, sdist: r, wheels: i } = e;
	const a = Array.isArray(i) ? i : [];
	const o = [n, r].filter((e) => e !== void 0);
	return readFiles([...o, ...a], t.url);
}
function dependenciesOf(e) {
	const { dependencies: t } = e.table;
	return t === void 0 ? void 0 : tablesOf(t);
}
function isMeant(e, t) {
	return Object.entries(t).every(([t, n]) => {
		if (t === "name") return normalizeName(textOf(n) ?? "") === e.name;
		const r = e.table[t];
		if (!isRecord(n)) return JSON.stringify(r) === JSON.stringify(n);
		return Object.entries(n).every(([e, t]) => JSON.stringify(tableOf(r)[e]) === JSON.stringify(t));
	});
}
const HINT = "Write it again with the tool that made it (`created-by` names it).";
async function readPylock(e) {
	const { rest: t, taken: n } = parseTableList(e.path, e.text, "packages", (e) => e, HINT);
	checkVersion(e.path, t);
	const { entries: r, problems: i } = readEntries(n, new Set(textsOf(t["default-groups"])));
	const { needs: a, problems: o } = readNeeds(r);
	const s = r.every((e) => dependenciesOf(e) !== void 0);
	return [assemble(e, {
		format: "pylock",
		entries: r,
		roots: [],
		needs: a,
		edgeCompleteness: s && r.length > 0 ? "complete" : "unknown",
		covers: covered(e.path),
		problems: [
			...i,
			...o,
			...missingList(t, n.length)
		],
		installed: await installedFolders(e)
	})];
}
function checkVersion(e, t) {
	const n = t["lock-version"];
	if (typeof n === "string" && /^1(?:\.\d+)*$/.test(n)) return;
	const r = JSON.stringify(n)?.slice(0, 50) ?? "none";
	throw new UsageError(`${e} has the lock-version ${r}; 1.x is known`, { hint: HINT });
}
function missingList({ packages: e }, t) {
	return t > 0 || Array.isArray(e) ? [] : [{ reason: "it has no list of packages" }];
}
function covered(e) {
	if (!/(?:^|\/)pylock\.toml$/.test(e)) return [];
	return MANIFESTS.flatMap((t) => fromLockfileFolder(e, t) ?? []);
}
function readNeeds(e) {
	const t = [];
	const n = [];
	const r = groupByName(e);
	for (const i of e) for (const e of dependenciesOf(i) ?? []) {
		const a = normalizeName(textOf(e?.["name"]) ?? "");
		const o = e === void 0 ? [] : (r.get(a) ?? []).filter((t) => isMeant(t, e));
		const [s] = o;
		if (s !== void 0 && o.length === 1) t.push({
			from: i.key,
			to: s.key,
			extras: []
		});
		else {
			const e = o.length === 0 ? "is not in the lockfile" : "could be one of several entries";
			const t = `its dependency ${a.slice(0, 100)} ${e}`;
			n.push({
				key: i.key,
				line: i.line,
				reason: t
			});
		}
	}
	return {
		needs: t,
		problems: n
	};
}
export { readPylock };
