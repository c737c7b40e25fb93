import "./rolldown-runtime.js";
import { At as suppressionToPaste, D as openRepository, Dt as openWorkspace, E as findRepository, Gt as UsageError, Rt as fingerprint, Tt as MAX_FILE_BYTES, Ut as ExternalError, _ as streamDiff, _t as walkFiles, a as WHY_ABSENT, gt as workTreeFiles, l as resolveRange, o as absentFiles, p as streamMessages, s as isLfsPointer, ut as plural } from "./part-base.js";
import { a as builtInRules, c as RegexSyntaxError, l as emit, n as gitleaksFingerprints, o as entropy, r as readIgnoreFile, s as translate, u as minLength } from "./secrets-suppressions-ignore-file.js";
import { a as locateConfig, n as findingRuleId, r as remediationOf, t as SECRETS_RULES } from "./secrets-findings-finding-rules.js";
import { t as redacted } from "./secrets-redaction-redacted.js";
import { open, readlink } from "node:fs/promises";
import { join } from "node:path";
import { Script, createContext } from "node:vm";
const KEYWORD_LIMITS = {
	characters: 5e4,
	different: 250
};
function keywordSearch(e) {
	const t = build(e);
	const { outputs: n, width: r } = t;
	const i = new Uint8Array(e.length);
	return { find(e) {
		const a = [];
		walk(t, e, (e) => {
			for (const t of n[e / r] ?? []) {
				if (i[t] === 1) continue;
				i[t] = 1;
				a.push(t);
			}
		});
		for (const e of a) i[e] = 0;
		return a;
	} };
}
function walk(e, t, n) {
	const { table: r, columns: i, wide: a } = e;
	const o = t.length;
	let s = 0;
	for (let e = 0; e < o; e++) {
		const o = t.charCodeAt(e);
		const c = o < 256 ? i[o] : a.get(o) ?? 0;
		const l = r[s + c];
		s = l >> 1;
		if ((l & 1) === 1) n(s);
	}
}
const KELVIN_SIGN = 8490;
function build(e) {
	const t = new Uint8Array(256);
	const n = new Map();
	let r = 1;
	for (let i = 0, a = [...new Set(e.join("").split(""))]; i < a.length; i++) {
		const e = a[i]?.charCodeAt(0) ?? 0;
		if (e > 255) n.set(e, r);
		else t[e] = r;
		if (e >= 97 && e <= 122) t[e - 32] = r;
		if (e === 107) n.set(KELVIN_SIGN, r);
		r += 1;
	}
	const i = (e) => (e < 256 ? t[e] : n.get(e)) ?? 0;
	const { next: a, outputs: o } = trie(e, i, r);
	return {
		table: link(a, o, r),
		width: r,
		columns: t,
		wide: n,
		outputs: o
	};
}
function trie(e, t, n) {
	const r = 1 + e.reduce((e, t) => e + t.length, 0);
	const i = new Int32Array(r * n).fill(-1);
	const a = [[]];
	e.forEach((e, r) => {
		let o = 0;
		for (let r = 0; r < e.length; r++) {
			const s = o * n + t(e.charCodeAt(r));
			if ((i[s] ?? -1) < 0) i[s] = a.push([]) - 1;
			o = i[s] ?? 0;
		}
		a[o]?.push(r);
	});
	return {
		next: i.subarray(0, a.length * n),
		outputs: a
	};
}
function link(e, t, n) {
	const r = new Int32Array(t.length);
	const i = [0];
	for (let a = 0; a < i.length; a++) {
		const o = i[a] ?? 0;
		const s = r[o] ?? 0;
		if (o !== 0) t[o]?.push(...t[s] ?? []);
		for (let t = 0; t < n; t++) {
			const a = o * n + t;
			const c = e[a] ?? -1;
			const l = o === 0 ? 0 : e[s * n + t] ?? 0;
			if (c < 0) e[a] = l;
			else {
				r[c] = l;
				i.push(c);
			}
		}
	}
	return e.map((e) => e * n * 2 + ((t[e]?.length ?? 0) > 0 ? 1 : 0));
}
function mergeRule(e, t) {
	const n = t.regex ?? e.regex;
	const r = t.path ?? e.path;
	return {
		id: e.id,
		...e.aliases === void 0 ? {} : { aliases: e.aliases },
		...e.fingerprintId === void 0 ? {} : { fingerprintId: e.fingerprintId },
		description: t.description === "" ? e.description : t.description,
		...n === void 0 ? {} : { regex: n },
		...r === void 0 ? {} : { path: r },
		secretGroup: t.secretGroup === 0 ? e.secretGroup : t.secretGroup,
		entropy: t.entropy === 0 ? e.entropy : t.entropy,
		keywords: [...new Set([...e.keywords, ...t.keywords])],
		tags: [...e.tags, ...t.tags],
		allowlists: [...e.allowlists, ...t.allowlists],
		required: [...e.required, ...t.required],
		skipReport: e.skipReport || t.skipReport,
		...e.verify === void 0 || t.regex !== void 0 ? {} : { verify: e.verify },
		...e.accept === void 0 || t.regex !== void 0 ? {} : { accept: e.accept }
	};
}
function rulesNamed(e, t) {
	const n = [...e];
	const r = n.filter((e) => e.id === t);
	return r.length > 0 ? r : n.filter(({ aliases: e = [] }) => e.includes(t));
}
const MAX_CONFIG_BYTES = 4194304;
async function readToml(e, t) {
	if (e.length > MAX_CONFIG_BYTES) throw new UsageError(`${t} has more than ${MAX_CONFIG_BYTES} characters`);
	const { parse: n } = await import("./smol-toml.js");
	try {
		return reader(toTable(n(e)), t, t);
	} catch (e) {
		if (e instanceof UsageError) throw e;
		const n = e instanceof Error ? e.message.split("\n")[0] ?? "" : String(e);
		const r = e instanceof Error && "line" in e && typeof e.line === "number" ? `, line ${e.line}` : "";
		throw new UsageError(`${t}${r} is no valid TOML: ${n}`, { hint: "Fix the file; https://toml.io/en/v1.0.0 describes the format." });
	}
}
function toTable(e) {
	const t = new Map();
	if (typeof e !== "object" || e === null) return t;
	for (const [n, r] of Object.entries(e)) t.set(n.toLowerCase(), r);
	return t;
}
function reader(e, t, n) {
	const r = (e, n) => new UsageError(`${t}: ${e}`, n === void 0 ? {} : { hint: n });
	const i = (e, t) => r(`\`${e}\` must be ${t}`);
	const a = (e) => typeof e === "object" && e !== null && !Array.isArray(e) && !(e instanceof Date);
	return {
		where: t,
		fail: r,
		has: (t) => e.has(t),
		text(t) {
			const n = e.get(t) ?? "";
			if (typeof n !== "string") throw i(t, "a string");
			return n;
		},
		number(t) {
			const n = e.get(t) ?? 0;
			if (typeof n !== "number") throw i(t, "a number");
			return n;
		},
		integer(t) {
			const n = e.get(t);
			if (n === void 0) return void 0;
			if (typeof n !== "number" || !Number.isSafeInteger(n) || n < 0) throw i(t, "a whole number that is not negative");
			return n;
		},
		flag(t) {
			const n = e.get(t) ?? false;
			if (typeof n !== "boolean") throw i(t, "true or false");
			return n;
		},
		texts(t) {
			const n = e.get(t) ?? [];
			if (typeof n === "string") return [n];
			if (!Array.isArray(n) || n.some((e) => typeof e !== "string")) throw i(t, "a list of strings");
			return n;
		},
		table(r) {
			const o = e.get(r);
			if (o === void 0) return void 0;
			if (!a(o)) throw i(r, "a table");
			return reader(toTable(o), `${t}, [${r}]`, n);
		},
		tables(r) {
			const o = e.get(r) ?? [];
			if (!Array.isArray(o) || !o.every(a)) throw i(r, "a list of tables");
			return o.map((e, i) => {
				const a = toTable(e);
				const o = a.get("id");
				return reader(a, `${t}, [[${r}]] ${typeof o === "string" && o !== "" ? `"${o}"` : `number ${i + 1}`}`, n);
			});
		}
	};
}
function readRegex(e, t, n) {
	try {
		return translate(n);
	} catch (n) {
		if (!(n instanceof RegexSyntaxError)) throw n;
		throw e.fail(`the expression in \`${t}\` is not valid at character ${n.offset + 1}: ${n.message}`, "Write it in Go's syntax (https://pkg.go.dev/regexp/syntax), which gitleaks uses.");
	}
}
function readAllowlists(e) {
	if (e.has("allowlist") && e.has("allowlists")) throw e.fail("`allowlist` and `allowlists` stand side by side; only one form is allowed", "Move the old `[allowlist]` into a `[[allowlists]]` entry.");
	const t = e.table("allowlist");
	return (t === void 0 ? e.tables("allowlists") : [t]).map(readAllowlist);
}
function readAllowlist(e) {
	const t = {
		description: e.text("description"),
		condition: readCondition(e),
		commits: e.texts("commits").map((e) => e.trim().toLowerCase()),
		paths: e.texts("paths").map((t) => readRegex(e, "paths", t)),
		regexTarget: readTarget(e),
		regexes: e.texts("regexes").map((t) => readRegex(e, "regexes", t)),
		stopwords: [...new Set(e.texts("stopwords").map((e) => e.toLowerCase()))]
	};
	if (t.commits.length + t.paths.length + t.regexes.length + t.stopwords.length === 0) throw e.fail("an allowlist needs at least one of commits, paths, regexes or stopwords");
	return {
		list: t,
		targetRules: e.texts("targetrules"),
		reader: e
	};
}
function readCondition(e) {
	const t = e.text("condition").toLowerCase();
	if ([
		"",
		"or",
		"||"
	].includes(t)) return "any";
	if (["and", "&&"].includes(t)) return "all";
	throw e.fail(`\`condition\` is "${t}"; allowed are AND and OR`);
}
function readTarget(e) {
	const t = e.text("regextarget");
	if (t === "" || t === "secret") return "secret";
	if (t === "match" || t === "line") return t;
	throw e.fail(`\`regexTarget\` is "${t}"; allowed are secret, match and line`);
}
function readRule(e) {
	const t = e.text("id");
	if (t.trim() === "") throw e.fail("the rule has no `id`");
	const n = e.text("regex");
	const r = e.text("path");
	return {
		rule: {
			id: t,
			description: e.text("description"),
			...n === "" ? {} : { regex: readRegex(e, "regex", n) },
			...r === "" ? {} : { path: readRegex(e, "path", r) },
			secretGroup: e.integer("secretgroup") ?? 0,
			entropy: e.number("entropy"),
			keywords: e.texts("keywords").map((e) => e.toLowerCase()).filter(Boolean),
			tags: e.texts("tags"),
			allowlists: readAllowlists(e).map(({ list: e }) => e),
			required: e.tables("required").map(readRequired),
			skipReport: e.flag("skipreport")
		},
		reader: e
	};
}
function readRequired(e) {
	const t = e.text("id");
	if (t === "") throw e.fail("a required rule has no `id`");
	const n = e.integer("withinlines");
	const r = e.integer("withincolumns");
	return {
		ruleId: t,
		...n === void 0 ? {} : { withinLines: n },
		...r === void 0 ? {} : { withinColumns: r }
	};
}
function checkRule({ rule: e, reader: t }, n) {
	if (n.regex === void 0 && n.path === void 0) throw t.fail("the rule has neither `regex` nor `path`");
	const r = n.regex?.groups ?? 0;
	if (e.secretGroup > r) throw t.fail(`\`secretGroup\` is ${e.secretGroup}; the expression has ${r} groups`);
}
const MAX_EXTENDS = 2;
async function readGitleaksConfig(e, t) {
	const n = await readLevel(e, t, 0);
	const r = [...n.allowlists];
	let i = n.rules;
	for (const { list: e, targetRules: t, reader: a } of n.own) {
		if (t.length === 0) r.push(e);
		for (const n of t) {
			const t = new Set(rulesNamed(i, n).map((e) => e.id));
			if (t.size === 0) throw a.fail(`\`targetRules\` names the rule "${n}", which does not exist`);
			i = i.map((n) => t.has(n.id) ? {
				...n,
				allowlists: [...n.allowlists, e]
			} : n);
		}
	}
	checkKeywords(i, e.name);
	return {
		rules: i.toSorted((e, t) => e.id < t.id ? -1 : e.id > t.id ? 1 : 0),
		allowlists: r,
		joinedAllowlists: true,
		custom: true,
		origin: e.name
	};
}
function checkKeywords(e, t) {
	const n = new Set(e.flatMap((e) => e.keywords));
	let r = 0;
	const i = new Set();
	for (const e of n) {
		r += e.length;
		for (let t = 0; t < e.length; t++) i.add(e.charCodeAt(t));
	}
	const { characters: a, different: o } = KEYWORD_LIMITS;
	if (r <= a && i.size <= o) return;
	throw new UsageError(`${t}: the \`keywords\` of all rules have ${r} characters, ${i.size} different ones; at most ${a} and ${o} are allowed`, { hint: "Give rules fewer keywords; a rule without any looks at every text." });
}
async function readLevel(e, t, n) {
	const r = await readToml(e.text, e.name);
	const i = readAllowlists(r);
	const a = lastOfEachId(r.tables("rules").map(readRule));
	const o = new Set(a.map(({ rule: e }) => e.id));
	for (const { rule: e, reader: t } of a) for (const { ruleId: n } of e.required) if (!o.has(n)) throw t.fail(`it requires the rule "${n}", which is not in this file`);
	const s = await readBase(r, t, n);
	const c = new Map(s.rules.map((e) => [e.id, e]));
	for (const e of a) {
		const t = rulesNamed(c.values(), e.rule.id);
		const n = t.length > 1 && e.rule.regex !== void 0 ? [] : t;
		for (const t of n.length === 0 ? [void 0] : n) {
			const n = t === void 0 ? e.rule : mergeRule(t, e.rule);
			checkRule(e, n);
			c.set(n.id, n);
		}
	}
	return {
		rules: [...c.values()],
		allowlists: s.allowlists,
		own: i
	};
}
function lastOfEachId(e) {
	return [...new Map(e.map((e) => [e.rule.id, e])).values()];
}
async function readBase(e, t, n) {
	const r = e.table("extend");
	if (r === void 0) return {
		rules: [],
		allowlists: []
	};
	const i = r.text("path");
	const a = r.flag("usedefault");
	if (i !== "" && a) throw r.fail("`path` and `useDefault` can't both be set");
	if (r.text("url") !== "") throw r.fail("`url` is not supported: rules are never loaded from the network", "Use `path`.");
	if (i === "" && !a) return {
		rules: [],
		allowlists: []
	};
	if (n >= MAX_EXTENDS) {
		t.warn(`${e.where}: more than ${MAX_EXTENDS} levels of \`[extend]\`; the rest was left out`);
		return {
			rules: [],
			allowlists: []
		};
	}
	const o = a ? t.builtIn() : await lowerLevel({
		name: i,
		text: await t.readExtended(i)
	}, t, n + 1);
	const s = new Set();
	for (const e of r.texts("disabledrules")) {
		const n = rulesNamed(o.rules, e);
		for (const e of n) s.add(e);
		if (n.length === 0) t.warn(`${r.where}: \`disabledRules\` names "${e}", which the base does not have`);
	}
	return {
		rules: o.rules.filter((e) => !s.has(e)),
		allowlists: o.allowlists
	};
}
async function lowerLevel(e, t, n) {
	const r = await readLevel(e, t, n);
	const i = r.own.filter(({ targetRules: e, reader: n }) => {
		if (e.length > 0) t.warn(`${n.where}: \`targetRules\` counts in the top file only`);
		return e.length === 0;
	});
	return {
		rules: r.rules,
		allowlists: [...r.allowlists, ...i.map(({ list: e }) => e)]
	};
}
async function loadRules(e, t) {
	const n = await locateConfig(e);
	if (n === void 0) return { ruleSet: builtInRules() };
	const r = await readGitleaksConfig(n, {
		builtIn: builtInRules,
		readExtended: async (t) => {
			const r = await e.read(t);
			if (r !== void 0) return r;
			throw new UsageError(`${n.name}: \`extend.path\` is "${t}"; no such file can be read`, { hint: "The path is relative to the working directory and may not lead out of it." });
		},
		warn: (e) => t.warning(e)
	});
	if (r.rules.length === 0) throw new UsageError(`${n.name} has no rules, so nothing could ever be found`, { hint: "Add `[extend]` with `useDefault = true`, or rules of your own." });
	return {
		ruleSet: r,
		source: n
	};
}
function compileAllowlist(e, t) {
	const n = matcher(e.paths.map((e) => e.pattern), t);
	const r = matcher(e.regexes.map((e) => e.pattern), t);
	const i = new Set(e.commits);
	const a = (e) => i.size > 0 && e !== "" && i.has(e.toLowerCase());
	let o = "";
	let s = false;
	const c = (e) => {
		if (e !== o) {
			s = e !== "" && n(e);
			o = e;
		}
		return s;
	};
	const l = (t) => {
		if (e.stopwords.length === 0) return false;
		const n = t.toLowerCase();
		return e.stopwords.some((e) => n.includes(e));
	};
	const u = (t) => t[e.regexTarget];
	return {
		allowsPlace(t, n) {
			if (e.condition === "any") return a(n) || c(t);
			if (e.regexes.length > 0 || e.stopwords.length > 0) return false;
			return (i.size === 0 || a(n)) && (e.paths.length === 0 || c(t));
		},
		allowsFinding(t) {
			const n = () => {
				const e = u(t);
				return e !== "" && r(e);
			};
			if (e.condition === "any") return n() || l(t.secret);
			return (i.size === 0 || a(t.commit)) && (e.paths.length === 0 || c(t.path)) && (e.regexes.length === 0 || n()) && (e.stopwords.length === 0 || l(t.secret));
		}
	};
}
function matcher(e, t) {
	if (e.length === 0) return () => false;
	let n;
	return (r) => {
		n ??= (t ? [`(?:${e.join("|")})`] : e).map((e) => new RegExp(translate(e).source));
		return n.some((e) => e.test(r));
	};
}
function linesOf(e) {
	let t;
	const n = () => {
		if (t === void 0) {
			t = [];
			for (let n = e.indexOf("\n"); n >= 0; n = e.indexOf("\n", n + 1)) t.push(n);
		}
		return t;
	};
	const r = (e) => {
		const t = n();
		let r = 0;
		for (let n = t.length; r < n;) {
			const i = r + n >> 1;
			if ((t[i] ?? 0) < e) r = i + 1;
			else n = i;
		}
		return r;
	};
	return {
		before: r,
		around(t, n) {
			const r = t === 0 ? 0 : e.lastIndexOf("\n", t - 1) + 1;
			const i = e.indexOf("\n", Math.max(r, n));
			return e.slice(r, i < 0 ? void 0 : i);
		},
		columnOf(t) {
			return t - (t === 0 ? 0 : e.lastIndexOf("\n", t - 1) + 1);
		}
	};
}
function dropGenericDoubles(e) {
	const t = (e) => e.ruleId.toLowerCase().includes("generic");
	const n = e.filter((e) => !t(e));
	if (n.length === 0 || n.length === e.length) return e;
	return e.filter((e) => !t(e) || !n.some((t) => t.startLine === e.startLine && t.secret.includes(e.secret)));
}
function withRequiredRules(e, t, n) {
	if (e.length === 0 || t.length === 0) return e;
	const r = new Map(t.map((e) => [e.ruleId, n(e.ruleId)]));
	return e.filter((e) => t.every((t) => (r.get(t.ruleId) ?? []).some((n) => isNear(e, n, t))));
}
function isNear(e, t, n) {
	if (n.withinLines !== void 0 && Math.abs(e.startLine - t.startLine) > n.withinLines) return false;
	if (n.withinColumns === void 0) return true;
	return Math.abs(columnOf(e) - columnOf(t)) <= n.withinColumns;
}
function columnOf(e) {
	return e.start < 0 ? 0 : linesOf(e.fragment.text).columnOf(e.start);
}
const MAX_BRANCHES = 8;
function splitBranches(e) {
	const t = alternativesOf(e).map(splitPreambles);
	const n = t.some(({ preambles: e }) => e.length > 0);
	const r = t.length <= MAX_BRANCHES && t.every(({ rest: e }) => minLength(e) > 0);
	return n && r ? t : void 0;
}
function alternativesOf(e) {
	if (e.kind === "alternate") return e.nodes.flatMap(alternativesOf);
	const [t, ...n] = flat(e);
	if (t?.kind !== "alternate") return [e];
	const r = t.nodes.flatMap(alternativesOf);
	return r.some((e) => isPreamble(flat(e)[0])) ? r.map((e) => ({
		kind: "concat",
		nodes: [e, ...n]
	})) : [e];
}
function splitPreambles(e) {
	const t = flat(e);
	const n = t.findIndex((e) => !isPreamble(e));
	const r = n < 0 ? t.length : n;
	return {
		preambles: t.slice(0, r).filter(isPreamble).map(toPreamble),
		rest: {
			kind: "concat",
			nodes: t.slice(r)
		}
	};
}
function flat(e) {
	return e.kind === "concat" ? e.nodes.flatMap(flat) : [e];
}
function isPreamble(e) {
	return e?.kind === "repeat" && e.lazy && e.min === 0 && e.max !== Number.POSITIVE_INFINITY && e.node.kind === "class" && e.node.ranges.every(([, e]) => e <= 65535);
}
function toPreamble({ node: e, max: t }) {
	const n = e.kind === "class" ? e.ranges : [];
	const r = (e) => n.some(([t, n]) => t <= e && e <= n);
	const i = Uint8Array.from({ length: 128 }, (e, t) => r(t) ? 1 : 0);
	return {
		holds: (e) => e < 128 ? i[e] === 1 : r(e),
		most: t
	};
}
function findAll(e, t) {
	const n = [];
	let r = -1;
	e.lastIndex = 0;
	for (let i = e.exec(t); i !== null; i = e.exec(t)) {
		const t = i.index;
		const a = t + i[0].length;
		if (a === t) {
			e.lastIndex = a + 1;
			if (t === r) continue;
		}
		r = a;
		n.push({
			start: t,
			end: a
		});
	}
	return n;
}
function createFinder(e, t) {
	const n = splitBranches(t);
	if (n === void 0) {
		const t = new RegExp(e, "g");
		return (e) => findAll(t, e);
	}
	const r = n.map(searchFor);
	return (e) => {
		const t = [];
		const n = r.map((t) => t(e, 0));
		for (;;) {
			let i;
			for (const e of n) if (e !== void 0 && (i === void 0 || e.start < i.start)) i = e;
			if (i === void 0) return t;
			t.push(i);
			for (let t = 0; t < n.length; t++) {
				const a = n[t];
				if (a !== void 0 && a.start < i.end) n[t] = r[t]?.(e, i.end);
			}
		}
	};
}
function searchFor({ preambles: e, rest: t }) {
	const n = e.toReversed();
	const r = new RegExp(emit(t), "g");
	return (e, t) => {
		r.lastIndex = t;
		const i = r.exec(e);
		if (i === null) return void 0;
		let a = i.index;
		for (const { holds: r, most: i } of n) {
			const n = Math.max(t, a - i);
			while (a > n && r(e.charCodeAt(a - 1))) a -= 1;
		}
		return {
			start: a,
			end: i.index + i[0].length
		};
	};
}
function compileRule(e, t) {
	const n = (e) => {
		let t;
		return () => {
			t ??= e();
			return t;
		};
	};
	const { regex: r, path: i } = e;
	const a = n(() => r === void 0 ? void 0 : createFinder(r.source, r.root));
	const o = n(() => i === void 0 ? void 0 : new RegExp(i.source));
	return {
		rule: e,
		allowlists: e.allowlists.map((e) => compileAllowlist(e, t.joinedAllowlists)),
		search: (e) => a()?.(e) ?? [],
		groups: n(() => r === void 0 || r.groups === 0 ? void 0 : new RegExp(r.source)),
		matchesPath: (e) => o()?.test(e) ?? true
	};
}
function secretOf(e, t) {
	const n = e.groups()?.exec(t);
	if (n === null || n === void 0) return t;
	if (e.rule.secretGroup > 0) return n[e.rule.secretGroup] ?? "";
	return n.slice(1).find((e) => e !== void 0 && e !== "") ?? t;
}
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
function isPrintable(e) {
	return e.length > 0 && e.every((e) => e >= 9 && e <= 126);
}
function decodePercent(e) {
	let t = true;
	const n = e.replace(/%([0-9A-Fa-f]{2})/g, (e, n) => {
		const r = Number.parseInt(n, 16);
		if (r < 9 || r > 126) t = false;
		return String.fromCharCode(r);
	});
	return t ? n : "";
}
function decodeCodePoints(e) {
	return [...e.matchAll(/(?:U\+|\\{1,2}[uU])([0-9A-Fa-f]{4})/g)].map((e) => e[1]).map((e) => Number.parseInt(e ?? "", 16)).map((e) => e >= 55296 && e <= 57343 ? "�" : String.fromCharCode(e)).join("");
}
function decodeHex(e) {
	if (e.length % 2 !== 0 || !/[0-9]/.test(e)) return "";
	const t = Buffer.from(e, "hex");
	return isPrintable(t) ? t.toString("latin1") : "";
}
function decodeBase64(e) {
	if (!/[0-9+/_-]/.test(e)) return "";
	const t = /^[A-Za-z0-9+/]+={0,2}$/.test(e) && e.length % 4 === 0;
	const n = /^[A-Za-z0-9_-]+$/.test(e) && e.length % 4 !== 1;
	if (!t && !n) return "";
	const r = Buffer.from(e, "base64");
	return isPrintable(r) ? r.toString("latin1") : "";
}
function encodedRuns(e) {
	const t = findRuns(e);
	const n = (e, t) => t !== void 0 && touches(e.span, t.span) && t.rank < e.rank;
	return t.filter((e, r) => !n(e, t[r - 1]) && !n(e, t[r + 1]));
}
function touches(e, t) {
	return t.start <= e.end && t.end >= e.start;
}
const ANY_ENCODING = new RegExp(ENCODINGS.map(({ source: e }) => `(${e})`).join("|"), "y");
const RUN = Uint8Array.from({ length: 128 }, (e, t) => /[\w/+-]/.test(String.fromCharCode(t)) ? 1 : 0);
const MIN_RUN = 16;
function findRuns(e) {
	const t = [];
	let n = 0;
	let r = indexFrom(e, "%", 0);
	let i = indexFrom(e, "\\", 0);
	let a = indexFrom(e, "U+", 0);
	let o = longRun(e, 0);
	for (;;) {
		const s = Math.min(r, i, a, o);
		if (s === Number.POSITIVE_INFINITY) return t;
		ANY_ENCODING.lastIndex = s;
		const c = ANY_ENCODING.exec(e);
		const l = c === null ? -1 : c.findIndex((e, t) => t > 0 && e !== void 0) - 1;
		const u = ENCODINGS[l];
		if (c === null || u === void 0) n = s + 1;
		else {
			n = s + c[0].length;
			t.push({
				span: {
					start: s,
					end: n
				},
				encoding: u,
				rank: l
			});
		}
		if (r < n) r = indexFrom(e, "%", n);
		if (i < n) i = indexFrom(e, "\\", n);
		if (a < n) a = indexFrom(e, "U+", n);
		if (o < n) o = longRun(e, n);
	}
}
function indexFrom(e, t, n) {
	const r = e.indexOf(t, n);
	return r < 0 ? Number.POSITIVE_INFINITY : r;
}
function longRun(e, t) {
	const n = e.length;
	let r = t + MIN_RUN - 1;
	while (r < n) {
		if (!isRun(e.charCodeAt(r))) {
			r += MIN_RUN;
			continue;
		}
		let i = r;
		while (i > t && isRun(e.charCodeAt(i - 1))) i -= 1;
		let a = r + 1;
		while (a < n && a - i < MIN_RUN && isRun(e.charCodeAt(a))) a += 1;
		if (a - i >= MIN_RUN) return i;
		r = a + MIN_RUN;
	}
	return Number.POSITIVE_INFINITY;
}
function isRun(e) {
	return e < 128 && RUN[e] === 1;
}
function createDecoder() {
	const e = new Map();
	return (t, n) => {
		const r = [];
		const i = [];
		let a = 0;
		let o = 0;
		for (const { span: s, encoding: c } of encodedRuns(t)) {
			const l = t.slice(s.start, s.end);
			let u = e.get(l);
			if (u === void 0) {
				u = c.decode(l);
				e.set(l, u);
			}
			if (u === "") continue;
			const d = new Set([c.kind]);
			for (const e of n) if (touches(s, e.decoded)) for (const t of e.kinds) d.add(t);
			r.push({
				original: originalOf(n, s),
				encoded: s,
				decoded: {
					start: s.start + o,
					end: s.start + o + u.length
				},
				kinds: d,
				depth: 1 + (n[0]?.depth ?? 0),
				predecessors: n
			});
			i.push(t.slice(a, s.start), u);
			a = s.end;
			o += u.length - l.length;
		}
		if (r.length === 0) return {
			text: t,
			segments: r
		};
		return {
			text: i.join("") + t.slice(a),
			segments: r
		};
	};
}
function touchedSegments(e, t) {
	return e.filter((e) => touches(e.decoded, t));
}
function originalOf(e, t) {
	if (e.length === 0) return t;
	let n;
	for (const r of e) {
		const { decoded: e, encoded: i } = r;
		if (!touches(e, t)) continue;
		if (e.start <= t.start && t.end <= e.end) return r.original;
		const a = {
			start: i.start + Math.min(0, t.start - e.start),
			end: i.end + Math.max(0, t.end - e.end)
		};
		n = n === void 0 ? a : {
			start: Math.min(n.start, a.start),
			end: Math.max(n.end, a.end)
		};
	}
	return n === void 0 ? t : originalOf(e[0]?.predecessors ?? [], n);
}
const ALLOW_MARK = "gitleaks:allow";
function matchRule(e, t) {
	const { rule: n } = e;
	const { fragment: r } = t;
	if (e.allowlists.some((e) => e.allowsPlace(r.path, r.commit))) return [];
	if (n.regex === void 0) return t.segments.length === 0 && r.path !== "" && e.matchesPath(r.path) ? [nameCandidate(e, r)] : [];
	if (n.path !== void 0 && !e.matchesPath(r.path)) return [];
	const i = [];
	for (const n of e.search(t.text)) {
		const r = toCandidate(e, t, n);
		if (r !== void 0) i.push(r);
	}
	return i;
}
function toCandidate(e, t, n) {
	const { rule: r } = e;
	const { fragment: i, lines: a } = t;
	const o = trimNewlines(t.text.slice(n.start, n.end));
	const s = touchedSegments(t.segments, n);
	if (t.segments.length > 0 && s.length === 0) return void 0;
	const c = s.length > 0 ? originalOf(s, n) : {
		start: n.start,
		end: n.start + o.length
	};
	const l = a.around(skipNewlines(i.text, c.start, c.end), c.end);
	const u = secretOf(e, o);
	const d = entropy(u);
	if (r.entropy !== 0 && d <= r.entropy) return void 0;
	const f = {
		path: i.path,
		commit: i.commit,
		secret: u,
		match: o,
		line: s.length > 0 ? decodedLine(t.text, s) : l
	};
	if (t.globalAllowlists.some((e) => e.allowsFinding(f))) return void 0;
	if (e.allowlists.some((e) => e.allowsFinding(f))) return void 0;
	const p = t.segments.length > 0;
	if (r.accept?.({
		...f,
		text: t.text,
		start: n.start,
		decoded: p
	}) === false) return void 0;
	return {
		ruleId: r.id,
		fragment: i,
		match: o,
		secret: u,
		entropy: d,
		start: c.start,
		end: c.end,
		startLine: i.startLine + a.before(c.start) + leadingNewline(i.text, c.start),
		line: l,
		marked: l.includes(ALLOW_MARK),
		...r.verify === void 0 ? {} : { checksumHolds: r.verify(u) },
		tags: [...r.tags, ...decodeTags(s)]
	};
}
function leadingNewline(e, t) {
	return e[t] === "\n" ? 1 : 0;
}
function skipNewlines(e, t, n) {
	let r = t;
	while (r < n && e[r] === "\n") r += 1;
	return r;
}
function trimNewlines(e) {
	let t = 0;
	let n = e.length;
	while (t < n && e[t] === "\n") t += 1;
	while (n > t && e[n - 1] === "\n") n -= 1;
	return e.slice(t, n);
}
function decodedLine(e, t) {
	const n = Math.min(...t.map((e) => e.decoded.start));
	const r = Math.max(...t.map((e) => e.decoded.end));
	return linesOf(e).around(n, r);
}
function decodeTags(e) {
	if (e.length === 0) return [];
	const t = new Set(e.flatMap((e) => [...e.kinds]));
	return [...[
		"percent",
		"unicode",
		"hex",
		"base64"
	].filter((e) => t.has(e)).map((e) => `decoded:${e}`), `decode-depth:${e[0]?.depth ?? 1}`];
}
function nameCandidate({ rule: e }, t) {
	return {
		ruleId: e.id,
		fragment: t,
		match: `file detected: ${t.path}`,
		secret: "",
		entropy: 0,
		start: -1,
		end: -1,
		startLine: 0,
		line: "",
		marked: false,
		tags: e.tags
	};
}
function createEngine(e, t) {
	const n = e.rules.map((t) => compileRule(t, e));
	const r = ruleSelector(e.rules);
	const i = new Map(n.map((e) => [e.rule.id, e]));
	const a = e.allowlists.map((t) => compileAllowlist(t, e.joinedAllowlists));
	let o = "";
	const s = (e, t) => {
		for (const a of r(e.text)) {
			const r = n[a];
			if (r === void 0 || r.rule.skipReport) continue;
			o = `the rule ${r.rule.id}`;
			t.push(...matchWithRequired(r, e, i));
		}
	};
	const c = (e, t) => {
		o = "an allowlist of the configuration";
		return a.some((n) => n.allowsPlace(e, t));
	};
	return {
		ruleSet: e,
		allowsPlace: c,
		current: () => o,
		scan(e) {
			if (c(e.path, e.commit)) return [];
			const n = [];
			const r = {
				fragment: e,
				lines: linesOf(e.text),
				globalAllowlists: a
			};
			const i = createDecoder();
			let o = e.text;
			let l = [];
			for (let e = 0;; e++) {
				s({
					...r,
					text: o,
					segments: l
				}, n);
				if (e >= t.maxDecodeDepth) break;
				({text: o, segments: l} = i(o, l));
				if (l.length === 0) break;
			}
			return dropGenericDoubles(n);
		}
	};
}
function ruleSelector(e) {
	const t = e.flatMap((e, t) => e.keywords.length === 0 ? [t] : []);
	const n = new Map();
	e.forEach(({ keywords: e }, t) => {
		for (const r of e) {
			const e = n.get(r);
			if (e === void 0) n.set(r, [t]);
			else e.push(t);
		}
	});
	const r = [...n.values()];
	const i = keywordSearch([...n.keys()]);
	return (e) => {
		const n = i.find(e);
		if (n.length === 0) return t;
		const a = new Set(t);
		for (const e of n) for (const t of r[e] ?? []) a.add(t);
		return [...a].sort((e, t) => e - t);
	};
}
function matchWithRequired(e, t, n) {
	return withRequiredRules(matchRule(e, t), e.rule.required, (e) => {
		const r = n.get(e);
		return r === void 0 ? [] : matchRule(r, t);
	});
}
const MAX_EARLIER = 20;
const MAX_LOOKED_AT = 1e3;
function groupHits(e, t, n) {
	return [...groupBy(e, n).values()].flatMap((e) => groupsOfSecret(e, t));
}
function groupsOfSecret(e, t) {
	const n = new Set(e.map(({ path: e }) => e));
	const r = new Set();
	const i = new Map();
	const a = (e) => {
		let t = e;
		for (let e = i.get(t); e !== void 0; e = i.get(t)) t = e;
		return t;
	};
	for (const o of n.size > 1 ? e : []) {
		const e = t.get(o.commit);
		for (const t of e === void 0 ? [] : n) {
			if (t === o.path || !e?.has(t)) continue;
			r.add(o);
			const [n, s] = [a(o.path), a(t)];
			if (n !== s) i.set(n, s);
		}
	}
	return [...groupBy(e, ({ path: e }) => a(e)).values()].map((e) => ({
		hits: e,
		moved: e.every((e) => r.has(e)) ? new Set() : r
	}));
}
function groupBy(e, t) {
	const n = new Map();
	for (const r of e) {
		const e = t(r);
		const i = n.get(e);
		if (i === void 0) n.set(e, [r]);
		else i.push(r);
	}
	return n;
}
function earlierPaths(e, t) {
	const n = new Set(e.map(({ path: e }) => e));
	const r = (e) => e.slice(e.lastIndexOf("/") + 1);
	const i = new Set([...n].map(r));
	const a = [...new Set(e.map(({ commit: e }) => e))].flatMap((e) => [...t.get(e) ?? []].slice(0, MAX_LOOKED_AT)).filter((e) => !n.has(e));
	const [o, s] = [true, false].map((e) => a.filter((t) => i.has(r(t)) === e));
	return [...new Set([...o ?? [], ...s ?? []])].slice(0, MAX_EARLIER);
}
function hitNames(e) {
	const t = new Map(e.map((e) => [e.id, e]));
	const n = (e) => t.get(e) ?? {
		id: e,
		description: ""
	};
	const r = (e) => [...new Set([e, ...n(e).aliases ?? []])];
	const i = (e, t, n = e.path) => fingerprint(`secrets.${t}`, n, e.secret?.hash(t) ?? "");
	const a = (e, t) => i(e, n(e.ruleId).fingerprintId ?? e.ruleId, t);
	return {
		rule: n,
		fingerprint: a,
		otherFingerprints: (e) => r(e.ruleId).map((t) => i(e, t)).filter((t) => t !== a(e)),
		ignoreLines: (e) => r(e.ruleId).flatMap((t) => gitleaksFingerprints(e.path, t, e.line, e.commit))
	};
}
const ACCEPT = "Once that is done, or where it is no secret, accept it with the entry to paste.";
const MAX_RELATED = 20;
const MAX_ALIASES = 60;
function createFindings({ ignore: e, rules: t, deleted: n, today: r }) {
	const i = hitNames(t);
	const a = [];
	const o = new Set();
	const s = new Set();
	return {
		add(t) {
			const n = JSON.stringify([
				i.fingerprint(t),
				t.commit,
				t.line,
				t.location
			]);
			if (s.has(n)) return;
			s.add(n);
			a.push(t);
			for (const n of i.ignoreLines(t)) if (e.entries.has(n)) o.add(n);
		},
		all() {
			const t = (e) => e.secret === void 0 || e.path === "" ? i.fingerprint(e) : i.fingerprint(e, "");
			return groupHits(a, n, t).map((t) => toFinding(t, {
				ignore: e,
				names: i,
				deleted: n,
				today: r
			})).sort((e, t) => compare(sortKey(e), sortKey(t)));
		},
		secrets: () => [...new Map(a.flatMap(({ secret: e }) => e === void 0 ? [] : [[e.hash(""), e]])).values()],
		unused: () => [...e.entries].filter((e) => !o.has(e)).length
	};
}
function toFinding({ hits: e, moved: t }, n) {
	const { names: r } = n;
	const i = e.filter((e) => !t.has(e));
	const a = (i.some(({ marked: e }) => !e) ? i : e).filter((e) => suppressionOf(e, n) === void 0);
	const o = (a.length > 0 ? a : i).at(-1);
	if (o === void 0) throw new Error("a finding has at least one hit");
	const s = findingRuleId(o.ruleId);
	const c = suppressionOf(o, n);
	const l = uniqueLocations(e.filter((e) => e !== o));
	const u = o.checksumHolds === false;
	const d = o.path === "" ? `the message of ${o.commit.slice(0, 12)}` : o.path;
	const f = r.rule(o.ruleId).description || o.ruleId;
	const p = {
		ruleId: s,
		fingerprint: r.fingerprint(o),
		...o.location === void 0 ? {} : { location: o.location }
	};
	return {
		...p,
		severity: u ? "info" : SECRETS_RULES[s]?.severity ?? "high",
		message: oneLine(u ? `${f} in ${d}, but its checksum is wrong: probably an example` : `${f} in ${d}`),
		...l.length === 0 ? {} : { relatedLocations: l },
		...o.path === "" ? { subject: { name: `commit:${o.commit}` } } : {},
		aliases: aliasesOf(o, e, n),
		evidence: [...evidenceOf(o, e.length), suppressionToPaste(p, n.today)],
		remediation: `${remediationOf(o.ruleId)} ${ACCEPT}`,
		...o.authoredAt === void 0 ? {} : { firstSeen: o.authoredAt },
		...c === void 0 ? {} : { suppression: c }
	};
}
function aliasesOf(e, t, { names: n, deleted: r }) {
	const i = new Set([
		...n.otherFingerprints(e),
		...t.map((e) => n.fingerprint(e)),
		...earlierPaths(t, r).map((t) => n.fingerprint(e, t)),
		...t.flatMap(n.ignoreLines)
	]);
	i.delete(n.fingerprint(e));
	return [...i].slice(0, MAX_ALIASES);
}
function suppressionOf(e, { ignore: t, names: n }) {
	if (e.marked) return {
		by: "inline",
		reason: "the line is marked with gitleaks:allow"
	};
	if (n.ignoreLines(e).some((e) => t.entries.has(e))) return {
		by: "inline",
		reason: "it is listed in .gitleaksignore"
	};
}
function evidenceOf(e, t) {
	const n = e.tags.filter((e) => e.startsWith("decoded:")).map((e) => e.slice(8));
	return [
		...e.secret === void 0 ? [] : [{
			label: "Secret",
			value: e.secret.preview()
		}],
		...findingRuleId(e.ruleId) === `secrets.${e.ruleId}` ? [] : [{
			label: "Rule",
			value: e.ruleId
		}],
		...n.length === 0 ? [] : [{
			label: "Encoded as",
			value: n.join(", ")
		}],
		...t > 1 ? [{
			label: "Places",
			value: String(t)
		}] : []
	];
}
function uniqueLocations(e) {
	const t = new Map();
	for (const { location: n } of e) if (n !== void 0) t.set(JSON.stringify(n), n);
	return [...t.values()].slice(0, MAX_RELATED);
}
function oneLine(e) {
	return e.replace(/[\r\n]+/g, " ");
}
function sortKey({ location: e, ruleId: t, fingerprint: n }) {
	const r = String(e?.startLine ?? 0).padStart(9, "0");
	return [
		e?.path ?? "",
		r,
		t,
		n
	].join("\0");
}
function compare(e, t) {
	return e < t ? -1 : e > t ? 1 : 0;
}
function toHit(e, t) {
	const { fragment: n, start: r, end: i } = e;
	const a = n.path === "" ? void 0 : r < 0 ? {
		path: n.path,
		...commitOf(n.commit)
	} : locate(e, r, i);
	return {
		ruleId: e.ruleId,
		path: n.path,
		commit: n.commit,
		line: e.startLine,
		marked: e.marked,
		tags: e.tags,
		...a === void 0 ? {} : { location: a },
		...r < 0 ? {} : { secret: redacted(e.secret) },
		...e.checksumHolds === void 0 ? {} : { checksumHolds: e.checksumHolds },
		...t === void 0 ? {} : { authoredAt: t }
	};
}
function locate(e, t, n) {
	const { fragment: r, secret: i } = e;
	const a = i === "" ? -1 : r.text.slice(t, n + 1).indexOf(i);
	const o = a < 0 ? t : t + a;
	const s = a < 0 ? Math.max(n, t + 1) : o + i.length;
	const c = linesOf(r.text);
	const l = (e) => {
		const t = c.before(e);
		const n = t === 0 ? r.startColumn ?? 0 : 0;
		return {
			line: r.startLine + t,
			column: c.columnOf(e) + n + 1
		};
	};
	const u = l(o);
	const d = l(s - 1);
	return {
		path: r.path,
		startLine: u.line,
		startColumn: u.column,
		endLine: d.line,
		endColumn: d.column + 1,
		...commitOf(r.commit)
	};
}
function commitOf(e) {
	return e === "" ? {} : { commit: e };
}
const MIN_LENGTH = 16;
const HIDDEN = "***";
function withhold(e, t) {
	const n = valuesIn(e, t);
	if (n.length === 0) return e;
	const r = (e) => n.reduce((e, t) => e.replaceAll(t, HIDDEN), e);
	const i = (e) => ({
		...e,
		path: r(e.path)
	});
	const a = e.findings.map(({ location: e, relatedLocations: t, aliases: n, evidence: a, subject: o, ...s }) => ({
		...s,
		message: r(s.message),
		...e && { location: i(e) },
		...t && { relatedLocations: t.map(i) },
		...o && { subject: {
			...o,
			name: r(o.name)
		} },
		...n && { aliases: n.map(r) },
		...a && { evidence: a.map((e) => ({
			...e,
			value: r(e.value)
		})) }
	}));
	const { coverage: o, notices: s } = e;
	const c = o.skipped.map(({ item: e, reason: t }) => ({
		item: r(e),
		reason: t
	}));
	return {
		...e,
		findings: a,
		coverage: {
			...o,
			skipped: c
		},
		...s && { notices: s.map(r) }
	};
}
function valuesIn(e, t) {
	const { findings: n, coverage: r, notices: i = [] } = e;
	const a = [...new Set([
		...n.flatMap(({ message: e, location: t, relatedLocations: n = [], aliases: r = [], subject: i }) => [
			e,
			t?.path ?? "",
			...n.map(({ path: e }) => e),
			...r,
			i?.name ?? ""
		]),
		...n.flatMap(({ evidence: e = [] }) => e.map(({ value: e }) => e)),
		...r.skipped.map(({ item: e }) => e),
		...i
	])].join("\n");
	const o = new Set();
	for (const e of t) {
		const t = e.reveal().toWellFormed();
		if (t.length < MIN_LENGTH) continue;
		for (const e of [t, encodeURIComponent(t)]) if (a.includes(e)) o.add(e);
	}
	return [...o].sort((e, t) => t.length - e.length || (e < t ? -1 : 1));
}
function coverageOf(e, t, n) {
	const { commits: r, files: i, bytes: a } = t;
	const o = e.kind === "tree" ? "the files as they lie there" : `${plural(r, "commit")}, ${e.range.description}`;
	return {
		inspected: {
			...e.kind === "tree" ? {} : { commits: r },
			files: i,
			bytes: a
		},
		skipped: [...t.skipped].sort(([e], [t]) => e < t ? -1 : 1).map(([e, t]) => ({
			item: e,
			reason: t
		})),
		summary: `${plural(i, "file")} with ${n}: ${o}`,
		scope: isWhole(e) ? "all" : "change"
	};
}
function gaps(e, t) {
	const n = [...t.unreadable].sort(([e], [t]) => e < t ? -1 : 1).map(([e, t]) => ({
		ruleId: "secrets.unscanned-file",
		severity: "medium",
		message: `${e || "The folder"} was not scanned: ${t}`,
		...e === "" ? {} : { location: { path: e } },
		fingerprint: fingerprint("secrets.unscanned-file", e)
	}));
	if (isWhole(e) && t.offered > 0 && t.leftOut === t.offered) n.push({
		ruleId: "secrets.nothing-scanned",
		severity: "high",
		message: "The allowlists of the rules' configuration leave everything out",
		fingerprint: fingerprint("secrets.nothing-scanned")
	});
	if (t.bytes > 0) return n;
	const r = e.kind === "history" ? t.commits > 0 : t.files > 0;
	n.push({
		ruleId: "secrets.nothing-scanned",
		severity: r ? "info" : "high",
		message: !r ? t.unreadable.size === 0 ? "There is no file to scan" : "None of the files could be read, so nothing was scanned" : e.kind === "history" ? `The range adds no text (${plural(t.commits, "commit")})` : `There is no text in ${plural(t.files, "file")}: only the names were looked at`,
		fingerprint: fingerprint("secrets.nothing-scanned")
	});
	return n;
}
function isWhole(e) {
	return e.kind === "tree" || e.range.kind === "all";
}
function timeLimit(e) {
	const t = { work: () => void 0 };
	const n = createContext(t);
	const r = new Script("work()");
	return (i, a) => {
		let o;
		t.work = () => {
			o = { value: i() };
		};
		try {
			r.runInContext(n, { timeout: e });
		} catch (t) {
			if (!isTimeout(t)) throw t;
			throw new ExternalError(`Scanning took longer than ${e} ms: ${a()}`, { hint: "Bound the repeats of the rule's expression, or put the path on the rule's allowlist." });
		}
		if (o === void 0) throw new ExternalError(`Scanning was stopped: ${a()}`);
		return o.value;
	};
}
function isTimeout(e) {
	return typeof e === "object" && e !== null && "code" in e && e.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}
