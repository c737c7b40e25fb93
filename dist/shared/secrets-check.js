import "./rolldown-runtime.js";
import { A as MAX_FILE_BYTES, F as suppressionToPaste, G as fingerprint, M as openWorkspace, Q as UsageError, X as ExternalError, b as walkFiles, i as plural, y as workTreeFiles } from "./core.js";
import { a as builtInRules, c as RegexSyntaxError, l as emit, n as gitleaksFingerprints, o as entropy, r as readIgnoreFile, s as translate, u as minLength } from "./secrets-suppressions-ignore-file.js";
import { a as locateConfig, n as findingRuleId, r as remediationOf, t as SECRETS_RULES } from "./secrets-findings-finding-rules.js";
import { t as redacted } from "./secrets-redaction-redacted.js";
import { C as openRepository, S as findRepository, a as resolveRange, l as streamMessages, n as absentFiles, p as streamDiff, r as isLfsPointer, t as WHY_ABSENT } from "./git.js";
import { open, readlink } from "node:fs/promises";
import { join } from "node:path";
import { Script, createContext } from "node:vm";

// packages/secrets/src/engine/keywords.ts
const KEYWORD_LIMITS = {
	characters: 5e4,
	different: 250
};
function keywordSearch(keywords) {
	const automaton = build(keywords);
	const { outputs, width } = automaton;
	const seen = new Uint8Array(keywords.length);
	return { find(text) {
		const out = [];
		walk(automaton, text, (row) => {
			for (const keyword of outputs[row / width] ?? []) {
				if (seen[keyword] === 1) continue;
				seen[keyword] = 1;
				out.push(keyword);
			}
		});
		for (const keyword of out) seen[keyword] = 0;
		return out;
	} };
}
function walk(automaton, text, hit) {
	const { table, columns, wide } = automaton;
	const length = text.length;
	let row = 0;
	for (let i = 0; i < length; i++) {
		const code = text.charCodeAt(i);
		const column = code < 256 ? columns[code] : wide.get(code) ?? 0;
		const cell = table[row + column];
		row = cell >> 1;
		if ((cell & 1) === 1) hit(row);
	}
}
const KELVIN_SIGN = 8490;
function build(keywords) {
	const columns = /* @__PURE__ */ new Uint8Array(256);
	const wide = /* @__PURE__ */ new Map();
	let width = 1;
	for (let i = 0, all = [...new Set(keywords.join("").split(""))]; i < all.length; i++) {
		const code = all[i]?.charCodeAt(0) ?? 0;
		if (code > 255) wide.set(code, width);
		else columns[code] = width;
		if (code >= 97 && code <= 122) columns[code - 32] = width;
		if (code === 107) wide.set(KELVIN_SIGN, width);
		width += 1;
	}
	const column = (code) => (code < 256 ? columns[code] : wide.get(code)) ?? 0;
	const { next, outputs } = trie(keywords, column, width);
	return {
		table: link(next, outputs, width),
		width,
		columns,
		wide,
		outputs
	};
}
function trie(keywords, column, width) {
	const states = 1 + keywords.reduce((sum, keyword) => sum + keyword.length, 0);
	const next = new Int32Array(states * width).fill(-1);
	const outputs = [[]];
	keywords.forEach((keyword, index) => {
		let state = 0;
		for (let i = 0; i < keyword.length; i++) {
			const cell = state * width + column(keyword.charCodeAt(i));
			if ((next[cell] ?? -1) < 0) next[cell] = outputs.push([]) - 1;
			state = next[cell] ?? 0;
		}
		outputs[state]?.push(index);
	});
	return {
		next: next.subarray(0, outputs.length * width),
		outputs
	};
}
function link(next, outputs, width) {
	const failure = new Int32Array(outputs.length);
	const queue = [0];
	for (let head = 0; head < queue.length; head++) {
		const state = queue[head] ?? 0;
		const fallback = failure[state] ?? 0;
		if (state !== 0) outputs[state]?.push(...outputs[fallback] ?? []);
		for (let column = 0; column < width; column++) {
			const cell = state * width + column;
			const target = next[cell] ?? -1;
			const through = state === 0 ? 0 : next[fallback * width + column] ?? 0;
			if (target < 0) next[cell] = through;
			else {
				failure[target] = through;
				queue.push(target);
			}
		}
	}
	return next.map((state) => state * width * 2 + ((outputs[state]?.length ?? 0) > 0 ? 1 : 0));
}

// packages/secrets/src/config/merge.ts
function mergeRule(base, upper) {
	const regex = upper.regex ?? base.regex;
	const path = upper.path ?? base.path;
	return {
		id: base.id,
		...base.aliases === void 0 ? {} : { aliases: base.aliases },
		...base.fingerprintId === void 0 ? {} : { fingerprintId: base.fingerprintId },
		description: upper.description === "" ? base.description : upper.description,
		...regex === void 0 ? {} : { regex },
		...path === void 0 ? {} : { path },
		secretGroup: upper.secretGroup === 0 ? base.secretGroup : upper.secretGroup,
		entropy: upper.entropy === 0 ? base.entropy : upper.entropy,
		keywords: [.../* @__PURE__ */ new Set([...base.keywords, ...upper.keywords])],
		tags: [...base.tags, ...upper.tags],
		allowlists: [...base.allowlists, ...upper.allowlists],
		required: [...base.required, ...upper.required],
		skipReport: base.skipReport || upper.skipReport,
		...base.verify === void 0 || upper.regex !== void 0 ? {} : { verify: base.verify },
		...base.accept === void 0 || upper.regex !== void 0 ? {} : { accept: base.accept }
	};
}
function rulesNamed(rules, id) {
	const all = [...rules];
	const exact = all.filter((rule) => rule.id === id);
	return exact.length > 0 ? exact : all.filter(({ aliases = [] }) => aliases.includes(id));
}

// packages/secrets/src/config/toml-reader.ts
const MAX_CONFIG_BYTES = 4194304;
async function readToml(text, file) {
	if (text.length > MAX_CONFIG_BYTES) throw new UsageError(`${file} has more than ${MAX_CONFIG_BYTES} characters`);
	const { parse } = await import("./smol-toml.js");
	try {
		return reader(toTable(parse(text)), file, file);
	} catch (cause) {
		if (cause instanceof UsageError) throw cause;
		const reason = cause instanceof Error ? cause.message.split("\n")[0] ?? "" : String(cause);
		const at = cause instanceof Error && "line" in cause && typeof cause.line === "number" ? `, line ${cause.line}` : "";
		throw new UsageError(`${file}${at} is no valid TOML: ${reason}`, { hint: "Fix the file; https://toml.io/en/v1.0.0 describes the format." });
	}
}
function toTable(value) {
	const out = /* @__PURE__ */ new Map();
	if (typeof value !== "object" || value === null) return out;
	for (const [key, entry] of Object.entries(value)) out.set(key.toLowerCase(), entry);
	return out;
}
function reader(table, where, file) {
	const fail = (problem, hint) => new UsageError(`${where}: ${problem}`, hint === void 0 ? {} : { hint });
	const wrong = (key, wanted) => fail(`\`${key}\` must be ${wanted}`);
	const isTable = (value) => typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
	return {
		where,
		fail,
		has: (key) => table.has(key),
		text(key) {
			const value = table.get(key) ?? "";
			if (typeof value !== "string") throw wrong(key, "a string");
			return value;
		},
		number(key) {
			const value = table.get(key) ?? 0;
			if (typeof value !== "number") throw wrong(key, "a number");
			return value;
		},
		integer(key) {
			const value = table.get(key);
			if (value === void 0) return void 0;
			if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) throw wrong(key, "a whole number that is not negative");
			return value;
		},
		flag(key) {
			const value = table.get(key) ?? false;
			if (typeof value !== "boolean") throw wrong(key, "true or false");
			return value;
		},
		texts(key) {
			const value = table.get(key) ?? [];
			if (typeof value === "string") return [value];
			if (!Array.isArray(value) || value.some((entry) => typeof entry !== "string")) throw wrong(key, "a list of strings");
			return value;
		},
		table(key) {
			const value = table.get(key);
			if (value === void 0) return void 0;
			if (!isTable(value)) throw wrong(key, "a table");
			return reader(toTable(value), `${where}, [${key}]`, file);
		},
		tables(key) {
			const value = table.get(key) ?? [];
			if (!Array.isArray(value) || !value.every(isTable)) throw wrong(key, "a list of tables");
			return value.map((entry, index) => {
				const inner = toTable(entry);
				const id = inner.get("id");
				return reader(inner, `${where}, [[${key}]] ${typeof id === "string" && id !== "" ? `"${id}"` : `number ${index + 1}`}`, file);
			});
		}
	};
}
function readRegex(reader, key, pattern) {
	try {
		return translate(pattern);
	} catch (cause) {
		if (!(cause instanceof RegexSyntaxError)) throw cause;
		throw reader.fail(`the expression in \`${key}\` is not valid at character ${cause.offset + 1}: ${cause.message}`, "Write it in Go's syntax (https://pkg.go.dev/regexp/syntax), which gitleaks uses.");
	}
}

