import { Q as UsageError, i as plural } from "./core.js";
import { n as withoutCredentials } from "./inventory-credentials.js";

// packages/inventory/src/assemble/stale.ts
const MAX_NAMED = 5;
const MAX_TEXT = 1e3;
function staleProblems(manifest, differences) {
	if (differences.length === 0) return [];
	const sorted = [...new Set(differences.map(withoutCredentials))].sort();
	return [{
		kind: "stale",
		item: manifest,
		reason: `it asks for other packages: ${sorted.slice(0, MAX_NAMED).join(", ").slice(0, MAX_TEXT)}${sorted.length > MAX_NAMED ? ` and ${plural(sorted.length - MAX_NAMED, "more difference")}` : ""}`,
		identity: sorted.join("\n")
	}];
}
async function manifestText(path, { readText }) {
	try {
		return {
			text: await readText(path),
			problems: []
		};
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		return { problems: [unknownFit(path, error.message)] };
	}
}
function unknownFit(manifest, why) {
	return { reason: `nobody can say whether it fits ${manifest}: ${why}` };
}

export { staleProblems as n, unknownFit as r, manifestText as t };