import "./rolldown-runtime.js";
import { Wt as InternalError } from "./part-base.js";
import { a as int, c as strictObject, i as boolean, l as string, n as _enum, r as array } from "./npm-zod.js";
const text = string().trim().min(1);
function inputSchema(e) {
	switch (e.type) {
		case "string":
		case "path": return text;
		case "boolean": return boolean();
		case "integer": return int().min(e.minimum).max(e.maximum);
		case "choice": return _enum(e.choices);
		case "list": {
			const t = array(e.choices === void 0 ? text : _enum(e.choices));
			return e.required === true ? t.min(1) : t;
		}
	}
}
function inputKeys(e, t) {
	const n = t === "" ? "" : `${t}.`;
	const r = Object.values(e).flatMap((e) => {
		const { configKey: t = "", description: r } = e;
		const i = t.startsWith(n) ? t.slice(n.length) : "";
		if (i === "" || i.includes(".")) return [];
		return [[i, inputSchema(e).optional().describe(r)]];
	});
	return Object.fromEntries(r);
}
async function sectionOf({ name: e, inputs: t, rules: n, config: r }) {
	if (r === void 0) throw new InternalError(`The command ${e} declares no config section`);
	const i = await r.ownKeys?.() ?? {};
	const a = {
		...inputKeys(t, e),
		...i
	};
	const { description: o, example: s, loosened: c = {} } = r;
	return {
		key: e,
		description: o,
		example: s,
		schema: strictObject(a),
		inputs: t,
		rules: n,
		loosened: c
	};
}
export { sectionOf as n, inputKeys as t };
