import "./rolldown-runtime.js";
import { Q as UsageError } from "./core.js";
import { n as fromLockfileFolder, t as folderOf } from "./inventory-paths.js";
import { a as textsOf, i as textOf, n as tableOf, t as parseToml } from "./inventory-toml.js";
function parseManifest(e, t, n) {
	const r = parseToml(e, t);
	const i = n ?? {
		path: e,
		table: r
	};
	const a = tableOf(i.table["workspace"]);
	const o = tableOf(r["package"] ?? r["project"]);
	const s = (e) => {
		const t = o[e];
		const n = tableOf(t)["workspace"] === true;
		return textOf(n ? tableOf(a["package"])[e] : t);
	};
	return {
		path: e,
		folder: folderOf(e),
		table: r,
		name: textOf(o["name"]),
		version: s("version") ?? (o["version"] === void 0 ? "0.0.0" : void 0),
		license: s("license"),
		dependencies: [...dependenciesOf(r, void 0, e), ...targetsOf(r, e)].map((e) => e.isShared ? inherited(e, tableOf(a["dependencies"])[e.key], i.path) : e)
	};
}
const GROUPS = [
	["dependencies", "runtime"],
	["dev-dependencies", "development"],
	["dev_dependencies", "development"],
	["build-dependencies", "build"],
	["build_dependencies", "build"]
];
function dependenciesOf(e, t, n) {
	return GROUPS.flatMap(([r, i]) => Object.entries(tableOf(e[r])).map(([e, r]) => ({
		...described(e, r, n),
		kind: i,
		isOptional: tableOf(r)["optional"] === true,
		condition: t,
		isShared: tableOf(r)["workspace"] === true
	})));
}
function targetsOf(e, t) {
	return Object.entries(tableOf(e["target"])).flatMap(([e, n]) => dependenciesOf(tableOf(n), e, t));
}
function described(e, t, n) {
	const r = tableOf(t);
	const i = textOf(r["path"]);
	return {
		key: e,
		name: textOf(r["package"]) ?? e,
		requirement: textOf(typeof t === "string" ? t : r["version"]),
		path: i === void 0 ? void 0 : placeOf(n, i)
	};
}
function inherited(e, t, n) {
	return {
		...e,
		...described(e.key, t, n)
	};
}
function placeOf(e, t) {
	const n = t.replaceAll("\\", "/");
	if (/^(?:\/|[A-Za-z]:)/.test(n)) return null;
	return fromLockfileFolder(e, n) ?? null;
}
function defaultDependencies({ table: e }) {
	const t = tableOf(e["features"]);
	const n = new Set();
	const r = new Set();
	const i = ["default"];
	for (let e = i.pop(); e !== void 0; e = i.pop()) {
		if (n.has(e)) continue;
		n.add(e);
		if (!Object.hasOwn(t, e)) r.add(e);
		for (const n of textsOf(t[e])) {
			const [e = "", t] = n.split("/");
			if (n.startsWith("dep:")) r.add(n.slice(4));
			else if (t === void 0) i.push(n);
			else if (!e.endsWith("?")) r.add(e);
		}
	}
	return r;
}
function cargoAsks(e) {
	const t = parseManifest("it", e);
	if (t.name === void 0 && t.table["workspace"] === void 0) throw new UsageError("it has neither a package nor a workspace");
	return t.dependencies.length > 0;
}
export { placeOf as i, defaultDependencies as n, parseManifest as r, cargoAsks as t };
