import "./rolldown-runtime.js";
import { a as semverRange } from "./purl.js";
import { n as fromLockfileFolder } from "./inventory-paths.js";
import { a as manifestsOf, c as isAbsolutePath, i as sourceParts, l as linkedNode, n as staleOf, o as readMembers, s as lockGraph, t as isPeerAlone, u as normalFolder } from "./inventory-ecosystems-npm-lock-graph-stale.js";
import { a as wantedBy, u as workspaceMatcher } from "./inventory-ecosystems-npm-source.js";
import { i as splitAtVersion, r as isPackageName } from "./inventory-ecosystems-npm-package-lock-fields.js";
import { Ct as isRecord, Q as UsageError } from "./core.js";

// packages/inventory/src/ecosystems/npm/workspace-folders.ts
function workspaceFolders({ path, paths }, patterns) {
	const folders = [];
	const unknown = [];
	if (patterns.length === 0) return {
		folders,
		unknown
	};
	const membershipOf = workspaceMatcher(patterns);
	const base = fromLockfileFolder(path, "") ?? "";
	const start = base === "" ? "" : `${base}/`;
	for (const each of paths) {
		if (!each.endsWith("/package.json") || !each.startsWith(start)) continue;
		const folder = each.slice(start.length, -13);
		if (folder === "" || each.length <= start.length + 12) continue;
		const membership = membershipOf(folder);
		if (membership === "member") folders.push(folder);
		else if (membership === "unknown") unknown.push(folder);
	}
	return {
		folders: folders.sort(),
		unknown: unknown.sort()
	};
}

// packages/inventory/src/ecosystems/npm/yarn-classic/links.ts
async function linkedFolders(input, members, problems) {
	const byFolder = new Map(members.map(({ folder, node }) => [folder, node]));
	const links = /* @__PURE__ */ new Map();
	for (const { manifest } of members) {
		if (manifest === void 0) continue;
		for (const [name, { range }] of wantedBy(manifest.entry)) {
			if (!range.startsWith("link:") || links.has(range)) continue;
			const path = range.slice(5);
			const isAway = isAbsolutePath(path);
			const folder = normalFolder("", path);
			const key = isAway ? `link:${name}` : `link:${folder}`;
			const found = byFolder.get(isAway ? path : folder);
			links.set(range, found ?? await linkedNode(input, {
				key,
				path: isAway ? void 0 : folder,
				name
			}, problems));
		}
	}
	return links;
}

