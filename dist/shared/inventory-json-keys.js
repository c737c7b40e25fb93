import { m as closingQuote } from "./core.js";
const QUOTE = 34;
function scanJsonKeys(e, t) {
	let n = 1;
	let r = 0;
	for (let i = 0; i < e.length; i++) switch (e.charCodeAt(i)) {
		case 10:
			n++;
			break;
		case 123:
		case 91:
			r++;
			break;
		case 125:
		case 93:
			r--;
			break;
		case QUOTE: {
			const a = closingQuote(e, i);
			if (isFollowedByColon(e, a)) t(unquote(e, i, a), r, n);
			i = a;
			break;
		}
	}
}
function isFollowedByColon(e, t) {
	let n = t + 1;
	while (n < e.length && e.charCodeAt(n) <= 32) n++;
	return e.charCodeAt(n) === 58;
}
function unquote(e, t, n) {
	const r = e.slice(t + 1, n);
	return r.includes("\\") ? JSON.parse(`"${r}"`) : r;
}
export { scanJsonKeys as t };
