import { r as TomlError, t as parse } from "./npm-smol-toml.js";
import { o as parsePlainToml, r as tablesOf, s as headersOf, t as parseToml } from "./inventory-toml.js";
function parseTableList(e, t, n, r, i) {
	const a = headersOf(t, n);
	return inParts(t, n, a, r) ?? asAWhole(e, t, n, a, r, i);
}
function inParts(e, t, n, r) {
	const i = new Map();
	const a = [];
	const o = [0, ...n.map(({ at: e }) => e)];
	for (const [s, c] of o.entries()) {
		const l = parsePart(e.slice(c, o[s + 1]));
		if (l === void 0) return void 0;
		const { [t]: u, ...d } = l;
		for (const [e, t] of Object.entries(d)) {
			if (i.has(e)) return void 0;
			i.set(e, t);
		}
		const f = tablesOf(u);
		if (s === 0 ? u !== void 0 : f.length !== 1) return void 0;
		for (const e of f) a.push(r({
			table: e,
			line: n[s - 1]?.line
		}));
	}
	return {
		rest: Object.fromEntries(i),
		taken: a
	};
}
function parsePart(e) {
	try {
		return parsePlainToml(e) ?? parse(e, { maxDepth: 64 });
	} catch (e) {
		if (e instanceof TomlError) return void 0;
		throw e;
	}
}
function asAWhole(e, t, n, r, i, a) {
	const o = parseToml(e, t, a);
	const s = tablesOf(o[n]);
	const c = s.length === r.length ? r : [];
	return {
		rest: o,
		taken: s.map((e, t) => i({
			table: e,
			line: c[t]?.line
		}))
	};
}
export { parseTableList as t };
