import "./rolldown-runtime.js";
import { Ct as isRecord, Q as UsageError } from "./core.js";
import { n as fromLockfileFolder } from "./inventory-paths.js";
import { a as textsOf, i as textOf, n as tableOf } from "./inventory-toml.js";
import { t as parseTableList } from "./inventory-toml-list.js";
import { a as indexSource, c as parseHash, d as anyOf, i as gitSource, l as toHash, n as fileSource, r as folderSource, s as assemble, t as archiveSource, u as allOf } from "./inventory-ecosystems-pypi-source.js";
import { t as installedFolders } from "./inventory-ecosystems-pypi-installed.js";
import { f as parseMarker, n as folderName, s as readDeclarations, t as MANIFESTS, u as atomsOf } from "./inventory-ecosystems-pypi-manifests.js";
import { n as readPyproject, r as staleProblem } from "./inventory-ecosystems-pypi-stale.js";
import { t as pythonJson } from "./inventory-ecosystems-pypi-python-json.js";
import { n as isPackageName, r as normalizeName, t as groupByName } from "./inventory-ecosystems-pypi-names.js";
import { r as pep440Range } from "./purl.js";
import { t as areDisjoint } from "./inventory-ecosystems-pypi-disjoint.js";
import { createHash } from "node:crypto";

// packages/inventory/src/ecosystems/pypi/poetry/content-hash.ts
const POETRY_KEYS = [
	"dependencies",
	"source",
	"extras",
	"dev-dependencies"
];
const PROJECT_KEYS = [
	"requires-python",
	"dependencies",
	"optional-dependencies"
];
function matchesContentHash(hash, pyproject) {
	const poetry = tableOf(tableOf(pyproject["tool"])["poetry"]);
	const project = picked(tableOf(pyproject["project"]), PROJECT_KEYS);
	const groups = tableOf(pyproject["dependency-groups"]);
	const standard = (withGroups) => {
		const top = {
			...isEmpty(project) ? {} : { project },
			...withGroups && !isEmpty(groups) ? { "dependency-groups": groups } : {}
		};
		const own = picked(poetry, [...POETRY_KEYS, "group"]);
		return isEmpty(top) ? void 0 : {
			...top,
			tool: { poetry: own }
		};
	};
	const legacy = {
		...Object.fromEntries(POETRY_KEYS.map((key) => [key, poetry[key] ?? null])),
		...picked(poetry, ["group"])
	};
	const texts = [
		standard(true),
		standard(false),
		legacy
	].filter((each) => each !== void 0).map((each) => pythonJson(each));
	if (texts.some((text) => text === void 0)) return void 0;
	return texts.some((text) => createHash("sha256").update(text ?? "").digest("hex") === hash);
}
function picked(table, keys) {
	return Object.fromEntries(keys.filter((key) => table[key] != null).map((key) => [key, table[key]]));
}
function isEmpty(table) {
	return Object.keys(table).length === 0;
}

// packages/inventory/src/ecosystems/pypi/poetry/constraint.ts
function readConstraint(text) {
	const alternatives = text.split(/\s*\|\|?\s*/).map(readAlternative);
	const known = alternatives.filter((each) => each !== void 0);
	return known.length === alternatives.length ? known : void 0;
}
function allows(constraint, version) {
	const alternatives = readConstraint(constraint);
	if (alternatives === void 0 || version === void 0) return true;
	return alternatives.some((each) => each === "" || (pep440Range(each, { prereleases: true })?.(version) ?? true));
}
function readAlternative(text) {
	const clauses = [];
	const words = text.replaceAll(/([<>=!~^]+)\s+/g, "$1").split(/[\s,]+/);
	for (const word of words) {
		if (word === "" || word === "*") continue;
		const clause = readClause(word);
		if (clause === void 0) return void 0;
		clauses.push(clause);
	}
	return clauses.join(",");
}
function readClause(word) {
	const [, operator = "", version = ""] = /^(\^|~(?!=)|===?|!=|<=|>=|~=|<|>|)([\w.!+*-]+)$/.exec(word) ?? [];
	if (version === "") return void 0;
	if (operator === "^" || operator === "~") {
		const end = nextVersion(version, operator);
		return end === void 0 ? void 0 : `>=${version},<${end}`;
	}
	return operator === "" || operator === "=" ? `==${version}` : word;
}
function nextVersion(version, operator) {
	const [release] = /^\d+(?:\.\d+)*/.exec(version) ?? [];
	if (release === void 0) return void 0;
	const numbers = release.split(".").map(Number);
	const last = numbers.length - 1;
	const significant = numbers.findIndex((number) => number !== 0);
	const at = operator === "~" ? Math.min(1, last) : significant < 0 ? last : significant;
	return numbers.slice(0, at + 1).map((number, index) => index === at ? number + 1 : number).join(".");
}

