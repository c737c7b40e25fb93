import { Q as UsageError, i as plural } from "./core.js";
import { n as comparePep440 } from "./purl.js";
import { t as parseToml } from "./inventory-toml.js";
const MAX_NAMED = 5;
function staleProblem(e, t) {
	if (t.length === 0) return void 0;
	const n = [...t].sort();
	return {
		kind: "stale",
		reason: `${e} asks for other packages: ${n.slice(0, MAX_NAMED).join(", ").slice(0, 1e3)}${n.length > MAX_NAMED ? ` and ${plural(n.length - MAX_NAMED, "more difference")}` : ""}`,
		identity: n.join("\n")
	};
}
async function readPyproject(e, { readText: t }) {
	try {
		const n = await t(e);
		return n === void 0 ? { problems: [] } : {
			table: parseToml(e, n),
			problems: []
		};
	} catch (t) {
		if (!(t instanceof UsageError)) throw t;
		return { problems: [{ reason: `nobody can say whether it fits ${e}: ${t.message}` }] };
	}
}
function isSameSpecifier(e, t) {
	if (e === t) return true;
	const [n, r] = [e.split(","), t.split(",")];
	return n.length === r.length && n.every((e) => r.some((t) => isSameClause(e, t)));
}
function isSameClause(e, t) {
	const [, n, r = ""] = /^([=!<>~]+)(.*)$/.exec(e.trim()) ?? [];
	const [, i, a = ""] = /^([=!<>~]+)(.*)$/.exec(t.trim()) ?? [];
	if (n !== i) return false;
	return r === a || comparePep440(r, a) === 0;
}
export { readPyproject as n, staleProblem as r, isSameSpecifier as t };
