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

// packages/secrets/src/findings/ignore-file.ts
const MAX_ENTRIES = 1e5;
function parseIgnoreFile(text) {
	const entries = /* @__PURE__ */ new Set();
	const malformed = [];
	text.split("\n").forEach((raw, index) => {
		const line = raw.trim();
		if (line === "" || line.startsWith("#")) return;
		const parts = line.split(":");
		if (parts.length !== 3 && parts.length !== 4 || entries.size >= MAX_ENTRIES) {
			malformed.push(index + 1);
			return;
		}
		const pathIndex = parts.length - 3;
		parts[pathIndex] = (parts[pathIndex] ?? "").replaceAll("\\", "/");
		entries.add(parts.join(":"));
	});
	return {
		entries,
		malformed
	};
}
function gitleaksFingerprints(path, ruleId, line, commit) {
	const plain = `${path}:${ruleId}:${line}`;
	return commit === "" ? [plain] : [`${commit}:${plain}`, plain];
}

// packages/secrets/src/suppressions.ts
const IGNORE_FILE = ".gitleaksignore";
async function readSuppressions(target) {
	const ignore = parseIgnoreFile(await target.read(".gitleaksignore") ?? "");
	if (ignore.malformed.length === 0) return {
		ignore,
		notices: []
	};
	const lines = ignore.malformed.slice(0, 10).join(", ");
	return {
		ignore,
		notices: [`${IGNORE_FILE} has lines that are no fingerprint: ${lines}`]
	};
}

export { redacted as a, parseIgnoreFile as i, readSuppressions as n, gitleaksFingerprints as r, IGNORE_FILE as t };