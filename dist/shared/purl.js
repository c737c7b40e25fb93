import { P as matchesWildcard, Q as UsageError } from "./core.js";

// packages/purl/src/syntax.ts
const TYPE = /^[a-z][a-z0-9.-]*$/;
const TYPE_ALLOWED = "a letter, then letters, digits, . and -";
const QUALIFIER_KEY = /^[a-z][a-z0-9._-]*$/;
const QUALIFIER_KEY_ALLOWED = "a lower-case letter, then lower-case letters, digits, ., _ and -";
const PLAIN = /^[A-Za-z0-9._~:-]*$/;
const MAX_SHOWN = 200;
function segments(path) {
	return (path ?? "").split("/").filter((part) => part !== "");
}
function subpathSegments(path) {
	return segments(path).filter((part) => part !== "." && part !== "..");
}
function encode(text) {
	if (PLAIN.test(text)) return text;
	return encodeURIComponent(text.toWellFormed()).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`).replaceAll("%3A", ":");
}
function decode(whole, text) {
	if (!text.includes("%")) return text;
	try {
		return decodeURIComponent(text);
	} catch {
		throw invalidPurl(whole, `"${shorten(text)}"`, "UTF-8 in percent codes");
	}
}
function invalidPurl(text, part, allowed) {
	return new UsageError(`"${shorten(text)}" is no package URL: ${part} must be ${allowed}`, { hint: "Write it as pkg:type/namespace/name@version?qualifiers#subpath." });
}
function shorten(text) {
	return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}

// packages/purl/src/types.ts
const ALONE = { namespace: "prohibited" };
const BELOW = { namespace: "required" };
const BOTH = ["namespace", "name"];
const dashes = (name) => name.replaceAll("_", "-");
const TYPES = /* @__PURE__ */ new Map([
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
		normalizeName: (name) => name.replaceAll(/[^a-z0-9_]/g, "_")
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
function normalizePurl(parts) {
	const rules = TYPES.get(parts.type);
	if (rules === void 0) return parts;
	const lower = new Set(rules.lowerCase);
	const asWritten = (part, text) => lower.has(part) ? text.toLowerCase() : text;
	const { namespace, version, subpath } = parts;
	const name = asWritten("name", parts.name);
	const isFolded = parts.type === "mlflow" && parts.qualifiers?.["repository_url"]?.includes("databricks");
	return {
		...parts,
		...namespace === void 0 ? {} : { namespace: asWritten("namespace", namespace) },
		name: isFolded ? name.toLowerCase() : rules.normalizeName?.(name) ?? name,
		...version === void 0 ? {} : { version: asWritten("version", version) },
		...subpath === void 0 ? {} : { subpath: asWritten("subpath", subpath) }
	};
}
function purlTypeProblem(parts) {
	const rules = TYPES.get(parts.type);
	if (rules === void 0) return void 0;
	const { type, name, version, qualifiers } = parts;
	const hasNamespace = parts.namespace !== void 0 && parts.namespace !== "";
	if (rules.namespace === "prohibited" && hasNamespace) return {
		part: "the namespace",
		allowed: `absent for the type ${type}`
	};
	if (rules.namespace === "required" && !hasNamespace) return {
		part: "the namespace",
		allowed: `there for the type ${type}`
	};
	if (rules.name !== void 0 && !rules.name.pattern.test(name)) return {
		part: "the name",
		allowed: rules.name.allowed
	};
	if (rules.version !== void 0 && version && !rules.version.pattern.test(version)) return {
		part: "the version",
		allowed: rules.version.allowed
	};
	const missing = rules.requiredQualifiers?.find((key) => !qualifiers?.[key]);
	return missing === void 0 ? void 0 : {
		part: `the qualifier ${missing}`,
		allowed: `there for the type ${type}`
	};
}

// packages/purl/src/build.ts
function buildPurl(parts) {
	const normalized = normalizePurl({
		...parts,
		type: parts.type.toLowerCase()
	});
	const { type, namespace, name, version, qualifiers, subpath } = normalized;
	if (!TYPE.test(type)) throw invalidPurl(type, "the type", TYPE_ALLOWED);
	if (name === "") throw invalidPurl(`pkg:${type}/`, "the name", "at least one character");
	const problem = purlTypeProblem(normalized);
	const names = type === "git" ? segments(name) : [name];
	const path = [
		type,
		...segments(namespace).map(encode),
		...names.map(encode)
	].join("/");
	if (problem !== void 0) throw invalidPurl(`pkg:${path}`, problem.part, problem.allowed);
	const query = qualifiers === void 0 ? "" : buildQualifiers(qualifiers);
	const inside = subpathSegments(subpath).map(encode).join("/");
	return [
		`pkg:${path}`,
		version === void 0 || version === "" ? "" : `@${encode(version)}`,
		query === "" ? "" : `?${query}`,
		inside === "" ? "" : `#${inside}`
	].join("");
}
function buildQualifiers(qualifiers) {
	return Object.entries(qualifiers).filter(([, value]) => value !== void 0 && value !== "").sort(([a], [b]) => a < b ? -1 : 1).map(([key, value = ""]) => {
		if (!QUALIFIER_KEY.test(key)) throw invalidPurl(key, "a qualifier's key", QUALIFIER_KEY_ALLOWED);
		return `${key}=${encode(value)}`;
	}).join("&");
}

