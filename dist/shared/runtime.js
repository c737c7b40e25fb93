import { $ as asKnownError, A as MAX_FILE_BYTES$1, B as PROJECT_URL, Ct as isRecord, G as fingerprint, K as endOfDay, L as DEFAULT_SLO, M as openWorkspace, O as enclosingCheckout, P as matchesWildcard, Q as UsageError, R as sloClock, St as originOf$2, T as silentProgress, U as compareFindings, W as compareText, X as ExternalError, Y as EXIT_CODES, Z as InternalError, _ as isPlainReason, _t as compareSeverity, a as nearest, c as codeMarkdown, ct as ACTION_INPUTS, d as escapeMarkdown, f as escapeXml, g as clipStart, gt as SEVERITIES, h as clip, ht as reportFile, i as plural, j as isInside, l as escapeControlCharacters, lt as ACT_INPUTS, n as sourceLines, nt as NO_CONFIG, o as suggestion, r as grouped, rt as formatPlace, s as excerptOf, t as wrap, tt as CONFIG_PATHS, u as escapeHtml, ut as COMMON_INPUTS, v as thresholdReason, vt as isAtLeast, w as createLogger, wt as createMaterials, y as workTreeFiles, z as rulePage } from "./core.js";
import { a as fingerprintsOf, c as levelOf, d as parseLevel, f as rulesOf, i as describeSuppression, n as quoting, p as CORE_RULES, r as compileSuppressions, s as knownRules, t as quoteProblems, u as optionProblems } from "./runtime-config-quote-problems.js";
import { u as followedFileAt } from "./git.js";
import { createHash, randomBytes, randomInt } from "node:crypto";
import { constants as constants$1, lstat, open, realpath, stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, parse, relative, resolve, sep } from "node:path";
import { closeSync, mkdirSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { isUtf8 } from "node:buffer";
import { setFlagsFromString } from "node:v8";

// packages/core/src/platform/allowed-hosts.ts
function allowedHosts(entries) {
	const origins = new Set(entries.flatMap(originsOf));
	return { check(text, redirectedFrom) {
		const url = parseUrl(text, redirectedFrom);
		if (origins.has(originOf$1(url))) return url;
		const from = redirectedFrom === void 0 ? "" : ` (${redactUrl(redirectedFrom)} redirected there)`;
		const list = entries.length === 0 ? "none" : [...entries].sort().join(", ");
		throw new UsageError(`The host ${url.protocol === "https:" ? url.host : `${url.protocol}//${url.host}`}${from} may not be reached; allowed: ${list}`, { hint: "Only the hosts that the command's inputs name are reached: set the input that holds the address of this service, or run with `offline`." });
	} };
}
function redactUrl(url) {
	const parsed = typeof url === "string" ? URL.canParse(url) ? new URL(url) : void 0 : url;
	return parsed === void 0 ? "(malformed URL)" : `${parsed.origin}${parsed.pathname}`;
}
function parseUrl(text, base) {
	const url = URL.canParse(text, base?.href) ? new URL(text, base) : void 0;
	if (url === void 0 || url.protocol !== "https:" && url.protocol !== "http:") throw new UsageError(`A service's address is no http(s) URL${url === void 0 ? "" : `, but ${url.protocol}`}`, { hint: "Write it as https://host/path." });
	if (url.username !== "" || url.password !== "") throw new UsageError(`The URL ${redactUrl(url)} holds a user name or password`, { hint: "Take them out of the URL, and give the secret by the input that is meant for it." });
	return url;
}
function originOf$1(url) {
	return `${url.protocol}//${url.hostname}:${url.port || (url.protocol === "https:" ? "443" : "80")}`;
}
function originsOf(entry) {
	const text = entry.includes("://") ? entry : `https://${entry}`;
	const url = URL.canParse(text) ? new URL(text) : void 0;
	if (url === void 0 || !/^https?:$/.test(url.protocol) || url.pathname !== "/") throw new UsageError(`"${entry}" is no host`, { hint: "Write host, host:port or http://host:port." });
	if (entry.includes("://")) return [originOf$1(url)];
	const unencrypted = isLoopback(url.hostname) ? [originOf$1(new URL(`http://${entry}`))] : [];
	return [originOf$1(url), ...unencrypted];
}
function isLoopback(hostname) {
	const name = hostname.toLowerCase();
	return name === "localhost" || name === "::1" || name === "[::1]" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(name);
}

// packages/core/src/platform/exec.ts
const DEFAULT_MAX_BYTES$1 = 67108864;
const MAX_STDERR = 1048576;
function nodeProcesses() {
	return {
		run,
		stream
	};
}
function stream(program, args, options = {}) {
	const { spawn } = process.getBuiltinModule("node:child_process");
	const child = spawn(program, args, {
		cwd: options.cwd,
		env: { ...options.env },
		stdio: [
			"pipe",
			"pipe",
			"pipe"
		],
		shell: false,
		windowsHide: true,
		timeout: options.timeoutMs,
		killSignal: "SIGKILL",
		signal: options.signal
	});
	child.stdin.on("error", () => {});
	child.stdin.end(options.input);
	const stderr = [];
	let stderrBytes = 0;
	child.stderr.on("data", (chunk) => {
		if (stderrBytes < MAX_STDERR) stderr.push(chunk);
		stderrBytes += chunk.length;
	});
	let isStopped = false;
	const ended = new Promise((resolve, reject) => {
		child.on("error", (cause) => {
			reject(options.signal?.aborted === true ? stoppedError(program, cause) : startError(program, cause));
		});
		child.on("close", (exitCode, signal) => {
			const isOverTime = child.killed && !isStopped && !options.signal?.aborted;
			if (exitCode === null) reject(killedError(program, signal, isOverTime, options));
			else resolve({
				exitCode,
				stderr: Buffer.concat(stderr).toString("utf8")
			});
		});
	});
	ended.catch(() => {});
	child.on("exit", (_, signal) => {
		if (signal !== null) for (const output of [child.stdout, child.stderr]) output.destroy();
	});
	return {
		stdout: untilKilled(child.stdout, ended),
		ended,
		kill: () => {
			isStopped = true;
			child.kill("SIGKILL");
		}
	};
}
async function* untilKilled(output, ended) {
	try {
		yield* output;
	} catch (cause) {
		await ended;
		throw cause;
	}
}
async function run(program, args, options = {}) {
	const child = stream(program, args, options);
	const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES$1;
	const chunks = [];
	let bytes = 0;
	for await (const chunk of child.stdout) {
		bytes += chunk.length;
		if (bytes > maxBytes) {
			child.kill();
			throw new ExternalError(`${program} printed more than ${maxBytes} bytes`);
		}
		chunks.push(chunk);
	}
	const { exitCode, stderr } = await child.ended;
	return {
		exitCode,
		stdout: Buffer.concat(chunks),
		stderr
	};
}
function startError(program, cause) {
	const missing = "code" in cause && cause.code === "ENOENT";
	return new ExternalError(missing ? `The program ${program} was not found` : `${program} could not be started: ${cause.message}`, {
		cause,
		...missing ? { hint: `Install ${program} or put it on PATH.` } : {}
	});
}
function stoppedError(program, cause) {
	return new ExternalError(`${program} was stopped with the run`, { cause });
}
function killedError(program, signal, isOverTime, { timeoutMs }) {
	return isOverTime ? new ExternalError(`${program} did not end within ${timeoutMs} ms and was stopped`) : new ExternalError(`${program} was stopped by ${signal ?? "a signal"}`, { hint: "Where nobody stopped it, look at whether the machine ran out of memory." });
}

// packages/core/src/platform/patience.ts
function createPatience(limitMs, now) {
	const states = /* @__PURE__ */ new Map();
	return { begin(service) {
		const state = states.get(service) ?? {
			open: 0,
			since: 0,
			before: 0
		};
		states.set(service, state);
		if (state.open === 0) state.since = now();
		state.open += 1;
		return {
			left: () => limitMs - state.before - (now() - state.since),
			answered: () => {
				state.before = 0;
				state.since = now();
			},
			ended: () => {
				state.open -= 1;
				if (state.open === 0) state.before += now() - state.since;
			}
		};
	} };
}

// packages/core/src/platform/proxy.ts
function proxyFor(url, environment) {
	if (isLoopback(url.hostname) || isExempt(url, read$1(environment, "no_proxy"))) return void 0;
	const scheme = url.protocol === "https:" ? "https_proxy" : "http_proxy";
	const name = read$1(environment, scheme) === "" ? "all_proxy" : scheme;
	const text = read$1(environment, name);
	if (text === "") return void 0;
	const full = text.includes("://") ? text : `http://${text}`;
	const proxy = URL.canParse(full) ? new URL(full) : void 0;
	if (proxy === void 0 || !/^https?:$/.test(proxy.protocol)) throw new UsageError(`${name.toUpperCase()} is no http:// or https:// address of a proxy`, { hint: "Write it as http://host:port; SOCKS proxies are not supported." });
	return proxy;
}
function read$1(environment, name) {
	return (environment[name] || environment[name.toUpperCase()] || "").trim();
}
function isExempt(url, list) {
	const host = url.hostname.toLowerCase();
	const port = url.port || (url.protocol === "https:" ? "443" : "80");
	return list.toLowerCase().split(/[\s,]+/).filter((entry) => entry !== "").some((entry) => {
		if (entry === "*") return true;
		const [, name = entry, itsPort] = /^(.+?)(?::(\d{1,5}))?$/.exec(entry) ?? [];
		if (itsPort !== void 0 && itsPort !== port) return false;
		const suffix = name.replace(/^\*?\./, "");
		return host === suffix || host.endsWith(`.${suffix}`);
	});
}

// packages/core/src/platform/retry.ts
const TRANSIENT_STATUS = /* @__PURE__ */ new Set([
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
function isTransientStatus(status) {
	return TRANSIENT_STATUS.has(status);
}
function isRepeatable(request) {
	const method = request.method ?? "GET";
	return request.retryUnsafe === true || method !== "POST" && method !== "PATCH";
}
function backoff(tried, random) {
	return Math.round(random * Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** tried));
}
function retryAfter(response, now) {
	const text = response.headers["retry-after"]?.trim();
	if (text === void 0 || text === "") return void 0;
	const wait = /^\d{1,9}$/.test(text) ? Number(text) * 1e3 : Date.parse(text) - now.getTime();
	if (Number.isNaN(wait)) return void 0;
	return wait > LONGEST_RETRY_AFTER_MS ? "too long" : Math.max(0, wait);
}

// packages/core/src/platform/send.ts
var SendFailure = class extends Error {
	transient;
	refused;
	hint;
	constructor(message, transient, hint, refused = false) {
		super(message);
		this.transient = transient;
		this.refused = refused;
		this.hint = hint;
	}
};
const DEFAULT_TIMEOUT_MS = 3e4;
const DEFAULT_MAX_BYTES = 67108864;
function send(open, url, request, signal) {
	const timeoutMs = request.timeoutMs ?? 3e4;
	const maxBytes = request.maxBytes ?? DEFAULT_MAX_BYTES;
	return new Promise((resolve, reject) => {
		const stopped = () => new SendFailure("the run was stopped", false);
		if (signal?.aborted) return reject(stopped());
		const outgoing = open();
		const end = (failure) => {
			clearTimeout(timer);
			signal?.removeEventListener("abort", abort);
			reject(failure);
			outgoing.destroy();
		};
		const abort = () => end(stopped());
		const timer = setTimeout(() => end(new SendFailure(`no full answer within ${timeoutMs} ms`, true)), timeoutMs);
		signal?.addEventListener("abort", abort);
		outgoing.on("error", (error) => end(failureOf(error)));
		outgoing.on("proxyConnect", (answer) => {
			if (answer.statusCode !== 200) end(proxyRefusal(answer.statusCode));
		});
		outgoing.on("response", (incoming) => {
			read(incoming, maxBytes).then((body) => {
				clearTimeout(timer);
				signal?.removeEventListener("abort", abort);
				resolve(responseOf(url, incoming, body));
			}, end);
		});
		outgoing.end(request.body);
	});
}
async function read(incoming, maxBytes) {
	const tooLarge = new SendFailure(`the answer has more than ${maxBytes} bytes`, false);
	if (Number(incoming.headers["content-length"] ?? 0) > maxBytes) throw tooLarge;
	const chunks = [];
	let bytes = 0;
	try {
		for await (const chunk of incoming) {
			bytes += chunk.length;
			if (bytes > maxBytes) throw tooLarge;
			chunks.push(chunk);
		}
	} catch (error) {
		throw error instanceof SendFailure ? error : failureOf(error);
	}
	return Buffer.concat(chunks);
}
function responseOf(url, incoming, body) {
	const headers = Object.create(null);
	for (const [name, value] of Object.entries(incoming.headers)) if (value !== void 0) headers[name] = Array.isArray(value) ? value.join(", ") : value;
	return {
		status: incoming.statusCode ?? 0,
		headers,
		body,
		text: () => body.toString("utf8"),
		json: () => parseJson(url, incoming, body)
	};
}
function parseJson(url, incoming, body) {
	try {
		if (isUtf8(body)) return JSON.parse(body.toString("utf8"));
	} catch {}
	throw new ExternalError(`${redactUrl(url)} answered ${incoming.statusCode} with ${body.length} bytes that are no JSON (${incoming.headers["content-type"] ?? "no content type"})`, { hint: "Check that the address is the service's API and not a page of a portal or proxy." });
}
const PERMANENT = /^(ENOTFOUND|ERR_TLS_|ERR_SSL_|ERR_INVALID_|HPE_|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_)/;
function failureOf(error) {
	const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
	const aggregate = error instanceof AggregateError ? error.errors[0] : void 0;
	const message = error instanceof Error ? error.message : "";
	const first = aggregate instanceof Error && "code" in aggregate ? String(aggregate.code) : "";
	const text = message || (aggregate instanceof Error ? aggregate.message : "");
	const reason = text.includes(code) ? text : `${text} (${code})`;
	const certificate = /CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_/.test(code);
	return new SendFailure(reason || "connection failed", !PERMANENT.test(code), certificate ? "If a proxy or server here has a certificate of your own authority, set NODE_EXTRA_CA_CERTS to the authority's PEM file before the program starts (in a workflow: in the step's `env`)." : void 0, code === "ECONNREFUSED" || first === "ECONNREFUSED");
}
function proxyRefusal(status) {
	return new SendFailure(`the proxy refused the connection with status ${status}`, status >= 500, status === 407 ? "Put the proxy's user and password into the address in HTTPS_PROXY." : "Ask whoever runs the proxy to allow this host, or add it to NO_PROXY.");
}

// packages/core/src/platform/guarded-http.ts
const DEFAULT_TRIES = 4;
const TRIES_WHEN_REFUSED = 4;
const DEFAULT_PATIENCE_MS = 3e5;
const MAX_REDIRECTS = 5;
const REDIRECTS = /* @__PURE__ */ new Set([
	301,
	302,
	303,
	307,
	308
]);
const HARMLESS_HEADERS = /* @__PURE__ */ new Set([
	"accept",
	"range",
	"user-agent"
]);
function createGuardedHttp(options) {
	const hosts = allowedHosts(options.hosts);
	const connect = connector(options.environment);
	const sleep = options.sleep ?? ((ms) => setTimeout$1(ms, void 0, { signal: options.signal }));
	const random = options.random ?? (() => randomInt(2 ** 32) / 2 ** 32);
	const patienceMs = options.patienceMs ?? DEFAULT_PATIENCE_MS;
	const patience = createPatience(patienceMs, options.elapsed ?? (() => performance.now()));
	const exchange = async (url, request) => {
		const wait = patience.begin(url.origin);
		try {
			const response = await repeat(url, request, wait);
			if (!isTransientStatus(response.status)) wait.answered();
			return response;
		} finally {
			wait.ended();
		}
	};
	const repeat = async (url, request, wait) => {
		const tries = isRepeatable(request) ? Math.max(1, request.tries ?? DEFAULT_TRIES) : 1;
		const name = `${request.method ?? "GET"} ${redactUrl(url)}`;
		for (let tried = 1;; tried++) {
			if (wait.left() <= 0) throw noAnswer(name, tried - 1, givenUp(patienceMs));
			const timeoutMs = Math.min(request.timeoutMs ?? 3e4, wait.left());
			const limited = {
				...request,
				timeoutMs: Math.ceil(timeoutMs)
			};
			const { response, failure } = await attempt(await connect(url, request), url, limited);
			const most = failure?.refused === true ? Math.min(tries, TRIES_WHEN_REFUSED) : tries;
			const again = tried < most && (failure?.transient ?? isTransientStatus(response?.status ?? 0));
			const asked = response === void 0 ? void 0 : retryAfter(response, options.clock.wall());
			const delay = asked === "too long" ? asked : asked ?? backoff(tried, random());
			const left = wait.left();
			if (!again || delay === "too long" || delay >= left) {
				if (again) options.logger.info(`${name}: given up on, ${inSeconds(left)} before its deadline`);
				if (response !== void 0) return response;
				throw noAnswer(name, tried, failure);
			}
			const reason = failure?.message ?? `status ${response?.status}`;
			options.logger.info(`${name}: ${reason}; trying again in ${delay} ms (${tried} of ${most}; ${inSeconds(left)} left)`);
			await sleep(delay).catch(() => {
				throw noAnswer(name, tried, new SendFailure("the run was stopped", false));
			});
		}
	};
	const attempt = async (open, url, request) => {
		try {
			return { response: await send(open, url, request, options.signal) };
		} catch (error) {
			if (error instanceof SendFailure) return { failure: error };
			throw error;
		}
	};
	return { async request(request) {
		if (options.offline) throw new UsageError(`${redactUrl(request.url)} is needed, and this run is offline`, { hint: "Turn `offline` off, or give what is needed as a file." });
		let url = hosts.check(request.url);
		let current = request;
		for (let redirects = 0;; redirects++) {
			const response = await exchange(url, current);
			const target = response.headers["location"];
			if (!(REDIRECTS.has(response.status) && target !== void 0) || !/^(GET|HEAD)$/.test(current.method ?? "GET")) return response;
			if (redirects === MAX_REDIRECTS) throw new ExternalError(`${redactUrl(request.url)} redirected more than ${MAX_REDIRECTS} times`);
			const next = hosts.check(target, url);
			if (next.origin !== url.origin) current = withoutCredentials(current);
			url = next;
		}
	} };
}
function givenUp(patienceMs) {
	return new SendFailure(`this run has waited ${inSeconds(patienceMs)} for it already and asks no more`, false, "Run the step again when the service is up.");
}
function inSeconds(milliseconds) {
	return `${Math.max(0, Math.round(milliseconds / 1e3))} s`;
}
function withoutCredentials(request) {
	const kept = Object.entries(request.headers ?? {}).filter(([name]) => HARMLESS_HEADERS.has(name.toLowerCase()));
	return {
		...request,
		headers: Object.fromEntries(kept)
	};
}
function noAnswer(name, tries, failure) {
	const count = tries <= 1 ? "" : ` after ${tries} tries`;
	return new ExternalError(`${name} gave no answer${count}: ${failure?.message ?? "unknown"}`, { hint: failure?.hint ?? "Check that the service is up and that this machine may reach it; HTTPS_PROXY and NO_PROXY are honoured." });
}
function connector(environment) {
	const agents = /* @__PURE__ */ new Map();
	const agentFor = (url, proxy) => {
		const key = proxy?.href ?? url.protocol;
		const known = agents.get(key) ?? makeAgent(url, proxy, true);
		agents.set(key, known);
		return known;
	};
	return async (url, request) => {
		const proxy = proxyFor(url, environment);
		const agent = isRepeatable(request) ? await agentFor(url, proxy) : await makeAgent(url, proxy, false);
		const start = url.protocol === "https:" ? (await import("node:https")).request : (await import("node:http")).request;
		const headers = {
			"user-agent": "assay",
			...request.body === void 0 ? {} : { "content-length": lengthOf(request.body) },
			...request.headers
		};
		return () => start(url, {
			method: request.method ?? "GET",
			headers,
			agent
		});
	};
}
function lengthOf(body) {
	return String(Buffer.byteLength(body));
}
async function makeAgent(url, proxy, keepAlive) {
	if (proxy !== void 0) {
		const { HttpsProxyAgent } = await import("./https-proxy-agent.js");
		return new HttpsProxyAgent(proxy, { keepAlive });
	}
	const { Agent: Chosen } = url.protocol === "https:" ? await import("node:https") : await import("node:http");
	return new Chosen({ keepAlive });
}

// packages/reporting/src/at-checkout.ts
function atCheckout(report) {
	const folder = report.subject.workingDirectory;
	if (folder === "." || folder === "" || folder.startsWith("..")) return report;
	const move = (location) => /^(?:\/|\.\.|[A-Za-z]:)/.test(location.path) ? location : {
		...location,
		path: `${folder}/${location.path}`
	};
	const findings = report.findings.map(({ location, relatedLocations, ...finding }) => ({
		...finding,
		...location !== void 0 && { location: move(location) },
		...relatedLocations !== void 0 && { relatedLocations: relatedLocations.map(move) }
	}));
	const checks = report.checks.map((check) => {
		const places = check.error?.places?.map((place) => ({
			...place,
			location: move(place.location)
		}));
		return check.error === void 0 || places === void 0 ? check : {
			...check,
			error: {
				...check.error,
				places
			}
		};
	});
	const acts = report.acts.map((act) => ({
		...act,
		failures: act.failures.map(({ location, ...failure }) => ({
			...failure,
			...location !== void 0 && { location: move(location) }
		}))
	}));
	return {
		...report,
		checks,
		acts,
		findings
	};
}

// packages/reporting/src/groups.ts
function groupAlike(findings) {
	const groups = /* @__PURE__ */ new Map();
	for (const finding of findings) {
		const { ruleId, decisionReason, cause } = finding;
		const kind = cause === void 0 ? { message: kindOf(finding) } : { cause };
		const key = JSON.stringify([
			ruleId,
			decisionReason,
			kind
		]);
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [finding]);
		else group.push(finding);
	}
	return [...groups.values()];
}
function shownGroups(findings) {
	const groups = groupAlike(findings);
	return [...groups.filter(isBlocking), ...groups.filter((group) => !isBlocking(group))];
}
function isBlocking([first]) {
	return first.decision === "block";
}
function sizeOf(groups) {
	return groups.reduce((sum, group) => sum + group.length, 0);
}
function kindOf({ message, subject, location }) {
	const { name = "", version } = subject ?? {};
	const full = version === void 0 ? name : `${name}@${version}`;
	return [message.includes(full) ? full : name, location?.path ?? ""].filter((about) => about !== "").reduce((text, about) => text.replace(about, () => "…"), message);
}

// packages/reporting/src/phrases.ts
function placeOf$1(location) {
	const line = location.startLine === void 0 ? "" : `:${location.startLine}`;
	const commit = location.commit === void 0 ? "" : ` in commit ${location.commit.slice(0, 12)}`;
	return `${location.path}${line}${commit}`;
}
function whereOf(finding) {
	return finding.location === void 0 ? packageOf(finding) : placeOf$1(finding.location);
}
function packageOf({ subject }) {
	if (subject === void 0) return void 0;
	return subject.version === void 0 ? subject.name : `${subject.name}@${subject.version}`;
}
function aboutOf(finding) {
	const name = packageOf(finding);
	const scope = finding.subject?.scope;
	return name === void 0 || scope === void 0 ? name : `${name} (${scope})`;
}
function introducedBy({ subject }) {
	const [shortest = []] = subject?.paths ?? [];
	if (shortest.length < 3) return void 0;
	return (shortest.length < 6 ? shortest : [
		...shortest.slice(0, 3),
		"…",
		...shortest.slice(-1)
	]).join(" › ");
}
function countsOf$2({ counts, suppressed, error }) {
	const text = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => `${grouped(counts[severity])} ${severity}`).join(", ");
	if (text !== "") return text;
	if (error !== void 0) return "no result";
	return suppressed > 0 ? "no open findings" : "no findings";
}
function inspectedOf({ coverage }) {
	return Object.entries(coverage.inspected).map(([unit, amount]) => amountOf(unit, amount).join(" ")).join(", ") || "nothing";
}
function coveredBy(check) {
	return check.coverage.summary.trim() || inspectedOf(check);
}
function amountOf(unit, amount) {
	if (unit !== "bytes" || amount < 1e3) return [grouped(amount), unitFor(amount, unit)];
	const power = Math.min(3, Math.floor(Math.log10(amount) / 3));
	return [(amount / 1e3 ** power).toFixed(1), [
		"bytes",
		"kB",
		"MB",
		"GB"
	][power] ?? unit];
}
function unitFor(amount, unit) {
	if (amount !== 1) return unit;
	return unit.endsWith("ies") ? `${unit.slice(0, -3)}y` : unit.replace(/(?<=[^s])s$/, "");
}
const OUTCOME_WORDS = {
	pass: "Pass",
	fail: "Fail",
	error: "Error"
};
function nextStep(report) {
	if (report.outcome === "pass") return void 0;
	const failures = report.acts.flatMap((act) => act.failures);
	if (report.outcome === "error") return [...report.checks.flatMap(({ error }) => error ?? []), ...failures].find((error) => error.hint !== void 0)?.hint ?? "Fix what kept the checks from their work, then run again.";
	const blocking = report.findings.filter(({ decision }) => decision === "block");
	if (blocking.length === 0) return failures.find(({ hint }) => hint !== void 0)?.hint;
	const worst = blocking.filter(({ severity }) => severity === blocking[0]?.severity);
	const [most] = groupAlike(worst).toSorted((a, b) => b.length - a.length);
	if (most?.[0].remediation !== void 0) return stepFor(most, blocking.length);
	return "Fix the findings, or accept one with a suppression that has a reason, an owner and an expiry day.";
}
function stepFor([first, ...others], blocking) {
	const { message, remediation = "" } = first;
	if (others.length > 0 && others.every((other) => other.remediation === remediation)) return `${remediation} (${grouped(others.length + 1)} of ${plural(blocking, "finding")})`;
	return blocking === 1 || remediation.includes(packageOf(first) ?? message) ? remediation : `${message.replace(/[^.!?…]$/, "$&.")} ${remediation}`;
}
function openFindings(report) {
	return report.findings.filter(({ status }) => status === "open");
}
function suppressedFindings(report) {
	return report.findings.filter(({ status }) => status === "suppressed");
}
function isActOnly({ checks, acts }) {
	return checks.length === 0 && acts.length > 0;
}

// packages/reporting/src/annotations.ts
const ANNOTATIONS_PER_LEVEL = 10;
const ANNOTATION_MESSAGE_LIMIT = 4096;
const TITLE_LIMIT = 120;
function renderAnnotations(given) {
	const report = atCheckout(given);
	const all = [
		...report.checks.flatMap(({ title, error }) => error === void 0 ? [] : [{
			level: "error",
			title: clip(escapeControlCharacters(`${title} could not do its work`), TITLE_LIMIT),
			message: messageText([
				error.message,
				...error.problems ?? [],
				error.hint
			]),
			...placeInFile(report.subject, { location: error.places?.[0]?.location })
		}]),
		...report.acts.flatMap(({ title, failures }) => failures.map((failure) => ({
			level: "error",
			title: clip(escapeControlCharacters(`${title}: ${failure.item}`), TITLE_LIMIT),
			message: messageText([
				failure.message,
				failure.hint,
				failure.ruleId
			]),
			...placeInFile(report.subject, failure)
		}))),
		...openFindings(report).map((finding) => annotate(report, finding))
	];
	return [
		"error",
		"warning",
		"notice"
	].flatMap((level) => withinBudget(level, all.filter((annotation) => annotation.level === level)));
}
function withinBudget(level, annotations) {
	if (annotations.length <= ANNOTATIONS_PER_LEVEL) return annotations;
	const kept = annotations.slice(0, 9);
	const more = annotations.length - kept.length;
	return [...kept, {
		level,
		title: `Assay: ${more} more`,
		message: `…and ${more} more of level ${level}. The job summary and the reports have all of them.`
	}];
}
function annotate(report, finding) {
	const rule = Object.hasOwn(report.rules, finding.ruleId) ? report.rules[finding.ruleId] : void 0;
	return {
		level: finding.decision === "block" ? "error" : finding.severity === "low" || finding.severity === "info" ? "notice" : "warning",
		title: clip(escapeControlCharacters(`${finding.severity}: ${rule?.title ?? finding.ruleId}`), TITLE_LIMIT),
		message: messageText([
			finding.message,
			contextOf(report.subject, finding),
			finding.remediation,
			finding.ruleId
		]),
		...placeInFile(report.subject, finding)
	};
}
function contextOf(subject, finding) {
	const { location } = finding;
	if (location?.commit !== void 0 && !isOfRun(subject, location.commit)) return `Found at ${placeOf$1(location)}`;
	const about = aboutOf(finding);
	return about === void 0 || finding.message.includes(about) ? void 0 : `About ${about}`;
}
function placeInFile(subject, { location }) {
	if (location === void 0) return {};
	if (location.commit !== void 0 && !isOfRun(subject, location.commit)) return {};
	const { path, startLine, startColumn, endColumn } = location;
	const file = escapeControlCharacters(path);
	if (startLine === void 0) return { file };
	const endLine = Math.max(startLine, location.endLine ?? startLine);
	if (endLine !== startLine || startColumn === void 0) return {
		file,
		startLine,
		endLine
	};
	return {
		file,
		startLine,
		endLine,
		startColumn,
		endColumn: Math.max(startColumn, (endColumn ?? startColumn + 1) - 1)
	};
}
function isOfRun({ commit, headCommit }, sha) {
	return sha === commit || sha === headCommit;
}
function messageText(parts) {
	const texts = parts.filter((part) => part !== void 0).filter((part) => part !== "");
	return clip(texts.map((part) => escapeControlCharacters(part).replace(/[^.!?…]$/, "$&.")).join(" "), ANNOTATION_MESSAGE_LIMIT);
}

// packages/reporting/src/budget.ts
const inBytes = (text) => Buffer.byteLength(text, "utf8");
const inUnits = (text) => text.length;
function fit(parts, room, measure, more) {
	const sizes = parts.map(measure);
	const total = sizes.reduce((sum, size) => sum + size, 0);
	if (total <= room) return {
		text: parts.join(""),
		room: room - total
	};
	const kept = [];
	let left = room - measure(more(parts.length));
	for (const [index, part] of parts.entries()) {
		const size = sizes[index] ?? 0;
		if (size > left) break;
		kept.push(part);
		left -= size;
	}
	const note = more(parts.length - kept.length);
	if (measure(note) > room) return {
		text: "",
		room
	};
	const text = kept.join("") + note;
	return {
		text,
		room: room - measure(text)
	};
}

// packages/reporting/src/links.ts
const MAX_URL = 2e3;
const OTHER_TREE = /* @__PURE__ */ new Set([
	"pull_request_target",
	"workflow_run",
	"issue_comment"
]);
function blobUrl(subject, location) {
	const { server, repository, commit, event } = subject;
	if (server === void 0 || repository === void 0) return void 0;
	const at = location.commit ?? (event !== void 0 && OTHER_TREE.has(event) ? void 0 : commit);
	const segments = location.path.toWellFormed().split("/");
	if (at === void 0 || location.path === "" || segments.includes("..")) return void 0;
	return safeUrl(`${server}/${repository}/blob/${at}/${segments.map(encodeURIComponent).join("/")}${lines$1(location)}`);
}
function lines$1({ startLine, endLine }) {
	if (startLine === void 0) return "";
	return endLine === void 0 || endLine <= startLine ? `#L${startLine}` : `#L${startLine}-L${endLine}`;
}
function commitUrl({ server, repository, commit }) {
	if (server === void 0 || repository === void 0 || commit === void 0) return void 0;
	return safeUrl(`${server}/${repository}/commit/${commit}`);
}
function safeLinks(links = []) {
	return links.flatMap(({ label, url }) => {
		const safe = url.startsWith("https://") ? safeUrl(url) : void 0;
		return safe === void 0 ? [] : [{
			label,
			url: safe
		}];
	});
}
function safeUrl(text) {
	if (text.length > MAX_URL || !URL.canParse(text)) return void 0;
	const url = new URL(text);
	if (!/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") return void 0;
	return url.href.replace(/[()<>"'\\`|]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
const ADDRESS = /https:\/\/[^\s<>()"'`|\\]{1,500}[^\s<>()"'`|\\.,;:!?]/g;
const OWN_PAGE = new RegExp(`^${PROJECT_URL.replaceAll(".", "\\.")}/(?:blob|tree|releases|issues)(?:/(?!\\.)[\\w.-]*[\\w-])*(?:#[\\w-]+)?$`);
function ownAddresses({ rules }) {
	const helps = Object.values(rules).filter(({ helpUri }) => helpUri !== void 0);
	return new Set(helps.flatMap(({ help }) => help.match(ADDRESS) ?? []));
}
function pieces(text, own) {
	const found = [];
	let end = 0;
	for (const match of text.matchAll(ADDRESS)) {
		const [address] = match;
		if (!own.has(address) && !OWN_PAGE.test(address)) continue;
		found.push({
			text: text.slice(end, match.index),
			isLink: false
		});
		found.push({
			text: address,
			isLink: true
		});
		end = match.index + address.length;
	}
	return [...found, {
		text: text.slice(end),
		isLink: false
	}];
}
function withoutLinks(text) {
	return text.replace(/\[([^[\]]*)\]\(([^()\s]*)\)/g, "$1 ($2)").replaceAll("](", "] (");
}

// packages/reporting/src/markdown-text.ts
const TEXT_LIMIT$3 = 600;
const CELL_LIMIT = 240;
const NO_OTHERS$1 = /* @__PURE__ */ new Set();
function line(text, own = NO_OTHERS$1) {
	return prose$1(clip(text, TEXT_LIMIT$3), own);
}
function cell(text, limit = CELL_LIMIT) {
	return prose$1(clip(text, limit), NO_OTHERS$1);
}
function prose$1(text, own) {
	return text.split(/(`[^`]+`)/).map((part, index) => index % 2 === 1 ? escapeMarkdown(part) : linked(part, own)).join("");
}
function linked(text, own) {
	return pieces(text, own).map((piece) => piece.isLink ? `<${piece.text}>` : escapeMarkdown(piece.text)).join("");
}
function linkedCode(text, url) {
	return url === void 0 ? codeMarkdown(text) : `[${codeMarkdown(text)}](${url})`;
}
function link(label, url) {
	return `[${escapeMarkdown(clip(label, 120))}](${url})`;
}
function place$1(subject, location) {
	return linkedCode(clipStart(placeOf$1(location), 120), blobUrl(subject, location));
}
function where(subject, finding) {
	if (finding.location !== void 0) return place$1(subject, finding.location);
	const about = whereOf(finding);
	return about === void 0 ? "" : codeMarkdown(clipStart(about, 120));
}
function pageLink(label, url) {
	const safe = url === void 0 ? void 0 : safeUrl(url);
	return safe === void 0 ? void 0 : link(label, safe);
}
function fenced(lines) {
	const runs = lines.flatMap((text) => text.match(/`+/g) ?? []).map((run) => run.length);
	const fence = "`".repeat(Math.max(3, ...runs.map((length) => length + 1)));
	return `${fence}\n${lines.join("\n")}\n${fence}\n\n`;
}

// packages/reporting/src/verbatim.ts
const MAX_LINES = 60;
const MAX_LINE = 2e3;
function verbatimLines(text, limit = MAX_LINES) {
	const lines = text.replace(/\n$/, "").split(/\r\n|\n/, limit + 1);
	const kept = lines.slice(0, limit).map((line) => escapeControlCharacters(clip(line, MAX_LINE)));
	return lines.length > limit ? [...kept, "…"] : kept;
}
function verbatimOf(group, limit = MAX_LINES) {
	const byLabel = /* @__PURE__ */ new Map();
	for (const { evidence = [] } of group) for (const { label, value, verbatim } of evidence) {
		if (verbatim !== true) continue;
		const values = byLabel.get(label);
		if (values === void 0) byLabel.set(label, [value]);
		else if (!values.includes(value)) values.push(value);
	}
	return [...byLabel].map(([label, values]) => {
		const kept = whole(values, limit);
		const part = kept < values.length ? `, for the first ${kept} of ${values.length}` : "";
		return {
			label,
			value: joined(values.slice(0, kept)),
			part
		};
	});
}
function whole(values, limit) {
	let lines = 0;
	const over = values.findIndex((value) => {
		lines += value.split("\n").length;
		return lines > limit;
	});
	return over === -1 ? values.length : Math.max(1, over);
}
function joined([first = "", ...others]) {
	const lines = first.replace(/\n$/, "").split("\n");
	const items = lines.findIndex((line) => /^\s*- /.test(line));
	const start = lines.slice(0, items).map((line) => `${line}\n`).join("");
	if (items < 1 || !others.every((other) => other.startsWith(start) && /^\s*- /.test(other.slice(start.length)))) return [first, ...others].join("\n");
	return [lines.join("\n"), ...others.map((other) => other.slice(start.length).replace(/\n$/, ""))].join("\n");
}

// packages/reporting/src/markdown-findings.ts
const MAX_ALIKE$1 = 5;
const MAX_MEMBERS = 50;
const MAX_EVIDENCE$1 = 12;
const TEXT_LIMIT$2 = 600;
const FINDINGS_HEAD = "| Severity | Finding | Where | Rule |\n|---|---|---|---|\n";
function groupRow(report, [first, ...others]) {
	const { scope } = first.subject ?? {};
	const kind = scope === void 0 ? "" : `<br>${scope}`;
	return `| ${severity(first)} | ${cell(first.message)}${alikeNote(others)} | ${where(report.subject, first)}${kind} | ${rule(report, first)} |\n`;
}
function shortRow([first, ...others]) {
	const about = codeMarkdown(clipStart(whereOf(first) ?? "", 40));
	const more = others.length === 0 ? "" : ` (+${grouped(others.length)})`;
	return `| ${severity(first)} | ${cell(first.message, 60)}${more} | ${about} | ${codeMarkdown(first.ruleId)} |\n`;
}
function ruleRows(groups) {
	const byRule = /* @__PURE__ */ new Map();
	for (const group of groups) {
		const known = byRule.get(group[0].ruleId);
		if (known === void 0) byRule.set(group[0].ruleId, {
			first: group[0],
			count: group.length
		});
		else known.count += group.length;
	}
	return [...byRule.values()].map(({ first, count }) => `| ${severity(first)} | ${grouped(count)} in all, such as: ${cell(first.message, 60)} | | ${codeMarkdown(clip(first.ruleId, 80))} |\n`);
}
function alikeNote(others) {
	if (others.length === 0) return "";
	const named = others.slice(0, MAX_ALIKE$1).map((other) => codeMarkdown(clipStart(packageOf(other) ?? whereOf(other) ?? "", 80))).filter((name, index, all) => name !== codeMarkdown("") && all.indexOf(name) === index);
	const rest = named.length > 0 && others.length > named.length ? ", …" : "";
	const names = named.length === 0 ? "" : `: ${named.join(", ")}${rest}`;
	return `<br>and ${grouped(others.length)} more of this kind${names}`;
}
function groupDetails(report, group) {
	const [first, ...others] = group;
	const more = others.length === 0 ? "" : ` (+${grouped(others.length)})`;
	const facts = factsOf(report, first).map(([label, value]) => `- ${cell(label)}: ${value}\n`);
	const todo = first.remediation === void 0 ? "" : `**To do:** ${line(first.remediation, ownAddresses(report))}\n\n`;
	const source = first.location === void 0 ? [] : sourceLines(first.location);
	const texts = verbatimOf(group).map(({ label, value, part }) => `${cell(label)}${part}:\n\n${fenced(verbatimLines(value))}`);
	const reason = isPlainReason(first, report.failOn) ? "" : `${line(first.decisionReason)}\n\n`;
	return `<details><summary>${severity(first)} ${line(first.message)}${more}</summary>\n\n${source.length === 0 ? "" : fenced(source)}${todo}${texts.join("")}${reason}${facts.join("")}${members$1(report, others)}\n</details>\n`;
}
function members$1(report, others) {
	if (others.length === 0) return "";
	const items = others.slice(0, MAX_MEMBERS).map((other) => {
		const about = aboutOf(other);
		return `  - ${about === void 0 || other.location === void 0 ? "" : `${codeMarkdown(about)} `}${where(report.subject, other)}\n`;
	});
	const left = others.length - items.length;
	const rest = left > 0 ? `  - …and ${grouped(left)} more in the JSON report\n` : "";
	return `- ${grouped(others.length)} more of this kind:\n${items.join("")}${rest}`;
}
function factsOf(report, finding) {
	const { subject } = report;
	const { location, relatedLocations = [], evidence = [], slo } = finding;
	const code = (text) => text === void 0 ? void 0 : codeMarkdown(clip(text, TEXT_LIMIT$2));
	const late = slo?.state === "breached" ? " (overdue)" : "";
	const also = relatedLocations.slice(0, 5).map((other) => place$1(subject, other));
	const further = relatedLocations.length - also.length;
	const rest = further > 0 ? ` and ${further} more` : "";
	const about = aboutOf(finding);
	return [
		["Where", location && place$1(subject, location)],
		["Also at", also.length === 0 ? void 0 : `${also.join(", ")}${rest}`],
		["About", about !== void 0 && finding.message.includes(about) ? void 0 : code(about)],
		["Introduced by", code(introducedBy(finding))],
		...evidence.filter(({ verbatim }) => verbatim !== true).slice(0, MAX_EVIDENCE$1).map(({ label, value }) => [label, code(value)]),
		["Fix due", slo?.fixDue === void 0 ? void 0 : code(`${slo.fixDue.slice(0, 10)}${late}`)],
		["Rule", rule(report, finding)],
		...safeLinks(finding.links).map(({ label, url }) => ["See", link(label, url)]),
		["Fingerprint", code(finding.fingerprint)]
	].flatMap(([label, value]) => value === void 0 ? [] : [[label, value]]);
}
const SUPPRESSED_HEAD = "| Finding | Where | Why it does not count |\n|---|---|---|\n";
function suppressedRow(report, finding) {
	const reason = finding.suppression === void 0 ? "" : ` ${cell(finding.suppression.reason)}`;
	return `| ${severity(finding)} ${cell(finding.message)} | ${where(report.subject, finding)} | ${cell(finding.decisionReason)}${reason} |\n`;
}
function rule(report, { ruleId }) {
	const page = Object.hasOwn(report.rules, ruleId) ? report.rules[ruleId]?.helpUri : void 0;
	return linkedCode(clip(ruleId, 120), page);
}
function severity(finding) {
	return finding.decision === "block" ? `<b>${finding.severity}</b>` : finding.severity;
}

// packages/reporting/src/markdown-head.ts
const MARKS = {
	pass: "✅",
	fail: "❌",
	error: "⚠️"
};
function verdict({ outcome, command, subject, headline }) {
	const folder = subject.workingDirectory;
	const where = folder === "." ? "" : ` in ${codeMarkdown(clip(folder, 80))}`;
	return `## ${MARKS[outcome]} Assay ${escapeMarkdown(clip(command, 60))}${where}: ${line(headline)}\n\n`;
}
function checksTable(report) {
	const { checks, acts } = report;
	if (isActOnly(report)) return `| What | Result | Done | Looked at |\n|---|---|---|---|\n${acts.map((act) => `| ${cell(act.title)} | ${MARKS[act.outcome]} ${OUTCOME_WORDS[act.outcome]} | ${actCounts$1(act)} | ${cell(inspectedOf(act))} |\n`).join("")}\n`;
	return `| Check | Result | Open findings | Suppressed | Looked at |\n|---|---|---|---:|---|\n${[...checks.map((check) => row(check, countsOf$2(check), String(check.suppressed), `${cell(inspectedOf(check))}${skippedNote(check)}`)), ...acts.map((act) => row(act, actCounts$1(act), "–", cell(inspectedOf(act))))].join("")}\n`;
}
function row({ title, outcome }, counts, suppressed, covered) {
	return `| ${cell(title)} | ${MARKS[outcome]} ${OUTCOME_WORDS[outcome]} | ${counts} | ${suppressed} | ${covered} |\n`;
}
function actCounts$1({ records, failures }) {
	const failed = failures.length === 0 ? "" : `, ${failures.length} failed`;
	return `${plural(records.length, "record")}${failed}`;
}
function errorList(report) {
	const items = [...report.checks.flatMap(({ title, error }) => {
		if (error === void 0) return [];
		const problems = (error.problems ?? []).slice(0, 20).map((text) => `  - ${line(text)}${quote$1(error, text)}\n`);
		return [`- **${cell(title)}** could not do its work: ${line(error.message)}.${quote$1(error, error.message)}${hintOf(error.hint)}\n${problems.join("")}`];
	}), ...report.acts.flatMap(({ title, failures }) => failures.map(({ item, message, hint, ruleId }) => `- **${cell(title)}** of ${codeMarkdown(clip(item, 120))} failed: ${line(message)} (${linkedCode(ruleId, report.rules[ruleId]?.helpUri)})${hintOf(hint)}\n`))];
	return items.length === 0 ? "" : `${items.join("")}\n`;
}
function quote$1({ places = [] }, problem) {
	const text = places.find((place) => place.problem === problem)?.location.excerpt?.text;
	return text === void 0 ? "" : `<br>${codeMarkdown(text)}`;
}
function hintOf(hint) {
	return hint === void 0 ? "" : ` ${line(hint)}`;
}
function nextLine(report) {
	const step = nextStep(report);
	return step === void 0 ? "" : `**Next:** ${line(step, ownAddresses(report))}\n\n`;
}
function footer(report) {
	const { subject, tool, failOn, settings, generatedAt } = report;
	const { commit, repository, runUrl } = subject;
	const sources = settings.sources.map(({ what, path, from }) => {
		const origin = from === "base" ? " (of the base branch)" : "";
		return `${escapeMarkdown(clip(what, 40))} ${codeMarkdown(clip(path, 80))}${origin}`;
	});
	return `<sub>${[
		`Assay ${escapeMarkdown(clip(tool.version, 40))}`,
		...isActOnly(report) ? [] : [codeMarkdown(`fail-on: ${failOn}`)],
		...repository === void 0 ? [] : [codeMarkdown(clip(repository, 120))],
		...commit === void 0 ? [] : [`commit ${linkedCode(commit.slice(0, 12), commitUrl(subject))}`],
		...[subject.ref, subject.event].flatMap((fact) => fact === void 0 ? [] : [codeMarkdown(clip(fact, 120))]),
		...sources.slice(0, 4),
		...[pageLink("run", runUrl)].filter((page) => page !== void 0),
		escapeMarkdown(generatedAt)
	].join(" · ")}</sub>\n`;
}
function skippedNote({ coverage }) {
	return coverage.skipped.length === 0 ? "" : `; ${coverage.skipped.length} skipped`;
}

// packages/reporting/src/markdown-section.ts
function writeSection(section, room, measure) {
	if (section.parts.length === 0) return "";
	const frame = measure(section.head) + measure(section.tail);
	const { text } = fit(section.parts, Math.floor(room * section.share) - frame, measure, section.more);
	return text === "" ? "" : `${section.head}${text}${section.tail}`;
}

// packages/reporting/src/act-text.ts
function signerOf({ signer }) {
	const { identity, issuer, keySha256 } = signer;
	if (identity !== void 0) return issuer === void 0 ? identity : `${identity}, by ${issuer}`;
	return keySha256 === void 0 ? "not known" : `key ${keySha256.slice(0, 16)}…`;
}
function timeOf({ time }) {
	return time === void 0 ? void 0 : `${time.at}, says the ${time.source}`;
}
function logsOf({ logEntries }) {
	const entries = logEntries.map(({ log, index }) => `${log}, index ${index}`);
	return entries.length === 0 ? void 0 : entries.join("; ");
}
function digestsOf({ subject }) {
	return Object.entries(subject.digests).map(([algorithm, digest]) => `${algorithm}:${digest}`).join(", ");
}

// packages/reporting/src/markdown-tables.ts
const MAX_COLUMNS = 8;
const RECORDS_HEAD = "| What | Subject | By | When | Proof |\n|---|---|---|---|---|\n";
function recordRow(record) {
	const { act, subject, product, notes = [] } = record;
	const when = [timeOf(record), logsOf(record)].filter((part) => part !== void 0).join("; ");
	const proof = product === void 0 ? "" : codeMarkdown(clipStart(product, 120));
	const said = notes.length === 0 ? "" : `<br>${cell(notes.join(" "))}`;
	return `| ${act} | ${codeMarkdown(clipStart(subject.name, 120))}${said} | ${cell(signerOf(record))} | ${cell(when)} | ${proof} |\n`;
}
function verifyCommands({ verifyWith = [] }) {
	return verifyWith.map(({ tool, command }) => `To verify with ${tool}:\n\n${fenced(verbatimLines(command))}`);
}
function tableHead({ columns }) {
	const names = columns.slice(0, MAX_COLUMNS);
	return `| ${names.map((name) => cell(name)).join(" | ")} |\n|${"---|".repeat(names.length)}\n`;
}
function tableRow(cells, { columns }) {
	return `| ${columns.slice(0, MAX_COLUMNS).map((_, index) => cell(cells[index] ?? "", 160)).join(" | ")} |\n`;
}
const SKIPPED_HEAD = "| Check | Item | Reason |\n|---|---|---|\n";
function skippedRows({ checks, acts }) {
	return [...checks, ...acts].flatMap(({ title, coverage }) => coverage.skipped.map(({ item, reason }) => `| ${cell(title)} | ${codeMarkdown(clipStart(item, 160))} | ${cell(reason)} |\n`));
}
const LOOSENED_HEAD = "| Setting | On the base branch | In the change |\n|---|---|---|\n";
function loosenedRows({ settings }) {
	return settings.loosened.map(({ key, before, after }) => `| ${codeMarkdown(clip(key, 120))} | ${cell(before)} | ${cell(after)} |\n`);
}
function noticeItems(report) {
	return [...report.notices.map((notice) => `- ${line(notice)}\n`), ...[...report.checks, ...report.acts].flatMap(({ title, notices }) => notices.map((notice) => `- ${cell(title)}: ${line(notice)}\n`))];
}

// packages/reporting/src/markdown-sections.ts
function actSections$1(report) {
	return report.acts.flatMap((act) => [{
		head: `### ${cell(act.title)}: ${plural(act.records.length, "record")}\n\n${RECORDS_HEAD}`,
		parts: act.records.map(recordRow),
		tail: "\n",
		share: .6,
		more: (leftOut) => `\n…and ${plural(leftOut, "record")} more in the JSON report.\n`
	}, {
		head: "",
		parts: verifyCommands(act),
		tail: "",
		share: .5,
		more: () => ""
	}]);
}
function otherSections(report) {
	const suppressed = suppressedFindings(report);
	const skipped = skippedRows(report);
	const more = (noun) => (leftOut) => `\n…and ${plural(leftOut, noun)} more in the JSON report.\n`;
	return [
		{
			head: `### Settings that the change loosens\n\n${LOOSENED_HEAD}`,
			parts: loosenedRows(report),
			tail: "\n",
			share: .3,
			more: more("setting")
		},
		{
			head: "### Notices\n\n",
			parts: noticeItems(report),
			tail: "\n",
			share: .3,
			more: (leftOut) => `- …and ${plural(leftOut, "notice")} more.\n`
		},
		...report.checks.flatMap(({ title, tables }) => tables.map((table) => section$1(folded(`${cell(title)}: ${cell(table.title)}`, table.rows.length), tableHead(table), table.rows.map((row) => tableRow(row, table)), more("row")))),
		section$1(folded("Not looked at", skipped.length), SKIPPED_HEAD, skipped, more("item")),
		section$1(folded("Suppressed", suppressed.length), SUPPRESSED_HEAD, suppressed.map((finding) => suppressedRow(report, finding)), more("finding"))
	];
}
function folded(title, count) {
	return {
		head: `<details><summary>${title} (${grouped(count)})</summary>\n\n`,
		tail: "\n</details>\n\n",
		share: .3
	};
}
function section$1(frame, head, parts, more) {
	return {
		...frame,
		head: frame.head + head,
		parts,
		more
	};
}

// packages/reporting/src/markdown.ts
function renderMarkdown(given, budget) {
	const report = atCheckout(given);
	const { limit, measure } = budget;
	const end = footer(report);
	const start = `${budget.marker === void 0 ? "" : `${budget.marker}\n`}${verdict(report)}`;
	let left = limit - measure(start) - measure(end);
	const groups = shownGroups(openFindings(report));
	const blocking = groups.filter(isBlocking);
	const fixed = fit([
		checksTable(report),
		errorList(report),
		nextLine(report)
	], blocking.length === 0 ? left : Math.floor(left / 2), measure, () => "The JSON report has the rest.\n\n");
	left -= measure(fixed.text);
	const table = blockingTable(report, blocking, left, measure);
	left -= measure(table);
	let text = start + fixed.text + table;
	for (const section of sections(report, groups, budget.rows)) {
		const written = writeSection(section, left, measure);
		text += written;
		left -= measure(written);
	}
	return text + end;
}
function blockingTable(report, blocking, room, measure) {
	if (blocking.length === 0) return "";
	const head = `### Findings that fail the run (${grouped(sizeOf(blocking))})\n\n${FINDINGS_HEAD}`;
	const frame = measure(head) + 1;
	const forms = [
		() => blocking.map((group) => groupRow(report, group)),
		() => blocking.map(shortRow),
		() => ruleRows(blocking)
	];
	let rows = [];
	for (const form of forms) {
		rows = form();
		if (rows.reduce((sum, row) => sum + measure(row), frame) <= room) break;
	}
	const more = (leftOut) => `\n…and ${plural(leftOut, "rule")} more in the JSON report.\n`;
	const { text } = fit(rows, room - frame, measure, more);
	return text === "" ? "" : `${head}${text}\n`;
}
function sections(report, groups, rows) {
	const others = groups.filter((group) => !isBlocking(group));
	const beyond = sizeOf(others.slice(rows));
	return [
		...actSections$1(report),
		{
			head: `### ${others.length < groups.length ? "Other findings" : "Findings"} (${grouped(sizeOf(others))})\n\n${FINDINGS_HEAD}`,
			parts: others.slice(0, rows).map((group) => groupRow(report, group)),
			tail: `${beyond > 0 ? `\n…and ${plural(beyond, "finding")} more in the JSON report.\n` : ""}\n`,
			share: .5,
			more: (leftOut) => `\n…and ${plural(leftOut, "row")} more in the JSON report.\n`
		},
		...otherSections(report),
		{
			head: "<details><summary>Findings in full</summary>\n\n",
			parts: groups.map((group) => groupDetails(report, group)),
			tail: "\n</details>\n\n",
			share: 1,
			more: (leftOut) => `\n…and ${plural(leftOut, "kind")} of findings more in the JSON report.\n`
		}
	];
}

// packages/reporting/src/comment.ts
const COMMENT_LIMIT = 65536;
function commentMarker({ command, workingDirectory, id }) {
	return `<!-- assay:comment:2:${[
		command,
		workingDirectory,
		id
	].map((part) => encodeURIComponent(part.toWellFormed()).replaceAll("-", "%2D")).join(":")} -->`;
}
function formerCommentMarker(command) {
	return `<!-- assay:comment:${command.toLowerCase().replace(/[^a-z0-9]+/g, "-")} -->`;
}
function commentIdentity({ command, subject }, id) {
	return {
		command,
		workingDirectory: subject.workingDirectory,
		id
	};
}
function renderComment(report, id = "", limit = COMMENT_LIMIT) {
	return renderMarkdown(report, {
		limit,
		measure: inUnits,
		marker: commentMarker(commentIdentity(report, id)),
		rows: 20
	});
}

// packages/reporting/src/html-text.ts
const TEXT_LIMIT$1 = 4e3;
function html(text) {
	return escapeHtml(clip(text, TEXT_LIMIT$1));
}
const NO_OTHERS = /* @__PURE__ */ new Set();
function prose(text, own = NO_OTHERS) {
	return pieces(clip(text, TEXT_LIMIT$1), own).map((piece) => {
		const markup = html(piece.text);
		return piece.isLink ? anchor(markup, piece.text) : markup;
	}).join("").replace(/`([^`]+)`/g, "<code>$1</code>");
}
function anchor(markup, url) {
	return `<a href="${escapeHtml(url)}" rel="noopener noreferrer">${markup}</a>`;
}
function place(subject, location) {
	const code = `<code>${html(placeOf$1(location))}</code>`;
	const url = blobUrl(subject, location);
	return url === void 0 ? code : anchor(code, url);
}
function sourceBlock({ startLine, excerpt }) {
	if (excerpt === void 0) return "";
	const { text, markStart, markEnd } = excerpt;
	const marked = text.slice(markStart, markEnd);
	const mark = marked === "" ? "" : `<mark>${html(marked)}</mark>`;
	return `<pre class="source"><code><span class="line">${html(String(startLine ?? ""))}</span>${html(text.slice(0, markStart))}${mark}${html(text.slice(markEnd))}</code></pre>`;
}
function helpHtml(markdown) {
	return markdown.split(/^```[a-z]*$/m).map((part, index) => index % 2 === 1 ? codeBlock(part) : blocks(part)).join("");
}
function codeBlock(text) {
	return `<pre><code>${text.replace(/^\n|\n$/g, "").split("\n").map(html).join("\n")}</code></pre>`;
}
function blocks(text) {
	return text.split(/\n{2,}/).map((block) => block.trim()).filter((block) => block !== "").map((block) => {
		const lines = block.split("\n");
		const items = lines.filter((line) => /^(?:[-*]|\d+\.) /.test(line));
		if (items.length < lines.length) return `<p>${inline(block)}</p>`;
		const list = items.map((item) => `<li>${inline(item.replace(/^\S+ /, ""))}</li>`).join("");
		return /^\d/.test(block) ? `<ol>${list}</ol>` : `<ul>${list}</ul>`;
	}).join("");
}
function inline(text) {
	return prose(text.replace(/\[([^\]]{1,200})\]\(([^)\s]{1,500})\)/g, "$1 ($2)")).replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>");
}

// packages/reporting/src/html-tables.ts
const MAX_ROWS$1 = 2e3;
function suppressedTable(suppressed) {
	return table("suppressed", "Suppressed", [
		"Finding",
		"Where",
		"Reason",
		"Owner",
		"Until"
	], suppressed.map((finding) => [
		`${finding.severity}: ${prose(finding.message)}`,
		codeOrNothing(whereOf(finding)),
		prose(finding.suppression?.reason ?? finding.decisionReason),
		html(finding.suppression?.owner ?? originOf(finding)),
		html(finding.suppression?.expires ?? finding.slo?.fixDue?.slice(0, 10) ?? "–")
	]));
}
function checkTables({ checks }) {
	return checks.flatMap(({ check, title, tables }) => tables.map(({ title: name, columns, rows }, index) => table(`table-${html(check)}-${index}`, `${html(title)}: ${html(name)}`, columns.map(html), rows.map((row) => columns.map((_, column) => prose(row[column] ?? "")))))).join("");
}
function settingsTables({ settings }) {
	const origins = {
		"work-tree": "the checked files",
		base: "the base branch",
		input: "an input"
	};
	return [table("loosened", "Settings that the change loosens", [
		"Setting",
		"On the base branch",
		"In the change"
	], settings.loosened.map(({ key, before, after }) => [
		`<code>${html(key)}</code>`,
		prose(before),
		prose(after)
	])), table("settings", "Settings", [
		"What",
		"File",
		"From",
		"Commit"
	], settings.sources.map(({ what, path, from, commit, judgement }) => [
		html(what),
		`<code>${html(path)}</code>`,
		`${origins[from]}${judgement === "own" ? ", judged a second time" : ""}`,
		commit === void 0 ? "–" : `<code>${html(commit.slice(0, 12))}</code>`
	]))].join("");
}
function skippedTable(report) {
	return table("skipped", "Not looked at", [
		"Check",
		"Item",
		"Reason"
	], [...report.checks, ...report.acts].flatMap(({ title, coverage }) => coverage.skipped.map(({ item, reason }) => [
		html(title),
		`<code>${html(item)}</code>`,
		prose(reason)
	])));
}
function artifactTable({ artifacts }) {
	return table("artifacts", "Documents", [
		"Name",
		"Media type",
		"Bytes",
		"SHA-256"
	], artifacts.map(({ name, mediaType, size, sha256 }) => [
		`<code>${html(name)}</code>`,
		html(mediaType),
		grouped(size),
		`<code>${html(sha256)}</code>`
	]));
}
function table(id, title, columns, rows) {
	if (rows.length === 0) return "";
	const head = columns.map((column) => `<th scope="col">${column}</th>`).join("");
	const body = rows.slice(0, MAX_ROWS$1).map((cells) => `<tr>${cells.map((cell) => `<td${isShort(cell)}>${cell}</td>`).join("")}</tr>\n`).join("");
	const left = rows.length - MAX_ROWS$1;
	const more = left > 0 ? `<tr><td colspan="${columns.length}">…and ${plural(left, "row")} more in the JSON report.</td></tr>` : "";
	return `<section aria-labelledby="${id}"><h2 id="${id}">${title} <small>${grouped(rows.length)}</small></h2><div class="scroll" role="region" aria-labelledby="${id}" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${body}${more}</tbody></table></div></section>`;
}
function isShort(cell) {
	return cell.length <= 12 && !cell.includes("<") ? " class=\"short\"" : "";
}
function codeOrNothing(text) {
	return text === void 0 ? "–" : `<code>${html(text)}</code>`;
}
function originOf({ suppression }) {
	if (suppression?.by === "baseline") return "baseline";
	return suppression?.by === "inline" ? "mark in the file" : "–";
}

// packages/reporting/src/html-acts.ts
function actSections(acts) {
	return acts.map((act, index) => section(act, `act-${index}`)).join("");
}
function actCard({ title, outcome, coverage, records, failures, notices }) {
	const failed = failures.length === 0 ? "" : ` · ${grouped(failures.length)} failed`;
	return `<article class="card"><header><h3>${html(title)}</h3><span class="pill ${outcome}">${OUTCOME_WORDS[outcome]}</span></header>
<p class="covers">${prose(coverage.summary)}</p>
<p class="result">${plural(records.length, "record")}${failed}</p>
${notices.length === 0 ? "" : `<ul>${notices.map((notice) => `<li>${prose(notice)}</li>`).join("")}</ul>`}</article>
`;
}
function section(act, id) {
	const { title, records, failures, verifyWith = [] } = act;
	const commands = verifyWith.map(({ tool, command }) => `<p>To verify with ${tool}:</p><pre class="verbatim"><code>${verbatimLines(command).map(html).join("\n")}</code></pre>`);
	return [
		table(`${id}-failures`, `${html(title)}: failed`, [
			"Item",
			"What",
			"Kind"
		], failures.map(failureCells)),
		table(`${id}-records`, `${html(title)}: records`, [
			"What",
			"Subject",
			"By",
			"When",
			"Proof"
		], records.map(recordCells)),
		commands.length === 0 ? "" : `<div class="commands">${commands.join("")}</div>`
	].join("");
}
function recordCells(record) {
	const { act, subject, product, notes = [] } = record;
	const when = [timeOf(record), logsOf(record)].filter((part) => part !== void 0);
	return [
		act,
		[
			`<code>${html(subject.name)}</code>`,
			`<code class="print">${html(digestsOf(record))}</code>`,
			...notes.map((note) => prose(note))
		].join("<br>"),
		html(signerOf(record)),
		when.map(html).join("<br>"),
		product === void 0 ? "–" : `<code>${html(product)}</code>`
	];
}
function failureCells({ item, message, hint, ruleId, kind, evidence = [] }) {
	const proof = evidence.map(({ label, value }) => `${html(label)}: <code>${html(value)}</code>`);
	return [
		`<code>${html(item)}</code>`,
		[
			prose(message),
			...proof,
			...hint === void 0 ? [] : [prose(hint)],
			html(ruleId)
		].join("<br>"),
		kind
	];
}

// packages/reporting/src/html-checks.ts
function checkCards({ checks, acts }) {
	const cards = [...checks.map(card), ...acts.map(actCard)].join("");
	return `<section aria-labelledby="checks"><h2 id="checks">${checks.length === 0 ? "Results" : "Checks"}</h2><div class="checks">${cards}</div></section>`;
}
function card(check) {
	const { outcome, coverage, notices } = check;
	const units = Object.entries(coverage.inspected).map(([name, number]) => {
		const [amount, unit] = amountOf(name, number);
		return `<div><dt>${html(unit)}</dt><dd>${amount}</dd></div>`;
	});
	return `<article class="card"><header><h3>${html(check.title)}</h3><span class="pill ${outcome}">${OUTCOME_WORDS[outcome]}</span></header>
<p class="covers">${prose(coverage.summary)}</p>
${units.length === 0 ? "" : `<dl class="units">${units.join("")}</dl>`}
${check.error === void 0 ? "" : trouble(check.error)}
<p class="result">${resultOf(check)}</p>
${notices.length === 0 ? "" : `<ul>${notices.map((notice) => `<li>${prose(notice)}</li>`).join("")}</ul>`}</article>
`;
}
function resultOf({ counts, suppressed, coverage, error }) {
	return [
		SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => `<strong class="${severity}">${grouped(counts[severity])} ${severity}</strong>`).join(", ") || (error === void 0 ? "No open findings" : "No result"),
		...suppressed > 0 ? [`${grouped(suppressed)} suppressed`] : [],
		...coverage.skipped.length > 0 ? [`${plural(coverage.skipped.length, "item")} not looked at`] : []
	].join(" · ");
}
function trouble(error) {
	const { message, hint, problems = [] } = error;
	const list = problems.map((problem) => `<li>${prose(problem)}${quote(error, problem)}</li>`);
	return `<div class="trouble"><strong>${prose(message)}</strong>${quote(error, message)}${list.length === 0 ? "" : `<ul>${list.join("")}</ul>`}${hint === void 0 ? "" : `<div>${prose(hint)}</div>`}</div>`;
}
function quote({ places = [] }, problem) {
	const place = places.find((one) => one.problem === problem);
	return place === void 0 ? "" : sourceBlock(place.location);
}

