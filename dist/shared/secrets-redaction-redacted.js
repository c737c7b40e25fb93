import { createHash } from "node:crypto";
import { inspect } from "node:util";
const MIN_SHOWN_LENGTH = 16;
const SHOWN = 4;
function redacted(e) {
	const t = () => {
		const t = `${e.length} character${e.length === 1 ? "" : "s"}`;
		const n = e.slice(0, SHOWN);
		return e.length >= MIN_SHOWN_LENGTH && /^[\w./+=:-]+$/.test(n) ? `${n}… (${t})` : `(${t})`;
	};
	const n = {
		reveal: () => e,
		hash: (t) => createHash("sha256").update(`${t}\0${e}`).digest("hex"),
		preview: t,
		toString: t,
		toJSON: t
	};
	Object.defineProperty(n, inspect.custom, { value: t });
	return n;
}
export { redacted as t };