// packages/inventory/src/ecosystems/npm/yarn-classic/nodes.ts
function entryNode(entry) {
	const [selector = ""] = entry.selectors;
	const name = entry.fields.get("name") ?? realName(selector);
	const version = entry.fields.get("version");
	const { address, digest } = resolvedParts(entry.fields.get("resolved"));
	const { problems, ...parts } = address === void 0 && /@(?:file|link):/.test(selector) ? {
		artifacts: [],
		problems: []
	} : sourceParts({
		name,
		version,
		resolved: address,
		integrity: entry.fields.get("integrity") ?? digest
	}, void 0);
	const node = {
		key: selector,
		name,
		version,
		line: entry.line,
		firstParty: false,
		flags: [],
		...parts
	};
	return {
		node,
		problems: [
			...problems,
			...version === void 0 && !problems.includes(NO_VERSION) ? [NO_VERSION] : [],
			...isPackageName(name) ? [] : ["its name is no package name"]
		].map((reason) => ({
			node,
			reason
		}))
	};
}
const NO_VERSION = "the entry has no version";
function realName(selector) {
	const { name, rest } = splitAtVersion(selector) ?? {
		name: selector,
		rest: ""
	};
	if (!rest.startsWith("npm:")) return name;
	const target = rest.slice(4);
	return splitAtVersion(target)?.name ?? (/^[@a-z]/i.test(target) ? target : name);
}
function resolvedParts(resolved) {
	const [, before = "", sha1] = /^([^#]*)#([0-9a-f]{40})$/.exec(resolved ?? "") ?? [];
	const isArchive = sha1 !== void 0 && !/^(?:git|ssh)/.test(before) && !/\.git$/.test(before);
	const isGit = /^https?:[^#]*\.git#/.test(resolved ?? "");
	const address = isArchive ? before : isGit ? `git+${resolved}` : resolved;
	return {
		address: address !== void 0 && /^[^:/]+\.(?:tgz|tar\.gz)$/.test(address) ? void 0 : address,
		digest: isArchive ? `sha1-${Buffer.from(sha1, "hex").toString("base64")}` : void 0
	};
}

// packages/inventory/src/ecosystems/npm/yarn-classic/parse.ts
function parseClassic(path, text) {
	const version = /^# yarn lockfile v(\S{1,20})\s*$/m.exec(text)?.[1] ?? "1";
	if (version !== "1") throw new UsageError(`${path} is a Yarn lockfile of the version ${JSON.stringify(version)}; 1 is known`);
	const entries = [];
	const odd = [];
	let entry;
	let block;
	let line = 0;
	for (const whole of text.split("\n")) {
		line += 1;
		const content = whole.trim();
		if (content === "" || content.startsWith("#")) continue;
		const indent = whole.length - whole.trimStart().length;
		const problem = (reason) => odd.push({
			line,
			reason,
			selector: entry?.selectors[0]
		});
		if (indent === 0) {
			const selectors = readSelectors(content);
			block = void 0;
			entry = selectors === void 0 ? void 0 : openEntry(selectors, line);
			if (entry === void 0) problem("the line is no entry");
			else entries.push(entry);
			continue;
		}
		if (entry === void 0) {
			problem("the line belongs to no entry");
			continue;
		}
		if (indent === 2 && content.endsWith(":")) {
			block = blockOf(entry, content.slice(0, -1));
			if (block === void 0) problem(`\`${content.slice(0, 50)}\` is not known`);
			continue;
		}
		const target = indent === 2 ? entry.fields : indent === 4 ? block : void 0;
		const pair = readPair(content);
		if (target === void 0 || pair === void 0) problem("the line is no field");
		else if (target.has(pair.key)) problem(`\`${pair.key}\` stands there twice`);
		if (target !== void 0 && pair !== void 0) target.set(pair.key, pair.value);
		if (indent === 2) block = void 0;
	}
	if (entries.length === 0 && odd.length > 0) throw new UsageError(`${path} is no Yarn lockfile: line ${odd[0]?.line} is no entry`);
	return {
		entries,
		odd
	};
}
function openEntry(selectors, line) {
	const [fields, dependencies, optionalDependencies] = [
		/* @__PURE__ */ new Map(),
		/* @__PURE__ */ new Map(),
		/* @__PURE__ */ new Map()
	];
	return {
		selectors,
		line,
		fields,
		dependencies,
		optionalDependencies
	};
}
function blockOf(entry, name) {
	if (name === "dependencies") return entry.dependencies;
	return name === "optionalDependencies" ? entry.optionalDependencies : void 0;
}
function readSelectors(content) {
	const selectors = [];
	let at = 0;
	for (;;) {
		const { text, after } = readText(content, at, ",:");
		if (text === void 0 || text === "") return void 0;
		selectors.push(text);
		if (content[after] === ",") at = skipBlanks(content, after + 1);
		else return content[after] === ":" && after + 1 === content.length ? selectors : void 0;
	}
}
function readPair(content) {
	const { text: key, after } = readText(content, 0, " ");
	const start = skipBlanks(content, after);
	if (key === void 0 || key === "" || start === after) return void 0;
	if (content[start] !== "\"") return {
		key,
		value: content.slice(start)
	};
	const { text: value, after: end } = readText(content, start, "");
	return value === void 0 || end !== content.length ? void 0 : {
		key,
		value
	};
}
function readText(content, start, stops) {
	if (content[start] !== "\"") {
		let at = start;
		while (at < content.length && !stops.includes(content.charAt(at))) at++;
		return {
			text: content.slice(start, at),
			after: at
		};
	}
	let close = content.indexOf("\"", start + 1);
	while (close >= 0 && isEscaped(content, close)) close = content.indexOf("\"", close + 1);
	if (close < 0) return {
		text: void 0,
		after: content.length
	};
	return {
		text: unquote(content.slice(start, close + 1)),
		after: close + 1
	};
}
function isEscaped(content, at) {
	let backslashes = 0;
	while (content[at - 1 - backslashes] === "\\") backslashes++;
	return backslashes % 2 === 1;
}
function unquote(quoted) {
	if (!quoted.includes("\\")) return quoted.slice(1, -1);
	try {
		return JSON.parse(quoted);
	} catch {
		return;
	}
}
function skipBlanks(content, start) {
	let at = start;
	while (content[at] === " ") at++;
	return at;
}

// packages/inventory/src/ecosystems/npm/yarn-classic/resolutions.ts
function resolutionDifferences(project, bySelector) {
	const manifest = project?.manifest;
	const resolutions = manifest?.json["resolutions"];
	if (manifest === void 0 || project === void 0 || !isRecord(resolutions)) return [];
	const locked = new Set([...bySelector.keys()].map((selector) => selector.slice(0, selector.indexOf("@", 1))));
	const differences = Object.entries(resolutions).flatMap(([pattern, range]) => {
		const name = /(?:^|\/)((?:@[^/]+\/)?[^/]+)$/.exec(pattern)?.[1];
		if (name === void 0 || typeof range !== "string" || !locked.has(name)) return [];
		return bySelector.has(`${name}@${range}`) ? [] : [`${name} is not locked for ${range}, as \`resolutions\` want it`];
	});
	return staleOf(manifest.path, project.node, differences);
}

// packages/inventory/src/ecosystems/npm/yarn-classic/read.ts
async function readClassicLock(input) {
	const { entries, odd } = parseClassic(input.path, input.text);
	const problems = odd.map(({ line, reason, selector }) => ({
		line,
		reason,
		...selector === void 0 ? {} : { item: selector }
	}));
	const members = await membersOf(input, problems);
	const nodes = /* @__PURE__ */ new Map();
	const bySelector = /* @__PURE__ */ new Map();
	for (const entry of entries) {
		const { node, problems: found } = entryNode(entry);
		nodes.set(entry, node);
		problems.push(...found);
		for (const selector of entry.selectors) {
			if (bySelector.has(selector)) problems.push({
				node,
				reason: `${selector} stands in the lockfile more than once`
			});
			bySelector.set(selector, node);
		}
	}
	const resolve = resolver(bySelector, members);
	const links = await linkedFolders(input, members, problems);
	const edges = [...members.flatMap((member) => memberEdges(input, member, resolve, links, problems)), ...[...nodes].flatMap(([entry, node]) => entryEdges(entry, node, resolve, problems))];
	if (input.compareManifests) problems.push(...resolutionDifferences(members[0], bySelector));
	return lockGraph({
		path: input.path,
		format: "yarn-lock",
		roots: members.map(({ node }) => node),
		nodes: [
			...members.map(({ node }) => node),
			...nodes.values(),
			...new Set(links.values())
		],
		edges,
		problems,
		covers: [...manifestsOf(input.path, members), ...folderManifests(input.path, entries)]
	});
}
async function membersOf(input, problems) {
	const root = await readMembers(input, [{
		folder: "",
		key: "."
	}], true);
	const [project] = root.members;
	const path = fromLockfileFolder(input.path, "package.json");
	problems.push(...root.problems);
	if (project?.manifest === void 0) {
		if (root.problems.length === 0) problems.push({ reason: `what the project itself asks for is not known: there is no ${path}` });
		return [];
	}
	const patterns = project.manifest.entry.workspaces.filter((each) => !each.startsWith("!"));
	const { folders, unknown } = workspaceFolders(input, patterns);
	for (const folder of unknown) problems.push({ reason: `nobody can say whether ${folder} is a member of the workspace` });
	const stated = folders.map((folder) => ({
		folder,
		key: folder
	}));
	const { members, problems: unread } = await readMembers(input, stated, true);
	problems.push(...unread);
	return [project, ...members];
}
function resolver(bySelector, members) {
	const byName = new Map(members.map(({ node }) => [node.name, node]));
	return (name, range) => {
		const member = byName.get(name);
		if (member?.version !== void 0 && semverRange(range)?.(member.version) === true) return member;
		return bySelector.get(`${name}@${range}`) ?? (range === "" ? bySelector.get(name) ?? bySelector.get(`${name}@*`) : void 0) ?? member;
	};
}
function memberEdges(input, member, resolve, links, problems) {
	const { node: from, manifest } = member;
	if (manifest === void 0) return [];
	const missing = [];
	const edges = [];
	for (const [name, { kind, range }] of wantedBy(manifest.entry)) {
		if (isPeerAlone(manifest.entry, name)) continue;
		const to = range.startsWith("link:") ? links.get(range) : resolve(name, range);
		if (to === void 0) missing.push(`${name} is not locked for ${range || "any version"}`);
		else edges.push({
			from,
			to,
			kind,
			name,
			range
		});
	}
	if (input.compareManifests) problems.push(...staleOf(manifest.path, from, missing));
	return edges;
}
function entryEdges({ dependencies, optionalDependencies }, from, resolve, problems) {
	const edges = [];
	const add = (name, range, kind) => {
		const to = resolve(name, range);
		if (to !== void 0) edges.push({
			from,
			to,
			kind,
			name,
			range
		});
		else problems.push({
			node: from,
			reason: `its dependency ${name} is not in the lockfile`
		});
	};
	for (const [name, range] of dependencies) if (!optionalDependencies.has(name)) add(name, range, "runtime");
	for (const [name, range] of optionalDependencies) add(name, range, "optional");
	return edges;
}
function folderManifests(path, entries) {
	return entries.flatMap(({ selectors: [selector = ""], fields }) => {
		const folder = /@file:(.+)$/.exec(selector)?.[1];
		if (folder === void 0 || fields.has("resolved") || isAbsolutePath(folder)) return [];
		return fromLockfileFolder(path, `${folder}/package.json`) ?? [];
	});
}

export { readClassicLock };