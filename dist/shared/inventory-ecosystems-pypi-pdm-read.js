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

// packages/inventory/src/ecosystems/pypi/pdm/content-hash.ts
function matchesContentHash(hash, pyproject) {
	const [algorithm, digest] = hash.split(":");
	if (algorithm !== "sha256" || pyproject["project"] === void 0) return void 0;
	const project = tableOf(pyproject["project"]);
	const settings = tableOf(tableOf(pyproject["tool"])["pdm"]);
	const resolution = tableOf(settings["resolution"]);
	const common = {
		sources: settings["source"] ?? [],
		dependencies: project["dependencies"] ?? [],
		"optional-dependencies": project["optional-dependencies"] ?? {},
		"requires-python": project["requires-python"] ?? ""
	};
	const texts = [groupsOf(pyproject, settings), tableOf(settings["dev-dependencies"])].flatMap((groups) => [{
		...common,
		"dev-dependencies": groups,
		resolution
	}, {
		...common,
		"dev-dependencies": groups,
		overrides: resolution["overrides"] ?? {}
	}]).map((each) => pythonJson(each));
	if (texts.includes(void 0)) return void 0;
	return texts.some((text) => createHash("sha256").update(text ?? "").digest("hex") === digest);
}
function groupsOf(pyproject, settings) {
	const groups = /* @__PURE__ */ new Map();
	for (const [name, list] of Object.entries(tableOf(pyproject["dependency-groups"]))) groups.set(normalizeName(name), list);
	for (const [name, list] of Object.entries(tableOf(settings["dev-dependencies"]))) groups.set(normalizeName(name), [groups.get(normalizeName(name)) ?? [], list].flat());
	return Object.fromEntries(groups);
}

// packages/inventory/src/ecosystems/pypi/pdm/entries.ts
function readEntries(lock, listed) {
	const files = tableOf(tableOf(lock["metadata"])["files"]);
	const problems = [];
	const entries = /* @__PURE__ */ new Map();
	const seen = /* @__PURE__ */ new Set();
	for (const [index, { table, line }] of listed.entries()) {
		const name = textOf(table?.["name"]);
		if (table === void 0 || name === void 0 || !isPackageName(name)) {
			problems.push({
				key: `package ${index + 1}`,
				line,
				reason: "the entry has no package name"
			});
			continue;
		}
		const { entry, extras, reasons } = readEntry(normalizeName(name), table, line, files);
		const { key } = entry;
		problems.push(...reasons.map((reason) => ({
			key,
			line,
			reason
		})));
		const identity = JSON.stringify([key, extras]);
		if (seen.has(identity)) problems.push({
			key,
			line,
			reason: "the entry stands in the lockfile more than once; all of them were read as one"
		});
		seen.add(identity);
		entries.set(key, united(entries.get(key), entry, extras));
	}
	return {
		entries: [...entries.values()],
		problems
	};
}
function united(known, entry, extras) {
	if (known === void 0) return entry;
	return {
		...extras.length === 0 ? entry : known,
		artifacts: known.artifacts.length > 0 ? known.artifacts : entry.artifacts,
		marker: known.marker === entry.marker ? known.marker : void 0,
		...known.statedScope === "runtime" ? { statedScope: "runtime" } : {},
		requirements: [...known.requirements, ...entry.requirements]
	};
}
function readEntry(name, table, line, files) {
	const version = textOf(table["version"]);
	const source = readSource(table);
	const extras = textsOf(table["extras"]).map(normalizeName).sort();
	const reasons = /* @__PURE__ */ new Set();
	const requirements = [];
	for (const text of textsOf(table["dependencies"])) {
		const requirement = parseRequirement(text);
		if (requirement === void 0) reasons.add("one of its dependencies is no requirement");
		else if (extras.length === 0 || requirement.name !== name || requirement.extras.length > 0) requirements.push({
			...requirement,
			askedBy: extras
		});
	}
	if (version === void 0) reasons.add("the entry has no version");
	const { artifacts, reasons: odd } = filesOf(table, name, version, files, source);
	const isFromIndex = source.kind === "registry" && source.qualifiers === void 0;
	const place = source.path ?? source.url ?? source.kind;
	const groups = textsOf(table["groups"]);
	return {
		entry: {
			key: [
				name,
				version,
				isFromIndex ? void 0 : `(${place})`
			].filter((part) => part !== void 0).join(" "),
			name,
			version,
			line,
			source,
			artifacts,
			...groups.includes("default") ? { statedScope: "runtime" } : {},
			marker: textOf(table["marker"]),
			requirements
		},
		extras,
		reasons: [...reasons, ...odd]
	};
}
function filesOf(table, name, version, files, { url }) {
	const listed = table["files"] ?? Object.entries(files).find(([key]) => {
		const [named = "", ofVersion] = key.split(" ");
		return normalizeName(named) === name && ofVersion === version;
	})?.[1];
	return readFiles(Array.isArray(listed) ? listed : [], url);
}
function readSource(table) {
	const text = (key) => textOf(table[key]);
	const [git, url, path] = [
		text("git"),
		text("url"),
		text("path")
	];
	if (git !== void 0) return gitSource(git, text("revision") ?? text("ref"), text("subdirectory"));
	if (path !== void 0 && /\.(?:whl|zip|tgz|tar\.\w+)$/.test(path)) return fileSource(path);
	if (path !== void 0) return folderSource(path, table["editable"] === true);
	if (url?.startsWith("file:///${PROJECT_ROOT}/")) return fileSource(url.slice(24));
	return url === void 0 ? indexSource(void 0) : archiveSource(url);
}

