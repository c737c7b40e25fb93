import "./rolldown-runtime.js";
import { Q as UsageError, i as plural } from "./core.js";
import { n as fromLockfileFolder, t as folderOf } from "./inventory-paths.js";
import { o as buildPurl } from "./purl.js";
import { t as firstPartyPurl } from "./inventory-origin.js";
import { t as sortedEdges } from "./inventory-sorted-edges.js";
import { n as scopesFrom } from "./inventory-reachability.js";

// packages/inventory/src/ecosystems/golang/edges.ts
function drawEdges(members, modules, cached) {
	const byPath = new Map(modules.map((module) => [module.path, module]));
	const own = new Map(members.flatMap(({ mod }) => mod.module === void 0 ? [] : [[mod.module, mod]]));
	const edges = [];
	const problems = [];
	const add = (from, to, kind, requirement) => {
		const target = byPath.get(to);
		if (from === to || target === void 0 && !own.has(to)) return;
		const alias = target === void 0 || target.name === to ? {} : { alias: to };
		edges.push({
			from,
			to,
			kind,
			requirement,
			...alias
		});
	};
	for (const { mod } of members) {
		const from = mod.module ?? "";
		const ownerless = [];
		for (const { path, version, isIndirect } of mod.requirements.values()) if (!isIndirect) add(from, path, "runtime", version);
		for (const { path, line } of mod.tools) {
			const owner = ownerOf(path, (each) => mod.requirements.has(each) || own.has(each));
			if (owner !== void 0) add(from, owner, "development", mod.requirements.get(owner)?.version ?? "");
			else ownerless.push(line);
		}
		const [line] = ownerless;
		if (line !== void 0) {
			const reason = `no module that is asked for has the tool at line ${line}${ownerless.length === 1 ? "" : `, nor ${plural(ownerless.length - 1, "other tool")}`}`;
			problems.push({
				line,
				kind: "stale",
				reason
			});
		}
	}
	for (const { path, mod } of modules) for (const each of mod?.requirements.values() ?? []) if (!each.isIndirect) add(path, each.path, "runtime", each.version);
	const ownPaths = /* @__PURE__ */ new Set([...own.keys(), ...modules.flatMap(({ path, mod }) => mod === void 0 ? [] : [path])]);
	const direct = new Set(edges.filter(({ from }) => ownPaths.has(from)).map(({ to }) => to));
	if (cached === void 0) return {
		edges,
		direct,
		development: toolsAlone(edges),
		problems
	};
	for (const { path, name, version } of modules) {
		const needs = cached.get(`${name}@${version}`) ?? /* @__PURE__ */ new Map();
		for (const [to, each] of needs) add(path, to, "runtime", each.version);
	}
	const scopes = scopesFrom([...own.keys()], edges);
	const development = new Set([...scopes].filter(([, scope]) => scope === "development").map(([path]) => path));
	for (const { path, asked } of modules) {
		if (scopes.has(path)) continue;
		const asking = members.filter(({ mod }) => mod.requirements.has(path));
		for (const { mod } of asking.length === 0 ? members.slice(0, 1) : asking) add(mod.module ?? "", path, "runtime", asked);
	}
	return {
		edges,
		direct,
		development,
		problems
	};
}
function ownerOf(tool, has) {
	for (let path = tool; path !== ""; path = folderOf(path)) if (has(path)) return path;
}
function toolsAlone(edges) {
	const runtime = new Set(edges.filter(({ kind }) => kind === "runtime").map(({ to }) => to));
	return new Set(edges.map(({ to }) => to).filter((to) => !runtime.has(to)));
}

