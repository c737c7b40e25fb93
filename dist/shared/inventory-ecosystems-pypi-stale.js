import { Q as UsageError, i as plural } from "./core.js";
import { n as comparePep440 } from "./purl.js";
import { t as parseToml } from "./inventory-toml.js";

// packages/inventory/src/ecosystems/pypi/stale.ts
const MAX_NAMED = 5;
function staleProblem(manifest, differences) {
	if (differences.length === 0) return void 0;
	const sorted = [...differences].sort();
	return {
		kind: "stale",
		reason: `${manifest} asks for other packages: ${sorted.slice(0, MAX_NAMED).join(", ").slice(0, 1e3)}${sorted.length > MAX_NAMED ? ` and ${plural(sorted.length - MAX_NAMED, "more difference")}` : ""}`,
		identity: sorted.join("\n")
	};
}
async function readPyproject(path, { readText }) {
	try {
		const text = await readText(path);
		return text === void 0 ? { problems: [] } : {
			table: parseToml(path, text),
			problems: []
		};
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		return { problems: [{ reason: `nobody can say whether it fits ${path}: ${error.message}` }] };
	}
}
function isSameSpecifier(a, b) {
	if (a === b) return true;
	const [one, other] = [a.split(","), b.split(",")];
	return one.length === other.length && one.every((clause) => other.some((each) => isSameClause(clause, each)));
}
function isSameClause(a, b) {
	const [, operator, version = ""] = /^([=!<>~]+)(.*)$/.exec(a.trim()) ?? [];
	const [, otherOperator, otherVersion = ""] = /^([=!<>~]+)(.*)$/.exec(b.trim()) ?? [];
	if (operator !== otherOperator) return false;
	return version === otherVersion || comparePep440(version, otherVersion) === 0;
}

export { readPyproject as n, staleProblem as r, isSameSpecifier as t };