// packages/reporting/src/html-group.ts
const MAX_RELATED$2 = 10;
const MAX_PATHS = 3;
const MAX_PASTE_LINES = 2e3;
function groupCard(report, group) {
	const [first, ...others] = group;
	const { severity, check, location } = first;
	const about = aboutOf(first);
	const where = location === void 0 ? about === void 0 ? "" : `<code>${html(about)}</code>` : place(report.subject, location);
	const todo = first.remediation === void 0 ? "" : `<p class="todo"><b>To do</b> ${prose(first.remediation, ownAddresses(report))}</p>`;
	const reason = isPlainReason(first, report.failOn) ? "" : `${prose(first.decisionReason)}<br>`;
	return `<article class="finding ${severity}" data-severity="${severity}" data-check="${html(check)}" data-count="${group.length}">
<div class="kind"><span class="badge">${severity}</span><span>${html(first.ruleId)}</span>${tags(group)}${where === "" ? "" : `<span class="place">${where}</span>`}</div>
<h3>${prose(first.message)}</h3>${location === void 0 ? "" : sourceBlock(location)}${facts(report, first)}${todo}${pasteBlocks(group)}${members(report, others)}${help(report, first)}<p class="why">${reason}Fingerprint <code class="print">${html(first.fingerprint)}</code></p></article>
`;
}
function tags(group) {
	const [{ decision, change, slo, subject }] = group;
	return [
		...decision === "block" ? ["<span class=\"tag\">fails the run</span>"] : [],
		...group.length > 1 ? [`<span class="tag">${grouped(group.length)} of this kind</span>`] : [],
		...subject?.scope === void 0 ? [] : [`<span class="tag">${subject.scope}</span>`],
		...change === "new" ? ["<span class=\"tag\">new</span>"] : [],
		...slo === void 0 || slo.state === "ok" ? [] : [`<span class="tag late">${slo.state === "breached" ? "overdue" : "due soon"}</span>`]
	].join("");
}
function facts(report, finding) {
	const { location, relatedLocations = [], subject, slo, evidence = [], links } = finding;
	const about = packageOf(finding);
	const also = relatedLocations.slice(0, MAX_RELATED$2).map((other) => place(report.subject, other));
	const more = relatedLocations.length - also.length;
	const code = (text) => `<code>${html(text)}</code>`;
	const list = [
		...location === void 0 || about === void 0 || finding.message.includes(about) ? [] : [["About", code(about)]],
		...(subject?.paths ?? []).slice(0, MAX_PATHS).filter((path) => path.length > 2).map((path) => ["Introduced by", code(path.join(" › "))]),
		...evidence.filter(({ verbatim }) => verbatim !== true).map(({ label, value }) => [label, code(value)]),
		...also.length === 0 ? [] : [["Also at", `${also.join(", ")}${more > 0 ? ` and ${more} more` : ""}`]],
		...slo?.fixDue === void 0 ? [] : [["Fix due", code(slo.fixDue.slice(0, 10))]],
		...safeLinks(links).map(({ label, url }) => ["See", anchor(html(label), url)])
	].map(([label, value]) => `<dt>${html(label)}</dt><dd>${value}</dd>`);
	return list.length === 0 ? "" : `<dl class="facts">${list.join("")}</dl>`;
}
function pasteBlocks(group) {
	return verbatimOf(group, MAX_PASTE_LINES).map(({ label, value, part }) => {
		const scope = part === "" && group.length > 1 ? ", for all of them" : part;
		const text = verbatimLines(value, MAX_PASTE_LINES).map(html).join("\n");
		return `<details class="verbatim"><summary>${html(label)}${scope}</summary><pre><code>${text}</code></pre></details>`;
	}).join("");
}
function members(report, others) {
	if (others.length === 0) return "";
	const rows = others.map((other) => {
		const { location, fingerprint } = other;
		const about = aboutOf(other);
		const way = introducedBy(other);
		return `<tr>${[
			about === void 0 ? "" : `<code>${html(about)}</code>`,
			location === void 0 ? "" : place(report.subject, location),
			way === void 0 ? "" : `<code>${html(way)}</code>`,
			`<code class="print">${html(fingerprint.slice(0, 12))}</code>`
		].map((cell) => `<td>${cell}</td>`).join("")}</tr>\n`;
	});
	const head = [
		"About",
		"Where",
		"Introduced by",
		"Fingerprint"
	].map((name) => `<th scope="col">${name}</th>`).join("");
	return `<details class="alike"><summary>${grouped(others.length)} more of this kind</summary><div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table></div></details>`;
}
function help({ rules }, { ruleId }) {
	const rule = Object.hasOwn(rules, ruleId) ? rules[ruleId] : void 0;
	if (rule === void 0) return "";
	const page = rule.helpUri === void 0 ? "" : `<p>${anchor("This rule in the reference", rule.helpUri)}</p>`;
	return `<details><summary>About this rule: ${html(rule.title)}</summary><p>${prose(rule.description)}</p>${helpHtml(rule.help)}${page}</details>`;
}