// packages/purl/src/semver-range.ts
function semverRange(text) {
	const alternatives = text.split("||").map((part) => readAlternative(part.trim()));
	if (alternatives.some((comparators) => comparators === void 0)) return void 0;
	const exact = new Set(text.split("||").map((part) => part.trim().replace(/^=?v?/, "")));
	return (version) => {
		if (exact.has(version)) return true;
		const wanted = /^(\d+)\.(\d+)\.(\d+)(?:\+.*)?$/.exec(version);
		if (wanted === null) return false;
		const numbers = toVersion(wanted[1], wanted[2], wanted[3]);
		return alternatives.some((comparators) => comparators?.every((comparator) => fulfils(numbers, comparator)));
	};
}
function readAlternative(text) {
	const comparators = [];
	const words = text.replaceAll(/(\^|~|[<>]=?|=)\s+/g, "$1").split(/\s+/);
	for (const word of words) {
		const more = readWord(word);
		if (more === void 0) return void 0;
		comparators.push(...more);
	}
	return comparators;
}
const WORD = /^(\^|~|[<>]=?|=)?v?(\d{1,9}|[xX*])(?:\.(\d{1,9}|[xX*]))?(?:\.(\d{1,9}|[xX*]))?(-[0-9A-Za-z.-]+)?$/;
function readWord(word) {
	const match = WORD.exec(word);
	if (match === null) return void 0;
	const [, operator = "=", ...parts] = match;
	const given = parts.slice(0, 3).findIndex((part) => part === void 0 || /[xX*]/.test(part));
	const precision = given === -1 ? 3 : given;
	if (match[5] !== void 0) return operator === "=" && precision === 3 ? NOTHING : void 0;
	const numbers = parts.slice(0, precision);
	const low = toVersion(numbers[0], numbers[1], numbers[2]);
	if (precision === 0) return operator === "<" || operator === ">" ? void 0 : [];
	switch (operator) {
		case "<":
		case ">=": return [{
			operator,
			version: low
		}];
		case ">": return [{
			operator: ">=",
			version: next(low, precision)
		}];
		case "<=": return [{
			operator: "<",
			version: next(low, precision)
		}];
		case "^": return between(low, next(low, caretPosition(low, precision)));
		case "~": return between(low, next(low, Math.min(precision, 2)));
		default: return between(low, next(low, precision));
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
function caretPosition([major, minor], precision) {
	if (major > 0) return 1;
	return Math.min(minor > 0 ? 2 : 3, precision);
}
function between(low, end) {
	return [{
		operator: ">=",
		version: low
	}, {
		operator: "<",
		version: end
	}];
}
function next([major, minor, patch], precision) {
	if (precision <= 1) return [
		major + 1,
		0,
		0
	];
	return precision === 2 ? [
		major,
		minor + 1,
		0
	] : [
		major,
		minor,
		patch + 1
	];
}
function fulfils(version, { operator, version: bound }) {
	const difference = version[0] - bound[0] || version[1] - bound[1] || version[2] - bound[2];
	return operator === "<" ? difference < 0 : difference >= 0;
}
function toVersion(major, minor, patch) {
	return [
		Number(major ?? 0),
		Number(minor ?? 0),
		Number(patch ?? 0)
	];
}

// packages/purl/src/cargo-range.ts
function cargoRange(text) {
	const parts = text.split(",").map((part) => part.trim());
	if (parts.some((part) => part === "" || /[\s|]/.test(part.replace(/^(?:\^|~|[<>]=?|=)\s+/, "")))) return void 0;
	return semverRange(parts.map((part) => /^\d/.test(part) ? `^${part}` : part).join(" "));
}

// packages/purl/src/parse.ts
function parsePurl(text) {
	const { type, path, version, query, subpath } = splitPurl(text);
	const names = segments(path).map((part) => decodeSegment(text, part));
	const name = type === "git" ? names.splice(1).join("/") : names.pop() ?? "";
	if (name === "") throw invalidPurl(text, "the name", "at least one character");
	const parts = normalizePurl({
		type,
		namespace: names.length === 0 ? void 0 : names.join("/"),
		name,
		version: version === void 0 || version === "" ? void 0 : decode(text, version),
		qualifiers: query === void 0 ? void 0 : parseQualifiers(text, query),
		subpath: subpath === void 0 ? void 0 : parseSubpath(text, subpath)
	});
	const problem = purlTypeProblem(parts);
	if (problem !== void 0) throw invalidPurl(text, problem.part, problem.allowed);
	return parts;
}
function splitPurl(text) {
	const [beforeSubpath, subpath] = splitLast(text, "#");
	const [beforeQuery, query] = splitLast(beforeSubpath, "?");
	const colon = beforeQuery.indexOf(":");
	if (beforeQuery.slice(0, Math.max(colon, 0)).toLowerCase() !== "pkg") throw invalidPurl(text, "the scheme", "`pkg:`");
	const rest = beforeQuery.slice(colon + 1).replace(/^\/+/, "");
	const slash = rest.indexOf("/");
	const type = rest.slice(0, Math.max(slash, 0)).toLowerCase();
	if (!TYPE.test(type)) throw invalidPurl(text, "the type", TYPE_ALLOWED);
	const written = rest.slice(slash + 1);
	const at = versionStart(written);
	if (at === void 0) return {
		type,
		path: written,
		query,
		subpath
	};
	const path = written.slice(0, at);
	if (path === "" || path.endsWith("/")) throw invalidPurl(text, "the name", "at least one character");
	const version = written.slice(at + 1);
	if (version.includes("/")) throw invalidPurl(text, "the version", "without an unencoded slash");
	return {
		type,
		path,
		version,
		query,
		subpath
	};
}
function versionStart(written) {
	const at = written.lastIndexOf("@");
	const isScope = (at === 0 || written[at - 1] === "/") && written.indexOf("/", at) > at + 1;
	return at < 0 || isScope ? void 0 : at;
}
function parseQualifiers(text, query) {
	const found = /* @__PURE__ */ new Map();
	for (const pair of query.split("&")) {
		if (pair === "") continue;
		const equals = pair.indexOf("=");
		const key = pair.slice(0, Math.max(equals, 0));
		if (!QUALIFIER_KEY.test(key)) throw invalidPurl(text, `the key of the qualifier "${pair.slice(0, 80)}"`, QUALIFIER_KEY_ALLOWED);
		if (found.has(key)) throw invalidPurl(text, `the qualifier "${key}"`, "there once");
		found.set(key, decode(text, pair.slice(equals + 1)));
	}
	const given = [...found].filter(([, value]) => value !== "");
	return given.length === 0 ? void 0 : Object.fromEntries(given);
}
function parseSubpath(text, subpath) {
	const parts = segments(subpath).map((part) => decodeSegment(text, part));
	return subpathSegments(parts.join("/")).join("/") || void 0;
}
function splitLast(text, separator) {
	const at = text.lastIndexOf(separator);
	return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
function decodeSegment(whole, text) {
	const segment = decode(whole, text);
	if (segment.includes("/")) throw invalidPurl(whole, `the segment "${text.slice(0, 80)}"`, "without an encoded slash");
	return segment;
}

// packages/purl/src/pep440.ts
const VERSION = /^v?(?:(\d{1,9})!)?(\d{1,15}(?:\.\d{1,15}){0,63})(?:[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?(\d{0,15}))?(?:-(\d{1,15})|[-_.]?(post|rev|r)[-_.]?(\d{0,15}))?(?:[-_.]?(dev)[-_.]?(\d{0,15}))?(?:\+([a-z\d]{1,64}(?:[-_.][a-z\d]{1,64}){0,15}))?$/;
const PHASES = /* @__PURE__ */ new Map([
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
function parse(text) {
	const match = VERSION.exec(text.trim().toLowerCase());
	if (match === null) return void 0;
	const [, epoch, numbers = "", phase, pre, implicit, post, postNumber, dev, devNumber, local] = match;
	const written = numbers.split(".").map(Number);
	const isPostrelease = implicit !== void 0 || post !== void 0;
	const early = phase === void 0 && !isPostrelease && dev !== void 0;
	return {
		epoch: Number(epoch ?? 0),
		release: withoutZeros(written),
		written,
		suffix: [
			phase === void 0 ? early ? -1 : LATER : PHASES.get(phase) ?? 0,
			phase === void 0 ? 0 : Number(pre || 0),
			isPostrelease ? Number(implicit ?? (postNumber || 0)) : -1,
			dev === void 0 ? LATER : Number(devNumber || 0)
		],
		isPrerelease: phase !== void 0 || dev !== void 0,
		isPostrelease,
		local: local?.split(/[-_.]/).map((part) => /^\d+$/.test(part) ? Number(part) : part) ?? []
	};
}
function withoutZeros(numbers) {
	return numbers.slice(0, numbers.findLastIndex((number) => number !== 0) + 1);
}
function compareNumbers(a, b) {
	for (let at = 0; at < Math.max(a.length, b.length); at++) {
		const difference = (a[at] ?? 0) - (b[at] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}
function comparePublic(a, b) {
	return a.epoch - b.epoch || compareNumbers(a.release, b.release) || compareNumbers(a.suffix, b.suffix);
}
function compareLocal(a, b) {
	for (let at = 0; at < Math.max(a.length, b.length); at++) {
		const [one, other] = [a[at], b[at]];
		if (one === other) continue;
		if (one === void 0) return -1;
		if (other === void 0) return 1;
		if (typeof one === "number" && typeof other === "number") return one - other;
		if (typeof one !== typeof other) return typeof one === "number" ? 1 : -1;
		return one < other ? -1 : 1;
	}
	return 0;
}
function comparePep440(a, b) {
	const [one, other] = [parse(a), parse(b)];
	if (one === void 0 || other === void 0) return void 0;
	return comparePublic(one, other) || compareLocal(one.local, other.local);
}
function pep440Range(text, { prereleases = false } = {}) {
	const clauses = [];
	let namesPrerelease = prereleases;
	for (const part of text.split(",")) {
		const match = /^\s*(===|==|!=|<=|>=|~=|<|>)\s*(\S+)\s*$/.exec(part);
		const [, operator = "", wanted = ""] = match ?? [];
		const clause = match === null ? void 0 : readClause(operator, wanted);
		if (clause === void 0) return void 0;
		clauses.push(clause);
		if (operator !== "!=" && parse(wanted)?.isPrerelease === true) namesPrerelease = true;
	}
	const arbitrary = /^\s*===\s*(\S+)\s*$/.exec(text)?.[1]?.toLowerCase();
	return (version) => {
		const parsed = parse(version);
		if (parsed === void 0) return arbitrary === version.toLowerCase();
		if (parsed.isPrerelease && !namesPrerelease) return false;
		return clauses.every((clause) => clause(parsed, version));
	};
}
function readClause(operator, text) {
	if (operator === "===") return (_, version) => version.toLowerCase() === text.toLowerCase();
	const isPrefix = text.endsWith(".*");
	const wanted = parse(isPrefix ? text.slice(0, -2) : text);
	if (wanted === void 0 || isPrefix && operator !== "==" && operator !== "!=") return void 0;
	switch (operator) {
		case "==": return isPrefix ? startsWith(wanted) : equals(wanted);
		case "!=": {
			const same = isPrefix ? startsWith(wanted) : equals(wanted);
			return (version, asWritten) => !same(version, asWritten);
		}
		case ">=": return (version) => comparePublic(version, wanted) >= 0;
		case "<=": return (version) => comparePublic(version, wanted) <= 0;
		case ">": return (version) => comparePublic(version, wanted) > 0 && !isVariant(version, wanted, "post");
		case "<": return (version) => comparePublic(version, wanted) < 0 && !isVariant(version, wanted, "pre");
		default: {
			if (wanted.written.length < 2) return void 0;
			const same = startsWith({
				...wanted,
				written: wanted.written.slice(0, -1)
			});
			return (version, asWritten) => comparePublic(version, wanted) >= 0 && same(version, asWritten);
		}
	}
}
function equals(wanted) {
	return (version) => comparePublic(version, wanted) === 0 && (wanted.local.length === 0 || compareLocal(version.local, wanted.local) === 0);
}
function startsWith({ epoch, written }) {
	return (version) => version.epoch === epoch && written.every((part, at) => (version.written[at] ?? 0) === part);
}
function isVariant(version, wanted, kind) {
	const isOf = version.epoch === wanted.epoch && compareNumbers(version.release, wanted.release) === 0;
	return kind === "post" ? isOf && version.isPostrelease && !wanted.isPostrelease : isOf && version.isPrerelease && !wanted.isPrerelease;
}

// packages/purl/src/golang-range.ts
function golangRange(text) {
	const test = semverRange(text);
	return test && ((version) => test(version.replace(/^v/, "")));
}

// packages/purl/src/version-selector.ts
const RANGES = /* @__PURE__ */ new Map([
	["npm", semverRange],
	["pypi", (text) => pep440Range(text)],
	["cargo", cargoRange],
	["golang", golangRange]
]);
const HAS_OPERATOR = /^[\^~<>=!]|[<>=|\s,]/;
const MAY_BE_RANGE = /^\d+(?:\.\d+)?$|^\d[\d.]*\.[xX]/;
function versionSelector(text, type, key) {
	if (HAS_OPERATOR.test(text)) {
		const ranges = readRanges(text, type);
		if (ranges.size === 0) throw unreadable(text, type, key);
		return (version, of) => version !== void 0 && (ranges.get(of ?? "")?.(version) ?? false);
	}
	const isText = (version, of) => version !== void 0 && matchesWildcard(asWritten(text, of), asWritten(version, of));
	if (!MAY_BE_RANGE.test(text)) return isText;
	const ranges = readRanges(text, type);
	return (version, of) => isText(version, of) || version !== void 0 && (ranges.get(of ?? "")?.(version) ?? false);
}
function readRanges(text, type) {
	const read = [...RANGES].filter(([name]) => type === void 0 || type === name).map(([name, reader]) => [name, reader(text)]);
	return new Map(read.flatMap(([name, test]) => test === void 0 ? [] : [[name, test]]));
}
function asWritten(version, type) {
	return type === void 0 ? version : normalizePurl({
		type,
		name: "-",
		version
	}).version ?? "";
}
function unreadable(text, type, key) {
	const known = [...RANGES.keys()].join(", ");
	const why = type === void 0 || RANGES.has(type) ? "can't be read" : `is of the type ${type}, and only ranges of ${known} are read`;
	return new UsageError(`${key} has the range "${text.slice(0, 80)}", which ${why}`, { hint: "Write an exact version, `*`, for npm or golang a range such as `^1.2`, `~1.2.3`, `1.x` or `>=1 <3`, for cargo one such as `^1.2` or `>=1, <3`, or for pypi one such as `>=1.2,<2` or `~=1.4`." });
}

// packages/purl/src/selector.ts
function packageSelector(pattern, key) {
	const text = pattern.trim();
	if (text === "") throw new UsageError(`${key} is empty`, { hint: "Write a name, `name@version`, a package URL, or `*` for every package." });
	return /^pkg:/i.test(text) ? purlSelector(text, key) : nameSelector(text, key);
}
function nameSelector(text, key) {
	const at = text.lastIndexOf("@");
	const isVersioned = at > 0 && at > text.lastIndexOf("/");
	const name = isVersioned ? text.slice(0, at) : text;
	const isVersion = isVersioned ? versionSelector(text.slice(at + 1), void 0, key) : ANY;
	return (subject) => {
		if (subject === void 0) return false;
		const type = typeOf(subject);
		return (matchesWildcard(name, subject.name) || matchesWildcard(pathAsWritten(name, type), pathAsWritten(subject.name, type))) && isVersion(subject.version, type);
	};
}
const ANY = () => true;
function purlSelector(text, key) {
	const { type, path, version, qualifiers, subpath } = readPattern(text, key);
	const isVersion = version ? versionSelector(version, type, key) : ANY;
	return (subject) => {
		const parts = partsOf(subject);
		if (parts?.type !== type) return false;
		const { namespace, name } = parts;
		return matchesWildcard(path, namespace === void 0 ? name : `${namespace}/${name}`) && isVersion(parts.version, type) && qualifiers.every(([k, value]) => matchesWildcard(value, parts.qualifiers?.[k] ?? "")) && (subpath === void 0 || matchesWildcard(subpath, parts.subpath ?? ""));
	};
}
function readPattern(text, key) {
	try {
		const { type, path, version, query, subpath } = splitPurl(text);
		const names = segments(path).map((part) => decode(text, part));
		if (names.length === 0) throw invalidPurl(text, "the name", "at least one character");
		return {
			type,
			path: pathAsWritten(names.join("/"), type),
			version: version === void 0 ? void 0 : decode(text, version),
			qualifiers: readQualifiers(text, query),
			subpath: subpath === void 0 ? void 0 : decode(text, subpath)
		};
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		throw new UsageError(`${key}: ${error.message}`, { hint: error.hint });
	}
}
function readQualifiers(text, query) {
	return (query ?? "").split("&").filter((pair) => pair !== "").map((pair) => {
		const equals = pair.indexOf("=");
		if (equals <= 0) throw invalidPurl(text, "each qualifier", "`key=value`");
		return [pair.slice(0, equals), decode(text, pair.slice(equals + 1))];
	});
}
function pathAsWritten(path, type) {
	if (type === void 0) return path;
	const slash = path.lastIndexOf("/");
	const folded = (part, text) => text.split("*").map((piece) => normalizePurl({
		type,
		name: "",
		[part]: piece
	})[part] ?? "").join("*");
	const name = folded("name", path.slice(slash + 1));
	return slash < 0 ? name : `${folded("namespace", path.slice(0, slash))}/${name}`;
}
function typeOf({ purl, ecosystem }) {
	return /^pkg:([^/]+)\//.exec(purl ?? "")?.[1] ?? ecosystem;
}
function partsOf(subject) {
	if (subject?.purl === void 0) return void 0;
	try {
		return parsePurl(subject.purl);
	} catch {
		return;
	}
}

export { semverRange as a, cargoRange as i, comparePep440 as n, buildPurl as o, pep440Range as r, packageSelector as t };