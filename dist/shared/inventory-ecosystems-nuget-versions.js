import { t as folderOf } from "./inventory-paths.js";
const PROJECT = /\.(?:cs|fs|vb)proj$/i;
function projectFiles({ paths: e }) {
	const t = new Map();
	const n = new Map();
	const r = (e, t, n) => {
		const r = e.get(t);
		if (r === void 0) e.set(t, [n]);
		else r.push(n);
	};
	for (const i of e.filter((e) => PROJECT.test(e))) {
		r(t, folderOf(i), i);
		r(n, baseName(i).toLowerCase(), i);
	}
	return {
		inFolder: (e) => t.get(e) ?? [],
		named(e) {
			const t = n.get(e.toLowerCase()) ?? [];
			return t.length === 1 ? t[0] : void 0;
		}
	};
}
function baseName(e) {
	return e.slice(e.lastIndexOf("/") + 1).replace(PROJECT, "");
}
function nearestAbove({ paths: e }, t, n) {
	for (let r = t;; r = folderOf(r)) {
		const t = r === "" ? n : `${r}/${n}`;
		if (e.includes(t)) return t;
		if (r === "") return void 0;
	}
}
function normalizedVersion(e) {
	const [t = "", ...n] = e.trim().split("+", 1)[0]?.split("-") ?? [];
	const r = t.split(".").map((e) => e.replace(/^0+(?=\d)/, ""));
	while (r.length < 3 && r.at(-1) !== "*") r.push("0");
	if (r.length === 4 && r[3] === "0") r.pop();
	return [r.join("."), ...n].join("-").toLowerCase();
}
function normalizedRange(e) {
	const t = e.replaceAll(/\s/g, "");
	if (/^[\w.*+-]+$/.test(t)) return `[${normalizedVersion(t)},)`;
	const [, n, r = "", i, a = "", o] = /^([[(])([\w.*+-]*)(,?)([\w.*+-]*)([\])])$/.exec(t) ?? [];
	if (n === void 0) return void 0;
	const [s, c] = [r, a].map((e) => e === "" ? "" : normalizedVersion(e));
	return i === "" ? `[${s},${s}]` : `${n}${s},${c}${o}`;
}
export { projectFiles as a, nearestAbove as i, normalizedVersion as n, baseName as r, normalizedRange as t };
