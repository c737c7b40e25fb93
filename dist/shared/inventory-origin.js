import { n as buildPurl } from "./purl.js";

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
		"development",
		"build",
		"test"
	])]
];
function scopesFrom(roots, edges) {
	const outgoing = edgesBySource(edges);
	const scopes = new Map(roots.map((id) => [id, "runtime"]));
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

export { edgesBySource as n, scopesFrom as r, firstPartyPurl as t };