// packages/inventory/src/ecosystems/pypi/pdm/needs.ts
function resolver(entries, python) {
	const byName = groupByName(entries);
	return ({ name, specifier, url, marker }, fromMarker) => {
		const range = specifier === "" || url !== void 0 ? void 0 : pep440Range(specifier, { prereleases: true });
		return (byName.get(name) ?? []).filter(({ version, marker: own }) => (range === void 0 || version === void 0 || range(version)) && !areDisjoint(python, fromMarker, marker, own));
	};
}
function readNeeds(entries, resolve) {
	const needs = [];
	const problems = [];
	for (const entry of entries) for (const requirement of entry.requirements) {
		const found = resolve(requirement, entry.marker);
		if (found.length === 0 && requirement.marker === void 0) {
			const reason = `its dependency ${requirement.name}${requirement.specifier.slice(0, 100)} is not in the lockfile`;
			problems.push({
				key: entry.key,
				line: entry.line,
				reason
			});
		}
		const askers = requirement.askedBy.length === 0 ? [void 0] : requirement.askedBy;
		for (const to of found) for (const extra of askers) needs.push(toNeed(entry.key, to, requirement, extra));
	}
	return {
		needs,
		problems
	};
}
function rootNeeds(root, declared, lockedGroups, resolve) {
	const needs = [];
	const missing = [];
	for (const { requirement, extra, group } of declared) {
		const found = resolve(requirement, void 0);
		const isLocked = lockedGroups.size === 0 || lockedGroups.has(extra ?? group ?? "default");
		if (found.length === 0 && requirement.marker === void 0 && isLocked) missing.push(`${requirement.name}${requirement.specifier}`);
		needs.push(...found.map((to) => toNeed(root, to, requirement, extra, group)));
	}
	return {
		needs,
		missing
	};
}
function toNeed(from, to, { specifier, extras, marker }, extra, group) {
	return {
		from,
		to: to.key,
		...extra === void 0 ? {} : { extra },
		...group === void 0 ? {} : { group },
		extras,
		...specifier === "" ? {} : { requirement: specifier },
		...marker === void 0 ? {} : { condition: marker }
	};
}

