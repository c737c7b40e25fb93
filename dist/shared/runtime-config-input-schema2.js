import "./rolldown-runtime.js";
import { Z as InternalError } from "./core.js";
import { a as int, c as strictObject, i as boolean, l as string, n as _enum, r as array } from "./npm-zod.js";

// packages/runtime/src/config/input-schema.ts
const text = string().trim().min(1);
function inputSchema(spec) {
	switch (spec.type) {
		case "string":
		case "path": return text;
		case "boolean": return boolean();
		case "integer": return int().min(spec.minimum).max(spec.maximum);
		case "choice": return _enum(spec.choices);
		case "list": {
			const items = array(spec.choices === void 0 ? text : _enum(spec.choices));
			return spec.required === true ? items.min(1) : items;
		}
	}
}
function inputKeys(inputs, section) {
	const prefix = section === "" ? "" : `${section}.`;
	const keys = Object.values(inputs).flatMap((spec) => {
		const { configKey = "", description } = spec;
		const key = configKey.startsWith(prefix) ? configKey.slice(prefix.length) : "";
		if (key === "" || key.includes(".")) return [];
		return [[key, inputSchema(spec).optional().describe(description)]];
	});
	return Object.fromEntries(keys);
}
async function sectionOf({ name: key, inputs, rules, config }) {
	if (config === void 0) throw new InternalError(`The command ${key} declares no config section`);
	const own = await config.ownKeys?.() ?? {};
	const shape = {
		...inputKeys(inputs, key),
		...own
	};
	const { description, example, loosened = {} } = config;
	return {
		key,
		description,
		example,
		schema: strictObject(shape),
		inputs,
		rules,
		loosened
	};
}

export { sectionOf as n, inputKeys as t };