// packages/reporting/src/html-findings.ts
const HTML_FINDING_LIMIT = 2e3;
function findingList(report, open) {
	const groups = shownGroups(open);
	const heading = `<h2 id="findings">Findings <small>${open.length === 0 ? "none open" : `${grouped(open.length)} open, ${plural(groups.length, "kind")}`}</small></h2>`;
	if (open.length === 0) return `<section aria-labelledby="findings">${heading}<p class="clean">No open findings in what was looked at.</p></section>`;
	const shown = withinLimit(groups);
	const left = open.length - sizeOf(shown);
	const more = left > 0 ? `<p class="clean">…and ${plural(left, "finding")} more in the JSON report.</p>` : "";
	const cards = shown.map((group) => groupCard(report, group)).join("");
	return `<section aria-labelledby="findings">${heading}${shown.length > 1 ? filterBar(report, open) : ""}${cards}${more}</section>`;
}
function withinLimit(groups) {
	let room = HTML_FINDING_LIMIT;
	return groups.flatMap(([first, ...others]) => {
		if (room <= 0) return [];
		const kept = [first, ...others.slice(0, room - 1)];
		room -= kept.length;
		return [kept];
	});
}
function filterBar(report, open) {
	const chips = SEVERITIES.filter((severity) => open.some((finding) => finding.severity === severity)).map((severity) => `<label class="chip ${severity}"><input type="checkbox" value="${severity}" checked>${severity}</label>`);
	const options = report.checks.filter(({ check }) => open.some((finding) => finding.check === check)).map(({ check, title }) => `<option value="${html(check)}">${html(title)}</option>`);
	return `<fieldset id="filter" hidden><legend class="sr">Filter findings</legend>${chips.join("")}
<label><span class="sr">Check</span><select><option value="">All checks</option>${options.join("")}</select></label>
<label><span class="sr">Text</span><input type="search" placeholder="Search"></label>
<output id="filter-status" aria-live="polite"></output></fieldset>
`;
}

// packages/reporting/src/html-script.ts
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

// packages/reporting/src/html-style.ts
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

