import "./rolldown-runtime.js";
import { Bt as reviewDay, D as openRepository, Dt as openWorkspace, Et as isInside, Gt as UsageError, Rt as fingerprint, S as headCommit, T as resolveCommit, V as packageSelector, b as filesAt, jt as yamlText, l as resolveRange, ut as plural, w as mergeBase, y as fileAt, zt as endOfDay } from "./part-base.js";
import { c as readInventory, h as ecosystemOf, m as knowsAllPackages, n as inventoryOf, t as exclusionOf, u as edgesBySource } from "./part-inventory.js";
import { _ as parseExpression, d as evaluate, f as normalizeDeclared, g as loadAllowList, h as canBeAllowed, l as normalizeManifest, m as classOfExpression, p as LICENSE_CLASSES, u as licenseKey } from "./part-sbom-check.js";
import { t as LICENSE_RULES } from "./licenses-rules.js";
import { createHash } from "node:crypto";
import { realpath } from "node:fs/promises";
import { join } from "node:path";
function acceptedTables(e) {
	return [exceptionsInForce(e), choicesTaken(e)].filter(({ rows: e }) => e.length > 0);
}
function exceptionsInForce(e) {
	return {
		title: "Exceptions in force",
		columns: [
			"Package",
			"Licence",
			"Reason",
			"Owner",
			"Until"
		],
		rows: counted(e.flatMap(({ exception: e }) => {
			if (e === void 0) return [];
			const { package: t, license: n, reason: r, owner: i, expires: a } = e.entry;
			return [[
				t,
				n,
				r,
				i,
				a
			]];
		})).map(([e]) => e)
	};
}
function choicesTaken(e) {
	return {
		title: "Choices taken",
		columns: [
			"Declared",
			"Taken",
			"Packages"
		],
		rows: counted(e.flatMap(({ judgement: e }) => {
			const { verdict: t, choice: n } = e.evaluation;
			const { expression: r, text: i } = e.statement.license;
			if (t !== "allow" || n === void 0 || !offersChoice(r)) return [];
			return [[i, n]];
		})).map(([e, t]) => [...e, String(t)])
	};
}
function offersChoice(e) {
	return e.kind === "or" || e.kind === "and" && e.operands.some(offersChoice);
}
function counted(e) {
	const t = new Map();
	for (const n of e) {
		const e = JSON.stringify(n);
		t.set(e, (t.get(e) ?? 0) + 1);
	}
	return [...t].sort().map(([e, t]) => [JSON.parse(e), t]);
}
function compileExceptions(e, t, n = () => "") {
	const r = [];
	const i = e.map((e, i) => {
		const a = `${n(i)}licenses.exceptions[${i}]`;
		const o = endOfDay(e.expires);
		if (o === void 0) r.push(`${a}.expires is "${e.expires.slice(0, 40)}"; it must be a day, YYYY-MM-DD`);
		for (const t of [
			"package",
			"license",
			"reason",
			"owner"
		]) if (e[t].trim() === "") r.push(`${a}.${t} is empty`);
		return {
			entry: e,
			expired: (o ?? 0) <= t.getTime(),
			matches: selector(e.package, `${a}.package`, r),
			covers: pin(e.license)
		};
	});
	throwAll(r, "licence exception");
	return i;
}
function selector(e, t, n) {
	try {
		return packageSelector(e, t);
	} catch (e) {
		if (!(e instanceof UsageError)) throw e;
		n.push(e.message);
		return () => false;
	}
}
function throwAll(e, t) {
	const [n, ...r] = e;
	if (n === void 0) return;
	throw new UsageError(`A ${t} is not valid: ${n}`, { problems: r });
}
function pin(e) {
	const t = licenseKey(normalizeDeclared(e).expression);
	const n = e.trim().toUpperCase() === "NOASSERTION";
	return (e) => n && e.text === "" || licenseKey(e.expression) === t;
}
const MAX_LICENSE_FILE_BYTES = 10485760;
function compileClarifications(e, t = () => "") {
	const n = [];
	const r = e.map((e, r) => {
		const i = `${t(r)}licenses.clarifications[${r}]`;
		const a = parseExpression(e.license);
		if (!a.ok) n.push(`${i}.license is no SPDX expression: ${a.problem.message}`);
		if (e.files.length === 0) n.push(`${i}.files is empty; name what was read`);
		return {
			entry: e,
			license: normalizeDeclared(e.license),
			matches: selector(e.package, `${i}.package`, n)
		};
	});
	throwAll(n, "licence clarification");
	return r;
}
const NOT_INSTALLED = "the package is not installed";
async function whyStale({ entry: e }, { entries: t }, n) {
	for (const { installPath: r } of t) {
		if (r === void 0 || !await exists(r, n)) return NOT_INSTALLED;
		for (const t of e.files) {
			const e = await whyFileStale(t, r, n);
			if (e !== void 0) return `${t.path} ${e}`;
		}
	}
}
async function exists(e, t) {
	try {
		return await t.readIfPresent(e) !== void 0;
	} catch (e) {
		if (e instanceof UsageError) return true;
		throw e;
	}
}
async function whyFileStale(e, t, n) {
	try {
		const r = `${t}/${e.path}`;
		if (!isInside(await n.resolve(t), await n.resolve(r))) return "lies outside the package";
		const i = await n.read(r, MAX_LICENSE_FILE_BYTES);
		const a = createHash("sha256").update(i).digest("hex");
		return a === e.sha256 ? void 0 : `has the SHA-256 ${a}`;
	} catch (e) {
		if (!(e instanceof UsageError)) throw e;
		return "is missing or can't be read";
	}
}
const STRICTNESS = {
	deny: 0,
	unknown: 1,
	allow: 2
};
function createJudge(e) {
	const t = new Map();
	const n = ({ license: n }) => {
		const r = JSON.stringify(n.expression);
		const i = t.get(r);
		if (i !== void 0) return i;
		const a = evaluate(n.expression, e);
		t.set(r, a);
		return a;
	};
	return { judge(e, t) {
		const [r = undeclared(t), ...i] = e;
		const a = i.filter(({ license: e }) => e.text !== "");
		const o = a.find((e) => keyOf(e) !== keyOf(r));
		const s = [r, ...a].map((e) => ({
			statement: e,
			evaluation: n(e)
		}));
		const c = s.reduce((e, t) => {
			return STRICTNESS[t.evaluation.verdict] < STRICTNESS[e.evaluation.verdict] ? t : e;
		});
		const l = s.filter(({ evaluation: e }) => e.verdict !== "allow").map(({ statement: e }) => e);
		const u = {
			...c,
			objectionable: l
		};
		return o === void 0 ? u : {
			...u,
			contradiction: [r, o]
		};
	} };
}
function keyOf(e) {
	return licenseKey(e.license.expression);
}
function undeclared(e) {
	return {
		license: normalizeDeclared(void 0),
		source: "lockfile",
		location: e
	};
}
const MAX_MANIFEST_BYTES = 1048576;
async function readStatements(e, t) {
	const n = [];
	const r = e.entries.filter((e) => e.declaredLicense !== void 0).map((e) => {
		return {
			license: normalizeDeclared(e.declaredLicense),
			source: "lockfile",
			location: e.location
		};
	});
	const i = [];
	let a = false;
	let o = 0;
	for (const r of e.entries) {
		const e = await readInstalled(r, t);
		if (e === void 0) continue;
		if (e === OUTSIDE) {
			o += 1;
			continue;
		}
		if (typeof e === "string") {
			n.push({
				item: installedFile(r) ?? r.name,
				reason: e
			});
			continue;
		}
		a = true;
		const { slashIsOr: s } = ecosystemOf(r.ecosystem)?.installed ?? {};
		const c = normalizeManifest(e.content, { slashIsOr: s });
		if (c.text === "" && c.warnings.length === 0) continue;
		i.push({
			license: c,
			source: "manifest",
			location: { path: e.path }
		});
	}
	return {
		statements: [...r, ...i],
		skipped: n,
		isInstalled: a,
		linkedAway: o
	};
}
const OUTSIDE = Symbol("behind a link that leads out");
async function readInstalled(e, t) {
	const n = ecosystemOf(e.ecosystem)?.installed;
	if (n === void 0) return void 0;
	const r = installedFile(e);
	if (r === void 0) return void 0;
	const i = await realpath(join(t.root, r)).catch(() => void 0);
	if (i !== void 0 && !isInside(t.root, i)) return OUTSIDE;
	let a;
	try {
		const e = await t.readIfPresent(r, MAX_MANIFEST_BYTES);
		if (e === void 0) return void 0;
		a = new TextDecoder().decode(e);
	} catch (e) {
		if (e instanceof UsageError) return lowerFirst(e.message);
		throw e;
	}
	const o = await n.read(a);
	if (typeof o === "string") return o;
	if (o.name !== e.name || o.version !== e.version) return "another version is installed than the lockfile names";
	return {
		path: r,
		content: o.manifest
	};
}
function installedFile({ installPath: e, ecosystem: t }) {
	const n = ecosystemOf(t)?.installed?.file;
	return e === void 0 || n === void 0 ? void 0 : `${e}/${n}`;
}
function lowerFirst(e) {
	return e.charAt(0).toLowerCase() + e.slice(1);
}
const CONCURRENCY = 16;
const AWAY = "a link leads out of the working directory, which is not followed";
async function auditPackages(e, t, n, r) {
	const i = createJudge(t.allowList);
	const a = [];
	let o = 0;
	const s = [];
	const c = new Set();
	const l = async (e) => {
		const { subject: r, entries: l } = e;
		const u = l[0]?.location ?? { path: "" };
		for (const a of t.clarifications) {
			if (!a.matches(r)) continue;
			const o = await whyStale(a, e, n);
			if (o !== void 0) {
				s.push({
					clarification: a,
					audited: e,
					reason: o
				});
				continue;
			}
			c.add(a);
			const { license: l } = a;
			const d = {
				license: l,
				source: "clarification",
				location: u
			};
			return withException({
				audited: e,
				judgement: i.judge([d], u),
				isInstalled: false
			}, t, c);
		}
		const d = await readStatements(e, n);
		a.push(...d.skipped);
		o += d.linkedAway;
		return withException({
			audited: e,
			judgement: i.judge(d.statements, u),
			isInstalled: d.isInstalled
		}, t, c);
	};
	const u = [];
	for (let t = 0; t < e.length; t += CONCURRENCY) {
		u.push(...await Promise.all(e.slice(t, t + CONCURRENCY).map(l)));
		r(u.length);
	}
	if (o > 0) a.push({
		item: plural(o, "installed package"),
		reason: AWAY
	});
	return {
		packages: u,
		skipped: a.sort((e, t) => e.item < t.item ? -1 : 1),
		staleClarifications: s.sort((e, t) => e.audited.key < t.audited.key ? -1 : 1),
		used: c
	};
}
function withException(e, { exceptions: t }, n) {
	const { audited: r, judgement: i } = e;
	if (i.evaluation.verdict === "allow") return e;
	const a = t.filter((e) => e.matches(r.subject));
	const o = i.objectionable.map(({ license: e }) => a.filter((t) => t.covers(e)));
	if (o.some((e) => e.length === 0)) return e;
	for (const e of o.flat()) n.add(e);
	const s = o.map((e) => e.find(({ expired: e }) => !e));
	const [c] = s;
	return c === void 0 || s.includes(void 0) ? e : {
		...e,
		exception: c
	};
}
const CHANGE_EVENTS = new Set([
	"pull_request",
	"pull_request_target",
	"merge_group"
]);
function wantsChanges({ mode: e, base: t }, n) {
	if (e !== "auto") return e === "changes";
	return t !== void 0 || CHANGE_EVENTS.has(n.event?.name ?? "");
}
async function readBase(e, { base: t }) {
	try {
		const n = await openRepository({
			root: e.root,
			processes: e.processes,
			environment: e.environment,
			signal: e.signal
		});
		const { event: r, remote: i, offline: a, environment: o, logger: s } = e;
		const c = {
			event: r,
			remote: i,
			offline: a,
			environment: o,
			logger: s,
			...t === void 0 ? {} : { override: { base: t } }
		};
		const l = await resolveRange(n, c);
		const u = t === void 0 ? l.kind === "commits" ? l.mergeBase ?? l.base : void 0 : await namedBase(n, t);
		if (u === void 0) return `There is no base to compare with (${l.description}): every package was judged.`;
		return {
			inventory: await readInventory(revisionSource(n, u), {
				compareManifests: false,
				...exclusionOf(e.config)
			}),
			description: t === void 0 ? l.description : `changes since ${t}`
		};
	} catch (e) {
		if (!(e instanceof UsageError) || t !== void 0) throw e;
		return `The base can't be read (${e.message}): every package was judged.`;
	}
}
async function namedBase(e, t) {
	const n = await resolveCommit(e, t);
	const r = await headCommit(e);
	return (r && await mergeBase(e, n, r.sha)) ?? n;
}
function revisionSource(e, t) {
	return {
		list: () => filesAt(e, t),
		read: (n, r) => fileAt(e, t, n, r)
	};
}
const MAX_STEPS = 30;
function shortestPaths(e) {
	const t = new Map();
	const n = new Map();
	const r = new Map();
	for (const i of e) {
		const e = edgesBySource(i.edges);
		const a = i.components.filter((e) => e.firstParty);
		for (const { id: e, name: n, version: r } of i.components) t.set(e, r === void 0 ? n : `${n}@${r}`);
		const o = a.map((e) => e.id);
		for (const e of o) n.set(e, void 0);
		for (const t of o) for (const { to: i } of e.get(t) ?? []) {
			if (n.has(i)) continue;
			n.set(i, t);
			r.set(i, r.get(t) ?? t);
			o.push(i);
		}
	}
	return (e) => {
		if (!n.has(e)) return void 0;
		const i = (e) => t.get(e) ?? e;
		const a = [];
		let o = e;
		for (; o !== void 0 && a.length < MAX_STEPS; o = n.get(o)) a.push(i(o));
		const s = r.get(e);
		if (o !== void 0 && s !== void 0) {
			if (o !== s) a.push("…");
			a.push(i(s));
		}
		return a.reverse();
	};
}
const SCOPE_ORDER = {
	runtime: 0,
	optional: 1,
	development: 2
};
function collectPackages(e) {
	const t = new Map();
	let n = 0;
	for (const r of e.graphs) for (const e of r.components) {
		if (e.firstParty) {
			n++;
			continue;
		}
		const i = packageKey(e);
		const a = t.get(i);
		if (a === void 0) t.set(i, [{
			component: e,
			graph: r
		}]);
		else a.push({
			component: e,
			graph: r
		});
	}
	const r = shortestPaths(e.graphs);
	return {
		packages: [...t].map(([e, t]) => {
			const n = t.map(({ component: e }) => e);
			const i = subjectOf(n, t.map(({ component: e }) => r(e.id)));
			return {
				key: e,
				nameKey: `${i.ecosystem ?? ""}:${i.name}`,
				entries: n,
				subject: i
			};
		}).sort((e, t) => e.key < t.key ? -1 : 1),
		firstParty: n
	};
}
function packageKey(e) {
	const { purl: t, ecosystem: n, name: r, version: i } = e;
	return t ?? `${n}:${r}@${i ?? ""}`;
}
function displayName({ name: e, version: t }) {
	return t === void 0 ? e : `${e}@${t}`;
}
const MAX_PATHS = 3;
function subjectOf(e, t) {
	const n = e.map((e) => e.scope).reduce((e, t) => SCOPE_ORDER[t] < SCOPE_ORDER[e] ? t : e);
	const [r] = e;
	const i = e.flatMap(({ direct: e }) => e ?? []);
	const a = i.length === 0 ? void 0 : i.includes(true);
	const o = t.filter((e) => e !== void 0);
	const s = [...new Map(o.map((e) => [e.join("\0"), e])).values()];
	return {
		name: r?.name ?? "",
		...r?.version === void 0 ? {} : { version: r.version },
		...r?.purl === void 0 ? {} : { purl: r.purl },
		...r === void 0 ? {} : { ecosystem: r.ecosystem },
		scope: n,
		...a === void 0 ? {} : { direct: a },
		paths: s.sort((e, t) => e.length - t.length).slice(0, MAX_PATHS)
	};
}
function changesSince(e, t) {
	const n = new Map();
	const r = new Map();
	for (const { key: i, nameKey: a, entries: o } of collectPackages(e).packages.filter(t)) {
		const e = declaredLicenses(o);
		n.set(i, e);
		r.set(a, new Map([...r.get(a) ?? [], ...e]));
	}
	return ({ key: e, nameKey: t, entries: i }) => {
		const a = declaredLicenses(i);
		const o = n.get(e);
		const s = o ?? r.get(t);
		if (s === void 0) return { kind: "added" };
		const c = [...a.keys()].some((e) => !s.has(e));
		const l = c && s.size > 0 ? { before: [...s.values()].sort() } : {};
		if (o === void 0) return {
			kind: "bumped",
			...l
		};
		if (a.size === s.size && !c) return { kind: "unchanged" };
		return {
			kind: "redeclared",
			...l
		};
	};
}
function declaredLicenses(e) {
	const t = new Map();
	for (const { declaredLicense: n } of e) {
		const e = normalizeDeclared(n);
		if (e.kind === "undeclared") continue;
		t.set(licenseKey(e.expression), e.text);
	}
	return t;
}
function licensesDocument(e) {
	const t = {
		schema: 1,
		packages: e.map(({ audited: { key: e, subject: t }, judgement: n, exception: r }) => ({
			name: t.name,
			version: t.version,
			purl: t.purl,
			id: t.purl === void 0 ? e : void 0,
			scope: t.scope,
			direct: t.direct,
			license: n.statement.license.text,
			source: n.statement.source,
			location: n.statement.location.path,
			verdict: n.evaluation.verdict,
			choice: n.evaluation.choice,
			exception: r === void 0 ? void 0 : {
				reason: r.entry.reason,
				owner: r.entry.owner,
				expires: r.entry.expires
			}
		}))
	};
	return {
		name: "licenses.json",
		mediaType: "application/json",
		bytes: new TextEncoder().encode(`${JSON.stringify(t, null, 2)}\n`)
	};
}
const NOTABLE = 5;
function isUndeclared({ judgement: e, isInstalled: t }) {
	return e.statement.license.text === "" && !t;
}
function installFirst(e) {
	return `${ecosystemOf(e)?.installAdvice ?? "Install the packages"} before this check: it reads what installed packages declare.`;
}
function missingLicenseNotices(e, t) {
	return e.graphs.flatMap(({ path: e, format: n, ecosystem: r, components: i }) => {
		const a = new Set(i);
		const o = t.filter(({ audited: e }) => e.entries.some((e) => a.has(e)));
		const s = o.filter(isUndeclared).length;
		if (s === 0 || s < Math.min(NOTABLE, o.length)) return [];
		const c = s === o.length ? `${e} names no licences, and the packages are not installed.` : `${e} names no licence for ${s} of its ${plural(o.length, "package")}, and they are not installed.`;
		const l = ecosystemOf(r)?.noLicensesAdvice?.(n) ?? [];
		return [[c, installFirst(r)].concat(l).join(" ")];
	});
}
const MAX_SHOWN = 160;
function shown(e) {
	const t = e.slice(0, 640).replaceAll(/\s+/g, " ").trim();
	return t.length > MAX_SHOWN || e.length > 640 ? `${t.slice(0, MAX_SHOWN).trimEnd()}…` : t;
}
const MAX_TERMS = 20;
const SOURCE_NAMES = {
	clarification: "a clarification of the config file",
	lockfile: "the lockfile",
	manifest: "the installed package"
};
function termEvidence({ statement: e, evaluation: t }) {
	const n = e.source === "lockfile" ? [] : [sourceEvidence(e)];
	if (t.terms.length < 2) return n;
	const r = t.terms.slice(0, MAX_TERMS);
	const i = t.terms.length - r.length;
	return [
		...n,
		...r.map((e) => ({
			label: shown(e.text) || "(nothing)",
			value: `${e.verdict === "unknown" ? "unknown: " : ""}${shown(e.reason)}`
		})),
		...i > 0 ? [{
			label: "…",
			value: `and ${plural(i, "more term")}`
		}] : []
	];
}
function sourceEvidence({ license: e, source: t, location: n }) {
	return {
		label: "Licence",
		value: `${shown(e.text) || "(nothing)"}, says ${SOURCE_NAMES[t]} (${n.path})`
	};
}
function hintText({ evaluation: e }) {
	const t = e.terms.flatMap((e) => e.hint === void 0 ? [] : [e.hint]);
	return [...new Set(t)].slice(0, 3).map((e) => `${e} `).join("");
}
const SCOPES = [
	"runtime",
	"optional",
	"development"
];
function licenseClass({ judgement: e }) {
	const t = classOfExpression(e.statement.license.expression);
	return t === "other" ? void 0 : t;
}
function priorityOf(e) {
	const t = LICENSE_CLASSES.indexOf(licenseClass(e) ?? "other");
	const n = SCOPES.indexOf(e.audited.subject.scope ?? "runtime");
	return t * SCOPES.length + n;
}
const MAX_PIN = 1024;
function exceptionToPaste({ audited: e, judgement: t }, n) {
	const r = t.objectionable.filter(({ license: e }) => e.text.length <= MAX_PIN).map(({ license: e }) => e.text === "" ? "NOASSERTION" : e.text);
	const i = [...new Set(r)].map((t) => [
		`package: ${yamlText(e.subject.name)}`,
		`license: ${yamlText(t)}`,
		"reason: \"why it is acceptable\"",
		"owner: \"who answers for it\"",
		`expires: ${yamlText(reviewDay(n.wall()))}`
	]);
	return i.length === 0 ? [] : entriesToPaste("Exception", i);
}
function clarificationToPaste(e, t) {
	if (t !== void 0 && t.length > MAX_PIN) return [];
	return entriesToPaste("Clarification", [[
		`package: ${yamlText(displayName(e))}`,
		"license: \"what the file says, as an SPDX expression\"",
		"files:",
		`  - path: ${yamlText(t ?? "LICENSE")}`,
		"    sha256: \"its SHA-256\"",
		"reason: \"how it was found out\""
	]]);
}
function entriesToPaste(e, t) {
	const n = t.flatMap((e) => e.map((e, t) => `    ${t === 0 ? "- " : "  "}${e}`));
	const r = [
		"licenses:",
		`  ${e.toLowerCase()}s:`,
		...n
	].join("\n");
	return [{
		label: `${e} to paste`,
		value: r,
		verbatim: true
	}];
}
function packageFindings(e, t, n, { clock: r }) {
	const { verdict: i } = e.judgement.evaluation;
	const a = e.exception === void 0;
	return [
		a && i === "deny" ? denied(e, r) : void 0,
		a && i === "unknown" ? undecided(e, n) : void 0,
		contradicted(e),
		relicensed(e, t),
		outdated(e)
	].flatMap((n) => n === void 0 ? [] : [finding$1(e, t, n)]);
}
function denied(e, t) {
	const { judgement: n } = e;
	const r = exceptionToPaste(e, t);
	const [i, ...a] = n.evaluation.terms;
	const o = i?.verdict === "deny" && a.length === 0 && i.hint === void 0 && canBeAllowed(i.text);
	const s = licenseClass(e);
	const c = "accept it for a time with an entry under `licenses.exceptions`";
	const l = o ? `, ${c}, or add the licence to \`licenses.allow\` for every package` : `, or ${c}`;
	return {
		ruleId: "licenses.denied",
		message: `${nameOf(e)} is under ${declared(e)}${s === void 0 ? "" : ` (${s})`}, which is not allowed`,
		priority: priorityOf(e),
		cause: keyOf(n.statement),
		evidence: [...termEvidence(n), ...r],
		remediation: `${hintText(n)}Replace ${nameOf(e)}${l}.`
	};
}
function undecided(e, t) {
	const { license: n } = e.judgement.statement;
	if (n.kind === "invalid") {
		const r = n.problem?.message ?? "";
		return {
			ruleId: "licenses.invalid-expression",
			severity: t.onInvalid,
			message: `${nameOf(e)} declares ${declared(e)}, which is no valid SPDX expression: ${r}`,
			...clarifiable(e)
		};
	}
	const r = {
		ruleId: "licenses.unknown",
		severity: t.onUnknown
	};
	if (isUndeclared(e)) return {
		...r,
		message: `${nameOf(e)} has no licence in the lockfile and is not installed`,
		cause: "undeclared",
		remediation: installFirst(e.audited.subject.ecosystem)
	};
	const i = e.judgement.evaluation.terms.find(({ verdict: e }) => e === "unknown");
	const a = n.text === "" || i === void 0 ? "" : `: ${shown(i.reason)}`;
	return {
		...r,
		message: `${nameOf(e)} declares ${declared(e)}${a}`,
		...clarifiable(e)
	};
}
function clarifiable({ audited: e, judgement: t, isInstalled: n }) {
	const { file: r } = t.statement.license;
	const { ecosystem: i } = e.subject;
	const a = n || t.statement.source === "clarification" ? "" : `${installFirst(i)} `;
	const o = r === void 0 ? "the package's licence file" : `its file ${shown(r)}`;
	return {
		evidence: [...termEvidence(t), ...clarificationToPaste(e.subject, r)],
		remediation: `${hintText(t)}${a}Read ${o} and record what it says under \`licenses.clarifications\`, or accept the package for a time under \`licenses.exceptions\`.`
	};
}
function contradicted(e) {
	const { contradiction: t } = e.judgement;
	if (t === void 0) return void 0;
	return {
		ruleId: "licenses.mismatch",
		message: `${nameOf(e)} has different licences in different sources; the stricter verdict is taken`,
		evidence: t.map(sourceEvidence),
		remediation: "Install again, and ask the maintainers if the sources still differ."
	};
}
function relicensed(e, t) {
	if (t?.before === void 0) return void 0;
	const n = shown(t.before.map((e) => `"${e}"`).join(" and "));
	if (t.kind === "redeclared") return {
		ruleId: "licenses.redeclared",
		message: `${nameOf(e)} is the version that the base had, under ${declared(e)} instead of ${n}`,
		evidence: termEvidence(e.judgement),
		remediation: "A published version can't change its licence. Install again from the registry; if the entry still differs, read the licence file of the package."
	};
	return {
		ruleId: "licenses.relicensed",
		message: `${nameOf(e)} is under ${declared(e)}; the base had ${n}`,
		evidence: termEvidence(e.judgement),
		remediation: "Look at why the licence changed before you take the package in."
	};
}
function outdated(e) {
	const { statement: t } = e.judgement;
	const { warnings: n } = t.license;
	if (n.length === 0) return void 0;
	return {
		ruleId: "licenses.legacy-metadata",
		message: `${nameOf(e)} declares its licence in an old form: ${n.join("; ")}`,
		evidence: [sourceEvidence(t)]
	};
}
function nameOf({ audited: e }) {
	return shown(displayName(e.subject));
}
function declared({ judgement: e }) {
	const { text: t } = e.statement.license;
	return t === "" ? "no licence" : `"${shown(t)}"`;
}
function finding$1({ audited: e, judgement: t }, n, r) {
	const [i, ...a] = e.entries;
	const { ruleId: o } = r;
	const s = r.severity ?? LICENSE_RULES[o]?.severity ?? "high";
	return {
		...r,
		severity: s,
		...i === void 0 ? {} : { location: i.location },
		...a.length === 0 ? {} : { relatedLocations: a.map((e) => e.location) },
		subject: e.subject,
		fingerprint: fingerprint(o, e.nameKey, keyOf(t.statement)),
		...n === void 0 ? {} : { change: "new" }
	};
}
function policyFindings(e, t, n, r) {
	const i = e.staleClarifications.map(({ clarification: e, audited: t, reason: n }) => finding("licenses.clarification-stale", [e.entry.package, t.nameKey], `The clarification for ${displayName(t.subject)} is void: ${n}`, n === "the package is not installed" ? installFirst(t.subject.ecosystem) : "Read the file again and renew the entry.", { subject: t.subject }));
	const a = new Set(e.staleClarifications.map(({ clarification: e }) => e));
	const o = n.filter((t) => !e.used.has(t) && !a.has(t));
	return [
		...t.flatMap((t) => exceptionFinding(t, e, r)),
		...i,
		...r ? o.map((e) => unneeded("clarification", e.entry)) : []
	];
}
function exceptionFinding(e, t, n) {
	const { entry: r, expired: i } = e;
	if (t.used.has(e)) {
		if (!i) return [];
		return [finding("licenses.exception-expired", [r.package, r.license], `The licence exception for ${shown(r.package)} expired on ${r.expires}`, `Ask ${shown(r.owner)} whether it still holds, then renew or remove the entry.`)];
	}
	const a = t.packages.find(({ audited: t, judgement: n }) => n.evaluation.verdict !== "allow" && e.matches(t.subject));
	if (a !== void 0) {
		const t = a.judgement.objectionable.find(({ license: t }) => !e.covers(t));
		const n = shown((t ?? a.judgement.statement).license.text) || "none";
		return [finding("licenses.exception-stale", [r.package, r.license], `The licence exception for ${shown(r.package)} was granted for "${shown(r.license)}", but the licence of ${displayName(a.audited.subject)} is "${n}"`, "Look at the new licence; renew the entry for it or replace the package.", { subject: a.audited.subject })];
	}
	return n ? [unneeded("exception", r)] : [];
}
function unneeded(e, t) {
	return finding("licenses.exception-unused", [
		e,
		t.package,
		t.license
	], `No package needs the licence ${e} for ${shown(t.package)} under "${shown(t.license)}"`, "Remove the entry from the config file.");
}
function finding(e, t, n, r, i = {}) {
	return {
		ruleId: e,
		severity: LICENSE_RULES[e]?.severity ?? "high",
		message: n,
		remediation: r,
		fingerprint: fingerprint(e, ...t),
		...i
	};
}
async function auditLicenses(e, t) {
	const n = (e) => (n) => t.placeOf?.(`${e}.${n}`) ?? "";
	const r = loadAllowList(t.allow, n("licenses.allow"));
	const i = compileExceptions(t.exceptions ?? [], e.clock.wall(), n("licenses.exceptions"));
	const a = compileClarifications(t.clarifications ?? [], n("licenses.clarifications"));
	const o = await openWorkspace(e.root);
	const { inventory: s } = await inventoryOf(e);
	const c = collectPackages(s);
	const l = wantsChanges(t, e) ? await readBase(e, t) : void 0;
	const u = typeof l === "object" ? l : void 0;
	const d = await auditPackages(c.packages, {
		allowList: r,
		exceptions: i,
		clarifications: a
	}, o, (t) => e.progress.update("licences", t, c.packages.length));
	const f = select(d.packages, t, u);
	const p = f.map(({ each: e }) => e);
	return {
		check: "licenses",
		findings: [...f.flatMap(({ each: n, change: r }) => packageFindings(n, r, t, e)), ...policyFindings(d, i, a, knowsAllPackages(s))],
		artifacts: [licensesDocument(p)],
		coverage: {
			inspected: {
				lockfiles: s.graphs.length,
				packages: f.length,
				"first-party packages": c.firstParty
			},
			skipped: d.skipped,
			summary: summary(f.length, c.packages.length, s.graphs.length, u),
			...u === void 0 ? {} : { scope: "change" },
			...s.graphs.length === 0 ? { nothingToDo: "no lockfile was read" } : {}
		},
		tables: acceptedTables(p),
		notices: [...typeof l === "string" ? [l] : [], ...missingLicenseNotices(s, p)]
	};
}
function select(e, { scope: t }, n) {
	const r = ({ subject: e }) => t === "all" || e.scope !== "development";
	const i = n === void 0 ? void 0 : changesSince(n.inventory, r);
	return e.filter(({ audited: e }) => r(e)).map((e) => ({
		each: e,
		change: i?.(e.audited)
	})).filter(({ change: e }) => e?.kind !== "unchanged");
}
function summary(e, t, n, r) {
	if (n === 0) return "No lockfile was read, so no licence was audited";
	const i = `${plural(t, "package")} of ${plural(n, "lockfile")}`;
	if (r !== void 0) return `${e} of ${i}: what is new in the ${r.description}`;
	return e === t ? `${i}, the whole tree` : `${e} of ${i}: those in scope`;
}
export { auditLicenses };