// packages/inventory/src/ecosystems/golang/directives.ts
function readDirectives(text) {
	const directives = [];
	const problems = [];
	let block;
	for (const [index, content] of text.split("\n").entries()) {
		const line = index + 1;
		const read = readLine(content);
		if (read === void 0) {
			problems.push({
				line,
				reason: `line ${line} is no directive`
			});
			continue;
		}
		const { words, comment } = read;
		const [verb, ...rest] = words;
		if (verb === void 0) continue;
		if (block !== void 0) {
			if (verb === ")" && rest.length === 0) block = void 0;
			else if (words.some(isParenthesis)) problems.push({
				line,
				reason: `line ${line} is no directive`
			});
			else directives.push({
				verb: block.verb,
				words,
				comment,
				line
			});
		} else if (rest.length === 1 && rest[0] === "(") block = {
			verb,
			line
		};
		else if (rest.length === 2 && rest[0] === "(" && rest[1] === ")") continue;
		else if (words.some(isParenthesis)) problems.push({
			line,
			reason: `line ${line} is no directive`
		});
		else directives.push({
			verb,
			words: rest,
			comment,
			line
		});
	}
	if (block !== void 0) {
		const reason = `the block that starts at line ${block.line} has no end`;
		problems.push({
			line: block.line,
			reason
		});
	}
	return {
		directives,
		problems
	};
}
function isParenthesis(word) {
	return word === "(" || word === ")";
}
const WORD = /\s*(?:(\/\/.*)|("(?:[^"\\]|\\.)*"|`[^`]*`)|([()])|((?:(?!\/\/)[^\s()"`])+))/y;
const MAX_LINE = 4096;
function readLine(content) {
	const text = content.trim();
	if (text.startsWith("//")) return {
		words: [],
		comment: text.slice(2).trim()
	};
	if (text.length > MAX_LINE) return void 0;
	const words = [];
	WORD.lastIndex = 0;
	while (WORD.lastIndex < text.length) {
		const match = WORD.exec(text);
		if (match === null) return void 0;
		const [, comment, quoted, parenthesis, plain] = match;
		if (comment !== void 0) return {
			words,
			comment: comment.slice(2).trim()
		};
		words.push(quoted === void 0 ? parenthesis ?? plain ?? "" : unquoted(quoted));
	}
	return {
		words,
		comment: ""
	};
}
function unquoted(text) {
	const inside = text.slice(1, -1);
	return text.startsWith("`") ? inside : inside.replace(/\\(.)/g, "$1");
}