// packages/reporting/src/html.ts
const ICONS = {
	pass: "M5 12.5l4.5 4.5L19 7.5",
	fail: "M7 7l10 10M17 7L7 17",
	error: "M12 6v7.5M12 17.5v.5"
};
const MARK = "<svg class=\"mark\" viewBox=\"0 0 32 32\" aria-hidden=\"true\"><path d=\"M16 2.5l11.5 4v9c0 6.5-4.6 11.6-11.5 14-6.9-2.4-11.5-7.5-11.5-14v-9z\"/><path d=\"M10.5 21.5L16 9.5l5.500 12M12.5 17.5h7\"/></svg>";
function renderHtml(given) {
	const report = atCheckout(given);
	const open = openFindings(report);
	const suppressed = suppressedFindings(report);
	const title = html(`Assay ${report.command}: ${report.headline}`);
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#checks">To the results</a>
<div class="wrap">
${header(report)}
<main>
${banner(report)}
${isActOnly(report) ? "" : tiles(report, suppressed.length)}
${checkCards(report)}
${actSections(report.acts)}
${isActOnly(report) ? "" : findingList(report, open)}
${checkTables(report)}
${suppressedTable(suppressed)}
${skippedTable(report)}
${artifactTable(report)}
${settingsTables(report)}
${notices(report)}
</main>
<footer>Assay ${html(report.tool.version)}${threshold(report)} · made ${html(report.generatedAt)}</footer>
</div>
<script>${FILTER_SCRIPT}<\/script>
</body>
</html>
`;
}
function threshold(report) {
	if (isActOnly(report)) return "";
	const { failOn } = report;
	return ` · findings fail the run from ${failOn === "never" ? "no severity" : `severity ${failOn}`} on`;
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
function hashSource(text) {
	return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
function header({ command, subject, generatedAt }) {
	const facts = [
		subject.repository === void 0 ? void 0 : `<strong>${html(subject.repository)}</strong>`,
		subject.workingDirectory === "." ? void 0 : `<code>${html(subject.workingDirectory)}</code>`,
		subject.commit === void 0 ? void 0 : commitOf(subject),
		subject.event === void 0 ? void 0 : html(subject.event),
		subject.ref === void 0 ? void 0 : html(subject.ref.replace(/^refs\/(?:heads|tags)\//, "")),
		subject.runUrl === void 0 ? void 0 : pageOf("run", subject.runUrl),
		`<time datetime="${html(generatedAt)}">${html(`${generatedAt.slice(0, 16).replace("T", " ")} UTC`)}</time>`
	].filter((fact) => fact !== void 0);
	return `<header class="top">${MARK}<div class="brand">Assay <span>${html(command)}</span></div><div class="meta">${facts.join(" · ")}</div></header>`;
}
function commitOf(subject) {
	const code = `<code>${html((subject.commit ?? "").slice(0, 12))}</code>`;
	const url = commitUrl(subject);
	return url === void 0 ? code : anchor(code, url);
}
function pageOf(label, url) {
	const safe = safeUrl(url);
	return safe === void 0 ? label : anchor(label, safe);
}
function banner(report) {
	const step = nextStep(report);
	return `<section class="verdict ${report.outcome}" aria-label="Verdict"><span class="icon"><svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><path d="${ICONS[report.outcome]}"/></svg></span><div><h1>${prose(report.headline)}</h1>${step === void 0 ? "" : `<p>Next: ${prose(step, ownAddresses(report))}</p>`}</div></section>`;
}
function tiles({ checks }, suppressed) {
	return `<ul class="tiles" aria-label="Open findings by severity">${SEVERITIES.map((severity) => {
		const count = checks.reduce((sum, { counts }) => sum + counts[severity], 0);
		return `<li class="${severity}${count === 0 ? " none" : ""}"><b>${grouped(count)}</b><span>${severity}</span></li>`;
	}).join("")}<li class="${suppressed === 0 ? "none" : ""}"><b>${grouped(suppressed)}</b><span>suppressed</span></li></ul>`;
}
function notices({ notices: texts }) {
	if (texts.length === 0) return "";
	return `<section aria-labelledby="notices"><h2 id="notices">Notices</h2><ul class="notices">${texts.map((notice) => `<li>${prose(notice)}</li>`).join("")}</ul></section>`;
}

// packages/reporting/src/json-text.ts
const HIDDEN$1 = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|(?<=#)#(?=[\w.]{0,40}\[)/g;
function jsonText(value) {
	return `${JSON.stringify(value, void 0, 2).replace(HIDDEN$1, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;
}

// packages/reporting/src/json.ts
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
].flat().map((key, index) => [key, index]));
function renderJson(report) {
	return jsonText(inOrder("", report));
}
function inOrder(key, value) {
	if (Array.isArray(value)) return value.map((item) => inOrder("", item));
	if (typeof value !== "object" || value === null || key === "inspected") return value;
	const rank = (name) => KEYS.get(name) ?? KEYS.size;
	return Object.fromEntries(Object.entries(value).sort(([a], [b]) => rank(a) - rank(b)).map(([name, inner]) => [name, inOrder(name, inner)]));
}

// packages/reporting/src/subject-text.ts
const ORIGINS = {
	"work-tree": "",
	base: " of the base branch",
	input: " of an input"
};
function subjectFacts({ subject, settings }) {
	const { repository, commit, headCommit, ref, event, pullRequest, runUrl } = subject;
	const folder = subject.workingDirectory;
	const sources = settings.sources.map(({ what, path, from }) => `${what} ${path}${ORIGINS[from]}`);
	return [
		["Repository", repository],
		["Commit", commit],
		["Head commit", headCommit],
		["Ref", ref],
		["Event", event],
		["Pull request", pullRequest === void 0 ? void 0 : String(pullRequest)],
		["Folder", folder === "." ? void 0 : folder],
		["Run", runUrl],
		["Settings", sources.length === 0 ? void 0 : [...new Set(sources)].join(", ")]
	].flatMap(([label, value]) => value === void 0 ? [] : [[label, value]]);
}

// packages/reporting/src/junit.ts
const TEXT_LIMIT = 2e3;
function renderJunit(report) {
	const ordered = shownGroups(report.findings).flat();
	const suites = report.checks.map((check) => ({
		check,
		findings: ordered.filter((finding) => finding.check === check.check)
	}));
	const totals = [...suites.map(({ check, findings }) => countsOf$1(check, findings)), ...report.acts.map(actCounts)];
	const sum = (key) => totals.reduce((total, counts) => total + counts[key], 0);
	return `${[
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
		`<testsuites name="${attribute(`assay ${report.command}`)}" tests="${sum("tests")}" failures="${sum("failures")}" errors="${sum("errors")}" skipped="${sum("skipped")}">`,
		...suites.flatMap(({ check, findings }) => suite(report, check, findings)),
		...report.acts.flatMap((act) => actSuite(report, act)),
		"</testsuites>"
	].join("\n")}\n`;
}
function countsOf$1(check, findings) {
	const own = check.error !== void 0 || findings.length === 0 ? 1 : 0;
	return {
		tests: findings.length + own,
		failures: findings.filter(({ decision }) => decision === "block").length,
		errors: check.error === void 0 ? 0 : 1,
		skipped: findings.filter(({ status }) => status === "suppressed").length
	};
}
function suite(report, check, findings) {
	return [
		suiteStart(report, check.title, countsOf$1(check, findings)),
		...ownCase(check, findings.length === 0),
		...findings.flatMap(findingCase),
		"  </testsuite>"
	];
}
function suiteStart(report, title, counts) {
	const properties = subjectFacts(report).map(([name, value]) => `      <property name="${attribute(name)}" value="${attribute(value)}"/>\n`);
	const about = properties.length === 0 ? "" : `\n    <properties>\n${properties.join("")}    </properties>`;
	return `  <testsuite name="${attribute(title)}" tests="${counts.tests}" failures="${counts.failures}" errors="${counts.errors}" skipped="${counts.skipped}" timestamp="${attribute(report.generatedAt)}">${about}`;
}
function actCounts({ records, failures }) {
	const rejected = failures.filter(({ kind }) => kind === "policy").length;
	return {
		tests: records.length + failures.length,
		failures: rejected,
		errors: failures.length - rejected,
		skipped: 0
	};
}
function actSuite(report, act) {
	const name = (what, item) => `    <testcase classname="${attribute(`assay.${act.act}`)}" name="${attribute(`${what}: ${item}`)}"`;
	return [
		suiteStart(report, act.title, actCounts(act)),
		...act.records.map((record) => `${name(record.act, record.subject.name)}/>`),
		...act.failures.flatMap(({ item, kind, message, hint, ruleId }) => {
			const tag = kind === "policy" ? "failure" : "error";
			const body = [
				message,
				hint,
				`Rule: ${ruleId}`
			].filter((text) => text !== void 0);
			return [
				`${name("failed", item)}>`,
				`      <${tag} message="${attribute(message)}" type="${kind}">${lines(body.join("\n"))}</${tag}>`,
				"    </testcase>"
			];
		}),
		"  </testsuite>"
	];
}
function ownCase(check, isClean) {
	const className = attribute(`assay.${check.check}`);
	if (check.error !== void 0) {
		const { message, hint, problems = [] } = check.error;
		const body = [
			message,
			...problems,
			hint
		].filter((text) => text !== void 0).join("\n");
		return [
			`    <testcase classname="${className}" name="The check does its work">`,
			`      <error message="${attribute(message)}" type="${check.error.kind}">${lines(body)}</error>`,
			"    </testcase>"
		];
	}
	if (!isClean) return [];
	return [`    <testcase classname="${className}" name="${attribute(`No findings (${inspectedOf(check)} looked at)`)}"/>`];
}
function findingCase(finding) {
	const where = whereOf(finding);
	const name = attribute(where === void 0 ? finding.message : `${where}: ${finding.message}`);
	const file = finding.location === void 0 ? "" : ` file="${attribute(finding.location.path)}"`;
	const body = lines([
		finding.message,
		where === void 0 ? void 0 : `Where: ${where}`,
		finding.subject?.scope === void 0 ? void 0 : `Scope: ${finding.subject.scope}`,
		finding.remediation === void 0 ? void 0 : `To do: ${finding.remediation}`,
		`Decision: ${finding.decisionReason}`,
		`Fingerprint: ${finding.fingerprint}`
	].filter((text) => text !== void 0).join("\n"));
	const inner = finding.decision === "block" ? `<failure message="${attribute(finding.message)}" type="${finding.severity}">${body}</failure>` : finding.status === "suppressed" ? `<skipped message="${attribute(finding.decisionReason)}"/>` : `<system-out>${body}</system-out>`;
	return [
		`    <testcase classname="${attribute(finding.ruleId)}" name="${name}"${file}>`,
		`      ${inner}`,
		"    </testcase>"
	];
}
function attribute(text) {
	return escapeXml(clip(text, TEXT_LIMIT));
}
function lines(text) {
	return text.split("\n").map(attribute).join("\n");
}

// packages/reporting/src/sarif-location.ts
const FALLBACK_PATH = ".github/assay.yml";
function sarifLocation(location) {
	return { physicalLocation: {
		artifactLocation: {
			uri: sarifUri(location?.path ?? ""),
			uriBaseId: "%SRCROOT%"
		},
		region: sarifRegion(location)
	} };
}
function sarifUri(path) {
	const segments = path.toWellFormed().split("/").filter((segment) => segment !== "" && segment !== "." && segment !== "..");
	return segments.length === 0 ? FALLBACK_PATH : segments.map(encodeURIComponent).join("/");
}
function sarifRegion(location) {
	const startLine = atLeast(1, location?.startLine);
	const startColumn = atLeast(1, location?.startColumn);
	const endLine = atLeast(startLine, location?.endLine);
	return {
		startLine,
		startColumn,
		endLine,
		endColumn: atLeast(endLine === startLine ? startColumn + 1 : 1, location?.endColumn)
	};
}
function atLeast(minimum, value) {
	return value !== void 0 && Number.isSafeInteger(value) ? Math.max(minimum, value) : minimum;
}

// packages/reporting/src/sarif-rule.ts
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
function sarifRule(rule, findings) {
	const severity = findings.map((finding) => finding.severity).sort(compareSeverity)[0] ?? rule.severity;
	const level = SARIF_LEVELS[severity];
	const score = SCORES[severity];
	const help = orElse(rule.help, "See the message of the result.");
	return {
		id: rule.id,
		name: clip(pascalCase(rule.id), NAME_LIMIT),
		shortDescription: { text: clip(escapeControlCharacters(orElse(rule.title, rule.id)), DESCRIPTION_LIMIT) },
		fullDescription: { text: clip(escapeControlCharacters(orElse(rule.description, orElse(rule.title, rule.id))), DESCRIPTION_LIMIT) },
		...rule.helpUri !== void 0 && { helpUri: rule.helpUri },
		help: {
			text: withoutLinks(help),
			markdown: help
		},
		defaultConfiguration: { level },
		properties: {
			precision: "high",
			"problem.severity": PROBLEM_SEVERITIES[level],
			...score !== void 0 && { "security-severity": score },
			tags: tagsOf(rule, score !== void 0)
		}
	};
}
function tagsOf(rule, isSecurity) {
	return [.../* @__PURE__ */ new Set([
		...isSecurity ? ["security"] : [],
		"supply-chain",
		...rule.tags ?? []
	])].filter((tag) => tag.trim() !== "").slice(0, MAX_TAGS);
}
function pascalCase(id) {
	return id.split(/[^A-Za-z0-9]+/).filter((word) => word !== "").map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("") || "Rule";
}
function orElse(text, fallback) {
	return text.trim() === "" ? fallback : text;
}

// packages/reporting/src/sarif-result.ts
const MAX_RELATED$1 = 50;
const MAX_MESSAGE = 1e3;
function findingResult(finding) {
	const related = (finding.relatedLocations ?? []).slice(0, MAX_RELATED$1);
	const purl = finding.subject?.purl;
	const body = {
		level: SARIF_LEVELS[finding.severity],
		message: { text: messageOf(finding) },
		locations: [sarifLocation(finding.location)],
		...related.length > 0 && { relatedLocations: related.map((place, index) => ({
			id: index + 1,
			...sarifLocation(place)
		})) },
		partialFingerprints: { "assay/v1": finding.fingerprint },
		...finding.suppression !== void 0 && { suppressions: [sarifSuppression(finding)] },
		properties: {
			check: finding.check,
			severity: finding.severity,
			decision: finding.decision,
			decisionReason: escapeControlCharacters(finding.decisionReason),
			...finding.subject?.scope !== void 0 && { scope: finding.subject.scope },
			...purl !== void 0 && purl !== "" && { purl: escapeControlCharacters(purl) }
		}
	};
	return {
		ruleId: finding.ruleId,
		severity: finding.severity,
		body
	};
}
function failureResults({ act, failures }) {
	return failures.map(({ item, ruleId, kind, message, hint, location }) => ({
		ruleId,
		severity: "high",
		body: {
			level: "error",
			message: { text: textOf([orElse(message, ruleId), hint]) },
			locations: [sarifLocation(location)],
			partialFingerprints: { "assay/v1": fingerprint(ruleId, item) },
			properties: {
				act,
				item: escapeControlCharacters(item),
				kind
			}
		}
	}));
}
function messageOf(finding) {
	const { location, relatedLocations = [], remediation } = finding;
	const parts = [orElse(finding.message, finding.ruleId)];
	if (location === void 0) {
		const about = aboutOf(finding);
		if (about !== void 0 && !finding.message.includes(about)) parts.push(`About: ${about}`);
	} else if (location.commit !== void 0) parts.push(`Found at ${placeOf$1(location)}`);
	if (relatedLocations.length > 0) {
		const shown = relatedLocations.slice(0, 3).map((place) => clip(placeOf$1(place), 200));
		const more = relatedLocations.length - shown.length;
		parts.push(`Also at ${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`);
	}
	return textOf([...parts, remediation]);
}
function textOf(parts) {
	const sentences = parts.filter((part) => part !== void 0 && part !== "").map((part) => sentence(escapeControlCharacters(part ?? "")));
	return clip(withoutLinks(sentences.join(" ")), MAX_MESSAGE);
}
function sentence(text) {
	return /[.!?…]$/.test(text) ? text : `${text}.`;
}
function sarifSuppression({ suppression, decisionReason }) {
	const reason = suppression === void 0 ? "" : suppression.reason;
	return {
		kind: suppression?.by === "inline" ? "inSource" : "external",
		status: "accepted",
		justification: clip(escapeControlCharacters(sentence(`${decisionReason} ${reason}`.trim())), MAX_MESSAGE)
	};
}

// packages/reporting/src/sarif.ts
const SARIF_RESULT_LIMIT = 5e3;
const SARIF_GZIP_LIMIT = 1e7;
function renderSarif(report, limit = SARIF_RESULT_LIMIT) {
	const placed = atCheckout(report);
	const { command, acts, findings, outcome, headline } = placed;
	return renderRun(placed, {
		category: [command],
		acts,
		findings,
		outcome,
		headline
	}, limit);
}
function renderCheckSarif(report, { check, category }, limit = SARIF_RESULT_LIMIT) {
	const placed = atCheckout(report);
	const findings = placed.findings.filter((finding) => finding.check === check);
	const summary = report.checks.find((one) => one.check === check);
	const { outcome = "pass", title = check } = summary ?? {};
	return renderRun(placed, {
		category,
		acts: [],
		findings,
		outcome,
		headline: `${title}: ${summary?.coverage.summary ?? plural(findings.length, "finding")}`
	}, limit);
}
function renderRun(report, run, limit) {
	const findings = [
		...run.findings.filter(({ decision }) => decision === "block"),
		...run.findings.filter(({ status, decision }) => status === "open" && decision === "report"),
		...run.findings.filter(({ status }) => status === "suppressed")
	];
	const ranked = [...run.acts.flatMap(failureResults), ...findings.map(findingResult)];
	for (let count = Math.min(ranked.length, limit);; count = Math.floor(count / 2)) {
		const text = jsonText(sarifLog(report, run, ranked.slice(0, count)));
		if (text.length * 3 < SARIF_GZIP_LIMIT || count === 0) return text;
		if (gzipped(text) <= SARIF_GZIP_LIMIT) return text;
	}
}
function gzipped(text) {
	return process.getBuiltinModule("node:zlib").gzipSync(text).byteLength;
}
function sarifLog(report, run, results) {
	const byRule = /* @__PURE__ */ new Map();
	for (const result of results) {
		const group = byRule.get(result.ruleId);
		if (group === void 0) byRule.set(result.ruleId, [result]);
		else group.push(result);
	}
	const ids = [...byRule.keys()].sort(compareText);
	const indexes = new Map(ids.map((id, index) => [id, index]));
	return {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [{
			tool: { driver: {
				name: "Assay",
				informationUri: PROJECT_URL,
				version: orElse(report.tool.version, "0"),
				semanticVersion: orElse(report.tool.version, "0.0.0"),
				rules: ids.map((id) => sarifRule(ruleOf(report, id), byRule.get(id) ?? []))
			} },
			automationDetails: { id: categoryOf(run.category) },
			...versionControl(report),
			columnKind: "utf16CodeUnits",
			originalUriBaseIds: { "%SRCROOT%": { description: { text: "The root of the repository." } } },
			results: results.map(({ ruleId, body }) => ({
				ruleId,
				ruleIndex: indexes.get(ruleId) ?? 0,
				...body
			})),
			properties: {
				outcome: run.outcome,
				headline: escapeControlCharacters(run.headline),
				subject: Object.fromEntries(subjectFacts(report).map(([label, value]) => [label, escapeControlCharacters(value)])),
				omittedResults: total(run) - results.length
			}
		}]
	};
}
function total({ acts, findings }) {
	return acts.reduce((sum, { failures }) => sum + failures.length, findings.length);
}
function versionControl({ subject }) {
	const { server, repository, commit, ref } = subject;
	if (server === void 0 || repository === void 0) return {};
	return { versionControlProvenance: [{
		repositoryUri: `${server}/${repository}`,
		...commit !== void 0 && { revisionId: commit },
		...ref !== void 0 && { branch: ref },
		mappedTo: { uriBaseId: "%SRCROOT%" }
	}] };
}
function categoryOf(segments) {
	return ["assay", ...segments].map((segment) => `${encodeURIComponent(segment.toWellFormed())}/`).join("");
}
function ruleOf(report, id) {
	return (Object.hasOwn(report.rules, id) ? report.rules[id] : void 0) ?? {
		id,
		title: id,
		description: id,
		help: "",
		severity: "medium"
	};
}

// packages/reporting/src/summary.ts
const SUMMARY_LIMIT = 1048576;
function renderSummary(report, limit = SUMMARY_LIMIT) {
	return renderMarkdown(report, {
		limit,
		measure: inBytes,
		rows: 50
	});
}

// packages/reporting/src/text-layout.ts
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
const plainPaint = (_style, text) => text;
const colourPaint = (style, text) => {
	const [on, off] = STYLES[style];
	return `\u001b[${on}m${text}\u001b[${off}m`;
};
function bullet(text, { width }) {
	const [first = "", ...others] = wrap(clip(escapeControlCharacters(text), MAX_TEXT), width, 4);
	return [`  - ${first.trimStart()}`, ...others];
}

// packages/reporting/src/text-finding.ts
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
function groupLines(group, failOn, page) {
	const others = group.slice(1);
	const lines = findingLines(group, failOn, page);
	if (others.length === 0) return lines;
	const rows = others.slice(0, MAX_ALIKE).map((finding) => {
		const about = aboutOf(finding) ?? "";
		const place = finding.location === void 0 ? "" : placeOf$1(finding.location);
		const [left, right] = about === "" || place === "" ? [about + place, ""] : [about, place];
		return [escapeControlCharacters(left || finding.message), escapeControlCharacters(right)];
	});
	const column = Math.max(...rows.map(([left]) => left.length));
	const more = others.length - rows.length;
	return [
		...lines,
		`    ${grouped(others.length)} more of this kind:`,
		...rows.map(([left, right]) => right === "" ? `      ${left}` : `      ${left.padEnd(column)}  ${page.paint("cyan", right)}`),
		...more > 0 ? [`      …and ${more} more: \`--format html\` and \`--format json\` list all`] : []
	];
}
function findingLines(group, failOn, page) {
	const { paint, width } = page;
	const [finding] = group;
	const { severity, relatedLocations: related = [], evidence = [], remediation } = finding;
	const tone = paint("bold", paint(SEVERITY_STYLES[severity], severity));
	const where = whereOf(finding);
	const head = where === void 0 ? "" : `  ${paint("cyan", escapeControlCharacters(where))}`;
	const gentle = finding.decision === "block" ? "" : paint("dim", "  (does not block)");
	const dim = (text) => wrap(clip(escapeControlCharacters(text), MAX_TEXT), width, 4).map((line) => paint("dim", line));
	const more = related.length - MAX_RELATED;
	const also = related.slice(0, MAX_RELATED).map(placeOf$1).join(", ");
	const way = introducedBy(finding);
	const { location, subject } = finding;
	const scope = subject?.scope === void 0 ? "" : paint("dim", `  ${subject.scope}`);
	return [
		`  ${tone}  ${escapeControlCharacters(finding.ruleId)}${head}${scope}${gentle}`,
		...wrap(clip(escapeControlCharacters(finding.message), MAX_TEXT), width, 4),
		...(location === void 0 ? [] : sourceLines(location, width - 6)).map((line) => paint("blue", `      ${line}`)),
		...also === "" ? [] : dim(`also at ${also}${more > 0 ? ` and ${more} more` : ""}`),
		...way === void 0 ? [] : dim(`introduced by ${way}`),
		...evidence.filter(({ verbatim }) => verbatim !== true).slice(0, MAX_EVIDENCE).flatMap(({ label, value }) => dim(`${label}: ${value}`)),
		...remediation === void 0 ? [] : wrap(`To do: ${clip(escapeControlCharacters(remediation), MAX_TEXT)}`, width, 4),
		...pasteLines(group, page),
		...isPlainReason(finding, failOn) ? [] : dim(finding.decisionReason)
	];
}
function pasteLines(group, { paint }) {
	const isSmall = group.length <= MAX_PASTED;
	const texts = verbatimOf(isSmall ? group : group.slice(0, 1));
	const rest = isSmall ? "" : `, for the first of ${group.length} (\`--format html\` has one for all)`;
	return texts.flatMap(({ label, value }) => [paint("dim", `    ${escapeControlCharacters(label)}${rest}:`), ...verbatimLines(value).map((line) => `      ${line}`)]);
}

