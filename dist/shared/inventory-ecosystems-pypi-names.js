// packages/inventory/src/ecosystems/pypi/names.ts
const NAME = /^[a-z\d](?:[a-z\d._-]*[a-z\d])?$/i;
const MAX_NAME = 256;
function isPackageName(name) {
	return name.length <= MAX_NAME && NAME.test(name);
}
function normalizeName(name) {
	return name.toLowerCase().replace(/[-_.]+/g, "-");
}
function groupByName(entries) {
	const groups = /* @__PURE__ */ new Map();
	for (const entry of entries) {
		const known = groups.get(entry.name);
		if (known === void 0) groups.set(entry.name, [entry]);
		else known.push(entry);
	}
	return groups;
}

export { isPackageName as n, normalizeName as r, groupByName as t };