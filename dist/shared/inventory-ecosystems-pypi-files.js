import { Ct as isRecord } from "./core.js";
import { i as textOf, n as tableOf } from "./inventory-toml.js";
import { c as parseHash, l as toHash, o as publicUrl } from "./inventory-ecosystems-pypi-source.js";

// packages/inventory/src/ecosystems/pypi/files.ts
function readFiles(list, url) {
	const reasons = /* @__PURE__ */ new Set();
	const artifacts = [];
	for (const file of list) {
		if (!isRecord(file)) {
			reasons.add("one of its files is no table");
			continue;
		}
		const hashes = hashesOf(file);
		if (hashes.includes(void 0)) reasons.add("one of its files has an unknown hash");
		const known = hashes.filter((hash) => hash !== void 0);
		const at = fileUrl(textOf(file["url"]) ?? url);
		const fileName = textOf(file["filename"]) ?? textOf(file["file"]) ?? textOf(file["name"]) ?? lastPart(file["path"]);
		artifacts.push({
			hashes: known,
			...at === void 0 ? {} : { url: at },
			...at !== void 0 || fileName === void 0 ? {} : { fileName }
		});
	}
	return {
		artifacts,
		reasons: [...reasons]
	};
}
function hashesOf(file) {
	const one = textOf(file["hash"]);
	if (one !== void 0) return [parseHash(one)];
	return Object.entries(tableOf(file["hashes"])).map(([algorithm, hex]) => toHash(algorithm, textOf(hex) ?? ""));
}
function fileUrl(text) {
	if (text === void 0) return void 0;
	if (/^https:\/\/files\.pythonhosted\.org\/[\w./-]+$/.test(text)) return text;
	const url = publicUrl(text);
	return url === void 0 || url.protocol === "file:" ? void 0 : url.href;
}
function lastPart(path) {
	return textOf(path)?.replace(/^.*[\\/]/s, "");
}

export { readFiles as t };