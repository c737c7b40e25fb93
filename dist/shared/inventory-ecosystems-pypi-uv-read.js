import "./rolldown-runtime.js";
import { Ct as isRecord, Q as UsageError } from "./core.js";
import { a as indexSource, i as gitSource, n as fileSource, r as folderSource, s as assemble, t as archiveSource } from "./inventory-ecosystems-pypi-source.js";
import { t as installedFolders } from "./inventory-ecosystems-pypi-installed.js";
import { a as textsOf, i as textOf, n as tableOf } from "./inventory-toml.js";
import { t as parseTableList } from "./inventory-toml-list.js";
import { t as readFiles } from "./inventory-ecosystems-pypi-files.js";
import { n as isPackageName, r as normalizeName, t as groupByName } from "./inventory-ecosystems-pypi-names.js";
import { c as parseRequirement, d as evaluate, f as parseMarker, n as folderName, s as readDeclarations } from "./inventory-ecosystems-pypi-manifests.js";
import { r as pep440Range } from "./purl.js";
import { n as fromLockfileFolder, t as folderOf } from "./inventory-paths.js";
import { n as readPyproject, r as staleProblem, t as isSameSpecifier } from "./inventory-ecosystems-pypi-stale.js";

// packages/inventory/src/ecosystems/pypi/uv/entries.ts
function readEntries(path, text, hint) {
	const list = text.includes("[[distribution]]") && !text.includes("[[package]]") ? "distribution" : "package";
	const { rest, taken } = parseTableList(path, text, list, takeEntry, hint);
	const problems = [];
	const entries = /* @__PURE__ */ new Map();
	for (const [index, { line, read }] of taken.entries()) {
		if (read === void 0) {
			problems.push({
				key: `package ${index + 1}`,
				line,
				reason: "the entry has no package name"
			});
			continue;
		}
		const { entry, reasons } = read;
		problems.push(...reasons.map((reason) => ({
			key: entry.key,
			line,
			reason
		})));
		if (entries.has(entry.key)) problems.push({
			key: entry.key,
			line,
			reason: "the entry stands in the lockfile more than once; the first one was read"
		});
		else entries.set(entry.key, entry);
	}
	return {
		rest,
		entries: [...entries.values()],
		problems
	};
}
function takeEntry({ table, line }) {
	const name = textOf(table?.["name"]);
	return {
		line,
		read: table !== void 0 && name !== void 0 && isPackageName(name) ? readEntry(normalizeName(name), table, line) : void 0
	};
}
function readEntry(name, table, line) {
	const version = textOf(table["version"]);
	const { source, reason } = readSource(table["source"]);
	const { sdist = [], wheels = [], ...rest } = table;
	const { artifacts, reasons } = readFiles([sdist, wheels].flat(), source.url);
	const isLocal = source.kind === "folder";
	const sourceText = canonical(table["source"]);
	const marks = source.kind === "registry" && source.qualifiers === void 0 ? "" : ` ${shown(source)}`;
	return {
		entry: {
			key: `${name}${version === void 0 ? "" : ` ${version}`}${marks}`,
			name,
			version,
			line,
			source,
			artifacts,
			table: rest,
			sourceText
		},
		reasons: [
			...reasons,
			...reason === void 0 ? [] : [reason],
			...version === void 0 && !isLocal ? ["the entry has no version"] : []
		]
	};
}
function shown({ kind, path, url, qualifiers }) {
	return `(${path ?? url ?? qualifiers?.["repository_url"] ?? kind})`;
}
function readSource(value) {
	const table = tableOf(value);
	const text = (key) => textOf(table[key]);
	const [registry, git, url, path] = [
		text("registry"),
		text("git"),
		text("url"),
		text("path")
	];
	const folder = text("directory");
	const own = text("editable") ?? text("virtual");
	if (registry !== void 0) return { source: indexSource(registry) };
	if (git !== void 0) return { source: readGit(git) };
	if (url !== void 0) return { source: archiveSource(url) };
	if (path !== void 0) return { source: fileSource(path) };
	if (own !== void 0) return { source: folderSource(own, true) };
	if (folder !== void 0) return { source: folderSource(folder, folder === ".") };
	return {
		source: { kind: "file" },
		reason: "its source is of a kind that is not known"
	};
}
function readGit(text) {
	const hash = text.indexOf("#");
	const query = text.indexOf("?");
	const end = [hash, query].filter((at) => at >= 0);
	const repository = end.length === 0 ? text : text.slice(0, Math.min(...end));
	const parameters = new URLSearchParams(query < 0 ? "" : text.slice(query, hash < 0 ? void 0 : hash));
	return gitSource(repository, hash < 0 ? void 0 : text.slice(hash + 1), parameters.get("subdirectory") ?? void 0);
}
function canonical(value) {
	const keys = Object.entries(tableOf(value));
	if (keys.length === 1) return `${keys[0]?.[0]}=${JSON.stringify(keys[0]?.[1])}`;
	return JSON.stringify(keys.sort(([a], [b]) => a < b ? -1 : 1));
}

