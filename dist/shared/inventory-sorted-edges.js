import { W as compareText } from "./core.js";
function sortedEdges(e) {
	const t = e.toSorted(compareEdges);
	return t.filter((e, n) => {
		const r = t[n - 1];
		return r === void 0 || compareEdges(r, e) !== 0;
	});
}
function compareEdges(e, t) {
	return compareText(e.from, t.from) || compareText(e.to, t.to) || compareText(e.kind, t.kind) || compareText(e.alias ?? "", t.alias ?? "") || compareText(e.condition ?? "", t.condition ?? "");
}
export { sortedEdges as t };