// packages/inventory/src/ecosystems/golang/version.ts
const VERSION = /^v(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;
function isGoVersion(text) {
	return VERSION.test(text);
}
function compareGoVersions(a, b) {
	const [one, other] = [VERSION.exec(a), VERSION.exec(b)];
	if (one === null || other === null) return Number(one !== null) - Number(other !== null);
	for (const index of [
		1,
		2,
		3
	]) {
		const difference = compareNumbers(one[index] ?? "0", other[index] ?? "0");
		if (difference !== 0) return difference;
	}
	return comparePreReleases(one[4], other[4]);
}
function compareNumbers(a, b) {
	const [one, other] = [a.replace(/^0+(?=\d)/, ""), b.replace(/^0+(?=\d)/, "")];
	return one.length - other.length || compareText(one, other);
}
function compareText(a, b) {
	return a === b ? 0 : a < b ? -1 : 1;
}
function comparePreReleases(a, b) {
	if (a === void 0 || b === void 0) return Number(a === void 0) - Number(b === void 0);
	const [one, other] = [a.split("."), b.split(".")];
	for (let index = 0; index < Math.min(one.length, other.length); index++) {
		const [left = "", right = ""] = [one[index], other[index]];
		const [isNumber, isOther] = [/^\d+$/.test(left), /^\d+$/.test(right)];
		const difference = isNumber && isOther ? compareNumbers(left, right) : isNumber === isOther ? compareText(left, right) : Number(isOther) - Number(isNumber);
		if (difference !== 0) return difference;
	}
	return one.length - other.length;
}

// packages/inventory/src/ecosystems/golang/mod-file.ts
const NO_MATTER$1 = /* @__PURE__ */ new Set([
	"toolchain",
	"godebug",
	"retract",
	"ignore"
]);
function parseGoMod(text) {
	const { directives, problems: broken } = readDirectives(text);
	const problems = [...broken];
	const requirements = /* @__PURE__ */ new Map();
	const replacements = [];
	const excluded = /* @__PURE__ */ new Set();
	const tools = [];
	let go = "1.16";
	let module;
	let moduleLine;
	for (const directive of directives) {
		const { verb, words, line } = directive;
		const [first = "", second = ""] = words;
		if (verb === "module" && isModulePath(first) && module === void 0) {
			module = first;
			moduleLine = line;
		} else if (verb === "go" && /^\d+\.\d+/.test(first)) go = first;
		else if (verb === "require" && isModulePath(first) && second !== "") addRequirement(requirements, directive, problems);
		else if (verb === "replace" && readReplacement(words) !== void 0) {
			const replacement = readReplacement(words);
			if (replacement !== void 0) replacements.push(replacement);
		} else if (verb === "exclude" && second !== "") excluded.add(`${first}@${second}`);
		else if (verb === "tool" && isModulePath(first)) tools.push({
			path: first,
			line
		});
		else if (!NO_MATTER$1.has(verb)) problems.push(notUnderstood(directive));
	}
	const isEmpty = directives.length + broken.length === 0;
	const found = inOne(problems);
	return {
		module,
		moduleLine,
		go,
		requirements,
		replacements,
		excluded,
		tools,
		problems: found,
		isEmpty
	};
}
const MAX_LINES = 5;
function inOne(problems) {
	const lines = problems.filter(({ key, line }) => key === void 0 && line !== void 0);
	if (lines.length <= MAX_LINES) return problems;
	const [first] = lines;
	const reason = `${lines.length} lines from line ${first?.line} on are not understood`;
	return [...problems.filter(({ key, line }) => key !== void 0 || line === void 0), {
		line: first?.line,
		reason
	}];
}
function notUnderstood({ verb, line }) {
	return {
		line,
		reason: `${/^[a-z]{1,20}$/.test(verb) ? `the directive \`${verb}\`` : "a directive"} at line ${line} is not understood`
	};
}
function addRequirement(requirements, { words: [path = "", version = ""], comment, line }, problems) {
	if (!isGoVersion(version)) {
		const reason = `line ${line} names no version of the form that Go writes`;
		problems.push({
			key: path,
			line,
			reason
		});
	}
	const isIndirect = /^indirect(?:;|\s|$)/.test(comment);
	const known = requirements.get(path);
	if (known === void 0) {
		requirements.set(path, {
			path,
			version,
			isIndirect,
			line
		});
		return;
	}
	const highest = compareGoVersions(version, known.version) > 0 ? {
		version,
		line
	} : known;
	const both = isIndirect && known.isIndirect;
	requirements.set(path, {
		path,
		version: highest.version,
		isIndirect: both,
		line: highest.line
	});
	if (version !== known.version) {
		const reason = `it is asked for as ${known.version} and ${version}; the higher one was taken`;
		problems.push({
			key: path,
			line,
			kind: "stale",
			reason
		});
	}
}
function readReplacement(words) {
	const arrow = words.indexOf("=>");
	const [path, version, ...more] = words.slice(0, Math.max(arrow, 0));
	const [target, targetVersion, ...rest] = words.slice(arrow + 1);
	if (path === void 0 || target === void 0 || more.length + rest.length > 0) return void 0;
	if (targetVersion === void 0 ? !isFolder(target) : !isModulePath(target)) return void 0;
	return {
		path,
		version,
		by: {
			path: target,
			version: targetVersion
		}
	};
}
function isFolder(path) {
	return /^(?:\.{1,2}(?:[\\/]|$)|[\\/]|[A-Za-z]:)/.test(path);
}
function isModulePath(path) {
	if (path.length > 500 || /(?:^|\/)\.+(?:\/|$)/.test(path)) return false;
	return /^[\p{L}\d][\p{L}\d._~+-]*(?:\/[\p{L}\d._~+!-]+)*$/u.test(path);
}
function listsIndirect({ go }) {
	const [major = 1, minor = 0] = go.split(".").map((part) => Number.parseInt(part, 10));
	return major > 1 || minor >= 17;
}

// packages/inventory/src/ecosystems/golang/module-cache.ts
const FILE = /^(.*\/)?cache\/download\/.+\/@v\/[^/]+\.mod$/;
const found = /* @__PURE__ */ new WeakMap();
function cacheIn(everyPath) {
	const known = found.get(everyPath);
	if (known !== void 0) return known;
	const file = everyPath.find((path) => path.endsWith(".mod") && FILE.test(path));
	const folder = file === void 0 ? null : `${FILE.exec(file)?.[1] ?? ""}cache/download/`;
	found.set(everyPath, folder);
	return folder;
}
async function cachedNeeds(modules, { everyPath, readText }) {
	const cache = cacheIn(everyPath);
	if (cache === null) return void 0;
	const needs = /* @__PURE__ */ new Map();
	for (const { name, version } of modules) {
		const text = await readText(`${cache}${escaped(name)}/@v/${escaped(version)}.mod`);
		if (text === void 0) return void 0;
		const direct = [...parseGoMod(text).requirements].filter(([, { isIndirect }]) => !isIndirect);
		needs.set(`${name}@${version}`, new Map(direct));
	}
	return needs;
}
function escaped(text) {
	return text.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}

// packages/inventory/src/ecosystems/golang/place.ts
function placeOf(file, path) {
	const text = path.replaceAll("\\", "/");
	if (/^(?:\/|[A-Za-z]:)/.test(text)) return null;
	return fromLockfileFolder(file, text) ?? null;
}

// packages/inventory/src/ecosystems/golang/modules.ts
async function selectModules(members, replacements, vendored, input) {
	const own = new Set(members.map(({ mod }) => mod.module));
	const asked = /* @__PURE__ */ new Map();
	const take = (each) => {
		const known = asked.get(each.path);
		if (known === void 0 || compareGoVersions(each.version, known.version) > 0) asked.set(each.path, each);
	};
	for (const { path: file, mod } of members) for (const { path, version, line } of mod.requirements.values()) if (!own.has(path)) take({
		path,
		version,
		line,
		file
	});
	for (const { path, version, line, hasPackages } of vendored?.modules.values() ?? []) if (!asked.has(path) && hasPackages && !own.has(path) && vendored !== void 0) take({
		path,
		version,
		line,
		file: vendored.path
	});
	const byVersion = new Map(replacements.toReversed().map((each) => [each.version === void 0 ? each.path : `${each.path}@${each.version}`, each]));
	const problems = [];
	const modules = [];
	for (const each of asked.values()) {
		const placed = byVersion.get(`${each.path}@${each.version}`) ?? byVersion.get(each.path);
		modules.push(await toModule(each, placed, input, problems));
		if (members.some(({ mod }) => mod.excluded.has(`${each.path}@${each.version}`))) {
			const reason = `${each.version} is asked for and excluded`;
			problems.push({
				key: each.path,
				line: each.line,
				kind: "stale",
				reason
			});
		}
	}
	return {
		modules,
		problems
	};
}
async function toModule(asked, placed, input, problems) {
	const { path, version, line, file } = asked;
	const plain = {
		path,
		asked: version,
		by: placed?.by,
		file,
		line,
		folder: void 0,
		mod: void 0
	};
	if (placed === void 0) return {
		...plain,
		name: path,
		version
	};
	const { by } = placed;
	if (by.version !== void 0) return {
		...plain,
		name: by.path,
		version: by.version
	};
	const folder = placeOf(placed.file, by.path);
	const mod = folder === null ? void 0 : await readMod(folder, input, problems);
	if (folder === null) problems.push({
		key: path,
		line,
		reason: "it is a folder outside the repository"
	});
	else if (mod === void 0) problems.push({
		key: path,
		line,
		kind: "stale",
		reason: `its folder ${folder || "."} has no go.mod`
	});
	return {
		...plain,
		name: mod?.module ?? path,
		version: void 0,
		folder,
		mod
	};
}
async function readMod(folder, { readText }, problems) {
	const path = modIn(folder);
	try {
		const text = await readText(path);
		return text === void 0 ? void 0 : parseGoMod(text);
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		problems.push({ reason: `${path} can't be read: ${error.message}` });
		return;
	}
}
function modIn(folder) {
	return folder === "" ? "go.mod" : `${folder}/go.mod`;
}

