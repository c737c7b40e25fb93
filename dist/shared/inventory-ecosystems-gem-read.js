import "./rolldown-runtime.js";
import { Q as UsageError } from "./core.js";
import { t as assembleGraph } from "./inventory-assemble-graph.js";
import { t as projectName } from "./inventory-assemble-project-name.js";
import { t as firstPartyPurl } from "./inventory-origin.js";
import { n as fromLockfileFolder, r as isBelow, t as folderOf } from "./inventory-paths.js";
import { o as buildPurl } from "./purl.js";
import { n as publicUrl, r as repositoryUrl, t as isCommit } from "./inventory-assemble-public-url.js";
import { n as staleProblems, t as manifestText } from "./inventory-assemble-stale.js";

// packages/inventory/src/ecosystems/gem/platform.ts
function variantsFor(platform, variants) {
	if (platform === void 0) return variants;
	const own = variants.filter((each) => each.platform === platform);
	if (own.length > 0) return own;
	return variants.filter((each) => each.platform === void 0 || mayMeet(each.platform, platform));
}
function mayMeet(a, b) {
	const [one, other] = [parts(a), parts(b)];
	return one.system === other.system && (one.cpu === other.cpu || one.cpu === "universal" || other.cpu === "universal") && (one.detail === "" || other.detail === "" || one.detail === other.detail);
}
function parts(platform) {
	const [first = "", second, ...rest] = platform.split("-");
	if (second === void 0) return {
		cpu: "universal",
		system: first,
		detail: ""
	};
	const system = /^[a-z]+/i.exec(second)?.[0] ?? second;
	return {
		cpu: first,
		system,
		detail: [second.slice(system.length), ...rest].join("")
	};
}

// packages/inventory/src/ecosystems/gem/edges.ts
const BUNDLER = "bundler";
const MAX_VARIANTS = 64;
function variantsByName(nodes) {
	const byName = /* @__PURE__ */ new Map();
	const problems = [];
	for (const { node, spec } of nodes) {
		const variant = {
			node,
			platform: spec.platform
		};
		const known = byName.get(spec.name);
		if (known === void 0) byName.set(spec.name, [variant]);
		else if (known.length < MAX_VARIANTS) known.push(variant);
		else problems.push({
			node,
			reason: `${spec.name} has more than ${MAX_VARIANTS} variants`
		});
	}
	return {
		has: (name) => name === BUNDLER || byName.has(name),
		edges(from, platform, { name, requirement }) {
			const all = byName.get(name) ?? [];
			return variantsFor(platform, all).map((target) => ({
				from: from.key,
				to: target.node.key,
				kind: "runtime",
				requirement,
				...all.length === 1 && target.platform === void 0 ? {} : { condition: `platform ${target.platform ?? "ruby"}` }
			}));
		},
		problems
	};
}
function gemEdges(nodes, variants) {
	const edges = [];
	const problems = [...variants.problems];
	for (const { node, spec } of nodes) for (const dependency of spec.dependencies) {
		const found = variants.edges(node, spec.platform, dependency);
		if (found.length === 0 && dependency.name !== BUNDLER) {
			const reason = variants.has(dependency.name) ? `its dependency ${dependency.name} is not locked for its platform` : `its dependency ${dependency.name} is not in the lockfile`;
			problems.push({
				node,
				line: dependency.line,
				reason
			});
		}
		edges.push(...found);
	}
	return {
		edges,
		problems
	};
}

// packages/inventory/src/ecosystems/gem/checksums.ts
const ALGORITHMS = /* @__PURE__ */ new Map([
	["md5", ["MD5", 32]],
	["sha1", ["SHA-1", 40]],
	["sha256", ["SHA-256", 64]],
	["sha384", ["SHA-384", 96]],
	["sha512", ["SHA-512", 128]]
]);
function readDigests({ digests }) {
	if (digests === void 0) return [];
	const hashes = [];
	for (const part of digests.split(",")) {
		const [algorithm = "", value = ""] = part.split("=", 2);
		const [name, digits] = ALGORITHMS.get(algorithm) ?? [];
		if (name === void 0 || value.length !== digits || !/^[0-9a-f]+$/i.test(value)) return void 0;
		hashes.push({
			algorithm: name,
			value: value.toLowerCase()
		});
	}
	return hashes;
}

