import "./rolldown-runtime.js";
import { Ct as isRecord, Q as UsageError } from "./core.js";
import { n as fromLockfileFolder } from "./inventory-paths.js";
import { a as textsOf, i as textOf, n as tableOf, r as tablesOf } from "./inventory-toml.js";
import { t as parseTableList } from "./inventory-toml-list.js";
import { a as indexSource, i as gitSource, n as fileSource, r as folderSource, s as assemble, t as archiveSource } from "./inventory-ecosystems-pypi-source.js";
import { t as installedFolders } from "./inventory-ecosystems-pypi-installed.js";
import { d as evaluate, f as parseMarker, t as MANIFESTS } from "./inventory-ecosystems-pypi-manifests.js";
import { n as isPackageName, r as normalizeName, t as groupByName } from "./inventory-ecosystems-pypi-names.js";
import { t as readFiles } from "./inventory-ecosystems-pypi-files.js";

// packages/inventory/src/ecosystems/pypi/pylock/entries.ts
function readEntries(listed, defaults) {
	const problems = [];
	const entries = /* @__PURE__ */ new Map();
	const texts = /* @__PURE__ */ new Set();
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
		const { entry, reasons } = readEntry(normalizeName(name), table, line, defaults);
		problems.push(...reasons.map((reason) => ({
			key: entry.key,
			line,
			reason
		})));
		const known = entries.get(entry.key);
		const identity = JSON.stringify(table);
		if (texts.has(identity)) problems.push({
			key: entry.key,
			line,
			reason: "the entry stands in the lockfile more than once"
		});
		else if (known !== void 0) entries.set(entry.key, {
			...known,
			artifacts: [...known.artifacts, ...entry.artifacts]
		});
		else entries.set(entry.key, entry);
		texts.add(identity);
	}
	return {
		entries: [...entries.values()],
		problems
	};
}
function readEntry(name, table, line, defaults) {
	const version = textOf(table["version"]);
	const source = readSource(table);
	const { artifacts, reasons } = filesOf(table, source);
	const marker = textOf(table["marker"]);
	const isFromIndex = source.kind === "registry" && source.qualifiers === void 0;
	const place = source.path ?? source.url ?? source.qualifiers?.["repository_url"] ?? source.kind;
	const statedScope = scopeOf(marker, defaults);
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
			artifacts: marker === void 0 ? artifacts : artifacts.map((file) => ({
				...file,
				condition: marker
			})),
			...statedScope === void 0 ? {} : { statedScope },
			table
		},
		reasons: marker !== void 0 && parseMarker(marker) === void 0 ? [...reasons, "its marker can't be read"] : reasons
	};
}
function scopeOf(text, defaults) {
	const marker = text?.includes(" in ") ? parseMarker(text) : void 0;
	if (marker === void 0) return void 0;
	const isExtra = ({ variable, operator }) => variable === "extras" && operator === "contains";
	const isGroup = ({ variable, operator, value }) => variable === "dependency_groups" && operator === "contains" && !defaults.has(value);
	if (evaluate(marker, (atom) => !isExtra(atom) && !isGroup(atom))) return "runtime";
	return evaluate(marker, (atom) => !isGroup(atom)) ? "optional" : "development";
}
function readSource(table) {
	const { vcs, directory, archive } = table;
	if (isRecord(vcs)) {
		if (vcs["type"] !== "git") return {
			kind: "git",
			problem: "it comes from a version control system other than git"
		};
		const place = textOf(vcs["url"]) ?? `file:${textOf(vcs["path"]) ?? ""}`;
		return gitSource(place, textOf(vcs["commit-id"]), textOf(vcs["subdirectory"]));
	}
	if (isRecord(directory)) return folderSource(textOf(directory["path"]) ?? ".", directory["editable"] === true);
	if (isRecord(archive)) {
		const url = textOf(archive["url"]);
		return url === void 0 ? fileSource(textOf(archive["path"]) ?? "") : archiveSource(url);
	}
	return indexSource(textOf(table["index"]));
}
function filesOf(table, source) {
	const { archive, sdist, wheels } = table;
	const listed = Array.isArray(wheels) ? wheels : [];
	const single = [archive, sdist].filter((file) => file !== void 0);
	return readFiles([...single, ...listed], source.url);
}
function dependenciesOf(entry) {
	const { dependencies } = entry.table;
	return dependencies === void 0 ? void 0 : tablesOf(dependencies);
}
function isMeant(entry, reference) {
	return Object.entries(reference).every(([key, value]) => {
		if (key === "name") return normalizeName(textOf(value) ?? "") === entry.name;
		const own = entry.table[key];
		if (!isRecord(value)) return JSON.stringify(own) === JSON.stringify(value);
		return Object.entries(value).every(([field, part]) => JSON.stringify(tableOf(own)[field]) === JSON.stringify(part));
	});
}

// packages/inventory/src/ecosystems/pypi/pylock/read.ts
const HINT = "Write it again with the tool that made it (`created-by` names it).";
async function readPylock(input) {
	const { rest: lock, taken } = parseTableList(input.path, input.text, "packages", (listed) => listed, HINT);
	checkVersion(input.path, lock);
	const { entries, problems } = readEntries(taken, new Set(textsOf(lock["default-groups"])));
	const { needs, problems: unmet } = readNeeds(entries);
	const isComplete = entries.every((entry) => dependenciesOf(entry) !== void 0);
	return [assemble(input, {
		format: "pylock",
		entries,
		roots: [],
		needs,
		edgeCompleteness: isComplete && entries.length > 0 ? "complete" : "unknown",
		covers: covered(input.path),
		problems: [
			...problems,
			...unmet,
			...missingList(lock, taken.length)
		],
		installed: await installedFolders(input)
	})];
}
function checkVersion(path, lock) {
	const version = lock["lock-version"];
	if (typeof version === "string" && /^1(?:\.\d+)*$/.test(version)) return;
	const told = JSON.stringify(version)?.slice(0, 50) ?? "none";
	throw new UsageError(`${path} has the lock-version ${told}; 1.x is known`, { hint: HINT });
}
function missingList({ packages }, count) {
	return count > 0 || Array.isArray(packages) ? [] : [{ reason: "it has no list of packages" }];
}
function covered(path) {
	if (!/(?:^|\/)pylock\.toml$/.test(path)) return [];
	return MANIFESTS.flatMap((file) => fromLockfileFolder(path, file) ?? []);
}
function readNeeds(entries) {
	const needs = [];
	const problems = [];
	const byName = groupByName(entries);
	for (const entry of entries) for (const reference of dependenciesOf(entry) ?? []) {
		const name = normalizeName(textOf(reference?.["name"]) ?? "");
		const found = reference === void 0 ? [] : (byName.get(name) ?? []).filter((each) => isMeant(each, reference));
		const [only] = found;
		if (only !== void 0 && found.length === 1) needs.push({
			from: entry.key,
			to: only.key,
			extras: []
		});
		else {
			const why = found.length === 0 ? "is not in the lockfile" : "could be one of several entries";
			const reason = `its dependency ${name.slice(0, 100)} ${why}`;
			problems.push({
				key: entry.key,
				line: entry.line,
				reason
			});
		}
	}
	return {
		needs,
		problems
	};
}

export { readPylock };