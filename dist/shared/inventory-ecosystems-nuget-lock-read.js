import "./rolldown-runtime.js";
import { Ct as isRecord, Q as UsageError } from "./core.js";
import { t as projectName } from "./inventory-assemble-project-name.js";
import { t as folderOf } from "./inventory-paths.js";
import { a as textOf, c as readManifests, i as ranges, n as members, o as nugetGraph, r as parseObject, s as globalIds, t as keyLines } from "./inventory-ecosystems-nuget-json.js";
import { a as projectFiles, r as baseName } from "./inventory-ecosystems-nuget-versions.js";

// packages/inventory/src/ecosystems/nuget/lock/read.ts
const VERSIONS = [
	1,
	2,
	3
];
const TYPES = /* @__PURE__ */ new Set([
	"Direct",
	"Transitive",
	"CentralTransitive",
	"Project"
]);
async function readNuGetLock(input) {
	const { path, text } = input;
	const { version, dependencies } = parseObject(path, text);
	if (!VERSIONS.includes(version) || !isRecord(dependencies)) throw new UsageError(VERSIONS.includes(version) ? `${path} has no object \`dependencies\`` : `${path} is of the version ${JSON.stringify(version)?.slice(0, 50)}; 1, 2 and 3 are known`);
	const folder = folderOf(path);
	const projects = projectFiles(input);
	const own = ownProjects(path, projects.inFolder(folder));
	const [project] = own.length === 1 ? own : [];
	const manifests = await readManifests(input, project);
	const { targets, problems } = readTargets(text, dependencies, globalIds(manifests));
	return [nugetGraph(input, {
		format: "nuget-lock",
		name: project === void 0 ? projectName(input) : baseName(project),
		folder,
		targets,
		problems,
		manifests,
		projects,
		covers: [...own, ...manifests.paths]
	})];
}
function ownProjects(path, beside) {
	const name = /packages\.(.+)\.lock\.json$/.exec(path.slice(path.lastIndexOf("/") + 1))?.[1];
	return name === void 0 ? beside : beside.filter((each) => baseName(each).toLowerCase() === name.toLowerCase());
}
function readTargets(text, dependencies, globals) {
	const lines = keyLines(text, 4);
	const problems = lines.twice.map(({ path, line }) => ({
		item: path.at(-1) ?? "",
		line,
		reason: "it stands in the file twice"
	}));
	const odd = (item) => problems.push({
		item,
		reason: "it is no object"
	});
	return {
		targets: members(dependencies, odd).map(([name, section]) => {
			const isNamed = typeof section["framework"] === "string" && isRecord(section["dependencies"]);
			const above = isNamed ? [
				"dependencies",
				name,
				"dependencies"
			] : ["dependencies", name];
			const entries = /* @__PURE__ */ new Map();
			for (const [id, member] of members(isNamed ? section["dependencies"] : section, odd)) {
				const line = lineOf(lines, [...above, id]);
				if (entries.has(id.toLowerCase())) problems.push({
					item: id,
					line,
					reason: `it stands in ${name} twice`
				});
				if (!TYPES.has(String(member["type"]))) problems.push({
					item: id,
					line,
					reason: "its type is not known"
				});
				entries.set(id.toLowerCase(), toEntry(id, member, line, globals));
			}
			const slash = name.indexOf("/");
			return slash < 0 ? {
				name,
				entries
			} : {
				name,
				framework: name.slice(0, slash),
				entries
			};
		}),
		problems
	};
}
function lineOf(lines, path) {
	return lines.line(...path);
}
function toEntry(id, member, line, globals) {
	const kind = globals.has(id.toLowerCase()) ? "development" : "runtime";
	return {
		id,
		version: textOf(member["resolved"]),
		isProject: member["type"] === "Project",
		line,
		dependencies: ranges(member["dependencies"]),
		contentHash: textOf(member["contentHash"]),
		...member["type"] === "Direct" ? { asked: {
			kind,
			requirement: textOf(member["requested"])
		} } : {}
	};
}

export { readNuGetLock };