// packages/reporting/src/text-check.ts
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
function checkLines(report, check, page) {
	const { paint, width } = page;
	const mark = paint(OUTCOME_STYLES[check.outcome], OUTCOME_MARKS[check.outcome]);
	const suppressed = check.suppressed === 0 ? "" : `; ${check.suppressed} suppressed`;
	const own = report.findings.filter((finding) => finding.check === check.check);
	return [
		`${mark} ${paint("bold", escapeControlCharacters(check.title))}: ${countsOf$2(check)}${suppressed}`,
		...coverageLines(check, page),
		...errorLines(check, page),
		...check.notices.flatMap((notice) => wrap(`Note: ${clip(escapeControlCharacters(notice), MAX_TEXT)}`, width, 2).map((line) => paint("yellow", line))),
		...openLines(report, own, page),
		...tableLines(check, page),
		...suppressedLines(own, page),
		...skippedLines(check, page)
	];
}
function coverageLines(check, { paint, width }) {
	if (check.error !== void 0 && Object.keys(check.coverage.inspected).length === 0) return [];
	const covered = escapeControlCharacters(coveredBy(check)).replace(/\.$/, "");
	return wrap(`Looked at: ${covered}.`, width, 2).map((line) => paint("dim", line));
}
function errorLines({ error }, page) {
	if (error === void 0) return [];
	const { message, problems = [], hint } = error;
	const quote = (problem) => (error.places ?? []).filter((place) => place.problem === problem).flatMap(({ location }) => sourceLines(location, page.width - 4)).map((line) => page.paint("blue", `    ${line}`));
	return [
		...wrap(`Error: ${escapeControlCharacters(message)}`, page.width, 2).map((line) => page.paint("red", line)),
		...quote(message),
		...problems.flatMap((problem) => [...bullet(problem, page), ...quote(problem)]),
		...hint === void 0 ? [] : wrap(escapeControlCharacters(hint), page.width, 2)
	];
}
function openLines(report, own, page) {
	const groups = shownGroups(own.filter(({ status }) => status === "open"));
	const shown = groups.slice(0, Math.max(MAX_GROUPS, groups.filter(isBlocking).length));
	const left = sizeOf(groups) - sizeOf(shown);
	return [...shown.flatMap((group) => ["", ...groupLines(group, report.failOn, page)]), ...left > 0 ? ["", `  …and ${plural(left, "finding")} more: \`--format json\` lists all`] : []];
}
function tableLines({ tables }, page) {
	return tables.flatMap(({ title, columns, rows }) => {
		const items = rows.map((row) => row.filter((text) => text !== "").join("; "));
		const left = items.length - MAX_ROWS;
		const more = left > 0 ? [`…and ${grouped(left)} more: \`--format json\` lists all`] : [];
		const named = columns.map((column) => column.toLowerCase()).join("; ");
		return listLines(`${title}: ${grouped(rows.length)} (${named})`, [...items.slice(0, MAX_ROWS), ...more], page);
	});
}
function suppressedLines(own, page) {
	const items = own.filter(({ status }) => status === "suppressed").map(({ message, decisionReason }) => `${message}: ${decisionReason}`);
	return listLines(`Suppressed: ${plural(items.length, "finding")}`, items, page);
}
function skippedLines({ coverage }, page) {
	const byReason = /* @__PURE__ */ new Map();
	for (const { item, reason } of coverage.skipped) {
		const items = byReason.get(reason);
		if (items === void 0) byReason.set(reason, [item]);
		else items.push(item);
	}
	const rows = [...byReason].map(([reason, items]) => {
		const more = items.length - MAX_NAMED;
		const rest = more > 0 ? ` and ${grouped(more)} more` : "";
		return `${items.slice(0, MAX_NAMED).join(", ")}${rest}: ${reason}`;
	});
	return listLines(`Not looked at: ${plural(coverage.skipped.length, "item")}`, rows, page);
}
function listLines(heading, items, page) {
	if (items.length === 0) return [];
	const left = items.length - MAX_LISTED;
	return [
		"",
		`  ${heading}`,
		...items.slice(0, MAX_LISTED).flatMap((item) => bullet(item, page)),
		...left > 0 ? [`  - …and ${grouped(left)} more: \`--format json\` lists all`] : []
	].map((line) => line === "" ? line : page.paint("dim", line));
}

// packages/reporting/src/text-act.ts
const MAX_RECORDS = 50;
const MAX_FAILURES = 50;
function actLines(act, page) {
	const { paint } = page;
	const { title, outcome, records, failures, notices, verifyWith = [] } = act;
	const mark = paint(OUTCOME_STYLES[outcome], OUTCOME_MARKS[outcome]);
	const failed = failures.length === 0 ? "" : `, ${grouped(failures.length)} failed`;
	const done = `${plural(records.length, "record")}${failed}`;
	const notDone = failures.length - MAX_FAILURES;
	const left = records.length - MAX_RECORDS;
	return [
		`${mark} ${paint("bold", escapeControlCharacters(title))}: ${done}`,
		...coverageLines(act, page),
		...notices.flatMap((notice) => text(`Note: ${notice}`, 2, page).map((line) => paint("yellow", line))),
		...failures.slice(0, MAX_FAILURES).flatMap((failure) => ["", ...failureLines(failure, page)]),
		...notDone > 0 ? [`  …and ${grouped(notDone)} more: \`--format json\` lists all`] : [],
		...records.slice(0, MAX_RECORDS).flatMap((record) => ["", ...recordLines(record, page)]),
		...left > 0 ? ["", `  …and ${grouped(left)} more: \`--format json\` lists all`] : [],
		...verifyWith.flatMap(({ tool, command }) => [
			"",
			`  To verify with ${tool}:`,
			...verbatimLines(command).map((line) => `    ${line}`)
		]),
		...skippedLines(act, page)
	];
}
function recordLines(record, page) {
	const { act, subject, product, notes = [] } = record;
	const facts = [
		["digest", digestsOf(record)],
		["by", signerOf(record)],
		["when", timeOf(record)],
		["log", logsOf(record)],
		["proof", product],
		...notes.map((note) => ["note", note])
	];
	return [`  ${page.paint("green", act)}  ${escapeControlCharacters(subject.name)}`, ...facts.flatMap(([label, value]) => value === void 0 || value === "" ? [] : text(`${label}: ${value}`, 4, page))];
}
function failureLines(failure, page) {
	const { item, ruleId, message, hint, evidence = [] } = failure;
	return [
		`  ${page.paint("red", "failed")}  ${escapeControlCharacters(ruleId)}  ${page.paint("cyan", escapeControlCharacters(item))}`,
		...text(message, 4, page),
		...evidence.flatMap(({ label, value }) => text(`${label}: ${value}`, 4, page)),
		...hint === void 0 ? [] : text(`To do: ${hint}`, 4, page)
	];
}
function text(foreign, indent, { width }) {
	return wrap(clip(escapeControlCharacters(foreign), MAX_TEXT), width, indent);
}

// packages/reporting/src/text.ts
const SCREEN_LINES = 50;
const ACCEPT_HINT = "To accept a finding for a time, add its fingerprint to `suppressions`; `--format json` shows it.";
function renderText(report, options = {}) {
	const page = {
		paint: options.colour === true ? colourPaint : plainPaint,
		width: Math.max(40, options.width ?? 100)
	};
	const { paint, width } = page;
	const body = [...report.checks.flatMap((check) => [...checkLines(report, check, page), ""]), ...report.acts.flatMap((act) => [...actLines(act, page), ""])];
	if (report.notices.length > 0) {
		const notices = report.notices.flatMap((notice) => bullet(notice, page));
		body.push(paint("bold", "Notices"), ...notices, "");
	}
	if (report.findings.some(isWithoutEntry)) body.push(...wrap(ACCEPT_HINT, width, 0).map((line) => paint("dim", line)), "");
	body.push(...subjectLines(report, page));
	const verdict = wrap(escapeControlCharacters(report.headline), width, 0).map((line) => paint("bold", paint(OUTCOME_STYLES[report.outcome], line)));
	const step = nextStep(report);
	const next = step === void 0 ? [] : wrap(`Next: ${clip(escapeControlCharacters(step), MAX_TEXT)}`, width, 0);
	return `${[
		...body.length > SCREEN_LINES ? [...verdict, ""] : [],
		...body,
		...verdict,
		...next
	].join("\n")}\n`;
}
function isWithoutEntry({ decision, evidence = [] }) {
	return decision === "block" && !evidence.some(({ verbatim }) => verbatim === true);
}
function subjectLines(report, { paint, width }) {
	const facts = subjectFacts(report).map(([label, value]) => `${label.toLowerCase()} ${value}`);
	const loosened = report.settings.loosened.flatMap(({ key, before, after }) => wrap(clip(escapeControlCharacters(`The change loosens ${key}: ${before} becomes ${after}`), MAX_TEXT), width, 0));
	const about = facts.length === 0 ? [] : wrap(escapeControlCharacters(`Of ${facts.join(", ")}`), width, 0);
	return [
		...loosened.map((line) => paint("yellow", line)),
		...about.map((line) => paint("dim", line)),
		...facts.length + loosened.length === 0 ? [] : [""]
	];
}

// packages/reporting/src/render.ts
const RENDERERS = {
	text: (report) => renderText(report),
	json: renderJson,
	sarif: (report) => renderSarif(report),
	summary: (report) => renderSummary(report),
	comment: (report, { commentId }) => renderComment(report, commentId),
	html: renderHtml,
	junit: renderJunit
};
function render(format, report, options = {}) {
	return RENDERERS[format](report, options);
}

// packages/runtime/src/conclude/act-outcome.ts
function finishedAct(result, title) {
	const { records, failures, coverage, notices = [] } = result;
	const didNothing = records.length === 0 && failures.length === 0 && coverage.nothingToDo === void 0;
	const nothing = {
		item: title,
		ruleId: `${result.act}.nothing-done`,
		kind: "usage",
		message: `${title}: nothing was done`,
		hint: "Check `working-directory` and what the command was asked to work on."
	};
	const all = didNothing ? [nothing] : failures;
	return {
		...result,
		title,
		failures: all,
		notices,
		outcome: outcomeOfAct(all)
	};
}
function outcomeOfAct(failures) {
	if (failures.length === 0) return "pass";
	return failures.every(({ kind }) => kind === "policy") ? "fail" : "error";
}
function actPhrase({ title, records, failures }) {
	const done = `${title}: ${plural(records.length, "file")} done`;
	return failures.length === 0 ? done : `${done}, ${failures.length} failed`;
}

// packages/runtime/src/conclude/check-outcome.ts
function finishedCheck(result, findings) {
	const own = findings.filter((finding) => finding.check === result.check);
	const error = Object.values(result.coverage.inspected).some((amount) => amount > 0) || own.length > 0 || result.coverage.nothingToDo !== void 0 ? void 0 : {
		kind: "usage",
		message: `${result.title}: nothing was looked at`,
		hint: "Check `working-directory` and the paths in the config, or leave this check out if there is nothing for it here."
	};
	return {
		...countsOf(own),
		check: result.check,
		title: result.title,
		outcome: error !== void 0 ? "error" : own.some((finding) => finding.decision === "block") ? "fail" : "pass",
		coverage: sortSkipped(result.coverage),
		notices: result.notices ?? [],
		tables: result.tables ?? [],
		...error !== void 0 && { error }
	};
}
function failedCheck({ check, title, error, note = "" }, findings) {
	return {
		...countsOf(findings.filter((finding) => finding.check === check)),
		check,
		title,
		outcome: "error",
		coverage: {
			inspected: {},
			skipped: [],
			summary: "The check failed before it was done"
		},
		notices: [],
		tables: [],
		error: {
			kind: error.kind,
			message: `${note} ${error.message === "" ? "The check failed without a message" : error.message}`.trim(),
			...error.hint !== void 0 && { hint: error.hint },
			...error.problems.length > 0 && { problems: error.problems },
			...error.places.size > 0 && { places: [...error.places].map(([problem, location]) => ({
				problem,
				location
			})) }
		}
	};
}
function outcomeOf(checks, acts = []) {
	if (acts.length === 0 && checks.every(isOfSettings)) return "error";
	const all = [...checks, ...acts];
	if (all.some(({ outcome }) => outcome === "error")) return "error";
	return all.some(({ outcome }) => outcome === "fail") ? "fail" : "pass";
}
function isOfSettings({ check }) {
	return check === "suppressions" || check === "settings";
}
function headline(verdict) {
	const { outcome, failOn, checks, acts = [], findings } = verdict;
	const blocking = findings.filter((finding) => finding.decision === "block");
	const reported = findings.filter(({ status, decision }) => status === "open" && decision === "report");
	const suppressed = findings.filter(({ status }) => status === "suppressed").length;
	const blocked = `${plural(blocking.length, "finding")} ${whyBlocking(blocking, failOn)}${bySeverity(blocking)}`;
	if (acts.length > 0 && checks.every(isOfSettings)) return `${{
		pass: "Passes",
		fail: "Fails",
		error: "Error"
	}[outcome]}: ${[...acts.map(actPhrase), ...blocking.length > 0 ? [blocked] : []].join("; ")}.`;
	const parts = [];
	if (outcome === "error") {
		const failed = checks.filter((check) => check.outcome === "error").map(({ title }) => title);
		parts.push(failed.length === 0 ? "Error: no check ran" : `Error: ${failedOf(failed.length, checks.length)} work (${failed.join(", ")})`);
		if (blocking.length > 0) parts.push(blocked);
	} else if (outcome === "fail") parts.push(`Fails: ${blocked}`);
	else parts.push(failOn === "never" ? "Passes: no finding fails the run, because `fail-on` is never" : `Passes: no findings at or above ${failOn}`);
	if (reported.length > 0 && outcome === "pass") parts.push(`${grouped(reported.length)}${failOn === "never" ? " reported" : " below it"}${bySeverity(reported)}`);
	if (suppressed > 0) parts.push(`${grouped(suppressed)} suppressed`);
	return `${parts.join("; ")}.`;
}
function whyBlocking(blocking, failOn) {
	return blocking.some(({ severity }) => failOn === "never" || !isAtLeast(severity, failOn)) ? `that ${blocking.length === 1 ? "blocks" : "block"}` : `at or above ${failOn}`;
}
function failedOf(failed, all) {
	if (all === 1) return "the check could not do its";
	return `${failed} of ${all} checks could not do ${failed === 1 ? "its" : "their"}`;
}
function countsOf(own) {
	const open = own.filter(({ status }) => status === "open");
	const of = (severity) => open.filter((finding) => finding.severity === severity).length;
	return {
		counts: {
			critical: of("critical"),
			high: of("high"),
			medium: of("medium"),
			low: of("low"),
			info: of("info")
		},
		suppressed: own.length - open.length
	};
}
function sortSkipped(coverage) {
	return {
		...coverage,
		skipped: coverage.skipped.toSorted((a, b) => compareText(a.item, b.item) || compareText(a.reason, b.reason))
	};
}
function bySeverity(findings) {
	const present = SEVERITIES.map((severity) => [findings.filter((finding) => finding.severity === severity).length, severity]).filter(([number]) => number > 0);
	return present.length === 0 ? "" : ` (${present.map(([number, severity]) => `${grouped(number)} ${severity}`).join(", ")})`;
}

// packages/runtime/src/conclude/evaluate-finding.ts
function decide(check, found, policy) {
	const { aliases } = Object.hasOwn(policy.rules, found.ruleId) ? policy.rules[found.ruleId] ?? {} : {};
	const level = levelOf(policy.levels, found.ruleId, aliases);
	const finding = level === void 0 || level === "off" ? found : {
		...found,
		severity: level
	};
	const { suppression: inline, ...plain } = finding;
	const matched = policy.suppressions.filter((suppression) => suppression.matches(finding, aliases));
	const valid = matched.find((suppression) => suppression.endsAt > policy.now.getTime());
	const accepted = fingerprintsOf(finding).map((fingerprint) => policy.baseline?.entries.get(fingerprint)).find((entry) => entry?.check === check);
	const slo = clockState(finding, accepted, policy.slo);
	const firstSeen = finding.firstSeen ?? accepted?.firstSeen ?? accepted?.acceptedAt;
	const base = {
		...plain,
		check,
		...firstSeen !== void 0 && { firstSeen },
		...slo !== void 0 && { slo }
	};
	const suppression = (level === "off" ? switchedOff(finding.ruleId) : void 0) ?? (valid && fromConfig(valid)) ?? (inline !== void 0 && holds(inline, policy.now) ? inline : void 0) ?? (accepted !== void 0 && !isOverdue(slo) ? fromBaseline(accepted) : void 0);
	if (suppression !== void 0) return {
		matched,
		finding: {
			...base,
			status: "suppressed",
			suppression,
			decision: "report",
			decisionReason: level === "off" ? `${suppression.reason}.` : suppressedReason(suppression, slo)
		}
	};
	const blocks = policy.failOn !== "never" && isAtLeast(finding.severity, policy.failOn);
	const lapsed = [lapsedReason(matched[0]?.entry.expires ?? inline?.expires, accepted, slo), level === void 0 ? "" : `${RULES_SAY} ${finding.severity} instead of ${found.severity}; `].join("");
	return {
		matched,
		finding: {
			...base,
			status: "open",
			decision: blocks ? "block" : "report",
			decisionReason: thresholdReason(lapsed, finding.severity, policy.failOn)
		}
	};
}
function clockState(finding, accepted, slo) {
	const start = accepted?.acceptedAt ?? finding.firstSeen;
	return start === void 0 ? void 0 : slo?.(finding.severity, start);
}
function isOverdue(slo) {
	return slo?.fixDue !== void 0 && slo.state === "breached";
}
const RULES_SAY = "`rules` sets its severity to";
function switchedOff(ruleId) {
	return {
		by: "config",
		reason: `The rule ${ruleId} is switched off by \`rules\``
	};
}
function fromConfig({ entry }) {
	return {
		by: "config",
		reason: entry.reason,
		owner: entry.owner,
		expires: entry.expires
	};
}
function fromBaseline(entry) {
	return {
		by: "baseline",
		reason: `It was accepted on ${entry.acceptedAt.slice(0, 10)}`
	};
}
function holds(inline, now) {
	return inline.expires === void 0 || (endOfDay(inline.expires) ?? 0) > now.getTime();
}
function suppressedReason(suppression, slo) {
	const { by, owner, expires } = suppression;
	if (by === "baseline") return `It stands in the baseline${slo?.fixDue === void 0 ? "" : `; its fix is due by ${slo.fixDue.slice(0, 10)}`}.`;
	const place = by === "config" ? "in the config" : "by a mark in the file";
	const until = expires === void 0 ? "" : ` through ${expires}`;
	return `Suppressed ${place}${owner === void 0 ? "" : ` by ${owner}`}${until}.`;
}
function lapsedReason(expired, accepted, slo) {
	if (expired !== void 0) return `Its suppression expired on ${expired}; `;
	if (accepted === void 0 || slo?.fixDue === void 0) return "";
	return `It stands in the baseline, but its fix was due by ${slo.fixDue.slice(0, 10)}; `;
}

// packages/runtime/src/conclude/decide-settings.ts
function decidedSettings(review, failOn, now) {
	const { mode, findings = [] } = review ?? {};
	return findings.map((finding) => {
		const { finding: plain } = decide("settings", finding, {
			failOn,
			levels: {},
			suppressions: [],
			baseline: void 0,
			slo: void 0,
			now,
			rules: {}
		});
		if (finding.ruleId !== "settings.loosened") return plain;
		return mode === "block" ? {
			...plain,
			decision: "block",
			decisionReason: "`settings.loosening` on the base branch is block."
		} : {
			...plain,
			decision: "report",
			decisionReason: "It is reported only: `settings.loosening` on the base branch is not block."
		};
	});
}

// packages/runtime/src/settings/baseline.ts
const HOW_TO_MAKE_ONE = "Make one with `assay check --report-formats json --report-directory reports` and point `baseline` at the JSON report in that folder.";
const READABLE_SCHEMAS = /* @__PURE__ */ new Set([1, 2]);
async function readBaseline(files, path, named) {
	if (path === void 0) return void 0;
	const bytes = await files.read(path, { named });
	if (bytes === void 0) throw new UsageError(`The baseline ${path} does not exist`, { hint: `\`baseline\` is relative to \`working-directory\`. ${HOW_TO_MAKE_ONE}` });
	return parseBaseline(new TextDecoder().decode(bytes), path);
}
function parseBaseline(text, source) {
	let value;
	try {
		value = JSON.parse(text.startsWith("﻿") ? text.slice(1) : text);
	} catch {
		throw notABaseline(source, text.trim() === "" ? "is empty" : "is not valid JSON");
	}
	if (!isRecord(value)) throw notABaseline(source, Array.isArray(value) ? "is a JSON list (another tool's report?)" : "is no JSON object");
	if (Array.isArray(value["runs"])) throw notABaseline(source, "is a SARIF report");
	const tool = value["tool"];
	if (!isRecord(tool) || tool["name"] !== "assay") throw notABaseline(source, "was not written by Assay");
	if (!READABLE_SCHEMAS.has(value["schema"])) throw notABaseline(source, `has report schema ${JSON.stringify(value["schema"])?.slice(0, 40) ?? "missing"}; this version reads ${[...READABLE_SCHEMAS].join(" and ")}`);
	const { generatedAt, findings } = value;
	if (!isInstant(generatedAt)) throw notABaseline(source, "has no valid `generatedAt`");
	if (!Array.isArray(findings)) throw notABaseline(source, "has no list of findings");
	const entries = /* @__PURE__ */ new Map();
	for (const [index, finding] of findings.entries()) {
		const entry = entryOf(finding, generatedAt);
		if (entry === void 0) throw notABaseline(source, `has a faulty finding at findings[${index}] (fingerprint or check)`);
		if (entry !== "excepted") entries.set(entry.fingerprint, entry);
	}
	return {
		generatedAt,
		entries
	};
}
function staleNotices(baseline, complete, findings) {
	if (baseline === void 0) return [];
	const found = new Set(findings.flatMap(({ check, fingerprint, aliases = [] }) => [fingerprint, ...aliases].map((name) => `${check}\0${name}`)));
	const gone = /* @__PURE__ */ new Map();
	for (const { check, fingerprint } of baseline.entries.values()) {
		if (!complete.has(check) || found.has(`${check}\0${fingerprint}`)) continue;
		gone.set(check, (gone.get(check) ?? 0) + 1);
	}
	return [...gone].sort(([a], [b]) => compareText(a, b)).map(([check, number]) => number === 1 ? `1 finding of the check ${check} in the baseline is gone. Make the baseline again, so that it can't come back unseen.` : `${number} findings of the check ${check} in the baseline are gone. Make the baseline again, so that they can't come back unseen.`);
}
function entryOf(finding, generatedAt) {
	if (!isRecord(finding)) return void 0;
	const { fingerprint, check, firstSeen, suppression, slo } = finding;
	if (typeof fingerprint !== "string" || !/^[0-9a-f]{64}$/.test(fingerprint)) return void 0;
	if (typeof check !== "string") return void 0;
	if (isRecord(suppression) && suppression["by"] !== "baseline") return "excepted";
	const wasAccepted = isRecord(suppression) && isRecord(slo) && isInstant(slo["startedAt"]);
	return {
		fingerprint,
		check,
		...isInstant(firstSeen) && { firstSeen },
		acceptedAt: wasAccepted ? String(slo["startedAt"]) : generatedAt
	};
}
function notABaseline(source, found) {
	return new UsageError(`The baseline ${source} ${found}`, { hint: HOW_TO_MAKE_ONE });
}
function isInstant(value) {
	return typeof value === "string" && value.length <= 40 && !Number.isNaN(Date.parse(value));
}