// packages/secrets/src/config/read-allowlist.ts
function readAllowlists(reader) {
	if (reader.has("allowlist") && reader.has("allowlists")) throw reader.fail("`allowlist` and `allowlists` stand side by side; only one form is allowed", "Move the old `[allowlist]` into a `[[allowlists]]` entry.");
	const old = reader.table("allowlist");
	return (old === void 0 ? reader.tables("allowlists") : [old]).map(readAllowlist);
}
function readAllowlist(reader) {
	const list = {
		description: reader.text("description"),
		condition: readCondition(reader),
		commits: reader.texts("commits").map((commit) => commit.trim().toLowerCase()),
		paths: reader.texts("paths").map((pattern) => readRegex(reader, "paths", pattern)),
		regexTarget: readTarget(reader),
		regexes: reader.texts("regexes").map((pattern) => readRegex(reader, "regexes", pattern)),
		stopwords: [...new Set(reader.texts("stopwords").map((word) => word.toLowerCase()))]
	};
	if (list.commits.length + list.paths.length + list.regexes.length + list.stopwords.length === 0) throw reader.fail("an allowlist needs at least one of commits, paths, regexes or stopwords");
	return {
		list,
		targetRules: reader.texts("targetrules"),
		reader
	};
}
function readCondition(reader) {
	const condition = reader.text("condition").toLowerCase();
	if ([
		"",
		"or",
		"||"
	].includes(condition)) return "any";
	if (["and", "&&"].includes(condition)) return "all";
	throw reader.fail(`\`condition\` is "${condition}"; allowed are AND and OR`);
}
function readTarget(reader) {
	const target = reader.text("regextarget");
	if (target === "" || target === "secret") return "secret";
	if (target === "match" || target === "line") return target;
	throw reader.fail(`\`regexTarget\` is "${target}"; allowed are secret, match and line`);
}

// packages/secrets/src/config/read-rule.ts
function readRule(reader) {
	const id = reader.text("id");
	if (id.trim() === "") throw reader.fail("the rule has no `id`");
	const regex = reader.text("regex");
	const path = reader.text("path");
	return {
		rule: {
			id,
			description: reader.text("description"),
			...regex === "" ? {} : { regex: readRegex(reader, "regex", regex) },
			...path === "" ? {} : { path: readRegex(reader, "path", path) },
			secretGroup: reader.integer("secretgroup") ?? 0,
			entropy: reader.number("entropy"),
			keywords: reader.texts("keywords").map((keyword) => keyword.toLowerCase()).filter(Boolean),
			tags: reader.texts("tags"),
			allowlists: readAllowlists(reader).map(({ list }) => list),
			required: reader.tables("required").map(readRequired),
			skipReport: reader.flag("skipreport")
		},
		reader
	};
}
function readRequired(reader) {
	const ruleId = reader.text("id");
	if (ruleId === "") throw reader.fail("a required rule has no `id`");
	const withinLines = reader.integer("withinlines");
	const withinColumns = reader.integer("withincolumns");
	return {
		ruleId,
		...withinLines === void 0 ? {} : { withinLines },
		...withinColumns === void 0 ? {} : { withinColumns }
	};
}
function checkRule({ rule, reader }, merged) {
	if (merged.regex === void 0 && merged.path === void 0) throw reader.fail("the rule has neither `regex` nor `path`");
	const groups = merged.regex?.groups ?? 0;
	if (rule.secretGroup > groups) throw reader.fail(`\`secretGroup\` is ${rule.secretGroup}; the expression has ${groups} groups`);
}

// packages/secrets/src/config/gitleaks-config.ts
const MAX_EXTENDS = 2;
async function readGitleaksConfig(source, options) {
	const top = await readLevel(source, options, 0);
	const allowlists = [...top.allowlists];
	let rules = top.rules;
	for (const { list, targetRules, reader } of top.own) {
		if (targetRules.length === 0) allowlists.push(list);
		for (const id of targetRules) {
			const targets = new Set(rulesNamed(rules, id).map((rule) => rule.id));
			if (targets.size === 0) throw reader.fail(`\`targetRules\` names the rule "${id}", which does not exist`);
			rules = rules.map((rule) => targets.has(rule.id) ? {
				...rule,
				allowlists: [...rule.allowlists, list]
			} : rule);
		}
	}
	checkKeywords(rules, source.name);
	return {
		rules: rules.toSorted((a, b) => a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
		allowlists,
		joinedAllowlists: true,
		custom: true,
		origin: source.name
	};
}
function checkKeywords(rules, file) {
	const keywords = new Set(rules.flatMap((rule) => rule.keywords));
	let characters = 0;
	const different = /* @__PURE__ */ new Set();
	for (const keyword of keywords) {
		characters += keyword.length;
		for (let i = 0; i < keyword.length; i++) different.add(keyword.charCodeAt(i));
	}
	const { characters: most, different: mostDifferent } = KEYWORD_LIMITS;
	if (characters <= most && different.size <= mostDifferent) return;
	throw new UsageError(`${file}: the \`keywords\` of all rules have ${characters} characters, ${different.size} different ones; at most ${most} and ${mostDifferent} are allowed`, { hint: "Give rules fewer keywords; a rule without any looks at every text." });
}
async function readLevel(source, options, depth) {
	const reader = await readToml(source.text, source.name);
	const own = readAllowlists(reader);
	const read = lastOfEachId(reader.tables("rules").map(readRule));
	const ids = new Set(read.map(({ rule }) => rule.id));
	for (const { rule, reader: at } of read) for (const { ruleId } of rule.required) if (!ids.has(ruleId)) throw at.fail(`it requires the rule "${ruleId}", which is not in this file`);
	const base = await readBase(reader, options, depth);
	const rules = new Map(base.rules.map((rule) => [rule.id, rule]));
	for (const one of read) {
		const below = rulesNamed(rules.values(), one.rule.id);
		const extended = below.length > 1 && one.rule.regex !== void 0 ? [] : below;
		for (const base of extended.length === 0 ? [void 0] : extended) {
			const merged = base === void 0 ? one.rule : mergeRule(base, one.rule);
			checkRule(one, merged);
			rules.set(merged.id, merged);
		}
	}
	return {
		rules: [...rules.values()],
		allowlists: base.allowlists,
		own
	};
}
function lastOfEachId(read) {
	return [...new Map(read.map((one) => [one.rule.id, one])).values()];
}
async function readBase(reader, options, depth) {
	const extend = reader.table("extend");
	if (extend === void 0) return {
		rules: [],
		allowlists: []
	};
	const path = extend.text("path");
	const useDefault = extend.flag("usedefault");
	if (path !== "" && useDefault) throw extend.fail("`path` and `useDefault` can't both be set");
	if (extend.text("url") !== "") throw extend.fail("`url` is not supported: rules are never loaded from the network", "Use `path`.");
	if (path === "" && !useDefault) return {
		rules: [],
		allowlists: []
	};
	if (depth >= MAX_EXTENDS) {
		options.warn(`${reader.where}: more than ${MAX_EXTENDS} levels of \`[extend]\`; the rest was left out`);
		return {
			rules: [],
			allowlists: []
		};
	}
	const base = useDefault ? options.builtIn() : await lowerLevel({
		name: path,
		text: await options.readExtended(path)
	}, options, depth + 1);
	const disabled = /* @__PURE__ */ new Set();
	for (const id of extend.texts("disabledrules")) {
		const named = rulesNamed(base.rules, id);
		for (const rule of named) disabled.add(rule);
		if (named.length === 0) options.warn(`${extend.where}: \`disabledRules\` names "${id}", which the base does not have`);
	}
	return {
		rules: base.rules.filter((rule) => !disabled.has(rule)),
		allowlists: base.allowlists
	};
}
async function lowerLevel(source, options, depth) {
	const level = await readLevel(source, options, depth);
	const own = level.own.filter(({ targetRules, reader }) => {
		if (targetRules.length > 0) options.warn(`${reader.where}: \`targetRules\` counts in the top file only`);
		return targetRules.length === 0;
	});
	return {
		rules: level.rules,
		allowlists: [...level.allowlists, ...own.map(({ list }) => list)]
	};
}

// packages/secrets/src/config/load-rules.ts
async function loadRules(options, logger) {
	const source = await locateConfig(options);
	if (source === void 0) return { ruleSet: builtInRules() };
	const ruleSet = await readGitleaksConfig(source, {
		builtIn: builtInRules,
		readExtended: async (path) => {
			const text = await options.read(path);
			if (text !== void 0) return text;
			throw new UsageError(`${source.name}: \`extend.path\` is "${path}"; no such file can be read`, { hint: "The path is relative to the working directory and may not lead out of it." });
		},
		warn: (message) => logger.warning(message)
	});
	if (ruleSet.rules.length === 0) throw new UsageError(`${source.name} has no rules, so nothing could ever be found`, { hint: "Add `[extend]` with `useDefault = true`, or rules of your own." });
	return {
		ruleSet,
		source
	};
}

// packages/secrets/src/engine/allowlists.ts
function compileAllowlist(list, joined) {
	const matchesPath = matcher(list.paths.map((path) => path.pattern), joined);
	const matchesRegex = matcher(list.regexes.map((regex) => regex.pattern), joined);
	const commits = new Set(list.commits);
	const byCommit = (commit) => commits.size > 0 && commit !== "" && commits.has(commit.toLowerCase());
	let lastPath = "";
	let isLastAllowed = false;
	const byPath = (path) => {
		if (path !== lastPath) {
			isLastAllowed = path !== "" && matchesPath(path);
			lastPath = path;
		}
		return isLastAllowed;
	};
	const hasStopword = (secret) => {
		if (list.stopwords.length === 0) return false;
		const folded = secret.toLowerCase();
		return list.stopwords.some((word) => folded.includes(word));
	};
	const target = (candidate) => candidate[list.regexTarget];
	return {
		allowsPlace(path, commit) {
			if (list.condition === "any") return byCommit(commit) || byPath(path);
			if (list.regexes.length > 0 || list.stopwords.length > 0) return false;
			return (commits.size === 0 || byCommit(commit)) && (list.paths.length === 0 || byPath(path));
		},
		allowsFinding(candidate) {
			const regexHolds = () => {
				const text = target(candidate);
				return text !== "" && matchesRegex(text);
			};
			if (list.condition === "any") return regexHolds() || hasStopword(candidate.secret);
			return (commits.size === 0 || byCommit(candidate.commit)) && (list.paths.length === 0 || byPath(candidate.path)) && (list.regexes.length === 0 || regexHolds()) && (list.stopwords.length === 0 || hasStopword(candidate.secret));
		}
	};
}
function matcher(patterns, joined) {
	if (patterns.length === 0) return () => false;
	let compiled;
	return (text) => {
		compiled ??= (joined ? [`(?:${patterns.join("|")})`] : patterns).map((pattern) => new RegExp(translate(pattern).source));
		return compiled.some((regex) => regex.test(text));
	};
}

// packages/secrets/src/engine/lines.ts
function linesOf(text) {
	let newlines;
	const find = () => {
		if (newlines === void 0) {
			newlines = [];
			for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) newlines.push(at);
		}
		return newlines;
	};
	const before = (offset) => {
		const all = find();
		let low = 0;
		for (let high = all.length; low < high;) {
			const middle = low + high >> 1;
			if ((all[middle] ?? 0) < offset) low = middle + 1;
			else high = middle;
		}
		return low;
	};
	return {
		before,
		around(start, end) {
			const from = start === 0 ? 0 : text.lastIndexOf("\n", start - 1) + 1;
			const to = text.indexOf("\n", Math.max(from, end));
			return text.slice(from, to < 0 ? void 0 : to);
		},
		columnOf(offset) {
			return offset - (offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1);
		}
	};
}