// packages/inventory/src/ecosystems/golang/sums.ts
const MAX_NAMED$1 = 5;
const ADVICE = "Run `go mod tidy` and commit `go.mod` and `go.sum`.";
async function readSums(paths, { readText }) {
	let known;
	for (const path of paths) {
		const text = await readText(path);
		if (text === void 0) continue;
		known ??= /* @__PURE__ */ new Set();
		for (const [, module] of text.matchAll(/^(\S+ \S+)\/go\.mod h1:/gm)) known.add(module ?? "");
	}
	return known;
}
async function sumProblems(paths, modules, input) {
	if (modules.length === 0) return [];
	const known = await readSums(paths, input);
	if (known === void 0) return [{
		kind: "stale",
		reason: "no go.sum lies beside it, so nothing says what its modules must be",
		advice: ADVICE
	}];
	const missing = modules.map(({ name, version }) => `${name} ${version}`).filter((each) => !known.has(each)).sort();
	if (missing.length === 0) return [];
	const more = missing.length > MAX_NAMED$1 ? ` and ${plural(missing.length - MAX_NAMED$1, "other module")}` : "";
	return [{
		kind: "stale",
		reason: `go.sum has no checksum of ${missing.slice(0, MAX_NAMED$1).join(", ")}${more}`,
		identity: missing.join("\n"),
		advice: ADVICE
	}];
}