// packages/inventory/src/ecosystems/gem/folders.ts
const MAX_DEPTH = 2;
function gemFolders({ path, paths }) {
	const byName = /* @__PURE__ */ new Map();
	for (const file of paths) {
		if (!file.endsWith(".gemspec")) continue;
		const name = file.slice(file.lastIndexOf("/") + 1, -8);
		const known = byName.get(name);
		if (known === void 0) byName.set(name, [file]);
		else known.push(file);
	}
	return { find(remote, name) {
		if (/^(?:[/~\\]|[A-Za-z]:)/.test(remote)) return void 0;
		const folder = fromLockfileFolder(path, remote);
		if (folder === void 0) return void 0;
		const [gemspec] = (byName.get(name) ?? []).filter((file) => isBelow(file, folder) && depthBelow(file, folder) <= MAX_DEPTH).sort((a, b) => depthBelow(a, folder) - depthBelow(b, folder));
		return gemspec === void 0 ? { folder } : {
			folder: folderOf(gemspec),
			gemspec
		};
	} };
}
function depthBelow(file, folder) {
	return (folder === "" ? file : file.slice(folder.length + 1)).split("/").length - 1;
}

// packages/inventory/src/ecosystems/gem/source.ts
const PUBLIC_HOSTS = /* @__PURE__ */ new Set(["rubygems.org", "www.rubygems.org"]);
function gemOrigin({ name, version, platform }, source) {
	const purl = (qualifiers) => buildPurl({
		type: "gem",
		name,
		version,
		qualifiers: {
			...qualifiers,
			...platform === void 0 ? {} : { platform }
		}
	});
	if (source.remotes.length === 0) return {
		artifacts: [],
		problem: "its source names no remote"
	};
	if (source.type === "GIT") return gitOrigin(source, purl);
	const remotes = source.remotes.map(publicUrl);
	const [only] = remotes;
	const isPublic = remotes.some((url) => url !== void 0 && PUBLIC_HOSTS.has(url.host));
	if (source.type === "GEM" && isPublic) return {
		purl: purl({}),
		artifacts: [],
		download: "unchecked"
	};
	if (new Set(source.remotes).size > 1) return {
		artifacts: [],
		download: "unchecked"
	};
	if (only === void 0 || only.protocol === "file:") return source.type === "GEM" ? {
		artifacts: [],
		download: "unchecked",
		problem: "the URL of its source can't be read"
	} : {
		artifacts: [],
		download: "unchecked"
	};
	return {
		purl: purl({ repository_url: only.href.replace(/\/$/, "") }),
		artifacts: [],
		download: "unchecked"
	};
}
function gitOrigin({ remotes: [remote = ""], options }, purl) {
	const revision = options.get("revision");
	const url = repositoryUrl(remote, revision);
	if (url === void 0) return {
		artifacts: [],
		problem: "its repository is a local folder, or no URL"
	};
	const known = {
		purl: purl({ vcs_url: url }),
		artifacts: [{
			hashes: [],
			url
		}],
		download: "checked"
	};
	return isCommit(revision) ? known : {
		...known,
		download: "unchecked",
		problem: "no full git commit is named"
	};
}

// packages/inventory/src/ecosystems/gem/nodes.ts
function gemNodes(input, { sources, checksums }) {
	const folders = gemFolders(input);
	const problems = [];
	const hashes = /* @__PURE__ */ new Map();
	for (const checksum of checksums) {
		const read = readDigests(checksum);
		if (read === void 0) problems.push({
			item: checksum.key,
			line: checksum.line,
			reason: "its checksum was not understood"
		});
		hashes.set(checksum.key, read ?? []);
	}
	const nodes = sources.flatMap((source) => source.specs.map((spec) => {
		const found = source.type === "PATH" && source.remotes.length > 0 ? pathNode(input, spec, folders.find(source.remotes[0] ?? "", spec.name)) : remoteNode(spec, source, hashes.get(specKey(spec)) ?? []);
		if (found.problem !== void 0) problems.push({
			node: found.node,
			reason: found.problem
		});
		return found;
	}));
	for (const { remotes, specs, line } of sources) if (specs.length > 0 && new Set(remotes).size > 1) {
		const reason = `its gems may come from any of ${remotes.length} remotes`;
		problems.push({
			item: `source in line ${line}`,
			line,
			reason
		});
	}
	const known = new Set(nodes.map(({ spec }) => specKey(spec)));
	for (const { key, line } of checksums) if (!known.has(key) && !key.startsWith("bundler (")) problems.push({
		item: key,
		line,
		reason: "it has a checksum and no entry"
	});
	return {
		nodes,
		problems
	};
}
function pathNode({ origin }, spec, place) {
	const { name, version, line } = spec;
	const common = {
		key: specKey(spec),
		name,
		version,
		line
	};
	if (place === void 0) return {
		spec,
		node: {
			...common,
			firstParty: false
		},
		problem: "it is a folder outside the repository"
	};
	const { folder } = place;
	const installPath = folder;
	if (/(?:^|\/)vendor(?:\/|$)/i.test(folder)) return {
		spec,
		node: {
			...common,
			firstParty: false,
			installPath
		}
	};
	const purl = firstPartyPurl(origin, name, version, folder);
	return {
		spec,
		node: {
			...common,
			firstParty: true,
			purl,
			installPath
		},
		...place
	};
}
function remoteNode(spec, source, hashes) {
	const { name, version, line } = spec;
	const { purl, artifacts, download, problem } = gemOrigin(spec, source);
	const isArchive = source.type !== "GIT" && hashes.length > 0;
	return {
		spec,
		node: {
			key: specKey(spec),
			name,
			version,
			line,
			firstParty: false,
			purl,
			artifacts: isArchive ? [{ hashes }] : artifacts,
			download: isArchive ? "checked" : download
		},
		...problem === void 0 ? {} : { problem }
	};
}
function specKey({ name, version, platform }) {
	return `${name} (${version}${platform === void 0 ? "" : `-${platform}`})`;
}

