import "./rolldown-runtime.js";
import { Ct as isRecord, Q as UsageError } from "./core.js";
import { t as projectName } from "./inventory-assemble-project-name.js";
import { a as keyLines, c as textOf, i as readManifests, n as nugetGraph, o as members, r as globalIds, s as parseObject, t as ranges } from "./inventory-ecosystems-nuget-ranges.js";
import { t as folderOf } from "./inventory-paths.js";
import { a as projectFiles, r as baseName } from "./inventory-ecosystems-nuget-versions.js";
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
export { readNuGetLock };