// packages/secrets/src/engine/candidate-filters.ts
function dropGenericDoubles(candidates) {
	const isGeneric = (candidate) => candidate.ruleId.toLowerCase().includes("generic");
	const specific = candidates.filter((candidate) => !isGeneric(candidate));
	if (specific.length === 0 || specific.length === candidates.length) return candidates;
	return candidates.filter((candidate) => !isGeneric(candidate) || !specific.some((other) => other.startLine === candidate.startLine && other.secret.includes(candidate.secret)));
}
function withRequiredRules(candidates, required, hitsOf) {
	if (candidates.length === 0 || required.length === 0) return candidates;
	const hits = new Map(required.map((need) => [need.ruleId, hitsOf(need.ruleId)]));
	return candidates.filter((candidate) => required.every((need) => (hits.get(need.ruleId) ?? []).some((hit) => isNear(candidate, hit, need))));
}
function isNear(candidate, hit, need) {
	if (need.withinLines !== void 0 && Math.abs(candidate.startLine - hit.startLine) > need.withinLines) return false;
	if (need.withinColumns === void 0) return true;
	return Math.abs(columnOf(candidate) - columnOf(hit)) <= need.withinColumns;
}
function columnOf(candidate) {
	return candidate.start < 0 ? 0 : linesOf(candidate.fragment.text).columnOf(candidate.start);
}

// packages/secrets/src/regex/preamble.ts
const MAX_BRANCHES = 8;
function splitBranches(root) {
	const branches = alternativesOf(root).map(splitPreambles);
	const worth = branches.some(({ preambles }) => preambles.length > 0);
	const fit = branches.length <= MAX_BRANCHES && branches.every(({ rest }) => minLength(rest) > 0);
	return worth && fit ? branches : void 0;
}
function alternativesOf(node) {
	if (node.kind === "alternate") return node.nodes.flatMap(alternativesOf);
	const [first, ...others] = flat(node);
	if (first?.kind !== "alternate") return [node];
	const inner = first.nodes.flatMap(alternativesOf);
	return inner.some((one) => isPreamble(flat(one)[0])) ? inner.map((one) => ({
		kind: "concat",
		nodes: [one, ...others]
	})) : [node];
}
function splitPreambles(node) {
	const nodes = flat(node);
	const found = nodes.findIndex((one) => !isPreamble(one));
	const count = found < 0 ? nodes.length : found;
	return {
		preambles: nodes.slice(0, count).filter(isPreamble).map(toPreamble),
		rest: {
			kind: "concat",
			nodes: nodes.slice(count)
		}
	};
}
function flat(node) {
	return node.kind === "concat" ? node.nodes.flatMap(flat) : [node];
}
function isPreamble(node) {
	return node?.kind === "repeat" && node.lazy && node.min === 0 && node.max !== Number.POSITIVE_INFINITY && node.node.kind === "class" && node.node.ranges.every(([, high]) => high <= 65535);
}
function toPreamble({ node, max }) {
	const ranges = node.kind === "class" ? node.ranges : [];
	const inRanges = (code) => ranges.some(([low, high]) => low <= code && code <= high);
	const ascii = Uint8Array.from({ length: 128 }, (_, code) => inRanges(code) ? 1 : 0);
	return {
		holds: (code) => code < 128 ? ascii[code] === 1 : inRanges(code),
		most: max
	};
}

// packages/secrets/src/regex/find-all.ts
function findAll(regex, text) {
	const out = [];
	let previousEnd = -1;
	regex.lastIndex = 0;
	for (let match = regex.exec(text); match !== null; match = regex.exec(text)) {
		const start = match.index;
		const end = start + match[0].length;
		if (end === start) {
			regex.lastIndex = end + 1;
			if (start === previousEnd) continue;
		}
		previousEnd = end;
		out.push({
			start,
			end
		});
	}
	return out;
}
function createFinder(source, root) {
	const branches = splitBranches(root);
	if (branches === void 0) {
		const regex = new RegExp(source, "g");
		return (text) => findAll(regex, text);
	}
	const searches = branches.map(searchFor);
	return (text) => {
		const out = [];
		const next = searches.map((search) => search(text, 0));
		for (;;) {
			let best;
			for (const span of next) if (span !== void 0 && (best === void 0 || span.start < best.start)) best = span;
			if (best === void 0) return out;
			out.push(best);
			for (let i = 0; i < next.length; i++) {
				const span = next[i];
				if (span !== void 0 && span.start < best.end) next[i] = searches[i]?.(text, best.end);
			}
		}
	};
}
function searchFor({ preambles, rest }) {
	const inward = preambles.toReversed();
	const regex = new RegExp(emit(rest), "g");
	return (text, from) => {
		regex.lastIndex = from;
		const match = regex.exec(text);
		if (match === null) return void 0;
		let start = match.index;
		for (const { holds, most } of inward) {
			const least = Math.max(from, start - most);
			while (start > least && holds(text.charCodeAt(start - 1))) start -= 1;
		}
		return {
			start,
			end: match.index + match[0].length
		};
	};
}

// packages/secrets/src/engine/compiled-rule.ts
function compileRule(rule, set) {
	const once = (make) => {
		let made;
		return () => {
			made ??= make();
			return made;
		};
	};
	const { regex, path } = rule;
	const finder = once(() => regex === void 0 ? void 0 : createFinder(regex.source, regex.root));
	const pathRegex = once(() => path === void 0 ? void 0 : new RegExp(path.source));
	return {
		rule,
		allowlists: rule.allowlists.map((list) => compileAllowlist(list, set.joinedAllowlists)),
		search: (text) => finder()?.(text) ?? [],
		groups: once(() => regex === void 0 || regex.groups === 0 ? void 0 : new RegExp(regex.source)),
		matchesPath: (text) => pathRegex()?.test(text) ?? true
	};
}
function secretOf(compiled, match) {
	const found = compiled.groups()?.exec(match);
	if (found === null || found === void 0) return match;
	if (compiled.rule.secretGroup > 0) return found[compiled.rule.secretGroup] ?? "";
	return found.slice(1).find((group) => group !== void 0 && group !== "") ?? match;
}

