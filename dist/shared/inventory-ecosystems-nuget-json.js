import { Ct as isRecord, Q as UsageError } from "./core.js";
import { o as buildPurl } from "./purl.js";
import { n as fromLockfileFolder, t as folderOf } from "./inventory-paths.js";
import { t as firstPartyPurl } from "./inventory-origin.js";
import { t as assembleGraph } from "./inventory-assemble-graph.js";
import { n as staleProblems, r as unknownFit, t as manifestText } from "./inventory-assemble-stale.js";
import { t as scanJsonKeys } from "./inventory-json-keys.js";
import { n as readNuGetProject } from "./inventory-ecosystems-nuget-project2.js";
import { i as nearestAbove, r as baseName, t as normalizedRange } from "./inventory-ecosystems-nuget-versions.js";

// packages/inventory/src/ecosystems/nuget/edges.ts
function nodeKey({ id, version, isProject }) {
	return isProject || version === void 0 ? id.toLowerCase() : `${id.toLowerCase()} ${version.toLowerCase()}`;
}
function nugetEdges(root, targets, asksForProject) {
	const frameworks = new Map(targets.filter(({ framework }) => framework === void 0).map((each) => [each.name, each]));
	const dependants = new Map([...frameworks].map(([name, each]) => [name, dependantsOf(each)]));
	const found = /* @__PURE__ */ new Map();
	const missing = [];
	const add = (edge, target) => {
		const key = JSON.stringify([
			edge.from,
			edge.to,
			edge.kind
		]);
		const known = found.get(key);
		if (known === void 0) found.set(key, {
			edge,
			targets: /* @__PURE__ */ new Set([target])
		});
		else known.targets.add(target);
	};
	for (const target of targets) {
		const { name, entries } = target;
		const base = target.framework === void 0 ? void 0 : frameworks.get(target.framework);
		const needed = /* @__PURE__ */ new Set();
		for (const entry of [...entries.values(), ...changedFrom(target, base, dependants)]) {
			const from = nodeKey(entry);
			for (const [wanted, requirement] of entry.dependencies) {
				const to = entries.get(wanted) ?? base?.entries.get(wanted);
				needed.add(wanted);
				if (to === void 0) missing.push({
					entry,
					name: wanted,
					target: name
				});
				else add({
					from,
					to: nodeKey(to),
					kind: "runtime",
					requirement
				}, name);
			}
		}
		for (const [id, entry] of entries) {
			const { asked, isProject } = entry;
			const to = nodeKey(entry);
			if (asked !== void 0) add({
				from: root,
				to,
				...asked
			}, name);
			else if (isProject && (asksForProject(id) || base === void 0 && !needed.has(id))) add({
				from: root,
				to,
				kind: "runtime"
			}, name);
		}
	}
	const names = [...frameworks.keys()];
	return {
		edges: [...found.values()].map(({ edge, targets: holds }) => {
			const condition = conditionOf(holds, names);
			return condition === void 0 ? edge : {
				...edge,
				condition
			};
		}),
		missing
	};
}
function dependantsOf({ entries }) {
	const dependants = /* @__PURE__ */ new Map();
	for (const entry of entries.values()) for (const wanted of entry.dependencies.keys()) {
		const known = dependants.get(wanted);
		if (known === void 0) dependants.set(wanted, [entry]);
		else known.push(entry);
	}
	return dependants;
}
function changedFrom({ entries, framework = "" }, base, dependants) {
	if (base === void 0) return /* @__PURE__ */ new Set();
	const asking = [...entries].filter(([id, entry]) => {
		const before = base.entries.get(id);
		return before === void 0 || nodeKey(before) !== nodeKey(entry);
	}).flatMap(([id]) => dependants.get(framework)?.get(id) ?? []);
	return new Set(asking.filter(({ id }) => !entries.has(id.toLowerCase())));
}
function conditionOf(holds, frameworks) {
	if (frameworks.every((name) => holds.has(name))) return void 0;
	return [...holds].filter((name) => {
		const slash = name.indexOf("/");
		return slash < 0 || !holds.has(name.slice(0, slash));
	}).sort().join(" or ");
}

