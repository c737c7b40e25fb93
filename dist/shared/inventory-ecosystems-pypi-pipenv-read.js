import "./rolldown-runtime.js";
import { Ct as isRecord, Q as UsageError } from "./core.js";
import { n as fromLockfileFolder } from "./inventory-paths.js";
import { a as textsOf, i as textOf, n as tableOf, r as tablesOf } from "./inventory-toml.js";
import { a as indexSource, c as parseHash, i as gitSource, n as fileSource, r as folderSource, s as assemble, t as archiveSource } from "./inventory-ecosystems-pypi-source.js";
import { t as installedFolders } from "./inventory-ecosystems-pypi-installed.js";
import { l as pinnedVersion, n as folderName } from "./inventory-ecosystems-pypi-manifests.js";
import { n as isPackageName, r as normalizeName, t as groupByName } from "./inventory-ecosystems-pypi-names.js";
import { t as pythonJson } from "./inventory-ecosystems-pypi-python-json.js";
import { n as readPyproject, r as staleProblem } from "./inventory-ecosystems-pypi-stale.js";
import { t as scanJsonKeys } from "./inventory-json-keys.js";
import { createHash } from "node:crypto";

// packages/inventory/src/ecosystems/pypi/pipenv/entries.ts
const META = "_meta";
function scopeOfCategory(category) {
	return category === "default" ? "runtime" : category === "develop" ? "development" : "optional";
}
function readEntries(lock, text) {
	const { lines, duplicates } = linesOf(text);
	const indexes = indexesOf(lock);
	const problems = [...duplicates];
	const entries = /* @__PURE__ */ new Map();
	for (const [category, list] of Object.entries(lock)) {
		if (category === META) continue;
		if (!isRecord(list)) {
			problems.push({
				key: category.slice(0, 100),
				reason: "the category is no object"
			});
			continue;
		}
		for (const [name, value] of Object.entries(list)) {
			const line = lines.get(`${category}\0${name}`);
			if (!isPackageName(name) || !isRecord(value)) {
				const reason = isRecord(value) ? "the name is no package name" : "the entry is no object";
				problems.push({
					key: name.slice(0, 100),
					line,
					reason
				});
				continue;
			}
			const { entry, reasons } = readEntry(normalizeName(name), value, line, category, indexes);
			problems.push(...reasons.map((reason) => ({
				key: entry.key,
				line,
				reason
			})));
			entries.set(entry.key, united(entries.get(entry.key), entry));
		}
	}
	return {
		entries: [...entries.values()],
		problems
	};
}
const ORDER = [
	"runtime",
	"optional",
	"development"
];
function united(known, entry) {
	if (known === void 0) return entry;
	const scopes = [known.statedScope, entry.statedScope];
	const statedScope = ORDER.find((scope) => scopes.includes(scope)) ?? "runtime";
	return {
		...known,
		statedScope,
		categories: /* @__PURE__ */ new Set([...known.categories, ...entry.categories])
	};
}
function readEntry(name, value, line, category, indexes) {
	const reasons = /* @__PURE__ */ new Set();
	const stated = textOf(value["version"]);
	const version = stated === void 0 ? void 0 : pinnedVersion(stated.replaceAll(/\s/g, ""));
	const source = readSource(value, indexes);
	if (source.kind === "registry" && version === void 0) reasons.add(stated === void 0 ? "the entry has no version" : "its version is not pinned");
	const hashes = textsOf(value["hashes"]).map(parseHash);
	if (hashes.includes(void 0)) reasons.add("one of its hashes is not known");
	const condition = textOf(value["markers"]);
	const place = source.path ?? source.url ?? source.qualifiers?.["repository_url"];
	return {
		entry: {
			key: [
				name,
				version,
				place === void 0 ? void 0 : `(${place})`
			].filter((part) => part !== void 0).join(" "),
			name,
			version,
			line,
			source,
			artifacts: hashes.filter((hash) => hash !== void 0).map((hash) => ({
				hashes: [hash],
				...condition === void 0 ? {} : { condition }
			})),
			statedScope: scopeOfCategory(category),
			categories: /* @__PURE__ */ new Set([category])
		},
		reasons: [...reasons]
	};
}
function readSource(value, indexes) {
	const text = (key) => textOf(value[key]);
	const git = text("git");
	if (git !== void 0) return gitSource(git, text("ref"), text("subdirectory"));
	const path = text("path");
	if (path !== void 0) return folderSource(path, value["editable"] === true);
	const file = text("file") ?? text("url");
	if (file !== void 0) return /^[a-z][a-z\d+.-]+:/i.test(file) ? archiveSource(file) : fileSource(file);
	const index = text("index");
	const first = indexes.values().next().value;
	return indexSource(index === void 0 ? first : indexes.get(index));
}
function indexesOf(lock) {
	const sources = tablesOf(tableOf(lock[META])["sources"]);
	return new Map(sources.flatMap((source) => {
		const [name, url] = [textOf(source?.["name"]), textOf(source?.["url"])];
		return name === void 0 || url === void 0 || !URL.canParse(url) ? [] : [[name, url]];
	}));
}
function linesOf(text) {
	const lines = /* @__PURE__ */ new Map();
	const duplicates = [];
	let category = "";
	scanJsonKeys(text, (key, depth, line) => {
		if (depth === 1) category = key;
		if (depth !== 2 || category === META) return;
		const place = `${category}\0${key}`;
		if (lines.has(place)) duplicates.push({
			key: key.slice(0, 100),
			line,
			reason: "the entry stands in its category more than once; the last one was read"
		});
		lines.set(place, line);
	});
	return {
		lines,
		duplicates
	};
}

