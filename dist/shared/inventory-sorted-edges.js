import { W as compareText } from "./core.js";

// packages/inventory/src/sorted-edges.ts
function sortedEdges(edges) {
	const sorted = edges.toSorted(compareEdges);
	return sorted.filter((edge, index) => {
		const before = sorted[index - 1];
		return before === void 0 || compareEdges(before, edge) !== 0;
	});
}
function compareEdges(a, b) {
	return compareText(a.from, b.from) || compareText(a.to, b.to) || compareText(a.kind, b.kind) || compareText(a.alias ?? "", b.alias ?? "") || compareText(a.condition ?? "", b.condition ?? "");
}

export { sortedEdges as t };