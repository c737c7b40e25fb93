import "./rolldown-runtime.js";
import { Ct as isRecord, Q as UsageError } from "./core.js";
import { a as keyLines, c as textOf, i as readManifests, n as nugetGraph, o as members, s as parseObject, t as ranges } from "./inventory-ecosystems-nuget-ranges.js";
import { t as folderOf } from "./inventory-paths.js";
import { a as projectFiles, r as baseName } from "./inventory-ecosystems-nuget-versions.js";
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
				const t = toEntry(o, c, a.get(o), n);
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
function toEntry(e, t, n, r) {
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
const VERSIONS = [3, 4];
async function readNuGetAssets(e) {
	const { path: t, text: n, paths: r } = e;
	const i = parseObject(t, n);
	const { version: a, targets: o, libraries: s, project: c } = i;
	if (!VERSIONS.includes(a)) throw new UsageError(`${t} is of the version ${JSON.stringify(a)?.slice(0, 50)}; 3 and 4 are known`);
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
export { readNuGetAssets };