// packages/inventory/src/ecosystems/gem/parse.ts
const SOURCES = [
	"GIT",
	"PATH",
	"PLUGIN SOURCE",
	"GEM"
];
const OTHER_SECTIONS = /* @__PURE__ */ new Set([
	"PLATFORMS",
	"RUBY VERSION",
	"BUNDLED WITH"
]);
const NAME = String.raw`[A-Za-z0-9][\w.-]*|_[\w.-]+`;
const SPEC = new RegExp(String.raw`^(${NAME}) \(([0-9][0-9A-Za-z.]*)(?:-([\w.-]+))?\)$`);
const REQUIREMENT = new RegExp(String.raw`^(${NAME})(?: \(([^()]+)\))?(!)?$`);
const CHECKSUM = new RegExp(String.raw`^((?:${NAME}) \([^()\s]+\))(?: (\S+))?$`);
function parseGemfileLock(text) {
	const sources = [];
	const dependencies = [];
	const checksums = [];
	const problems = [];
	let dependenciesLine;
	let section = "";
	for (const [index, raw] of text.split("\n").entries()) {
		const line = index + 1;
		const content = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
		if (content.trim() === "") continue;
		const odd = (reason) => problems.push({
			line,
			reason
		});
		if (!/^\s/.test(content)) {
			section = content;
			if (isSource(content)) sources.push(openSource(content, line));
			else if (content === "DEPENDENCIES") dependenciesLine ??= line;
			else if (content !== "CHECKSUMS" && !OTHER_SECTIONS.has(content)) odd("a section that is not known starts here");
			continue;
		}
		const source = sources.at(-1);
		if (isSource(section) && source !== void 0) {
			if (!addToSource(source, content, line)) odd("it is no line of a source");
		} else if (section === "DEPENDENCIES") {
			const found = readRequirement(content, "  ", line);
			if (found === void 0) odd("it is no dependency");
			else dependencies.push(found);
		} else if (section === "CHECKSUMS") {
			const [, key, digests] = CHECKSUM.exec(content.trim()) ?? [];
			if (key === void 0) odd("it is no checksum");
			else checksums.push({
				key,
				digests,
				line
			});
		} else if (!OTHER_SECTIONS.has(section)) odd("it belongs to no section that is known");
	}
	return {
		sources,
		dependencies,
		dependenciesLine,
		checksums,
		problems
	};
}
function isSource(section) {
	return SOURCES.some((type) => type === section);
}
function openSource(type, line) {
	return {
		type,
		line,
		remotes: [],
		options: /* @__PURE__ */ new Map(),
		specs: [],
		inSpecs: false
	};
}
function addToSource(source, content, line) {
	if (content.startsWith("      ")) {
		const found = readRequirement(content, "      ", line);
		const spec = source.specs.at(-1);
		if (found === void 0 || spec === void 0) return false;
		spec.dependencies.push(found);
		return true;
	}
	if (content.startsWith("    ")) {
		const [, name, version, platform] = SPEC.exec(content.slice(4)) ?? [];
		if (!source.inSpecs || name === void 0 || version === void 0) return false;
		const own = platform === void 0 || platform === "ruby" ? void 0 : platform;
		source.specs.push({
			name,
			version,
			platform: own,
			line,
			dependencies: []
		});
		return true;
	}
	const [, key, value = ""] = /^ {2}(\w+):(?: (.*))?$/.exec(content) ?? [];
	if (key === void 0 || source.inSpecs) return false;
	if (key === "specs") source.inSpecs = true;
	else if (key === "remote") source.remotes.push(value);
	else source.options.set(key, value);
	return true;
}
function readRequirement(content, indent, line) {
	const [, name, requirement] = REQUIREMENT.exec(content.slice(indent.length)) ?? [];
	if (!content.startsWith(indent) || name === void 0) return void 0;
	return {
		name,
		requirement,
		line
	};
}