// packages/runtime/src/settings/suppression-findings.ts
const DAY = 864e5;
const SOON_DAYS = 14;
function suppressionFindings(suppressions, use) {
	const findings = [];
	let unnamed = 0;
	for (const suppression of suppressions) {
		const isUsed = use.used.has(suppression);
		const isJudged = isUsed || ranFor(suppression.entry.rule, use.complete);
		const isExpired = suppression.endsAt <= use.now.getTime();
		if (!isUsed && suppression.entry.rule === void 0 && !isExpired) unnamed++;
		if (isExpired && (isJudged || suppression.entry.rule === void 0)) findings.push(expired(suppression, isUsed));
		else if (!isExpired && isJudged && !isUsed) findings.push(unused(suppression, use.rules));
		else if (isUsed && suppression.endsAt - use.now.getTime() <= SOON_DAYS * DAY) findings.push(expiresSoon(suppression));
	}
	return {
		findings,
		notices: unnamed === 0 ? [] : [`${plural(unnamed, "suppression")} by fingerprint alone matched nothing in this run. Add \`rule\` to each, so that Assay can tell when it is no longer needed.`]
	};
}
function ranFor(rule, complete) {
	if (rule === void 0) return false;
	const prefix = rule.split(".", 1)[0] ?? rule;
	return [...complete].some((check) => matchesWildcard(prefix, check));
}
function expired(suppression, isUsed) {
	const { entry } = suppression;
	const effect = isUsed ? "it hides nothing any more" : "it matches nothing any more";
	return {
		...about("suppressions.expired", suppression),
		severity: isUsed ? "medium" : "low",
		message: `The suppression of ${describeSuppression(entry)} expired on ${entry.expires}: ${effect}`,
		remediation: isUsed ? "Fix the finding, or have the owner renew the entry with a current reason." : "Remove the entry."
	};
}
function unused(suppression, rules) {
	const { entry } = suppression;
	const isUnknown = entry.rule !== void 0 && !entry.rule.includes("*") && !Object.hasOwn(rules, entry.rule);
	return {
		...about("suppressions.unused", suppression),
		severity: "low",
		message: isUnknown ? `The suppression of ${describeSuppression(entry)} matched nothing: there is no such rule` : `The suppression of ${describeSuppression(entry)} matched nothing`,
		remediation: isUnknown ? "Correct the rule id, or remove the entry." : "Remove the entry."
	};
}
function expiresSoon(suppression) {
	const { entry } = suppression;
	return {
		...about("suppressions.expires-soon", suppression),
		severity: "info",
		message: `The suppression of ${describeSuppression(entry)} ends with ${entry.expires}`,
		remediation: "Fix what it hides before that day, or have the owner renew it."
	};
}
function about(ruleId, { entry }) {
	const { fingerprint: name = "", rule = "", path = "", package: pattern = "" } = entry;
	return {
		ruleId,
		fingerprint: fingerprint(ruleId, name, rule, path, pattern),
		...entry.source !== void 0 && { location: entry.source },
		evidence: [
			{
				label: "Owner",
				value: entry.owner
			},
			{
				label: "Reason",
				value: entry.reason
			},
			{
				label: "Expires",
				value: entry.expires
			}
		]
	};
}

// packages/runtime/src/conclude/merge-results.ts
function mergeResults(results) {
	const merged = /* @__PURE__ */ new Map();
	for (const result of results) {
		const first = merged.get(result.check);
		merged.set(result.check, first === void 0 ? result : joinResults(first, result));
	}
	return [...merged.values()];
}
function joinResults(first, second) {
	const inspected = new Map(Object.entries(first.coverage.inspected));
	for (const [unit, amount] of Object.entries(second.coverage.inspected)) inspected.set(unit, (inspected.get(unit) ?? 0) + amount);
	const isPartial = [first, second].some((result) => result.coverage.scope === "change");
	return {
		check: first.check,
		title: first.title,
		findings: [...first.findings, ...second.findings],
		artifacts: [...first.artifacts, ...second.artifacts],
		coverage: {
			inspected: Object.fromEntries(inspected),
			skipped: [...first.coverage.skipped, ...second.coverage.skipped],
			summary: [first, second].map(({ coverage }) => coverage.summary).filter((summary) => summary !== "").join("; "),
			...isPartial && { scope: "change" }
		},
		notices: [...first.notices ?? [], ...second.notices ?? []],
		tables: [...first.tables ?? [], ...second.tables ?? []],
		...(first.sensitive === true || second.sensitive === true) && { sensitive: true }
	};
}

// packages/runtime/src/conclude/judge.ts
function judge({ results: given, failures, policy }, rules, now) {
	const suppressions = compileSuppressions(policy.suppressions);
	const decision = {
		failOn: policy.failOn,
		levels: policy.levels ?? {},
		suppressions,
		baseline: policy.baseline,
		slo: policy.slo && sloClock(policy.slo, now),
		now,
		rules
	};
	const results = mergeResults(given);
	const failed = new Set(failures.map((failure) => failure.check));
	const complete = new Set(results.filter(({ check, coverage }) => !failed.has(check) && coverage.scope !== "change").map(({ check }) => check));
	const used = /* @__PURE__ */ new Set();
	const findings = [];
	for (const { check, findings: found } of results) for (const finding of found) {
		const decided = decide(check, finding, decision);
		findings.push(decided.finding);
		for (const suppression of decided.matched) used.add(suppression);
	}
	const about = suppressionFindings(suppressions, {
		used,
		complete,
		rules,
		now
	});
	const uncovered = {
		...decision,
		suppressions: []
	};
	for (const finding of about.findings) findings.push(decide("suppressions", finding, uncovered).finding);
	return {
		results,
		failures,
		findings,
		suppressions: suppressions.length,
		notices: [...about.notices, ...staleNotices(policy.baseline, complete, findings)]
	};
}

// packages/runtime/src/conclude/judged-twice.ts
const BY_OWN = "By the settings that the change brings:";
function judgedTwice(base, own) {
	const failed = new Set(base.failures.map(({ check }) => check));
	const failures = [...own.failures, ...idleChecks(own)].filter(({ check }) => !failed.has(check));
	const checks = new Set(base.results.map(({ check }) => check));
	return {
		results: [...base.results, ...own.results.filter(({ check }) => !checks.has(check))],
		failures: [...base.failures, ...failures.map((failure) => ({
			...failure,
			note: BY_OWN
		}))],
		findings: stricterOf(base.findings, own.findings),
		suppressions: Math.max(base.suppressions, own.suppressions),
		notices: base.notices
	};
}
function idleChecks({ results, findings }) {
	return results.flatMap((result) => {
		const { error } = finishedCheck(result, findings);
		if (error === void 0) return [];
		const { message, hint } = error;
		const reason = new UsageError(message, { ...hint !== void 0 && { hint } });
		return [{
			check: result.check,
			title: result.title,
			error: reason
		}];
	});
}
function stricterOf(base, own) {
	const blocking = /* @__PURE__ */ new Map();
	for (const finding of own) if (finding.decision === "block") blocking.set(keyOf$1(finding), finding);
	const known = new Set(base.map(keyOf$1));
	return [...base.map((finding) => {
		const other = blocking.get(keyOf$1(finding));
		return finding.decision === "block" || other === void 0 ? finding : byOwn(other);
	}), ...own.filter((finding) => finding.status === "open" && !known.has(keyOf$1(finding))).map(byOwn)];
}
function byOwn(finding) {
	return {
		...finding,
		decisionReason: `${BY_OWN} ${lowerFirst(finding.decisionReason)}`
	};
}
function lowerFirst(text) {
	return text.charAt(0).toLowerCase() + text.slice(1);
}
function keyOf$1({ check, ruleId, fingerprint, location, subject }) {
	return JSON.stringify([...[
		check,
		ruleId,
		fingerprint,
		location?.path,
		location?.startLine,
		location?.commit
	], ...[
		subject?.name,
		subject?.version,
		subject?.purl
	]]);
}

// packages/runtime/src/conclude/merge-findings.ts
function mergeFindings(findings) {
	const groups = /* @__PURE__ */ new Map();
	for (const finding of findings) {
		const { check, ruleId, fingerprint, status, suppression } = finding;
		const key = JSON.stringify([
			check,
			ruleId,
			fingerprint,
			status,
			suppression
		]);
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [finding]);
		else group.push(finding);
	}
	return [...groups.values()].map((group) => group.length === 1 ? group[0] : mergeGroup(group));
}
function mergeGroup(group) {
	const lead = group.reduce((a, b) => strictness(b.subject) < strictness(a.subject) ? b : a);
	const worst = group.reduce((a, b) => isWorse(b, a) ? b : a);
	const ordered = [lead, ...group.filter((finding) => finding !== lead)];
	const [location, ...related] = placesOf(ordered);
	const subjects = subjectsOf(ordered);
	const [firstSeen] = group.flatMap((finding) => finding.firstSeen ?? []).sort();
	return {
		...lead,
		severity: worst.severity,
		decision: worst.decision,
		decisionReason: worst.decisionReason,
		...worst.slo !== void 0 && { slo: worst.slo },
		...location !== void 0 && { location },
		...related.length > 0 && { relatedLocations: related },
		...subjects.length > 1 && { subjects },
		...firstSeen !== void 0 && { firstSeen },
		...otherVersions(lead, subjects)
	};
}
function isWorse(a, b) {
	if (a.decision !== b.decision) return a.decision === "block";
	return compareSeverity(a.severity, b.severity) < 0;
}
const SCOPES = [
	"runtime",
	"optional",
	"development"
];
function strictness(subject) {
	return SCOPES.indexOf(subject?.scope ?? "runtime");
}
function placesOf(findings) {
	return distinct(findings.flatMap(({ location, relatedLocations = [] }) => location === void 0 ? relatedLocations : [location, ...relatedLocations]), ({ path, startLine, startColumn, commit }) => [
		path,
		startLine,
		startColumn,
		commit
	]);
}
function subjectsOf(findings) {
	return distinct(findings.flatMap(({ subject, subjects }) => subjects ?? (subject === void 0 ? [] : [subject])), ({ name, version, purl, scope, paths }) => [
		name,
		version,
		purl,
		scope,
		paths
	]);
}
function distinct(items, keyOf) {
	const kept = /* @__PURE__ */ new Map();
	for (const item of items) {
		const key = JSON.stringify(keyOf(item));
		if (!kept.has(key)) kept.set(key, item);
	}
	return [...kept.values()];
}
const OTHER_VERSIONS = "Other versions";
function otherVersions({ subject, evidence = [] }, subjects) {
	const versions = new Set(subjects.flatMap(({ version }) => version ?? []));
	versions.delete(subject?.version ?? "");
	if (versions.size === 0) return {};
	return { evidence: [...evidence.filter(({ label }) => label !== OTHER_VERSIONS), {
		label: OTHER_VERSIONS,
		value: [...versions].join(", ")
	}] };
}

// packages/runtime/src/conclude/evaluate-report.ts
function conclude(input) {
	const now = input.clock.wall();
	const rules = {
		...input.rules,
		...CORE_RULES
	};
	const base = judge(input, rules, now);
	const { own } = input;
	const judged = own === void 0 ? base : judgedTwice(base, judge(own, rules, now));
	const { results, failures, suppressions } = judged;
	const failOn = stricter(input.policy.failOn, own?.policy.failOn);
	const ofSettings = decidedSettings(input.review, failOn, now);
	const findings = mergeFindings([...judged.findings, ...ofSettings]).toSorted(compareFindings);
	const failed = new Set(failures.map(({ check }) => check));
	const checks = [...results.filter(({ check }) => !failed.has(check)).map((result) => finishedCheck(result, findings)), ...failures.map((failure) => failedCheck(failure, findings))].sort((a, b) => compareText(a.check, b.check));
	if (suppressions > 0) {
		const summary = `${suppressions} ${suppressions === 1 ? "entry" : "entries"} of the config file`;
		checks.push(finishedCheck(pseudoCheck("suppressions", suppressions, summary), findings));
	}
	if (ofSettings.length > 0) checks.push(finishedCheck(pseudoCheck("settings", ofSettings.length, "What the change does to settings, compared with its base"), findings));
	const acts = (input.acts ?? []).map((act) => finishedAct(act, act.title));
	const outcome = outcomeOf(checks, acts);
	return {
		schema: 2,
		tool: {
			name: "assay",
			version: input.version
		},
		command: input.command,
		outcome,
		headline: headline({
			outcome,
			failOn,
			checks,
			acts,
			findings
		}),
		generatedAt: input.clock.now().toISOString(),
		failOn,
		subject: input.subject,
		settings: input.settings,
		checks,
		acts,
		findings,
		rules: firedRules([...findings, ...acts.flatMap(failedRules)], rules),
		artifacts: [...results.flatMap((result) => result.artifacts.map(reportArtifact)), ...input.products ?? []].sort(byName),
		notices: [...input.notices, ...judged.notices]
	};
}
function pseudoCheck(check, amount, summary) {
	return {
		check,
		title: check === "settings" ? "Settings" : "Suppressions",
		findings: [],
		artifacts: [],
		coverage: {
			inspected: { [check]: amount },
			skipped: [],
			summary
		}
	};
}
function stricter(a, b = a) {
	if (a === "never" || b === "never") return a === "never" ? b : a;
	return isAtLeast(a, b) ? b : a;
}
function failedRules({ failures }) {
	return failures.map(({ ruleId }) => ({
		ruleId,
		severity: "high"
	}));
}
function firedRules(findings, rules) {
	const fired = /* @__PURE__ */ new Map();
	for (const { ruleId, severity } of findings) {
		if (fired.has(ruleId)) continue;
		const known = Object.hasOwn(rules, ruleId) ? rules[ruleId] : void 0;
		fired.set(ruleId, (known && {
			...known,
			helpUri: rulePage(ruleId)
		}) ?? {
			id: ruleId,
			title: ruleId,
			description: `The rule ${ruleId}, which has no description.`,
			help: "See the message of the finding.",
			severity
		});
	}
	return Object.fromEntries([...fired].sort(([a], [b]) => compareText(a, b)));
}
function reportArtifact({ name, mediaType, bytes }) {
	return {
		name,
		mediaType,
		sha256: createHash("sha256").update(bytes).digest("hex"),
		size: bytes.byteLength
	};
}
function byName(a, b) {
	return compareText(a.name, b.name) || compareText(a.sha256, b.sha256);
}

// packages/runtime/src/brief-run.ts
const FLAGS = [
	"--no-opt",
	"--no-maglev",
	"--no-concurrent-sparkplug"
];
function expectBriefRun() {
	for (const flag of FLAGS) setFlagsFromString(flag);
}

// packages/runtime/src/conclude/conclude-run.ts
function concludeRun(first, own, { command, review, ...options }) {
	const { acts, products } = first.outcome;
	return conclude({
		...options,
		command: command.name,
		...evidenced(first, command),
		...own !== void 0 && { own: evidenced(own, command) },
		...review !== void 0 && { review },
		acts,
		products,
		rules: {
			...own?.outcome.rules,
			...first.outcome.rules
		}
	});
}
function evidenced({ outcome: { results, failures }, judgement: { config, inputs, baseline } }, { kind }) {
	const isAct = kind === "act";
	return {
		results,
		failures,
		policy: {
			failOn: inputs["fail-on"] ?? "medium",
			levels: isAct ? {} : levelsOf(config, inputs.rule),
			suppressions: isAct ? [] : suppressionsOf(config),
			slo: sloOf(config),
			...baseline !== void 0 && { baseline }
		}
	};
}
const GRAVEST_FIRST = [
	"internal",
	"usage",
	"external",
	"policy"
];
function exitCodeFor(report, failures) {
	const kinds = /* @__PURE__ */ new Set([
		...failures.map((failure) => failure.error.kind),
		...report.checks.flatMap(({ error }) => error?.kind ?? []),
		...report.acts.flatMap((act) => act.failures.map(({ kind }) => kind))
	]);
	const gravest = GRAVEST_FIRST.find((kind) => kinds.has(kind));
	if (gravest !== void 0) return EXIT_CODES[gravest];
	if (report.outcome === "error") return EXIT_CODES.external;
	return report.outcome === "pass" ? EXIT_CODES.pass : EXIT_CODES.policy;
}
function suppressionsOf(config) {
	return (config.section("suppressions") ?? []).map((entry, index) => {
		const source = config.place(`suppressions.${index}`);
		return source === void 0 ? entry : {
			...entry,
			source
		};
	});
}
function levelsOf(config, options = []) {
	const given = options.map(parseLevel).flatMap((read) => "key" in read ? [read] : []);
	return {
		...config.section("rules"),
		...Object.fromEntries(given.map(({ key, level }) => [key, level]))
	};
}
function sloOf(config) {
	const given = config.section("slo") ?? {};
	const targets = SEVERITIES.map((severity) => [severity, {
		...DEFAULT_SLO[severity],
		...given[severity]
	}]);
	return Object.fromEntries(targets);
}

// packages/runtime/src/conclude/quote-sources.ts
const MAX_QUOTED = 500;
const MAX_FILE_BYTES = 20971520;
const MAX_ALL_BYTES = 104857600;
async function quoteSources(report, workspace, sensitive) {
	const secretLines = new Set(report.findings.filter(({ check }) => sensitive.has(check)).flatMap(({ location, relatedLocations = [] }) => [location, ...relatedLocations]).flatMap((location) => location === void 0 ? [] : linesOf$2(location)));
	const wanted = report.findings.filter((finding) => finding.status === "open" && !sensitive.has(finding.check) && isQuotable(finding.location) && !linesOf$2(finding.location).some((line) => secretLines.has(line)));
	const places = wanted.slice(0, MAX_QUOTED).flatMap(({ location }) => location ?? []);
	const quoted = new Set(wanted);
	const texts = await readLines(places, workspace);
	const quote = (finding) => {
		const { location } = finding;
		const text = location === void 0 ? void 0 : texts.get(keyOf(location));
		if (location === void 0 || text === void 0 || !quoted.has(finding)) return finding;
		const { startLine, startColumn, endLine, endColumn } = location;
		const to = endLine === void 0 || endLine === startLine ? endColumn : text.length + 1;
		return {
			...finding,
			location: {
				...location,
				excerpt: excerptOf(text, startColumn, to)
			}
		};
	};
	return {
		...report,
		findings: report.findings.map(quote)
	};
}
function isQuotable(location) {
	if (location === void 0 || location.excerpt !== void 0) return false;
	const { commit, startLine } = location;
	return commit === void 0 && startLine !== void 0 && Number.isSafeInteger(startLine);
}
function keyOf({ path, startLine }) {
	return `${path}\0${startLine}`;
}
function linesOf$2({ path, startLine = 0, endLine = startLine }) {
	const count = Math.min(Math.max(1, endLine - startLine + 1), 1e3);
	return Array.from({ length: count }, (_, index) => `${path}\0${startLine + index}`);
}
async function readLines(places, workspace) {
	const byPath = /* @__PURE__ */ new Map();
	for (const { path, startLine = 1 } of places) {
		const lines = byPath.get(path);
		if (lines === void 0) byPath.set(path, /* @__PURE__ */ new Set([startLine]));
		else lines.add(startLine);
	}
	const texts = /* @__PURE__ */ new Map();
	let room = MAX_ALL_BYTES;
	for (const [path, lines] of byPath) {
		const bytes = await workspace.readIfPresent(path, Math.min(MAX_FILE_BYTES, room)).catch(() => void 0);
		if (bytes === void 0) continue;
		room -= bytes.length;
		for (const [line, text] of pick(new TextDecoder().decode(bytes), lines)) if (!text.includes("\0")) texts.set(`${path}\0${line}`, text);
	}
	return texts;
}
function pick(text, wanted) {
	const last = Math.max(...wanted);
	const found = [];
	for (let line = 1, start = 0; line <= last && start <= text.length; line++) {
		const newline = text.indexOf("\n", start);
		const end = newline < 0 ? text.length : newline;
		if (wanted.has(line)) found.push([line, text.slice(start, end).replace(/\r$/, "")]);
		start = end + 1;
	}
	return found;
}

// packages/runtime/src/settings/checkout.ts
async function checkoutAround(root, isContent = async () => false) {
	const top = await topOf(root);
	return {
		top,
		async place(full) {
			const inside = await withinTop(top, full);
			if (inside === void 0) return void 0;
			const other = await checkoutBetween(top, dirname(inside));
			if (other !== void 0 && !isInside(other, root)) {
				if (!await isContent(fromTop(top, other))) return void 0;
			}
			return fromTop(top, inside);
		}
	};
}
async function checkoutTop(folder) {
	const top = await topOf(folder);
	return lstat(join(top, ".git")).then(() => top, () => void 0);
}
async function topOf(root) {
	let top = await enclosingCheckout(root);
	while (await isFile(join(top, ".git"))) {
		const around = await enclosingCheckout(dirname(top));
		if (await lstat(join(around, ".git")).catch(() => void 0) === void 0) return top;
		top = around;
	}
	return top;
}
async function linkOut(folder) {
	let at = parse(folder).root;
	for (const part of relative(at, folder).split(sep).filter(Boolean)) {
		const next = join(at, part);
		if ((await lstat(next).catch(() => void 0))?.isSymbolicLink() !== true) {
			at = next;
			continue;
		}
		const target = await realpath(next);
		const top = await topOf(at);
		if (await lstat(join(top, ".git")).catch(() => void 0) !== void 0 && await topOf(target) !== top) return next;
		at = target;
	}
}
function isFile(path) {
	return lstat(path).then((status) => status.isFile(), () => false);
}
async function checkoutBetween(top, folder) {
	for (let at = folder; at !== top && isInside(top, at); at = dirname(at)) if ((await lstat(join(at, ".git")).catch(() => void 0))?.isDirectory()) return at;
}
async function withinTop(top, full) {
	let inside;
	for (let at = full;; at = dirname(at)) {
		const real = await realpath(at).catch(() => void 0);
		if (real !== void 0 && isInside(top, real)) inside = join(real, relative(at, full));
		if (dirname(at) === at) return inside;
	}
}
function fromTop(top, full) {
	return relative(top, full).split(sep).join("/");
}

// packages/runtime/src/conclude/report-subject.ts
const OBJECT_NAME = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
async function reportSubject(facts) {
	const { event, remote, environment } = facts;
	const runner = environment["GITHUB_ACTIONS"] === "true" ? environment : {};
	const server = remote?.serverUrl ?? (runner["GITHUB_SERVER_URL"] || void 0);
	const repository = remote?.repository ?? (runner["GITHUB_REPOSITORY"] || void 0);
	const local = event === null ? await localCheckout(facts) : {};
	const pull = event?.payload["pull_request"];
	const number = isRecord(pull) ? pull["number"] : void 0;
	const head = isRecord(pull) && isRecord(pull["head"]) ? pull["head"]["sha"] : void 0;
	const run = runner["GITHUB_RUN_ID"];
	const attempt = runner["GITHUB_RUN_ATTEMPT"];
	const known = {
		server,
		repository,
		commit: event?.sha ?? local.commit,
		headCommit: typeof head === "string" && OBJECT_NAME.test(head) ? head : void 0,
		ref: event?.ref ?? local.ref,
		event: event?.name ?? (runner["GITHUB_EVENT_NAME"] || void 0),
		pullRequest: typeof number === "number" && Number.isSafeInteger(number) ? number : void 0,
		runUrl: server !== void 0 && repository !== void 0 && /^\d+$/.test(run ?? "") ? `${server}/${repository}/actions/runs/${run}${/^\d+$/.test(attempt ?? "") ? `/attempts/${attempt}` : ""}` : void 0
	};
	const given = Object.entries(known).filter(([, value]) => value !== void 0);
	return {
		...Object.fromEntries(given),
		workingDirectory: await workingDirectory(facts)
	};
}
async function localCheckout({ root, processes, environment }) {
	if (await checkoutTop(root) === void 0) return {};
	try {
		const { checkedOut, openRepository } = await import("./git2.js");
		return await checkedOut(await openRepository({
			root,
			processes,
			environment
		}));
	} catch {
		return {};
	}
}
async function workingDirectory({ root, cwd }) {
	const base = await checkoutTop(root) ?? resolve(cwd);
	if (!isInside(base, root)) return ".";
	return relative(base, root).split(sep).join("/") || ".";
}

// packages/runtime/src/masking/known-secrets.ts
const REFERENCE = /^env:\/\/(\w+)$/;
function secretsIn(specs, values, environment) {
	return Object.entries(values).flatMap(([name, value]) => {
		if (typeof value !== "string") return [];
		const variable = REFERENCE.exec(value)?.[1];
		const named = variable === void 0 ? void 0 : environment[variable];
		return [Object.hasOwn(specs, name) && specs[name]?.secret === true ? value : void 0, named].filter((text) => text !== void 0 && text.trim() !== "");
	});
}
function jobTokens(environment) {
	return [environment["GITHUB_TOKEN"], environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]].filter((token) => token !== void 0 && token.trim() !== "");
}

