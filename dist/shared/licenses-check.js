import "./rolldown-runtime.js";
import { G as fingerprint, I as yamlText, K as endOfDay, M as openWorkspace, Q as UsageError, i as plural, j as isInside, q as reviewDay } from "./core.js";
import { a as readInventory, c as knowsAllPackages, l as ecosystemOf, n as inventoryOf, t as exclusionOf } from "./inventory.js";
import { a as LICENSE_CLASSES, c as loadAllowList, i as normalizeDeclared, l as parseExpression, n as licenseKey, o as classOfExpression, r as evaluate, s as canBeAllowed, t as normalizeManifest } from "./spdx.js";
import { t as packageSelector } from "./purl.js";
import { t as edgesBySource } from "./inventory-reachability.js";
import { C as openRepository, a as resolveRange, b as mergeBase, g as filesAt, h as fileAt, v as headCommit, x as resolveCommit } from "./git.js";
import { t as LICENSE_RULES } from "./licenses-rules.js";
import { createHash } from "node:crypto";
import { realpath } from "node:fs/promises";
import { join } from "node:path";

// packages/licenses/src/accepted.ts
function acceptedTables(packages) {
	return [exceptionsInForce(packages), choicesTaken(packages)].filter(({ rows }) => rows.length > 0);
}
function exceptionsInForce(packages) {
	return {
		title: "Exceptions in force",
		columns: [
			"Package",
			"Licence",
			"Reason",
			"Owner",
			"Until"
		],
		rows: counted(packages.flatMap(({ exception }) => {
			if (exception === void 0) return [];
			const { package: name, license, reason, owner, expires } = exception.entry;
			return [[
				name,
				license,
				reason,
				owner,
				expires
			]];
		})).map(([row]) => row)
	};
}
function choicesTaken(packages) {
	return {
		title: "Choices taken",
		columns: [
			"Declared",
			"Taken",
			"Packages"
		],
		rows: counted(packages.flatMap(({ judgement }) => {
			const { verdict, choice } = judgement.evaluation;
			const { expression, text } = judgement.statement.license;
			if (verdict !== "allow" || choice === void 0 || !offersChoice(expression)) return [];
			return [[text, choice]];
		})).map(([row, count]) => [...row, String(count)])
	};
}
function offersChoice(expression) {
	return expression.kind === "or" || expression.kind === "and" && expression.operands.some(offersChoice);
}
function counted(rows) {
	const counts = /* @__PURE__ */ new Map();
	for (const row of rows) {
		const key = JSON.stringify(row);
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	return [...counts].sort().map(([key, count]) => [JSON.parse(key), count]);
}

// packages/licenses/src/exceptions.ts
function compileExceptions(entries, now, placeOf = () => "") {
	const problems = [];
	const compiled = entries.map((entry, index) => {
		const key = `${placeOf(index)}licenses.exceptions[${index}]`;
		const end = endOfDay(entry.expires);
		if (end === void 0) problems.push(`${key}.expires is "${entry.expires.slice(0, 40)}"; it must be a day, YYYY-MM-DD`);
		for (const field of [
			"package",
			"license",
			"reason",
			"owner"
		]) if (entry[field].trim() === "") problems.push(`${key}.${field} is empty`);
		return {
			entry,
			expired: (end ?? 0) <= now.getTime(),
			matches: selector(entry.package, `${key}.package`, problems),
			covers: pin(entry.license)
		};
	});
	throwAll(problems, "licence exception");
	return compiled;
}
function selector(pattern, key, problems) {
	try {
		return packageSelector(pattern, key);
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		problems.push(error.message);
		return () => false;
	}
}
function throwAll(problems, what) {
	const [first, ...others] = problems;
	if (first === void 0) return;
	throw new UsageError(`A ${what} is not valid: ${first}`, { problems: others });
}
function pin(text) {
	const wanted = licenseKey(normalizeDeclared(text).expression);
	const isNothing = text.trim().toUpperCase() === "NOASSERTION";
	return (license) => isNothing && license.text === "" || licenseKey(license.expression) === wanted;
}

// packages/licenses/src/clarifications.ts
const MAX_LICENSE_FILE_BYTES = 10485760;
function compileClarifications(entries, placeOf = () => "") {
	const problems = [];
	const compiled = entries.map((entry, index) => {
		const key = `${placeOf(index)}licenses.clarifications[${index}]`;
		const parsed = parseExpression(entry.license);
		if (!parsed.ok) problems.push(`${key}.license is no SPDX expression: ${parsed.problem.message}`);
		if (entry.files.length === 0) problems.push(`${key}.files is empty; name what was read`);
		return {
			entry,
			license: normalizeDeclared(entry.license),
			matches: selector(entry.package, `${key}.package`, problems)
		};
	});
	throwAll(problems, "licence clarification");
	return compiled;
}
const NOT_INSTALLED = "the package is not installed";
async function whyStale({ entry }, { entries }, workspace) {
	for (const { installPath } of entries) {
		if (installPath === void 0 || !await exists(installPath, workspace)) return NOT_INSTALLED;
		for (const file of entry.files) {
			const reason = await whyFileStale(file, installPath, workspace);
			if (reason !== void 0) return `${file.path} ${reason}`;
		}
	}
}
async function exists(folder, workspace) {
	try {
		return await workspace.readIfPresent(folder) !== void 0;
	} catch (error) {
		if (error instanceof UsageError) return true;
		throw error;
	}
}
async function whyFileStale(file, folder, workspace) {
	try {
		const path = `${folder}/${file.path}`;
		if (!isInside(await workspace.resolve(folder), await workspace.resolve(path))) return "lies outside the package";
		const bytes = await workspace.read(path, MAX_LICENSE_FILE_BYTES);
		const found = createHash("sha256").update(bytes).digest("hex");
		return found === file.sha256 ? void 0 : `has the SHA-256 ${found}`;
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		return "is missing or can't be read";
	}
}

// packages/licenses/src/package-verdict.ts
const STRICTNESS = {
	deny: 0,
	unknown: 1,
	allow: 2
};
function createJudge(allowList) {
	const known = /* @__PURE__ */ new Map();
	const evaluated = ({ license }) => {
		const key = JSON.stringify(license.expression);
		const before = known.get(key);
		if (before !== void 0) return before;
		const evaluation = evaluate(license.expression, allowList);
		known.set(key, evaluation);
		return evaluation;
	};
	return { judge(statements, fallback) {
		const [first = undeclared(fallback), ...others] = statements;
		const speaking = others.filter(({ license }) => license.text !== "");
		const other = speaking.find((statement) => keyOf(statement) !== keyOf(first));
		const judged = [first, ...speaking].map((statement) => ({
			statement,
			evaluation: evaluated(statement)
		}));
		const strictest = judged.reduce((least, next) => {
			return STRICTNESS[next.evaluation.verdict] < STRICTNESS[least.evaluation.verdict] ? next : least;
		});
		const objectionable = judged.filter(({ evaluation }) => evaluation.verdict !== "allow").map(({ statement }) => statement);
		const verdict = {
			...strictest,
			objectionable
		};
		return other === void 0 ? verdict : {
			...verdict,
			contradiction: [first, other]
		};
	} };
}
function keyOf(statement) {
	return licenseKey(statement.license.expression);
}
function undeclared(location) {
	return {
		license: normalizeDeclared(void 0),
		source: "lockfile",
		location
	};
}

// packages/licenses/src/statements.ts
const MAX_MANIFEST_BYTES = 1048576;
async function readStatements(audited, workspace) {
	const skipped = [];
	const locked = audited.entries.filter((entry) => entry.declaredLicense !== void 0).map((entry) => {
		return {
			license: normalizeDeclared(entry.declaredLicense),
			source: "lockfile",
			location: entry.location
		};
	});
	const installed = [];
	let isInstalled = false;
	let linkedAway = 0;
	for (const entry of audited.entries) {
		const manifest = await readInstalled(entry, workspace);
		if (manifest === void 0) continue;
		if (manifest === OUTSIDE) {
			linkedAway += 1;
			continue;
		}
		if (typeof manifest === "string") {
			skipped.push({
				item: installedFile(entry) ?? entry.name,
				reason: manifest
			});
			continue;
		}
		isInstalled = true;
		const { slashIsOr } = ecosystemOf(entry.ecosystem)?.installed ?? {};
		const license = normalizeManifest(manifest.content, { slashIsOr });
		if (license.text === "" && license.warnings.length === 0) continue;
		installed.push({
			license,
			source: "manifest",
			location: { path: manifest.path }
		});
	}
	return {
		statements: [...locked, ...installed],
		skipped,
		isInstalled,
		linkedAway
	};
}
const OUTSIDE = Symbol("behind a link that leads out");
async function readInstalled(entry, workspace) {
	const installed = ecosystemOf(entry.ecosystem)?.installed;
	if (installed === void 0) return void 0;
	const path = installedFile(entry);
	if (path === void 0) return void 0;
	const real = await realpath(join(workspace.root, path)).catch(() => void 0);
	if (real !== void 0 && !isInside(workspace.root, real)) return OUTSIDE;
	let text;
	try {
		const bytes = await workspace.readIfPresent(path, MAX_MANIFEST_BYTES);
		if (bytes === void 0) return void 0;
		text = new TextDecoder().decode(bytes);
	} catch (error) {
		if (error instanceof UsageError) return lowerFirst(error.message);
		throw error;
	}
	const found = await installed.read(text);
	if (typeof found === "string") return found;
	if (found.name !== entry.name || found.version !== entry.version) return "another version is installed than the lockfile names";
	return {
		path,
		content: found.manifest
	};
}
function installedFile({ installPath, ecosystem }) {
	const file = ecosystemOf(ecosystem)?.installed?.file;
	return installPath === void 0 || file === void 0 ? void 0 : `${installPath}/${file}`;
}
function lowerFirst(text) {
	return text.charAt(0).toLowerCase() + text.slice(1);
}

// packages/licenses/src/audit.ts
const CONCURRENCY = 16;
const AWAY = "a link leads out of the working directory, which is not followed";
async function auditPackages(packages, policy, workspace, tell) {
	const judge = createJudge(policy.allowList);
	const skipped = [];
	let linkedAway = 0;
	const stale = [];
	const used = /* @__PURE__ */ new Set();
	const auditOne = async (audited) => {
		const { subject, entries } = audited;
		const fallback = entries[0]?.location ?? { path: "" };
		for (const clarification of policy.clarifications) {
			if (!clarification.matches(subject)) continue;
			const reason = await whyStale(clarification, audited, workspace);
			if (reason !== void 0) {
				stale.push({
					clarification,
					audited,
					reason
				});
				continue;
			}
			used.add(clarification);
			const { license } = clarification;
			const statement = {
				license,
				source: "clarification",
				location: fallback
			};
			return withException({
				audited,
				judgement: judge.judge([statement], fallback),
				isInstalled: false
			}, policy, used);
		}
		const read = await readStatements(audited, workspace);
		skipped.push(...read.skipped);
		linkedAway += read.linkedAway;
		return withException({
			audited,
			judgement: judge.judge(read.statements, fallback),
			isInstalled: read.isInstalled
		}, policy, used);
	};
	const results = [];
	for (let from = 0; from < packages.length; from += CONCURRENCY) {
		results.push(...await Promise.all(packages.slice(from, from + CONCURRENCY).map(auditOne)));
		tell(results.length);
	}
	if (linkedAway > 0) skipped.push({
		item: plural(linkedAway, "installed package"),
		reason: AWAY
	});
	return {
		packages: results,
		skipped: skipped.sort((a, b) => a.item < b.item ? -1 : 1),
		staleClarifications: stale.sort((a, b) => a.audited.key < b.audited.key ? -1 : 1),
		used
	};
}
function withException(each, { exceptions }, used) {
	const { audited, judgement } = each;
	if (judgement.evaluation.verdict === "allow") return each;
	const matching = exceptions.filter((exception) => exception.matches(audited.subject));
	const covering = judgement.objectionable.map(({ license }) => matching.filter((exception) => exception.covers(license)));
	if (covering.some((exceptions) => exceptions.length === 0)) return each;
	for (const exception of covering.flat()) used.add(exception);
	const valid = covering.map((exceptions) => exceptions.find(({ expired }) => !expired));
	const [exception] = valid;
	return exception === void 0 || valid.includes(void 0) ? each : {
		...each,
		exception
	};
}

// packages/licenses/src/base.ts
const CHANGE_EVENTS = /* @__PURE__ */ new Set([
	"pull_request",
	"pull_request_target",
	"merge_group"
]);
function wantsChanges({ mode, base }, context) {
	if (mode !== "auto") return mode === "changes";
	return base !== void 0 || CHANGE_EVENTS.has(context.event?.name ?? "");
}
async function readBase(context, { base }) {
	try {
		const repository = await openRepository({
			root: context.root,
			processes: context.processes,
			environment: context.environment,
			signal: context.signal
		});
		const { event, remote, offline, environment, logger } = context;
		const options = {
			event,
			remote,
			offline,
			environment,
			logger,
			...base === void 0 ? {} : { override: { base } }
		};
		const range = await resolveRange(repository, options);
		const revision = base === void 0 ? range.kind === "commits" ? range.mergeBase ?? range.base : void 0 : await namedBase(repository, base);
		if (revision === void 0) return `There is no base to compare with (${range.description}): every package was judged.`;
		return {
			inventory: await readInventory(revisionSource(repository, revision), {
				compareManifests: false,
				...exclusionOf(context.config)
			}),
			description: base === void 0 ? range.description : `changes since ${base}`
		};
	} catch (error) {
		if (!(error instanceof UsageError) || base !== void 0) throw error;
		return `The base can't be read (${error.message}): every package was judged.`;
	}
}
async function namedBase(repository, base) {
	const named = await resolveCommit(repository, base);
	const head = await headCommit(repository);
	return (head && await mergeBase(repository, named, head.sha)) ?? named;
}
function revisionSource(repository, revision) {
	return {
		list: () => filesAt(repository, revision),
		read: (path, maxBytes) => fileAt(repository, revision, path, maxBytes)
	};
}

// packages/licenses/src/dependency-paths.ts
const MAX_STEPS = 30;
function shortestPaths(graphs) {
	const names = /* @__PURE__ */ new Map();
	const before = /* @__PURE__ */ new Map();
	const starts = /* @__PURE__ */ new Map();
	for (const graph of graphs) {
		const outgoing = edgesBySource(graph.edges);
		const own = graph.components.filter((component) => component.firstParty);
		for (const { id, name, version } of graph.components) names.set(id, version === void 0 ? name : `${name}@${version}`);
		const queue = own.map((component) => component.id);
		for (const id of queue) before.set(id, void 0);
		for (const from of queue) for (const { to } of outgoing.get(from) ?? []) {
			if (before.has(to)) continue;
			before.set(to, from);
			starts.set(to, starts.get(from) ?? from);
			queue.push(to);
		}
	}
	return (componentId) => {
		if (!before.has(componentId)) return void 0;
		const nameOf = (id) => names.get(id) ?? id;
		const path = [];
		let id = componentId;
		for (; id !== void 0 && path.length < MAX_STEPS; id = before.get(id)) path.push(nameOf(id));
		const start = starts.get(componentId);
		if (id !== void 0 && start !== void 0) {
			if (id !== start) path.push("…");
			path.push(nameOf(start));
		}
		return path.reverse();
	};
}

// packages/licenses/src/packages.ts
const SCOPE_ORDER = {
	runtime: 0,
	optional: 1,
	development: 2
};
function collectPackages(inventory) {
	const groups = /* @__PURE__ */ new Map();
	let firstParty = 0;
	for (const graph of inventory.graphs) for (const component of graph.components) {
		if (component.firstParty) {
			firstParty++;
			continue;
		}
		const key = packageKey(component);
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [{
			component,
			graph
		}]);
		else group.push({
			component,
			graph
		});
	}
	const pathsOf = shortestPaths(inventory.graphs);
	return {
		packages: [...groups].map(([key, group]) => {
			const entries = group.map(({ component }) => component);
			const subject = subjectOf(entries, group.map(({ component }) => pathsOf(component.id)));
			return {
				key,
				nameKey: `${subject.ecosystem ?? ""}:${subject.name}`,
				entries,
				subject
			};
		}).sort((a, b) => a.key < b.key ? -1 : 1),
		firstParty
	};
}
function packageKey(component) {
	const { purl, ecosystem, name, version } = component;
	return purl ?? `${ecosystem}:${name}@${version ?? ""}`;
}
function displayName({ name, version }) {
	return version === void 0 ? name : `${name}@${version}`;
}
const MAX_PATHS = 3;
function subjectOf(entries, paths) {
	const scope = entries.map((entry) => entry.scope).reduce((least, other) => SCOPE_ORDER[other] < SCOPE_ORDER[least] ? other : least);
	const [first] = entries;
	const answers = entries.flatMap(({ direct }) => direct ?? []);
	const isDirect = answers.length === 0 ? void 0 : answers.includes(true);
	const known = paths.filter((path) => path !== void 0);
	const distinct = [...new Map(known.map((path) => [path.join("\0"), path])).values()];
	return {
		name: first?.name ?? "",
		...first?.version === void 0 ? {} : { version: first.version },
		...first?.purl === void 0 ? {} : { purl: first.purl },
		...first === void 0 ? {} : { ecosystem: first.ecosystem },
		scope,
		...isDirect === void 0 ? {} : { direct: isDirect },
		paths: distinct.sort((a, b) => a.length - b.length).slice(0, MAX_PATHS)
	};
}

