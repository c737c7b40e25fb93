const NAME = /^[a-z\d](?:[a-z\d._-]*[a-z\d])?$/i;
const MAX_NAME = 256;
function isPackageName(e) {
	return e.length <= MAX_NAME && NAME.test(e);
}
function normalizeName(e) {
	return e.toLowerCase().replace(/[-_.]+/g, "-");
}
function groupByName(e) {
	const t = new Map();
	for (const n of e) {
		const e = t.get(n.name);
		if (e === void 0) t.set(n.name, [n]);
		else e.push(n);
	}
	return t;
}
export { isPackageName as n, normalizeName as r, groupByName as t };
