import { r as __toESM } from "./rolldown-runtime.js";
import { t as require_picomatch } from "./npm-picomatch.js";
import { createHash, randomBytes, randomInt } from "node:crypto";
import { access, constants as constants$1, copyFile, lstat, open, readFile, readdir, readlink, realpath, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { basename, delimiter, dirname, isAbsolute, join, parse, relative, resolve, sep } from "node:path";
import { closeSync, constants as constants$2, fstatSync, mkdirSync, mkdtempSync, openSync, readFileSync, readdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { setImmediate, setTimeout as setTimeout$1 } from "node:timers/promises";
import { isUtf8 } from "node:buffer";
import { devNull, tmpdir } from "node:os";
import { setFlagsFromString } from "node:v8";
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
function originOf$2(e) {
	if (e === null) return TRUSTED;
	const { payload: t } = e;
	const n = () => outside$1({ branch: text$1(t, "repository.default_branch") });
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
			base: baseOf(text$1(t, "merge_group.base_ref"), text$1(t, "merge_group.base_sha"))
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
	return originOf$2(e).kind === "outside-change";
}
function isFromFork(e) {
	const t = repositoryName(at$1(e, "base.repo"));
	return t === void 0 || repositoryName(at$1(e, "head.repo")) !== t;
}
function ofPull(e, t) {
	if (!isRecord(at$1(e, "base"))) return t;
	const n = baseOf(text$1(e, "base.ref"), text$1(e, "base.sha"));
	const r = text$1(e, "user.login") === "dependabot[bot]";
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
	const i = CHANGE_RUNS.get(text$1(n, "event") ?? "");
	if (i === void 0) return text$1(n, "event") === void 0 ? t : TRUSTED;
	const [a] = listAt(n, "pull_requests");
	const { base: o } = changeOf(t);
	return {
		kind: text$1(n, "actor.login") === "dependabot[bot]" ? "outside-change" : i,
		base: a === void 0 ? o : baseOf(text$1(a, "base.ref"), text$1(a, "base.sha"))
	};
}
function ofPulls(e, t) {
	const [n, ...r] = Array.isArray(e) ? e : [];
	const i = text$1(n, "base.repo.url");
	if (!(i !== void 0 && text$1(n, "head.repo.url") === i) || r.length > 0) return t;
	return {
		kind: "inside-change",
		base: baseOf(text$1(n, "base.ref"), text$1(n, "base.sha"))
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
	return text$1(e, "full_name")?.toLowerCase();
}
function text$1(e, t) {
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
const MAX_MESSAGE$1 = 2e3;
function bounded(e) {
	return e.length <= MAX_MESSAGE$1 ? e : `${e.slice(0, MAX_MESSAGE$1).toWellFormed()}…`;
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
const DAY$1 = 864e5;
const REVIEW_DAYS = 180;
function reviewDay(e) {
	return new Date(e.getTime() + REVIEW_DAYS * DAY$1).toISOString().slice(0, 10);
}
function endOfDay(e) {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(e)) return void 0;
	const t = Date.parse(`${e}T00:00:00.000Z`);
	if (Number.isNaN(t) || new Date(t).toISOString().slice(0, 10) !== e) return void 0;
	return t + DAY$1;
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
const VERSION$1 = "0.1.0";
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
const MAX_FILE_BYTES$2 = 104857600;
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
		read: async (e, t = MAX_FILE_BYTES$2) => readRegular(e, await r(e), t),
		readIfPresent: async (e, t = MAX_FILE_BYTES$2) => {
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
		throw unreadable$2(t, e);
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
		throw unreadable$2(e, t);
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
function unreadable$2(e, t) {
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
		throw unreadable$2(t, e);
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
const WORD$1 = /^(?:"[^"\n]*"|'[^'\n]*'|[^\s:,[\]{}#"']+)/;
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
	const n = WORD$1.exec(e.slice(t, t + 200))?.[0] ?? "";
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
		if (o !== "" && lengthOf$1(o) + 1 + lengthOf$1(t) > r) {
			a.push(i + o);
			o = t;
		} else o = o === "" ? t : `${o} ${t}`;
	}
	if (o !== "") a.push(i + o);
	return a;
}
function lengthOf$1(e) {
	return [...e].length;
}
function allowedHosts(e) {
	const t = new Set(e.flatMap(originsOf));
	return { check(n, r) {
		const i = parseUrl(n, r);
		if (t.has(originOf$1(i))) return i;
		const a = r === void 0 ? "" : ` (${redactUrl(r)} redirected there)`;
		const o = e.length === 0 ? "none" : [...e].sort().join(", ");
		throw new UsageError(`The host ${i.protocol === "https:" ? i.host : `${i.protocol}//${i.host}`}${a} may not be reached; allowed: ${o}`, { hint: "Only the hosts that the command's inputs name are reached: set the input that holds the address of this service, or run with `offline`." });
	} };
}
function redactUrl(e) {
	const t = typeof e === "string" ? URL.canParse(e) ? new URL(e) : void 0 : e;
	return t === void 0 ? "(malformed URL)" : `${t.origin}${t.pathname}`;
}
function parseUrl(e, t) {
	const n = URL.canParse(e, t?.href) ? new URL(e, t) : void 0;
	if (n === void 0 || n.protocol !== "https:" && n.protocol !== "http:") throw new UsageError(`A service's address is no http(s) URL${n === void 0 ? "" : `, but ${n.protocol}`}`, { hint: "Write it as https://host/path." });
	if (n.username !== "" || n.password !== "") throw new UsageError(`The URL ${redactUrl(n)} holds a user name or password`, { hint: "Take them out of the URL, and give the secret by the input that is meant for it." });
	return n;
}
function originOf$1(e) {
	return `${e.protocol}//${e.hostname}:${e.port || (e.protocol === "https:" ? "443" : "80")}`;
}
function originsOf(e) {
	const t = e.includes("://") ? e : `https://${e}`;
	const n = URL.canParse(t) ? new URL(t) : void 0;
	if (n === void 0 || !/^https?:$/.test(n.protocol) || n.pathname !== "/") throw new UsageError(`"${e}" is no host`, { hint: "Write host, host:port or http://host:port." });
	if (e.includes("://")) return [originOf$1(n)];
	const r = isLoopback(n.hostname) ? [originOf$1(new URL(`http://${e}`))] : [];
	return [originOf$1(n), ...r];
}
function isLoopback(e) {
	const t = e.toLowerCase();
	return t === "localhost" || t === "::1" || t === "[::1]" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(t);
}
const DEFAULT_MAX_BYTES$1 = 67108864;
const MAX_STDERR = 1048576;
function nodeProcesses() {
	return {
		run,
		stream
	};
}
function stream(e, t, n = {}) {
	const { spawn: r } = process.getBuiltinModule("node:child_process");
	const i = r(e, t, {
		cwd: n.cwd,
		env: { ...n.env },
		stdio: [
			"pipe",
			"pipe",
			"pipe"
		],
		shell: false,
		windowsHide: true,
		timeout: n.timeoutMs,
		killSignal: "SIGKILL",
		signal: n.signal
	});
	i.stdin.on("error", () => {});
	i.stdin.end(n.input);
	const a = [];
	let o = 0;
	i.stderr.on("data", (e) => {
		if (o < MAX_STDERR) a.push(e);
		o += e.length;
	});
	let s = false;
	const c = new Promise((t, r) => {
		i.on("error", (t) => {
			r(n.signal?.aborted === true ? stoppedError(e, t) : startError(e, t));
		});
		i.on("close", (o, c) => {
			const l = i.killed && !s && !n.signal?.aborted;
			if (o === null) r(killedError(e, c, l, n));
			else t({
				exitCode: o,
				stderr: Buffer.concat(a).toString("utf8")
			});
		});
	});
	c.catch(() => {});
	i.on("exit", (e, t) => {
		if (t !== null) for (const e of [i.stdout, i.stderr]) e.destroy();
	});
	return {
		stdout: untilKilled(i.stdout, c),
		ended: c,
		kill: () => {
			s = true;
			i.kill("SIGKILL");
		}
	};
}
async function* untilKilled(e, t) {
	try {
		yield* e;
	} catch (e) {
		await t;
		throw e;
	}
}
async function run(e, t, n = {}) {
	const r = stream(e, t, n);
	const i = n.maxBytes ?? DEFAULT_MAX_BYTES$1;
	const a = [];
	let o = 0;
	for await (const t of r.stdout) {
		o += t.length;
		if (o > i) {
			r.kill();
			throw new ExternalError(`${e} printed more than ${i} bytes`);
		}
		a.push(t);
	}
	const { exitCode: s, stderr: c } = await r.ended;
	return {
		exitCode: s,
		stdout: Buffer.concat(a),
		stderr: c
	};
}
function startError(e, t) {
	const n = "code" in t && t.code === "ENOENT";
	return new ExternalError(n ? `The program ${e} was not found` : `${e} could not be started: ${t.message}`, {
		cause: t,
		...n ? { hint: `Install ${e} or put it on PATH.` } : {}
	});
}
function stoppedError(e, t) {
	return new ExternalError(`${e} was stopped with the run`, { cause: t });
}
function killedError(e, t, n, { timeoutMs: r }) {
	return n ? new ExternalError(`${e} did not end within ${r} ms and was stopped`) : new ExternalError(`${e} was stopped by ${t ?? "a signal"}`, { hint: "Where nobody stopped it, look at whether the machine ran out of memory." });
}
function createPatience(e, t) {
	const n = new Map();
	return { begin(r) {
		const i = n.get(r) ?? {
			open: 0,
			since: 0,
			before: 0
		};
		n.set(r, i);
		if (i.open === 0) i.since = t();
		i.open += 1;
		return {
			left: () => e - i.before - (t() - i.since),
			answered: () => {
				i.before = 0;
				i.since = t();
			},
			ended: () => {
				i.open -= 1;
				if (i.open === 0) i.before += t() - i.since;
			}
		};
	} };
}
function proxyFor(e, t) {
	if (isLoopback(e.hostname) || isExempt(e, read$1(t, "no_proxy"))) return void 0;
	const n = e.protocol === "https:" ? "https_proxy" : "http_proxy";
	const r = read$1(t, n) === "" ? "all_proxy" : n;
	const i = read$1(t, r);
	if (i === "") return void 0;
	const a = i.includes("://") ? i : `http://${i}`;
	const o = URL.canParse(a) ? new URL(a) : void 0;
	if (o === void 0 || !/^https?:$/.test(o.protocol)) throw new UsageError(`${r.toUpperCase()} is no http:// or https:// address of a proxy`, { hint: "Write it as http://host:port; SOCKS proxies are not supported." });
	return o;
}
function read$1(e, t) {
	return (e[t] || e[t.toUpperCase()] || "").trim();
}
function isExempt(e, t) {
	const n = e.hostname.toLowerCase();
	const r = e.port || (e.protocol === "https:" ? "443" : "80");
	return t.toLowerCase().split(/[\s,]+/).filter((e) => e !== "").some((e) => {
		if (e === "*") return true;
		const [, t = e, i] = /^(.+?)(?::(\d{1,5}))?$/.exec(e) ?? [];
		if (i !== void 0 && i !== r) return false;
		const a = t.replace(/^\*?\./, "");
		return n === a || n.endsWith(`.${a}`);
	});
}
const TRANSIENT_STATUS = new Set([
	408,
	429,
	500,
	502,
	503,
	504
]);
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 2e4;
const LONGEST_RETRY_AFTER_MS = 12e4;
function isTransientStatus(e) {
	return TRANSIENT_STATUS.has(e);
}
function isRepeatable(e) {
	const t = e.method ?? "GET";
	return e.retryUnsafe === true || t !== "POST" && t !== "PATCH";
}
function backoff(e, t) {
	return Math.round(t * Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** e));
}
function retryAfter(e, t) {
	const n = e.headers["retry-after"]?.trim();
	if (n === void 0 || n === "") return void 0;
	const r = /^\d{1,9}$/.test(n) ? Number(n) * 1e3 : Date.parse(n) - t.getTime();
	if (Number.isNaN(r)) return void 0;
	return r > LONGEST_RETRY_AFTER_MS ? "too long" : Math.max(0, r);
}
var SendFailure = class extends Error {
	transient;
	refused;
	hint;
	constructor(e, t, n, r = false) {
		super(e);
		this.transient = t;
		this.refused = r;
		this.hint = n;
	}
};
const DEFAULT_TIMEOUT_MS = 3e4;
const DEFAULT_MAX_BYTES = 67108864;
function send(e, t, n, r) {
	const i = n.timeoutMs ?? 3e4;
	const a = n.maxBytes ?? DEFAULT_MAX_BYTES;
	return new Promise((o, s) => {
		const c = () => new SendFailure("the run was stopped", false);
		if (r?.aborted) return s(c());
		const l = e();
		const u = (e) => {
			clearTimeout(f);
			r?.removeEventListener("abort", d);
			s(e);
			l.destroy();
		};
		const d = () => u(c());
		const f = setTimeout(() => u(new SendFailure(`no full answer within ${i} ms`, true)), i);
		r?.addEventListener("abort", d);
		l.on("error", (e) => u(failureOf(e)));
		l.on("proxyConnect", (e) => {
			if (e.statusCode !== 200) u(proxyRefusal(e.statusCode));
		});
		l.on("response", (e) => {
			read(e, a).then((n) => {
				clearTimeout(f);
				r?.removeEventListener("abort", d);
				o(responseOf(t, e, n));
			}, u);
		});
		l.end(n.body);
	});
}
async function read(e, t) {
	const n = new SendFailure(`the answer has more than ${t} bytes`, false);
	if (Number(e.headers["content-length"] ?? 0) > t) throw n;
	const r = [];
	let i = 0;
	try {
		for await (const a of e) {
			i += a.length;
			if (i > t) throw n;
			r.push(a);
		}
	} catch (e) {
		throw e instanceof SendFailure ? e : failureOf(e);
	}
	return Buffer.concat(r);
}
function responseOf(e, t, n) {
	const r = Object.create(null);
	for (const [e, n] of Object.entries(t.headers)) if (n !== void 0) r[e] = Array.isArray(n) ? n.join(", ") : n;
	return {
		status: t.statusCode ?? 0,
		headers: r,
		body: n,
		text: () => n.toString("utf8"),
		json: () => parseJson(e, t, n)
	};
}
function parseJson(e, t, n) {
	try {
		if (isUtf8(n)) return JSON.parse(n.toString("utf8"));
	} catch {}
	throw new ExternalError(`${redactUrl(e)} answered ${t.statusCode} with ${n.length} bytes that are no JSON (${t.headers["content-type"] ?? "no content type"})`, { hint: "Check that the address is the service's API and not a page of a portal or proxy." });
}
const PERMANENT = /^(ENOTFOUND|ERR_TLS_|ERR_SSL_|ERR_INVALID_|HPE_|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_)/;
function failureOf(e) {
	const t = typeof e === "object" && e !== null && "code" in e ? String(e.code) : "";
	const n = e instanceof AggregateError ? e.errors[0] : void 0;
	const r = e instanceof Error ? e.message : "";
	const i = n instanceof Error && "code" in n ? String(n.code) : "";
	const a = r || (n instanceof Error ? n.message : "");
	const o = a.includes(t) ? a : `${a} (${t})`;
	const s = /CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_/.test(t);
	return new SendFailure(o || "connection failed", !PERMANENT.test(t), s ? "If a proxy or server here has a certificate of your own authority, set NODE_EXTRA_CA_CERTS to the authority's PEM file before the program starts (in a workflow: in the step's `env`)." : void 0, t === "ECONNREFUSED" || i === "ECONNREFUSED");
}
function proxyRefusal(e) {
	return new SendFailure(`the proxy refused the connection with status ${e}`, e >= 500, e === 407 ? "Put the proxy's user and password into the address in HTTPS_PROXY." : "Ask whoever runs the proxy to allow this host, or add it to NO_PROXY.");
}
const DEFAULT_TRIES = 4;
const TRIES_WHEN_REFUSED = 4;
const DEFAULT_PATIENCE_MS = 3e5;
const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([
	301,
	302,
	303,
	307,
	308
]);
const HARMLESS_HEADERS = new Set([
	"accept",
	"range",
	"user-agent"
]);
function createGuardedHttp(e) {
	const t = allowedHosts(e.hosts);
	const n = connector(e.environment);
	const r = e.sleep ?? ((t) => setTimeout$1(t, void 0, { signal: e.signal }));
	const i = e.random ?? (() => randomInt(2 ** 32) / 2 ** 32);
	const a = e.patienceMs ?? DEFAULT_PATIENCE_MS;
	const o = createPatience(a, e.elapsed ?? (() => performance.now()));
	const s = async (e, t) => {
		const n = o.begin(e.origin);
		try {
			const r = await c(e, t, n);
			if (!isTransientStatus(r.status)) n.answered();
			return r;
		} finally {
			n.ended();
		}
	};
	const c = async (t, o, s) => {
		const c = isRepeatable(o) ? Math.max(1, o.tries ?? DEFAULT_TRIES) : 1;
		const u = `${o.method ?? "GET"} ${redactUrl(t)}`;
		for (let d = 1;; d++) {
			if (s.left() <= 0) throw noAnswer(u, d - 1, givenUp(a));
			const f = Math.min(o.timeoutMs ?? 3e4, s.left());
			const p = {
				...o,
				timeoutMs: Math.ceil(f)
			};
			const { response: m, failure: h } = await l(await n(t, o), t, p);
			const g = h?.refused === true ? Math.min(c, TRIES_WHEN_REFUSED) : c;
			const _ = d < g && (h?.transient ?? isTransientStatus(m?.status ?? 0));
			const v = m === void 0 ? void 0 : retryAfter(m, e.clock.wall());
			const y = v === "too long" ? v : v ?? backoff(d, i());
			const b = s.left();
			if (!_ || y === "too long" || y >= b) {
				if (_) e.logger.info(`${u}: given up on, ${inSeconds(b)} before its deadline`);
				if (m !== void 0) return m;
				throw noAnswer(u, d, h);
			}
			const x = h?.message ?? `status ${m?.status}`;
			e.logger.info(`${u}: ${x}; trying again in ${y} ms (${d} of ${g}; ${inSeconds(b)} left)`);
			await r(y).catch(() => {
				throw noAnswer(u, d, new SendFailure("the run was stopped", false));
			});
		}
	};
	const l = async (t, n, r) => {
		try {
			return { response: await send(t, n, r, e.signal) };
		} catch (e) {
			if (e instanceof SendFailure) return { failure: e };
			throw e;
		}
	};
	return { async request(n) {
		if (e.offline) throw new UsageError(`${redactUrl(n.url)} is needed, and this run is offline`, { hint: "Turn `offline` off, or give what is needed as a file." });
		let r = t.check(n.url);
		let i = n;
		for (let e = 0;; e++) {
			const a = await s(r, i);
			const o = a.headers["location"];
			if (!(REDIRECTS.has(a.status) && o !== void 0) || !/^(GET|HEAD)$/.test(i.method ?? "GET")) return a;
			if (e === MAX_REDIRECTS) throw new ExternalError(`${redactUrl(n.url)} redirected more than ${MAX_REDIRECTS} times`);
			const c = t.check(o, r);
			if (c.origin !== r.origin) i = withoutCredentials(i);
			r = c;
		}
	} };
}
function givenUp(e) {
	return new SendFailure(`this run has waited ${inSeconds(e)} for it already and asks no more`, false, "Run the step again when the service is up.");
}
function inSeconds(e) {
	return `${Math.max(0, Math.round(e / 1e3))} s`;
}
function withoutCredentials(e) {
	const t = Object.entries(e.headers ?? {}).filter(([e]) => HARMLESS_HEADERS.has(e.toLowerCase()));
	return {
		...e,
		headers: Object.fromEntries(t)
	};
}
function noAnswer(e, t, n) {
	const r = t <= 1 ? "" : ` after ${t} tries`;
	return new ExternalError(`${e} gave no answer${r}: ${n?.message ?? "unknown"}`, { hint: n?.hint ?? "Check that the service is up and that this machine may reach it; HTTPS_PROXY and NO_PROXY are honoured." });
}
function connector(e) {
	const t = new Map();
	const n = (e, n) => {
		const r = n?.href ?? e.protocol;
		const i = t.get(r) ?? makeAgent(e, n, true);
		t.set(r, i);
		return i;
	};
	return async (t, r) => {
		const i = proxyFor(t, e);
		const a = isRepeatable(r) ? await n(t, i) : await makeAgent(t, i, false);
		const o = t.protocol === "https:" ? (await import("node:https")).request : (await import("node:http")).request;
		const s = {
			"user-agent": "assay",
			...r.body === void 0 ? {} : { "content-length": lengthOf(r.body) },
			...r.headers
		};
		return () => o(t, {
			method: r.method ?? "GET",
			headers: s,
			agent: a
		});
	};
}
function lengthOf(e) {
	return String(Buffer.byteLength(e));
}
async function makeAgent(e, t, n) {
	if (t !== void 0) {
		const { HttpsProxyAgent: e } = await import("./https-proxy-agent.js");
		return new e(t, { keepAlive: n });
	}
	const { Agent: r } = e.protocol === "https:" ? await import("node:https") : await import("node:http");
	return new r({ keepAlive: n });
}
function atCheckout(e) {
	const t = e.subject.workingDirectory;
	if (t === "." || t === "" || t.startsWith("..")) return e;
	const n = (e) => /^(?:\/|\.\.|[A-Za-z]:)/.test(e.path) ? e : {
		...e,
		path: `${t}/${e.path}`
	};
	const r = e.findings.map(({ location: e, relatedLocations: t, ...r }) => ({
		...r,
		...e !== void 0 && { location: n(e) },
		...t !== void 0 && { relatedLocations: t.map(n) }
	}));
	const i = e.checks.map((e) => {
		const t = e.error?.places?.map((e) => ({
			...e,
			location: n(e.location)
		}));
		return e.error === void 0 || t === void 0 ? e : {
			...e,
			error: {
				...e.error,
				places: t
			}
		};
	});
	const a = e.acts.map((e) => ({
		...e,
		failures: e.failures.map(({ location: e, ...t }) => ({
			...t,
			...e !== void 0 && { location: n(e) }
		}))
	}));
	return {
		...e,
		checks: i,
		acts: a,
		findings: r
	};
}
function groupAlike(e) {
	const t = new Map();
	for (const n of e) {
		const { ruleId: e, decisionReason: r, cause: i } = n;
		const a = i === void 0 ? { message: kindOf(n) } : { cause: i };
		const o = JSON.stringify([
			e,
			r,
			a
		]);
		const s = t.get(o);
		if (s === void 0) t.set(o, [n]);
		else s.push(n);
	}
	return [...t.values()];
}
function shownGroups(e) {
	const t = groupAlike(e);
	return [...t.filter(isBlocking), ...t.filter((e) => !isBlocking(e))];
}
function isBlocking([e]) {
	return e.decision === "block";
}
function sizeOf(e) {
	return e.reduce((e, t) => e + t.length, 0);
}
function kindOf({ message: e, subject: t, location: n }) {
	const { name: r = "", version: i } = t ?? {};
	const a = i === void 0 ? r : `${r}@${i}`;
	return [e.includes(a) ? a : r, n?.path ?? ""].filter((e) => e !== "").reduce((e, t) => e.replace(t, () => "…"), e);
}
function placeOf$1(e) {
	const t = e.startLine === void 0 ? "" : `:${e.startLine}`;
	const n = e.commit === void 0 ? "" : ` in commit ${e.commit.slice(0, 12)}`;
	return `${e.path}${t}${n}`;
}
function whereOf(e) {
	return e.location === void 0 ? packageOf(e) : placeOf$1(e.location);
}
function packageOf({ subject: e }) {
	if (e === void 0) return void 0;
	return e.version === void 0 ? e.name : `${e.name}@${e.version}`;
}
function aboutOf(e) {
	const t = packageOf(e);
	const n = e.subject?.scope;
	return t === void 0 || n === void 0 ? t : `${t} (${n})`;
}
function introducedBy({ subject: e }) {
	const [t = []] = e?.paths ?? [];
	if (t.length < 3) return void 0;
	return (t.length < 6 ? t : [
		...t.slice(0, 3),
		"…",
		...t.slice(-1)
	]).join(" › ");
}
function countsOf$2({ counts: e, suppressed: t, error: n }) {
	const r = SEVERITIES.filter((t) => e[t] > 0).map((t) => `${grouped(e[t])} ${t}`).join(", ");
	if (r !== "") return r;
	if (n !== void 0) return "no result";
	return t > 0 ? "no open findings" : "no findings";
}
function inspectedOf({ coverage: e }) {
	return Object.entries(e.inspected).map(([e, t]) => amountOf(e, t).join(" ")).join(", ") || "nothing";
}
function coveredBy(e) {
	return e.coverage.summary.trim() || inspectedOf(e);
}
function amountOf(e, t) {
	if (e !== "bytes" || t < 1e3) return [grouped(t), unitFor(t, e)];
	const n = Math.min(3, Math.floor(Math.log10(t) / 3));
	return [(t / 1e3 ** n).toFixed(1), [
		"bytes",
		"kB",
		"MB",
		"GB"
	][n] ?? e];
}
function unitFor(e, t) {
	if (e !== 1) return t;
	return t.endsWith("ies") ? `${t.slice(0, -3)}y` : t.replace(/(?<=[^s])s$/, "");
}
const OUTCOME_WORDS = {
	pass: "Pass",
	fail: "Fail",
	error: "Error"
};
function nextStep(e) {
	if (e.outcome === "pass") return void 0;
	const t = e.acts.flatMap((e) => e.failures);
	if (e.outcome === "error") return [...e.checks.flatMap(({ error: e }) => e ?? []), ...t].find((e) => e.hint !== void 0)?.hint ?? "Fix what kept the checks from their work, then run again.";
	const n = e.findings.filter(({ decision: e }) => e === "block");
	if (n.length === 0) return t.find(({ hint: e }) => e !== void 0)?.hint;
	const r = n.filter(({ severity: e }) => e === n[0]?.severity);
	const [i] = groupAlike(r).toSorted((e, t) => t.length - e.length);
	if (i?.[0].remediation !== void 0) return stepFor(i, n.length);
	return "Fix the findings, or accept one with a suppression that has a reason, an owner and an expiry day.";
}
function stepFor([e, ...t], n) {
	const { message: r, remediation: i = "" } = e;
	if (t.length > 0 && t.every((e) => e.remediation === i)) return `${i} (${grouped(t.length + 1)} of ${plural(n, "finding")})`;
	return n === 1 || i.includes(packageOf(e) ?? r) ? i : `${r.replace(/[^.!?…]$/, "$&.")} ${i}`;
}
function openFindings(e) {
	return e.findings.filter(({ status: e }) => e === "open");
}
function suppressedFindings(e) {
	return e.findings.filter(({ status: e }) => e === "suppressed");
}
function isActOnly({ checks: e, acts: t }) {
	return e.length === 0 && t.length > 0;
}
const ANNOTATIONS_PER_LEVEL = 10;
const ANNOTATION_MESSAGE_LIMIT = 4096;
const TITLE_LIMIT = 120;
function renderAnnotations(e) {
	const t = atCheckout(e);
	const n = [
		...t.checks.flatMap(({ title: e, error: n }) => n === void 0 ? [] : [{
			level: "error",
			title: clip(escapeControlCharacters(`${e} could not do its work`), TITLE_LIMIT),
			message: messageText([
				n.message,
				...n.problems ?? [],
				n.hint
			]),
			...placeInFile(t.subject, { location: n.places?.[0]?.location })
		}]),
		...t.acts.flatMap(({ title: e, failures: n }) => n.map((n) => ({
			level: "error",
			title: clip(escapeControlCharacters(`${e}: ${n.item}`), TITLE_LIMIT),
			message: messageText([
				n.message,
				n.hint,
				n.ruleId
			]),
			...placeInFile(t.subject, n)
		}))),
		...openFindings(t).map((e) => annotate(t, e))
	];
	return [
		"error",
		"warning",
		"notice"
	].flatMap((e) => withinBudget(e, n.filter((t) => t.level === e)));
}
function withinBudget(e, t) {
	if (t.length <= ANNOTATIONS_PER_LEVEL) return t;
	const n = t.slice(0, 9);
	const r = t.length - n.length;
	return [...n, {
		level: e,
		title: `Assay: ${r} more`,
		message: `…and ${r} more of level ${e}. The job summary and the reports have all of them.`
	}];
}
function annotate(e, t) {
	const n = Object.hasOwn(e.rules, t.ruleId) ? e.rules[t.ruleId] : void 0;
	return {
		level: t.decision === "block" ? "error" : t.severity === "low" || t.severity === "info" ? "notice" : "warning",
		title: clip(escapeControlCharacters(`${t.severity}: ${n?.title ?? t.ruleId}`), TITLE_LIMIT),
		message: messageText([
			t.message,
			contextOf(e.subject, t),
			t.remediation,
			t.ruleId
		]),
		...placeInFile(e.subject, t)
	};
}
function contextOf(e, t) {
	const { location: n } = t;
	if (n?.commit !== void 0 && !isOfRun(e, n.commit)) return `Found at ${placeOf$1(n)}`;
	const r = aboutOf(t);
	return r === void 0 || t.message.includes(r) ? void 0 : `About ${r}`;
}
function placeInFile(e, { location: t }) {
	if (t === void 0) return {};
	if (t.commit !== void 0 && !isOfRun(e, t.commit)) return {};
	const { path: n, startLine: r, startColumn: i, endColumn: a } = t;
	const o = escapeControlCharacters(n);
	if (r === void 0) return { file: o };
	const s = Math.max(r, t.endLine ?? r);
	if (s !== r || i === void 0) return {
		file: o,
		startLine: r,
		endLine: s
	};
	return {
		file: o,
		startLine: r,
		endLine: s,
		startColumn: i,
		endColumn: Math.max(i, (a ?? i + 1) - 1)
	};
}
function isOfRun({ commit: e, headCommit: t }, n) {
	return n === e || n === t;
}
function messageText(e) {
	const t = e.filter((e) => e !== void 0).filter((e) => e !== "");
	return clip(t.map((e) => escapeControlCharacters(e).replace(/[^.!?…]$/, "$&.")).join(" "), ANNOTATION_MESSAGE_LIMIT);
}
const inBytes = (e) => Buffer.byteLength(e, "utf8");
const inUnits = (e) => e.length;
function fit(e, t, n, r) {
	const i = e.map(n);
	const a = i.reduce((e, t) => e + t, 0);
	if (a <= t) return {
		text: e.join(""),
		room: t - a
	};
	const o = [];
	let s = t - n(r(e.length));
	for (const [t, n] of e.entries()) {
		const e = i[t] ?? 0;
		if (e > s) break;
		o.push(n);
		s -= e;
	}
	const c = r(e.length - o.length);
	if (n(c) > t) return {
		text: "",
		room: t
	};
	const l = o.join("") + c;
	return {
		text: l,
		room: t - n(l)
	};
}
const MAX_URL = 2e3;
const OTHER_TREE = new Set([
	"pull_request_target",
	"workflow_run",
	"issue_comment"
]);
function blobUrl(e, t) {
	const { server: n, repository: r, commit: i, event: a } = e;
	if (n === void 0 || r === void 0) return void 0;
	const o = t.commit ?? (a !== void 0 && OTHER_TREE.has(a) ? void 0 : i);
	const s = t.path.toWellFormed().split("/");
	if (o === void 0 || t.path === "" || s.includes("..")) return void 0;
	return safeUrl(`${n}/${r}/blob/${o}/${s.map(encodeURIComponent).join("/")}${lines$1(t)}`);
}
function lines$1({ startLine: e, endLine: t }) {
	if (e === void 0) return "";
	return t === void 0 || t <= e ? `#L${e}` : `#L${e}-L${t}`;
}
function commitUrl({ server: e, repository: t, commit: n }) {
	if (e === void 0 || t === void 0 || n === void 0) return void 0;
	return safeUrl(`${e}/${t}/commit/${n}`);
}
function safeLinks(e = []) {
	return e.flatMap(({ label: e, url: t }) => {
		const n = t.startsWith("https://") ? safeUrl(t) : void 0;
		return n === void 0 ? [] : [{
			label: e,
			url: n
		}];
	});
}
function safeUrl(e) {
	if (e.length > MAX_URL || !URL.canParse(e)) return void 0;
	const t = new URL(e);
	if (!/^https?:$/.test(t.protocol) || t.username !== "" || t.password !== "") return void 0;
	return t.href.replace(/[()<>"'\\`|]/g, (e) => `%${e.charCodeAt(0).toString(16).toUpperCase()}`);
}
const ADDRESS = /https:\/\/[^\s<>()"'`|\\]{1,500}[^\s<>()"'`|\\.,;:!?]/g;
const OWN_PAGE = new RegExp(`^${PROJECT_URL.replaceAll(".", "\\.")}/(?:blob|tree|releases|issues)(?:/(?!\\.)[\\w.-]*[\\w-])*(?:#[\\w-]+)?$`);
function ownAddresses({ rules: e }) {
	const t = Object.values(e).filter(({ helpUri: e }) => e !== void 0);
	return new Set(t.flatMap(({ help: e }) => e.match(ADDRESS) ?? []));
}
function pieces(e, t) {
	const n = [];
	let r = 0;
	for (const i of e.matchAll(ADDRESS)) {
		const [a] = i;
		if (!t.has(a) && !OWN_PAGE.test(a)) continue;
		n.push({
			text: e.slice(r, i.index),
			isLink: false
		});
		n.push({
			text: a,
			isLink: true
		});
		r = i.index + a.length;
	}
	return [...n, {
		text: e.slice(r),
		isLink: false
	}];
}
function withoutLinks(e) {
	return e.replace(/\[([^[\]]*)\]\(([^()\s]*)\)/g, "$1 ($2)").replaceAll("](", "] (");
}
const TEXT_LIMIT$3 = 600;
const CELL_LIMIT = 240;
const NO_OTHERS$1 = new Set();
function line$1(e, t = NO_OTHERS$1) {
	return prose$1(clip(e, TEXT_LIMIT$3), t);
}
function cell(e, t = CELL_LIMIT) {
	return prose$1(clip(e, t), NO_OTHERS$1);
}
function prose$1(e, t) {
	return e.split(/(`[^`]+`)/).map((e, n) => n % 2 === 1 ? escapeMarkdown(e) : linked(e, t)).join("");
}
function linked(e, t) {
	return pieces(e, t).map((e) => e.isLink ? `<${e.text}>` : escapeMarkdown(e.text)).join("");
}
function linkedCode(e, t) {
	return t === void 0 ? codeMarkdown(e) : `[${codeMarkdown(e)}](${t})`;
}
function link(e, t) {
	return `[${escapeMarkdown(clip(e, 120))}](${t})`;
}
function place$1(e, t) {
	return linkedCode(clipStart(placeOf$1(t), 120), blobUrl(e, t));
}
function where(e, t) {
	if (t.location !== void 0) return place$1(e, t.location);
	const n = whereOf(t);
	return n === void 0 ? "" : codeMarkdown(clipStart(n, 120));
}
function pageLink(e, t) {
	const n = t === void 0 ? void 0 : safeUrl(t);
	return n === void 0 ? void 0 : link(e, n);
}
function fenced(e) {
	const t = e.flatMap((e) => e.match(/`+/g) ?? []).map((e) => e.length);
	const n = "`".repeat(Math.max(3, ...t.map((e) => e + 1)));
	return `${n}\n${e.join("\n")}\n${n}\n\n`;
}
const MAX_LINES = 60;
const MAX_LINE = 2e3;
function verbatimLines(e, t = MAX_LINES) {
	const n = e.replace(/\n$/, "").split(/\r\n|\n/, t + 1);
	const r = n.slice(0, t).map((e) => escapeControlCharacters(clip(e, MAX_LINE)));
	return n.length > t ? [...r, "…"] : r;
}
function verbatimOf(e, t = MAX_LINES) {
	const n = new Map();
	for (const { evidence: t = [] } of e) for (const { label: e, value: r, verbatim: i } of t) {
		if (i !== true) continue;
		const t = n.get(e);
		if (t === void 0) n.set(e, [r]);
		else if (!t.includes(r)) t.push(r);
	}
	return [...n].map(([e, n]) => {
		const r = whole(n, t);
		const i = r < n.length ? `, for the first ${r} of ${n.length}` : "";
		return {
			label: e,
			value: joined(n.slice(0, r)),
			part: i
		};
	});
}
function whole(e, t) {
	let n = 0;
	const r = e.findIndex((e) => {
		n += e.split("\n").length;
		return n > t;
	});
	return r === -1 ? e.length : Math.max(1, r);
}
function joined([e = "", ...t]) {
	const n = e.replace(/\n$/, "").split("\n");
	const r = n.findIndex((e) => /^\s*- /.test(e));
	const i = n.slice(0, r).map((e) => `${e}\n`).join("");
	if (r < 1 || !t.every((e) => e.startsWith(i) && /^\s*- /.test(e.slice(i.length)))) return [e, ...t].join("\n");
	return [n.join("\n"), ...t.map((e) => e.slice(i.length).replace(/\n$/, ""))].join("\n");
}
const MAX_ALIKE$1 = 5;
const MAX_MEMBERS = 50;
const MAX_EVIDENCE$1 = 12;
const TEXT_LIMIT$2 = 600;
const FINDINGS_HEAD = "| Severity | Finding | Where | Rule |\n|---|---|---|---|\n";
function groupRow(e, [t, ...n]) {
	const { scope: r } = t.subject ?? {};
	const i = r === void 0 ? "" : `<br>${r}`;
	return `| ${severity(t)} | ${cell(t.message)}${alikeNote(n)} | ${where(e.subject, t)}${i} | ${rule(e, t)} |\n`;
}
function shortRow([e, ...t]) {
	const n = codeMarkdown(clipStart(whereOf(e) ?? "", 40));
	const r = t.length === 0 ? "" : ` (+${grouped(t.length)})`;
	return `| ${severity(e)} | ${cell(e.message, 60)}${r} | ${n} | ${codeMarkdown(e.ruleId)} |\n`;
}
function ruleRows(e) {
	const t = new Map();
	for (const n of e) {
		const e = t.get(n[0].ruleId);
		if (e === void 0) t.set(n[0].ruleId, {
			first: n[0],
			count: n.length
		});
		else e.count += n.length;
	}
	return [...t.values()].map(({ first: e, count: t }) => `| ${severity(e)} | ${grouped(t)} in all, such as: ${cell(e.message, 60)} | | ${codeMarkdown(clip(e.ruleId, 80))} |\n`);
}
function alikeNote(e) {
	if (e.length === 0) return "";
	const t = e.slice(0, MAX_ALIKE$1).map((e) => codeMarkdown(clipStart(packageOf(e) ?? whereOf(e) ?? "", 80))).filter((e, t, n) => e !== codeMarkdown("") && n.indexOf(e) === t);
	const n = t.length > 0 && e.length > t.length ? ", …" : "";
	const r = t.length === 0 ? "" : `: ${t.join(", ")}${n}`;
	return `<br>and ${grouped(e.length)} more of this kind${r}`;
}
function groupDetails(e, t) {
	const [n, ...r] = t;
	const i = r.length === 0 ? "" : ` (+${grouped(r.length)})`;
	const a = factsOf(e, n).map(([e, t]) => `- ${cell(e)}: ${t}\n`);
	const o = n.remediation === void 0 ? "" : `**To do:** ${line$1(n.remediation, ownAddresses(e))}\n\n`;
	const s = n.location === void 0 ? [] : sourceLines(n.location);
	const c = verbatimOf(t).map(({ label: e, value: t, part: n }) => `${cell(e)}${n}:\n\n${fenced(verbatimLines(t))}`);
	const l = isPlainReason(n, e.failOn) ? "" : `${line$1(n.decisionReason)}\n\n`;
	return `<details><summary>${severity(n)} ${line$1(n.message)}${i}</summary>\n\n${s.length === 0 ? "" : fenced(s)}${o}${c.join("")}${l}${a.join("")}${members$1(e, r)}\n</details>\n`;
}
function members$1(e, t) {
	if (t.length === 0) return "";
	const n = t.slice(0, MAX_MEMBERS).map((t) => {
		const n = aboutOf(t);
		return `  - ${n === void 0 || t.location === void 0 ? "" : `${codeMarkdown(n)} `}${where(e.subject, t)}\n`;
	});
	const r = t.length - n.length;
	const i = r > 0 ? `  - …and ${grouped(r)} more in the JSON report\n` : "";
	return `- ${grouped(t.length)} more of this kind:\n${n.join("")}${i}`;
}
function factsOf(e, t) {
	const { subject: n } = e;
	const { location: r, relatedLocations: i = [], evidence: a = [], slo: o } = t;
	const s = (e) => e === void 0 ? void 0 : codeMarkdown(clip(e, TEXT_LIMIT$2));
	const c = o?.state === "breached" ? " (overdue)" : "";
	const l = i.slice(0, 5).map((e) => place$1(n, e));
	const u = i.length - l.length;
	const d = u > 0 ? ` and ${u} more` : "";
	const f = aboutOf(t);
	return [
		["Where", r && place$1(n, r)],
		["Also at", l.length === 0 ? void 0 : `${l.join(", ")}${d}`],
		["About", f !== void 0 && t.message.includes(f) ? void 0 : s(f)],
		["Introduced by", s(introducedBy(t))],
		...a.filter(({ verbatim: e }) => e !== true).slice(0, MAX_EVIDENCE$1).map(({ label: e, value: t }) => [e, s(t)]),
		["Fix due", o?.fixDue === void 0 ? void 0 : s(`${o.fixDue.slice(0, 10)}${c}`)],
		["Rule", rule(e, t)],
		...safeLinks(t.links).map(({ label: e, url: t }) => ["See", link(e, t)]),
		["Fingerprint", s(t.fingerprint)]
	].flatMap(([e, t]) => t === void 0 ? [] : [[e, t]]);
}
const SUPPRESSED_HEAD = "| Finding | Where | Why it does not count |\n|---|---|---|\n";
function suppressedRow(e, t) {
	const n = t.suppression === void 0 ? "" : ` ${cell(t.suppression.reason)}`;
	return `| ${severity(t)} ${cell(t.message)} | ${where(e.subject, t)} | ${cell(t.decisionReason)}${n} |\n`;
}
function rule(e, { ruleId: t }) {
	const n = Object.hasOwn(e.rules, t) ? e.rules[t]?.helpUri : void 0;
	return linkedCode(clip(t, 120), n);
}
function severity(e) {
	return e.decision === "block" ? `<b>${e.severity}</b>` : e.severity;
}
const MARKS = {
	pass: "✅",
	fail: "❌",
	error: "⚠️"
};
function verdict({ outcome: e, command: t, subject: n, headline: r }) {
	const i = n.workingDirectory;
	const a = i === "." ? "" : ` in ${codeMarkdown(clip(i, 80))}`;
	return `## ${MARKS[e]} Assay ${escapeMarkdown(clip(t, 60))}${a}: ${line$1(r)}\n\n`;
}
function checksTable(e) {
	const { checks: t, acts: n } = e;
	if (isActOnly(e)) return `| What | Result | Done | Looked at |\n|---|---|---|---|\n${n.map((e) => `| ${cell(e.title)} | ${MARKS[e.outcome]} ${OUTCOME_WORDS[e.outcome]} | ${actCounts$1(e)} | ${cell(inspectedOf(e))} |\n`).join("")}\n`;
	return `| Check | Result | Open findings | Suppressed | Looked at |\n|---|---|---|---:|---|\n${[...t.map((e) => row(e, countsOf$2(e), String(e.suppressed), `${cell(inspectedOf(e))}${skippedNote(e)}`)), ...n.map((e) => row(e, actCounts$1(e), "–", cell(inspectedOf(e))))].join("")}\n`;
}
function row({ title: e, outcome: t }, n, r, i) {
	return `| ${cell(e)} | ${MARKS[t]} ${OUTCOME_WORDS[t]} | ${n} | ${r} | ${i} |\n`;
}
function actCounts$1({ records: e, failures: t }) {
	const n = t.length === 0 ? "" : `, ${t.length} failed`;
	return `${plural(e.length, "record")}${n}`;
}
function errorList(e) {
	const t = [...e.checks.flatMap(({ title: e, error: t }) => {
		if (t === void 0) return [];
		const n = (t.problems ?? []).slice(0, 20).map((e) => `  - ${line$1(e)}${quote$1(t, e)}\n`);
		return [`- **${cell(e)}** could not do its work: ${line$1(t.message)}.${quote$1(t, t.message)}${hintOf(t.hint)}\n${n.join("")}`];
	}), ...e.acts.flatMap(({ title: t, failures: n }) => n.map(({ item: n, message: r, hint: i, ruleId: a }) => `- **${cell(t)}** of ${codeMarkdown(clip(n, 120))} failed: ${line$1(r)} (${linkedCode(a, e.rules[a]?.helpUri)})${hintOf(i)}\n`))];
	return t.length === 0 ? "" : `${t.join("")}\n`;
}
function quote$1({ places: e = [] }, t) {
	const n = e.find((e) => e.problem === t)?.location.excerpt?.text;
	return n === void 0 ? "" : `<br>${codeMarkdown(n)}`;
}
function hintOf(e) {
	return e === void 0 ? "" : ` ${line$1(e)}`;
}
function nextLine(e) {
	const t = nextStep(e);
	return t === void 0 ? "" : `**Next:** ${line$1(t, ownAddresses(e))}\n\n`;
}
function footer(e) {
	const { subject: t, tool: n, failOn: r, settings: i, generatedAt: a } = e;
	const { commit: o, repository: s, runUrl: c } = t;
	const l = i.sources.map(({ what: e, path: t, from: n }) => {
		const r = n === "base" ? " (of the base branch)" : "";
		return `${escapeMarkdown(clip(e, 40))} ${codeMarkdown(clip(t, 80))}${r}`;
	});
	return `<sub>${[
		`Assay ${escapeMarkdown(clip(n.version, 40))}`,
		...isActOnly(e) ? [] : [codeMarkdown(`fail-on: ${r}`)],
		...s === void 0 ? [] : [codeMarkdown(clip(s, 120))],
		...o === void 0 ? [] : [`commit ${linkedCode(o.slice(0, 12), commitUrl(t))}`],
		...[t.ref, t.event].flatMap((e) => e === void 0 ? [] : [codeMarkdown(clip(e, 120))]),
		...l.slice(0, 4),
		...[pageLink("run", c)].filter((e) => e !== void 0),
		escapeMarkdown(a)
	].join(" · ")}</sub>\n`;
}
function skippedNote({ coverage: e }) {
	return e.skipped.length === 0 ? "" : `; ${e.skipped.length} skipped`;
}
function writeSection(e, t, n) {
	if (e.parts.length === 0) return "";
	const r = n(e.head) + n(e.tail);
	const { text: i } = fit(e.parts, Math.floor(t * e.share) - r, n, e.more);
	return i === "" ? "" : `${e.head}${i}${e.tail}`;
}
function signerOf({ signer: e }) {
	const { identity: t, issuer: n, keySha256: r } = e;
	if (t !== void 0) return n === void 0 ? t : `${t}, by ${n}`;
	return r === void 0 ? "not known" : `key ${r.slice(0, 16)}…`;
}
function timeOf({ time: e }) {
	return e === void 0 ? void 0 : `${e.at}, says the ${e.source}`;
}
function logsOf({ logEntries: e }) {
	const t = e.map(({ log: e, index: t }) => `${e}, index ${t}`);
	return t.length === 0 ? void 0 : t.join("; ");
}
function digestsOf({ subject: e }) {
	return Object.entries(e.digests).map(([e, t]) => `${e}:${t}`).join(", ");
}
const MAX_COLUMNS = 8;
const RECORDS_HEAD = "| What | Subject | By | When | Proof |\n|---|---|---|---|---|\n";
function recordRow(e) {
	const { act: t, subject: n, product: r, notes: i = [] } = e;
	const a = [timeOf(e), logsOf(e)].filter((e) => e !== void 0).join("; ");
	const o = r === void 0 ? "" : codeMarkdown(clipStart(r, 120));
	const s = i.length === 0 ? "" : `<br>${cell(i.join(" "))}`;
	return `| ${t} | ${codeMarkdown(clipStart(n.name, 120))}${s} | ${cell(signerOf(e))} | ${cell(a)} | ${o} |\n`;
}
function verifyCommands({ verifyWith: e = [] }) {
	return e.map(({ tool: e, command: t }) => `To verify with ${e}:\n\n${fenced(verbatimLines(t))}`);
}
function tableHead({ columns: e }) {
	const t = e.slice(0, MAX_COLUMNS);
	return `| ${t.map((e) => cell(e)).join(" | ")} |\n|${"---|".repeat(t.length)}\n`;
}
function tableRow(e, { columns: t }) {
	return `| ${t.slice(0, MAX_COLUMNS).map((t, n) => cell(e[n] ?? "", 160)).join(" | ")} |\n`;
}
const SKIPPED_HEAD = "| Check | Item | Reason |\n|---|---|---|\n";
function skippedRows({ checks: e, acts: t }) {
	return [...e, ...t].flatMap(({ title: e, coverage: t }) => t.skipped.map(({ item: t, reason: n }) => `| ${cell(e)} | ${codeMarkdown(clipStart(t, 160))} | ${cell(n)} |\n`));
}
const LOOSENED_HEAD = "| Setting | On the base branch | In the change |\n|---|---|---|\n";
function loosenedRows({ settings: e }) {
	return e.loosened.map(({ key: e, before: t, after: n }) => `| ${codeMarkdown(clip(e, 120))} | ${cell(t)} | ${cell(n)} |\n`);
}
function noticeItems(e) {
	return [...e.notices.map((e) => `- ${line$1(e)}\n`), ...[...e.checks, ...e.acts].flatMap(({ title: e, notices: t }) => t.map((t) => `- ${cell(e)}: ${line$1(t)}\n`))];
}
function actSections$1(e) {
	return e.acts.flatMap((e) => [{
		head: `### ${cell(e.title)}: ${plural(e.records.length, "record")}\n\n${RECORDS_HEAD}`,
		parts: e.records.map(recordRow),
		tail: "\n",
		share: .6,
		more: (e) => `\n…and ${plural(e, "record")} more in the JSON report.\n`
	}, {
		head: "",
		parts: verifyCommands(e),
		tail: "",
		share: .5,
		more: () => ""
	}]);
}
function otherSections(e) {
	const t = suppressedFindings(e);
	const n = skippedRows(e);
	const r = (e) => (t) => `\n…and ${plural(t, e)} more in the JSON report.\n`;
	return [
		{
			head: `### Settings that the change loosens\n\n${LOOSENED_HEAD}`,
			parts: loosenedRows(e),
			tail: "\n",
			share: .3,
			more: r("setting")
		},
		{
			head: "### Notices\n\n",
			parts: noticeItems(e),
			tail: "\n",
			share: .3,
			more: (e) => `- …and ${plural(e, "notice")} more.\n`
		},
		...e.checks.flatMap(({ title: e, tables: t }) => t.map((t) => section$1(folded(`${cell(e)}: ${cell(t.title)}`, t.rows.length), tableHead(t), t.rows.map((e) => tableRow(e, t)), r("row")))),
		section$1(folded("Not looked at", n.length), SKIPPED_HEAD, n, r("item")),
		section$1(folded("Suppressed", t.length), SUPPRESSED_HEAD, t.map((t) => suppressedRow(e, t)), r("finding"))
	];
}
function folded(e, t) {
	return {
		head: `<details><summary>${e} (${grouped(t)})</summary>\n\n`,
		tail: "\n</details>\n\n",
		share: .3
	};
}
function section$1(e, t, n, r) {
	return {
		...e,
		head: e.head + t,
		parts: n,
		more: r
	};
}
function renderMarkdown(e, t) {
	const n = atCheckout(e);
	const { limit: r, measure: i } = t;
	const a = footer(n);
	const o = `${t.marker === void 0 ? "" : `${t.marker}\n`}${verdict(n)}`;
	let s = r - i(o) - i(a);
	const c = shownGroups(openFindings(n));
	const l = c.filter(isBlocking);
	const u = fit([
		checksTable(n),
		errorList(n),
		nextLine(n)
	], l.length === 0 ? s : Math.floor(s / 2), i, () => "The JSON report has the rest.\n\n");
	s -= i(u.text);
	const d = blockingTable(n, l, s, i);
	s -= i(d);
	let f = o + u.text + d;
	for (const e of sections(n, c, t.rows)) {
		const t = writeSection(e, s, i);
		f += t;
		s -= i(t);
	}
	return f + a;
}
function blockingTable(e, t, n, r) {
	if (t.length === 0) return "";
	const i = `### Findings that fail the run (${grouped(sizeOf(t))})\n\n${FINDINGS_HEAD}`;
	const a = r(i) + 1;
	const o = [
		() => t.map((t) => groupRow(e, t)),
		() => t.map(shortRow),
		() => ruleRows(t)
	];
	let s = [];
	for (const e of o) {
		s = e();
		if (s.reduce((e, t) => e + r(t), a) <= n) break;
	}
	const c = (e) => `\n…and ${plural(e, "rule")} more in the JSON report.\n`;
	const { text: l } = fit(s, n - a, r, c);
	return l === "" ? "" : `${i}${l}\n`;
}
function sections(e, t, n) {
	const r = t.filter((e) => !isBlocking(e));
	const i = sizeOf(r.slice(n));
	return [
		...actSections$1(e),
		{
			head: `### ${r.length < t.length ? "Other findings" : "Findings"} (${grouped(sizeOf(r))})\n\n${FINDINGS_HEAD}`,
			parts: r.slice(0, n).map((t) => groupRow(e, t)),
			tail: `${i > 0 ? `\n…and ${plural(i, "finding")} more in the JSON report.\n` : ""}\n`,
			share: .5,
			more: (e) => `\n…and ${plural(e, "row")} more in the JSON report.\n`
		},
		...otherSections(e),
		{
			head: "<details><summary>Findings in full</summary>\n\n",
			parts: t.map((t) => groupDetails(e, t)),
			tail: "\n</details>\n\n",
			share: 1,
			more: (e) => `\n…and ${plural(e, "kind")} of findings more in the JSON report.\n`
		}
	];
}
const COMMENT_LIMIT = 65536;
function commentMarker({ command: e, workingDirectory: t, id: n }) {
	return `<!-- assay:comment:2:${[
		e,
		t,
		n
	].map((e) => encodeURIComponent(e.toWellFormed()).replaceAll("-", "%2D")).join(":")} -->`;
}
function formerCommentMarker(e) {
	return `<!-- assay:comment:${e.toLowerCase().replace(/[^a-z0-9]+/g, "-")} -->`;
}
function commentIdentity({ command: e, subject: t }, n) {
	return {
		command: e,
		workingDirectory: t.workingDirectory,
		id: n
	};
}
function renderComment(e, t = "", n = COMMENT_LIMIT) {
	return renderMarkdown(e, {
		limit: n,
		measure: inUnits,
		marker: commentMarker(commentIdentity(e, t)),
		rows: 20
	});
}
const TEXT_LIMIT$1 = 4e3;
function html(e) {
	return escapeHtml(clip(e, TEXT_LIMIT$1));
}
const NO_OTHERS = new Set();
function prose(e, t = NO_OTHERS) {
	return pieces(clip(e, TEXT_LIMIT$1), t).map((e) => {
		const t = html(e.text);
		return e.isLink ? anchor(t, e.text) : t;
	}).join("").replace(/`([^`]+)`/g, "<code>$1</code>");
}
function anchor(e, t) {
	return `<a href="${escapeHtml(t)}" rel="noopener noreferrer">${e}</a>`;
}
function place(e, t) {
	const n = `<code>${html(placeOf$1(t))}</code>`;
	const r = blobUrl(e, t);
	return r === void 0 ? n : anchor(n, r);
}
function sourceBlock({ startLine: e, excerpt: t }) {
	if (t === void 0) return "";
	const { text: n, markStart: r, markEnd: i } = t;
	const a = n.slice(r, i);
	const o = a === "" ? "" : `<mark>${html(a)}</mark>`;
	return `<pre class="source"><code><span class="line">${html(String(e ?? ""))}</span>${html(n.slice(0, r))}${o}${html(n.slice(i))}</code></pre>`;
}
function helpHtml(e) {
	return e.split(/^```[a-z]*$/m).map((e, t) => t % 2 === 1 ? codeBlock(e) : blocks(e)).join("");
}
function codeBlock(e) {
	return `<pre><code>${e.replace(/^\n|\n$/g, "").split("\n").map(html).join("\n")}</code></pre>`;
}
function blocks(e) {
	return e.split(/\n{2,}/).map((e) => e.trim()).filter((e) => e !== "").map((e) => {
		const t = e.split("\n");
		const n = t.filter((e) => /^(?:[-*]|\d+\.) /.test(e));
		if (n.length < t.length) return `<p>${inline(e)}</p>`;
		const r = n.map((e) => `<li>${inline(e.replace(/^\S+ /, ""))}</li>`).join("");
		return /^\d/.test(e) ? `<ol>${r}</ol>` : `<ul>${r}</ul>`;
	}).join("");
}
function inline(e) {
	return prose(e.replace(/\[([^\]]{1,200})\]\(([^)\s]{1,500})\)/g, "$1 ($2)")).replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>");
}
const MAX_ROWS$1 = 2e3;
function suppressedTable(e) {
	return table("suppressed", "Suppressed", [
		"Finding",
		"Where",
		"Reason",
		"Owner",
		"Until"
	], e.map((e) => [
		`${e.severity}: ${prose(e.message)}`,
		codeOrNothing(whereOf(e)),
		prose(e.suppression?.reason ?? e.decisionReason),
		html(e.suppression?.owner ?? originOf(e)),
		html(e.suppression?.expires ?? e.slo?.fixDue?.slice(0, 10) ?? "–")
	]));
}
function checkTables({ checks: e }) {
	return e.flatMap(({ check: e, title: t, tables: n }) => n.map(({ title: n, columns: r, rows: i }, a) => table(`table-${html(e)}-${a}`, `${html(t)}: ${html(n)}`, r.map(html), i.map((e) => r.map((t, n) => prose(e[n] ?? "")))))).join("");
}
function settingsTables({ settings: e }) {
	const t = {
		"work-tree": "the checked files",
		base: "the base branch",
		input: "an input"
	};
	return [table("loosened", "Settings that the change loosens", [
		"Setting",
		"On the base branch",
		"In the change"
	], e.loosened.map(({ key: e, before: t, after: n }) => [
		`<code>${html(e)}</code>`,
		prose(t),
		prose(n)
	])), table("settings", "Settings", [
		"What",
		"File",
		"From",
		"Commit"
	], e.sources.map(({ what: e, path: n, from: r, commit: i, judgement: a }) => [
		html(e),
		`<code>${html(n)}</code>`,
		`${t[r]}${a === "own" ? ", judged a second time" : ""}`,
		i === void 0 ? "–" : `<code>${html(i.slice(0, 12))}</code>`
	]))].join("");
}
function skippedTable(e) {
	return table("skipped", "Not looked at", [
		"Check",
		"Item",
		"Reason"
	], [...e.checks, ...e.acts].flatMap(({ title: e, coverage: t }) => t.skipped.map(({ item: t, reason: n }) => [
		html(e),
		`<code>${html(t)}</code>`,
		prose(n)
	])));
}
function artifactTable({ artifacts: e }) {
	return table("artifacts", "Documents", [
		"Name",
		"Media type",
		"Bytes",
		"SHA-256"
	], e.map(({ name: e, mediaType: t, size: n, sha256: r }) => [
		`<code>${html(e)}</code>`,
		html(t),
		grouped(n),
		`<code>${html(r)}</code>`
	]));
}
function table(e, t, n, r) {
	if (r.length === 0) return "";
	const i = n.map((e) => `<th scope="col">${e}</th>`).join("");
	const a = r.slice(0, MAX_ROWS$1).map((e) => `<tr>${e.map((e) => `<td${isShort(e)}>${e}</td>`).join("")}</tr>\n`).join("");
	const o = r.length - MAX_ROWS$1;
	const s = o > 0 ? `<tr><td colspan="${n.length}">…and ${plural(o, "row")} more in the JSON report.</td></tr>` : "";
	return `<section aria-labelledby="${e}"><h2 id="${e}">${t} <small>${grouped(r.length)}</small></h2><div class="scroll" role="region" aria-labelledby="${e}" tabindex="0"><table><thead><tr>${i}</tr></thead><tbody>${a}${s}</tbody></table></div></section>`;
}
function isShort(e) {
	return e.length <= 12 && !e.includes("<") ? " class=\"short\"" : "";
}
function codeOrNothing(e) {
	return e === void 0 ? "–" : `<code>${html(e)}</code>`;
}
function originOf({ suppression: e }) {
	if (e?.by === "baseline") return "baseline";
	return e?.by === "inline" ? "mark in the file" : "–";
}
function actSections(e) {
	return e.map((e, t) => section(e, `act-${t}`)).join("");
}
function actCard({ title: e, outcome: t, coverage: n, records: r, failures: i, notices: a }) {
	const o = i.length === 0 ? "" : ` · ${grouped(i.length)} failed`;
	return `<article class="card"><header><h3>${html(e)}</h3><span class="pill ${t}">${OUTCOME_WORDS[t]}</span></header>
<p class="covers">${prose(n.summary)}</p>
<p class="result">${plural(r.length, "record")}${o}</p>
${a.length === 0 ? "" : `<ul>${a.map((e) => `<li>${prose(e)}</li>`).join("")}</ul>`}</article>
`;
}
function section(e, t) {
	const { title: n, records: r, failures: i, verifyWith: a = [] } = e;
	const o = a.map(({ tool: e, command: t }) => `<p>To verify with ${e}:</p><pre class="verbatim"><code>${verbatimLines(t).map(html).join("\n")}</code></pre>`);
	return [
		table(`${t}-failures`, `${html(n)}: failed`, [
			"Item",
			"What",
			"Kind"
		], i.map(failureCells)),
		table(`${t}-records`, `${html(n)}: records`, [
			"What",
			"Subject",
			"By",
			"When",
			"Proof"
		], r.map(recordCells)),
		o.length === 0 ? "" : `<div class="commands">${o.join("")}</div>`
	].join("");
}
function recordCells(e) {
	const { act: t, subject: n, product: r, notes: i = [] } = e;
	const a = [timeOf(e), logsOf(e)].filter((e) => e !== void 0);
	return [
		t,
		[
			`<code>${html(n.name)}</code>`,
			`<code class="print">${html(digestsOf(e))}</code>`,
			...i.map((e) => prose(e))
		].join("<br>"),
		html(signerOf(e)),
		a.map(html).join("<br>"),
		r === void 0 ? "–" : `<code>${html(r)}</code>`
	];
}
function failureCells({ item: e, message: t, hint: n, ruleId: r, kind: i, evidence: a = [] }) {
	const o = a.map(({ label: e, value: t }) => `${html(e)}: <code>${html(t)}</code>`);
	return [
		`<code>${html(e)}</code>`,
		[
			prose(t),
			...o,
			...n === void 0 ? [] : [prose(n)],
			html(r)
		].join("<br>"),
		i
	];
}
function checkCards({ checks: e, acts: t }) {
	const n = [...e.map(card), ...t.map(actCard)].join("");
	return `<section aria-labelledby="checks"><h2 id="checks">${e.length === 0 ? "Results" : "Checks"}</h2><div class="checks">${n}</div></section>`;
}
function card(e) {
	const { outcome: t, coverage: n, notices: r } = e;
	const i = Object.entries(n.inspected).map(([e, t]) => {
		const [n, r] = amountOf(e, t);
		return `<div><dt>${html(r)}</dt><dd>${n}</dd></div>`;
	});
	return `<article class="card"><header><h3>${html(e.title)}</h3><span class="pill ${t}">${OUTCOME_WORDS[t]}</span></header>
<p class="covers">${prose(n.summary)}</p>
${i.length === 0 ? "" : `<dl class="units">${i.join("")}</dl>`}
${e.error === void 0 ? "" : trouble(e.error)}
<p class="result">${resultOf(e)}</p>
${r.length === 0 ? "" : `<ul>${r.map((e) => `<li>${prose(e)}</li>`).join("")}</ul>`}</article>
`;
}
function resultOf({ counts: e, suppressed: t, coverage: n, error: r }) {
	return [
		SEVERITIES.filter((t) => e[t] > 0).map((t) => `<strong class="${t}">${grouped(e[t])} ${t}</strong>`).join(", ") || (r === void 0 ? "No open findings" : "No result"),
		...t > 0 ? [`${grouped(t)} suppressed`] : [],
		...n.skipped.length > 0 ? [`${plural(n.skipped.length, "item")} not looked at`] : []
	].join(" · ");
}
function trouble(e) {
	const { message: t, hint: n, problems: r = [] } = e;
	const i = r.map((t) => `<li>${prose(t)}${quote(e, t)}</li>`);
	return `<div class="trouble"><strong>${prose(t)}</strong>${quote(e, t)}${i.length === 0 ? "" : `<ul>${i.join("")}</ul>`}${n === void 0 ? "" : `<div>${prose(n)}</div>`}</div>`;
}
function quote({ places: e = [] }, t) {
	const n = e.find((e) => e.problem === t);
	return n === void 0 ? "" : sourceBlock(n.location);
}
const MAX_RELATED$2 = 10;
const MAX_PATHS = 3;
const MAX_PASTE_LINES = 2e3;
function groupCard(e, t) {
	const [n, ...r] = t;
	const { severity: i, check: a, location: o } = n;
	const s = aboutOf(n);
	const c = o === void 0 ? s === void 0 ? "" : `<code>${html(s)}</code>` : place(e.subject, o);
	const l = n.remediation === void 0 ? "" : `<p class="todo"><b>To do</b> ${prose(n.remediation, ownAddresses(e))}</p>`;
	const u = isPlainReason(n, e.failOn) ? "" : `${prose(n.decisionReason)}<br>`;
	return `<article class="finding ${i}" data-severity="${i}" data-check="${html(a)}" data-count="${t.length}">
<div class="kind"><span class="badge">${i}</span><span>${html(n.ruleId)}</span>${tags(t)}${c === "" ? "" : `<span class="place">${c}</span>`}</div>
<h3>${prose(n.message)}</h3>${o === void 0 ? "" : sourceBlock(o)}${facts(e, n)}${l}${pasteBlocks(t)}${members(e, r)}${help(e, n)}<p class="why">${u}Fingerprint <code class="print">${html(n.fingerprint)}</code></p></article>
`;
}
function tags(e) {
	const [{ decision: t, change: n, slo: r, subject: i }] = e;
	return [
		...t === "block" ? ["<span class=\"tag\">fails the run</span>"] : [],
		...e.length > 1 ? [`<span class="tag">${grouped(e.length)} of this kind</span>`] : [],
		...i?.scope === void 0 ? [] : [`<span class="tag">${i.scope}</span>`],
		...n === "new" ? ["<span class=\"tag\">new</span>"] : [],
		...r === void 0 || r.state === "ok" ? [] : [`<span class="tag late">${r.state === "breached" ? "overdue" : "due soon"}</span>`]
	].join("");
}
function facts(e, t) {
	const { location: n, relatedLocations: r = [], subject: i, slo: a, evidence: o = [], links: s } = t;
	const c = packageOf(t);
	const l = r.slice(0, MAX_RELATED$2).map((t) => place(e.subject, t));
	const u = r.length - l.length;
	const d = (e) => `<code>${html(e)}</code>`;
	const f = [
		...n === void 0 || c === void 0 || t.message.includes(c) ? [] : [["About", d(c)]],
		...(i?.paths ?? []).slice(0, MAX_PATHS).filter((e) => e.length > 2).map((e) => ["Introduced by", d(e.join(" › "))]),
		...o.filter(({ verbatim: e }) => e !== true).map(({ label: e, value: t }) => [e, d(t)]),
		...l.length === 0 ? [] : [["Also at", `${l.join(", ")}${u > 0 ? ` and ${u} more` : ""}`]],
		...a?.fixDue === void 0 ? [] : [["Fix due", d(a.fixDue.slice(0, 10))]],
		...safeLinks(s).map(({ label: e, url: t }) => ["See", anchor(html(e), t)])
	].map(([e, t]) => `<dt>${html(e)}</dt><dd>${t}</dd>`);
	return f.length === 0 ? "" : `<dl class="facts">${f.join("")}</dl>`;
}
function pasteBlocks(e) {
	return verbatimOf(e, MAX_PASTE_LINES).map(({ label: t, value: n, part: r }) => {
		const i = r === "" && e.length > 1 ? ", for all of them" : r;
		const a = verbatimLines(n, MAX_PASTE_LINES).map(html).join("\n");
		return `<details class="verbatim"><summary>${html(t)}${i}</summary><pre><code>${a}</code></pre></details>`;
	}).join("");
}
function members(e, t) {
	if (t.length === 0) return "";
	const n = t.map((t) => {
		const { location: n, fingerprint: r } = t;
		const i = aboutOf(t);
		const a = introducedBy(t);
		return `<tr>${[
			i === void 0 ? "" : `<code>${html(i)}</code>`,
			n === void 0 ? "" : place(e.subject, n),
			a === void 0 ? "" : `<code>${html(a)}</code>`,
			`<code class="print">${html(r.slice(0, 12))}</code>`
		].map((e) => `<td>${e}</td>`).join("")}</tr>\n`;
	});
	const r = [
		"About",
		"Where",
		"Introduced by",
		"Fingerprint"
	].map((e) => `<th scope="col">${e}</th>`).join("");
	return `<details class="alike"><summary>${grouped(t.length)} more of this kind</summary><div class="scroll"><table><thead><tr>${r}</tr></thead><tbody>${n.join("")}</tbody></table></div></details>`;
}
function help({ rules: e }, { ruleId: t }) {
	const n = Object.hasOwn(e, t) ? e[t] : void 0;
	if (n === void 0) return "";
	const r = n.helpUri === void 0 ? "" : `<p>${anchor("This rule in the reference", n.helpUri)}</p>`;
	return `<details><summary>About this rule: ${html(n.title)}</summary><p>${prose(n.description)}</p>${helpHtml(n.help)}${r}</details>`;
}
const HTML_FINDING_LIMIT = 2e3;
function findingList(e, t) {
	const n = shownGroups(t);
	const r = `<h2 id="findings">Findings <small>${t.length === 0 ? "none open" : `${grouped(t.length)} open, ${plural(n.length, "kind")}`}</small></h2>`;
	if (t.length === 0) return `<section aria-labelledby="findings">${r}<p class="clean">No open findings in what was looked at.</p></section>`;
	const i = withinLimit(n);
	const a = t.length - sizeOf(i);
	const o = a > 0 ? `<p class="clean">…and ${plural(a, "finding")} more in the JSON report.</p>` : "";
	const s = i.map((t) => groupCard(e, t)).join("");
	return `<section aria-labelledby="findings">${r}${i.length > 1 ? filterBar(e, t) : ""}${s}${o}</section>`;
}
function withinLimit(e) {
	let t = HTML_FINDING_LIMIT;
	return e.flatMap(([e, ...n]) => {
		if (t <= 0) return [];
		const r = [e, ...n.slice(0, t - 1)];
		t -= r.length;
		return [r];
	});
}
function filterBar(e, t) {
	const n = SEVERITIES.filter((e) => t.some((t) => t.severity === e)).map((e) => `<label class="chip ${e}"><input type="checkbox" value="${e}" checked>${e}</label>`);
	const r = e.checks.filter(({ check: e }) => t.some((t) => t.check === e)).map(({ check: e, title: t }) => `<option value="${html(e)}">${html(t)}</option>`);
	return `<fieldset id="filter" hidden><legend class="sr">Filter findings</legend>${n.join("")}
<label><span class="sr">Check</span><select><option value="">All checks</option>${r.join("")}</select></label>
<label><span class="sr">Text</span><input type="search" placeholder="Search"></label>
<output id="filter-status" aria-live="polite"></output></fieldset>
`;
}
const FILTER_SCRIPT = `
(() => {
  const bar = document.getElementById("filter");
  const status = document.getElementById("filter-status");
  if (!bar || !status) return;
  const findings = [...document.querySelectorAll(".finding")];
  const apply = () => {
    const severities = new Set([...bar.querySelectorAll("input:checked")].map((box) => box.value));
    const check = bar.querySelector("select").value;
    const words = bar.querySelector("input[type=search]").value.toLowerCase().split(/\\s+/).filter(Boolean);
    let shown = 0;
    let all = 0;
    for (const finding of findings) {
      const text = finding.textContent.toLowerCase();
      const fits = severities.has(finding.dataset.severity)
        && (check === "" || finding.dataset.check === check)
        && words.every((word) => text.includes(word));
      finding.hidden = !fits;
      const count = Number(finding.dataset.count);
      all += count;
      if (fits) shown += count;
      const others = finding.querySelector("details.alike");
      if (others && fits && words.length > 0) others.open = words.some((word) => others.textContent.toLowerCase().includes(word));
    }
    status.textContent = shown + " of " + all + " shown";
  };
  bar.hidden = false;
  bar.addEventListener("input", apply);
  apply();
})();
`;
const STYLE = `
:root {
  color-scheme: light dark;
  --page: #f6f5f2; --card: #ffffff; --line: #e1ded6; --text: #1d1c1a; --muted: #625f57; --code: #f1efe9;
  --critical: #8f1d5b; --high: #b3261e; --medium: #8a5a00; --low: #1f5fa8; --info: #5b5e66;
  --pass: #1c6b3c; --fail: #b3261e; --error: #8a5a00; --gold: #a67c1a;
  --pass-soft: #e6f3ea; --fail-soft: #fbeae8; --error-soft: #faf1de; --shadow: 0 1px 2px #0000000f, 0 4px 16px #0000000a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #141517; --card: #1d1f22; --line: #33363b; --text: #eceae5; --muted: #a5a29a; --code: #282b2f;
    --critical: #f08ac0; --high: #ff8a80; --medium: #f0bb5b; --low: #82b7f5; --info: #b3b6bd;
    --pass: #7fd49f; --fail: #ff8a80; --error: #f0bb5b; --gold: #d9b25a;
    --pass-soft: #1a2b21; --fail-soft: #331d1c; --error-soft: #30281a; --shadow: none;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text);
  font: 15px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
.wrap { max-width: 1080px; margin: 0 auto; padding: 0 24px 64px; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 8px; top: 8px; padding: 8px 12px; background: var(--card); color: var(--text); }
:focus-visible { outline: 2px solid var(--low); outline-offset: 2px; border-radius: 4px; }
header.top { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 14px; padding: 26px 0 18px; }
.mark { width: 34px; height: 34px; flex: none; }
.mark path { fill: none; stroke: var(--gold); stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
.brand { font-size: 20px; font-weight: 680; letter-spacing: -.01em; }
.brand span { color: var(--muted); font-weight: 450; }
.meta { margin-left: auto; color: var(--muted); font-size: 13px; text-align: right; }
h1, h2, h3, p, dl, dd, ul, ol { margin: 0; }
h2 { font-size: 17px; font-weight: 660; margin: 40px 0 14px; letter-spacing: -.005em; }
h2 small { color: var(--muted); font-weight: 450; font-size: 14px; margin-left: 6px; }
code, pre { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace; font-size: .88em; }
code { background: var(--code); border-radius: 4px; padding: .1em .35em; overflow-wrap: anywhere; }
pre { background: var(--code); border-radius: 8px; padding: 10px 14px; overflow-x: auto; }
pre code { padding: 0; background: none; }
.verdict { border-radius: 14px; padding: 24px 28px; border: 1px solid; display: flex; gap: 20px; align-items: flex-start; }
.verdict .icon { flex: none; width: 44px; height: 44px; border-radius: 50%; display: grid; place-items: center; }
.verdict .icon path { fill: none; stroke: var(--card); stroke-width: 2.6; stroke-linecap: round; stroke-linejoin: round; }
.verdict h1 { font-size: 22px; line-height: 1.3; font-weight: 680; letter-spacing: -.012em; }
.verdict p { margin-top: 6px; color: var(--text); }
.verdict.pass { background: var(--pass-soft); border-color: var(--pass); } .verdict.pass .icon { background: var(--pass); } .verdict.pass h1 { color: var(--pass); }
.verdict.fail { background: var(--fail-soft); border-color: var(--fail); } .verdict.fail .icon { background: var(--fail); } .verdict.fail h1 { color: var(--fail); }
.verdict.error { background: var(--error-soft); border-color: var(--error); } .verdict.error .icon { background: var(--error); } .verdict.error h1 { color: var(--error); }
.tiles { display: grid; grid-template-columns: repeat(6, 1fr); gap: 10px; margin: 16px 0 0; padding: 0; list-style: none; }
.tiles li { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 10px 14px; box-shadow: var(--shadow); }
.tiles b { display: block; font-size: 24px; line-height: 1.2; font-weight: 660; font-variant-numeric: tabular-nums; }
.tiles span { color: var(--muted); font-size: 13px; }
.tiles .none b { color: var(--muted); font-weight: 450; }
.critical { --tone: var(--critical); } .high { --tone: var(--high); } .medium { --tone: var(--medium); } .low { --tone: var(--low); } .info { --tone: var(--info); }
.tiles li:not(.none) b { color: var(--tone, var(--text)); }
.checks { display: grid; grid-template-columns: repeat(auto-fill, minmax(310px, 1fr)); gap: 14px; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 16px 18px; box-shadow: var(--shadow); break-inside: avoid; }
.card header { display: flex; align-items: center; gap: 10px; }
.card h3 { font-size: 15.5px; font-weight: 640; flex: 1; overflow-wrap: anywhere; }
.pill { border-radius: 999px; padding: 1px 11px; font-size: 12.5px; font-weight: 640; border: 1px solid currentColor; }
.pill.pass { color: var(--pass); } .pill.fail { color: var(--fail); } .pill.error { color: var(--error); }
.card .covers { color: var(--muted); margin-top: 6px; font-size: 13.5px; overflow-wrap: anywhere; }
.units { display: flex; flex-wrap: wrap; gap: 4px 20px; margin-top: 10px; }
.units div { display: flex; flex-direction: column-reverse; }
.units dd { font-size: 18px; font-weight: 620; font-variant-numeric: tabular-nums; line-height: 1.3; }
.units dt { color: var(--muted); font-size: 12.5px; }
.card .result { margin-top: 10px; padding-top: 10px; border-top: 1px solid var(--line); font-size: 13.5px; }
.card .result strong { color: var(--tone); font-weight: 640; }
.card ul { margin: 8px 0 0; padding-left: 18px; font-size: 13.5px; color: var(--muted); }
.card .trouble { margin-top: 10px; padding: 10px 12px; border-radius: 8px; background: var(--error-soft); font-size: 13.5px; overflow-wrap: anywhere; }
#filter { display: flex; flex-wrap: wrap; gap: 8px 10px; align-items: center; margin: 0 0 14px; padding: 0; border: 0; font-size: 13.5px; }
#filter[hidden], .finding[hidden] { display: none; }
#filter label.chip { display: inline-flex; gap: 6px; align-items: center; border: 1px solid var(--line); background: var(--card); border-radius: 999px; padding: 3px 12px 3px 9px; cursor: pointer; }
#filter input[type=checkbox] { accent-color: var(--tone); margin: 0; }
#filter select, #filter input[type=search] { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 4px 10px; }
#filter-status { color: var(--muted); margin-left: auto; font-variant-numeric: tabular-nums; }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.finding { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: 10px; padding: 14px 18px; margin: 0 0 12px; box-shadow: var(--shadow); break-inside: avoid; }
.finding .kind { display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: center; font-size: 13px; color: var(--muted); }
.badge { color: var(--tone); font-weight: 680; text-transform: uppercase; letter-spacing: .05em; font-size: 11.5px; }
.tag { border: 1px solid var(--line); border-radius: 5px; padding: 0 7px; font-size: 12px; }
.tag.late { color: var(--fail); border-color: currentColor; }
.finding .place { margin-left: auto; text-align: right; }
.finding h3 { font-size: 15.5px; font-weight: 600; margin-top: 5px; overflow-wrap: anywhere; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 3px 16px; margin-top: 10px; font-size: 13.5px; }
.facts dt { color: var(--muted); }
.facts dd { overflow-wrap: anywhere; }
.facts code, .why .print { background: none; padding: 0; }
.why .print { color: var(--muted); font-size: 12px; }
.verbatim code { user-select: all; }
a { color: inherit; text-decoration-color: var(--muted); text-underline-offset: 2px; }
a:hover { text-decoration-color: currentColor; }
.source { margin-top: 10px; white-space: pre-wrap; overflow-wrap: anywhere; }
.source .line { color: var(--muted); margin-right: 1.2em; user-select: none; }
.source mark { background: none; color: inherit; text-decoration: underline wavy var(--tone); text-underline-offset: 3px; font-weight: 640; }
.commands { margin-top: 12px; font-size: 13.5px; }
details.alike > summary { font-weight: 560; }
details.alike table { min-width: 0; font-size: 13px; }
details.alike th, details.alike td { padding: 5px 12px; }
.todo { margin-top: 10px; padding: 9px 13px; border-radius: 8px; background: var(--code); overflow-wrap: anywhere; }
.todo code { background: var(--card); }
.todo b { color: var(--gold); font-weight: 680; margin-right: 4px; }
.why { margin-top: 8px; color: var(--muted); font-size: 13px; overflow-wrap: anywhere; }
details { margin-top: 8px; font-size: 13.5px; }
summary { cursor: pointer; color: var(--muted); }
details p, details ul, details ol, details pre { margin: 8px 0 0; }
.scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); }
table { border-collapse: collapse; width: 100%; min-width: 640px; font-size: 13.5px; }
th, td { text-align: left; vertical-align: top; padding: 9px 14px; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
tr:last-child td { border-bottom: 0; }
th { color: var(--muted); font-weight: 560; font-size: 12.5px; white-space: nowrap; }
td.short, th.short { white-space: nowrap; font-variant-numeric: tabular-nums; }
.clean { background: var(--card); border: 1px dashed var(--line); border-radius: 12px; padding: 22px; text-align: center; color: var(--muted); }
.notices { padding-left: 20px; }
footer { margin-top: 44px; color: var(--muted); font-size: 12.5px; }
@media (max-width: 720px) { .tiles { grid-template-columns: repeat(3, 1fr); } .meta { margin-left: 0; text-align: left; width: 100%; } .finding .place { margin-left: 0; } .facts { grid-template-columns: 1fr; gap: 0; } .facts dd { margin-bottom: 4px; } }
@media print { :root { --page: #fff; --shadow: none; } .wrap { max-width: none; padding: 0; } #filter, .skip { display: none; } details::details-content { content-visibility: visible; height: auto; } }
`;
const ICONS = {
	pass: "M5 12.5l4.5 4.5L19 7.5",
	fail: "M7 7l10 10M17 7L7 17",
	error: "M12 6v7.5M12 17.5v.5"
};
const MARK$1 = "<svg class=\"mark\" viewBox=\"0 0 32 32\" aria-hidden=\"true\"><path d=\"M16 2.5l11.5 4v9c0 6.5-4.6 11.6-11.5 14-6.9-2.4-11.5-7.5-11.5-14v-9z\"/><path d=\"M10.5 21.5L16 9.5l5.500 12M12.5 17.5h7\"/></svg>";
function renderHtml(e) {
	const t = atCheckout(e);
	const n = openFindings(t);
	const r = suppressedFindings(t);
	const i = html(`Assay ${t.command}: ${t.headline}`);
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${i}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#checks">To the results</a>
<div class="wrap">
${header(t)}
<main>
${banner(t)}
${isActOnly(t) ? "" : tiles(t, r.length)}
${checkCards(t)}
${actSections(t.acts)}
${isActOnly(t) ? "" : findingList(t, n)}
${checkTables(t)}
${suppressedTable(r)}
${skippedTable(t)}
${artifactTable(t)}
${settingsTables(t)}
${notices(t)}
</main>
<footer>Assay ${html(t.tool.version)}${threshold(t)} · made ${html(t.generatedAt)}</footer>
</div>
<script>${FILTER_SCRIPT}<\/script>
</body>
</html>
`;
}
function threshold(e) {
	if (isActOnly(e)) return "";
	const { failOn: t } = e;
	return ` · findings fail the run from ${t === "never" ? "no severity" : `severity ${t}`} on`;
}
function contentPolicy() {
	return [
		"default-src 'none'",
		`style-src '${hashSource(STYLE)}'`,
		`script-src '${hashSource(FILTER_SCRIPT)}'`,
		"base-uri 'none'",
		"form-action 'none'"
	].join("; ");
}
function hashSource(e) {
	return `sha256-${createHash("sha256").update(e).digest("base64")}`;
}
function header({ command: e, subject: t, generatedAt: n }) {
	const r = [
		t.repository === void 0 ? void 0 : `<strong>${html(t.repository)}</strong>`,
		t.workingDirectory === "." ? void 0 : `<code>${html(t.workingDirectory)}</code>`,
		t.commit === void 0 ? void 0 : commitOf$1(t),
		t.event === void 0 ? void 0 : html(t.event),
		t.ref === void 0 ? void 0 : html(t.ref.replace(/^refs\/(?:heads|tags)\//, "")),
		t.runUrl === void 0 ? void 0 : pageOf("run", t.runUrl),
		`<time datetime="${html(n)}">${html(`${n.slice(0, 16).replace("T", " ")} UTC`)}</time>`
	].filter((e) => e !== void 0);
	return `<header class="top">${MARK$1}<div class="brand">Assay <span>${html(e)}</span></div><div class="meta">${r.join(" · ")}</div></header>`;
}
function commitOf$1(e) {
	const t = `<code>${html((e.commit ?? "").slice(0, 12))}</code>`;
	const n = commitUrl(e);
	return n === void 0 ? t : anchor(t, n);
}
function pageOf(e, t) {
	const n = safeUrl(t);
	return n === void 0 ? e : anchor(e, n);
}
function banner(e) {
	const t = nextStep(e);
	return `<section class="verdict ${e.outcome}" aria-label="Verdict"><span class="icon"><svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><path d="${ICONS[e.outcome]}"/></svg></span><div><h1>${prose(e.headline)}</h1>${t === void 0 ? "" : `<p>Next: ${prose(t, ownAddresses(e))}</p>`}</div></section>`;
}
function tiles({ checks: e }, t) {
	return `<ul class="tiles" aria-label="Open findings by severity">${SEVERITIES.map((t) => {
		const n = e.reduce((e, { counts: n }) => e + n[t], 0);
		return `<li class="${t}${n === 0 ? " none" : ""}"><b>${grouped(n)}</b><span>${t}</span></li>`;
	}).join("")}<li class="${t === 0 ? "none" : ""}"><b>${grouped(t)}</b><span>suppressed</span></li></ul>`;
}
function notices({ notices: e }) {
	if (e.length === 0) return "";
	return `<section aria-labelledby="notices"><h2 id="notices">Notices</h2><ul class="notices">${e.map((e) => `<li>${prose(e)}</li>`).join("")}</ul></section>`;
}
const HIDDEN$1 = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|(?<=#)#(?=[\w.]{0,40}\[)/g;
function jsonText(e) {
	return `${JSON.stringify(e, void 0, 2).replace(HIDDEN$1, (e) => `\\u${e.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;
}
const KEYS = new Map([
	[
		"schema",
		"tool",
		"name",
		"version",
		"command",
		"outcome",
		"headline",
		"generatedAt"
	],
	[
		"failOn",
		"subject",
		"settings",
		"checks",
		"acts",
		"findings",
		"rules",
		"artifacts"
	],
	[
		"server",
		"repository",
		"commit",
		"headCommit",
		"ref",
		"event",
		"pullRequest",
		"runUrl"
	],
	[
		"workingDirectory",
		"sources",
		"loosened",
		"what",
		"from",
		"key",
		"before",
		"after"
	],
	[
		"id",
		"check",
		"ruleId",
		"severity",
		"status",
		"decision",
		"decisionReason",
		"title"
	],
	[
		"message",
		"description",
		"help",
		"kind",
		"hint",
		"problems",
		"places"
	],
	[
		"location",
		"path",
		"startLine",
		"startColumn",
		"endLine",
		"endColumn",
		"excerpt",
		"text",
		"markStart",
		"markEnd"
	],
	[
		"relatedLocations",
		"subjects",
		"purl",
		"ecosystem",
		"scope",
		"direct",
		"paths"
	],
	[
		"fingerprint",
		"aliases",
		"evidence",
		"label",
		"value",
		"verbatim",
		"remediation",
		"change"
	],
	[
		"firstSeen",
		"suppression",
		"by",
		"reason",
		"owner",
		"expires"
	],
	[
		"slo",
		"startedAt",
		"answerDue",
		"fixDue",
		"state",
		"mediaType",
		"sha256",
		"size"
	],
	[
		"coverage",
		"inspected",
		"skipped",
		"item",
		"summary",
		"counts",
		"suppressed",
		"tags"
	],
	[
		"act",
		"records",
		"failures",
		"item",
		"digests",
		"signer",
		"identity",
		"issuer",
		"keySha256"
	],
	[
		"time",
		"at",
		"source",
		"logEntries",
		"log",
		"index",
		"product",
		"notes",
		"verifyWith"
	],
	[
		"error",
		"tables",
		"columns",
		"rows",
		"notices"
	]
].flat().map((e, t) => [e, t]));
function renderJson(e) {
	return jsonText(inOrder("", e));
}
function inOrder(e, t) {
	if (Array.isArray(t)) return t.map((e) => inOrder("", e));
	if (typeof t !== "object" || t === null || e === "inspected") return t;
	const n = (e) => KEYS.get(e) ?? KEYS.size;
	return Object.fromEntries(Object.entries(t).sort(([e], [t]) => n(e) - n(t)).map(([e, t]) => [e, inOrder(e, t)]));
}
const ORIGINS = {
	"work-tree": "",
	base: " of the base branch",
	input: " of an input"
};
function subjectFacts({ subject: e, settings: t }) {
	const { repository: n, commit: r, headCommit: i, ref: a, event: o, pullRequest: s, runUrl: c } = e;
	const l = e.workingDirectory;
	const u = t.sources.map(({ what: e, path: t, from: n }) => `${e} ${t}${ORIGINS[n]}`);
	return [
		["Repository", n],
		["Commit", r],
		["Head commit", i],
		["Ref", a],
		["Event", o],
		["Pull request", s === void 0 ? void 0 : String(s)],
		["Folder", l === "." ? void 0 : l],
		["Run", c],
		["Settings", u.length === 0 ? void 0 : [...new Set(u)].join(", ")]
	].flatMap(([e, t]) => t === void 0 ? [] : [[e, t]]);
}
const TEXT_LIMIT = 2e3;
function renderJunit(e) {
	const t = shownGroups(e.findings).flat();
	const n = e.checks.map((e) => ({
		check: e,
		findings: t.filter((t) => t.check === e.check)
	}));
	const r = [...n.map(({ check: e, findings: t }) => countsOf$1(e, t)), ...e.acts.map(actCounts)];
	const i = (e) => r.reduce((t, n) => t + n[e], 0);
	return `${[
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
		`<testsuites name="${attribute(`assay ${e.command}`)}" tests="${i("tests")}" failures="${i("failures")}" errors="${i("errors")}" skipped="${i("skipped")}">`,
		...n.flatMap(({ check: t, findings: n }) => suite(e, t, n)),
		...e.acts.flatMap((t) => actSuite(e, t)),
		"</testsuites>"
	].join("\n")}\n`;
}
function countsOf$1(e, t) {
	const n = e.error !== void 0 || t.length === 0 ? 1 : 0;
	return {
		tests: t.length + n,
		failures: t.filter(({ decision: e }) => e === "block").length,
		errors: e.error === void 0 ? 0 : 1,
		skipped: t.filter(({ status: e }) => e === "suppressed").length
	};
}
function suite(e, t, n) {
	return [
		suiteStart(e, t.title, countsOf$1(t, n)),
		...ownCase(t, n.length === 0),
		...n.flatMap(findingCase),
		"  </testsuite>"
	];
}
function suiteStart(e, t, n) {
	const r = subjectFacts(e).map(([e, t]) => `      <property name="${attribute(e)}" value="${attribute(t)}"/>\n`);
	const i = r.length === 0 ? "" : `\n    <properties>\n${r.join("")}    </properties>`;
	return `  <testsuite name="${attribute(t)}" tests="${n.tests}" failures="${n.failures}" errors="${n.errors}" skipped="${n.skipped}" timestamp="${attribute(e.generatedAt)}">${i}`;
}
function actCounts({ records: e, failures: t }) {
	const n = t.filter(({ kind: e }) => e === "policy").length;
	return {
		tests: e.length + t.length,
		failures: n,
		errors: t.length - n,
		skipped: 0
	};
}
function actSuite(e, t) {
	const n = (e, n) => `    <testcase classname="${attribute(`assay.${t.act}`)}" name="${attribute(`${e}: ${n}`)}"`;
	return [
		suiteStart(e, t.title, actCounts(t)),
		...t.records.map((e) => `${n(e.act, e.subject.name)}/>`),
		...t.failures.flatMap(({ item: e, kind: t, message: r, hint: i, ruleId: a }) => {
			const o = t === "policy" ? "failure" : "error";
			const s = [
				r,
				i,
				`Rule: ${a}`
			].filter((e) => e !== void 0);
			return [
				`${n("failed", e)}>`,
				`      <${o} message="${attribute(r)}" type="${t}">${lines(s.join("\n"))}</${o}>`,
				"    </testcase>"
			];
		}),
		"  </testsuite>"
	];
}
function ownCase(e, t) {
	const n = attribute(`assay.${e.check}`);
	if (e.error !== void 0) {
		const { message: t, hint: r, problems: i = [] } = e.error;
		const a = [
			t,
			...i,
			r
		].filter((e) => e !== void 0).join("\n");
		return [
			`    <testcase classname="${n}" name="The check does its work">`,
			`      <error message="${attribute(t)}" type="${e.error.kind}">${lines(a)}</error>`,
			"    </testcase>"
		];
	}
	if (!t) return [];
	return [`    <testcase classname="${n}" name="${attribute(`No findings (${inspectedOf(e)} looked at)`)}"/>`];
}
function findingCase(e) {
	const t = whereOf(e);
	const n = attribute(t === void 0 ? e.message : `${t}: ${e.message}`);
	const r = e.location === void 0 ? "" : ` file="${attribute(e.location.path)}"`;
	const i = lines([
		e.message,
		t === void 0 ? void 0 : `Where: ${t}`,
		e.subject?.scope === void 0 ? void 0 : `Scope: ${e.subject.scope}`,
		e.remediation === void 0 ? void 0 : `To do: ${e.remediation}`,
		`Decision: ${e.decisionReason}`,
		`Fingerprint: ${e.fingerprint}`
	].filter((e) => e !== void 0).join("\n"));
	const a = e.decision === "block" ? `<failure message="${attribute(e.message)}" type="${e.severity}">${i}</failure>` : e.status === "suppressed" ? `<skipped message="${attribute(e.decisionReason)}"/>` : `<system-out>${i}</system-out>`;
	return [
		`    <testcase classname="${attribute(e.ruleId)}" name="${n}"${r}>`,
		`      ${a}`,
		"    </testcase>"
	];
}
function attribute(e) {
	return escapeXml(clip(e, TEXT_LIMIT));
}
function lines(e) {
	return e.split("\n").map(attribute).join("\n");
}
const FALLBACK_PATH = ".github/assay.yml";
function sarifLocation(e) {
	return { physicalLocation: {
		artifactLocation: {
			uri: sarifUri(e?.path ?? ""),
			uriBaseId: "%SRCROOT%"
		},
		region: sarifRegion(e)
	} };
}
function sarifUri(e) {
	const t = e.toWellFormed().split("/").filter((e) => e !== "" && e !== "." && e !== "..");
	return t.length === 0 ? FALLBACK_PATH : t.map(encodeURIComponent).join("/");
}
function sarifRegion(e) {
	const t = atLeast(1, e?.startLine);
	const n = atLeast(1, e?.startColumn);
	const r = atLeast(t, e?.endLine);
	return {
		startLine: t,
		startColumn: n,
		endLine: r,
		endColumn: atLeast(r === t ? n + 1 : 1, e?.endColumn)
	};
}
function atLeast(e, t) {
	return t !== void 0 && Number.isSafeInteger(t) ? Math.max(e, t) : e;
}
const NAME_LIMIT = 255;
const DESCRIPTION_LIMIT = 1024;
const MAX_TAGS = 10;
const SCORES = {
	critical: "9.5",
	high: "8.0",
	medium: "5.5",
	low: "2.5",
	info: void 0
};
const SARIF_LEVELS = {
	critical: "error",
	high: "error",
	medium: "warning",
	low: "note",
	info: "note"
};
const PROBLEM_SEVERITIES = {
	error: "error",
	warning: "warning",
	note: "recommendation"
};
function sarifRule(e, t) {
	const n = t.map((e) => e.severity).sort(compareSeverity)[0] ?? e.severity;
	const r = SARIF_LEVELS[n];
	const i = SCORES[n];
	const a = orElse(e.help, "See the message of the result.");
	return {
		id: e.id,
		name: clip(pascalCase(e.id), NAME_LIMIT),
		shortDescription: { text: clip(escapeControlCharacters(orElse(e.title, e.id)), DESCRIPTION_LIMIT) },
		fullDescription: { text: clip(escapeControlCharacters(orElse(e.description, orElse(e.title, e.id))), DESCRIPTION_LIMIT) },
		...e.helpUri !== void 0 && { helpUri: e.helpUri },
		help: {
			text: withoutLinks(a),
			markdown: a
		},
		defaultConfiguration: { level: r },
		properties: {
			precision: "high",
			"problem.severity": PROBLEM_SEVERITIES[r],
			...i !== void 0 && { "security-severity": i },
			tags: tagsOf(e, i !== void 0)
		}
	};
}
function tagsOf(e, t) {
	return [...new Set([
		...t ? ["security"] : [],
		"supply-chain",
		...e.tags ?? []
	])].filter((e) => e.trim() !== "").slice(0, MAX_TAGS);
}
function pascalCase(e) {
	return e.split(/[^A-Za-z0-9]+/).filter((e) => e !== "").map((e) => e.charAt(0).toUpperCase() + e.slice(1)).join("") || "Rule";
}
function orElse(e, t) {
	return e.trim() === "" ? t : e;
}
const MAX_RELATED$1 = 50;
const MAX_MESSAGE = 1e3;
function findingResult(e) {
	const t = (e.relatedLocations ?? []).slice(0, MAX_RELATED$1);
	const n = e.subject?.purl;
	const r = {
		level: SARIF_LEVELS[e.severity],
		message: { text: messageOf$1(e) },
		locations: [sarifLocation(e.location)],
		...t.length > 0 && { relatedLocations: t.map((e, t) => ({
			id: t + 1,
			...sarifLocation(e)
		})) },
		partialFingerprints: { "assay/v1": e.fingerprint },
		...e.suppression !== void 0 && { suppressions: [sarifSuppression(e)] },
		properties: {
			check: e.check,
			severity: e.severity,
			decision: e.decision,
			decisionReason: escapeControlCharacters(e.decisionReason),
			...e.subject?.scope !== void 0 && { scope: e.subject.scope },
			...n !== void 0 && n !== "" && { purl: escapeControlCharacters(n) }
		}
	};
	return {
		ruleId: e.ruleId,
		severity: e.severity,
		body: r
	};
}
function failureResults({ act: e, failures: t }) {
	return t.map(({ item: t, ruleId: n, kind: r, message: i, hint: a, location: o }) => ({
		ruleId: n,
		severity: "high",
		body: {
			level: "error",
			message: { text: textOf$1([orElse(i, n), a]) },
			locations: [sarifLocation(o)],
			partialFingerprints: { "assay/v1": fingerprint(n, t) },
			properties: {
				act: e,
				item: escapeControlCharacters(t),
				kind: r
			}
		}
	}));
}
function messageOf$1(e) {
	const { location: t, relatedLocations: n = [], remediation: r } = e;
	const i = [orElse(e.message, e.ruleId)];
	if (t === void 0) {
		const t = aboutOf(e);
		if (t !== void 0 && !e.message.includes(t)) i.push(`About: ${t}`);
	} else if (t.commit !== void 0) i.push(`Found at ${placeOf$1(t)}`);
	if (n.length > 0) {
		const e = n.slice(0, 3).map((e) => clip(placeOf$1(e), 200));
		const t = n.length - e.length;
		i.push(`Also at ${e.join(", ")}${t > 0 ? ` and ${t} more` : ""}`);
	}
	return textOf$1([...i, r]);
}
function textOf$1(e) {
	const t = e.filter((e) => e !== void 0 && e !== "").map((e) => sentence(escapeControlCharacters(e ?? "")));
	return clip(withoutLinks(t.join(" ")), MAX_MESSAGE);
}
function sentence(e) {
	return /[.!?…]$/.test(e) ? e : `${e}.`;
}
function sarifSuppression({ suppression: e, decisionReason: t }) {
	const n = e === void 0 ? "" : e.reason;
	return {
		kind: e?.by === "inline" ? "inSource" : "external",
		status: "accepted",
		justification: clip(escapeControlCharacters(sentence(`${t} ${n}`.trim())), MAX_MESSAGE)
	};
}
const SARIF_RESULT_LIMIT = 5e3;
const SARIF_GZIP_LIMIT = 1e7;
function renderSarif(e, t = SARIF_RESULT_LIMIT) {
	const n = atCheckout(e);
	const { command: r, acts: i, findings: a, outcome: o, headline: s } = n;
	return renderRun(n, {
		category: [r],
		acts: i,
		findings: a,
		outcome: o,
		headline: s
	}, t);
}
function renderCheckSarif(e, { check: t, category: n }, r = SARIF_RESULT_LIMIT) {
	const i = atCheckout(e);
	const a = i.findings.filter((e) => e.check === t);
	const o = e.checks.find((e) => e.check === t);
	const { outcome: s = "pass", title: c = t } = o ?? {};
	return renderRun(i, {
		category: n,
		acts: [],
		findings: a,
		outcome: s,
		headline: `${c}: ${o?.coverage.summary ?? plural(a.length, "finding")}`
	}, r);
}
function renderRun(e, t, n) {
	const r = [
		...t.findings.filter(({ decision: e }) => e === "block"),
		...t.findings.filter(({ status: e, decision: t }) => e === "open" && t === "report"),
		...t.findings.filter(({ status: e }) => e === "suppressed")
	];
	const i = [...t.acts.flatMap(failureResults), ...r.map(findingResult)];
	for (let r = Math.min(i.length, n);; r = Math.floor(r / 2)) {
		const n = jsonText(sarifLog(e, t, i.slice(0, r)));
		if (n.length * 3 < SARIF_GZIP_LIMIT || r === 0) return n;
		if (gzipped(n) <= SARIF_GZIP_LIMIT) return n;
	}
}
function gzipped(e) {
	return process.getBuiltinModule("node:zlib").gzipSync(e).byteLength;
}
function sarifLog(e, t, n) {
	const r = new Map();
	for (const e of n) {
		const t = r.get(e.ruleId);
		if (t === void 0) r.set(e.ruleId, [e]);
		else t.push(e);
	}
	const i = [...r.keys()].sort(compareText);
	const a = new Map(i.map((e, t) => [e, t]));
	return {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [{
			tool: { driver: {
				name: "Assay",
				informationUri: PROJECT_URL,
				version: orElse(e.tool.version, "0"),
				semanticVersion: orElse(e.tool.version, "0.0.0"),
				rules: i.map((t) => sarifRule(ruleOf(e, t), r.get(t) ?? []))
			} },
			automationDetails: { id: categoryOf(t.category) },
			...versionControl(e),
			columnKind: "utf16CodeUnits",
			originalUriBaseIds: { "%SRCROOT%": { description: { text: "The root of the repository." } } },
			results: n.map(({ ruleId: e, body: t }) => ({
				ruleId: e,
				ruleIndex: a.get(e) ?? 0,
				...t
			})),
			properties: {
				outcome: t.outcome,
				headline: escapeControlCharacters(t.headline),
				subject: Object.fromEntries(subjectFacts(e).map(([e, t]) => [e, escapeControlCharacters(t)])),
				omittedResults: total(t) - n.length
			}
		}]
	};
}
function total({ acts: e, findings: t }) {
	return e.reduce((e, { failures: t }) => e + t.length, t.length);
}
function versionControl({ subject: e }) {
	const { server: t, repository: n, commit: r, ref: i } = e;
	if (t === void 0 || n === void 0) return {};
	return { versionControlProvenance: [{
		repositoryUri: `${t}/${n}`,
		...r !== void 0 && { revisionId: r },
		...i !== void 0 && { branch: i },
		mappedTo: { uriBaseId: "%SRCROOT%" }
	}] };
}
function categoryOf(e) {
	return ["assay", ...e].map((e) => `${encodeURIComponent(e.toWellFormed())}/`).join("");
}
function ruleOf(e, t) {
	return (Object.hasOwn(e.rules, t) ? e.rules[t] : void 0) ?? {
		id: t,
		title: t,
		description: t,
		help: "",
		severity: "medium"
	};
}
const SUMMARY_LIMIT = 1048576;
function renderSummary(e, t = SUMMARY_LIMIT) {
	return renderMarkdown(e, {
		limit: t,
		measure: inBytes,
		rows: 50
	});
}
const MAX_TEXT = 1e3;
const STYLES = {
	bold: [1, 22],
	dim: [2, 22],
	red: [31, 39],
	green: [32, 39],
	yellow: [33, 39],
	blue: [34, 39],
	magenta: [35, 39],
	cyan: [36, 39]
};
const plainPaint = (e, t) => t;
const colourPaint = (e, t) => {
	const [n, r] = STYLES[e];
	return `\u001b[${n}m${t}\u001b[${r}m`;
};
function bullet(e, { width: t }) {
	const [n = "", ...r] = wrap(clip(escapeControlCharacters(e), MAX_TEXT), t, 4);
	return [`  - ${n.trimStart()}`, ...r];
}
const MAX_ALIKE = 10;
const MAX_PASTED = 4;
const MAX_EVIDENCE = 8;
const MAX_RELATED = 3;
const SEVERITY_STYLES = {
	critical: "magenta",
	high: "red",
	medium: "yellow",
	low: "blue",
	info: "dim"
};
function groupLines(e, t, n) {
	const r = e.slice(1);
	const i = findingLines(e, t, n);
	if (r.length === 0) return i;
	const a = r.slice(0, MAX_ALIKE).map((e) => {
		const t = aboutOf(e) ?? "";
		const n = e.location === void 0 ? "" : placeOf$1(e.location);
		const [r, i] = t === "" || n === "" ? [t + n, ""] : [t, n];
		return [escapeControlCharacters(r || e.message), escapeControlCharacters(i)];
	});
	const o = Math.max(...a.map(([e]) => e.length));
	const s = r.length - a.length;
	return [
		...i,
		`    ${grouped(r.length)} more of this kind:`,
		...a.map(([e, t]) => t === "" ? `      ${e}` : `      ${e.padEnd(o)}  ${n.paint("cyan", t)}`),
		...s > 0 ? [`      …and ${s} more: \`--format html\` and \`--format json\` list all`] : []
	];
}
function findingLines(e, t, n) {
	const { paint: r, width: i } = n;
	const [a] = e;
	const { severity: o, relatedLocations: s = [], evidence: c = [], remediation: l } = a;
	const u = r("bold", r(SEVERITY_STYLES[o], o));
	const d = whereOf(a);
	const f = d === void 0 ? "" : `  ${r("cyan", escapeControlCharacters(d))}`;
	const p = a.decision === "block" ? "" : r("dim", "  (does not block)");
	const m = (e) => wrap(clip(escapeControlCharacters(e), MAX_TEXT), i, 4).map((e) => r("dim", e));
	const h = s.length - MAX_RELATED;
	const g = s.slice(0, MAX_RELATED).map(placeOf$1).join(", ");
	const _ = introducedBy(a);
	const { location: v, subject: y } = a;
	const b = y?.scope === void 0 ? "" : r("dim", `  ${y.scope}`);
	return [
		`  ${u}  ${escapeControlCharacters(a.ruleId)}${f}${b}${p}`,
		...wrap(clip(escapeControlCharacters(a.message), MAX_TEXT), i, 4),
		...(v === void 0 ? [] : sourceLines(v, i - 6)).map((e) => r("blue", `      ${e}`)),
		...g === "" ? [] : m(`also at ${g}${h > 0 ? ` and ${h} more` : ""}`),
		..._ === void 0 ? [] : m(`introduced by ${_}`),
		...c.filter(({ verbatim: e }) => e !== true).slice(0, MAX_EVIDENCE).flatMap(({ label: e, value: t }) => m(`${e}: ${t}`)),
		...l === void 0 ? [] : wrap(`To do: ${clip(escapeControlCharacters(l), MAX_TEXT)}`, i, 4),
		...pasteLines(e, n),
		...isPlainReason(a, t) ? [] : m(a.decisionReason)
	];
}
function pasteLines(e, { paint: t }) {
	const n = e.length <= MAX_PASTED;
	const r = verbatimOf(n ? e : e.slice(0, 1));
	const i = n ? "" : `, for the first of ${e.length} (\`--format html\` has one for all)`;
	return r.flatMap(({ label: e, value: n }) => [t("dim", `    ${escapeControlCharacters(e)}${i}:`), ...verbatimLines(n).map((e) => `      ${e}`)]);
}
const MAX_GROUPS = 50;
const MAX_LISTED = 20;
const MAX_ROWS = 5;
const MAX_NAMED = 3;
const OUTCOME_STYLES = {
	pass: "green",
	fail: "red",
	error: "yellow"
};
const OUTCOME_MARKS = {
	pass: "✓",
	fail: "✗",
	error: "!"
};
function checkLines(e, t, n) {
	const { paint: r, width: i } = n;
	const a = r(OUTCOME_STYLES[t.outcome], OUTCOME_MARKS[t.outcome]);
	const o = t.suppressed === 0 ? "" : `; ${t.suppressed} suppressed`;
	const s = e.findings.filter((e) => e.check === t.check);
	return [
		`${a} ${r("bold", escapeControlCharacters(t.title))}: ${countsOf$2(t)}${o}`,
		...coverageLines(t, n),
		...errorLines(t, n),
		...t.notices.flatMap((e) => wrap(`Note: ${clip(escapeControlCharacters(e), MAX_TEXT)}`, i, 2).map((e) => r("yellow", e))),
		...openLines(e, s, n),
		...tableLines(t, n),
		...suppressedLines(s, n),
		...skippedLines(t, n)
	];
}
function coverageLines(e, { paint: t, width: n }) {
	if (e.error !== void 0 && Object.keys(e.coverage.inspected).length === 0) return [];
	const r = escapeControlCharacters(coveredBy(e)).replace(/\.$/, "");
	return wrap(`Looked at: ${r}.`, n, 2).map((e) => t("dim", e));
}
function errorLines({ error: e }, t) {
	if (e === void 0) return [];
	const { message: n, problems: r = [], hint: i } = e;
	const a = (n) => (e.places ?? []).filter((e) => e.problem === n).flatMap(({ location: e }) => sourceLines(e, t.width - 4)).map((e) => t.paint("blue", `    ${e}`));
	return [
		...wrap(`Error: ${escapeControlCharacters(n)}`, t.width, 2).map((e) => t.paint("red", e)),
		...a(n),
		...r.flatMap((e) => [...bullet(e, t), ...a(e)]),
		...i === void 0 ? [] : wrap(escapeControlCharacters(i), t.width, 2)
	];
}
function openLines(e, t, n) {
	const r = shownGroups(t.filter(({ status: e }) => e === "open"));
	const i = r.slice(0, Math.max(MAX_GROUPS, r.filter(isBlocking).length));
	const a = sizeOf(r) - sizeOf(i);
	return [...i.flatMap((t) => ["", ...groupLines(t, e.failOn, n)]), ...a > 0 ? ["", `  …and ${plural(a, "finding")} more: \`--format json\` lists all`] : []];
}
function tableLines({ tables: e }, t) {
	return e.flatMap(({ title: e, columns: n, rows: r }) => {
		const i = r.map((e) => e.filter((e) => e !== "").join("; "));
		const a = i.length - MAX_ROWS;
		const o = a > 0 ? [`…and ${grouped(a)} more: \`--format json\` lists all`] : [];
		const s = n.map((e) => e.toLowerCase()).join("; ");
		return listLines(`${e}: ${grouped(r.length)} (${s})`, [...i.slice(0, MAX_ROWS), ...o], t);
	});
}
function suppressedLines(e, t) {
	const n = e.filter(({ status: e }) => e === "suppressed").map(({ message: e, decisionReason: t }) => `${e}: ${t}`);
	return listLines(`Suppressed: ${plural(n.length, "finding")}`, n, t);
}
function skippedLines({ coverage: e }, t) {
	const n = new Map();
	for (const { item: t, reason: r } of e.skipped) {
		const e = n.get(r);
		if (e === void 0) n.set(r, [t]);
		else e.push(t);
	}
	const r = [...n].map(([e, t]) => {
		const n = t.length - MAX_NAMED;
		const r = n > 0 ? ` and ${grouped(n)} more` : "";
		return `${t.slice(0, MAX_NAMED).join(", ")}${r}: ${e}`;
	});
	return listLines(`Not looked at: ${plural(e.skipped.length, "item")}`, r, t);
}
function listLines(e, t, n) {
	if (t.length === 0) return [];
	const r = t.length - MAX_LISTED;
	return [
		"",
		`  ${e}`,
		...t.slice(0, MAX_LISTED).flatMap((e) => bullet(e, n)),
		...r > 0 ? [`  - …and ${grouped(r)} more: \`--format json\` lists all`] : []
	].map((e) => e === "" ? e : n.paint("dim", e));
}
const MAX_RECORDS = 50;
const MAX_FAILURES = 50;
function actLines(e, t) {
	const { paint: n } = t;
	const { title: r, outcome: i, records: a, failures: o, notices: s, verifyWith: c = [] } = e;
	const l = n(OUTCOME_STYLES[i], OUTCOME_MARKS[i]);
	const u = o.length === 0 ? "" : `, ${grouped(o.length)} failed`;
	const d = `${plural(a.length, "record")}${u}`;
	const f = o.length - MAX_FAILURES;
	const p = a.length - MAX_RECORDS;
	return [
		`${l} ${n("bold", escapeControlCharacters(r))}: ${d}`,
		...coverageLines(e, t),
		...s.flatMap((e) => text(`Note: ${e}`, 2, t).map((e) => n("yellow", e))),
		...o.slice(0, MAX_FAILURES).flatMap((e) => ["", ...failureLines(e, t)]),
		...f > 0 ? [`  …and ${grouped(f)} more: \`--format json\` lists all`] : [],
		...a.slice(0, MAX_RECORDS).flatMap((e) => ["", ...recordLines(e, t)]),
		...p > 0 ? ["", `  …and ${grouped(p)} more: \`--format json\` lists all`] : [],
		...c.flatMap(({ tool: e, command: t }) => [
			"",
			`  To verify with ${e}:`,
			...verbatimLines(t).map((e) => `    ${e}`)
		]),
		...skippedLines(e, t)
	];
}
function recordLines(e, t) {
	const { act: n, subject: r, product: i, notes: a = [] } = e;
	const o = [
		["digest", digestsOf(e)],
		["by", signerOf(e)],
		["when", timeOf(e)],
		["log", logsOf(e)],
		["proof", i],
		...a.map((e) => ["note", e])
	];
	return [`  ${t.paint("green", n)}  ${escapeControlCharacters(r.name)}`, ...o.flatMap(([e, n]) => n === void 0 || n === "" ? [] : text(`${e}: ${n}`, 4, t))];
}
function failureLines(e, t) {
	const { item: n, ruleId: r, message: i, hint: a, evidence: o = [] } = e;
	return [
		`  ${t.paint("red", "failed")}  ${escapeControlCharacters(r)}  ${t.paint("cyan", escapeControlCharacters(n))}`,
		...text(i, 4, t),
		...o.flatMap(({ label: e, value: n }) => text(`${e}: ${n}`, 4, t)),
		...a === void 0 ? [] : text(`To do: ${a}`, 4, t)
	];
}
function text(e, t, { width: n }) {
	return wrap(clip(escapeControlCharacters(e), MAX_TEXT), n, t);
}
const SCREEN_LINES = 50;
const ACCEPT_HINT = "To accept a finding for a time, add its fingerprint to `suppressions`; `--format json` shows it.";
function renderText(e, t = {}) {
	const n = {
		paint: t.colour === true ? colourPaint : plainPaint,
		width: Math.max(40, t.width ?? 100)
	};
	const { paint: r, width: i } = n;
	const a = [...e.checks.flatMap((t) => [...checkLines(e, t, n), ""]), ...e.acts.flatMap((e) => [...actLines(e, n), ""])];
	if (e.notices.length > 0) {
		const t = e.notices.flatMap((e) => bullet(e, n));
		a.push(r("bold", "Notices"), ...t, "");
	}
	if (e.findings.some(isWithoutEntry)) a.push(...wrap(ACCEPT_HINT, i, 0).map((e) => r("dim", e)), "");
	a.push(...subjectLines(e, n));
	const o = wrap(escapeControlCharacters(e.headline), i, 0).map((t) => r("bold", r(OUTCOME_STYLES[e.outcome], t)));
	const s = nextStep(e);
	const c = s === void 0 ? [] : wrap(`Next: ${clip(escapeControlCharacters(s), MAX_TEXT)}`, i, 0);
	return `${[
		...a.length > SCREEN_LINES ? [...o, ""] : [],
		...a,
		...o,
		...c
	].join("\n")}\n`;
}
function isWithoutEntry({ decision: e, evidence: t = [] }) {
	return e === "block" && !t.some(({ verbatim: e }) => e === true);
}
function subjectLines(e, { paint: t, width: n }) {
	const r = subjectFacts(e).map(([e, t]) => `${e.toLowerCase()} ${t}`);
	const i = e.settings.loosened.flatMap(({ key: e, before: t, after: r }) => wrap(clip(escapeControlCharacters(`The change loosens ${e}: ${t} becomes ${r}`), MAX_TEXT), n, 0));
	const a = r.length === 0 ? [] : wrap(escapeControlCharacters(`Of ${r.join(", ")}`), n, 0);
	return [
		...i.map((e) => t("yellow", e)),
		...a.map((e) => t("dim", e)),
		...r.length + i.length === 0 ? [] : [""]
	];
}
const RENDERERS = {
	text: (e) => renderText(e),
	json: renderJson,
	sarif: (e) => renderSarif(e),
	summary: (e) => renderSummary(e),
	comment: (e, { commentId: t }) => renderComment(e, t),
	html: renderHtml,
	junit: renderJunit
};
function render(e, t, n = {}) {
	return RENDERERS[e](t, n);
}
const CORE_RULES = catalog([
	{
		id: "suppressions.expired",
		title: "Suppression past its expiry day",
		description: "The day until which a suppression was granted is over. It no longer hides anything, and whoever owns it has to decide again.",
		help: "Fix what it was granted for and remove the entry, or have its owner renew `expires` with a current `reason`.",
		severity: "medium",
		tags: ["suppression"]
	},
	{
		id: "suppressions.expires-soon",
		title: "Suppression about to expire",
		description: "A suppression ends within 14 days. Findings that it hides will count again from the day after.",
		help: "Plan the fix now, or have the owner renew `expires` before that day.",
		severity: "info",
		tags: ["suppression"]
	},
	{
		id: "suppressions.unused",
		title: "Suppression without a finding",
		description: "An entry matched nothing in a run of the check that it is for. It may hide a finding that somebody brings back later.",
		help: "Remove the entry. If it should match, compare its `rule`, `path` and `package` with the JSON report.",
		severity: "low",
		tags: ["suppression"]
	},
	{
		id: "settings.loosened",
		title: "Setting made less strict by a change",
		description: "The change brings a setting that lets more pass than the one on the branch that it wants to go to: a higher threshold, a check less, a suppression more. Whoever writes a change should not be the only one to decide by what it is judged.",
		help: "Have somebody who answers for the settings look at it. `settings.loosening: block` in the config file of the base branch makes it fail the run.",
		severity: "low",
		tags: ["settings"]
	},
	{
		id: "settings.base-unreadable",
		title: "Settings of the base branch could not be read",
		description: "The settings of the change were not compared with those of the branch that it wants to go to, so nobody knows whether it loosens them.",
		help: "Set `fetch-depth: 0` on actions/checkout, or give the step its `token`, so that the base branch can be fetched.",
		severity: "low",
		tags: ["settings"]
	}
]);
function finishedAct(e, t) {
	const { records: n, failures: r, coverage: i, notices: a = [] } = e;
	const o = n.length === 0 && r.length === 0 && i.nothingToDo === void 0;
	const s = {
		item: t,
		ruleId: `${e.act}.nothing-done`,
		kind: "usage",
		message: `${t}: nothing was done`,
		hint: "Check `working-directory` and what the command was asked to work on."
	};
	const c = o ? [s] : r;
	return {
		...e,
		title: t,
		failures: c,
		notices: a,
		outcome: outcomeOfAct(c)
	};
}
function outcomeOfAct(e) {
	if (e.length === 0) return "pass";
	return e.every(({ kind: e }) => e === "policy") ? "fail" : "error";
}
function actPhrase({ title: e, records: t, failures: n }) {
	const r = `${e}: ${plural(t.length, "file")} done`;
	return n.length === 0 ? r : `${r}, ${n.length} failed`;
}
function finishedCheck(e, t) {
	const n = t.filter((t) => t.check === e.check);
	const r = Object.values(e.coverage.inspected).some((e) => e > 0) || n.length > 0 || e.coverage.nothingToDo !== void 0 ? void 0 : {
		kind: "usage",
		message: `${e.title}: nothing was looked at`,
		hint: "Check `working-directory` and the paths in the config, or leave this check out if there is nothing for it here."
	};
	return {
		...countsOf(n),
		check: e.check,
		title: e.title,
		outcome: r !== void 0 ? "error" : n.some((e) => e.decision === "block") ? "fail" : "pass",
		coverage: sortSkipped(e.coverage),
		notices: e.notices ?? [],
		tables: e.tables ?? [],
		...r !== void 0 && { error: r }
	};
}
function failedCheck({ check: e, title: t, error: n, note: r = "" }, i) {
	return {
		...countsOf(i.filter((t) => t.check === e)),
		check: e,
		title: t,
		outcome: "error",
		coverage: {
			inspected: {},
			skipped: [],
			summary: "The check failed before it was done"
		},
		notices: [],
		tables: [],
		error: {
			kind: n.kind,
			message: `${r} ${n.message === "" ? "The check failed without a message" : n.message}`.trim(),
			...n.hint !== void 0 && { hint: n.hint },
			...n.problems.length > 0 && { problems: n.problems },
			...n.places.size > 0 && { places: [...n.places].map(([e, t]) => ({
				problem: e,
				location: t
			})) }
		}
	};
}
function outcomeOf(e, t = []) {
	if (t.length === 0 && e.every(isOfSettings)) return "error";
	const n = [...e, ...t];
	if (n.some(({ outcome: e }) => e === "error")) return "error";
	return n.some(({ outcome: e }) => e === "fail") ? "fail" : "pass";
}
function isOfSettings({ check: e }) {
	return e === "suppressions" || e === "settings";
}
function headline(e) {
	const { outcome: t, failOn: n, checks: r, acts: i = [], findings: a } = e;
	const o = a.filter((e) => e.decision === "block");
	const s = a.filter(({ status: e, decision: t }) => e === "open" && t === "report");
	const c = a.filter(({ status: e }) => e === "suppressed").length;
	const l = `${plural(o.length, "finding")} ${whyBlocking(o, n)}${bySeverity(o)}`;
	if (i.length > 0 && r.every(isOfSettings)) return `${{
		pass: "Passes",
		fail: "Fails",
		error: "Error"
	}[t]}: ${[...i.map(actPhrase), ...o.length > 0 ? [l] : []].join("; ")}.`;
	const u = [];
	if (t === "error") {
		const e = r.filter((e) => e.outcome === "error").map(({ title: e }) => e);
		u.push(e.length === 0 ? "Error: no check ran" : `Error: ${failedOf(e.length, r.length)} work (${e.join(", ")})`);
		if (o.length > 0) u.push(l);
	} else if (t === "fail") u.push(`Fails: ${l}`);
	else u.push(n === "never" ? "Passes: no finding fails the run, because `fail-on` is never" : `Passes: no findings at or above ${n}`);
	if (s.length > 0 && t === "pass") u.push(`${grouped(s.length)}${n === "never" ? " reported" : " below it"}${bySeverity(s)}`);
	if (c > 0) u.push(`${grouped(c)} suppressed`);
	return `${u.join("; ")}.`;
}
function whyBlocking(e, t) {
	return e.some(({ severity: e }) => t === "never" || !isAtLeast(e, t)) ? `that ${e.length === 1 ? "blocks" : "block"}` : `at or above ${t}`;
}
function failedOf(e, t) {
	if (t === 1) return "the check could not do its";
	return `${e} of ${t} checks could not do ${e === 1 ? "its" : "their"}`;
}
function countsOf(e) {
	const t = e.filter(({ status: e }) => e === "open");
	const n = (e) => t.filter((t) => t.severity === e).length;
	return {
		counts: {
			critical: n("critical"),
			high: n("high"),
			medium: n("medium"),
			low: n("low"),
			info: n("info")
		},
		suppressed: e.length - t.length
	};
}
function sortSkipped(e) {
	return {
		...e,
		skipped: e.skipped.toSorted((e, t) => compareText(e.item, t.item) || compareText(e.reason, t.reason))
	};
}
function bySeverity(e) {
	const t = SEVERITIES.map((t) => [e.filter((e) => e.severity === t).length, t]).filter(([e]) => e > 0);
	return t.length === 0 ? "" : ` (${t.map(([e, t]) => `${grouped(e)} ${t}`).join(", ")})`;
}
const RULE_LEVELS = [...SEVERITIES, "off"];
function knownRules(e) {
	const t = new Set();
	let n = CORE_RULES;
	for (const { rules: r = {}, check: i } of e) if (i !== false) n = {
		...n,
		...r
	};
	else for (const e of Object.keys(r)) t.add(e.split(".", 1)[0] ?? e);
	for (const e of Object.keys(n)) t.delete(e.split(".", 1)[0] ?? e);
	return {
		rules: n,
		acts: t
	};
}
function levelOf(e, t, n = []) {
	const r = [t, ...n].find((t) => Object.hasOwn(e, t));
	if (r !== void 0) return e[r];
	const i = `${groupOf(t)}.*`;
	return Object.hasOwn(e, i) ? e[i] : void 0;
}
function rulesOf(e, t) {
	return Object.keys(t).filter((n) => e.endsWith(".*") ? `${groupOf(n)}.*` === e : n === e || t[n]?.aliases?.includes(e));
}
function levelProblem(e, t, n) {
	const r = groupOf(e);
	if (n.acts.has(r)) return `${e} belongs to an act, which succeeds or fails: its rules have no level`;
	if (r === "settings") return `${e} can't be set; \`settings.loosening\` says whether it fails the run`;
	if (r === "suppressions" && t === "off") return `${e} can't be switched off; fix or remove the suppressions that it is about`;
	if (rulesOf(e, n.rules).length > 0) return void 0;
	const i = nearest(e, [...Object.keys(n.rules), ...groups(n.rules)]);
	return `there is no rule ${JSON.stringify(e.slice(0, 100))}${i === void 0 ? "; `assay explain` lists all rules" : `; did you mean \`${i}\`?`}`;
}
function parseLevel(e) {
	const [t = "", n = "", ...r] = e.split("=").map((e) => e.trim());
	const i = RULE_LEVELS.find((e) => e === n);
	if (t !== "" && i !== void 0 && r.length === 0) return {
		key: t,
		level: i
	};
	const a = nearest(n, RULE_LEVELS);
	return { problem: `holds ${JSON.stringify(e.slice(0, 100))}; each must be a rule and a level such as \`licenses.unknown=low\`, with one of ${RULE_LEVELS.join(", ")}${a === void 0 ? "" : `; did you mean "${a}"?`}` };
}
function optionProblems(e, t) {
	return e.flatMap((e) => {
		const n = parseLevel(e);
		if ("problem" in n) return [`\`rule\` ${n.problem}`];
		const r = levelProblem(n.key, n.level, t);
		return r === void 0 ? [] : [`\`rule\`: ${r}`];
	});
}
function groups(e) {
	return [...new Set(Object.keys(e).map((e) => `${groupOf(e)}.*`))];
}
function groupOf(e) {
	return e.split(".", 1)[0] ?? e;
}
const TYPE = /^[a-z][a-z0-9.-]*$/;
const TYPE_ALLOWED = "a letter, then letters, digits, . and -";
const QUALIFIER_KEY = /^[a-z][a-z0-9._-]*$/;
const QUALIFIER_KEY_ALLOWED = "a lower-case letter, then lower-case letters, digits, ., _ and -";
const PLAIN = /^[A-Za-z0-9._~:-]*$/;
const MAX_SHOWN$1 = 200;
function segments(e) {
	return (e ?? "").split("/").filter((e) => e !== "");
}
function subpathSegments(e) {
	return segments(e).filter((e) => e !== "." && e !== "..");
}
function encode(e) {
	if (PLAIN.test(e)) return e;
	return encodeURIComponent(e.toWellFormed()).replace(/[!'()*]/g, (e) => `%${e.charCodeAt(0).toString(16).toUpperCase()}`).replaceAll("%3A", ":");
}
function decode$1(e, t) {
	if (!t.includes("%")) return t;
	try {
		return decodeURIComponent(t);
	} catch {
		throw invalidPurl(e, `"${shorten(t)}"`, "UTF-8 in percent codes");
	}
}
function invalidPurl(e, t, n) {
	return new UsageError(`"${shorten(e)}" is no package URL: ${t} must be ${n}`, { hint: "Write it as pkg:type/namespace/name@version?qualifiers#subpath." });
}
function shorten(e) {
	return e.length > MAX_SHOWN$1 ? `${e.slice(0, MAX_SHOWN$1)}…` : e;
}
const ALONE = { namespace: "prohibited" };
const BELOW = { namespace: "required" };
const BOTH = ["namespace", "name"];
const dashes = (e) => e.replaceAll("_", "-");
const TYPES = new Map([
	["alpm", {
		...BELOW,
		lowerCase: BOTH
	}],
	["apk", {
		...BELOW,
		lowerCase: BOTH
	}],
	["bazel", ALONE],
	["bitbucket", {
		...BELOW,
		lowerCase: BOTH
	}],
	["bitnami", {
		...ALONE,
		lowerCase: ["name"]
	}],
	["brew", { lowerCase: BOTH }],
	["cargo", ALONE],
	["chrome-extension", {
		...ALONE,
		lowerCase: ["name"],
		name: {
			pattern: /^[a-p]{32}$/,
			allowed: "32 letters from a to p"
		},
		version: {
			pattern: /^\d+(?:\.\d+){0,3}$/,
			allowed: "one to four numbers separated by dots"
		}
	}],
	["cocoapods", ALONE],
	["composer", {
		...BELOW,
		lowerCase: BOTH
	}],
	["conan", {}],
	["conda", ALONE],
	["cpan", { name: {
		pattern: /^(?!.*::)/,
		allowed: "a distribution (`URI-PackageURL`), not a module (`URI::PackageURL`)"
	} }],
	["cran", ALONE],
	["deb", {
		...BELOW,
		lowerCase: BOTH
	}],
	["docker", {}],
	["gem", ALONE],
	["generic", {}],
	["git", BELOW],
	["github", {
		...BELOW,
		lowerCase: BOTH
	}],
	["golang", { lowerCase: BOTH }],
	["hackage", {
		...ALONE,
		normalizeName: dashes
	}],
	["hex", { lowerCase: BOTH }],
	["huggingface", {
		...BELOW,
		lowerCase: ["version"]
	}],
	["julia", {
		...ALONE,
		requiredQualifiers: ["uuid"]
	}],
	["luarocks", { lowerCase: BOTH }],
	["maven", BELOW],
	["mlflow", ALONE],
	["npm", {}],
	["nuget", ALONE],
	["oci", {
		...ALONE,
		lowerCase: ["name", "version"]
	}],
	["opam", ALONE],
	["otp", {
		...ALONE,
		lowerCase: ["name", "subpath"]
	}],
	["pub", {
		...ALONE,
		lowerCase: ["name"],
		normalizeName: (e) => e.replaceAll(/[^a-z0-9_]/g, "_")
	}],
	["pypi", {
		...ALONE,
		lowerCase: ["name", "version"],
		normalizeName: dashes
	}],
	["qpkg", {
		...BELOW,
		lowerCase: ["namespace"]
	}],
	["rpm", {
		...BELOW,
		lowerCase: ["namespace"]
	}],
	["swid", { requiredQualifiers: ["tag_id"] }],
	["swift", BELOW],
	["vcpkg", ALONE],
	["vscode-extension", {
		...BELOW,
		lowerCase: [
			"namespace",
			"name",
			"version"
		]
	}],
	["yocto", { lowerCase: ["namespace"] }]
]);
function normalizePurl(e) {
	const t = TYPES.get(e.type);
	if (t === void 0) return e;
	const n = new Set(t.lowerCase);
	const r = (e, t) => n.has(e) ? t.toLowerCase() : t;
	const { namespace: i, version: a, subpath: o } = e;
	const s = r("name", e.name);
	const c = e.type === "mlflow" && e.qualifiers?.["repository_url"]?.includes("databricks");
	return {
		...e,
		...i === void 0 ? {} : { namespace: r("namespace", i) },
		name: c ? s.toLowerCase() : t.normalizeName?.(s) ?? s,
		...a === void 0 ? {} : { version: r("version", a) },
		...o === void 0 ? {} : { subpath: r("subpath", o) }
	};
}
function purlTypeProblem(e) {
	const t = TYPES.get(e.type);
	if (t === void 0) return void 0;
	const { type: n, name: r, version: i, qualifiers: a } = e;
	const o = e.namespace !== void 0 && e.namespace !== "";
	if (t.namespace === "prohibited" && o) return {
		part: "the namespace",
		allowed: `absent for the type ${n}`
	};
	if (t.namespace === "required" && !o) return {
		part: "the namespace",
		allowed: `there for the type ${n}`
	};
	if (t.name !== void 0 && !t.name.pattern.test(r)) return {
		part: "the name",
		allowed: t.name.allowed
	};
	if (t.version !== void 0 && i && !t.version.pattern.test(i)) return {
		part: "the version",
		allowed: t.version.allowed
	};
	const s = t.requiredQualifiers?.find((e) => !a?.[e]);
	return s === void 0 ? void 0 : {
		part: `the qualifier ${s}`,
		allowed: `there for the type ${n}`
	};
}
function buildPurl(e) {
	const t = normalizePurl({
		...e,
		type: e.type.toLowerCase()
	});
	const { type: n, namespace: r, name: i, version: a, qualifiers: o, subpath: s } = t;
	if (!TYPE.test(n)) throw invalidPurl(n, "the type", TYPE_ALLOWED);
	if (i === "") throw invalidPurl(`pkg:${n}/`, "the name", "at least one character");
	const c = purlTypeProblem(t);
	const l = n === "git" ? segments(i) : [i];
	const u = [
		n,
		...segments(r).map(encode),
		...l.map(encode)
	].join("/");
	if (c !== void 0) throw invalidPurl(`pkg:${u}`, c.part, c.allowed);
	const d = o === void 0 ? "" : buildQualifiers(o);
	const f = subpathSegments(s).map(encode).join("/");
	return [
		`pkg:${u}`,
		a === void 0 || a === "" ? "" : `@${encode(a)}`,
		d === "" ? "" : `?${d}`,
		f === "" ? "" : `#${f}`
	].join("");
}
function buildQualifiers(e) {
	return Object.entries(e).filter(([, e]) => e !== void 0 && e !== "").sort(([e], [t]) => e < t ? -1 : 1).map(([e, t = ""]) => {
		if (!QUALIFIER_KEY.test(e)) throw invalidPurl(e, "a qualifier's key", QUALIFIER_KEY_ALLOWED);
		return `${e}=${encode(t)}`;
	}).join("&");
}
function semverRange(e) {
	const t = e.split("||").map((e) => readAlternative(e.trim()));
	if (t.some((e) => e === void 0)) return void 0;
	const n = new Set(e.split("||").map((e) => e.trim().replace(/^=?v?/, "")));
	return (e) => {
		if (n.has(e)) return true;
		const r = /^(\d+)\.(\d+)\.(\d+)(?:\+.*)?$/.exec(e);
		if (r === null) return false;
		const i = toVersion(r[1], r[2], r[3]);
		return t.some((e) => e?.every((e) => fulfils(i, e)));
	};
}
function readAlternative(e) {
	const t = [];
	const n = e.replaceAll(/(\^|~|[<>]=?|=)\s+/g, "$1").split(/\s+/);
	for (const e of n) {
		const n = readWord(e);
		if (n === void 0) return void 0;
		t.push(...n);
	}
	return t;
}
const WORD = /^(\^|~|[<>]=?|=)?v?(\d{1,9}|[xX*])(?:\.(\d{1,9}|[xX*]))?(?:\.(\d{1,9}|[xX*]))?(-[0-9A-Za-z.-]+)?$/;
function readWord(e) {
	const t = WORD.exec(e);
	if (t === null) return void 0;
	const [, n = "=", ...r] = t;
	const i = r.slice(0, 3).findIndex((e) => e === void 0 || /[xX*]/.test(e));
	const a = i === -1 ? 3 : i;
	if (t[5] !== void 0) return n === "=" && a === 3 ? NOTHING : void 0;
	const o = r.slice(0, a);
	const s = toVersion(o[0], o[1], o[2]);
	if (a === 0) return n === "<" || n === ">" ? void 0 : [];
	switch (n) {
		case "<":
		case ">=": return [{
			operator: n,
			version: s
		}];
		case ">": return [{
			operator: ">=",
			version: next(s, a)
		}];
		case "<=": return [{
			operator: "<",
			version: next(s, a)
		}];
		case "^": return between$1(s, next(s, caretPosition(s, a)));
		case "~": return between$1(s, next(s, Math.min(a, 2)));
		default: return between$1(s, next(s, a));
	}
}
const NOTHING = [{
	operator: "<",
	version: [
		0,
		0,
		0
	]
}];
function caretPosition([e, t], n) {
	if (e > 0) return 1;
	return Math.min(t > 0 ? 2 : 3, n);
}
function between$1(e, t) {
	return [{
		operator: ">=",
		version: e
	}, {
		operator: "<",
		version: t
	}];
}
function next([e, t, n], r) {
	if (r <= 1) return [
		e + 1,
		0,
		0
	];
	return r === 2 ? [
		e,
		t + 1,
		0
	] : [
		e,
		t,
		n + 1
	];
}
function fulfils(e, { operator: t, version: n }) {
	const r = e[0] - n[0] || e[1] - n[1] || e[2] - n[2];
	return t === "<" ? r < 0 : r >= 0;
}
function toVersion(e, t, n) {
	return [
		Number(e ?? 0),
		Number(t ?? 0),
		Number(n ?? 0)
	];
}
function cargoRange(e) {
	const t = e.split(",").map((e) => e.trim());
	if (t.some((e) => e === "" || /[\s|]/.test(e.replace(/^(?:\^|~|[<>]=?|=)\s+/, "")))) return void 0;
	return semverRange(t.map((e) => /^\d/.test(e) ? `^${e}` : e).join(" "));
}
function parsePurl(e) {
	const { type: t, path: n, version: r, query: i, subpath: a } = splitPurl(e);
	const o = segments(n).map((t) => decodeSegment(e, t));
	const s = t === "git" ? o.splice(1).join("/") : o.pop() ?? "";
	if (s === "") throw invalidPurl(e, "the name", "at least one character");
	const c = normalizePurl({
		type: t,
		namespace: o.length === 0 ? void 0 : o.join("/"),
		name: s,
		version: r === void 0 || r === "" ? void 0 : decode$1(e, r),
		qualifiers: i === void 0 ? void 0 : parseQualifiers(e, i),
		subpath: a === void 0 ? void 0 : parseSubpath(e, a)
	});
	const l = purlTypeProblem(c);
	if (l !== void 0) throw invalidPurl(e, l.part, l.allowed);
	return c;
}
function splitPurl(e) {
	const [t, n] = splitLast(e, "#");
	const [r, i] = splitLast(t, "?");
	const a = r.indexOf(":");
	if (r.slice(0, Math.max(a, 0)).toLowerCase() !== "pkg") throw invalidPurl(e, "the scheme", "`pkg:`");
	const o = r.slice(a + 1).replace(/^\/+/, "");
	const s = o.indexOf("/");
	const c = o.slice(0, Math.max(s, 0)).toLowerCase();
	if (!TYPE.test(c)) throw invalidPurl(e, "the type", TYPE_ALLOWED);
	const l = o.slice(s + 1);
	const u = versionStart(l);
	if (u === void 0) return {
		type: c,
		path: l,
		query: i,
		subpath: n
	};
	const d = l.slice(0, u);
	if (d === "" || d.endsWith("/")) throw invalidPurl(e, "the name", "at least one character");
	const f = l.slice(u + 1);
	if (f.includes("/")) throw invalidPurl(e, "the version", "without an unencoded slash");
	return {
		type: c,
		path: d,
		version: f,
		query: i,
		subpath: n
	};
}
function versionStart(e) {
	const t = e.lastIndexOf("@");
	const n = (t === 0 || e[t - 1] === "/") && e.indexOf("/", t) > t + 1;
	return t < 0 || n ? void 0 : t;
}
function parseQualifiers(e, t) {
	const n = new Map();
	for (const r of t.split("&")) {
		if (r === "") continue;
		const t = r.indexOf("=");
		const i = r.slice(0, Math.max(t, 0));
		if (!QUALIFIER_KEY.test(i)) throw invalidPurl(e, `the key of the qualifier "${r.slice(0, 80)}"`, QUALIFIER_KEY_ALLOWED);
		if (n.has(i)) throw invalidPurl(e, `the qualifier "${i}"`, "there once");
		n.set(i, decode$1(e, r.slice(t + 1)));
	}
	const r = [...n].filter(([, e]) => e !== "");
	return r.length === 0 ? void 0 : Object.fromEntries(r);
}
function parseSubpath(e, t) {
	const n = segments(t).map((t) => decodeSegment(e, t));
	return subpathSegments(n.join("/")).join("/") || void 0;
}
function splitLast(e, t) {
	const n = e.lastIndexOf(t);
	return n < 0 ? [e] : [e.slice(0, n), e.slice(n + 1)];
}
function decodeSegment(e, t) {
	const n = decode$1(e, t);
	if (n.includes("/")) throw invalidPurl(e, `the segment "${t.slice(0, 80)}"`, "without an encoded slash");
	return n;
}
const VERSION = /^v?(?:(\d{1,9})!)?(\d{1,15}(?:\.\d{1,15}){0,63})(?:[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?(\d{0,15}))?(?:-(\d{1,15})|[-_.]?(post|rev|r)[-_.]?(\d{0,15}))?(?:[-_.]?(dev)[-_.]?(\d{0,15}))?(?:\+([a-z\d]{1,64}(?:[-_.][a-z\d]{1,64}){0,15}))?$/;
const PHASES = new Map([
	["a", 0],
	["alpha", 0],
	["b", 1],
	["beta", 1],
	["c", 2],
	["rc", 2],
	["pre", 2],
	["preview", 2]
]);
const LATER = Number.MAX_SAFE_INTEGER;
function parse$1(e) {
	const t = VERSION.exec(e.trim().toLowerCase());
	if (t === null) return void 0;
	const [, n, r = "", i, a, o, s, c, l, u, d] = t;
	const f = r.split(".").map(Number);
	const p = o !== void 0 || s !== void 0;
	const m = i === void 0 && !p && l !== void 0;
	return {
		epoch: Number(n ?? 0),
		release: withoutZeros(f),
		written: f,
		suffix: [
			i === void 0 ? m ? -1 : LATER : PHASES.get(i) ?? 0,
			i === void 0 ? 0 : Number(a || 0),
			p ? Number(o ?? (c || 0)) : -1,
			l === void 0 ? LATER : Number(u || 0)
		],
		isPrerelease: i !== void 0 || l !== void 0,
		isPostrelease: p,
		local: d?.split(/[-_.]/).map((e) => /^\d+$/.test(e) ? Number(e) : e) ?? []
	};
}
function withoutZeros(e) {
	return e.slice(0, e.findLastIndex((e) => e !== 0) + 1);
}
function compareNumbers(e, t) {
	for (let n = 0; n < Math.max(e.length, t.length); n++) {
		const r = (e[n] ?? 0) - (t[n] ?? 0);
		if (r !== 0) return r;
	}
	return 0;
}
function comparePublic(e, t) {
	return e.epoch - t.epoch || compareNumbers(e.release, t.release) || compareNumbers(e.suffix, t.suffix);
}
function compareLocal(e, t) {
	for (let n = 0; n < Math.max(e.length, t.length); n++) {
		const [r, i] = [e[n], t[n]];
		if (r === i) continue;
		if (r === void 0) return -1;
		if (i === void 0) return 1;
		if (typeof r === "number" && typeof i === "number") return r - i;
		if (typeof r !== typeof i) return typeof r === "number" ? 1 : -1;
		return r < i ? -1 : 1;
	}
	return 0;
}
function comparePep440(e, t) {
	const [n, r] = [parse$1(e), parse$1(t)];
	if (n === void 0 || r === void 0) return void 0;
	return comparePublic(n, r) || compareLocal(n.local, r.local);
}
function pep440Range(e, { prereleases: t = false } = {}) {
	const n = [];
	let r = t;
	for (const t of e.split(",")) {
		const e = /^\s*(===|==|!=|<=|>=|~=|<|>)\s*(\S+)\s*$/.exec(t);
		const [, i = "", a = ""] = e ?? [];
		const o = e === null ? void 0 : readClause(i, a);
		if (o === void 0) return void 0;
		n.push(o);
		if (i !== "!=" && parse$1(a)?.isPrerelease === true) r = true;
	}
	const i = /^\s*===\s*(\S+)\s*$/.exec(e)?.[1]?.toLowerCase();
	return (e) => {
		const t = parse$1(e);
		if (t === void 0) return i === e.toLowerCase();
		if (t.isPrerelease && !r) return false;
		return n.every((n) => n(t, e));
	};
}
function readClause(e, t) {
	if (e === "===") return (e, n) => n.toLowerCase() === t.toLowerCase();
	const n = t.endsWith(".*");
	const r = parse$1(n ? t.slice(0, -2) : t);
	if (r === void 0 || n && e !== "==" && e !== "!=") return void 0;
	switch (e) {
		case "==": return n ? startsWith(r) : equals(r);
		case "!=": {
			const e = n ? startsWith(r) : equals(r);
			return (t, n) => !e(t, n);
		}
		case ">=": return (e) => comparePublic(e, r) >= 0;
		case "<=": return (e) => comparePublic(e, r) <= 0;
		case ">": return (e) => comparePublic(e, r) > 0 && !isVariant(e, r, "post");
		case "<": return (e) => comparePublic(e, r) < 0 && !isVariant(e, r, "pre");
		default: {
			if (r.written.length < 2) return void 0;
			const e = startsWith({
				...r,
				written: r.written.slice(0, -1)
			});
			return (t, n) => comparePublic(t, r) >= 0 && e(t, n);
		}
	}
}
function equals(e) {
	return (t) => comparePublic(t, e) === 0 && (e.local.length === 0 || compareLocal(t.local, e.local) === 0);
}
function startsWith({ epoch: e, written: t }) {
	return (n) => n.epoch === e && t.every((e, t) => (n.written[t] ?? 0) === e);
}
function isVariant(e, t, n) {
	const r = e.epoch === t.epoch && compareNumbers(e.release, t.release) === 0;
	return n === "post" ? r && e.isPostrelease && !t.isPostrelease : r && e.isPrerelease && !t.isPrerelease;
}
function golangRange(e) {
	const t = semverRange(e);
	return t && ((e) => t(e.replace(/^v/, "")));
}
const RANGES = new Map([
	["npm", semverRange],
	["pypi", (e) => pep440Range(e)],
	["cargo", cargoRange],
	["golang", golangRange]
]);
const HAS_OPERATOR = /^[\^~<>=!]|[<>=|\s,]/;
const MAY_BE_RANGE = /^\d+(?:\.\d+)?$|^\d[\d.]*\.[xX]/;
function versionSelector(e, t, n) {
	if (HAS_OPERATOR.test(e)) {
		const r = readRanges(e, t);
		if (r.size === 0) throw unreadable$1(e, t, n);
		return (e, t) => e !== void 0 && (r.get(t ?? "")?.(e) ?? false);
	}
	const r = (t, n) => t !== void 0 && matchesWildcard(asWritten(e, n), asWritten(t, n));
	if (!MAY_BE_RANGE.test(e)) return r;
	const i = readRanges(e, t);
	return (e, t) => r(e, t) || e !== void 0 && (i.get(t ?? "")?.(e) ?? false);
}
function readRanges(e, t) {
	const n = [...RANGES].filter(([e]) => t === void 0 || t === e).map(([t, n]) => [t, n(e)]);
	return new Map(n.flatMap(([e, t]) => t === void 0 ? [] : [[e, t]]));
}
function asWritten(e, t) {
	return t === void 0 ? e : normalizePurl({
		type: t,
		name: "-",
		version: e
	}).version ?? "";
}
function unreadable$1(e, t, n) {
	const r = [...RANGES.keys()].join(", ");
	const i = t === void 0 || RANGES.has(t) ? "can't be read" : `is of the type ${t}, and only ranges of ${r} are read`;
	return new UsageError(`${n} has the range "${e.slice(0, 80)}", which ${i}`, { hint: "Write an exact version, `*`, for npm or golang a range such as `^1.2`, `~1.2.3`, `1.x` or `>=1 <3`, for cargo one such as `^1.2` or `>=1, <3`, or for pypi one such as `>=1.2,<2` or `~=1.4`." });
}
function packageSelector(e, t) {
	const n = e.trim();
	if (n === "") throw new UsageError(`${t} is empty`, { hint: "Write a name, `name@version`, a package URL, or `*` for every package." });
	return /^pkg:/i.test(n) ? purlSelector(n, t) : nameSelector(n, t);
}
function nameSelector(e, t) {
	const n = e.lastIndexOf("@");
	const r = n > 0 && n > e.lastIndexOf("/");
	const i = r ? e.slice(0, n) : e;
	const a = r ? versionSelector(e.slice(n + 1), void 0, t) : ANY;
	return (e) => {
		if (e === void 0) return false;
		const t = typeOf(e);
		return (matchesWildcard(i, e.name) || matchesWildcard(pathAsWritten(i, t), pathAsWritten(e.name, t))) && a(e.version, t);
	};
}
const ANY = () => true;
function purlSelector(e, t) {
	const { type: n, path: r, version: i, qualifiers: a, subpath: o } = readPattern(e, t);
	const s = i ? versionSelector(i, n, t) : ANY;
	return (e) => {
		const t = partsOf(e);
		if (t?.type !== n) return false;
		const { namespace: i, name: c } = t;
		return matchesWildcard(r, i === void 0 ? c : `${i}/${c}`) && s(t.version, n) && a.every(([e, n]) => matchesWildcard(n, t.qualifiers?.[e] ?? "")) && (o === void 0 || matchesWildcard(o, t.subpath ?? ""));
	};
}
function readPattern(e, t) {
	try {
		const { type: t, path: n, version: r, query: i, subpath: a } = splitPurl(e);
		const o = segments(n).map((t) => decode$1(e, t));
		if (o.length === 0) throw invalidPurl(e, "the name", "at least one character");
		return {
			type: t,
			path: pathAsWritten(o.join("/"), t),
			version: r === void 0 ? void 0 : decode$1(e, r),
			qualifiers: readQualifiers(e, i),
			subpath: a === void 0 ? void 0 : decode$1(e, a)
		};
	} catch (e) {
		if (!(e instanceof UsageError)) throw e;
		throw new UsageError(`${t}: ${e.message}`, { hint: e.hint });
	}
}
function readQualifiers(e, t) {
	return (t ?? "").split("&").filter((e) => e !== "").map((t) => {
		const n = t.indexOf("=");
		if (n <= 0) throw invalidPurl(e, "each qualifier", "`key=value`");
		return [t.slice(0, n), decode$1(e, t.slice(n + 1))];
	});
}
function pathAsWritten(e, t) {
	if (t === void 0) return e;
	const n = e.lastIndexOf("/");
	const r = (e, n) => n.split("*").map((n) => normalizePurl({
		type: t,
		name: "",
		[e]: n
	})[e] ?? "").join("*");
	const i = r("name", e.slice(n + 1));
	return n < 0 ? i : `${r("namespace", e.slice(0, n))}/${i}`;
}
function typeOf({ purl: e, ecosystem: t }) {
	return /^pkg:([^/]+)\//.exec(e ?? "")?.[1] ?? t;
}
function partsOf(e) {
	if (e?.purl === void 0) return void 0;
	try {
		return parsePurl(e.purl);
	} catch {
		return;
	}
}
function compileSuppressions(e) {
	const t = e.flatMap((e, t) => problemsOf$1(e).map((e) => `suppressions[${t}]: ${e}`));
	if (t.length > 0) throw new UsageError(t.length === 1 ? "A suppression is not valid" : `${t.length} faults in suppressions`, {
		problems: t,
		hint: "An entry has a fingerprint or a rule, and a reason, an owner and an expiry day."
	});
	return e.map((e) => ({
		entry: e,
		endsAt: endOfDay(e.expires) ?? 0,
		matches: matcher(e)
	}));
}
function describeSuppression(e) {
	return [
		e.fingerprint === void 0 ? void 0 : `fingerprint ${e.fingerprint.slice(0, 12)}`,
		e.rule === void 0 ? void 0 : `rule ${e.rule}`,
		e.path === void 0 ? void 0 : `path ${e.path}`,
		e.package === void 0 ? void 0 : `package ${e.package}`
	].filter((e) => e !== void 0).join(", ");
}
function matcher(e) {
	const t = e.path === void 0 ? void 0 : globMatcher([e.path]);
	const n = e.package === void 0 ? void 0 : packageSelector(e.package, "`package`");
	const r = (t) => e.rule === void 0 || matchesWildcard(e.rule, t);
	return (i, a = []) => {
		if (e.fingerprint !== void 0 && !fingerprintsOf(i).includes(e.fingerprint)) return false;
		if (!r(i.ruleId) && !a.some(r)) return false;
		if (n !== void 0 && !n(i.subject)) return false;
		if (t === void 0) return true;
		return [i.location, ...i.relatedLocations ?? []].every((e) => e !== void 0 && t(e.path));
	};
}
function fingerprintsOf({ fingerprint: e, aliases: t = [] }) {
	return [e, ...t];
}
function problemsOf$1(e) {
	const t = [];
	const { fingerprint: n, rule: r } = e;
	if (n === void 0 && r === void 0) t.push("has neither `fingerprint` nor `rule`; give one of them");
	if (n !== void 0 && !/^[0-9a-f]{64}$/.test(n)) t.push("`fingerprint` must be the 64 lower-case hex digits that a report shows");
	if (r?.includes("*") && [
		n,
		e.path,
		e.package
	].every((e) => e === void 0)) t.push(`\`rule: ${r}\` alone would hide too much; narrow it with \`path\` or \`package\``);
	if (r?.startsWith("suppressions.")) t.push("findings about suppressions can't be suppressed; fix or remove the entry");
	if (r?.startsWith("settings.")) t.push("findings about settings can't be suppressed; `settings.loosening` decides");
	for (const n of [
		"fingerprint",
		"rule",
		"path",
		"package"
	]) if (e[n]?.trim() === "") t.push(`\`${n}\` is empty; leave it out`);
	if (e.package !== void 0 && e.package.trim() !== "") try {
		packageSelector(e.package, "`package`");
	} catch (e) {
		if (!(e instanceof UsageError)) throw e;
		t.push(e.message);
	}
	for (const n of ["reason", "owner"]) if (e[n].trim() === "") t.push(`\`${n}\` is empty; it must say something`);
	if (endOfDay(e.expires) === void 0) t.push(`\`expires\` is "${e.expires.slice(0, 40)}"; write a day as YYYY-MM-DD, such as 2027-01-31`);
	return t;
}
function decide(e, t, n) {
	const { aliases: r } = Object.hasOwn(n.rules, t.ruleId) ? n.rules[t.ruleId] ?? {} : {};
	const i = levelOf(n.levels, t.ruleId, r);
	const a = i === void 0 || i === "off" ? t : {
		...t,
		severity: i
	};
	const { suppression: o, ...s } = a;
	const c = n.suppressions.filter((e) => e.matches(a, r));
	const l = c.find((e) => e.endsAt > n.now.getTime());
	const u = fingerprintsOf(a).map((e) => n.baseline?.entries.get(e)).find((t) => t?.check === e);
	const d = clockState(a, u, n.slo);
	const f = a.firstSeen ?? u?.firstSeen ?? u?.acceptedAt;
	const p = {
		...s,
		check: e,
		...f !== void 0 && { firstSeen: f },
		...d !== void 0 && { slo: d }
	};
	const m = (i === "off" ? switchedOff(a.ruleId) : void 0) ?? (l && fromConfig(l)) ?? (o !== void 0 && holds(o, n.now) ? o : void 0) ?? (u !== void 0 && !isOverdue(d) ? fromBaseline(u) : void 0);
	if (m !== void 0) return {
		matched: c,
		finding: {
			...p,
			status: "suppressed",
			suppression: m,
			decision: "report",
			decisionReason: i === "off" ? `${m.reason}.` : suppressedReason(m, d)
		}
	};
	const h = n.failOn !== "never" && isAtLeast(a.severity, n.failOn);
	const g = [lapsedReason(c[0]?.entry.expires ?? o?.expires, u, d), i === void 0 ? "" : `${RULES_SAY} ${a.severity} instead of ${t.severity}; `].join("");
	return {
		matched: c,
		finding: {
			...p,
			status: "open",
			decision: h ? "block" : "report",
			decisionReason: thresholdReason(g, a.severity, n.failOn)
		}
	};
}
function clockState(e, t, n) {
	const r = t?.acceptedAt ?? e.firstSeen;
	return r === void 0 ? void 0 : n?.(e.severity, r);
}
function isOverdue(e) {
	return e?.fixDue !== void 0 && e.state === "breached";
}
const RULES_SAY = "`rules` sets its severity to";
function switchedOff(e) {
	return {
		by: "config",
		reason: `The rule ${e} is switched off by \`rules\``
	};
}
function fromConfig({ entry: e }) {
	return {
		by: "config",
		reason: e.reason,
		owner: e.owner,
		expires: e.expires
	};
}
function fromBaseline(e) {
	return {
		by: "baseline",
		reason: `It was accepted on ${e.acceptedAt.slice(0, 10)}`
	};
}
function holds(e, t) {
	return e.expires === void 0 || (endOfDay(e.expires) ?? 0) > t.getTime();
}
function suppressedReason(e, t) {
	const { by: n, owner: r, expires: i } = e;
	if (n === "baseline") return `It stands in the baseline${t?.fixDue === void 0 ? "" : `; its fix is due by ${t.fixDue.slice(0, 10)}`}.`;
	const a = n === "config" ? "in the config" : "by a mark in the file";
	const o = i === void 0 ? "" : ` through ${i}`;
	return `Suppressed ${a}${r === void 0 ? "" : ` by ${r}`}${o}.`;
}
function lapsedReason(e, t, n) {
	if (e !== void 0) return `Its suppression expired on ${e}; `;
	if (t === void 0 || n?.fixDue === void 0) return "";
	return `It stands in the baseline, but its fix was due by ${n.fixDue.slice(0, 10)}; `;
}
function decidedSettings(e, t, n) {
	const { mode: r, findings: i = [] } = e ?? {};
	return i.map((e) => {
		const { finding: i } = decide("settings", e, {
			failOn: t,
			levels: {},
			suppressions: [],
			baseline: void 0,
			slo: void 0,
			now: n,
			rules: {}
		});
		if (e.ruleId !== "settings.loosened") return i;
		return r === "block" ? {
			...i,
			decision: "block",
			decisionReason: "`settings.loosening` on the base branch is block."
		} : {
			...i,
			decision: "report",
			decisionReason: "It is reported only: `settings.loosening` on the base branch is not block."
		};
	});
}
const HOW_TO_MAKE_ONE = "Make one with `assay check --report-formats json --report-directory reports` and point `baseline` at the JSON report in that folder.";
const READABLE_SCHEMAS = new Set([1, 2]);
async function readBaseline(e, t, n) {
	if (t === void 0) return void 0;
	const r = await e.read(t, { named: n });
	if (r === void 0) throw new UsageError(`The baseline ${t} does not exist`, { hint: `\`baseline\` is relative to \`working-directory\`. ${HOW_TO_MAKE_ONE}` });
	return parseBaseline(new TextDecoder().decode(r), t);
}
function parseBaseline(e, t) {
	let n;
	try {
		n = JSON.parse(e.startsWith("﻿") ? e.slice(1) : e);
	} catch {
		throw notABaseline(t, e.trim() === "" ? "is empty" : "is not valid JSON");
	}
	if (!isRecord(n)) throw notABaseline(t, Array.isArray(n) ? "is a JSON list (another tool's report?)" : "is no JSON object");
	if (Array.isArray(n["runs"])) throw notABaseline(t, "is a SARIF report");
	const r = n["tool"];
	if (!isRecord(r) || r["name"] !== "assay") throw notABaseline(t, "was not written by Assay");
	if (!READABLE_SCHEMAS.has(n["schema"])) throw notABaseline(t, `has report schema ${JSON.stringify(n["schema"])?.slice(0, 40) ?? "missing"}; this version reads ${[...READABLE_SCHEMAS].join(" and ")}`);
	const { generatedAt: i, findings: a } = n;
	if (!isInstant(i)) throw notABaseline(t, "has no valid `generatedAt`");
	if (!Array.isArray(a)) throw notABaseline(t, "has no list of findings");
	const o = new Map();
	for (const [e, n] of a.entries()) {
		const r = entryOf(n, i);
		if (r === void 0) throw notABaseline(t, `has a faulty finding at findings[${e}] (fingerprint or check)`);
		if (r !== "excepted") o.set(r.fingerprint, r);
	}
	return {
		generatedAt: i,
		entries: o
	};
}
function staleNotices(e, t, n) {
	if (e === void 0) return [];
	const r = new Set(n.flatMap(({ check: e, fingerprint: t, aliases: n = [] }) => [t, ...n].map((t) => `${e}\0${t}`)));
	const i = new Map();
	for (const { check: n, fingerprint: a } of e.entries.values()) {
		if (!t.has(n) || r.has(`${n}\0${a}`)) continue;
		i.set(n, (i.get(n) ?? 0) + 1);
	}
	return [...i].sort(([e], [t]) => compareText(e, t)).map(([e, t]) => t === 1 ? `1 finding of the check ${e} in the baseline is gone. Make the baseline again, so that it can't come back unseen.` : `${t} findings of the check ${e} in the baseline are gone. Make the baseline again, so that they can't come back unseen.`);
}
function entryOf(e, t) {
	if (!isRecord(e)) return void 0;
	const { fingerprint: n, check: r, firstSeen: i, suppression: a, slo: o } = e;
	if (typeof n !== "string" || !/^[0-9a-f]{64}$/.test(n)) return void 0;
	if (typeof r !== "string") return void 0;
	if (isRecord(a) && a["by"] !== "baseline") return "excepted";
	const s = isRecord(a) && isRecord(o) && isInstant(o["startedAt"]);
	return {
		fingerprint: n,
		check: r,
		...isInstant(i) && { firstSeen: i },
		acceptedAt: s ? String(o["startedAt"]) : t
	};
}
function notABaseline(e, t) {
	return new UsageError(`The baseline ${e} ${t}`, { hint: HOW_TO_MAKE_ONE });
}
function isInstant(e) {
	return typeof e === "string" && e.length <= 40 && !Number.isNaN(Date.parse(e));
}
const DAY = 864e5;
const SOON_DAYS = 14;
function suppressionFindings(e, t) {
	const n = [];
	let r = 0;
	for (const i of e) {
		const e = t.used.has(i);
		const a = e || ranFor(i.entry.rule, t.complete);
		const o = i.endsAt <= t.now.getTime();
		if (!e && i.entry.rule === void 0 && !o) r++;
		if (o && (a || i.entry.rule === void 0)) n.push(expired(i, e));
		else if (!o && a && !e) n.push(unused(i, t.rules));
		else if (e && i.endsAt - t.now.getTime() <= SOON_DAYS * DAY) n.push(expiresSoon(i));
	}
	return {
		findings: n,
		notices: r === 0 ? [] : [`${plural(r, "suppression")} by fingerprint alone matched nothing in this run. Add \`rule\` to each, so that Assay can tell when it is no longer needed.`]
	};
}
function ranFor(e, t) {
	if (e === void 0) return false;
	const n = e.split(".", 1)[0] ?? e;
	return [...t].some((e) => matchesWildcard(n, e));
}
function expired(e, t) {
	const { entry: n } = e;
	const r = t ? "it hides nothing any more" : "it matches nothing any more";
	return {
		...about("suppressions.expired", e),
		severity: t ? "medium" : "low",
		message: `The suppression of ${describeSuppression(n)} expired on ${n.expires}: ${r}`,
		remediation: t ? "Fix the finding, or have the owner renew the entry with a current reason." : "Remove the entry."
	};
}
function unused(e, t) {
	const { entry: n } = e;
	const r = n.rule !== void 0 && !n.rule.includes("*") && !Object.hasOwn(t, n.rule);
	return {
		...about("suppressions.unused", e),
		severity: "low",
		message: r ? `The suppression of ${describeSuppression(n)} matched nothing: there is no such rule` : `The suppression of ${describeSuppression(n)} matched nothing`,
		remediation: r ? "Correct the rule id, or remove the entry." : "Remove the entry."
	};
}
function expiresSoon(e) {
	const { entry: t } = e;
	return {
		...about("suppressions.expires-soon", e),
		severity: "info",
		message: `The suppression of ${describeSuppression(t)} ends with ${t.expires}`,
		remediation: "Fix what it hides before that day, or have the owner renew it."
	};
}
function about(e, { entry: t }) {
	const { fingerprint: n = "", rule: r = "", path: i = "", package: a = "" } = t;
	return {
		ruleId: e,
		fingerprint: fingerprint(e, n, r, i, a),
		...t.source !== void 0 && { location: t.source },
		evidence: [
			{
				label: "Owner",
				value: t.owner
			},
			{
				label: "Reason",
				value: t.reason
			},
			{
				label: "Expires",
				value: t.expires
			}
		]
	};
}
function mergeResults(e) {
	const t = new Map();
	for (const n of e) {
		const e = t.get(n.check);
		t.set(n.check, e === void 0 ? n : joinResults(e, n));
	}
	return [...t.values()];
}
function joinResults(e, t) {
	const n = new Map(Object.entries(e.coverage.inspected));
	for (const [e, r] of Object.entries(t.coverage.inspected)) n.set(e, (n.get(e) ?? 0) + r);
	const r = [e, t].some((e) => e.coverage.scope === "change");
	return {
		check: e.check,
		title: e.title,
		findings: [...e.findings, ...t.findings],
		artifacts: [...e.artifacts, ...t.artifacts],
		coverage: {
			inspected: Object.fromEntries(n),
			skipped: [...e.coverage.skipped, ...t.coverage.skipped],
			summary: [e, t].map(({ coverage: e }) => e.summary).filter((e) => e !== "").join("; "),
			...r && { scope: "change" }
		},
		notices: [...e.notices ?? [], ...t.notices ?? []],
		tables: [...e.tables ?? [], ...t.tables ?? []],
		...(e.sensitive === true || t.sensitive === true) && { sensitive: true }
	};
}
function judge({ results: e, failures: t, policy: n }, r, i) {
	const a = compileSuppressions(n.suppressions);
	const o = {
		failOn: n.failOn,
		levels: n.levels ?? {},
		suppressions: a,
		baseline: n.baseline,
		slo: n.slo && sloClock(n.slo, i),
		now: i,
		rules: r
	};
	const s = mergeResults(e);
	const c = new Set(t.map((e) => e.check));
	const l = new Set(s.filter(({ check: e, coverage: t }) => !c.has(e) && t.scope !== "change").map(({ check: e }) => e));
	const u = new Set();
	const d = [];
	for (const { check: e, findings: t } of s) for (const n of t) {
		const t = decide(e, n, o);
		d.push(t.finding);
		for (const e of t.matched) u.add(e);
	}
	const f = suppressionFindings(a, {
		used: u,
		complete: l,
		rules: r,
		now: i
	});
	const p = {
		...o,
		suppressions: []
	};
	for (const e of f.findings) d.push(decide("suppressions", e, p).finding);
	return {
		results: s,
		failures: t,
		findings: d,
		suppressions: a.length,
		notices: [...f.notices, ...staleNotices(n.baseline, l, d)]
	};
}
const BY_OWN = "By the settings that the change brings:";
function judgedTwice(e, t) {
	const n = new Set(e.failures.map(({ check: e }) => e));
	const r = [...t.failures, ...idleChecks(t)].filter(({ check: e }) => !n.has(e));
	const i = new Set(e.results.map(({ check: e }) => e));
	return {
		results: [...e.results, ...t.results.filter(({ check: e }) => !i.has(e))],
		failures: [...e.failures, ...r.map((e) => ({
			...e,
			note: BY_OWN
		}))],
		findings: stricterOf(e.findings, t.findings),
		suppressions: Math.max(e.suppressions, t.suppressions),
		notices: e.notices
	};
}
function idleChecks({ results: e, findings: t }) {
	return e.flatMap((e) => {
		const { error: n } = finishedCheck(e, t);
		if (n === void 0) return [];
		const { message: r, hint: i } = n;
		const a = new UsageError(r, { ...i !== void 0 && { hint: i } });
		return [{
			check: e.check,
			title: e.title,
			error: a
		}];
	});
}
function stricterOf(e, t) {
	const n = new Map();
	for (const e of t) if (e.decision === "block") n.set(keyOf$1(e), e);
	const r = new Set(e.map(keyOf$1));
	return [...e.map((e) => {
		const t = n.get(keyOf$1(e));
		return e.decision === "block" || t === void 0 ? e : byOwn(t);
	}), ...t.filter((e) => e.status === "open" && !r.has(keyOf$1(e))).map(byOwn)];
}
function byOwn(e) {
	return {
		...e,
		decisionReason: `${BY_OWN} ${lowerFirst(e.decisionReason)}`
	};
}
function lowerFirst(e) {
	return e.charAt(0).toLowerCase() + e.slice(1);
}
function keyOf$1({ check: e, ruleId: t, fingerprint: n, location: r, subject: i }) {
	return JSON.stringify([...[
		e,
		t,
		n,
		r?.path,
		r?.startLine,
		r?.commit
	], ...[
		i?.name,
		i?.version,
		i?.purl
	]]);
}
function mergeFindings(e) {
	const t = new Map();
	for (const n of e) {
		const { check: e, ruleId: r, fingerprint: i, status: a, suppression: o } = n;
		const s = JSON.stringify([
			e,
			r,
			i,
			a,
			o
		]);
		const c = t.get(s);
		if (c === void 0) t.set(s, [n]);
		else c.push(n);
	}
	return [...t.values()].map((e) => e.length === 1 ? e[0] : mergeGroup$1(e));
}
function mergeGroup$1(e) {
	const t = e.reduce((e, t) => strictness(t.subject) < strictness(e.subject) ? t : e);
	const n = e.reduce((e, t) => isWorse(t, e) ? t : e);
	const r = [t, ...e.filter((e) => e !== t)];
	const [i, ...a] = placesOf(r);
	const o = subjectsOf(r);
	const [s] = e.flatMap((e) => e.firstSeen ?? []).sort();
	return {
		...t,
		severity: n.severity,
		decision: n.decision,
		decisionReason: n.decisionReason,
		...n.slo !== void 0 && { slo: n.slo },
		...i !== void 0 && { location: i },
		...a.length > 0 && { relatedLocations: a },
		...o.length > 1 && { subjects: o },
		...s !== void 0 && { firstSeen: s },
		...otherVersions(t, o)
	};
}
function isWorse(e, t) {
	if (e.decision !== t.decision) return e.decision === "block";
	return compareSeverity(e.severity, t.severity) < 0;
}
const SCOPES = [
	"runtime",
	"optional",
	"development"
];
function strictness(e) {
	return SCOPES.indexOf(e?.scope ?? "runtime");
}
function placesOf(e) {
	return distinct(e.flatMap(({ location: e, relatedLocations: t = [] }) => e === void 0 ? t : [e, ...t]), ({ path: e, startLine: t, startColumn: n, commit: r }) => [
		e,
		t,
		n,
		r
	]);
}
function subjectsOf(e) {
	return distinct(e.flatMap(({ subject: e, subjects: t }) => t ?? (e === void 0 ? [] : [e])), ({ name: e, version: t, purl: n, scope: r, paths: i }) => [
		e,
		t,
		n,
		r,
		i
	]);
}
function distinct(e, t) {
	const n = new Map();
	for (const r of e) {
		const e = JSON.stringify(t(r));
		if (!n.has(e)) n.set(e, r);
	}
	return [...n.values()];
}
const OTHER_VERSIONS = "Other versions";
function otherVersions({ subject: e, evidence: t = [] }, n) {
	const r = new Set(n.flatMap(({ version: e }) => e ?? []));
	r.delete(e?.version ?? "");
	if (r.size === 0) return {};
	return { evidence: [...t.filter(({ label: e }) => e !== OTHER_VERSIONS), {
		label: OTHER_VERSIONS,
		value: [...r].join(", ")
	}] };
}
function conclude(e) {
	const t = e.clock.wall();
	const n = {
		...e.rules,
		...CORE_RULES
	};
	const r = judge(e, n, t);
	const { own: i } = e;
	const a = i === void 0 ? r : judgedTwice(r, judge(i, n, t));
	const { results: o, failures: s, suppressions: c } = a;
	const l = stricter(e.policy.failOn, i?.policy.failOn);
	const u = decidedSettings(e.review, l, t);
	const d = mergeFindings([...a.findings, ...u]).toSorted(compareFindings);
	const f = new Set(s.map(({ check: e }) => e));
	const p = [...o.filter(({ check: e }) => !f.has(e)).map((e) => finishedCheck(e, d)), ...s.map((e) => failedCheck(e, d))].sort((e, t) => compareText(e.check, t.check));
	if (c > 0) {
		const e = `${c} ${c === 1 ? "entry" : "entries"} of the config file`;
		p.push(finishedCheck(pseudoCheck("suppressions", c, e), d));
	}
	if (u.length > 0) p.push(finishedCheck(pseudoCheck("settings", u.length, "What the change does to settings, compared with its base"), d));
	const m = (e.acts ?? []).map((e) => finishedAct(e, e.title));
	const h = outcomeOf(p, m);
	return {
		schema: 2,
		tool: {
			name: "assay",
			version: e.version
		},
		command: e.command,
		outcome: h,
		headline: headline({
			outcome: h,
			failOn: l,
			checks: p,
			acts: m,
			findings: d
		}),
		generatedAt: e.clock.now().toISOString(),
		failOn: l,
		subject: e.subject,
		settings: e.settings,
		checks: p,
		acts: m,
		findings: d,
		rules: firedRules([...d, ...m.flatMap(failedRules)], n),
		artifacts: [...o.flatMap((e) => e.artifacts.map(reportArtifact)), ...e.products ?? []].sort(byName),
		notices: [...e.notices, ...a.notices]
	};
}
function pseudoCheck(e, t, n) {
	return {
		check: e,
		title: e === "settings" ? "Settings" : "Suppressions",
		findings: [],
		artifacts: [],
		coverage: {
			inspected: { [e]: t },
			skipped: [],
			summary: n
		}
	};
}
function stricter(e, t = e) {
	if (e === "never" || t === "never") return e === "never" ? t : e;
	return isAtLeast(e, t) ? t : e;
}
function failedRules({ failures: e }) {
	return e.map(({ ruleId: e }) => ({
		ruleId: e,
		severity: "high"
	}));
}
function firedRules(e, t) {
	const n = new Map();
	for (const { ruleId: r, severity: i } of e) {
		if (n.has(r)) continue;
		const e = Object.hasOwn(t, r) ? t[r] : void 0;
		n.set(r, (e && {
			...e,
			helpUri: rulePage(r)
		}) ?? {
			id: r,
			title: r,
			description: `The rule ${r}, which has no description.`,
			help: "See the message of the finding.",
			severity: i
		});
	}
	return Object.fromEntries([...n].sort(([e], [t]) => compareText(e, t)));
}
function reportArtifact({ name: e, mediaType: t, bytes: n }) {
	return {
		name: e,
		mediaType: t,
		sha256: createHash("sha256").update(n).digest("hex"),
		size: n.byteLength
	};
}
function byName(e, t) {
	return compareText(e.name, t.name) || compareText(e.sha256, t.sha256);
}
const FLAGS = [
	"--no-opt",
	"--no-maglev",
	"--no-concurrent-sparkplug"
];
function expectBriefRun() {
	for (const e of FLAGS) setFlagsFromString(e);
}
function concludeRun(e, t, { command: n, review: r, ...i }) {
	const { acts: a, products: o } = e.outcome;
	return conclude({
		...i,
		command: n.name,
		...evidenced(e, n),
		...t !== void 0 && { own: evidenced(t, n) },
		...r !== void 0 && { review: r },
		acts: a,
		products: o,
		rules: {
			...t?.outcome.rules,
			...e.outcome.rules
		}
	});
}
function evidenced({ outcome: { results: e, failures: t }, judgement: { config: n, inputs: r, baseline: i } }, { kind: a }) {
	const o = a === "act";
	return {
		results: e,
		failures: t,
		policy: {
			failOn: r["fail-on"] ?? "medium",
			levels: o ? {} : levelsOf(n, r.rule),
			suppressions: o ? [] : suppressionsOf(n),
			slo: sloOf(n),
			...i !== void 0 && { baseline: i }
		}
	};
}
const GRAVEST_FIRST = [
	"internal",
	"usage",
	"external",
	"policy"
];
function exitCodeFor(e, t) {
	const n = new Set([
		...t.map((e) => e.error.kind),
		...e.checks.flatMap(({ error: e }) => e?.kind ?? []),
		...e.acts.flatMap((e) => e.failures.map(({ kind: e }) => e))
	]);
	const r = GRAVEST_FIRST.find((e) => n.has(e));
	if (r !== void 0) return EXIT_CODES[r];
	if (e.outcome === "error") return EXIT_CODES.external;
	return e.outcome === "pass" ? EXIT_CODES.pass : EXIT_CODES.policy;
}
function suppressionsOf(e) {
	return (e.section("suppressions") ?? []).map((t, n) => {
		const r = e.place(`suppressions.${n}`);
		return r === void 0 ? t : {
			...t,
			source: r
		};
	});
}
function levelsOf(e, t = []) {
	const n = t.map(parseLevel).flatMap((e) => "key" in e ? [e] : []);
	return {
		...e.section("rules"),
		...Object.fromEntries(n.map(({ key: e, level: t }) => [e, t]))
	};
}
function sloOf(e) {
	const t = e.section("slo") ?? {};
	const n = SEVERITIES.map((e) => [e, {
		...DEFAULT_SLO[e],
		...t[e]
	}]);
	return Object.fromEntries(n);
}
const MAX_QUOTED = 500;
const MAX_FILE_BYTES$1 = 20971520;
const MAX_ALL_BYTES = 104857600;
async function quoteSources(e, t, n) {
	const r = new Set(e.findings.filter(({ check: e }) => n.has(e)).flatMap(({ location: e, relatedLocations: t = [] }) => [e, ...t]).flatMap((e) => e === void 0 ? [] : linesOf$2(e)));
	const i = e.findings.filter((e) => e.status === "open" && !n.has(e.check) && isQuotable(e.location) && !linesOf$2(e.location).some((e) => r.has(e)));
	const a = i.slice(0, MAX_QUOTED).flatMap(({ location: e }) => e ?? []);
	const o = new Set(i);
	const s = await readLines(a, t);
	const c = (e) => {
		const { location: t } = e;
		const n = t === void 0 ? void 0 : s.get(keyOf(t));
		if (t === void 0 || n === void 0 || !o.has(e)) return e;
		const { startLine: r, startColumn: i, endLine: a, endColumn: c } = t;
		const l = a === void 0 || a === r ? c : n.length + 1;
		return {
			...e,
			location: {
				...t,
				excerpt: excerptOf(n, i, l)
			}
		};
	};
	return {
		...e,
		findings: e.findings.map(c)
	};
}
function isQuotable(e) {
	if (e === void 0 || e.excerpt !== void 0) return false;
	const { commit: t, startLine: n } = e;
	return t === void 0 && n !== void 0 && Number.isSafeInteger(n);
}
function keyOf({ path: e, startLine: t }) {
	return `${e}\0${t}`;
}
function linesOf$2({ path: e, startLine: t = 0, endLine: n = t }) {
	const r = Math.min(Math.max(1, n - t + 1), 1e3);
	return Array.from({ length: r }, (n, r) => `${e}\0${t + r}`);
}
async function readLines(e, t) {
	const n = new Map();
	for (const { path: t, startLine: r = 1 } of e) {
		const e = n.get(t);
		if (e === void 0) n.set(t, new Set([r]));
		else e.add(r);
	}
	const r = new Map();
	let i = MAX_ALL_BYTES;
	for (const [e, a] of n) {
		const n = await t.readIfPresent(e, Math.min(MAX_FILE_BYTES$1, i)).catch(() => void 0);
		if (n === void 0) continue;
		i -= n.length;
		for (const [t, i] of pick(new TextDecoder().decode(n), a)) if (!i.includes("\0")) r.set(`${e}\0${t}`, i);
	}
	return r;
}
function pick(e, t) {
	const n = Math.max(...t);
	const r = [];
	for (let i = 1, a = 0; i <= n && a <= e.length; i++) {
		const n = e.indexOf("\n", a);
		const o = n < 0 ? e.length : n;
		if (t.has(i)) r.push([i, e.slice(a, o).replace(/\r$/, "")]);
		a = o + 1;
	}
	return r;
}
async function checkoutAround(e, t = async () => false) {
	const n = await topOf(e);
	return {
		top: n,
		async place(r) {
			const i = await withinTop(n, r);
			if (i === void 0) return void 0;
			const a = await checkoutBetween(n, dirname(i));
			if (a !== void 0 && !isInside(a, e)) {
				if (!await t(fromTop(n, a))) return void 0;
			}
			return fromTop(n, i);
		}
	};
}
async function checkoutTop(e) {
	const t = await topOf(e);
	return lstat(join(t, ".git")).then(() => t, () => void 0);
}
async function topOf(e) {
	let t = await enclosingCheckout(e);
	while (await isFile(join(t, ".git"))) {
		const e = await enclosingCheckout(dirname(t));
		if (await lstat(join(e, ".git")).catch(() => void 0) === void 0) return t;
		t = e;
	}
	return t;
}
async function linkOut(e) {
	let t = parse(e).root;
	for (const n of relative(t, e).split(sep).filter(Boolean)) {
		const e = join(t, n);
		if ((await lstat(e).catch(() => void 0))?.isSymbolicLink() !== true) {
			t = e;
			continue;
		}
		const r = await realpath(e);
		const i = await topOf(t);
		if (await lstat(join(i, ".git")).catch(() => void 0) !== void 0 && await topOf(r) !== i) return e;
		t = r;
	}
}
function isFile(e) {
	return lstat(e).then((e) => e.isFile(), () => false);
}
async function checkoutBetween(e, t) {
	for (let n = t; n !== e && isInside(e, n); n = dirname(n)) if ((await lstat(join(n, ".git")).catch(() => void 0))?.isDirectory()) return n;
}
async function withinTop(e, t) {
	let n;
	for (let r = t;; r = dirname(r)) {
		const i = await realpath(r).catch(() => void 0);
		if (i !== void 0 && isInside(e, i)) n = join(i, relative(r, t));
		if (dirname(r) === r) return n;
	}
}
function fromTop(e, t) {
	return relative(e, t).split(sep).join("/");
}
const OBJECT_NAME$2 = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
async function reportSubject(e) {
	const { event: t, remote: n, environment: r } = e;
	const i = r["GITHUB_ACTIONS"] === "true" ? r : {};
	const a = n?.serverUrl ?? (i["GITHUB_SERVER_URL"] || void 0);
	const o = n?.repository ?? (i["GITHUB_REPOSITORY"] || void 0);
	const s = t === null ? await localCheckout(e) : {};
	const c = t?.payload["pull_request"];
	const l = isRecord(c) ? c["number"] : void 0;
	const u = isRecord(c) && isRecord(c["head"]) ? c["head"]["sha"] : void 0;
	const d = i["GITHUB_RUN_ID"];
	const f = i["GITHUB_RUN_ATTEMPT"];
	const p = {
		server: a,
		repository: o,
		commit: t?.sha ?? s.commit,
		headCommit: typeof u === "string" && OBJECT_NAME$2.test(u) ? u : void 0,
		ref: t?.ref ?? s.ref,
		event: t?.name ?? (i["GITHUB_EVENT_NAME"] || void 0),
		pullRequest: typeof l === "number" && Number.isSafeInteger(l) ? l : void 0,
		runUrl: a !== void 0 && o !== void 0 && /^\d+$/.test(d ?? "") ? `${a}/${o}/actions/runs/${d}${/^\d+$/.test(f ?? "") ? `/attempts/${f}` : ""}` : void 0
	};
	const m = Object.entries(p).filter(([, e]) => e !== void 0);
	return {
		...Object.fromEntries(m),
		workingDirectory: await workingDirectory(e)
	};
}
async function localCheckout({ root: e, processes: t, environment: n }) {
	if (await checkoutTop(e) === void 0) return {};
	try {
		const { checkedOut: r, openRepository: i } = await import("./git.js");
		return await r(await i({
			root: e,
			processes: t,
			environment: n
		}));
	} catch {
		return {};
	}
}
async function workingDirectory({ root: e, cwd: t }) {
	const n = await checkoutTop(e) ?? resolve(t);
	if (!isInside(n, e)) return ".";
	return relative(n, e).split(sep).join("/") || ".";
}
const REFERENCE = /^env:\/\/(\w+)$/;
function secretsIn(e, t, n) {
	return Object.entries(t).flatMap(([t, r]) => {
		if (typeof r !== "string") return [];
		const i = REFERENCE.exec(r)?.[1];
		const a = i === void 0 ? void 0 : n[i];
		return [Object.hasOwn(e, t) && e[t]?.secret === true ? r : void 0, a].filter((e) => e !== void 0 && e.trim() !== "");
	});
}
function jobTokens(e) {
	return [e["GITHUB_TOKEN"], e["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]].filter((e) => e !== void 0 && e.trim() !== "");
}
const SHORTEST_LINE = 6;
const SHORTEST_PART = 16;
function secretForms(e) {
	const t = e.trim();
	const n = t.split(/\r?\n/).map((e) => e.trim());
	const r = n.length === 1 ? [] : n.filter((e) => !isFrame(e));
	return [
		...n.length === 1 ? [e, t] : r,
		...tokenParts(t),
		...[e, t].flatMap((e) => {
			const t = Buffer.from(e, "utf8");
			const n = t.toString("base64");
			return [
				n,
				n.replace(/=+$/, ""),
				t.toString("base64url"),
				encodeURIComponent(e.toWellFormed())
			];
		})
	];
}
function isFrame(e) {
	return e.length < SHORTEST_LINE || /^-----(BEGIN|END) [A-Z0-9 ]+-----$/.test(e);
}
function tokenParts(e) {
	const t = e.split(".");
	if (!(t.length === 3 && t.every((e) => /^[\w-]+$/.test(e)))) return [];
	const [n, r] = t;
	return [`${n}.${r}`, ...t].filter((e) => e.length >= SHORTEST_PART);
}
const MASK = "***";
const SHORTEST_FORM = 6;
const VOCABULARY = new Set([
	"act",
	"check",
	"command",
	"decision",
	"failOn",
	"kind",
	"mediaType",
	"outcome",
	"ruleId",
	"severity",
	"source",
	"status",
	"tool"
]);
function secretFilter() {
	const e = new Set();
	let t;
	const n = (e) => t === void 0 ? e : e.replace(t, MASK);
	return {
		add(n) {
			for (const t of secretForms(n)) if (t.length >= SHORTEST_FORM) e.add(t);
			if (e.size === 0) return;
			const r = [...e].sort((e, t) => t.length - e.length);
			t = new RegExp(r.map(literal).join("|"), "g");
		},
		text: n,
		report: (e) => t === void 0 ? e : mapTexts(e, n),
		logger: (e) => ({
			...createLogger((t, r) => e[t](n(r))),
			group: (t, r) => e.group(n(t), r)
		})
	};
}
function literal(e) {
	return e.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
function mapTexts(e, t, n = "") {
	if (typeof e === "string") return VOCABULARY.has(n) ? e : t(e);
	if (Array.isArray(e)) return e.map((e) => mapTexts(e, t, n));
	if (typeof e !== "object" || e === null) return e;
	return Object.fromEntries(Object.entries(e).map(([e, n]) => [e, mapTexts(n, t, e)]));
}
function quoteProblems(e, { path: t, text: n }) {
	if (!(e instanceof UsageError) || t === void 0 || n === void 0) return e;
	const r = n.split(/\r?\n/);
	const i = [e.message, ...e.problems].flatMap((e) => {
		const n = placeIn(e, t, r);
		return n === void 0 ? [] : [[e, n]];
	});
	if (i.length === 0) return e;
	const { message: a, hint: o, problems: s, cause: c } = e;
	return new UsageError(a, {
		...o !== void 0 && { hint: o },
		problems: s,
		cause: c,
		places: new Map([...e.places, ...i])
	});
}
function quoting(e, t) {
	try {
		return t();
	} catch (t) {
		throw t instanceof UsageError ? quoteProblems(t, e) : t;
	}
}
function placeIn(e, t, n) {
	const r = e.indexOf(`${t}:`);
	if (r < 0) return void 0;
	const [, i, a] = /^(\d{1,7}):(\d{1,7})\b/.exec(e.slice(r + t.length + 1)) ?? [];
	const o = n[Number(i) - 1];
	if (a === void 0 || o === void 0) return void 0;
	const [s, c] = [Number(i), Number(a)];
	return {
		path: t,
		startLine: s,
		startColumn: c,
		excerpt: excerptOf(o, c)
	};
}
function parseValue(e, t, { root: n, fromConfig: r = false }) {
	switch (e.type) {
		case "string":
			if (typeof t !== "string") return wrong(e, t, "must be text");
			return t.trim() === "" && e.allowEmpty !== true ? wrong(e, t, "must not be empty") : { value: t };
		case "path": return parsePath(e, t, e.outside === true && !r ? void 0 : n);
		case "boolean": return parseBoolean(e, t);
		case "integer": return parseInteger(e, t);
		case "choice": {
			const n = typeof t === "string" ? t.trim() : t;
			return typeof n === "string" && e.choices.includes(n) ? { value: n } : wrong(e, n, allowed(n, e.choices));
		}
		case "list": return parseList(e, t);
	}
}
function splitList(e) {
	const t = [];
	let n = "";
	let r = 0;
	for (const i of e) {
		if (i === "{") r += 1;
		else if (i === "}") r = Math.max(0, r - 1);
		if (i === "\n" || i === "," && r === 0) {
			t.push(n);
			n = "";
			r = 0;
		} else n += i;
	}
	return [...t, n].map((e) => e.trim()).filter((e) => e !== "");
}
function parsePath(e, t, n) {
	if (typeof t !== "string") return wrong(e, t, "must be a path");
	if (t.trim() === "") return wrong(e, t, "must not be empty");
	if (t.includes("\0")) return { problem: "has a NUL character; a path must not" };
	if (n !== void 0 && !isInside(n, resolve(n, t))) return wrong(e, t, "must not lead out of the working directory");
	return { value: t };
}
const TRUE = [
	"true",
	"True",
	"TRUE",
	"yes",
	"Yes",
	"YES"
];
const FALSE = [
	"false",
	"False",
	"FALSE",
	"no",
	"No",
	"NO"
];
function parseBoolean(e, t) {
	if (typeof t === "boolean") return { value: t };
	const n = typeof t === "string" ? t.trim() : "";
	if (TRUE.includes(n)) return { value: true };
	if (FALSE.includes(n)) return { value: false };
	return wrong(e, t, "must be true or false (or yes, no)");
}
function parseInteger(e, t) {
	const n = typeof t === "number" ? String(t) : typeof t === "string" ? t.trim() : "";
	const r = /^-?\d{1,15}$/.test(n) ? Number(n) : NaN;
	return r >= e.minimum && r <= e.maximum ? { value: r } : wrong(e, t, `must be a whole number from ${e.minimum} to ${e.maximum}`);
}
function parseList(e, t) {
	const n = typeof t === "string" ? splitList(t) : t;
	if (!Array.isArray(n) || !n.every((e) => typeof e === "string")) return wrong(e, t, "must be a list of texts");
	const { choices: r } = e;
	if (r === void 0) return { value: n };
	const i = n.filter((e) => !r.includes(e));
	return i.length === 0 ? { value: [...new Set(n)] } : { problem: i.map((t) => `${found(e, t)}; each ${allowed(t, r)}`).join(" ") };
}
function wrong(e, t, n) {
	return { problem: `${found(e, t)}; it ${n}` };
}
function found(e, t) {
	if (e.secret === true) return "has a wrong value (not shown, for it is a secret)";
	const n = typeof t === "string" ? t : JSON.stringify(t) ?? String(t);
	const r = JSON.stringify(n.length > 100 ? `${n.slice(0, 100)}…` : n);
	return e.type === "list" ? `holds ${r}` : `is ${r}`;
}
function allowed(e, t) {
	const n = typeof e === "string" ? nearest(e, t) : void 0;
	const r = `must be one of ${t.join(", ")}`;
	return n === void 0 ? r : `${r}; did you mean "${n}"?`;
}
function resolveInputs(e, t) {
	const n = unknownInputs(e, t);
	const r = {};
	const i = {};
	for (const [a, o] of Object.entries(e)) {
		const e = findValue(a, o, t);
		i[a] = e.source;
		if (e.raw === void 0) {
			const e = "default" in o ? o.default : void 0;
			if (o.required === true && isEmpty(e)) n.push(missing(a, o, t.host));
			else r[a] = e;
			continue;
		}
		const s = parseValue(o, e.raw, {
			root: t.root,
			fromConfig: e.source.from === "config"
		});
		if ("problem" in s) n.push(`${label(a, o, e.source, t.host)} ${s.problem}`);
		else if (o.required === true && isEmpty(s.value)) n.push(missing(a, o, t.host));
		else r[a] = s.value;
	}
	if (n.length > 0) throw inputError(n);
	return {
		values: r,
		sources: i
	};
}
function inputError(e, t = new Map()) {
	const [n] = e;
	return e.length === 1 && n !== void 0 ? new UsageError(n, { places: t }) : new UsageError(`${e.length} inputs are wrong`, {
		problems: e,
		places: t
	});
}
function findValue(e, t, n) {
	const r = { from: "default" };
	if (!isOf(t, n.host)) return { source: r };
	const i = Object.hasOwn(n.explicit, e) ? n.explicit[e] : void 0;
	if (i !== void 0 && !(i === "" && n.host === "action")) return {
		raw: i,
		source: { from: "input" }
	};
	const a = t.environment === void 0 ? "" : n.environment[t.environment];
	if (a !== void 0 && a !== "") return {
		raw: a,
		source: {
			from: "environment",
			detail: t.environment
		}
	};
	const o = t.configKey === void 0 ? void 0 : n.config.value(t.configKey);
	if (t.configKey !== void 0 && o !== void 0 && o !== null) return {
		raw: o,
		source: {
			from: "config",
			detail: placeOf(t.configKey, n.config)
		}
	};
	return { source: r };
}
function placeOf(e, t) {
	const n = t.place(e);
	return n === void 0 ? t.path : formatPlace(n);
}
function unknownInputs(e, { explicit: t, host: n }) {
	const r = Object.keys(e).filter((t) => isOf(e[t], n));
	return Object.keys(t).filter((e) => t[e] !== void 0 && !r.includes(e)).map((e) => `There is no input \`${e}\`${suggestion(e, r)}`);
}
function isOf(e, t) {
	return e?.host === void 0 || e.host === t;
}
function label(e, t, n, r) {
	if (n.from === "environment") return `The variable ${n.detail} (input \`${e}\`)`;
	if (n.from === "config") return `${n.detail}: \`${t.configKey ?? e}\``;
	return shown(e, r);
}
function shown(e, t) {
	return t === "cli" ? `\`--${e}\`` : `\`${e}\``;
}
function missing(e, t, n) {
	const r = [
		n === "cli" ? shown(e, n) : `the input ${shown(e, n)}`,
		...t.environment === void 0 ? [] : [`the variable ${t.environment}`],
		...t.configKey === void 0 ? [] : [`\`${t.configKey}\` in the config file`]
	];
	return `${shown(e, n)} is required: give ${r.join(" or ")}. ${t.description}`;
}
function isEmpty(e) {
	return e === void 0 || e === "" || Array.isArray(e) && e.length === 0;
}
async function writeArtifacts(e, t, n) {
	const r = [];
	for (const { name: i, destination: a, bytes: o } of e) {
		const e = a === void 0 ? n : {
			folder: t,
			file: a
		};
		if (e === void 0) continue;
		r.push({
			name: i,
			path: await writeInside(e.folder, e.file ?? i, o)
		});
	}
	return r;
}
async function writeInside(e, t, n) {
	const r = resolve(e, t);
	if (isAbsolute(t) || r === resolve(e) || !isInside(resolve(e), r)) throw new InternalError(`A document is named ${JSON.stringify(t)}, which leads out of its folder`);
	try {
		makeFolder(dirname(r));
		const [i, a] = [e, dirname(r)].map((e) => realpathSync.native(e));
		if (i === void 0 || a === void 0 || !isInside(i, a)) throw new ExternalError(`${t} was not written: a symbolic link leads its folder out of ${e}`);
		if (relative(i, a).split(sep).some((e) => e.toLowerCase() === ".git")) throw new ExternalError(`${t} was not written: its folder belongs to git`);
		replaceFile(r, n);
		return r;
	} catch (e) {
		if (e instanceof ExternalError) throw e;
		throw new ExternalError(`${r} could not be written: ${e instanceof Error ? e.message : e}`, {
			hint: "Check that the folder may be written to and that the disk is not full.",
			cause: e
		});
	}
}
function makeFolder(e) {
	if (isFolder(e)) return;
	const t = dirname(e);
	if (t !== e && !isFolder(t)) makeFolder(t);
	try {
		mkdirSync(e);
	} catch (t) {
		if (!isFolder(e)) throw t;
	}
}
function isFolder(e) {
	try {
		return statSync(e).isDirectory();
	} catch {
		return false;
	}
}
function replaceFile(e, t) {
	const n = join(dirname(e), `.assay-${randomBytes(8).toString("hex")}.tmp`);
	try {
		const r = openSync(n, "wx");
		try {
			writeFileSync(r, t);
		} finally {
			closeSync(r);
		}
		renameSync(n, e);
	} catch (e) {
		rmSync(n, { force: true });
		throw e;
	}
}
function productSink(e) {
	const t = [];
	return {
		written: t,
		async write({ path: n, mediaType: r, bytes: i }) {
			await writeInside(e, n, i);
			const a = createHash("sha256").update(i).digest("hex");
			t.push({
				name: n,
				mediaType: r,
				sha256: a,
				size: i.byteLength
			});
		}
	};
}
function titled(e, { label: t }) {
	return {
		...e,
		title: e.title ?? t
	};
}
function distinctResults(e) {
	return e.filter(({ check: t, findings: n }, r) => e.findIndex((e) => e.check === t && e.findings === n) === r);
}
async function runWithParts(e, t, n) {
	const r = await e.parts?.(t) ?? [];
	const i = r.length > 1;
	const a = await Promise.all([attempt(e, n, () => t), ...r.map((e) => {
		const { context: t } = n;
		const r = i ? {
			...t,
			logger: prefixed(t.logger, e.name),
			progress: silentProgress
		} : t;
		return attempt(e, {
			...n,
			context: r
		}, () => partInputs(e, n));
	})]);
	return {
		results: distinctResults(a.flatMap((e) => e.results)),
		acts: a.flatMap((e) => e.acts),
		products: a.flatMap((e) => e.products),
		failures: a.flatMap((e) => e.failures),
		outputs: Object.assign({}, ...a.map((e) => e.outputs)),
		rules: Object.assign({}, ...a.map((e) => e.rules))
	};
}
function partInputs(e, { config: t, host: n, context: r }) {
	const { environment: i, root: a } = r;
	return resolveInputs(e.inputs, {
		explicit: {},
		environment: i,
		config: t,
		host: n,
		root: a
	}).values;
}
async function attempt(e, { context: t, config: n, hide: r, httpFor: i }, a) {
	const o = productSink(t.root);
	try {
		const s = a();
		for (const n of secretsIn(e.inputs, s, t.environment)) r(n);
		const c = e.hosts?.(s, t) ?? [];
		t.logger.debug(`Begins; may reach ${c.length === 0 ? "no host" : c.join(", ")}`);
		const l = i(c);
		const u = await e.run({
			...t,
			http: l,
			config: n,
			products: o,
			mask: r
		}, s);
		const d = u.results.map((t) => titled(t, e));
		const f = (u.acts ?? []).map((t) => ({
			...t,
			title: e.label
		}));
		for (const { title: e, findings: n, coverage: r } of d) {
			const { summary: i, skipped: a } = r;
			t.logger.debug(`${e}: ${i}; ${n.length} found, ${a.length} skipped`);
		}
		const p = Object.entries(u.outputs).filter(([, e]) => e !== void 0);
		return {
			results: d,
			acts: f,
			products: o.written,
			failures: [],
			outputs: Object.fromEntries(p),
			rules: e.rules
		};
	} catch (r) {
		const i = t.signal.aborted ? stopped(r) : asKnownError(r);
		const a = {
			check: e.name,
			title: e.label,
			error: quoteProblems(i, n)
		};
		return {
			results: [],
			acts: [],
			products: o.written,
			failures: [a],
			outputs: {},
			rules: e.rules
		};
	}
}
function stopped(e) {
	return new ExternalError("The run was stopped before it was done", { cause: e });
}
function prefixed(e, t) {
	return createLogger((n, r) => e[n](`${t}: ${r}`));
}
function writtenOf(e, t) {
	if (t === void 0) return e;
	const n = new Set(e.results.flatMap(({ artifacts: e }) => e.map(({ name: e }) => e)));
	const r = t.results.map((e) => ({
		...e,
		artifacts: e.artifacts.filter(({ name: e }) => !n.has(e))
	}));
	return {
		...e,
		results: [...e.results, ...r.filter(({ artifacts: e }) => e.length > 0)],
		failures: [...e.failures, ...t.failures],
		outputs: {
			...t.outputs,
			...e.outputs
		}
	};
}
async function reportDirectory(e, t, { cwd: n, root: r }) {
	const i = t?.from === "config";
	const a = resolve(i ? r : n, e);
	const o = i && !isInside(r, a) ? "it must not lead out of the working directory" : await writeFault(r, a);
	if (o === void 0) return a;
	const s = i ? `${t.detail ?? "The config file"}: \`report.directory\`` : "`report-directory`";
	throw new UsageError(`${s} is ${JSON.stringify(e)}; ${o}`, { hint: "Give a folder without links with `report-directory`, such as one outside of the checkout." });
}
async function writeFault(e, t) {
	const n = await enclosingCheckout(e);
	return faultBelow(n, await realParts(n, t));
}
async function realParts(e, t) {
	let n;
	for (let r = t;; r = dirname(r)) {
		const i = await realpath(r).catch(() => void 0);
		if (i !== void 0 && isInside(e, i)) n = [relative(e, i), relative(r, t)].flatMap((e) => e.split(sep).filter(Boolean));
		if (dirname(r) === r) return n;
	}
}
async function faultBelow(e, t) {
	let n = e;
	for (const r of t ?? []) {
		n = join(n, r);
		if (r.toLowerCase() === ".git") return "it must not lie in git's own folder";
		const t = await lstat(n).catch(() => void 0);
		if (t === void 0) return void 0;
		if (t.isSymbolicLink()) return `${relative(e, n)} is a symbolic link, and nothing is written through links of the checkout`;
	}
}
async function documentPlace({ documents: e }, { inputs: t, reports: n, fallback: r, cwd: i, root: a }) {
	if (e === void 0) return n === void 0 ? void 0 : { folder: n };
	const o = t[e.output];
	if (o === "-") return void 0;
	if (typeof o !== "string") {
		const e = n ?? r;
		return e === void 0 ? void 0 : { folder: e };
	}
	const s = resolve(i, o);
	const c = t[e.formats];
	const l = !(Array.isArray(c) && new Set(c).size === 1) || /[/\\]$/.test(o) || await isDirectory(s);
	const u = l ? s : dirname(s);
	const d = await writeFault(a, u);
	if (d !== void 0) throw new UsageError(`\`${e.output}\` is ${JSON.stringify(o)}; ${d}`, { hint: "Give a file or folder without links on the way, such as one outside of the checkout." });
	return l ? { folder: u } : {
		folder: u,
		file: basename(s)
	};
}
const STDOUT = "-";
function isDirectory(e) {
	return stat(e).then((e) => e.isDirectory(), () => false);
}
const MAX_CONFIG_BYTES$1 = 1048576;
async function loadConfig(e, t, n) {
	const r = await findConfig(e, t);
	return r === void 0 ? NO_CONFIG : readConfig(r, n);
}
async function readConfig({ path: e, bytes: t }, n) {
	const [{ parseConfig: r }, i] = await Promise.all([import("./runtime-config-parse-config.js"), n()]);
	return r(e, decode(e, t), i);
}
async function findConfig(e, t) {
	if (t !== void 0) {
		const n = await e.read(t, {
			named: true,
			maxBytes: MAX_CONFIG_BYTES$1
		});
		if (n !== void 0) return {
			path: t,
			bytes: n
		};
		throw new UsageError(`The config file ${t} does not exist`, { hint: `Check \`config\`: it is relative to \`working-directory\`. Without it, ${CONFIG_PATHS.join(" or ")} is read.` });
	}
	const n = [];
	for (const t of CONFIG_PATHS) {
		const r = await e.read(t, { maxBytes: MAX_CONFIG_BYTES$1 });
		if (r !== void 0) n.push({
			path: t,
			bytes: r
		});
	}
	if (n.length > 1) throw new UsageError(`There are two config files: ${CONFIG_PATHS.join(" and ")}`, { hint: "Put all settings into one of them and delete the other, or name the one to read with `config`." });
	return n[0];
}
function decode(e, t) {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(t);
	} catch (t) {
		throw new UsageError(`${e} is not UTF-8 text`, {
			hint: "Save it as UTF-8.",
			cause: t
		});
	}
}
function inputsOf({ kind: e, inputs: t }) {
	return {
		...e === "act" ? ACT_INPUTS : COMMON_INPUTS,
		...t
	};
}
async function openRun(e) {
	const t = resolve(e.cwd ?? ".");
	const n = given(e.explicit, () => true);
	const { "working-directory": r, config: i } = COMMON_INPUTS;
	const a = earlyInputs({ "working-directory": r }, {
		...e,
		explicit: n
	}, t);
	const o = resolve(t, a["working-directory"]);
	const s = await openWorkspace(o);
	const { config: c } = earlyInputs({ config: i }, {
		...e,
		explicit: n
	}, s.root);
	return {
		workspace: s,
		folder: o,
		cwd: t,
		explicit: n,
		configPath: c
	};
}
async function prepareWith(e, { workspace: t, cwd: n, explicit: r, configPath: i }, a) {
	const { environment: o, host: s, loadSections: c } = a;
	const { root: l } = t;
	const u = inputsOf(a.command);
	let d;
	try {
		d = await loadConfig(e, i, c);
	} catch (e) {
		const t = Object.entries(u).filter(([e]) => Object.hasOwn(r, e));
		throw withProblems(e, problemsOf(() => earlyInputs(Object.fromEntries(t), {
			...a,
			explicit: r
		}, l)));
	}
	const { values: f, sources: p } = quoting(d, () => resolveInputs(u, {
		explicit: r,
		environment: o,
		config: d,
		host: s,
		root: l
	}));
	const m = f;
	const { rule: h = [] } = m;
	if (h.length > 0) {
		const e = optionProblems(h, knownRules(await c()));
		if (e.length > 0) throw inputError(e);
	}
	return {
		workspace: t,
		config: d,
		inputs: m,
		sources: p,
		cwd: n
	};
}
async function prepareRun(e) {
	const t = await openRun(e);
	return prepareWith(workTreeFiles(t.workspace), t, e);
}
function earlyInputs(e, { explicit: t, environment: n, host: r }, i) {
	const a = given(t, (t) => Object.hasOwn(e, t));
	return resolveInputs(e, {
		explicit: a,
		environment: n,
		config: NO_CONFIG,
		host: r,
		root: i
	}).values;
}
function given(e, t) {
	return Object.fromEntries(Object.entries(e).filter(([e, n]) => n !== void 0 && t(e)));
}
function problemsOf(e) {
	try {
		e();
		return [];
	} catch (e) {
		if (e instanceof UsageError) return linesOf$1(e);
		throw e;
	}
}
function withProblems(e, t) {
	if (!(e instanceof UsageError)) return e;
	const n = linesOf$1(e);
	const r = t.filter((e) => !n.includes(e));
	return r.length === 0 ? e : inputError([...n, ...r], e.places);
}
function linesOf$1(e) {
	return e.problems.length > 0 ? e.problems : [e.message];
}
const OBJECT_NAME$1 = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const ALL_ZEROS = /^(?:0{40}|0{64})$/;
const ZEROS = "0".repeat(40);
function isObjectName(e) {
	return typeof e === "string" && OBJECT_NAME$1.test(e);
}
function isNull(e) {
	return ALL_ZEROS.test(e);
}
function shortName(e) {
	return e.slice(0, 10);
}
const ESCAPE = 56320;
function decodePath(e) {
	const t = Buffer.from(e.buffer, e.byteOffset, e.length);
	if (isUtf8(t)) return t.toString("utf8");
	let n = "";
	for (let e = 0; e < t.length;) {
		const r = characterLength(t, e);
		n += r === 0 ? String.fromCharCode(ESCAPE + (t[e] ?? 0)) : t.toString("utf8", e, e + r);
		e += Math.max(r, 1);
	}
	return n;
}
function characterLength(e, t) {
	for (let n = 1; n <= 4 && t + n <= e.length; n++) if (isUtf8(e.subarray(t, t + n))) return n;
	return 0;
}
function stoppedWhenQuiet(e, t, n) {
	let r;
	const i = async (i) => {
		let a;
		const o = new Promise((i, o) => {
			a = setTimeout(() => {
				r = new ExternalError(`${n} printed nothing for ${Math.round(t / 1e3)} s and was stopped`, { hint: "Run `git fsck` in the clone, and check that its disk answers." });
				e.kill();
				o(r);
			}, t);
		});
		try {
			return await Promise.race([i, o]);
		} catch (e) {
			throw r ?? e;
		} finally {
			clearTimeout(a);
		}
	};
	async function* a() {
		const t = e.stdout[Symbol.asyncIterator]();
		try {
			for (;;) {
				const { done: e, value: n } = await i(t.next());
				if (e === true) return;
				yield n;
			}
		} finally {
			if (r === void 0) await t.return?.();
		}
	}
	let o;
	return {
		stdout: a(),
		get ended() {
			o ??= i(e.ended);
			return o;
		},
		kill: () => e.kill()
	};
}
const MAX_OUTPUT_BYTES = 1073741824;
const QUIET_MS = 6e5;
function createGitProcesses({ program: e, variables: t }, { root: n, processes: r, signal: i, quietMs: a = QUIET_MS }) {
	const o = ({ env: e, ...r }) => ({
		...r,
		cwd: n,
		env: {
			...t,
			...e
		},
		...i === void 0 ? {} : { signal: i }
	});
	const s = (t, n = {}) => r.run(e, ["--no-pager", ...t], {
		maxBytes: MAX_OUTPUT_BYTES,
		timeoutMs: a,
		...o(n)
	});
	return {
		run: s,
		read: async (e, t) => {
			const n = await s(e, t);
			if (n.exitCode !== 0) throw gitFailure(e[0] ?? "git", n);
			return Buffer.from(n.stdout);
		},
		stream: (t, n = {}) => stoppedWhenQuiet(r.stream(e, ["--no-pager", ...t], o(n)), a, `git ${t[0] ?? ""}`)
	};
}
function gitFailure(e, { exitCode: t, stderr: n }) {
	const r = n.trim().split("\n").slice(0, 5);
	return new ExternalError(`git ${e} ${t === 0 ? "complained" : `ended with exit code ${t}`}: ${r[0] || "it said nothing"}`, {
		problems: r.slice(1),
		hint: "Run `git fsck` in the clone; check it out again with `fetch-depth: 0` where objects are missing."
	});
}
const SECTION = /^\[\s*([\w.-]+)(?:\s+"((?:[^"\\\n]|\\[^\n])*)")?\s*\]/;
const NAME = /^([A-Za-z][A-Za-z0-9-]*)[ \t]*/;
const ESCAPES = {
	n: "\n",
	t: "	",
	b: "\b"
};
function parseConfigFile(e) {
	const t = [];
	let n = e.replace(/^\ufeff/, "").replaceAll("\r\n", "\n");
	let r = "";
	for (;;) {
		n = n.replace(/^(?:\s+|[#;][^\n]*)+/, "");
		if (n === "") return t;
		const e = SECTION.exec(n);
		if (e !== null) {
			const [t, i = "", a] = e;
			const o = a === void 0 ? "" : `.${a.replace(/\\(.)/g, "$1")}`;
			r = `${i.toLowerCase()}${o}`;
			n = n.slice(t.length);
			continue;
		}
		const i = NAME.exec(n);
		if (i === null || r === "") return t;
		n = n.slice(i[0].length);
		const a = `${r}.${(i[1] ?? "").toLowerCase()}`;
		if (!n.startsWith("=")) {
			t.push({
				key: a,
				value: "true"
			});
			continue;
		}
		const { value: o, length: s } = readValue(n.slice(1));
		t.push({
			key: a,
			value: o
		});
		n = n.slice(1 + s);
	}
}
function readValue(e) {
	let t = "";
	let n = 0;
	let r = false;
	let i = 0;
	for (; i < e.length && e[i] !== "\n"; i++) {
		const a = e[i] ?? "";
		if (a === "\"") {
			r = !r;
			n = t.length;
		} else if (a === "\\") {
			const r = e[++i] ?? "";
			if (r !== "\n") t += ESCAPES[r] ?? r;
			n = t.length;
		} else if (!r && (a === "#" || a === ";")) {
			const r = e.indexOf("\n", i);
			return {
				value: t.slice(0, n),
				length: r < 0 ? e.length : r
			};
		} else if (r || t !== "" || !/\s/.test(a)) {
			t += a;
			if (r || !/\s/.test(a)) n = t.length;
		}
	}
	return {
		value: t.slice(0, n),
		length: i
	};
}
async function readSmallFile(e, t) {
	const n = constants$2.O_RDONLY | (constants$2.O_NONBLOCK ?? 0);
	const r = await open(e, n).catch(() => void 0);
	if (r === void 0) return void 0;
	try {
		const e = await r.stat();
		if (!e.isFile() || e.size > t) return void 0;
		return await r.readFile();
	} catch {
		return;
	} finally {
		await r.close();
	}
}
const MAX_CONFIG_BYTES = 16777216;
const WITHOUT_MEANING = new Set([...[
	"noop",
	"noop-v1",
	"preciousobjects",
	"relativeworktrees",
	"worktreeconfig"
]]);
async function readFormat(e) {
	const t = await readSmallFile(join(e, "config"), MAX_CONFIG_BYTES);
	const n = parseConfigFile(t?.toString("utf8") ?? "");
	const r = new Map(n.map(({ key: e, value: t }) => [e, t]));
	const i = Number(r.get("core.repositoryformatversion") ?? 0);
	const a = {
		objectFormat: r.get("extensions.objectformat") ?? "sha1",
		refStorage: (r.get("extensions.refstorage") ?? "files").replace(/:.*$/s, "")
	};
	const o = n.find(({ key: e }) => i > 0 && e.startsWith("extensions.") && !isKnown(e));
	if (!((i === 0 || i === 1) && (a.objectFormat === "sha1" || a.objectFormat === "sha256") && (a.refStorage === "files" || a.refStorage === "reftable")) || o !== void 0) throw new ExternalError(`The repository has a format that is not known: ${o?.key ?? `version ${i}, ${a.objectFormat}, ${a.refStorage}`}`, { hint: "Check it out again with git's default format, or update Assay." });
	return {
		objectFormat: a.objectFormat === "sha256" ? "sha256" : "sha1",
		refStorage: a.refStorage === "reftable" ? "reftable" : "files",
		partial: n.some(({ key: e, value: t }) => e === "extensions.partialclone" || /^remote\..*\.promisor$/s.test(e) && !/^(?:false|no|off|0)$/i.test(t)),
		origin: r.get("remote.origin.url")
	};
}
function isKnown(e) {
	const t = e.slice(11);
	return WITHOUT_MEANING.has(t) || [
		"objectformat",
		"compatobjectformat",
		"refstorage",
		"partialclone"
	].includes(t);
}
const WINDOWS_NEEDS = [
	"SystemRoot",
	"PATHEXT",
	"TEMP",
	"TMP"
];
async function isolatedVariables(e, t) {
	const n = {
		PATH: await foreignPath(e, await checkedFolders(t, e)),
		LC_ALL: "C",
		GIT_DIR: devNull,
		GIT_CONFIG_GLOBAL: devNull,
		GIT_CONFIG_SYSTEM: devNull,
		GIT_CONFIG_NOSYSTEM: "1",
		GIT_ATTR_NOSYSTEM: "1",
		GIT_GRAFT_FILE: devNull,
		GIT_NO_REPLACE_OBJECTS: "1",
		GIT_NO_LAZY_FETCH: "1",
		GIT_ALLOW_PROTOCOL: "none",
		GIT_LITERAL_PATHSPECS: "1",
		GIT_OPTIONAL_LOCKS: "0",
		GIT_TERMINAL_PROMPT: "0"
	};
	for (const t of WINDOWS_NEEDS) {
		const r = e[t];
		if (r !== void 0) n[t] = r;
	}
	return n;
}
async function isolatedGit(e, t) {
	const n = await checkedFolders(t, e);
	for await (const { path: r, real: i } of programsOnPath("git", e)) {
		if (isChecked(n, i)) continue;
		return {
			program: r,
			variables: await isolatedVariables(e, t)
		};
	}
	throw new ExternalError("The program git was not found", { hint: "Install git and put it on PATH; in a container job, install it in the image before the checkout." });
}
async function foreignPath(e, t) {
	const n = pathFolders(e);
	const r = await Promise.all(n.map((e) => realpath(e).catch(() => e)));
	return n.filter((e, n) => !isChecked(t, r[n] ?? e)).join(delimiter);
}
const MAX_PATH_BYTES$1 = 65536;
const OWN_ENTRIES = /^(?:[A-Z_]+_HEAD|HEAD|branches|commondir|config(?:\.worktree)?|description|FETCH_HEAD|gc\.(?:log|pid)|hooks|info|lfs|logs|modules|objects|packed-refs|refs|reftable|remotes|rr-cache|shallow|svn|worktrees)$/;
async function locateRepository(e, t) {
	for (let t = e;; t = dirname(t)) {
		const e = await status(join(t, ".git"), lstat);
		if (e !== void 0) return locationOf(t, e.isFile());
		if (dirname(t) === t) break;
	}
	if (!(t !== void 0 && t !== e && isInside(t, e)) && await isGitFolder(e)) {
		if ((await readdir(e)).find((e) => !OWN_ENTRIES.test(e)) === void 0) return {
			gitFolder: e,
			commonFolder: e
		};
	}
}
function prefixIn({ workTree: e = "" }, t) {
	const n = e === "" ? "" : relative(e, t).split(sep).join("/");
	return n === "" ? "" : `${n}/`;
}
async function locationOf(e, t) {
	const n = t ? await namedFolder(e) : join(e, ".git");
	const r = await realpath(n).catch(() => void 0);
	if (r === void 0 || isPartOf(e, r)) throw broken(e);
	const i = await readSmallFile(join(r, "commondir"), MAX_PATH_BYTES$1);
	const a = i === void 0 ? r : resolve(r, line(i));
	const o = await realpath(a).catch(() => void 0);
	if (o === void 0 || isPartOf(e, o)) throw broken(e);
	if (!await isGitFolder(o)) throw broken(e);
	return {
		gitFolder: r,
		commonFolder: o,
		workTree: e
	};
}
async function namedFolder(e) {
	const t = await readSmallFile(join(e, ".git"), MAX_PATH_BYTES$1);
	const n = /^gitdir: (.+)$/s.exec(t === void 0 ? "" : line(t))?.[1];
	if (n === void 0) throw broken(e);
	return resolve(e, n);
}
function isPartOf(e, t) {
	return isInside(e, t) && !relative(e, t).split(sep).includes(".git");
}
async function isGitFolder(e) {
	const [t, n, r] = await Promise.all([
		"HEAD",
		"objects",
		"refs"
	].map((t) => status(join(e, t), stat)));
	return t?.isFile() === true && n?.isDirectory() === true && r?.isDirectory() === true;
}
function status(e, t) {
	return t(e).catch(() => void 0);
}
function line(e) {
	return e.toString("utf8").replace(/\r?\n$/, "");
}
function broken(e) {
	return new UsageError(`There is a \`.git\` in ${e}, and no git repository behind it`, { hint: "Check the repository out again, or remove the `.git`." });
}
const MAX_HEAD_BYTES = 65536;
const MAX_SHALLOW_BYTES = 268435456;
const HEAD = /^(?:ref: refs\/[^\n]+|[0-9a-f]{40}|[0-9a-f]{64})\n?$/;
const SETTINGS = [
	[
		"core",
		"alternateRefsCommand",
		"exit 0 #"
	],
	[
		"core",
		"askPass",
		""
	],
	[
		"core",
		"bigFileThreshold",
		"512m"
	],
	[
		"core",
		"fsmonitor",
		"false"
	],
	[
		"core",
		"hooksPath",
		devNull
	],
	[
		"core",
		"logAllRefUpdates",
		"false"
	],
	[
		"core",
		"quotePath",
		"false"
	],
	[
		"core",
		"warnAmbiguousRefs",
		"false"
	],
	[
		"advice",
		"graftFileDeprecated",
		"false"
	],
	[
		"credential",
		"helper",
		""
	],
	[
		"diff",
		"renames",
		"true"
	],
	[
		"diff",
		"suppressBlankEmpty",
		"false"
	],
	[
		"fetch",
		"recurseSubmodules",
		"false"
	],
	[
		"gc",
		"auto",
		"0"
	],
	[
		"http",
		"followRedirects",
		"false"
	],
	[
		"http",
		"lowSpeedLimit",
		"1"
	],
	[
		"http",
		"lowSpeedTime",
		"120"
	],
	[
		"http",
		"sslVerify",
		"true"
	],
	[
		"i18n",
		"logOutputEncoding",
		"UTF-8"
	],
	[
		"log",
		"follow",
		"false"
	],
	[
		"log",
		"showRoot",
		"true"
	],
	[
		"log",
		"showSignature",
		"false"
	],
	[
		"maintenance",
		"auto",
		"false"
	],
	[
		"protocol \"ext\"",
		"allow",
		"never"
	]
];
async function makePrivateFolder({ gitFolder: e, commonFolder: t, workTree: n }, r) {
	const i = (await readSmallFile(join(e, "HEAD"), MAX_HEAD_BYTES))?.toString("utf8");
	if (i === void 0 || !HEAD.test(i)) throw new UsageError("The repository's HEAD names neither a branch nor a commit", { hint: "Check the repository out again." });
	if (r.refStorage === "reftable" && e !== t) throw new ExternalError("The repository is a linked work tree with reftable, which is not read", { hint: "Run in the main work tree, or clone with `--ref-format=files`." });
	const a = newFolder();
	const o = await readSmallFile(join(t, "shallow"), MAX_SHALLOW_BYTES);
	const s = [
		"refs",
		"worktrees",
		...r.refStorage === "reftable" ? ["reftable"] : []
	];
	const c = await readdir(e);
	const l = e === t ? c : await readdir(t);
	await Promise.all([
		writeFile(join(a, "config"), configText(r, n === void 0)),
		writeFile(join(a, "HEAD"), i),
		...o === void 0 ? [] : [writeFile(join(a, "shallow"), o)],
		...s.filter((e) => l.includes(e)).map((e) => symlink(join(t, e), join(a, e), "junction")),
		...l.includes("packed-refs") ? [linkFile(t, a, "packed-refs")] : [],
		...c.filter((e) => e.startsWith("sharedindex.")).map((t) => linkFile(e, a, t))
	]);
	return {
		GIT_DIR: a,
		GIT_OBJECT_DIRECTORY: join(t, "objects"),
		...n === void 0 ? {} : {
			GIT_WORK_TREE: n,
			GIT_INDEX_FILE: join(e, "index")
		}
	};
}
function configText(e, t) {
	return [
		...SETTINGS,
		[
			"core",
			"bare",
			String(t)
		],
		[
			"core",
			"repositoryFormatVersion",
			"1"
		],
		[
			"extensions",
			"objectFormat",
			e.objectFormat
		],
		...e.refStorage === "files" ? [] : [[
			"extensions",
			"refStorage",
			e.refStorage
		]],
		...e.partial ? [[
			"extensions",
			"partialClone",
			"origin"
		], [
			"remote \"origin\"",
			"promisor",
			"true"
		]] : []
	].map(([e, t, n]) => `[${e}]\n\t${t} = "${escaped(n)}"\n`).join("");
}
function escaped(e) {
	return e.replace(/[\\"]/g, "\\$&");
}
let parent;
let count = 0;
function newFolder() {
	if (parent === void 0) {
		const e = mkdtempSync(join(tmpdir(), "assay-git-"));
		process.once("exit", () => rmSync(e, {
			recursive: true,
			force: true
		}));
		parent = e;
	}
	const e = join(parent, String(count++));
	mkdirSync(e);
	return e;
}
async function linkFile(e, t, n) {
	await symlink(join(e, n), join(t, n), "file").catch(() => copyFile(join(e, n), join(t, n)));
}
const OLDEST = {
	major: 2,
	minor: 32
};
const TIMEOUT_MS = 6e4;
const asked = new WeakMap();
function requireVersion(e, { processes: t, signal: n }) {
	const r = asked.get(t) ?? new Map();
	asked.set(t, r);
	const i = r.get(e.program) ?? askVersion(e, t, n);
	r.set(e.program, i);
	return i;
}
async function askVersion({ program: e, variables: t }, n, r) {
	const { stdout: i } = await n.run(e, ["version"], {
		env: t,
		timeoutMs: TIMEOUT_MS,
		...r === void 0 ? {} : { signal: r }
	});
	const a = Buffer.from(i).toString().trim();
	const o = /(\d+)\.(\d+)/.exec(a);
	const [s, c] = [Number(o?.[1] ?? 0), Number(o?.[2] ?? 0)];
	if (s > OLDEST.major || s === OLDEST.major && c >= OLDEST.minor) return;
	throw new ExternalError(`"${a}" is too old`, { hint: `Install git ${OLDEST.major}.${OLDEST.minor} or later: older ones can't be kept apart from the machine's configuration.` });
}
async function openRepository(e) {
	const t = await findRepository(e);
	if (t !== void 0) return t;
	throw new UsageError("The folder belongs to no git repository", { hint: "Run actions/checkout before this step, and check `working-directory`." });
}
async function findRepository(e) {
	const t = await realpath(e.root).catch(() => void 0);
	if (t === void 0 || !(await stat(t)).isDirectory()) throw new UsageError(`The folder ${e.root} does not exist`);
	const n = e.environment["GITHUB_WORKSPACE"] ?? "";
	const r = await locateRepository(t, await realpath(n).catch(() => void 0));
	if (r === void 0) return void 0;
	const i = await readFormat(r.commonFolder);
	const a = await isolatedGit(e.environment, t);
	const o = makePrivateFolder(r, i);
	o.catch(() => {});
	await requireVersion(a, e);
	const s = {
		...a.variables,
		...await o
	};
	return {
		...createGitProcesses({
			...a,
			variables: s
		}, {
			...e,
			root: t
		}),
		root: t,
		prefix: prefixIn(r, t),
		bare: r.workTree === void 0,
		objectFormat: i.objectFormat,
		partial: i.partial,
		configuredOrigin: i.origin,
		folders: {
			git: r.gitFolder,
			common: r.commonFolder
		},
		variables: s
	};
}
function shallowFile(e) {
	return join(e.variables["GIT_DIR"] ?? e.folders.common, "shallow");
}
async function headCommit(e) {
	const t = await e.run([
		"log",
		"-1",
		"--no-patch",
		"--format=%H %ct",
		"HEAD",
		"--"
	]);
	if (t.exitCode !== 0) {
		if (await findCommit(e, "HEAD") === void 0) return void 0;
		throw gitFailure("log", t);
	}
	const [n = "", r = ""] = Buffer.from(t.stdout).toString().trim().split(" ");
	return {
		sha: n,
		committedAt: fromSeconds(r)
	};
}
function fromSeconds(e) {
	return new Date(/^-?\d{1,12}$/.test(e) ? Number(e) * 1e3 : 0).toISOString().replace(/\.\d+Z$/, "Z");
}
async function findCommit(e, t) {
	const [n] = await findCommits(e, [t]);
	return n;
}
async function findCommits(e, t) {
	const n = t.map((e) => /[\n\r\0]|@\{/.test(e) || e === "" ? "^{commit}" : `${e}^{commit}`);
	const r = (await e.read(["cat-file", "--batch-check=%(objecttype) %(objectname)"], { input: `${n.join("\n")}\n` })).toString().split("\n");
	return t.map((e, t) => /^commit ([0-9a-f]+)$/.exec(r[t] ?? "")?.[1]);
}
async function resolveCommit(e, t) {
	const n = await findCommit(e, t);
	if (n !== void 0) return n;
	throw new UsageError(`The clone has no commit "${t}"`, { hint: "Check the name; where the clone is shallow, set `fetch-depth: 0` on actions/checkout." });
}
async function mergeBase(e, t, n) {
	const r = await e.run([
		"merge-base",
		"--end-of-options",
		t,
		n
	]);
	if (r.exitCode === 0) return Buffer.from(r.stdout).toString().trim();
	if (r.exitCode === 1 && r.stderr === "") return void 0;
	if (/not a valid|bad object/i.test(r.stderr)) throw new UsageError(`No merge-base of ${shortName(t)} and ${shortName(n)}: a commit is missing`, { hint: "Set `fetch-depth: 0` on actions/checkout." });
	throw gitFailure("merge-base", r);
}
async function isShallow(e) {
	return access(shallowFile(e)).then(() => true, () => false);
}
const MAX_FILE_BYTES = 104857600;
const trees = new WeakMap();
async function filesAt(e, t) {
	return [...(await treeAt(e, t)).keys()].sort();
}
async function fileAt(e, t, n, r = MAX_FILE_BYTES) {
	const i = (await treeAt(e, t)).get(n);
	if (i === void 0) return void 0;
	if (i.size > r) throw new UsageError(`${n} in ${t} has ${i.size} bytes; at most ${r} are read`);
	return e.read([
		"cat-file",
		"blob",
		i.oid
	]);
}
async function treeAt(e, t) {
	const n = await resolveCommit(e, t);
	const r = trees.get(e) ?? new Map();
	trees.set(e, r);
	const i = r.get(n) ?? listTree(e, n);
	r.delete(n);
	r.set(n, i);
	for (const e of [...r.keys()].slice(0, -4)) r.delete(e);
	return i;
}
async function listTree(e, t) {
	const n = new Map();
	for (const r of records(await e.read([
		"ls-tree",
		"-r",
		"-z",
		"--long",
		t
	]))) {
		if (!isRegular(r)) continue;
		const e = r.indexOf(9);
		const [, , t = "", i] = r.toString("latin1", 0, e).split(/ +/);
		n.set(decodePath(r.subarray(e + 1)), {
			oid: t,
			size: Number(i)
		});
	}
	return n;
}
function isRegular(e) {
	return e.toString("latin1", 0, 3) === "100";
}
function* records(e) {
	for (let t = 0; t < e.length;) {
		const n = e.indexOf(0, t);
		if (n < 0) return;
		yield e.subarray(t, n);
		t = n + 1;
	}
}
const STATUS$1 = new Map([
	["A", "added"],
	["D", "deleted"],
	["M", "modified"],
	["T", "type-changed"]
]);
function statusOf(e) {
	return STATUS$1.get(e) ?? "modified";
}
function relativeOption(e) {
	return e.prefix === "" ? "--no-relative" : "--relative";
}
function revisionsOf(e) {
	if (e.kind === "nothing") return void 0;
	if (e.kind === "all") return {
		options: ["--all"],
		input: ""
	};
	const t = [...e.base === void 0 ? [] : [e.base], ...e.exclude ?? []];
	const n = [e.head, ...t].find((e) => !isObjectName(e));
	if (n !== void 0) throw new InternalError(`A range holds "${n}", which is no object name`);
	return {
		options: ["--stdin"],
		input: [
			e.head,
			...t.map((e) => `^${e}`),
			""
		].join("\n")
	};
}
async function countCommits(e, t, n = []) {
	const r = revisionsOf(t);
	if (r === void 0) return 0;
	const i = await e.read([
		"rev-list",
		"--count",
		"--full-history",
		...r.options,
		"--",
		...n
	], { input: r.input });
	return Number(i.toString().trim());
}
const EVERYTHING = {
	commitFormat: "--format=%x01%H%n%P%n%an%n%ae%n%at%n%B",
	options: ["--text", "--no-renames"],
	inFolder: true,
	merges: true,
	emptyHunks: false,
	deletedFiles: true,
	typeChanges: () => true,
	hunkBytes: 16777216,
	authorOf: (e) => e,
	messageOf: (e) => e
};
const DIFF_OPTIONS = [
	"--patch",
	"--raw",
	"-z",
	"-U0",
	"--inter-hunk-context=0",
	"--full-index",
	"--no-abbrev",
	"--no-color",
	"--no-ext-diff",
	"--no-textconv",
	"--diff-algorithm=myers",
	"--indent-heuristic",
	"--ignore-submodules=none",
	"--submodule=short",
	"--src-prefix=a/",
	"--dst-prefix=b/",
	`-O${devNull}`
];
function diffOptions(e, { view: t = EVERYTHING }) {
	const n = t.inFolder ? relativeOption(e) : "--no-relative";
	return [
		...DIFF_OPTIONS,
		n,
		...t.options
	];
}
function logOptions(e, t) {
	const { view: n = EVERYTHING } = t;
	const r = n.merges && !combinesMerges(e, t) ? "first-parent" : "off";
	return [
		"log",
		"--full-history",
		...[n.commitFormat, `--diff-merges=${r}`],
		...diffOptions(e, t)
	];
}
function mergeOptions(e, t) {
	const { view: n = EVERYTHING } = t;
	return [
		"log",
		...[
			"--full-history",
			"--merges",
			n.commitFormat,
			"--diff-merges=combined"
		],
		...diffOptions(e, t),
		"-U1"
	];
}
function combinesMerges(e, { view: t = EVERYTHING }) {
	return e.prefix === "" && t.merges;
}
function pathOptions(e) {
	return e.paths === void 0 ? [] : ["--", ...e.paths];
}
const HARMLESS = [
	"exhaustive rename detection was skipped",
	"inexact rename detection was skipped",
	"only found copies from modified paths",
	"you may want to set your diff.renameLimit",
	"See \"git help gc\" for manual housekeeping",
	"Auto packing the repository in background for optimum performance"
];
async function requireSuccess(e, t) {
	const n = await e.ended;
	const r = n.stderr.split("\n").filter((e) => e.trim() !== "").filter((e) => !HARMLESS.some((t) => e.includes(t)));
	if (n.exitCode !== 0) throw gitFailure(t, n);
	if (r.length > 0) throw gitFailure(t, {
		...n,
		stderr: r.join("\n")
	});
}
function unreadable(e) {
	return new ExternalError(`git printed something that can't be read: ${e}`, { hint: "Report this with the version of git: nothing is scanned past such a place." });
}
function asBuffer(e) {
	return Buffer.from(e.buffer, e.byteOffset, e.length);
}
const MAX_FIELD_BYTES = 268435456;
function createFieldReader() {
	let e = [];
	let t = 0;
	const n = {
		chunk: Buffer.alloc(0),
		at: 0,
		field(r) {
			const { chunk: i, at: a } = n;
			const o = i.indexOf(r, a);
			const s = i.subarray(a, o < 0 ? i.length : o);
			n.at = o < 0 ? i.length : o + 1;
			if (o >= 0 && t === 0) return s;
			e.push(s);
			t += s.length;
			if (t > MAX_FIELD_BYTES) throw unreadable(`a field of more than ${MAX_FIELD_BYTES} bytes`);
			if (o < 0) return void 0;
			const c = Buffer.concat(e);
			e = [];
			t = 0;
			return c;
		},
		get isInside() {
			return t > 0;
		}
	};
	return n;
}
const SPACE = 32;
const PLUS$1 = 43;
const MINUS$1 = 45;
const BACKSLASH$1 = 92;
const LINE_END = Buffer.from("\n");
function isCombinedLine(e) {
	return e === SPACE || e === PLUS$1 || e === MINUS$1 || e === BACKSLASH$1;
}
function createCombinedHunk(e, t) {
	let n = 0;
	let r = 1;
	const i = (n, r, i) => {
		const a = e.add(n, r, n.length, i);
		if (a !== void 0) t(a);
	};
	return {
		begin(t, i) {
			const a = "@".repeat(i + 1);
			const o = ` -\\d+(?:,\\d+)?`.repeat(i);
			const s = new RegExp(`^${a}${o} \\+(\\d+)(?:,\\d+)? ${a}`).exec(t);
			if (s === null) throw unreadable(`the hunk header ${JSON.stringify(t)}`);
			n = i;
			r = Number(s[1]);
			e.begin(r);
		},
		line(a) {
			if (a[0] === BACKSLASH$1) return;
			let o = 0;
			let s = false;
			for (let e = 0; e < n; e++) {
				const t = a[e];
				if (t === PLUS$1) o++;
				else if (t === MINUS$1) s = true;
				else if (t !== SPACE) throw unreadable("a line of a merge without a mark for each parent");
			}
			if (o === n) {
				if (e.isEmpty) e.begin(r);
				i(a, n, false);
				i(LINE_END, 0, true);
			} else if (!e.isEmpty && !s) t(e.take());
			if (!s) r++;
		}
	};
}
const NEWLINE$2 = 10;
function createHunkText(e) {
	let t = Buffer.allocUnsafe(65536);
	let n = 0;
	let r = 1;
	let i = 0;
	const a = () => {
		const e = {
			startLine: r,
			addedText: t.toString("latin1", 0, n)
		};
		r += i;
		n = i = 0;
		return e;
	};
	return {
		begin(e) {
			r = e;
			n = i = 0;
		},
		add(r, o, s, c) {
			const l = s - o;
			if (n + l > t.length) t = grown(t, n, l);
			r.copy(t, n, o, s);
			n += l;
			if (c) i++;
			if (n < e) return void 0;
			if (c) return a();
			return n < 4 * e ? void 0 : {
				...a(),
				cut: true
			};
		},
		dropNewline() {
			if (n > 0 && t[n - 1] === NEWLINE$2) n--;
		},
		take: a,
		get isEmpty() {
			return n === 0;
		}
	};
}
function grown(e, t, n) {
	const r = Buffer.allocUnsafe(Math.max(e.length * 2, t + n));
	e.copy(r, 0, 0, t);
	return r;
}
function parseRawEntry(e) {
	if (e[1] === COLON$1) return parseMergeEntry(e);
	const [, t, n, r] = /^:\d{6} (\d{6}) [0-9a-f]+ ([0-9a-f]+) ([A-Z])\d*$/.exec(e.toString("latin1")) ?? [];
	if (t === void 0 || n === void 0 || r === void 0) throw unknownRecord(e);
	const i = r === "R" || r === "C";
	return {
		status: i ? "renamed" : r === "U" ? "unmerged" : statusOf(r),
		mode: t,
		blob: t === "000000" ? void 0 : n,
		blocks: r === "T" ? 2 : r === "U" ? 0 : 1,
		paths: i ? 2 : 1,
		parents: 1
	};
}
const COLON$1 = 58;
function parseMergeEntry(e) {
	const [, t = "", n = ""] = /^(:+)(.*)$/.exec(e.toString("latin1")) ?? [];
	const r = t.length;
	const i = n.split(" ");
	const [a, o, s] = [
		i[r],
		i[2 * r + 1],
		i.at(-1)
	];
	if (!(i.length === 2 * r + 3 && i.slice(0, r + 1).every((e) => /^\d{6}$/.test(e)) && i.slice(r + 1, -1).every((e) => /^[0-9a-f]+$/.test(e)) && s?.length === r && /^[AMDT]+$/.test(s)) || a === void 0 || s === void 0) throw unknownRecord(e);
	return {
		status: s === s.charAt(0).repeat(r) ? statusOf(s.charAt(0)) : "modified",
		mode: a,
		blob: a === "000000" ? void 0 : o,
		blocks: 1,
		paths: 1,
		parents: r
	};
}
function unknownRecord(e) {
	return unreadable(`the record ${JSON.stringify(e.toString("latin1", 0, 80))}`);
}
function filePatch(e, t) {
	const { status: n, mode: r, blob: i } = e;
	return {
		path: decodePath(t),
		status: n,
		mode: r,
		...i === void 0 ? {} : { blob: i }
	};
}
function parseCommit(e, t) {
	const n = e.toString("utf8").split("\n");
	const [r = "", i = "", a = "", o = "", s = ""] = n;
	const c = n.slice(5).join("\n");
	return {
		sha: r,
		parents: i === "" ? [] : i.split(" "),
		authorName: t.authorOf(a),
		authorEmail: t.authorOf(o),
		authoredAt: fromSeconds(s),
		message: t.messageOf(c)
	};
}
function parseHunkHeader(e) {
	const t = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(e);
	if (t === null) throw unreadable(`the hunk header ${JSON.stringify(e)}`);
	return {
		removed: Number(t[1] ?? 1),
		startLine: Number(t[2]),
		added: Number(t[3] ?? 1)
	};
}
const FILE_HEADERS = [
	"index ",
	"--- ",
	"+++ ",
	"new file mode ",
	"deleted file mode ",
	"old mode ",
	"new mode ",
	"mode ",
	"similarity index ",
	"dissimilarity index ",
	"rename from ",
	"rename to ",
	"copy from ",
	"copy to ",
	"* Unmerged path "
];
function isFileHeader(e) {
	return FILE_HEADERS.some((t) => e.startsWith(t));
}
const PIECE_LENGTH = 4194304;
function createPieces() {
	let e = [];
	let t;
	let n = [];
	let r;
	let i = 0;
	let a = false;
	const o = () => {
		if (r === void 0 || r.reported && r.hunks.length === 0) return;
		n.push({
			...r.file,
			binary: r.binary,
			hunks: r.hunks
		});
		r.reported = true;
		r.hunks = [];
	};
	const s = (r) => {
		e.push({
			commit: t,
			files: n,
			complete: r
		});
		n = [];
		i = 0;
	};
	const c = () => {
		o();
		r = void 0;
		if (a || n.length > 0) s(true);
		a = false;
	};
	return {
		beginCommit(e) {
			c();
			t = e;
			a = true;
		},
		beginFile(e) {
			o();
			a = true;
			r = {
				file: e,
				binary: false,
				hunks: [],
				reported: false
			};
		},
		markBinary() {
			if (r !== void 0) r.binary = true;
		},
		addHunk(e) {
			r?.hunks.push(e);
			i += e.addedText.length;
			if (i < PIECE_LENGTH) return;
			o();
			s(false);
		},
		end: c,
		take() {
			const t = e;
			e = [];
			return t;
		}
	};
}
const NUL = 0;
const MARK = 1;
const NEWLINE$1 = 10;
const PLUS = 43;
const MINUS = 45;
const COLON = 58;
const BACKSLASH = 92;
function createPatchParser({ view: e = EVERYTHING, typeChanges: t = true } = {}, n = createHunkText(e.hunkBytes)) {
	const r = createPieces();
	const i = createFieldReader();
	let a = "start";
	let o;
	let s = 0;
	let c = [];
	let l = 0;
	let u = false;
	let d = 0;
	let f = 0;
	let p = false;
	let m = false;
	let h = 1;
	const g = (e) => {
		if (!u) r.addHunk(e);
	};
	const _ = createCombinedHunk(n, g);
	const v = () => {
		if (!n.isEmpty || e.emptyHunks && !m) g(n.take());
		a = "block";
	};
	const y = () => {
		const e = c[l];
		if (e !== void 0) throw unreadable(`no patch for ${JSON.stringify(String(e.path))}`);
		c = [];
		l = 0;
	};
	const b = () => {
		const n = c[l];
		if (n === void 0) throw unreadable("a patch for a file that it did not name");
		const { status: i, blocks: a } = n.entry;
		n.blocksLeft--;
		h = n.entry.parents;
		if (n.blocksLeft === 0) l++;
		u = n.blocksLeft > 0 || i === "deleted" && !e.deletedFiles || a === 2 && !t;
		if (!u) r.beginFile(filePatch(n.entry, n.path));
	};
	const x = (e) => {
		a = "block";
		const t = e.toString("latin1", 0, 100);
		if (t.startsWith("@@ ")) {
			const e = parseHunkHeader(t);
			d = e.removed;
			f = e.added;
			p = m = false;
			n.begin(e.startLine);
			a = "lines";
		} else if (t.startsWith("@@@") && h > 1) {
			_.begin(e.toString("latin1"), h);
			a = "combined";
		} else if (t.startsWith("diff --git ") || t.startsWith("diff --combined ")) b();
		else if (t.startsWith("Binary files ")) {
			if (!u) r.markBinary();
		} else if (!isFileHeader(t)) throw unreadable(JSON.stringify(t.slice(0, 80)));
	};
	const S = (e) => {
		const { chunk: t, at: r } = i;
		const o = t.indexOf(NEWLINE$1, r);
		const s = o < 0 ? t.length : o + 1;
		i.at = s;
		if (e) {
			const e = n.add(t, r, s, o >= 0);
			if (e !== void 0) {
				m = true;
				g(e);
			}
		}
		if (o < 0) return;
		if (e) f--;
		else d--;
		p = e;
		a = "lines";
	};
	const C = (e) => {
		if (e === BACKSLASH) a = "no-newline";
		else if (d + f === 0) return v();
		else if (e === PLUS && f > 0) a = "added";
		else if (e === MINUS && d > 0) a = "removed";
		else throw unreadable("a hunk with fewer lines than its header says");
		i.at++;
	};
	const w = () => {
		const t = i.chunk[i.at];
		switch (a) {
			case "start":
			case "block":
				if (t === MARK) {
					y();
					a = "commit";
					i.at++;
				} else if (a === "block") a = "header";
				else if (t === NEWLINE$1 || t === NUL) i.at++;
				else if (t === COLON) a = "record";
				else throw unreadable(`byte ${t} where a commit begins`);
				return;
			case "commit": {
				const t = i.field(NUL);
				if (t === void 0) return;
				r.beginCommit(parseCommit(t, e));
				a = "start";
				return;
			}
			case "record": {
				const e = i.field(NUL);
				if (e === void 0) return;
				if (e.length === 0) {
					a = "block";
					return;
				}
				o = parseRawEntry(e);
				s = o.paths;
				a = "path";
				return;
			}
			case "path": {
				const e = i.field(NUL);
				if (e === void 0 || o === void 0 || --s > 0) return;
				if (o.blocks === 0) r.beginFile(filePatch(o, e));
				else c.push({
					entry: o,
					path: e,
					blocksLeft: o.blocks
				});
				a = "record";
				return;
			}
			case "header": {
				const e = i.field(NEWLINE$1);
				if (e !== void 0) x(e);
				return;
			}
			case "no-newline":
				if (i.field(NEWLINE$1) === void 0) return;
				if (p) n.dropNewline();
				a = "lines";
				return;
			case "lines": return C(t);
			case "combined":
				if (isCombinedLine(t)) a = "combined-line";
				else v();
				return;
			case "combined-line": {
				const e = i.field(NEWLINE$1);
				if (e === void 0) return;
				_.line(e);
				a = "combined";
				return;
			}
			case "added":
			case "removed": return S(a === "added");
		}
	};
	return {
		push(e) {
			i.chunk = e;
			i.at = 0;
			while (i.at < e.length) w();
			return r.take();
		},
		end() {
			if (a === "combined" || a === "lines" && d + f === 0) v();
			if (a !== "start" && a !== "block" || i.isInside) throw unreadable("it stops in the middle");
			y();
			r.end();
			return r.take();
		}
	};
}
async function* readPatches(e, t, { input: n = "" }, r) {
	const i = e.stream(t, { input: n });
	const a = createPatchParser(r);
	let o = false;
	try {
		for await (const e of i.stdout) yield* a.push(asBuffer(e));
		o = true;
		await requireSuccess(i, t[0] ?? "log");
		yield* a.end();
	} finally {
		if (!o) i.kill();
	}
}
function createMergePatches(e, t, n) {
	const r = [
		...mergeOptions(e, n),
		...t.options,
		...pathOptions(n)
	];
	const i = readPatches(e, r, t, n);
	let a = false;
	const o = async () => {
		a = true;
		const { done: e, value: t } = await i.next();
		return e === true ? void 0 : t;
	};
	return {
		async *of(t) {
			for (let r = false; !r;) {
				const i = await o();
				if (i?.commit?.sha !== t.sha) throw outOfStep(t.sha, i);
				r = i.complete;
				const a = i.files.filter(({ binary: e }) => e);
				if (a.length > 0) yield* hiddenText(e, t, a, n);
				yield {
					commit: t,
					files: i.files.filter(({ binary: e }) => !e),
					complete: r
				};
			}
		},
		async end() {
			const e = a ? await o() : void 0;
			if (e !== void 0) throw outOfStep("no merge", e);
		},
		stop: async () => {
			await i.return(void 0);
		}
	};
}
function outOfStep(e, t) {
	const n = t?.commit?.sha ?? "nothing";
	return new ExternalError(`git log showed ${n} in the place of ${e}`, { hint: "Run the check again: the branches may have moved meanwhile." });
}
const MAX_PATHS_LENGTH = 8e3;
async function* hiddenText(e, t, n, r) {
	const [i] = t.parents;
	if (i === void 0) throw new ExternalError(`git showed no text of ${t.sha}`);
	const a = new Set(n.map(({ path: e }) => e));
	const o = [...a].join("\n");
	const s = o.length > MAX_PATHS_LENGTH || /[\udc80-\udcff]/u.test(o) ? [] : [...a];
	const c = [
		"diff-tree",
		"-r",
		...diffOptions(e, r),
		i,
		t.sha
	];
	for await (const { files: n } of readPatches(e, [
		...c,
		"--",
		...s
	], {}, r)) yield {
		commit: t,
		files: n.filter(({ path: e }) => a.has(e)),
		complete: false
	};
}
async function* streamDiff(e, t, n = {}) {
	const r = revisionsOf(t);
	if (r === void 0) return;
	const i = [
		...logOptions(e, n),
		...r.options,
		...pathOptions(n)
	];
	const { view: a = EVERYTHING } = n;
	const o = combinesMerges(e, n) ? createMergePatches(e, r, n) : void 0;
	let s = 0;
	try {
		const n = {
			view: a,
			typeChanges: a.typeChanges(t)
		};
		for await (const { commit: t, ...a } of readPatches(e, i, r, n)) {
			if (t === void 0) throw new ExternalError("git log showed a diff without its commit");
			if (a.complete) s++;
			if (o !== void 0 && t.parents.length > 1) yield* o.of(t);
			else yield {
				commit: t,
				...a
			};
		}
		await o?.end();
	} finally {
		await o?.stop();
	}
	const c = await countCommits(e, t, n.paths);
	if (s < c) throw new ExternalError(`git log showed ${s} of the ${c} commits of the range`, { hint: "Run the check again; if it stays so, run `git fsck` in the clone." });
}
async function keepShallow(e, t) {
	const n = join(e.folders.common, "shallow");
	const [r, i] = await Promise.all([readSmallFile(shallowFile(e), MAX_SHALLOW_BYTES), readSmallFile(n, MAX_SHALLOW_BYTES)]);
	if (r === i || i !== void 0 && r?.equals(i)) return;
	try {
		await replace(n, r);
	} catch (e) {
		t.debug(`the clone keeps its depth: ${e instanceof Error ? e.message : e}`);
	}
}
async function replace(e, t) {
	const n = `${e}.lock`;
	const r = await open(n, "wx");
	try {
		await r.writeFile(t ?? "");
		if (t === void 0) await rm(e, { force: true });
		else await rename(n, e);
	} finally {
		await r.close();
		await rm(n, { force: true });
	}
}
const FETCH_TIMEOUT_MS = 6e5;
const CURL_VARIABLES = [
	...[
		"http_proxy",
		"https_proxy",
		"all_proxy",
		"no_proxy"
	],
	...[
		"HTTPS_PROXY",
		"ALL_PROXY",
		"NO_PROXY"
	],
	...[
		"SSL_CERT_FILE",
		"SSL_CERT_DIR",
		"GIT_SSL_CAINFO"
	]
];
const LOOPBACK = new Set([
	"localhost",
	"127.0.0.1",
	"[::1]"
]);
async function allowedRemote(e, { remote: t, offline: n, environment: r }) {
	if (n) return void 0;
	if (t?.token !== void 0 && t.token !== "") return withToken(t, t.token, r);
	const i = e.configuredOrigin;
	const a = i === void 0 ? void 0 : await localProtocol(e, i, r);
	if (i === void 0 || a === void 0) return void 0;
	return {
		url: i,
		env: { GIT_ALLOW_PROTOCOL: a }
	};
}
function originUrl({ configuredOrigin: e }) {
	if (e === void 0 || !URL.canParse(e)) return e;
	const t = new URL(e);
	t.username = t.password = "";
	return t.href;
}
async function localProtocol(e, t, n) {
	const r = URL.canParse(t) ? new URL(t) : void 0;
	if (r?.protocol === "http:" && LOOPBACK.has(r.hostname)) return "http";
	const i = t.startsWith("/") ? t : r?.protocol === "file:" && r.host === "" ? decodeURIComponent(r.pathname) : void 0;
	const a = i === void 0 ? void 0 : await realpath(i).catch(() => void 0);
	if (a === void 0 || isChecked(await checkedFolders(e.root, n), a)) return;
	return "file";
}
function withToken({ serverUrl: e, repository: t }, n, r) {
	const i = URL.canParse(e) ? new URL(e) : void 0;
	const a = i?.protocol.slice(0, -1);
	if (i === void 0 || a !== "https" && a !== "http") throw new UsageError(`The server "${e}" is no http(s) address`);
	if (!/^[\w.-]+\/[\w.-]+$/.test(t)) throw new UsageError(`The repository "${t}" is not of the form owner/name`);
	const o = `${i.origin}${i.pathname.replace(/\/$/, "")}`;
	const s = {
		GIT_ALLOW_PROTOCOL: a,
		GIT_CONFIG_COUNT: "1",
		GIT_CONFIG_KEY_0: `http.${i.origin}/.extraheader`,
		GIT_CONFIG_VALUE_0: `Authorization: Basic ${Buffer.from(`x-access-token:${n}`).toString("base64")}`
	};
	for (const e of CURL_VARIABLES) {
		const t = r[e];
		if (t !== void 0) s[e] = t;
	}
	return {
		url: `${o}/${t}`,
		env: s
	};
}
async function fetchFrom(e, { url: t, env: n }, r, i) {
	i.debug(`git fetch ${r.options.join(" ")} (${r.refs.length} refs or commits)`);
	const a = await e.run([
		"fetch",
		...[
			"--quiet",
			"--no-tags",
			"--no-write-fetch-head",
			"--no-recurse-submodules"
		],
		...[
			"--upload-pack=git-upload-pack",
			"--stdin",
			...r.options,
			"--end-of-options",
			t
		]
	], {
		env: n,
		input: `${r.refs.join("\n")}\n`,
		timeoutMs: FETCH_TIMEOUT_MS
	});
	if (a.exitCode === 0) await keepShallow(e, i);
	return a;
}
const NEWLINE = 10;
async function* streamObjects(e, t, n) {
	if (t.length === 0) return;
	const r = t.find((e) => !isObjectName(e));
	if (r !== void 0) throw new InternalError(`"${r}" is no object name`);
	const i = e.stream([
		"cat-file",
		"--batch",
		"--buffer"
	], { input: `${t.join("\n")}\n` });
	const a = createObjectReader(n);
	let o = 0;
	let s = false;
	try {
		for await (const e of i.stdout) for (const t of a(asBuffer(e))) {
			o++;
			yield t;
		}
		s = true;
	} finally {
		if (!s) i.kill();
	}
	await requireSuccess(i, "cat-file");
	if (o < t.length) throw new ExternalError(`git cat-file printed ${o} of ${t.length} objects`);
}
function createObjectReader(e) {
	const t = createFieldReader();
	let n;
	let r = 0;
	return function* i(a) {
		t.chunk = a;
		t.at = 0;
		while (t.at < a.length) {
			if (n === void 0) {
				const i = t.field(NEWLINE);
				if (i === void 0) return;
				n = announced(i.toString("latin1"), e);
				r = 0;
			}
			const i = Math.min(n.size - r, a.length - t.at);
			if (n.bytes !== void 0) a.copy(n.bytes, r, t.at, t.at + i);
			r += i;
			t.at += i;
			if (r < n.size || t.at >= a.length) continue;
			t.at++;
			const o = n;
			n = void 0;
			yield o;
		}
	};
}
function announced(e, t) {
	const [n = "", r = "", i] = e.split(" ");
	if (i === void 0) throw new ExternalError(`The object ${n} is ${r} from the clone`, { hint: "Check out again with `fetch-depth: 0` and without `filter`." });
	const a = Number(i);
	return {
		oid: n,
		type: r,
		size: a,
		bytes: a > t ? void 0 : Buffer.allocUnsafe(a)
	};
}
const MAX_LINKS = 10;
const MAX_LINK_BYTES = 4096;
async function followedFileAt(e, t, n, r) {
	const i = `${n} in ${shortName(t)}`;
	const a = n.split("/");
	const o = [];
	let s = 0;
	while (a.length > 0) {
		const n = a.shift();
		if (n === void 0 || n === "" || n === ".") continue;
		if (n === "..") {
			if (o.pop() === void 0) throw new UsageError(`${i} leads out of the repository`);
			continue;
		}
		const c = await entryAt(e, t, [...o, n].join("/"));
		if (c === void 0) {
			if (s === 0) return void 0;
			throw new UsageError(`${i} is a symbolic link to nothing`);
		}
		if (c.mode === "120000") {
			s += 1;
			if (s > MAX_LINKS) throw new UsageError(`${i} is a symbolic link without an end`);
			const t = (await contentOf$1(e, c, MAX_LINK_BYTES, i)).toString();
			if (t.startsWith("/")) throw new UsageError(`${i} leads out of the repository`);
			a.unshift(...t.split("/"));
		} else if (c.mode === "040000") o.push(n);
		else if (c.mode === "160000" || a.some((e) => e !== "" && e !== ".")) return;
		else return contentOf$1(e, c, r, i);
	}
	throw new UsageError(`${i} is not a regular file`);
}
async function isInTree(e, t, n) {
	return await entryAt(e, t, n) !== void 0;
}
async function entryAt(e, t, n) {
	const r = [
		"ls-tree",
		"-z",
		"--long",
		"--full-tree",
		t,
		"--",
		n
	];
	for (const t of records(await e.read(r))) {
		const [e = "", , n = "", r] = t.toString("latin1", 0, t.indexOf(9)).split(/ +/);
		return {
			mode: e,
			oid: n,
			size: Number(r) || 0
		};
	}
}
async function contentOf$1(e, { oid: t, size: n }, r, i) {
	if (n > r) throw new UsageError(`${i} has ${n} bytes; at most ${r} are read`);
	return e.read([
		"cat-file",
		"blob",
		t
	]);
}
const MAX_OBJECT_BYTES = 67108864;
async function* streamMessages(e, t) {
	const n = revisionsOf(t);
	if (n === void 0) return;
	const r = (await e.read(["rev-list", ...n.options], { input: n.input })).toString("latin1").split("\n").filter(Boolean);
	const i = t.kind === "all" ? await annotatedTags(e) : [];
	const a = t.kind === "commits" && t.tag !== void 0 ? [t.tag] : [];
	for await (const { oid: t, type: n, bytes: o } of streamObjects(e, [
		...r,
		...i,
		...a
	], MAX_OBJECT_BYTES)) yield {
		kind: n === "tag" ? "tag" : "commit",
		oid: t,
		message: messageOf(t, o)
	};
}
function messageOf(e, t) {
	if (t === void 0) throw new ExternalError(`The message of ${e} has more than ${MAX_OBJECT_BYTES} bytes`);
	const n = t.indexOf("\n\n");
	return n < 0 ? "" : t.toString("latin1", n + 2);
}
async function annotatedTags(e) {
	const t = (await e.read([
		"for-each-ref",
		"--format=%(objecttype) %(objectname)",
		"refs/tags"
	])).toString("latin1").split("\n");
	return [...new Set(t.filter((e) => e.startsWith("tag ")).map((e) => e.slice(4)))];
}
const STEPS = [
	"--deepen=50",
	"--deepen=200",
	"--deepen=1000",
	"--unshallow"
];
function createHistory(e, t, n) {
	const r = async (r, i) => {
		if (t === void 0) return "nothing may be fetched in this run";
		const a = await fetchFrom(e, t, {
			options: r,
			refs: i
		}, n);
		return a.exitCode === 0 ? "" : a.stderr.trim() || `exit code ${a.exitCode}`;
	};
	const i = async () => await isShallow(e) ? ["--depth=1"] : [];
	let a = "";
	const o = {
		repo: e,
		logger: n,
		canFetch: t !== void 0,
		async obtain(t) {
			const n = await absent(e, t);
			for (const e of n) a = await r(await i(), [e]) || a;
			const o = new Set(n.length === 0 ? [] : await absent(e, n));
			return new Set(t.filter((e) => !o.has(e)));
		},
		async require(e) {
			const t = await o.obtain(e);
			const n = e.find((e) => !t.has(e));
			if (n !== void 0) throw outOfReach$1(`the commit ${shortName(n)}`, a);
		},
		async fetchRefs(e) {
			a = await r(await i(), e);
			return a === "";
		},
		async deepenUntil(t, n, i) {
			for (const o of STEPS) {
				if (!await isShallow(e) || await i()) return;
				a = await r([o], n);
				if (a !== "") throw outOfReach$1(t, a);
			}
			if (await isShallow(e) && !await i()) throw outOfReach$1(t, "the server cut it");
		}
	};
	return o;
}
async function absent(e, t) {
	const n = await findCommits(e, t);
	return t.filter((e, t) => n[t] === void 0);
}
async function cutCommits(e) {
	if (!await isShallow(e)) return new Set();
	const t = await readFile(shallowFile(e), "latin1");
	return new Set(t.split("\n").filter(isObjectName));
}
async function isWholeRange(e, t, n) {
	const r = await cutCommits(e);
	if (r.size === 0) return true;
	const i = [
		t,
		...n.map((e) => `^${e}`),
		""
	].join("\n");
	return !(await e.read(["rev-list", "--stdin"], { input: i })).toString("latin1").split("\n").some((e) => r.has(e));
}
function outOfReach$1(e, t) {
	return new UsageError(`The clone does not hold ${e}, and it could not be fetched`, {
		hint: "Set `fetch-depth: 0` on actions/checkout; on a laptop, run `git fetch --unshallow`.",
		problems: t.split("\n").slice(0, 5)
	});
}
function valueAt(e, t) {
	let n = e.payload;
	for (const e of t.split(".")) {
		if (!isRecord(n) || !Object.hasOwn(n, e)) return void 0;
		n = n[e];
	}
	return n;
}
function textAt(e, t) {
	const n = valueAt(e, t);
	return typeof n === "string" && n !== "" ? n : void 0;
}
function commitAt(e, t) {
	const n = valueAt(e, t);
	if (isObjectName(n)) return n;
	throw new UsageError(`The payload of the event ${e.name} has no commit in ${t}`, { hint: "Name the range yourself with a base and a head, or run on another event." });
}
async function remoteBranches(e) {
	const t = await e.read([
		"for-each-ref",
		"--format=%(objectname) %(refname) %(symref)",
		"refs/remotes"
	]);
	const n = [];
	for (const e of t.toString().split("\n")) {
		const [t = "", r = "", i] = e.split(" ");
		const a = /^refs\/remotes\/[^/]+\/(.+)$/.exec(r)?.[1];
		if (a === void 0 || i !== "" || r.startsWith("refs/remotes/pull/")) continue;
		n.push({
			name: a,
			commit: t
		});
	}
	return n;
}
async function defaultBranch(e, t) {
	const n = t === null ? void 0 : textAt(t, "repository.default_branch");
	if (n !== void 0) return n;
	return (await branchBehind(e, "refs/remotes/origin/HEAD"))?.replace(/^origin\//, "");
}
async function branchBehind(e, t) {
	const n = await e.run([
		"symbolic-ref",
		"--quiet",
		"--short",
		t
	]);
	const r = n.exitCode === 0 ? Buffer.from(n.stdout).toString().trim() : "";
	return r === "" ? void 0 : r;
}
async function defaultTip(e, t) {
	const n = await defaultBranch(e.repo, t);
	return n === void 0 ? void 0 : branchTip(e, n);
}
async function branchTip(e, t) {
	const { repo: n } = e;
	const r = `refs/remotes/origin/${t}`;
	const i = await findCommit(n, r);
	if (i !== void 0) return i;
	if ((await n.run(["check-ref-format", `refs/heads/${t}`])).exitCode !== 0 || !e.canFetch) return void 0;
	await e.fetchRefs([`+refs/heads/${t}:${r}`]);
	return findCommit(n, r);
}
async function changeBase(e, { branch: t, sha: n }, r) {
	const i = createHistory(e, await allowedRemote(e, r), r.logger);
	const a = t ?? (n === void 0 ? await defaultBranch(e, r.event) : void 0);
	const o = a === void 0 ? void 0 : await localTip(e, a, r);
	if (isObjectName(n)) {
		if ((await i.obtain([n])).has(n)) return o !== void 0 && await follows(e, n, o) ? o : n;
		throw outOfReach(`commit ${shortName(n)}`);
	}
	const s = o ?? (a === void 0 ? void 0 : await fetchedTip(i, a)) ?? await defaultCommit(e, r);
	if (s === void 0) throw outOfReach(a === void 0 ? "branch" : `branch ${a}`);
	return s;
}
async function localTip(e, t, { remote: n }) {
	const { configuredOrigin: r } = e;
	if (r === void 0) return findCommit(e, `refs/heads/${t}`);
	const i = repositoryOf(r);
	return i === void 0 || n === null || namesOf(n).includes(i) ? findCommit(e, `refs/remotes/origin/${t}`) : void 0;
}
function namesOf({ serverUrl: e, repository: t }) {
	const n = `/${t.toLowerCase()}`;
	return [n, `${(URL.canParse(e) ? new URL(e).pathname.replace(/\/+$/, "") : "").toLowerCase()}${n}`];
}
function repositoryOf(e) {
	const t = /^[\w.-]+@[\w.-]+:(.+)$/.exec(e)?.[1];
	const n = URL.canParse(e) ? new URL(e) : void 0;
	const r = (t ?? (n === void 0 || n.protocol === "file:" ? void 0 : n.pathname))?.replace(/\/+$/, "").replace(/\.git$/, "");
	return r === void 0 ? void 0 : `/${r}`.replace(/^\/+/, "/").toLowerCase();
}
async function fetchedTip(e, t) {
	const { repo: n } = e;
	if ((await n.run(["check-ref-format", `refs/heads/${t}`])).exitCode !== 0 || !e.canFetch) return void 0;
	const r = `refs/assay/base/${t}`;
	await e.fetchRefs([`+refs/heads/${t}:${r}`]);
	return findCommit(n, r);
}
async function defaultCommit(e, { event: t }) {
	if (t === null || !ON_DEFAULT_BRANCH.has(t.name) || t.sha === void 0) return;
	return isObjectName(t.sha) ? findCommit(e, t.sha) : void 0;
}
const ON_DEFAULT_BRANCH = new Set([
	"issue_comment",
	"workflow_run",
	"check_run",
	"check_suite",
	"status"
]);
async function follows(e, t, n) {
	return await mergeBase(e, t, n) === t;
}
function outOfReach(e) {
	return new ExternalError(`The base of the change can't be read: the clone does not hold ${e}`, { hint: "Set `fetch-depth: 0` on actions/checkout, or give the step its `token`, so that it is fetched." });
}
const MAX_ROUNDS = 100;
async function prefetchObjects(e, t, n, r) {
	if (n.kind === "nothing" || !e.partial) return;
	for (let i = 0; i < MAX_ROUNDS; i++) {
		const i = await missingObjects(e, n);
		if (i.length === 0) return;
		if (t === void 0) throw incomplete(i.length, "nothing may be fetched in this run");
		r.info(`Fetching ${i.length} objects that the partial clone left out`);
		const a = await fetchFrom(e, t, {
			options: ["--filter=blob:none"],
			refs: i
		}, r);
		if (a.exitCode !== 0) throw incomplete(i.length, a.stderr.trim());
	}
	throw incomplete((await missingObjects(e, n)).length, "the server did not send them");
}
async function missingObjects(e, t) {
	const n = revisionsOf(t);
	if (n === void 0) return [];
	const r = (t, n) => e.read(["rev-list", ...t], { input: n }).then((e) => e.toString("latin1"));
	const i = ["--objects", "--missing=print"];
	const a = [await r([...i, ...n.options], n.input)];
	const o = (await r(["--boundary", ...n.options], n.input)).split("\n").filter((e) => e.startsWith("-")).map((e) => e.slice(1));
	const s = t.kind === "commits" ? [t.base, t.mergeBase] : [];
	const c = [...new Set([...o, ...s.flatMap((e) => e ?? [])])];
	if (c.length > 0) a.push(await r([
		...i,
		"--no-walk",
		"--stdin"
	], `${c.join("\n")}\n`));
	const l = a.flatMap((e) => e.split("\n")).filter((e) => e.startsWith("?")).map((e) => e.slice(1));
	return [...new Set(l)].sort();
}
function incomplete(e, t) {
	return new UsageError(`${e} objects of the range are missing: the clone is partial`, {
		hint: "Check out without `filter` and `sparse-checkout`, or give the step a token.",
		problems: t.split("\n").slice(0, 5)
	});
}
const ALL_REFS = ["+refs/heads/*:refs/remotes/origin/*", "+refs/tags/*:refs/tags/*"];
async function between(e, t, n, r) {
	const { repo: i } = e;
	await e.require([n, t]);
	const a = `${shortName(t)}..${shortName(n)}`;
	await e.deepenUntil(`the range ${a}`, [n, t], async () => {
		return await mergeBase(i, t, n) !== void 0 && await isWholeRange(i, n, [t]);
	});
	const o = await mergeBase(i, t, n);
	const s = {
		kind: "commits",
		base: t,
		head: n,
		...o === void 0 ? {} : { mergeBase: o },
		description: `${r}, ${a}`
	};
	return await countCommits(i, s) > 0 ? s : tipOnly(e, n, r);
}
async function tipOnly(e, t, n) {
	const { repo: r } = e;
	await e.deepenUntil(`the parents of ${shortName(t)}`, [t], async () => {
		const n = [...((await r.read([
			"cat-file",
			"commit",
			t
		])).toString("latin1").split("\n\n")[0] ?? "").matchAll(/^parent ([0-9a-f]+)$/gm)];
		const i = await parentsOf(e, t);
		return n.length === i.length;
	});
	const [i, ...a] = await parentsOf(e, t);
	return {
		kind: "commits",
		...i === void 0 ? {} : {
			base: i,
			mergeBase: i
		},
		...a.length === 0 ? {} : { exclude: a },
		head: t,
		description: `${n}, nothing is new, only the tip ${shortName(t)}`
	};
}
async function wholeHistory(e, t, n) {
	const r = () => isWholeRange(e.repo, t, []);
	await e.deepenUntil(`the history of ${shortName(t)}`, [t], r);
	return {
		kind: "commits",
		head: t,
		description: `${n}, whole history of ${shortName(t)}`
	};
}
async function parentsOf({ repo: e }, t) {
	const [, ...n] = (await e.read([
		"rev-list",
		"--parents",
		"--max-count=1",
		t
	])).toString("latin1").trim().split(" ");
	const r = await findCommits(e, n);
	return n.filter((e, t) => r[t] !== void 0);
}
async function tagged(e, t, { ref: n, otherwise: r }) {
	const { repo: i } = e;
	await e.deepenUntil(`the tags before ${n}`, ALL_REFS, async () => false);
	if (r !== void 0) await e.obtain([r]);
	const a = await findCommit(i, n) ?? (r && await findCommit(i, r));
	if (a === void 0 || a === "") throw new UsageError(`The clone does not hold the tag ${n}`, { hint: "Set `fetch-depth: 0` and `fetch-tags: true` on actions/checkout." });
	const o = await sinceEarlier(e, t, a);
	const s = await tagObject(i, n) ?? (r && await tagObject(i, r));
	return s && o.kind === "commits" ? {
		...o,
		tag: s
	} : o;
}
async function sinceEarlier(e, t, n) {
	const { repo: r } = e;
	const i = await previousTag(r, n);
	if (i !== void 0) return between(e, i.commit, n, `tag, since ${i.name}`);
	const a = await defaultTip(e, t);
	const o = a === void 0 ? void 0 : await mergeBase(r, a, n);
	if (a === void 0 || o === void 0 || o === n) return wholeHistory(e, n, "tag without an earlier one");
	return between(e, a, n, `tag, since ${shortName(o)} on the default branch`);
}
async function previousTag(e, t) {
	const n = await e.run([
		"describe",
		"--tags",
		"--abbrev=0",
		`${t}^`
	]);
	if (n.exitCode !== 0) return void 0;
	const r = Buffer.from(n.stdout).toString().trim();
	const i = await findCommit(e, `refs/tags/${r}`);
	return i === void 0 ? void 0 : {
		name: r,
		commit: i
	};
}
async function tagObject(e, t) {
	if (/[\n\r\0]/.test(t)) return void 0;
	const n = await e.read(["cat-file", "--batch-check=%(objecttype) %(objectname)"], { input: `${t}\n` });
	return /^tag ([0-9a-f]+)\n$/.exec(n.toString("latin1"))?.[1];
}
function pullRequest(e, t) {
	const n = commitAt(t, "pull_request.base.sha");
	const r = commitAt(t, "pull_request.head.sha");
	return between(e, n, r, "pull request");
}
function mergeGroup(e, t) {
	const n = commitAt(t, "merge_group.base_sha");
	const r = commitAt(t, "merge_group.head_sha");
	return between(e, n, r, "merge group");
}
function release(e, t) {
	const n = textAt(t, "release.tag_name");
	if (n === void 0) throw new UsageError("The payload of the event release has no release.tag_name");
	const r = `refs/tags/${n}`;
	return tagged(e, t, {
		ref: r,
		otherwise: isObjectName(t.sha) ? t.sha : void 0
	});
}
async function everything(e, t) {
	await e.deepenUntil("the whole history", ALL_REFS, async () => false);
	return {
		kind: "all",
		description: t === void 0 ? "the whole history" : `${t}, the whole history`
	};
}
async function overridden(e, { base: t, head: n = "HEAD" }) {
	const r = await namedCommit(e, t);
	return between(e, r, await namedCommit(e, n), "named range");
}
async function namedCommit(e, t) {
	if (isObjectName(t)) await e.require([t]);
	const n = await findCommit(e.repo, t) ?? await branchTip(e, t);
	if (n !== void 0) return n;
	throw new UsageError(`"${t}" is no commit, tag or branch of this clone`, { hint: "Check the name, and set `fetch-depth: 0` on actions/checkout." });
}
async function push(e, t) {
	if (valueAt(t, "deleted") === true) return deleted(t);
	if (valueAt(t, "after") === void 0) return withoutPayload(e, t);
	const n = commitAt(t, "after");
	if (isNull(n)) return deleted(t);
	if (t.ref?.startsWith("refs/tags/")) return tagged(e, t, {
		ref: t.ref,
		otherwise: n
	});
	const r = valueAt(t, "before") === void 0 ? ZEROS : commitAt(t, "before");
	if (isNull(r)) return newBranch(e, t, n);
	return valueAt(t, "forced") === true ? forcedPush(e, t, r, n) : between(e, r, n, "push");
}
async function withoutPayload(e, t) {
	const { repo: n } = e;
	const r = (t.sha === void 0 ? void 0 : await findCommit(n, t.sha)) ?? await findCommit(n, "HEAD");
	if (r === void 0) return everything(e, "push to a branch without commits");
	return t.ref?.startsWith("refs/tags/") ? tagged(e, t, {
		ref: t.ref,
		otherwise: r
	}) : newBranch(e, t, r, "push whose payload names no commits");
}
function deleted(e) {
	return {
		kind: "nothing",
		description: `push that deleted ${e.ref ?? "a branch"}`
	};
}
async function forcedPush(e, t, n, r) {
	if ((await e.obtain([n])).has(n)) return between(e, n, r, "forced push");
	if (await isShallow(e.repo) && !e.canFetch) throw new UsageError(`The clone does not hold ${shortName(n)}, which this push replaced`, { hint: "Set `fetch-depth: 0` on actions/checkout." });
	return newBranch(e, t, r, "forced push, the old tip is gone");
}
async function newBranch(e, t, n, r = "new branch") {
	const { repo: i } = e;
	await e.require([n]);
	const a = t.ref?.replace(/^refs\/heads\//, "");
	const o = a !== void 0 && a === await defaultBranch(i, t) ? void 0 : await defaultTip(e, t);
	const s = (await remoteBranches(i)).filter(({ name: e }) => e !== a);
	const c = [...new Set([...o ? [o] : [], ...s.map(({ commit: e }) => e)])];
	const [l, ...u] = c;
	if (l === void 0) return wholeHistory(e, n, r);
	await e.deepenUntil(`what ${shortName(n)} adds`, [n, ...c], async () => {
		return await mergeBase(i, l, n) !== void 0 && await isWholeRange(i, n, c);
	});
	const d = await mergeBase(i, l, n);
	const f = {
		kind: "commits",
		base: l,
		exclude: u,
		head: n,
		...d === void 0 ? {} : { mergeBase: d },
		description: `${r}, ${shortName(n)} without other branches`
	};
	if (!await holdsAll(i, f, distinctCommits(t))) return o === void 0 ? wholeHistory(e, n, r) : between(e, o, n, r);
	return await countCommits(i, f) > 0 ? f : tipOnly(e, n, r);
}
function distinctCommits(e) {
	const t = valueAt(e, "commits");
	if (!Array.isArray(t)) return [];
	return t.flatMap((e) => {
		const { id: t, distinct: n } = isRecord(e) ? e : {};
		return n === true && isObjectName(t) ? [t] : [];
	});
}
async function holdsAll(e, t, n) {
	const r = revisionsOf(t);
	if (n.length === 0 || r === void 0) return true;
	const i = await e.read(["rev-list", ...r.options], { input: r.input });
	const a = new Set(i.toString("latin1").split("\n"));
	return n.every((e) => a.has(e));
}
const ROWS = new Map([
	["pull_request", pullRequest],
	["pull_request_target", pullRequest],
	["pull_request_review", pullRequest],
	["pull_request_review_comment", pullRequest],
	["push", push],
	["release", release],
	["merge_group", mergeGroup]
]);
async function resolveRange(e, t) {
	const { event: n, override: r, logger: i } = t;
	const a = await allowedRemote(e, t);
	const o = createHistory(e, a, i);
	const s = n === null ? void 0 : ROWS.get(n.name);
	const c = r !== void 0 ? await overridden(o, r) : n !== null && s !== void 0 ? await s(o, n) : await everything(o, n?.name);
	await prefetchObjects(e, a, c, i);
	return c;
}
const MAX_REF_BYTES = 4096;
const MAX_PACKED_BYTES = 16777216;
const OBJECT_NAME = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
async function checkedOut(e) {
	const t = await readLine(join(e.folders.git, "HEAD"));
	if (OBJECT_NAME.test(t)) return { commit: t };
	const n = /^ref: (refs\/heads\/[^\\]+)$/.exec(t)?.[1];
	const r = n === void 0 || n.includes("..") ? "" : await commitOf(e, n);
	if (n !== void 0 && OBJECT_NAME.test(r)) return {
		commit: r,
		ref: n
	};
	return askGit(e);
}
async function commitOf({ folders: e }, t) {
	const n = join(e.common, t);
	if (await lstat(n).then((e) => !e.isDirectory(), () => false)) return readLine(n);
	const r = (await readSmallFile(join(e.common, "packed-refs"), MAX_PACKED_BYTES))?.toString("utf8") ?? "";
	const i = r.indexOf(` ${t}\n`);
	return i < 0 ? "" : r.slice(r.lastIndexOf("\n", i) + 1, i);
}
async function readLine(e) {
	return (await readSmallFile(e, MAX_REF_BYTES))?.toString("utf8").trim() ?? "";
}
async function askGit(e) {
	const t = await e.run([
		"rev-parse",
		"HEAD",
		"--symbolic-full-name",
		"HEAD"
	]);
	if (t.exitCode !== 0) return {};
	const [n = "", r = ""] = Buffer.from(t.stdout).toString().trim().split("\n");
	return {
		...OBJECT_NAME.test(n) && { commit: n },
		...r.startsWith("refs/") && { ref: r }
	};
}
const SIGNATURE = 1145655875;
const HEADER = 12;
const STATUS = 40;
const MODE_AT = 24;
const GITLINK = 57344;
const FOLDER = 16384;
const EXTENDED = 16384;
const SKIP_WORKTREE = 16384;
const LENGTH = 4095;
const MAX_PATH_BYTES = 268435456;
function readIndexFile(e, t) {
	if (e.length < HEADER + t || e.readUInt32BE(0) !== SIGNATURE) return void 0;
	const n = e.readUInt32BE(4);
	const r = e.readUInt32BE(8);
	const i = e.length - t;
	if (n < 2 || n > 4) return void 0;
	const a = [];
	let o = Buffer.alloc(0);
	let s = 0;
	let c = HEADER;
	for (let l = 0; l < r; l++) {
		const r = c;
		c += STATUS + t + 2;
		if (c > i) return void 0;
		const l = e.readUInt32BE(r + MODE_AT);
		const u = e.readUInt16BE(c - 2);
		const d = (u & EXTENDED) === 0 ? 0 : e.readUInt16BE(c);
		if ((u & EXTENDED) !== 0) c += 2;
		const f = o;
		if (n === 4) {
			const t = readOffset(e, c);
			const n = e.indexOf(0, t.end);
			if (n < 0 || n >= i || t.value > f.length) return void 0;
			const r = f.subarray(0, f.length - t.value);
			o = Buffer.concat([r, e.subarray(t.end, n)]);
			c = n + 1;
		} else {
			const t = u & LENGTH;
			const n = t < LENGTH ? c + t : e.indexOf(0, c);
			if (n < c || n >= i) return void 0;
			o = e.subarray(c, n);
			c = r + (n - r + 8 & -8);
		}
		s += o.length;
		if (l === FOLDER || s > MAX_PATH_BYTES) return void 0;
		if (o.equals(f)) continue;
		const p = l === GITLINK ? "submodule" : (d & SKIP_WORKTREE) !== 0 ? "sparse" : "file";
		a.push({
			path: o,
			kind: p
		});
	}
	return understandsRest(e, c, i) ? a : void 0;
}
function understandsRest(e, t, n) {
	let r = t;
	for (; r + 8 <= n; r += 8 + e.readUInt32BE(r + 4)) {
		const t = e[r] ?? 0;
		if (t < 65 || t > 90) return false;
	}
	return r === n;
}
function readOffset(e, t) {
	let n = t;
	let r = e[n++] ?? 0;
	let i = r & 127;
	while ((r & 128) !== 0 && n < e.length) {
		r = e[n++] ?? 0;
		i = (i + 1) * 128 + (r & 127);
	}
	return {
		value: i,
		end: n
	};
}
const MAX_POINTER_BYTES = 1023;
const ATTRIBUTES = Buffer.from(".gitattributes");
const MAX_ATTRIBUTES_BYTES = 1048576;
const POINTER = /^version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\/v1\n(?:[a-z0-9.-]+ [^\n]*\n)*?oid sha256:[0-9a-f]{64}\n(?:[a-z0-9.-]+ [^\n]*\n)*$/;
function isLfsPointer(e) {
	return e.length <= MAX_POINTER_BYTES && POINTER.test(e);
}
async function lfsPointers(e, t) {
	if (!await usesLfs(e, t)) return [];
	const n = Buffer.concat(t.flatMap((e) => [e, Buffer.of(0)]));
	const r = await e.read([
		"check-attr",
		"-z",
		"--stdin",
		"filter"
	], { input: n });
	const i = [...records(r)];
	const a = [];
	for (let t = 0; t + 2 < i.length; t += 3) {
		const [n, r] = [i[t], i[t + 2]];
		if (n === void 0 || r?.toString("latin1") !== "lfs") continue;
		const o = await textOf(e, n, MAX_POINTER_BYTES);
		if (o !== void 0 && isLfsPointer(o)) a.push(decodePath(n));
	}
	return a;
}
async function usesLfs(e, t) {
	const n = t.filter((e) => {
		const t = e.length - ATTRIBUTES.length;
		return t >= 0 && e.subarray(t).equals(ATTRIBUTES);
	});
	const r = e.prefix.split("/").length - 1;
	const i = Array.from({ length: r }, (e, t) => Buffer.concat([Buffer.from("../".repeat(t + 1)), ATTRIBUTES]));
	for (const t of [...i, ...n]) {
		const n = await textOf(e, t, MAX_ATTRIBUTES_BYTES);
		if (n !== void 0 && /\bfilter=lfs\b/.test(n)) return true;
	}
	return false;
}
async function textOf(e, t, n) {
	const r = Buffer.concat([Buffer.from(`${e.root}/`), t]);
	return (await readSmallFile(r, n))?.toString("latin1");
}
const MAX_INDEX_BYTES = 536870912;
async function absentFiles(e) {
	if (e.bare) return [];
	const t = await ownEntries(e) ?? await askedEntries(e);
	const n = [];
	const r = new Map();
	const i = (t) => {
		const n = t.toString("latin1");
		const i = r.get(n) ?? isOnDisk(e, t);
		r.set(n, i);
		return i;
	};
	for (const { path: r, kind: a } of t) {
		if (a === "file") continue;
		if (!(a === "submodule" ? await isOnDisk(e, Buffer.concat([r, Buffer.from("/.git")])) : await i(folderOf(r)) && await isOnDisk(e, r))) n.push({
			path: decodePath(r),
			kind: a
		});
	}
	const a = t.filter(({ kind: e }) => e === "file").map(({ path: e }) => e);
	const o = await lfsPointers(e, a);
	n.push(...o.map((e) => ({
		path: e,
		kind: "lfs"
	})));
	return n.sort((e, t) => e.path < t.path ? -1 : 1);
}
const WHY_ABSENT = {
	sparse: "the sparse checkout leaves it out",
	submodule: "a submodule that is not checked out",
	lfs: "a Git LFS pointer: the content is not in the clone"
};
async function ownEntries(e) {
	const t = await readSmallFile(join(e.folders.git, "index"), MAX_INDEX_BYTES);
	const n = e.objectFormat === "sha256" ? 32 : 20;
	const r = t === void 0 ? void 0 : readIndexFile(t, n);
	if (e.prefix === "") return r;
	const i = Buffer.from(e.prefix);
	return r?.filter(({ path: e }) => e.subarray(0, i.length).equals(i)).map(({ path: e, kind: t }) => ({
		path: e.subarray(i.length),
		kind: t
	}));
}
async function askedEntries(e) {
	const t = [];
	let n;
	for (const r of records(await e.read([
		"ls-files",
		"-z",
		"-t",
		"--stage"
	]))) {
		const e = r.indexOf(9);
		const [i, a] = r.toString("latin1", 0, e).split(" ");
		const o = r.subarray(e + 1);
		if (n?.equals(o)) continue;
		n = o;
		t.push({
			path: o,
			kind: a === "160000" ? "submodule" : i === "S" ? "sparse" : "file"
		});
	}
	return t;
}
function folderOf(e) {
	return e.subarray(0, Math.max(e.lastIndexOf("/"), 0));
}
async function isOnDisk(e, t) {
	return lstat(Buffer.concat([Buffer.from(`${e.root}/`), t])).then(() => true, () => false);
}
function baseFiles({ repo: e, commit: t }, { checkout: n, folder: r }, i) {
	return {
		from: "base",
		commit: t,
		addedMarksCount: false,
		async read(a, { named: o = false, maxBytes: s = MAX_FILE_BYTES$2 } = {}) {
			const c = resolve(r, a);
			if (!o && !isInside(r, c)) throw new UsageError(`The path ${a} leads out of the working directory`);
			const l = await n.place(c);
			if (l === void 0) return i.read(a, {
				named: o,
				maxBytes: s
			});
			return followedFileAt(e, t, l, s);
		}
	};
}
const MAX_SHOWN = 80;
const MAX_ITEMS = 5;
function sameValue(e, t) {
	return canonical(e) === canonical(t);
}
function itemsMissing(e, t) {
	const n = new Map();
	for (const e of t) n.set(canonical(e), (n.get(canonical(e)) ?? 0) + 1);
	return e.filter((e) => {
		const t = n.get(canonical(e)) ?? 0;
		n.set(canonical(e), t - 1);
		return t <= 0;
	});
}
function show(e) {
	if (e === void 0 || e === null) return "nothing";
	if (Array.isArray(e)) return e.length === 0 ? "an empty list" : showItems(e);
	if (isRecord(e)) {
		const t = Object.entries(e).filter(([, e]) => e !== void 0);
		return clip(t.map(([e, t]) => `${e}: ${show(t)}`).join(", "), MAX_SHOWN);
	}
	return clip(String(e).replace(/\s+/g, " "), MAX_SHOWN);
}
function showItems(e) {
	const t = e.length - MAX_ITEMS;
	return `${e.slice(0, MAX_ITEMS).map((e) => isRecord(e) ? `(${show(e)})` : show(e)).join(", ")}${t > 0 ? ` and ${t} more` : ""}`;
}
function canonical(e) {
	return JSON.stringify(e, (e, t) => isRecord(t) ? Object.fromEntries(Object.entries(t).sort(([e], [t]) => e < t ? -1 : 1)) : t) ?? "undefined";
}
function loosenedBy(e, t, n, r) {
	if (r === "none" || sameValue(t, n)) return void 0;
	const i = {
		before: show(t),
		after: show(n),
		what: `\`${e}\` changes from ${show(t)} to ${show(n)}`
	};
	if (r === "added" || r === "removed") {
		const [a, o] = [listOf(t), listOf(n)];
		if (a === void 0 || o === void 0 || r === "removed" && t === void 0) return i;
		const s = r === "added" ? itemsMissing(o, a) : itemsMissing(a, o);
		if (s.length === 0) return void 0;
		const c = r === "added" ? "gains" : "loses";
		return {
			...i,
			what: `\`${e}\` ${c} ${showItems(s)}`
		};
	}
	if (r === "lower") return typeof t === "number" && typeof n === "number" && n > t ? void 0 : i;
	if (r === "off") return n === true ? void 0 : i;
	if (r === "any") return i;
	const [a, o] = [t, n].map((e) => r.toward.indexOf(String(e)));
	return a !== void 0 && o !== void 0 && o >= 0 && o < a ? void 0 : i;
}
function listOf(e) {
	if (e === void 0 || e === null) return [];
	return Array.isArray(e) ? e : void 0;
}
const CORE = {
	version: "none",
	suppressions: "added",
	"settings.loosening": { toward: ["block", "report"] }
};
function compareConfigs(e, t, n) {
	const r = knowledgeOf(n);
	const i = new Set([e, t].flatMap(leaves));
	const a = [];
	for (const n of [...i].sort()) {
		if (/^rules(?:\.|$)/.test(n) || n === "baseline") continue;
		const { loosening: i, fallback: o, secret: s } = r(n);
		const [c, l] = [e, t].map((e) => e.value(n) ?? o);
		const u = loosenedBy(n, c, l, i);
		if (u === void 0) continue;
		a.push(s ? {
			key: n,
			...HIDDEN,
			what: `\`${n}\` changes`
		} : {
			key: n,
			...u
		});
	}
	return [...a, ...compareRules(e, t, n)];
}
const HIDDEN = {
	before: "(a secret)",
	after: "(a secret)"
};
function leaves(e) {
	const t = [];
	const n = (e, r) => {
		if (isRecord(e) && !Object.keys(e).some((e) => e.includes("."))) for (const [t, i] of Object.entries(e)) n(i, [...r, t]);
		else if (r.length > 0) t.push(r.join("."));
	};
	n(e.value(""), []);
	return t;
}
function knowledgeOf(e) {
	const t = new Map();
	const n = [
		COMMON_INPUTS,
		ACTION_INPUTS,
		...e.map((e) => e.inputs ?? {})
	];
	for (const e of n.flatMap((e) => Object.values(e))) if (e.configKey !== void 0) t.set(e.configKey, e);
	const r = new Map(Object.entries(CORE));
	for (const { key: t, loosened: n = {} } of e) for (const [e, i] of Object.entries(n)) r.set(`${t}.${e}`, i);
	const i = e.filter(({ check: e }) => e === true).map(({ key: e }) => e);
	return (e) => {
		if (e === "checks") return {
			loosening: "removed",
			fallback: i,
			secret: false
		};
		const n = t.get(e);
		return {
			loosening: r.get(e) ?? n?.loosened ?? "any",
			fallback: n !== void 0 && "default" in n ? n.default : void 0,
			secret: n?.secret === true
		};
	};
}
function compareRules(e, t, n) {
	const [r, i] = [e, t].map((e) => e.section("rules") ?? {});
	if (r === void 0 || i === void 0) return [];
	const { rules: a } = knownRules(n);
	const o = [...SEVERITIES, "off"];
	return [...new Set([...Object.keys(r), ...Object.keys(i)])].sort().flatMap((e) => {
		const t = rulesOf(e, a).flatMap((t) => {
			const { aliases: n, severity: s } = a[t] ?? {};
			const [c, l] = [r, i].map((e) => levelOf(e, t, n) ?? s);
			return loosenedBy(`rules.${e}`, c, l, { toward: o }) ?? [];
		});
		return t[0] === void 0 ? [] : [{
			key: `rules.${e}`,
			...t[0]
		}];
	});
}
function mergedFiles(e, t, n) {
	return {
		...e,
		async read(r, i) {
			const a = await e.read(r, i);
			const o = await t.read(r, i).catch(() => "unreadable");
			return o !== "unreadable" && sameBytes(a, o) ? n.read(r, i) : a;
		}
	};
}
function sameBytes(e, t) {
	if (e === void 0 || t === void 0) return e === t;
	return Buffer.compare(e, t) === 0;
}
function compareBaselines(e, t) {
	const n = "baseline";
	const r = (e) => e === void 0 ? "nothing" : plural(e.entries.size, "finding");
	let i = 0;
	let a = 0;
	for (const { fingerprint: n, check: r, acceptedAt: o } of t?.entries.values() ?? []) {
		const t = e?.entries.get(n);
		if (t?.check !== r) i += 1;
		else if (Date.parse(o) > Date.parse(t.acceptedAt)) a += 1;
	}
	const o = [...i > 0 ? [`accepts ${plural(i, "finding")} more`] : [], ...a > 0 ? [`accepts ${plural(a, "finding")} again, from a later day on`] : []];
	if (o.length === 0) return [];
	return [{
		key: n,
		before: r(e),
		after: r(t),
		what: `\`baseline\` ${o.join(" and ")}`
	}];
}
function compareFiles({ path: e, loosened: t }, n, r) {
	const [i, a] = [linesOf(n), linesOf(r)];
	if (i === void 0 && a === void 0) return [];
	const o = {
		before: size(i),
		after: size(a)
	};
	if (t === "added") {
		const t = itemsMissing(a ?? [], i ?? []).length;
		if (t === 0) return [];
		return [{
			key: e,
			...o,
			what: `\`${e}\` gains ${plural(t, "line")}`
		}];
	}
	if (sameBytes(n, r)) return [];
	const s = i === void 0 ? "is new" : a === void 0 ? "is deleted" : "changes";
	return [{
		key: e,
		...o,
		what: `\`${e}\` ${s}`
	}];
}
function size(e) {
	return e === void 0 ? "nothing" : plural(e.length, "line");
}
function linesOf(e) {
	if (e === void 0) return void 0;
	return Buffer.from(e).toString("utf8").split("\n").map((e) => e.trim()).filter((e) => e !== "" && !e.startsWith("#"));
}
async function reviewChange(e, t, n, { commit: r, branch: i }) {
	const a = e.config.value("settings.loosening");
	const o = e.config.path !== void 0 || t.config.path !== void 0 ? compareConfigs(e.config, t.config, await n.loadSections()) : [];
	return {
		mode: a ?? "report",
		base: `${i ?? "the base branch"} at ${r.slice(0, 10)}`,
		loosened: [
			...o,
			...compareBaselines(e.baseline, t.baseline),
			...await otherFiles(e, t, n)
		]
	};
}
async function otherFiles(e, t, n) {
	const r = new Map();
	for (const { inputs: i } of [e, t]) {
		const e = await n.command.parts?.(i) ?? [];
		for (const t of [n.command, ...e]) r.set(t.name, t);
	}
	const i = [];
	for (const a of r.values()) {
		for (const r of a.settingsFiles ?? []) {
			const a = r.environment && n.environment[r.environment];
			const o = a ? {
				...r,
				path: a
			} : r;
			const s = o !== r;
			const c = [await e.files.read(o.path, { named: s }), await t.files.read(o.path, { named: s })];
			i.push(...compareFiles(o, ...c));
		}
		const [r, o] = [e, t].map((e) => namedFiles(a, e, n));
		for (const [n, a] of Object.entries(o ?? {})) {
			const o = {
				path: a,
				loosened: "any"
			};
			const s = r?.[n];
			const c = [s === void 0 ? void 0 : await e.files.read(s, { named: true }), await t.files.read(a, { named: true })];
			i.push(...compareFiles(o, ...c));
		}
	}
	return i;
}
function namedFiles(e, { config: t, workspace: n }, { command: r, explicit: i, environment: a, host: o }) {
	const s = Object.fromEntries(Object.entries(inputsOf(e)).filter(([, e]) => e.type === "path" && e.decides === true));
	const c = Object.entries(e === r ? i : {});
	const { values: l } = resolveInputs(s, {
		explicit: Object.fromEntries(c.filter(([e]) => Object.hasOwn(s, e))),
		environment: a,
		config: t,
		host: o,
		root: n.root
	});
	const u = Object.entries(l).filter(([, e]) => typeof e === "string");
	return Object.fromEntries(u);
}
function traced(e, { checkout: t, folder: n }) {
	const r = new Map();
	return {
		...e,
		reads: r,
		async read(i, a = {}) {
			const o = await e.read(i, a);
			const { named: s = false, decides: c = true } = a;
			if (!c) return o;
			const l = s && await t.place(resolve(n, i)) === void 0;
			r.set(i, {
				path: i,
				named: s,
				bytes: o,
				from: l ? "input" : e.from
			});
			return o;
		}
	};
}
async function chooseSettings(e, t) {
	const { root: n } = e.workspace;
	const r = workTreeFiles(e.workspace);
	const { folder: i } = e;
	const a = {
		folder: i,
		checkout: await checkoutAround(n)
	};
	const o = await judgementBy(r, a, e, t);
	const s = originOf$2(t.event);
	if (s.kind === "trusted") return { judgement: o };
	const c = await linkOut(i);
	if (c !== void 0) throw new UsageError(`The symbolic link ${c} leads out of the checkout`, { hint: "Name the folder that is to be looked at with `working-directory`: a change may have brought the link." });
	const l = s.kind === "outside-change";
	let u;
	try {
		const { openBase: e } = await import("./runtime-settings-open-base.js");
		const { top: n } = a.checkout;
		u = await e(s.base, {
			...t,
			root: n,
			offline: o.inputs.offline
		});
	} catch (e) {
		if (l || !(e instanceof ExternalError)) throw e;
		return {
			judgement: o,
			review: {
				mode: "report",
				loosened: [],
				unreadable: e.message
			}
		};
	}
	const d = await headOf(u);
	const f = {
		folder: i,
		checkout: await contentOf(u, d.commit, n)
	};
	const p = baseFiles(u, f, r);
	const m = baseFiles({
		...u,
		commit: d.branchedOff
	}, f, r);
	const h = async () => d.branchedOff === u.commit ? o : judgementBy(mergedFiles(r, m, p), a, e, t);
	if (l) {
		const n = await judgementBy(p, f, e, t).catch((e) => Promise.reject(onBase(e, u)));
		const r = await h();
		return {
			judgement: n,
			own: r,
			review: await reviewChange(n, r, t, u)
		};
	}
	try {
		const n = await judgementBy(p, f, e, t, true);
		return {
			judgement: o,
			review: await reviewChange(n, await h(), t, u)
		};
	} catch (e) {
		const { message: t, kind: n } = asKnownError(onBase(e, u));
		if (n === "internal") throw e;
		return {
			judgement: o,
			review: {
				mode: "report",
				loosened: [],
				unreadable: t
			}
		};
	}
}
async function headOf({ repo: e, commit: t }) {
	const { findCommit: n, mergeBase: r } = await import("./git.js");
	const i = await n(e, "HEAD");
	return {
		commit: i,
		branchedOff: (i === void 0 ? void 0 : await r(e, t, i)) ?? t
	};
}
async function contentOf({ repo: e, commit: t }, n, r) {
	const { isInTree: i } = await import("./git.js");
	return checkoutAround(r, async (r) => {
		for (const a of [t, n]) if (a !== void 0 && await i(e, a, r)) return true;
		return false;
	});
}
async function judgementBy(e, t, n, r, i = false) {
	const a = traced(e, t);
	const o = async (t, n) => i && t !== void 0 && await e.read(t, { named: n }) === void 0;
	const { configPath: s, ...c } = n;
	const l = await o(s, true);
	const u = await prepareWith(a, {
		...c,
		configPath: l ? void 0 : s
	}, r);
	const { baseline: d } = u.inputs;
	const f = u.sources["baseline"]?.from !== "config";
	const p = await o(d, f) ? void 0 : await readBaseline(a, d, f);
	return {
		...u,
		config: placedAt(u.config, e.commit),
		files: a,
		baseline: p
	};
}
function placedAt(e, t) {
	if (t === void 0) return e;
	return {
		...e,
		place(n) {
			const r = e.place(n);
			return r === void 0 ? void 0 : {
				...r,
				commit: t
			};
		}
	};
}
function onBase(e, { commit: t, branch: n }) {
	if (!(e instanceof UsageError)) return e;
	const r = `${n ?? "the base branch"} at ${t.slice(0, 10)}`;
	return new UsageError(`${e.message} (read from ${r})`, {
		problems: e.problems,
		...e.hint !== void 0 && { hint: e.hint },
		cause: e
	});
}
function reportSettings({ judgement: e, own: t, review: n }, r) {
	const i = t === void 0 || !r ? [] : sourcesOf(t).filter(({ from: e }) => e !== "input");
	return {
		sources: [...sourcesOf(e), ...i.map((e) => ({
			...e,
			judgement: "own"
		}))],
		loosened: (n?.loosened ?? []).map(({ key: e, before: t, after: n }) => ({
			key: e,
			before: t,
			after: n
		}))
	};
}
function settingsNotices({ own: e, review: t }, n) {
	if (e === void 0 || t?.base === void 0) return [];
	const r = n ? ", and a second time by those that it brings: what either blocks, blocks" : "";
	return [`The change comes from outside: it was judged by the settings of ${t.base}${r}.`];
}
async function bringsOther({ judgement: e, own: t }) {
	if (t === void 0) return false;
	const n = (e) => e.files.reads.get(e.config.path ?? "")?.bytes;
	const r = (e) => e.files.reads.get(e.inputs.baseline ?? "")?.bytes;
	if (!sameBytes(n(e), n(t))) return true;
	if (!sameBytes(r(e), r(t))) return true;
	const i = new Set([e, t].flatMap((e) => [e.config.path, e.inputs.baseline]));
	for (const { path: n, named: r, bytes: a, from: o } of e.files.reads.values()) {
		if (o === "input" || i.has(n)) continue;
		const e = await t.files.read(n, { named: r }).catch(() => "unreadable");
		if (e === "unreadable" || !sameBytes(a, e)) return true;
	}
	return false;
}
function sourcesOf({ files: e, config: t, inputs: n }) {
	return [...e.reads.values()].flatMap(({ path: r, from: i, bytes: a }) => {
		if (a === void 0) return [];
		const o = r === t.path ? "config" : r === n.baseline ? "baseline" : r;
		const s = i === "base" ? e.commit : void 0;
		return [{
			what: o,
			path: r,
			from: i,
			...s !== void 0 && { commit: s }
		}];
	});
}
function settingsFindings({ mode: e, loosened: t, unreadable: n, base: r = "the base branch" }, i) {
	return [...n === void 0 ? [] : [{
		ruleId: "settings.base-unreadable",
		severity: "low",
		message: `Whether the change loosens settings is not known: ${n}`,
		fingerprint: fingerprint("settings.base-unreadable"),
		remediation: "Set `fetch-depth: 0` on actions/checkout, or give the step its `token`, so that the base branch can be read."
	}], ...t.map(({ key: t, before: n, after: a, what: o }) => {
		const s = i.place(t);
		return {
			ruleId: "settings.loosened",
			severity: e === "block" ? "high" : "low",
			message: `The change makes a setting less strict: ${o}`,
			...s !== void 0 && { location: s },
			fingerprint: fingerprint("settings.loosened", t, a),
			evidence: [{
				label: `On ${r}`,
				value: n
			}, {
				label: "In the change",
				value: a
			}],
			remediation: "Have somebody look at it who answers for the settings, or take it out of the change."
		};
	})];
}
async function writeRun(e, t, { root: n, directory: r, documents: i, formats: a, rendering: o }) {
	const s = t.results.flatMap((e) => e.artifacts);
	const c = await writeArtifacts(s, n, i);
	const l = [];
	for (const t of r === void 0 ? [] : a) {
		const i = reportFile(t);
		const a = render(t, e, o);
		l.push({
			name: i,
			path: await writeInside(r ?? n, i, a)
		});
	}
	const u = e.findings.filter((e) => e.status === "open");
	const d = {
		outcome: e.outcome,
		"findings-count": String(u.length),
		"report-directory": r,
		"report-path": pathOf(l, reportFile("json")),
		"sarif-path": pathOf(l, reportFile("sarif")),
		...commandOutputs(t, c)
	};
	return {
		written: [...c, ...l],
		outputs: present(d)
	};
}
function commandOutputs(e, t) {
	return Object.fromEntries(Object.entries(e.outputs).map(([e, n]) => [e, typeof n === "object" ? pathOf(t, n.artifact) : String(n)]));
}
function pathOf(e, t) {
	return e.find((e) => e.name === t)?.path;
}
function present(e) {
	return Object.fromEntries(Object.entries(e).flatMap(([e, t]) => t === void 0 ? [] : [[e, t]]));
}
async function executeCommand(e) {
	const { command: t, environment: n, host: r, event: i, remote: a, processes: o, clock: s, progress: c, signal: l } = e;
	if (t.brief === true) expectBriefRun();
	const u = knownSecrets(e);
	const d = u.logger(e.logger);
	const f = await openRun(e);
	const p = await chooseSettings(f, {
		...e,
		logger: d
	});
	const { judgement: m, review: h } = p;
	const { config: g, inputs: _, sources: v } = m;
	const { cwd: y, workspace: b } = f;
	const { root: x } = b;
	const { offline: S } = _;
	d.debug(`Config file: ${g.path ?? "none"}`);
	const C = _["report-directory"] ?? e.defaultReportDirectory;
	const w = C && await reportDirectory(C, v["report-directory"], {
		cwd: y,
		root: x
	});
	const T = await documentPlace(t, {
		inputs: _,
		reports: w,
		fallback: e.defaultDocumentDirectory,
		cwd: y,
		root: x
	});
	const E = e.httpFactory ?? createGuardedHttp;
	const D = new Set();
	const O = {
		root: x,
		event: i,
		remote: a,
		offline: S,
		processes: o,
		clock: s,
		logger: d,
		progress: c,
		signal: l
	};
	const k = async (i, a) => ({
		judgement: i,
		outcome: await runWithParts(t, i.inputs, {
			context: {
				...O,
				environment: n,
				materials: createMaterials(),
				settings: i.files
			},
			config: i.config,
			host: r,
			hide: (t) => {
				u.add(t);
				e.hide?.(t);
			},
			httpFor: (e) => {
				const t = a ? e : e.filter((e) => D.has(e));
				for (const e of t) D.add(e);
				return E({
					hosts: t,
					offline: S,
					environment: n,
					clock: s,
					logger: d,
					signal: l
				});
			}
		})
	});
	const A = reportSubject({
		event: i,
		remote: a,
		environment: n,
		processes: o,
		root: x,
		cwd: y
	});
	A.catch(() => {});
	const j = await k(m, true);
	const M = t.kind !== "act" && p.own !== void 0 && await bringsOther(p);
	const N = M && p.own !== void 0 ? await k(p.own, false) : void 0;
	c.finish();
	const P = concludeRun(j, N, {
		...e,
		subject: await A,
		settings: reportSettings(p, M),
		notices: settingsNotices(p, M),
		review: h && {
			mode: h.mode,
			findings: settingsFindings(h, (p.own ?? m).config)
		}
	});
	const F = [j, N].flatMap((e) => (e?.outcome.results ?? []).filter((e) => e.sensitive === true));
	const I = u.report(await quoteSources(P, b, new Set(F.map(({ check: e }) => e))));
	const L = writtenOf(j.outcome, N?.outcome);
	const { written: R, outputs: z } = await writeRun(I, L, {
		root: x,
		directory: w,
		documents: T,
		formats: _["report-formats"],
		rendering: { commentId: String(_["comment-id"] ?? "") }
	});
	return {
		report: I,
		outputs: z,
		written: R,
		exitCode: exitCodeFor(I, L.failures),
		artifacts: L.results.flatMap((e) => e.artifacts),
		inputs: _
	};
}
function knownSecrets({ environment: e, remote: t }) {
	const n = secretFilter();
	if (t?.token !== void 0 && t.token.trim() !== "") n.add(t.token);
	for (const t of jobTokens(e)) n.add(t);
	return n;
}
const MAX_EVENT_BYTES = 33554432;
async function readEvent(e) {
	const t = e["GITHUB_EVENT_NAME"];
	if (t === void 0 || t === "") return null;
	const n = e["GITHUB_EVENT_PATH"];
	const r = e["GITHUB_SHA"];
	const i = e["GITHUB_REF"];
	return {
		name: t,
		payload: n === void 0 || n === "" ? {} : await readPayload(n),
		...r ? { sha: r } : {},
		...i ? { ref: i } : {}
	};
}
async function readPayload(e) {
	const t = await readBounded(e);
	let n;
	try {
		n = JSON.parse(t);
	} catch (e) {
		throw eventError("is no JSON", e);
	}
	if (!isRecord(n)) throw eventError("is no JSON object");
	return n;
}
async function readBounded(e) {
	const t = await open(e, constants$1.O_RDONLY | (constants$1.O_NONBLOCK ?? 0)).catch((e) => {
		throw eventError("can't be read", e);
	});
	try {
		const e = await t.stat();
		if (!e.isFile()) throw eventError("is no regular file");
		const { size: n } = e;
		if (n > MAX_EVENT_BYTES) throw eventError(`has ${n} bytes, more than ${MAX_EVENT_BYTES}`);
		return await t.readFile("utf8");
	} finally {
		await t.close();
	}
}
function eventError(e, t) {
	return new UsageError(`The event file at GITHUB_EVENT_PATH ${e}`, {
		hint: "The runner writes this file. Outside a runner, unset GITHUB_EVENT_NAME to look at everything.",
		cause: t
	});
}
function remoteOf(e, t) {
	const n = e["GITHUB_REPOSITORY"];
	if (n === void 0 || !/^[^/\s]+\/[^/\s]+$/.test(n)) return null;
	return {
		serverUrl: (e["GITHUB_SERVER_URL"] || "https://github.com").replace(/\/+$/, ""),
		repository: n,
		...t === void 0 ? {} : { token: t }
	};
}
async function jobEvent(e, t) {
	const n = e["GITHUB_WORKSPACE"] ?? "";
	if (!(e["GITHUB_ACTIONS"] === "true" && n !== "") || !isInside(n, t)) return {
		event: null,
		remote: null
	};
	return {
		event: await readEvent(e),
		remote: remoteOf(e, void 0)
	};
}
export { renderCheckSarif as $, orderedInputs as $t, inputsOf as A, suppressionToPaste as At, compileSuppressions as B, reviewDay as Bt, isShallow as C, checkedFolders as Ct, openRepository as D, openWorkspace as Dt, findRepository as E, isInside as Et, splitList as F, VERSION$1 as Ft, semverRange as G, UsageError as Gt, comparePep440 as H, EXIT_CODES as Ht, quoting as I, catalog as It, knownRules as J, CONFIG_PATHS as Jt, buildPurl as K, asKnownError as Kt, secretForms as L, compareText as Lt, writeInside as M, DEFAULT_SLO as Mt, inputError as N, rulePage as Nt, isolatedVariables as O, clockFrom as Ot, resolveInputs as P, PROJECT_URL as Pt, renderText as Q, isMandatory as Qt, jobTokens as R, fingerprint as Rt, headCommit as S, globMatcher as St, resolveCommit as T, MAX_FILE_BYTES$2 as Tt, pep440Range as U, ExternalError as Ut, packageSelector as V, parseDuration as Vt, cargoRange as W, InternalError as Wt, CORE_RULES as X, optionsOf as Xt, levelProblem as Y, formatPlace as Yt, render as Z, formatDefault as Zt, streamDiff as _, walkFiles as _t, WHY_ABSENT as a, commonPositional as an, nodeProcesses as at, filesAt as b, createLogger as bt, checkedOut as c, defineCommand as cn, sourceLines as ct, branchBehind as d, isRecord as dn, nearest as dt, ACTION_INPUTS as en, commentIdentity as et, defaultBranch as f, suggestion as ft, originUrl as g, workTreeFiles as gt, isInTree as h, closingQuote as ht, executeCommand as i, actionPermissions as in, createGuardedHttp as it, prepareRun as j, yamlText as jt, isObjectName as k, matchesWildcard as kt, resolveRange as l, comesFromOutside as ln, grouped as lt, followedFileAt as m, escapeWorkflowCommands as mt, readEvent as n, COMMON_INPUTS as nn, formerCommentMarker as nt, absentFiles as o, STDOUT_REPORTS as on, redactUrl as ot, streamMessages as p, escapeMarkdown as pt, RULE_LEVELS as q, exitCodeOf as qt, remoteOf as r, COMMON_OUTPUTS as rn, renderAnnotations as rt, isLfsPointer as s, SEVERITIES as sn, wrap as st, jobEvent as t, ACT_INPUTS as tn, commentMarker as tt, changeBase as u, isFromFork as un, plural as ut, countCommits as v, isProgram as vt, mergeBase as w, isChecked as wt, findCommit as x, silentProgress as xt, fileAt as y, programsOnPath as yt, secretsIn as z, endOfDay as zt };