// packages/inventory/src/ecosystems/nuget/manifests.ts
async function readManifests(input, path) {
	const problems = [];
	const read = async (file) => {
		if (file === void 0) return void 0;
		const { text, problems: unread } = await manifestText(file, input);
		problems.push(...unread);
		if (text === void 0) return void 0;
		try {
			return readNuGetProject(file, text);
		} catch (error) {
			if (!(error instanceof UsageError)) throw error;
			problems.push(unknownFit(file, error.message));
			return;
		}
	};
	const paths = path === void 0 ? [] : [path];
	const chain = async (name) => {
		const found = [];
		let folder = path === void 0 ? folderOf(input.path) : folderOf(path);
		for (;;) {
			const file = nearestAbove(input, folder, name);
			if (file === void 0) return found;
			paths.push(file);
			const made = await read(file);
			if (made !== void 0) found.push(made);
			folder = folderOf(file);
			if (folder === "" || !made?.imports.some((each) => each.includes(name))) return found;
			folder = folderOf(folder);
		}
	};
	return {
		path,
		project: await read(path),
		central: await chain("Directory.Packages.props"),
		shared: [...await chain("Directory.Build.props"), ...await chain("Directory.Build.targets")],
		paths,
		problems
	};
}
function asksForProject({ project }) {
	const names = new Set(project?.projects.map((each) => baseName(each).toLowerCase()));
	return (id) => names.has(id);
}
function globalIds({ central }) {
	return new Set(central.flatMap(({ globals }) => globals.map(({ id }) => id.toLowerCase())));
}
function referenceProblems(manifests, targets) {
	const { path, project, central, shared } = manifests;
	if (path === void 0 || project === void 0) return [];
	const files = [
		project,
		...central,
		...shared
	];
	const changed = new Set(files.flatMap((each) => [...each.changed]));
	const versions = new Map(central.toReversed().flatMap((each) => each.versions.map((one) => [one.id.toLowerCase(), one])));
	const sharedIds = new Set(shared.flatMap(({ packages }) => packages.map(({ id }) => id.toLowerCase())));
	const differences = [];
	for (const reference of once(project.packages)) {
		const id = reference.id.toLowerCase();
		if (!reference.isSure || changed.has(id) || sharedIds.has(id)) continue;
		const locked = targets.flatMap(({ entries }) => entries.get(id) ?? []);
		const asked = locked.flatMap((entry) => entry.asked ?? []);
		const ofCenter = versions.get(id);
		const version = reference.version ?? (ofCenter?.isSure === true ? ofCenter.version : void 0);
		const range = version === void 0 ? void 0 : normalizedRange(version);
		if (asked.length === 0) {
			if (!locked.some(({ isProject }) => isProject)) differences.push(`${reference.id} is not locked`);
		} else if (range !== void 0) {
			const other = asked.find(({ requirement }) => requirement !== void 0 && normalizedRange(requirement) !== range);
			if (other !== void 0) differences.push(`${reference.id} is locked for ${other.requirement}`);
		}
	}
	return staleProblems(path, differences);
}
function once(references) {
	const counts = /* @__PURE__ */ new Map();
	for (const { id } of references) counts.set(id.toLowerCase(), (counts.get(id.toLowerCase()) ?? 0) + 1);
	return references.filter(({ id }) => counts.get(id.toLowerCase()) === 1);
}

