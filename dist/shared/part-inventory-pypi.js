import "./rolldown-runtime.js";
import { Gt as UsageError, H as comparePep440, K as buildPurl, U as pep440Range, dn as isRecord, lt as grouped, ut as plural } from "./part-base.js";
import { _ as groupByName, b as folderOf, d as scopesFrom, g as installedFolders, i as firstPartyPurl, v as isPackageName, x as fromLockfileFolder, y as normalizeName } from "./part-inventory.js";
import { a as textOf, i as tablesOf, n as parseToml, o as textsOf, r as tableOf, t as parseTableList } from "./part-inventory-toml.js";
import { d as scanJsonKeys } from "./part-inventory-assemble.js";
import { createHash } from "node:crypto";
const MAX_LENGTH$1 = 16384;
const MAX_DEPTH = 64;
const TOKEN = /\s*(?:([()])|'([^']*)'|"([^"]*)"|(===|==|!=|<=|>=|~=|<|>)|([A-Za-z_][\w.]*))/y;
function parseMarker(e) {
	const t = e.length > MAX_LENGTH$1 ? void 0 : tokenize(e);
	if (t === void 0) return void 0;
	const n = {
		tokens: t,
		at: 0,
		depth: 0
	};
	const r = readAny(n);
	return n.at === t.length ? r : void 0;
}
function tokenize(e) {
	const t = [];
	const n = e.trimEnd().length;
	TOKEN.lastIndex = 0;
	while (TOKEN.lastIndex < n) {
		const n = TOKEN.exec(e);
		if (n === null) return void 0;
		const [, r, i, a, o, s] = n;
		if (r !== void 0) t.push({
			kind: "mark",
			text: r
		});
		else if (o !== void 0) t.push({
			kind: "operator",
			text: o
		});
		else if (s !== void 0) t.push({
			kind: "word",
			text: s
		});
		else t.push({
			kind: "text",
			text: i ?? a ?? ""
		});
	}
	return t;
}
function readAny(e) {
	return readList(e, "or", readAll, (e) => ({ any: e }));
}
function readAll(e) {
	return readList(e, "and", readOne, (e) => ({ all: e }));
}
function readList(e, t, n, r) {
	const i = [];
	for (;;) {
		const r = n(e);
		if (r === void 0) return void 0;
		i.push(r);
		const a = e.tokens[e.at];
		if (a?.kind !== "word" || a.text !== t) break;
		e.at += 1;
	}
	const [a, ...o] = i;
	return o.length === 0 ? a : r(i);
}
function readOne(e) {
	const t = e.tokens[e.at++];
	if (t?.kind === "mark" && t.text === "(") {
		if (++e.depth > MAX_DEPTH) return void 0;
		const t = readAny(e);
		e.depth -= 1;
		return e.tokens[e.at++]?.text === ")" ? t : void 0;
	}
	const n = readOperator(e);
	const r = e.tokens[e.at++];
	if (t === void 0 || n === void 0 || r === void 0) return void 0;
	if (t.kind === "word" && r.kind === "text") return { atom: {
		variable: t.text,
		operator: n,
		value: r.text
	} };
	if (t.kind === "text" && r.kind === "word") return { atom: {
		variable: r.text,
		operator: TURNED[n] ?? n,
		value: t.text
	} };
}
const TURNED = {
	"<": ">",
	"<=": ">=",
	">": "<",
	">=": "<=",
	in: "contains",
	"not in": "lacks"
};
function readOperator(e) {
	const t = e.tokens[e.at++];
	if (t?.kind === "operator" || t?.kind === "word" && t.text === "in") return t.text;
	if (t?.kind !== "word" || t.text !== "not") return void 0;
	return e.tokens[e.at++]?.text === "in" ? "not in" : void 0;
}
function evaluate(e, t) {
	if ("atom" in e) return t(e.atom);
	return "all" in e ? e.all.every((e) => evaluate(e, t)) : e.any.some((e) => evaluate(e, t));
}
function atomsOf(e) {
	if ("atom" in e) return [e.atom];
	return ("all" in e ? e.all : e.any).flatMap(atomsOf);
}
const MAX_LENGTH = 16384;
const CLAUSE = /^(?:===|==|!=|<=|>=|~=|<|>)[^\s,;()]+$/;
function parseRequirement(e) {
	if (e.length > MAX_LENGTH) return void 0;
	const t = /^\s*([A-Za-z\d][A-Za-z\d._-]*)\s*(?:\[([^\]]*)\])?\s*/.exec(e);
	const [n = "", r = "", i = ""] = t ?? [];
	if (t === null || !isPackageName(r)) return void 0;
	const a = readExtras$1(i);
	if (a === void 0) return void 0;
	const o = e.slice(n.length);
	const s = {
		name: normalizeName(r),
		extras: a
	};
	return o.startsWith("@") ? withUrl(s, o.slice(1)) : withSpecifier(s, o);
}
function withUrl(e, t) {
	const [, n = "", r = ""] = /^\s*(\S+)(?:\s+;(.*))?\s*$/s.exec(t) ?? [];
	return n === "" ? void 0 : withMarker({
		...e,
		specifier: "",
		url: n
	}, r);
}
function withSpecifier(e, t) {
	const n = t.indexOf(";");
	const r = normalizeSpecifier(n < 0 ? t : t.slice(0, n));
	if (r === void 0) return void 0;
	return withMarker({
		...e,
		specifier: r
	}, n < 0 ? "" : t.slice(n + 1));
}
function withMarker(e, t) {
	const n = t.trim();
	if (n === "") return e;
	return parseMarker(n) === void 0 ? void 0 : {
		...e,
		marker: n
	};
}
function readExtras$1(e) {
	const t = e.split(",").map((e) => e.trim()).filter((e) => e !== "");
	if (!t.every(isPackageName)) return void 0;
	return [...new Set(t.map(normalizeName))].sort();
}
function normalizeSpecifier(e) {
	const t = e.trim();
	const n = (/^\(.*\)$/s.test(t) ? t.slice(1, -1) : t).split(",").map((e) => e.replaceAll(/\s+/g, "")).filter((e) => e !== "");
	return n.every((e) => CLAUSE.test(e)) ? n.join(",") : void 0;
}
function pinnedVersion(e) {
	const [, t] = /^={2,3}([^,*]+)$/.exec(e) ?? [];
	return t;
}
function readDeclarations(e) {
	const t = tableOf(e["project"]);
	const n = [];
	let r = 0;
	const i = (e, t) => {
		for (const i of e) {
			const e = parseRequirement(i);
			if (e === void 0) r += 1;
			else n.push({
				requirement: e,
				...t
			});
		}
	};
	i(textsOf(t["dependencies"]), {});
	for (const [e, n] of Object.entries(tableOf(t["optional-dependencies"]))) i(textsOf(n), { extra: normalizeName(e) });
	for (const [t, n] of groupsOf$1(e)) i(n, { group: t });
	return {
		declared: n,
		dynamic: new Set(textsOf(t["dynamic"])),
		unreadable: r
	};
}
function groupsOf$1(e) {
	const t = new Map();
	for (const [n, r] of Object.entries(tableOf(e["dependency-groups"]))) t.set(normalizeName(n), Array.isArray(r) ? r : []);
	return new Map([...t.keys()].map((e) => [e, flattened(e, t)]));
}
function flattened(e, t) {
	const n = [];
	const r = new Set();
	const i = [e];
	for (let e = i.pop(); e !== void 0; e = i.pop()) {
		if (r.has(e)) continue;
		r.add(e);
		for (const r of t.get(e) ?? []) if (typeof r === "string") n.push(r);
		else if (isRecord(r)) i.push(normalizeName(textOf(r["include-group"]) ?? ""));
	}
	return n;
}
const MANIFESTS = [
	"pyproject.toml",
	"setup.cfg",
	"setup.py"
];
function pyprojectAsks(e) {
	const t = parseToml("pyproject.toml", e);
	const { declared: n, dynamic: r, unreadable: i } = readDeclarations(t);
	if (n.length > 0 || i > 0) return true;
	const { poetry: a, pdm: o, uv: s, setuptools: c } = tableOf(t["tool"]);
	if (r.has("dependencies") && !fromRequirementsFile(c)) return true;
	return poetryAsks(tableOf(a)) || [o, s].some((e) => hasLists(tableOf(e)["dev-dependencies"]));
}
function fromRequirementsFile(e) {
	const t = tableOf(tableOf(e)["dynamic"]);
	return tableOf(t["dependencies"])["file"] !== void 0;
}
function poetryAsks(e) {
	const { python: t, ...n } = tableOf(e["dependencies"]);
	const r = Object.values(tableOf(e["group"]));
	return [
		n,
		e["dev-dependencies"],
		...r.map((e) => tableOf(e)["dependencies"])
	].some(hasKeys);
}
function hasKeys(e) {
	return Object.keys(tableOf(e)).length > 0;
}
function hasLists(e) {
	return (Array.isArray(e) ? [e] : Object.values(tableOf(e))).some((e) => Array.isArray(e) && e.length > 0);
}
function pipfileAsks(e) {
	const { source: t, requires: n, scripts: r, pipenv: i, ...a } = parseToml("Pipfile", e);
	return Object.values(a).some(hasKeys);
}
function setupConfigAsks(e) {
	return /^install_requires[ \t]*=[ \t]*(?:[^\s#]|(?:\n[ \t]+(?:#.*)?)*\n[ \t]+[^\s#])/m.test(e) || /^\[options\.extras_require\]\s*(?:\n\s*#.*)*\n\s*\w/m.test(e);
}
function setupScriptAsks(e) {
	return /^[^#\n]*\b(?:setuptools|distutils|skbuild)\b/m.test(e) && /^[^#\n]*\bsetup\s*\(/m.test(e) && /^[^#\n]*\b(?:install_requires|extras_require)\b/m.test(e);
}
function folderName({ path: e, origin: t }) {
	return e.split("/").at(-2) ?? t?.repository.split("/").at(-1) ?? "project";
}
function allOf(...e) {
	const t = [...new Set(e.filter((e) => e !== void 0 && e !== ""))];
	if (t.length < 2) return t[0];
	return t.map((e) => /\bor\b/.test(e) ? `(${e})` : e).join(" and ");
}
function anyOf(e) {
	const t = new Set();
	for (const n of e) {
		if (n === void 0 || n === "") return void 0;
		t.add(n);
	}
	const n = [...t].sort();
	if (n.length < 2) return n[0];
	return n.map((e) => /\band\b/.test(e) ? `(${e})` : e).join(" or ");
}
function extraCondition(e) {
	return `extra == '${e}'`;
}
function groupCondition(e) {
	return `'${e}' in dependency_groups`;
}
function resolveEdges(e, t) {
	const n = scopesFrom(e, pairEdges(e, t));
	const r = new Set(e);
	const i = new Map();
	for (const e of t) {
		const { from: t, to: a, extra: o, group: s, requirement: c, condition: l } = e;
		if (t === a) continue;
		const u = r.size === 0 ? "runtime" : kindOf(e, n);
		if (u === void 0) continue;
		const d = allOf(o === void 0 || l?.includes("extra") ? void 0 : extraCondition(o), s === void 0 ? void 0 : groupCondition(s), l);
		const f = JSON.stringify([
			t,
			a,
			u
		]);
		const p = i.get(f);
		if (p !== void 0) p.conditions.push(d);
		else {
			const e = {
				from: t,
				to: a,
				kind: u,
				...c ? { requirement: c } : {}
			};
			i.set(f, {
				...e,
				conditions: [d]
			});
		}
	}
	return [...i].sort(([e], [t]) => e < t ? -1 : 1).map(([, { conditions: e, ...t }]) => {
		const n = anyOf(e);
		return n === void 0 ? t : {
			...t,
			condition: n
		};
	});
}
function kindOf({ from: e, extra: t, group: n, chosenBy: r }, i) {
	if (n !== void 0) return "development";
	const a = i.get(t === void 0 ? e : pair(e, t));
	if (t !== void 0 && a === void 0) return void 0;
	if (r !== void 0) return CHOSEN[r];
	return t === void 0 || a === i.get(e) ? "runtime" : a;
}
const CHOSEN = {
	extra: "optional",
	group: "development"
};
function pairEdges(e, t) {
	const n = [];
	const r = new Set(e);
	const i = new Set();
	for (const { from: e, to: a, extra: o, group: s, chosenBy: c, extras: l } of t) {
		const t = o === void 0 ? e : pair(e, o);
		const u = c === void 0 ? "runtime" : CHOSEN[c];
		const d = s === void 0 ? u : "development";
		if (o !== void 0 && !i.has(t)) {
			i.add(t);
			n.push({
				from: t,
				to: e,
				kind: "runtime"
			});
			if (r.has(e)) n.push({
				from: e,
				to: t,
				kind: "optional"
			});
		}
		n.push({
			from: t,
			to: a,
			kind: d
		});
		for (const e of l) n.push({
			from: t,
			to: pair(a, e),
			kind: d
		});
	}
	return n;
}
function pair(e, t) {
	return `${e}\0${t}`;
}
const ALGORITHMS = new Map([
	["md5", ["MD5", 32]],
	["sha1", ["SHA-1", 40]],
	["sha224", ["SHA-224", 56]],
	["sha256", ["SHA-256", 64]],
	["sha384", ["SHA-384", 96]],
	["sha512", ["SHA-512", 128]],
	["sha3_256", ["SHA3-256", 64]],
	["sha3_384", ["SHA3-384", 96]],
	["sha3_512", ["SHA3-512", 128]],
	["blake2b", ["BLAKE2b-512", 128]]
]);
function parseHash(e) {
	const t = e.indexOf(":");
	return t < 0 ? void 0 : toHash(e.slice(0, t), e.slice(t + 1));
}
function toHash(e, t) {
	const [n, r] = ALGORITHMS.get(e.toLowerCase()) ?? [];
	if (n === void 0 || t.length !== r || !/^[0-9a-f]+$/i.test(t)) return void 0;
	return {
		algorithm: n,
		value: t.toLowerCase()
	};
}
function integrityProblems(e) {
	const t = e.filter(({ source: { kind: e }, version: t }) => e === "registry" && t !== void 0 || e === "archive");
	const n = t.filter(({ artifacts: e }) => e.every(({ hashes: e }) => e.length === 0));
	const [r] = n;
	if (r === void 0) return [];
	return [{
		line: r.line,
		...r.path === void 0 ? {} : { path: r.path },
		kind: "no-integrity",
		reason: `${grouped(n.length)} of ${grouped(t.length)} packages that are downloaded have no hash`,
		identity: ""
	}];
}
function assemble({ path: e, origin: t }, n) {
	const { format: r, entries: i, roots: a, problems: o } = n;
	const s = (t) => `${e}#${t}`;
	const c = new Map(i.map((e) => [e.key, e]));
	const l = resolveEdges(a, n.needs).filter(({ from: e, to: t }) => c.has(e) && c.has(t));
	const u = {
		path: e,
		origin: t,
		isRoot: new Set(a),
		scopes: scopesFrom(a, l),
		direct: n.edgeCompleteness === "unknown" || a.length === 0 ? void 0 : directOf(c, l),
		installed: n.installed,
		idOf: s
	};
	return {
		path: e,
		format: r,
		ecosystem: "pypi",
		roots: a.map(s),
		components: [...c.values()].map((e) => toComponent(e, u)).sort((e, t) => e.id < t.id ? -1 : 1),
		edges: l.map((e) => ({
			...e,
			from: s(e.from),
			to: s(e.to)
		})),
		edgeCompleteness: n.edgeCompleteness,
		covers: [...new Set([...n.covers, ...lockedFolders(e, n)])].sort(),
		gaps: toGaps(e, [
			...o,
			...sourceProblems(i),
			...integrityProblems(i)
		], s)
	};
}
function lockedFolders(e, { entries: t, edgeCompleteness: n }) {
	if (n !== "complete") return [];
	return t.flatMap(({ source: e }) => e.kind === "folder" ? e.path ?? [] : []).flatMap((t) => MANIFESTS.flatMap((n) => fromLockfileFolder(e, `${t}/${n}`) ?? []));
}
function directOf(e, t) {
	const n = t.filter(({ from: t }) => e.get(t)?.source.isOwn === true);
	return new Set(n.map(({ to: e }) => e));
}
function toComponent(e, t) {
	const { key: n, name: r, version: i, source: a, artifacts: o, line: s, statedScope: c } = e;
	const l = a.path === void 0 ? void 0 : fromLockfileFolder(t.path, a.path);
	const u = a.isOwn === true && l !== void 0;
	const d = u ? firstPartyPurl(t.origin, r, i, l) : a.kind === "file" || a.kind === "folder" ? void 0 : buildPurl({
		type: "pypi",
		name: r,
		version: i,
		qualifiers: a.qualifiers
	});
	const f = t.scopes.get(n);
	const p = t.direct?.has(n) ?? e.isDirect;
	const m = u ? l : t.installed?.folderOf(e);
	return {
		id: t.idOf(n),
		name: r,
		...i === void 0 ? {} : { version: i },
		kind: t.isRoot.has(n) && (l === "" || t.isRoot.size === 1) ? "application" : "library",
		ecosystem: "pypi",
		...d === void 0 ? {} : { purl: d },
		firstParty: u,
		scope: f ?? c ?? "runtime",
		...p === void 0 ? {} : { direct: p },
		artifacts: o.length === 0 && a.url !== void 0 ? [{
			hashes: [],
			url: a.url
		}] : o,
		location: {
			path: e.path ?? t.path,
			...s === void 0 ? {} : { startLine: s }
		},
		...m ? { installPath: m } : {},
		aliases: [],
		flags: disagrees(f, c) ? ["scopeMismatch"] : []
	};
}
function disagrees(e, t) {
	return e !== void 0 && t !== void 0 && e !== t;
}
function sourceProblems(e) {
	return e.flatMap(({ key: e, line: t, source: { problem: n } }) => n === void 0 ? [] : [{
		key: e,
		line: t,
		reason: n
	}]);
}
function toGaps(e, t, n) {
	const r = t.map(({ key: t, line: r, reason: i, kind: a, identity: o, advice: s, ...c }) => {
		const l = c.path ?? e;
		return {
			kind: a ?? "entry",
			item: t ?? l,
			reason: i,
			location: {
				path: l,
				...r === void 0 ? {} : { startLine: r }
			},
			...t === void 0 ? {} : { componentId: n(t) },
			...o === void 0 ? {} : { identity: o },
			...s === void 0 ? {} : { advice: s }
		};
	});
	return [...new Map(r.map((e) => [`${e.item}\0${e.reason}`, e]))].sort(([e], [t]) => e < t ? -1 : 1).map(([, e]) => e);
}
const PUBLIC_INDEXES = new Set([
	"pypi.org",
	"pypi.python.org",
	"files.pythonhosted.org"
]);
function indexSource(e) {
	if (e === void 0 || e === "https://pypi.org/simple") return { kind: "registry" };
	const t = publicUrl(e);
	if (t === void 0 || t.protocol === "file:") return { kind: "file" };
	if (PUBLIC_INDEXES.has(t.host)) return { kind: "registry" };
	return {
		kind: "registry",
		qualifiers: { repository_url: t.href.replace(/\/$/, "") }
	};
}
function archiveSource(e) {
	const t = publicUrl(e);
	if (t === void 0) return {
		kind: "archive",
		problem: "its URL can't be read"
	};
	if (t.protocol === "file:") return {
		kind: "file",
		problem: OUTSIDE
	};
	return {
		kind: "archive",
		url: t.href,
		qualifiers: { download_url: t.href }
	};
}
const OUTSIDE = "it is a file outside the repository";
function fileSource(e) {
	return isAbsolute(e) ? {
		kind: "file",
		problem: OUTSIDE
	} : {
		kind: "file",
		path: e
	};
}
function folderSource(e, t) {
	return isAbsolute(e) ? {
		kind: "folder",
		problem: "it is a folder outside the repository"
	} : {
		kind: "folder",
		path: e,
		isOwn: t
	};
}
function gitSource(e, t, n) {
	const r = publicUrl(withScheme(e.replace(/^git\+/, "")));
	if (r === void 0) return {
		kind: "git",
		problem: "the URL of its repository can't be read"
	};
	if (r.protocol === "file:") return {
		kind: "file",
		problem: "its repository is a local folder"
	};
	const i = `git+${r.href}${t === void 0 ? "" : `@${t}`}`;
	const a = t !== void 0 && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(t);
	return {
		kind: "git",
		url: n === void 0 ? i : `${i}#subdirectory=${encodeURI(n)}`,
		qualifiers: { vcs_url: i },
		...a ? {} : { problem: "no full git commit is named" }
	};
}
function withScheme(e) {
	const t = /^(?:([\w.-]+)@)?([\w.-]+\.\w+):(?!\/\/)(.+)$/.exec(e);
	if (t !== null) return `ssh://${t[1] ?? "git"}@${t[2]}/${t[3]}`;
	return e.replace(/^(ssh:\/\/(?:[^/:@]+@)?[^/:@]+):(?=[^/\d@][^/@]*\/)/, "$1/");
}
function publicUrl(e) {
	if (!URL.canParse(e) || /^[A-Za-z]:[\\/]/.test(e)) return void 0;
	const t = new URL(e);
	t.password = "";
	if (t.protocol !== "ssh:" || t.username !== "git") t.username = "";
	t.search = "";
	t.hash = "";
	return t;
}
function isAbsolute(e) {
	return /^(?:[/~\\]|[A-Za-z]:)/.test(e);
}
const MAX_NAMED$1 = 5;
function staleProblem(e, t) {
	if (t.length === 0) return void 0;
	const n = [...t].sort();
	return {
		kind: "stale",
		reason: `${e} asks for other packages: ${n.slice(0, MAX_NAMED$1).join(", ").slice(0, 1e3)}${n.length > MAX_NAMED$1 ? ` and ${plural(n.length - MAX_NAMED$1, "more difference")}` : ""}`,
		identity: n.join("\n")
	};
}
async function readPyproject(e, { readText: t }) {
	try {
		const n = await t(e);
		return n === void 0 ? { problems: [] } : {
			table: parseToml(e, n),
			problems: []
		};
	} catch (t) {
		if (!(t instanceof UsageError)) throw t;
		return { problems: [{ reason: `nobody can say whether it fits ${e}: ${t.message}` }] };
	}
}
function isSameSpecifier(e, t) {
	if (e === t) return true;
	const [n, r] = [e.split(","), t.split(",")];
	return n.length === r.length && n.every((e) => r.some((t) => isSameClause(e, t)));
}
function isSameClause(e, t) {
	const [, n, r = ""] = /^([=!<>~]+)(.*)$/.exec(e.trim()) ?? [];
	const [, i, a = ""] = /^([=!<>~]+)(.*)$/.exec(t.trim()) ?? [];
	if (n !== i) return false;
	return r === a || comparePep440(r, a) === 0;
}
function pythonJson(e, t = [", ", ": "]) {
	if (typeof e === "string") return asciiString(e);
	if (typeof e === "boolean" || e === null) return String(e);
	if (typeof e === "number") return Number.isSafeInteger(e) ? String(e) : void 0;
	const [n, r] = t;
	if (Array.isArray(e)) return joined(e.map((e) => pythonJson(e, t)), "[", n, "]");
	if (!isRecord(e) || e instanceof Date) return void 0;
	return joined(Object.entries(e).sort(([e], [t]) => e < t ? -1 : 1).map(([e, n]) => {
		const i = pythonJson(n, t);
		return i === void 0 ? void 0 : `${asciiString(e)}${r}${i}`;
	}), "{", n, "}");
}
function joined(e, t, n, r) {
	return e.includes(void 0) ? void 0 : `${t}${e.join(n)}${r}`;
}
function asciiString(e) {
	return JSON.stringify(e).replaceAll(/[\u0080-\uffff]/g, (e) => `\\u${e.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
function matchesContentHash$1(e, t) {
	const [n, r] = e.split(":");
	if (n !== "sha256" || t["project"] === void 0) return void 0;
	const i = tableOf(t["project"]);
	const a = tableOf(tableOf(t["tool"])["pdm"]);
	const o = tableOf(a["resolution"]);
	const s = {
		sources: a["source"] ?? [],
		dependencies: i["dependencies"] ?? [],
		"optional-dependencies": i["optional-dependencies"] ?? {},
		"requires-python": i["requires-python"] ?? ""
	};
	const c = [groupsOf(t, a), tableOf(a["dev-dependencies"])].flatMap((e) => [{
		...s,
		"dev-dependencies": e,
		resolution: o
	}, {
		...s,
		"dev-dependencies": e,
		overrides: o["overrides"] ?? {}
	}]).map((e) => pythonJson(e));
	if (c.includes(void 0)) return void 0;
	return c.some((e) => createHash("sha256").update(e ?? "").digest("hex") === r);
}
function groupsOf(e, t) {
	const n = new Map();
	for (const [t, r] of Object.entries(tableOf(e["dependency-groups"]))) n.set(normalizeName(t), r);
	for (const [e, r] of Object.entries(tableOf(t["dev-dependencies"]))) n.set(normalizeName(e), [n.get(normalizeName(e)) ?? [], r].flat());
	return Object.fromEntries(n);
}
function readFiles$2(e, t) {
	const n = new Set();
	const r = [];
	for (const i of e) {
		if (!isRecord(i)) {
			n.add("one of its files is no table");
			continue;
		}
		const e = hashesOf(i);
		if (e.includes(void 0)) n.add("one of its files has an unknown hash");
		const a = e.filter((e) => e !== void 0);
		const o = fileUrl(textOf(i["url"]) ?? t);
		const s = textOf(i["filename"]) ?? textOf(i["file"]) ?? textOf(i["name"]) ?? lastPart$1(i["path"]);
		r.push({
			hashes: a,
			...o === void 0 ? {} : { url: o },
			...o !== void 0 || s === void 0 ? {} : { fileName: s }
		});
	}
	return {
		artifacts: r,
		reasons: [...n]
	};
}
function hashesOf(e) {
	const t = textOf(e["hash"]);
	if (t !== void 0) return [parseHash(t)];
	return Object.entries(tableOf(e["hashes"])).map(([e, t]) => toHash(e, textOf(t) ?? ""));
}
function fileUrl(e) {
	if (e === void 0) return void 0;
	if (/^https:\/\/files\.pythonhosted\.org\/[\w./-]+$/.test(e)) return e;
	const t = publicUrl(e);
	return t === void 0 || t.protocol === "file:" ? void 0 : t.href;
}
function lastPart$1(e) {
	return textOf(e)?.replace(/^.*[\\/]/s, "");
}
function readEntries$5(e, t) {
	const n = tableOf(tableOf(e["metadata"])["files"]);
	const r = [];
	const i = new Map();
	const a = new Set();
	for (const [e, { table: o, line: s }] of t.entries()) {
		const t = textOf(o?.["name"]);
		if (o === void 0 || t === void 0 || !isPackageName(t)) {
			r.push({
				key: `package ${e + 1}`,
				line: s,
				reason: "the entry has no package name"
			});
			continue;
		}
		const { entry: c, extras: l, reasons: u } = readEntry$5(normalizeName(t), o, s, n);
		const { key: d } = c;
		r.push(...u.map((e) => ({
			key: d,
			line: s,
			reason: e
		})));
		const f = JSON.stringify([d, l]);
		if (a.has(f)) r.push({
			key: d,
			line: s,
			reason: "the entry stands in the lockfile more than once; all of them were read as one"
		});
		a.add(f);
		i.set(d, united$1(i.get(d), c, l));
	}
	return {
		entries: [...i.values()],
		problems: r
	};
}
function united$1(e, t, n) {
	if (e === void 0) return t;
	return {
		...n.length === 0 ? t : e,
		artifacts: e.artifacts.length > 0 ? e.artifacts : t.artifacts,
		marker: e.marker === t.marker ? e.marker : void 0,
		...e.statedScope === "runtime" ? { statedScope: "runtime" } : {},
		requirements: [...e.requirements, ...t.requirements]
	};
}
function readEntry$5(e, t, n, r) {
	const i = textOf(t["version"]);
	const a = readSource$4(t);
	const o = textsOf(t["extras"]).map(normalizeName).sort();
	const s = new Set();
	const c = [];
	for (const n of textsOf(t["dependencies"])) {
		const t = parseRequirement(n);
		if (t === void 0) s.add("one of its dependencies is no requirement");
		else if (o.length === 0 || t.name !== e || t.extras.length > 0) c.push({
			...t,
			askedBy: o
		});
	}
	if (i === void 0) s.add("the entry has no version");
	const { artifacts: l, reasons: u } = filesOf$1(t, e, i, r, a);
	const d = a.kind === "registry" && a.qualifiers === void 0;
	const f = a.path ?? a.url ?? a.kind;
	const p = textsOf(t["groups"]);
	return {
		entry: {
			key: [
				e,
				i,
				d ? void 0 : `(${f})`
			].filter((e) => e !== void 0).join(" "),
			name: e,
			version: i,
			line: n,
			source: a,
			artifacts: l,
			...p.includes("default") ? { statedScope: "runtime" } : {},
			marker: textOf(t["marker"]),
			requirements: c
		},
		extras: o,
		reasons: [...s, ...u]
	};
}
function filesOf$1(e, t, n, r, { url: i }) {
	const a = e["files"] ?? Object.entries(r).find(([e]) => {
		const [r = "", i] = e.split(" ");
		return normalizeName(r) === t && i === n;
	})?.[1];
	return readFiles$2(Array.isArray(a) ? a : [], i);
}
function readSource$4(e) {
	const t = (t) => textOf(e[t]);
	const [n, r, i] = [
		t("git"),
		t("url"),
		t("path")
	];
	if (n !== void 0) return gitSource(n, t("revision") ?? t("ref"), t("subdirectory"));
	if (i !== void 0 && /\.(?:whl|zip|tgz|tar\.\w+)$/.test(i)) return fileSource(i);
	if (i !== void 0) return folderSource(i, e["editable"] === true);
	if (r?.startsWith("file:///${PROJECT_ROOT}/")) return fileSource(r.slice(24));
	return r === void 0 ? indexSource(void 0) : archiveSource(r);
}
const MAX_ALTERNATIVES = 256;
function areDisjoint(...e) {
	let t = [[]];
	for (const n of new Set(e)) {
		const e = n === void 0 ? void 0 : parseMarker(n);
		if (e === void 0) continue;
		const r = product(t, alternativesOf(e));
		if (r.length > MAX_ALTERNATIVES) return false;
		t = r.filter(canHold);
		if (t.length === 0) return true;
	}
	return false;
}
function alternativesOf(e) {
	if ("atom" in e) return [[e.atom]];
	if ("any" in e) return e.any.flatMap(alternativesOf).slice(0, 257);
	return e.all.map(alternativesOf).reduce(product, [[]]);
}
function product(e, t) {
	const n = [];
	for (const r of e) for (const e of t) {
		if (n.length > MAX_ALTERNATIVES) return n;
		n.push([...r, ...e]);
	}
	return n;
}
function canHold(e) {
	let t = [[0, Number.POSITIVE_INFINITY]];
	const n = new Map();
	const r = new Set();
	for (const { variable: i, operator: a, value: o } of e) if (i === "python_version" || i === "python_full_version") {
		const e = intervalsOf(a, o, i === "python_version");
		if (e !== void 0) t = intersection(t, e);
	} else if (a === "!=") r.add(`${i}\0${o}`);
	else if (a === "==") {
		const e = n.get(i);
		if (e !== void 0 && e !== o && i !== "extra") return false;
		n.set(i === "extra" ? `extra\0${o}` : i, o);
	}
	if (t.length === 0) return false;
	return ![...n].some(([e, t]) => r.has(e.includes("\0") ? e : `${e}\0${t}`));
}
const PART = 1e4;
function numberOf(e) {
	const [t = 0, n = 0, r = 0] = e;
	return (t * PART + n) * PART + r;
}
function intervalsOf(e, t, n) {
	if (e === "in" || e === "not in") return void 0;
	const r = /^(\d{1,3})(?:\.(\d{1,3}))?(?:\.(\d{1,3}))?(\.\*)?$/.exec(t.trim());
	if (r === null) return void 0;
	const i = r.slice(1, 4).filter((e) => e !== void 0).map(Number);
	const a = r[4] !== void 0;
	const o = numberOf(i);
	const s = o + (a || n ? widthOf(a ? i.length : Math.min(i.length, 2)) : 1);
	switch (e) {
		case "==":
		case "===": return [[o, s]];
		case "!=": return [[0, o], [s, Number.POSITIVE_INFINITY]];
		case "<": return [[0, o]];
		case "<=": return [[0, s]];
		case ">": return [[s, Number.POSITIVE_INFINITY]];
		case ">=": return [[o, Number.POSITIVE_INFINITY]];
		case "~=": return i.length < 2 ? void 0 : [[o, numberOf(i.slice(0, -1)) + widthOf(i.length - 1)]];
		default: return;
	}
}
function widthOf(e) {
	return e === 1 ? PART * PART : e === 2 ? PART : 1;
}
function intersection(e, t) {
	return e.flatMap(([e, n]) => t.map(([t, r]) => [Math.max(e, t), Math.min(n, r)]).filter(([e, t]) => e < t));
}
function resolver$2(e, t) {
	const n = groupByName(e);
	return ({ name: e, specifier: r, url: i, marker: a }, o) => {
		const s = r === "" || i !== void 0 ? void 0 : pep440Range(r, { prereleases: true });
		return (n.get(e) ?? []).filter(({ version: e, marker: n }) => (s === void 0 || e === void 0 || s(e)) && !areDisjoint(t, o, a, n));
	};
}
function readNeeds$3(e, t) {
	const n = [];
	const r = [];
	for (const i of e) for (const e of i.requirements) {
		const a = t(e, i.marker);
		if (a.length === 0 && e.marker === void 0) {
			const t = `its dependency ${e.name}${e.specifier.slice(0, 100)} is not in the lockfile`;
			r.push({
				key: i.key,
				line: i.line,
				reason: t
			});
		}
		const o = e.askedBy.length === 0 ? [void 0] : e.askedBy;
		for (const t of a) for (const r of o) n.push(toNeed$3(i.key, t, e, r));
	}
	return {
		needs: n,
		problems: r
	};
}
function rootNeeds$1(e, t, n, r) {
	const i = [];
	const a = [];
	for (const { requirement: o, extra: s, group: c } of t) {
		const t = r(o, void 0);
		const l = n.size === 0 || n.has(s ?? c ?? "default");
		if (t.length === 0 && o.marker === void 0 && l) a.push(`${o.name}${o.specifier}`);
		i.push(...t.map((t) => toNeed$3(e, t, o, s, c)));
	}
	return {
		needs: i,
		missing: a
	};
}
function toNeed$3(e, t, { specifier: n, extras: r, marker: i }, a, o) {
	return {
		from: e,
		to: t.key,
		...a === void 0 ? {} : { extra: a },
		...o === void 0 ? {} : { group: o },
		extras: r,
		...n === "" ? {} : { requirement: n },
		...i === void 0 ? {} : { condition: i }
	};
}
const HINT$4 = "Write it again with `pdm lock`.";
const ROOT$2 = ".";
async function readPdmLock(e) {
	const { rest: t, taken: n } = parseTableList(e.path, e.text, "package", (e) => e, HINT$4);
	const r = tableOf(t["metadata"]);
	checkVersion$3(e.path, r);
	const { entries: i, problems: a } = readEntries$5(t, n);
	const o = resolver$2(i, targetMarker(r));
	const { needs: s, problems: c } = readNeeds$3(i, o);
	const l = fromLockfileFolder(e.path, "pyproject.toml") ?? "pyproject.toml";
	const { table: u, problems: d } = await readPyproject(l, e);
	const f = u === void 0 ? void 0 : rootNeeds$1(ROOT$2, declaredIn(u), new Set(textsOf(r["groups"])), o);
	const p = u === void 0 || f === void 0 || !e.compareManifests ? [] : staleProblems$3(l, textOf(r["content_hash"]), u, f.missing);
	return [assemble(e, {
		format: "pdm",
		entries: u === void 0 ? i : [rootEntry$1(u, l, e), ...i],
		roots: u === void 0 ? [] : [ROOT$2],
		needs: [...s, ...f?.needs ?? []],
		edgeCompleteness: "complete",
		covers: MANIFESTS.flatMap((t) => fromLockfileFolder(e.path, t) ?? []),
		problems: [
			...a,
			...c,
			...d,
			...p
		],
		installed: await installedFolders(e)
	})];
}
function checkVersion$3(e, t) {
	const n = t["lock_version"];
	if (typeof n === "string" && /^4(?:\.\d+)*$/.test(n)) return;
	const r = JSON.stringify(n)?.slice(0, 50) ?? "no `lock_version`: it is cut off, or older than 4";
	throw new UsageError(`${e} has ${n === void 0 ? "" : "lock_version "}${r}; 4.x is known`, { hint: HINT$4 });
}
function targetMarker(e) {
	return anyOf(tablesOf(e["targets"]).map((e) => textOf(e?.["requires_python"])?.split(",").map((e) => e.trim().replace(/^([=!<>~]+)\s*(.*)$/, "python_full_version $1 '$2'")).join(" and ")));
}
function declaredIn(e) {
	const t = tableOf(tableOf(tableOf(e["tool"])["pdm"])["dev-dependencies"]);
	const n = Object.entries(t).flatMap(([e, t]) => textsOf(t).flatMap((t) => {
		const n = parseRequirement(t.replace(/^-e\s+\S+#egg=/, ""));
		return n === void 0 ? [] : [{
			requirement: n,
			group: normalizeName(e)
		}];
	}));
	const r = normalizeName(textOf(tableOf(e["project"])["name"]) ?? "");
	const { declared: i } = readDeclarations(e);
	return [...i, ...n].filter(({ requirement: e }) => e.name !== r);
}
function rootEntry$1(e, t, n) {
	const r = tableOf(e["project"]);
	const i = textOf(r["name"]) ?? "";
	return {
		key: ROOT$2,
		name: isPackageName(i) ? normalizeName(i) : folderName(n),
		version: textOf(r["version"]),
		line: void 0,
		path: t,
		source: folderSource(ROOT$2, true),
		artifacts: []
	};
}
function staleProblems$3(e, t, n, r) {
	const i = staleProblem(e, r.map((e) => `${e} is not locked`));
	if (i !== void 0) return [i];
	if (t === void 0 || matchesContentHash$1(t, n) !== false) return [];
	return [{
		kind: "stale",
		reason: `it was not made from ${e} as it is now: the \`content_hash\` is another one`
	}];
}
const META = "_meta";
function scopeOfCategory(e) {
	return e === "default" ? "runtime" : e === "develop" ? "development" : "optional";
}
function readEntries$4(e, t) {
	const { lines: n, duplicates: r } = linesOf(t);
	const i = indexesOf(e);
	const a = [...r];
	const o = new Map();
	for (const [t, r] of Object.entries(e)) {
		if (t === META) continue;
		if (!isRecord(r)) {
			a.push({
				key: t.slice(0, 100),
				reason: "the category is no object"
			});
			continue;
		}
		for (const [e, s] of Object.entries(r)) {
			const r = n.get(`${t}\0${e}`);
			if (!isPackageName(e) || !isRecord(s)) {
				const t = isRecord(s) ? "the name is no package name" : "the entry is no object";
				a.push({
					key: e.slice(0, 100),
					line: r,
					reason: t
				});
				continue;
			}
			const { entry: c, reasons: l } = readEntry$4(normalizeName(e), s, r, t, i);
			a.push(...l.map((e) => ({
				key: c.key,
				line: r,
				reason: e
			})));
			o.set(c.key, united(o.get(c.key), c));
		}
	}
	return {
		entries: [...o.values()],
		problems: a
	};
}
const ORDER = [
	"runtime",
	"optional",
	"development"
];
function united(e, t) {
	if (e === void 0) return t;
	const n = [e.statedScope, t.statedScope];
	const r = ORDER.find((e) => n.includes(e)) ?? "runtime";
	return {
		...e,
		statedScope: r,
		categories: new Set([...e.categories, ...t.categories])
	};
}
function readEntry$4(e, t, n, r, i) {
	const a = new Set();
	const o = textOf(t["version"]);
	const s = o === void 0 ? void 0 : pinnedVersion(o.replaceAll(/\s/g, ""));
	const c = readSource$3(t, i);
	if (c.kind === "registry" && s === void 0) a.add(o === void 0 ? "the entry has no version" : "its version is not pinned");
	const l = textsOf(t["hashes"]).map(parseHash);
	if (l.includes(void 0)) a.add("one of its hashes is not known");
	const u = textOf(t["markers"]);
	const d = c.path ?? c.url ?? c.qualifiers?.["repository_url"];
	return {
		entry: {
			key: [
				e,
				s,
				d === void 0 ? void 0 : `(${d})`
			].filter((e) => e !== void 0).join(" "),
			name: e,
			version: s,
			line: n,
			source: c,
			artifacts: l.filter((e) => e !== void 0).map((e) => ({
				hashes: [e],
				...u === void 0 ? {} : { condition: u }
			})),
			statedScope: scopeOfCategory(r),
			categories: new Set([r])
		},
		reasons: [...a]
	};
}
function readSource$3(e, t) {
	const n = (t) => textOf(e[t]);
	const r = n("git");
	if (r !== void 0) return gitSource(r, n("ref"), n("subdirectory"));
	const i = n("path");
	if (i !== void 0) return folderSource(i, e["editable"] === true);
	const a = n("file") ?? n("url");
	if (a !== void 0) return /^[a-z][a-z\d+.-]+:/i.test(a) ? archiveSource(a) : fileSource(a);
	const o = n("index");
	const s = t.values().next().value;
	return indexSource(o === void 0 ? s : t.get(o));
}
function indexesOf(e) {
	const t = tablesOf(tableOf(e[META])["sources"]);
	return new Map(t.flatMap((e) => {
		const [t, n] = [textOf(e?.["name"]), textOf(e?.["url"])];
		return t === void 0 || n === void 0 || !URL.canParse(n) ? [] : [[t, n]];
	}));
}
function linesOf(e) {
	const t = new Map();
	const n = [];
	let r = "";
	scanJsonKeys(e, (e, i, a) => {
		if (i === 1) r = e;
		if (i !== 2 || r === META) return;
		const o = `${r}\0${e}`;
		if (t.has(o)) n.push({
			key: e.slice(0, 100),
			line: a,
			reason: "the entry stands in its category more than once; the last one was read"
		});
		t.set(o, a);
	});
	return {
		lines: t,
		duplicates: n
	};
}
const HINT$3 = "Write it again with `pipenv lock`.";
const ROOT$1 = ".";
async function readPipfileLock(e) {
	const t = parseLock(e);
	const { entries: n, problems: r } = readEntries$4(t, e.text);
	const i = fromLockfileFolder(e.path, "Pipfile") ?? "Pipfile";
	const { table: a, problems: o } = await readPyproject(i, e);
	const s = a === void 0 ? [] : askedIn(a);
	const c = rootNeeds(s, n);
	const l = a === void 0 || !e.compareManifests ? [] : staleProblems$2(t, a, s, n);
	return [assemble(e, {
		format: "pipenv",
		entries: a === void 0 ? n : [rootEntry(e, i), ...n],
		roots: a === void 0 ? [] : [ROOT$1],
		needs: c,
		edgeCompleteness: a === void 0 ? "unknown" : "direct",
		covers: [i],
		problems: [
			...r,
			...o,
			...l
		],
		installed: await installedFolders(e)
	})];
}
function parseLock({ path: e, text: t }) {
	let n;
	try {
		n = JSON.parse(t);
	} catch {
		throw new UsageError(`${e} is no JSON`, { hint: HINT$3 });
	}
	if (!isRecord(n)) throw new UsageError(`${e} is no JSON object`, { hint: HINT$3 });
	const r = tableOf(n["_meta"])["pipfile-spec"];
	if (r === 6) return n;
	const i = JSON.stringify(r)?.slice(0, 50) ?? "none";
	throw new UsageError(`${e} has the pipfile-spec ${i}; 6 is known`, { hint: HINT$3 });
}
const CATEGORIES = new Map([["packages", "default"], ["dev-packages", "develop"]]);
const OTHERS = new Set([
	"source",
	"requires",
	"scripts",
	"pipfile",
	"pipenv"
]);
function askedIn(e) {
	return Object.entries(e).filter(([e]) => !OTHERS.has(e)).flatMap(([e, t]) => Object.entries(tableOf(t)).map(([t, n]) => {
		const r = textOf(n) ?? textOf(tableOf(n)["version"]);
		return {
			name: normalizeName(t),
			category: CATEGORIES.get(e) ?? e,
			requirement: r === "*" ? void 0 : r
		};
	}));
}
function rootNeeds(e, t) {
	const n = groupByName(t);
	return e.flatMap(({ name: e, category: t, requirement: r }) => (n.get(e) ?? []).filter(({ categories: e }) => e.has(t)).map(({ key: e }) => {
		const n = scopeOfCategory(t);
		return {
			from: ROOT$1,
			to: e,
			extras: [],
			...n === "runtime" ? {} : { chosenBy: n === "optional" ? "extra" : "group" },
			...r === void 0 ? {} : { requirement: r },
			...n === "runtime" ? {} : { condition: `'${t}' in categories` }
		};
	}));
}
function rootEntry(e, t) {
	return {
		key: ROOT$1,
		name: folderName(e),
		version: void 0,
		line: void 0,
		path: t,
		source: folderSource(ROOT$1, true),
		artifacts: []
	};
}
function staleProblems$2(e, t, n, r) {
	const i = new Set(r.flatMap(({ name: e, categories: t }) => [...t].map((t) => `${t} ${e}`)));
	const a = n.filter(({ name: e, category: t }) => !i.has(`${t} ${e}`));
	const o = staleProblem("Pipfile", a.map(({ name: e }) => `${e} is not locked`));
	if (o !== void 0) return [o];
	const s = textOf(tableOf(tableOf(e["_meta"])["hash"])["sha256"]);
	if (s === void 0 || matchesHash(s, t) !== false) return [];
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
function matchesHash(e, t) {
	const n = Object.entries(t).filter(([e]) => !OTHERS.has(e) && !CATEGORIES.has(e));
	const r = {
		default: tableOf(t["packages"]),
		develop: tableOf(t["dev-packages"]),
		...Object.fromEntries(n)
	};
	const i = Object.entries(r).map(([e, t]) => [e, Object.fromEntries(Object.entries(tableOf(t)).map(([e, t]) => [normalizeName(e), t]))]);
	const a = {
		sources: t["source"] ?? [PYPI],
		requires: t["requires"] ?? {}
	};
	const o = [r, Object.fromEntries(i)].map((e) => pythonJson({
		_meta: a,
		...e
	}, [",", ":"]));
	if (o.includes(void 0)) return void 0;
	return o.some((t) => createHash("sha256").update(t ?? "").digest("hex") === e);
}
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
function matchesContentHash(e, t) {
	const n = tableOf(tableOf(t["tool"])["poetry"]);
	const r = picked(tableOf(t["project"]), PROJECT_KEYS);
	const i = tableOf(t["dependency-groups"]);
	const a = (e) => {
		const t = {
			...isEmpty(r) ? {} : { project: r },
			...e && !isEmpty(i) ? { "dependency-groups": i } : {}
		};
		const a = picked(n, [...POETRY_KEYS, "group"]);
		return isEmpty(t) ? void 0 : {
			...t,
			tool: { poetry: a }
		};
	};
	const o = {
		...Object.fromEntries(POETRY_KEYS.map((e) => [e, n[e] ?? null])),
		...picked(n, ["group"])
	};
	const s = [
		a(true),
		a(false),
		o
	].filter((e) => e !== void 0).map((e) => pythonJson(e));
	if (s.some((e) => e === void 0)) return void 0;
	return s.some((t) => createHash("sha256").update(t ?? "").digest("hex") === e);
}
function picked(e, t) {
	return Object.fromEntries(t.filter((t) => e[t] != null).map((t) => [t, e[t]]));
}
function isEmpty(e) {
	return Object.keys(e).length === 0;
}
function readConstraint(e) {
	const t = e.split(/\s*\|\|?\s*/).map(readAlternative);
	const n = t.filter((e) => e !== void 0);
	return n.length === t.length ? n : void 0;
}
function allows(e, t) {
	const n = readConstraint(e);
	if (n === void 0 || t === void 0) return true;
	return n.some((e) => e === "" || (pep440Range(e, { prereleases: true })?.(t) ?? true));
}
function readAlternative(e) {
	const t = [];
	const n = e.replaceAll(/([<>=!~^]+)\s+/g, "$1").split(/[\s,]+/);
	for (const e of n) {
		if (e === "" || e === "*") continue;
		const n = readClause(e);
		if (n === void 0) return void 0;
		t.push(n);
	}
	return t.join(",");
}
function readClause(e) {
	const [, t = "", n = ""] = /^(\^|~(?!=)|===?|!=|<=|>=|~=|<|>|)([\w.!+*-]+)$/.exec(e) ?? [];
	if (n === "") return void 0;
	if (t === "^" || t === "~") {
		const e = nextVersion(n, t);
		return e === void 0 ? void 0 : `>=${n},<${e}`;
	}
	return t === "" || t === "=" ? `==${n}` : e;
}
function nextVersion(e, t) {
	const [n] = /^\d+(?:\.\d+)*/.exec(e) ?? [];
	if (n === void 0) return void 0;
	const r = n.split(".").map(Number);
	const i = r.length - 1;
	const a = r.findIndex((e) => e !== 0);
	const o = t === "~" ? Math.min(1, i) : a < 0 ? i : a;
	return r.slice(0, o + 1).map((e, t) => t === o ? e + 1 : e).join(".");
}
function readDependencies(e, t) {
	const n = [];
	for (const r of Array.isArray(t) ? t : [t]) {
		const t = typeof r === "string" ? { version: r } : r;
		if (!isRecord(t)) return void 0;
		n.push(readDependency(normalizeName(e), t));
	}
	return n;
}
function readDependency(e, t) {
	const n = textOf(t["python"]);
	const r = allOf(textOf(t["markers"]), n === void 0 ? void 0 : pythonMarker(n), textOf(t["platform"]) === void 0 ? void 0 : `sys_platform == '${t["platform"]}'`);
	return {
		name: e,
		constraint: textOf(t["version"]) ?? "*",
		marker: r,
		extras: textsOf(t["extras"]).map(normalizeName),
		optional: t["optional"] === true,
		extrasInMarker: r === void 0 ? [] : extrasIn(r)
	};
}
function extrasIn(e) {
	const t = e.includes("extra") ? parseMarker(e) : void 0;
	if (t === void 0) return [];
	return atomsOf(t).filter(({ variable: e, operator: t }) => e === "extra" && t === "==").map(({ value: e }) => normalizeName(e));
}
function pythonMarker(e) {
	const t = readConstraint(e);
	if (t === void 0 || t.includes("")) return void 0;
	return t.map((e) => e.split(",").map((e) => e.replace(/^([=!<>~]+)(.*)$/, "python_full_version $1 '$2'")).join(" and ")).join(" or ");
}
function readEntries$3(e, t) {
	const n = filesByName(tableOf(e["metadata"]), t);
	const r = [];
	const i = new Map();
	for (const [e, { table: a, line: o }] of t.entries()) {
		const t = textOf(a?.["name"]);
		const s = textOf(a?.["version"]);
		if (a === void 0 || t === void 0 || !isPackageName(t)) {
			r.push({
				key: `package ${e + 1}`,
				line: o,
				reason: "the entry has no package name"
			});
			continue;
		}
		const c = Array.isArray(a["files"]) ? a["files"] : n(normalizeName(t), s);
		const l = readEntry$3({
			name: normalizeName(t),
			version: s,
			line: o,
			table: a,
			files: c
		});
		const { key: u } = l.entry;
		r.push(...l.reasons.map((e) => ({
			key: u,
			line: o,
			reason: e
		})));
		if (i.has(u)) r.push({
			key: u,
			line: o,
			reason: "the entry stands in the lockfile more than once; the first one was read"
		});
		else i.set(u, l.entry);
	}
	return {
		entries: [...i.values()],
		problems: r
	};
}
function readEntry$3({ name: e, version: t, line: n, table: r, files: i }) {
	const a = new Set();
	const o = readSource$2(r);
	const s = [];
	for (const [e, t] of Object.entries(tableOf(r["dependencies"]))) {
		const n = readDependencies(e, t);
		if (n === void 0) a.add("one of its dependencies is neither text nor table");
		else s.push(...n);
	}
	if (t === void 0) a.add("the entry has no version");
	const c = readFiles$1(i, o, a);
	const l = markerOf(r["markers"], textsOf(r["groups"]));
	const u = o.kind === "registry" && o.qualifiers === void 0;
	const d = o.path ?? o.url ?? o.qualifiers?.["repository_url"] ?? o.kind;
	const f = scopeOf$1(r);
	return {
		entry: {
			key: [
				e,
				t,
				u ? void 0 : `(${d})`
			].filter((e) => e !== void 0).join(" "),
			name: e,
			version: t,
			line: n,
			source: o,
			artifacts: c,
			...f === void 0 ? {} : { statedScope: f },
			marker: l,
			dependencies: s,
			extras: readExtras(r["extras"])
		},
		reasons: [...a]
	};
}
function scopeOf$1(e) {
	const t = textsOf(e["groups"]);
	const n = textOf(e["category"]);
	if (t.length === 0 && n === void 0) return void 0;
	if (n === void 0 ? !t.includes("main") : n !== "main") return "development";
	return e["optional"] === true ? "optional" : "runtime";
}
function markerOf(e, t) {
	if (typeof e === "string") return e;
	if (!isRecord(e)) return void 0;
	return anyOf(t.map((t) => textOf(e[t])));
}
function readExtras(e) {
	return new Map(Object.entries(tableOf(e)).map(([e, t]) => [normalizeName(e), new Set(textsOf(t).map((e) => normalizeName(/^[\w.-]+/.exec(e)?.[0] ?? "")))]));
}
function readSource$2(e) {
	const t = tableOf(e["source"]);
	const n = textOf(t["url"]);
	const r = textOf(t["subdirectory"]);
	switch (t["type"]) {
		case void 0: return indexSource(void 0);
		case "legacy":
		case "explicit": return indexSource(n);
		case "git": return gitSource(n ?? "", textOf(t["resolved_reference"]) ?? textOf(t["reference"]), r);
		case "url": return archiveSource(n ?? "");
		case "file": return fileSource(n ?? "");
		case "directory": return folderSource(n ?? "", e["develop"] === true);
		default: return {
			kind: "file",
			problem: "its source is of a type that is not known"
		};
	}
}
function readFiles$1(e, t, n) {
	const r = [];
	for (const i of e) {
		const e = isRecord(i) ? textOf(i["file"]) : void 0;
		const a = typeof i === "string" ? i : isRecord(i) ? textOf(i["hash"]) : void 0;
		if (a === void 0 && e === void 0) {
			n.add("one of its files is no table");
			continue;
		}
		const o = a?.includes(":") ? parseHash(a) : toHash("sha256", a ?? "");
		if (o === void 0) n.add("one of its files has an unknown hash");
		r.push({
			hashes: o === void 0 ? [] : [o],
			...t.kind === "archive" && t.url !== void 0 ? { url: t.url } : {},
			...e === void 0 ? {} : { fileName: e }
		});
	}
	return r;
}
function filesByName(e, t) {
	const n = new Map();
	for (const [t, r] of Object.entries(tableOf(e["files"] ?? e["hashes"]))) if (Array.isArray(r)) n.set(normalizeName(t), r);
	const r = new Map();
	for (const { table: e } of t) {
		const t = normalizeName(textOf(e?.["name"]) ?? "");
		r.set(t, (r.get(t) ?? 0) + 1);
	}
	return (e, t) => {
		const i = n.get(e) ?? [];
		if ((r.get(e) ?? 0) < 2) return i;
		return i.filter((e) => isRecord(e) && isOfVersion(textOf(e["file"]), t));
	};
}
function isOfVersion(e, t) {
	const n = e?.split(`-${t}`)[1];
	return n !== void 0 && /^(?:-|\.(?:tar|zip|tgz|whl|egg))/.test(n);
}
function resolver$1(e, t) {
	const n = groupByName(e);
	return (e, r) => (n.get(e.name) ?? []).filter((n) => allows(e.constraint, n.version) && !areDisjoint(t, r.marker, e.marker, n.marker));
}
function readNeeds$2(e, t) {
	const n = [];
	const r = [];
	for (const i of e) for (const e of i.dependencies) {
		const a = t(e, i);
		if (a.length === 0 && !e.optional && e.marker === void 0) {
			const t = `its dependency ${e.name} ${e.constraint.slice(0, 100)} is not in the lockfile`;
			r.push({
				key: i.key,
				line: i.line,
				reason: t
			});
		}
		for (const t of a) for (const r of askersOf(i, e)) n.push(toNeed$2(i.key, t, e, r));
	}
	return {
		needs: n,
		problems: r
	};
}
function askersOf({ extras: e }, { name: t, optional: n, extrasInMarker: r }) {
	if (!n) return [void 0];
	const i = [...e].filter(([, e]) => e.has(t)).map(([e]) => e);
	return new Set([...r, ...i]);
}
function toNeed$2(e, t, { constraint: n, marker: r, extras: i }, a, o) {
	return {
		from: e,
		to: t.key,
		...a === void 0 ? {} : { extra: a },
		...o === void 0 ? {} : { group: o },
		extras: i,
		...n === "*" ? {} : { requirement: n },
		...r === void 0 ? {} : { condition: r }
	};
}
function readRoot(e, t, n) {
	const r = tableOf(e["project"]);
	const i = tableOf(tableOf(e["tool"])["poetry"]);
	const a = textOf(r["name"]) ?? textOf(i["name"]) ?? "";
	const o = {
		key: ".",
		name: isPackageName(a) ? normalizeName(a) : folderName(n),
		version: textOf(r["version"]) ?? textOf(i["version"]),
		line: void 0,
		path: fromLockfileFolder(n.path, "pyproject.toml") ?? "pyproject.toml",
		source: folderSource(".", true),
		artifacts: [],
		marker: void 0,
		dependencies: [],
		extras: new Map()
	};
	const s = [];
	const c = new Set();
	for (const { dependency: n, extra: a, group: l } of [...fromProject(e, i), ...fromPoetry(i, r)]) {
		if (n.name === o.name) continue;
		const e = t(n, o);
		if (e.length === 0 && n.marker === void 0) c.add(`${n.name} ${n.constraint}`.replace(/ \*$/, ""));
		s.push(...e.map((e) => toNeed$2(o.key, e, n, a, l)));
	}
	return {
		entry: o,
		needs: s,
		missing: [...c]
	};
}
function fromProject(e, t) {
	const n = tableOf(t["dependencies"]);
	return readDeclarations(e).declared.map(({ requirement: e, ...t }) => {
		const r = Object.entries(n).find(([t]) => normalizeName(t) === e.name)?.[1];
		return {
			dependency: fromRequirement(e, isRecord(r) ? textsOf(r["extras"]).map(normalizeName) : []),
			...t
		};
	});
}
function fromRequirement({ name: e, specifier: t, marker: n, extras: r }, i) {
	return {
		name: e,
		constraint: t === "" ? "*" : t,
		marker: n,
		extras: [...new Set([...r, ...i])],
		optional: false,
		extrasInMarker: []
	};
}
function fromPoetry(e, t) {
	const n = t["dependencies"] !== void 0 || t["optional-dependencies"] !== void 0;
	const r = Object.entries(tableOf(e["extras"])).map(([e, t]) => [normalizeName(e), new Set(textsOf(t).map(normalizeName))]);
	return [
		...(n ? [] : dependenciesIn(e["dependencies"])).flatMap((e) => e.optional ? r.filter(([, t]) => t.has(e.name)).map(([t]) => ({
			dependency: e,
			extra: t
		})) : [{ dependency: e }]),
		...dependenciesIn(e["dev-dependencies"]).map((e) => ({
			dependency: e,
			group: "dev"
		})),
		...Object.entries(tableOf(e["group"])).flatMap(([e, t]) => dependenciesIn(tableOf(t)["dependencies"]).map((t) => ({
			dependency: t,
			group: e
		})))
	];
}
function dependenciesIn(e) {
	return Object.entries(tableOf(e)).filter(([e]) => e !== "python").flatMap(([e, t]) => readDependencies(e, t) ?? []);
}
const HINT$2 = "Write it again with `poetry lock`.";
async function readPoetryLock(e) {
	const { rest: t, taken: n } = parseTableList(e.path, e.text, "package", (e) => e, HINT$2);
	const r = tableOf(t["metadata"]);
	checkVersion$2(e.path, t, r);
	const { entries: i, problems: a } = readEntries$3(t, n);
	const o = resolver$1(i, pythonMarker(textOf(r["python-versions"]) ?? "*"));
	const { needs: s, problems: c } = readNeeds$2(i, o);
	const l = fromLockfileFolder(e.path, "pyproject.toml") ?? "pyproject.toml";
	const { table: u, problems: d } = await readPyproject(l, e);
	const f = u === void 0 ? void 0 : readRoot(u, o, e);
	const p = u === void 0 || f === void 0 || !e.compareManifests ? [] : staleProblems$1(l, textOf(r["content-hash"]), u, f);
	return [assemble(e, {
		format: "poetry",
		entries: f === void 0 ? i : [f.entry, ...i],
		roots: f === void 0 ? [] : [f.entry.key],
		needs: f === void 0 ? s : [...f.needs, ...s],
		edgeCompleteness: "complete",
		covers: MANIFESTS.flatMap((t) => fromLockfileFolder(e.path, t) ?? []),
		problems: [
			...a,
			...c,
			...d,
			...p
		],
		installed: await installedFolders(e)
	})];
}
function checkVersion$2(e, t, n) {
	const r = n["lock-version"];
	if (t["metadata"] === void 0) throw new UsageError(`${e} has no \`metadata\`: it is cut off`, { hint: HINT$2 });
	if (r === void 0 || typeof r === "string" && /^[12]\.\d+$/.test(r)) return;
	const i = JSON.stringify(r).slice(0, 50);
	throw new UsageError(`${e} has lock-version ${i}; 1.0 to 2.x are known`, { hint: HINT$2 });
}
function staleProblems$1(e, t, n, { missing: r }) {
	const i = t === void 0 ? void 0 : matchesContentHash(t, n);
	const a = staleProblem(e, r.map((e) => `${e} is not locked`));
	if (a !== void 0) return [a];
	if (i !== false) return [];
	return [{
		kind: "stale",
		reason: `it was not made from ${e} as it is now: the \`content-hash\` is another one`
	}];
}
function readEntries$2(e, t) {
	const n = [];
	const r = new Map();
	const i = new Set();
	for (const [a, { table: o, line: s }] of e.entries()) {
		const e = textOf(o?.["name"]);
		if (o === void 0 || e === void 0 || !isPackageName(e)) {
			n.push({
				key: `package ${a + 1}`,
				line: s,
				reason: "the entry has no package name"
			});
			continue;
		}
		const { entry: c, reasons: l } = readEntry$2(normalizeName(e), o, s, t);
		n.push(...l.map((e) => ({
			key: c.key,
			line: s,
			reason: e
		})));
		const u = r.get(c.key);
		const d = JSON.stringify(o);
		if (i.has(d)) n.push({
			key: c.key,
			line: s,
			reason: "the entry stands in the lockfile more than once"
		});
		else if (u !== void 0) r.set(c.key, {
			...u,
			artifacts: [...u.artifacts, ...c.artifacts]
		});
		else r.set(c.key, c);
		i.add(d);
	}
	return {
		entries: [...r.values()],
		problems: n
	};
}
function readEntry$2(e, t, n, r) {
	const i = textOf(t["version"]);
	const a = readSource$1(t);
	const { artifacts: o, reasons: s } = filesOf(t, a);
	const c = textOf(t["marker"]);
	const l = a.kind === "registry" && a.qualifiers === void 0;
	const u = a.path ?? a.url ?? a.qualifiers?.["repository_url"] ?? a.kind;
	const d = scopeOf(c, r);
	return {
		entry: {
			key: [
				e,
				i,
				l ? void 0 : `(${u})`
			].filter((e) => e !== void 0).join(" "),
			name: e,
			version: i,
			line: n,
			source: a,
			artifacts: c === void 0 ? o : o.map((e) => ({
				...e,
				condition: c
			})),
			...d === void 0 ? {} : { statedScope: d },
			table: t
		},
		reasons: c !== void 0 && parseMarker(c) === void 0 ? [...s, "its marker can't be read"] : s
	};
}
function scopeOf(e, t) {
	const n = e?.includes(" in ") ? parseMarker(e) : void 0;
	if (n === void 0) return void 0;
	const r = ({ variable: e, operator: t }) => e === "extras" && t === "contains";
	const i = ({ variable: e, operator: n, value: r }) => e === "dependency_groups" && n === "contains" && !t.has(r);
	if (evaluate(n, (e) => !r(e) && !i(e))) return "runtime";
	return evaluate(n, (e) => !i(e)) ? "optional" : "development";
}
function readSource$1(e) {
	const { vcs: t, directory: n, archive: r } = e;
	if (isRecord(t)) {
		if (t["type"] !== "git") return {
			kind: "git",
			problem: "it comes from a version control system other than git"
		};
		const e = textOf(t["url"]) ?? `file:${textOf(t["path"]) ?? ""}`;
		return gitSource(e, textOf(t["commit-id"]), textOf(t["subdirectory"]));
	}
	if (isRecord(n)) return folderSource(textOf(n["path"]) ?? ".", n["editable"] === true);
	if (isRecord(r)) {
		const e = textOf(r["url"]);
		return e === void 0 ? fileSource(textOf(r["path"]) ?? "") : archiveSource(e);
	}
	return indexSource(textOf(e["index"]));
}
function filesOf(e, t) {
	const { archive: n, sdist: r, wheels: i } = e;
	const a = Array.isArray(i) ? i : [];
	const o = [n, r].filter((e) => e !== void 0);
	return readFiles$2([...o, ...a], t.url);
}
function dependenciesOf(e) {
	const { dependencies: t } = e.table;
	return t === void 0 ? void 0 : tablesOf(t);
}
function isMeant(e, t) {
	return Object.entries(t).every(([t, n]) => {
		if (t === "name") return normalizeName(textOf(n) ?? "") === e.name;
		const r = e.table[t];
		if (!isRecord(n)) return JSON.stringify(r) === JSON.stringify(n);
		return Object.entries(n).every(([e, t]) => JSON.stringify(tableOf(r)[e]) === JSON.stringify(t));
	});
}
const HINT$1 = "Write it again with the tool that made it (`created-by` names it).";
async function readPylock(e) {
	const { rest: t, taken: n } = parseTableList(e.path, e.text, "packages", (e) => e, HINT$1);
	checkVersion$1(e.path, t);
	const { entries: r, problems: i } = readEntries$2(n, new Set(textsOf(t["default-groups"])));
	const { needs: a, problems: o } = readNeeds$1(r);
	const s = r.every((e) => dependenciesOf(e) !== void 0);
	return [assemble(e, {
		format: "pylock",
		entries: r,
		roots: [],
		needs: a,
		edgeCompleteness: s && r.length > 0 ? "complete" : "unknown",
		covers: covered$1(e.path),
		problems: [
			...i,
			...o,
			...missingList(t, n.length)
		],
		installed: await installedFolders(e)
	})];
}
function checkVersion$1(e, t) {
	const n = t["lock-version"];
	if (typeof n === "string" && /^1(?:\.\d+)*$/.test(n)) return;
	const r = JSON.stringify(n)?.slice(0, 50) ?? "none";
	throw new UsageError(`${e} has the lock-version ${r}; 1.x is known`, { hint: HINT$1 });
}
function missingList({ packages: e }, t) {
	return t > 0 || Array.isArray(e) ? [] : [{ reason: "it has no list of packages" }];
}
function covered$1(e) {
	if (!/(?:^|\/)pylock\.toml$/.test(e)) return [];
	return MANIFESTS.flatMap((t) => fromLockfileFolder(e, t) ?? []);
}
function readNeeds$1(e) {
	const t = [];
	const n = [];
	const r = groupByName(e);
	for (const i of e) for (const e of dependenciesOf(i) ?? []) {
		const a = normalizeName(textOf(e?.["name"]) ?? "");
		const o = e === void 0 ? [] : (r.get(a) ?? []).filter((t) => isMeant(t, e));
		const [s] = o;
		if (s !== void 0 && o.length === 1) t.push({
			from: i.key,
			to: s.key,
			extras: []
		});
		else {
			const e = o.length === 0 ? "is not in the lockfile" : "could be one of several entries";
			const t = `its dependency ${a.slice(0, 100)} ${e}`;
			n.push({
				key: i.key,
				line: i.line,
				reason: t
			});
		}
	}
	return {
		needs: t,
		problems: n
	};
}
const ARCHIVE = /\.(?:whl|zip|tar\.(?:gz|bz2|xz)|tgz|egg)$/i;
function isPlace(e) {
	const [t = ""] = e.split(/[\s;[]/, 1);
	return /^(?:[a-z][a-z\d+.-]*:|[./~\\]|[A-Za-z]:\\)/i.test(t) || t.includes("/") || ARCHIVE.test(t);
}
function readPlace(e, t) {
	const [n = "", r = ""] = e.replace(/\s*;.*$|\s+@.*$/s, "").split("#", 2);
	const i = new URLSearchParams(r);
	const a = i.get("egg")?.replace(/\[.*$/s, "") ?? "";
	const o = i.get("subdirectory") ?? void 0;
	const s = isPackageName(a) ? { name: normalizeName(a) } : {};
	if (/^(?:git\+|git:)/.test(n)) {
		const { repository: e, reference: t } = splitReference(n);
		return {
			...s,
			source: gitSource(e, t, o)
		};
	}
	if (/^(?:hg|svn|bzr)\+/.test(n)) {
		const e = "it comes from a version control system other than git";
		return {
			...s,
			source: {
				kind: "git",
				problem: e
			}
		};
	}
	const c = n.replace(/\[[^\]]*\]$/, "").replace(/^file:(?:\/\/)?(?!\/)/, "");
	if (/^https?:/.test(c)) return {
		...s,
		...fromFileName(c),
		source: archiveSource(c)
	};
	if (/^[a-z][a-z\d+.-]+:/i.test(c)) return {
		...s,
		source: {
			kind: "file",
			problem: "it is a file outside the repository"
		}
	};
	if (ARCHIVE.test(c)) return {
		...s,
		...fromFileName(c),
		source: fileSource(c)
	};
	return {
		...s,
		source: folderSource(c, t)
	};
}
function splitReference(e) {
	const t = e.lastIndexOf("@");
	const n = e.indexOf("/", e.indexOf("://") + 3);
	return t > n && n > 0 ? {
		repository: e.slice(0, t),
		reference: e.slice(t + 1)
	} : {
		repository: e,
		reference: void 0
	};
}
function fromFileName(e) {
	const [t = ""] = e.slice(e.lastIndexOf("/") + 1).split("?", 1);
	const n = t.replace(ARCHIVE, "").split("-");
	const r = /\.whl$/i.test(t);
	const i = r ? n[0] ?? "" : n.slice(0, -1).join("-");
	const a = (r ? n[1] : n.at(-1)) ?? "";
	if (!isPackageName(i) || !/^\d/.test(a)) return {};
	return {
		name: normalizeName(i),
		version: a.replaceAll("%2B", "+")
	};
}
function readVia(e) {
	const t = e.findIndex((e) => /^via(?:\s|$)/.test(e));
	if (t < 0) return void 0;
	const n = [e[t]?.slice(3).trim() ?? "", ...e.slice(t + 1)];
	const r = new Set();
	const i = new Set();
	for (const e of n.flatMap((e) => e.split(/,\s+/))) {
		const [, , t] = /^(-r|--requirement)\s+(.+)$/.exec(e) ?? [];
		const [, n] = /^[\w.-]+(?:\[[^\]]*\])?\s+\((.+)\)$/.exec(e) ?? [];
		const a = t ?? n;
		const [o = ""] = /^[\w.-]+(?=\[|$)/.exec(e) ?? [];
		if (a !== void 0) i.add(a.trim());
		else if (isPackageName(o)) r.add(normalizeName(o));
	}
	return r.size + i.size === 0 ? void 0 : {
		parents: r,
		files: i
	};
}
function compiledFrom(e) {
	return (e.find((e) => /^(?:pip-compile|uv pip compile)\s/.test(e))?.split(/\s+/) ?? []).filter((e) => /^[^-].*(?:\.in|pyproject\.toml|setup\.(?:py|cfg))$/.test(e));
}
const HARMLESS = /^--(?:extra-index-url|no-index|no-binary|only-binary|prefer-binary|require-hashes|pre|trusted-host|use-feature|no-deps|config-settings?|global-option|install-option|no-build-isolation|all-releases|only-final|uploaded-prior-to)$|^-[if]$/;
async function readEntries$1(e, t) {
	const n = [];
	const r = readConstraints(e);
	const i = indexOf(e);
	const a = new Map();
	for (const o of e) {
		if (o.isConstraint) continue;
		const { option: e, value: s, path: c, line: l } = o;
		if (e !== void 0 && e !== "-e") {
			if (!HARMLESS.test(e)) n.push({
				path: c,
				line: l,
				reason: `the option ${e} is not known`
			});
			continue;
		}
		const u = await readEntry$1(o, i, r, t);
		if (u === void 0) {
			n.push({
				path: c,
				line: l,
				reason: "the line is no requirement"
			});
			continue;
		}
		const d = a.get(u.key);
		if (d === void 0) a.set(u.key, u);
		else a.set(u.key, {
			...d,
			artifacts: d.artifacts.length > 0 ? d.artifacts : u.artifacts
		});
		if (e === "-e" && s === "") n.push({
			path: c,
			line: l,
			reason: "`-e` names nothing"
		});
	}
	return {
		entries: [...a.values()],
		problems: n
	};
}
async function readEntry$1(e, t, n, r) {
	const { option: i, value: a } = e;
	if (i === "-e" || isPlace(a)) return placed(e, a, i === "-e", r);
	const o = parseRequirement(a);
	if (o === void 0) return void 0;
	if (o.url !== void 0) return placed(e, o.url, false, r, o);
	const s = n.get(o.name);
	const c = pinnedVersion(o.specifier) ?? constrainedVersion(s);
	const l = e.hashes.length > 0 ? e.hashes : s?.hashes ?? [];
	return {
		...common({
			...e,
			hashes: l
		}, o.name, c, t, o.marker),
		...c === void 0 ? { unpinned: o.specifier } : {}
	};
}
function constrainedVersion(e) {
	const t = e === void 0 ? "" : parseRequirement(e.value)?.specifier ?? "";
	return pinnedVersion(t);
}
async function placed(e, t, n, r, i) {
	if (t === "") return void 0;
	const a = readPlace(t, n);
	const o = relativeTo(a.source, e.path, r.path);
	const { kind: s, path: c } = o;
	const l = s === "folder" && c !== void 0 ? fromLockfileFolder(r.path, c) : void 0;
	const u = l === void 0 ? {} : await projectOf(l, r);
	const d = i?.name ?? a.name ?? u.name ?? lastPart(l ?? o.url) ?? "project";
	const f = l === "" ? {
		...o,
		isOwn: true
	} : o;
	return common(e, d, a.version ?? u.version, f, i?.marker);
}
function relativeTo(e, t, n) {
	if (e.path === void 0 || t === n) return e;
	const r = fromLockfileFolder(t, e.path);
	if (r === void 0) return {
		...e,
		path: e.path
	};
	const i = "../".repeat(n.split("/").length - 1);
	return {
		...e,
		path: `${i}${r}` || "."
	};
}
async function projectOf(e, t) {
	const n = e === "" ? "pyproject.toml" : `${e}/pyproject.toml`;
	const { table: r } = await readPyproject(n, t);
	const i = tableOf(r?.["project"] ?? tableOf(tableOf(r?.["tool"])["poetry"]));
	const a = textOf(i["name"]) ?? "";
	const o = textOf(i["version"]);
	return {
		...isPackageName(a) ? { name: normalizeName(a) } : {},
		...o === void 0 ? {} : { version: o }
	};
}
function lastPart(e) {
	const t = e?.replace(/\/+$/, "").replace(/#.*$/s, "").split("/").at(-1)?.replace(/(?:\.git)?(?:@.*)?$/s, "");
	return t !== void 0 && isPackageName(t) ? normalizeName(t) : void 0;
}
function common({ path: e, line: t, hashes: n, comments: r }, i, a, o, s) {
	const c = readVia(r);
	const l = n.map(parseHash).filter((e) => e !== void 0);
	const u = o.path ?? o.url;
	const d = o.kind === "registry";
	const f = l.length < n.length ? "one of its hashes is not known" : void 0;
	return {
		key: [
			i,
			a,
			d || u === void 0 ? void 0 : `(${u})`
		].filter((e) => e !== void 0).join(" "),
		name: i,
		version: a,
		line: t,
		path: e,
		source: f === void 0 || o.problem !== void 0 ? o : {
			...o,
			problem: f
		},
		artifacts: l.map((e) => ({
			hashes: [e],
			...o.kind === "archive" && o.url !== void 0 ? { url: o.url } : {},
			...s === void 0 ? {} : { condition: s }
		})),
		...c === void 0 ? {} : { isDirect: c.files.size > 0 },
		via: c,
		marker: s
	};
}
function readConstraints(e) {
	const t = new Map();
	const n = new Set();
	for (const r of e) {
		const e = r.isConstraint && r.option === void 0 ? parseRequirement(r.value) : void 0;
		if (e === void 0) continue;
		if (t.has(e.name)) n.add(e.name);
		t.set(e.name, r);
	}
	for (const e of n) t.delete(e);
	return t;
}
function indexOf(e) {
	const t = e.findLast(({ option: e }) => e === "-i");
	const n = e.some(({ option: e }) => e === "--extra-index-url" || e === "-f");
	if (e.some(({ option: e }) => e === "--no-index")) return { kind: "file" };
	if (t === void 0 || n || !URL.canParse(t.value)) return indexSource(void 0);
	return indexSource(t.value);
}
function readLines(e) {
	const t = [];
	const n = [];
	let r;
	const i = (e) => {
		const i = r?.text.trim() ?? "";
		if (r !== void 0 && i !== "") t.push({
			text: i,
			line: r.line,
			comments: []
		});
		r = void 0;
		if (e !== void 0) (t.at(-1)?.comments ?? n).push(e);
	};
	for (const [t, n] of e.split(/\r\n|\r|\n/).entries()) {
		const e = n.trimStart();
		if (e.startsWith("#")) {
			i(e.slice(1).trim());
			continue;
		}
		const a = n.search(/\s#/);
		const o = a < 0 ? n : n.slice(0, a);
		const s = a < 0 ? void 0 : n.slice(a + 2).trim();
		const c = a < 0 && o.endsWith("\\");
		r ??= {
			text: "",
			line: t + 1
		};
		r.text += c ? o.slice(0, -1) : o;
		if (!c) i(r.text.trim() === "" ? void 0 : s);
	}
	i();
	return {
		lines: t,
		header: n
	};
}
const LONG_NAMES = new Map([
	["--requirement", "-r"],
	["--constraint", "-c"],
	["--editable", "-e"],
	["--index-url", "-i"],
	["--pypi-url", "-i"],
	["--find-links", "-f"]
]);
function parseLine(e) {
	const [, t = "", n = ""] = /^(-[a-z]|--[a-z][a-z-]*)(.*)$/s.exec(e) ?? [];
	const r = [...e.matchAll(/\s--hash[=\s]\s*(\S+)/g)].map(([, e = ""]) => e);
	if (t !== "") {
		const e = n.replace(/^[=\s]\s*/, "").trim();
		return {
			option: LONG_NAMES.get(t) ?? t,
			value: withoutOptions(e),
			hashes: r
		};
	}
	return {
		value: withoutOptions(e),
		hashes: r
	};
}
function withoutOptions(e) {
	const t = e.search(/\s--?[a-z]/);
	return (t < 0 ? e : e.slice(0, t)).trim();
}
const MAX_FILES = 200;
async function readFiles(e) {
	const { lines: t, header: n } = readLines(e.text);
	const r = [];
	const i = [];
	const a = new Set([seenKey(e.path, false)]);
	const o = async (t, n, s) => {
		for (const c of n) {
			const n = parseLine(c.text);
			if (n.option !== "-r" && n.option !== "-c") {
				r.push({
					...n,
					path: t,
					line: c.line,
					comments: c.comments,
					isConstraint: s
				});
				continue;
			}
			const l = s || n.option === "-c";
			const u = await readIncluded(n.value, t, l, a, e);
			if (typeof u === "string") i.push({
				line: c.line,
				path: t,
				reason: u
			});
			else if (u !== void 0) await o(u.path, readLines(u.text).lines, l);
		}
	};
	await o(e.path, t, false);
	return {
		lines: r,
		header: n,
		problems: i
	};
}
async function readIncluded(e, t, n, r, { readText: i }) {
	if (/^[a-z][a-z\d+.-]+:/i.test(e)) return "it includes a file by its URL, which is not read";
	const a = /^[/~]/.test(e) ? void 0 : fromLockfileFolder(t, e);
	if (a === void 0) return "it includes a file outside the repository";
	const o = seenKey(a, n);
	if (r.has(o)) return void 0;
	r.add(o);
	if (r.size > MAX_FILES) return `it includes more than ${MAX_FILES} files`;
	const s = a.slice(folderOf(a).length).replace(/^\//, "").slice(0, 200);
	try {
		const e = await i(a);
		return e === void 0 ? `it includes ${s}, which is not there` : {
			path: a,
			text: e
		};
	} catch (e) {
		if (!(e instanceof UsageError)) throw e;
		return `it includes ${s}, which can't be read: ${e.message}`;
	}
}
function seenKey(e, t) {
	return `${t ? "-c" : "-r"} ${e}`;
}
const MAX_NAMED = 5;
const MAX_PROBLEMS = 20;
async function readRequirements(e) {
	const { lines: t, header: n, problems: r } = await readFiles(e);
	const { entries: i, problems: a } = await readEntries$1(t, e);
	const o = statedNeeds(i);
	return [assemble(e, {
		format: "requirements",
		entries: o === void 0 ? i : [...root(e, i), ...i],
		roots: o === void 0 ? [] : [ROOT],
		needs: o ?? [],
		edgeCompleteness: o === void 0 ? "unknown" : "complete",
		covers: covered(e, i, n, o !== void 0),
		problems: [
			...r,
			...bounded(a),
			...unpinnedProblem(i)
		],
		installed: await installedFolders(e)
	})];
}
const ROOT = ".";
function root(e, t) {
	if (t.some(({ key: e }) => e === ROOT)) return [];
	return [{
		key: ROOT,
		name: folderName(e),
		version: void 0,
		line: void 0,
		source: folderSource(ROOT, true),
		artifacts: []
	}];
}
function statedNeeds(e) {
	const t = e.filter(({ source: e }) => e.isOwn !== true);
	if (t.length === 0 || t.some(({ via: e }) => e === void 0)) return void 0;
	const n = new Map();
	for (const t of e) n.set(t.name, n.has(t.name) ? void 0 : t);
	const r = [];
	for (const { key: t, via: i, marker: a } of e) {
		const e = a === void 0 ? {} : { condition: a };
		if ((i?.files.size ?? 1) > 0) r.push({
			from: ROOT,
			to: t,
			extras: [],
			...e
		});
		for (const a of i?.parents ?? []) {
			const i = n.get(a);
			if (i === void 0) return void 0;
			r.push({
				from: i.key,
				to: t,
				extras: [],
				...e
			});
		}
	}
	return r;
}
function covered({ path: e, paths: t }, n, r, i) {
	const a = new Set([...compiledFrom(r), ...n.flatMap(({ via: e }) => [...e?.files ?? []])]);
	const o = new Set(t);
	const s = [...a].flatMap((t) => fromLockfileFolder(e, t) ?? []);
	const c = [...a].filter((e) => o.has(e));
	const l = n.filter(({ source: e }) => i && e.isOwn === true);
	const u = [...[...s, ...c].filter((e) => /(?:pyproject\.toml|setup\.(?:py|cfg))$/.test(e)).map(folderOf), ...l.flatMap(({ source: t }) => fromLockfileFolder(e, t.path ?? ".") ?? [])];
	return [
		e.replace(/\.txt$/, ".in"),
		...s,
		...c,
		...u.flatMap((e) => MANIFESTS.map((t) => e === "" ? t : `${e}/${t}`))
	];
}
function unpinnedProblem(e) {
	const t = e.filter(({ unpinned: e }) => e !== void 0);
	const [n] = t;
	if (n === void 0) return [];
	const r = t.map(({ name: e, unpinned: t }) => `${e}${t}`).sort();
	const i = r.length > MAX_NAMED ? ` and ${r.length - MAX_NAMED} more` : "";
	return [{
		line: n.line,
		...n.path === void 0 ? {} : { path: n.path },
		reason: `${plural(r.length, "requirement")} without a version: ${r.slice(0, MAX_NAMED).join(", ")}${i}`,
		identity: r.join("\n"),
		advice: "Pin every package to one version (`pip-compile` or `uv pip compile` does it)"
	}];
}
function bounded(e) {
	const t = e.length - MAX_PROBLEMS;
	if (t <= 0) return e;
	const n = `${plural(t, "more line")} not understood`;
	return [...e.slice(0, MAX_PROBLEMS), {
		reason: n,
		identity: "more lines"
	}];
}
function readEntries(e, t, n) {
	const r = t.includes("[[distribution]]") && !t.includes("[[package]]") ? "distribution" : "package";
	const { rest: i, taken: a } = parseTableList(e, t, r, takeEntry, n);
	const o = [];
	const s = new Map();
	for (const [e, { line: t, read: n }] of a.entries()) {
		if (n === void 0) {
			o.push({
				key: `package ${e + 1}`,
				line: t,
				reason: "the entry has no package name"
			});
			continue;
		}
		const { entry: r, reasons: i } = n;
		o.push(...i.map((e) => ({
			key: r.key,
			line: t,
			reason: e
		})));
		if (s.has(r.key)) o.push({
			key: r.key,
			line: t,
			reason: "the entry stands in the lockfile more than once; the first one was read"
		});
		else s.set(r.key, r);
	}
	return {
		rest: i,
		entries: [...s.values()],
		problems: o
	};
}
function takeEntry({ table: e, line: t }) {
	const n = textOf(e?.["name"]);
	return {
		line: t,
		read: e !== void 0 && n !== void 0 && isPackageName(n) ? readEntry(normalizeName(n), e, t) : void 0
	};
}
function readEntry(e, t, n) {
	const r = textOf(t["version"]);
	const { source: i, reason: a } = readSource(t["source"]);
	const { sdist: o = [], wheels: s = [], ...c } = t;
	const { artifacts: l, reasons: u } = readFiles$2([o, s].flat(), i.url);
	const d = i.kind === "folder";
	const f = canonical(t["source"]);
	const p = i.kind === "registry" && i.qualifiers === void 0 ? "" : ` ${shown(i)}`;
	return {
		entry: {
			key: `${e}${r === void 0 ? "" : ` ${r}`}${p}`,
			name: e,
			version: r,
			line: n,
			source: i,
			artifacts: l,
			table: c,
			sourceText: f
		},
		reasons: [
			...u,
			...a === void 0 ? [] : [a],
			...r === void 0 && !d ? ["the entry has no version"] : []
		]
	};
}
function shown({ kind: e, path: t, url: n, qualifiers: r }) {
	return `(${t ?? n ?? r?.["repository_url"] ?? e})`;
}
function readSource(e) {
	const t = tableOf(e);
	const n = (e) => textOf(t[e]);
	const [r, i, a, o] = [
		n("registry"),
		n("git"),
		n("url"),
		n("path")
	];
	const s = n("directory");
	const c = n("editable") ?? n("virtual");
	if (r !== void 0) return { source: indexSource(r) };
	if (i !== void 0) return { source: readGit(i) };
	if (a !== void 0) return { source: archiveSource(a) };
	if (o !== void 0) return { source: fileSource(o) };
	if (c !== void 0) return { source: folderSource(c, true) };
	if (s !== void 0) return { source: folderSource(s, s === ".") };
	return {
		source: { kind: "file" },
		reason: "its source is of a kind that is not known"
	};
}
function readGit(e) {
	const t = e.indexOf("#");
	const n = e.indexOf("?");
	const r = [t, n].filter((e) => e >= 0);
	const i = r.length === 0 ? e : e.slice(0, Math.min(...r));
	const a = new URLSearchParams(n < 0 ? "" : e.slice(n, t < 0 ? void 0 : t));
	return gitSource(i, t < 0 ? void 0 : e.slice(t + 1), a.get("subdirectory") ?? void 0);
}
function canonical(e) {
	const t = Object.entries(tableOf(e));
	if (t.length === 1) return `${t[0]?.[0]}=${JSON.stringify(t[0]?.[1])}`;
	return JSON.stringify(t.sort(([e], [t]) => e < t ? -1 : 1));
}
const CONFLICT = /\bextra (==|!=) '(extra|group|project)-(\d{1,3})-([^']*)'/g;
function readableMarker(e) {
	return e?.replaceAll(CONFLICT, (e, t, n, r, i) => {
		const a = Number(r);
		const o = i.slice(0, a);
		const s = i.slice(a + 1);
		if (n === "project" ? i.length !== a : i[a] !== "-" || s === "") return e;
		const c = n === "extra" ? `${o}[${s}]` : n === "group" ? `${o}:${s}` : o;
		return t === "==" ? `${c} is chosen` : `${c} is not chosen`;
	});
}
function choiceOf(e) {
	const t = e?.includes("extra ==") ? parseMarker(e) : void 0;
	if (t === void 0) return void 0;
	const n = ({ variable: e, operator: t, value: n }, r) => e === "extra" && t === "==" && n.startsWith(r);
	const r = (e) => n(e, "group-");
	const i = (e) => n(e, "extra-") || n(e, "project-");
	if (evaluate(t, (e) => !r(e) && !i(e))) return void 0;
	return evaluate(t, (e) => !r(e)) ? "extra" : "group";
}
function readNeeds(e) {
	const t = resolver(e);
	const n = [];
	const r = [];
	for (const i of e) {
		const e = requiredRanges(i.table);
		for (const [a, o] of lists(i.table)) {
			if (!Array.isArray(o)) {
				r.push({
					key: i.key,
					line: i.line,
					reason: "what it asks for is no list"
				});
				continue;
			}
			for (const s of o) {
				const o = isRecord(s) ? t(s) : "one of its dependencies is no table";
				if (typeof o === "string") {
					r.push({
						key: i.key,
						line: i.line,
						reason: o
					});
					continue;
				}
				n.push(toNeed$1(i.key, o, s, a, e));
			}
		}
	}
	return {
		needs: n,
		problems: r
	};
}
function toNeed$1(e, t, n, r, i) {
	const a = textOf(n["marker"]);
	const o = readableMarker(a);
	const s = choiceOf(a);
	const c = i.get(t.name);
	return {
		from: e,
		to: t.key,
		...r,
		...s === void 0 ? {} : { chosenBy: s },
		extras: textsOf(n["extra"]).map(normalizeName),
		...c === void 0 ? {} : { requirement: c },
		...o === void 0 ? {} : { condition: o }
	};
}
function lists(e) {
	const t = e["dev-dependencies"] ?? e["dependency-groups"];
	return [
		[{}, e["dependencies"] ?? []],
		...Object.entries(tableOf(e["optional-dependencies"])).map(([e, t]) => [{ extra: normalizeName(e) }, t]),
		...Object.entries(tableOf(t)).map(([e, t]) => [{ group: e }, t])
	];
}
function resolver(e) {
	const t = groupByName(e);
	return (e) => {
		const n = normalizeName(textOf(e["name"]) ?? "");
		const r = textOf(e["version"]);
		const i = e["source"] === void 0 ? void 0 : canonical(e["source"]);
		const [a, ...o] = (t.get(n) ?? []).filter((e) => (r === void 0 || e.version === r) && (i === void 0 || e.sourceText === i));
		const s = `${n.slice(0, 100)}${r === void 0 ? "" : ` ${r.slice(0, 100)}`}`;
		if (a === void 0) return `its dependency ${s} is not in the lockfile`;
		return o.length === 0 ? a : `its dependency ${s} could be one of several entries`;
	};
}
function requiredRanges(e) {
	const t = tableOf(e["metadata"]);
	const n = Object.values(tableOf(t["requires-dev"]));
	const r = new Map();
	const i = new Set();
	for (const e of [t["requires-dist"], ...n].flat()) {
		if (!isRecord(e)) continue;
		const t = normalizeName(textOf(e["name"]) ?? "");
		const n = textOf(e["specifier"]) ?? "";
		if (r.has(t) && r.get(t) !== n) i.add(t);
		r.set(t, n);
	}
	for (const e of i) r.delete(e);
	return r;
}
function readRoots(e, t, n) {
	const r = tableOf(e["manifest"]);
	const i = new Set(textsOf(r["members"]).map(normalizeName));
	const a = ({ name: e, source: t }) => t.isOwn === true && (i.size > 0 ? i.has(e) : t.path === ".");
	const o = t.filter(a).map(({ key: e }) => e);
	const s = [...i].filter((e) => !t.some((t) => t.name === e && a(t))).map((e) => ({ reason: `the member ${e} of the workspace has no entry` }));
	const c = [[void 0, r["requirements"]], ...Object.entries(tableOf(r["dependency-groups"]))];
	const l = [];
	const u = folderEntry(n);
	for (const [e, n] of c) for (const r of Array.isArray(n) ? n : []) {
		const n = isRecord(r) ? resolveRequirement(r, t) : [];
		if (n.length === 0) {
			const e = isRecord(r) ? textOf(r["name"]) ?? "" : "";
			s.push({ reason: `the requirement ${e.slice(0, 100)} is not locked` });
		}
		l.push(...n.map((t) => toNeed(u.key, t, e, r)));
	}
	const d = l.length > 0;
	return {
		roots: d ? [u.key, ...o] : o,
		added: d ? [u] : [],
		needs: l,
		problems: s
	};
}
function toNeed(e, t, n, r) {
	const i = readableMarker(textOf(r["marker"]));
	const a = textOf(r["specifier"]);
	return {
		from: e,
		to: t.key,
		...n === void 0 ? {} : { group: n },
		extras: textsOf(r["extras"]).map(normalizeName),
		...a === void 0 ? {} : { requirement: a },
		...i === void 0 ? {} : { condition: i }
	};
}
function resolveRequirement(e, t) {
	const n = normalizeName(textOf(e["name"]) ?? "");
	const r = textOf(e["specifier"]);
	const i = r === void 0 ? void 0 : pep440Range(r, { prereleases: true });
	return t.filter((e) => e.name === n && (i === void 0 || e.version === void 0 || i(e.version)));
}
function folderEntry(e) {
	const { path: t } = e;
	const n = t.slice(t.lastIndexOf("/") + 1);
	const r = n.endsWith(".py.lock") ? n.slice(0, -5) : void 0;
	return {
		key: r ?? ".",
		name: r ?? folderName(e),
		version: void 0,
		line: void 0,
		source: {
			kind: "folder",
			path: r ?? ".",
			isOwn: true
		},
		artifacts: [],
		table: {},
		sourceText: ""
	};
}
const LEGACY = ["setup.py", "setup.cfg"];
async function staleProblems(e, t) {
	const n = [];
	for (const { key: r, line: i, name: a, table: o, source: s } of e) {
		const e = fromLockfileFolder(t.path, `${s.path ?? "."}/pyproject.toml`);
		const c = await whyNotOwn(a, e, t);
		if (c !== void 0) n.push({
			key: r,
			line: i,
			reason: c
		});
		const l = o["metadata"];
		if (e === void 0 || !isRecord(l)) continue;
		const { table: u, problems: d } = await readPyproject(e, t);
		n.push(...d.map((e) => ({
			...e,
			key: r,
			line: i
		})));
		const f = u === void 0 ? void 0 : staleProblem(e, differences(u, l));
		if (f !== void 0) n.push({
			...f,
			key: r,
			line: i
		});
	}
	return n;
}
async function whyNotOwn(e, t, n) {
	if (t === void 0) return "it is a folder outside the repository";
	const { table: r, problems: i } = await readPyproject(t, n);
	if (i.length > 0) return void 0;
	const a = textOf(tableOf(r?.["project"])["name"]);
	if (a !== void 0 && normalizeName(a) !== e) return `${t} is that of another package`;
	const o = t.slice(0, -14);
	return folderOf(t) === folderOf(n.path) || r !== void 0 || LEGACY.some((e) => n.everyPath.includes(o + e)) ? void 0 : "no manifest that is here is its own";
}
function differences(e, t) {
	const { declared: n, dynamic: r } = readDeclarations(e);
	const i = tableOf(tableOf(e["tool"])["uv"]);
	const a = textsOf(i["dev-dependencies"]).flatMap((e) => {
		const t = parseRequirement(e);
		return t === void 0 ? [] : [{
			requirement: t,
			group: "dev"
		}];
	});
	const o = (e) => r.has("dependencies") && !e.includes(" in ") || r.has("optional-dependencies") && e.includes(" in extra ");
	const s = byKey([...n, ...a].map(fromManifest));
	const c = byKey(fromLock(t));
	const l = [];
	for (const [e, t] of s) {
		const n = c.get(e);
		if (o(e)) continue;
		if (n === void 0) l.push(`${e} is not locked`);
		else if (!isSame(t, n)) l.push(`${e} is locked for ${n[0]?.specifier || "any version"}`);
	}
	for (const e of c.keys()) if (!s.has(e) && !o(e)) l.push(`${e} is no longer asked for`);
	return l;
}
function isSame(e, t) {
	if ([...e, ...t].some(({ isElsewhere: e }) => e)) return true;
	return e.length === t.length && e.every(({ specifier: e }) => t.some((t) => isSameSpecifier(e, t.specifier)));
}
function fromManifest({ requirement: e, extra: t, group: n }) {
	const { name: r, extras: i, specifier: a, url: o } = e;
	return [keyOf(r, i, t, n), {
		specifier: a,
		isElsewhere: o !== void 0
	}];
}
function fromLock(e) {
	const t = [];
	const n = (e, n) => {
		for (const r of Array.isArray(e) ? e : []) {
			if (!isRecord(r)) continue;
			const [, e] = /\bextra == '([^']+)'/.exec(textOf(r["marker"]) ?? "") ?? [];
			const i = textsOf(r["extras"]).map(normalizeName).sort();
			const a = keyOf(normalizeName(textOf(r["name"]) ?? ""), i, e, n);
			const o = [
				"git",
				"url",
				"path",
				"directory",
				"editable",
				"virtual"
			].some((e) => r[e] !== void 0);
			t.push([a, {
				specifier: textOf(r["specifier"]) ?? "",
				isElsewhere: o
			}]);
		}
	};
	n(e["requires-dist"]);
	for (const [t, r] of Object.entries(tableOf(e["requires-dev"]))) n(r, normalizeName(t));
	return t;
}
function keyOf(e, t, n, r) {
	const i = t.length === 0 ? e : `${e}[${t.join(",")}]`;
	if (r !== void 0) return `${i} in group ${r}`;
	return n === void 0 ? i : `${i} in extra ${normalizeName(n)}`;
}
function byKey(e) {
	const t = new Map();
	for (const [n, r] of e) {
		const e = t.get(n);
		if (e === void 0) t.set(n, [r]);
		else e.push(r);
	}
	return t;
}
const HINT = "Write it again with `uv lock`.";
async function readUvLock(e) {
	const t = readEntries(e.path, e.text, HINT);
	const n = t.rest;
	checkVersion(e.path, n);
	const { needs: r, problems: i } = readNeeds(t.entries);
	const a = readRoots(n, t.entries, e);
	const o = t.entries.filter(({ source: e }) => e.isOwn === true);
	const s = e.compareManifests ? await staleProblems(o, e) : [];
	return [assemble(e, {
		format: "uv",
		entries: [...a.added, ...t.entries],
		roots: a.roots,
		needs: [...r, ...a.needs],
		edgeCompleteness: "complete",
		covers: [],
		problems: [
			...t.problems,
			...i,
			...a.problems,
			...emptyProblem(t),
			...s
		],
		installed: await installedFolders(e)
	})];
}
function checkVersion(e, t) {
	const n = t["version"];
	if (n === 1) return;
	const r = JSON.stringify(n)?.slice(0, 50) ?? "no version";
	throw new UsageError(`${e} has version ${r}; 1 is known`, { hint: HINT });
}
function emptyProblem({ rest: e, entries: t }) {
	return t.length > 0 || e["manifest"] !== void 0 ? [] : [{ reason: "it has no entries" }];
}
export { readPipfileLock as a, folderName as c, setupConfigAsks as d, setupScriptAsks as f, readPoetryLock as i, pipfileAsks as l, readRequirements as n, readPdmLock as o, readPylock as r, MANIFESTS as s, readUvLock as t, pyprojectAsks as u };