// packages/inventory/src/ecosystems/pypi/pdm/read.ts
const HINT = "Write it again with `pdm lock`.";
const ROOT = ".";
async function readPdmLock(input) {
	const { rest: lock, taken } = parseTableList(input.path, input.text, "package", (listed) => listed, HINT);
	const metadata = tableOf(lock["metadata"]);
	checkVersion(input.path, metadata);
	const { entries, problems } = readEntries(lock, taken);
	const resolve = resolver(entries, targetMarker(metadata));
	const { needs, problems: unmet } = readNeeds(entries, resolve);
	const manifest = fromLockfileFolder(input.path, "pyproject.toml") ?? "pyproject.toml";
	const { table, problems: unread } = await readPyproject(manifest, input);
	const root = table === void 0 ? void 0 : rootNeeds(ROOT, declaredIn(table), new Set(textsOf(metadata["groups"])), resolve);
	const stale = table === void 0 || root === void 0 || !input.compareManifests ? [] : staleProblems(manifest, textOf(metadata["content_hash"]), table, root.missing);
	return [assemble(input, {
		format: "pdm",
		entries: table === void 0 ? entries : [rootEntry(table, manifest, input), ...entries],
		roots: table === void 0 ? [] : [ROOT],
		needs: [...needs, ...root?.needs ?? []],
		edgeCompleteness: "complete",
		covers: MANIFESTS.flatMap((file) => fromLockfileFolder(input.path, file) ?? []),
		problems: [
			...problems,
			...unmet,
			...unread,
			...stale
		],
		installed: await installedFolders(input)
	})];
}
function checkVersion(path, metadata) {
	const version = metadata["lock_version"];
	if (typeof version === "string" && /^4(?:\.\d+)*$/.test(version)) return;
	const told = JSON.stringify(version)?.slice(0, 50) ?? "no `lock_version`: it is cut off, or older than 4";
	throw new UsageError(`${path} has ${version === void 0 ? "" : "lock_version "}${told}; 4.x is known`, { hint: HINT });
}
function targetMarker(metadata) {
	return anyOf(tablesOf(metadata["targets"]).map((target) => textOf(target?.["requires_python"])?.split(",").map((clause) => clause.trim().replace(/^([=!<>~]+)\s*(.*)$/, "python_full_version $1 '$2'")).join(" and ")));
}
function declaredIn(pyproject) {
	const own = tableOf(tableOf(tableOf(pyproject["tool"])["pdm"])["dev-dependencies"]);
	const added = Object.entries(own).flatMap(([group, list]) => textsOf(list).flatMap((text) => {
		const requirement = parseRequirement(text.replace(/^-e\s+\S+#egg=/, ""));
		return requirement === void 0 ? [] : [{
			requirement,
			group: normalizeName(group)
		}];
	}));
	const project = normalizeName(textOf(tableOf(pyproject["project"])["name"]) ?? "");
	const { declared } = readDeclarations(pyproject);
	return [...declared, ...added].filter(({ requirement }) => requirement.name !== project);
}
function rootEntry(pyproject, manifest, input) {
	const project = tableOf(pyproject["project"]);
	const name = textOf(project["name"]) ?? "";
	return {
		key: ROOT,
		name: isPackageName(name) ? normalizeName(name) : folderName(input),
		version: textOf(project["version"]),
		line: void 0,
		path: manifest,
		source: folderSource(ROOT, true),
		artifacts: []
	};
}
function staleProblems(manifest, hash, pyproject, missing) {
	const named = staleProblem(manifest, missing.map((each) => `${each} is not locked`));
	if (named !== void 0) return [named];
	if (hash === void 0 || matchesContentHash(hash, pyproject) !== false) return [];
	return [{
		kind: "stale",
		reason: `it was not made from ${manifest} as it is now: the \`content_hash\` is another one`
	}];
}

export { readPdmLock };