// packages/secrets/src/engine/decode-kinds.ts
const SPACE = "[\\t\\n\\f\\r ]";
const ENCODINGS = [
	{
		kind: "percent",
		source: "%[0-9A-Fa-f]{2}(?:[^\\n]*%[0-9A-Fa-f]{2})?",
		decode: decodePercent
	},
	{
		kind: "unicode",
		source: `(?:(?:U\\+[a-fA-F0-9]{4}(?:${SPACE}|$))+|(?:\\\\{1,2}[uU][a-fA-F0-9]{4})+)`,
		decode: decodeCodePoints
	},
	{
		kind: "hex",
		source: "[0-9A-Fa-f]{32,}",
		decode: decodeHex
	},
	{
		kind: "base64",
		source: "[\\w/+-]{16,}={0,2}",
		decode: decodeBase64
	}
];
function isPrintable(bytes) {
	return bytes.length > 0 && bytes.every((byte) => byte >= 9 && byte <= 126);
}
function decodePercent(encoded) {
	let printable = true;
	const text = encoded.replace(/%([0-9A-Fa-f]{2})/g, (_, digits) => {
		const byte = Number.parseInt(digits, 16);
		if (byte < 9 || byte > 126) printable = false;
		return String.fromCharCode(byte);
	});
	return printable ? text : "";
}
function decodeCodePoints(encoded) {
	return [...encoded.matchAll(/(?:U\+|\\{1,2}[uU])([0-9A-Fa-f]{4})/g)].map((found) => found[1]).map((hex) => Number.parseInt(hex ?? "", 16)).map((code) => code >= 55296 && code <= 57343 ? "�" : String.fromCharCode(code)).join("");
}
function decodeHex(encoded) {
	if (encoded.length % 2 !== 0 || !/[0-9]/.test(encoded)) return "";
	const bytes = Buffer.from(encoded, "hex");
	return isPrintable(bytes) ? bytes.toString("latin1") : "";
}
function decodeBase64(encoded) {
	if (!/[0-9+/_-]/.test(encoded)) return "";
	const standard = /^[A-Za-z0-9+/]+={0,2}$/.test(encoded) && encoded.length % 4 === 0;
	const url = /^[A-Za-z0-9_-]+$/.test(encoded) && encoded.length % 4 !== 1;
	if (!standard && !url) return "";
	const bytes = Buffer.from(encoded, "base64");
	return isPrintable(bytes) ? bytes.toString("latin1") : "";
}

// packages/secrets/src/engine/encoded-runs.ts
function encodedRuns(text) {
	const all = findRuns(text);
	const loses = (run, other) => other !== void 0 && touches(run.span, other.span) && other.rank < run.rank;
	return all.filter((run, i) => !loses(run, all[i - 1]) && !loses(run, all[i + 1]));
}
function touches(a, b) {
	return b.start <= a.end && b.end >= a.start;
}
const ANY_ENCODING = new RegExp(ENCODINGS.map(({ source }) => `(${source})`).join("|"), "y");
const RUN = Uint8Array.from({ length: 128 }, (_, code) => /[\w/+-]/.test(String.fromCharCode(code)) ? 1 : 0);
const MIN_RUN = 16;
function findRuns(text) {
	const out = [];
	let at = 0;
	let percent = indexFrom(text, "%", 0);
	let backslash = indexFrom(text, "\\", 0);
	let codePoint = indexFrom(text, "U+", 0);
	let run = longRun(text, 0);
	for (;;) {
		const start = Math.min(percent, backslash, codePoint, run);
		if (start === Number.POSITIVE_INFINITY) return out;
		ANY_ENCODING.lastIndex = start;
		const found = ANY_ENCODING.exec(text);
		const rank = found === null ? -1 : found.findIndex((group, index) => index > 0 && group !== void 0) - 1;
		const encoding = ENCODINGS[rank];
		if (found === null || encoding === void 0) at = start + 1;
		else {
			at = start + found[0].length;
			out.push({
				span: {
					start,
					end: at
				},
				encoding,
				rank
			});
		}
		if (percent < at) percent = indexFrom(text, "%", at);
		if (backslash < at) backslash = indexFrom(text, "\\", at);
		if (codePoint < at) codePoint = indexFrom(text, "U+", at);
		if (run < at) run = longRun(text, at);
	}
}
function indexFrom(text, part, from) {
	const at = text.indexOf(part, from);
	return at < 0 ? Number.POSITIVE_INFINITY : at;
}
function longRun(text, from) {
	const length = text.length;
	let probe = from + MIN_RUN - 1;
	while (probe < length) {
		if (!isRun(text.charCodeAt(probe))) {
			probe += MIN_RUN;
			continue;
		}
		let start = probe;
		while (start > from && isRun(text.charCodeAt(start - 1))) start -= 1;
		let end = probe + 1;
		while (end < length && end - start < MIN_RUN && isRun(text.charCodeAt(end))) end += 1;
		if (end - start >= MIN_RUN) return start;
		probe = end + MIN_RUN;
	}
	return Number.POSITIVE_INFINITY;
}
function isRun(code) {
	return code < 128 && RUN[code] === 1;
}

// packages/secrets/src/engine/decode.ts
function createDecoder() {
	const known = /* @__PURE__ */ new Map();
	return (text, predecessors) => {
		const segments = [];
		const parts = [];
		let from = 0;
		let shift = 0;
		for (const { span, encoding } of encodedRuns(text)) {
			const encoded = text.slice(span.start, span.end);
			let plain = known.get(encoded);
			if (plain === void 0) {
				plain = encoding.decode(encoded);
				known.set(encoded, plain);
			}
			if (plain === "") continue;
			const kinds = /* @__PURE__ */ new Set([encoding.kind]);
			for (const earlier of predecessors) if (touches(span, earlier.decoded)) for (const kind of earlier.kinds) kinds.add(kind);
			segments.push({
				original: originalOf(predecessors, span),
				encoded: span,
				decoded: {
					start: span.start + shift,
					end: span.start + shift + plain.length
				},
				kinds,
				depth: 1 + (predecessors[0]?.depth ?? 0),
				predecessors
			});
			parts.push(text.slice(from, span.start), plain);
			from = span.end;
			shift += plain.length - encoded.length;
		}
		if (segments.length === 0) return {
			text,
			segments
		};
		return {
			text: parts.join("") + text.slice(from),
			segments
		};
	};
}
function touchedSegments(segments, span) {
	return segments.filter((segment) => touches(segment.decoded, span));
}
function originalOf(segments, span) {
	if (segments.length === 0) return span;
	let above;
	for (const segment of segments) {
		const { decoded, encoded } = segment;
		if (!touches(decoded, span)) continue;
		if (decoded.start <= span.start && span.end <= decoded.end) return segment.original;
		const widened = {
			start: encoded.start + Math.min(0, span.start - decoded.start),
			end: encoded.end + Math.max(0, span.end - decoded.end)
		};
		above = above === void 0 ? widened : {
			start: Math.min(above.start, widened.start),
			end: Math.max(above.end, widened.end)
		};
	}
	return above === void 0 ? span : originalOf(segments[0]?.predecessors ?? [], above);
}

// packages/secrets/src/engine/match-rule.ts
const ALLOW_MARK = "gitleaks:allow";
function matchRule(compiled, pass) {
	const { rule } = compiled;
	const { fragment } = pass;
	if (compiled.allowlists.some((list) => list.allowsPlace(fragment.path, fragment.commit))) return [];
	if (rule.regex === void 0) return pass.segments.length === 0 && fragment.path !== "" && compiled.matchesPath(fragment.path) ? [nameCandidate(compiled, fragment)] : [];
	if (rule.path !== void 0 && !compiled.matchesPath(fragment.path)) return [];
	const out = [];
	for (const span of compiled.search(pass.text)) {
		const candidate = toCandidate(compiled, pass, span);
		if (candidate !== void 0) out.push(candidate);
	}
	return out;
}
function toCandidate(compiled, pass, span) {
	const { rule } = compiled;
	const { fragment, lines } = pass;
	const match = trimNewlines(pass.text.slice(span.start, span.end));
	const touched = touchedSegments(pass.segments, span);
	if (pass.segments.length > 0 && touched.length === 0) return void 0;
	const place = touched.length > 0 ? originalOf(touched, span) : {
		start: span.start,
		end: span.start + match.length
	};
	const line = lines.around(skipNewlines(fragment.text, place.start, place.end), place.end);
	const secret = secretOf(compiled, match);
	const bits = entropy(secret);
	if (rule.entropy !== 0 && bits <= rule.entropy) return void 0;
	const question = {
		path: fragment.path,
		commit: fragment.commit,
		secret,
		match,
		line: touched.length > 0 ? decodedLine(pass.text, touched) : line
	};
	if (pass.globalAllowlists.some((list) => list.allowsFinding(question))) return void 0;
	if (compiled.allowlists.some((list) => list.allowsFinding(question))) return void 0;
	const decoded = pass.segments.length > 0;
	if (rule.accept?.({
		...question,
		text: pass.text,
		start: span.start,
		decoded
	}) === false) return void 0;
	return {
		ruleId: rule.id,
		fragment,
		match,
		secret,
		entropy: bits,
		start: place.start,
		end: place.end,
		startLine: fragment.startLine + lines.before(place.start) + leadingNewline(fragment.text, place.start),
		line,
		marked: line.includes(ALLOW_MARK),
		...rule.verify === void 0 ? {} : { checksumHolds: rule.verify(secret) },
		tags: [...rule.tags, ...decodeTags(touched)]
	};
}
function leadingNewline(text, start) {
	return text[start] === "\n" ? 1 : 0;
}
function skipNewlines(text, start, end) {
	let at = start;
	while (at < end && text[at] === "\n") at += 1;
	return at;
}
function trimNewlines(text) {
	let start = 0;
	let end = text.length;
	while (start < end && text[start] === "\n") start += 1;
	while (end > start && text[end - 1] === "\n") end -= 1;
	return text.slice(start, end);
}
function decodedLine(text, touched) {
	const start = Math.min(...touched.map((segment) => segment.decoded.start));
	const end = Math.max(...touched.map((segment) => segment.decoded.end));
	return linesOf(text).around(start, end);
}
function decodeTags(touched) {
	if (touched.length === 0) return [];
	const kinds = new Set(touched.flatMap((segment) => [...segment.kinds]));
	return [...[
		"percent",
		"unicode",
		"hex",
		"base64"
	].filter((kind) => kinds.has(kind)).map((kind) => `decoded:${kind}`), `decode-depth:${touched[0]?.depth ?? 1}`];
}
function nameCandidate({ rule }, fragment) {
	return {
		ruleId: rule.id,
		fragment,
		match: `file detected: ${fragment.path}`,
		secret: "",
		entropy: 0,
		start: -1,
		end: -1,
		startLine: 0,
		line: "",
		marked: false,
		tags: rule.tags
	};
}

