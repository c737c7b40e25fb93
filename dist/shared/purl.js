import { P as matchesWildcard, Q as UsageError } from "./core.js";
const TYPE = /^[a-z][a-z0-9.-]*$/;
const TYPE_ALLOWED = "a letter, then letters, digits, . and -";
const QUALIFIER_KEY = /^[a-z][a-z0-9._-]*$/;
const QUALIFIER_KEY_ALLOWED = "a lower-case letter, then lower-case letters, digits, ., _ and -";
const PLAIN = /^[A-Za-z0-9._~:-]*$/;
const MAX_SHOWN = 200;
function segments(e) {
	return (e ?? "").split("/").filter((e) => e !== "");
}
function subpathSegments(e) {
	return segments(e).filter((e) => e !== "." && e !== "..");
}
function encode(e) {
	if (PLAIN.test(e)) return e;
	return encodeURIComponent(e.toWellFormed()).replace(/[!'()*]/g, (e) => `%${e.charCodeAt(0).toString(16).toUpperCase()}`).replaceAll("%3A", ":");
}
function decode(e, t) {
	if (!t.includes("%")) return t;
	try {
		return decodeURIComponent(t);
	} catch {
		throw invalidPurl(e, `"${shorten(t)}"`, "UTF-8 in percent codes");
	}
}
function invalidPurl(e, t, n) {
	return new UsageError(`"${shorten(e)}" is no package URL: ${t} must be ${n}`, { hint: "Write it as pkg:type/namespace/name@version?qualifiers#subpath." });
}
function shorten(e) {
	return e.length > MAX_SHOWN ? `${e.slice(0, MAX_SHOWN)}…` : e;
}
const ALONE = { namespace: "prohibited" };
const BELOW = { namespace: "required" };
const BOTH = ["namespace", "name"];
const dashes = (e) => e.replaceAll("_", "-");
const TYPES = new Map([
	["alpm", {
		...BELOW,
		lowerCase: BOTH
	}],
	["apk", {
		...BELOW,
		lowerCase: BOTH
	}],
	["bazel", ALONE],
	["bitbucket", {
		...BELOW,
		lowerCase: BOTH
	}],
	["bitnami", {
		...ALONE,
		lowerCase: ["name"]
	}],
	["brew", { lowerCase: BOTH }],
	["cargo", ALONE],
	["chrome-extension", {
		...ALONE,
		lowerCase: ["name"],
		name: {
			pattern: /^[a-p]{32}$/,
			allowed: "32 letters from a to p"
		},
		version: {
			pattern: /^\d+(?:\.\d+){0,3}$/,
			allowed: "one to four numbers separated by dots"
		}
	}],
	["cocoapods", ALONE],
	["composer", {
		...BELOW,
		lowerCase: BOTH
	}],
	["conan", {}],
	["conda", ALONE],
	["cpan", { name: {
		pattern: /^(?!.*::)/,
		allowed: "a distribution (`URI-PackageURL`), not a module (`URI::PackageURL`)"
	} }],
	["cran", ALONE],
	["deb", {
		...BELOW,
		lowerCase: BOTH
	}],
	["docker", {}],
	["gem", ALONE],
	["generic", {}],
	["git", BELOW],
	["github", {
		...BELOW,
		lowerCase: BOTH
	}],
	["golang", { lowerCase: BOTH }],
	["hackage", {
		...ALONE,
		normalizeName: dashes
	}],
	["hex", { lowerCase: BOTH }],
	["huggingface", {
		...BELOW,
		lowerCase: ["version"]
	}],
	["julia", {
		...ALONE,
		requiredQualifiers: ["uuid"]
	}],
	["luarocks", { lowerCase: BOTH }],
	["maven", BELOW],
	["mlflow", ALONE],
	["npm", {}],
	["nuget", ALONE],
	["oci", {
		...ALONE,
		lowerCase: ["name", "version"]
	}],
	["opam", ALONE],
	["otp", {
		...ALONE,
		lowerCase: ["name", "subpath"]
	}],
	["pub", {
		...ALONE,
		lowerCase: ["name"],
		normalizeName: (e) => e.replaceAll(/[^a-z0-9_]/g, "_")
	}],
	["pypi", {
		...ALONE,
		lowerCase: ["name", "version"],
		normalizeName: dashes
	}],
	["qpkg", {
		...BELOW,
		lowerCase: ["namespace"]
	}],
	["rpm", {
		...BELOW,
		lowerCase: ["namespace"]
	}],
	["swid", { requiredQualifiers: ["tag_id"] }],
	["swift", BELOW],
	["vcpkg", ALONE],
	["vscode-extension", {
		...BELOW,
		lowerCase: [
			"namespace",
			"name",
			"version"
		]
	}],
	["yocto", { lowerCase: ["namespace"] }]
]);
function normalizePurl(e) {
	const t = TYPES.get(e.type);
	if (t === void 0) return e;
	const n = new Set(t.lowerCase);
	const r = (e, t) => n.has(e) ? t.toLowerCase() : t;
	const { namespace: i, version: a, subpath: o } = e;
	const s = r("name", e.name);
	const c = e.type === "mlflow" && e.qualifiers?.["repository_url"]?.includes("databricks");
	return {
		...e,
		...i === void 0 ? {} : { namespace: r("namespace", i) },
		name: c ? s.toLowerCase() : t.normalizeName?.(s) ?? s,
		...a === void 0 ? {} : { version: r("version", a) },
		...o === void 0 ? {} : { subpath: r("subpath", o) }
	};
}
function purlTypeProblem(e) {
	const t = TYPES.get(e.type);
	if (t === void 0) return void 0;
	const { type: n, name: r, version: i, qualifiers: a } = e;
	const o = e.namespace !== void 0 && e.namespace !== "";
	if (t.namespace === "prohibited" && o) return {
		part: "the namespace",
		allowed: `absent for the type ${n}`
	};
	if (t.namespace === "required" && !o) return {
		part: "the namespace",
		allowed: `there for the type ${n}`
	};
	if (t.name !== void 0 && !t.name.pattern.test(r)) return {
		part: "the name",
		allowed: t.name.allowed
	};
	if (t.version !== void 0 && i && !t.version.pattern.test(i)) return {
		part: "the version",
		allowed: t.version.allowed
	};
	const s = t.requiredQualifiers?.find((e) => !a?.[e]);
	return s === void 0 ? void 0 : {
		part: `the qualifier ${s}`,
		allowed: `there for the type ${n}`
	};
}
function buildPurl(e) {
	const t = normalizePurl({
		...e,
		type: e.type.toLowerCase()
	});
	const { type: n, namespace: r, name: i, version: a, qualifiers: o, subpath: s } = t;
	if (!TYPE.test(n)) throw invalidPurl(n, "the type", TYPE_ALLOWED);
	if (i === "") throw invalidPurl(`pkg:${n}/`, "the name", "at least one character");
	const c = purlTypeProblem(t);
	const l = n === "git" ? segments(i) : [i];
	const u = [
		n,
		...segments(r).map(encode),
		...l.map(encode)
	].join("/");
	if (c !== void 0) throw invalidPurl(`pkg:${u}`, c.part, c.allowed);
	const d = o === void 0 ? "" : buildQualifiers(o);
	const f = subpathSegments(s).map(encode).join("/");
	return [
		`pkg:${u}`,
		a === void 0 || a === "" ? "" : `@${encode(a)}`,
		d === "" ? "" : `?${d}`,
		f === "" ? "" : `#${f}`
	].join("");
}
function buildQualifiers(e) {
	return Object.entries(e).filter(([, e]) => e !== void 0 && e !== "").sort(([e], [t]) => e < t ? -1 : 1).map(([e, t = ""]) => {
		if (!QUALIFIER_KEY.test(e)) throw invalidPurl(e, "a qualifier's key", QUALIFIER_KEY_ALLOWED);
		return `${e}=${encode(t)}`;
	}).join("&");
}
function semverRange(e) {
	const t = e.split("||").map((e) => readAlternative(e.trim()));
	if (t.some((e) => e === void 0)) return void 0;
	const n = new Set(e.split("||").map((e) => e.trim().replace(/^=?v?/, "")));
	return (e) => {
		if (n.has(e)) return true;
		const r = /^(\d+)\.(\d+)\.(\d+)(?:\+.*)?$/.exec(e);
		if (r === null) return false;
		const i = toVersion(r[1], r[2], r[3]);
		return t.some((e) => e?.every((e) => fulfils(i, e)));
	};
}
function readAlternative(e) {
	const t = [];
	const n = e.replaceAll(/(\^|~|[<>]=?|=)\s+/g, "$1").split(/\s+/);
	for (const e of n) {
		const n = readWord(e);
		if (n === void 0) return void 0;
		t.push(...n);
	}
	return t;
}
const WORD = /^(\^|~|[<>]=?|=)?v?(\d{1,9}|[xX*])(?:\.(\d{1,9}|[xX*]))?(?:\.(\d{1,9}|[xX*]))?(-[0-9A-Za-z.-]+)?$/;
function readWord(e) {
	const t = WORD.exec(e);
	if (t === null) return void 0;
	const [, n = "=", ...r] = t;
	const i = r.slice(0, 3).findIndex((e) => e === void 0 || /[xX*]/.test(e));
	const a = i === -1 ? 3 : i;
	if (t[5] !== void 0) return n === "=" && a === 3 ? NOTHING : void 0;
	const o = r.slice(0, a);
	const s = toVersion(o[0], o[1], o[2]);
	if (a === 0) return n === "<" || n === ">" ? void 0 : [];
	switch (n) {
		case "<":
		case ">=": return [{
			operator: n,
			version: s
		}];
		case ">": return [{
			operator: ">=",
			version: next(s, a)
		}];
		case "<=": return [{
			operator: "<",
			version: next(s, a)
		}];
		case "^": return between(s, next(s, caretPosition(s, a)));
		case "~": return between(s, next(s, Math.min(a, 2)));
		default: return between(s, next(s, a));
	}
}
const NOTHING = [{
	operator: "<",
	version: [
		0,
		0,
		0
	]
}];
function caretPosition([e, t], n) {
	if (e > 0) return 1;
	return Math.min(t > 0 ? 2 : 3, n);
}
function between(e, t) {
	return [{
		operator: ">=",
		version: e
	}, {
		operator: "<",
		version: t
	}];
}
function next([e, t, n], r) {
	if (r <= 1) return [
		e + 1,
		0,
		0
	];
	return r === 2 ? [
		e,
		t + 1,
		0
	] : [
		e,
		t,
		n + 1
	];
}
function fulfils(e, { operator: t, version: n }) {
	const r = e[0] - n[0] || e[1] - n[1] || e[2] - n[2];
	return t === "<" ? r < 0 : r >= 0;
}
function toVersion(e, t, n) {
	return [
		Number(e ?? 0),
		Number(t ?? 0),
		Number(n ?? 0)
	];
}
function cargoRange(e) {
	const t = e.split(",").map((e) => e.trim());
	if (t.some((e) => e === "" || /[\s|]/.test(e.replace(/^(?:\^|~|[<>]=?|=)\s+/, "")))) return void 0;
	return semverRange(t.map((e) => /^\d/.test(e) ? `^${e}` : e).join(" "));
}
function parsePurl(e) {
	const { type: t, path: n, version: r, query: i, subpath: a } = splitPurl(e);
	const o = segments(n).map((t) => decodeSegment(e, t));
	const s = t === "git" ? o.splice(1).join("/") : o.pop() ?? "";
	if (s === "") throw invalidPurl(e, "the name", "at least one character");
	const c = normalizePurl({
		type: t,
		namespace: o.length === 0 ? void 0 : o.join("/"),
		name: s,
		version: r === void 0 || r === "" ? void 0 : decode(e, r),
		qualifiers: i === void 0 ? void 0 : parseQualifiers(e, i),
		subpath: a === void 0 ? void 0 : parseSubpath(e, a)
	});
	const l = purlTypeProblem(c);
	if (l !== void 0) throw invalidPurl(e, l.part, l.allowed);
	return c;
}
function splitPurl(e) {
	const [t, n] = splitLast(e, "#");
	const [r, i] = splitLast(t, "?");
	const a = r.indexOf(":");
	if (r.slice(0, Math.max(a, 0)).toLowerCase() !== "pkg") throw invalidPurl(e, "the scheme", "`pkg:`");
	const o = r.slice(a + 1).replace(/^\/+/, "");
	const s = o.indexOf("/");
	const c = o.slice(0, Math.max(s, 0)).toLowerCase();
	if (!TYPE.test(c)) throw invalidPurl(e, "the type", TYPE_ALLOWED);
	const l = o.slice(s + 1);
	const u = versionStart(l);
	if (u === void 0) return {
		type: c,
		path: l,
		query: i,
		subpath: n
	};
	const d = l.slice(0, u);
	if (d === "" || d.endsWith("/")) throw invalidPurl(e, "the name", "at least one character");
	const f = l.slice(u + 1);
	if (f.includes("/")) throw invalidPurl(e, "the version", "without an unencoded slash");
	return {
		type: c,
		path: d,
		version: f,
		query: i,
		subpath: n
	};
}
function versionStart(e) {
	const t = e.lastIndexOf("@");
	const n = (t === 0 || e[t - 1] === "/") && e.indexOf("/", t) > t + 1;
	return t < 0 || n ? void 0 : t;
}
function parseQualifiers(e, t) {
	const n = new Map();
	for (const r of t.split("&")) {
		if (r === "") continue;
		const t = r.indexOf("=");
		const i = r.slice(0, Math.max(t, 0));
		if (!QUALIFIER_KEY.test(i)) throw invalidPurl(e, `the key of the qualifier "${r.slice(0, 80)}"`, QUALIFIER_KEY_ALLOWED);
		if (n.has(i)) throw invalidPurl(e, `the qualifier "${i}"`, "there once");
		n.set(i, decode(e, r.slice(t + 1)));
	}
	const r = [...n].filter(([, e]) => e !== "");
	return r.length === 0 ? void 0 : Object.fromEntries(r);
}
function parseSubpath(e, t) {
	const n = segments(t).map((t) => decodeSegment(e, t));
	return subpathSegments(n.join("/")).join("/") || void 0;
}
function splitLast(e, t) {
	const n = e.lastIndexOf(t);
	return n < 0 ? [e] : [e.slice(0, n), e.slice(n + 1)];
}
function decodeSegment(e, t) {
	const n = decode(e, t);
	if (n.includes("/")) throw invalidPurl(e, `the segment "${t.slice(0, 80)}"`, "without an encoded slash");
	return n;
}
const VERSION = /^v?(?:(\d{1,9})!)?(\d{1,15}(?:\.\d{1,15}){0,63})(?:[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?(\d{0,15}))?(?:-(\d{1,15})|[-_.]?(post|rev|r)[-_.]?(\d{0,15}))?(?:[-_.]?(dev)[-_.]?(\d{0,15}))?(?:\+([a-z\d]{1,64}(?:[-_.][a-z\d]{1,64}){0,15}))?$/;
const PHASES = new Map([
	["a", 0],
	["alpha", 0],
	["b", 1],
	["beta", 1],
	["c", 2],
	["rc", 2],
	["pre", 2],
	["preview", 2]
]);
const LATER = Number.MAX_SAFE_INTEGER;
function parse(e) {
	const t = VERSION.exec(e.trim().toLowerCase());
	if (t === null) return void 0;
	const [, n, r = "", i, a, o, s, c, l, u, d] = t;
	const f = r.split(".").map(Number);
	const p = o !== void 0 || s !== void 0;
	const m = i === void 0 && !p && l !== void 0;
	return {
		epoch: Number(n ?? 0),
		release: withoutZeros(f),
		written: f,
		suffix: [
			i === void 0 ? m ? -1 : LATER : PHASES.get(i) ?? 0,
			i === void 0 ? 0 : Number(a || 0),
			p ? Number(o ?? (c || 0)) : -1,
			l === void 0 ? LATER : Number(u || 0)
		],
		isPrerelease: i !== void 0 || l !== void 0,
		isPostrelease: p,
		local: d?.split(/[-_.]/).map((e) => /^\d+$/.test(e) ? Number(e) : e) ?? []
	};
}
function withoutZeros(e) {
	return e.slice(0, e.findLastIndex((e) => e !== 0) + 1);
}
function compareNumbers(e, t) {
	for (let n = 0; n < Math.max(e.length, t.length); n++) {
		const r = (e[n] ?? 0) - (t[n] ?? 0);
		if (r !== 0) return r;
	}
	return 0;
}
function comparePublic(e, t) {
	return e.epoch - t.epoch || compareNumbers(e.release, t.release) || compareNumbers(e.suffix, t.suffix);
}
function compareLocal(e, t) {
	for (let n = 0; n < Math.max(e.length, t.length); n++) {
		const [r, i] = [e[n], t[n]];
		if (r === i) continue;
		if (r === void 0) return -1;
		if (i === void 0) return 1;
		if (typeof r === "number" && typeof i === "number") return r - i;
		if (typeof r !== typeof i) return typeof r === "number" ? 1 : -1;
		return r < i ? -1 : 1;
	}
	return 0;
}
function comparePep440(e, t) {
	const [n, r] = [parse(e), parse(t)];
	if (n === void 0 || r === void 0) return void 0;
	return comparePublic(n, r) || compareLocal(n.local, r.local);
}
function pep440Range(e, { prereleases: t = false } = {}) {
	const n = [];
	let r = t;
	for (const t of e.split(",")) {
		const e = /^\s*(===|==|!=|<=|>=|~=|<|>)\s*(\S+)\s*$/.exec(t);
		const [, i = "", a = ""] = e ?? [];
		const o = e === null ? void 0 : readClause(i, a);
		if (o === void 0) return void 0;
		n.push(o);
		if (i !== "!=" && parse(a)?.isPrerelease === true) r = true;
	}
	const i = /^\s*===\s*(\S+)\s*$/.exec(e)?.[1]?.toLowerCase();
	return (e) => {
		const t = parse(e);
		if (t === void 0) return i === e.toLowerCase();
		if (t.isPrerelease && !r) return false;
		return n.every((n) => n(t, e));
	};
}
function readClause(e, t) {
	if (e === "===") return (e, n) => n.toLowerCase() === t.toLowerCase();
	const n = t.endsWith(".*");
	const r = parse(n ? t.slice(0, -2) : t);
	if (r === void 0 || n && e !== "==" && e !== "!=") return void 0;
	switch (e) {
		case "==": return n ? startsWith(r) : equals(r);
		case "!=": {
			const e = n ? startsWith(r) : equals(r);
			return (t, n) => !e(t, n);
		}
		case ">=": return (e) => comparePublic(e, r) >= 0;
		case "<=": return (e) => comparePublic(e, r) <= 0;
		case ">": return (e) => comparePublic(e, r) > 0 && !isVariant(e, r, "post");
		case "<": return (e) => comparePublic(e, r) < 0 && !isVariant(e, r, "pre");
		default: {
			if (r.written.length < 2) return void 0;
			const e = startsWith({
				...r,
				written: r.written.slice(0, -1)
			});
			return (t, n) => comparePublic(t, r) >= 0 && e(t, n);
		}
	}
}
function equals(e) {
	return (t) => comparePublic(t, e) === 0 && (e.local.length === 0 || compareLocal(t.local, e.local) === 0);
}
function startsWith({ epoch: e, written: t }) {
	return (n) => n.epoch === e && t.every((e, t) => (n.written[t] ?? 0) === e);
}
function isVariant(e, t, n) {
	const r = e.epoch === t.epoch && compareNumbers(e.release, t.release) === 0;
	return n === "post" ? r && e.isPostrelease && !t.isPostrelease : r && e.isPrerelease && !t.isPrerelease;
}
function golangRange(e) {
	const t = semverRange(e);
	return t && ((e) => t(e.replace(/^v/, "")));
}
const RANGES = new Map([
	["npm", semverRange],
	["pypi", (e) => pep440Range(e)],
	["cargo", cargoRange],
	["golang", golangRange]
]);
const HAS_OPERATOR = /^[\^~<>=!]|[<>=|\s,]/;
const MAY_BE_RANGE = /^\d+(?:\.\d+)?$|^\d[\d.]*\.[xX]/;
function versionSelector(e, t, n) {
	if (HAS_OPERATOR.test(e)) {
		const r = readRanges(e, t);
		if (r.size === 0) throw unreadable(e, t, n);
		return (e, t) => e !== void 0 && (r.get(t ?? "")?.(e) ?? false);
	}
	const r = (t, n) => t !== void 0 && matchesWildcard(asWritten(e, n), asWritten(t, n));
	if (!MAY_BE_RANGE.test(e)) return r;
	const i = readRanges(e, t);
	return (e, t) => r(e, t) || e !== void 0 && (i.get(t ?? "")?.(e) ?? false);
}
function readRanges(e, t) {
	const n = [...RANGES].filter(([e]) => t === void 0 || t === e).map(([t, n]) => [t, n(e)]);
	return new Map(n.flatMap(([e, t]) => t === void 0 ? [] : [[e, t]]));
}
function asWritten(e, t) {
	return t === void 0 ? e : normalizePurl({
		type: t,
		name: "-",
		version: e
	}).version ?? "";
}
function unreadable(e, t, n) {
	const r = [...RANGES.keys()].join(", ");
	const i = t === void 0 || RANGES.has(t) ? "can't be read" : `is of the type ${t}, and only ranges of ${r} are read`;
	return new UsageError(`${n} has the range "${e.slice(0, 80)}", which ${i}`, { hint: "Write an exact version, `*`, for npm or golang a range such as `^1.2`, `~1.2.3`, `1.x` or `>=1 <3`, for cargo one such as `^1.2` or `>=1, <3`, or for pypi one such as `>=1.2,<2` or `~=1.4`." });
}
function packageSelector(e, t) {
	const n = e.trim();
	if (n === "") throw new UsageError(`${t} is empty`, { hint: "Write a name, `name@version`, a package URL, or `*` for every package." });
	return /^pkg:/i.test(n) ? purlSelector(n, t) : nameSelector(n, t);
}
function nameSelector(e, t) {
	const n = e.lastIndexOf("@");
	const r = n > 0 && n > e.lastIndexOf("/");
	const i = r ? e.slice(0, n) : e;
	const a = r ? versionSelector(e.slice(n + 1), void 0, t) : ANY;
	return (e) => {
		if (e === void 0) return false;
		const t = typeOf(e);
		return (matchesWildcard(i, e.name) || matchesWildcard(pathAsWritten(i, t), pathAsWritten(e.name, t))) && a(e.version, t);
	};
}
const ANY = () => true;
function purlSelector(e, t) {
	const { type: n, path: r, version: i, qualifiers: a, subpath: o } = readPattern(e, t);
	const s = i ? versionSelector(i, n, t) : ANY;
	return (e) => {
		const t = partsOf(e);
		if (t?.type !== n) return false;
		const { namespace: i, name: c } = t;
		return matchesWildcard(r, i === void 0 ? c : `${i}/${c}`) && s(t.version, n) && a.every(([e, n]) => matchesWildcard(n, t.qualifiers?.[e] ?? "")) && (o === void 0 || matchesWildcard(o, t.subpath ?? ""));
	};
}
function readPattern(e, t) {
	try {
		const { type: t, path: n, version: r, query: i, subpath: a } = splitPurl(e);
		const o = segments(n).map((t) => decode(e, t));
		if (o.length === 0) throw invalidPurl(e, "the name", "at least one character");
		return {
			type: t,
			path: pathAsWritten(o.join("/"), t),
			version: r === void 0 ? void 0 : decode(e, r),
			qualifiers: readQualifiers(e, i),
			subpath: a === void 0 ? void 0 : decode(e, a)
		};
	} catch (e) {
		if (!(e instanceof UsageError)) throw e;
		throw new UsageError(`${t}: ${e.message}`, { hint: e.hint });
	}
}
function readQualifiers(e, t) {
	return (t ?? "").split("&").filter((e) => e !== "").map((t) => {
		const n = t.indexOf("=");
		if (n <= 0) throw invalidPurl(e, "each qualifier", "`key=value`");
		return [t.slice(0, n), decode(e, t.slice(n + 1))];
	});
}
function pathAsWritten(e, t) {
	if (t === void 0) return e;
	const n = e.lastIndexOf("/");
	const r = (e, n) => n.split("*").map((n) => normalizePurl({
		type: t,
		name: "",
		[e]: n
	})[e] ?? "").join("*");
	const i = r("name", e.slice(n + 1));
	return n < 0 ? i : `${r("namespace", e.slice(0, n))}/${i}`;
}
function typeOf({ purl: e, ecosystem: t }) {
	return /^pkg:([^/]+)\//.exec(e ?? "")?.[1] ?? t;
}
function partsOf(e) {
	if (e?.purl === void 0) return void 0;
	try {
		return parsePurl(e.purl);
	} catch {
		return;
	}
}
export { semverRange as a, cargoRange as i, comparePep440 as n, buildPurl as o, pep440Range as r, packageSelector as t };
