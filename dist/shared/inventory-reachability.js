import "./core.js";
import { y as UsageError } from "./core-platform-version.js";

// packages/inventory/src/purl-types.ts
const PURL_TYPES = /* @__PURE__ */ new Map([
	["generic", {}],
	["github", { lowerCase: ["namespace", "name"] }],
	["npm", {}]
]);
function normalizePurl(parts) {
	const rules = PURL_TYPES.get(parts.type);
	if (rules?.lowerCase === void 0) return parts;
	const lower = new Set(rules.lowerCase);
	return {
		...parts,
		namespace: lower.has("namespace") ? parts.namespace?.toLowerCase() : parts.namespace,
		name: lower.has("name") ? parts.name.toLowerCase() : parts.name
	};
}

// packages/inventory/src/purl.ts
const TYPE = /^[a-z][a-z0-9.-]*$/;
const QUALIFIER_KEY = /^[a-z][a-z0-9._-]*$/;
function buildPurl(parts) {
	const { type, namespace, name, version, qualifiers, subpath } = normalizePurl({
		...parts,
		type: parts.type.toLowerCase()
	});
	if (!TYPE.test(type)) throw invalid(type, "the type", "a letter, then letters, digits, . and -");
	if (name === "") throw invalid(`pkg:${type}/`, "the name", "at least one character");
	const way = [
		type,
		...segments(namespace).map(encode),
		encode(name)
	].join("/");
	const query = Object.entries(qualifiers ?? {}).map(([key, value]) => [key.toLowerCase(), value ?? ""]).filter(([, value]) => value !== "").sort(([a], [b]) => a < b ? -1 : 1).map(([key, value]) => {
		if (!QUALIFIER_KEY.test(key)) throw invalid(key, "a qualifier's key", "a letter, then letters, digits, ., _ and -");
		return `${key}=${encode(value)}`;
	}).join("&");
	const path = cleanSubpath(subpath).map(encode).join("/");
	return [
		`pkg:${way}`,
		version === void 0 || version === "" ? "" : `@${encode(version)}`,
		query === "" ? "" : `?${query}`,
		path === "" ? "" : `#${path}`
	].join("");
}
function segments(path) {
	return (path ?? "").split("/").filter((part) => part !== "");
}
function cleanSubpath(path) {
	return segments(path).filter((part) => part !== "." && part !== "..");
}
function encode(text) {
	return encodeURIComponent(text.toWellFormed()).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`).replaceAll("%3A", ":");
}
function invalid(text, part, allowed) {
	return new UsageError(`"${text}" is no package URL: ${part} must be ${allowed}`, { hint: "Write it as pkg:type/namespace/name@version?qualifiers#subpath." });
}

// packages/inventory/src/origin.ts
function firstPartyPurl(origin, name, version, path) {
	const subpath = [origin?.folder ?? "", path].filter((part) => part !== "").join("/");
	const [owner, repository, ...rest] = origin?.repository.split("/") ?? [];
	if (origin?.serverUrl === "https://github.com" && owner !== void 0 && repository !== void 0 && rest.length === 0) return buildPurl({
		type: "github",
		namespace: owner,
		name: repository,
		version: origin.revision,
		subpath
	});
	const slash = name.lastIndexOf("/");
	return buildPurl({
		type: "generic",
		namespace: name.slice(0, Math.max(slash, 0)),
		name: name.slice(slash + 1),
		version,
		subpath
	});
}

// packages/inventory/src/reachability.ts
const STEPS = [
	["runtime", /* @__PURE__ */ new Set(["runtime", "peer"])],
	["optional", /* @__PURE__ */ new Set([
		"runtime",
		"peer",
		"optional"
	])],
	["development", /* @__PURE__ */ new Set([
		"runtime",
		"peer",
		"optional",
		"development"
	])]
];
function scopesFrom(rootId, edges) {
	const outgoing = edgesBySource(edges);
	const scopes = /* @__PURE__ */ new Map([[rootId, "runtime"]]);
	for (const [scope, kinds] of STEPS) {
		const pending = [...scopes.keys()];
		for (let from = pending.pop(); from !== void 0; from = pending.pop()) for (const edge of outgoing.get(from) ?? []) {
			if (!kinds.has(edge.kind) || scopes.has(edge.to)) continue;
			scopes.set(edge.to, scope);
			pending.push(edge.to);
		}
	}
	return scopes;
}
function edgesBySource(edges) {
	const outgoing = /* @__PURE__ */ new Map();
	for (const edge of edges) {
		const known = outgoing.get(edge.from);
		if (known === void 0) outgoing.set(edge.from, [edge]);
		else known.push(edge);
	}
	return outgoing;
}

export { buildPurl as i, scopesFrom as n, firstPartyPurl as r, edgesBySource as t };