// packages/secrets/src/engine/engine.ts
function createEngine(ruleSet, options) {
	const rules = ruleSet.rules.map((rule) => compileRule(rule, ruleSet));
	const select = ruleSelector(ruleSet.rules);
	const byId = new Map(rules.map((compiled) => [compiled.rule.id, compiled]));
	const globalAllowlists = ruleSet.allowlists.map((list) => compileAllowlist(list, ruleSet.joinedAllowlists));
	let current = "";
	const scanPass = (pass, out) => {
		for (const index of select(pass.text)) {
			const compiled = rules[index];
			if (compiled === void 0 || compiled.rule.skipReport) continue;
			current = `the rule ${compiled.rule.id}`;
			out.push(...matchWithRequired(compiled, pass, byId));
		}
	};
	const allowsPlace = (path, commit) => {
		current = "an allowlist of the configuration";
		return globalAllowlists.some((list) => list.allowsPlace(path, commit));
	};
	return {
		ruleSet,
		allowsPlace,
		current: () => current,
		scan(fragment) {
			if (allowsPlace(fragment.path, fragment.commit)) return [];
			const out = [];
			const shared = {
				fragment,
				lines: linesOf(fragment.text),
				globalAllowlists
			};
			const decode = createDecoder();
			let text = fragment.text;
			let segments = [];
			for (let depth = 0;; depth++) {
				scanPass({
					...shared,
					text,
					segments
				}, out);
				if (depth >= options.maxDecodeDepth) break;
				({text, segments} = decode(text, segments));
				if (segments.length === 0) break;
			}
			return dropGenericDoubles(out);
		}
	};
}
function ruleSelector(rules) {
	const always = rules.flatMap((rule, index) => rule.keywords.length === 0 ? [index] : []);
	const byKeyword = /* @__PURE__ */ new Map();
	rules.forEach(({ keywords }, index) => {
		for (const keyword of keywords) {
			const before = byKeyword.get(keyword);
			if (before === void 0) byKeyword.set(keyword, [index]);
			else before.push(index);
		}
	});
	const rulesOf = [...byKeyword.values()];
	const search = keywordSearch([...byKeyword.keys()]);
	return (text) => {
		const hits = search.find(text);
		if (hits.length === 0) return always;
		const out = new Set(always);
		for (const keyword of hits) for (const rule of rulesOf[keyword] ?? []) out.add(rule);
		return [...out].sort((a, b) => a - b);
	};
}
function matchWithRequired(compiled, pass, byId) {
	return withRequiredRules(matchRule(compiled, pass), compiled.rule.required, (id) => {
		const other = byId.get(id);
		return other === void 0 ? [] : matchRule(other, pass);
	});
}

// packages/secrets/src/findings/moved-files.ts
const MAX_EARLIER = 20;
const MAX_LOOKED_AT = 1e3;
function groupHits(hits, deleted, contentOf) {
	return [...groupBy(hits, contentOf).values()].flatMap((same) => groupsOfSecret(same, deleted));
}
function groupsOfSecret(hits, deleted) {
	const paths = new Set(hits.map(({ path }) => path));
	const moved = /* @__PURE__ */ new Set();
	const first = /* @__PURE__ */ new Map();
	const root = (path) => {
		let at = path;
		for (let up = first.get(at); up !== void 0; up = first.get(at)) at = up;
		return at;
	};
	for (const hit of paths.size > 1 ? hits : []) {
		const gone = deleted.get(hit.commit);
		for (const path of gone === void 0 ? [] : paths) {
			if (path === hit.path || !gone?.has(path)) continue;
			moved.add(hit);
			const [from, to] = [root(hit.path), root(path)];
			if (from !== to) first.set(from, to);
		}
	}
	return [...groupBy(hits, ({ path }) => root(path)).values()].map((group) => ({
		hits: group,
		moved: group.every((hit) => moved.has(hit)) ? /* @__PURE__ */ new Set() : moved
	}));
}
function groupBy(hits, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const hit of hits) {
		const key = keyOf(hit);
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [hit]);
		else group.push(hit);
	}
	return groups;
}
function earlierPaths(hits, deleted) {
	const known = new Set(hits.map(({ path }) => path));
	const nameOf = (path) => path.slice(path.lastIndexOf("/") + 1);
	const names = new Set([...known].map(nameOf));
	const gone = [...new Set(hits.map(({ commit }) => commit))].flatMap((commit) => [...deleted.get(commit) ?? []].slice(0, MAX_LOOKED_AT)).filter((path) => !known.has(path));
	const [likely, other] = [true, false].map((same) => gone.filter((path) => names.has(nameOf(path)) === same));
	return [.../* @__PURE__ */ new Set([...likely ?? [], ...other ?? []])].slice(0, MAX_EARLIER);
}

// packages/secrets/src/findings/names.ts
function hitNames(rules) {
	const byId = new Map(rules.map((rule) => [rule.id, rule]));
	const rule = (id) => byId.get(id) ?? {
		id,
		description: ""
	};
	const idsOf = (id) => [.../* @__PURE__ */ new Set([id, ...rule(id).aliases ?? []])];
	const under = (hit, id, path = hit.path) => fingerprint(`secrets.${id}`, path, hit.secret?.hash(id) ?? "");
	const own = (hit, path) => under(hit, rule(hit.ruleId).fingerprintId ?? hit.ruleId, path);
	return {
		rule,
		fingerprint: own,
		otherFingerprints: (hit) => idsOf(hit.ruleId).map((id) => under(hit, id)).filter((other) => other !== own(hit)),
		ignoreLines: (hit) => idsOf(hit.ruleId).flatMap((id) => gitleaksFingerprints(hit.path, id, hit.line, hit.commit))
	};
}

// packages/secrets/src/findings/collect-findings.ts
const ACCEPT = "Once that is done, or where it is no secret, accept it with the entry to paste.";
const MAX_RELATED = 20;
const MAX_ALIASES = 60;
function createFindings({ ignore, rules, deleted, today }) {
	const names = hitNames(rules);
	const hits = [];
	const used = /* @__PURE__ */ new Set();
	const seen = /* @__PURE__ */ new Set();
	return {
		add(hit) {
			const place = JSON.stringify([
				names.fingerprint(hit),
				hit.commit,
				hit.line,
				hit.location
			]);
			if (seen.has(place)) return;
			seen.add(place);
			hits.push(hit);
			for (const line of names.ignoreLines(hit)) if (ignore.entries.has(line)) used.add(line);
		},
		all() {
			const contentOf = (hit) => hit.secret === void 0 || hit.path === "" ? names.fingerprint(hit) : names.fingerprint(hit, "");
			return groupHits(hits, deleted, contentOf).map((group) => toFinding(group, {
				ignore,
				names,
				deleted,
				today
			})).sort((a, b) => compare(sortKey(a), sortKey(b)));
		},
		secrets: () => [...new Map(hits.flatMap(({ secret }) => secret === void 0 ? [] : [[secret.hash(""), secret]])).values()],
		unused: () => [...ignore.entries].filter((entry) => !used.has(entry)).length
	};
}
function toFinding({ hits, moved }, known) {
	const { names } = known;
	const placed = hits.filter((hit) => !moved.has(hit));
	const open = (placed.some(({ marked }) => !marked) ? placed : hits).filter((hit) => suppressionOf(hit, known) === void 0);
	const hit = (open.length > 0 ? open : placed).at(-1);
	if (hit === void 0) throw new Error("a finding has at least one hit");
	const ruleId = findingRuleId(hit.ruleId);
	const suppression = suppressionOf(hit, known);
	const related = uniqueLocations(hits.filter((other) => other !== hit));
	const doubtful = hit.checksumHolds === false;
	const place = hit.path === "" ? `the message of ${hit.commit.slice(0, 12)}` : hit.path;
	const what = names.rule(hit.ruleId).description || hit.ruleId;
	const id = {
		ruleId,
		fingerprint: names.fingerprint(hit),
		...hit.location === void 0 ? {} : { location: hit.location }
	};
	return {
		...id,
		severity: doubtful ? "info" : SECRETS_RULES[ruleId]?.severity ?? "high",
		message: oneLine(doubtful ? `${what} in ${place}, but its checksum is wrong: probably an example` : `${what} in ${place}`),
		...related.length === 0 ? {} : { relatedLocations: related },
		...hit.path === "" ? { subject: { name: `commit:${hit.commit}` } } : {},
		aliases: aliasesOf(hit, hits, known),
		evidence: [...evidenceOf(hit, hits.length), suppressionToPaste(id, known.today)],
		remediation: `${remediationOf(hit.ruleId)} ${ACCEPT}`,
		...hit.authoredAt === void 0 ? {} : { firstSeen: hit.authoredAt },
		...suppression === void 0 ? {} : { suppression }
	};
}
function aliasesOf(hit, hits, { names, deleted }) {
	const all = /* @__PURE__ */ new Set([
		...names.otherFingerprints(hit),
		...hits.map((other) => names.fingerprint(other)),
		...earlierPaths(hits, deleted).map((path) => names.fingerprint(hit, path)),
		...hits.flatMap(names.ignoreLines)
	]);
	all.delete(names.fingerprint(hit));
	return [...all].slice(0, MAX_ALIASES);
}
function suppressionOf(hit, { ignore, names }) {
	if (hit.marked) return {
		by: "inline",
		reason: "the line is marked with gitleaks:allow"
	};
	if (names.ignoreLines(hit).some((line) => ignore.entries.has(line))) return {
		by: "inline",
		reason: "it is listed in .gitleaksignore"
	};
}
function evidenceOf(hit, places) {
	const decoded = hit.tags.filter((tag) => tag.startsWith("decoded:")).map((tag) => tag.slice(8));
	return [
		...hit.secret === void 0 ? [] : [{
			label: "Secret",
			value: hit.secret.preview()
		}],
		...findingRuleId(hit.ruleId) === `secrets.${hit.ruleId}` ? [] : [{
			label: "Rule",
			value: hit.ruleId
		}],
		...decoded.length === 0 ? [] : [{
			label: "Encoded as",
			value: decoded.join(", ")
		}],
		...places > 1 ? [{
			label: "Places",
			value: String(places)
		}] : []
	];
}
function uniqueLocations(hits) {
	const out = /* @__PURE__ */ new Map();
	for (const { location } of hits) if (location !== void 0) out.set(JSON.stringify(location), location);
	return [...out.values()].slice(0, MAX_RELATED);
}
function oneLine(text) {
	return text.replace(/[\r\n]+/g, " ");
}
function sortKey({ location, ruleId, fingerprint: id }) {
	const line = String(location?.startLine ?? 0).padStart(9, "0");
	return [
		location?.path ?? "",
		line,
		ruleId,
		id
	].join("\0");
}
function compare(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}