// packages/inventory/src/ecosystems/pypi/uv/markers.ts
const CONFLICT = /\bextra (==|!=) '(extra|group|project)-(\d{1,3})-([^']*)'/g;
function readableMarker(marker) {
	return marker?.replaceAll(CONFLICT, (whole, operator, kind, length, rest) => {
		const size = Number(length);
		const name = rest.slice(0, size);
		const item = rest.slice(size + 1);
		if (kind === "project" ? rest.length !== size : rest[size] !== "-" || item === "") return whole;
		const what = kind === "extra" ? `${name}[${item}]` : kind === "group" ? `${name}:${item}` : name;
		return operator === "==" ? `${what} is chosen` : `${what} is not chosen`;
	});
}
function choiceOf(marker) {
	const parsed = marker?.includes("extra ==") ? parseMarker(marker) : void 0;
	if (parsed === void 0) return void 0;
	const isChoice = ({ variable, operator, value }, kind) => variable === "extra" && operator === "==" && value.startsWith(kind);
	const isGroup = (atom) => isChoice(atom, "group-");
	const isExtra = (atom) => isChoice(atom, "extra-") || isChoice(atom, "project-");
	if (evaluate(parsed, (atom) => !isGroup(atom) && !isExtra(atom))) return void 0;
	return evaluate(parsed, (atom) => !isGroup(atom)) ? "extra" : "group";
}

// packages/inventory/src/ecosystems/pypi/uv/needs.ts
function readNeeds(entries) {
	const resolve = resolver(entries);
	const needs = [];
	const problems = [];
	for (const entry of entries) {
		const ranges = requiredRanges(entry.table);
		for (const [asker, references] of lists(entry.table)) {
			if (!Array.isArray(references)) {
				problems.push({
					key: entry.key,
					line: entry.line,
					reason: "what it asks for is no list"
				});
				continue;
			}
			for (const reference of references) {
				const to = isRecord(reference) ? resolve(reference) : "one of its dependencies is no table";
				if (typeof to === "string") {
					problems.push({
						key: entry.key,
						line: entry.line,
						reason: to
					});
					continue;
				}
				needs.push(toNeed$1(entry.key, to, reference, asker, ranges));
			}
		}
	}
	return {
		needs,
		problems
	};
}
function toNeed$1(from, to, reference, asker, ranges) {
	const marker = textOf(reference["marker"]);
	const condition = readableMarker(marker);
	const chosenBy = choiceOf(marker);
	const requirement = ranges.get(to.name);
	return {
		from,
		to: to.key,
		...asker,
		...chosenBy === void 0 ? {} : { chosenBy },
		extras: textsOf(reference["extra"]).map(normalizeName),
		...requirement === void 0 ? {} : { requirement },
		...condition === void 0 ? {} : { condition }
	};
}
function lists(table) {
	const groups = table["dev-dependencies"] ?? table["dependency-groups"];
	return [
		[{}, table["dependencies"] ?? []],
		...Object.entries(tableOf(table["optional-dependencies"])).map(([extra, list]) => [{ extra: normalizeName(extra) }, list]),
		...Object.entries(tableOf(groups)).map(([group, list]) => [{ group }, list])
	];
}
function resolver(entries) {
	const byName = groupByName(entries);
	return (reference) => {
		const name = normalizeName(textOf(reference["name"]) ?? "");
		const version = textOf(reference["version"]);
		const source = reference["source"] === void 0 ? void 0 : canonical(reference["source"]);
		const [only, ...others] = (byName.get(name) ?? []).filter((entry) => (version === void 0 || entry.version === version) && (source === void 0 || entry.sourceText === source));
		const shown = `${name.slice(0, 100)}${version === void 0 ? "" : ` ${version.slice(0, 100)}`}`;
		if (only === void 0) return `its dependency ${shown} is not in the lockfile`;
		return others.length === 0 ? only : `its dependency ${shown} could be one of several entries`;
	};
}
function requiredRanges(table) {
	const metadata = tableOf(table["metadata"]);
	const groups = Object.values(tableOf(metadata["requires-dev"]));
	const ranges = /* @__PURE__ */ new Map();
	const several = /* @__PURE__ */ new Set();
	for (const each of [metadata["requires-dist"], ...groups].flat()) {
		if (!isRecord(each)) continue;
		const name = normalizeName(textOf(each["name"]) ?? "");
		const specifier = textOf(each["specifier"]) ?? "";
		if (ranges.has(name) && ranges.get(name) !== specifier) several.add(name);
		ranges.set(name, specifier);
	}
	for (const name of several) ranges.delete(name);
	return ranges;
}