// packages/inventory/src/ecosystems/pypi/poetry/dependency.ts
function readDependencies(name, value) {
	const found = [];
	for (const each of Array.isArray(value) ? value : [value]) {
		const table = typeof each === "string" ? { version: each } : each;
		if (!isRecord(table)) return void 0;
		found.push(readDependency(normalizeName(name), table));
	}
	return found;
}
function readDependency(name, table) {
	const python = textOf(table["python"]);
	const marker = allOf(textOf(table["markers"]), python === void 0 ? void 0 : pythonMarker(python), textOf(table["platform"]) === void 0 ? void 0 : `sys_platform == '${table["platform"]}'`);
	return {
		name,
		constraint: textOf(table["version"]) ?? "*",
		marker,
		extras: textsOf(table["extras"]).map(normalizeName),
		optional: table["optional"] === true,
		extrasInMarker: marker === void 0 ? [] : extrasIn(marker)
	};
}
function extrasIn(marker) {
	const parsed = marker.includes("extra") ? parseMarker(marker) : void 0;
	if (parsed === void 0) return [];
	return atomsOf(parsed).filter(({ variable, operator }) => variable === "extra" && operator === "==").map(({ value }) => normalizeName(value));
}
function pythonMarker(constraint) {
	const alternatives = readConstraint(constraint);
	if (alternatives === void 0 || alternatives.includes("")) return void 0;
	return alternatives.map((each) => each.split(",").map((clause) => clause.replace(/^([=!<>~]+)(.*)$/, "python_full_version $1 '$2'")).join(" and ")).join(" or ");
}

// packages/inventory/src/ecosystems/pypi/poetry/entries.ts
function readEntries(lock, listed) {
	const filesOf = filesByName(tableOf(lock["metadata"]), listed);
	const problems = [];
	const entries = /* @__PURE__ */ new Map();
	for (const [index, { table, line }] of listed.entries()) {
		const name = textOf(table?.["name"]);
		const version = textOf(table?.["version"]);
		if (table === void 0 || name === void 0 || !isPackageName(name)) {
			problems.push({
				key: `package ${index + 1}`,
				line,
				reason: "the entry has no package name"
			});
			continue;
		}
		const files = Array.isArray(table["files"]) ? table["files"] : filesOf(normalizeName(name), version);
		const read = readEntry({
			name: normalizeName(name),
			version,
			line,
			table,
			files
		});
		const { key } = read.entry;
		problems.push(...read.reasons.map((reason) => ({
			key,
			line,
			reason
		})));
		if (entries.has(key)) problems.push({
			key,
			line,
			reason: "the entry stands in the lockfile more than once; the first one was read"
		});
		else entries.set(key, read.entry);
	}
	return {
		entries: [...entries.values()],
		problems
	};
}
function readEntry({ name, version, line, table, files }) {
	const reasons = /* @__PURE__ */ new Set();
	const source = readSource(table);
	const dependencies = [];
	for (const [asked, value] of Object.entries(tableOf(table["dependencies"]))) {
		const found = readDependencies(asked, value);
		if (found === void 0) reasons.add("one of its dependencies is neither text nor table");
		else dependencies.push(...found);
	}
	if (version === void 0) reasons.add("the entry has no version");
	const artifacts = readFiles(files, source, reasons);
	const marker = markerOf(table["markers"], textsOf(table["groups"]));
	const isFromIndex = source.kind === "registry" && source.qualifiers === void 0;
	const place = source.path ?? source.url ?? source.qualifiers?.["repository_url"] ?? source.kind;
	const statedScope = scopeOf(table);
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
			...statedScope === void 0 ? {} : { statedScope },
			marker,
			dependencies,
			extras: readExtras(table["extras"])
		},
		reasons: [...reasons]
	};
}
function scopeOf(table) {
	const groups = textsOf(table["groups"]);
	const category = textOf(table["category"]);
	if (groups.length === 0 && category === void 0) return void 0;
	if (category === void 0 ? !groups.includes("main") : category !== "main") return "development";
	return table["optional"] === true ? "optional" : "runtime";
}
function markerOf(value, groups) {
	if (typeof value === "string") return value;
	if (!isRecord(value)) return void 0;
	return anyOf(groups.map((group) => textOf(value[group])));
}
function readExtras(value) {
	return new Map(Object.entries(tableOf(value)).map(([extra, list]) => [normalizeName(extra), new Set(textsOf(list).map((text) => normalizeName(/^[\w.-]+/.exec(text)?.[0] ?? "")))]));
}
function readSource(table) {
	const source = tableOf(table["source"]);
	const url = textOf(source["url"]);
	const subdirectory = textOf(source["subdirectory"]);
	switch (source["type"]) {
		case void 0: return indexSource(void 0);
		case "legacy":
		case "explicit": return indexSource(url);
		case "git": return gitSource(url ?? "", textOf(source["resolved_reference"]) ?? textOf(source["reference"]), subdirectory);
		case "url": return archiveSource(url ?? "");
		case "file": return fileSource(url ?? "");
		case "directory": return folderSource(url ?? "", table["develop"] === true);
		default: return {
			kind: "file",
			problem: "its source is of a type that is not known"
		};
	}
}
function readFiles(files, source, reasons) {
	const artifacts = [];
	for (const file of files) {
		const fileName = isRecord(file) ? textOf(file["file"]) : void 0;
		const stated = typeof file === "string" ? file : isRecord(file) ? textOf(file["hash"]) : void 0;
		if (stated === void 0 && fileName === void 0) {
			reasons.add("one of its files is no table");
			continue;
		}
		const hash = stated?.includes(":") ? parseHash(stated) : toHash("sha256", stated ?? "");
		if (hash === void 0) reasons.add("one of its files has an unknown hash");
		artifacts.push({
			hashes: hash === void 0 ? [] : [hash],
			...source.kind === "archive" && source.url !== void 0 ? { url: source.url } : {},
			...fileName === void 0 ? {} : { fileName }
		});
	}
	return artifacts;
}
function filesByName(metadata, listed) {
	const lists = /* @__PURE__ */ new Map();
	for (const [name, list] of Object.entries(tableOf(metadata["files"] ?? metadata["hashes"]))) if (Array.isArray(list)) lists.set(normalizeName(name), list);
	const versions = /* @__PURE__ */ new Map();
	for (const { table } of listed) {
		const name = normalizeName(textOf(table?.["name"]) ?? "");
		versions.set(name, (versions.get(name) ?? 0) + 1);
	}
	return (name, version) => {
		const list = lists.get(name) ?? [];
		if ((versions.get(name) ?? 0) < 2) return list;
		return list.filter((file) => isRecord(file) && isOfVersion(textOf(file["file"]), version));
	};
}
function isOfVersion(file, version) {
	const rest = file?.split(`-${version}`)[1];
	return rest !== void 0 && /^(?:-|\.(?:tar|zip|tgz|whl|egg))/.test(rest);
}

