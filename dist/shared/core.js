import { r as __toESM } from "./rolldown-runtime.js";
import { t as require_picomatch } from "./npm-picomatch.js";
import { createHash } from "node:crypto";
import { access, lstat, readlink, realpath, stat } from "node:fs/promises";
import { basename, delimiter, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { closeSync, constants as constants$2, fstatSync, openSync, readFileSync, readdirSync, realpathSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
function createMaterials() {
	const e = new Map();
	return { once(t, n) {
		const r = e.get(t);
		if (r !== void 0) return r;
		const i = n();
		e.set(t, i);
		return i;
	} };
}
function isRecord(e) {
	return typeof e === "object" && e !== null && !Array.isArray(e);
}
const TRUSTED = { kind: "trusted" };
function originOf(e) {
	if (e === null) return TRUSTED;
	const { payload: t } = e;
	const n = () => outside$1({ branch: text(t, "repository.default_branch") });
	switch (e.name) {
		case "pull_request":
		case "pull_request_review":
		case "pull_request_review_comment": return ofPull(at$1(t, "pull_request"), n());
		case "pull_request_target": {
			const { base: e } = changeOf(ofPull(at$1(t, "pull_request"), n()));
			return {
				kind: "outside-change",
				base: e
			};
		}
		case "merge_group": return {
			kind: "inside-change",
			base: baseOf(text(t, "merge_group.base_ref"), text(t, "merge_group.base_sha"))
		};
		case "issue_comment": return isRecord(at$1(t, "issue.pull_request")) ? n() : TRUSTED;
		case "workflow_run": return ofWorkflowRun(t, n());
		case "check_run": return ofPulls(at$1(t, "check_run.check_suite.pull_requests"), n());
		case "check_suite": return ofPulls(at$1(t, "check_suite.pull_requests"), n());
		case "deployment":
		case "deployment_status":
		case "status": return n();
		default: return isRecord(at$1(t, "pull_request")) ? ofPull(at$1(t, "pull_request"), n()) : TRUSTED;
	}
}
function comesFromOutside(e) {
	return originOf(e).kind === "outside-change";
}
function isFromFork(e) {
	const t = repositoryName(at$1(e, "base.repo"));
	return t === void 0 || repositoryName(at$1(e, "head.repo")) !== t;
}
function ofPull(e, t) {
	if (!isRecord(at$1(e, "base"))) return t;
	const n = baseOf(text(e, "base.ref"), text(e, "base.sha"));
	const r = text(e, "user.login") === "dependabot[bot]";
	return {
		kind: isFromFork(e) || r ? "outside-change" : "inside-change",
		base: n
	};
}
const CHANGE_RUNS = new Map([
	["pull_request", "inside-change"],
	["pull_request_review", "inside-change"],
	["pull_request_review_comment", "inside-change"],
	["merge_group", "inside-change"],
	["pull_request_target", "outside-change"],
	["issue_comment", "outside-change"],
	["workflow_run", "outside-change"],
	["check_run", "outside-change"],
	["check_suite", "outside-change"],
	["deployment", "outside-change"],
	["deployment_status", "outside-change"],
	["status", "outside-change"]
]);
function ofWorkflowRun(e, t) {
	const n = at$1(e, "workflow_run");
	const r = repositoryName(at$1(e, "repository"));
	if (r === void 0 || repositoryName(at$1(n, "head_repository")) !== r) return t;
	const i = CHANGE_RUNS.get(text(n, "event") ?? "");
	if (i === void 0) return text(n, "event") === void 0 ? t : TRUSTED;
	const [a] = listAt(n, "pull_requests");
	const { base: o } = changeOf(t);
	return {
		kind: text(n, "actor.login") === "dependabot[bot]" ? "outside-change" : i,
		base: a === void 0 ? o : baseOf(text(a, "base.ref"), text(a, "base.sha"))
	};
}
function ofPulls(e, t) {
	const [n, ...r] = Array.isArray(e) ? e : [];
	const i = text(n, "base.repo.url");
	if (!(i !== void 0 && text(n, "head.repo.url") === i) || r.length > 0) return t;
	return {
		kind: "inside-change",
		base: baseOf(text(n, "base.ref"), text(n, "base.sha"))
	};
}
function outside$1(e) {
	return {
		kind: "outside-change",
		base: baseOf(e.branch, void 0)
	};
}
function changeOf(e) {
	return e.kind === "trusted" ? { base: {} } : e;
}
function baseOf(e, t) {
	const n = e?.replace(/^refs\/heads\//, "");
	return {
		...n !== void 0 && { branch: n },
		...t !== void 0 && { sha: t }
	};
}
function repositoryName(e) {
	return text(e, "full_name")?.toLowerCase();
}
function text(e, t) {
	const n = at$1(e, t);
	return typeof n === "string" && n !== "" ? n : void 0;
}
function listAt(e, t) {
	const n = at$1(e, t);
	return Array.isArray(n) ? n : [];
}
function at$1(e, t) {
	return t.split(".").reduce((e, t) => isRecord(e) && Object.hasOwn(e, t) ? e[t] : void 0, e);
}
function defineCommand(e) {
	return e;
}
const SEVERITIES = [
	"critical",
	"high",
	"medium",
	"low",
	"info"
];
function compareSeverity(e, t) {
	return SEVERITIES.indexOf(e) - SEVERITIES.indexOf(t);
}
function isAtLeast(e, t) {
	return compareSeverity(e, t) <= 0;
}
const FORMATS = {
	text: {
		file: "report.txt",
		stdout: true
	},
	json: {
		file: "report.json",
		stdout: true
	},
	sarif: {
		file: "report.sarif",
		stdout: true
	},
	summary: {
		file: "summary.md",
		stdout: true
	},
	comment: {
		file: "comment.md",
		stdout: false
	},
	html: {
		file: "report.html",
		stdout: true
	},
	junit: {
		file: "report.junit.xml",
		stdout: true
	}
};
const REPORT_FORMATS = Object.keys(FORMATS);
const STDOUT_REPORTS = REPORT_FORMATS.filter((e) => FORMATS[e].stdout);
function reportFile(e) {
	return FORMATS[e].file;
}
const COMMON_INPUTS = {
	config: {
		type: "path",
		outside: true,
		description: "The config file, which may lie anywhere. Where it is not given, `.github/assay.yml` or `assay.yml` is read if it is there; both at once are an error."
	},
	"working-directory": {
		type: "path",
		default: ".",
		outside: true,
		description: "The folder to look at. Other paths are relative to it, but for `report-directory`."
	},
	"fail-on": {
		type: "choice",
		choices: [...SEVERITIES, "never"],
		default: "medium",
		configKey: "fail-on",
		loosened: { toward: [...SEVERITIES.toReversed(), "never"] },
		description: "The least severity of a finding that fails the run."
	},
	rule: {
		type: "list",
		default: [],
		description: "What findings of a rule count as, each as `id=severity` or `id=off`, such as `licenses.unknown=low` or `licenses.*=low`. It goes before `rules` in the config file."
	},
	baseline: {
		type: "path",
		outside: true,
		configKey: "baseline",
		description: "A JSON report of an earlier run, which may lie anywhere where an input names it. Findings that stand in it are reported and do not fail the run, until the deadline for their fix (`slo`) has passed."
	},
	offline: {
		type: "boolean",
		default: false,
		configKey: "offline",
		environment: "ASSAY_OFFLINE",
		description: "Open no socket at all."
	},
	"report-formats": {
		type: "list",
		choices: REPORT_FORMATS,
		default: [
			"json",
			"sarif",
			"html"
		],
		configKey: "report.formats",
		loosened: "removed",
		description: "The reports that are written to `report-directory`."
	},
	"report-directory": {
		type: "path",
		outside: true,
		configKey: "report.directory",
		description: "Where reports and documents are written, relative to the folder that the run starts in (in the config file: to the working directory). Without it the CLI writes none, and an action writes to a folder of its step below `RUNNER_TEMP`."
	}
};
const commonPositional = {
	input: "working-directory",
	term: "[folder]"
};
const { "fail-on": _failOn, rule: _rule, baseline: _baseline, ...actInputs } = COMMON_INPUTS;
const ACT_INPUTS = actInputs;
const ACTION_INPUTS = {
	token: {
		type: "string",
		secret: true,
		host: "action",
		actionDefault: "${{ github.token }}",
		description: "The workflow's token: deepens a shallow clone, comments, uploads SARIF."
	},
	comment: {
		type: "boolean",
		default: false,
		host: "action",
		configKey: "report.comment",
		loosened: "off",
		description: "Keep one comment on the pull request up to date with the result."
	},
	"comment-id": {
		type: "string",
		host: "action",
		environment: "GITHUB_JOB",
		description: "What distinguishes this step's comment from others of the same command and folder. By default the id of the job; the jobs of a matrix share theirs, so that each of them needs one of its own."
	},
	"upload-sarif": {
		type: "boolean",
		default: false,
		host: "action",
		configKey: "report.upload-sarif",
		loosened: "off",
		description: "Upload the SARIF report to code scanning."
	}
};
const COMMON_OUTPUTS = {
	outcome: { description: "`pass`, `fail` or `error`." },
	"findings-count": { description: "Open findings, suppressed ones not counted." },
	"report-directory": { description: "The folder that holds the reports and documents." },
	"report-path": { description: "The JSON report." },
	"sarif-path": { description: "The SARIF report, where that format was asked for." }
};
const ACTION_PERMISSIONS = [
	{
		scope: "contents",
		level: "read",
		reason: "to read the repository"
	},
	{
		scope: "pull-requests",
		level: "write",
		reason: "to keep one comment on the pull request",
		when: "comment"
	},
	{
		scope: "security-events",
		level: "write",
		reason: "to upload the SARIF report to code scanning",
		when: "upload-sarif"
	}
];
function actionPermissions(e) {
	const t = new Set(e.map(({ scope: e }) => e));
	return [...e, ...ACTION_PERMISSIONS.filter(({ scope: e }) => !t.has(e))];
}
function orderedInputs(e, t) {
	const n = ([e, t]) => {
		if (isMandatory(t)) return 0;
		return Object.hasOwn(COMMON_INPUTS, e) || t.host !== void 0 ? 2 : 1;
	};
	return Object.entries(e).filter(([, e]) => e.host === void 0 || e.host === t).sort((e, t) => n(e) - n(t));
}
function isMandatory(e) {
	return e.required === true && formatDefault(e) === void 0;
}
function formatDefault(e) {
	if (!("default" in e) || e.default === void 0) return void 0;
	if (typeof e.default === "object") return e.default.length === 0 ? void 0 : e.default.join(", ");
	return e.default === "" ? void 0 : String(e.default);
}
function optionsOf(e, t) {
	const n = Object.keys(e).map((e) => [camel(e), t[e]]);
	return Object.fromEntries(n);
}
function camel(e) {
	return e.replace(/-(\w)/g, (e, t) => t.toUpperCase());
}
const NO_CONFIG = {
	section: () => void 0,
	value: () => void 0,
	place: () => void 0
};
function formatPlace({ path: e, startLine: t, startColumn: n }) {
	return [
		e,
		t,
		n
	].filter((e) => e !== void 0).join(":");
}
const CONFIG_PATHS = [".github/assay.yml", "assay.yml"];
const EXIT_CODES = {
	pass: 0,
	policy: 1,
	usage: 2,
	external: 3,
	internal: 70
};
const MAX_MESSAGE = 2e3;
function bounded(e) {
	return e.length <= MAX_MESSAGE ? e : `${e.slice(0, MAX_MESSAGE).toWellFormed()}…`;
}
var AssayError = class extends Error {
	hint;
	problems;
	places;
	constructor(e, t = {}) {
		super(bounded(e), t.cause === void 0 ? void 0 : { cause: t.cause });
		this.name = new.target.name;
		this.hint = t.hint;
		this.problems = (t.problems ?? []).map(bounded);
		this.places = t.places ?? new Map();
	}
};
var UsageError = class extends AssayError {
	kind = "usage";
};
var ExternalError = class extends AssayError {
	kind = "external";
};
var InternalError = class extends AssayError {
	kind = "internal";
};
function asKnownError(e) {
	if (e instanceof AssayError) return e;
	const t = e instanceof Error ? e.message : String(e);
	return new InternalError(t, {
		cause: e,
		hint: "Report this with the log of the failed run: it is a defect of Assay, not of your repository."
	});
}
function exitCodeOf(e) {
	return EXIT_CODES[e.kind];
}
const HOUR = 36e5;
const UNITS = new Map([
	["h", HOUR],
	["d", 24 * HOUR],
	["w", 168 * HOUR]
]);
const MAX_DAYS = 3660;
function parseDuration(e, t) {
	if (e === "none") return void 0;
	const n = /^(\d{1,6})([hdw])$/.exec(e);
	const r = UNITS.get(n?.[2] ?? "");
	const i = Number(n?.[1]) * (r ?? NaN);
	if (i > 0 && i <= MAX_DAYS * 24 * HOUR) return i;
	throw new UsageError(`${t} is "${e.slice(0, 60)}", which is no duration`, { hint: `Write a whole number above zero with h, d or w ("24h", "7d", "2w"; at most ${MAX_DAYS} days), or "none".` });
}
const DAY = 864e5;
const REVIEW_DAYS = 180;
function reviewDay(e) {
	return new Date(e.getTime() + REVIEW_DAYS * DAY).toISOString().slice(0, 10);
}
function endOfDay(e) {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(e)) return void 0;
	const t = Date.parse(`${e}T00:00:00.000Z`);
	if (Number.isNaN(t) || new Date(t).toISOString().slice(0, 10) !== e) return void 0;
	return t + DAY;
}
function fingerprint(e, ...t) {
	return createHash("sha256").update([e, ...t].map((e) => e.replaceAll("\0", "�")).join("\0")).digest("hex");
}
function compareText(e, t) {
	return e < t ? -1 : e > t ? 1 : 0;
}
function compareFindings(e, t) {
	return compareSeverity(e.severity, t.severity) || compareText(e.check, t.check) || compareText(e.ruleId, t.ruleId) || (e.priority ?? 0) - (t.priority ?? 0) || compareText(e.location?.path ?? "", t.location?.path ?? "") || (e.location?.startLine ?? 0) - (t.location?.startLine ?? 0) || (e.location?.startColumn ?? 0) - (t.location?.startColumn ?? 0) || compareText(e.fingerprint, t.fingerprint);
}
function catalog(e) {
	return Object.fromEntries(e.map((e) => [e.id, e]));
}
const VERSION = "0.1.0";
const PROJECT_URL = "https://github.com/assay-ci/assay";
function rulePage(e) {
	return `${PROJECT_URL}/blob/main/docs/reference/rules.md#${headingAnchor(e)}`;
}
function headingAnchor(e) {
	return e.toLowerCase().replace(/[^a-z0-9 _-]/g, "").replaceAll(" ", "-");
}
const DEFAULT_SLO = {
	critical: {
		answer: "24h",
		fix: "7d"
	},
	high: {
		answer: "48h",
		fix: "14d"
	},
	medium: {
		answer: "1w",
		fix: "30d"
	},
	low: {
		answer: "none",
		fix: "none"
	},
	info: {
		answer: "none",
		fix: "none"
	}
};
const SOON = .2;
function sloClock(e, t) {
	const n = new Map(SEVERITIES.map((t) => [t, {
		answer: parseDuration(e[t].answer, `slo.${t}.answer`),
		fix: parseDuration(e[t].fix, `slo.${t}.fix`)
	}]));
	return (e, r) => {
		const { answer: i, fix: a } = n.get(e) ?? {
			answer: void 0,
			fix: void 0
		};
		const o = a ?? i;
		const s = Math.min(Date.parse(r), t.getTime());
		if (o === void 0 || Number.isNaN(s)) return void 0;
		const c = s + o - t.getTime();
		return {
			startedAt: new Date(s).toISOString(),
			...i !== void 0 && { answerDue: new Date(s + i).toISOString() },
			...a !== void 0 && { fixDue: new Date(s + a).toISOString() },
			state: c < 0 ? "breached" : c <= o * SOON ? "due-soon" : "ok"
		};
	};
}
function yamlText(e) {
	return JSON.stringify(e).replaceAll(/[^\x20-\x7e]/g, (e) => `\\u${e.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
const IS_GLOB = /[*?[\]{}()!+@\\]/;
function suppressionToPaste({ ruleId: e, fingerprint: t, location: n }, r) {
	const i = n === void 0 || IS_GLOB.test(n.path) ? void 0 : n.path;
	return {
		label: "Entry to paste",
		value: [
			"suppressions:",
			`  - rule: ${yamlText(e)}`,
			...i === void 0 ? [] : [`    path: ${yamlText(i)}`],
			`    fingerprint: ${yamlText(t)}`,
			"    reason: \"why it is acceptable\"",
			"    owner: \"who answers for it\"",
			`    expires: ${yamlText(reviewDay(r))}`
		].join("\n"),
		verbatim: true
	};
}
function matchesWildcard(e, t) {
	let n = 0;
	let r = 0;
	let i = -1;
	let a = 0;
	while (r < t.length) if (e[n] === "*") {
		i = n++;
		a = r;
	} else if (n < e.length && e[n] === t[r]) {
		n++;
		r++;
	} else if (i >= 0) {
		n = i + 1;
		r = ++a;
	} else return false;
	while (e[n] === "*") n++;
	return n === e.length;
}
function fixedClock(e) {
	const t = new Date(e).getTime();
	return {
		now: () => new Date(t),
		wall: () => new Date(t)
	};
}
function clockFrom(e) {
	const t = e["SOURCE_DATE_EPOCH"];
	const n = () => new Date();
	if (t === void 0 || t === "") return {
		now: n,
		wall: n
	};
	if (!/^\d{1,12}$/.test(t)) throw new UsageError(`SOURCE_DATE_EPOCH is "${t}"; it must be whole seconds since 1970`, { hint: "Set it to the output of `git log -1 --format=%ct`, or unset it." });
	return {
		now: fixedClock(Number(t) * 1e3).now,
		wall: n
	};
}
const MAX_FILE_BYTES = 104857600;
async function openWorkspace(e) {
	const t = await realpath(e).catch(() => void 0);
	if (t === void 0) throw new UsageError(`The folder ${e} does not exist`, { hint: "Check `working-directory`, and that the repository was checked out before this step." });
	if (!(await stat(t)).isDirectory()) {
		const t = /\.ya?ml$/i.test(e);
		throw new UsageError(`${e} is a file, and a folder is looked at`, { hint: `Give the folder that holds it.${t ? ` Did you mean \`--config ${basename(e)}\`?` : ""}` });
	}
	const n = (e) => {
		const n = realPathOf(resolve(t, e), e);
		if (n !== void 0 && !isInside(t, n)) throw outside(e);
		return n;
	};
	const r = async (e) => {
		const r = n(e);
		if (r !== void 0) return r;
		if (await readlink(resolve(t, e)).then(() => true, () => false)) throw linkToNothing(e);
		throw new UsageError(`The file ${e} does not exist`, { hint: "Check the path; a relative one begins at the working directory." });
	};
	return {
		root: t,
		resolve: r,
		read: async (e, t = MAX_FILE_BYTES) => readRegular(e, await r(e), t),
		readIfPresent: async (e, t = MAX_FILE_BYTES) => {
			const r = n(e);
			return r === void 0 ? void 0 : readRegular(e, r, t);
		}
	};
}
function realPathOf(e, t) {
	try {
		return realpathSync.native(e);
	} catch (e) {
		if (isAbsent(e)) return void 0;
		throw unreadable(t, e);
	}
}
function readRegular(e, t, n) {
	const r = openToRead(e, t);
	try {
		const t = fstatSync(r);
		if (!t.isFile()) throw new UsageError(`${e} is not a regular file`, { hint: "Name a file: folders, pipes and devices are not read." });
		if (t.size > n) throw new UsageError(`${e} has ${t.size} bytes; at most ${n} are read`, { hint: "Make the file smaller, or name another one." });
		return readFileSync(r);
	} finally {
		closeSync(r);
	}
}
function openToRead(e, t) {
	const n = constants$2.O_RDONLY | (constants$2.O_NONBLOCK ?? 0);
	try {
		return openSync(t, n);
	} catch (t) {
		throw unreadable(e, t);
	}
}
function isInside(e, t) {
	const n = relative(e, t);
	return n === "" || n !== ".." && !n.startsWith(`..${sep}`) && !isAbsolute(n);
}
function isAbsent(e) {
	return e instanceof Error && "code" in e && /^(ENOENT|ENOTDIR)$/.test(String(e.code));
}
function linkToNothing(e) {
	return new UsageError(`${e} is a symbolic link to nothing`, { hint: "Remove the link, or create the file that it leads to." });
}
function unreadable(e, t) {
	const n = t instanceof Error && "code" in t ? ` (${String(t.code)})` : "";
	return new UsageError(`The file ${e} can't be read${n}`, {
		hint: "Check that the user who runs this may read it, and that its links lead to a file.",
		cause: t
	});
}
function outside(e) {
	return new UsageError(`The path ${e} leads out of the working directory`, { hint: "Give a path below `working-directory`; symbolic links may not lead out of it either." });
}
async function enclosingCheckout(e) {
	for (const t of ancestors(e)) if (await isThere$1(join(t, ".git"))) return t;
	return e;
}
async function checkedFolders(e, t) {
	const n = [...ancestors(e)];
	const r = t["HOME"] ?? t["USERPROFILE"];
	const i = new Set([n.at(-1), await real(r)]);
	const a = [];
	for (const t of n) if (await isThere$1(join(t, ".git")) && (t === e || !i.has(t))) a.push(t);
	const o = [await real(t["GITHUB_WORKSPACE"]), ...await Promise.all(n.map((e) => real(join(e, "node_modules"))))].filter((e) => e !== void 0 && dirname(e) !== e);
	return [...new Set([a.at(-1) ?? e, ...o])];
}
function isChecked(e, t) {
	return e.some((e) => isInside(e, t));
}
function* ancestors(e) {
	for (let t = e;; t = dirname(t)) {
		yield t;
		if (dirname(t) === t) return;
	}
}
async function isThere$1(e) {
	return lstat(e).then(() => true, () => false);
}
async function real(e) {
	if (e === void 0 || !isAbsolute(e)) return void 0;
	return realpath(e).catch(() => void 0);
}
var import_picomatch = __toESM(require_picomatch(), 1);
function globMatcher(e) {
	const t = e.filter((e) => !e.startsWith("!"));
	const n = e.filter((e) => e.startsWith("!")).map((e) => e.slice(1));
	const r = (0, import_picomatch.default)(t, { dot: true });
	const i = n.length === 0 ? () => false : (0, import_picomatch.default)(n, { dot: true });
	return (e) => r(e) && !i(e);
}
const silentProgress = {
	update() {},
	finish() {}
};
function createLogger(e) {
	return {
		debug: (t) => e("debug", t),
		info: (t) => e("info", t),
		notice: (t) => e("notice", t),
		warning: (t) => e("warning", t),
		error: (t) => e("error", t),
		group: (t, n) => {
			e("info", t);
			return n();
		}
	};
}
const silentLogger = createLogger(() => {});
function pathFolders(e) {
	return (e["PATH"] ?? e["Path"] ?? "").split(delimiter).filter(isAbsolute);
}
async function* programsOnPath(e, t) {
	for (const n of pathFolders(t)) for (const r of programExtensions(t)) {
		const t = join(n, `${e}${r}`);
		if (await isProgram(t)) yield {
			path: t,
			real: await realpath(t)
		};
	}
}
function programExtensions(e, t = process.platform) {
	if (t !== "win32") return [""];
	const n = (e["PATHEXT"] ?? ".COM;.EXE").split(";").map((e) => e.toLowerCase()).filter((e) => e === ".exe" || e === ".com");
	return n.length === 0 ? [".exe"] : n;
}
async function isProgram(e) {
	try {
		await access(e, constants$2.X_OK);
		return (await stat(e)).isFile();
	} catch {
		return false;
	}
}
const FOLDERS_AT_ONCE = 500;
async function walkFiles(e, t = () => true) {
	const n = [];
	const r = [];
	const i = [];
	const a = [""];
	let o = 0;
	for (let s = a.pop(); s !== void 0; s = a.pop()) {
		o++;
		if (o % FOLDERS_AT_ONCE === 0) await setImmediate();
		let c;
		try {
			c = readdirSync(join(e, s), { withFileTypes: true });
		} catch (e) {
			i.push({
				path: s,
				reason: `it can't be listed${codeOf(e)}`
			});
			continue;
		}
		for (const e of c) {
			const i = s === "" ? e.name : `${s}/${e.name}`;
			if (e.isFile()) n.push(i);
			else if (!e.isDirectory()) r.push(i);
			else if (e.name !== ".git" && t(i)) a.push(i);
		}
	}
	return {
		files: n.sort(),
		irregular: r.sort(),
		unreadable: i
	};
}
function codeOf(e) {
	return e instanceof Error && "code" in e ? ` (${String(e.code)})` : "";
}
function workTreeFiles(e) {
	return {
		from: "work-tree",
		addedMarksCount: true,
		async read(t, { named: n = false, maxBytes: r } = {}) {
			const i = resolve(e.root, t);
			if (n && !isInside(e.root, i)) return readNamed(i, t, e.root, r);
			const a = await e.readIfPresent(t, r);
			if (a === void 0 && await isThere(i)) throw linkToNothing(t);
			return a;
		}
	};
}
async function readNamed(e, t, n, r) {
	const i = await enclosingCheckout(n);
	const a = await realpath(e).catch((e) => {
		if (isAbsent(e)) return void 0;
		throw unreadable(t, e);
	});
	if (a === void 0) {
		if (await isThere(e)) throw linkToNothing(t);
		return;
	}
	if (isInside(i, e) && !isInside(i, a)) throw new UsageError(`The path ${t} leads out of the checkout through a symbolic link`, { hint: "Name the file that the link leads to." });
	return (await openWorkspace(dirname(a))).read(basename(a), r);
}
function isThere(e) {
	return lstat(e).then(() => true, (e) => !isAbsent(e));
}
function isPlainReason(e, t) {
	return e.decisionReason === thresholdReason("", e.severity, t);
}
function thresholdReason(e, t, n) {
	const r = `${e === "" ? "Severity" : `${e}severity`} ${t}`;
	if (n === "never") return `${r} is reported only: \`fail-on\` is never.`;
	return `${r} ${isAtLeast(t, n) ? "is at or above" : "is below"} \`fail-on: ${n}\`.`;
}
function clip(e, t) {
	if (e.length <= t) return e;
	const n = Math.max(0, t - 1);
	let r = n;
	const i = e.lastIndexOf(" ", n);
	if (i >= n * .8) r = i;
	else if (isHighSurrogate(e.charCodeAt(r - 1))) r--;
	return `${e.slice(0, r).trimEnd()}…`.slice(0, t);
}
function clipStart(e, t) {
	if (e.length <= t) return e;
	const n = e.slice(e.length - Math.max(0, t - 1));
	return `…${isLowSurrogate(n.charCodeAt(0)) ? n.slice(1) : n}`;
}
function isHighSurrogate(e) {
	return e >= 55296 && e <= 56319;
}
function isLowSurrogate(e) {
	return e >= 56320 && e <= 57343;
}
function closingQuote(e, t) {
	for (let n = e.indexOf("\"", t + 1); n >= 0; n = e.indexOf("\"", n + 1)) {
		let t = n;
		while (e[t - 1] === "\\") t -= 1;
		if ((n - t) % 2 === 0) return n;
	}
	return e.length;
}
const ORDER_MARK = /##(?=[\w.]{0,40}\[)/g;
function escapeWorkflowCommands(e) {
	return e.replace(/^(\s*)::/gm, "$1​::").replace(ORDER_MARK, "##​");
}
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]/gu;
function escapeControlCharacters(e) {
	return e.toWellFormed().replace(/\r\n|[\n\r\t]/g, " ").replace(INVISIBLE, (e) => `\\u{${(e.codePointAt(0) ?? 0).toString(16)}}`);
}
function escapeHtml(e) {
	return escapeMarkup(escapeControlCharacters(e));
}
function escapeXml(e) {
	return escapeMarkup(escapeControlCharacters(e));
}
function escapeMarkdown(e) {
	return escapeControlCharacters(e).split(/(`[^`]+`)/).map((e, t) => t % 2 === 1 ? codeMarkdown(e.slice(1, -1)) : withoutCommits(plain(e))).join("");
}
function codeMarkdown(e) {
	return `<code>${plain(escapeControlCharacters(e))}</code>`;
}
function plain(e) {
	return e.replace(/[\\`*_[\]|~!<>&$^]|:(?! |$)/g, (e) => `&#${e.charCodeAt(0)};`).replace(/(?<!&)[@#]/g, (e) => `&#${e.charCodeAt(0)};<!-- -->`).replace(/www\./gi, (e) => `${e.slice(0, 3)}&#46;`).replace(/\bGH-(?=\d)/gi, "$&<!-- -->");
}
function withoutCommits(e) {
	return e.replace(/\b[0-9a-f]{6}(?=[0-9a-f]{1,34}\b)/g, "$&<!-- -->");
}
function escapeMarkup(e) {
	return e.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\"", "&quot;").replaceAll("'", "&#39;").replace(ORDER_MARK, "#&#35;");
}
const CREDENTIALS = [
	/(\/\/)([^\s/@"'<>]{1,500})(?=@)/g,
	/((?:passw(?:or)?d|passphrase|secret|token|api[-_]?key|credentials?|authorization)["']?\s{0,5}[:=]\s{0,5}["']?(?:(?:bearer|basic|token)\s{1,5})?)([^\s"',;]{4,})/gi,
	/(\b(?:bearer|basic)\s{1,5})([\w+/=.~-]{8,})/gi,
	/(\b(?:gh[pousr]_|github_pat_|glpat-|npm_|xox[abp]-|AKIA|ASIA|sk-|sk_live_|eyJ))([\w.-]{10,})/g
];
function maskSecrets(e) {
	return CREDENTIALS.reduce((e, t) => e.replace(t, (e, t, n) => t + "*".repeat(n.length)), e);
}
const EXCERPT_LIMIT = 200;
const WORD = /^(?:"[^"\n]*"|'[^'\n]*'|[^\s:,[\]{}#"']+)/;
function excerptOf(e, t, n) {
	const r = t === void 0 ? 0 : clamp(t - 1, 0, e.length);
	const i = t === void 0 ? 0 : clamp(n === void 0 ? wordEnd(e, r) : n - 1, r, e.length);
	const a = Math.max(0, r - 800);
	const o = Math.min(e.length, Math.max(i, r) + 400);
	const s = maskSecrets(e.slice(a, o));
	const c = escapeControlCharacters(s.slice(0, r - a));
	const l = escapeControlCharacters(s.slice(r - a, i - a));
	const u = escapeControlCharacters(s.slice(i - a)).trimEnd();
	const d = {
		text: c + l + u,
		markStart: c.length,
		markEnd: c.length + l.length
	};
	return narrowExcerpt(a > 0 ? shifted(d) : d, 200);
}
function wordEnd(e, t) {
	const n = WORD.exec(e.slice(t, t + 200))?.[0] ?? "";
	return t + Math.max(1, n.length);
}
function narrowExcerpt(e, t) {
	const { text: n, markStart: r, markEnd: i } = e;
	if (n.length <= t) return e;
	const a = Math.min(i - r, t - 2);
	const o = Math.max(0, Math.min(r - Math.floor((t - a) / 2), n.length - t));
	const s = o === 0 ? 0 : boundary(n, o + 1);
	const c = boundary(n, Math.min(n.length, o + t - (o + t < n.length ? 1 : 0)));
	const l = s === 0 ? "" : "…";
	const u = c === n.length ? "" : "…";
	const d = (e) => clamp(e - s, 0, c - s) + l.length;
	return {
		text: l + n.slice(s, c) + u,
		markStart: i === 0 ? 0 : d(r),
		markEnd: i === 0 ? 0 : d(i)
	};
}
function shifted({ text: e, markStart: t, markEnd: n }) {
	return {
		text: `…${e}`,
		markStart: t + 1,
		markEnd: n + 1
	};
}
function boundary(e, t) {
	const n = e.charCodeAt(t);
	return n >= 56320 && n <= 57343 ? t + 1 : t;
}
function clamp(e, t, n) {
	return Number.isFinite(e) ? Math.min(Math.max(Math.trunc(e), t), n) : t;
}
const MAX_LENGTH = 100;
function nearest(e, t) {
	if (e.length > MAX_LENGTH) return void 0;
	const n = e.toLowerCase();
	const r = Math.max(1, Math.floor(n.length / 3));
	let i;
	let a = r + 1;
	for (const e of t) {
		if (e.length > MAX_LENGTH) continue;
		const t = editDistance(n, e.toLowerCase());
		if (t < a) {
			a = t;
			i = e;
		}
	}
	return i;
}
function suggestion(e, t) {
	const n = nearest(e, t);
	return n === void 0 ? "" : `; did you mean "${n}"?`;
}
function editDistance(e, t) {
	let n = [];
	let r = Array.from({ length: t.length + 1 }, (e, t) => t);
	for (let i = 1; i <= e.length; i++) {
		const a = [i];
		for (let o = 1; o <= t.length; o++) {
			const s = e[i - 1] === t[o - 1] ? 0 : 1;
			let c = Math.min(at(r, o) + 1, at(a, o - 1) + 1, at(r, o - 1) + s);
			if (i > 1 && o > 1 && e[i - 1] === t[o - 2] && e[i - 2] === t[o - 1]) c = Math.min(c, at(n, o - 2) + 1);
			a.push(c);
		}
		n = r;
		r = a;
	}
	return at(r, t.length);
}
function at(e, t) {
	return e[t] ?? Number.POSITIVE_INFINITY;
}
function grouped(e) {
	return String(e).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}
function plural(e, t) {
	return `${grouped(e)} ${t}${e === 1 ? "" : "s"}`;
}
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
function sourceLines({ startLine: e, excerpt: t }, n = Number.POSITIVE_INFINITY) {
	if (t === void 0) return [];
	const r = String(e ?? "");
	const i = Math.max(30, n - r.length - 3);
	const { text: a, markStart: o, markEnd: s } = narrowExcerpt(t, i);
	const c = `${r} | ${a}`;
	if (s <= o) return [c];
	const l = " ".repeat(columnsOf(a.slice(0, o)));
	const u = "^".repeat(Math.max(1, columnsOf(a.slice(o, s))));
	return [c, `${" ".repeat(r.length)} | ${l}${u}`];
}
function columnsOf(e) {
	return [...e].reduce((e, t) => e + (WIDE.test(t) ? 2 : 1), 0);
}
function wrap(e, t, n) {
	const r = Math.max(20, t - n);
	const i = " ".repeat(n);
	const a = [];
	let o = "";
	for (const t of e.split(" ")) {
		if (t === "") continue;
		if (o !== "" && lengthOf(o) + 1 + lengthOf(t) > r) {
			a.push(i + o);
			o = t;
		} else o = o === "" ? t : `${o} ${t}`;
	}
	if (o !== "") a.push(i + o);
	return a;
}
function lengthOf(e) {
	return [...e].length;
}
export { asKnownError as $, MAX_FILE_BYTES as A, PROJECT_URL as B, programsOnPath as C, isRecord as Ct, checkedFolders as D, globMatcher as E, suppressionToPaste as F, fingerprint as G, catalog as H, yamlText as I, parseDuration as J, endOfDay as K, DEFAULT_SLO as L, openWorkspace as M, clockFrom as N, enclosingCheckout as O, matchesWildcard as P, UsageError as Q, sloClock as R, pathFolders as S, originOf as St, silentProgress as T, compareFindings as U, VERSION as V, compareText as W, ExternalError as X, EXIT_CODES as Y, InternalError as Z, isPlainReason as _, compareSeverity as _t, nearest as a, formatDefault as at, walkFiles as b, comesFromOutside as bt, codeMarkdown as c, ACTION_INPUTS as ct, escapeMarkdown as d, COMMON_OUTPUTS as dt, exitCodeOf as et, escapeXml as f, actionPermissions as ft, clipStart as g, SEVERITIES as gt, clip as h, reportFile as ht, plural as i, optionsOf as it, isInside as j, isChecked as k, escapeControlCharacters as l, ACT_INPUTS as lt, closingQuote as m, STDOUT_REPORTS as mt, sourceLines as n, NO_CONFIG as nt, suggestion as o, isMandatory as ot, escapeWorkflowCommands as p, commonPositional as pt, reviewDay as q, grouped as r, formatPlace as rt, excerptOf as s, orderedInputs as st, wrap as t, CONFIG_PATHS as tt, escapeHtml as u, COMMON_INPUTS as ut, thresholdReason as v, isAtLeast as vt, createLogger as w, createMaterials as wt, isProgram as x, isFromFork as xt, workTreeFiles as y, defineCommand as yt, rulePage as z };