// packages/inventory/src/ecosystems/pypi/uv/roots.ts
function readRoots(lock, entries, input) {
	const manifest = tableOf(lock["manifest"]);
	const members = new Set(textsOf(manifest["members"]).map(normalizeName));
	const isMember = ({ name, source }) => source.isOwn === true && (members.size > 0 ? members.has(name) : source.path === ".");
	const roots = entries.filter(isMember).map(({ key }) => key);
	const problems = [...members].filter((member) => !entries.some((entry) => entry.name === member && isMember(entry))).map((member) => ({ reason: `the member ${member} of the workspace has no entry` }));
	const asked = [[void 0, manifest["requirements"]], ...Object.entries(tableOf(manifest["dependency-groups"]))];
	const needs = [];
	const root = folderEntry(input);
	for (const [group, requirements] of asked) for (const requirement of Array.isArray(requirements) ? requirements : []) {
		const found = isRecord(requirement) ? resolveRequirement(requirement, entries) : [];
		if (found.length === 0) {
			const name = isRecord(requirement) ? textOf(requirement["name"]) ?? "" : "";
			problems.push({ reason: `the requirement ${name.slice(0, 100)} is not locked` });
		}
		needs.push(...found.map((to) => toNeed(root.key, to, group, requirement)));
	}
	const isNeeded = needs.length > 0;
	return {
		roots: isNeeded ? [root.key, ...roots] : roots,
		added: isNeeded ? [root] : [],
		needs,
		problems
	};
}
function toNeed(from, to, group, requirement) {
	const condition = readableMarker(textOf(requirement["marker"]));
	const specifier = textOf(requirement["specifier"]);
	return {
		from,
		to: to.key,
		...group === void 0 ? {} : { group },
		extras: textsOf(requirement["extras"]).map(normalizeName),
		...specifier === void 0 ? {} : { requirement: specifier },
		...condition === void 0 ? {} : { condition }
	};
}
function resolveRequirement(requirement, entries) {
	const name = normalizeName(textOf(requirement["name"]) ?? "");
	const specifier = textOf(requirement["specifier"]);
	const range = specifier === void 0 ? void 0 : pep440Range(specifier, { prereleases: true });
	return entries.filter((entry) => entry.name === name && (range === void 0 || entry.version === void 0 || range(entry.version)));
}
function folderEntry(input) {
	const { path } = input;
	const file = path.slice(path.lastIndexOf("/") + 1);
	const script = file.endsWith(".py.lock") ? file.slice(0, -5) : void 0;
	return {
		key: script ?? ".",
		name: script ?? folderName(input),
		version: void 0,
		line: void 0,
		source: {
			kind: "folder",
			path: script ?? ".",
			isOwn: true
		},
		artifacts: [],
		table: {},
		sourceText: ""
	};
}