// packages/inventory/src/ecosystems/golang/vendored.ts
const MAX_NAMED = 5;
async function readVendored(input) {
	const path = fromLockfileFolder(input.path, "vendor/modules.txt");
	const text = path === void 0 ? void 0 : await input.readText(path);
	if (path === void 0 || text === void 0) return void 0;
	const modules = /* @__PURE__ */ new Map();
	let last;
	for (const [index, content] of text.split("\n").entries()) {
		const [mark, ...words] = content.trim().split(/\s+/);
		if (mark === "#") {
			const [module = "", version = ""] = words;
			last = isGoVersion(version) && isModulePath(module) ? module : void 0;
			if (last === void 0 || modules.has(module)) continue;
			const by = readReplacement(words)?.by;
			const facts = {
				isExplicit: false,
				hasPackages: false,
				line: index + 1
			};
			modules.set(module, {
				path: module,
				version,
				by,
				...facts
			});
			continue;
		}
		const known = last === void 0 ? void 0 : modules.get(last);
		if (known === void 0 || mark === "") continue;
		if (mark !== "##") modules.set(known.path, {
			...known,
			hasPackages: true
		});
		else if (/^explicit;?$/.test(words[0] ?? "")) modules.set(known.path, {
			...known,
			isExplicit: true
		});
	}
	return {
		path,
		modules
	};
}
function vendorProblems(beside, { path, modules }, wanted) {
	const shown = (by) => {
		if (by?.version !== void 0) return `${by.path} ${by.version}`;
		return by === void 0 ? "" : placeOf(beside, by.path) ?? "outside";
	};
	const differences = [];
	const names = new Set(wanted.map((each) => each.path));
	for (const each of wanted) {
		const found = modules.get(each.path);
		if (found === void 0) differences.push(`${each.path} is not in it`);
		else if (found.version !== each.version) differences.push(`${each.path} is ${found.version} in it`);
		else if (shown(found.by) !== each.replacedBy) differences.push(`${each.path} is replaced otherwise in it`);
	}
	for (const each of modules.values()) if (each.isExplicit && !names.has(each.path)) differences.push(`${each.path} is no longer asked for`);
	if (differences.length === 0) return [];
	const sorted = differences.toSorted();
	const more = sorted.length - MAX_NAMED;
	const rest = more > 0 ? ` and ${plural(more, "more difference")}` : "";
	return [{
		kind: "stale",
		reason: `${path} does not fit it: ${sorted.slice(0, MAX_NAMED).join(", ")}${rest}`,
		identity: sorted.join("\n"),
		advice: "Run `go mod vendor` and commit the folder."
	}];
}

