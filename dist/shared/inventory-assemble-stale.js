import { Q as UsageError, i as plural } from "./core.js";
import { n as withoutCredentials } from "./inventory-credentials.js";
const MAX_NAMED = 5;
const MAX_TEXT = 1e3;
function staleProblems(e, t) {
	if (t.length === 0) return [];
	const n = [...new Set(t.map(withoutCredentials))].sort();
	return [{
		kind: "stale",
		item: e,
		reason: `it asks for other packages: ${n.slice(0, MAX_NAMED).join(", ").slice(0, MAX_TEXT)}${n.length > MAX_NAMED ? ` and ${plural(n.length - MAX_NAMED, "more difference")}` : ""}`,
		identity: n.join("\n")
	}];
}
async function manifestText(e, { readText: t }) {
	try {
		return {
			text: await t(e),
			problems: []
		};
	} catch (t) {
		if (!(t instanceof UsageError)) throw t;
		return { problems: [unknownFit(e, t.message)] };
	}
}
function unknownFit(e, t) {
	return { reason: `nobody can say whether it fits ${e}: ${t}` };
}
export { staleProblems as n, unknownFit as r, manifestText as t };
