import "./rolldown-runtime.js";
import { Gt as UsageError, K as buildPurl } from "./part-base.js";
import { c as isCommit, f as manifestText, h as assembleGraph, l as publicUrl, p as staleProblems, s as projectName, u as repositoryUrl } from "./part-inventory-assemble.js";
import { S as isBelow, b as folderOf, i as firstPartyPurl, x as fromLockfileFolder } from "./part-inventory.js";
function variantsFor(e, t) {
	if (e === void 0) return t;
	const n = t.filter((t) => t.platform === e);
	if (n.length > 0) return n;
	return t.filter((t) => t.platform === void 0 || mayMeet(t.platform, e));
}
function mayMeet(e, t) {
	const [n, r] = [parts(e), parts(t)];
	return n.system === r.system && (n.cpu === r.cpu || n.cpu === "universal" || r.cpu === "universal") && (n.detail === "" || r.detail === "" || n.detail === r.detail);
}
function parts(e) {
	const [t = "", n, ...r] = e.split("-");
	if (n === void 0) return {
		cpu: "universal",
		system: t,
		detail: ""
	};
	const i = /^[a-z]+/i.exec(n)?.[0] ?? n;
	return {
		cpu: t,
		system: i,
		detail: [n.slice(i.length), ...r].join("")
	};
}
const BUNDLER = "bundler";
const MAX_VARIANTS = 64;
function variantsByName(e) {
	const t = new Map();
	const n = [];
	for (const { node: r, spec: i } of e) {
		const e = {
			node: r,
			platform: i.platform
		};
		const a = t.get(i.name);
		if (a === void 0) t.set(i.name, [e]);
		else if (a.length < MAX_VARIANTS) a.push(e);
		else n.push({
			node: r,
			reason: `${i.name} has more than ${MAX_VARIANTS} variants`
		});
	}
	return {
		has: (e) => e === BUNDLER || t.has(e),
		edges(e, n, { name: r, requirement: i }) {
			const a = t.get(r) ?? [];
			return variantsFor(n, a).map((t) => ({
				from: e.key,
				to: t.node.key,
				kind: "runtime",
				requirement: i,
				...a.length === 1 && t.platform === void 0 ? {} : { condition: `platform ${t.platform ?? "ruby"}` }
			}));
		},
		problems: n
	};
}
function gemEdges(e, t) {
	const n = [];
	const r = [...t.problems];
	for (const { node: i, spec: a } of e) for (const e of a.dependencies) {
		const o = t.edges(i, a.platform, e);
		if (o.length === 0 && e.name !== BUNDLER) {
			const n = t.has(e.name) ? `its dependency ${e.name} is not locked for its platform` : `its dependency ${e.name} is not in the lockfile`;
			r.push({
				node: i,
				line: e.line,
				reason: n
			});
		}
		n.push(...o);
	}
	return {
		edges: n,
		problems: r
	};
}
const ALGORITHMS = new Map([
	["md5", ["MD5", 32]],
	["sha1", ["SHA-1", 40]],
	["sha256", ["SHA-256", 64]],
	["sha384", ["SHA-384", 96]],
	["sha512", ["SHA-512", 128]]
]);
function readDigests({ digests: e }) {
	if (e === void 0) return [];
	const t = [];
	for (const n of e.split(",")) {
		const [e = "", r = ""] = n.split("=", 2);
		const [i, a] = ALGORITHMS.get(e) ?? [];
		if (i === void 0 || r.length !== a || !/^[0-9a-f]+$/i.test(r)) return void 0;
		t.push({
			algorithm: i,
			value: r.toLowerCase()
		});
	}
	return t;
}
const MAX_DEPTH = 2;
function gemFolders({ path: e, paths: t }) {
	const n = new Map();
	for (const e of t) {
		if (!e.endsWith(".gemspec")) continue;
		const t = e.slice(e.lastIndexOf("/") + 1, -8);
		const r = n.get(t);
		if (r === void 0) n.set(t, [e]);
		else r.push(e);
	}
	return { find(t, r) {
		if (/^(?:[/~\\]|[A-Za-z]:)/.test(t)) return void 0;
		const i = fromLockfileFolder(e, t);
		if (i === void 0) return void 0;
		const [a] = (n.get(r) ?? []).filter((e) => isBelow(e, i) && depthBelow(e, i) <= MAX_DEPTH).sort((e, t) => depthBelow(e, i) - depthBelow(t, i));
		return a === void 0 ? { folder: i } : {
			folder: folderOf(a),
			gemspec: a
		};
	} };
}
function depthBelow(e, t) {
	return (t === "" ? e : e.slice(t.length + 1)).split("/").length - 1;
}
const PUBLIC_HOSTS = new Set(["rubygems.org", "www.rubygems.org"]);
function gemOrigin({ name: e, version: t, platform: n }, r) {
	const i = (r) => buildPurl({
		type: "gem",
		name: e,
		version: t,
		qualifiers: {
			...r,
			...n === void 0 ? {} : { platform: n }
		}
	});
	if (r.remotes.length === 0) return {
		artifacts: [],
		problem: "its source names no remote"
	};
	if (r.type === "GIT") return gitOrigin(r, i);
	const a = r.remotes.map(publicUrl);
	const [o] = a;
	const s = a.some((e) => e !== void 0 && PUBLIC_HOSTS.has(e.host));
	if (r.type === "GEM" && s) return {
		purl: i({}),
		artifacts: [],
		download: "unchecked"
	};
	if (new Set(r.remotes).size > 1) return {
		artifacts: [],
		download: "unchecked"
	};
	if (o === void 0 || o.protocol === "file:") return r.type === "GEM" ? {
		artifacts: [],
		download: "unchecked",
		problem: "the URL of its source can't be read"
	} : {
		artifacts: [],
		download: "unchecked"
	};
	return {
		purl: i({ repository_url: o.href.replace(/\/$/, "") }),
		artifacts: [],
		download: "unchecked"
	};
}
function gitOrigin({ remotes: [e = ""], options: t }, n) {
	const r = t.get("revision");
	const i = repositoryUrl(e, r);
	if (i === void 0) return {
		artifacts: [],
		problem: "its repository is a local folder, or no URL"
	};
	const a = {
		purl: n({ vcs_url: i }),
		artifacts: [{
			hashes: [],
			url: i
		}],
		download: "checked"
	};
	return isCommit(r) ? a : {
		...a,
		download: "unchecked",
		problem: "no full git commit is named"
	};
}
function gemNodes(e, { sources: t, checksums: n }) {
	const r = gemFolders(e);
	const i = [];
	const a = new Map();
	for (const e of n) {
		const t = readDigests(e);
		if (t === void 0) i.push({
			item: e.key,
			line: e.line,
			reason: "its checksum was not understood"
		});
		a.set(e.key, t ?? []);
	}
	const o = t.flatMap((t) => t.specs.map((n) => {
		const o = t.type === "PATH" && t.remotes.length > 0 ? pathNode(e, n, r.find(t.remotes[0] ?? "", n.name)) : remoteNode(n, t, a.get(specKey(n)) ?? []);
		if (o.problem !== void 0) i.push({
			node: o.node,
			reason: o.problem
		});
		return o;
	}));
	for (const { remotes: e, specs: n, line: r } of t) if (n.length > 0 && new Set(e).size > 1) {
		const t = `its gems may come from any of ${e.length} remotes`;
		i.push({
			item: `source in line ${r}`,
			line: r,
			reason: t
		});
	}
	const s = new Set(o.map(({ spec: e }) => specKey(e)));
	for (const { key: e, line: t } of n) if (!s.has(e) && !e.startsWith("bundler (")) i.push({
		item: e,
		line: t,
		reason: "it has a checksum and no entry"
	});
	return {
		nodes: o,
		problems: i
	};
}
function pathNode({ origin: e }, t, n) {
	const { name: r, version: i, line: a } = t;
	const o = {
		key: specKey(t),
		name: r,
		version: i,
		line: a
	};
	if (n === void 0) return {
		spec: t,
		node: {
			...o,
			firstParty: false
		},
		problem: "it is a folder outside the repository"
	};
	const { folder: s } = n;
	const c = s;
	if (/(?:^|\/)vendor(?:\/|$)/i.test(s)) return {
		spec: t,
		node: {
			...o,
			firstParty: false,
			installPath: c
		}
	};
	const l = firstPartyPurl(e, r, i, s);
	return {
		spec: t,
		node: {
			...o,
			firstParty: true,
			purl: l,
			installPath: c
		},
		...n
	};
}
function remoteNode(e, t, n) {
	const { name: r, version: i, line: a } = e;
	const { purl: o, artifacts: s, download: c, problem: l } = gemOrigin(e, t);
	const u = t.type !== "GIT" && n.length > 0;
	return {
		spec: e,
		node: {
			key: specKey(e),
			name: r,
			version: i,
			line: a,
			firstParty: false,
			purl: o,
			artifacts: u ? [{ hashes: n }] : s,
			download: u ? "checked" : c
		},
		...l === void 0 ? {} : { problem: l }
	};
}
function specKey({ name: e, version: t, platform: n }) {
	return `${e} (${t}${n === void 0 ? "" : `-${n}`})`;
}
const SOURCES = [
	"GIT",
	"PATH",
	"PLUGIN SOURCE",
	"GEM"
];
const OTHER_SECTIONS = new Set([
	"PLATFORMS",
	"RUBY VERSION",
	"BUNDLED WITH"
]);
const NAME = String.raw`[A-Za-z0-9][\w.-]*|_[\w.-]+`;
const SPEC = new RegExp(String.raw`^(${NAME}) \(([0-9][0-9A-Za-z.]*)(?:-([\w.-]+))?\)$`);
const REQUIREMENT = new RegExp(String.raw`^(${NAME})(?: \(([^()]+)\))?(!)?$`);
const CHECKSUM = new RegExp(String.raw`^((?:${NAME}) \([^()\s]+\))(?: (\S+))?$`);
function parseGemfileLock(e) {
	const t = [];
	const n = [];
	const r = [];
	const i = [];
	let a;
	let o = "";
	for (const [s, c] of e.split("\n").entries()) {
		const e = s + 1;
		const l = c.endsWith("\r") ? c.slice(0, -1) : c;
		if (l.trim() === "") continue;
		const u = (t) => i.push({
			line: e,
			reason: t
		});
		if (!/^\s/.test(l)) {
			o = l;
			if (isSource(l)) t.push(openSource(l, e));
			else if (l === "DEPENDENCIES") a ??= e;
			else if (l !== "CHECKSUMS" && !OTHER_SECTIONS.has(l)) u("a section that is not known starts here");
			continue;
		}
		const d = t.at(-1);
		if (isSource(o) && d !== void 0) {
			if (!addToSource(d, l, e)) u("it is no line of a source");
		} else if (o === "DEPENDENCIES") {
			const t = readRequirement(l, "  ", e);
			if (t === void 0) u("it is no dependency");
			else n.push(t);
		} else if (o === "CHECKSUMS") {
			const [, t, n] = CHECKSUM.exec(l.trim()) ?? [];
			if (t === void 0) u("it is no checksum");
			else r.push({
				key: t,
				digests: n,
				line: e
			});
		} else if (!OTHER_SECTIONS.has(o)) u("it belongs to no section that is known");
	}
	return {
		sources: t,
		dependencies: n,
		dependenciesLine: a,
		checksums: r,
		problems: i
	};
}
function isSource(e) {
	return SOURCES.some((t) => t === e);
}
function openSource(e, t) {
	return {
		type: e,
		line: t,
		remotes: [],
		options: new Map(),
		specs: [],
		inSpecs: false
	};
}
function addToSource(e, t, n) {
	if (t.startsWith("      ")) {
		const r = readRequirement(t, "      ", n);
		const i = e.specs.at(-1);
		if (r === void 0 || i === void 0) return false;
		i.dependencies.push(r);
		return true;
	}
	if (t.startsWith("    ")) {
		const [, r, i, a] = SPEC.exec(t.slice(4)) ?? [];
		if (!e.inSpecs || r === void 0 || i === void 0) return false;
		const o = a === void 0 || a === "ruby" ? void 0 : a;
		e.specs.push({
			name: r,
			version: i,
			platform: o,
			line: n,
			dependencies: []
		});
		return true;
	}
	const [, r, i = ""] = /^ {2}(\w+):(?: (.*))?$/.exec(t) ?? [];
	if (r === void 0 || e.inSpecs) return false;
	if (r === "specs") e.inSpecs = true;
	else if (r === "remote") e.remotes.push(i);
	else e.options.set(r, i);
	return true;
}
function readRequirement(e, t, n) {
	const [, r, i] = REQUIREMENT.exec(e.slice(t.length)) ?? [];
	if (!e.startsWith(t) || r === void 0) return void 0;
	return {
		name: r,
		requirement: i,
		line: n
	};
}
const PLAIN_BLOCK = /^(?:group|source|git|github|path|env|install_if)\b.*\bdo$/;
const PLATFORM_BLOCK = /^platforms?\b.*\bdo$/;
const PLAIN_LINE = /^(?:source|ruby|plugin|git_source|require|frozen_string_literal|puts|raise)\b(?!.*\bdo\b)/;
const OPENS = /(?:\bdo(?:\s*\|[^|]*\|)?|^(?:if|unless|case|while|until|begin|def|for)\b.*)$/;
const CONTINUES = /^(?:else|elsif|when|in|rescue|ensure)\b/;
const LITERAL = String.raw`(?:"[^"#\\]*"|'[^'\\]*')`;
const GEM = new RegExp(String.raw`^gem(?:\s+|\s*\(\s*)(${LITERAL})(?:\s*,\s*(.*?))?\s*\)?$`);
const MODIFIER = /^(.*?)\s+(?:if|unless)\s+[^"',]*$/;
function readGemfile(e) {
	const t = [];
	const n = [];
	let r = true;
	for (const i of statements(e)) {
		const e = MODIFIER.exec(i)?.[1];
		const [, a, o = ""] = GEM.exec(e ?? i) ?? [];
		if (a !== void 0) t.push({
			name: a.slice(1, -1),
			requirements: readRequirements(o),
			isSure: e === void 0 && !n.includes("condition"),
			isForPlatforms: n.includes("platforms") || /\bplatforms?\b/.test(o)
		});
		else if (i === "end") {
			if (n.pop() === void 0) r = false;
		} else if (PLATFORM_BLOCK.test(i)) n.push("platforms");
		else if (PLAIN_BLOCK.test(i)) n.push("plain");
		else if (OPENS.test(i)) {
			n.push("condition");
			if (!/^(?:if|unless|case)\b/.test(i)) r = false;
		} else if (!PLAIN_LINE.test(i) && !CONTINUES.test(i)) r = false;
	}
	return {
		gems: t,
		isWhole: r && n.length === 0
	};
}
const MAX_STATEMENT = 1e4;
function statements(e) {
	const t = [];
	let n = "";
	for (const r of e.split("\n")) {
		const e = withoutComment(r).trim();
		if (e === "") continue;
		n = n === "" ? e : `${n} ${e}`;
		if (/[,\\(]$/.test(e) && n.length < MAX_STATEMENT) continue;
		t.push(n.slice(0, MAX_STATEMENT));
		n = "";
	}
	return n === "" ? t : [...t, n.slice(0, MAX_STATEMENT)];
}
function withoutComment(e) {
	if (!e.includes("#")) return e;
	let t = "";
	for (let n = 0; n < e.length; n++) {
		const r = e[n] ?? "";
		if (t === "" && r === "#") return e.slice(0, n);
		if (t === "" && (r === "\"" || r === "'")) t = r;
		else if (r === t) t = "";
	}
	return e;
}
function readRequirements(e) {
	const t = [];
	let n = e.replace(/^\[(.*?)\]/, "$1").trim();
	for (;;) {
		if (n === "" || /^(?::?\w+\s*(?:=>|:)|["']\w+["']\s*(?::|=>))/.test(n)) return sortedRequirements(t);
		const [e, r] = new RegExp(String.raw`^(${LITERAL})\s*(?:,\s*|$)`).exec(n) ?? [];
		if (e === void 0 || r === void 0) return void 0;
		t.push(r.slice(1, -1));
		n = n.slice(e.length);
	}
}
function sortedRequirements(e) {
	const t = e.flatMap((e) => {
		const t = e.replaceAll(/\s/g, "");
		if (t === "" || t === ">=0") return [];
		return /^\d/.test(t) ? `=${t}` : t;
	});
	return [...new Set(t)].sort();
}
function gemfilePath({ path: e, paths: t }) {
	const n = e.slice(e.lastIndexOf("/") + 1);
	const r = n === "gems.locked" ? "gems.rb" : n.slice(0, -5);
	return [r, r.replace(/^Gemfile.+$/, "Gemfile")].map((t) => fromLockfileFolder(e, t)).find((e) => e !== void 0 && t.includes(e));
}
async function gemfileOf(e, t) {
	if (t === void 0) return { problems: [] };
	const { text: n, problems: r } = await manifestText(t, e);
	return n === void 0 ? { problems: r } : {
		gemfile: readGemfile(n),
		problems: r
	};
}
function gemfileProblems(e, { gems: t, isWhole: n }, { dependencies: r }) {
	const i = new Map(r.map((e) => [e.name, e]));
	const a = new Map();
	for (const e of t) a.set(e.name, [...(a.get(e.name) ?? []).slice(0, 1), e]);
	const o = [];
	for (const [e, [t, r]] of a) {
		if (t === void 0) continue;
		const a = i.get(e);
		if (a === void 0) {
			if (t.isSure) o.push(`${e} is not locked`);
		} else if (n && r === void 0 && t.isSure && !isSame(t, a)) o.push(`${e} is locked for ${a.requirement ?? "any version"}`);
	}
	if (n) {
		for (const e of i.keys()) if (!a.has(e)) o.push(`${e} is not asked for any more`);
	}
	return staleProblems(e, o);
}
function isSame({ requirements: e }, { requirement: t = "" }) {
	if (e === void 0) return true;
	return e.join() === sortedRequirements(t.split(",")).join();
}
async function readGemfileLock(e) {
	const t = parseGemfileLock(e.text);
	if (t.sources.length === 0 && t.dependenciesLine === void 0) throw new UsageError(`${e.path} is no lockfile of Bundler`, { hint: "Write it again with `bundle lock`." });
	const { nodes: n, problems: r } = gemNodes(e, t);
	const i = variantsByName(n);
	const a = rootOf(e, t, n);
	const o = gemfilePath(e);
	const { gemfile: s, problems: c } = e.compareManifests ? await gemfileOf(e, o) : { problems: [] };
	const l = askedFor(t, a, i, s);
	const u = gemEdges(n, i);
	return [assembleGraph({
		path: e.path,
		format: "bundler",
		ecosystem: "gem",
		roots: [a],
		nodes: [a, ...n.map(({ node: e }) => e).filter((e) => e !== a)],
		edges: [...l.edges, ...u.edges],
		edgeCompleteness: "complete",
		problems: [
			...t.problems.map(({ line: e, reason: t }) => ({
				item: `line ${e}`,
				line: e,
				reason: t
			})),
			...t.dependenciesLine === void 0 ? [{ reason: "it has no section DEPENDENCIES: its end is missing" }] : [],
			...r,
			...u.problems,
			...l.problems,
			...c,
			...s === void 0 || o === void 0 ? [] : gemfileProblems(o, s, t)
		],
		covers: [o, ...n.map(({ gemspec: e }) => e)].filter((e) => e !== void 0),
		integrityAdvice: "Write them with `bundle lock --add-checksums` (Bundler 2.6 or newer) and commit the lockfile."
	})];
}
function rootOf(e, t, n) {
	const r = folderOf(e.path);
	const i = n.filter((e) => e.node.firstParty && e.folder === r);
	const [a] = i;
	if (a !== void 0 && i.length === 1) return a.node;
	const o = projectName(e);
	return {
		key: ".",
		name: o,
		kind: "application",
		line: t.dependenciesLine,
		firstParty: true,
		purl: firstPartyPurl(e.origin, o, void 0, r),
		installPath: r
	};
}
function askedFor({ dependencies: e }, t, n, r) {
	const i = new Set(r?.gems.filter(({ isForPlatforms: e }) => e).map(({ name: e }) => e));
	const a = [];
	const o = [];
	for (const r of e) {
		const { name: e, line: s } = r;
		if (!n.has(e) && !i.has(e)) o.push({
			item: e,
			line: s,
			reason: "it is asked for and not locked"
		});
		a.push(...n.edges(t, void 0, r));
	}
	return {
		edges: a,
		problems: o
	};
}
export { readGemfileLock as t };
