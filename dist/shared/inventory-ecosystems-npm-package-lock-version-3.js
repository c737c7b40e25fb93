import { Ct as isRecord, Q as UsageError } from "./core.js";
import { t as scanJsonKeys } from "./inventory-json-keys.js";
import { n as textOf, t as readEntry } from "./inventory-ecosystems-npm-package-lock-fields.js";
const MAX_KEY = 4096;
function readPackages(e, t) {
	const n = e["packages"];
	if (!isRecord(n)) throw new UsageError("The lockfile has no `packages`", { hint: "Write it again with `npm install --package-lock-only`." });
	const { lines: r, duplicates: i } = packageLines(t);
	const a = i.map(({ key: e, line: t }) => ({
		key: e,
		line: t,
		reason: "the entry stands in the lockfile more than once; the last one was read"
	}));
	const o = new Map();
	for (const [e, t] of Object.entries(n)) {
		const n = r.get(e);
		const i = keyProblem(e) ?? (isRecord(t) ? void 0 : "the entry is no object");
		if (i !== void 0 || !isRecord(t)) {
			a.push({
				key: e.slice(0, 200),
				line: n,
				reason: i ?? "the entry is no object"
			});
			continue;
		}
		const { entry: s, problems: c } = readEntry(e, n, t);
		o.set(e, s);
		a.push(...c.map((t) => ({
			key: e,
			line: n,
			reason: t
		})));
	}
	if (!o.has("")) {
		if (Object.keys(n).length > 0) a.push({
			key: "",
			reason: "the lockfile has no entry for the project itself"
		});
		o.set("", readEntry("", void 0, {}).entry);
	}
	a.push(...missingFromPackages(e["dependencies"], n));
	return {
		name: textOf(e["name"]),
		version: textOf(e["version"]),
		nested: false,
		entries: o,
		problems: a
	};
}
const MAX_NAMED = 5;
function missingFromPackages(e, t) {
	if (!isRecord(e)) return [];
	const n = Object.keys(e).filter((e) => !Object.hasOwn(t, `node_modules/${e}`)).sort();
	if (n.length === 0) return [];
	return [{
		key: "",
		kind: "stale",
		reason: `its \`dependencies\` name packages that its \`packages\` lacks: ${n.slice(0, MAX_NAMED).join(", ").slice(0, 400)}${n.length > MAX_NAMED ? ` and ${n.length - MAX_NAMED} more` : ""}`,
		identity: n.join("\n")
	}];
}
function keyProblem(e) {
	if (e === "") return void 0;
	if (e.length > MAX_KEY) return `the path is longer than ${MAX_KEY} characters`;
	if (e.startsWith("/") || /^[A-Za-z]:/.test(e)) return "the path is absolute";
	if (/[\u0000-\u001f\u007f\\]/.test(e)) return "the path holds characters that npm never writes";
	const t = e.replace(/^(?:\.\.\/)+/, "");
	if ((t === ".." ? "x" : t).split("/").some((e) => e === "" || e === "." || e === "..")) return "the path is not in its shortest form";
}
function packageLines(e) {
	const t = new Map();
	const n = [];
	let r = false;
	scanJsonKeys(e, (e, i, a) => {
		if (i === 1) {
			r = e === "packages";
			if (r && t.size > 0) {
				n.push({
					key: "",
					line: a
				});
				t.clear();
			}
		} else if (i === 2 && r) {
			if (t.has(e)) n.push({
				key: e,
				line: a
			});
			t.set(e, a);
		}
	});
	return {
		lines: t,
		duplicates: n
	};
}
export { readPackages as n, keyProblem as t };