// packages/inventory/src/ecosystems/gem/gemfile.ts
const PLAIN_BLOCK = /^(?:group|source|git|github|path|env|install_if)\b.*\bdo$/;
const PLATFORM_BLOCK = /^platforms?\b.*\bdo$/;
const PLAIN_LINE = /^(?:source|ruby|plugin|git_source|require|frozen_string_literal|puts|raise)\b(?!.*\bdo\b)/;
const OPENS = /(?:\bdo(?:\s*\|[^|]*\|)?|^(?:if|unless|case|while|until|begin|def|for)\b.*)$/;
const CONTINUES = /^(?:else|elsif|when|in|rescue|ensure)\b/;
const LITERAL = String.raw`(?:"[^"#\\]*"|'[^'\\]*')`;
const GEM = new RegExp(String.raw`^gem(?:\s+|\s*\(\s*)(${LITERAL})(?:\s*,\s*(.*?))?\s*\)?$`);
const MODIFIER = /^(.*?)\s+(?:if|unless)\s+[^"',]*$/;
function readGemfile(text) {
	const gems = [];
	const blocks = [];
	let isWhole = true;
	for (const statement of statements(text)) {
		const bare = MODIFIER.exec(statement)?.[1];
		const [, quoted, rest = ""] = GEM.exec(bare ?? statement) ?? [];
		if (quoted !== void 0) gems.push({
			name: quoted.slice(1, -1),
			requirements: readRequirements(rest),
			isSure: bare === void 0 && !blocks.includes("condition"),
			isForPlatforms: blocks.includes("platforms") || /\bplatforms?\b/.test(rest)
		});
		else if (statement === "end") {
			if (blocks.pop() === void 0) isWhole = false;
		} else if (PLATFORM_BLOCK.test(statement)) blocks.push("platforms");
		else if (PLAIN_BLOCK.test(statement)) blocks.push("plain");
		else if (OPENS.test(statement)) {
			blocks.push("condition");
			if (!/^(?:if|unless|case)\b/.test(statement)) isWhole = false;
		} else if (!PLAIN_LINE.test(statement) && !CONTINUES.test(statement)) isWhole = false;
	}
	return {
		gems,
		isWhole: isWhole && blocks.length === 0
	};
}
const MAX_STATEMENT = 1e4;
function statements(text) {
	const found = [];
	let open = "";
	for (const line of text.split("\n")) {
		const content = withoutComment(line).trim();
		if (content === "") continue;
		open = open === "" ? content : `${open} ${content}`;
		if (/[,\\(]$/.test(content) && open.length < MAX_STATEMENT) continue;
		found.push(open.slice(0, MAX_STATEMENT));
		open = "";
	}
	return open === "" ? found : [...found, open.slice(0, MAX_STATEMENT)];
}
function withoutComment(line) {
	if (!line.includes("#")) return line;
	let quote = "";
	for (let at = 0; at < line.length; at++) {
		const char = line[at] ?? "";
		if (quote === "" && char === "#") return line.slice(0, at);
		if (quote === "" && (char === "\"" || char === "'")) quote = char;
		else if (char === quote) quote = "";
	}
	return line;
}
function readRequirements(rest) {
	const found = [];
	let left = rest.replace(/^\[(.*?)\]/, "$1").trim();
	for (;;) {
		if (left === "" || /^(?::?\w+\s*(?:=>|:)|["']\w+["']\s*(?::|=>))/.test(left)) return sortedRequirements(found);
		const [all, text] = new RegExp(String.raw`^(${LITERAL})\s*(?:,\s*|$)`).exec(left) ?? [];
		if (all === void 0 || text === void 0) return void 0;
		found.push(text.slice(1, -1));
		left = left.slice(all.length);
	}
}
function sortedRequirements(requirements) {
	const plain = requirements.flatMap((each) => {
		const text = each.replaceAll(/\s/g, "");
		if (text === "" || text === ">=0") return [];
		return /^\d/.test(text) ? `=${text}` : text;
	});
	return [...new Set(plain)].sort();
}

// packages/inventory/src/ecosystems/gem/stale.ts
function gemfilePath({ path, paths }) {
	const name = path.slice(path.lastIndexOf("/") + 1);
	const own = name === "gems.locked" ? "gems.rb" : name.slice(0, -5);
	return [own, own.replace(/^Gemfile.+$/, "Gemfile")].map((each) => fromLockfileFolder(path, each)).find((each) => each !== void 0 && paths.includes(each));
}
async function gemfileOf(input, path) {
	if (path === void 0) return { problems: [] };
	const { text, problems } = await manifestText(path, input);
	return text === void 0 ? { problems } : {
		gemfile: readGemfile(text),
		problems
	};
}
function gemfileProblems(manifest, { gems, isWhole }, { dependencies }) {
	const locked = new Map(dependencies.map((each) => [each.name, each]));
	const named = /* @__PURE__ */ new Map();
	for (const gem of gems) named.set(gem.name, [...(named.get(gem.name) ?? []).slice(0, 1), gem]);
	const differences = [];
	for (const [name, [gem, again]] of named) {
		if (gem === void 0) continue;
		const found = locked.get(name);
		if (found === void 0) {
			if (gem.isSure) differences.push(`${name} is not locked`);
		} else if (isWhole && again === void 0 && gem.isSure && !isSame(gem, found)) differences.push(`${name} is locked for ${found.requirement ?? "any version"}`);
	}
	if (isWhole) {
		for (const name of locked.keys()) if (!named.has(name)) differences.push(`${name} is not asked for any more`);
	}
	return staleProblems(manifest, differences);
}
function isSame({ requirements }, { requirement = "" }) {
	if (requirements === void 0) return true;
	return requirements.join() === sortedRequirements(requirement.split(",")).join();
}

// packages/inventory/src/ecosystems/gem/read.ts
async function readGemfileLock(input) {
	const lock = parseGemfileLock(input.text);
	if (lock.sources.length === 0 && lock.dependenciesLine === void 0) throw new UsageError(`${input.path} is no lockfile of Bundler`, { hint: "Write it again with `bundle lock`." });
	const { nodes, problems } = gemNodes(input, lock);
	const variants = variantsByName(nodes);
	const root = rootOf(input, lock, nodes);
	const manifest = gemfilePath(input);
	const { gemfile, problems: unread } = input.compareManifests ? await gemfileOf(input, manifest) : { problems: [] };
	const asked = askedFor(lock, root, variants, gemfile);
	const own = gemEdges(nodes, variants);
	return [assembleGraph({
		path: input.path,
		format: "bundler",
		ecosystem: "gem",
		roots: [root],
		nodes: [root, ...nodes.map(({ node }) => node).filter((each) => each !== root)],
		edges: [...asked.edges, ...own.edges],
		edgeCompleteness: "complete",
		problems: [
			...lock.problems.map(({ line, reason }) => ({
				item: `line ${line}`,
				line,
				reason
			})),
			...lock.dependenciesLine === void 0 ? [{ reason: "it has no section DEPENDENCIES: its end is missing" }] : [],
			...problems,
			...own.problems,
			...asked.problems,
			...unread,
			...gemfile === void 0 || manifest === void 0 ? [] : gemfileProblems(manifest, gemfile, lock)
		],
		covers: [manifest, ...nodes.map(({ gemspec }) => gemspec)].filter((each) => each !== void 0),
		integrityAdvice: "Write them with `bundle lock --add-checksums` (Bundler 2.6 or newer) and commit the lockfile."
	})];
}
function rootOf(input, lock, nodes) {
	const folder = folderOf(input.path);
	const beside = nodes.filter((each) => each.node.firstParty && each.folder === folder);
	const [own] = beside;
	if (own !== void 0 && beside.length === 1) return own.node;
	const name = projectName(input);
	return {
		key: ".",
		name,
		kind: "application",
		line: lock.dependenciesLine,
		firstParty: true,
		purl: firstPartyPurl(input.origin, name, void 0, folder),
		installPath: folder
	};
}
function askedFor({ dependencies }, root, variants, gemfile) {
	const forPlatforms = new Set(gemfile?.gems.filter(({ isForPlatforms }) => isForPlatforms).map(({ name }) => name));
	const edges = [];
	const problems = [];
	for (const dependency of dependencies) {
		const { name, line } = dependency;
		if (!variants.has(name) && !forPlatforms.has(name)) problems.push({
			item: name,
			line,
			reason: "it is asked for and not locked"
		});
		edges.push(...variants.edges(root, void 0, dependency));
	}
	return {
		edges,
		problems
	};
}

export { readGemfileLock };