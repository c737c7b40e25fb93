import { Ct as isRecord } from "./core.js";
function isPackageName(e) {
	return e.length <= 512 && /^(?:@[^/\\\s\p{Cc}]+\/)?[^@./\\\s\p{Cc}][^/\\\s\p{Cc}]*$/u.test(e);
}
function splitAtVersion(e) {
	const t = e.indexOf("@", 1);
	return t < 0 ? void 0 : {
		name: e.slice(0, t),
		rest: e.slice(t + 1)
	};
}
const NPM_FLAGS = [
	"link",
	"dev",
	"optional",
	"devOptional",
	"peer",
	"inBundle",
	"extraneous",
	"hasInstallScript",
	"deprecated"
];
const NONE = new Map();
const MAX_TEXT = 16384;
const MAX_LICENSE_DEPTH = 4;
function textOf(e) {
	return typeof e === "string" && e !== "" && e.length <= MAX_TEXT ? e : void 0;
}
function readEntry(e, t, n) {
	const r = [];
	const i = (e) => {
		const t = n[e];
		const i = textOf(t);
		if (i === void 0 && t !== void 0 && t !== "") r.push(`\`${e}\` is no text`);
		return i;
	};
	const a = (e) => {
		const t = n[e];
		if (t === void 0) return NONE;
		if (!isRecord(t)) {
			r.push(`\`${e}\` is no object`);
			return NONE;
		}
		const i = new Map();
		for (const [n, a] of Object.entries(t)) if (!isPackageName(n)) r.push(`\`${e}\` names something that is no package`);
		else i.set(n, typeof a === "string" ? a : "");
		return i;
	};
	if (e === "" && n["link"] === true) r.push("the project itself can't be a link");
	const o = n["license"] ?? n["licenses"];
	if (!isShallow(o, MAX_LICENSE_DEPTH)) r.push("`license` is nested too deeply");
	const s = {
		key: e,
		line: t,
		name: i("name"),
		version: i("version"),
		resolved: n["resolved"] === false ? void 0 : i("resolved"),
		integrity: n["integrity"] === false ? void 0 : i("integrity"),
		license: isShallow(o, MAX_LICENSE_DEPTH) ? o : void 0,
		flags: new Set(NPM_FLAGS.filter((t) => n[t] !== void 0 && n[t] !== false && !(t === "link" && e === ""))),
		dependencies: a("dependencies"),
		optionalDependencies: a("optionalDependencies"),
		peerDependencies: a("peerDependencies"),
		devDependencies: a("devDependencies"),
		optionalPeers: optionalPeers(n["peerDependenciesMeta"]),
		workspaces: workspacePatterns(n["workspaces"])
	};
	if (s.name !== void 0 && !isPackageName(s.name)) {
		r.push("`name` is no package name");
		return {
			entry: {
				...s,
				name: void 0
			},
			problems: r
		};
	}
	return {
		entry: s,
		problems: r
	};
}
function optionalPeers(e) {
	if (!isRecord(e)) return new Set();
	const t = Object.entries(e).filter(([, e]) => isRecord(e) && e["optional"] === true);
	return new Set(t.map(([e]) => e));
}
function workspacePatterns(e) {
	const t = isRecord(e) ? e["packages"] : e;
	return Array.isArray(t) ? t.filter((e) => typeof e === "string") : [];
}
function isShallow(e, t) {
	if (typeof e !== "object" || e === null) return true;
	return t > 0 && Object.values(e).every((e) => isShallow(e, t - 1));
}
export { splitAtVersion as i, textOf as n, isPackageName as r, readEntry as t };
