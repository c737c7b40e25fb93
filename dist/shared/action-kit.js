import { $ as renderCheckSarif, A as inputsOf, Ft as VERSION, Gt as UsageError, Ht as EXIT_CODES, Kt as asKnownError, L as secretForms, Ot as clockFrom, R as jobTokens, Ut as ExternalError, Wt as InternalError, Z as render, at as nodeProcesses, bt as createLogger, ct as sourceLines, dn as isRecord, et as commentIdentity, i as executeCommand, in as actionPermissions, it as createGuardedHttp, mt as escapeWorkflowCommands, n as readEvent, nn as COMMON_INPUTS, nt as formerCommentMarker, ot as redactUrl, pt as escapeMarkdown, qt as exitCodeOf, r as remoteOf, rn as COMMON_OUTPUTS, rt as renderAnnotations, tt as commentMarker, un as isFromFork, xt as silentProgress, z as secretsIn } from "./part-base.js";
import { a as notice, c as startGroup, i as info, l as warning, n as endGroup, o as setOutput, r as error, s as setSecret, t as debug } from "./npm-actions-core.js";
import { t as exec } from "./npm-actions-exec.js";
import { appendFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { tmpdir } from "node:os";
const WINDOWS_FLUSH_MS = 50;
async function endProcess(e) {
	process.exitCode = e;
	await Promise.all([process.stdout, process.stderr].map(flush));
	if (process.platform === "win32") await new Promise((e) => setTimeout(e, WINDOWS_FLUSH_MS));
	process.exit(e);
}
function flush(e) {
	return new Promise((t) => {
		if (e.destroyed) t();
		else e.write("", () => t());
	});
}
function writeOutputs(e, t) {
	for (const n of Object.keys({
		...COMMON_OUTPUTS,
		...e.outputs
	})) {
		const e = Object.hasOwn(t, n) ? t[n] : void 0;
		try {
			setOutput(n, e ?? "");
		} catch (e) {
			warning(`Outputs could not be written: ${e instanceof Error ? e.message : e}`);
			return;
		}
	}
}
async function writeSummary(e, t) {
	if (e === void 0 || e === "") return;
	try {
		await appendFile(e, t, "utf8");
	} catch (e) {
		warning(`The summary could not be written: ${e instanceof Error ? e.message : e}`);
	}
}
const TITLES = {
	usage: "Assay: wrong input",
	policy: "Assay: policy",
	external: "Assay: a service or tool failed",
	internal: "Assay: a defect of Assay itself"
};
const MAX_ANNOTATIONS = 10;
function printError(e) {
	const t = TITLES[e.kind];
	const n = (t) => {
		const n = e.places.get(t);
		return [t, ...n === void 0 ? [] : sourceLines(n)].join("\n");
	};
	const r = (e.problems.length === 0 ? [e.message] : e.problems).map(n);
	const i = r.length > MAX_ANNOTATIONS ? r.slice(0, 9) : r;
	const a = e.hint === void 0 ? "" : `\n${e.hint}`;
	if (e.problems.length > 0) info(escapeWorkflowCommands(`${e.message}:`));
	for (const e of i) error(r.length === 1 ? e + a : e, { title: t });
	const o = r.slice(i.length);
	if (o.length > 0) error(`…and ${o.length} more, in the log of this step.`, { title: t });
	for (const e of o) info(escapeWorkflowCommands(e));
	if (r.length > 1 && a !== "") info(escapeWorkflowCommands(a.trim()));
	if (e.kind === "internal") printStack(e);
	else if (e.cause instanceof Error) debug(e.cause.stack ?? e.cause.message);
}
function printStack(e) {
	const t = e.cause instanceof Error ? e.cause : e;
	startGroup("Stack, for the report of this defect");
	info(escapeWorkflowCommands(t.stack ?? t.message));
	endGroup();
}
function neededPermissions(e, t) {
	const n = (e) => {
		const n = Object.hasOwn(t, e) ? t[e] : void 0;
		return n !== void 0 && n !== false && n !== "";
	};
	return e.filter(({ when: e, unless: t }) => (e === void 0 || n(e)) && (t === void 0 || !n(t)));
}
function permissionsBlock(e) {
	const t = new Map();
	for (const n of e) {
		const e = t.get(n.scope);
		if (e === void 0 || e.level === "read") t.set(n.scope, n);
	}
	return ["permissions:", ...[...t.values()].sort((e, t) => e.scope < t.scope ? -1 : 1).map(({ scope: e, level: t, reason: n }) => `  ${e}: ${t} # ${n}`)].join("\n");
}
const MAX_BYTES = 67108864;
function actionProcesses(e) {
	const t = nodeProcesses();
	return {
		stream: t.stream,
		run: (n, r, i = {}) => isPlain(i) ? runWithToolkit(n, r, i, e) : t.run(n, r, i)
	};
}
function isPlain({ input: e, timeoutMs: t, maxBytes: n, signal: r }) {
	return [
		e,
		t,
		n,
		r
	].every((e) => e === void 0);
}
async function runWithToolkit(e, t, n, r) {
	const i = [];
	const a = [];
	let o = 0;
	const s = (e) => (t) => {
		o += t.length;
		if (o <= MAX_BYTES) e.push(t);
	};
	try {
		const c = await exec(quoted(e), [...t], {
			...n.cwd === void 0 ? {} : { cwd: n.cwd },
			env: { ...n.env },
			input: Buffer.alloc(0),
			ignoreReturnCode: true,
			silent: true,
			listeners: {
				stdout: s(i),
				stderr: s(a),
				debug: r
			}
		});
		if (o > MAX_BYTES) throw new ExternalError(`${e} printed more than ${MAX_BYTES} bytes`);
		if (c === null) throw new ExternalError(`${e} was stopped by a signal`);
		return {
			exitCode: c,
			stdout: Buffer.concat(i),
			stderr: Buffer.concat(a).toString("utf8")
		};
	} catch (t) {
		const n = asKnownError(t);
		if (n.kind !== "internal") throw n;
		throw new ExternalError(`${e} could not be started: ${n.message}`, {
			hint: `Install ${e} or put it on PATH.`,
			cause: t
		});
	}
}
function quoted(e) {
	return `"${e.replace(/[\\"]/g, "\\$&")}"`;
}
const WRITE$1 = {
	error,
	warning,
	notice
};
function annotateFindings(e) {
	for (const { level: t, message: n, ...r } of renderAnnotations(e)) WRITE$1[t](n, r);
}
function secretsOf(e, t, n) {
	const r = {
		...COMMON_INPUTS,
		...e.inputs
	};
	const i = Object.fromEntries(Object.entries(r).map(([e, { environment: t }]) => [e, t === void 0 ? void 0 : n[t]]));
	const a = [
		...secretsIn(r, t, n),
		...secretsIn(r, i, n),
		...jobTokens(n)
	];
	return [...new Set(a.flatMap(secretForms))];
}
var PermissionError = class extends UsageError {};
var FeatureOffError = class extends ExternalError {};
function createGithubApi({ http: e, apiUrl: t, remote: n, permissions: r }) {
	const i = t.replace(/\/+$/, "");
	const a = (t, r, i) => e.request({
		method: t ?? "GET",
		url: r,
		headers: {
			accept: "application/vnd.github+json",
			"x-github-api-version": "2022-11-28",
			...n.token === void 0 ? {} : { authorization: `Bearer ${n.token}` },
			...i === void 0 ? {} : { "content-type": "application/json" }
		},
		...i === void 0 ? {} : { body: JSON.stringify(i) }
	});
	return {
		async call(e, t, o) {
			const s = `${i}/repos/${n.repository}${t}`;
			const c = await a(e, s, o);
			if (c.status >= 200 && c.status < 300) return c.json();
			throw refusal(`${e} ${redactUrl(s)}`, c.status, messageOf(c.text()), r);
		},
		async self() {
			const e = await a("GET", `${i}/user`);
			const t = e.status === 200 ? e.json() : void 0;
			return isRecord(t) && typeof t["login"] === "string" ? t["login"] : void 0;
		}
	};
}
function refusal(e, t, n, r) {
	const i = `${e} answered ${t}${n === "" ? "" : ` (${n})`}`;
	if (t === 401) return new UsageError(`${i}: the token is not valid`, { hint: "Leave `token` out to use the workflow's own, or give one that has not expired." });
	const a = /rate limit|abuse|secondary/i.test(n);
	if (t === 403 && /(must be|not) enabled/i.test(n)) return new FeatureOffError(i);
	if ((t === 403 || t === 404) && !a) return new PermissionError(`${i}: the token lacks a permission`, { hint: `Add this to the job:\n${permissionsBlock(r)}` });
	return new ExternalError(i, { hint: a ? "Wait until the limit is over and run the job again." : "Run the job again; if it stays, look at the status page of the server." });
}
function messageOf(e) {
	try {
		const t = JSON.parse(e);
		return isRecord(t) && typeof t["message"] === "string" ? t["message"].slice(0, 200) : "";
	} catch {
		return "";
	}
}
const PAGE_SIZE = 100;
const MAX_PAGES = 30;
async function upsertComment(e, t) {
	const n = await findComment(e, t);
	if (n === void 0) {
		if (t.onlyUpdate) return "not needed";
		await e.call("POST", `/issues/${t.pullRequest}/comments`, { body: t.body });
		return "created";
	}
	if (n.body === t.body) return "unchanged";
	await e.call("PATCH", `/issues/comments/${n.id}`, { body: t.body });
	return "updated";
}
async function findComment(e, { pullRequest: t, marker: n, formerMarker: r }) {
	let i;
	const a = async ({ byBot: t, login: n }) => t || n === await e.self();
	for (let o = 1; o <= MAX_PAGES; o++) {
		const s = `/issues/${t}/comments?per_page=${PAGE_SIZE}&page=${o}`;
		const c = await e.call("GET", s);
		if (!Array.isArray(c)) throw new ExternalError("The list of comments is no list", { hint: "Check that GITHUB_API_URL is the address of the server's API." });
		for (const e of c.map(commentOf)) {
			if (e === void 0) continue;
			if (e.body.startsWith(n) && await a(e)) return e;
			if (r !== void 0 && e.body.startsWith(r) && i === void 0 && await a(e)) i = e;
		}
		if (c.length < PAGE_SIZE) return i;
	}
	throw new ExternalError(`The pull request has more than 3000 comments; none was added, for there may be an earlier one`, { hint: "Read the result in the job summary." });
}
function commentOf(e) {
	if (!isRecord(e) || !isRecord(e["user"])) return void 0;
	const { id: t, body: n } = e;
	const { type: r, login: i } = e["user"];
	if (typeof t !== "number" || typeof n !== "string" || typeof i !== "string") return void 0;
	return {
		id: t,
		body: n,
		login: i,
		byBot: r === "Bot"
	};
}
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
async function uploadSarif(e, t, n) {
	const r = await promisify(gzip)(t.sarif);
	if (r.length > MAX_GZIP_BYTES) throw new UsageError(`The SARIF report has ${r.length} bytes after gzip; code scanning takes ${MAX_GZIP_BYTES}`, { hint: "Fix or suppress findings, or split the run with `working-directory`." });
	const i = await e.call("POST", "/code-scanning/sarifs", {
		commit_sha: t.commit,
		ref: t.ref,
		sarif: r.toString("base64"),
		started_at: t.startedAt.toISOString(),
		tool_name: "assay"
	});
	const a = isRecord(i) ? i["id"] : void 0;
	if (typeof a !== "string" && typeof a !== "number") throw new ExternalError("Code scanning did not say under which number it took the report");
	for (const t of POLL_PAUSES) {
		await n(t);
		if (isDone(await e.call("GET", `/code-scanning/sarifs/${encodeURIComponent(a)}`))) return "complete";
	}
	return "pending";
}
function isDone(e) {
	if (!isRecord(e)) return false;
	if (e["processing_status"] !== "failed") return e["processing_status"] === "complete";
	const t = Array.isArray(e["errors"]) ? e["errors"].map(String) : [];
	throw new ExternalError(`Code scanning could not process the report: ${t.join("; ").slice(0, 1e3) || "no reason given"}`, { hint: t.some((e) => OUR_FAULT.test(e)) ? "Report this with the SARIF file: it is a defect of Assay." : "Give each upload of a workflow a command or `working-directory` of its own, and look at the code scanning page." });
}
const CHANGE_REF = /^refs\/(?:pull\/|heads\/gh-readonly-queue\/)/;
const SUPPRESSIONS = "suppressions";
const SETTINGS = "settings";
const NO_FINDINGS = "No upload to code scanning: this command makes records and no findings. Leave `upload-sarif` off.";
function planUploads(e, { name: t, ref: n, folder: r }) {
	if (t === "pull_request_target") return {
		parts: [],
		notice: "No upload to code scanning: `pull_request_target` runs for the base branch, and what the pull request holds would change that branch's alerts. Upload from `pull_request` and from `push` or `schedule`."
	};
	const i = r.split(/[\\/]/).filter((e) => ![
		"",
		".",
		".."
	].includes(e));
	const a = e.checks.filter(({ check: e }) => e !== SUPPRESSIONS && e !== SETTINGS);
	const o = a.filter(({ outcome: e }) => e === "error");
	const s = CHANGE_REF.test(n) ? [] : a.filter((e) => !o.includes(e) && e.coverage.scope === "change");
	const c = a.filter((e) => !o.includes(e) && !s.includes(e)).map(({ check: e }) => ({
		check: e,
		category: [e, ...i]
	}));
	const l = leftOut(o, s);
	if (l !== void 0) return {
		parts: c,
		notice: l
	};
	const u = a.length === 0 && e.acts.length > 0;
	const d = [...u ? [] : [SUPPRESSIONS], ...CHANGE_REF.test(n) ? [SETTINGS] : []].map((t) => ({
		check: t,
		category: [`${t}-${e.command}`, ...i]
	}));
	return u && d.length === 0 ? {
		parts: [],
		notice: NO_FINDINGS
	} : { parts: [...c, ...d] };
}
function leftOut(e, t) {
	const n = [...e.length === 0 ? [] : [`${titles(e)} could not do its work`], ...t.length === 0 ? [] : [`${titles(t)} looked at this push only (run on a \`schedule\` or \`workflow_dispatch\` too, which looks at the whole history and is uploaded)`]];
	return n.length === 0 ? void 0 : `Not uploaded to code scanning, for an incomplete report would close alerts that are still open: ${n.join("; ")}.`;
}
function titles(e) {
	return e.map(({ title: e }) => e).join(", ");
}
async function uploadChecks(e, { report: t, event: n, folder: r, clock: i, logger: a, sleep: o }) {
	if (n?.sha === void 0 || n.ref === void 0) throw new UsageError("The SARIF report belongs to no commit: GITHUB_SHA or GITHUB_REF is not set", { hint: "Leave `upload-sarif` off outside a runner." });
	const { sha: s, ref: c } = n;
	const { parts: l, notice: u } = planUploads(t, {
		name: n.name,
		ref: c,
		folder: r
	});
	if (u !== void 0) a.notice(u);
	const d = l.map(async (n) => {
		const r = {
			sarif: renderCheckSarif(t, n),
			commit: s,
			ref: c,
			startedAt: i.now()
		};
		const a = await uploadSarif(e, r, o);
		return {
			check: n.check,
			state: a
		};
	});
	const f = await Promise.allSettled(d);
	const p = f.flatMap((e) => e.status === "fulfilled" ? [e.value] : []);
	const m = (e) => p.flatMap(({ check: t, state: n }) => n === e ? [t] : []).join(", ");
	if (m("complete") !== "") a.info(`Code scanning took in: ${m("complete")}`);
	if (m("pending") !== "") a.notice(`Code scanning has these and is not done with them yet: ${m("pending")}.`);
	for (const e of f) if (e.status === "rejected") throw e.reason;
}
async function withdrawComment(e, t, { command: n, explicit: r, environment: i, pullRequest: a, logger: o }) {
	const s = posix.normalize((r["working-directory"] ?? ".").replaceAll("\\", "/"));
	const c = s === "./" ? "." : s.replace(/\/$/, "");
	const l = r["comment-id"] ?? i["GITHUB_JOB"] ?? "";
	const u = commentMarker({
		command: n.name,
		workingDirectory: c,
		id: l
	});
	const d = t.problems.slice(0, 20).map((e) => `- ${escapeMarkdown(e)}`);
	const f = [
		u,
		`## ⚠️ Assay ${n.name}: no result`,
		"",
		`The run ended before it had a verdict: ${escapeMarkdown(t.message)}`,
		...d.length === 0 ? [] : ["", ...d],
		...t.hint === void 0 ? [] : ["", escapeMarkdown(t.hint)],
		""
	].join("\n");
	const p = formerCommentMarker(n.name);
	const m = await upsertComment(e, {
		pullRequest: a,
		marker: u,
		formerMarker: p,
		body: f.slice(0, 6e4),
		onlyUpdate: true
	});
	o.info(`Comment on pull request ${a}: ${m}`);
}
async function publish(e) {
	const { inputs: t } = e;
	const n = [...t["comment"] === true && e.facts.pullRequest !== void 0 ? [comment] : [], ...t["upload-sarif"] === true ? [codeScanning] : []];
	if (n.length === 0) return;
	const r = n.map((e) => NAMES.get(e)).join(" and no ");
	const i = obstacleOf(e);
	if (i !== void 0) return e.logger.notice(`${i}: no ${r}; the log, the job summary and the reports have all findings.`);
	const a = apiOf(e);
	const o = await Promise.allSettled(n.map((t) => t(a, e)));
	for (const [t, r] of o.entries()) if (r.status === "rejected") judge(n[t], r.reason, e);
}
function judge(e, t, { facts: n, logger: r }) {
	if (t instanceof FeatureOffError) return r.notice(`${t.message}: no upload.`);
	if (n.dependabot && t instanceof PermissionError) return r.notice("Dependabot's token may only read: no comment and no upload.");
	if (e !== comment) throw t;
	const { message: i, hint: a } = asKnownError(t);
	r.warning(`No comment: ${i}${a === void 0 ? "" : `\n${a}`}`);
}
const comment = async (e, { report: t, facts: n, inputs: r, logger: i }) => {
	if (n.pullRequest === void 0) return;
	const a = String(r["comment-id"] ?? "");
	const o = await upsertComment(e, {
		pullRequest: n.pullRequest,
		marker: commentMarker(commentIdentity(t, a)),
		formerMarker: formerCommentMarker(t.command),
		body: render("comment", t, { commentId: a }),
		onlyUpdate: t.outcome === "pass" && t.findings.length === 0 && t.acts.length === 0
	});
	i.info(`Comment on pull request ${n.pullRequest}: ${o}`);
};
const codeScanning = async (e, t) => {
	const n = t.sleep ?? ((e) => setTimeout$1(e, void 0, { signal: t.signal }));
	const r = t.inputs["working-directory"];
	await uploadChecks(e, {
		...t,
		folder: typeof r === "string" ? r : ".",
		sleep: n
	});
};
const NAMES = new Map([[comment, "comment"], [codeScanning, "upload to code scanning"]]);
async function withdraw(e, t) {
	const { pullRequest: n } = t.facts;
	const r = t.explicit["offline"] ?? t.environment["ASSAY_OFFLINE"];
	const i = {
		...t,
		inputs: { offline: isOn(r) }
	};
	if (n === void 0 || !isOn(i.explicit["comment"])) return;
	if (obstacleOf(i) !== void 0) return;
	try {
		await withdrawComment(apiOf(i), e, {
			...i,
			pullRequest: n
		});
	} catch (e) {
		i.logger.warning(`The comment of an earlier run stands: ${asKnownError(e).message}`);
	}
}
function isOn(e) {
	return /^(?:true|yes)$/i.test(e?.trim() ?? "");
}
function obstacleOf({ inputs: e, facts: t, remote: n }) {
	if (e["offline"] === true) return "This run is offline";
	if (t.fork) return "This is a pull request from a fork, whose token may only read";
	if (n === null) return "GITHUB_REPOSITORY names no repository";
	return n.token === void 0 ? "There is no `token`" : void 0;
}
function apiOf(e) {
	const { command: t, inputs: n, remote: r, environment: i, clock: a, logger: o, signal: s } = e;
	if (r === null) throw new UsageError("GITHUB_REPOSITORY names no repository");
	const c = i["GITHUB_API_URL"] || "https://api.github.com";
	const { host: l } = URL.canParse(c) ? new URL(c) : { host: c };
	return createGithubApi({
		http: createGuardedHttp({
			hosts: [l],
			offline: false,
			environment: i,
			clock: a,
			logger: o,
			signal: s
		}),
		apiUrl: c,
		remote: r,
		permissions: neededPermissions(actionPermissions(t.permissions), n)
	});
}
function readInputs(e, t) {
	const n = new Map(Object.keys(inputsOf(e)).map((e) => [variableOf(e), e]));
	const r = {};
	for (const e of Object.keys(t).sort()) {
		const i = t[e];
		if (!e.startsWith("INPUT_") || i === void 0 || i === "") continue;
		r[n.get(e) ?? e.slice(6).toLowerCase()] = i;
	}
	return r;
}
function variableOf(e) {
	return `INPUT_${e.replaceAll(" ", "_").toUpperCase()}`;
}
const FORK_EVENTS = new Set([
	"pull_request",
	"pull_request_review",
	"pull_request_review_comment"
]);
function runFacts(e, t) {
	const n = e?.payload["pull_request"];
	const r = isRecord(n) ? n["number"] : void 0;
	const i = t["GITHUB_SERVER_URL"] || "https://github.com";
	const a = URL.canParse(i) ? new URL(i).hostname : "";
	return {
		fork: e !== null && FORK_EVENTS.has(e.name) && isRecord(n) && isFromFork(n),
		dependabot: t["GITHUB_ACTOR"] === "dependabot[bot]",
		enterpriseServer: a !== "github.com" && !a.endsWith(".ghe.com"),
		idToken: Boolean(t["ACTIONS_ID_TOKEN_REQUEST_URL"] && t["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]),
		pullRequest: typeof r === "number" && Number.isSafeInteger(r) ? r : void 0
	};
}
const WRITE = {
	debug,
	info,
	notice,
	warning,
	error
};
function runnerLogger() {
	let e = false;
	const t = createLogger((e, t) => e === "info" ? info(escapeWorkflowCommands(t)) : WRITE[e](t));
	return {
		...t,
		group: async (n, r) => {
			if (e) {
				t.info(n);
				return r();
			}
			e = true;
			startGroup(n);
			try {
				return await r();
			} finally {
				endGroup();
				e = false;
			}
		}
	};
}
async function runCommand(e, t, n) {
	const r = readInputs(e, t);
	const i = masking();
	i(secretsOf(e, r, t));
	const a = runnerLogger();
	const o = await readEvent(t);
	const s = runFacts(o, t);
	const c = remoteOf(t, r["token"]);
	const l = clockFrom(t);
	const u = t["GITHUB_WORKSPACE"] || process.cwd();
	const d = {
		command: e,
		event: o,
		remote: c,
		facts: s,
		environment: t,
		clock: l,
		logger: a,
		signal: n
	};
	const f = await a.group(e.title, () => executeCommand({
		command: e,
		explicit: r,
		environment: t,
		host: "action",
		cwd: u,
		event: o,
		remote: c,
		logger: a,
		progress: silentProgress,
		processes: actionProcesses(a.debug),
		clock: l,
		loadSections: async () => (await import("./suite.js")).loadSections(),
		version: VERSION,
		signal: n,
		hide: (e) => i(secretForms(e)),
		defaultReportDirectory: reportFolder(e, t)
	})).catch(async (e) => {
		await withdraw(asKnownError(e), {
			...d,
			explicit: r
		});
		throw e;
	});
	const { report: p } = f;
	a.info(render("text", p));
	annotateFindings(p);
	await writeSummary(t["GITHUB_STEP_SUMMARY"], render("summary", p));
	const m = idTokenAdvice(e, f, s);
	if (m !== void 0) a.notice(m);
	const h = await publish({
		...d,
		report: p,
		inputs: f.inputs
	}).then(() => void 0, (e) => asKnownError(e));
	if (h !== void 0) printError(h);
	return {
		exitCode: f.exitCode === EXIT_CODES.pass && h !== void 0 ? exitCodeOf(h) : f.exitCode,
		outputs: f.outputs
	};
}
function reportFolder({ name: e }, t) {
	const n = (t["GITHUB_ACTION"] ?? "").replace(/[^\w-]/g, "_");
	return join(t["RUNNER_TEMP"] || tmpdir(), "assay", n === "" ? e : n);
}
function masking() {
	const e = new Set();
	return (t) => {
		for (const n of t) if (!e.has(n)) setSecret(n);
		for (const n of t) e.add(n);
	};
}
function idTokenAdvice(e, t, n) {
	const r = neededPermissions(actionPermissions(e.permissions), t.inputs);
	if (!r.some(({ scope: e }) => e === "id-token") || t.exitCode < EXIT_CODES.usage) return void 0;
	if (n.fork) return "This is a pull request from a fork: GitHub gives it no identity token, whatever the workflow says.";
	if (!n.idToken) return `This job gets no identity token. Add this to it:\n${permissionsBlock(r)}`;
	return n.enterpriseServer ? "This is GitHub Enterprise Server: the public Sigstore instance does not know its identity tokens; name your own instance." : void 0;
}
async function runAction(e) {
	const t = new AbortController();
	for (const e of ["SIGINT", "SIGTERM"]) process.once(e, () => t.abort());
	let n = { outcome: "error" };
	const r = (e) => {
		const t = asKnownError(e);
		printError(t);
		return exitCodeOf(t);
	};
	const i = (t) => {
		writeOutputs(e, t > 1 ? {
			...n,
			outcome: "error"
		} : n);
		return endProcess(t);
	};
	let a;
	const o = (e) => {
		a ??= i(e());
		return a;
	};
	const s = (e) => void o(() => r(e));
	process.on("uncaughtException", s);
	process.on("unhandledRejection", s);
	process.once("beforeExit", () => s(new InternalError("The run waits for something that never comes")));
	try {
		const r = await runCommand(e, process.env, t.signal);
		n = r.outputs;
		return await o(() => r.exitCode);
	} catch (e) {
		return o(() => r(e));
	}
}
export { runAction as t };