// packages/inventory/src/ecosystems/pypi/uv/stale.ts
const LEGACY = ["setup.py", "setup.cfg"];
async function staleProblems(own, input) {
	const problems = [];
	for (const { key, line, name, table, source } of own) {
		const path = fromLockfileFolder(input.path, `${source.path ?? "."}/pyproject.toml`);
		const reason = await whyNotOwn(name, path, input);
		if (reason !== void 0) problems.push({
			key,
			line,
			reason
		});
		const metadata = table["metadata"];
		if (path === void 0 || !isRecord(metadata)) continue;
		const { table: pyproject, problems: unread } = await readPyproject(path, input);
		problems.push(...unread.map((each) => ({
			...each,
			key,
			line
		})));
		const found = pyproject === void 0 ? void 0 : staleProblem(path, differences(pyproject, metadata));
		if (found !== void 0) problems.push({
			...found,
			key,
			line
		});
	}
	return problems;
}
async function whyNotOwn(name, path, input) {
	if (path === void 0) return "it is a folder outside the repository";
	const { table, problems } = await readPyproject(path, input);
	if (problems.length > 0) return void 0;
	const stated = textOf(tableOf(table?.["project"])["name"]);
	if (stated !== void 0 && normalizeName(stated) !== name) return `${path} is that of another package`;
	const folder = path.slice(0, -14);
	return folderOf(path) === folderOf(input.path) || table !== void 0 || LEGACY.some((each) => input.everyPath.includes(folder + each)) ? void 0 : "no manifest that is here is its own";
}
function differences(pyproject, metadata) {
	const { declared, dynamic } = readDeclarations(pyproject);
	const tool = tableOf(tableOf(pyproject["tool"])["uv"]);
	const legacy = textsOf(tool["dev-dependencies"]).flatMap((text) => {
		const requirement = parseRequirement(text);
		return requirement === void 0 ? [] : [{
			requirement,
			group: "dev"
		}];
	});
	const isDynamic = (key) => dynamic.has("dependencies") && !key.includes(" in ") || dynamic.has("optional-dependencies") && key.includes(" in extra ");
	const asked = byKey([...declared, ...legacy].map(fromManifest));
	const locked = byKey(fromLock(metadata));
	const found = [];
	for (const [key, wanted] of asked) {
		const before = locked.get(key);
		if (isDynamic(key)) continue;
		if (before === void 0) found.push(`${key} is not locked`);
		else if (!isSame(wanted, before)) found.push(`${key} is locked for ${before[0]?.specifier || "any version"}`);
	}
	for (const key of locked.keys()) if (!asked.has(key) && !isDynamic(key)) found.push(`${key} is no longer asked for`);
	return found;
}
function isSame(wanted, locked) {
	if ([...wanted, ...locked].some(({ isElsewhere }) => isElsewhere)) return true;
	return wanted.length === locked.length && wanted.every(({ specifier }) => locked.some((each) => isSameSpecifier(specifier, each.specifier)));
}
function fromManifest({ requirement, extra, group }) {
	const { name, extras, specifier, url } = requirement;
	return [keyOf(name, extras, extra, group), {
		specifier,
		isElsewhere: url !== void 0
	}];
}
function fromLock(metadata) {
	const all = [];
	const read = (list, group) => {
		for (const each of Array.isArray(list) ? list : []) {
			if (!isRecord(each)) continue;
			const [, extra] = /\bextra == '([^']+)'/.exec(textOf(each["marker"]) ?? "") ?? [];
			const extras = textsOf(each["extras"]).map(normalizeName).sort();
			const key = keyOf(normalizeName(textOf(each["name"]) ?? ""), extras, extra, group);
			const isElsewhere = [
				"git",
				"url",
				"path",
				"directory",
				"editable",
				"virtual"
			].some((source) => each[source] !== void 0);
			all.push([key, {
				specifier: textOf(each["specifier"]) ?? "",
				isElsewhere
			}]);
		}
	};
	read(metadata["requires-dist"]);
	for (const [group, list] of Object.entries(tableOf(metadata["requires-dev"]))) read(list, normalizeName(group));
	return all;
}
function keyOf(name, extras, extra, group) {
	const shown = extras.length === 0 ? name : `${name}[${extras.join(",")}]`;
	if (group !== void 0) return `${shown} in group ${group}`;
	return extra === void 0 ? shown : `${shown} in extra ${normalizeName(extra)}`;
}
function byKey(all) {
	const found = /* @__PURE__ */ new Map();
	for (const [key, asked] of all) {
		const known = found.get(key);
		if (known === void 0) found.set(key, [asked]);
		else known.push(asked);
	}
	return found;
}

// packages/inventory/src/ecosystems/pypi/uv/read.ts
const HINT = "Write it again with `uv lock`.";
async function readUvLock(input) {
	const read = readEntries(input.path, input.text, HINT);
	const lock = read.rest;
	checkVersion(input.path, lock);
	const { needs, problems } = readNeeds(read.entries);
	const found = readRoots(lock, read.entries, input);
	const own = read.entries.filter(({ source }) => source.isOwn === true);
	const stale = input.compareManifests ? await staleProblems(own, input) : [];
	return [assemble(input, {
		format: "uv",
		entries: [...found.added, ...read.entries],
		roots: found.roots,
		needs: [...needs, ...found.needs],
		edgeCompleteness: "complete",
		covers: [],
		problems: [
			...read.problems,
			...problems,
			...found.problems,
			...emptyProblem(read),
			...stale
		],
		installed: await installedFolders(input)
	})];
}
function checkVersion(path, lock) {
	const version = lock["version"];
	if (version === 1) return;
	const told = JSON.stringify(version)?.slice(0, 50) ?? "no version";
	throw new UsageError(`${path} has version ${told}; 1 is known`, { hint: HINT });
}
function emptyProblem({ rest, entries }) {
	return entries.length > 0 || rest["manifest"] !== void 0 ? [] : [{ reason: "it has no entries" }];
}

export { readUvLock };