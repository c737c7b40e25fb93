import { r as __toESM } from "./rolldown-runtime.js";
import { t as require_picomatch } from "./npm-picomatch.js";
import { createHash } from "node:crypto";
import { access, constants as constants$1, lstat, open, readdir, readlink, realpath, stat } from "node:fs/promises";
import { basename, delimiter, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { constants as constants$2 } from "node:fs";

// packages/core/src/check/materials.ts
function createMaterials() {
	const made = /* @__PURE__ */ new Map();
	return { once(key, make) {
		const existing = made.get(key);
		if (existing !== void 0) return existing;
		const material = make();
		made.set(key, material);
		return material;
	} };
}

// packages/core/src/platform/record.ts
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

// packages/core/src/check/untrusted-event.ts
const TRUSTED = { kind: "trusted" };
function originOf(event) {
	if (event === null) return TRUSTED;
	const { payload } = event;
	const onDefaultBranch = () => outside$1({ branch: text(payload, "repository.default_branch") });
	switch (event.name) {
		case "pull_request":
		case "pull_request_review":
		case "pull_request_review_comment": return ofPull(at$1(payload, "pull_request"), onDefaultBranch());
		case "pull_request_target": {
			const { base } = changeOf(ofPull(at$1(payload, "pull_request"), onDefaultBranch()));
			return {
				kind: "outside-change",
				base
			};
		}
		case "merge_group": return {
			kind: "inside-change",
			base: baseOf(text(payload, "merge_group.base_ref"), text(payload, "merge_group.base_sha"))
		};
		case "issue_comment": return isRecord(at$1(payload, "issue.pull_request")) ? onDefaultBranch() : TRUSTED;
		case "workflow_run": return ofWorkflowRun(payload, onDefaultBranch());
		case "check_run": return ofPulls(at$1(payload, "check_run.check_suite.pull_requests"), onDefaultBranch());
		case "check_suite": return ofPulls(at$1(payload, "check_suite.pull_requests"), onDefaultBranch());
		case "deployment":
		case "deployment_status":
		case "status": return onDefaultBranch();
		default: return isRecord(at$1(payload, "pull_request")) ? ofPull(at$1(payload, "pull_request"), onDefaultBranch()) : TRUSTED;
	}
}
function comesFromOutside(event) {
	return originOf(event).kind === "outside-change";
}
function isFromFork(pull) {
	const base = repositoryName(at$1(pull, "base.repo"));
	return base === void 0 || repositoryName(at$1(pull, "head.repo")) !== base;
}
function ofPull(pull, otherwise) {
	if (!isRecord(at$1(pull, "base"))) return otherwise;
	const base = baseOf(text(pull, "base.ref"), text(pull, "base.sha"));
	const isDependabot = text(pull, "user.login") === "dependabot[bot]";
	return {
		kind: isFromFork(pull) || isDependabot ? "outside-change" : "inside-change",
		base
	};
}
const CHANGE_RUNS = /* @__PURE__ */ new Map([
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
function ofWorkflowRun(payload, otherwise) {
	const run = at$1(payload, "workflow_run");
	const own = repositoryName(at$1(payload, "repository"));
	if (own === void 0 || repositoryName(at$1(run, "head_repository")) !== own) return otherwise;
	const kind = CHANGE_RUNS.get(text(run, "event") ?? "");
	if (kind === void 0) return text(run, "event") === void 0 ? otherwise : TRUSTED;
	const [pull] = listAt(run, "pull_requests");
	const { base } = changeOf(otherwise);
	return {
		kind: text(run, "actor.login") === "dependabot[bot]" ? "outside-change" : kind,
		base: pull === void 0 ? base : baseOf(text(pull, "base.ref"), text(pull, "base.sha"))
	};
}
function ofPulls(pulls, otherwise) {
	const [pull, ...more] = Array.isArray(pulls) ? pulls : [];
	const url = text(pull, "base.repo.url");
	if (!(url !== void 0 && text(pull, "head.repo.url") === url) || more.length > 0) return otherwise;
	return {
		kind: "inside-change",
		base: baseOf(text(pull, "base.ref"), text(pull, "base.sha"))
	};
}
function outside$1(base) {
	return {
		kind: "outside-change",
		base: baseOf(base.branch, void 0)
	};
}
function changeOf(origin) {
	return origin.kind === "trusted" ? { base: {} } : origin;
}
function baseOf(ref, sha) {
	const branch = ref?.replace(/^refs\/heads\//, "");
	return {
		...branch !== void 0 && { branch },
		...sha !== void 0 && { sha }
	};
}
function repositoryName(repository) {
	return text(repository, "full_name")?.toLowerCase();
}
function text(value, path) {
	const found = at$1(value, path);
	return typeof found === "string" && found !== "" ? found : void 0;
}
function listAt(value, path) {
	const found = at$1(value, path);
	return Array.isArray(found) ? found : [];
}
function at$1(value, path) {
	return path.split(".").reduce((found, key) => isRecord(found) && Object.hasOwn(found, key) ? found[key] : void 0, value);
}

// packages/core/src/command/command.ts
function defineCommand(command) {
	return command;
}

// packages/core/src/findings/severity.ts
const SEVERITIES = [
	"critical",
	"high",
	"medium",
	"low",
	"info"
];
function compareSeverity(a, b) {
	return SEVERITIES.indexOf(a) - SEVERITIES.indexOf(b);
}
function isAtLeast(severity, threshold) {
	return compareSeverity(severity, threshold) <= 0;
}

// packages/core/src/report/formats.ts
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
const STDOUT_REPORTS = REPORT_FORMATS.filter((format) => FORMATS[format].stdout);
function reportFile(format) {
	return FORMATS[format].file;
}

// packages/core/src/command/common-inputs.ts
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
function actionPermissions(own) {
	const said = new Set(own.map(({ scope }) => scope));
	return [...own, ...ACTION_PERMISSIONS.filter(({ scope }) => !said.has(scope))];
}

// packages/core/src/command/input-facts.ts
function orderedInputs(inputs, host) {
	const rank = ([name, spec]) => {
		if (isMandatory(spec)) return 0;
		return Object.hasOwn(COMMON_INPUTS, name) || spec.host !== void 0 ? 2 : 1;
	};
	return Object.entries(inputs).filter(([, spec]) => spec.host === void 0 || spec.host === host).sort((a, b) => rank(a) - rank(b));
}
function isMandatory(spec) {
	return spec.required === true && formatDefault(spec) === void 0;
}
function formatDefault(spec) {
	if (!("default" in spec) || spec.default === void 0) return void 0;
	if (typeof spec.default === "object") return spec.default.length === 0 ? void 0 : spec.default.join(", ");
	return spec.default === "" ? void 0 : String(spec.default);
}

// packages/core/src/command/options.ts
function optionsOf(specs, inputs) {
	const named = Object.keys(specs).map((name) => [camel(name), inputs[name]]);
	return Object.fromEntries(named);
}
function camel(name) {
	return name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
}

// packages/core/src/config/config-file.ts
const NO_CONFIG = {
	section: () => void 0,
	value: () => void 0,
	place: () => void 0
};
function formatPlace({ path, startLine, startColumn }) {
	return [
		path,
		startLine,
		startColumn
	].filter((part) => part !== void 0).join(":");
}
const CONFIG_PATHS = [".github/assay.yml", "assay.yml"];

// packages/core/src/platform/errors.ts
const EXIT_CODES = {
	pass: 0,
	policy: 1,
	usage: 2,
	external: 3,
	internal: 70
};
const MAX_MESSAGE = 2e3;
function bounded(message) {
	return message.length <= MAX_MESSAGE ? message : `${message.slice(0, MAX_MESSAGE).toWellFormed()}…`;
}
var AssayError = class extends Error {
	hint;
	problems;
	places;
	constructor(message, details = {}) {
		super(bounded(message), details.cause === void 0 ? void 0 : { cause: details.cause });
		this.name = new.target.name;
		this.hint = details.hint;
		this.problems = (details.problems ?? []).map(bounded);
		this.places = details.places ?? /* @__PURE__ */ new Map();
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
function asKnownError(thrown) {
	if (thrown instanceof AssayError) return thrown;
	const message = thrown instanceof Error ? thrown.message : String(thrown);
	return new InternalError(message, {
		cause: thrown,
		hint: "Report this with the log of the failed run: it is a defect of Assay, not of your repository."
	});
}
function exitCodeOf(error) {
	return EXIT_CODES[error.kind];
}

// packages/core/src/findings/duration.ts
const HOUR = 36e5;
const UNITS = /* @__PURE__ */ new Map([
	["h", HOUR],
	["d", 24 * HOUR],
	["w", 168 * HOUR]
]);
const MAX_DAYS = 3660;
function parseDuration(text, key) {
	if (text === "none") return void 0;
	const match = /^(\d{1,6})([hdw])$/.exec(text);
	const unit = UNITS.get(match?.[2] ?? "");
	const milliseconds = Number(match?.[1]) * (unit ?? NaN);
	if (milliseconds > 0 && milliseconds <= MAX_DAYS * 24 * HOUR) return milliseconds;
	throw new UsageError(`${key} is "${text.slice(0, 60)}", which is no duration`, { hint: `Write a whole number above zero with h, d or w ("24h", "7d", "2w"; at most ${MAX_DAYS} days), or "none".` });
}

// packages/core/src/findings/expiry.ts
const DAY = 864e5;
const REVIEW_DAYS = 180;
function reviewDay(today) {
	return new Date(today.getTime() + REVIEW_DAYS * DAY).toISOString().slice(0, 10);
}
function endOfDay(day) {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return void 0;
	const start = Date.parse(`${day}T00:00:00.000Z`);
	if (Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== day) return void 0;
	return start + DAY;
}

// packages/core/src/findings/fingerprint.ts
function fingerprint(ruleId, ...parts) {
	return createHash("sha256").update([ruleId, ...parts].map((part) => part.replaceAll("\0", "�")).join("\0")).digest("hex");
}

// packages/core/src/findings/order.ts
function compareText(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
function compareFindings(a, b) {
	return compareSeverity(a.severity, b.severity) || compareText(a.check, b.check) || compareText(a.ruleId, b.ruleId) || (a.priority ?? 0) - (b.priority ?? 0) || compareText(a.location?.path ?? "", b.location?.path ?? "") || (a.location?.startLine ?? 0) - (b.location?.startLine ?? 0) || (a.location?.startColumn ?? 0) - (b.location?.startColumn ?? 0) || compareText(a.fingerprint, b.fingerprint);
}

// packages/core/src/findings/rule.ts
function catalog(rules) {
	return Object.fromEntries(rules.map((rule) => [rule.id, rule]));
}

// packages/core/src/platform/version.ts
const VERSION = "0.1.0";
const PROJECT_URL = "https://github.com/assay-ci/assay";

// packages/core/src/findings/rule-page.ts
function rulePage(id) {
	return `${PROJECT_URL}/blob/main/docs/reference/rules.md#${headingAnchor(id)}`;
}
function headingAnchor(heading) {
	return heading.toLowerCase().replace(/[^a-z0-9 _-]/g, "").replaceAll(" ", "-");
}

// packages/core/src/findings/slo.ts
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
function sloClock(policy, now) {
	const windows = new Map(SEVERITIES.map((severity) => [severity, {
		answer: parseDuration(policy[severity].answer, `slo.${severity}.answer`),
		fix: parseDuration(policy[severity].fix, `slo.${severity}.fix`)
	}]));
	return (severity, startedAt) => {
		const { answer, fix } = windows.get(severity) ?? {
			answer: void 0,
			fix: void 0
		};
		const deciding = fix ?? answer;
		const start = Math.min(Date.parse(startedAt), now.getTime());
		if (deciding === void 0 || Number.isNaN(start)) return void 0;
		const left = start + deciding - now.getTime();
		return {
			startedAt: new Date(start).toISOString(),
			...answer !== void 0 && { answerDue: new Date(start + answer).toISOString() },
			...fix !== void 0 && { fixDue: new Date(start + fix).toISOString() },
			state: left < 0 ? "breached" : left <= deciding * SOON ? "due-soon" : "ok"
		};
	};
}

// packages/core/src/text/yaml-text.ts
function yamlText(text) {
	return JSON.stringify(text).replaceAll(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

// packages/core/src/findings/suppression-to-paste.ts
const IS_GLOB = /[*?[\]{}()!+@\\]/;
function suppressionToPaste({ ruleId, fingerprint, location }, today) {
	const path = location === void 0 || IS_GLOB.test(location.path) ? void 0 : location.path;
	return {
		label: "Entry to paste",
		value: [
			"suppressions:",
			`  - rule: ${yamlText(ruleId)}`,
			...path === void 0 ? [] : [`    path: ${yamlText(path)}`],
			`    fingerprint: ${yamlText(fingerprint)}`,
			"    reason: \"why it is acceptable\"",
			"    owner: \"who answers for it\"",
			`    expires: ${yamlText(reviewDay(today))}`
		].join("\n"),
		verbatim: true
	};
}

// packages/core/src/findings/wildcard.ts
function matchesWildcard(pattern, text) {
	let p = 0;
	let t = 0;
	let star = -1;
	let resume = 0;
	while (t < text.length) if (pattern[p] === "*") {
		star = p++;
		resume = t;
	} else if (p < pattern.length && pattern[p] === text[t]) {
		p++;
		t++;
	} else if (star >= 0) {
		p = star + 1;
		t = ++resume;
	} else return false;
	while (pattern[p] === "*") p++;
	return p === pattern.length;
}

// packages/core/src/platform/clock.ts
function fixedClock(instant) {
	const time = new Date(instant).getTime();
	return {
		now: () => new Date(time),
		wall: () => new Date(time)
	};
}
function clockFrom(environment) {
	const epoch = environment["SOURCE_DATE_EPOCH"];
	const wall = () => /* @__PURE__ */ new Date();
	if (epoch === void 0 || epoch === "") return {
		now: wall,
		wall
	};
	if (!/^\d{1,12}$/.test(epoch)) throw new UsageError(`SOURCE_DATE_EPOCH is "${epoch}"; it must be whole seconds since 1970`, { hint: "Set it to the output of `git log -1 --format=%ct`, or unset it." });
	return {
		now: fixedClock(Number(epoch) * 1e3).now,
		wall
	};
}

// packages/core/src/platform/workspace.ts
const MAX_FILE_BYTES = 104857600;
async function openWorkspace(folder) {
	const root = await realpath(folder).catch(() => void 0);
	if (root === void 0) throw new UsageError(`The folder ${folder} does not exist`, { hint: "Check `working-directory`, and that the repository was checked out before this step." });
	if (!(await stat(root)).isDirectory()) {
		const isConfig = /\.ya?ml$/i.test(folder);
		throw new UsageError(`${folder} is a file, and a folder is looked at`, { hint: `Give the folder that holds it.${isConfig ? ` Did you mean \`--config ${basename(folder)}\`?` : ""}` });
	}
	const find = async (path) => {
		const real = await realpath(resolve(root, path)).catch((cause) => {
			if (!isAbsent(cause)) throw unreadable(path, cause);
		});
		if (real !== void 0 && !isInside(root, real)) throw outside(path);
		return real;
	};
	const inside = async (path) => {
		const real = await find(path);
		if (real !== void 0) return real;
		if (await readlink(resolve(root, path)).then(() => true, () => false)) throw linkToNothing(path);
		throw new UsageError(`The file ${path} does not exist`, { hint: "Check the path; a relative one begins at the working directory." });
	};
	const readReal = async (path, real, maxBytes) => {
		const flags = constants$1.O_RDONLY | (constants$1.O_NONBLOCK ?? 0);
		const file = await open(real, flags).catch((cause) => {
			throw unreadable(path, cause);
		});
		try {
			const { size, ...status } = await file.stat().then((s) => ({
				size: s.size,
				isFile: s.isFile()
			}));
			if (!status.isFile) throw new UsageError(`${path} is not a regular file`, { hint: "Name a file: folders, pipes and devices are not read." });
			if (size > maxBytes) throw new UsageError(`${path} has ${size} bytes; at most ${maxBytes} are read`, { hint: "Make the file smaller, or name another one." });
			return await file.readFile();
		} finally {
			await file.close();
		}
	};
	return {
		root,
		resolve: inside,
		read: async (path, maxBytes = MAX_FILE_BYTES) => readReal(path, await inside(path), maxBytes),
		readIfPresent: async (path, maxBytes = MAX_FILE_BYTES) => {
			const real = await find(path);
			return real === void 0 ? void 0 : readReal(path, real, maxBytes);
		}
	};
}
function isInside(root, path) {
	const way = relative(root, path);
	return way === "" || way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
function isAbsent(cause) {
	return cause instanceof Error && "code" in cause && /^(ENOENT|ENOTDIR)$/.test(String(cause.code));
}
function linkToNothing(path) {
	return new UsageError(`${path} is a symbolic link to nothing`, { hint: "Remove the link, or create the file that it leads to." });
}
function unreadable(path, cause) {
	const reason = cause instanceof Error && "code" in cause ? ` (${String(cause.code)})` : "";
	return new UsageError(`The file ${path} can't be read${reason}`, {
		hint: "Check that the user who runs this may read it, and that its links lead to a file.",
		cause
	});
}
function outside(path) {
	return new UsageError(`The path ${path} leads out of the working directory`, { hint: "Give a path below `working-directory`; symbolic links may not lead out of it either." });
}

// packages/core/src/platform/enclosing-checkout.ts
async function enclosingCheckout(folder) {
	for (const at of ancestors(folder)) if (await isThere$1(join(at, ".git"))) return at;
	return folder;
}
async function checkedFolders(folder, environment) {
	const above = [...ancestors(folder)];
	const home = environment["HOME"] ?? environment["USERPROFILE"];
	const everything = /* @__PURE__ */ new Set([above.at(-1), await real(home)]);
	const marked = [];
	for (const at of above) if (await isThere$1(join(at, ".git")) && (at === folder || !everything.has(at))) marked.push(at);
	const others = [await real(environment["GITHUB_WORKSPACE"]), ...await Promise.all(above.map((at) => real(join(at, "node_modules"))))].filter((at) => at !== void 0 && dirname(at) !== at);
	return [.../* @__PURE__ */ new Set([marked.at(-1) ?? folder, ...others])];
}
function isChecked(folders, program) {
	return folders.some((folder) => isInside(folder, program));
}
function* ancestors(folder) {
	for (let at = folder;; at = dirname(at)) {
		yield at;
		if (dirname(at) === at) return;
	}
}
async function isThere$1(path) {
	return lstat(path).then(() => true, () => false);
}
async function real(path) {
	if (path === void 0 || !isAbsolute(path)) return void 0;
	return realpath(path).catch(() => void 0);
}

// packages/core/src/platform/glob.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
function globMatcher(patterns) {
	const positive = patterns.filter((pattern) => !pattern.startsWith("!"));
	const negative = patterns.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1));
	const matches = (0, import_picomatch.default)(positive, { dot: true });
	const excluded = negative.length === 0 ? () => false : (0, import_picomatch.default)(negative, { dot: true });
	return (path) => matches(path) && !excluded(path);
}

// packages/core/src/platform/logger.ts
const silentProgress = {
	update() {},
	finish() {}
};
function createLogger(write) {
	return {
		debug: (message) => write("debug", message),
		info: (message) => write("info", message),
		notice: (message) => write("notice", message),
		warning: (message) => write("warning", message),
		error: (message) => write("error", message),
		group: (title, work) => {
			write("info", title);
			return work();
		}
	};
}
const silentLogger = createLogger(() => {});

// packages/core/src/platform/program-path.ts
function pathFolders(environment) {
	return (environment["PATH"] ?? environment["Path"] ?? "").split(delimiter).filter(isAbsolute);
}
async function* programsOnPath(name, environment) {
	for (const folder of pathFolders(environment)) for (const extension of programExtensions(environment)) {
		const path = join(folder, `${name}${extension}`);
		if (await isProgram(path)) yield {
			path,
			real: await realpath(path)
		};
	}
}
function programExtensions(environment, platform = process.platform) {
	if (platform !== "win32") return [""];
	const programs = (environment["PATHEXT"] ?? ".COM;.EXE").split(";").map((entry) => entry.toLowerCase()).filter((entry) => entry === ".exe" || entry === ".com");
	return programs.length === 0 ? [".exe"] : programs;
}
async function isProgram(path) {
	try {
		await access(path, constants$2.X_OK);
		return (await stat(path)).isFile();
	} catch {
		return false;
	}
}

// packages/core/src/platform/walk.ts
async function walkFiles(root, enter = () => true) {
	const files = [];
	const irregular = [];
	const unreadable = [];
	const pending = [""];
	for (let folder = pending.pop(); folder !== void 0; folder = pending.pop()) {
		let entries;
		try {
			entries = await readdir(join(root, folder), { withFileTypes: true });
		} catch (cause) {
			unreadable.push({
				path: folder,
				reason: `it can't be listed${codeOf(cause)}`
			});
			continue;
		}
		for (const entry of entries) {
			const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
			if (entry.isFile()) files.push(path);
			else if (!entry.isDirectory()) irregular.push(path);
			else if (entry.name !== ".git" && enter(path)) pending.push(path);
		}
	}
	return {
		files: files.sort(),
		irregular: irregular.sort(),
		unreadable
	};
}
function codeOf(cause) {
	return cause instanceof Error && "code" in cause ? ` (${String(cause.code)})` : "";
}

// packages/core/src/platform/work-tree-files.ts
function workTreeFiles(workspace) {
	return {
		from: "work-tree",
		addedMarksCount: true,
		async read(path, { named = false, maxBytes } = {}) {
			const full = resolve(workspace.root, path);
			if (named && !isInside(workspace.root, full)) return readNamed(full, path, workspace.root, maxBytes);
			const bytes = await workspace.readIfPresent(path, maxBytes);
			if (bytes === void 0 && await isThere(full)) throw linkToNothing(path);
			return bytes;
		}
	};
}
async function readNamed(full, path, root, maxBytes) {
	const checkout = await enclosingCheckout(root);
	const real = await realpath(full).catch((cause) => {
		if (isAbsent(cause)) return void 0;
		throw unreadable(path, cause);
	});
	if (real === void 0) {
		if (await isThere(full)) throw linkToNothing(path);
		return;
	}
	if (isInside(checkout, full) && !isInside(checkout, real)) throw new UsageError(`The path ${path} leads out of the checkout through a symbolic link`, { hint: "Name the file that the link leads to." });
	return (await openWorkspace(dirname(real))).read(basename(real), maxBytes);
}
function isThere(full) {
	return lstat(full).then(() => true, (cause) => !isAbsent(cause));
}

// packages/core/src/report/threshold.ts
function isPlainReason(finding, failOn) {
	return finding.decisionReason === thresholdReason("", finding.severity, failOn);
}
function thresholdReason(lapsed, severity, failOn) {
	const subject = `${lapsed === "" ? "Severity" : `${lapsed}severity`} ${severity}`;
	if (failOn === "never") return `${subject} is reported only: \`fail-on\` is never.`;
	return `${subject} ${isAtLeast(severity, failOn) ? "is at or above" : "is below"} \`fail-on: ${failOn}\`.`;
}

// packages/core/src/text/clip.ts
function clip(text, limit) {
	if (text.length <= limit) return text;
	const room = Math.max(0, limit - 1);
	let end = room;
	const blank = text.lastIndexOf(" ", room);
	if (blank >= room * .8) end = blank;
	else if (isHighSurrogate(text.charCodeAt(end - 1))) end--;
	return `${text.slice(0, end).trimEnd()}…`.slice(0, limit);
}
function clipStart(text, limit) {
	if (text.length <= limit) return text;
	const tail = text.slice(text.length - Math.max(0, limit - 1));
	return `…${isLowSurrogate(tail.charCodeAt(0)) ? tail.slice(1) : tail}`;
}
function isHighSurrogate(unit) {
	return unit >= 55296 && unit <= 56319;
}
function isLowSurrogate(unit) {
	return unit >= 56320 && unit <= 57343;
}

// packages/core/src/text/closing-quote.ts
function closingQuote(text, open) {
	for (let at = text.indexOf("\"", open + 1); at >= 0; at = text.indexOf("\"", at + 1)) {
		let first = at;
		while (text[first - 1] === "\\") first -= 1;
		if ((at - first) % 2 === 0) return at;
	}
	return text.length;
}

// packages/core/src/text/workflow-commands.ts
const ORDER_MARK = /##(?=[\w.]{0,40}\[)/g;
function escapeWorkflowCommands(text) {
	return text.replace(/^(\s*)::/gm, "$1​::").replace(ORDER_MARK, "##​");
}

// packages/core/src/text/escaping.ts
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]/gu;
function escapeControlCharacters(text) {
	return text.toWellFormed().replace(/\r\n|[\n\r\t]/g, " ").replace(INVISIBLE, (found) => `\\u{${(found.codePointAt(0) ?? 0).toString(16)}}`);
}
function escapeHtml(text) {
	return escapeMarkup(escapeControlCharacters(text));
}
function escapeXml(text) {
	return escapeMarkup(escapeControlCharacters(text));
}
function escapeMarkdown(text) {
	return escapeControlCharacters(text).split(/(`[^`]+`)/).map((part, index) => index % 2 === 1 ? codeMarkdown(part.slice(1, -1)) : withoutCommits(plain(part))).join("");
}
function codeMarkdown(text) {
	return `<code>${plain(escapeControlCharacters(text))}</code>`;
}
function plain(text) {
	return text.replace(/[\\`*_[\]|~!<>&$^]|:(?! |$)/g, (mark) => `&#${mark.charCodeAt(0)};`).replace(/(?<!&)[@#]/g, (mark) => `&#${mark.charCodeAt(0)};<!-- -->`).replace(/www\./gi, (prefix) => `${prefix.slice(0, 3)}&#46;`).replace(/\bGH-(?=\d)/gi, "$&<!-- -->");
}
function withoutCommits(markup) {
	return markup.replace(/\b[0-9a-f]{6}(?=[0-9a-f]{1,34}\b)/g, "$&<!-- -->");
}
function escapeMarkup(text) {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\"", "&quot;").replaceAll("'", "&#39;").replace(ORDER_MARK, "#&#35;");
}

// packages/core/src/text/mask-secrets.ts
const CREDENTIALS = [
	/(\/\/)([^\s/@"'<>]{1,500})(?=@)/g,
	/((?:passw(?:or)?d|passphrase|secret|token|api[-_]?key|credentials?|authorization)["']?\s{0,5}[:=]\s{0,5}["']?(?:(?:bearer|basic|token)\s{1,5})?)([^\s"',;]{4,})/gi,
	/(\b(?:bearer|basic)\s{1,5})([\w+/=.~-]{8,})/gi,
	/(\b(?:gh[pousr]_|github_pat_|glpat-|npm_|xox[abp]-|AKIA|ASIA|sk-|sk_live_|eyJ))([\w.-]{10,})/g
];
function maskSecrets(text) {
	return CREDENTIALS.reduce((masked, pattern) => masked.replace(pattern, (_, kept, secret) => kept + "*".repeat(secret.length)), text);
}

// packages/core/src/text/excerpt.ts
const EXCERPT_LIMIT = 200;
const WORD = /^(?:"[^"\n]*"|'[^'\n]*'|[^\s:,[\]{}#"']+)/;
function excerptOf(line, from, to) {
	const start = from === void 0 ? 0 : clamp(from - 1, 0, line.length);
	const end = from === void 0 ? 0 : clamp(to === void 0 ? wordEnd(line, start) : to - 1, start, line.length);
	const first = Math.max(0, start - 800);
	const last = Math.min(line.length, Math.max(end, start) + 400);
	const piece = maskSecrets(line.slice(first, last));
	const before = escapeControlCharacters(piece.slice(0, start - first));
	const marked = escapeControlCharacters(piece.slice(start - first, end - first));
	const after = escapeControlCharacters(piece.slice(end - first)).trimEnd();
	const whole = {
		text: before + marked + after,
		markStart: before.length,
		markEnd: before.length + marked.length
	};
	return narrowExcerpt(first > 0 ? shifted(whole) : whole, 200);
}
function wordEnd(line, start) {
	const word = WORD.exec(line.slice(start, start + 200))?.[0] ?? "";
	return start + Math.max(1, word.length);
}
function narrowExcerpt(excerpt, limit) {
	const { text, markStart, markEnd } = excerpt;
	if (text.length <= limit) return excerpt;
	const mark = Math.min(markEnd - markStart, limit - 2);
	const from = Math.max(0, Math.min(markStart - Math.floor((limit - mark) / 2), text.length - limit));
	const start = from === 0 ? 0 : boundary(text, from + 1);
	const end = boundary(text, Math.min(text.length, from + limit - (from + limit < text.length ? 1 : 0)));
	const head = start === 0 ? "" : "…";
	const tail = end === text.length ? "" : "…";
	const place = (offset) => clamp(offset - start, 0, end - start) + head.length;
	return {
		text: head + text.slice(start, end) + tail,
		markStart: markEnd === 0 ? 0 : place(markStart),
		markEnd: markEnd === 0 ? 0 : place(markEnd)
	};
}
function shifted({ text, markStart, markEnd }) {
	return {
		text: `…${text}`,
		markStart: markStart + 1,
		markEnd: markEnd + 1
	};
}
function boundary(text, offset) {
	const unit = text.charCodeAt(offset);
	return unit >= 56320 && unit <= 57343 ? offset + 1 : offset;
}
function clamp(value, least, most) {
	return Number.isFinite(value) ? Math.min(Math.max(Math.trunc(value), least), most) : least;
}

// packages/core/src/text/nearest.ts
const MAX_LENGTH = 100;
function nearest(name, candidates) {
	if (name.length > MAX_LENGTH) return void 0;
	const wanted = name.toLowerCase();
	const limit = Math.max(1, Math.floor(wanted.length / 3));
	let best;
	let least = limit + 1;
	for (const candidate of candidates) {
		if (candidate.length > MAX_LENGTH) continue;
		const distance = editDistance(wanted, candidate.toLowerCase());
		if (distance < least) {
			least = distance;
			best = candidate;
		}
	}
	return best;
}
function suggestion(name, candidates) {
	const near = nearest(name, candidates);
	return near === void 0 ? "" : `; did you mean "${near}"?`;
}
function editDistance(a, b) {
	let beforeLast = [];
	let last = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			let distance = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + same);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) distance = Math.min(distance, at(beforeLast, j - 2) + 1);
			row.push(distance);
		}
		beforeLast = last;
		last = row;
	}
	return at(last, b.length);
}
function at(row, index) {
	return row[index] ?? Number.POSITIVE_INFINITY;
}

// packages/core/src/text/plural.ts
function grouped(amount) {
	return String(amount).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}
function plural(amount, noun) {
	return `${grouped(amount)} ${noun}${amount === 1 ? "" : "s"}`;
}

// packages/core/src/text/source-lines.ts
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
function sourceLines({ startLine, excerpt }, width = Number.POSITIVE_INFINITY) {
	if (excerpt === void 0) return [];
	const number = String(startLine ?? "");
	const room = Math.max(30, width - number.length - 3);
	const { text, markStart, markEnd } = narrowExcerpt(excerpt, room);
	const quoted = `${number} | ${text}`;
	if (markEnd <= markStart) return [quoted];
	const before = " ".repeat(columnsOf(text.slice(0, markStart)));
	const mark = "^".repeat(Math.max(1, columnsOf(text.slice(markStart, markEnd))));
	return [quoted, `${" ".repeat(number.length)} | ${before}${mark}`];
}
function columnsOf(text) {
	return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}

// packages/core/src/text/wrap.ts
function wrap(text, width, indent) {
	const room = Math.max(20, width - indent);
	const margin = " ".repeat(indent);
	const lines = [];
	let line = "";
	for (const word of text.split(" ")) {
		if (word === "") continue;
		if (line !== "" && lengthOf(line) + 1 + lengthOf(word) > room) {
			lines.push(margin + line);
			line = word;
		} else line = line === "" ? word : `${line} ${word}`;
	}
	if (line !== "") lines.push(margin + line);
	return lines;
}
function lengthOf(text) {
	return [...text].length;
}

export { asKnownError as $, MAX_FILE_BYTES as A, PROJECT_URL as B, programsOnPath as C, isRecord as Ct, checkedFolders as D, globMatcher as E, suppressionToPaste as F, fingerprint as G, catalog as H, yamlText as I, parseDuration as J, endOfDay as K, DEFAULT_SLO as L, openWorkspace as M, clockFrom as N, enclosingCheckout as O, matchesWildcard as P, UsageError as Q, sloClock as R, pathFolders as S, originOf as St, silentProgress as T, compareFindings as U, VERSION as V, compareText as W, ExternalError as X, EXIT_CODES as Y, InternalError as Z, isPlainReason as _, compareSeverity as _t, nearest as a, formatDefault as at, walkFiles as b, comesFromOutside as bt, codeMarkdown as c, ACTION_INPUTS as ct, escapeMarkdown as d, COMMON_OUTPUTS as dt, exitCodeOf as et, escapeXml as f, actionPermissions as ft, clipStart as g, SEVERITIES as gt, clip as h, reportFile as ht, plural as i, optionsOf as it, isInside as j, isChecked as k, escapeControlCharacters as l, ACT_INPUTS as lt, closingQuote as m, STDOUT_REPORTS as mt, sourceLines as n, NO_CONFIG as nt, suggestion as o, isMandatory as ot, escapeWorkflowCommands as p, commonPositional as pt, reviewDay as q, grouped as r, formatPlace as rt, excerptOf as s, orderedInputs as st, wrap as t, CONFIG_PATHS as tt, escapeHtml as u, COMMON_INPUTS as ut, thresholdReason as v, isAtLeast as vt, createLogger as w, createMaterials as wt, isProgram as x, isFromFork as xt, workTreeFiles as y, defineCommand as yt, rulePage as z };