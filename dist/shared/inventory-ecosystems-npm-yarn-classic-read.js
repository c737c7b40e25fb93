import "./rolldown-runtime.js";
import { a as semverRange } from "./purl.js";
import { n as fromLockfileFolder } from "./inventory-paths.js";
import { a as manifestsOf, c as isAbsolutePath, i as sourceParts, l as linkedNode, n as staleOf, o as readMembers, s as lockGraph, t as isPeerAlone, u as normalFolder } from "./inventory-ecosystems-npm-lock-graph-stale.js";
import { a as wantedBy, u as workspaceMatcher } from "./inventory-ecosystems-npm-source.js";
import { i as splitAtVersion, r as isPackageName } from "./inventory-ecosystems-npm-package-lock-fields.js";
import { Ct as isRecord, Q as UsageError } from "./core.js";
function workspaceFolders({ path: e, paths: t }, n) {
	const r = [];
	const i = [];
	if (n.length === 0) return {
		folders: r,
		unknown: i
	};
	const a = workspaceMatcher(n);
	const o = fromLockfileFolder(e, "") ?? "";
	const s = o === "" ? "" : `${o}/`;
	for (const e of t) {
		if (!e.endsWith("/package.json") || !e.startsWith(s)) continue;
		const t = e.slice(s.length, -13);
		if (t === "" || e.length <= s.length + 12) continue;
		const n = a(t);
		if (n === "member") r.push(t);
		else if (n === "unknown") i.push(t);
	}
	return {
		folders: r.sort(),
		unknown: i.sort()
	};
}
async function linkedFolders(e, t, n) {
	const r = new Map(t.map(({ folder: e, node: t }) => [e, t]));
	const i = new Map();
	for (const { manifest: a } of t) {
		if (a === void 0) continue;
		for (const [t, { range: o }] of wantedBy(a.entry)) {
			if (!o.startsWith("link:") || i.has(o)) continue;
			const a = o.slice(5);
			const s = isAbsolutePath(a);
			const c = normalFolder("", a);
			const l = s ? `link:${t}` : `link:${c}`;
			const u = r.get(s ? a : c);
			i.set(o, u ?? await linkedNode(e, {
				key: l,
				path: s ? void 0 : c,
				name: t
			}, n));
		}
	}
	return i;
}
function entryNode(e) {
	const [t = ""] = e.selectors;
	const n = e.fields.get("name") ?? realName(t);
	const r = e.fields.get("version");
	const { address: i, digest: a } = resolvedParts(e.fields.get("resolved"));
	const { problems: o, ...s } = i === void 0 && /@(?:file|link):/.test(t) ? {
		artifacts: [],
		problems: []
	} : sourceParts({
		name: n,
		version: r,
		resolved: i,
		integrity: e.fields.get("integrity") ?? a
	}, void 0);
	const c = {
		key: t,
		name: n,
		version: r,
		line: e.line,
		firstParty: false,
		flags: [],
		...s
	};
	return {
		node: c,
		problems: [
			...o,
			...r === void 0 && !o.includes(NO_VERSION) ? [NO_VERSION] : [],
			...isPackageName(n) ? [] : ["its name is no package name"]
		].map((e) => ({
			node: c,
			reason: e
		}))
	};
}
const NO_VERSION = "the entry has no version";
function realName(e) {
	const { name: t, rest: n } = splitAtVersion(e) ?? {
		name: e,
		rest: ""
	};
	if (!n.startsWith("npm:")) return t;
	const r = n.slice(4);
	return splitAtVersion(r)?.name ?? (/^[@a-z]/i.test(r) ? r : t);
}
function resolvedParts(e) {
	const [, t = "", n] = /^([^#]*)#([0-9a-f]{40})$/.exec(e ?? "") ?? [];
	const r = n !== void 0 && !/^(?:git|ssh)/.test(t) && !/\.git$/.test(t);
	const i = /^https?:[^#]*\.git#/.test(e ?? "");
	const a = r ? t : i ? `git+${e}` : e;
	return {
		address: a !== void 0 && /^[^:/]+\.(?:tgz|tar\.gz)$/.test(a) ? void 0 : a,
		digest: r ? `sha1-${Buffer.from(n, "hex").toString("base64")}` : void 0
	};
}
function parseClassic(e, t) {
	const n = /^# yarn lockfile v(\S{1,20})\s*$/m.exec(t)?.[1] ?? "1";
	if (n !== "1") throw new UsageError(`${e} is a Yarn lockfile of the version ${JSON.stringify(n)}; 1 is known`);
	const r = [];
	const i = [];
	let a;
	let o;
	let s = 0;
	for (const e of t.split("\n")) {
		s += 1;
		const t = e.trim();
		if (t === "" || t.startsWith("#")) continue;
		const n = e.length - e.trimStart().length;
		const c = (e) => i.push({
			line: s,
			reason: e,
			selector: a?.selectors[0]
		});
		if (n === 0) {
			const e = readSelectors(t);
			o = void 0;
			a = e === void 0 ? void 0 : openEntry(e, s);
			if (a === void 0) c("the line is no entry");
			else r.push(a);
			continue;
		}
		if (a === void 0) {
			c("the line belongs to no entry");
			continue;
		}
		if (n === 2 && t.endsWith(":")) {
			o = blockOf(a, t.slice(0, -1));
			if (o === void 0) c(`\`${t.slice(0, 50)}\` is not known`);
			continue;
		}
		const l = n === 2 ? a.fields : n === 4 ? o : void 0;
		const u = readPair(t);
		if (l === void 0 || u === void 0) c("the line is no field");
		else if (l.has(u.key)) c(`\`${u.key}\` stands there twice`);
		if (l !== void 0 && u !== void 0) l.set(u.key, u.value);
		if (n === 2) o = void 0;
	}
	if (r.length === 0 && i.length > 0) throw new UsageError(`${e} is no Yarn lockfile: line ${i[0]?.line} is no entry`);
	return {
		entries: r,
		odd: i
	};
}
function openEntry(e, t) {
	const [n, r, i] = [
		new Map(),
		new Map(),
		new Map()
	];
	return {
		selectors: e,
		line: t,
		fields: n,
		dependencies: r,
		optionalDependencies: i
	};
}
function blockOf(e, t) {
	if (t === "dependencies") return e.dependencies;
	return t === "optionalDependencies" ? e.optionalDependencies : void 0;
}
function readSelectors(e) {
	const t = [];
	let n = 0;
	for (;;) {
		const { text: r, after: i } = readText(e, n, ",:");
		if (r === void 0 || r === "") return void 0;
		t.push(r);
		if (e[i] === ",") n = skipBlanks(e, i + 1);
		else return e[i] === ":" && i + 1 === e.length ? t : void 0;
	}
}
function readPair(e) {
	const { text: t, after: n } = readText(e, 0, " ");
	const r = skipBlanks(e, n);
	if (t === void 0 || t === "" || r === n) return void 0;
	if (e[r] !== "\"") return {
		key: t,
		value: e.slice(r)
	};
	const { text: i, after: a } = readText(e, r, "");
	return i === void 0 || a !== e.length ? void 0 : {
		key: t,
		value: i
	};
}
function readText(e, t, n) {
	if (e[t] !== "\"") {
		let r = t;
		while (r < e.length && !n.includes(e.charAt(r))) r++;
		return {
			text: e.slice(t, r),
			after: r
		};
	}
	let r = e.indexOf("\"", t + 1);
	while (r >= 0 && isEscaped(e, r)) r = e.indexOf("\"", r + 1);
	if (r < 0) return {
		text: void 0,
		after: e.length
	};
	return {
		text: unquote(e.slice(t, r + 1)),
		after: r + 1
	};
}
function isEscaped(e, t) {
	let n = 0;
	while (e[t - 1 - n] === "\\") n++;
	return n % 2 === 1;
}
function unquote(e) {
	if (!e.includes("\\")) return e.slice(1, -1);
	try {
		return JSON.parse(e);
	} catch {
		return;
	}
}
function skipBlanks(e, t) {
	let n = t;
	while (e[n] === " ") n++;
	return n;
}
function resolutionDifferences(e, t) {
	const n = e?.manifest;
	const r = n?.json["resolutions"];
	if (n === void 0 || e === void 0 || !isRecord(r)) return [];
	const i = new Set([...t.keys()].map((e) => e.slice(0, e.indexOf("@", 1))));
	const a = Object.entries(r).flatMap(([e, n]) => {
		const r = /(?:^|\/)((?:@[^/]+\/)?[^/]+)$/.exec(e)?.[1];
		if (r === void 0 || typeof n !== "string" || !i.has(r)) return [];
		return t.has(`${r}@${n}`) ? [] : [`${r} is not locked for ${n}, as \`resolutions\` want it`];
	});
	return staleOf(n.path, e.node, a);
}
async function readClassicLock(e) {
	const { entries: t, odd: n } = parseClassic(e.path, e.text);
	const r = n.map(({ line: e, reason: t, selector: n }) => ({
		line: e,
		reason: t,
		...n === void 0 ? {} : { item: n }
	}));
	const i = await membersOf(e, r);
	const a = new Map();
	const o = new Map();
	for (const e of t) {
		const { node: t, problems: n } = entryNode(e);
		a.set(e, t);
		r.push(...n);
		for (const n of e.selectors) {
			if (o.has(n)) r.push({
				node: t,
				reason: `${n} stands in the lockfile more than once`
			});
			o.set(n, t);
		}
	}
	const s = resolver(o, i);
	const c = await linkedFolders(e, i, r);
	const l = [...i.flatMap((t) => memberEdges(e, t, s, c, r)), ...[...a].flatMap(([e, t]) => entryEdges(e, t, s, r))];
	if (e.compareManifests) r.push(...resolutionDifferences(i[0], o));
	return lockGraph({
		path: e.path,
		format: "yarn-lock",
		roots: i.map(({ node: e }) => e),
		nodes: [
			...i.map(({ node: e }) => e),
			...a.values(),
			...new Set(c.values())
		],
		edges: l,
		problems: r,
		covers: [...manifestsOf(e.path, i), ...folderManifests(e.path, t)]
	});
}
async function membersOf(e, t) {
	const n = await readMembers(e, [{
		folder: "",
		key: "."
	}], true);
	const [r] = n.members;
	const i = fromLockfileFolder(e.path, "package.json");
	t.push(...n.problems);
	if (r?.manifest === void 0) {
		if (n.problems.length === 0) t.push({ reason: `what the project itself asks for is not known: there is no ${i}` });
		return [];
	}
	const a = r.manifest.entry.workspaces.filter((e) => !e.startsWith("!"));
	const { folders: o, unknown: s } = workspaceFolders(e, a);
	for (const e of s) t.push({ reason: `nobody can say whether ${e} is a member of the workspace` });
	const c = o.map((e) => ({
		folder: e,
		key: e
	}));
	const { members: l, problems: u } = await readMembers(e, c, true);
	t.push(...u);
	return [r, ...l];
}
function resolver(e, t) {
	const n = new Map(t.map(({ node: e }) => [e.name, e]));
	return (t, r) => {
		const i = n.get(t);
		if (i?.version !== void 0 && semverRange(r)?.(i.version) === true) return i;
		return e.get(`${t}@${r}`) ?? (r === "" ? e.get(t) ?? e.get(`${t}@*`) : void 0) ?? i;
	};
}
function memberEdges(e, t, n, r, i) {
	const { node: a, manifest: o } = t;
	if (o === void 0) return [];
	const s = [];
	const c = [];
	for (const [e, { kind: t, range: i }] of wantedBy(o.entry)) {
		if (isPeerAlone(o.entry, e)) continue;
		const l = i.startsWith("link:") ? r.get(i) : n(e, i);
		if (l === void 0) s.push(`${e} is not locked for ${i || "any version"}`);
		else c.push({
			from: a,
			to: l,
			kind: t,
			name: e,
			range: i
		});
	}
	if (e.compareManifests) i.push(...staleOf(o.path, a, s));
	return c;
}
function entryEdges({ dependencies: e, optionalDependencies: t }, n, r, i) {
	const a = [];
	const o = (e, t, o) => {
		const s = r(e, t);
		if (s !== void 0) a.push({
			from: n,
			to: s,
			kind: o,
			name: e,
			range: t
		});
		else i.push({
			node: n,
			reason: `its dependency ${e} is not in the lockfile`
		});
	};
	for (const [n, r] of e) if (!t.has(n)) o(n, r, "runtime");
	for (const [e, n] of t) o(e, n, "optional");
	return a;
}
function folderManifests(e, t) {
	return t.flatMap(({ selectors: [t = ""], fields: n }) => {
		const r = /@file:(.+)$/.exec(t)?.[1];
		if (r === void 0 || n.has("resolved") || isAbsolutePath(r)) return [];
		return fromLockfileFolder(e, `${r}/package.json`) ?? [];
	});
}
export { readClassicLock };