// packages/inventory/src/ecosystems/pypi/poetry/needs.ts
function resolver(entries, python) {
	const byName = groupByName(entries);
	return (dependency, from) => (byName.get(dependency.name) ?? []).filter((entry) => allows(dependency.constraint, entry.version) && !areDisjoint(python, from.marker, dependency.marker, entry.marker));
}
function readNeeds(entries, resolve) {
	const needs = [];
	const problems = [];
	for (const entry of entries) for (const dependency of entry.dependencies) {
		const found = resolve(dependency, entry);
		if (found.length === 0 && !dependency.optional && dependency.marker === void 0) {
			const reason = `its dependency ${dependency.name} ${dependency.constraint.slice(0, 100)} is not in the lockfile`;
			problems.push({
				key: entry.key,
				line: entry.line,
				reason
			});
		}
		for (const to of found) for (const extra of askersOf(entry, dependency)) needs.push(toNeed(entry.key, to, dependency, extra));
	}
	return {
		needs,
		problems
	};
}
function askersOf({ extras }, { name, optional, extrasInMarker }) {
	if (!optional) return [void 0];
	const listing = [...extras].filter(([, names]) => names.has(name)).map(([extra]) => extra);
	return /* @__PURE__ */ new Set([...extrasInMarker, ...listing]);
}
function toNeed(from, to, { constraint, marker, extras }, extra, group) {
	return {
		from,
		to: to.key,
		...extra === void 0 ? {} : { extra },
		...group === void 0 ? {} : { group },
		extras,
		...constraint === "*" ? {} : { requirement: constraint },
		...marker === void 0 ? {} : { condition: marker }
	};
}

