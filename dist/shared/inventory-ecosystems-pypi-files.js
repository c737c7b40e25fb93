import { Ct as isRecord } from "./core.js";
import { i as textOf, n as tableOf } from "./inventory-toml.js";
import { c as parseHash, l as toHash, o as publicUrl } from "./inventory-ecosystems-pypi-source.js";
function readFiles(e, t) {
	const n = new Set();
	const r = [];
	for (const i of e) {
		if (!isRecord(i)) {
			n.add("one of its files is no table");
			continue;
		}
		const e = hashesOf(i);
		if (e.includes(void 0)) n.add("one of its files has an unknown hash");
		const a = e.filter((e) => e !== void 0);
		const o = fileUrl(textOf(i["url"]) ?? t);
		const s = textOf(i["filename"]) ?? textOf(i["file"]) ?? textOf(i["name"]) ?? lastPart(i["path"]);
		r.push({
			hashes: a,
			...o === void 0 ? {} : { url: o },
			...o !== void 0 || s === void 0 ? {} : { fileName: s }
		});
	}
	return {
		artifacts: r,
		reasons: [...n]
	};
}
function hashesOf(e) {
	const t = textOf(e["hash"]);
	if (t !== void 0) return [parseHash(t)];
	return Object.entries(tableOf(e["hashes"])).map(([e, t]) => toHash(e, textOf(t) ?? ""));
}
function fileUrl(e) {
	if (e === void 0) return void 0;
	if (/^https:\/\/files\.pythonhosted\.org\/[\w./-]+$/.test(e)) return e;
	const t = publicUrl(e);
	return t === void 0 || t.protocol === "file:" ? void 0 : t.href;
}
function lastPart(e) {
	return textOf(e)?.replace(/^.*[\\/]/s, "");
}
export { readFiles as t };
