import { createHash } from "node:crypto";
import { inspect } from "node:util";

// packages/secrets/src/redaction/redacted.ts
const MIN_SHOWN_LENGTH = 16;
const SHOWN = 4;
function redacted(value) {
	const preview = () => {
		const count = `${value.length} character${value.length === 1 ? "" : "s"}`;
		const begin = value.slice(0, SHOWN);
		return value.length >= MIN_SHOWN_LENGTH && /^[\w./+=:-]+$/.test(begin) ? `${begin}… (${count})` : `(${count})`;
	};
	const shape = {
		reveal: () => value,
		hash: (ruleId) => createHash("sha256").update(`${ruleId}\0${value}`).digest("hex"),
		preview,
		toString: preview,
		toJSON: preview
	};
	Object.defineProperty(shape, inspect.custom, { value: preview });
	return shape;
}

export { redacted as t };