// packages/secrets/src/findings/hit.ts
function toHit(candidate, authoredAt) {
	const { fragment, start, end } = candidate;
	const location = fragment.path === "" ? void 0 : start < 0 ? {
		path: fragment.path,
		...commitOf(fragment.commit)
	} : locate(candidate, start, end);
	return {
		ruleId: candidate.ruleId,
		path: fragment.path,
		commit: fragment.commit,
		line: candidate.startLine,
		marked: candidate.marked,
		tags: candidate.tags,
		...location === void 0 ? {} : { location },
		...start < 0 ? {} : { secret: redacted(candidate.secret) },
		...candidate.checksumHolds === void 0 ? {} : { checksumHolds: candidate.checksumHolds },
		...authoredAt === void 0 ? {} : { authoredAt }
	};
}
function locate(candidate, start, end) {
	const { fragment, secret } = candidate;
	const within = secret === "" ? -1 : fragment.text.slice(start, end + 1).indexOf(secret);
	const from = within < 0 ? start : start + within;
	const to = within < 0 ? Math.max(end, start + 1) : from + secret.length;
	const lines = linesOf(fragment.text);
	const place = (offset) => {
		const line = lines.before(offset);
		const shift = line === 0 ? fragment.startColumn ?? 0 : 0;
		return {
			line: fragment.startLine + line,
			column: lines.columnOf(offset) + shift + 1
		};
	};
	const first = place(from);
	const last = place(to - 1);
	return {
		path: fragment.path,
		startLine: first.line,
		startColumn: first.column,
		endLine: last.line,
		endColumn: last.column + 1,
		...commitOf(fragment.commit)
	};
}
function commitOf(commit) {
	return commit === "" ? {} : { commit };
}

