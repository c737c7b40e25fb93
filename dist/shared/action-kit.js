import { $ as asKnownError, Ct as isRecord, N as clockFrom, Q as UsageError, T as silentProgress, V as VERSION, X as ExternalError, Y as EXIT_CODES, Z as InternalError, d as escapeMarkdown, dt as COMMON_OUTPUTS, et as exitCodeOf, ft as actionPermissions, n as sourceLines, p as escapeWorkflowCommands, ut as COMMON_INPUTS, w as createLogger, xt as isFromFork } from "./core.js";
import { C as redactUrl, S as nodeProcesses, _ as commentIdentity, a as inputsOf, b as renderAnnotations, d as secretForms, f as jobTokens, g as renderCheckSarif, i as executeCommand, m as render, n as readEvent, p as secretsIn, r as remoteOf, v as commentMarker, x as createGuardedHttp, y as formerCommentMarker } from "./runtime.js";
import { a as notice, c as startGroup, i as info, l as warning, n as endGroup, o as setOutput, r as error, s as setSecret, t as debug } from "./npm-actions-core.js";
import { t as exec } from "./npm-actions-exec.js";
import { appendFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { tmpdir } from "node:os";

// packages/action-kit/src/runner/end-process.ts
const WINDOWS_FLUSH_MS = 50;
async function endProcess(exitCode) {
	process.exitCode = exitCode;
	await Promise.all([process.stdout, process.stderr].map(flush));
	if (process.platform === "win32") await new Promise((resolve) => setTimeout(resolve, WINDOWS_FLUSH_MS));
	process.exit(exitCode);
}
function flush(stream) {
	return new Promise((resolve) => {
		if (stream.destroyed) resolve();
		else stream.write("", () => resolve());
	});
}

// packages/action-kit/src/runner/outputs.ts
function writeOutputs(command, outputs) {
	for (const name of Object.keys({
		...COMMON_OUTPUTS,
		...command.outputs
	})) {
		const value = Object.hasOwn(outputs, name) ? outputs[name] : void 0;
		try {
			setOutput(name, value ?? "");
		} catch (cause) {
			warning(`Outputs could not be written: ${cause instanceof Error ? cause.message : cause}`);
			return;
		}
	}
}
async function writeSummary(path, markdown) {
	if (path === void 0 || path === "") return;
	try {
		await appendFile(path, markdown, "utf8");
	} catch (cause) {
		warning(`The summary could not be written: ${cause instanceof Error ? cause.message : cause}`);
	}
}

// packages/action-kit/src/runner/print-error.ts
const TITLES = {
	usage: "Assay: wrong input",
	policy: "Assay: policy",
	external: "Assay: a service or tool failed",
	internal: "Assay: a defect of Assay itself"
};
const MAX_ANNOTATIONS = 10;
function printError(error$1) {
	const title = TITLES[error$1.kind];
	const quoted = (problem) => {
		const place = error$1.places.get(problem);
		return [problem, ...place === void 0 ? [] : sourceLines(place)].join("\n");
	};
	const problems = (error$1.problems.length === 0 ? [error$1.message] : error$1.problems).map(quoted);
	const shown = problems.length > MAX_ANNOTATIONS ? problems.slice(0, 9) : problems;
	const hint = error$1.hint === void 0 ? "" : `\n${error$1.hint}`;
	if (error$1.problems.length > 0) info(escapeWorkflowCommands(`${error$1.message}:`));
	for (const problem of shown) error(problems.length === 1 ? problem + hint : problem, { title });
	const rest = problems.slice(shown.length);
	if (rest.length > 0) error(`…and ${rest.length} more, in the log of this step.`, { title });
	for (const problem of rest) info(escapeWorkflowCommands(problem));
	if (problems.length > 1 && hint !== "") info(escapeWorkflowCommands(hint.trim()));
	if (error$1.kind === "internal") printStack(error$1);
	else if (error$1.cause instanceof Error) debug(error$1.cause.stack ?? error$1.cause.message);
}
function printStack(error) {
	const origin = error.cause instanceof Error ? error.cause : error;
	startGroup("Stack, for the report of this defect");
	info(escapeWorkflowCommands(origin.stack ?? origin.message));
	endGroup();
}

// packages/action-kit/src/github/permissions.ts
function neededPermissions(permissions, inputs) {
	const isOn = (name) => {
		const value = Object.hasOwn(inputs, name) ? inputs[name] : void 0;
		return value !== void 0 && value !== false && value !== "";
	};
	return permissions.filter(({ when, unless }) => (when === void 0 || isOn(when)) && (unless === void 0 || !isOn(unless)));
}
function permissionsBlock(permissions) {
	const byScope = /* @__PURE__ */ new Map();
	for (const permission of permissions) {
		const known = byScope.get(permission.scope);
		if (known === void 0 || known.level === "read") byScope.set(permission.scope, permission);
	}
	return ["permissions:", ...[...byScope.values()].sort((a, b) => a.scope < b.scope ? -1 : 1).map(({ scope, level, reason }) => `  ${scope}: ${level} # ${reason}`)].join("\n");
}

// packages/action-kit/src/runner/action-processes.ts
const MAX_BYTES = 67108864;
function actionProcesses(debug) {
	const native = nodeProcesses();
	return {
		stream: native.stream,
		run: (program, args, options = {}) => isPlain(options) ? runWithToolkit(program, args, options, debug) : native.run(program, args, options)
	};
}
function isPlain({ input, timeoutMs, maxBytes, signal }) {
	return [
		input,
		timeoutMs,
		maxBytes,
		signal
	].every((option) => option === void 0);
}
async function runWithToolkit(program, args, options, debug) {
	const stdout = [];
	const stderr = [];
	let bytes = 0;
	const keep = (chunks) => (chunk) => {
		bytes += chunk.length;
		if (bytes <= MAX_BYTES) chunks.push(chunk);
	};
	try {
		const exitCode = await exec(quoted(program), [...args], {
			...options.cwd === void 0 ? {} : { cwd: options.cwd },
			env: { ...options.env },
			input: Buffer.alloc(0),
			ignoreReturnCode: true,
			silent: true,
			listeners: {
				stdout: keep(stdout),
				stderr: keep(stderr),
				debug
			}
		});
		if (bytes > MAX_BYTES) throw new ExternalError(`${program} printed more than ${MAX_BYTES} bytes`);
		if (exitCode === null) throw new ExternalError(`${program} was stopped by a signal`);
		return {
			exitCode,
			stdout: Buffer.concat(stdout),
			stderr: Buffer.concat(stderr).toString("utf8")
		};
	} catch (cause) {
		const error = asKnownError(cause);
		if (error.kind !== "internal") throw error;
		throw new ExternalError(`${program} could not be started: ${error.message}`, {
			hint: `Install ${program} or put it on PATH.`,
			cause
		});
	}
}
function quoted(program) {
	return `"${program.replace(/[\\"]/g, "\\$&")}"`;
}

// packages/action-kit/src/runner/annotate.ts
const WRITE$1 = {
	error,
	warning,
	notice
};
function annotateFindings(report) {
	for (const { level, message, ...place } of renderAnnotations(report)) WRITE$1[level](message, place);
}

// packages/action-kit/src/runner/masks.ts
function secretsOf(command, explicit, environment) {
	const specs = {
		...COMMON_INPUTS,
		...command.inputs
	};
	const variables = Object.fromEntries(Object.entries(specs).map(([name, { environment: variable }]) => [name, variable === void 0 ? void 0 : environment[variable]]));
	const secrets = [
		...secretsIn(specs, explicit, environment),
		...secretsIn(specs, variables, environment),
		...jobTokens(environment)
	];
	return [...new Set(secrets.flatMap(secretForms))];
}

// packages/action-kit/src/github/api.ts
var PermissionError = class extends UsageError {};
var FeatureOffError = class extends ExternalError {};
function createGithubApi({ http, apiUrl, remote, permissions }) {
	const root = apiUrl.replace(/\/+$/, "");
	const send = (method, url, body) => http.request({
		method: method ?? "GET",
		url,
		headers: {
			accept: "application/vnd.github+json",
			"x-github-api-version": "2022-11-28",
			...remote.token === void 0 ? {} : { authorization: `Bearer ${remote.token}` },
			...body === void 0 ? {} : { "content-type": "application/json" }
		},
		...body === void 0 ? {} : { body: JSON.stringify(body) }
	});
	return {
		async call(method, path, body) {
			const url = `${root}/repos/${remote.repository}${path}`;
			const response = await send(method, url, body);
			if (response.status >= 200 && response.status < 300) return response.json();
			throw refusal(`${method} ${redactUrl(url)}`, response.status, messageOf(response.text()), permissions);
		},
		async self() {
			const response = await send("GET", `${root}/user`);
			const user = response.status === 200 ? response.json() : void 0;
			return isRecord(user) && typeof user["login"] === "string" ? user["login"] : void 0;
		}
	};
}
function refusal(name, status, message, permissions) {
	const answer = `${name} answered ${status}${message === "" ? "" : ` (${message})`}`;
	if (status === 401) return new UsageError(`${answer}: the token is not valid`, { hint: "Leave `token` out to use the workflow's own, or give one that has not expired." });
	const limited = /rate limit|abuse|secondary/i.test(message);
	if (status === 403 && /(must be|not) enabled/i.test(message)) return new FeatureOffError(answer);
	if ((status === 403 || status === 404) && !limited) return new PermissionError(`${answer}: the token lacks a permission`, { hint: `Add this to the job:\n${permissionsBlock(permissions)}` });
	return new ExternalError(answer, { hint: limited ? "Wait until the limit is over and run the job again." : "Run the job again; if it stays, look at the status page of the server." });
}
function messageOf(text) {
	try {
		const body = JSON.parse(text);
		return isRecord(body) && typeof body["message"] === "string" ? body["message"].slice(0, 200) : "";
	} catch {
		return "";
	}
}

// packages/action-kit/src/github/sticky-comment.ts
const PAGE_SIZE = 100;
const MAX_PAGES = 30;
async function upsertComment(api, comment) {
	const known = await findComment(api, comment);
	if (known === void 0) {
		if (comment.onlyUpdate) return "not needed";
		await api.call("POST", `/issues/${comment.pullRequest}/comments`, { body: comment.body });
		return "created";
	}
	if (known.body === comment.body) return "unchanged";
	await api.call("PATCH", `/issues/comments/${known.id}`, { body: comment.body });
	return "updated";
}
async function findComment(api, { pullRequest, marker, formerMarker }) {
	let former;
	const isOurs = async ({ byBot, login }) => byBot || login === await api.self();
	for (let page = 1; page <= MAX_PAGES; page++) {
		const path = `/issues/${pullRequest}/comments?per_page=${PAGE_SIZE}&page=${page}`;
		const comments = await api.call("GET", path);
		if (!Array.isArray(comments)) throw new ExternalError("The list of comments is no list", { hint: "Check that GITHUB_API_URL is the address of the server's API." });
		for (const known of comments.map(commentOf)) {
			if (known === void 0) continue;
			if (known.body.startsWith(marker) && await isOurs(known)) return known;
			if (formerMarker !== void 0 && known.body.startsWith(formerMarker) && former === void 0 && await isOurs(known)) former = known;
		}
		if (comments.length < PAGE_SIZE) return former;
	}
	throw new ExternalError(`The pull request has more than 3000 comments; none was added, for there may be an earlier one`, { hint: "Read the result in the job summary." });
}
function commentOf(value) {
	if (!isRecord(value) || !isRecord(value["user"])) return void 0;
	const { id, body } = value;
	const { type, login } = value["user"];
	if (typeof id !== "number" || typeof body !== "string" || typeof login !== "string") return void 0;
	return {
		id,
		body,
		login,
		byBot: type === "Bot"
	};
}

// packages/action-kit/src/github/upload-sarif.ts
const MAX_GZIP_BYTES = 1e7;
const POLL_PAUSES = [
	1e3,
	4e3,
	1e4,
	2e4,
	4e4,
	8e4
];
const OUR_FAULT = /^rejecting SARIF|invalid URI|invalid security severity/i;
async function uploadSarif(api, upload, sleep) {
	const packed = await promisify(gzip)(upload.sarif);
	if (packed.length > MAX_GZIP_BYTES) throw new UsageError(`The SARIF report has ${packed.length} bytes after gzip; code scanning takes ${MAX_GZIP_BYTES}`, { hint: "Fix or suppress findings, or split the run with `working-directory`." });
	const receipt = await api.call("POST", "/code-scanning/sarifs", {
		commit_sha: upload.commit,
		ref: upload.ref,
		sarif: packed.toString("base64"),
		started_at: upload.startedAt.toISOString(),
		tool_name: "assay"
	});
	const id = isRecord(receipt) ? receipt["id"] : void 0;
	if (typeof id !== "string" && typeof id !== "number") throw new ExternalError("Code scanning did not say under which number it took the report");
	for (const pause of POLL_PAUSES) {
		await sleep(pause);
		if (isDone(await api.call("GET", `/code-scanning/sarifs/${encodeURIComponent(id)}`))) return "complete";
	}
	return "pending";
}
function isDone(state) {
	if (!isRecord(state)) return false;
	if (state["processing_status"] !== "failed") return state["processing_status"] === "complete";
	const errors = Array.isArray(state["errors"]) ? state["errors"].map(String) : [];
	throw new ExternalError(`Code scanning could not process the report: ${errors.join("; ").slice(0, 1e3) || "no reason given"}`, { hint: errors.some((error) => OUR_FAULT.test(error)) ? "Report this with the SARIF file: it is a defect of Assay." : "Give each upload of a workflow a command or `working-directory` of its own, and look at the code scanning page." });
}

// packages/action-kit/src/runner/upload-plan.ts
const CHANGE_REF = /^refs\/(?:pull\/|heads\/gh-readonly-queue\/)/;
const SUPPRESSIONS = "suppressions";
const SETTINGS = "settings";
const NO_FINDINGS = "No upload to code scanning: this command makes records and no findings. Leave `upload-sarif` off.";
function planUploads(report, { name, ref, folder }) {
	if (name === "pull_request_target") return {
		parts: [],
		notice: "No upload to code scanning: `pull_request_target` runs for the base branch, and what the pull request holds would change that branch's alerts. Upload from `pull_request` and from `push` or `schedule`."
	};
	const below = folder.split(/[\\/]/).filter((segment) => ![
		"",
		".",
		".."
	].includes(segment));
	const checks = report.checks.filter(({ check }) => check !== SUPPRESSIONS && check !== SETTINGS);
	const failed = checks.filter(({ outcome }) => outcome === "error");
	const partial = CHANGE_REF.test(ref) ? [] : checks.filter((one) => !failed.includes(one) && one.coverage.scope === "change");
	const parts = checks.filter((one) => !failed.includes(one) && !partial.includes(one)).map(({ check }) => ({
		check,
		category: [check, ...below]
	}));
	const left = leftOut(failed, partial);
	if (left !== void 0) return {
		parts,
		notice: left
	};
	const isAct = checks.length === 0 && report.acts.length > 0;
	const about = [...isAct ? [] : [SUPPRESSIONS], ...CHANGE_REF.test(ref) ? [SETTINGS] : []].map((check) => ({
		check,
		category: [`${check}-${report.command}`, ...below]
	}));
	return isAct && about.length === 0 ? {
		parts: [],
		notice: NO_FINDINGS
	} : { parts: [...parts, ...about] };
}
function leftOut(failed, partial) {
	const reasons = [...failed.length === 0 ? [] : [`${titles(failed)} could not do its work`], ...partial.length === 0 ? [] : [`${titles(partial)} looked at this push only (run on a \`schedule\` or \`workflow_dispatch\` too, which looks at the whole history and is uploaded)`]];
	return reasons.length === 0 ? void 0 : `Not uploaded to code scanning, for an incomplete report would close alerts that are still open: ${reasons.join("; ")}.`;
}
function titles(checks) {
	return checks.map(({ title }) => title).join(", ");
}

// packages/action-kit/src/runner/upload-checks.ts
async function uploadChecks(api, { report, event, folder, clock, logger, sleep }) {
	if (event?.sha === void 0 || event.ref === void 0) throw new UsageError("The SARIF report belongs to no commit: GITHUB_SHA or GITHUB_REF is not set", { hint: "Leave `upload-sarif` off outside a runner." });
	const { sha: commit, ref } = event;
	const { parts, notice } = planUploads(report, {
		name: event.name,
		ref,
		folder
	});
	if (notice !== void 0) logger.notice(notice);
	const uploads = parts.map(async (part) => {
		const upload = {
			sarif: renderCheckSarif(report, part),
			commit,
			ref,
			startedAt: clock.now()
		};
		const state = await uploadSarif(api, upload, sleep);
		return {
			check: part.check,
			state
		};
	});
	const ended = await Promise.allSettled(uploads);
	const states = ended.flatMap((one) => one.status === "fulfilled" ? [one.value] : []);
	const named = (wanted) => states.flatMap(({ check, state }) => state === wanted ? [check] : []).join(", ");
	if (named("complete") !== "") logger.info(`Code scanning took in: ${named("complete")}`);
	if (named("pending") !== "") logger.notice(`Code scanning has these and is not done with them yet: ${named("pending")}.`);
	for (const one of ended) if (one.status === "rejected") throw one.reason;
}

// packages/action-kit/src/runner/withdraw-comment.ts
async function withdrawComment(api, error, { command, explicit, environment, pullRequest, logger }) {
	const folder = posix.normalize((explicit["working-directory"] ?? ".").replaceAll("\\", "/"));
	const workingDirectory = folder === "./" ? "." : folder.replace(/\/$/, "");
	const id = explicit["comment-id"] ?? environment["GITHUB_JOB"] ?? "";
	const marker = commentMarker({
		command: command.name,
		workingDirectory,
		id
	});
	const problems = error.problems.slice(0, 20).map((problem) => `- ${escapeMarkdown(problem)}`);
	const body = [
		marker,
		`## ⚠️ Assay ${command.name}: no result`,
		"",
		`The run ended before it had a verdict: ${escapeMarkdown(error.message)}`,
		...problems.length === 0 ? [] : ["", ...problems],
		...error.hint === void 0 ? [] : ["", escapeMarkdown(error.hint)],
		""
	].join("\n");
	const formerMarker = formerCommentMarker(command.name);
	const done = await upsertComment(api, {
		pullRequest,
		marker,
		formerMarker,
		body: body.slice(0, 6e4),
		onlyUpdate: true
	});
	logger.info(`Comment on pull request ${pullRequest}: ${done}`);
}

// packages/action-kit/src/runner/publish.ts
async function publish(options) {
	const { inputs } = options;
	const deliveries = [...inputs["comment"] === true && options.facts.pullRequest !== void 0 ? [comment] : [], ...inputs["upload-sarif"] === true ? [codeScanning] : []];
	if (deliveries.length === 0) return;
	const names = deliveries.map((delivery) => NAMES.get(delivery)).join(" and no ");
	const obstacle = obstacleOf(options);
	if (obstacle !== void 0) return options.logger.notice(`${obstacle}: no ${names}; the log, the job summary and the reports have all findings.`);
	const api = apiOf(options);
	const results = await Promise.allSettled(deliveries.map((delivery) => delivery(api, options)));
	for (const [index, result] of results.entries()) if (result.status === "rejected") judge(deliveries[index], result.reason, options);
}
function judge(delivery, error, { facts, logger }) {
	if (error instanceof FeatureOffError) return logger.notice(`${error.message}: no upload.`);
	if (facts.dependabot && error instanceof PermissionError) return logger.notice("Dependabot's token may only read: no comment and no upload.");
	if (delivery !== comment) throw error;
	const { message, hint } = asKnownError(error);
	logger.warning(`No comment: ${message}${hint === void 0 ? "" : `\n${hint}`}`);
}
const comment = async (api, { report, facts, inputs, logger }) => {
	if (facts.pullRequest === void 0) return;
	const commentId = String(inputs["comment-id"] ?? "");
	const done = await upsertComment(api, {
		pullRequest: facts.pullRequest,
		marker: commentMarker(commentIdentity(report, commentId)),
		formerMarker: formerCommentMarker(report.command),
		body: render("comment", report, { commentId }),
		onlyUpdate: report.outcome === "pass" && report.findings.length === 0 && report.acts.length === 0
	});
	logger.info(`Comment on pull request ${facts.pullRequest}: ${done}`);
};
const codeScanning = async (api, options) => {
	const sleep = options.sleep ?? ((ms) => setTimeout$1(ms, void 0, { signal: options.signal }));
	const folder = options.inputs["working-directory"];
	await uploadChecks(api, {
		...options,
		folder: typeof folder === "string" ? folder : ".",
		sleep
	});
};
const NAMES = /* @__PURE__ */ new Map([[comment, "comment"], [codeScanning, "upload to code scanning"]]);
async function withdraw(error, given) {
	const { pullRequest } = given.facts;
	const offline = given.explicit["offline"] ?? given.environment["ASSAY_OFFLINE"];
	const options = {
		...given,
		inputs: { offline: isOn(offline) }
	};
	if (pullRequest === void 0 || !isOn(options.explicit["comment"])) return;
	if (obstacleOf(options) !== void 0) return;
	try {
		await withdrawComment(apiOf(options), error, {
			...options,
			pullRequest
		});
	} catch (thrown) {
		options.logger.warning(`The comment of an earlier run stands: ${asKnownError(thrown).message}`);
	}
}
function isOn(raw) {
	return /^(?:true|yes)$/i.test(raw?.trim() ?? "");
}
function obstacleOf({ inputs, facts, remote }) {
	if (inputs["offline"] === true) return "This run is offline";
	if (facts.fork) return "This is a pull request from a fork, whose token may only read";
	if (remote === null) return "GITHUB_REPOSITORY names no repository";
	return remote.token === void 0 ? "There is no `token`" : void 0;
}
function apiOf(options) {
	const { command, inputs, remote, environment, clock, logger, signal } = options;
	if (remote === null) throw new UsageError("GITHUB_REPOSITORY names no repository");
	const apiUrl = environment["GITHUB_API_URL"] || "https://api.github.com";
	const { host } = URL.canParse(apiUrl) ? new URL(apiUrl) : { host: apiUrl };
	return createGithubApi({
		http: createGuardedHttp({
			hosts: [host],
			offline: false,
			environment,
			clock,
			logger,
			signal
		}),
		apiUrl,
		remote,
		permissions: neededPermissions(actionPermissions(command.permissions), inputs)
	});
}

// packages/action-kit/src/runner/read-inputs.ts
function readInputs(command, environment) {
	const byVariable = new Map(Object.keys(inputsOf(command)).map((name) => [variableOf(name), name]));
	const explicit = {};
	for (const variable of Object.keys(environment).sort()) {
		const value = environment[variable];
		if (!variable.startsWith("INPUT_") || value === void 0 || value === "") continue;
		explicit[byVariable.get(variable) ?? variable.slice(6).toLowerCase()] = value;
	}
	return explicit;
}
function variableOf(name) {
	return `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
}

// packages/action-kit/src/runner/run-facts.ts
const FORK_EVENTS = /* @__PURE__ */ new Set([
	"pull_request",
	"pull_request_review",
	"pull_request_review_comment"
]);
function runFacts(event, environment) {
	const change = event?.payload["pull_request"];
	const number = isRecord(change) ? change["number"] : void 0;
	const server = environment["GITHUB_SERVER_URL"] || "https://github.com";
	const host = URL.canParse(server) ? new URL(server).hostname : "";
	return {
		fork: event !== null && FORK_EVENTS.has(event.name) && isRecord(change) && isFromFork(change),
		dependabot: environment["GITHUB_ACTOR"] === "dependabot[bot]",
		enterpriseServer: host !== "github.com" && !host.endsWith(".ghe.com"),
		idToken: Boolean(environment["ACTIONS_ID_TOKEN_REQUEST_URL"] && environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]),
		pullRequest: typeof number === "number" && Number.isSafeInteger(number) ? number : void 0
	};
}

// packages/action-kit/src/runner/runner-logger.ts
const WRITE = {
	debug,
	info,
	notice,
	warning,
	error
};
function runnerLogger() {
	let open = false;
	const plain = createLogger((level, message) => level === "info" ? info(escapeWorkflowCommands(message)) : WRITE[level](message));
	return {
		...plain,
		group: async (title, work) => {
			if (open) {
				plain.info(title);
				return work();
			}
			open = true;
			startGroup(title);
			try {
				return await work();
			} finally {
				endGroup();
				open = false;
			}
		}
	};
}

// packages/action-kit/src/runner/run-command.ts
async function runCommand(command, environment, signal) {
	const explicit = readInputs(command, environment);
	const mask = masking();
	mask(secretsOf(command, explicit, environment));
	const logger = runnerLogger();
	const event = await readEvent(environment);
	const facts = runFacts(event, environment);
	const remote = remoteOf(environment, explicit["token"]);
	const clock = clockFrom(environment);
	const checkout = environment["GITHUB_WORKSPACE"] || process.cwd();
	const surroundings = {
		command,
		event,
		remote,
		facts,
		environment,
		clock,
		logger,
		signal
	};
	const execution = await logger.group(command.title, () => executeCommand({
		command,
		explicit,
		environment,
		host: "action",
		cwd: checkout,
		event,
		remote,
		logger,
		progress: silentProgress,
		processes: actionProcesses(logger.debug),
		clock,
		loadSections: async () => (await import("./suite2.js")).loadSections(),
		version: VERSION,
		signal,
		hide: (secret) => mask(secretForms(secret)),
		defaultReportDirectory: reportFolder(command, environment)
	})).catch(async (thrown) => {
		await withdraw(asKnownError(thrown), {
			...surroundings,
			explicit
		});
		throw thrown;
	});
	const { report } = execution;
	logger.info(render("text", report));
	annotateFindings(report);
	await writeSummary(environment["GITHUB_STEP_SUMMARY"], render("summary", report));
	const advice = idTokenAdvice(command, execution, facts);
	if (advice !== void 0) logger.notice(advice);
	const failure = await publish({
		...surroundings,
		report,
		inputs: execution.inputs
	}).then(() => void 0, (thrown) => asKnownError(thrown));
	if (failure !== void 0) printError(failure);
	return {
		exitCode: execution.exitCode === EXIT_CODES.pass && failure !== void 0 ? exitCodeOf(failure) : execution.exitCode,
		outputs: execution.outputs
	};
}
function reportFolder({ name }, environment) {
	const step = (environment["GITHUB_ACTION"] ?? "").replace(/[^\w-]/g, "_");
	return join(environment["RUNNER_TEMP"] || tmpdir(), "assay", step === "" ? name : step);
}
function masking() {
	const masked = /* @__PURE__ */ new Set();
	return (texts) => {
		for (const text of texts) if (!masked.has(text)) setSecret(text);
		for (const text of texts) masked.add(text);
	};
}
function idTokenAdvice(command, execution, facts) {
	const needed = neededPermissions(actionPermissions(command.permissions), execution.inputs);
	if (!needed.some(({ scope }) => scope === "id-token") || execution.exitCode < EXIT_CODES.usage) return void 0;
	if (facts.fork) return "This is a pull request from a fork: GitHub gives it no identity token, whatever the workflow says.";
	if (!facts.idToken) return `This job gets no identity token. Add this to it:\n${permissionsBlock(needed)}`;
	return facts.enterpriseServer ? "This is GitHub Enterprise Server: the public Sigstore instance does not know its identity tokens; name your own instance." : void 0;
}

// packages/action-kit/src/runner/run-action.ts
async function runAction(command) {
	const stop = new AbortController();
	for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => stop.abort());
	let outputs = { outcome: "error" };
	const fail = (thrown) => {
		const error = asKnownError(thrown);
		printError(error);
		return exitCodeOf(error);
	};
	const finish = (exitCode) => {
		writeOutputs(command, exitCode > 1 ? {
			...outputs,
			outcome: "error"
		} : outputs);
		return endProcess(exitCode);
	};
	let ending;
	const end = (judge) => {
		ending ??= finish(judge());
		return ending;
	};
	const crash = (thrown) => void end(() => fail(thrown));
	process.on("uncaughtException", crash);
	process.on("unhandledRejection", crash);
	process.once("beforeExit", () => crash(new InternalError("The run waits for something that never comes")));
	try {
		const result = await runCommand(command, process.env, stop.signal);
		outputs = result.outputs;
		return await end(() => result.exitCode);
	} catch (thrown) {
		return end(() => fail(thrown));
	}
}

export { runAction as t };