import { crc32 } from "node:zlib";

// packages/secrets/src/rules/built-in-rule.ts
function token(body) {
	return `\\b(${body})(?:[^0-9A-Za-z_-]|$)`;
}
function assigned(names, body) {
	return `(?i:${names})[\\w.-]{0,20}["'\`]?[ \\t]{0,4}(?:=>|:=|=|:|,)[ \\t]{0,4}["'\`]?(${body})(?:[^0-9A-Za-z_/+=-]|$)`;
}
function aliasesOf({ formerId, gitleaksIds = [] }) {
	return [...formerId === void 0 ? [] : [formerId], ...gitleaksIds];
}

// packages/secrets/src/regex/character-class.ts
const MAX_CODE = 1114111;
function normalize(ranges) {
	const sorted = ranges.toSorted((a, b) => a[0] - b[0]);
	const out = [];
	for (const [low, high] of sorted) {
		const last = out.at(-1);
		if (last !== void 0 && low <= last[1] + 1) last[1] = Math.max(last[1], high);
		else out.push([low, high]);
	}
	return out;
}
function negate(ranges) {
	const out = [];
	let next = 0;
	for (const [low, high] of normalize(ranges)) {
		if (low > next) out.push([next, low - 1]);
		next = high + 1;
	}
	if (next <= 1114111) out.push([next, MAX_CODE]);
	return out;
}
const KELVIN_SIGN = 8490;
const LONG_S = 383;
const MAX_FOLDED_RANGE = 4096;
function foldsOf(code) {
	const out = /* @__PURE__ */ new Set([code]);
	for (const other of [swapCase(code), ...specialFolds(code)]) out.add(other);
	return [...out].sort((a, b) => a - b);
}
function foldRanges(ranges) {
	const out = ranges.map(([low, high]) => [low, high]);
	for (const [low, high] of ranges) {
		for (let code = low; code <= Math.min(high, 127); code++) for (const other of foldsOf(code)) out.push([other, other]);
		const wide = Math.max(low, 128);
		if (high - wide <= MAX_FOLDED_RANGE) for (let code = wide; code <= high; code++) for (const other of foldsOf(code)) out.push([other, other]);
		else for (const code of [KELVIN_SIGN, LONG_S]) if (low <= code && code <= high) for (const other of foldsOf(code)) out.push([other, other]);
	}
	return normalize(out);
}
function classItem(ranges, negated, fold) {
	const folded = fold ? foldRanges(ranges) : ranges;
	return negated ? negate(folded) : folded;
}
function swapCase(code) {
	const letter = String.fromCodePoint(code);
	for (const other of [letter.toLowerCase(), letter.toUpperCase()]) if (other !== letter && [...other].length === 1) return other.codePointAt(0) ?? code;
	return code;
}
function specialFolds(code) {
	if (code === 75 || code === 107) return [KELVIN_SIGN];
	if (code === 83 || code === 115) return [LONG_S];
	if (code === KELVIN_SIGN) return [75, 107];
	if (code === LONG_S) return [83, 115];
	return [];
}
const pairs = (text) => {
	const out = [];
	for (let i = 0; i < text.length; i += 2) out.push([text.charCodeAt(i), text.charCodeAt(i + 1)]);
	return normalize(out);
};
const DIGIT = pairs("09");
const WORD = pairs("09AZaz__");
const SPACE = pairs("	\n\f\r  ");
const POSIX = /* @__PURE__ */ new Map([
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

// packages/secrets/src/regex/length.ts
function minLength(node) {
	switch (node.kind) {
		case "literal":
		case "class": return 1;
		case "capture": return minLength(node.node);
		case "concat": return node.nodes.reduce((sum, item) => sum + minLength(item), 0);
		case "alternate": return Math.min(...node.nodes.map(minLength));
		case "repeat": return node.min * minLength(node.node);
		default: return 0;
	}
}

// packages/secrets/src/regex/emit.ts
function emit(node) {
	switch (node.kind) {
		case "empty": return "";
		case "literal": return node.fold ? emitRanges(foldsOf(node.code).map((code) => [code, code])) : emitCode(node.code);
		case "class": return emitRanges(node.ranges);
		case "assert": return ASSERTIONS[node.at];
		case "capture": return `(${emit(node.node)})`;
		case "concat": return node.nodes.map((item) => item.kind === "alternate" ? `(?:${emit(item)})` : emit(item)).join("");
		case "alternate": return node.nodes.map(emit).join("|");
		case "repeat":
			if (node.min === 0 && node.max === 1 && minLength(node.node) === 0) return node.lazy ? `(?:|${emit(node.node)})` : `(?:${emit(node.node)}|)`;
			return `${emitAtom(node.node)}${emitCounts(node.min, node.max)}${node.lazy ? "?" : ""}`;
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
function emitAtom(node) {
	const text = emit(node);
	if (node.kind === "capture" || node.kind === "class") return text;
	if (node.kind === "literal" && (node.fold || node.code <= 65535)) return text;
	return `(?:${text})`;
}
function emitCounts(min, max) {
	if (max === Number.POSITIVE_INFINITY) return min === 0 ? "*" : min === 1 ? "+" : `{${min},}`;
	if (min === 0 && max === 1) return "?";
	return min === max ? `{${min}}` : `{${min},${max}}`;
}
function emitRanges(ranges) {
	const [only] = ranges;
	if (only === void 0) return "[]";
	if (ranges.length === 1 && only[0] === only[1]) return emitCode(only[0]);
	const last = ranges.at(-1);
	if (last?.[1] === 1114111 && last[0] <= 65536) {
		const missing = negate(ranges);
		return missing.length === 0 ? "[^]" : `[^${missing.map(emitRange).join("")}]`;
	}
	const plain = ranges.filter(([low]) => low <= 65535);
	const astral = ranges.filter(([, high]) => high > 65535);
	const basic = plain.length === 0 ? [] : [`[${plain.map(([low, high]) => emitRange([low, Math.min(high, 65535)])).join("")}]`];
	if (astral.length === 0) return basic[0] ?? "[]";
	const pairs = astral.flatMap(([low, high]) => surrogates(Math.max(low, 65536), high));
	return `(?:${[...basic, ...pairs].join("|")})`;
}
function surrogates(low, high) {
	const out = [];
	for (let from = low; from <= high;) {
		const to = Math.min(high, from | 1023);
		const [lead, first] = split(from);
		out.push(`${unit(lead)}[${unit(first)}-${unit(split(to)[1])}]`);
		from = to + 1;
	}
	return out;
}
function split(code) {
	const rest = code - 65536;
	return [55296 + (rest >> 10), 56320 + (rest & 1023)];
}
function emitRange([low, high]) {
	if (low === high) return classUnit(low);
	return high === low + 1 ? classUnit(low) + classUnit(high) : `${classUnit(low)}-${classUnit(high)}`;
}
function classUnit(code) {
	const char = String.fromCharCode(code);
	return /[0-9A-Za-z_ ]/.test(char) ? char : unit(code);
}
function emitCode(code) {
	if (code > 65535) return split(code).map(unit).join("");
	const char = String.fromCharCode(code);
	if (/[0-9A-Za-z_ !"#%&',:;<=>@`~-]/.test(char)) return char;
	return unit(code);
}
function unit(code) {
	return code <= 255 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
}

// packages/secrets/src/regex/unicode-property.ts
const known = /* @__PURE__ */ new Map();
function unicodeProperty(name) {
	if (!known.has(name)) known.set(name, compute(name));
	return known.get(name);
}
function compute(name) {
	if (name === "Any") return [[0, 1114111]];
	if (!/^[A-Za-z_]{1,40}$/.test(name)) return void 0;
	const property = propertyPattern(name);
	if (property === void 0) return void 0;
	const out = [];
	for (let code = 0; code <= 1114111; code++) {
		if (!property.test(String.fromCodePoint(code))) continue;
		const last = out.at(-1);
		if (last !== void 0 && last[1] === code - 1) last[1] = code;
		else out.push([code, code]);
	}
	return normalize(out);
}
function propertyPattern(name) {
	const expression = name.length <= 2 ? `General_Category=${name}` : `Script=${name}`;
	try {
		return new RegExp(`^\\p{${expression}}$`, "u");
	} catch {
		return;
	}
}

// packages/secrets/src/regex/parse-escape.ts
const CONTROLS = /* @__PURE__ */ new Map([
	["a", 7],
	["f", 12],
	["n", 10],
	["r", 13],
	["t", 9],
	["v", 11]
]);
const SIMPLE = /* @__PURE__ */ new Map([
	["d", DIGIT],
	["w", WORD],
	["s", SPACE]
]);
function parseClassEscape(reader, fold) {
	const letter = reader.pattern[reader.offset + 1] ?? "";
	const simple = SIMPLE.get(letter.toLowerCase());
	if (simple !== void 0) {
		reader.offset += 2;
		return classItem(simple, letter !== letter.toLowerCase(), fold);
	}
	if (letter !== "p" && letter !== "P") return void 0;
	const start = reader.offset;
	reader.offset += 2;
	let negated = letter === "P";
	let name;
	if (reader.take("{")) {
		const end = reader.pattern.indexOf("}", reader.offset);
		if (end < 0) throw reader.fail("the character class is not closed", start);
		name = reader.pattern.slice(reader.offset, end);
		reader.offset = end + 1;
	} else name = reader.peek() < 0 ? "" : String.fromCodePoint(reader.next());
	if (name.startsWith("^")) {
		negated = !negated;
		name = name.slice(1);
	}
	const ranges = unicodeProperty(name);
	if (ranges === void 0) throw reader.fail(`\\${letter}{${name}} is no known class`, start);
	return classItem(ranges, negated, fold);
}
function parseCharacterEscape(reader) {
	const start = reader.offset;
	reader.offset += 1;
	if (reader.peek() < 0) throw reader.fail("a backslash ends the pattern", start);
	const code = reader.next();
	const letter = String.fromCodePoint(code);
	const control = CONTROLS.get(letter);
	if (control !== void 0) return control;
	if (letter === "x") return parseHex(reader, start);
	if (letter >= "0" && letter <= "7") return parseOctal(reader, letter, start);
	if (code < 128 && !/[0-9A-Za-z]/.test(letter)) return code;
	throw reader.fail(`\\${letter} is no escape in Go's syntax`, start);
}
function parseHex(reader, start) {
	const braced = /^\{([0-9A-Fa-f]{1,8})\}/.exec(reader.pattern.slice(reader.offset));
	const plain = /^[0-9A-Fa-f]{2}/.exec(reader.pattern.slice(reader.offset));
	const digits = braced?.[1] ?? plain?.[0];
	const code = Number.parseInt(digits ?? "", 16);
	if (!(code <= 1114111)) throw reader.fail("\\x needs two digits or {a code point}", start);
	reader.offset += (braced ?? plain)?.[0].length ?? 0;
	return code;
}
function parseOctal(reader, first, start) {
	const rest = /^[0-7]{1,2}/.exec(reader.pattern.slice(reader.offset))?.[0] ?? "";
	if (first !== "0" && rest === "") throw reader.fail(`\\${first} is a back-reference`, start);
	reader.offset += rest.length;
	return Number.parseInt(first + rest, 8);
}

// packages/secrets/src/regex/parse-class.ts
function parseClass(reader, fold) {
	const start = reader.offset - 1;
	const negated = reader.take("^");
	const out = [];
	for (let first = true; first || !reader.startsWith("]"); first = false) {
		if (reader.peek() < 0) throw reader.fail("the character class is not closed", start);
		const named = parseNamed(reader, fold) ?? (reader.startsWith("\\") ? parseClassEscape(reader, fold) : void 0);
		if (named !== void 0) {
			out.push(...named);
			continue;
		}
		const from = reader.offset;
		const low = parseOne(reader, start);
		let high = low;
		if (reader.startsWith("-") && reader.pattern[reader.offset + 1] !== "]") {
			reader.offset += 1;
			if (reader.peek() < 0) throw reader.fail("the character class is not closed", start);
			high = parseOne(reader, start);
			if (high < low) throw reader.fail(`the range ${reader.pattern.slice(from, reader.offset)} runs backwards`, from);
		}
		out.push(...classItem([[low, high]], false, fold));
	}
	reader.offset += 1;
	return negated ? negate(out) : normalize(out);
}
function parseOne(reader, start) {
	if (reader.peek() < 0) throw reader.fail("the character class is not closed", start);
	return reader.startsWith("\\") ? parseCharacterEscape(reader) : reader.next();
}
function parseNamed(reader, fold) {
	if (!reader.startsWith("[:")) return void 0;
	const end = reader.pattern.indexOf(":]", reader.offset + 2);
	if (end < 0) return void 0;
	const text = reader.pattern.slice(reader.offset + 2, end);
	const negated = text.startsWith("^");
	const ranges = POSIX.get(negated ? text.slice(1) : text);
	if (ranges === void 0) throw reader.fail(`[:${text}:] is no known class`);
	reader.offset = end + 2;
	return classItem(ranges, negated, fold);
}

// packages/secrets/src/regex/parse-group.ts
function parseGroupStart(reader, flags) {
	const start = reader.offset;
	reader.offset += 1;
	if (!reader.take("?")) return {
		kind: "capture",
		flags
	};
	const rest = reader.pattern.slice(reader.offset);
	if (/^(?:[=!>]|<[=!])/.test(rest)) throw reader.fail("look-around and atomic groups do not exist in Go's syntax", start);
	if (rest.startsWith("P<") || rest.startsWith("<")) {
		const name = /^P?<([0-9A-Za-z_]+)>/.exec(rest);
		if (name === null) throw reader.fail("the group's name is not valid", start);
		reader.offset += name[0].length;
		return {
			kind: "capture",
			flags
		};
	}
	const set = /^([imsU]*)(-[imsU]+)?([:)])/.exec(rest);
	if (set === null || set[0] === ")") throw reader.fail("`(?` begins no group that Go knows", start);
	reader.offset += set[0].length;
	const next = apply(flags, set[1] ?? "", (set[2] ?? "").slice(1));
	return {
		kind: set[3] === ")" ? "flags" : "plain",
		flags: next
	};
}
function apply(flags, on, off) {
	const value = (letter, now) => off.includes(letter) ? false : on.includes(letter) ? true : now;
	return {
		fold: value("i", flags.fold),
		multiline: value("m", flags.multiline),
		dotAll: value("s", flags.dotAll),
		ungreedy: value("U", flags.ungreedy)
	};
}

// packages/secrets/src/regex/parse-repeat.ts
const REPEAT_LIMIT = 1e3;
function parseRepeat(reader, node, ungreedy) {
	const start = reader.offset;
	const counts = readCounts(reader);
	if (counts === void 0) return void 0;
	const lazy = reader.take("?") !== ungreedy;
	if (/[*+?]/.test(reader.pattern[reader.offset] ?? "") || countsAt(reader) !== void 0) throw reader.fail("a quantifier follows a quantifier (Go has no possessive ones)", start);
	return {
		kind: "repeat",
		node,
		min: counts[0],
		max: counts[1],
		lazy
	};
}
function readCounts(reader) {
	if (reader.take("*")) return [0, Number.POSITIVE_INFINITY];
	if (reader.take("+")) return [1, Number.POSITIVE_INFINITY];
	if (reader.take("?")) return [0, 1];
	const counts = countsAt(reader);
	if (counts === void 0) return void 0;
	const [text, min, max] = counts;
	if (min > 1e3 || max !== Number.POSITIVE_INFINITY && (max > 1e3 || max < min)) throw reader.fail(`the repeat count ${text} is above ${REPEAT_LIMIT} or runs backwards`);
	reader.offset += text.length;
	return [min, max];
}
function countsAt(reader) {
	const found = /^\{(0|[1-9]\d*)(?:(,)(0|[1-9]\d*)?)?\}/.exec(reader.pattern.slice(reader.offset, reader.offset + 40));
	if (found === null) return void 0;
	const min = Number(found[1]);
	const max = found[3] !== void 0 ? Number(found[3]) : found[2] !== void 0 ? Number.POSITIVE_INFINITY : min;
	return [
		found[0],
		min,
		max
	];
}
function repeatProduct(node) {
	switch (node.kind) {
		case "capture": return repeatProduct(node.node);
		case "concat":
		case "alternate": return Math.max(1, ...node.nodes.map(repeatProduct));
		case "repeat": {
			const own = node.max === Number.POSITIVE_INFINITY ? node.min : node.max;
			return Math.max(1, own) * repeatProduct(node.node);
		}
		default: return 1;
	}
}

// packages/secrets/src/regex/pattern-reader.ts
var RegexSyntaxError = class extends Error {
	offset;
	constructor(message, offset) {
		super(message);
		this.name = "RegexSyntaxError";
		this.offset = offset;
	}
};
function readPattern(pattern) {
	const reader = {
		pattern,
		offset: 0,
		peek: () => pattern.codePointAt(reader.offset) ?? -1,
		next() {
			const code = reader.peek();
			reader.offset += code > 65535 ? 2 : 1;
			return code;
		},
		startsWith: (text) => pattern.startsWith(text, reader.offset),
		take(text) {
			if (!reader.startsWith(text)) return false;
			reader.offset += text.length;
			return true;
		},
		fail: (message, offset = reader.offset) => new RegexSyntaxError(message, offset)
	};
	return reader;
}

// packages/secrets/src/regex/parse.ts
const MAX_PATTERN = 65536;
const MAX_DEPTH = 1e3;
function parse(pattern) {
	const reader = readPattern(pattern);
	if (pattern.length > MAX_PATTERN) throw reader.fail(`the pattern is longer than ${MAX_PATTERN}`);
	const state = {
		reader,
		groups: 0,
		depth: 0
	};
	const root = parseAlternation(state, {
		fold: false,
		multiline: false,
		dotAll: false,
		ungreedy: false
	});
	if (reader.peek() >= 0) throw reader.fail("a `)` has no `(`");
	if (repeatProduct(root) > 1e3) throw reader.fail(`nested repeats multiply to more than ${REPEAT_LIMIT}`, 0);
	return {
		root,
		groups: state.groups
	};
}
function parseAlternation(state, outer) {
	const { reader } = state;
	if (++state.depth > MAX_DEPTH) throw reader.fail("the groups are nested too deeply");
	let flags = outer;
	const branches = [];
	let items = [];
	while (reader.peek() >= 0 && !reader.startsWith(")")) {
		if (reader.take("|")) {
			branches.push(concat(items));
			items = [];
			continue;
		}
		const changed = parseTerm(state, flags, items);
		if (changed !== void 0) flags = changed;
	}
	state.depth -= 1;
	branches.push(concat(items));
	return branches.length === 1 && branches[0] !== void 0 ? branches[0] : {
		kind: "alternate",
		nodes: branches
	};
}
function concat(items) {
	const [first] = items;
	if (first === void 0) return { kind: "empty" };
	return items.length === 1 ? first : {
		kind: "concat",
		nodes: items
	};
}
function parseTerm(state, flags, items) {
	const { reader } = state;
	const start = reader.offset;
	if (reader.startsWith("(")) {
		const group = parseGroupStart(reader, flags);
		if (group.kind === "flags") {
			repeatLast(reader, group.flags, items);
			return group.flags;
		}
		if (group.kind === "capture") state.groups += 1;
		const inner = parseAlternation(state, group.flags);
		if (!reader.take(")")) throw reader.fail("a `(` is not closed", start);
		items.push(group.kind === "capture" ? {
			kind: "capture",
			node: inner
		} : inner);
	} else if (reader.take("\\Q")) {
		const end = reader.pattern.indexOf("\\E", reader.offset);
		const text = reader.pattern.slice(reader.offset, end < 0 ? void 0 : end);
		reader.offset = end < 0 ? reader.pattern.length : end + 2;
		for (const char of text) items.push(literal(char.codePointAt(0) ?? 0, flags));
		if (text === "") return void 0;
	} else items.push(parseAtom(reader, flags));
	repeatLast(reader, flags, items);
}
function repeatLast(reader, flags, items) {
	const last = items.at(-1);
	const start = reader.offset;
	const repeated = parseRepeat(reader, last ?? { kind: "empty" }, flags.ungreedy);
	if (repeated === void 0) return;
	if (last === void 0) throw reader.fail("a quantifier has nothing to repeat", start);
	items[items.length - 1] = repeated;
}
function parseAtom(reader, flags) {
	const start = reader.offset;
	if (reader.take("[")) return {
		kind: "class",
		ranges: parseClass(reader, flags.fold)
	};
	if (reader.take(".")) return {
		kind: "class",
		ranges: flags.dotAll ? [[0, MAX_CODE]] : negate([[10, 10]])
	};
	if (reader.take("^")) return {
		kind: "assert",
		at: flags.multiline ? "line-start" : "text-start"
	};
	if (reader.take("$")) return {
		kind: "assert",
		at: flags.multiline ? "line-end" : "text-end"
	};
	if (reader.take("\\A")) return {
		kind: "assert",
		at: "text-start"
	};
	if (reader.take("\\z")) return {
		kind: "assert",
		at: "text-end"
	};
	if (reader.take("\\b")) return {
		kind: "assert",
		at: "word"
	};
	if (reader.take("\\B")) return {
		kind: "assert",
		at: "not-word"
	};
	if (reader.startsWith("\\")) {
		const ranges = parseClassEscape(reader, flags.fold);
		if (ranges !== void 0) return {
			kind: "class",
			ranges
		};
		return literal(parseCharacterEscape(reader), flags);
	}
	if (/[*+?]/.test(reader.pattern[start] ?? "")) throw reader.fail(`the quantifier ${reader.pattern[start]} has nothing to repeat`);
	return literal(reader.next(), flags);
}
function literal(code, flags) {
	return {
		kind: "literal",
		code,
		fold: flags.fold
	};
}

// packages/secrets/src/regex/translate.ts
function translate(pattern) {
	const { root, groups } = parse(pattern);
	return {
		pattern,
		source: emit(root),
		groups,
		root
	};
}

// packages/secrets/src/engine/entropy.ts
function entropy(text) {
	if (text === "") return 0;
	const counts = /* @__PURE__ */ new Map();
	for (const char of text) {
		const code = char.codePointAt(0) ?? 0;
		counts.set(code, (counts.get(code) ?? 0) + 1);
	}
	const bytes = Buffer.byteLength(text, "utf8");
	let sum = 0;
	for (const count of counts.values()) {
		const share = count / bytes;
		sum -= share * Math.log2(share);
	}
	return sum;
}

// packages/secrets/src/rules/assignment/letter-pairs.ts
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
function strangeness(value) {
	let strange = 0;
	let counted = 0;
	for (let i = 1; i < value.length; i++) {
		const a = value[i - 1] ?? "";
		const b = value[i] ?? "";
		if (isSeparator(a) || isSeparator(b) || isLower(a) && isUpper(b)) continue;
		counted += 1;
		if (isDigit(a) && isDigit(b)) continue;
		if (isLetter(a) && isLetter(b) && follows(a, b)) continue;
		strange += 1;
	}
	return counted === 0 ? 0 : strange / counted;
}
function withoutLookalikes(value) {
	return value.replace(/[013457@$!]/g, (char) => LOOKALIKES[char] ?? char);
}
function follows(a, b) {
	return FOLLOWERS[a.toLowerCase()]?.includes(b.toLowerCase()) ?? false;
}
const isSeparator = (char) => /[-_./:]/.test(char);
const isDigit = (char) => char >= "0" && char <= "9";
const isLower = (char) => char >= "a" && char <= "z";
const isUpper = (char) => char >= "A" && char <= "Z";
const isLetter = (char) => isLower(char) || isUpper(char);

// packages/secrets/src/rules/assignment/random-value.ts
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
function looksRandom(raw) {
	const value = raw.replace(/^base64:/i, "");
	if ([
		REFERENCE,
		ADDRESS,
		PATH,
		FILE_NAME,
		CHECKSUM,
		SIGNING_SCOPE,
		PUBLIC_KEY
	].some((form) => form.test(value))) return false;
	const core = value.replace(/=+$/, "");
	if (isRow(core) || isBase64OfText(value)) return false;
	const hex = core.replaceAll("-", "");
	if (UUID.test(core) || /^[0-9a-f]{16,}$/i.test(core)) return isRandomHex(hex);
	if (core.replace(/[^A-Za-z]/g, "").length < 3 || kindsOf(core) < 2) return false;
	const least = Math.min(Math.log2(core.length) - .6, 3.6);
	return entropy(core) >= least && strangeness(core) >= (core.length < 16 ? .5 : .42) && strangeness(withoutLookalikes(core)) >= .38;
}
function isRandomHex(hex) {
	const mixed = hex.match(/(?:\d(?=[a-f])|[a-f](?=\d))/gi)?.length ?? 0;
	return entropy(hex.toLowerCase()) >= 2.9 && mixed >= hex.length / 4;
}
function isRow(value) {
	return [1, 2].some((step) => {
		let neighbours = 0;
		for (let i = step; i < value.length; i++) if (Math.abs(value.charCodeAt(i) - value.charCodeAt(i - step)) <= 1) neighbours += 1;
		return neighbours >= value.length * .45;
	});
}
function isBase64OfText(value) {
	if (!/^[0-9A-Za-z+/_-]{10,}={0,2}$/.test(value)) return false;
	return /^[\t\n\r -~]+$/.test(Buffer.from(value, "base64").toString("latin1"));
}
function kindsOf(value) {
	return [
		/[a-z]/,
		/[A-Z]/,
		/\d/,
		/[^0-9A-Za-z]/
	].filter((kind) => kind.test(value)).length;
}

// packages/secrets/src/rules/assignment/secret-name.ts
const SECRET = new Set("token secret password passwd pwd pass passphrase passcode credential credentials creds".split(" "));
const SECRET_ENDING = /(?:token|secret|passw(?:or)?d|passphrase|(?:api|access|auth|account|master|private|secret|signing)key)$/;
const KEY_KINDS$1 = new Set("access account api app application auth client cookie crypt encrypt encryption hmac jwt license master private secret service session shared sign signing storage webhook".split(" "));
const ABOUT = new Set(`algorithm alg arn at audience by charset class column count created date description digest duration digests enabled endpoint env
  environment error expires expiration expiry field file filename fingerprint format function hash hashes header help hint host id ids identifier
  issuer kind label length lifetime limit link manager max message min mode msg name names namespace param parameter path
  pattern placeholder policy prefix provider ref reference regex region required role rotation rule rules scope scopes
  selector service size source status store suffix text timeout title ttl type types uri url urls user username validator
  value_from variable version`.split(/\s+/).filter((word) => word !== ""));
const HARMLESS = new Set("cancel cancellation continuation csrf cursor encrypted hashed next page pagination public sync xsrf".split(" "));
function isSecretName(name) {
	const words = wordsOf(name);
	const at = words.findLastIndex((word, index) => SECRET.has(word) || SECRET_ENDING.test(word) || word === "key" && KEY_KINDS$1.has(words[index - 1] ?? ""));
	if (at < 0) return false;
	return !words.slice(at + 1).some((word) => ABOUT.has(word)) && !words.slice(0, at).some((word) => HARMLESS.has(word));
}
function isPasswordName(name) {
	return /pass|pwd/i.test(name);
}
function wordsOf(name) {
	return name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2").toLowerCase().split(/[^a-z]+/).filter((word) => word !== "");
}

// packages/secrets/src/rules/assignment/kubernetes-secret.ts
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
function isSecretData({ secret, match, text, start, decoded }) {
	if (decoded || secret.length % 4 !== 0 || PUBLIC_ENTRY.test(match) || !inSecret(text, start)) return false;
	if (!isBase64OfText(secret)) return Buffer.from(secret, "base64").length >= MIN_BINARY && looksRandom(secret);
	const name = /[\w.-]+/.exec(match)?.[0] ?? "";
	return !isSecretName(name) && looksRandom(Buffer.from(secret, "base64").toString("latin1").trim());
}
function inSecret(text, start) {
	const before = text.slice(Math.max(0, start - AROUND), start);
	const after = text.slice(start, start + AROUND);
	const to = after.indexOf("\n---");
	const document = before.slice(before.lastIndexOf("\n---") + 1) + after.slice(0, to < 0 ? void 0 : to);
	return /^[ \t{]*["']?kind["']?[ \t]*:[ \t]*["']?Secret\b/m.test(document);
}

// packages/secrets/src/rules/cloud.ts
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

// packages/secrets/src/rules/assignment/assigned-secret.ts
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
		...KEY_KINDS.flatMap((kind) => [
			"",
			"_",
			".",
			"-"
		].map((sign) => `${kind}${sign}key`))
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
function isAssignedSecret({ secret, match, path }) {
	const at = match.lastIndexOf(secret);
	const before = match.slice(0, at);
	const after = match.slice(at + secret.length);
	const named = NAME.exec(before);
	const name = named?.[1] ?? "";
	if (!isSecretName(name)) return false;
	const sign = named?.[2] ?? "";
	const quoted = /["'`]$/.test(before) && /^\\?["'`]/.test(after);
	const code = CODE.test(path);
	const lead = before.slice(0, named?.index);
	if (!quoted && !isValueBare(lead, name, sign, after, code)) return false;
	if (secret.length < MIN_KEY && !(isPasswordName(name) && (!code || !quoted))) return false;
	return looksRandom(secret) && !(PAGE.test(path) && entropy(secret) <= PAGE_ENTROPY);
}
function isValueBare(lead, name, sign, after, code) {
	if (sign === "," || sign === "||" || sign === "??") return false;
	if (sign === "") return /^--?\w/.test(name) || /\bENV[ \t]+$/i.test(lead) || /\blogin[ \t]+\S+[ \t]+$/.test(lead);
	if (!code) return true;
	return /\$\{$/.test(lead) && after.startsWith("}") || sign === "=" && (/[;"'`?&][ \t]?$/.test(lead) || name.startsWith("--"));
}

// packages/secrets/src/rules/generic.ts
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

// packages/secrets/src/rules/infrastructure.ts
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

// packages/secrets/src/rules/messaging.ts
const SLACK = "Revoke it with the method `auth.revoke` or in the app's settings at https://api.slack.com/apps.";
const isNoConfigurationToken = ({ text, start }) => text.slice(Math.max(0, start - 5), start) !== "xoxe.";
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
		keywords: Array.from({ length: 10 }, (_, digit) => `-us${digit}`),
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

// packages/secrets/src/rules/models.ts
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

// packages/secrets/src/rules/monitoring.ts
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

// packages/secrets/src/rules/payments.ts
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

// packages/secrets/src/rules/checksum.ts
const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const CHECKSUM_LENGTH = 6;
function base62Crc32(text) {
	let rest = crc32(text);
	let out = "";
	for (let i = 0; i < CHECKSUM_LENGTH; i++) {
		out = (BASE62[rest % 62] ?? "") + out;
		rest = Math.floor(rest / 62);
	}
	return out;
}
function hasCrc32(token) {
	const body = token.slice(token.indexOf("_") + 1);
	const end = body.length - CHECKSUM_LENGTH;
	return base62Crc32(body.slice(0, end)) === body.slice(end);
}

// packages/secrets/src/rules/registries.ts
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

// packages/secrets/src/rules/source-hosting.ts
const GITHUB = "Revoke it at https://github.com/settings/tokens (a GitHub App's at its settings page), then look at the security log for its use.";
const GITLAB = "Revoke it in GitLab under Access tokens of the user, group or project, then look at the audit events.";
const ATLASSIAN = "Revoke it at https://id.atlassian.com/manage-profile/security/api-tokens.";
const verifyGithub = (secret) => secret.length !== 40 || hasCrc32(secret);
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

// packages/secrets/src/rules/workplace.ts
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

// packages/secrets/src/rules/built-in-rules.ts
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
].sort((a, b) => a.id < b.id ? -1 : 1);
function builtInRules() {
	return {
		rules: BUILT_IN.map(toRule),
		allowlists: [],
		joinedAllowlists: false,
		custom: false,
		origin: "the built-in rules"
	};
}
function toRule(rule) {
	return {
		id: rule.id,
		aliases: aliasesOf(rule),
		...rule.formerId === void 0 ? {} : { fingerprintId: rule.formerId },
		description: rule.title,
		regex: translate(rule.regex),
		secretGroup: 0,
		entropy: rule.entropy ?? 0,
		keywords: rule.keywords,
		tags: [],
		allowlists: rule.allow === void 0 ? [] : toAllowlists(rule.allow),
		required: [],
		skipReport: false,
		...rule.verify === void 0 ? {} : { verify: rule.verify },
		...rule.accept === void 0 ? {} : { accept: rule.accept }
	};
}
function toAllowlists(allow) {
	const none = {
		description: "",
		condition: "any",
		commits: [],
		paths: []
	};
	return [{
		...none,
		paths: (allow.paths ?? []).map(translate),
		regexTarget: "secret",
		regexes: (allow.regexes ?? []).map(translate),
		stopwords: allow.stopwords ?? []
	}, {
		...none,
		regexTarget: "match",
		regexes: (allow.matches ?? []).map(translate),
		stopwords: []
	}].filter((list) => list.paths.length + list.regexes.length + list.stopwords.length > 0);
}

// packages/secrets/src/suppressions/ignore-file.ts
const IGNORE_FILE = ".gitleaksignore";
const MAX_ENTRIES = 1e5;
function parseIgnoreFile(text) {
	const entries = /* @__PURE__ */ new Set();
	const malformed = [];
	for (const [index, raw] of text.split("\n").entries()) {
		const line = raw.trim();
		if (line === "" || line.startsWith("#")) continue;
		if (entries.size >= MAX_ENTRIES) return {
			entries,
			malformed,
			unreadFrom: index + 1
		};
		const parts = line.split(":");
		if (parts.length !== 3 && parts.length !== 4) {
			malformed.push(index + 1);
			continue;
		}
		const pathIndex = parts.length - 3;
		parts[pathIndex] = (parts[pathIndex] ?? "").replaceAll("\\", "/");
		entries.add(parts.join(":"));
	}
	return {
		entries,
		malformed
	};
}
function gitleaksFingerprints(path, ruleId, line, commit) {
	const plain = `${path}:${ruleId}:${line}`;
	return commit === "" ? [plain] : [`${commit}:${plain}`, plain];
}
async function readIgnoreFile(target) {
	const ignore = parseIgnoreFile(await target.read(".gitleaksignore") ?? "");
	const { malformed, unreadFrom } = ignore;
	const notices = [];
	if (malformed.length > 0) {
		const lines = malformed.slice(0, 10).join(", ");
		notices.push(`${IGNORE_FILE} has lines that are no fingerprints: ${lines}`);
	}
	if (unreadFrom !== void 0) notices.push(`${IGNORE_FILE}: only the first ${MAX_ENTRIES} fingerprints are read; line ${unreadFrom} and those after it are not`);
	return {
		ignore,
		notices
	};
}

export { builtInRules as a, RegexSyntaxError as c, aliasesOf as d, BUILT_IN as i, emit as l, gitleaksFingerprints as n, entropy as o, readIgnoreFile as r, translate as s, IGNORE_FILE as t, minLength as u };