// packages/inventory/src/ecosystems/pypi/poetry/root.ts
function readRoot(pyproject, resolve, input) {
	const project = tableOf(pyproject["project"]);
	const poetry = tableOf(tableOf(pyproject["tool"])["poetry"]);
	const named = textOf(project["name"]) ?? textOf(poetry["name"]) ?? "";
	const entry = {
		key: ".",
		name: isPackageName(named) ? normalizeName(named) : folderName(input),
		version: textOf(project["version"]) ?? textOf(poetry["version"]),
		line: void 0,
		path: fromLockfileFolder(input.path, "pyproject.toml") ?? "pyproject.toml",
		source: folderSource(".", true),
		artifacts: [],
		marker: void 0,
		dependencies: [],
		extras: /* @__PURE__ */ new Map()
	};
	const needs = [];
	const missing = /* @__PURE__ */ new Set();
	for (const { dependency, extra, group } of [...fromProject(pyproject, poetry), ...fromPoetry(poetry, project)]) {
		if (dependency.name === entry.name) continue;
		const found = resolve(dependency, entry);
		if (found.length === 0 && dependency.marker === void 0) missing.add(`${dependency.name} ${dependency.constraint}`.replace(/ \*$/, ""));
		needs.push(...found.map((to) => toNeed(entry.key, to, dependency, extra, group)));
	}
	return {
		entry,
		needs,
		missing: [...missing]
	};
}
function fromProject(pyproject, poetry) {
	const added = tableOf(poetry["dependencies"]);
	return readDeclarations(pyproject).declared.map(({ requirement, ...part }) => {
		const own = Object.entries(added).find(([name]) => normalizeName(name) === requirement.name)?.[1];
		return {
			dependency: fromRequirement(requirement, isRecord(own) ? textsOf(own["extras"]).map(normalizeName) : []),
			...part
		};
	});
}
function fromRequirement({ name, specifier, marker, extras }, more) {
	return {
		name,
		constraint: specifier === "" ? "*" : specifier,
		marker,
		extras: [.../* @__PURE__ */ new Set([...extras, ...more])],
		optional: false,
		extrasInMarker: []
	};
}
function fromPoetry(poetry, project) {
	const hasStandard = project["dependencies"] !== void 0 || project["optional-dependencies"] !== void 0;
	const extras = Object.entries(tableOf(poetry["extras"])).map(([extra, names]) => [normalizeName(extra), new Set(textsOf(names).map(normalizeName))]);
	return [
		...(hasStandard ? [] : dependenciesIn(poetry["dependencies"])).flatMap((dependency) => dependency.optional ? extras.filter(([, names]) => names.has(dependency.name)).map(([extra]) => ({
			dependency,
			extra
		})) : [{ dependency }]),
		...dependenciesIn(poetry["dev-dependencies"]).map((dependency) => ({
			dependency,
			group: "dev"
		})),
		...Object.entries(tableOf(poetry["group"])).flatMap(([group, table]) => dependenciesIn(tableOf(table)["dependencies"]).map((dependency) => ({
			dependency,
			group
		})))
	];
}
function dependenciesIn(table) {
	return Object.entries(tableOf(table)).filter(([name]) => name !== "python").flatMap(([name, value]) => readDependencies(name, value) ?? []);
}

// packages/inventory/src/ecosystems/pypi/poetry/read.ts
const HINT = "Write it again with `poetry lock`.";
async function readPoetryLock(input) {
	const { rest: lock, taken } = parseTableList(input.path, input.text, "package", (listed) => listed, HINT);
	const metadata = tableOf(lock["metadata"]);
	checkVersion(input.path, lock, metadata);
	const { entries, problems } = readEntries(lock, taken);
	const resolve = resolver(entries, pythonMarker(textOf(metadata["python-versions"]) ?? "*"));
	const { needs, problems: unmet } = readNeeds(entries, resolve);
	const manifest = fromLockfileFolder(input.path, "pyproject.toml") ?? "pyproject.toml";
	const { table, problems: unread } = await readPyproject(manifest, input);
	const root = table === void 0 ? void 0 : readRoot(table, resolve, input);
	const stale = table === void 0 || root === void 0 || !input.compareManifests ? [] : staleProblems(manifest, textOf(metadata["content-hash"]), table, root);
	return [assemble(input, {
		format: "poetry",
		entries: root === void 0 ? entries : [root.entry, ...entries],
		roots: root === void 0 ? [] : [root.entry.key],
		needs: root === void 0 ? needs : [...root.needs, ...needs],
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
function checkVersion(path, lock, metadata) {
	const version = metadata["lock-version"];
	if (lock["metadata"] === void 0) throw new UsageError(`${path} has no \`metadata\`: it is cut off`, { hint: HINT });
	if (version === void 0 || typeof version === "string" && /^[12]\.\d+$/.test(version)) return;
	const told = JSON.stringify(version).slice(0, 50);
	throw new UsageError(`${path} has lock-version ${told}; 1.0 to 2.x are known`, { hint: HINT });
}
function staleProblems(manifest, hash, pyproject, { missing }) {
	const isMade = hash === void 0 ? void 0 : matchesContentHash(hash, pyproject);
	const named = staleProblem(manifest, missing.map((each) => `${each} is not locked`));
	if (named !== void 0) return [named];
	if (isMade !== false) return [];
	return [{
		kind: "stale",
		reason: `it was not made from ${manifest} as it is now: the \`content-hash\` is another one`
	}];
}

export { readPoetryLock };