// packages/licenses/src/change.ts
function changesSince(base, inScope) {
	const byKey = /* @__PURE__ */ new Map();
	const byName = /* @__PURE__ */ new Map();
	for (const { key, nameKey, entries } of collectPackages(base).packages.filter(inScope)) {
		const licenses = declaredLicenses(entries);
		byKey.set(key, licenses);
		byName.set(nameKey, new Map([...byName.get(nameKey) ?? [], ...licenses]));
	}
	return ({ key, nameKey, entries }) => {
		const now = declaredLicenses(entries);
		const sameVersion = byKey.get(key);
		const before = sameVersion ?? byName.get(nameKey);
		if (before === void 0) return { kind: "added" };
		const isOther = [...now.keys()].some((license) => !before.has(license));
		const previous = isOther && before.size > 0 ? { before: [...before.values()].sort() } : {};
		if (sameVersion === void 0) return {
			kind: "bumped",
			...previous
		};
		if (now.size === before.size && !isOther) return { kind: "unchanged" };
		return {
			kind: "redeclared",
			...previous
		};
	};
}
function declaredLicenses(entries) {
	const licenses = /* @__PURE__ */ new Map();
	for (const { declaredLicense } of entries) {
		const license = normalizeDeclared(declaredLicense);
		if (license.kind === "undeclared") continue;
		licenses.set(licenseKey(license.expression), license.text);
	}
	return licenses;
}