const BATCH_CHARACTERS = 262144;
const BATCH_FRAGMENTS = 512;
const LIMIT_MS = 2e4;
async function scanFragments(e, t, { signal: n }, { found: r, leftOut: i = () => {} }, a = LIMIT_MS) {
	const o = timeLimit(a);
	let s = [];
	let c = 0;
	let l = "";
	const u = () => {
		n.throwIfAborted();
		const e = () => {
			for (const e of s) {
				const { path: n, commit: a } = e;
				l = n || `the message of ${a}`;
				if (t.allowsPlace(n, a)) i(e);
				else for (const n of t.scan(e)) r(n, e);
			}
		};
		o(e, () => `${t.current()} on ${l}`);
		s = [];
		c = 0;
	};
	for await (const t of e) {
		s.push(t);
		c += t.text.length;
		if (c >= BATCH_CHARACTERS || s.length >= BATCH_FRAGMENTS) u();
	}
	u();
}
async function chooseTarget(e, t) {
	const { event: n, remote: r, offline: i, environment: a, logger: o, settings: s } = e;
	const c = {
		read: textReader(s),
		linesBefore: linesReader(s),
		addedMarksCount: s.addedMarksCount,
		...s.commit !== void 0 && { baseCommit: s.commit }
	};
	const l = (...e) => ({
		...c,
		kind: "tree",
		isChange: false,
		notices: e
	});
	if (t.mode === "tree") return l();
	const u = await openIfThere(e, t);
	if (u === void 0) return l(NO_REPOSITORY);
	const d = await resolveRange(u, {
		event: n,
		remote: r,
		offline: i,
		environment: a,
		logger: o,
		...t.baseRef === void 0 ? {} : { override: { base: t.baseRef } }
	});
	return {
		...c,
		kind: "history",
		repo: u,
		range: d,
		isChange: d.kind === "commits" && d.base !== void 0,
		notices: n === null ? [UNCOMMITTED] : []
	};
}
const NO_REPOSITORY = "The folder belongs to no git repository: its files were scanned as they lie there";
const UNCOMMITTED = "Only commits were looked at: what is staged, changed or untracked was not; `--mode tree` looks at the files as they lie there";
function textReader(e) {
	return async (t, n = false) => {
		const r = await e.read(t, { named: n });
		return r === void 0 ? void 0 : Buffer.from(r).toString("utf8");
	};
}
function linesReader(e) {
	return async (t) => {
		const n = await e.read(t, { decides: false }).catch(() => void 0);
		return n === void 0 ? [] : Buffer.from(n).toString("utf8").split("\n");
	};
}
async function openIfThere({ root: e, processes: t, environment: n, signal: r }, { mode: i, baseRef: a }) {
	const o = {
		root: e,
		processes: t,
		environment: n,
		signal: r
	};
	if (i === "history" || a !== void 0) return openRepository(o);
	return findRepository(o).catch((e) => {
		if (!(e instanceof UsageError)) throw e;
		throw new UsageError(e.message, {
			hint: "Check the repository out again, or scan its files alone with `mode: tree`.",
			cause: e
		});
	});
}
async function noteAbsent({ root: e, processes: t, environment: n, signal: r }, i) {
	try {
		const a = await openRepository({
			root: e,
			processes: t,
			environment: n,
			signal: r
		});
		for (const [e, t] of grouped(await absentFiles(a))) i.skipped.set(e, t);
		return [];
	} catch (e) {
		if (e instanceof UsageError) return [];
		if (!(e instanceof ExternalError)) throw e;
		return [`What a sparse checkout or submodules keep out is not known: ${e.message}`];
	}
}
function grouped(e) {
	const t = new Map();
	const n = new Map();
	for (const { path: r, kind: i } of e) {
		const e = r.slice(0, Math.max(r.lastIndexOf("/"), 0));
		if (i !== "sparse") t.set(r, WHY_ABSENT[i]);
		else {
			const t = n.get(e) ?? [];
			t.push(r);
			n.set(e, t);
		}
	}
	for (const [e, r] of n) {
		const [n = ""] = r;
		if (r.length === 1) t.set(n, WHY_ABSENT.sparse);
		else {
			const n = e === "" ? "files at the top" : `${e}/`;
			t.set(n, `the sparse checkout leaves ${plural(r.length, "file")} of it out`);
		}
	}
	return t;
}
function decodeUtf8(e) {
	return /[^\x00-\x7f]/.test(e) ? Buffer.from(e, "latin1").toString("utf8") : e;
}
const SAMPLE = 8192;
const MAX_FRAGMENT = 1048576;
const OVERLAP = 16384;
const MARKS = new Map([["ÿþ", "utf-16le"], ["þÿ", "utf-16be"]]);
function textOf(e) {
	const t = decodeMarked(e);
	if (t !== void 0) return t;
	if (!e.includes("\0")) return decodeUtf8(e);
	const n = e.slice(0, SAMPLE);
	const r = n.replaceAll("\0", "");
	const i = r.replace(/[\t\n\f\r\x20-\x7e]+/g, "").length;
	if (r.length === 0 || i / r.length > .15) return void 0;
	const a = n.length - r.length > n.length * .3;
	return decodeUtf8(a ? e.replaceAll("\0", "").replace(/^(?:\xff\xfe|\xfe\xff)/, "") : e);
}
function decodeMarked(e) {
	const t = MARKS.get(e.slice(0, 2));
	const n = e.length % 2 === 0 ? e : e.slice(0, -1);
	if (t === void 0) return void 0;
	try {
		return new TextDecoder(t, { fatal: true }).decode(Buffer.from(n, "latin1"));
	} catch {
		return;
	}
}
function fragmentsOf(e) {
	const { text: t } = e;
	if (t.length <= MAX_FRAGMENT) return [e];
	const n = [];
	let r = e.startLine;
	for (let i = 0; i < t.length;) {
		const a = cut(t, i + MAX_FRAGMENT, i + OVERLAP * 2);
		const o = i === 0 ? 0 : t.lastIndexOf("\n", i - 1) + 1;
		const s = o === 0 ? e.startColumn ?? 0 : 0;
		n.push({
			...e,
			text: t.slice(i, a),
			startLine: r,
			startColumn: i - o + s
		});
		if (a >= t.length) break;
		const c = cut(t, a - OVERLAP, i + 1);
		for (let e = t.indexOf("\n", i); e >= 0 && e < c; e = t.indexOf("\n", e + 1)) r += 1;
		i = c;
	}
	return n;
}
function cut(e, t, n) {
	if (t >= e.length) return e.length;
	const r = e.lastIndexOf("\n", t - 1) + 1;
	return r > n ? r : t;
}
function joinedHunks() {
	let e = {
		file: "",
		tail: "",
		column: 0
	};
	return (t, { addedText: n, cut: r }) => {
		const { tail: i, column: a } = e.file === t ? e : {
			tail: "",
			column: 0
		};
		if (r === true) {
			const r = n.lastIndexOf("\n") + 1;
			const o = r === 0 ? a + i.length : 0;
			const s = n.slice(r).slice(-OVERLAP);
			e = {
				file: t,
				tail: s,
				column: o + n.length - r - s.length
			};
		} else e = {
			file: "",
			tail: "",
			column: 0
		};
		return {
			addedText: i + n,
			startColumn: a
		};
	};
}
const SUBMODULE = "160000";
const MAX_DELETIONS = 2e5;
async function* historyFragments(e, t, n) {
	let r = "";
	let i = 0;
	const a = joinedHunks();
	for await (const o of streamDiff(e, t)) {
		const { sha: e, authoredAt: t } = o.commit;
		if (e !== r) n.commits += 1;
		r = e;
		for (const r of o.files) {
			if (r.status === "deleted") {
				if (i < MAX_DELETIONS) noteDeletion(n, e, r.path);
				i += 1;
				continue;
			}
			n.files += 1;
			yield* fileFragments(r, e, t, n, a);
		}
	}
	for await (const { oid: r, message: i } of streamMessages(e, t)) {
		n.bytes += i.length;
		yield {
			text: decodeUtf8(i),
			path: "",
			commit: r,
			startLine: 1
		};
	}
}
function noteDeletion({ deleted: e }, t, n) {
	const r = e.get(t);
	if (r === void 0) e.set(t, new Set([n]));
	else r.add(n);
}
function* fileFragments(e, t, n, r, i) {
	const { path: a } = e;
	const o = {
		path: a,
		commit: t,
		authoredAt: n
	};
	if (e.mode === SUBMODULE) {
		r.skipped.set(a, "a submodule: its own repository has to be checked for itself");
		return;
	}
	if (e.binary) r.unreadable.set(a, "git shows no text of it");
	if (e.hunks.length === 0) yield {
		...o,
		text: "",
		startLine: 0
	};
	for (const n of e.hunks) {
		const { addedText: e, startColumn: s } = i(`${t}:${a}`, n);
		const c = textOf(e);
		if (c === void 0) {
			r.skipped.set(a, "binary content");
			yield {
				...o,
				text: "",
				startLine: 0
			};
			continue;
		}
		if (n.startLine === 1 && isLfsPointer(n.addedText)) r.skipped.set(a, WHY_ABSENT.lfs);
		r.bytes += n.addedText.length;
		const l = {
			...o,
			text: c,
			startLine: n.startLine,
			startColumn: s
		};
		yield* fragmentsOf(l);
	}
}
function newScanStats() {
	return {
		commits: 0,
		files: 0,
		bytes: 0,
		offered: 0,
		leftOut: 0,
		skipped: new Map(),
		unreadable: new Map(),
		deleted: new Map()
	};
}
const LEFT_OUT = new Set(["node_modules"]);
async function* treeFragments(e, t) {
	const { files: n, irregular: r, unreadable: i } = await walkFiles(e, (e) => {
		if (!LEFT_OUT.has(e.slice(e.lastIndexOf("/") + 1))) return true;
		t.skipped.set(e, "installed packages");
		return false;
	});
	for (const { path: e, reason: n } of i) t.unreadable.set(e, n);
	for (const n of r) {
		t.skipped.set(n, "a symbolic link, which is not followed, or no regular file");
		const r = await readlink(join(e, n)).catch(() => void 0);
		if (r !== void 0) yield {
			path: n,
			commit: "",
			text: r,
			startLine: 1
		};
	}
	for (const r of n) {
		const n = await readBounded(join(e, r), r, t);
		if (n === void 0) continue;
		t.files += 1;
		const i = textOf(n.toString("latin1"));
		const a = {
			path: r,
			commit: ""
		};
		if (i === void 0) {
			t.skipped.set(r, "binary content");
			yield {
				...a,
				text: "",
				startLine: 0
			};
			continue;
		}
		if (isLfsPointer(i)) t.skipped.set(r, WHY_ABSENT.lfs);
		t.bytes += n.length;
		yield* fragmentsOf({
			...a,
			text: i,
			startLine: 1
		});
	}
}
async function readBounded(e, t, n) {
	try {
		const r = await open(e, "r");
		try {
			const { size: e } = await r.stat();
			if (e > 104857600) {
				n.unreadable.set(t, `larger than ${MAX_FILE_BYTES} bytes`);
				return;
			}
			return await r.readFile();
		} finally {
			await r.close();
		}
	} catch (e) {
		n.unreadable.set(t, reasonOf(e));
		return;
	}
}
function reasonOf(e) {
	const t = typeof e === "object" && e !== null && "code" in e ? String(e.code) : "";
	return t === "" ? "it could not be read" : `it could not be read (${t})`;
}
const SHOWN = 10;
async function allowMarkJudge(e) {
	if (e.addedMarksCount) return async () => true;
	if (e.kind === "history") {
		const t = await mergedCommits(e);
		return async ({ commit: e }) => t(e);
	}
	const t = new Map();
	return async ({ path: n, line: r }) => {
		const i = t.get(n) ?? new Set(await e.linesBefore(n));
		t.set(n, i);
		return r.split("\n").every((e) => i.has(e));
	};
}
async function mergedCommits({ repo: e, range: t, baseCommit: n }) {
	if (n === void 0) return () => false;
	const r = t.kind === "commits" ? [t.head] : ["--all"];
	const i = await e.read([
		"rev-list",
		...r,
		"--not",
		n,
		"--"
	]);
	const a = new Set(i.toString("latin1").split("\n"));
	return (e) => !a.has(e);
}
async function* collectAllowMarks(e, t) {
	for await (const n of e) {
		const { text: e, path: r, commit: i, startLine: a } = n;
		if (e.includes("gitleaks:allow")) e.split("\n").forEach((e, n) => {
			if (e.includes("gitleaks:allow")) t.add(`${r || i}:${a + n}`);
		});
		yield n;
	}
}
async function allowMarksIn(e) {
	const t = new Set();
	if (e.kind !== "history" || !e.isChange) return t;
	const n = historyFragments(e.repo, e.range, newScanStats());
	for await (const e of collectAllowMarks(n, t));
	return t;
}
function allowMarkNotices(e, { addedMarksCount: t }) {
	if (e.size === 0) return [];
	const n = t ? "" : ", which do not count before it is merged";
	const r = e.size - SHOWN;
	const i = [...e].slice(0, SHOWN).join(", ");
	return [`The change adds ${plural(e.size, "line")} marked with ${ALLOW_MARK}${n}: ${i}${r > 0 ? ` and ${r} more` : ""}`];
}
const TITLE = "Secrets";
async function findSecrets(e, t) {
	const n = await chooseTarget(e, t);
	if (n.kind === "history" && n.range.kind === "nothing") return nothingToDo(n);
	const { environment: r, logger: i } = e;
	const a = {
		environment: r,
		read: n.read,
		...t.gitleaksConfig === void 0 ? {} : { path: t.gitleaksConfig }
	};
	const { ruleSet: o, source: s } = await loadRules(a, i);
	const { ignore: c, notices: l } = await readIgnoreFile(n);
	const u = newScanStats();
	const d = createFindings({
		ignore: c,
		rules: o.rules,
		deleted: u.deleted,
		today: e.clock.now()
	});
	let f = new Set();
	if (t.engine === "gitleaks") {
		const { runGitleaks: r } = await import("./secrets-gitleaks-run.js");
		await r(e, t, n, {
			ruleSet: o,
			source: s
		}, u, d.add);
		f = await allowMarksIn(n);
	} else {
		const r = createEngine(o, { maxDecodeDepth: t.maxDecodeDepth });
		const i = new Set();
		f = i;
		const a = readSource(e, n, u);
		const c = withoutConfig(n.isChange ? collectAllowMarks(a, i) : a, await ownRules(e, s, n), u);
		const l = [];
		await scanFragments(c, r, e, {
			found: (e, { authoredAt: t }) => l.push({
				hit: toHit(e, t),
				line: e.line
			}),
			leftOut: ({ path: e, commit: t }) => {
				u.leftOut += e === "" ? 0 : 1;
				u.skipped.set(e || t, "an allowlist of the rules' configuration leaves it out");
			}
		}, t.limitMs);
		const p = await allowMarkJudge(n);
		for (const { hit: e, line: t } of l) d.add(e.marked ? {
			...e,
			marked: await p({
				...e,
				line: t
			})
		} : e);
	}
	e.progress.finish();
	const p = n.kind === "tree" ? await noteAbsent(e, u) : [];
	const m = {
		check: "secrets",
		sensitive: true,
		title: TITLE,
		findings: [...d.all(), ...gaps(n, u)],
		artifacts: [],
		coverage: coverageOf(n, u, o.origin),
		notices: [
			...n.notices,
			...l,
			...p,
			...allowMarkNotices(f, n),
			...staleNotice(n, d.unused())
		]
	};
	return withhold(m, d.secrets());
}
async function* readSource({ root: e, progress: t }, n, r) {
	const i = n.kind === "tree" ? treeFragments(e, r) : historyFragments(n.repo, n.range, r);
	let a = 0;
	for await (const e of i) {
		a += 1;
		if (a % 1e3 === 0) t.update(n.kind === "tree" ? "scanning files" : "scanning commits", n.kind === "tree" ? r.files : r.commits);
		yield e;
	}
}
async function* withoutConfig(e, t, n) {
	for await (const r of e) {
		const { path: e } = r;
		if (t(r)) {
			n.skipped.set(e, "it is the configuration of the rules");
			continue;
		}
		n.offered += e === "" ? 0 : 1;
		yield r;
	}
}
function nothingToDo(e) {
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
			summary: e.range.description,
			scope: "change",
			nothingToDo: e.range.description
		},
		notices: [...e.notices, `Nothing to scan: ${e.range.description}`]
	};
}
async function ownRules({ root: e, settings: t }, n, r) {
	if (n === void 0) return () => false;
	const { name: i, text: a } = n;
	if (t.from === "work-tree") return ({ path: e }) => e === i;
	if (r.kind === "history") {
		const e = await mergedCommits(r);
		return ({ path: t, commit: n }) => t === i && e(n);
	}
	const o = await workTreeFiles(await openWorkspace(e)).read(i, { named: true }).catch(() => void 0);
	const s = o !== void 0 && Buffer.from(o).toString("utf8") === a;
	return ({ path: e }) => s && e === i;
}
function staleNotice(e, t) {
	return e.kind === "history" && e.range.kind === "all" && t > 0 ? [`${plural(t, "line")} of .gitleaksignore match no finding: remove what is no longer needed`] : [];
}
export { findSecrets };