// packages/inventory/src/ecosystems/nuget/graph.ts
const ROOT = ".";
function nugetGraph(input, parts) {
	const { targets, manifests } = parts;
	const root = rootNode(input, parts);
	const nodes = /* @__PURE__ */ new Map();
	const hashes = /* @__PURE__ */ new Map();
	const problems = [...parts.problems, ...manifests.problems];
	for (const { name, entries } of targets) for (const entry of entries.values()) {
		const key = nodeKey(entry);
		const { contentHash } = entry;
		const node = nodes.get(key);
		nodes.set(key, node ?? toNode(input, entry, parts));
		if (entry.version === void 0 && !entry.isProject) problems.push({
			item: entry.id,
			line: entry.line,
			reason: "it has no version"
		});
		if (contentHash === void 0) continue;
		const known = hashes.get(key);
		hashes.set(key, known ?? contentHash);
		if (known !== void 0 && known !== contentHash) problems.push({
			item: entry.id,
			line: entry.line,
			reason: `its content is another for ${name}`
		});
	}
	const { edges, missing } = nugetEdges(ROOT, targets, asksForProject(manifests));
	for (const { entry, name } of missing) problems.push({
		node: nodes.get(nodeKey(entry)),
		reason: `its dependency ${name} is not in the lockfile`
	});
	if (input.compareManifests) problems.push(...referenceProblems(manifests, targets));
	return assembleGraph({
		path: input.path,
		format: parts.format,
		ecosystem: "nuget",
		roots: [root],
		nodes: [root, ...nodes.values()],
		edges,
		edgeCompleteness: "complete",
		problems,
		covers: parts.covers
	});
}
function rootNode(input, { name, version, folder }) {
	return {
		key: ROOT,
		name,
		version,
		kind: "application",
		line: 1,
		firstParty: true,
		...folder === void 0 ? {} : {
			purl: firstPartyPurl(input.origin, name, version, folder),
			installPath: folder
		}
	};
}
function toNode({ origin }, entry, { projects, folder: base }) {
	const { id, version, line, contentHash } = entry;
	const key = nodeKey(entry);
	if (!entry.isProject) return {
		key,
		name: id,
		version,
		line,
		firstParty: false,
		purl: buildPurl({
			type: "nuget",
			name: id,
			version
		}),
		download: contentHash === void 0 ? "unchecked" : "checked"
	};
	const file = (entry.projectPath === void 0 || base === void 0 ? void 0 : fromLockfileFolder(base === "" ? "-" : `${base}/-`, entry.projectPath)) ?? projects.named(id);
	if (file === void 0) return {
		key,
		name: id,
		version,
		line,
		firstParty: false
	};
	const name = baseName(file);
	const folder = folderOf(file);
	return {
		key,
		name: name.toLowerCase() === id.toLowerCase() ? name : id,
		version,
		line,
		firstParty: true,
		purl: firstPartyPurl(origin, name, version, folder),
		installPath: folder
	};
}

// packages/inventory/src/ecosystems/nuget/json.ts
function parseObject(path, text) {
	let json;
	try {
		json = JSON.parse(text);
	} catch {
		throw new UsageError(`${path} is no JSON`);
	}
	if (!isRecord(json)) throw new UsageError(`${path} is no JSON object`);
	return json;
}
function keyLines(text, maxDepth) {
	const lines = /* @__PURE__ */ new Map();
	const twice = [];
	const above = [];
	scanJsonKeys(text, (key, depth, line) => {
		if (depth > maxDepth) return;
		above.length = Math.min(above.length, depth - 1);
		while (above.length < depth - 1) above.push("");
		above.push(key);
		const joined = above.join("\0");
		if (lines.has(joined) && !above.includes("")) twice.push({
			path: [...above],
			line
		});
		else lines.set(joined, line);
	});
	return {
		line: (...path) => lines.get(path.join("\0")),
		twice
	};
}
function textOf(value) {
	return typeof value === "string" && value !== "" ? value : void 0;
}
function members(value, odd) {
	if (!isRecord(value)) return [];
	return Object.entries(value).flatMap(([key, member]) => {
		if (isRecord(member)) return [[key, member]];
		odd(key);
		return [];
	});
}
function ranges(value) {
	if (!isRecord(value)) return /* @__PURE__ */ new Map();
	return new Map(Object.entries(value).map(([id, range]) => [id.toLowerCase(), typeof range === "string" ? range : ""]));
}

export { textOf as a, readManifests as c, ranges as i, members as n, nugetGraph as o, parseObject as r, globalIds as s, keyLines as t };