// packages/runtime/src/masking/secret-forms.ts
const SHORTEST_LINE = 6;
const SHORTEST_PART = 16;
function secretForms(secret) {
	const trimmed = secret.trim();
	const lines = trimmed.split(/\r?\n/).map((line) => line.trim());
	const inner = lines.length === 1 ? [] : lines.filter((line) => !isFrame(line));
	return [
		...lines.length === 1 ? [secret, trimmed] : inner,
		...tokenParts(trimmed),
		...[secret, trimmed].flatMap((text) => {
			const bytes = Buffer.from(text, "utf8");
			const base64 = bytes.toString("base64");
			return [
				base64,
				base64.replace(/=+$/, ""),
				bytes.toString("base64url"),
				encodeURIComponent(text.toWellFormed())
			];
		})
	];
}
function isFrame(line) {
	return line.length < SHORTEST_LINE || /^-----(BEGIN|END) [A-Z0-9 ]+-----$/.test(line);
}
function tokenParts(text) {
	const parts = text.split(".");
	if (!(parts.length === 3 && parts.every((part) => /^[\w-]+$/.test(part)))) return [];
	const [header, payload] = parts;
	return [`${header}.${payload}`, ...parts].filter((part) => part.length >= SHORTEST_PART);
}

// packages/runtime/src/masking/secret-filter.ts
const MASK = "***";
const SHORTEST_FORM = 6;
const VOCABULARY = /* @__PURE__ */ new Set([
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
	const forms = /* @__PURE__ */ new Set();
	let pattern;
	const text = (given) => pattern === void 0 ? given : given.replace(pattern, MASK);
	return {
		add(secret) {
			for (const form of secretForms(secret)) if (form.length >= SHORTEST_FORM) forms.add(form);
			if (forms.size === 0) return;
			const longestFirst = [...forms].sort((a, b) => b.length - a.length);
			pattern = new RegExp(longestFirst.map(literal).join("|"), "g");
		},
		text,
		report: (report) => pattern === void 0 ? report : mapTexts(report, text),
		logger: (logger) => ({
			...createLogger((level, message) => logger[level](text(message))),
			group: (title, work) => logger.group(text(title), work)
		})
	};
}
function literal(text) {
	return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
function mapTexts(value, change, field = "") {
	if (typeof value === "string") return VOCABULARY.has(field) ? value : change(value);
	if (Array.isArray(value)) return value.map((entry) => mapTexts(entry, change, field));
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, mapTexts(entry, change, name)]));
}

// packages/runtime/src/prepare/parse-value.ts
function parseValue(spec, raw, { root, fromConfig = false }) {
	switch (spec.type) {
		case "string":
			if (typeof raw !== "string") return wrong(spec, raw, "must be text");
			return raw.trim() === "" && spec.allowEmpty !== true ? wrong(spec, raw, "must not be empty") : { value: raw };
		case "path": return parsePath(spec, raw, spec.outside === true && !fromConfig ? void 0 : root);
		case "boolean": return parseBoolean(spec, raw);
		case "integer": return parseInteger(spec, raw);
		case "choice": {
			const text = typeof raw === "string" ? raw.trim() : raw;
			return typeof text === "string" && spec.choices.includes(text) ? { value: text } : wrong(spec, text, allowed(text, spec.choices));
		}
		case "list": return parseList(spec, raw);
	}
}
function splitList(text) {
	const items = [];
	let item = "";
	let depth = 0;
	for (const character of text) {
		if (character === "{") depth += 1;
		else if (character === "}") depth = Math.max(0, depth - 1);
		if (character === "\n" || character === "," && depth === 0) {
			items.push(item);
			item = "";
			depth = 0;
		} else item += character;
	}
	return [...items, item].map((part) => part.trim()).filter((part) => part !== "");
}
function parsePath(spec, raw, root) {
	if (typeof raw !== "string") return wrong(spec, raw, "must be a path");
	if (raw.trim() === "") return wrong(spec, raw, "must not be empty");
	if (raw.includes("\0")) return { problem: "has a NUL character; a path must not" };
	if (root !== void 0 && !isInside(root, resolve(root, raw))) return wrong(spec, raw, "must not lead out of the working directory");
	return { value: raw };
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
function parseBoolean(spec, raw) {
	if (typeof raw === "boolean") return { value: raw };
	const text = typeof raw === "string" ? raw.trim() : "";
	if (TRUE.includes(text)) return { value: true };
	if (FALSE.includes(text)) return { value: false };
	return wrong(spec, raw, "must be true or false (or yes, no)");
}
function parseInteger(spec, raw) {
	const text = typeof raw === "number" ? String(raw) : typeof raw === "string" ? raw.trim() : "";
	const value = /^-?\d{1,15}$/.test(text) ? Number(text) : NaN;
	return value >= spec.minimum && value <= spec.maximum ? { value } : wrong(spec, raw, `must be a whole number from ${spec.minimum} to ${spec.maximum}`);
}
function parseList(spec, raw) {
	const items = typeof raw === "string" ? splitList(raw) : raw;
	if (!Array.isArray(items) || !items.every((item) => typeof item === "string")) return wrong(spec, raw, "must be a list of texts");
	const { choices } = spec;
	if (choices === void 0) return { value: items };
	const unknown = items.filter((item) => !choices.includes(item));
	return unknown.length === 0 ? { value: [...new Set(items)] } : { problem: unknown.map((item) => `${found(spec, item)}; each ${allowed(item, choices)}`).join(" ") };
}
function wrong(spec, raw, rule) {
	return { problem: `${found(spec, raw)}; it ${rule}` };
}
function found(spec, raw) {
	if (spec.secret === true) return "has a wrong value (not shown, for it is a secret)";
	const text = typeof raw === "string" ? raw : JSON.stringify(raw) ?? String(raw);
	const line = JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text);
	return spec.type === "list" ? `holds ${line}` : `is ${line}`;
}
function allowed(raw, choices) {
	const near = typeof raw === "string" ? nearest(raw, choices) : void 0;
	const rule = `must be one of ${choices.join(", ")}`;
	return near === void 0 ? rule : `${rule}; did you mean "${near}"?`;
}

// packages/runtime/src/prepare/resolve.ts
function resolveInputs(specs, origins) {
	const problems = unknownInputs(specs, origins);
	const values = {};
	const sources = {};
	for (const [name, spec] of Object.entries(specs)) {
		const given = findValue(name, spec, origins);
		sources[name] = given.source;
		if (given.raw === void 0) {
			const value = "default" in spec ? spec.default : void 0;
			if (spec.required === true && isEmpty(value)) problems.push(missing(name, spec, origins.host));
			else values[name] = value;
			continue;
		}
		const parsed = parseValue(spec, given.raw, {
			root: origins.root,
			fromConfig: given.source.from === "config"
		});
		if ("problem" in parsed) problems.push(`${label(name, spec, given.source, origins.host)} ${parsed.problem}`);
		else if (spec.required === true && isEmpty(parsed.value)) problems.push(missing(name, spec, origins.host));
		else values[name] = parsed.value;
	}
	if (problems.length > 0) throw inputError(problems);
	return {
		values,
		sources
	};
}
function inputError(problems, places = /* @__PURE__ */ new Map()) {
	const [first] = problems;
	return problems.length === 1 && first !== void 0 ? new UsageError(first, { places }) : new UsageError(`${problems.length} inputs are wrong`, {
		problems,
		places
	});
}
function findValue(name, spec, origins) {
	const byDefault = { from: "default" };
	if (!isOf(spec, origins.host)) return { source: byDefault };
	const explicit = Object.hasOwn(origins.explicit, name) ? origins.explicit[name] : void 0;
	if (explicit !== void 0 && !(explicit === "" && origins.host === "action")) return {
		raw: explicit,
		source: { from: "input" }
	};
	const variable = spec.environment === void 0 ? "" : origins.environment[spec.environment];
	if (variable !== void 0 && variable !== "") return {
		raw: variable,
		source: {
			from: "environment",
			detail: spec.environment
		}
	};
	const configured = spec.configKey === void 0 ? void 0 : origins.config.value(spec.configKey);
	if (spec.configKey !== void 0 && configured !== void 0 && configured !== null) return {
		raw: configured,
		source: {
			from: "config",
			detail: placeOf(spec.configKey, origins.config)
		}
	};
	return { source: byDefault };
}
function placeOf(key, config) {
	const place = config.place(key);
	return place === void 0 ? config.path : formatPlace(place);
}
function unknownInputs(specs, { explicit, host }) {
	const names = Object.keys(specs).filter((name) => isOf(specs[name], host));
	return Object.keys(explicit).filter((name) => explicit[name] !== void 0 && !names.includes(name)).map((name) => `There is no input \`${name}\`${suggestion(name, names)}`);
}
function isOf(spec, host) {
	return spec?.host === void 0 || spec.host === host;
}
function label(name, spec, source, host) {
	if (source.from === "environment") return `The variable ${source.detail} (input \`${name}\`)`;
	if (source.from === "config") return `${source.detail}: \`${spec.configKey ?? name}\``;
	return shown(name, host);
}
function shown(name, host) {
	return host === "cli" ? `\`--${name}\`` : `\`${name}\``;
}
function missing(name, spec, host) {
	const ways = [
		host === "cli" ? shown(name, host) : `the input ${shown(name, host)}`,
		...spec.environment === void 0 ? [] : [`the variable ${spec.environment}`],
		...spec.configKey === void 0 ? [] : [`\`${spec.configKey}\` in the config file`]
	];
	return `${shown(name, host)} is required: give ${ways.join(" or ")}. ${spec.description}`;
}
function isEmpty(value) {
	return value === void 0 || value === "" || Array.isArray(value) && value.length === 0;
}

// packages/runtime/src/write/write-files.ts
async function writeArtifacts(artifacts, root, documents) {
	const written = [];
	for (const { name, destination, bytes } of artifacts) {
		const place = destination === void 0 ? documents : {
			folder: root,
			file: destination
		};
		if (place === void 0) continue;
		written.push({
			name,
			path: await writeInside(place.folder, place.file ?? name, bytes)
		});
	}
	return written;
}
async function writeInside(folder, name, content) {
	const path = resolve(folder, name);
	if (isAbsolute(name) || path === resolve(folder) || !isInside(resolve(folder), path)) throw new InternalError(`A document is named ${JSON.stringify(name)}, which leads out of its folder`);
	try {
		makeFolder(dirname(path));
		const [top, real] = [folder, dirname(path)].map((each) => realpathSync.native(each));
		if (top === void 0 || real === void 0 || !isInside(top, real)) throw new ExternalError(`${name} was not written: a symbolic link leads its folder out of ${folder}`);
		if (relative(top, real).split(sep).some((part) => part.toLowerCase() === ".git")) throw new ExternalError(`${name} was not written: its folder belongs to git`);
		replaceFile(path, content);
		return path;
	} catch (cause) {
		if (cause instanceof ExternalError) throw cause;
		throw new ExternalError(`${path} could not be written: ${cause instanceof Error ? cause.message : cause}`, {
			hint: "Check that the folder may be written to and that the disk is not full.",
			cause
		});
	}
}
function makeFolder(folder) {
	if (isFolder(folder)) return;
	const parent = dirname(folder);
	if (parent !== folder && !isFolder(parent)) makeFolder(parent);
	try {
		mkdirSync(folder);
	} catch (cause) {
		if (!isFolder(folder)) throw cause;
	}
}
function isFolder(path) {
	try {
		return statSync(path).isDirectory();
	} catch {
		return false;
	}
}
function replaceFile(path, content) {
	const temporary = join(dirname(path), `.assay-${randomBytes(8).toString("hex")}.tmp`);
	try {
		const file = openSync(temporary, "wx");
		try {
			writeFileSync(file, content);
		} finally {
			closeSync(file);
		}
		renameSync(temporary, path);
	} catch (cause) {
		rmSync(temporary, { force: true });
		throw cause;
	}
}

// packages/runtime/src/write/product-sink.ts
function productSink(root) {
	const written = [];
	return {
		written,
		async write({ path, mediaType, bytes }) {
			await writeInside(root, path, bytes);
			const sha256 = createHash("sha256").update(bytes).digest("hex");
			written.push({
				name: path,
				mediaType,
				sha256,
				size: bytes.byteLength
			});
		}
	};
}

// packages/runtime/src/parts/titled-result.ts
function titled(result, { label }) {
	return {
		...result,
		title: result.title ?? label
	};
}
function distinctResults(results) {
	return results.filter(({ check, findings }, index) => results.findIndex((other) => other.check === check && other.findings === findings) === index);
}

// packages/runtime/src/parts/run-parts.ts
async function runWithParts(command, inputs, surroundings) {
	const parts = await command.parts?.(inputs) ?? [];
	const quiet = parts.length > 1;
	const runs = await Promise.all([attempt(command, surroundings, () => inputs), ...parts.map((part) => {
		const { context } = surroundings;
		const inPart = quiet ? {
			...context,
			logger: prefixed(context.logger, part.name),
			progress: silentProgress
		} : context;
		return attempt(part, {
			...surroundings,
			context: inPart
		}, () => partInputs(part, surroundings));
	})]);
	return {
		results: distinctResults(runs.flatMap((run) => run.results)),
		acts: runs.flatMap((run) => run.acts),
		products: runs.flatMap((run) => run.products),
		failures: runs.flatMap((run) => run.failures),
		outputs: Object.assign({}, ...runs.map((run) => run.outputs)),
		rules: Object.assign({}, ...runs.map((run) => run.rules))
	};
}
function partInputs(part, { config, host, context }) {
	const { environment, root } = context;
	return resolveInputs(part.inputs, {
		explicit: {},
		environment,
		config,
		host,
		root
	}).values;
}
async function attempt(command, { context, config, hide, httpFor }, inputs) {
	const products = productSink(context.root);
	try {
		const values = inputs();
		for (const secret of secretsIn(command.inputs, values, context.environment)) hide(secret);
		const hosts = command.hosts?.(values, context) ?? [];
		context.logger.debug(`Begins; may reach ${hosts.length === 0 ? "no host" : hosts.join(", ")}`);
		const http = httpFor(hosts);
		const given = await command.run({
			...context,
			http,
			config,
			products,
			mask: hide
		}, values);
		const results = given.results.map((result) => titled(result, command));
		const acts = (given.acts ?? []).map((act) => ({
			...act,
			title: command.label
		}));
		for (const { title, findings, coverage } of results) {
			const { summary, skipped } = coverage;
			context.logger.debug(`${title}: ${summary}; ${findings.length} found, ${skipped.length} skipped`);
		}
		const outputs = Object.entries(given.outputs).filter(([, value]) => value !== void 0);
		return {
			results,
			acts,
			products: products.written,
			failures: [],
			outputs: Object.fromEntries(outputs),
			rules: command.rules
		};
	} catch (thrown) {
		const error = context.signal.aborted ? stopped(thrown) : asKnownError(thrown);
		const failure = {
			check: command.name,
			title: command.label,
			error: quoteProblems(error, config)
		};
		return {
			results: [],
			acts: [],
			products: products.written,
			failures: [failure],
			outputs: {},
			rules: command.rules
		};
	}
}
function stopped(cause) {
	return new ExternalError("The run was stopped before it was done", { cause });
}
function prefixed(logger, name) {
	return createLogger((level, message) => logger[level](`${name}: ${message}`));
}

// packages/runtime/src/parts/run-twice.ts
function writtenOf(first, second) {
	if (second === void 0) return first;
	const names = new Set(first.results.flatMap(({ artifacts }) => artifacts.map(({ name }) => name)));
	const more = second.results.map((result) => ({
		...result,
		artifacts: result.artifacts.filter(({ name }) => !names.has(name))
	}));
	return {
		...first,
		results: [...first.results, ...more.filter(({ artifacts }) => artifacts.length > 0)],
		failures: [...first.failures, ...second.failures],
		outputs: {
			...second.outputs,
			...first.outputs
		}
	};
}

// packages/runtime/src/prepare/report-directory.ts
async function reportDirectory(given, source, { cwd, root }) {
	const isConfigured = source?.from === "config";
	const directory = resolve(isConfigured ? root : cwd, given);
	const fault = isConfigured && !isInside(root, directory) ? "it must not lead out of the working directory" : await writeFault(root, directory);
	if (fault === void 0) return directory;
	const what = isConfigured ? `${source.detail ?? "The config file"}: \`report.directory\`` : "`report-directory`";
	throw new UsageError(`${what} is ${JSON.stringify(given)}; ${fault}`, { hint: "Give a folder without links with `report-directory`, such as one outside of the checkout." });
}
async function writeFault(root, directory) {
	const checkout = await enclosingCheckout(root);
	return faultBelow(checkout, await realParts(checkout, directory));
}
async function realParts(checkout, directory) {
	let parts;
	for (let above = directory;; above = dirname(above)) {
		const real = await realpath(above).catch(() => void 0);
		if (real !== void 0 && isInside(checkout, real)) parts = [relative(checkout, real), relative(above, directory)].flatMap((way) => way.split(sep).filter(Boolean));
		if (dirname(above) === above) return parts;
	}
}
async function faultBelow(checkout, parts) {
	let at = checkout;
	for (const part of parts ?? []) {
		at = join(at, part);
		if (part.toLowerCase() === ".git") return "it must not lie in git's own folder";
		const status = await lstat(at).catch(() => void 0);
		if (status === void 0) return void 0;
		if (status.isSymbolicLink()) return `${relative(checkout, at)} is a symbolic link, and nothing is written through links of the checkout`;
	}
}

// packages/runtime/src/prepare/document-place.ts
async function documentPlace({ documents }, { inputs, reports, fallback, cwd, root }) {
	if (documents === void 0) return reports === void 0 ? void 0 : { folder: reports };
	const output = inputs[documents.output];
	if (output === "-") return void 0;
	if (typeof output !== "string") {
		const folder = reports ?? fallback;
		return folder === void 0 ? void 0 : { folder };
	}
	const path = resolve(cwd, output);
	const formats = inputs[documents.formats];
	const isFolder = !(Array.isArray(formats) && new Set(formats).size === 1) || /[/\\]$/.test(output) || await isDirectory(path);
	const folder = isFolder ? path : dirname(path);
	const fault = await writeFault(root, folder);
	if (fault !== void 0) throw new UsageError(`\`${documents.output}\` is ${JSON.stringify(output)}; ${fault}`, { hint: "Give a file or folder without links on the way, such as one outside of the checkout." });
	return isFolder ? { folder } : {
		folder,
		file: basename(path)
	};
}
const STDOUT = "-";
function isDirectory(path) {
	return stat(path).then((status) => status.isDirectory(), () => false);
}

// packages/runtime/src/config/load.ts
const MAX_CONFIG_BYTES = 1048576;
async function loadConfig(files, named, loadSections) {
	const found = await findConfig(files, named);
	return found === void 0 ? NO_CONFIG : readConfig(found, loadSections);
}
async function readConfig({ path, bytes }, loadSections) {
	const [{ parseConfig }, sections] = await Promise.all([import("./runtime-config-parse-config.js"), loadSections()]);
	return parseConfig(path, decode(path, bytes), sections);
}
async function findConfig(files, named) {
	if (named !== void 0) {
		const bytes = await files.read(named, {
			named: true,
			maxBytes: MAX_CONFIG_BYTES
		});
		if (bytes !== void 0) return {
			path: named,
			bytes
		};
		throw new UsageError(`The config file ${named} does not exist`, { hint: `Check \`config\`: it is relative to \`working-directory\`. Without it, ${CONFIG_PATHS.join(" or ")} is read.` });
	}
	const found = [];
	for (const path of CONFIG_PATHS) {
		const bytes = await files.read(path, { maxBytes: MAX_CONFIG_BYTES });
		if (bytes !== void 0) found.push({
			path,
			bytes
		});
	}
	if (found.length > 1) throw new UsageError(`There are two config files: ${CONFIG_PATHS.join(" and ")}`, { hint: "Put all settings into one of them and delete the other, or name the one to read with `config`." });
	return found[0];
}
function decode(path, bytes) {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch (cause) {
		throw new UsageError(`${path} is not UTF-8 text`, {
			hint: "Save it as UTF-8.",
			cause
		});
	}
}

// packages/runtime/src/prepare/prepare-run.ts
function inputsOf({ kind, inputs }) {
	return {
		...kind === "act" ? ACT_INPUTS : COMMON_INPUTS,
		...inputs
	};
}
async function openRun(options) {
	const cwd = resolve(options.cwd ?? ".");
	const explicit = given(options.explicit, () => true);
	const { "working-directory": place, config } = COMMON_INPUTS;
	const early = earlyInputs({ "working-directory": place }, {
		...options,
		explicit
	}, cwd);
	const folder = resolve(cwd, early["working-directory"]);
	const workspace = await openWorkspace(folder);
	const { config: configPath } = earlyInputs({ config }, {
		...options,
		explicit
	}, workspace.root);
	return {
		workspace,
		folder,
		cwd,
		explicit,
		configPath
	};
}
async function prepareWith(files, { workspace, cwd, explicit, configPath }, options) {
	const { environment, host, loadSections } = options;
	const { root } = workspace;
	const specs = inputsOf(options.command);
	let config;
	try {
		config = await loadConfig(files, configPath, loadSections);
	} catch (error) {
		const named = Object.entries(specs).filter(([name]) => Object.hasOwn(explicit, name));
		throw withProblems(error, problemsOf(() => earlyInputs(Object.fromEntries(named), {
			...options,
			explicit
		}, root)));
	}
	const { values, sources } = quoting(config, () => resolveInputs(specs, {
		explicit,
		environment,
		config,
		host,
		root
	}));
	const inputs = values;
	const { rule = [] } = inputs;
	if (rule.length > 0) {
		const problems = optionProblems(rule, knownRules(await loadSections()));
		if (problems.length > 0) throw inputError(problems);
	}
	return {
		workspace,
		config,
		inputs,
		sources,
		cwd
	};
}
async function prepareRun(options) {
	const opened = await openRun(options);
	return prepareWith(workTreeFiles(opened.workspace), opened, options);
}
function earlyInputs(specs, { explicit, environment, host }, root) {
	const named = given(explicit, (name) => Object.hasOwn(specs, name));
	return resolveInputs(specs, {
		explicit: named,
		environment,
		config: NO_CONFIG,
		host,
		root
	}).values;
}
function given(explicit, keep) {
	return Object.fromEntries(Object.entries(explicit).filter(([name, value]) => value !== void 0 && keep(name)));
}
function problemsOf(work) {
	try {
		work();
		return [];
	} catch (error) {
		if (error instanceof UsageError) return linesOf$1(error);
		throw error;
	}
}
function withProblems(error, problems) {
	if (!(error instanceof UsageError)) return error;
	const lines = linesOf$1(error);
	const others = problems.filter((problem) => !lines.includes(problem));
	return others.length === 0 ? error : inputError([...lines, ...others], error.places);
}
function linesOf$1(error) {
	return error.problems.length > 0 ? error.problems : [error.message];
}

// packages/runtime/src/settings/base-files.ts
function baseFiles({ repo, commit }, { checkout, folder }, elsewhere) {
	return {
		from: "base",
		commit,
		addedMarksCount: false,
		async read(path, { named = false, maxBytes = MAX_FILE_BYTES$1 } = {}) {
			const full = resolve(folder, path);
			if (!named && !isInside(folder, full)) throw new UsageError(`The path ${path} leads out of the working directory`);
			const place = await checkout.place(full);
			if (place === void 0) return elsewhere.read(path, {
				named,
				maxBytes
			});
			return followedFileAt(repo, commit, place, maxBytes);
		}
	};
}

