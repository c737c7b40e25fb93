import { f as parseMarker } from "./inventory-ecosystems-pypi-manifests.js";
const MAX_ALTERNATIVES = 256;
function areDisjoint(...e) {
	let t = [[]];
	for (const n of new Set(e)) {
		const e = n === void 0 ? void 0 : parseMarker(n);
		if (e === void 0) continue;
		const r = product(t, alternativesOf(e));
		if (r.length > MAX_ALTERNATIVES) return false;
		t = r.filter(canHold);
		if (t.length === 0) return true;
	}
	return false;
}
function alternativesOf(e) {
	if ("atom" in e) return [[e.atom]];
	if ("any" in e) return e.any.flatMap(alternativesOf).slice(0, 257);
	return e.all.map(alternativesOf).reduce(product, [[]]);
}
function product(e, t) {
	const n = [];
	for (const r of e) for (const e of t) {
		if (n.length > MAX_ALTERNATIVES) return n;
		n.push([...r, ...e]);
	}
	return n;
}
function canHold(e) {
	let t = [[0, Number.POSITIVE_INFINITY]];
	const n = new Map();
	const r = new Set();
	for (const { variable: i, operator: a, value: o } of e) if (i === "python_version" || i === "python_full_version") {
		const e = intervalsOf(a, o, i === "python_version");
		if (e !== void 0) t = intersection(t, e);
	} else if (a === "!=") r.add(`${i}\0${o}`);
	else if (a === "==") {
		const e = n.get(i);
		if (e !== void 0 && e !== o && i !== "extra") return false;
		n.set(i === "extra" ? `extra\0${o}` : i, o);
	}
	if (t.length === 0) return false;
	return ![...n].some(([e, t]) => r.has(e.includes("\0") ? e : `${e}\0${t}`));
}
const PART = 1e4;
function numberOf(e) {
	const [t = 0, n = 0, r = 0] = e;
	return (t * PART + n) * PART + r;
}
function intervalsOf(e, t, n) {
	if (e === "in" || e === "not in") return void 0;
	const r = /^(\d{1,3})(?:\.(\d{1,3}))?(?:\.(\d{1,3}))?(\.\*)?$/.exec(t.trim());
	if (r === null) return void 0;
	const i = r.slice(1, 4).filter((e) => e !== void 0).map(Number);
	const a = r[4] !== void 0;
	const o = numberOf(i);
	const s = o + (a || n ? widthOf(a ? i.length : Math.min(i.length, 2)) : 1);
	switch (e) {
		case "==":
		case "===": return [[o, s]];
		case "!=": return [[0, o], [s, Number.POSITIVE_INFINITY]];
		case "<": return [[0, o]];
		case "<=": return [[0, s]];
		case ">": return [[s, Number.POSITIVE_INFINITY]];
		case ">=": return [[o, Number.POSITIVE_INFINITY]];
		case "~=": return i.length < 2 ? void 0 : [[o, numberOf(i.slice(0, -1)) + widthOf(i.length - 1)]];
		default: return;
	}
}
function widthOf(e) {
	return e === 1 ? PART * PART : e === 2 ? PART : 1;
}
function intersection(e, t) {
	return e.flatMap(([e, n]) => t.map(([t, r]) => [Math.max(e, t), Math.min(n, r)]).filter(([e, t]) => e < t));
}
export { areDisjoint as t };
