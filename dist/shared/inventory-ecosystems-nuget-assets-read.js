import "./rolldown-runtime.js";
import { Ct as isRecord, Q as UsageError } from "./core.js";
import { t as folderOf } from "./inventory-paths.js";
import { a as textOf, c as readManifests, i as ranges, n as members, o as nugetGraph, r as parseObject, t as keyLines } from "./inventory-ecosystems-nuget-json.js";
import { a as projectFiles, r as baseName } from "./inventory-ecosystems-nuget-versions.js";

// packages/inventory/src/ecosystems/nuget/assets/targets.ts
function readAssetTargets(json, project, lines) {
	const problems = [];
	const odd = (item) => problems.push({
		item,
		reason: "it is no object"
	});
	const libraries = new Map(members(json["libraries"], odd));
	const groups = isRecord(json["projectFileDependencyGroups"]) ? json["projectFileDependencyGroups"] : {};
	const references = ownReferences(project);
	return {
		targets: members(json["targets"], odd).map(([name, section]) => {
			const slash = name.indexOf("/");
			const framework = slash < 0 ? name : name.slice(0, slash);
			const asked = groups[framework];
			if (!Array.isArray(asked)) problems.push({
				item: name,
				reason: "what the project itself asks for is not known for it"
			});
			const names = new Set((Array.isArray(asked) ? asked : []).map((each) => String(each).split(" ", 1)[0]?.toLowerCase()));
			const entries = /* @__PURE__ */ new Map();
			for (const [key, member] of members(section, odd)) {
				const entry = toEntry(key, member, libraries.get(key), lines);
				const id = entry.id.toLowerCase();
				if (entries.has(id)) problems.push({
					item: key,
					line: entry.line,
					reason: `${entry.id} stands in ${name} twice`
				});
				if (!libraries.has(key)) problems.push({
					item: key,
					reason: "it is not among the libraries"
				});
				if (member["type"] !== "package" && member["type"] !== "project") problems.push({
					item: key,
					line: entry.line,
					reason: "its type is not known"
				});
				const reference = references.get(id);
				const kind = reference?.isPrivate === true ? "development" : "runtime";
				const isAsked = names.has(id);
				entries.set(id, isAsked ? {
					...entry,
					asked: {
						kind,
						requirement: reference?.requirement
					}
				} : entry);
			}
			for (const id of names) if (id !== void 0 && !entries.has(id)) problems.push({
				item: id,
				reason: `it is asked for and not there for ${name}`
			});
			return slash < 0 ? {
				name,
				entries
			} : {
				name,
				framework,
				entries
			};
		}),
		problems
	};
}
function toEntry(key, member, library, lines) {
	const slash = key.indexOf("/");
	const isProject = member["type"] === "project";
	const path = textOf(library?.["path"]);
	return {
		id: slash < 0 ? key : key.slice(0, slash),
		version: slash < 0 ? void 0 : key.slice(slash + 1) || void 0,
		isProject,
		line: lines.line("libraries", key),
		dependencies: ranges(member["dependencies"]),
		contentHash: textOf(library?.["sha512"]),
		...isProject && path !== void 0 ? { projectPath: path.replaceAll("\\", "/") } : {}
	};
}
function ownReferences(project) {
	const references = /* @__PURE__ */ new Map();
	for (const [, framework] of members(project["frameworks"], () => void 0)) for (const [id, reference] of members(framework["dependencies"], () => void 0)) {
		const known = references.get(id.toLowerCase());
		references.set(id.toLowerCase(), {
			requirement: textOf(reference["version"]),
			isPrivate: reference["suppressParent"] === "All" && known?.isPrivate !== false
		});
	}
	return references;
}

// packages/inventory/src/ecosystems/nuget/assets/read.ts
const VERSIONS = [3, 4];
async function readNuGetAssets(input) {
	const { path, text, paths } = input;
	const json = parseObject(path, text);
	const { version, targets, libraries, project } = json;
	if (!VERSIONS.includes(version)) throw new UsageError(`${path} is of the version ${JSON.stringify(version)?.slice(0, 50)}; 3 and 4 are known`);
	if (!isRecord(targets) || !isRecord(libraries) || !isRecord(project)) throw new UsageError(`${path} has no objects \`targets\`, \`libraries\` and \`project\``);
	const restore = isRecord(project["restore"]) ? project["restore"] : {};
	const projects = projectFiles(input);
	const name = textOf(restore["projectName"]);
	const file = projectFile(input, textOf(restore["projectPath"]), () => name === void 0 ? void 0 : projects.named(name));
	const folder = file === void 0 ? folderOf(folderOf(path)) : folderOf(file);
	const lock = folder === "" ? "packages.lock.json" : `${folder}/packages.lock.json`;
	if (paths.includes(lock)) return [];
	const manifests = await readManifests(input, file);
	const lines = keyLines(text, 3);
	const read = readAssetTargets(json, project, lines);
	const twice = lines.twice.filter(({ path: [top] }) => top === "targets" || top === "libraries");
	return [nugetGraph(input, {
		format: "nuget-assets",
		name: name ?? (file === void 0 ? "project" : baseName(file)),
		version: textOf(project["version"]),
		folder,
		targets: read.targets,
		problems: [
			...read.problems,
			...twice.map(({ path: keys, line }) => ({
				item: keys.at(-1) ?? "",
				line,
				reason: "it stands in the file twice"
			})),
			...restoreProblems(json)
		],
		manifests,
		projects,
		covers: manifests.paths
	})];
}
function projectFile({ path, paths }, projectPath, byName) {
	const name = projectPath?.split(/[\\/]/).at(-1);
	const folder = folderOf(folderOf(path));
	const beside = folder === "" ? name : `${folder}/${name}`;
	return beside !== void 0 && paths.includes(beside) ? beside : byName();
}
function restoreProblems({ logs }) {
	if (!Array.isArray(logs)) return [];
	return logs.flatMap((log) => {
		if (!isRecord(log) || log["level"] !== "Error") return [];
		const code = /^NU\d{4}$/.exec(String(log["code"]))?.[0] ?? "an error";
		const item = textOf(log["libraryId"]);
		return [{
			...item === void 0 ? {} : { item },
			reason: `the restore ended with ${code}`
		}];
	});
}

export { readNuGetAssets };