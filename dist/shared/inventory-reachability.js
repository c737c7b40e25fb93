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

export { scopesFrom as n, edgesBySource as t };