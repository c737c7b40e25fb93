import { crc32 } from "node:zlib";
function token(e) {
	return `\\b(${e})(?:[^0-9A-Za-z_-]|$)`;
}
function assigned(e, t) {
	return `(?i:${e})[\\w.-]{0,20}["'\`]?[ \\t]{0,4}(?:=>|:=|=|:|,)[ \\t]{0,4}["'\`]?(${t})(?:[^0-9A-Za-z_/+=-]|$)`;
}
function aliasesOf({ formerId: e, gitleaksIds: t = [] }) {
	return [...e === void 0 ? [] : [e], ...t];
}
const MAX_CODE = 1114111;
function normalize(e) {
	const t = e.toSorted((e, t) => e[0] - t[0]);
	const n = [];
	for (const [e, r] of t) {
		const t = n.at(-1);
		if (t !== void 0 && e <= t[1] + 1) t[1] = Math.max(t[1], r);
		else n.push([e, r]);
	}
	return n;
}
function negate(e) {
	const t = [];
	let n = 0;
	for (const [r, i] of normalize(e)) {
		if (r > n) t.push([n, r - 1]);
		n = i + 1;
	}
	if (n <= 1114111) t.push([n, MAX_CODE]);
	return t;
}
const KELVIN_SIGN = 8490;
const LONG_S = 383;
const MAX_FOLDED_RANGE = 4096;
function foldsOf(e) {
	const t = new Set([e]);
	for (const n of [swapCase(e), ...specialFolds(e)]) t.add(n);
	return [...t].sort((e, t) => e - t);
}
function foldRanges(e) {
	const t = e.map(([e, t]) => [e, t]);
	for (const [n, r] of e) {
		for (let e = n; e <= Math.min(r, 127); e++) for (const n of foldsOf(e)) t.push([n, n]);
		const e = Math.max(n, 128);
		if (r - e <= MAX_FOLDED_RANGE) for (let n = e; n <= r; n++) for (const e of foldsOf(n)) t.push([e, e]);
		else for (const e of [KELVIN_SIGN, LONG_S]) if (n <= e && e <= r) for (const n of foldsOf(e)) t.push([n, n]);
	}
	return normalize(t);
}
function classItem(e, t, n) {
	const r = n ? foldRanges(e) : e;
	return t ? negate(r) : r;
}
function swapCase(e) {
	const t = String.fromCodePoint(e);
	for (const n of [t.toLowerCase(), t.toUpperCase()]) if (n !== t && [...n].length === 1) return n.codePointAt(0) ?? e;
	return e;
}
function specialFolds(e) {
	if (e === 75 || e === 107) return [KELVIN_SIGN];
	if (e === 83 || e === 115) return [LONG_S];
	if (e === KELVIN_SIGN) return [75, 107];
	if (e === LONG_S) return [83, 115];
	return [];
}
const pairs = (e) => {
	const t = [];
	for (let n = 0; n < e.length; n += 2) t.push([e.charCodeAt(n), e.charCodeAt(n + 1)]);
	return normalize(t);
};
const DIGIT = pairs("09");
const WORD = pairs("09AZaz__");
const SPACE = pairs("	\n\f\r  ");
const POSIX = new Map([
	["alnum", pairs("09AZaz")],
	["alpha", pairs("AZaz")],
	["ascii", pairs("\0")],
	["blank", pairs("		  ")],
	["cntrl", pairs("\0")],
	["digit", DIGIT],
	["graph", pairs("!~")],
	["lower", pairs("az")],
	["print", pairs(" ~")],
	["punct", pairs("!/:@[`{~")],
	["space", pairs("	\r  ")],
	["upper", pairs("AZ")],
	["word", WORD],
	["xdigit", pairs("09AFaf")]
]);
function minLength(e) {
	switch (e.kind) {
		case "literal":
		case "class": return 1;
		case "capture": return minLength(e.node);
		case "concat": return e.nodes.reduce((e, t) => e + minLength(t), 0);
		case "alternate": return Math.min(...e.nodes.map(minLength));
		case "repeat": return e.min * minLength(e.node);
		default: return 0;
	}
}
function emit(e) {
	switch (e.kind) {
		case "empty": return "";
		case "literal": return e.fold ? emitRanges(foldsOf(e.code).map((e) => [e, e])) : emitCode(e.code);
		case "class": return emitRanges(e.ranges);
		case "assert": return ASSERTIONS[e.at];
		case "capture": return `(${emit(e.node)})`;
		case "concat": return e.nodes.map((e) => e.kind === "alternate" ? `(?:${emit(e)})` : emit(e)).join("");
		case "alternate": return e.nodes.map(emit).join("|");
		case "repeat":
			if (e.min === 0 && e.max === 1 && minLength(e.node) === 0) return e.lazy ? `(?:|${emit(e.node)})` : `(?:${emit(e.node)}|)`;
			return `${emitAtom(e.node)}${emitCounts(e.min, e.max)}${e.lazy ? "?" : ""}`;
	}
}
const ASSERTIONS = {
	"text-start": "^",
	"text-end": "$",
	"line-start": "(?<![^\\n])",
	"line-end": "(?![^\\n])",
	word: "\\b",
	"not-word": "\\B"
};
function emitAtom(e) {
	const t = emit(e);
	if (e.kind === "capture" || e.kind === "class") return t;
	if (e.kind === "literal" && (e.fold || e.code <= 65535)) return t;
	return `(?:${t})`;
}
function emitCounts(e, t) {
	if (t === Number.POSITIVE_INFINITY) return e === 0 ? "*" : e === 1 ? "+" : `{${e},}`;
	if (e === 0 && t === 1) return "?";
	return e === t ? `{${e}}` : `{${e},${t}}`;
}
function emitRanges(e) {
	const [t] = e;
	if (t === void 0) return "[]";
	if (e.length === 1 && t[0] === t[1]) return emitCode(t[0]);
	const n = e.at(-1);
	if (n?.[1] === 1114111 && n[0] <= 65536) {
		const t = negate(e);
		return t.length === 0 ? "[^]" : `[^${t.map(emitRange).join("")}]`;
	}
	const r = e.filter(([e]) => e <= 65535);
	const i = e.filter(([, e]) => e > 65535);
	const a = r.length === 0 ? [] : [`[${r.map(([e, t]) => emitRange([e, Math.min(t, 65535)])).join("")}]`];
	if (i.length === 0) return a[0] ?? "[]";
	const o = i.flatMap(([e, t]) => surrogates(Math.max(e, 65536), t));
	return `(?:${[...a, ...o].join("|")})`;
}
function surrogates(e, t) {
	const n = [];
	for (let r = e; r <= t;) {
		const e = Math.min(t, r | 1023);
		const [i, a] = split(r);
		n.push(`${unit(i)}[${unit(a)}-${unit(split(e)[1])}]`);
		r = e + 1;
	}
	return n;
}
function split(e) {
	const t = e - 65536;
	return [55296 + (t >> 10), 56320 + (t & 1023)];
}
function emitRange([e, t]) {
	if (e === t) return classUnit(e);
	return t === e + 1 ? classUnit(e) + classUnit(t) : `${classUnit(e)}-${classUnit(t)}`;
}
function classUnit(e) {
	const t = String.fromCharCode(e);
	return /[0-9A-Za-z_ ]/.test(t) ? t : unit(e);
}
function emitCode(e) {
	if (e > 65535) return split(e).map(unit).join("");
	const t = String.fromCharCode(e);
	if (/[0-9A-Za-z_ !"#%&',:;<=>@`~-]/.test(t)) return t;
	return unit(e);
}
function unit(e) {
	return e <= 255 ? `\\x${e.toString(16).padStart(2, "0")}` : `\\u${e.toString(16).padStart(4, "0")}`;
}
const known = new Map();
function unicodeProperty(e) {
	if (!known.has(e)) known.set(e, compute(e));
	return known.get(e);
}
function compute(e) {
	if (e === "Any") return [[0, 1114111]];
	if (!/^[A-Za-z_]{1,40}$/.test(e)) return void 0;
	const t = propertyPattern(e);
	if (t === void 0) return void 0;
	const n = [];
	for (let e = 0; e <= 1114111; e++) {
		if (!t.test(String.fromCodePoint(e))) continue;
		const r = n.at(-1);
		if (r !== void 0 && r[1] === e - 1) r[1] = e;
		else n.push([e, e]);
	}
	return normalize(n);
}
function propertyPattern(e) {
	const t = e.length <= 2 ? `General_Category=${e}` : `Script=${e}`;
	try {
		return new RegExp(`^\\p{${t}}$`, "u");
	} catch {
		return;
	}
}
const CONTROLS = new Map([
	["a", 7],
	["f", 12],
	["n", 10],
	["r", 13],
	["t", 9],
	["v", 11]
]);
const SIMPLE = new Map([
	["d", DIGIT],
	["w", WORD],
	["s", SPACE]
]);
function parseClassEscape(e, t) {
	const n = e.pattern[e.offset + 1] ?? "";
	const r = SIMPLE.get(n.toLowerCase());
	if (r !== void 0) {
		e.offset += 2;
		return classItem(r, n !== n.toLowerCase(), t);
	}
	if (n !== "p" && n !== "P") return void 0;
	const i = e.offset;
	e.offset += 2;
	let a = n === "P";
	let o;
	if (e.take("{")) {
		const t = e.pattern.indexOf("}", e.offset);
		if (t < 0) throw e.fail("the character class is not closed", i);
		o = e.pattern.slice(e.offset, t);
		e.offset = t + 1;
	} else o = e.peek() < 0 ? "" : String.fromCodePoint(e.next());
	if (o.startsWith("^")) {
		a = !a;
		o = o.slice(1);
	}
	const s = unicodeProperty(o);
	if (s === void 0) throw e.fail(`\\${n}{${o}} is no known class`, i);
	return classItem(s, a, t);
}
function parseCharacterEscape(e) {
	const t = e.offset;
	e.offset += 1;
	if (e.peek() < 0) throw e.fail("a backslash ends the pattern", t);
	const n = e.next();
	const r = String.fromCodePoint(n);
	const i = CONTROLS.get(r);
	if (i !== void 0) return i;
	if (r === "x") return parseHex(e, t);
	if (r >= "0" && r <= "7") return parseOctal(e, r, t);
	if (n < 128 && !/[0-9A-Za-z]/.test(r)) return n;
	throw e.fail(`\\${r} is no escape in Go's syntax`, t);
}
function parseHex(e, t) {
	const n = /^\{([0-9A-Fa-f]{1,8})\}/.exec(e.pattern.slice(e.offset));
	const r = /^[0-9A-Fa-f]{2}/.exec(e.pattern.slice(e.offset));
	const i = n?.[1] ?? r?.[0];
	const a = Number.parseInt(i ?? "", 16);
	if (!(a <= 1114111)) throw e.fail("\\x needs two digits or {a code point}", t);
	e.offset += (n ?? r)?.[0].length ?? 0;
	return a;
}
function parseOctal(e, t, n) {
	const r = /^[0-7]{1,2}/.exec(e.pattern.slice(e.offset))?.[0] ?? "";
	if (t !== "0" && r === "") throw e.fail(`\\${t} is a back-reference`, n);
	e.offset += r.length;
	return Number.parseInt(t + r, 8);
}
function parseClass(e, t) {
	const n = e.offset - 1;
	const r = e.take("^");
	const i = [];
	for (let r = true; r || !e.startsWith("]"); r = false) {
		if (e.peek() < 0) throw e.fail("the character class is not closed", n);
		const r = parseNamed(e, t) ?? (e.startsWith("\\") ? parseClassEscape(e, t) : void 0);
		if (r !== void 0) {
			i.push(...r);
			continue;
		}
		const a = e.offset;
		const o = parseOne(e, n);
		let s = o;
		if (e.startsWith("-") && e.pattern[e.offset + 1] !== "]") {
			e.offset += 1;
			if (e.peek() < 0) throw e.fail("the character class is not closed", n);
			s = parseOne(e, n);
			if (s < o) throw e.fail(`the range ${e.pattern.slice(a, e.offset)} runs backwards`, a);
		}
		i.push(...classItem([[o, s]], false, t));
	}
	e.offset += 1;
	return r ? negate(i) : normalize(i);
}
function parseOne(e, t) {
	if (e.peek() < 0) throw e.fail("the character class is not closed", t);
	return e.startsWith("\\") ? parseCharacterEscape(e) : e.next();
}
function parseNamed(e, t) {
	if (!e.startsWith("[:")) return void 0;
	const n = e.pattern.indexOf(":]", e.offset + 2);
	if (n < 0) return void 0;
	const r = e.pattern.slice(e.offset + 2, n);
	const i = r.startsWith("^");
	const a = POSIX.get(i ? r.slice(1) : r);
	if (a === void 0) throw e.fail(`[:${r}:] is no known class`);
	e.offset = n + 2;
	return classItem(a, i, t);
}
function parseGroupStart(e, t) {
	const n = e.offset;
	e.offset += 1;
	if (!e.take("?")) return {
		kind: "capture",
		flags: t
	};
	const r = e.pattern.slice(e.offset);
	if (/^(?:[=!>]|<[=!])/.test(r)) throw e.fail("look-around and atomic groups do not exist in Go's syntax", n);
	if (r.startsWith("P<") || r.startsWith("<")) {
		const i = /^P?<([0-9A-Za-z_]+)>/.exec(r);
		if (i === null) throw e.fail("the group's name is not valid", n);
		e.offset += i[0].length;
		return {
			kind: "capture",
			flags: t
		};
	}
	const i = /^([imsU]*)(-[imsU]+)?([:)])/.exec(r);
	if (i === null || i[0] === ")") throw e.fail("`(?` begins no group that Go knows", n);
	e.offset += i[0].length;
	const a = apply(t, i[1] ?? "", (i[2] ?? "").slice(1));
	return {
		kind: i[3] === ")" ? "flags" : "plain",
		flags: a
	};
}
function apply(e, t, n) {
	const r = (e, r) => n.includes(e) ? false : t.includes(e) ? true : r;
	return {
		fold: r("i", e.fold),
		multiline: r("m", e.multiline),
		dotAll: r("s", e.dotAll),
		ungreedy: r("U", e.ungreedy)
	};
}
const REPEAT_LIMIT = 1e3;
function parseRepeat(e, t, n) {
	const r = e.offset;
	const i = readCounts(e);
	if (i === void 0) return void 0;
	const a = e.take("?") !== n;
	if (/[*+?]/.test(e.pattern[e.offset] ?? "") || countsAt(e) !== void 0) throw e.fail("a quantifier follows a quantifier (Go has no possessive ones)", r);
	return {
		kind: "repeat",
		node: t,
		min: i[0],
		max: i[1],
		lazy: a
	};
}
function readCounts(e) {
	if (e.take("*")) return [0, Number.POSITIVE_INFINITY];
	if (e.take("+")) return [1, Number.POSITIVE_INFINITY];
	if (e.take("?")) return [0, 1];
	const t = countsAt(e);
	if (t === void 0) return void 0;
	const [n, r, i] = t;
	if (r > 1e3 || i !== Number.POSITIVE_INFINITY && (i > 1e3 || i < r)) throw e.fail(`the repeat count ${n} is above ${REPEAT_LIMIT} or runs backwards`);
	e.offset += n.length;
	return [r, i];
}
function countsAt(e) {
	const t = /^\{(0|[1-9]\d*)(?:(,)(0|[1-9]\d*)?)?\}/.exec(e.pattern.slice(e.offset, e.offset + 40));
	if (t === null) return void 0;
	const n = Number(t[1]);
	const r = t[3] !== void 0 ? Number(t[3]) : t[2] !== void 0 ? Number.POSITIVE_INFINITY : n;
	return [
		t[0],
		n,
		r
	];
}
function repeatProduct(e) {
	switch (e.kind) {
		case "capture": return repeatProduct(e.node);
		case "concat":
		case "alternate": return Math.max(1, ...e.nodes.map(repeatProduct));
		case "repeat": {
			const t = e.max === Number.POSITIVE_INFINITY ? e.min : e.max;
			return Math.max(1, t) * repeatProduct(e.node);
		}
		default: return 1;
	}
}
var RegexSyntaxError = class extends Error {
	offset;
	constructor(e, t) {
		super(e);
		this.name = "RegexSyntaxError";
		this.offset = t;
	}
};
function readPattern(e) {
	const t = {
		pattern: e,
		offset: 0,
		peek: () => e.codePointAt(t.offset) ?? -1,
		next() {
			const e = t.peek();
			t.offset += e > 65535 ? 2 : 1;
			return e;
		},
		startsWith: (n) => e.startsWith(n, t.offset),
		take(e) {
			if (!t.startsWith(e)) return false;
			t.offset += e.length;
			return true;
		},
		fail: (e, n = t.offset) => new RegexSyntaxError(e, n)
	};
	return t;
}
const MAX_PATTERN = 65536;
const MAX_DEPTH = 1e3;
function parse(e) {
	const t = readPattern(e);
	if (e.length > MAX_PATTERN) throw t.fail(`the pattern is longer than ${MAX_PATTERN}`);
	const n = {
		reader: t,
		groups: 0,
		depth: 0
	};
	const r = parseAlternation(n, {
		fold: false,
		multiline: false,
		dotAll: false,
		ungreedy: false
	});
	if (t.peek() >= 0) throw t.fail("a `)` has no `(`");
	if (repeatProduct(r) > 1e3) throw t.fail(`nested repeats multiply to more than ${REPEAT_LIMIT}`, 0);
	return {
		root: r,
		groups: n.groups
	};
}
function parseAlternation(e, t) {
	const { reader: n } = e;
	if (++e.depth > MAX_DEPTH) throw n.fail("the groups are nested too deeply");
	let r = t;
	const i = [];
	let a = [];
	while (n.peek() >= 0 && !n.startsWith(")")) {
		if (n.take("|")) {
			i.push(concat(a));
			a = [];
			continue;
		}
		const t = parseTerm(e, r, a);
		if (t !== void 0) r = t;
	}
	e.depth -= 1;
	i.push(concat(a));
	return i.length === 1 && i[0] !== void 0 ? i[0] : {
		kind: "alternate",
		nodes: i
	};
}
function concat(e) {
	const [t] = e;
	if (t === void 0) return { kind: "empty" };
	return e.length === 1 ? t : {
		kind: "concat",
		nodes: e
	};
}
function parseTerm(e, t, n) {
	const { reader: r } = e;
	const i = r.offset;
	if (r.startsWith("(")) {
		const a = parseGroupStart(r, t);
		if (a.kind === "flags") {
			repeatLast(r, a.flags, n);
			return a.flags;
		}
		if (a.kind === "capture") e.groups += 1;
		const o = parseAlternation(e, a.flags);
		if (!r.take(")")) throw r.fail("a `(` is not closed", i);
		n.push(a.kind === "capture" ? {
			kind: "capture",
			node: o
		} : o);
	} else if (r.take("\\Q")) {
		const e = r.pattern.indexOf("\\E", r.offset);
		const i = r.pattern.slice(r.offset, e < 0 ? void 0 : e);
		r.offset = e < 0 ? r.pattern.length : e + 2;
		for (const e of i) n.push(literal(e.codePointAt(0) ?? 0, t));
		if (i === "") return void 0;
	} else n.push(parseAtom(r, t));
	repeatLast(r, t, n);
}
function repeatLast(e, t, n) {
	const r = n.at(-1);
	const i = e.offset;
	const a = parseRepeat(e, r ?? { kind: "empty" }, t.ungreedy);
	if (a === void 0) return;
	if (r === void 0) throw e.fail("a quantifier has nothing to repeat", i);
	n[n.length - 1] = a;
}
function parseAtom(e, t) {
	const n = e.offset;
	if (e.take("[")) return {
		kind: "class",
		ranges: parseClass(e, t.fold)
	};
	if (e.take(".")) return {
		kind: "class",
		ranges: t.dotAll ? [[0, MAX_CODE]] : negate([[10, 10]])
	};
	if (e.take("^")) return {
		kind: "assert",
		at: t.multiline ? "line-start" : "text-start"
	};
	if (e.take("$")) return {
		kind: "assert",
		at: t.multiline ? "line-end" : "text-end"
	};
	if (e.take("\\A")) return {
		kind: "assert",
		at: "text-start"
	};
	if (e.take("\\z")) return {
		kind: "assert",
		at: "text-end"
	};
	if (e.take("\\b")) return {
		kind: "assert",
		at: "word"
	};
	if (e.take("\\B")) return {
		kind: "assert",
		at: "not-word"
	};
	if (e.startsWith("\\")) {
		const n = parseClassEscape(e, t.fold);
		if (n !== void 0) return {
			kind: "class",
			ranges: n
		};
		return literal(parseCharacterEscape(e), t);
	}
	if (/[*+?]/.test(e.pattern[n] ?? "")) throw e.fail(`the quantifier ${e.pattern[n]} has nothing to repeat`);
	return literal(e.next(), t);
}
function literal(e, t) {
	return {
		kind: "literal",
		code: e,
		fold: t.fold
	};
}
function translate(e) {
	const { root: t, groups: n } = parse(e);
	return {
		pattern: e,
		source: emit(t),
		groups: n,
		root: t
	};
}
function entropy(e) {
	if (e === "") return 0;
	const t = new Map();
	for (const n of e) {
		const e = n.codePointAt(0) ?? 0;
		t.set(e, (t.get(e) ?? 0) + 1);
	}
	const n = Buffer.byteLength(e, "utf8");
	let r = 0;
	for (const e of t.values()) {
		const t = e / n;
		r -= t * Math.log2(t);
	}
	return r;
}
const FOLLOWERS = {
	a: "bcdgiklmnprstuy",
	b: "aeloru",
	c: "aehiklort",
	d: "aeios",
	e: "acdefglmnprstvx",
	f: "aefilo",
	g: "aeinrs",
	h: "aeio",
	i: "abcdefglmnoprstv",
	k: "es",
	l: "adeilostuy",
	m: "aeiop",
	n: "acdeginost",
	o: "bcdfgiklmnoprstuvw",
	p: "aeiloprstu",
	q: "u",
	r: "acdegikmnorstuy",
	s: "acehiopstu",
	t: "acehiorsty",
	u: "bdelmnprst",
	v: "aei",
	w: "aehio",
	x: "p"
};
const LOOKALIKES = {
	"0": "o",
	"1": "i",
	"3": "e",
	"4": "a",
	"5": "s",
	"7": "t",
	"@": "a",
	$: "s",
	"!": "i"
};
function strangeness(e) {
	let t = 0;
	let n = 0;
	for (let r = 1; r < e.length; r++) {
		const i = e[r - 1] ?? "";
		const a = e[r] ?? "";
		if (isSeparator(i) || isSeparator(a) || isLower(i) && isUpper(a)) continue;
		n += 1;
		if (isDigit(i) && isDigit(a)) continue;
		if (isLetter(i) && isLetter(a) && follows(i, a)) continue;
		t += 1;
	}
	return n === 0 ? 0 : t / n;
}
function withoutLookalikes(e) {
	return e.replace(/[013457@$!]/g, (e) => LOOKALIKES[e] ?? e);
}
function follows(e, t) {
	return FOLLOWERS[e.toLowerCase()]?.includes(t.toLowerCase()) ?? false;
}
const isSeparator = (e) => /[-_./:]/.test(e);
const isDigit = (e) => e >= "0" && e <= "9";
const isLower = (e) => e >= "a" && e <= "z";
const isUpper = (e) => e >= "A" && e <= "Z";
const isLetter = (e) => isLower(e) || isUpper(e);
const PLACEHOLDERS = [
	"example",
	"changeme",
	"change-me",
	"change_me",
	"placeholder",
	"dummy",
	"sample",
	"redacted",
	"your-",
	"your_",
	"xxxx",
	"****",
	"....",
	"1234567890",
	"abcdef0123456789"
];
const REFERENCE = /\$\{|\$\(|\{\{|\}\}|<%|#\{|%\(|^<.*>$|^\[.*\]$|^\$[A-Za-z_]\w*$|^%\w+%$|^@\w+$|^![A-Z]\w|^\w+\(.*\)?$/;
const ADDRESS = /^[a-z][a-z0-9+.-]{1,20}:\/\/|^(?:arn|aws|env|file|kms|op|ref|secret|ssm|urn|vault)[:/]/i;
const PATH = /^(?:~|\.{1,2})?\/[\w.-]+(?:\/[\w.-]+)+$|^[A-Za-z]:[\\/]/;
const FILE_NAME = /\.(?:bak|cer|conf|crt|csv|env|gpg|html?|ini|jks|js|json|key|log|md|p12|p8|pem|pfx|php|properties|pub|py|rb|sh|sql|toml|ts|txt|xml|ya?ml)$/i;
const CHECKSUM = /^(?:md5|sha\d{1,3})[-:=]/i;
const SIGNING_SCOPE = /^A[A-Z]{3}[A-Z2-7]{16}(?:\/|%2F)/i;
const PUBLIC_KEY = /^(?:AAAA[BCE][0-9A-Za-z]|MII[A-Za-z]|ssh-)/;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
function looksRandom(e) {
	const t = e.replace(/^base64:/i, "");
	if ([
		REFERENCE,
		ADDRESS,
		PATH,
		FILE_NAME,
		CHECKSUM,
		SIGNING_SCOPE,
		PUBLIC_KEY
	].some((e) => e.test(t))) return false;
	const n = t.replace(/=+$/, "");
	if (isRow(n) || isBase64OfText(t)) return false;
	const r = n.replaceAll("-", "");
	if (UUID.test(n) || /^[0-9a-f]{16,}$/i.test(n)) return isRandomHex(r);
	if (n.replace(/[^A-Za-z]/g, "").length < 3 || kindsOf(n) < 2) return false;
	const i = Math.min(Math.log2(n.length) - .6, 3.6);
	return entropy(n) >= i && strangeness(n) >= (n.length < 16 ? .5 : .42) && strangeness(withoutLookalikes(n)) >= .38;
}
function isRandomHex(e) {
	const t = e.match(/(?:\d(?=[a-f])|[a-f](?=\d))/gi)?.length ?? 0;
	return entropy(e.toLowerCase()) >= 2.9 && t >= e.length / 4;
}
function isRow(e) {
	return [1, 2].some((t) => {
		let n = 0;
		for (let r = t; r < e.length; r++) if (Math.abs(e.charCodeAt(r) - e.charCodeAt(r - t)) <= 1) n += 1;
		return n >= e.length * .45;
	});
}
function isBase64OfText(e) {
	if (!/^[0-9A-Za-z+/_-]{10,}={0,2}$/.test(e)) return false;
	return /^[\t\n\r -~]+$/.test(Buffer.from(e, "base64").toString("latin1"));
}
function kindsOf(e) {
	return [
		/[a-z]/,
		/[A-Z]/,
		/\d/,
		/[^0-9A-Za-z]/
	].filter((t) => t.test(e)).length;
}
const SECRET = new Set("token secret password passwd pwd pass passphrase passcode credential credentials creds".split(" "));
const SECRET_ENDING = /(?:token|secret|passw(?:or)?d|passphrase|(?:api|access|auth|account|master|private|secret|signing)key)$/;
const KEY_KINDS$1 = new Set("access account api app application auth client cookie crypt encrypt encryption hmac jwt license master private secret service session shared sign signing storage webhook".split(" "));
const ABOUT = new Set(`algorithm alg arn at audience by charset class column count created date description digest duration digests enabled endpoint env
  environment error expires expiration expiry field file filename fingerprint format function hash hashes header help hint host id ids identifier
  issuer kind label length lifetime limit link manager max message min mode msg name names namespace param parameter path
  pattern placeholder policy prefix provider ref reference regex region required role rotation rule rules scope scopes
  selector service size source status store suffix text timeout title ttl type types uri url urls user username validator
  value_from variable version`.split(/\s+/).filter((e) => e !== ""));
const HARMLESS = new Set("cancel cancellation continuation csrf cursor encrypted hashed next page pagination public sync xsrf".split(" "));
function isSecretName(e) {
	const t = wordsOf(e);
	const n = t.findLastIndex((e, n) => SECRET.has(e) || SECRET_ENDING.test(e) || e === "key" && KEY_KINDS$1.has(t[n - 1] ?? ""));
	if (n < 0) return false;
	return !t.slice(n + 1).some((e) => ABOUT.has(e)) && !t.slice(0, n).some((e) => HARMLESS.has(e));
}
function isPasswordName(e) {
	return /pass|pwd/i.test(e);
}
function wordsOf(e) {
	return e.replace(/([a-z0-9])([A-Z])/g, "$1 $2").replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2").toLowerCase().split(/[^a-z]+/).filter((e) => e !== "");
}
const PUBLIC_ENTRY = /(?:^|[._-])(?:ca|cert|certificate|crt|pub|public|release)["']?[ \t]*:/i;
const MIN_BINARY = 16;
const AROUND = 16384;
const KUBERNETES_SECRET = {
	id: "kubernetes-secret-yaml",
	title: "Value in a Kubernetes Secret",
	regex: "(?m:^)[ \\t]{1,16}[\"']?[\\w.-]{1,253}[\"']?[ \\t]{0,4}:[ \\t]{1,4}[\"']?([0-9A-Za-z+/]{12,1000}={0,2})[\"']?(?:,|[ \\t]{0,16}(?:[ \\t]#[^\\r\\n]{0,400})?)(?:[\\r\\n]|$)",
	keywords: [
		"kind: secret",
		"kind: \"secret",
		"\"kind\":\"secret",
		"kind: 'secret"
	],
	severity: "high",
	entropy: 2.5,
	help: "Change the value where it is used, and keep it out of the repository: sealed or external secrets hold only what is encrypted or a reference.",
	accept: isSecretData,
	nativeOnly: true
};
function isSecretData({ secret: e, match: t, text: n, start: r, decoded: i }) {
	if (i || e.length % 4 !== 0 || PUBLIC_ENTRY.test(t) || !inSecret(n, r)) return false;
	if (!isBase64OfText(e)) return Buffer.from(e, "base64").length >= MIN_BINARY && looksRandom(e);
	const a = /[\w.-]+/.exec(t)?.[0] ?? "";
	return !isSecretName(a) && looksRandom(Buffer.from(e, "base64").toString("latin1").trim());
}
function inSecret(e, t) {
	const n = e.slice(Math.max(0, t - AROUND), t);
	const r = e.slice(t, t + AROUND);
	const i = r.indexOf("\n---");
	const a = n.slice(n.lastIndexOf("\n---") + 1) + r.slice(0, i < 0 ? void 0 : i);
	return /^[ \t{]*["']?kind["']?[ \t]*:[ \t]*["']?Secret\b/m.test(a);
}
const CLOUD = [
	{
		id: "aws-access-token",
		formerId: "aws-access-key-id",
		title: "AWS access key id",
		regex: token("(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}"),
		keywords: [
			"akia",
			"asia",
			"abia",
			"acca"
		],
		severity: "high",
		entropy: 3,
		help: "Deactivate and delete the key in IAM, then look at CloudTrail for its use. The id alone is no password: look for the secret key near it.",
		allow: { stopwords: ["example"] }
	},
	{
		id: "aws-secret-access-key",
		title: "AWS secret access key",
		regex: assigned("aws[\\w.-]{0,20}?(?:secret|private)", "[0-9A-Za-z/+]{40}"),
		keywords: ["aws"],
		severity: "critical",
		entropy: 3.5,
		help: "Deactivate and delete the key in IAM, then look at CloudTrail for its use.",
		allow: { stopwords: ["example"] }
	},
	{
		id: "gcp-api-key",
		formerId: "google-api-key",
		title: "Google API key",
		regex: token("AIza[0-9A-Za-z_-]{35}"),
		keywords: ["aiza"],
		severity: "high",
		entropy: 3,
		help: "Delete or restrict it at https://console.cloud.google.com/apis/credentials."
	},
	{
		id: "google-oauth-client-secret",
		title: "Google OAuth client secret",
		regex: token("GOCSPX-[0-9A-Za-z_-]{28}"),
		keywords: ["gocspx-"],
		severity: "high",
		help: "Reset the secret at https://console.cloud.google.com/apis/credentials."
	},
	{
		id: "google-oauth-access-token",
		title: "Google OAuth access token",
		regex: token("ya29\\.[0-9A-Za-z_-]{60,400}"),
		keywords: ["ya29."],
		severity: "medium",
		help: "It lives an hour at most; revoke its grant at https://myaccount.google.com/permissions."
	},
	{
		id: "gcp-service-account-key",
		title: "Google Cloud service account key",
		regex: "\"private_key_id\"[ \\t\\r\\n]{0,8}:[ \\t\\r\\n]{0,8}\"([0-9a-f]{40})\"",
		keywords: ["private_key_id"],
		severity: "critical",
		help: "Delete the key with `gcloud iam service-accounts keys delete`, then look at the audit log for its use."
	},
	{
		id: "azure-storage-key",
		title: "Azure storage account key",
		regex: "(?i:AccountKey|account_key|storage_key)[\"' \\t]{0,4}[=:][\"' \\t]{0,4}([0-9A-Za-z/+]{86}==)",
		keywords: [
			"accountkey",
			"account_key",
			"storage_key"
		],
		severity: "critical",
		help: "Rotate the key in the storage account under Access keys.",
		allow: { stopwords: ["eby8vdm02xnocqfl"] }
	},
	{
		id: "azure-sas-token",
		title: "Azure shared access signature",
		regex: "(?i)[?&;]sig=([0-9a-z%/+]{43,60}(?:%3d|=))",
		keywords: ["sig="],
		severity: "high",
		entropy: 3.5,
		help: "Rotate the key that signed it, or remove the stored access policy that it names."
	},
	{
		id: "azure-ad-client-secret",
		title: "Microsoft Entra client secret",
		regex: "(?:^|[^0-9A-Za-z_~.-])([0-9A-Za-z_~.-]{3}\\dQ~[0-9A-Za-z_~.-]{31,34})(?:[^0-9A-Za-z_~.-]|$)",
		keywords: ["q~"],
		severity: "critical",
		entropy: 3.5,
		help: "Remove it in the app registration under Certificates & secrets."
	},
	{
		id: "azure-devops-token",
		title: "Azure DevOps personal access token",
		regex: token("[0-9A-Za-z]{76}AZDO[0-9A-Za-z]{4}"),
		keywords: ["azdo"],
		severity: "critical",
		help: "Revoke it in Azure DevOps under User settings, Personal access tokens."
	},
	{
		id: "digitalocean-access-token",
		formerId: "digitalocean-token",
		title: "DigitalOcean OAuth access token",
		regex: token("doo_v1_[0-9a-f]{64}"),
		keywords: ["doo_v1_"],
		severity: "critical",
		help: "Delete it at https://cloud.digitalocean.com/account/api/tokens."
	},
	{
		id: "digitalocean-pat",
		formerId: "digitalocean-token",
		title: "DigitalOcean personal access token",
		regex: token("dop_v1_[0-9a-f]{64}"),
		keywords: ["dop_v1_"],
		severity: "critical",
		help: "Delete it at https://cloud.digitalocean.com/account/api/tokens."
	},
	{
		id: "digitalocean-refresh-token",
		formerId: "digitalocean-token",
		title: "DigitalOcean OAuth refresh token",
		regex: token("dor_v1_[0-9a-f]{64}"),
		keywords: ["dor_v1_"],
		severity: "critical",
		help: "Delete it at https://cloud.digitalocean.com/account/api/tokens."
	},
	{
		id: "heroku-api-key",
		title: "Heroku API key",
		regex: assigned("heroku", "[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}"),
		keywords: ["heroku"],
		severity: "high",
		help: "Regenerate it at https://dashboard.heroku.com/account."
	},
	{
		id: "heroku-api-key-v2",
		formerId: "heroku-api-key",
		title: "Heroku API key of the newer form",
		regex: token("HRKU-AA[0-9A-Za-z_-]{58}"),
		keywords: ["hrku-"],
		severity: "high",
		help: "Regenerate it at https://dashboard.heroku.com/account."
	},
	{
		id: "cloudflare-api-key",
		formerId: "cloudflare-api-token",
		title: "Cloudflare API token",
		regex: assigned("cloudflare|\\bcf_api", "[0-9A-Za-z_-]{40}"),
		keywords: ["cloudflare", "cf_api"],
		severity: "high",
		entropy: 3.3,
		help: "Roll it at https://dash.cloudflare.com/profile/api-tokens."
	},
	{
		id: "cloudflare-global-api-key",
		formerId: "cloudflare-api-token",
		title: "Cloudflare global API key",
		regex: assigned("cloudflare|\\bcf_api", "[0-9a-f]{37}"),
		keywords: ["cloudflare", "cf_api"],
		severity: "high",
		entropy: 3.3,
		help: "Roll it at https://dash.cloudflare.com/profile/api-tokens."
	},
	{
		id: "cloudflare-origin-ca-key",
		title: "Cloudflare origin CA key",
		regex: token("v1\\.0-[0-9a-f]{24}-[0-9a-f]{146}"),
		keywords: ["v1.0-"],
		severity: "high",
		help: "Change it at https://dash.cloudflare.com/profile/api-tokens."
	},
	{
		id: "fastly-api-token",
		title: "Fastly API token",
		regex: assigned("fastly", "[0-9A-Za-z_-]{32}"),
		keywords: ["fastly"],
		severity: "high",
		entropy: 3.3,
		help: "Delete it at https://manage.fastly.com/account/personal/tokens."
	},
	{
		id: "netlify-access-token",
		title: "Netlify personal access token",
		regex: token("nf[pco]_[0-9A-Za-z]{36}"),
		keywords: [
			"nfp_",
			"nfc_",
			"nfo_"
		],
		severity: "high",
		help: "Revoke it at https://app.netlify.com/user/applications."
	},
	{
		id: "alibaba-access-key-id",
		title: "Alibaba Cloud access key id",
		regex: token("LTAI[0-9A-Za-z]{12,20}"),
		keywords: ["ltai"],
		severity: "high",
		entropy: 3,
		help: "Disable and delete the key at https://ram.console.aliyun.com."
	}
];
const KEY_KINDS = [
	"access",
	"account",
	"api",
	"app",
	"application",
	"auth",
	"client",
	"cookie",
	"encryption",
	"hmac",
	"jwt",
	"license",
	"master",
	"private",
	"service",
	"session",
	"shared",
	"signing",
	"storage",
	"webhook"
];
const SEPARATOR = "(?:[ \\t]{0,20}(?:=>|[:?]?=|:-?|,|\\|\\||\\?\\?)[ \\t]{0,20}|[ \\t]{1,20})";
const QUOTE = "\\\\?[\"'`]";
const QUOTED = `${QUOTE}([!#-&(-\\[\\]-_a-~]{10,256})${QUOTE}`;
const BARE = "([0-9A-Za-z_/+=.~!@#$^%*?:-]{10,256})(?:[\\s;,&}\"'`<|)]|\\\\[nrt]|$)";
const ASSIGNED_SECRET = {
	id: "generic-api-key",
	formerId: "generic-secret",
	title: "Generic secret: a random value of a key, token or password",
	regex: `[\\t -~]{0,40}?(?i:token|secret|pass(?:w(?:or)?d|phrase|code)?|pwd|cred(?:ential)?s?|(?:${KEY_KINDS.join("|")})[_.-]?key)[\\w.-]{0,32}(?:${QUOTE}\\]?)?${SEPARATOR}(?:${QUOTED}|${BARE})`,
	keywords: [
		"token",
		"secret",
		"pass",
		"pwd",
		"cred",
		...KEY_KINDS.flatMap((e) => [
			"",
			"_",
			".",
			"-"
		].map((t) => `${e}${t}key`))
	],
	severity: "medium",
	entropy: 2.7,
	help: "If it is a real secret, revoke it where it belongs; if not, mark the line with `gitleaks:allow` before it is committed, or add an allowlist.",
	accept: isAssignedSecret,
	allow: {
		stopwords: PLACEHOLDERS,
		regexes: [
			"^[A-Za-z]+(?:[._-][A-Za-z]+)*$",
			"^(?:/[\\w.-]+)+$",
			"^sha(?:1|256|384|512)-"
		],
		paths: ["(?:^|/)(?:package-lock\\.json|npm-shrinkwrap\\.json|pnpm-lock\\.yaml|yarn\\.lock|composer\\.lock|Cargo\\.lock|poetry\\.lock|uv\\.lock|Pipfile\\.lock|Gemfile\\.lock|go\\.sum|deno\\.lock|bun\\.lock)$"]
	}
};
const CODE = /\.(?:astro|bas|c|cc|clj|cljs|coffee|cpp|cs|css|cxx|dart|elm|erl|ex|exs|fs|go|gradle|groovy|h|hpp|hs|html?|java|jl|js|jsx|kt|kts|less|lua|m|map|mjs|cjs|mm|mts|cts|php|pl|pm|py|pyi|r|rb|rs|scala|scss|sol|sql|svelte|svg|swift|ts|tsx|vb|vue|zig)$/i;
const NAME = /([\w.-]+)(?:\\?["'`]\]?)?(?:[ \t]{0,20}(=>|[:?]?=|:-?|,|\|\||\?\?)[ \t]{0,20}|[ \t]{1,20})(?:\\?["'`])?$/;
const PAGE = /\.(?:adoc|asciidoc|markdown|md|mdx|rst)(?:\.txt)?$/i;
const PAGE_ENTROPY = 3.7;
const MIN_KEY = 16;
function isAssignedSecret({ secret: e, match: t, path: n }) {
	const r = t.lastIndexOf(e);
	const i = t.slice(0, r);
	const a = t.slice(r + e.length);
	const o = NAME.exec(i);
	const s = o?.[1] ?? "";
	if (!isSecretName(s)) return false;
	const c = o?.[2] ?? "";
	const l = /["'`]$/.test(i) && /^\\?["'`]/.test(a);
	const u = CODE.test(n);
	const d = i.slice(0, o?.index);
	if (!l && !isValueBare(d, s, c, a, u)) return false;
	if (e.length < MIN_KEY && !(isPasswordName(s) && (!u || !l))) return false;
	return looksRandom(e) && !(PAGE.test(n) && entropy(e) <= PAGE_ENTROPY);
}
function isValueBare(e, t, n, r, i) {
	if (n === "," || n === "||" || n === "??") return false;
	if (n === "") return /^--?\w/.test(t) || /\bENV[ \t]+$/i.test(e) || /\blogin[ \t]+\S+[ \t]+$/.test(e);
	if (!i) return true;
	return /\$\{$/.test(e) && r.startsWith("}") || n === "=" && (/[;"'`?&][ \t]?$/.test(e) || t.startsWith("--"));
}
const GENERIC = [
	{
		id: "private-key",
		title: "Private key",
		regex: "(-----BEGIN[ A-Z0-9]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:[^-]|-[^-]){64,}-----END)",
		keywords: ["private key"],
		severity: "critical",
		help: "Make a new key pair, replace the public key everywhere, and revoke certificates made for the old one."
	},
	{
		id: "age-secret-key",
		title: "age secret key",
		regex: "\\b(AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58})\\b",
		keywords: ["age-secret-key-1"],
		severity: "critical",
		help: "Make a new key with `age-keygen` and encrypt everything again that the old one could open."
	},
	{
		id: "jwt",
		formerId: "json-web-token",
		title: "JSON web token",
		regex: "\\b(eyJ[0-9A-Za-z_-]{14,}\\.eyJ[0-9A-Za-z_-]{14,}\\.[0-9A-Za-z_-]{20,})(?:[^0-9A-Za-z_.-]|$)",
		keywords: ["eyj"],
		severity: "medium",
		entropy: 3.5,
		help: "End the session that it belongs to, or rotate the key that signed it when it does not expire."
	},
	{
		id: "basic-auth-url",
		title: "Password in a URL",
		regex: "://[^\\s:/@\"'`<>{}$%()\\[\\]]{1,80}:([^\\s:/@\"'`<>{}$()\\[\\]*]{6,128})@[0-9A-Za-z.-]{2,253}",
		keywords: ["://"],
		severity: "medium",
		entropy: 2.8,
		help: "Change the password, and pass it outside of the URL.",
		allow: {
			stopwords: [
				...PLACEHOLDERS,
				"password",
				"passwd",
				"secret",
				"pass"
			],
			regexes: ["^[A-Z_]+$"],
			matches: ["(?i)@(?:[a-z0-9.-]+\\.)?(?:example\\.(?:com|net|org)|example|test|invalid|localhost)$", "@127(?:\\.\\d{1,3}){3}$"]
		}
	},
	{
		id: "authorization-header",
		gitleaksIds: ["curl-auth-header"],
		title: "Credentials in an authorization header",
		regex: "(?i:\\bauthorization[\"']?[ \\t]{0,4}[:=,][ \\t]{0,4}[\"'`]?(?:basic|bearer|token)[ \\t]{1,4})([0-9A-Za-z+/_.=-]{20,})",
		keywords: ["authorization"],
		severity: "medium",
		entropy: 3.7,
		help: "Revoke the credentials at the service that the request goes to.",
		allow: { stopwords: PLACEHOLDERS }
	},
	ASSIGNED_SECRET
];
const INFRASTRUCTURE = [
	{
		id: "vault-batch-token",
		formerId: "vault-token",
		title: "HashiCorp Vault batch token",
		regex: token("hvb\\.[0-9A-Za-z_-]{90,300}"),
		keywords: ["hvb."],
		severity: "critical",
		help: "Revoke it with `vault token revoke`, then look at the audit log for its use."
	},
	{
		id: "vault-service-token",
		formerId: "vault-token",
		title: "HashiCorp Vault service or recovery token",
		regex: token("hv[rs]\\.[0-9A-Za-z_-]{90,300}"),
		keywords: ["hvr.", "hvs."],
		severity: "critical",
		help: "Revoke it with `vault token revoke`, then look at the audit log for its use."
	},
	{
		id: "hashicorp-tf-api-token",
		formerId: "terraform-cloud-token",
		title: "HCP Terraform token",
		regex: token("[0-9A-Za-z]{14}\\.atlasv1\\.[0-9A-Za-z_=-]{60,70}"),
		keywords: [".atlasv1."],
		severity: "critical",
		help: "Delete it at https://app.terraform.io/app/settings/tokens."
	},
	{
		id: "doppler-api-token",
		formerId: "doppler-token",
		title: "Doppler token",
		regex: token("dp\\.(?:pt|ct|sa|scim|audit|st(?:\\.[0-9a-z_-]{2,35})?)\\.[0-9A-Za-z]{40,44}"),
		keywords: [
			"dp.pt.",
			"dp.ct.",
			"dp.sa.",
			"dp.scim.",
			"dp.audit.",
			"dp.st."
		],
		severity: "critical",
		help: "Revoke it in the Doppler dashboard under Tokens."
	},
	{
		id: "pulumi-api-token",
		formerId: "pulumi-access-token",
		title: "Pulumi access token",
		regex: token("pul-[0-9a-f]{40}"),
		keywords: ["pul-"],
		severity: "critical",
		help: "Delete it at https://app.pulumi.com/account/tokens."
	},
	{
		id: "okta-access-token",
		formerId: "okta-api-token",
		title: "Okta API token",
		regex: assigned("okta", "00[0-9A-Za-z_-]{40}"),
		keywords: ["okta"],
		severity: "critical",
		entropy: 3.3,
		help: "Revoke it in the Okta admin console under Security, API, Tokens."
	},
	{
		id: "databricks-api-token",
		formerId: "databricks-token",
		title: "Databricks personal access token",
		regex: token("dapi[0-9a-f]{32}(?:-\\d)?"),
		keywords: ["dapi"],
		severity: "critical",
		entropy: 3,
		help: "Revoke it in Databricks under Settings, Developer, Access tokens."
	},
	{
		id: "planetscale-api-token",
		formerId: "planetscale-token",
		title: "PlanetScale API token",
		regex: token("pscale_tkn_[0-9A-Za-z_.=-]{32,64}"),
		keywords: ["pscale_tkn_"],
		severity: "critical",
		help: "Delete it in PlanetScale under Settings, Service tokens or Passwords."
	},
	{
		id: "planetscale-oauth-token",
		formerId: "planetscale-token",
		title: "PlanetScale OAuth token",
		regex: token("pscale_oauth_[0-9A-Za-z_.=-]{32,64}"),
		keywords: ["pscale_oauth_"],
		severity: "critical",
		help: "Delete it in PlanetScale under Settings, Service tokens or Passwords."
	},
	{
		id: "planetscale-password",
		formerId: "planetscale-token",
		title: "PlanetScale password",
		regex: token("pscale_pw_[0-9A-Za-z_.=-]{32,64}"),
		keywords: ["pscale_pw_"],
		severity: "critical",
		help: "Delete it in PlanetScale under Settings, Service tokens or Passwords."
	},
	{
		id: "supabase-token",
		title: "Supabase access token or secret key",
		regex: token("sbp_[0-9a-f]{40}|sb_secret_[0-9A-Za-z_-]{22}_[0-9A-Za-z_-]{8}"),
		keywords: ["sbp_", "sb_secret_"],
		severity: "critical",
		help: "Revoke it at https://supabase.com/dashboard/account/tokens."
	},
	{
		id: "tailscale-key",
		title: "Tailscale key",
		regex: token("tskey-(?:api|auth|client|scim|webhook)-[0-9A-Za-z]{9,24}-[0-9A-Za-z]{20,40}"),
		keywords: ["tskey-"],
		severity: "critical",
		help: "Revoke it at https://login.tailscale.com/admin/settings/keys."
	},
	{
		id: "buildkite-token",
		title: "Buildkite API or agent token",
		regex: token("bk(?:ua|ct)_[0-9A-Za-z]{40,64}"),
		keywords: ["bkua_", "bkct_"],
		severity: "high",
		help: "Revoke it at https://buildkite.com/user/api-access-tokens."
	},
	{
		id: "circleci-token",
		title: "CircleCI personal or project token",
		regex: token("CCI(?:PAT|PRJ)_[0-9A-Za-z]{21,24}_[0-9a-f]{40}"),
		keywords: ["ccipat_", "cciprj_"],
		severity: "high",
		help: "Delete it at https://app.circleci.com/settings/user/tokens."
	},
	{
		id: "flyio-access-token",
		formerId: "flyio-token",
		title: "Fly.io access token",
		regex: "\\b((?:FlyV1 )?fm[12][ar]?_[0-9A-Za-z+/]{100,600}={0,3})(?:[^0-9A-Za-z+/=]|$)",
		keywords: [
			"fm1_",
			"fm2_",
			"fm1r_",
			"fm2r_",
			"fm1a_",
			"fm2a_"
		],
		severity: "high",
		help: "Revoke it with `fly tokens revoke`."
	}
];
const SLACK = "Revoke it with the method `auth.revoke` or in the app's settings at https://api.slack.com/apps.";
const isNoConfigurationToken = ({ text: e, start: t }) => e.slice(Math.max(0, t - 5), t) !== "xoxe.";
const MESSAGING = [
	{
		id: "slack-bot-token",
		formerId: "slack-token",
		gitleaksIds: ["slack-legacy-bot-token"],
		title: "Slack bot token",
		regex: token("xoxb-[0-9A-Za-z-]{20,250}"),
		accept: isNoConfigurationToken,
		keywords: ["xoxb-"],
		severity: "high",
		entropy: 2.5,
		help: SLACK
	},
	{
		id: "slack-config-access-token",
		formerId: "slack-token",
		title: "Slack configuration access token",
		regex: token("xoxe\\.xox[bp]-[0-9A-Za-z-]{20,250}"),
		keywords: ["xoxe.xox"],
		severity: "high",
		entropy: 2.5,
		help: SLACK
	},
	{
		id: "slack-config-refresh-token",
		formerId: "slack-token",
		gitleaksIds: ["slack-user-token"],
		title: "Slack configuration refresh token",
		regex: token("xoxe-[0-9A-Za-z-]{20,250}"),
		keywords: ["xoxe-"],
		severity: "high",
		entropy: 2.5,
		help: SLACK
	},
	{
		id: "slack-legacy-token",
		formerId: "slack-token",
		title: "Slack legacy token",
		regex: token("xox[os]-[0-9A-Za-z-]{20,250}"),
		keywords: ["xoxo-", "xoxs-"],
		severity: "high",
		entropy: 2.5,
		help: SLACK
	},
	{
		id: "slack-legacy-workspace-token",
		formerId: "slack-token",
		title: "Slack legacy workspace token",
		regex: token("xox[ar]-[0-9A-Za-z-]{20,250}"),
		keywords: ["xoxa-", "xoxr-"],
		severity: "high",
		entropy: 2.5,
		help: SLACK
	},
	{
		id: "slack-user-token",
		formerId: "slack-token",
		title: "Slack user token",
		regex: token("xoxp-[0-9A-Za-z-]{20,250}"),
		accept: isNoConfigurationToken,
		keywords: ["xoxp-"],
		severity: "high",
		entropy: 2.5,
		help: SLACK
	},
	{
		id: "slack-app-token",
		title: "Slack app-level token",
		regex: token("xapp-\\d-[A-Z0-9]{8,14}-\\d{9,15}-[0-9a-f]{64}"),
		keywords: ["xapp-"],
		severity: "high",
		help: SLACK
	},
	{
		id: "slack-webhook-url",
		formerId: "slack-webhook",
		title: "Slack webhook URL",
		regex: "(https://hooks\\.slack(?:-gov)?\\.com/(?:services|workflows|triggers)/[0-9A-Za-z+/]{30,80})",
		keywords: ["hooks.slack"],
		severity: "medium",
		entropy: 3.5,
		help: "Remove the webhook in the app's settings at https://api.slack.com/apps."
	},
	{
		id: "discord-bot-token",
		title: "Discord bot token",
		regex: assigned("discord|bot[_.-]?token", "[MNO][0-9A-Za-z_-]{23,27}\\.[0-9A-Za-z_-]{6}\\.[0-9A-Za-z_-]{27,38}"),
		keywords: ["discord", "bot"],
		severity: "high",
		entropy: 4,
		help: "Reset it at https://discord.com/developers/applications."
	},
	{
		id: "discord-webhook",
		title: "Discord webhook URL",
		regex: "(https://(?:canary\\.|ptb\\.)?discord(?:app)?\\.com/api/webhooks/\\d{17,20}/[0-9A-Za-z_-]{60,80})",
		keywords: ["/api/webhooks/"],
		severity: "medium",
		help: "Delete the webhook in the channel's settings under Integrations."
	},
	{
		id: "telegram-bot-api-token",
		formerId: "telegram-bot-token",
		title: "Telegram bot token",
		regex: "(?:^|\\b|bot)(\\d{8,10}:AA[0-9A-Za-z_-]{32,33})(?:[^0-9A-Za-z_-]|$)",
		keywords: [":aa"],
		severity: "high",
		entropy: 3.5,
		help: "Revoke it with the command /revoke at @BotFather."
	},
	{
		id: "twilio-api-key",
		title: "Twilio API key",
		regex: token("SK[0-9a-f]{32}"),
		keywords: ["sk"],
		severity: "high",
		entropy: 3,
		help: "Delete it in the Twilio console under API keys & tokens."
	},
	{
		id: "sendgrid-api-token",
		formerId: "sendgrid-api-key",
		title: "SendGrid API key",
		regex: token("SG\\.[0-9A-Za-z_-]{22}\\.[0-9A-Za-z_-]{43}"),
		keywords: ["sg."],
		severity: "high",
		help: "Delete it at https://app.sendgrid.com/settings/api_keys."
	},
	{
		id: "mailgun-private-api-token",
		formerId: "mailgun-api-key",
		title: "Mailgun private API key",
		regex: token("key-[0-9a-f]{32}"),
		keywords: ["key-"],
		severity: "high",
		entropy: 3,
		help: "Reset it in Mailgun under Settings, API keys."
	},
	{
		id: "mailgun-signing-key",
		formerId: "mailgun-api-key",
		title: "Mailgun API key or webhook signing key",
		regex: "(?i:mailgun)[\\t -~]{0,80}?\\b([0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8})(?:[^0-9A-Za-z_-]|$)",
		keywords: ["mailgun"],
		severity: "high",
		entropy: 3,
		help: "Reset it in Mailgun under Settings, API keys."
	},
	{
		id: "mailchimp-api-key",
		title: "Mailchimp API key",
		regex: token("[0-9a-f]{32}-us\\d{1,2}"),
		keywords: Array.from({ length: 10 }, (e, t) => `-us${t}`),
		severity: "high",
		entropy: 3,
		help: "Revoke it in Mailchimp under Account, Extras, API keys."
	},
	{
		id: "resend-api-key",
		title: "Resend API key",
		regex: token("re_[0-9A-Za-z]{8}_[0-9A-Za-z]{24}"),
		keywords: ["re_"],
		severity: "high",
		help: "Delete it at https://resend.com/api-keys."
	}
];
const MODELS = [
	{
		id: "openai-api-key",
		title: "OpenAI API key",
		regex: token("sk-(?:(?:proj|svcacct|admin|None)-[0-9A-Za-z_-]{20,80}|[0-9A-Za-z]{20})T3BlbkFJ[0-9A-Za-z_-]{20,80}"),
		keywords: ["t3blbkfj"],
		severity: "critical",
		help: "Revoke it at https://platform.openai.com/api-keys."
	},
	{
		id: "anthropic-admin-api-key",
		formerId: "anthropic-api-key",
		title: "Anthropic admin API key",
		regex: token("sk-ant-admin\\d{2}-[0-9A-Za-z_-]{93}AA"),
		keywords: ["sk-ant-admin"],
		severity: "critical",
		help: "Delete it at https://console.anthropic.com/settings/keys."
	},
	{
		id: "anthropic-api-key",
		title: "Anthropic API key",
		regex: token("sk-ant-api\\d{2}-[0-9A-Za-z_-]{93}AA"),
		keywords: ["sk-ant-api"],
		severity: "critical",
		help: "Delete it at https://console.anthropic.com/settings/keys."
	},
	{
		id: "replicate-api-token",
		title: "Replicate API token",
		regex: token("r8_[0-9A-Za-z]{37}"),
		keywords: ["r8_"],
		severity: "high",
		help: "Disable it at https://replicate.com/account/api-tokens."
	},
	{
		id: "groq-api-key",
		title: "Groq API key",
		regex: token("gsk_[0-9A-Za-z]{52}"),
		keywords: ["gsk_"],
		severity: "high",
		help: "Delete it at https://console.groq.com/keys."
	},
	{
		id: "perplexity-api-key",
		title: "Perplexity API key",
		regex: token("pplx-[0-9A-Za-z]{48}"),
		keywords: ["pplx-"],
		severity: "high",
		help: "Delete it at https://www.perplexity.ai/settings/api."
	},
	{
		id: "langsmith-api-key",
		title: "LangSmith API key",
		regex: token("lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}"),
		keywords: ["lsv2_"],
		severity: "high",
		help: "Delete it at https://smith.langchain.com/settings."
	}
];
const MONITORING = [
	{
		id: "grafana-service-account-token",
		title: "Grafana service account token",
		regex: token("glsa_[0-9A-Za-z]{32}_[0-9a-fA-F]{8}"),
		keywords: ["glsa_"],
		severity: "high",
		help: "Delete it in Grafana under Administration, Service accounts."
	},
	{
		id: "grafana-cloud-api-token",
		formerId: "grafana-cloud-token",
		title: "Grafana Cloud access policy token",
		regex: token("glc_eyJ[0-9A-Za-z+/]{60,400}={0,2}"),
		keywords: ["glc_"],
		severity: "high",
		help: "Delete it in the Grafana Cloud portal under Access policies."
	},
	{
		id: "new-relic-insert-key",
		formerId: "new-relic-key",
		title: "New Relic insert or query key",
		regex: token("NRI[IQ]-[0-9A-Za-z_-]{27,32}"),
		keywords: ["nrii-", "nriq-"],
		severity: "high",
		entropy: 3,
		help: "Delete it at https://one.newrelic.com/api-keys."
	},
	{
		id: "new-relic-user-api-key",
		formerId: "new-relic-key",
		title: "New Relic user key",
		regex: token("NRAK-[0-9A-Za-z_-]{27,32}"),
		keywords: ["nrak-"],
		severity: "high",
		entropy: 3,
		help: "Delete it at https://one.newrelic.com/api-keys."
	},
	{
		id: "datadog-access-token",
		formerId: "datadog-key",
		title: "Datadog API or application key",
		regex: assigned("datadog|\\bdd_(?:api|app)", "[0-9a-f]{32}|[0-9a-f]{40}"),
		keywords: [
			"datadog",
			"dd_api",
			"dd_app"
		],
		severity: "high",
		entropy: 3,
		help: "Revoke it at https://app.datadoghq.com/organization-settings/api-keys."
	},
	{
		id: "sentry-org-token",
		formerId: "sentry-token",
		title: "Sentry organisation token",
		regex: token("sntrys_eyJ[0-9A-Za-z+/=]{80,300}_[0-9A-Za-z+/]{43}"),
		keywords: ["sntrys_"],
		severity: "high",
		help: "Revoke it in Sentry under Settings, Auth tokens."
	},
	{
		id: "sentry-user-token",
		formerId: "sentry-token",
		title: "Sentry user token",
		regex: token("sntryu_[0-9a-f]{64}"),
		keywords: ["sntryu_"],
		severity: "high",
		help: "Revoke it in Sentry under Settings, Auth tokens."
	},
	{
		id: "pagerduty-api-key",
		title: "PagerDuty API key",
		regex: assigned("pagerduty|pager_duty", "[urc]\\+[0-9A-Za-z_-]{18}|y_[0-9A-Za-z_-]{18}"),
		keywords: ["pagerduty", "pager_duty"],
		severity: "medium",
		help: "Delete it in PagerDuty under Integrations, API access keys."
	},
	{
		id: "sonar-api-token",
		formerId: "sonarqube-token",
		title: "SonarQube token",
		regex: token("sq[apu]_[0-9a-f]{40}"),
		keywords: [
			"sqa_",
			"sqp_",
			"squ_"
		],
		severity: "medium",
		help: "Revoke it in SonarQube under My account, Security."
	}
];
const PAYMENTS = [
	{
		id: "stripe-access-token",
		formerId: "stripe-secret-key",
		title: "Stripe secret or restricted key",
		regex: token("[rs]k_live_[0-9A-Za-z]{20,247}"),
		keywords: ["sk_live_", "rk_live_"],
		severity: "critical",
		help: "Roll it at https://dashboard.stripe.com/apikeys."
	},
	{
		id: "stripe-test-key",
		gitleaksIds: ["stripe-access-token"],
		title: "Stripe key of a test mode",
		regex: token("[rs]k_test_[0-9A-Za-z]{20,247}"),
		keywords: ["sk_test_", "rk_test_"],
		severity: "low",
		entropy: 3,
		help: "Roll it at https://dashboard.stripe.com/test/apikeys; it moves no money."
	},
	{
		id: "stripe-webhook-secret",
		title: "Stripe webhook signing secret",
		regex: token("whsec_[0-9A-Za-z]{32,64}"),
		keywords: ["whsec_"],
		severity: "high",
		entropy: 3,
		help: "Roll the endpoint's secret at https://dashboard.stripe.com/webhooks."
	},
	{
		id: "square-access-token",
		title: "Square access token or OAuth secret",
		regex: token("sq0(?:atp-[0-9A-Za-z_-]{22}|csp-[0-9A-Za-z_-]{43})|EAAA[0-9A-Za-z_-]{60}"),
		keywords: [
			"sq0atp-",
			"sq0csp-",
			"eaaa"
		],
		severity: "critical",
		entropy: 3.3,
		help: "Replace it at https://developer.squareup.com/apps."
	},
	{
		id: "shopify-access-token",
		formerId: "shopify-token",
		title: "Shopify access token",
		regex: token("shpat_[0-9a-fA-F]{32}"),
		keywords: ["shpat_"],
		severity: "critical",
		help: "Uninstall the custom app or rotate the secret in the Partner Dashboard."
	},
	{
		id: "shopify-custom-access-token",
		formerId: "shopify-token",
		title: "Shopify access token of a custom app",
		regex: token("shpca_[0-9a-fA-F]{32}"),
		keywords: ["shpca_"],
		severity: "critical",
		help: "Uninstall the custom app or rotate the secret in the Partner Dashboard."
	},
	{
		id: "shopify-private-app-access-token",
		formerId: "shopify-token",
		title: "Shopify access token of a private app",
		regex: token("shppa_[0-9a-fA-F]{32}"),
		keywords: ["shppa_"],
		severity: "critical",
		help: "Uninstall the custom app or rotate the secret in the Partner Dashboard."
	},
	{
		id: "shopify-shared-secret",
		formerId: "shopify-token",
		title: "Shopify shared secret",
		regex: token("shpss_[0-9a-fA-F]{32}"),
		keywords: ["shpss_"],
		severity: "critical",
		help: "Uninstall the custom app or rotate the secret in the Partner Dashboard."
	},
	{
		id: "paypal-braintree-token",
		title: "Braintree access token",
		regex: token("access_token\\$production\\$[0-9a-z]{16}\\$[0-9a-f]{32}"),
		keywords: ["access_token$production$"],
		severity: "critical",
		help: "Revoke it in the Braintree control panel."
	}
];
const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const CHECKSUM_LENGTH = 6;
function base62Crc32(e) {
	let t = crc32(e);
	let n = "";
	for (let e = 0; e < CHECKSUM_LENGTH; e++) {
		n = (BASE62[t % 62] ?? "") + n;
		t = Math.floor(t / 62);
	}
	return n;
}
function hasCrc32(e) {
	const t = e.slice(e.indexOf("_") + 1);
	const n = t.length - CHECKSUM_LENGTH;
	return base62Crc32(t.slice(0, n)) === t.slice(n);
}
const REGISTRIES = [
	{
		id: "npm-access-token",
		title: "npm access token",
		regex: token("npm_[0-9A-Za-z]{36}"),
		keywords: ["npm_"],
		severity: "critical",
		help: "Revoke it with `npm token revoke`, then look whether a version was published with it.",
		verify: hasCrc32
	},
	{
		id: "npm-legacy-auth-token",
		title: "npm registry token in an .npmrc",
		regex: ":_authToken[ \\t]{0,4}=[ \\t]{0,4}[\"']?([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9A-Za-z+/=_-]{40,200})(?:[\\s\"']|$)",
		keywords: [":_authtoken"],
		severity: "high",
		entropy: 3,
		help: "Revoke it with `npm token revoke` or at the registry that the line names.",
		allow: { regexes: ["^npm_[0-9A-Za-z]{36}$"] }
	},
	{
		id: "pypi-upload-token",
		title: "PyPI upload token",
		regex: token("pypi-Ag(?:EIcHlwaS5vcmc|ENdGVzdC5weXBpLm9yZw)[0-9A-Za-z_-]{50,1000}"),
		keywords: ["pypi-ag"],
		severity: "critical",
		help: "Remove it at https://pypi.org/manage/account/#api-tokens."
	},
	{
		id: "rubygems-api-token",
		formerId: "rubygems-api-key",
		title: "RubyGems API key",
		regex: token("rubygems_[0-9a-f]{48}"),
		keywords: ["rubygems_"],
		severity: "critical",
		help: "Delete it at https://rubygems.org/profile/api_keys."
	},
	{
		id: "crates-io-token",
		title: "crates.io API token",
		regex: token("cio[0-9A-Za-z]{32}"),
		keywords: ["cio"],
		severity: "critical",
		entropy: 3.7,
		help: "Revoke it at https://crates.io/settings/tokens."
	},
	{
		id: "docker-hub-token",
		title: "Docker Hub access token",
		regex: token("dckr_(?:pat_[0-9A-Za-z_-]{27}|oat_[0-9A-Za-z_-]{32})"),
		keywords: ["dckr_pat_", "dckr_oat_"],
		severity: "critical",
		help: "Delete it at https://app.docker.com/settings/personal-access-tokens."
	},
	{
		id: "nuget-api-key",
		title: "NuGet API key",
		regex: token("oy2[a-z0-9]{43}"),
		keywords: ["oy2"],
		severity: "critical",
		entropy: 3.5,
		help: "Delete it at https://www.nuget.org/account/apikeys."
	},
	{
		id: "artifactory-api-key",
		title: "JFrog Artifactory API key",
		regex: token("AKCp[0-9A-Za-z]{69}"),
		keywords: ["akcp"],
		severity: "high",
		help: "Revoke it in the JFrog platform under Administration, Access tokens."
	},
	{
		id: "artifactory-reference-token",
		formerId: "artifactory-api-key",
		title: "JFrog Artifactory reference token",
		regex: token("cmVmdGtu[0-9A-Za-z]{56}"),
		keywords: ["cmvmdgtu"],
		severity: "high",
		help: "Revoke it in the JFrog platform under Administration, Access tokens."
	},
	{
		id: "huggingface-access-token",
		formerId: "hugging-face-token",
		title: "Hugging Face user access token",
		regex: token("hf_[A-Za-z]{34}"),
		keywords: ["hf_"],
		severity: "high",
		entropy: 3.5,
		help: "Invalidate it at https://huggingface.co/settings/tokens."
	},
	{
		id: "huggingface-organization-api-token",
		formerId: "hugging-face-token",
		title: "Hugging Face organisation API token",
		regex: token("api_org_[A-Za-z]{34}"),
		keywords: ["api_org_"],
		severity: "high",
		entropy: 3.5,
		help: "Invalidate it at https://huggingface.co/settings/tokens."
	}
];
const GITHUB = "Revoke it at https://github.com/settings/tokens (a GitHub App's at its settings page), then look at the security log for its use.";
const GITLAB = "Revoke it in GitLab under Access tokens of the user, group or project, then look at the audit events.";
const ATLASSIAN = "Revoke it at https://id.atlassian.com/manage-profile/security/api-tokens.";
const verifyGithub = (e) => e.length !== 40 || hasCrc32(e);
const SOURCE_HOSTING = [
	{
		id: "github-pat",
		formerId: "github-personal-access-token",
		title: "GitHub personal access token",
		regex: token("ghp_[0-9A-Za-z]{36,251}"),
		keywords: ["ghp_"],
		severity: "critical",
		help: GITHUB,
		verify: verifyGithub
	},
	{
		id: "github-oauth",
		formerId: "github-oauth-token",
		title: "GitHub OAuth access token",
		regex: token("gho_[0-9A-Za-z]{36,251}"),
		keywords: ["gho_"],
		severity: "critical",
		help: GITHUB,
		verify: verifyGithub
	},
	{
		id: "github-app-token",
		title: "GitHub App user or installation token",
		regex: token("gh[us]_[0-9A-Za-z]{36,251}"),
		keywords: ["ghu_", "ghs_"],
		severity: "high",
		help: GITHUB,
		verify: verifyGithub
	},
	{
		id: "github-refresh-token",
		title: "GitHub refresh token",
		regex: token("ghr_[0-9A-Za-z]{36,251}"),
		keywords: ["ghr_"],
		severity: "critical",
		help: GITHUB,
		verify: verifyGithub
	},
	{
		id: "github-fine-grained-pat",
		formerId: "github-fine-grained-token",
		title: "GitHub fine-grained personal access token",
		regex: token("github_pat_[0-9A-Za-z]{22}_[0-9A-Za-z]{59}"),
		keywords: ["github_pat_"],
		severity: "critical",
		help: GITHUB
	},
	{
		id: "gitlab-pat",
		formerId: "gitlab-personal-access-token",
		gitleaksIds: ["gitlab-pat-routable"],
		title: "GitLab personal, group or project access token",
		regex: token("glpat-[0-9A-Za-z_-]{20,300}(?:\\.[0-9a-z]{2}\\.?[0-9a-z]{7,9})?"),
		keywords: ["glpat-"],
		severity: "critical",
		help: GITLAB
	},
	{
		id: "gitlab-deploy-token",
		title: "GitLab deploy token",
		regex: token("gldt-[0-9A-Za-z_-]{20,128}"),
		keywords: ["gldt-"],
		severity: "high",
		help: GITLAB
	},
	{
		id: "gitlab-feature-flag-client-token",
		formerId: "gitlab-deploy-token",
		title: "GitLab feature flag client token",
		regex: token("glffct-[0-9A-Za-z_-]{20,128}"),
		keywords: ["glffct-"],
		severity: "high",
		help: GITLAB
	},
	{
		id: "gitlab-feed-token",
		formerId: "gitlab-deploy-token",
		title: "GitLab feed token",
		regex: token("glft-[0-9A-Za-z_-]{20,128}"),
		keywords: ["glft-"],
		severity: "high",
		help: GITLAB
	},
	{
		id: "gitlab-incoming-mail-token",
		formerId: "gitlab-deploy-token",
		title: "GitLab incoming mail token",
		regex: token("glimt-[0-9A-Za-z_-]{20,128}"),
		keywords: ["glimt-"],
		severity: "high",
		help: GITLAB
	},
	{
		id: "gitlab-kubernetes-agent-token",
		formerId: "gitlab-deploy-token",
		title: "GitLab agent token",
		regex: token("glagent-[0-9A-Za-z_-]{20,128}"),
		keywords: ["glagent-"],
		severity: "high",
		help: GITLAB
	},
	{
		id: "gitlab-oauth-app-secret",
		formerId: "gitlab-deploy-token",
		title: "GitLab OAuth application secret",
		regex: token("gloas-[0-9A-Za-z_-]{20,128}"),
		keywords: ["gloas-"],
		severity: "high",
		help: GITLAB
	},
	{
		id: "gitlab-scim-token",
		formerId: "gitlab-deploy-token",
		title: "GitLab SCIM token",
		regex: token("glsoat-[0-9A-Za-z_-]{20,128}"),
		keywords: ["glsoat-"],
		severity: "high",
		help: GITLAB
	},
	{
		id: "gitlab-ptt",
		formerId: "gitlab-pipeline-trigger-token",
		title: "GitLab pipeline trigger token",
		regex: token("glptt-[0-9a-f]{40}"),
		keywords: ["glptt-"],
		severity: "high",
		help: GITLAB
	},
	{
		id: "gitlab-runner-authentication-token",
		formerId: "gitlab-runner-token",
		gitleaksIds: ["gitlab-runner-authentication-token-routable"],
		title: "GitLab runner authentication token",
		regex: token("glrt-(?:t\\d_)?[0-9A-Za-z_-]{20,64}"),
		keywords: ["glrt-"],
		severity: "high",
		help: "Reset it in GitLab under CI/CD settings, Runners."
	},
	{
		id: "gitlab-cicd-job-token",
		formerId: "gitlab-runner-token",
		title: "GitLab CI job token",
		regex: token("glcbt-(?:[0-9a-f]{1,5}_)?[0-9A-Za-z_-]{20,64}"),
		keywords: ["glcbt-"],
		severity: "high",
		help: "Reset it in GitLab under CI/CD settings, Runners."
	},
	{
		id: "bitbucket-app-password",
		title: "Bitbucket app password",
		regex: token("ATBB[0-9A-Za-z]{32}"),
		keywords: ["atbb"],
		severity: "high",
		help: "Revoke it at https://bitbucket.org/account/settings/app-passwords/."
	},
	{
		id: "atlassian-api-token",
		title: "Atlassian API token",
		regex: token("AT[AC]TT3[0-9A-Za-z_=-]{150,250}"),
		keywords: ["atatt3", "atctt3"],
		severity: "critical",
		help: ATLASSIAN
	},
	{
		id: "sourcegraph-access-token",
		title: "Sourcegraph access token",
		regex: token("sgp_(?:[0-9a-f]{16}_|local_)?[0-9a-f]{40}"),
		keywords: ["sgp_"],
		severity: "high",
		help: "Revoke it in Sourcegraph under Settings, Access tokens."
	}
];
const WORKPLACE = [
	{
		id: "linear-api-key",
		title: "Linear API key or OAuth secret",
		regex: token("lin_(?:api_[0-9A-Za-z]{40}|oauth_[0-9a-f]{64})"),
		keywords: ["lin_api_", "lin_oauth_"],
		severity: "high",
		help: "Revoke it in Linear under Settings, Security & access."
	},
	{
		id: "notion-api-token",
		formerId: "notion-token",
		title: "Notion integration token",
		regex: token("ntn_[0-9A-Za-z]{43,50}|secret_[0-9A-Za-z]{43}"),
		keywords: ["ntn_", "secret_"],
		severity: "high",
		entropy: 3.5,
		help: "Refresh it at https://www.notion.so/my-integrations."
	},
	{
		id: "figma-token",
		title: "Figma personal access token",
		regex: token("fig[du]_[0-9A-Za-z_-]{40,60}"),
		keywords: ["figd_", "figu_"],
		severity: "medium",
		help: "Revoke it in Figma under Settings, Security."
	},
	{
		id: "dropbox-short-lived-api-token",
		formerId: "dropbox-token",
		title: "Dropbox access token",
		regex: token("sl\\.(?:u\\.)?[0-9A-Za-z_-]{130,}"),
		keywords: ["sl."],
		severity: "high",
		help: "Revoke it with `/2/auth/token/revoke` or in the app console."
	},
	{
		id: "airtable-personnal-access-token",
		formerId: "airtable-token",
		title: "Airtable personal access token",
		regex: token("pat[0-9A-Za-z]{14}\\.[0-9a-f]{64}"),
		keywords: ["pat"],
		severity: "high",
		help: "Delete it at https://airtable.com/create/tokens."
	},
	{
		id: "postman-api-token",
		formerId: "postman-api-key",
		title: "Postman API key",
		regex: token("PMAK-[0-9a-f]{24}-[0-9a-f]{34}"),
		keywords: ["pmak-"],
		severity: "high",
		help: "Revoke it at https://go.postman.co/settings/me/api-keys."
	},
	{
		id: "contentful-token",
		title: "Contentful personal access token",
		regex: token("CFPAT-[0-9A-Za-z_-]{43}"),
		keywords: ["cfpat-"],
		severity: "high",
		help: "Revoke it in Contentful under CMA tokens."
	},
	{
		id: "hubspot-private-app-token",
		title: "HubSpot private app token",
		regex: token("pat-(?:na|eu)\\d-[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"),
		keywords: ["pat-na", "pat-eu"],
		severity: "high",
		help: "Rotate it in HubSpot under Settings, Private apps."
	}
];
const BUILT_IN = [
	...CLOUD,
	...SOURCE_HOSTING,
	...REGISTRIES,
	...MESSAGING,
	...PAYMENTS,
	...MODELS,
	...MONITORING,
	...WORKPLACE,
	...INFRASTRUCTURE,
	...GENERIC,
	KUBERNETES_SECRET
].sort((e, t) => e.id < t.id ? -1 : 1);
function builtInRules() {
	return {
		rules: BUILT_IN.map(toRule),
		allowlists: [],
		joinedAllowlists: false,
		custom: false,
		origin: "the built-in rules"
	};
}
function toRule(e) {
	return {
		id: e.id,
		aliases: aliasesOf(e),
		...e.formerId === void 0 ? {} : { fingerprintId: e.formerId },
		description: e.title,
		regex: translate(e.regex),
		secretGroup: 0,
		entropy: e.entropy ?? 0,
		keywords: e.keywords,
		tags: [],
		allowlists: e.allow === void 0 ? [] : toAllowlists(e.allow),
		required: [],
		skipReport: false,
		...e.verify === void 0 ? {} : { verify: e.verify },
		...e.accept === void 0 ? {} : { accept: e.accept }
	};
}
function toAllowlists(e) {
	const t = {
		description: "",
		condition: "any",
		commits: [],
		paths: []
	};
	return [{
		...t,
		paths: (e.paths ?? []).map(translate),
		regexTarget: "secret",
		regexes: (e.regexes ?? []).map(translate),
		stopwords: e.stopwords ?? []
	}, {
		...t,
		regexTarget: "match",
		regexes: (e.matches ?? []).map(translate),
		stopwords: []
	}].filter((e) => e.paths.length + e.regexes.length + e.stopwords.length > 0);
}
const IGNORE_FILE = ".gitleaksignore";
const MAX_ENTRIES = 1e5;
function parseIgnoreFile(e) {
	const t = new Set();
	const n = [];
	for (const [r, i] of e.split("\n").entries()) {
		const e = i.trim();
		if (e === "" || e.startsWith("#")) continue;
		if (t.size >= MAX_ENTRIES) return {
			entries: t,
			malformed: n,
			unreadFrom: r + 1
		};
		const a = e.split(":");
		if (a.length !== 3 && a.length !== 4) {
			n.push(r + 1);
			continue;
		}
		const o = a.length - 3;
		a[o] = (a[o] ?? "").replaceAll("\\", "/");
		t.add(a.join(":"));
	}
	return {
		entries: t,
		malformed: n
	};
}
function gitleaksFingerprints(e, t, n, r) {
	const i = `${e}:${t}:${n}`;
	return r === "" ? [i] : [`${r}:${i}`, i];
}
async function readIgnoreFile(e) {
	const t = parseIgnoreFile(await e.read(".gitleaksignore") ?? "");
	const { malformed: n, unreadFrom: r } = t;
	const i = [];
	if (n.length > 0) {
		const e = n.slice(0, 10).join(", ");
		i.push(`${IGNORE_FILE} has lines that are no fingerprints: ${e}`);
	}
	if (r !== void 0) i.push(`${IGNORE_FILE}: only the first ${MAX_ENTRIES} fingerprints are read; line ${r} and those after it are not`);
	return {
		ignore: t,
		notices: i
	};
}
export { builtInRules as a, RegexSyntaxError as c, aliasesOf as d, BUILT_IN as i, emit as l, gitleaksFingerprints as n, entropy as o, readIgnoreFile as r, translate as s, IGNORE_FILE as t, minLength as u };