// packages/runtime/src/settings/loosened/values.ts
const MAX_SHOWN = 80;
const MAX_ITEMS = 5;
function sameValue(a, b) {
	return canonical(a) === canonical(b);
}
function itemsMissing(items, from) {
	const left = /* @__PURE__ */ new Map();
	for (const item of from) left.set(canonical(item), (left.get(canonical(item)) ?? 0) + 1);
	return items.filter((item) => {
		const amount = left.get(canonical(item)) ?? 0;
		left.set(canonical(item), amount - 1);
		return amount <= 0;
	});
}
function show(value) {
	if (value === void 0 || value === null) return "nothing";
	if (Array.isArray(value)) return value.length === 0 ? "an empty list" : showItems(value);
	if (isRecord(value)) {
		const entries = Object.entries(value).filter(([, part]) => part !== void 0);
		return clip(entries.map(([key, part]) => `${key}: ${show(part)}`).join(", "), MAX_SHOWN);
	}
	return clip(String(value).replace(/\s+/g, " "), MAX_SHOWN);
}
function showItems(items) {
	const more = items.length - MAX_ITEMS;
	return `${items.slice(0, MAX_ITEMS).map((item) => isRecord(item) ? `(${show(item)})` : show(item)).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
function canonical(value) {
	return JSON.stringify(value, (_, part) => isRecord(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => a < b ? -1 : 1)) : part) ?? "undefined";
}

// packages/runtime/src/settings/loosened/direction.ts
function loosenedBy(key, before, after, loosening) {
	if (loosening === "none" || sameValue(before, after)) return void 0;
	const changed = {
		before: show(before),
		after: show(after),
		what: `\`${key}\` changes from ${show(before)} to ${show(after)}`
	};
	if (loosening === "added" || loosening === "removed") {
		const [old, now] = [listOf(before), listOf(after)];
		if (old === void 0 || now === void 0 || loosening === "removed" && before === void 0) return changed;
		const gone = loosening === "added" ? itemsMissing(now, old) : itemsMissing(old, now);
		if (gone.length === 0) return void 0;
		const verb = loosening === "added" ? "gains" : "loses";
		return {
			...changed,
			what: `\`${key}\` ${verb} ${showItems(gone)}`
		};
	}
	if (loosening === "lower") return typeof before === "number" && typeof after === "number" && after > before ? void 0 : changed;
	if (loosening === "off") return after === true ? void 0 : changed;
	if (loosening === "any") return changed;
	const [from, to] = [before, after].map((value) => loosening.toward.indexOf(String(value)));
	return from !== void 0 && to !== void 0 && to >= 0 && to < from ? void 0 : changed;
}
function listOf(value) {
	if (value === void 0 || value === null) return [];
	return Array.isArray(value) ? value : void 0;
}

// packages/runtime/src/settings/loosened/compare-config.ts
const CORE = {
	version: "none",
	suppressions: "added",
	"settings.loosening": { toward: ["block", "report"] }
};
function compareConfigs(before, after, sections) {
	const knowledge = knowledgeOf(sections);
	const keys = new Set([before, after].flatMap(leaves));
	const differences = [];
	for (const key of [...keys].sort()) {
		if (/^rules(?:\.|$)/.test(key) || key === "baseline") continue;
		const { loosening, fallback, secret } = knowledge(key);
		const [old, now] = [before, after].map((config) => config.value(key) ?? fallback);
		const found = loosenedBy(key, old, now, loosening);
		if (found === void 0) continue;
		differences.push(secret ? {
			key,
			...HIDDEN,
			what: `\`${key}\` changes`
		} : {
			key,
			...found
		});
	}
	return [...differences, ...compareRules(before, after, sections)];
}
const HIDDEN = {
	before: "(a secret)",
	after: "(a secret)"
};
function leaves(config) {
	const found = [];
	const walk = (value, path) => {
		if (isRecord(value) && !Object.keys(value).some((key) => key.includes("."))) for (const [key, part] of Object.entries(value)) walk(part, [...path, key]);
		else if (path.length > 0) found.push(path.join("."));
	};
	walk(config.value(""), []);
	return found;
}
function knowledgeOf(sections) {
	const specs = /* @__PURE__ */ new Map();
	const inputs = [
		COMMON_INPUTS,
		ACTION_INPUTS,
		...sections.map((section) => section.inputs ?? {})
	];
	for (const spec of inputs.flatMap((each) => Object.values(each))) if (spec.configKey !== void 0) specs.set(spec.configKey, spec);
	const own = new Map(Object.entries(CORE));
	for (const { key, loosened = {} } of sections) for (const [name, loosening] of Object.entries(loosened)) own.set(`${key}.${name}`, loosening);
	const checks = sections.filter(({ check }) => check === true).map(({ key }) => key);
	return (key) => {
		if (key === "checks") return {
			loosening: "removed",
			fallback: checks,
			secret: false
		};
		const spec = specs.get(key);
		return {
			loosening: own.get(key) ?? spec?.loosened ?? "any",
			fallback: spec !== void 0 && "default" in spec ? spec.default : void 0,
			secret: spec?.secret === true
		};
	};
}
function compareRules(before, after, sections) {
	const [old, now] = [before, after].map((config) => config.section("rules") ?? {});
	if (old === void 0 || now === void 0) return [];
	const { rules } = knownRules(sections);
	const toward = [...SEVERITIES, "off"];
	return [.../* @__PURE__ */ new Set([...Object.keys(old), ...Object.keys(now)])].sort().flatMap((key) => {
		const found = rulesOf(key, rules).flatMap((id) => {
			const { aliases, severity } = rules[id] ?? {};
			const [was, is] = [old, now].map((levels) => levelOf(levels, id, aliases) ?? severity);
			return loosenedBy(`rules.${key}`, was, is, { toward }) ?? [];
		});
		return found[0] === void 0 ? [] : [{
			key: `rules.${key}`,
			...found[0]
		}];
	});
}

// packages/runtime/src/settings/merged-files.ts
function mergedFiles(own, before, base) {
	return {
		...own,
		async read(path, options) {
			const bytes = await own.read(path, options);
			const old = await before.read(path, options).catch(() => "unreadable");
			return old !== "unreadable" && sameBytes(bytes, old) ? base.read(path, options) : bytes;
		}
	};
}
function sameBytes(a, b) {
	if (a === void 0 || b === void 0) return a === b;
	return Buffer.compare(a, b) === 0;
}

// packages/runtime/src/settings/loosened/compare-files.ts
function compareBaselines(before, after) {
	const key = "baseline";
	const size = (baseline) => baseline === void 0 ? "nothing" : plural(baseline.entries.size, "finding");
	let added = 0;
	let renewed = 0;
	for (const { fingerprint, check, acceptedAt } of after?.entries.values() ?? []) {
		const known = before?.entries.get(fingerprint);
		if (known?.check !== check) added += 1;
		else if (Date.parse(acceptedAt) > Date.parse(known.acceptedAt)) renewed += 1;
	}
	const parts = [...added > 0 ? [`accepts ${plural(added, "finding")} more`] : [], ...renewed > 0 ? [`accepts ${plural(renewed, "finding")} again, from a later day on`] : []];
	if (parts.length === 0) return [];
	return [{
		key,
		before: size(before),
		after: size(after),
		what: `\`baseline\` ${parts.join(" and ")}`
	}];
}
function compareFiles({ path: key, loosened }, before, after) {
	const [old, now] = [linesOf(before), linesOf(after)];
	if (old === void 0 && now === void 0) return [];
	const texts = {
		before: size(old),
		after: size(now)
	};
	if (loosened === "added") {
		const gained = itemsMissing(now ?? [], old ?? []).length;
		if (gained === 0) return [];
		return [{
			key,
			...texts,
			what: `\`${key}\` gains ${plural(gained, "line")}`
		}];
	}
	if (sameBytes(before, after)) return [];
	const verb = old === void 0 ? "is new" : now === void 0 ? "is deleted" : "changes";
	return [{
		key,
		...texts,
		what: `\`${key}\` ${verb}`
	}];
}
function size(lines) {
	return lines === void 0 ? "nothing" : plural(lines.length, "line");
}
function linesOf(bytes) {
	if (bytes === void 0) return void 0;
	return Buffer.from(bytes).toString("utf8").split("\n").map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}

// packages/runtime/src/settings/loosened/review.ts
async function reviewChange(before, own, options, { commit, branch }) {
	const mode = before.config.value("settings.loosening");
	const configs = before.config.path !== void 0 || own.config.path !== void 0 ? compareConfigs(before.config, own.config, await options.loadSections()) : [];
	return {
		mode: mode ?? "report",
		base: `${branch ?? "the base branch"} at ${commit.slice(0, 10)}`,
		loosened: [
			...configs,
			...compareBaselines(before.baseline, own.baseline),
			...await otherFiles(before, own, options)
		]
	};
}
async function otherFiles(before, own, options) {
	const commands = /* @__PURE__ */ new Map();
	for (const { inputs } of [before, own]) {
		const parts = await options.command.parts?.(inputs) ?? [];
		for (const command of [options.command, ...parts]) commands.set(command.name, command);
	}
	const found = [];
	for (const command of commands.values()) {
		for (const declared of command.settingsFiles ?? []) {
			const variable = declared.environment && options.environment[declared.environment];
			const file = variable ? {
				...declared,
				path: variable
			} : declared;
			const named = file !== declared;
			const texts = [await before.files.read(file.path, { named }), await own.files.read(file.path, { named })];
			found.push(...compareFiles(file, ...texts));
		}
		const [old, now] = [before, own].map((judgement) => namedFiles(command, judgement, options));
		for (const [name, path] of Object.entries(now ?? {})) {
			const file = {
				path,
				loosened: "any"
			};
			const was = old?.[name];
			const texts = [was === void 0 ? void 0 : await before.files.read(was, { named: true }), await own.files.read(path, { named: true })];
			found.push(...compareFiles(file, ...texts));
		}
	}
	return found;
}
function namedFiles(command, { config, workspace }, { command: whole, explicit, environment, host }) {
	const specs = Object.fromEntries(Object.entries(inputsOf(command)).filter(([, spec]) => spec.type === "path" && spec.decides === true));
	const given = Object.entries(command === whole ? explicit : {});
	const { values } = resolveInputs(specs, {
		explicit: Object.fromEntries(given.filter(([name]) => Object.hasOwn(specs, name))),
		environment,
		config,
		host,
		root: workspace.root
	});
	const paths = Object.entries(values).filter(([, path]) => typeof path === "string");
	return Object.fromEntries(paths);
}

// packages/runtime/src/settings/traced-files.ts
function traced(files, { checkout, folder }) {
	const reads = /* @__PURE__ */ new Map();
	return {
		...files,
		reads,
		async read(path, options = {}) {
			const bytes = await files.read(path, options);
			const { named = false, decides = true } = options;
			if (!decides) return bytes;
			const isElsewhere = named && await checkout.place(resolve(folder, path)) === void 0;
			reads.set(path, {
				path,
				named,
				bytes,
				from: isElsewhere ? "input" : files.from
			});
			return bytes;
		}
	};
}

// packages/runtime/src/settings/choose-settings.ts
async function chooseSettings(opened, options) {
	const { root } = opened.workspace;
	const workTree = workTreeFiles(opened.workspace);
	const { folder } = opened;
	const around = {
		folder,
		checkout: await checkoutAround(root)
	};
	const own = await judgementBy(workTree, around, opened, options);
	const origin = originOf$2(options.event);
	if (origin.kind === "trusted") return { judgement: own };
	const link = await linkOut(folder);
	if (link !== void 0) throw new UsageError(`The symbolic link ${link} leads out of the checkout`, { hint: "Name the folder that is to be looked at with `working-directory`: a change may have brought the link." });
	const isOutside = origin.kind === "outside-change";
	let base;
	try {
		const { openBase } = await import("./runtime-settings-open-base.js");
		const { top } = around.checkout;
		base = await openBase(origin.base, {
			...options,
			root: top,
			offline: own.inputs.offline
		});
	} catch (cause) {
		if (isOutside || !(cause instanceof ExternalError)) throw cause;
		return {
			judgement: own,
			review: {
				mode: "report",
				loosened: [],
				unreadable: cause.message
			}
		};
	}
	const head = await headOf(base);
	const ofBase = {
		folder,
		checkout: await contentOf(base, head.commit, root)
	};
	const files = baseFiles(base, ofBase, workTree);
	const branchedOff = baseFiles({
		...base,
		commit: head.branchedOff
	}, ofBase, workTree);
	const merged = async () => head.branchedOff === base.commit ? own : judgementBy(mergedFiles(workTree, branchedOff, files), around, opened, options);
	if (isOutside) {
		const judgement = await judgementBy(files, ofBase, opened, options).catch((cause) => Promise.reject(onBase(cause, base)));
		const after = await merged();
		return {
			judgement,
			own: after,
			review: await reviewChange(judgement, after, options, base)
		};
	}
	try {
		const before = await judgementBy(files, ofBase, opened, options, true);
		return {
			judgement: own,
			review: await reviewChange(before, await merged(), options, base)
		};
	} catch (cause) {
		const { message, kind } = asKnownError(onBase(cause, base));
		if (kind === "internal") throw cause;
		return {
			judgement: own,
			review: {
				mode: "report",
				loosened: [],
				unreadable: message
			}
		};
	}
}
async function headOf({ repo, commit }) {
	const { findCommit, mergeBase } = await import("./git2.js");
	const head = await findCommit(repo, "HEAD");
	return {
		commit: head,
		branchedOff: (head === void 0 ? void 0 : await mergeBase(repo, commit, head)) ?? commit
	};
}
async function contentOf({ repo, commit }, head, root) {
	const { isInTree } = await import("./git2.js");
	return checkoutAround(root, async (path) => {
		for (const each of [commit, head]) if (each !== void 0 && await isInTree(repo, each, path)) return true;
		return false;
	});
}
async function judgementBy(files, around, opened, options, isBefore = false) {
	const from = traced(files, around);
	const lacks = async (path, named) => isBefore && path !== void 0 && await files.read(path, { named }) === void 0;
	const { configPath, ...rest } = opened;
	const isConfigNew = await lacks(configPath, true);
	const prepared = await prepareWith(from, {
		...rest,
		configPath: isConfigNew ? void 0 : configPath
	}, options);
	const { baseline: path } = prepared.inputs;
	const named = prepared.sources["baseline"]?.from !== "config";
	const baseline = await lacks(path, named) ? void 0 : await readBaseline(from, path, named);
	return {
		...prepared,
		config: placedAt(prepared.config, files.commit),
		files: from,
		baseline
	};
}
function placedAt(config, commit) {
	if (commit === void 0) return config;
	return {
		...config,
		place(key) {
			const place = config.place(key);
			return place === void 0 ? void 0 : {
				...place,
				commit
			};
		}
	};
}
function onBase(cause, { commit, branch }) {
	if (!(cause instanceof UsageError)) return cause;
	const where = `${branch ?? "the base branch"} at ${commit.slice(0, 10)}`;
	return new UsageError(`${cause.message} (read from ${where})`, {
		problems: cause.problems,
		...cause.hint !== void 0 && { hint: cause.hint },
		cause
	});
}

// packages/runtime/src/settings/report-settings.ts
function reportSettings({ judgement, own, review }, isOwnJudged) {
	const ownSources = own === void 0 || !isOwnJudged ? [] : sourcesOf(own).filter(({ from }) => from !== "input");
	return {
		sources: [...sourcesOf(judgement), ...ownSources.map((source) => ({
			...source,
			judgement: "own"
		}))],
		loosened: (review?.loosened ?? []).map(({ key, before, after }) => ({
			key,
			before,
			after
		}))
	};
}
function settingsNotices({ own, review }, isOwnJudged) {
	if (own === void 0 || review?.base === void 0) return [];
	const twice = isOwnJudged ? ", and a second time by those that it brings: what either blocks, blocks" : "";
	return [`The change comes from outside: it was judged by the settings of ${review.base}${twice}.`];
}
async function bringsOther({ judgement, own }) {
	if (own === void 0) return false;
	const config = (of) => of.files.reads.get(of.config.path ?? "")?.bytes;
	const baseline = (of) => of.files.reads.get(of.inputs.baseline ?? "")?.bytes;
	if (!sameBytes(config(judgement), config(own))) return true;
	if (!sameBytes(baseline(judgement), baseline(own))) return true;
	const settled = new Set([judgement, own].flatMap((of) => [of.config.path, of.inputs.baseline]));
	for (const { path, named, bytes, from } of judgement.files.reads.values()) {
		if (from === "input" || settled.has(path)) continue;
		const other = await own.files.read(path, { named }).catch(() => "unreadable");
		if (other === "unreadable" || !sameBytes(bytes, other)) return true;
	}
	return false;
}
function sourcesOf({ files, config, inputs }) {
	return [...files.reads.values()].flatMap(({ path, from, bytes }) => {
		if (bytes === void 0) return [];
		const what = path === config.path ? "config" : path === inputs.baseline ? "baseline" : path;
		const commit = from === "base" ? files.commit : void 0;
		return [{
			what,
			path,
			from,
			...commit !== void 0 && { commit }
		}];
	});
}

// packages/runtime/src/settings/settings-findings.ts
function settingsFindings({ mode, loosened, unreadable, base = "the base branch" }, own) {
	return [...unreadable === void 0 ? [] : [{
		ruleId: "settings.base-unreadable",
		severity: "low",
		message: `Whether the change loosens settings is not known: ${unreadable}`,
		fingerprint: fingerprint("settings.base-unreadable"),
		remediation: "Set `fetch-depth: 0` on actions/checkout, or give the step its `token`, so that the base branch can be read."
	}], ...loosened.map(({ key, before, after, what }) => {
		const location = own.place(key);
		return {
			ruleId: "settings.loosened",
			severity: mode === "block" ? "high" : "low",
			message: `The change makes a setting less strict: ${what}`,
			...location !== void 0 && { location },
			fingerprint: fingerprint("settings.loosened", key, after),
			evidence: [{
				label: `On ${base}`,
				value: before
			}, {
				label: "In the change",
				value: after
			}],
			remediation: "Have somebody look at it who answers for the settings, or take it out of the change."
		};
	})];
}

// packages/runtime/src/write/write-run.ts
async function writeRun(report, outcome, { root, directory, documents: place, formats, rendering }) {
	const artifacts = outcome.results.flatMap((result) => result.artifacts);
	const documents = await writeArtifacts(artifacts, root, place);
	const reports = [];
	for (const format of directory === void 0 ? [] : formats) {
		const name = reportFile(format);
		const text = render(format, report, rendering);
		reports.push({
			name,
			path: await writeInside(directory ?? root, name, text)
		});
	}
	const open = report.findings.filter((finding) => finding.status === "open");
	const outputs = {
		outcome: report.outcome,
		"findings-count": String(open.length),
		"report-directory": directory,
		"report-path": pathOf(reports, reportFile("json")),
		"sarif-path": pathOf(reports, reportFile("sarif")),
		...commandOutputs(outcome, documents)
	};
	return {
		written: [...documents, ...reports],
		outputs: present(outputs)
	};
}
function commandOutputs(outcome, documents) {
	return Object.fromEntries(Object.entries(outcome.outputs).map(([name, value]) => [name, typeof value === "object" ? pathOf(documents, value.artifact) : String(value)]));
}
function pathOf(files, name) {
	return files.find((file) => file.name === name)?.path;
}
function present(outputs) {
	return Object.fromEntries(Object.entries(outputs).flatMap(([name, value]) => value === void 0 ? [] : [[name, value]]));
}

// packages/runtime/src/execute.ts
async function executeCommand(options) {
	const { command, environment, host, event, remote, processes, clock, progress, signal } = options;
	if (command.brief === true) expectBriefRun();
	const secrets = knownSecrets(options);
	const logger = secrets.logger(options.logger);
	const opened = await openRun(options);
	const chosen = await chooseSettings(opened, {
		...options,
		logger
	});
	const { judgement, review } = chosen;
	const { config, inputs, sources } = judgement;
	const { cwd, workspace } = opened;
	const { root } = workspace;
	const { offline } = inputs;
	logger.debug(`Config file: ${config.path ?? "none"}`);
	const place = inputs["report-directory"] ?? options.defaultReportDirectory;
	const directory = place && await reportDirectory(place, sources["report-directory"], {
		cwd,
		root
	});
	const documents = await documentPlace(command, {
		inputs,
		reports: directory,
		fallback: options.defaultDocumentDirectory,
		cwd,
		root
	});
	const httpFactory = options.httpFactory ?? createGuardedHttp;
	const reachable = /* @__PURE__ */ new Set();
	const common = {
		root,
		event,
		remote,
		offline,
		processes,
		clock,
		logger,
		progress,
		signal
	};
	const runBy = async (by, isFirst) => ({
		judgement: by,
		outcome: await runWithParts(command, by.inputs, {
			context: {
				...common,
				environment,
				materials: createMaterials(),
				settings: by.files
			},
			config: by.config,
			host,
			hide: (secret) => {
				secrets.add(secret);
				options.hide?.(secret);
			},
			httpFor: (wanted) => {
				const hosts = isFirst ? wanted : wanted.filter((host) => reachable.has(host));
				for (const host of hosts) reachable.add(host);
				return httpFactory({
					hosts,
					offline,
					environment,
					clock,
					logger,
					signal
				});
			}
		})
	});
	const subject = reportSubject({
		event,
		remote,
		environment,
		processes,
		root,
		cwd
	});
	subject.catch(() => {});
	const first = await runBy(judgement, true);
	const isTwice = command.kind !== "act" && chosen.own !== void 0 && await bringsOther(chosen);
	const own = isTwice && chosen.own !== void 0 ? await runBy(chosen.own, false) : void 0;
	progress.finish();
	const concluded = concludeRun(first, own, {
		...options,
		subject: await subject,
		settings: reportSettings(chosen, isTwice),
		notices: settingsNotices(chosen, isTwice),
		review: review && {
			mode: review.mode,
			findings: settingsFindings(review, (chosen.own ?? judgement).config)
		}
	});
	const sensitive = [first, own].flatMap((run) => (run?.outcome.results ?? []).filter((result) => result.sensitive === true));
	const report = secrets.report(await quoteSources(concluded, workspace, new Set(sensitive.map(({ check }) => check))));
	const outcome = writtenOf(first.outcome, own?.outcome);
	const { written, outputs } = await writeRun(report, outcome, {
		root,
		directory,
		documents,
		formats: inputs["report-formats"],
		rendering: { commentId: String(inputs["comment-id"] ?? "") }
	});
	return {
		report,
		outputs,
		written,
		exitCode: exitCodeFor(report, outcome.failures),
		artifacts: outcome.results.flatMap((result) => result.artifacts),
		inputs
	};
}
function knownSecrets({ environment, remote }) {
	const secrets = secretFilter();
	if (remote?.token !== void 0 && remote.token.trim() !== "") secrets.add(remote.token);
	for (const token of jobTokens(environment)) secrets.add(token);
	return secrets;
}

// packages/runtime/src/github/event.ts
const MAX_EVENT_BYTES = 33554432;
async function readEvent(environment) {
	const name = environment["GITHUB_EVENT_NAME"];
	if (name === void 0 || name === "") return null;
	const path = environment["GITHUB_EVENT_PATH"];
	const sha = environment["GITHUB_SHA"];
	const ref = environment["GITHUB_REF"];
	return {
		name,
		payload: path === void 0 || path === "" ? {} : await readPayload(path),
		...sha ? { sha } : {},
		...ref ? { ref } : {}
	};
}
async function readPayload(path) {
	const text = await readBounded(path);
	let payload;
	try {
		payload = JSON.parse(text);
	} catch (cause) {
		throw eventError("is no JSON", cause);
	}
	if (!isRecord(payload)) throw eventError("is no JSON object");
	return payload;
}
async function readBounded(path) {
	const file = await open(path, constants$1.O_RDONLY | (constants$1.O_NONBLOCK ?? 0)).catch((cause) => {
		throw eventError("can't be read", cause);
	});
	try {
		const status = await file.stat();
		if (!status.isFile()) throw eventError("is no regular file");
		const { size } = status;
		if (size > MAX_EVENT_BYTES) throw eventError(`has ${size} bytes, more than ${MAX_EVENT_BYTES}`);
		return await file.readFile("utf8");
	} finally {
		await file.close();
	}
}
function eventError(what, cause) {
	return new UsageError(`The event file at GITHUB_EVENT_PATH ${what}`, {
		hint: "The runner writes this file. Outside a runner, unset GITHUB_EVENT_NAME to look at everything.",
		cause
	});
}
function remoteOf(environment, token) {
	const repository = environment["GITHUB_REPOSITORY"];
	if (repository === void 0 || !/^[^/\s]+\/[^/\s]+$/.test(repository)) return null;
	return {
		serverUrl: (environment["GITHUB_SERVER_URL"] || "https://github.com").replace(/\/+$/, ""),
		repository,
		...token === void 0 ? {} : { token }
	};
}
async function jobEvent(environment, cwd) {
	const workspace = environment["GITHUB_WORKSPACE"] ?? "";
	if (!(environment["GITHUB_ACTIONS"] === "true" && workspace !== "") || !isInside(workspace, cwd)) return {
		event: null,
		remote: null
	};
	return {
		event: await readEvent(environment),
		remote: remoteOf(environment, void 0)
	};
}

export { redactUrl as C, nodeProcesses as S, commentIdentity as _, inputsOf as a, renderAnnotations as b, inputError as c, secretForms as d, jobTokens as f, renderCheckSarif as g, renderText as h, executeCommand as i, resolveInputs as l, render as m, readEvent as n, prepareRun as o, secretsIn as p, remoteOf as r, writeInside as s, jobEvent as t, splitList as u, commentMarker as v, createGuardedHttp as x, formerCommentMarker as y };