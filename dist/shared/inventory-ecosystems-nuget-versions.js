import { t as folderOf } from "./inventory-paths.js";

// packages/inventory/src/ecosystems/nuget/projects.ts
const PROJECT = /\.(?:cs|fs|vb)proj$/i;
function projectFiles({ paths }) {
	const byFolder = /* @__PURE__ */ new Map();
	const byName = /* @__PURE__ */ new Map();
	const add = (map, key, path) => {
		const known = map.get(key);
		if (known === void 0) map.set(key, [path]);
		else known.push(path);
	};
	for (const path of paths.filter((each) => PROJECT.test(each))) {
		add(byFolder, folderOf(path), path);
		add(byName, baseName(path).toLowerCase(), path);
	}
	return {
		inFolder: (folder) => byFolder.get(folder) ?? [],
		named(name) {
			const found = byName.get(name.toLowerCase()) ?? [];
			return found.length === 1 ? found[0] : void 0;
		}
	};
}
function baseName(path) {
	return path.slice(path.lastIndexOf("/") + 1).replace(PROJECT, "");
}
function nearestAbove({ paths }, folder, name) {
	for (let at = folder;; at = folderOf(at)) {
		const path = at === "" ? name : `${at}/${name}`;
		if (paths.includes(path)) return path;
		if (at === "") return void 0;
	}
}

// packages/inventory/src/ecosystems/nuget/versions.ts
function normalizedVersion(text) {
	const [numbers = "", ...label] = text.trim().split("+", 1)[0]?.split("-") ?? [];
	const parts = numbers.split(".").map((part) => part.replace(/^0+(?=\d)/, ""));
	while (parts.length < 3 && parts.at(-1) !== "*") parts.push("0");
	if (parts.length === 4 && parts[3] === "0") parts.pop();
	return [parts.join("."), ...label].join("-").toLowerCase();
}
function normalizedRange(text) {
	const plain = text.replaceAll(/\s/g, "");
	if (/^[\w.*+-]+$/.test(plain)) return `[${normalizedVersion(plain)},)`;
	const [, open, from = "", comma, to = "", close] = /^([[(])([\w.*+-]*)(,?)([\w.*+-]*)([\])])$/.exec(plain) ?? [];
	if (open === void 0) return void 0;
	const [low, high] = [from, to].map((each) => each === "" ? "" : normalizedVersion(each));
	return comma === "" ? `[${low},${low}]` : `${open}${low},${high}${close}`;
}

export { projectFiles as a, nearestAbove as i, normalizedVersion as n, baseName as r, normalizedRange as t };