// packages/inventory/src/ecosystems/golang/graph.ts
async function goGraph(input, project) {
	const { path, compareManifests } = input;
	const { members, replacements, format } = project;
	const vendored = await readVendored(input);
	const { modules, problems } = await selectModules(members, replacements, vendored, input);
	const downloaded = modules.flatMap(({ name, version }) => version === void 0 ? [] : [{
		name,
		version
	}]);
	const cached = await cachedNeeds(downloaded, input);
	const drawn = drawEdges(members, modules, cached);
	const fit = vendored === void 0 ? await sumProblems(project.sums, downloaded, input) : vendorProblems(path, vendored, explicit(members, modules));
	const idOf = (module) => `${path}#${module}`;
	const own = members.map((member) => memberComponent(member, input, members.length === 1));
	const components = [...own, ...modules.map((module) => toComponent(module, drawn, input))].sort((a, b) => a.id < b.id ? -1 : 1);
	return {
		path,
		format,
		ecosystem: "golang",
		roots: own.map(({ id }) => id),
		components,
		edges: sortedEdges(drawn.edges.map((edge) => ({
			...edge,
			from: idOf(edge.from),
			to: idOf(edge.to)
		}))),
		edgeCompleteness: cached === void 0 ? "direct" : "complete",
		covers: members.map((member) => member.path).sort(),
		gaps: toGaps(path, new Set(components.map(({ id }) => id)), [
			...project.problems,
			...problems,
			...vendored === void 0 ? unlisted(members) : [],
			...compareManifests ? [...drawn.problems, ...fit] : []
		])
	};
}
function explicit(members, modules) {
	const asked = new Set(members.flatMap(({ mod }) => [...mod.requirements.keys()]));
	return modules.filter(({ path }) => asked.has(path)).map(({ path, asked: version, by, folder }) => {
		const other = by?.version === void 0 ? "" : `${by.path} ${by.version}`;
		return {
			path,
			version,
			replacedBy: folder === null ? "outside" : folder ?? other
		};
	});
}
function unlisted(members) {
	return members.filter(({ mod }) => mod.requirements.size > 0 && !listsIndirect(mod)).map(({ path, mod }) => ({
		reason: `${path} is for Go ${mod.go}: before 1.17 it leaves out what its dependencies need`,
		identity: `unlisted ${path}`,
		advice: "Run `go mod tidy -go=1.17` or later, or commit the folder that `go mod vendor` writes."
	}));
}
function memberComponent({ path, folder, mod }, input, isAlone) {
	const name = mod.module ?? (folder.slice(folder.lastIndexOf("/") + 1) || "module");
	const isMain = isAlone || folder === folderOf(input.path);
	return {
		id: `${input.path}#${mod.module ?? ""}`,
		name,
		kind: isMain ? "application" : "library",
		ecosystem: "golang",
		purl: firstPartyPurl(input.origin, name, void 0, folder),
		firstParty: true,
		scope: "runtime",
		direct: false,
		artifacts: [],
		location: {
			path,
			...mod.moduleLine === void 0 ? {} : { startLine: mod.moduleLine }
		},
		...folder === "" ? {} : { installPath: folder },
		aliases: [],
		flags: []
	};
}
function toComponent(module, { direct, development }, input) {
	const { path, name, version, folder, mod, file, line } = module;
	const firstParty = typeof folder === "string" && mod !== void 0;
	const purl = firstParty ? firstPartyPurl(input.origin, name, void 0, folder) : version === void 0 ? void 0 : goPurl(name, version);
	return {
		id: `${input.path}#${path}`,
		name,
		...version === void 0 ? {} : { version },
		kind: "library",
		ecosystem: "golang",
		...purl === void 0 ? {} : { purl },
		firstParty,
		scope: development.has(path) ? "development" : "runtime",
		direct: direct.has(path),
		artifacts: [],
		location: {
			path: file,
			startLine: line
		},
		...firstParty && folder !== "" ? { installPath: folder } : {},
		aliases: name === path ? [] : [path],
		flags: []
	};
}
function goPurl(name, version) {
	const slash = name.lastIndexOf("/");
	return buildPurl({
		type: "golang",
		namespace: name.slice(0, Math.max(slash, 0)),
		name: name.slice(slash + 1),
		version
	});
}
function toGaps(path, ids, problems) {
	const gaps = problems.map(({ key, line, reason, kind = "entry", identity, advice }) => ({
		kind,
		item: key ?? path,
		reason,
		location: {
			path,
			...line === void 0 ? {} : { startLine: line }
		},
		...ids.has(`${path}#${key}`) ? { componentId: `${path}#${key}` } : {},
		...identity === void 0 ? {} : { identity },
		advice: advice ?? "Run `go mod tidy` and commit what it changes."
	}));
	return [...new Map(gaps.map((gap) => [`${gap.item}\0${gap.reason}`, gap]))].sort(([a], [b]) => a < b ? -1 : 1).map(([, gap]) => gap);
}

// packages/inventory/src/ecosystems/golang/work-file.ts
const NO_MATTER = /* @__PURE__ */ new Set([
	"go",
	"toolchain",
	"godebug"
]);
function parseGoWork(text) {
	const { directives, problems: broken } = readDirectives(text);
	const problems = [...broken];
	const uses = [];
	const replacements = [];
	for (const directive of directives) {
		const { verb, words, line } = directive;
		const [folder] = words;
		const replacement = verb === "replace" ? readReplacement(words) : void 0;
		if (verb === "use" && folder !== void 0) uses.push({
			folder,
			line
		});
		else if (replacement !== void 0) replacements.push(replacement);
		else if (!NO_MATTER.has(verb)) problems.push(notUnderstood(directive));
	}
	return {
		uses,
		replacements,
		problems: inOne(problems)
	};
}