// packages/inventory/src/ecosystems/pypi/pipenv/read.ts
const HINT = "Write it again with `pipenv lock`.";
const ROOT = ".";
async function readPipfileLock(input) {
	const lock = parseLock(input);
	const { entries, problems } = readEntries(lock, input.text);
	const manifest = fromLockfileFolder(input.path, "Pipfile") ?? "Pipfile";
	const { table: pipfile, problems: unread } = await readPyproject(manifest, input);
	const asked = pipfile === void 0 ? [] : askedIn(pipfile);
	const needs = rootNeeds(asked, entries);
	const stale = pipfile === void 0 || !input.compareManifests ? [] : staleProblems(lock, pipfile, asked, entries);
	return [assemble(input, {
		format: "pipenv",
		entries: pipfile === void 0 ? entries : [rootEntry(input, manifest), ...entries],
		roots: pipfile === void 0 ? [] : [ROOT],
		needs,
		edgeCompleteness: pipfile === void 0 ? "unknown" : "direct",
		covers: [manifest],
		problems: [
			...problems,
			...unread,
			...stale
		],
		installed: await installedFolders(input)
	})];
}
function parseLock({ path, text }) {
	let lock;
	try {
		lock = JSON.parse(text);
	} catch {
		throw new UsageError(`${path} is no JSON`, { hint: HINT });
	}
	if (!isRecord(lock)) throw new UsageError(`${path} is no JSON object`, { hint: HINT });
	const version = tableOf(lock["_meta"])["pipfile-spec"];
	if (version === 6) return lock;
	const told = JSON.stringify(version)?.slice(0, 50) ?? "none";
	throw new UsageError(`${path} has the pipfile-spec ${told}; 6 is known`, { hint: HINT });
}
const CATEGORIES = /* @__PURE__ */ new Map([["packages", "default"], ["dev-packages", "develop"]]);
const OTHERS = /* @__PURE__ */ new Set([
	"source",
	"requires",
	"scripts",
	"pipfile",
	"pipenv"
]);
function askedIn(pipfile) {
	return Object.entries(pipfile).filter(([section]) => !OTHERS.has(section)).flatMap(([section, list]) => Object.entries(tableOf(list)).map(([name, value]) => {
		const range = textOf(value) ?? textOf(tableOf(value)["version"]);
		return {
			name: normalizeName(name),
			category: CATEGORIES.get(section) ?? section,
			requirement: range === "*" ? void 0 : range
		};
	}));
}
function rootNeeds(asked, entries) {
	const byName = groupByName(entries);
	return asked.flatMap(({ name, category, requirement }) => (byName.get(name) ?? []).filter(({ categories }) => categories.has(category)).map(({ key }) => {
		const scope = scopeOfCategory(category);
		return {
			from: ROOT,
			to: key,
			extras: [],
			...scope === "runtime" ? {} : { chosenBy: scope === "optional" ? "extra" : "group" },
			...requirement === void 0 ? {} : { requirement },
			...scope === "runtime" ? {} : { condition: `'${category}' in categories` }
		};
	}));
}
function rootEntry(input, manifest) {
	return {
		key: ROOT,
		name: folderName(input),
		version: void 0,
		line: void 0,
		path: manifest,
		source: folderSource(ROOT, true),
		artifacts: []
	};
}
function staleProblems(lock, pipfile, asked, entries) {
	const names = new Set(entries.flatMap(({ name, categories }) => [...categories].map((each) => `${each} ${name}`)));
	const missing = asked.filter(({ name, category }) => !names.has(`${category} ${name}`));
	const named = staleProblem("Pipfile", missing.map(({ name }) => `${name} is not locked`));
	if (named !== void 0) return [named];
	const hash = textOf(tableOf(tableOf(lock["_meta"])["hash"])["sha256"]);
	if (hash === void 0 || matchesHash(hash, pipfile) !== false) return [];
	return [{
		kind: "stale",
		reason: "it was not made from the Pipfile as it is now: its `hash` is another one"
	}];
}
const PYPI = {
	name: "pypi",
	url: "https://pypi.org/simple",
	verify_ssl: true
};
function matchesHash(hash, pipfile) {
	const others = Object.entries(pipfile).filter(([section]) => !OTHERS.has(section) && !CATEGORIES.has(section));
	const categories = {
		default: tableOf(pipfile["packages"]),
		develop: tableOf(pipfile["dev-packages"]),
		...Object.fromEntries(others)
	};
	const normalized = Object.entries(categories).map(([category, list]) => [category, Object.fromEntries(Object.entries(tableOf(list)).map(([name, value]) => [normalizeName(name), value]))]);
	const meta = {
		sources: pipfile["source"] ?? [PYPI],
		requires: pipfile["requires"] ?? {}
	};
	const texts = [categories, Object.fromEntries(normalized)].map((each) => pythonJson({
		_meta: meta,
		...each
	}, [",", ":"]));
	if (texts.includes(void 0)) return void 0;
	return texts.some((text) => createHash("sha256").update(text ?? "").digest("hex") === hash);
}

export { readPipfileLock };