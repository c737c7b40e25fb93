import "./rolldown-runtime.js";
import { Gt as UsageError, K as buildPurl, dn as isRecord } from "./part-base.js";
import { c as isCommit, d as scanJsonKeys, f as manifestText, h as assembleGraph, l as publicUrl, m as unknownFit, p as staleProblems, s as projectName, u as repositoryUrl } from "./part-inventory-assemble.js";
import { b as folderOf, i as firstPartyPurl, x as fromLockfileFolder } from "./part-inventory.js";
import { createHash } from "node:crypto";
const PLATFORM = /^(?:php(?:-64bit|-ipv6|-zts|-debug)?|hhvm|(?:ext|lib)-[a-z0-9][a-z0-9_.-]*|composer(?:-(?:plugin|runtime)-api)?)$/;
const PACKAGE = /^[^\s/\p{Cc}]+\/[^\s/\p{Cc}]+$/u;
function isPlatformPackage(e) {
	return PLATFORM.test(e);
}
function isPackageName(e) {
	return e.length <= 256 && PACKAGE.test(e);
}
function packageLinks(e) {
	if (!isRecord(e)) return new Map();
	return new Map(Object.entries(e).map(([e, t]) => [e.toLowerCase(), typeof t === "string" ? t : ""]));
}
function readComposerManifest(e, t) {
	let n;
	try {
		n = JSON.parse(t);
	} catch {
		throw new UsageError(`${e} is no JSON`);
	}
	if (!isRecord(n)) throw new UsageError(`${e} is no JSON object`);
	const { name: r, version: i } = n;
	return {
		name: typeof r === "string" && r !== "" ? r : void 0,
		version: typeof i === "string" && i !== "" ? i : void 0,
		require: withoutPlatform(n["require"]),
		requireDev: withoutPlatform(n["require-dev"]),
		provides: new Set([...packageLinks(n["provide"]), ...packageLinks(n["replace"])].map(([e]) => e)),
		json: n
	};
}
function withoutPlatform(e) {
	return new Map([...packageLinks(e)].filter(([e]) => !isPlatformPackage(e)));
}
function composerAsks(e) {
	const { require: t, requireDev: n } = readComposerManifest("composer.json", e);
	return t.size + n.size > 0;
}
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
function contentHash(e, t) {
	if (ODD_NUMBER.test(t)) return void 0;
	const n = new Map();
	for (const t of RELEVANT) if (e[t] !== void 0) n.set(t, e[t]);
	const { config: r } = e;
	const i = isRecord(r) ? r["platform"] : void 0;
	if (i !== void 0 && i !== null) n.set("config", { platform: i });
	const a = [...n].sort(([e], [t]) => e < t ? -1 : 1).map(([e, t]) => [e, write(t, MAX_DEPTH)]);
	if (a.some(([, e]) => e === void 0)) return void 0;
	const o = a.map(([e, t]) => `${quote(e)}:${t}`);
	const s = o.length === 0 ? "[]" : `{${o.join(",")}}`;
	return createHash("md5").update(s).digest("hex");
}
function write(e, t) {
	if (typeof e === "string") return quote(e);
	if (typeof e !== "object" || e === null) return JSON.stringify(e);
	if (t === 0) return void 0;
	if (Array.isArray(e)) {
		const n = e.map((e) => write(e, t - 1));
		return n.includes(void 0) ? void 0 : `[${n.join(",")}]`;
	}
	const n = Object.entries(e);
	if (n.length === 0) return "[]";
	const r = [];
	for (const [e, i] of n) {
		const n = write(i, t - 1);
		if (n === void 0 || /^-?\d+$/.test(e)) return void 0;
		r.push(`${quote(e)}:${n}`);
	}
	return `{${r.join(",")}}`;
}
function quote(e) {
	return JSON.stringify(e).replaceAll("/", "\\/").replaceAll(/[\u0080-\uffff]/g, (e) => `\\u${e.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
const PACKAGIST = new Set(["packagist.org", "repo.packagist.org"]);
function composerSource(e, t, n) {
	const r = isRecord(n["dist"]) ? n["dist"] : void 0;
	const i = isRecord(n["source"]) ? n["source"] : void 0;
	if (r?.["type"] === "path") return {
		artifacts: [],
		path: textOf(r["url"]) ?? ""
	};
	const a = repositoryOf(i);
	const o = r === void 0 ? void 0 : publicUrl(textOf(r["url"]) ?? "");
	const s = o?.protocol === "file:" ? void 0 : o?.href;
	const c = isPublic(n) ? {} : a === void 0 ? { download_url: s } : { vcs_url: a };
	const [l = "", u = ""] = e.split("/", 2);
	const d = isPublic(n) || Object.values(c).some((e) => e !== void 0) ? buildPurl({
		type: "composer",
		namespace: l,
		name: u,
		version: t,
		qualifiers: c
	}) : void 0;
	const f = { ...d === void 0 ? {} : { purl: d } };
	if (r === void 0 && i === void 0) return n["type"] === "metapackage" ? {
		...f,
		artifacts: []
	} : {
		...f,
		artifacts: [],
		problem: "it has neither `dist` nor `source`"
	};
	if (r === void 0) {
		const e = isCommit(textOf(i?.["reference"]));
		return {
			...f,
			artifacts: a === void 0 ? [] : [{
				hashes: [],
				url: a
			}],
			download: e ? "checked" : "unchecked",
			...e ? {} : { problem: "no full commit of its repository is named" }
		};
	}
	const p = r["shasum"] === null ? "" : r["shasum"] ?? "";
	const m = typeof p === "string" && /^[0-9a-f]{40}$/i.test(p);
	const h = s === void 0 ? "its archive has no URL, or lies on one machine" : p !== "" && !m ? "`shasum` is no SHA-1" : void 0;
	const g = m ? [{
		algorithm: "SHA-1",
		value: p.toLowerCase()
	}] : [];
	return {
		...f,
		artifacts: s === void 0 ? [] : [{
			hashes: g,
			url: s
		}],
		download: m ? "checked" : "unchecked",
		...h === void 0 ? {} : { problem: h }
	};
}
function isPublic(e) {
	const t = publicUrl(textOf(e["notification-url"]) ?? "");
	return t !== void 0 && PACKAGIST.has(t.host);
}
function repositoryOf(e) {
	const t = textOf(e?.["type"]) ?? "";
	if (!/^(?:git|hg|svn|fossil)$/.test(t)) return void 0;
	return repositoryUrl(textOf(e?.["url"]) ?? "", textOf(e?.["reference"]), t);
}
function textOf(e) {
	return typeof e === "string" && e !== "" ? e : void 0;
}
const LISTS = ["packages", "packages-dev"];
function readComposerEntries({ path: e, text: t }) {
	const n = parse(e, t);
	const r = nameLines(t);
	const i = [];
	const a = [];
	for (const e of LISTS) {
		const t = n[e] ?? [];
		if (!Array.isArray(t)) {
			a.push({
				item: e,
				reason: "it is no list"
			});
			continue;
		}
		const o = r.get(e) ?? [];
		let s = 0;
		for (const [n, r] of t.entries()) {
			const t = isRecord(r) && "name" in r ? o[s++] : void 0;
			const c = isRecord(r) ? textOf(r["name"]) : void 0;
			const l = `${e}[${n}]`;
			if (!isRecord(r) || c === void 0 || !isPackageName(c)) a.push({
				item: l,
				line: t,
				reason: "it names no package"
			});
			else {
				const n = toEntry(c, r, t, e === "packages-dev");
				if (n.version === void 0) a.push({
					item: c,
					line: t,
					reason: "it has no version"
				});
				for (const e of [
					"require",
					"replace",
					"provide"
				]) if (!isLinks(r[e])) a.push({
					item: c,
					line: t,
					reason: `\`${e}\` is no object`
				});
				i.push(n);
			}
		}
		if (o.length !== s) a.push({
			item: e,
			reason: "keys stand in it twice: packages may be hidden"
		});
	}
	return {
		entries: i,
		problems: a,
		contentHash: textOf(n["content-hash"]),
		fileHash: textOf(n["hash"])
	};
}
function parse(e, t) {
	const n = "Write it again with `composer update --lock`.";
	let r;
	try {
		r = JSON.parse(t);
	} catch {
		throw new UsageError(`${e} is no JSON`, { hint: n });
	}
	if (!isRecord(r) || !Array.isArray(r["packages"])) throw new UsageError(`${e} has no list \`packages\``, { hint: n });
	return r;
}
function nameLines(e) {
	const t = new Map();
	let n = "";
	scanJsonKeys(e, (e, r, i) => {
		if (r === 1) n = e;
		if (r !== 3 || e !== "name") return;
		const a = t.get(n);
		if (a === void 0) t.set(n, [i]);
		else a.push(i);
	});
	return t;
}
function toEntry(e, t, n, r) {
	const i = textOf(t["version"]);
	const { license: a, abandoned: o } = t;
	return {
		key: e.toLowerCase(),
		name: e,
		version: i,
		line: n,
		isDev: r,
		require: packageLinks(t["require"]),
		provides: [...packageLinks(t["replace"]), ...packageLinks(t["provide"])].map(([e]) => e),
		license: Array.isArray(a) && a.length < 2 ? a[0] : a,
		isAbandoned: o !== void 0 && o !== false,
		source: composerSource(e, i, t)
	};
}
function isLinks(e) {
	return e === void 0 || isRecord(e) || Array.isArray(e) && e.length === 0;
}
const MAX_PROVIDERS = 64;
function targetsOf(e) {
	const t = new Map(e.map((e) => [e.key, e]));
	const n = new Map();
	const r = new Set();
	for (const t of e) for (const e of t.provides) {
		const i = n.get(e);
		if (i === void 0) n.set(e, [t]);
		else if (i.length < MAX_PROVIDERS) i.push(t);
		else r.add(e);
	}
	return {
		find(e, r = false) {
			const i = t.get(e);
			if (i !== void 0) return [i];
			const a = n.get(e) ?? [];
			const o = r ? a.filter(({ isDev: e }) => !e) : [];
			return o.length > 0 ? o : a;
		},
		problems: [...r].map((e) => ({
			item: e,
			reason: `more than ${MAX_PROVIDERS} packages stand for it`
		}))
	};
}
function edgesFrom(e, t, n, r, i) {
	return [...t].flatMap(([t, a]) => r.find(t, i).map((r) => ({
		from: e,
		to: r.key,
		kind: n,
		requirement: a,
		...r.key === t ? {} : { alias: t }
	})));
}
function packageEdges(e, t, n) {
	const r = [];
	const i = [];
	for (const a of e) {
		const e = new Map([...a.require].filter(([e]) => !isPlatformPackage(e)));
		r.push(...edgesFrom(a.key, e, "runtime", t, !a.isDev));
		for (const r of e.keys()) if (t.find(r).length === 0 && n?.provides.has(r) !== true && n?.name?.toLowerCase() !== r) i.push({
			entry: a,
			name: r
		});
	}
	return {
		edges: r,
		missing: i
	};
}
function toNode({ path: e, origin: t }, n) {
	const { key: r, name: i, version: a, line: o, isDev: s, license: c, source: l } = n;
	const u = {
		key: r,
		name: i,
		version: a,
		line: o,
		firstParty: false,
		declaredLicense: c ?? void 0,
		statedScope: s ? "development" : "runtime",
		flags: n.isAbandoned ? ["deprecated"] : [],
		purl: l.purl,
		artifacts: l.artifacts,
		download: l.download
	};
	if (l.path === void 0) return {
		node: u,
		...l.problem === void 0 ? {} : { problem: l.problem }
	};
	const d = /^(?:[/~\\]|[A-Za-z]:)/.test(l.path) ? void 0 : fromLockfileFolder(e, l.path);
	if (d === void 0) return {
		node: u,
		problem: "it is a folder outside the repository"
	};
	if (/(?:^|\/)vendor(?:\/|$)/i.test(d)) return { node: {
		...u,
		installPath: d
	} };
	const f = firstPartyPurl(t, i, a, d);
	return { node: {
		...u,
		firstParty: true,
		purl: f,
		installPath: d
	} };
}
function rootNode(e, { name: t, version: n }) {
	const r = folderOf(e.path);
	const i = t ?? projectName(e);
	return {
		key: ".",
		name: i,
		version: n,
		kind: "application",
		line: 1,
		firstParty: true,
		purl: firstPartyPurl(e.origin, i, n, r),
		installPath: r
	};
}
function missingProblems(e, t) {
	return e.map(({ entry: e, name: n }) => ({
		node: t.get(e.key),
		reason: `its dependency ${n} is not in the lockfile`
	}));
}
async function readComposerLock(e) {
	const t = readComposerEntries(e);
	const n = targetsOf(t.entries);
	const r = fromLockfileFolder(e.path, "composer.json") ?? "composer.json";
	const { manifest: i, text: a, problems: o } = await manifestOf(r, e);
	const s = i === void 0 ? void 0 : rootNode(e, i);
	const c = t.entries.map((t) => toNode(e, t));
	const l = c.map(({ node: e }) => e);
	const u = packageEdges(t.entries, n, i);
	const d = s === void 0 || i === void 0 ? [] : [...edgesFrom(s.key, i.require, "runtime", n, true), ...edgesFrom(s.key, i.requireDev, "development", n, false)];
	const f = [
		...t.problems,
		...n.problems,
		...c.flatMap(({ node: e, problem: t }) => t === void 0 ? [] : [{
			node: e,
			reason: t
		}]),
		...missingProblems(u.missing, new Map(l.map((e) => [e.key, e]))),
		...o
	];
	if (i !== void 0 && e.compareManifests) f.push(...staleness(r, i, a, t, n));
	return [assembleGraph({
		path: e.path,
		format: "composer",
		ecosystem: "composer",
		roots: s === void 0 ? [] : [s],
		nodes: s === void 0 ? l : [s, ...l],
		edges: [...d, ...u.edges],
		edgeCompleteness: "complete",
		problems: f,
		covers: [r, ...await memberManifests(e, l, n)],
		integrityAdvice: "Composer writes checksums where a registry has them; packagist.org has none for archives of GitHub, whose commits are in the lockfile: `composer install --prefer-source` checks these."
	})];
}
async function manifestOf(e, t) {
	const { text: n, problems: r } = await manifestText(e, t);
	if (n === void 0) return {
		text: "",
		problems: r.length > 0 ? r : [{ reason: `what the project itself asks for is not known: there is no ${e}` }]
	};
	try {
		return {
			manifest: readComposerManifest(e, n),
			text: n,
			problems: r
		};
	} catch (t) {
		if (!(t instanceof UsageError)) throw t;
		return {
			text: n,
			problems: [unknownFit(e, t.message)]
		};
	}
}
function staleness(e, t, n, r, i) {
	const a = [...t.require.keys(), ...t.requireDev.keys()].filter((e) => i.find(e).length === 0 && !t.provides.has(e)).map((e) => `${e} is not locked`);
	if (a.length > 0) return staleProblems(e, a);
	const o = r.contentHash === void 0 ? r.fileHash && createHash("md5").update(n).digest("hex") : contentHash(t.json, n);
	const s = r.contentHash ?? r.fileHash;
	if (o === void 0 || s === void 0 || o === s) return [];
	return [{
		kind: "stale",
		item: e,
		reason: "it was changed after the lockfile was written (its content-hash is another)",
		identity: ""
	}];
}
async function memberManifests(e, t, n) {
	const r = [];
	for (const { firstParty: i, installPath: a } of t) {
		if (!i || a === void 0) continue;
		const t = a === "" ? "composer.json" : `${a}/composer.json`;
		const { manifest: o } = await manifestOf(t, e);
		const s = [...o?.require.keys() ?? [], ...o?.requireDev.keys() ?? []].every((e) => n.find(e).length > 0 || o?.provides.has(e));
		if (o !== void 0 && s) r.push(t);
	}
	return r;
}
export { composerAsks as n, readComposerManifest as r, readComposerLock as t };