// packages/secrets/src/redaction/withhold.ts
const MIN_LENGTH = 16;
const HIDDEN = "***";
function withhold(result, secrets) {
	const values = valuesIn(result, secrets);
	if (values.length === 0) return result;
	const hide = (text) => values.reduce((hidden, value) => hidden.replaceAll(value, HIDDEN), text);
	const hideIn = (location) => ({
		...location,
		path: hide(location.path)
	});
	const findings = result.findings.map(({ location, relatedLocations, aliases, evidence, subject, ...finding }) => ({
		...finding,
		message: hide(finding.message),
		...location && { location: hideIn(location) },
		...relatedLocations && { relatedLocations: relatedLocations.map(hideIn) },
		...subject && { subject: {
			...subject,
			name: hide(subject.name)
		} },
		...aliases && { aliases: aliases.map(hide) },
		...evidence && { evidence: evidence.map((line) => ({
			...line,
			value: hide(line.value)
		})) }
	}));
	const { coverage, notices } = result;
	const skipped = coverage.skipped.map(({ item, reason }) => ({
		item: hide(item),
		reason
	}));
	return {
		...result,
		findings,
		coverage: {
			...coverage,
			skipped
		},
		...notices && { notices: notices.map(hide) }
	};
}
function valuesIn(result, secrets) {
	const { findings, coverage, notices = [] } = result;
	const text = [.../* @__PURE__ */ new Set([
		...findings.flatMap(({ message, location, relatedLocations = [], aliases = [], subject }) => [
			message,
			location?.path ?? "",
			...relatedLocations.map(({ path }) => path),
			...aliases,
			subject?.name ?? ""
		]),
		...findings.flatMap(({ evidence = [] }) => evidence.map(({ value }) => value)),
		...coverage.skipped.map(({ item }) => item),
		...notices
	])].join("\n");
	const values = /* @__PURE__ */ new Set();
	for (const secret of secrets) {
		const value = secret.reveal().toWellFormed();
		if (value.length < MIN_LENGTH) continue;
		for (const form of [value, encodeURIComponent(value)]) if (text.includes(form)) values.add(form);
	}
	return [...values].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

// packages/secrets/src/scan/coverage.ts
function coverageOf(target, stats, origin) {
	const { commits, files, bytes } = stats;
	const what = target.kind === "tree" ? "the files as they lie there" : `${plural(commits, "commit")}, ${target.range.description}`;
	return {
		inspected: {
			...target.kind === "tree" ? {} : { commits },
			files,
			bytes
		},
		skipped: [...stats.skipped].sort(([a], [b]) => a < b ? -1 : 1).map(([item, reason]) => ({
			item,
			reason
		})),
		summary: `${plural(files, "file")} with ${origin}: ${what}`,
		scope: isWhole(target) ? "all" : "change"
	};
}
function gaps(target, stats) {
	const out = [...stats.unreadable].sort(([a], [b]) => a < b ? -1 : 1).map(([path, reason]) => ({
		ruleId: "secrets.unscanned-file",
		severity: "medium",
		message: `${path || "The folder"} was not scanned: ${reason}`,
		...path === "" ? {} : { location: { path } },
		fingerprint: fingerprint("secrets.unscanned-file", path)
	}));
	if (isWhole(target) && stats.offered > 0 && stats.leftOut === stats.offered) out.push({
		ruleId: "secrets.nothing-scanned",
		severity: "high",
		message: "The allowlists of the rules' configuration leave everything out",
		fingerprint: fingerprint("secrets.nothing-scanned")
	});
	if (stats.bytes > 0) return out;
	const harmless = target.kind === "history" ? stats.commits > 0 : stats.files > 0;
	out.push({
		ruleId: "secrets.nothing-scanned",
		severity: harmless ? "info" : "high",
		message: !harmless ? stats.unreadable.size === 0 ? "There is no file to scan" : "None of the files could be read, so nothing was scanned" : target.kind === "history" ? `The range adds no text (${plural(stats.commits, "commit")})` : `There is no text in ${plural(stats.files, "file")}: only the names were looked at`,
		fingerprint: fingerprint("secrets.nothing-scanned")
	});
	return out;
}
function isWhole(target) {
	return target.kind === "tree" || target.range.kind === "all";
}

// packages/secrets/src/engine/time-limit.ts
function timeLimit(milliseconds) {
	const holder = { work: () => void 0 };
	const context = createContext(holder);
	const script = new Script("work()");
	return (work, describe) => {
		let result;
		holder.work = () => {
			result = { value: work() };
		};
		try {
			script.runInContext(context, { timeout: milliseconds });
		} catch (cause) {
			if (!isTimeout(cause)) throw cause;
			throw new ExternalError(`Scanning took longer than ${milliseconds} ms: ${describe()}`, { hint: "Bound the repeats of the rule's expression, or put the path on the rule's allowlist." });
		}
		if (result === void 0) throw new ExternalError(`Scanning was stopped: ${describe()}`);
		return result.value;
	};
}
function isTimeout(cause) {
	return typeof cause === "object" && cause !== null && "code" in cause && cause.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}

// packages/secrets/src/scan/scan-fragments.ts
const BATCH_CHARACTERS = 262144;
const BATCH_FRAGMENTS = 512;
const LIMIT_MS = 2e4;
async function scanFragments(fragments, engine, { signal }, { found, leftOut = () => {} }, limitMs = LIMIT_MS) {
	const limited = timeLimit(limitMs);
	let batch = [];
	let characters = 0;
	let place = "";
	const flush = () => {
		signal.throwIfAborted();
		const work = () => {
			for (const fragment of batch) {
				const { path, commit } = fragment;
				place = path || `the message of ${commit}`;
				if (engine.allowsPlace(path, commit)) leftOut(fragment);
				else for (const candidate of engine.scan(fragment)) found(candidate, fragment);
			}
		};
		limited(work, () => `${engine.current()} on ${place}`);
		batch = [];
		characters = 0;
	};
	for await (const fragment of fragments) {
		batch.push(fragment);
		characters += fragment.text.length;
		if (characters >= BATCH_CHARACTERS || batch.length >= BATCH_FRAGMENTS) flush();
	}
	flush();
}

// packages/secrets/src/scan/target.ts
async function chooseTarget(context, options) {
	const { event, remote, offline, environment, logger, settings } = context;
	const base = {
		read: textReader(settings),
		linesBefore: linesReader(settings),
		addedMarksCount: settings.addedMarksCount,
		...settings.commit !== void 0 && { baseCommit: settings.commit }
	};
	const asFiles = (...notices) => ({
		...base,
		kind: "tree",
		isChange: false,
		notices
	});
	if (options.mode === "tree") return asFiles();
	const repo = await openIfThere(context, options);
	if (repo === void 0) return asFiles(NO_REPOSITORY);
	const range = await resolveRange(repo, {
		event,
		remote,
		offline,
		environment,
		logger,
		...options.baseRef === void 0 ? {} : { override: { base: options.baseRef } }
	});
	return {
		...base,
		kind: "history",
		repo,
		range,
		isChange: range.kind === "commits" && range.base !== void 0,
		notices: event === null ? [UNCOMMITTED] : []
	};
}
const NO_REPOSITORY = "The folder belongs to no git repository: its files were scanned as they lie there";
const UNCOMMITTED = "Only commits were looked at: what is staged, changed or untracked was not; `--mode tree` looks at the files as they lie there";
function textReader(settings) {
	return async (path, named = false) => {
		const bytes = await settings.read(path, { named });
		return bytes === void 0 ? void 0 : Buffer.from(bytes).toString("utf8");
	};
}
function linesReader(settings) {
	return async (path) => {
		const bytes = await settings.read(path, { decides: false }).catch(() => void 0);
		return bytes === void 0 ? [] : Buffer.from(bytes).toString("utf8").split("\n");
	};
}
async function openIfThere({ root, processes, environment, signal }, { mode, baseRef }) {
	const options = {
		root,
		processes,
		environment,
		signal
	};
	if (mode === "history" || baseRef !== void 0) return openRepository(options);
	return findRepository(options).catch((cause) => {
		if (!(cause instanceof UsageError)) throw cause;
		throw new UsageError(cause.message, {
			hint: "Check the repository out again, or scan its files alone with `mode: tree`.",
			cause
		});
	});
}

// packages/secrets/src/sources/absent-content.ts
async function noteAbsent({ root, processes, environment, signal }, stats) {
	try {
		const repo = await openRepository({
			root,
			processes,
			environment,
			signal
		});
		for (const [item, reason] of grouped(await absentFiles(repo))) stats.skipped.set(item, reason);
		return [];
	} catch (cause) {
		if (cause instanceof UsageError) return [];
		if (!(cause instanceof ExternalError)) throw cause;
		return [`What a sparse checkout or submodules keep out is not known: ${cause.message}`];
	}
}
function grouped(files) {
	const items = /* @__PURE__ */ new Map();
	const folders = /* @__PURE__ */ new Map();
	for (const { path, kind } of files) {
		const folder = path.slice(0, Math.max(path.lastIndexOf("/"), 0));
		if (kind !== "sparse") items.set(path, WHY_ABSENT[kind]);
		else {
			const paths = folders.get(folder) ?? [];
			paths.push(path);
			folders.set(folder, paths);
		}
	}
	for (const [folder, paths] of folders) {
		const [only = ""] = paths;
		if (paths.length === 1) items.set(only, WHY_ABSENT.sparse);
		else {
			const item = folder === "" ? "files at the top" : `${folder}/`;
			items.set(item, `the sparse checkout leaves ${plural(paths.length, "file")} of it out`);
		}
	}
	return items;
}

// packages/secrets/src/engine/fragment.ts
function decodeUtf8(latin1) {
	return /[^\x00-\x7f]/.test(latin1) ? Buffer.from(latin1, "latin1").toString("utf8") : latin1;
}

// packages/secrets/src/sources/text.ts
const SAMPLE = 8192;
const MAX_FRAGMENT = 1048576;
const OVERLAP = 16384;
const MARKS = /* @__PURE__ */ new Map([["ÿþ", "utf-16le"], ["þÿ", "utf-16be"]]);
function textOf(latin1) {
	const marked = decodeMarked(latin1);
	if (marked !== void 0) return marked;
	if (!latin1.includes("\0")) return decodeUtf8(latin1);
	const sample = latin1.slice(0, SAMPLE);
	const bare = sample.replaceAll("\0", "");
	const strange = bare.replace(/[\t\n\f\r\x20-\x7e]+/g, "").length;
	if (bare.length === 0 || strange / bare.length > .15) return void 0;
	const wide = sample.length - bare.length > sample.length * .3;
	return decodeUtf8(wide ? latin1.replaceAll("\0", "").replace(/^(?:\xff\xfe|\xfe\xff)/, "") : latin1);
}
function decodeMarked(latin1) {
	const encoding = MARKS.get(latin1.slice(0, 2));
	const whole = latin1.length % 2 === 0 ? latin1 : latin1.slice(0, -1);
	if (encoding === void 0) return void 0;
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(Buffer.from(whole, "latin1"));
	} catch {
		return;
	}
}
function fragmentsOf(whole) {
	const { text } = whole;
	if (text.length <= MAX_FRAGMENT) return [whole];
	const out = [];
	let line = whole.startLine;
	for (let from = 0; from < text.length;) {
		const to = cut(text, from + MAX_FRAGMENT, from + OVERLAP * 2);
		const lineStart = from === 0 ? 0 : text.lastIndexOf("\n", from - 1) + 1;
		const shift = lineStart === 0 ? whole.startColumn ?? 0 : 0;
		out.push({
			...whole,
			text: text.slice(from, to),
			startLine: line,
			startColumn: from - lineStart + shift
		});
		if (to >= text.length) break;
		const next = cut(text, to - OVERLAP, from + 1);
		for (let at = text.indexOf("\n", from); at >= 0 && at < next; at = text.indexOf("\n", at + 1)) line += 1;
		from = next;
	}
	return out;
}
function cut(text, wanted, least) {
	if (wanted >= text.length) return text.length;
	const end = text.lastIndexOf("\n", wanted - 1) + 1;
	return end > least ? end : wanted;
}

// packages/secrets/src/sources/joined-hunks.ts
function joinedHunks() {
	let carried = {
		file: "",
		tail: "",
		column: 0
	};
	return (file, { addedText, cut }) => {
		const { tail, column } = carried.file === file ? carried : {
			tail: "",
			column: 0
		};
		if (cut === true) {
			const lineStart = addedText.lastIndexOf("\n") + 1;
			const before = lineStart === 0 ? column + tail.length : 0;
			const end = addedText.slice(lineStart).slice(-OVERLAP);
			carried = {
				file,
				tail: end,
				column: before + addedText.length - lineStart - end.length
			};
		} else carried = {
			file: "",
			tail: "",
			column: 0
		};
		return {
			addedText: tail + addedText,
			startColumn: column
		};
	};
}

// packages/secrets/src/sources/history.ts
const SUBMODULE = "160000";
const MAX_DELETIONS = 2e5;
async function* historyFragments(repo, range, stats) {
	let last = "";
	let deletions = 0;
	const joined = joinedHunks();
	for await (const patch of streamDiff(repo, range)) {
		const { sha, authoredAt } = patch.commit;
		if (sha !== last) stats.commits += 1;
		last = sha;
		for (const file of patch.files) {
			if (file.status === "deleted") {
				if (deletions < MAX_DELETIONS) noteDeletion(stats, sha, file.path);
				deletions += 1;
				continue;
			}
			stats.files += 1;
			yield* fileFragments(file, sha, authoredAt, stats, joined);
		}
	}
	for await (const { oid, message } of streamMessages(repo, range)) {
		stats.bytes += message.length;
		yield {
			text: decodeUtf8(message),
			path: "",
			commit: oid,
			startLine: 1
		};
	}
}
function noteDeletion({ deleted }, commit, path) {
	const paths = deleted.get(commit);
	if (paths === void 0) deleted.set(commit, /* @__PURE__ */ new Set([path]));
	else paths.add(path);
}
function* fileFragments(file, commit, authoredAt, stats, joined) {
	const { path } = file;
	const place = {
		path,
		commit,
		authoredAt
	};
	if (file.mode === SUBMODULE) {
		stats.skipped.set(path, "a submodule: its own repository has to be checked for itself");
		return;
	}
	if (file.binary) stats.unreadable.set(path, "git shows no text of it");
	if (file.hunks.length === 0) yield {
		...place,
		text: "",
		startLine: 0
	};
	for (const hunk of file.hunks) {
		const { addedText, startColumn } = joined(`${commit}:${path}`, hunk);
		const text = textOf(addedText);
		if (text === void 0) {
			stats.skipped.set(path, "binary content");
			yield {
				...place,
				text: "",
				startLine: 0
			};
			continue;
		}
		if (hunk.startLine === 1 && isLfsPointer(hunk.addedText)) stats.skipped.set(path, WHY_ABSENT.lfs);
		stats.bytes += hunk.addedText.length;
		const whole = {
			...place,
			text,
			startLine: hunk.startLine,
			startColumn
		};
		yield* fragmentsOf(whole);
	}
}