// packages/inventory/src/ecosystems/golang/used-above.ts
const known = /* @__PURE__ */ new WeakMap();
function workspacesOf(paths) {
	let found = known.get(paths);
	if (found === void 0) {
		const files = paths.filter((path) => path === "go.work" || path.endsWith("/go.work"));
		found = new Map(files.map((path) => [path, void 0]));
		known.set(paths, found);
	}
	return found;
}
async function isUsedAbove({ path, paths, readText }) {
	const workspaces = workspacesOf(paths);
	if (workspaces.size === 0) return false;
	const own = folderOf(path);
	for (let folder = own;; folder = folderOf(folder)) {
		const work = folder === "" ? "go.work" : `${folder}/go.work`;
		if (workspaces.has(work)) {
			const used = workspaces.get(work) ?? usedBy(work, readText);
			workspaces.set(work, used);
			return (await used).has(own);
		}
		if (folder === "") return false;
	}
}
async function usedBy(work, readText) {
	const text = await readText(work) ?? "";
	return new Set(parseGoWork(text).uses.map(({ folder }) => placeOf(work, folder)));
}

// packages/inventory/src/ecosystems/golang/read.ts
async function readGoMod(input) {
	const { path, text } = input;
	if (await isUsedAbove(input)) return [];
	const mod = parseGoMod(text);
	const [sum = ""] = besides(path, "go.sum");
	if (mod.isEmpty && !input.everyPath.includes(sum)) return [];
	if (mod.module === void 0 && mod.requirements.size === 0) throw new UsageError(`${path} has no line that names its module`);
	const missing = mod.module === void 0 ? [{ reason: "it has no line that names its module" }] : [];
	return [await goGraph(input, {
		format: "go-mod",
		members: [{
			path,
			folder: folderOf(path),
			mod
		}],
		replacements: mod.replacements.map((each) => ({
			...each,
			file: path
		})),
		sums: besides(path, "go.sum"),
		problems: [...mod.problems, ...missing]
	})];
}
async function readGoWork(input) {
	const { path, text } = input;
	const work = parseGoWork(text);
	const problems = [...work.problems];
	const members = [];
	const seen = /* @__PURE__ */ new Set();
	const names = /* @__PURE__ */ new Set();
	for (const { folder, line } of work.uses) {
		const place = placeOf(path, folder);
		if (seen.has(place)) continue;
		seen.add(place);
		const mod = place === null ? void 0 : await readMod(place, input, problems);
		if (place === null) problems.push({
			line,
			reason: "it uses a folder outside the repository"
		});
		else if (mod?.module === void 0) problems.push({
			line,
			reason: `${modIn(place)}, which it uses, names no module`
		});
		else if (names.has(mod.module)) problems.push({
			line,
			reason: `${modIn(place)} names a module that another one names too`
		});
		else {
			names.add(mod.module);
			members.push({
				path: modIn(place),
				folder: place,
				mod
			});
			for (const { kind, reason } of mod.problems) problems.push({
				...kind === void 0 ? {} : { kind },
				reason: `${modIn(place)}: ${reason}`
			});
		}
	}
	const replaced = new Set(work.replacements.map((each) => each.path));
	if (work.uses.length === 0) problems.push({ reason: "it uses no module" });
	return [await goGraph(input, {
		format: "go-work",
		members,
		replacements: [...work.replacements.map((each) => ({
			...each,
			file: path
		})), ...members.flatMap((member) => member.mod.replacements.filter((each) => !replaced.has(each.path)).map((each) => ({
			...each,
			file: member.path
		})))],
		sums: [...besides(path, "go.work.sum"), ...members.flatMap((member) => besides(member.path, "go.sum"))],
		problems
	})];
}
function besides(path, name) {
	return fromLockfileFolder(path, name) === void 0 ? [] : [fromLockfileFolder(path, name) ?? ""];
}

export { readGoMod, readGoWork };