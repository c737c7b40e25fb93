import { f as parseMarker } from "./inventory-ecosystems-pypi-manifests.js";

// packages/inventory/src/ecosystems/pypi/disjoint.ts
const MAX_ALTERNATIVES = 256;
function areDisjoint(...markers) {
	let alternatives = [[]];
	for (const text of new Set(markers)) {
		const marker = text === void 0 ? void 0 : parseMarker(text);
		if (marker === void 0) continue;
		const next = product(alternatives, alternativesOf(marker));
		if (next.length > MAX_ALTERNATIVES) return false;
		alternatives = next.filter(canHold);
		if (alternatives.length === 0) return true;
	}
	return false;
}
function alternativesOf(marker) {
	if ("atom" in marker) return [[marker.atom]];
	if ("any" in marker) return marker.any.flatMap(alternativesOf).slice(0, 257);
	return marker.all.map(alternativesOf).reduce(product, [[]]);
}
function product(left, right) {
	const found = [];
	for (const one of left) for (const other of right) {
		if (found.length > MAX_ALTERNATIVES) return found;
		found.push([...one, ...other]);
	}
	return found;
}
function canHold(atoms) {
	let python = [[0, Number.POSITIVE_INFINITY]];
	const equal = /* @__PURE__ */ new Map();
	const unequal = /* @__PURE__ */ new Set();
	for (const { variable, operator, value } of atoms) if (variable === "python_version" || variable === "python_full_version") {
		const allowed = intervalsOf(operator, value, variable === "python_version");
		if (allowed !== void 0) python = intersection(python, allowed);
	} else if (operator === "!=") unequal.add(`${variable}\0${value}`);
	else if (operator === "==") {
		const known = equal.get(variable);
		if (known !== void 0 && known !== value && variable !== "extra") return false;
		equal.set(variable === "extra" ? `extra\0${value}` : variable, value);
	}
	if (python.length === 0) return false;
	return ![...equal].some(([variable, value]) => unequal.has(variable.includes("\0") ? variable : `${variable}\0${value}`));
}
const PART = 1e4;
function numberOf(parts) {
	const [major = 0, minor = 0, patch = 0] = parts;
	return (major * PART + minor) * PART + patch;
}
function intervalsOf(operator, value, isShort) {
	if (operator === "in" || operator === "not in") return void 0;
	const match = /^(\d{1,3})(?:\.(\d{1,3}))?(?:\.(\d{1,3}))?(\.\*)?$/.exec(value.trim());
	if (match === null) return void 0;
	const parts = match.slice(1, 4).filter((part) => part !== void 0).map(Number);
	const isPrefix = match[4] !== void 0;
	const start = numberOf(parts);
	const end = start + (isPrefix || isShort ? widthOf(isPrefix ? parts.length : Math.min(parts.length, 2)) : 1);
	switch (operator) {
		case "==":
		case "===": return [[start, end]];
		case "!=": return [[0, start], [end, Number.POSITIVE_INFINITY]];
		case "<": return [[0, start]];
		case "<=": return [[0, end]];
		case ">": return [[end, Number.POSITIVE_INFINITY]];
		case ">=": return [[start, Number.POSITIVE_INFINITY]];
		case "~=": return parts.length < 2 ? void 0 : [[start, numberOf(parts.slice(0, -1)) + widthOf(parts.length - 1)]];
		default: return;
	}
}
function widthOf(length) {
	return length === 1 ? PART * PART : length === 2 ? PART : 1;
}
function intersection(left, right) {
	return left.flatMap(([from, to]) => right.map(([start, end]) => [Math.max(from, start), Math.min(to, end)]).filter(([start, end]) => start < end));
}

export { areDisjoint as t };