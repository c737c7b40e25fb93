import { m as closingQuote } from "./core.js";

// packages/inventory/src/json-keys.ts
const QUOTE = 34;
function scanJsonKeys(text, visit) {
	let line = 1;
	let depth = 0;
	for (let at = 0; at < text.length; at++) switch (text.charCodeAt(at)) {
		case 10:
			line++;
			break;
		case 123:
		case 91:
			depth++;
			break;
		case 125:
		case 93:
			depth--;
			break;
		case QUOTE: {
			const end = closingQuote(text, at);
			if (isFollowedByColon(text, end)) visit(unquote(text, at, end), depth, line);
			at = end;
			break;
		}
	}
}
function isFollowedByColon(text, end) {
	let at = end + 1;
	while (at < text.length && text.charCodeAt(at) <= 32) at++;
	return text.charCodeAt(at) === 58;
}
function unquote(text, open, end) {
	const raw = text.slice(open + 1, end);
	return raw.includes("\\") ? JSON.parse(`"${raw}"`) : raw;
}

export { scanJsonKeys as t };