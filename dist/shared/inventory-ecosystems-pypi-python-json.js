import { Ct as isRecord } from "./core.js";
function pythonJson(e, t = [", ", ": "]) {
	if (typeof e === "string") return asciiString(e);
	if (typeof e === "boolean" || e === null) return String(e);
	if (typeof e === "number") return Number.isSafeInteger(e) ? String(e) : void 0;
	const [n, r] = t;
	if (Array.isArray(e)) return joined(e.map((e) => pythonJson(e, t)), "[", n, "]");
	if (!isRecord(e) || e instanceof Date) return void 0;
	return joined(Object.entries(e).sort(([e], [t]) => e < t ? -1 : 1).map(([e, n]) => {
		const i = pythonJson(n, t);
		return i === void 0 ? void 0 : `${asciiString(e)}${r}${i}`;
	}), "{", n, "}");
}
function joined(e, t, n, r) {
	return e.includes(void 0) ? void 0 : `${t}${e.join(n)}${r}`;
}
function asciiString(e) {
	return JSON.stringify(e).replaceAll(/[\u0080-\uffff]/g, (e) => `\\u${e.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
export { pythonJson as t };
