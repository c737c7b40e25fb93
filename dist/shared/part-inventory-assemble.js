import { Gt as UsageError, Lt as compareText, dn as isRecord, ht as closingQuote$1, lt as grouped, ut as plural } from "./part-base.js";
import { d as scopesFrom, f as withoutCredentials } from "./part-inventory.js";
function sortedEdges(e) {
	const t = e.toSorted(compareEdges);
	return t.filter((e, n) => {
		const r = t[n - 1];
		return r === void 0 || compareEdges(r, e) !== 0;
	});
}
function compareEdges(e, t) {
	return compareText(e.from, t.from) || compareText(e.to, t.to) || compareText(e.kind, t.kind) || compareText(e.alias ?? "", t.alias ?? "") || compareText(e.condition ?? "", t.condition ?? "");
}
function assembleGraph(e) {
	const { path: t, format: n, ecosystem: r, roots: i, edgeCompleteness: a, covers: o } = e;
	const s = (e) => `${t}#${e}`;
	const c = new Map();
	const l = [];
	for (const t of e.nodes) {
		const e = c.get(t.key);
		if (e === void 0) c.set(t.key, t);
		else if (e !== t) l.push({
			item: t.key,
			line: t.line,
			reason: "it stands in the file twice"
		});
	}
	const u = sortedEdges(e.edges.filter(({ from: e, to: t }) => e !== t && c.has(e) && c.has(t)).map((e) => toEdge(e, s)));
	const d = {
		path: t,
		ecosystem: r,
		idOf: s,
		scopes: scopesFrom(i.map(({ key: e }) => s(e)), u),
		aliases: aliasesOf(u),
		direct: i.length === 0 || a === "unknown" ? void 0 : new Set(u.filter(({ from: e }) => c.get(e.slice(t.length + 1))?.firstParty === true).map(({ to: e }) => e))
	};
	const f = [...c.values()];
	return {
		path: t,
		format: n,
		ecosystem: r,
		roots: i.map(({ key: e }) => s(e)),
		components: f.map((e) => toComponent(e, d)).sort((e, t) => compareText(e.id, t.id)),
		edges: u,
		edgeCompleteness: a,
		covers: [...new Set(o)].sort(),
		gaps: toGaps(t, s, [
			...e.problems,
			...l,
			...uncheckedProblem(f, e.integrityAdvice)
		])
	};
}
function toEdge(e, t) {
	const { from: n, to: r, kind: i, requirement: a, alias: o, condition: s } = e;
	return {
		from: t(n),
		to: t(r),
		kind: i,
		...a ? { requirement: a } : {},
		...o === void 0 ? {} : { alias: o },
		...s === void 0 ? {} : { condition: s }
	};
}
function toComponent(e, t) {
	const { name: n, version: r, kind: i = "library", purl: a, firstParty: o, artifacts: s = [], flags: c = [] } = e;
	const l = t.idOf(e.key);
	const u = t.scopes.get(l);
	const d = u !== void 0 && e.statedScope !== void 0 && u !== e.statedScope;
	return {
		id: l,
		name: n,
		...r === void 0 ? {} : { version: r },
		kind: i,
		ecosystem: t.ecosystem,
		...a === void 0 ? {} : { purl: a },
		firstParty: o,
		scope: u ?? e.statedScope ?? "runtime",
		...t.direct === void 0 ? {} : { direct: t.direct.has(l) },
		artifacts: s,
		...e.declaredLicense === void 0 ? {} : { declaredLicense: e.declaredLicense },
		location: {
			path: t.path,
			...e.line === void 0 ? {} : { startLine: e.line }
		},
		...e.installPath ? { installPath: e.installPath } : {},
		aliases: [...t.aliases.get(l) ?? []].sort(),
		flags: d ? [...c, "scopeMismatch"] : c
	};
}
function aliasesOf(e) {
	const t = new Map();
	for (const { to: n, alias: r } of e) if (r !== void 0) t.set(n, (t.get(n) ?? new Set()).add(r));
	return t;
}
function uncheckedProblem(e, t) {
	const n = e.filter(({ download: e }) => e !== void 0);
	const r = n.filter(({ download: e }) => e === "unchecked");
	if (r.length === 0) return [];
	return [{
		kind: "no-integrity",
		line: r[0]?.line,
		reason: `${grouped(r.length)} of ${grouped(n.length)} packages that are downloaded have no checksum`,
		identity: "",
		advice: t
	}];
}
const MAX_ITEM = 200;
function toGaps(e, t, n) {
	const r = n.map((n) => {
		const { node: r, reason: i, kind: a = "entry", identity: o, advice: s } = n;
		const c = n.line ?? r?.line;
		return {
			kind: a,
			item: withoutCredentials(n.item ?? r?.key ?? e).slice(0, MAX_ITEM) || e,
			reason: i,
			...o === void 0 ? {} : { identity: o },
			...s === void 0 ? {} : { advice: s },
			location: {
				path: e,
				...c === void 0 ? {} : { startLine: c }
			},
			...r === void 0 ? {} : { componentId: t(r.key) }
		};
	});
	return [...new Map(r.map((e) => [`${e.item}\0${e.reason}`, e]))].sort(([e], [t]) => compareText(e, t)).map(([, e]) => e);
}
const MAX_NAMED = 5;
const MAX_TEXT = 1e3;
function staleProblems(e, t) {
	if (t.length === 0) return [];
	const n = [...new Set(t.map(withoutCredentials))].sort();
	return [{
		kind: "stale",
		item: e,
		reason: `it asks for other packages: ${n.slice(0, MAX_NAMED).join(", ").slice(0, MAX_TEXT)}${n.length > MAX_NAMED ? ` and ${plural(n.length - MAX_NAMED, "more difference")}` : ""}`,
		identity: n.join("\n")
	}];
}
async function manifestText(e, { readText: t }) {
	try {
		return {
			text: await t(e),
			problems: []
		};
	} catch (t) {
		if (!(t instanceof UsageError)) throw t;
		return { problems: [unknownFit(e, t.message)] };
	}
}
function unknownFit(e, t) {
	return { reason: `nobody can say whether it fits ${e}: ${t}` };
}
const QUOTE$1 = 34;
function scanJsonKeys(e, t) {
	let n = 1;
	let r = 0;
	for (let i = 0; i < e.length; i++) switch (e.charCodeAt(i)) {
		case 10:
			n++;
			break;
		case 123:
		case 91:
			r++;
			break;
		case 125:
		case 93:
			r--;
			break;
		case QUOTE$1: {
			const a = closingQuote$1(e, i);
			if (isFollowedByColon(e, a)) t(unquote(e, i, a), r, n);
			i = a;
			break;
		}
	}
}
function isFollowedByColon(e, t) {
	let n = t + 1;
	while (n < e.length && e.charCodeAt(n) <= 32) n++;
	return e.charCodeAt(n) === 58;
}
function unquote(e, t, n) {
	const r = e.slice(t + 1, n);
	return r.includes("\\") ? JSON.parse(`"${r}"`) : r;
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
function repositoryUrl(e, t, n = "git") {
	const r = publicUrl(withScheme(e));
	if (r === void 0 || r.protocol === "file:" || r.host === "") return void 0;
	return `${r.protocol === `${n}:` ? "" : `${n}+`}${r.href.replace(/\/$/, "")}${t === void 0 ? "" : `@${t}`}`;
}
function isCommit(e) {
	return e !== void 0 && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(e);
}
function withScheme(e) {
	const t = /^(?:([\w.-]+)@)?([\w.-]+\.\w+):(?!\/\/)(.+)$/.exec(e);
	return t === null ? e : `ssh://${t[1] ?? "git"}@${t[2]}/${t[3]}`;
}
function projectName({ path: e, origin: t }) {
	return e.split("/").at(-2) ?? t?.repository.split("/").at(-1) ?? "project";
}
const QUOTE = 34;
const BACKSLASH = 92;
const SLASH = 47;
const STAR = 42;
const COMMA = 44;
function plainJson(e) {
	return withoutLastCommas(withoutComments(e));
}
function withoutComments(e) {
	const t = [];
	let n = 0;
	for (let r = 0; r < e.length; r++) {
		const i = e.charCodeAt(r);
		if (i === QUOTE) r = closingQuote(e, r);
		if (i !== SLASH) continue;
		const a = commentEnd(e, r);
		if (a === void 0) continue;
		t.push(e.slice(n, r), e.slice(r, a).replace(/[^\r\n]/g, " "));
		n = a;
		r = a - 1;
	}
	return t.length === 0 ? e : t.join("") + e.slice(n);
}
function withoutLastCommas(e) {
	const t = [];
	let n = 0;
	let r = -1;
	for (let i = 0; i < e.length; i++) {
		const a = e.charCodeAt(i);
		if (a <= 32) continue;
		if (r >= 0 && (a === 125 || a === 93)) {
			t.push(e.slice(n, r), " ");
			n = r + 1;
		}
		r = a === COMMA ? i : -1;
		if (a === QUOTE) i = closingQuote(e, i);
	}
	return t.length === 0 ? e : t.join("") + e.slice(n);
}
function commentEnd(e, t) {
	const n = e.charCodeAt(t + 1);
	if (n === SLASH) {
		const n = e.indexOf("\n", t);
		return n < 0 ? e.length : n;
	}
	if (n !== STAR) return void 0;
	const r = e.indexOf("*/", t + 2);
	return r < 0 ? void 0 : r + 2;
}
function closingQuote(e, t) {
	let n = e.indexOf("\"", t + 1);
	while (n >= 0) {
		let t = 0;
		while (e.charCodeAt(n - 1 - t) === BACKSLASH) t++;
		if (t % 2 === 0) return n;
		n = e.indexOf("\"", n + 1);
	}
	return e.length;
}
const ALGORITHMS = new Map([
	["md5", {
		name: "MD5",
		length: 16
	}],
	["sha1", {
		name: "SHA-1",
		length: 20
	}],
	["sha256", {
		name: "SHA-256",
		length: 32
	}],
	["sha384", {
		name: "SHA-384",
		length: 48
	}],
	["sha512", {
		name: "SHA-512",
		length: 64
	}]
]);
const MAX_HASHES = 64;
function parseIntegrity(e) {
	const t = /\s/.test(e) || e === "" ? void 0 : parseOne(e);
	if (t !== void 0) return {
		hashes: [t],
		invalid: false
	};
	const n = new Map();
	const r = e.split(/\s+/).filter((e) => e !== "");
	let i = r.length > MAX_HASHES;
	for (const e of r.slice(0, MAX_HASHES)) {
		const t = parseOne(e);
		if (t === void 0) i = true;
		else n.set(`${t.algorithm} ${t.value}`, t);
	}
	return {
		hashes: [...n].sort(([e], [t]) => e < t ? -1 : 1).map(([, e]) => e),
		invalid: i
	};
}
function parseOne(e) {
	const t = e.indexOf("-");
	const n = ALGORITHMS.get(e.slice(0, Math.max(t, 0)).toLowerCase());
	const [r = ""] = e.slice(t + 1).split("?", 1);
	if (n === void 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(r)) return void 0;
	const i = Buffer.from(r, "base64");
	if (i.length !== n.length) return void 0;
	return {
		algorithm: n.name,
		value: i.toString("hex")
	};
}
function parseObject(e, t, n) {
	const r = n === void 0 ? {} : { hint: n };
	let i;
	try {
		i = JSON.parse(t);
	} catch {
		throw new UsageError(`${e} is no JSON`, r);
	}
	if (!isRecord(i)) throw new UsageError(`${e} is no JSON object`, r);
	return i;
}
function keyLines(e, t) {
	const n = new Map();
	const r = [];
	const i = [];
	scanJsonKeys(e, (e, a, o) => {
		if (a > t) return;
		i.length = Math.min(i.length, a - 1);
		while (i.length < a - 1) i.push("");
		i.push(e);
		const s = i.join("\0");
		if (n.has(s) && !i.includes("")) r.push({
			path: [...i],
			line: o
		});
		else n.set(s, o);
	});
	return {
		line: (...e) => n.get(e.join("\0")),
		twice: r
	};
}
function textOf(e) {
	return typeof e === "string" && e !== "" ? e : void 0;
}
function members(e, t) {
	if (!isRecord(e)) return [];
	return Object.entries(e).flatMap(([e, n]) => {
		if (isRecord(n)) return [[e, n]];
		t(e);
		return [];
	});
}
export { parseIntegrity as a, isCommit as c, scanJsonKeys as d, manifestText as f, sortedEdges as g, assembleGraph as h, textOf as i, publicUrl as l, unknownFit as m, members as n, plainJson as o, staleProblems as p, parseObject as r, projectName as s, keyLines as t, repositoryUrl as u };