// packages/secrets/src/sources/source-fragment.ts
function newScanStats() {
	return {
		commits: 0,
		files: 0,
		bytes: 0,
		offered: 0,
		leftOut: 0,
		skipped: /* @__PURE__ */ new Map(),
		unreadable: /* @__PURE__ */ new Map(),
		deleted: /* @__PURE__ */ new Map()
	};
}

// packages/secrets/src/sources/tree.ts
const LEFT_OUT = /* @__PURE__ */ new Set(["node_modules"]);
async function* treeFragments(root, stats) {
	const { files, irregular, unreadable } = await walkFiles(root, (path) => {
		if (!LEFT_OUT.has(path.slice(path.lastIndexOf("/") + 1))) return true;
		stats.skipped.set(path, "installed packages");
		return false;
	});
	for (const { path, reason } of unreadable) stats.unreadable.set(path, reason);
	for (const path of irregular) {
		stats.skipped.set(path, "a symbolic link, which is not followed, or no regular file");
		const text = await readlink(join(root, path)).catch(() => void 0);
		if (text !== void 0) yield {
			path,
			commit: "",
			text,
			startLine: 1
		};
	}
	for (const path of files) {
		const bytes = await readBounded(join(root, path), path, stats);
		if (bytes === void 0) continue;
		stats.files += 1;
		const text = textOf(bytes.toString("latin1"));
		const place = {
			path,
			commit: ""
		};
		if (text === void 0) {
			stats.skipped.set(path, "binary content");
			yield {
				...place,
				text: "",
				startLine: 0
			};
			continue;
		}
		if (isLfsPointer(text)) stats.skipped.set(path, WHY_ABSENT.lfs);
		stats.bytes += bytes.length;
		yield* fragmentsOf({
			...place,
			text,
			startLine: 1
		});
	}
}
async function readBounded(file, path, stats) {
	try {
		const handle = await open(file, "r");
		try {
			const { size } = await handle.stat();
			if (size > 104857600) {
				stats.unreadable.set(path, `larger than ${MAX_FILE_BYTES} bytes`);
				return;
			}
			return await handle.readFile();
		} finally {
			await handle.close();
		}
	} catch (cause) {
		stats.unreadable.set(path, reasonOf(cause));
		return;
	}
}
function reasonOf(cause) {
	const code = typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : "";
	return code === "" ? "it could not be read" : `it could not be read (${code})`;
}

// packages/secrets/src/suppressions/allow-marks.ts
const SHOWN = 10;
async function allowMarkJudge(target) {
	if (target.addedMarksCount) return async () => true;
	if (target.kind === "history") {
		const isMerged = await mergedCommits(target);
		return async ({ commit }) => isMerged(commit);
	}
	const before = /* @__PURE__ */ new Map();
	return async ({ path, line }) => {
		const lines = before.get(path) ?? new Set(await target.linesBefore(path));
		before.set(path, lines);
		return line.split("\n").every((one) => lines.has(one));
	};
}
async function mergedCommits({ repo, range, baseCommit }) {
	if (baseCommit === void 0) return () => false;
	const heads = range.kind === "commits" ? [range.head] : ["--all"];
	const list = await repo.read([
		"rev-list",
		...heads,
		"--not",
		baseCommit,
		"--"
	]);
	const added = new Set(list.toString("latin1").split("\n"));
	return (commit) => !added.has(commit);
}
async function* collectAllowMarks(fragments, marks) {
	for await (const fragment of fragments) {
		const { text, path, commit, startLine } = fragment;
		if (text.includes("gitleaks:allow")) text.split("\n").forEach((line, index) => {
			if (line.includes("gitleaks:allow")) marks.add(`${path || commit}:${startLine + index}`);
		});
		yield fragment;
	}
}
async function allowMarksIn(target) {
	const marks = /* @__PURE__ */ new Set();
	if (target.kind !== "history" || !target.isChange) return marks;
	const fragments = historyFragments(target.repo, target.range, newScanStats());
	for await (const _ of collectAllowMarks(fragments, marks));
	return marks;
}
function allowMarkNotices(marks, { addedMarksCount }) {
	if (marks.size === 0) return [];
	const effect = addedMarksCount ? "" : ", which do not count before it is merged";
	const more = marks.size - SHOWN;
	const shown = [...marks].slice(0, SHOWN).join(", ");
	return [`The change adds ${plural(marks.size, "line")} marked with ${ALLOW_MARK}${effect}: ${shown}${more > 0 ? ` and ${more} more` : ""}`];
}

// packages/secrets/src/check.ts
const TITLE = "Secrets";
async function findSecrets(context, options) {
	const target = await chooseTarget(context, options);
	if (target.kind === "history" && target.range.kind === "nothing") return nothingToDo(target);
	const { environment, logger } = context;
	const located = {
		environment,
		read: target.read,
		...options.gitleaksConfig === void 0 ? {} : { path: options.gitleaksConfig }
	};
	const { ruleSet, source } = await loadRules(located, logger);
	const { ignore, notices } = await readIgnoreFile(target);
	const stats = newScanStats();
	const findings = createFindings({
		ignore,
		rules: ruleSet.rules,
		deleted: stats.deleted,
		today: context.clock.now()
	});
	let marks = /* @__PURE__ */ new Set();
	if (options.engine === "gitleaks") {
		const { runGitleaks } = await import("./secrets-gitleaks-run.js");
		await runGitleaks(context, options, target, {
			ruleSet,
			source
		}, stats, findings.add);
		marks = await allowMarksIn(target);
	} else {
		const engine = createEngine(ruleSet, { maxDecodeDepth: options.maxDecodeDepth });
		const seen = /* @__PURE__ */ new Set();
		marks = seen;
		const all = readSource(context, target, stats);
		const fragments = withoutConfig(target.isChange ? collectAllowMarks(all, seen) : all, await ownRules(context, source, target), stats);
		const hits = [];
		await scanFragments(fragments, engine, context, {
			found: (candidate, { authoredAt }) => hits.push({
				hit: toHit(candidate, authoredAt),
				line: candidate.line
			}),
			leftOut: ({ path, commit }) => {
				stats.leftOut += path === "" ? 0 : 1;
				stats.skipped.set(path || commit, "an allowlist of the rules' configuration leaves it out");
			}
		}, options.limitMs);
		const counts = await allowMarkJudge(target);
		for (const { hit, line } of hits) findings.add(hit.marked ? {
			...hit,
			marked: await counts({
				...hit,
				line
			})
		} : hit);
	}
	context.progress.finish();
	const absent = target.kind === "tree" ? await noteAbsent(context, stats) : [];
	const result = {
		check: "secrets",
		sensitive: true,
		title: TITLE,
		findings: [...findings.all(), ...gaps(target, stats)],
		artifacts: [],
		coverage: coverageOf(target, stats, ruleSet.origin),
		notices: [
			...target.notices,
			...notices,
			...absent,
			...allowMarkNotices(marks, target),
			...staleNotice(target, findings.unused())
		]
	};
	return withhold(result, findings.secrets());
}
async function* readSource({ root, progress }, target, stats) {
	const fragments = target.kind === "tree" ? treeFragments(root, stats) : historyFragments(target.repo, target.range, stats);
	let seen = 0;
	for await (const fragment of fragments) {
		seen += 1;
		if (seen % 1e3 === 0) progress.update(target.kind === "tree" ? "scanning files" : "scanning commits", target.kind === "tree" ? stats.files : stats.commits);
		yield fragment;
	}
}
async function* withoutConfig(fragments, isConfig, stats) {
	for await (const fragment of fragments) {
		const { path } = fragment;
		if (isConfig(fragment)) {
			stats.skipped.set(path, "it is the configuration of the rules");
			continue;
		}
		stats.offered += path === "" ? 0 : 1;
		yield fragment;
	}
}
function nothingToDo(target) {
	return {
		check: "secrets",
		title: TITLE,
		findings: [],
		artifacts: [],
		coverage: {
			inspected: {
				commits: 0,
				files: 0,
				bytes: 0
			},
			skipped: [],
			summary: target.range.description,
			scope: "change",
			nothingToDo: target.range.description
		},
		notices: [...target.notices, `Nothing to scan: ${target.range.description}`]
	};
}
async function ownRules({ root, settings }, source, target) {
	if (source === void 0) return () => false;
	const { name, text } = source;
	if (settings.from === "work-tree") return ({ path }) => path === name;
	if (target.kind === "history") {
		const isMerged = await mergedCommits(target);
		return ({ path, commit }) => path === name && isMerged(commit);
	}
	const own = await workTreeFiles(await openWorkspace(root)).read(name, { named: true }).catch(() => void 0);
	const isBase = own !== void 0 && Buffer.from(own).toString("utf8") === text;
	return ({ path }) => isBase && path === name;
}
function staleNotice(target, unused) {
	return target.kind === "history" && target.range.kind === "all" && unused > 0 ? [`${plural(unused, "line")} of .gitleaksignore match no finding: remove what is no longer needed`] : [];
}

export { findSecrets };