import "./rolldown-runtime.js";
import { Q as UsageError } from "./core.js";
import { n as fromLockfileFolder, t as folderOf } from "./inventory-paths.js";
import { a as textsOf, i as textOf, n as tableOf, t as parseToml } from "./inventory-toml.js";

// packages/inventory/src/ecosystems/cargo/manifest.ts
function parseManifest(path, text, workspace) {
	const table = parseToml(path, text);
	const shared = workspace ?? {
		path,
		table
	};
	const common = tableOf(shared.table["workspace"]);
	const own = tableOf(table["package"] ?? table["project"]);
	const field = (name) => {
		const value = own[name];
		const isShared = tableOf(value)["workspace"] === true;
		return textOf(isShared ? tableOf(common["package"])[name] : value);
	};
	return {
		path,
		folder: folderOf(path),
		table,
		name: textOf(own["name"]),
		version: field("version") ?? (own["version"] === void 0 ? "0.0.0" : void 0),
		license: field("license"),
		dependencies: [...dependenciesOf(table, void 0, path), ...targetsOf(table, path)].map((each) => each.isShared ? inherited(each, tableOf(common["dependencies"])[each.key], shared.path) : each)
	};
}
const GROUPS = [
	["dependencies", "runtime"],
	["dev-dependencies", "development"],
	["dev_dependencies", "development"],
	["build-dependencies", "build"],
	["build_dependencies", "build"]
];
function dependenciesOf(table, condition, manifest) {
	return GROUPS.flatMap(([group, kind]) => Object.entries(tableOf(table[group])).map(([key, value]) => ({
		...described(key, value, manifest),
		kind,
		isOptional: tableOf(value)["optional"] === true,
		condition,
		isShared: tableOf(value)["workspace"] === true
	})));
}
function targetsOf(table, manifest) {
	return Object.entries(tableOf(table["target"])).flatMap(([condition, target]) => dependenciesOf(tableOf(target), condition, manifest));
}
function described(key, value, manifest) {
	const table = tableOf(value);
	const path = textOf(table["path"]);
	return {
		key,
		name: textOf(table["package"]) ?? key,
		requirement: textOf(typeof value === "string" ? value : table["version"]),
		path: path === void 0 ? void 0 : placeOf(manifest, path)
	};
}
function inherited(own, value, manifest) {
	return {
		...own,
		...described(own.key, value, manifest)
	};
}
function placeOf(manifest, path) {
	const text = path.replaceAll("\\", "/");
	if (/^(?:\/|[A-Za-z]:)/.test(text)) return null;
	return fromLockfileFolder(manifest, text) ?? null;
}
function defaultDependencies({ table }) {
	const features = tableOf(table["features"]);
	const seen = /* @__PURE__ */ new Set();
	const keys = /* @__PURE__ */ new Set();
	const pending = ["default"];
	for (let name = pending.pop(); name !== void 0; name = pending.pop()) {
		if (seen.has(name)) continue;
		seen.add(name);
		if (!Object.hasOwn(features, name)) keys.add(name);
		for (const item of textsOf(features[name])) {
			const [dependency = "", inside] = item.split("/");
			if (item.startsWith("dep:")) keys.add(item.slice(4));
			else if (inside === void 0) pending.push(item);
			else if (!dependency.endsWith("?")) keys.add(dependency);
		}
	}
	return keys;
}
function cargoAsks(text) {
	const manifest = parseManifest("it", text);
	if (manifest.name === void 0 && manifest.table["workspace"] === void 0) throw new UsageError("it has neither a package nor a workspace");
	return manifest.dependencies.length > 0;
}

export { placeOf as i, defaultDependencies as n, parseManifest as r, cargoAsks as t };