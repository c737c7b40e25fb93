import "./rolldown-runtime.js";
import { Q as UsageError, i as plural } from "./core.js";
import { n as fromLockfileFolder, t as folderOf } from "./inventory-paths.js";
import { a as indexSource, c as parseHash, i as gitSource, n as fileSource, r as folderSource, s as assemble, t as archiveSource } from "./inventory-ecosystems-pypi-source.js";
import { t as installedFolders } from "./inventory-ecosystems-pypi-installed.js";
import { c as parseRequirement, l as pinnedVersion, n as folderName, t as MANIFESTS } from "./inventory-ecosystems-pypi-manifests.js";
import { i as textOf, n as tableOf } from "./inventory-toml.js";
import { n as isPackageName, r as normalizeName } from "./inventory-ecosystems-pypi-names.js";
import { n as readPyproject } from "./inventory-ecosystems-pypi-stale.js";

// packages/inventory/src/ecosystems/pypi/requirements/place.ts
const ARCHIVE = /\.(?:whl|zip|tar\.(?:gz|bz2|xz)|tgz|egg)$/i;
function isPlace(text) {
	const [bare = ""] = text.split(/[\s;[]/, 1);
	return /^(?:[a-z][a-z\d+.-]*:|[./~\\]|[A-Za-z]:\\)/i.test(bare) || bare.includes("/") || ARCHIVE.test(bare);
}
function readPlace(text, isEditable) {
	const [place = "", fragment = ""] = text.replace(/\s*;.*$|\s+@.*$/s, "").split("#", 2);
	const parameters = new URLSearchParams(fragment);
	const egg = parameters.get("egg")?.replace(/\[.*$/s, "") ?? "";
	const subdirectory = parameters.get("subdirectory") ?? void 0;
	const named = isPackageName(egg) ? { name: normalizeName(egg) } : {};
	if (/^(?:git\+|git:)/.test(place)) {
		const { repository, reference } = splitReference(place);
		return {
			...named,
			source: gitSource(repository, reference, subdirectory)
		};
	}
	if (/^(?:hg|svn|bzr)\+/.test(place)) {
		const problem = "it comes from a version control system other than git";
		return {
			...named,
			source: {
				kind: "git",
				problem
			}
		};
	}
	const path = place.replace(/\[[^\]]*\]$/, "").replace(/^file:(?:\/\/)?(?!\/)/, "");
	if (/^https?:/.test(path)) return {
		...named,
		...fromFileName(path),
		source: archiveSource(path)
	};
	if (/^[a-z][a-z\d+.-]+:/i.test(path)) return {
		...named,
		source: {
			kind: "file",
			problem: "it is a file outside the repository"
		}
	};
	if (ARCHIVE.test(path)) return {
		...named,
		...fromFileName(path),
		source: fileSource(path)
	};
	return {
		...named,
		source: folderSource(path, isEditable)
	};
}
function splitReference(place) {
	const at = place.lastIndexOf("@");
	const path = place.indexOf("/", place.indexOf("://") + 3);
	return at > path && path > 0 ? {
		repository: place.slice(0, at),
		reference: place.slice(at + 1)
	} : {
		repository: place,
		reference: void 0
	};
}
function fromFileName(path) {
	const [file = ""] = path.slice(path.lastIndexOf("/") + 1).split("?", 1);
	const parts = file.replace(ARCHIVE, "").split("-");
	const isWheel = /\.whl$/i.test(file);
	const name = isWheel ? parts[0] ?? "" : parts.slice(0, -1).join("-");
	const version = (isWheel ? parts[1] : parts.at(-1)) ?? "";
	if (!isPackageName(name) || !/^\d/.test(version)) return {};
	return {
		name: normalizeName(name),
		version: version.replaceAll("%2B", "+")
	};
}

// packages/inventory/src/ecosystems/pypi/requirements/via.ts
function readVia(comments) {
	const start = comments.findIndex((comment) => /^via(?:\s|$)/.test(comment));
	if (start < 0) return void 0;
	const items = [comments[start]?.slice(3).trim() ?? "", ...comments.slice(start + 1)];
	const parents = /* @__PURE__ */ new Set();
	const files = /* @__PURE__ */ new Set();
	for (const item of items.flatMap((each) => each.split(/,\s+/))) {
		const [, , file] = /^(-r|--requirement)\s+(.+)$/.exec(item) ?? [];
		const [, project] = /^[\w.-]+(?:\[[^\]]*\])?\s+\((.+)\)$/.exec(item) ?? [];
		const asking = file ?? project;
		const [name = ""] = /^[\w.-]+(?=\[|$)/.exec(item) ?? [];
		if (asking !== void 0) files.add(asking.trim());
		else if (isPackageName(name)) parents.add(normalizeName(name));
	}
	return parents.size + files.size === 0 ? void 0 : {
		parents,
		files
	};
}
function compiledFrom(header) {
	return (header.find((line) => /^(?:pip-compile|uv pip compile)\s/.test(line))?.split(/\s+/) ?? []).filter((word) => /^[^-].*(?:\.in|pyproject\.toml|setup\.(?:py|cfg))$/.test(word));
}

// packages/inventory/src/ecosystems/pypi/requirements/entries.ts
const HARMLESS = /^--(?:extra-index-url|no-index|no-binary|only-binary|prefer-binary|require-hashes|pre|trusted-host|use-feature|no-deps|config-settings?|global-option|install-option|no-build-isolation|all-releases|only-final|uploaded-prior-to)$|^-[if]$/;
async function readEntries(lines, input) {
	const problems = [];
	const constraints = readConstraints(lines);
	const index = indexOf(lines);
	const entries = /* @__PURE__ */ new Map();
	for (const each of lines) {
		if (each.isConstraint) continue;
		const { option, value, path, line } = each;
		if (option !== void 0 && option !== "-e") {
			if (!HARMLESS.test(option)) problems.push({
				path,
				line,
				reason: `the option ${option} is not known`
			});
			continue;
		}
		const entry = await readEntry(each, index, constraints, input);
		if (entry === void 0) {
			problems.push({
				path,
				line,
				reason: "the line is no requirement"
			});
			continue;
		}
		const known = entries.get(entry.key);
		if (known === void 0) entries.set(entry.key, entry);
		else entries.set(entry.key, {
			...known,
			artifacts: known.artifacts.length > 0 ? known.artifacts : entry.artifacts
		});
		if (option === "-e" && value === "") problems.push({
			path,
			line,
			reason: "`-e` names nothing"
		});
	}
	return {
		entries: [...entries.values()],
		problems
	};
}
async function readEntry(found, index, constraints, input) {
	const { option, value } = found;
	if (option === "-e" || isPlace(value)) return placed(found, value, option === "-e", input);
	const requirement = parseRequirement(value);
	if (requirement === void 0) return void 0;
	if (requirement.url !== void 0) return placed(found, requirement.url, false, input, requirement);
	const constraint = constraints.get(requirement.name);
	const version = pinnedVersion(requirement.specifier) ?? constrainedVersion(constraint);
	const hashes = found.hashes.length > 0 ? found.hashes : constraint?.hashes ?? [];
	return {
		...common({
			...found,
			hashes
		}, requirement.name, version, index, requirement.marker),
		...version === void 0 ? { unpinned: requirement.specifier } : {}
	};
}
function constrainedVersion(constraint) {
	const specifier = constraint === void 0 ? "" : parseRequirement(constraint.value)?.specifier ?? "";
	return pinnedVersion(specifier);
}
async function placed(found, place, isEditable, input, requirement) {
	if (place === "") return void 0;
	const read = readPlace(place, isEditable);
	const relative = relativeTo(read.source, found.path, input.path);
	const { kind, path } = relative;
	const folder = kind === "folder" && path !== void 0 ? fromLockfileFolder(input.path, path) : void 0;
	const project = folder === void 0 ? {} : await projectOf(folder, input);
	const name = requirement?.name ?? read.name ?? project.name ?? lastPart(folder ?? relative.url) ?? "project";
	const source = folder === "" ? {
		...relative,
		isOwn: true
	} : relative;
	return common(found, name, read.version ?? project.version, source, requirement?.marker);
}
function relativeTo(source, from, lockfile) {
	if (source.path === void 0 || from === lockfile) return source;
	const target = fromLockfileFolder(from, source.path);
	if (target === void 0) return {
		...source,
		path: source.path
	};
	const up = "../".repeat(lockfile.split("/").length - 1);
	return {
		...source,
		path: `${up}${target}` || "."
	};
}
async function projectOf(folder, input) {
	const path = folder === "" ? "pyproject.toml" : `${folder}/pyproject.toml`;
	const { table } = await readPyproject(path, input);
	const project = tableOf(table?.["project"] ?? tableOf(tableOf(table?.["tool"])["poetry"]));
	const name = textOf(project["name"]) ?? "";
	const version = textOf(project["version"]);
	return {
		...isPackageName(name) ? { name: normalizeName(name) } : {},
		...version === void 0 ? {} : { version }
	};
}
function lastPart(path) {
	const part = path?.replace(/\/+$/, "").replace(/#.*$/s, "").split("/").at(-1)?.replace(/(?:\.git)?(?:@.*)?$/s, "");
	return part !== void 0 && isPackageName(part) ? normalizeName(part) : void 0;
}
function common({ path, line, hashes, comments }, name, version, source, marker) {
	const via = readVia(comments);
	const known = hashes.map(parseHash).filter((hash) => hash !== void 0);
	const place = source.path ?? source.url;
	const isFromIndex = source.kind === "registry";
	const broken = known.length < hashes.length ? "one of its hashes is not known" : void 0;
	return {
		key: [
			name,
			version,
			isFromIndex || place === void 0 ? void 0 : `(${place})`
		].filter((part) => part !== void 0).join(" "),
		name,
		version,
		line,
		path,
		source: broken === void 0 || source.problem !== void 0 ? source : {
			...source,
			problem: broken
		},
		artifacts: known.map((hash) => ({
			hashes: [hash],
			...source.kind === "archive" && source.url !== void 0 ? { url: source.url } : {},
			...marker === void 0 ? {} : { condition: marker }
		})),
		...via === void 0 ? {} : { isDirect: via.files.size > 0 },
		via,
		marker
	};
}
function readConstraints(lines) {
	const constraints = /* @__PURE__ */ new Map();
	const several = /* @__PURE__ */ new Set();
	for (const line of lines) {
		const requirement = line.isConstraint && line.option === void 0 ? parseRequirement(line.value) : void 0;
		if (requirement === void 0) continue;
		if (constraints.has(requirement.name)) several.add(requirement.name);
		constraints.set(requirement.name, line);
	}
	for (const name of several) constraints.delete(name);
	return constraints;
}
function indexOf(lines) {
	const last = lines.findLast(({ option }) => option === "-i");
	const hasMore = lines.some(({ option }) => option === "--extra-index-url" || option === "-f");
	if (lines.some(({ option }) => option === "--no-index")) return { kind: "file" };
	if (last === void 0 || hasMore || !URL.canParse(last.value)) return indexSource(void 0);
	return indexSource(last.value);
}

// packages/inventory/src/ecosystems/pypi/requirements/lines.ts
function readLines(text) {
	const lines = [];
	const header = [];
	let open;
	const close = (comment) => {
		const found = open?.text.trim() ?? "";
		if (open !== void 0 && found !== "") lines.push({
			text: found,
			line: open.line,
			comments: []
		});
		open = void 0;
		if (comment !== void 0) (lines.at(-1)?.comments ?? header).push(comment);
	};
	for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
		const start = raw.trimStart();
		if (start.startsWith("#")) {
			close(start.slice(1).trim());
			continue;
		}
		const hash = raw.search(/\s#/);
		const content = hash < 0 ? raw : raw.slice(0, hash);
		const comment = hash < 0 ? void 0 : raw.slice(hash + 2).trim();
		const isContinued = hash < 0 && content.endsWith("\\");
		open ??= {
			text: "",
			line: index + 1
		};
		open.text += isContinued ? content.slice(0, -1) : content;
		if (!isContinued) close(open.text.trim() === "" ? void 0 : comment);
	}
	close();
	return {
		lines,
		header
	};
}
const LONG_NAMES = /* @__PURE__ */ new Map([
	["--requirement", "-r"],
	["--constraint", "-c"],
	["--editable", "-e"],
	["--index-url", "-i"],
	["--pypi-url", "-i"],
	["--find-links", "-f"]
]);
function parseLine(text) {
	const [, option = "", behind = ""] = /^(-[a-z]|--[a-z][a-z-]*)(.*)$/s.exec(text) ?? [];
	const hashes = [...text.matchAll(/\s--hash[=\s]\s*(\S+)/g)].map(([, hash = ""]) => hash);
	if (option !== "") {
		const value = behind.replace(/^[=\s]\s*/, "").trim();
		return {
			option: LONG_NAMES.get(option) ?? option,
			value: withoutOptions(value),
			hashes
		};
	}
	return {
		value: withoutOptions(text),
		hashes
	};
}
function withoutOptions(text) {
	const at = text.search(/\s--?[a-z]/);
	return (at < 0 ? text : text.slice(0, at)).trim();
}

// packages/inventory/src/ecosystems/pypi/requirements/files.ts
const MAX_FILES = 200;
async function readFiles(input) {
	const { lines: first, header } = readLines(input.text);
	const found = [];
	const problems = [];
	const seen = /* @__PURE__ */ new Set([seenKey(input.path, false)]);
	const include = async (path, lines, isConstraint) => {
		for (const each of lines) {
			const parsed = parseLine(each.text);
			if (parsed.option !== "-r" && parsed.option !== "-c") {
				found.push({
					...parsed,
					path,
					line: each.line,
					comments: each.comments,
					isConstraint
				});
				continue;
			}
			const asks = isConstraint || parsed.option === "-c";
			const next = await readIncluded(parsed.value, path, asks, seen, input);
			if (typeof next === "string") problems.push({
				line: each.line,
				path,
				reason: next
			});
			else if (next !== void 0) await include(next.path, readLines(next.text).lines, asks);
		}
	};
	await include(input.path, first, false);
	return {
		lines: found,
		header,
		problems
	};
}
async function readIncluded(file, from, isConstraint, seen, { readText }) {
	if (/^[a-z][a-z\d+.-]+:/i.test(file)) return "it includes a file by its URL, which is not read";
	const path = /^[/~]/.test(file) ? void 0 : fromLockfileFolder(from, file);
	if (path === void 0) return "it includes a file outside the repository";
	const key = seenKey(path, isConstraint);
	if (seen.has(key)) return void 0;
	seen.add(key);
	if (seen.size > MAX_FILES) return `it includes more than ${MAX_FILES} files`;
	const shown = path.slice(folderOf(path).length).replace(/^\//, "").slice(0, 200);
	try {
		const text = await readText(path);
		return text === void 0 ? `it includes ${shown}, which is not there` : {
			path,
			text
		};
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		return `it includes ${shown}, which can't be read: ${error.message}`;
	}
}
function seenKey(path, isConstraint) {
	return `${isConstraint ? "-c" : "-r"} ${path}`;
}

// packages/inventory/src/ecosystems/pypi/requirements/read.ts
const MAX_NAMED = 5;
const MAX_PROBLEMS = 20;
async function readRequirements(input) {
	const { lines, header, problems: notRead } = await readFiles(input);
	const { entries, problems } = await readEntries(lines, input);
	const needs = statedNeeds(entries);
	return [assemble(input, {
		format: "requirements",
		entries: needs === void 0 ? entries : [...root(input, entries), ...entries],
		roots: needs === void 0 ? [] : [ROOT],
		needs: needs ?? [],
		edgeCompleteness: needs === void 0 ? "unknown" : "complete",
		covers: covered(input, entries, header, needs !== void 0),
		problems: [
			...notRead,
			...bounded(problems),
			...unpinnedProblem(entries)
		],
		installed: await installedFolders(input)
	})];
}
const ROOT = ".";
function root(input, entries) {
	if (entries.some(({ key }) => key === ROOT)) return [];
	return [{
		key: ROOT,
		name: folderName(input),
		version: void 0,
		line: void 0,
		source: folderSource(ROOT, true),
		artifacts: []
	}];
}
function statedNeeds(entries) {
	const others = entries.filter(({ source }) => source.isOwn !== true);
	if (others.length === 0 || others.some(({ via }) => via === void 0)) return void 0;
	const byName = /* @__PURE__ */ new Map();
	for (const entry of entries) byName.set(entry.name, byName.has(entry.name) ? void 0 : entry);
	const needs = [];
	for (const { key, via, marker } of entries) {
		const condition = marker === void 0 ? {} : { condition: marker };
		if ((via?.files.size ?? 1) > 0) needs.push({
			from: ROOT,
			to: key,
			extras: [],
			...condition
		});
		for (const parent of via?.parents ?? []) {
			const from = byName.get(parent);
			if (from === void 0) return void 0;
			needs.push({
				from: from.key,
				to: key,
				extras: [],
				...condition
			});
		}
	}
	return needs;
}
function covered({ path, paths }, entries, header, isCompiled) {
	const named = /* @__PURE__ */ new Set([...compiledFrom(header), ...entries.flatMap(({ via }) => [...via?.files ?? []])]);
	const known = new Set(paths);
	const found = [...named].flatMap((file) => fromLockfileFolder(path, file) ?? []);
	const fromRoot = [...named].filter((file) => known.has(file));
	const own = entries.filter(({ source }) => isCompiled && source.isOwn === true);
	const folders = [...[...found, ...fromRoot].filter((file) => /(?:pyproject\.toml|setup\.(?:py|cfg))$/.test(file)).map(folderOf), ...own.flatMap(({ source }) => fromLockfileFolder(path, source.path ?? ".") ?? [])];
	return [
		path.replace(/\.txt$/, ".in"),
		...found,
		...fromRoot,
		...folders.flatMap((folder) => MANIFESTS.map((file) => folder === "" ? file : `${folder}/${file}`))
	];
}
function unpinnedProblem(entries) {
	const open = entries.filter(({ unpinned }) => unpinned !== void 0);
	const [first] = open;
	if (first === void 0) return [];
	const all = open.map(({ name, unpinned }) => `${name}${unpinned}`).sort();
	const more = all.length > MAX_NAMED ? ` and ${all.length - MAX_NAMED} more` : "";
	return [{
		line: first.line,
		...first.path === void 0 ? {} : { path: first.path },
		reason: `${plural(all.length, "requirement")} without a version: ${all.slice(0, MAX_NAMED).join(", ")}${more}`,
		identity: all.join("\n"),
		advice: "Pin every package to one version (`pip-compile` or `uv pip compile` does it)"
	}];
}
function bounded(problems) {
	const rest = problems.length - MAX_PROBLEMS;
	if (rest <= 0) return problems;
	const reason = `${plural(rest, "more line")} not understood`;
	return [...problems.slice(0, MAX_PROBLEMS), {
		reason,
		identity: "more lines"
	}];
}

export { readRequirements };