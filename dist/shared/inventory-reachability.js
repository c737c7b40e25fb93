const STEPS = [
	["runtime", new Set(["runtime", "peer"])],
	["optional", new Set([
		"runtime",
		"peer",
		"optional"
	])],
	["development", new Set([
		"runtime",
		"peer",
		"optional",
		"development",
		"build",
		"test"
	])]
];
function scopesFrom(e, t) {
	const n = edgesBySource(t);
	const r = new Map(e.map((e) => [e, "runtime"]));
	for (const [e, t] of STEPS) {
		const i = [...r.keys()];
		for (let a = i.pop(); a !== void 0; a = i.pop()) for (const o of n.get(a) ?? []) {
			if (!t.has(o.kind) || r.has(o.to)) continue;
			r.set(o.to, e);
			i.push(o.to);
		}
	}
	return r;
}
function edgesBySource(e) {
	const t = new Map();
	for (const n of e) {
		const e = t.get(n.from);
		if (e === void 0) t.set(n.from, [n]);
		else e.push(n);
	}
	return t;
}
export { scopesFrom as n, edgesBySource as t };