// packages/licenses/src/document.ts
function licensesDocument(packages) {
	const document = {
		schema: 1,
		packages: packages.map(({ audited: { key, subject }, judgement, exception }) => ({
			name: subject.name,
			version: subject.version,
			purl: subject.purl,
			id: subject.purl === void 0 ? key : void 0,
			scope: subject.scope,
			direct: subject.direct,
			license: judgement.statement.license.text,
			source: judgement.statement.source,
			location: judgement.statement.location.path,
			verdict: judgement.evaluation.verdict,
			choice: judgement.evaluation.choice,
			exception: exception === void 0 ? void 0 : {
				reason: exception.entry.reason,
				owner: exception.entry.owner,
				expires: exception.entry.expires
			}
		}))
	};
	return {
		name: "licenses.json",
		mediaType: "application/json",
		bytes: new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`)
	};
}

// packages/licenses/src/missing-licenses.ts
const NOTABLE = 5;
function isUndeclared({ judgement, isInstalled }) {
	return judgement.statement.license.text === "" && !isInstalled;
}
function installFirst(ecosystem) {
	return `${ecosystemOf(ecosystem)?.installAdvice ?? "Install the packages"} before this check: it reads what installed packages declare.`;
}
function missingLicenseNotices(inventory, packages) {
	return inventory.graphs.flatMap(({ path, format, ecosystem, components }) => {
		const entries = new Set(components);
		const own = packages.filter(({ audited }) => audited.entries.some((each) => entries.has(each)));
		const undeclared = own.filter(isUndeclared).length;
		if (undeclared === 0 || undeclared < Math.min(NOTABLE, own.length)) return [];
		const what = undeclared === own.length ? `${path} names no licences, and the packages are not installed.` : `${path} names no licence for ${undeclared} of its ${plural(own.length, "package")}, and they are not installed.`;
		const why = ecosystemOf(ecosystem)?.noLicensesAdvice?.(format) ?? [];
		return [[what, installFirst(ecosystem)].concat(why).join(" ")];
	});
}

// packages/licenses/src/text.ts
const MAX_SHOWN = 160;
function shown(text) {
	const line = text.slice(0, 640).replaceAll(/\s+/g, " ").trim();
	return line.length > MAX_SHOWN || text.length > 640 ? `${line.slice(0, MAX_SHOWN).trimEnd()}…` : line;
}

// packages/licenses/src/evidence.ts
const MAX_TERMS = 20;
const SOURCE_NAMES = {
	clarification: "a clarification of the config file",
	lockfile: "the lockfile",
	manifest: "the installed package"
};
function termEvidence({ statement, evaluation }) {
	const source = statement.source === "lockfile" ? [] : [sourceEvidence(statement)];
	if (evaluation.terms.length < 2) return source;
	const listed = evaluation.terms.slice(0, MAX_TERMS);
	const more = evaluation.terms.length - listed.length;
	return [
		...source,
		...listed.map((term) => ({
			label: shown(term.text) || "(nothing)",
			value: `${term.verdict === "unknown" ? "unknown: " : ""}${shown(term.reason)}`
		})),
		...more > 0 ? [{
			label: "…",
			value: `and ${plural(more, "more term")}`
		}] : []
	];
}
function sourceEvidence({ license, source: from, location }) {
	return {
		label: "Licence",
		value: `${shown(license.text) || "(nothing)"}, says ${SOURCE_NAMES[from]} (${location.path})`
	};
}
function hintText({ evaluation }) {
	const all = evaluation.terms.flatMap((term) => term.hint === void 0 ? [] : [term.hint]);
	return [...new Set(all)].slice(0, 3).map((hint) => `${hint} `).join("");
}

// packages/licenses/src/priority.ts
const SCOPES = [
	"runtime",
	"optional",
	"development"
];
function licenseClass({ judgement }) {
	const found = classOfExpression(judgement.statement.license.expression);
	return found === "other" ? void 0 : found;
}
function priorityOf(each) {
	const rank = LICENSE_CLASSES.indexOf(licenseClass(each) ?? "other");
	const scope = SCOPES.indexOf(each.audited.subject.scope ?? "runtime");
	return rank * SCOPES.length + scope;
}

// packages/licenses/src/remediation.ts
const MAX_PIN = 1024;
function exceptionToPaste({ audited, judgement }, clock) {
	const pins = judgement.objectionable.filter(({ license }) => license.text.length <= MAX_PIN).map(({ license }) => license.text === "" ? "NOASSERTION" : license.text);
	const entries = [...new Set(pins)].map((pin) => [
		`package: ${yamlText(audited.subject.name)}`,
		`license: ${yamlText(pin)}`,
		"reason: \"why it is acceptable\"",
		"owner: \"who answers for it\"",
		`expires: ${yamlText(reviewDay(clock.wall()))}`
	]);
	return entries.length === 0 ? [] : entriesToPaste("Exception", entries);
}
function clarificationToPaste(subject, file) {
	if (file !== void 0 && file.length > MAX_PIN) return [];
	return entriesToPaste("Clarification", [[
		`package: ${yamlText(displayName(subject))}`,
		"license: \"what the file says, as an SPDX expression\"",
		"files:",
		`  - path: ${yamlText(file ?? "LICENSE")}`,
		"    sha256: \"its SHA-256\"",
		"reason: \"how it was found out\""
	]]);
}
function entriesToPaste(kind, entries) {
	const lines = entries.flatMap((fields) => fields.map((field, index) => `    ${index === 0 ? "- " : "  "}${field}`));
	const value = [
		"licenses:",
		`  ${kind.toLowerCase()}s:`,
		...lines
	].join("\n");
	return [{
		label: `${kind} to paste`,
		value,
		verbatim: true
	}];
}

// packages/licenses/src/package-findings.ts
function packageFindings(each, change, options, { clock }) {
	const { verdict } = each.judgement.evaluation;
	const isOpen = each.exception === void 0;
	return [
		isOpen && verdict === "deny" ? denied(each, clock) : void 0,
		isOpen && verdict === "unknown" ? undecided(each, options) : void 0,
		contradicted(each),
		relicensed(each, change),
		outdated(each)
	].flatMap((part) => part === void 0 ? [] : [finding$1(each, change, part)]);
}
function denied(each, clock) {
	const { judgement } = each;
	const paste = exceptionToPaste(each, clock);
	const [term, ...others] = judgement.evaluation.terms;
	const isOne = term?.verdict === "deny" && others.length === 0 && term.hint === void 0 && canBeAllowed(term.text);
	const asks = licenseClass(each);
	const accept = "accept it for a time with an entry under `licenses.exceptions`";
	const ways = isOne ? `, ${accept}, or add the licence to \`licenses.allow\` for every package` : `, or ${accept}`;
	return {
		ruleId: "licenses.denied",
		message: `${nameOf(each)} is under ${declared(each)}${asks === void 0 ? "" : ` (${asks})`}, which is not allowed`,
		priority: priorityOf(each),
		cause: keyOf(judgement.statement),
		evidence: [...termEvidence(judgement), ...paste],
		remediation: `${hintText(judgement)}Replace ${nameOf(each)}${ways}.`
	};
}
function undecided(each, options) {
	const { license } = each.judgement.statement;
	if (license.kind === "invalid") {
		const problem = license.problem?.message ?? "";
		return {
			ruleId: "licenses.invalid-expression",
			severity: options.onInvalid,
			message: `${nameOf(each)} declares ${declared(each)}, which is no valid SPDX expression: ${problem}`,
			...clarifiable(each)
		};
	}
	const parts = {
		ruleId: "licenses.unknown",
		severity: options.onUnknown
	};
	if (isUndeclared(each)) return {
		...parts,
		message: `${nameOf(each)} has no licence in the lockfile and is not installed`,
		cause: "undeclared",
		remediation: installFirst(each.audited.subject.ecosystem)
	};
	const unknown = each.judgement.evaluation.terms.find(({ verdict }) => verdict === "unknown");
	const why = license.text === "" || unknown === void 0 ? "" : `: ${shown(unknown.reason)}`;
	return {
		...parts,
		message: `${nameOf(each)} declares ${declared(each)}${why}`,
		...clarifiable(each)
	};
}
function clarifiable({ audited, judgement, isInstalled }) {
	const { file } = judgement.statement.license;
	const { ecosystem } = audited.subject;
	const install = isInstalled || judgement.statement.source === "clarification" ? "" : `${installFirst(ecosystem)} `;
	const what = file === void 0 ? "the package's licence file" : `its file ${shown(file)}`;
	return {
		evidence: [...termEvidence(judgement), ...clarificationToPaste(audited.subject, file)],
		remediation: `${hintText(judgement)}${install}Read ${what} and record what it says under \`licenses.clarifications\`, or accept the package for a time under \`licenses.exceptions\`.`
	};
}
function contradicted(each) {
	const { contradiction } = each.judgement;
	if (contradiction === void 0) return void 0;
	return {
		ruleId: "licenses.mismatch",
		message: `${nameOf(each)} has different licences in different sources; the stricter verdict is taken`,
		evidence: contradiction.map(sourceEvidence),
		remediation: "Install again, and ask the maintainers if the sources still differ."
	};
}
function relicensed(each, change) {
	if (change?.before === void 0) return void 0;
	const before = shown(change.before.map((text) => `"${text}"`).join(" and "));
	if (change.kind === "redeclared") return {
		ruleId: "licenses.redeclared",
		message: `${nameOf(each)} is the version that the base had, under ${declared(each)} instead of ${before}`,
		evidence: termEvidence(each.judgement),
		remediation: "A published version can't change its licence. Install again from the registry; if the entry still differs, read the licence file of the package."
	};
	return {
		ruleId: "licenses.relicensed",
		message: `${nameOf(each)} is under ${declared(each)}; the base had ${before}`,
		evidence: termEvidence(each.judgement),
		remediation: "Look at why the licence changed before you take the package in."
	};
}
function outdated(each) {
	const { statement } = each.judgement;
	const { warnings } = statement.license;
	if (warnings.length === 0) return void 0;
	return {
		ruleId: "licenses.legacy-metadata",
		message: `${nameOf(each)} declares its licence in an old form: ${warnings.join("; ")}`,
		evidence: [sourceEvidence(statement)]
	};
}
function nameOf({ audited }) {
	return shown(displayName(audited.subject));
}
function declared({ judgement }) {
	const { text } = judgement.statement.license;
	return text === "" ? "no licence" : `"${shown(text)}"`;
}
function finding$1({ audited, judgement }, change, parts) {
	const [first, ...others] = audited.entries;
	const { ruleId } = parts;
	const severity = parts.severity ?? LICENSE_RULES[ruleId]?.severity ?? "high";
	return {
		...parts,
		severity,
		...first === void 0 ? {} : { location: first.location },
		...others.length === 0 ? {} : { relatedLocations: others.map((entry) => entry.location) },
		subject: audited.subject,
		fingerprint: fingerprint(ruleId, audited.nameKey, keyOf(judgement.statement)),
		...change === void 0 ? {} : { change: "new" }
	};
}

// packages/licenses/src/policy-findings.ts
function policyFindings(audit, exceptions, clarifications, isComplete) {
	const stale = audit.staleClarifications.map(({ clarification, audited, reason }) => finding("licenses.clarification-stale", [clarification.entry.package, audited.nameKey], `The clarification for ${displayName(audited.subject)} is void: ${reason}`, reason === "the package is not installed" ? installFirst(audited.subject.ecosystem) : "Read the file again and renew the entry.", { subject: audited.subject }));
	const voided = new Set(audit.staleClarifications.map(({ clarification }) => clarification));
	const unused = clarifications.filter((each) => !audit.used.has(each) && !voided.has(each));
	return [
		...exceptions.flatMap((exception) => exceptionFinding(exception, audit, isComplete)),
		...stale,
		...isComplete ? unused.map((each) => unneeded("clarification", each.entry)) : []
	];
}
function exceptionFinding(exception, audit, isComplete) {
	const { entry, expired } = exception;
	if (audit.used.has(exception)) {
		if (!expired) return [];
		return [finding("licenses.exception-expired", [entry.package, entry.license], `The licence exception for ${shown(entry.package)} expired on ${entry.expires}`, `Ask ${shown(entry.owner)} whether it still holds, then renew or remove the entry.`)];
	}
	const other = audit.packages.find(({ audited, judgement }) => judgement.evaluation.verdict !== "allow" && exception.matches(audited.subject));
	if (other !== void 0) {
		const uncovered = other.judgement.objectionable.find(({ license }) => !exception.covers(license));
		const now = shown((uncovered ?? other.judgement.statement).license.text) || "none";
		return [finding("licenses.exception-stale", [entry.package, entry.license], `The licence exception for ${shown(entry.package)} was granted for "${shown(entry.license)}", but the licence of ${displayName(other.audited.subject)} is "${now}"`, "Look at the new licence; renew the entry for it or replace the package.", { subject: other.audited.subject })];
	}
	return isComplete ? [unneeded("exception", entry)] : [];
}
function unneeded(kind, entry) {
	return finding("licenses.exception-unused", [
		kind,
		entry.package,
		entry.license
	], `No package needs the licence ${kind} for ${shown(entry.package)} under "${shown(entry.license)}"`, "Remove the entry from the config file.");
}
function finding(ruleId, parts, message, remediation, rest = {}) {
	return {
		ruleId,
		severity: LICENSE_RULES[ruleId]?.severity ?? "high",
		message,
		remediation,
		fingerprint: fingerprint(ruleId, ...parts),
		...rest
	};
}

// packages/licenses/src/check.ts
async function auditLicenses(context, options) {
	const placeOf = (list) => (index) => options.placeOf?.(`${list}.${index}`) ?? "";
	const allowList = loadAllowList(options.allow, placeOf("licenses.allow"));
	const exceptions = compileExceptions(options.exceptions ?? [], context.clock.wall(), placeOf("licenses.exceptions"));
	const clarifications = compileClarifications(options.clarifications ?? [], placeOf("licenses.clarifications"));
	const workspace = await openWorkspace(context.root);
	const { inventory } = await inventoryOf(context);
	const collected = collectPackages(inventory);
	const base = wantsChanges(options, context) ? await readBase(context, options) : void 0;
	const comparison = typeof base === "object" ? base : void 0;
	const audit = await auditPackages(collected.packages, {
		allowList,
		exceptions,
		clarifications
	}, workspace, (done) => context.progress.update("licences", done, collected.packages.length));
	const selected = select(audit.packages, options, comparison);
	const shown = selected.map(({ each }) => each);
	return {
		check: "licenses",
		findings: [...selected.flatMap(({ each, change }) => packageFindings(each, change, options, context)), ...policyFindings(audit, exceptions, clarifications, knowsAllPackages(inventory))],
		artifacts: [licensesDocument(shown)],
		coverage: {
			inspected: {
				lockfiles: inventory.graphs.length,
				packages: selected.length,
				"first-party packages": collected.firstParty
			},
			skipped: audit.skipped,
			summary: summary(selected.length, collected.packages.length, inventory.graphs.length, comparison),
			...comparison === void 0 ? {} : { scope: "change" },
			...inventory.graphs.length === 0 ? { nothingToDo: "no lockfile was read" } : {}
		},
		tables: acceptedTables(shown),
		notices: [...typeof base === "string" ? [base] : [], ...missingLicenseNotices(inventory, shown)]
	};
}
function select(packages, { scope }, base) {
	const inScope = ({ subject }) => scope === "all" || subject.scope !== "development";
	const changeOf = base === void 0 ? void 0 : changesSince(base.inventory, inScope);
	return packages.filter(({ audited }) => inScope(audited)).map((each) => ({
		each,
		change: changeOf?.(each.audited)
	})).filter(({ change }) => change?.kind !== "unchanged");
}
function summary(selected, all, lockfiles, base) {
	if (lockfiles === 0) return "No lockfile was read, so no licence was audited";
	const whole = `${plural(all, "package")} of ${plural(lockfiles, "lockfile")}`;
	if (base !== void 0) return `${selected} of ${whole}: what is new in the ${base.description}`;
	return selected === all ? `${whole}, the whole tree` : `${selected} of ${whole}: those in scope`;
}

export { auditLicenses };