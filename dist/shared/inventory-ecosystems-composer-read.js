import "./rolldown-runtime.js";
import { Ct as isRecord, Q as UsageError } from "./core.js";
import { t as assembleGraph } from "./inventory-assemble-graph.js";
import { n as staleProblems, r as unknownFit, t as manifestText } from "./inventory-assemble-stale.js";
import { n as fromLockfileFolder, t as folderOf } from "./inventory-paths.js";
import { t as scanJsonKeys } from "./inventory-json-keys.js";
import { a as packageLinks, i as isPlatformPackage, n as readComposerManifest, r as isPackageName } from "./inventory-ecosystems-composer-manifest.js";
import { o as buildPurl } from "./purl.js";
import { n as publicUrl, r as repositoryUrl, t as isCommit } from "./inventory-assemble-public-url.js";
import { t as projectName } from "./inventory-assemble-project-name.js";
import { t as firstPartyPurl } from "./inventory-origin.js";
import { createHash } from "node:crypto";

// packages/inventory/src/ecosystems/composer/content-hash.ts
const RELEVANT = [
	"name",
	"version",
	"require",
	"require-dev",
	"conflict",
	"replace",
	"provide",
	"minimum-stability",
	"prefer-stable",
	"repositories",
	"extra"
];
const MAX_DEPTH = 64;
const ODD_NUMBER = /[:[,]\s*(?:-?\d+[.eE]|-0|-?\d{16})/;
function contentHash(json, text) {
	if (ODD_NUMBER.test(text)) return void 0;
	const relevant = /* @__PURE__ */ new Map();
	for (const key of RELEVANT) if (json[key] !== void 0) relevant.set(key, json[key]);
	const { config } = json;
	const platform = isRecord(config) ? config["platform"] : void 0;
	if (platform !== void 0 && platform !== null) relevant.set("config", { platform });
	const written = [...relevant].sort(([a], [b]) => a < b ? -1 : 1).map(([key, value]) => [key, write(value, MAX_DEPTH)]);
	if (written.some(([, value]) => value === void 0)) return void 0;
	const parts = written.map(([key, value]) => `${quote(key)}:${value}`);
	const content = parts.length === 0 ? "[]" : `{${parts.join(",")}}`;
	return createHash("md5").update(content).digest("hex");
}
function write(value, depth) {
	if (typeof value === "string") return quote(value);
	if (typeof value !== "object" || value === null) return JSON.stringify(value);
	if (depth === 0) return void 0;
	if (Array.isArray(value)) {
		const members = value.map((each) => write(each, depth - 1));
		return members.includes(void 0) ? void 0 : `[${members.join(",")}]`;
	}
	const entries = Object.entries(value);
	if (entries.length === 0) return "[]";
	const members = [];
	for (const [key, each] of entries) {
		const written = write(each, depth - 1);
		if (written === void 0 || /^-?\d+$/.test(key)) return void 0;
		members.push(`${quote(key)}:${written}`);
	}
	return `{${members.join(",")}}`;
}
function quote(text) {
	return JSON.stringify(text).replaceAll("/", "\\/").replaceAll(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

// packages/inventory/src/ecosystems/composer/source.ts
const PACKAGIST = /* @__PURE__ */ new Set(["packagist.org", "repo.packagist.org"]);
function composerSource(name, version, entry) {
	const dist = isRecord(entry["dist"]) ? entry["dist"] : void 0;
	const source = isRecord(entry["source"]) ? entry["source"] : void 0;
	if (dist?.["type"] === "path") return {
		artifacts: [],
		path: textOf(dist["url"]) ?? ""
	};
	const repository = repositoryOf(source);
	const archive = dist === void 0 ? void 0 : publicUrl(textOf(dist["url"]) ?? "");
	const archiveUrl = archive?.protocol === "file:" ? void 0 : archive?.href;
	const qualifiers = isPublic(entry) ? {} : repository === void 0 ? { download_url: archiveUrl } : { vcs_url: repository };
	const [namespace = "", own = ""] = name.split("/", 2);
	const purl = isPublic(entry) || Object.values(qualifiers).some((each) => each !== void 0) ? buildPurl({
		type: "composer",
		namespace,
		name: own,
		version,
		qualifiers
	}) : void 0;
	const known = { ...purl === void 0 ? {} : { purl } };
	if (dist === void 0 && source === void 0) return entry["type"] === "metapackage" ? {
		...known,
		artifacts: []
	} : {
		...known,
		artifacts: [],
		problem: "it has neither `dist` nor `source`"
	};
	if (dist === void 0) {
		const isExact = isCommit(textOf(source?.["reference"]));
		return {
			...known,
			artifacts: repository === void 0 ? [] : [{
				hashes: [],
				url: repository
			}],
			download: isExact ? "checked" : "unchecked",
			...isExact ? {} : { problem: "no full commit of its repository is named" }
		};
	}
	const shasum = dist["shasum"] === null ? "" : dist["shasum"] ?? "";
	const isSha1 = typeof shasum === "string" && /^[0-9a-f]{40}$/i.test(shasum);
	const problem = archiveUrl === void 0 ? "its archive has no URL, or lies on one machine" : shasum !== "" && !isSha1 ? "`shasum` is no SHA-1" : void 0;
	const hashes = isSha1 ? [{
		algorithm: "SHA-1",
		value: shasum.toLowerCase()
	}] : [];
	return {
		...known,
		artifacts: archiveUrl === void 0 ? [] : [{
			hashes,
			url: archiveUrl
		}],
		download: isSha1 ? "checked" : "unchecked",
		...problem === void 0 ? {} : { problem }
	};
}
function isPublic(entry) {
	const url = publicUrl(textOf(entry["notification-url"]) ?? "");
	return url !== void 0 && PACKAGIST.has(url.host);
}
function repositoryOf(source) {
	const type = textOf(source?.["type"]) ?? "";
	if (!/^(?:git|hg|svn|fossil)$/.test(type)) return void 0;
	return repositoryUrl(textOf(source?.["url"]) ?? "", textOf(source?.["reference"]), type);
}
function textOf(value) {
	return typeof value === "string" && value !== "" ? value : void 0;
}

// packages/inventory/src/ecosystems/composer/entries.ts
const LISTS = ["packages", "packages-dev"];
function readComposerEntries({ path, text }) {
	const json = parse(path, text);
	const lines = nameLines(text);
	const entries = [];
	const problems = [];
	for (const list of LISTS) {
		const members = json[list] ?? [];
		if (!Array.isArray(members)) {
			problems.push({
				item: list,
				reason: "it is no list"
			});
			continue;
		}
		const known = lines.get(list) ?? [];
		let named = 0;
		for (const [index, member] of members.entries()) {
			const line = isRecord(member) && "name" in member ? known[named++] : void 0;
			const name = isRecord(member) ? textOf(member["name"]) : void 0;
			const item = `${list}[${index}]`;
			if (!isRecord(member) || name === void 0 || !isPackageName(name)) problems.push({
				item,
				line,
				reason: "it names no package"
			});
			else {
				const entry = toEntry(name, member, line, list === "packages-dev");
				if (entry.version === void 0) problems.push({
					item: name,
					line,
					reason: "it has no version"
				});
				for (const field of [
					"require",
					"replace",
					"provide"
				]) if (!isLinks(member[field])) problems.push({
					item: name,
					line,
					reason: `\`${field}\` is no object`
				});
				entries.push(entry);
			}
		}
		if (known.length !== named) problems.push({
			item: list,
			reason: "keys stand in it twice: packages may be hidden"
		});
	}
	return {
		entries,
		problems,
		contentHash: textOf(json["content-hash"]),
		fileHash: textOf(json["hash"])
	};
}
function parse(path, text) {
	const hint = "Write it again with `composer update --lock`.";
	let json;
	try {
		json = JSON.parse(text);
	} catch {
		throw new UsageError(`${path} is no JSON`, { hint });
	}
	if (!isRecord(json) || !Array.isArray(json["packages"])) throw new UsageError(`${path} has no list \`packages\``, { hint });
	return json;
}
function nameLines(text) {
	const lines = /* @__PURE__ */ new Map();
	let list = "";
	scanJsonKeys(text, (key, depth, line) => {
		if (depth === 1) list = key;
		if (depth !== 3 || key !== "name") return;
		const known = lines.get(list);
		if (known === void 0) lines.set(list, [line]);
		else known.push(line);
	});
	return lines;
}
function toEntry(name, member, line, isDev) {
	const version = textOf(member["version"]);
	const { license, abandoned } = member;
	return {
		key: name.toLowerCase(),
		name,
		version,
		line,
		isDev,
		require: packageLinks(member["require"]),
		provides: [...packageLinks(member["replace"]), ...packageLinks(member["provide"])].map(([each]) => each),
		license: Array.isArray(license) && license.length < 2 ? license[0] : license,
		isAbandoned: abandoned !== void 0 && abandoned !== false,
		source: composerSource(name, version, member)
	};
}
function isLinks(value) {
	return value === void 0 || isRecord(value) || Array.isArray(value) && value.length === 0;
}

// packages/inventory/src/ecosystems/composer/graph.ts
const MAX_PROVIDERS = 64;
function targetsOf(entries) {
	const byName = new Map(entries.map((entry) => [entry.key, entry]));
	const providers = /* @__PURE__ */ new Map();
	const crowded = /* @__PURE__ */ new Set();
	for (const entry of entries) for (const name of entry.provides) {
		const known = providers.get(name);
		if (known === void 0) providers.set(name, [entry]);
		else if (known.length < MAX_PROVIDERS) known.push(entry);
		else crowded.add(name);
	}
	return {
		find(name, forProduction = false) {
			const own = byName.get(name);
			if (own !== void 0) return [own];
			const all = providers.get(name) ?? [];
			const installed = forProduction ? all.filter(({ isDev }) => !isDev) : [];
			return installed.length > 0 ? installed : all;
		},
		problems: [...crowded].map((item) => ({
			item,
			reason: `more than ${MAX_PROVIDERS} packages stand for it`
		}))
	};
}
function edgesFrom(from, links, kind, targets, forProduction) {
	return [...links].flatMap(([name, requirement]) => targets.find(name, forProduction).map((to) => ({
		from,
		to: to.key,
		kind,
		requirement,
		...to.key === name ? {} : { alias: name }
	})));
}
function packageEdges(entries, targets, manifest) {
	const edges = [];
	const missing = [];
	for (const entry of entries) {
		const links = new Map([...entry.require].filter(([name]) => !isPlatformPackage(name)));
		edges.push(...edgesFrom(entry.key, links, "runtime", targets, !entry.isDev));
		for (const name of links.keys()) if (targets.find(name).length === 0 && manifest?.provides.has(name) !== true && manifest?.name?.toLowerCase() !== name) missing.push({
			entry,
			name
		});
	}
	return {
		edges,
		missing
	};
}
function toNode({ path, origin }, entry) {
	const { key, name, version, line, isDev, license, source } = entry;
	const common = {
		key,
		name,
		version,
		line,
		firstParty: false,
		declaredLicense: license ?? void 0,
		statedScope: isDev ? "development" : "runtime",
		flags: entry.isAbandoned ? ["deprecated"] : [],
		purl: source.purl,
		artifacts: source.artifacts,
		download: source.download
	};
	if (source.path === void 0) return {
		node: common,
		...source.problem === void 0 ? {} : { problem: source.problem }
	};
	const folder = /^(?:[/~\\]|[A-Za-z]:)/.test(source.path) ? void 0 : fromLockfileFolder(path, source.path);
	if (folder === void 0) return {
		node: common,
		problem: "it is a folder outside the repository"
	};
	if (/(?:^|\/)vendor(?:\/|$)/i.test(folder)) return { node: {
		...common,
		installPath: folder
	} };
	const purl = firstPartyPurl(origin, name, version, folder);
	return { node: {
		...common,
		firstParty: true,
		purl,
		installPath: folder
	} };
}
function rootNode(input, { name, version }) {
	const folder = folderOf(input.path);
	const own = name ?? projectName(input);
	return {
		key: ".",
		name: own,
		version,
		kind: "application",
		line: 1,
		firstParty: true,
		purl: firstPartyPurl(input.origin, own, version, folder),
		installPath: folder
	};
}
function missingProblems(missing, nodes) {
	return missing.map(({ entry, name }) => ({
		node: nodes.get(entry.key),
		reason: `its dependency ${name} is not in the lockfile`
	}));
}

// packages/inventory/src/ecosystems/composer/read.ts
async function readComposerLock(input) {
	const lock = readComposerEntries(input);
	const targets = targetsOf(lock.entries);
	const path = fromLockfileFolder(input.path, "composer.json") ?? "composer.json";
	const { manifest, text, problems: unread } = await manifestOf(path, input);
	const root = manifest === void 0 ? void 0 : rootNode(input, manifest);
	const made = lock.entries.map((entry) => toNode(input, entry));
	const nodes = made.map(({ node }) => node);
	const own = packageEdges(lock.entries, targets, manifest);
	const edges = root === void 0 || manifest === void 0 ? [] : [...edgesFrom(root.key, manifest.require, "runtime", targets, true), ...edgesFrom(root.key, manifest.requireDev, "development", targets, false)];
	const problems = [
		...lock.problems,
		...targets.problems,
		...made.flatMap(({ node, problem }) => problem === void 0 ? [] : [{
			node,
			reason: problem
		}]),
		...missingProblems(own.missing, new Map(nodes.map((node) => [node.key, node]))),
		...unread
	];
	if (manifest !== void 0 && input.compareManifests) problems.push(...staleness(path, manifest, text, lock, targets));
	return [assembleGraph({
		path: input.path,
		format: "composer",
		ecosystem: "composer",
		roots: root === void 0 ? [] : [root],
		nodes: root === void 0 ? nodes : [root, ...nodes],
		edges: [...edges, ...own.edges],
		edgeCompleteness: "complete",
		problems,
		covers: [path, ...await memberManifests(input, nodes, targets)],
		integrityAdvice: "Composer writes checksums where a registry has them; packagist.org has none for archives of GitHub, whose commits are in the lockfile: `composer install --prefer-source` checks these."
	})];
}
async function manifestOf(path, input) {
	const { text, problems } = await manifestText(path, input);
	if (text === void 0) return {
		text: "",
		problems: problems.length > 0 ? problems : [{ reason: `what the project itself asks for is not known: there is no ${path}` }]
	};
	try {
		return {
			manifest: readComposerManifest(path, text),
			text,
			problems
		};
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		return {
			text,
			problems: [unknownFit(path, error.message)]
		};
	}
}
function staleness(path, manifest, text, lock, targets) {
	const missing = [...manifest.require.keys(), ...manifest.requireDev.keys()].filter((name) => targets.find(name).length === 0 && !manifest.provides.has(name)).map((name) => `${name} is not locked`);
	if (missing.length > 0) return staleProblems(path, missing);
	const now = lock.contentHash === void 0 ? lock.fileHash && createHash("md5").update(text).digest("hex") : contentHash(manifest.json, text);
	const then = lock.contentHash ?? lock.fileHash;
	if (now === void 0 || then === void 0 || now === then) return [];
	return [{
		kind: "stale",
		item: path,
		reason: "it was changed after the lockfile was written (its content-hash is another)",
		identity: ""
	}];
}
async function memberManifests(input, nodes, targets) {
	const found = [];
	for (const { firstParty, installPath } of nodes) {
		if (!firstParty || installPath === void 0) continue;
		const path = installPath === "" ? "composer.json" : `${installPath}/composer.json`;
		const { manifest } = await manifestOf(path, input);
		const isLocked = [...manifest?.require.keys() ?? [], ...manifest?.requireDev.keys() ?? []].every((name) => targets.find(name).length > 0 || manifest?.provides.has(name));
		if (manifest !== void 0 && isLocked) found.push(path);
	}
	return found;
}

export { readComposerLock };