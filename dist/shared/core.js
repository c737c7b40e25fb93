import { a as packageOf, c as clip, d as wrap, i as openFindings, l as compareFindings, o as placeOf$1, s as visible, u as compareText } from "./core-reporting-render.js";
import { _ as UsageError, a as DEFAULT_SLO, c as compileSuppressions, f as matchesWildcard, g as InternalError, h as ExternalError, i as formatPlace, l as describeSuppression, m as EXIT_CODES, n as suggestion, o as sloClock, r as NO_CONFIG, t as nearest, u as endOfDay, v as asKnownError, x as COMMON_INPUTS } from "./core-command-nearest.js";
import { n as compareSeverity, r as isAtLeast, t as SEVERITIES } from "./core-findings-severity.js";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { createHash, randomBytes, randomInt } from "node:crypto";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { isUtf8 } from "node:buffer";
import { lstat, mkdir, open, readdir, realpath, rename, rm, stat } from "node:fs/promises";
import { spawn } from "node:child_process";

// packages/core/src/command/input-facts.ts
function orderedInputs(inputs, face) {
	const rank = ([name, spec]) => {
		if (isMandatory(spec)) return 0;
		return Object.hasOwn(COMMON_INPUTS, name) || spec.face !== void 0 ? 2 : 1;
	};
	return Object.entries(inputs).filter(([, spec]) => spec.face === void 0 || spec.face === face).sort((a, b) => rank(a) - rank(b));
}
function isMandatory(spec) {
	return spec.required === true && formatDefault(spec) === void 0;
}
function formatDefault(spec) {
	if (!("default" in spec) || spec.default === void 0) return void 0;
	if (typeof spec.default === "object") return spec.default.length === 0 ? void 0 : spec.default.join(", ");
	return spec.default === "" ? void 0 : String(spec.default);
}

// packages/core/src/command/cli-help.ts
const WIDTH = 100;
const MAX_TERM = 34;
function commandHelp(command, usage, general) {
	return [
		`${command.title}.`,
		"",
		`Usage: ${usage}`,
		"",
		...wrap(plain(command.description), WIDTH, 0),
		"",
		"Options:",
		...formatEntries(optionEntries(command.inputs)),
		"",
		"General options:",
		...formatEntries(general),
		""
	].join("\n");
}
function formatEntries(entries) {
	const column = Math.min(MAX_TERM, Math.max(...entries.map(({ term }) => term.length))) + 4;
	return entries.flatMap(({ term, text, facts = [] }) => {
		const right = [text, ...facts].flatMap((part) => wrap(part, WIDTH - column, 0));
		const first = `  ${term}`;
		const fits = first.length + 2 <= column;
		const lines = right.map((line, index) => `${(index === 0 && fits ? first : "").padEnd(column)}${line}`);
		return fits ? lines : [first, ...lines];
	});
}
function optionEntries(inputs) {
	return orderedInputs(inputs, "cli").map(([name, spec]) => ({
		term: optionTerm(name, spec),
		text: plain(spec.description),
		facts: optionFacts(spec)
	}));
}
function optionTerm(name, spec) {
	switch (spec.type) {
		case "boolean": return spec.default ? `--no-${name}` : `--${name}`;
		case "integer": return `--${name} <number>`;
		case "path": return `--${name} <path>`;
		case "choice": return `--${name} <choice>`;
		case "list": return `--${name} <item>...`;
		case "string": return `--${name} <text>`;
	}
}
function optionFacts(spec) {
	const facts = [];
	if ("choices" in spec && spec.choices !== void 0) facts.push(`Choices: ${spec.choices.join(", ")}`);
	if (spec.type === "integer") facts.push(`Range: ${spec.minimum} to ${spec.maximum}`);
	const byDefault = spec.type === "boolean" ? void 0 : formatDefault(spec);
	const where = [
		byDefault === void 0 ? void 0 : `default: ${byDefault}`,
		isMandatory(spec) ? "required" : void 0,
		spec.configKey === void 0 ? void 0 : `config: ${spec.configKey}`,
		spec.environment === void 0 ? void 0 : `variable: ${spec.environment}`
	].filter((fact) => fact !== void 0);
	return where.length === 0 ? facts : [...facts, `[${where.join("; ")}]`];
}
function plain(markdown) {
	return markdown.replaceAll("`", "");
}

// packages/core/src/command/command.ts
function defineCommand(command) {
	return command;
}

// packages/core/src/platform/allowed-hosts.ts
function allowedHosts(entries) {
	const origins = new Set(entries.flatMap(originsOf));
	return { check(text, redirectedFrom) {
		const url = parseUrl(text, redirectedFrom);
		if (origins.has(originOf(url))) return url;
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
function originOf(url) {
	return `${url.protocol}//${url.hostname}:${url.port || (url.protocol === "https:" ? "443" : "80")}`;
}
function originsOf(entry) {
	const text = entry.includes("://") ? entry : `https://${entry}`;
	const url = URL.canParse(text) ? new URL(text) : void 0;
	if (url === void 0 || !/^https?:$/.test(url.protocol) || url.pathname !== "/") throw new UsageError(`"${entry}" is no host`, { hint: "Write host, host:port or http://host:port." });
	if (entry.includes("://")) return [originOf(url)];
	const unencrypted = isLoopback(url.hostname) ? [originOf(new URL(`http://${entry}`))] : [];
	return [originOf(url), ...unencrypted];
}
function isLoopback(hostname) {
	const name = hostname.toLowerCase();
	return name === "localhost" || name === "::1" || name === "[::1]" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(name);
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
	hint;
	constructor(message, transient, hint) {
		super(message);
		this.transient = transient;
		this.hint = hint;
	}
};
const DEFAULT_TIMEOUT_MS = 3e4;
const DEFAULT_MAX_BYTES$1 = 67108864;
function send(open, url, request, signal) {
	const timeoutMs = request.timeoutMs ?? DEFAULT_TIMEOUT_MS;
	const maxBytes = request.maxBytes ?? DEFAULT_MAX_BYTES$1;
	return new Promise((resolve, reject) => {
		const outgoing = open();
		const end = (failure) => {
			clearTimeout(timer);
			signal?.removeEventListener("abort", abort);
			reject(failure);
			outgoing.destroy();
		};
		const abort = () => end(new SendFailure("the run was stopped", false));
		const timer = setTimeout(() => end(new SendFailure(`no full answer within ${timeoutMs} ms`, true)), timeoutMs);
		if (signal?.aborted) return abort();
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
	const text = (error instanceof Error ? error.message : "") || (aggregate instanceof Error ? aggregate.message : "");
	const told = text.includes(code) ? text : `${text} (${code})`;
	const certificate = /CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_/.test(code);
	return new SendFailure(told || "connection failed", !PERMANENT.test(code), certificate ? "If a proxy or server here has a certificate of your own authority, set NODE_EXTRA_CA_CERTS to the authority's PEM file before the program starts (in a workflow: in the step's `env`)." : void 0);
}
function proxyRefusal(status) {
	return new SendFailure(`the proxy refused the connection with status ${status}`, status >= 500, status === 407 ? "Put the proxy's user and password into the address in HTTPS_PROXY." : "Ask whoever runs the proxy to allow this host, or add it to NO_PROXY.");
}

// packages/core/src/platform/guarded-http.ts
const DEFAULT_TRIES = 4;
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
	const exchange = async (url, request) => {
		const tries = isRepeatable(request) ? Math.max(1, request.tries ?? DEFAULT_TRIES) : 1;
		const name = `${request.method ?? "GET"} ${redactUrl(url)}`;
		for (let tried = 1;; tried++) {
			const { response, failure } = await attempt(await connect(url, request), url, request);
			const again = tried < tries && (failure?.transient ?? isTransientStatus(response?.status ?? 0));
			const asked = response === void 0 ? void 0 : retryAfter(response, options.clock.now());
			if (!again || asked === "too long") {
				if (response !== void 0) return response;
				throw noAnswer(name, tried, failure);
			}
			const delay = asked ?? backoff(tried, random());
			const reason = failure?.message ?? `status ${response?.status}`;
			options.logger.info(`${name}: ${reason}; trying again in ${delay} ms (${tried} of ${tries})`);
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
function withoutCredentials(request) {
	const kept = Object.entries(request.headers ?? {}).filter(([name]) => HARMLESS_HEADERS.has(name.toLowerCase()));
	return {
		...request,
		headers: Object.fromEntries(kept)
	};
}
function noAnswer(name, tries, failure) {
	const count = tries === 1 ? "" : ` after ${tries} tries`;
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
		const { HttpsProxyAgent } = await import("./https-proxy-agent2.js");
		return new HttpsProxyAgent(proxy, { keepAlive });
	}
	const { Agent: Chosen } = url.protocol === "https:" ? await import("node:https") : await import("node:http");
	return new Chosen({ keepAlive });
}

// packages/core/src/findings/baseline.ts
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
	if (value["schema"] !== 1) throw notABaseline(source, `has report schema ${JSON.stringify(value["schema"])?.slice(0, 40) ?? "missing"}; this version reads 1`);
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
	const found = new Set(findings.map(({ check, fingerprint }) => `${check}\0${fingerprint}`));
	const gone = /* @__PURE__ */ new Map();
	for (const { check, fingerprint } of baseline.entries.values()) {
		if (!complete.has(check) || found.has(`${check}\0${fingerprint}`)) continue;
		gone.set(check, (gone.get(check) ?? 0) + 1);
	}
	return [...gone].sort(([a], [b]) => compareText(a, b)).map(([check, number]) => number === 1 ? `1 finding of the check ${check} in the baseline is gone. Make the baseline anew, so that it can't come back unseen.` : `${number} findings of the check ${check} in the baseline are gone. Make the baseline anew, so that they can't come back unseen.`);
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
	return new UsageError(`The baseline ${source} ${found}`, { hint: "Make one with `assay check --report-formats json --report-directory reports` and point `baseline` at the JSON report in that folder." });
}
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function isInstant(value) {
	return typeof value === "string" && value.length <= 40 && !Number.isNaN(Date.parse(value));
}

// packages/core/src/findings/rule.ts
function catalog(rules) {
	return Object.fromEntries(rules.map((rule) => [rule.id, rule]));
}

// packages/core/src/findings/core-rules.ts
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
	}
]);

// packages/core/src/findings/decide.ts
function decide(check, finding, policy) {
	const { suppression: inline, ...plain } = finding;
	const matched = policy.suppressions.filter((suppression) => suppression.matches(finding));
	const valid = matched.find((suppression) => suppression.endsAt > policy.now.getTime());
	const entry = policy.baseline?.entries.get(finding.fingerprint);
	const accepted = entry?.check === check ? entry : void 0;
	const slo = clockState(finding, accepted, policy.slo);
	const firstSeen = finding.firstSeen ?? accepted?.firstSeen ?? accepted?.acceptedAt;
	const base = {
		...plain,
		check,
		...firstSeen !== void 0 && { firstSeen },
		...slo !== void 0 && { slo }
	};
	const suppression = (valid && fromConfig(valid)) ?? (inline !== void 0 && holds(inline, policy.now) ? inline : void 0) ?? (accepted !== void 0 && !isOverdue(slo) ? fromBaseline(accepted) : void 0);
	if (suppression !== void 0) return {
		matched,
		finding: {
			...base,
			status: "suppressed",
			suppression,
			decision: "report",
			decisionReason: suppressedReason(suppression, slo)
		}
	};
	const blocks = policy.failOn !== "never" && isAtLeast(finding.severity, policy.failOn);
	const lapsed = lapsedReason(matched[0]?.entry.expires ?? inline?.expires, accepted, slo);
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
function thresholdReason(lapsed, severity, failOn) {
	const subject = `${lapsed === "" ? "Severity" : `${lapsed}severity`} ${severity}`;
	if (failOn === "never") return `${subject} is reported only: \`fail-on\` is never.`;
	return `${subject} ${isAtLeast(severity, failOn) ? "is at or above" : "is below"} \`fail-on: ${failOn}\`.`;
}

// packages/core/src/findings/merge.ts
function mergeDuplicates(findings) {
	const merged = /* @__PURE__ */ new Map();
	for (const finding of findings) {
		const key = `${finding.ruleId}\0${finding.fingerprint}`;
		const first = merged.get(key);
		merged.set(key, first === void 0 ? finding : mergeTwo(first, finding));
	}
	return [...merged.values()];
}
function mergeTwo(first, second) {
	const { suppression, ...rest } = first;
	const dates = [first.firstSeen, second.firstSeen].filter((date) => date !== void 0).sort();
	const places = [first.location, ...first.relatedLocations ?? []].filter(isPlace);
	for (const place of [second.location, ...second.relatedLocations ?? []].filter(isPlace)) if (!places.some((known) => isSamePlace(known, place))) places.push(place);
	const [location, ...related] = places;
	return {
		...rest,
		severity: compareSeverity(second.severity, first.severity) < 0 ? second.severity : first.severity,
		...location !== void 0 && { location },
		...related.length > 0 && { relatedLocations: related },
		...dates[0] !== void 0 && { firstSeen: dates[0] },
		...suppression !== void 0 && second.suppression !== void 0 && { suppression }
	};
}
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
			summary: [first.coverage.summary, second.coverage.summary].join("; "),
			...isPartial && { scope: "change" }
		},
		notices: [...first.notices ?? [], ...second.notices ?? []]
	};
}
function isPlace(place) {
	return place !== void 0;
}
function isSamePlace(a, b) {
	return a.path === b.path && a.startLine === b.startLine && a.startColumn === b.startColumn && a.commit === b.commit;
}

// packages/core/src/findings/fingerprint.ts
function fingerprint(ruleId, ...parts) {
	return createHash("sha256").update([ruleId, ...parts].map((part) => part.replaceAll("\0", "�")).join("\0")).digest("hex");
}

// packages/core/src/findings/suppression-findings.ts
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
		notices: unnamed === 0 ? [] : [`${count(unnamed, "suppression")} by fingerprint alone matched nothing in this run. Add \`rule\` to them, so that Assay can tell when they are no longer needed.`]
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
		severity: "medium",
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
function count(number, noun) {
	return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

// packages/core/src/findings/verdict.ts
function finishedCheck(result, findings) {
	const own = findings.filter((finding) => finding.check === result.check);
	const error = Object.values(result.coverage.inspected).some((amount) => amount > 0) || own.length > 0 ? void 0 : {
		kind: "usage",
		message: `${result.title}: nothing was looked at`,
		hint: "Check `working-directory` and the paths in the config, or leave this check out if there is nothing for it here."
	};
	return {
		...tally(own),
		check: result.check,
		title: result.title,
		outcome: error !== void 0 ? "error" : own.some((finding) => finding.decision === "block") ? "fail" : "pass",
		coverage: sortSkipped(result.coverage),
		notices: result.notices ?? [],
		...error !== void 0 && { error }
	};
}
function failedCheck({ check, title, error }, findings) {
	return {
		...tally(findings.filter((finding) => finding.check === check)),
		check,
		title,
		outcome: "error",
		coverage: {
			inspected: {},
			skipped: [],
			summary: "The check failed before it was done"
		},
		notices: [],
		error: {
			kind: error.kind,
			message: error.message === "" ? "The check failed without a message" : error.message,
			...error.hint !== void 0 && { hint: error.hint },
			...error.problems.length > 0 && { problems: error.problems }
		}
	};
}
function outcomeOf(checks) {
	if (checks.every(({ check }) => check === "suppressions")) return "error";
	if (checks.some(({ outcome }) => outcome === "error")) return "error";
	return checks.some(({ outcome }) => outcome === "fail") ? "fail" : "pass";
}
function headline(verdict) {
	const { outcome, failOn, checks, findings } = verdict;
	const blocking = findings.filter((finding) => finding.decision === "block");
	const told = findings.filter(({ status, decision }) => status === "open" && decision === "report");
	const suppressed = findings.filter(({ status }) => status === "suppressed").length;
	const blocked = `${counted(blocking)} at or above ${failOn}${bySeverity(blocking)}`;
	const parts = [];
	if (outcome === "error") {
		const failed = checks.filter((check) => check.outcome === "error").map(({ title }) => title);
		parts.push(failed.length === 0 ? "Error: no check ran" : `Error: ${failed.length} of ${checks.length} checks could not do ${failed.length === 1 ? "its" : "their"} work (${failed.join(", ")})`);
		if (blocking.length > 0) parts.push(blocked);
	} else if (outcome === "fail") parts.push(`Fails: ${blocked}`);
	else parts.push(failOn === "never" ? "Passes: no finding fails the run, because `fail-on` is never" : `Passes: no findings at or above ${failOn}`);
	if (told.length > 0 && outcome === "pass") parts.push(`${told.length}${failOn === "never" ? " reported" : " below it"}${bySeverity(told)}`);
	if (suppressed > 0) parts.push(`${suppressed} suppressed`);
	return `${parts.join("; ")}.`;
}
function tally(own) {
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
function counted(findings) {
	return `${findings.length} finding${findings.length === 1 ? "" : "s"}`;
}
function bySeverity(findings) {
	const present = SEVERITIES.map((severity) => [findings.filter((finding) => finding.severity === severity).length, severity]).filter(([number]) => number > 0);
	return present.length === 0 ? "" : ` (${present.map((count) => count.join(" ")).join(", ")})`;
}

// packages/core/src/findings/conclude.ts
function conclude(input) {
	const now = input.clock.now();
	const { policy } = input;
	const suppressions = compileSuppressions(policy.suppressions);
	const decision = {
		failOn: policy.failOn,
		suppressions,
		baseline: policy.baseline,
		slo: policy.slo && sloClock(policy.slo, now),
		now
	};
	const results = mergeResults(input.results);
	const failed = new Set(input.failures.map((failure) => failure.check));
	const complete = new Set(results.filter(({ check, coverage }) => !failed.has(check) && coverage.scope !== "change").map(({ check }) => check));
	const rules = {
		...input.rules,
		...CORE_RULES
	};
	const used = /* @__PURE__ */ new Set();
	const findings = [];
	for (const { check, findings: found } of results) for (const finding of mergeDuplicates(found)) {
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
	for (const finding of mergeDuplicates(about.findings)) findings.push(decide("suppressions", finding, uncovered).finding);
	findings.sort(compareFindings);
	const checks = [...results.filter(({ check }) => !failed.has(check)).map((result) => finishedCheck(result, findings)), ...input.failures.map((failure) => failedCheck(failure, findings))].sort((a, b) => compareText(a.check, b.check));
	if (suppressions.length > 0) checks.push(finishedCheck(ofSuppressions(suppressions), findings));
	const outcome = outcomeOf(checks);
	return {
		schema: 1,
		tool: {
			name: "assay",
			version: input.version
		},
		command: input.command,
		outcome,
		headline: headline({
			outcome,
			failOn: policy.failOn,
			checks,
			findings
		}),
		generatedAt: now.toISOString(),
		failOn: policy.failOn,
		...input.repository !== void 0 && { repository: input.repository },
		checks,
		findings,
		rules: firedRules(findings, rules),
		artifacts: results.flatMap((result) => result.artifacts.map(reportArtifact)).sort(byName),
		notices: [
			...input.notices,
			...about.notices,
			...staleNotices(policy.baseline, complete, findings)
		]
	};
}
function ofSuppressions(suppressions) {
	const { length } = suppressions;
	return {
		check: "suppressions",
		title: "Suppressions",
		findings: [],
		artifacts: [],
		coverage: {
			inspected: { suppressions: length },
			skipped: [],
			summary: "the entries of the config"
		}
	};
}
function firedRules(findings, rules) {
	const fired = /* @__PURE__ */ new Map();
	for (const { ruleId, severity } of findings) {
		if (fired.has(ruleId)) continue;
		fired.set(ruleId, (Object.hasOwn(rules, ruleId) ? rules[ruleId] : void 0) ?? {
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

// packages/core/src/command/conclude-run.ts
function concludeRun(outcome, inputs, { command, version, clock, event, remote, config, baseline }) {
	const repository = {
		...remote !== null && { name: remote.repository },
		...event?.sha !== void 0 && { revision: event.sha }
	};
	return conclude({
		command: command.name,
		version,
		results: outcome.results,
		failures: outcome.failures,
		policy: {
			failOn: inputs["fail-on"],
			suppressions: suppressionsOf(config),
			slo: sloOf(config),
			...baseline !== void 0 && { baseline }
		},
		clock,
		...Object.keys(repository).length > 0 && { repository },
		notices: [],
		rules: outcome.rules
	});
}
async function readBaseline(workspace, path) {
	if (path === void 0) return void 0;
	const bytes = await workspace.readIfPresent(path);
	if (bytes === void 0) throw new UsageError(`The baseline ${path} does not exist`, { hint: "Make one with `assay check --report-formats json --report-directory reports` and point `baseline` at the JSON report in that folder." });
	return parseBaseline(new TextDecoder().decode(bytes), path);
}
const GRAVEST_FIRST = [
	"internal",
	"usage",
	"external",
	"policy"
];
function exitCodeFor(report, failures) {
	const kinds = new Set(failures.map((failure) => failure.error.kind));
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
function sloOf(config) {
	const given = config.section("slo") ?? {};
	const targets = SEVERITIES.map((severity) => [severity, {
		...DEFAULT_SLO[severity],
		...given[severity]
	}]);
	return Object.fromEntries(targets);
}

// packages/core/src/config/load.ts
const CONFIG_PATHS = [".github/assay.yml", "assay.yml"];
const MAX_CONFIG_BYTES = 1048576;
async function loadConfig(workspace, explicitPath, loadSections) {
	const found = await findConfig(workspace, explicitPath);
	if (found === void 0) return NO_CONFIG;
	const [{ parseConfig }, sections] = await Promise.all([import("./core-config-parse-config.js"), loadSections()]);
	return parseConfig(found.path, decode(found.path, found.bytes), sections);
}
async function findConfig(workspace, explicitPath) {
	if (explicitPath !== void 0) {
		const bytes = await workspace.readIfPresent(explicitPath, MAX_CONFIG_BYTES);
		if (bytes !== void 0) return {
			path: explicitPath,
			bytes
		};
		throw new UsageError(`The config file ${explicitPath} does not exist`, { hint: `Check \`config\`: it is relative to \`working-directory\`. Without it, ${CONFIG_PATHS.join(" and then ")} are looked for.` });
	}
	for (const path of CONFIG_PATHS) if (await lstat(join(workspace.root, path)).catch(() => void 0) !== void 0) return {
		path,
		bytes: await workspace.read(path, MAX_CONFIG_BYTES)
	};
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

// packages/core/src/platform/workspace.ts
const MAX_FILE_BYTES = 104857600;
async function openWorkspace(folder) {
	const root = await realpath(folder).catch(() => void 0);
	if (root === void 0 || !(await stat(root)).isDirectory()) throw new UsageError(`The folder ${folder} does not exist`, { hint: "Check `working-directory`, and that the repository was checked out before this step." });
	const inside = async (path) => {
		const real = await realpath(resolve(root, path)).catch(() => void 0);
		if (real === void 0) throw new UsageError(`The file ${path} does not exist`);
		if (!isInside(root, real)) throw outside(path);
		return real;
	};
	const read = async (path, maxBytes = MAX_FILE_BYTES) => {
		const file = await open(await inside(path), "r");
		try {
			const { size, ...status } = await file.stat().then((s) => ({
				size: s.size,
				isFile: s.isFile()
			}));
			if (!status.isFile) throw new UsageError(`${path} is not a regular file`);
			if (size > maxBytes) throw new UsageError(`${path} has ${size} bytes; at most ${maxBytes} are read`);
			return await file.readFile();
		} finally {
			await file.close();
		}
	};
	return {
		root,
		resolve: inside,
		read,
		readIfPresent: async (path, maxBytes) => {
			return await stat(resolve(root, path)).catch(() => void 0) === void 0 ? void 0 : read(path, maxBytes);
		}
	};
}
function isInside(root, path) {
	const way = relative(root, path);
	return way === "" || way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
function outside(path) {
	return new UsageError(`The path ${path} leads out of the working directory`, { hint: "Give a path below `working-directory`; symbolic links may not lead out of it either." });
}

// packages/core/src/command/parse-value.ts
function parseValue(spec, raw, root) {
	switch (spec.type) {
		case "string": return typeof raw === "string" ? { value: raw } : wrong(spec, raw, "must be text");
		case "path": return parsePath(spec, raw, root);
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
	if (spec.outside !== true && !isInside(root, resolve(root, raw))) return wrong(spec, raw, "must not lead out of the working directory");
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

// packages/core/src/command/resolve.ts
function resolveInputs(specs, origins) {
	const problems = unknownInputs(specs, origins.explicit);
	const values = {};
	const sources = {};
	for (const [name, spec] of Object.entries(specs)) {
		const given = findValue(name, spec, origins);
		sources[name] = given.source;
		if (given.raw === void 0) {
			const value = "default" in spec ? spec.default : void 0;
			if (spec.required === true && isEmpty(value)) problems.push(missing(name, spec));
			else values[name] = value;
			continue;
		}
		const parsed = parseValue(spec, given.raw, origins.root);
		if ("problem" in parsed) problems.push(`${label(name, given.source)} ${parsed.problem}`);
		else if (spec.required === true && isEmpty(parsed.value)) problems.push(missing(name, spec));
		else values[name] = parsed.value;
	}
	if (problems.length > 0) throw inputError(problems);
	return {
		values,
		sources
	};
}
function inputError(problems) {
	const [first] = problems;
	return problems.length === 1 && first !== void 0 ? new UsageError(first) : new UsageError(`${problems.length} inputs are wrong`, { problems });
}
function findValue(name, spec, origins) {
	const byDefault = { from: "default" };
	if (spec.face !== void 0 && spec.face !== origins.face) return { source: byDefault };
	const explicit = Object.hasOwn(origins.explicit, name) ? origins.explicit[name] : void 0;
	if (explicit !== void 0 && !(explicit === "" && origins.face === "action")) return {
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
function unknownInputs(specs, explicit) {
	return Object.keys(explicit).filter((name) => explicit[name] !== void 0 && !Object.hasOwn(specs, name)).map((name) => `There is no input \`${name}\`${suggestion(name, Object.keys(specs))}`);
}
function label(name, source) {
	if (source.from === "environment") return `The variable ${source.detail} (input \`${name}\`)`;
	if (source.from === "config") return `${source.detail}: \`${name}\``;
	return `\`${name}\``;
}
function missing(name, spec) {
	return `\`${name}\` is required: give ${[
		`the input \`${name}\``,
		...spec.environment === void 0 ? [] : [`the variable ${spec.environment}`],
		...spec.configKey === void 0 ? [] : [`\`${spec.configKey}\` in the config file`]
	].join(" or ")}. ${spec.description}`;
}
function isEmpty(value) {
	return value === void 0 || value === "" || Array.isArray(value) && value.length === 0;
}

// packages/core/src/command/prepare-run.ts
async function prepareRun(options) {
	const { command, environment, face } = options;
	const cwd = resolve(options.cwd ?? ".");
	const explicit = given(options.explicit, () => true);
	const specs = {
		...COMMON_INPUTS,
		...command.inputs
	};
	const early = (inputs, root) => resolveInputs(inputs, {
		explicit: given(explicit, (name) => Object.hasOwn(inputs, name)),
		environment,
		config: NO_CONFIG,
		face,
		root
	}).values;
	const { "working-directory": place, config: configSpec } = COMMON_INPUTS;
	const workspace = await openWorkspace(resolve(cwd, early({ "working-directory": place }, cwd)["working-directory"]));
	const { root } = workspace;
	let config;
	try {
		config = await loadConfig(workspace, early({ config: configSpec }, root).config, options.loadSections);
	} catch (error) {
		const named = Object.entries(specs).filter(([name]) => Object.hasOwn(explicit, name));
		throw withProblems(error, problemsOf(() => early(Object.fromEntries(named), root)));
	}
	const { values, sources } = resolveInputs(specs, {
		explicit,
		environment,
		config,
		face,
		root
	});
	return {
		workspace,
		config,
		inputs: values,
		sources
	};
}
function given(explicit, keep) {
	return Object.fromEntries(Object.entries(explicit).filter(([name, value]) => value !== void 0 && keep(name)));
}
function problemsOf(work) {
	try {
		work();
		return [];
	} catch (error) {
		if (error instanceof UsageError) return linesOf(error);
		throw error;
	}
}
function withProblems(error, problems) {
	if (!(error instanceof UsageError)) return error;
	const lines = linesOf(error);
	const others = problems.filter((problem) => !lines.includes(problem));
	return others.length === 0 ? error : inputError([...lines, ...others]);
}
function linesOf(error) {
	return error.problems.length > 0 ? error.problems : [error.message];
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

// packages/core/src/command/run-parts.ts
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
		results: runs.flatMap((run) => run.results),
		failures: runs.flatMap((run) => run.failures),
		outputs: Object.assign({}, ...runs.map((run) => run.outputs)),
		rules: Object.assign({}, ...runs.map((run) => run.rules))
	};
}
function partInputs(part, { config, face, context }) {
	const { environment, root } = context;
	return resolveInputs(part.inputs, {
		explicit: {},
		environment,
		config,
		face,
		root
	}).values;
}
async function attempt(command, { context, config, httpFor }, inputs) {
	try {
		const values = inputs();
		const http = httpFor(command.hosts?.(values) ?? []);
		const { results, outputs } = await command.run({
			...context,
			http,
			config
		}, values);
		const given = Object.entries(outputs).filter(([, value]) => value !== void 0);
		return {
			results,
			failures: [],
			outputs: Object.fromEntries(given),
			rules: command.rules
		};
	} catch (thrown) {
		const error = context.signal.aborted ? stopped(thrown) : asKnownError(thrown);
		return {
			results: [],
			failures: [{
				check: command.name,
				title: command.title,
				error
			}],
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

// packages/core/src/command/write-files.ts
async function writeArtifacts(artifacts, root, directory) {
	const written = [];
	for (const { name, destination, bytes } of artifacts) {
		const folder = destination === void 0 ? directory : root;
		if (folder === void 0) continue;
		written.push({
			name,
			path: await writeInside(folder, destination ?? name, bytes)
		});
	}
	return written;
}
async function writeInside(folder, name, content) {
	const path = resolve(folder, name);
	if (isAbsolute(name) || path === resolve(folder) || !isInside(resolve(folder), path)) throw new InternalError(`A document is named ${JSON.stringify(name)}, which leads out of its folder`);
	try {
		await mkdir(dirname(path), { recursive: true });
		if (!isInside(await realpath(folder), await realpath(dirname(path)))) throw new ExternalError(`${name} was not written: a symbolic link leads its folder out of ${folder}`);
		await replaceFile(path, content);
		return path;
	} catch (cause) {
		if (cause instanceof ExternalError) throw cause;
		throw new ExternalError(`${path} could not be written: ${cause instanceof Error ? cause.message : cause}`, {
			hint: "Check that the folder may be written to and that the disk is not full.",
			cause
		});
	}
}
async function replaceFile(path, content) {
	const temporary = join(dirname(path), `.assay-${randomBytes(8).toString("hex")}.tmp`);
	try {
		const file = await open(temporary, "wx");
		try {
			await file.writeFile(content);
		} finally {
			await file.close();
		}
		await rename(temporary, path);
	} catch (cause) {
		await rm(temporary, { force: true });
		throw cause;
	}
}

// packages/core/src/command/write-run.ts
const REPORT_FILES = {
	text: "report.txt",
	json: "report.json",
	sarif: "report.sarif",
	summary: "summary.md",
	comment: "comment.md",
	html: "report.html",
	junit: "report.junit.xml"
};
async function writeRun(report, outcome, { root, directory, formats }) {
	const artifacts = outcome.results.flatMap((result) => result.artifacts);
	const documents = await writeArtifacts(artifacts, root, directory);
	const reports = directory === void 0 ? [] : await writeReports(report, formats, directory);
	const open = report.findings.filter((finding) => finding.status === "open");
	const outputs = {
		outcome: report.outcome,
		"findings-count": String(open.length),
		"report-directory": directory,
		"report-path": pathOf(reports, REPORT_FILES.json),
		"sarif-path": pathOf(reports, REPORT_FILES.sarif),
		...commandOutputs(outcome, documents)
	};
	return {
		written: [...documents, ...reports],
		outputs: present(outputs)
	};
}
async function writeReports(report, formats, directory) {
	const { render } = await import("./core-reporting-render2.js");
	const reports = [];
	for (const format of formats) {
		const name = REPORT_FILES[format];
		reports.push({
			name,
			path: await writeInside(directory, name, render(format, report))
		});
	}
	return reports;
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

// packages/core/src/command/execute.ts
async function executeCommand(options) {
	const { command, environment, face, event, remote, processes, clock, logger, progress, signal } = options;
	const { workspace, config, inputs } = await prepareRun(options);
	const { root } = workspace;
	const { offline } = inputs;
	const baseline = await readBaseline(workspace, inputs.baseline);
	const httpFactory = options.httpFactory ?? createGuardedHttp;
	const outcome = await runWithParts(command, inputs, {
		context: {
			root,
			event,
			remote,
			offline,
			processes,
			clock,
			logger,
			progress,
			signal,
			environment
		},
		config,
		face,
		httpFor: (hosts) => httpFactory({
			hosts,
			offline,
			environment,
			clock,
			logger,
			signal
		})
	});
	progress.finish();
	const report = concludeRun(outcome, inputs, {
		...options,
		config,
		baseline
	});
	const directory = inputs["report-directory"] ?? options.defaultReportDirectory;
	const { written, outputs } = await writeRun(report, outcome, {
		root,
		directory: directory === void 0 ? void 0 : resolve(root, directory),
		formats: inputs["report-formats"]
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

// packages/core/src/platform/clock.ts
function fixedClock(instant) {
	const time = new Date(instant).getTime();
	return { now: () => new Date(time) };
}
function clockFrom(environment) {
	const epoch = environment["SOURCE_DATE_EPOCH"];
	if (epoch === void 0 || epoch === "") return { now: () => /* @__PURE__ */ new Date() };
	if (!/^\d{1,12}$/.test(epoch)) throw new UsageError(`SOURCE_DATE_EPOCH is "${epoch}"; it must be whole seconds since 1970`, { hint: "Set it to the output of `git log -1 --format=%ct`, or unset it." });
	return fixedClock(Number(epoch) * 1e3);
}

// packages/core/src/platform/exec.ts
const DEFAULT_MAX_BYTES = 67108864;
const MAX_STDERR = 1048576;
function nodeProcesses() {
	return {
		run,
		stream
	};
}
function stream(program, args, options = {}) {
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
	const ended = new Promise((resolve, reject) => {
		child.on("error", (cause) => reject(startError(program, cause)));
		child.on("close", (exitCode, signal) => {
			if (exitCode === null) reject(killedError(program, signal, options));
			else resolve({
				exitCode,
				stderr: Buffer.concat(stderr).toString("utf8")
			});
		});
	});
	ended.catch(() => {});
	return {
		stdout: child.stdout,
		ended,
		kill: () => void child.kill("SIGKILL")
	};
}
async function run(program, args, options = {}) {
	const child = stream(program, args, options);
	const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
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
function killedError(program, signal, options) {
	const overTime = options.timeoutMs !== void 0 && !options.signal?.aborted;
	return new ExternalError(overTime ? `${program} did not end within ${options.timeoutMs} ms and was stopped` : `${program} was stopped by ${signal ?? "a signal"}`);
}

// packages/core/src/platform/version.ts
const VERSION = "0.1.0";

// packages/core/src/platform/walk.ts
async function walkFiles(root, enter = () => true) {
	const files = [];
	const unreadable = [];
	const pending = [""];
	for (let folder = pending.pop(); folder !== void 0; folder = pending.pop()) {
		let entries;
		try {
			entries = await readdir(join(root, folder), { withFileTypes: true });
		} catch (cause) {
			unreadable.push({
				path: folder,
				reason: cause instanceof Error ? cause.message : String(cause)
			});
			continue;
		}
		for (const entry of entries) {
			const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
			if (entry.isFile()) files.push(path);
			else if (entry.isDirectory() && entry.name !== ".git" && enter(path)) pending.push(path);
		}
	}
	return {
		files: files.sort(),
		unreadable
	};
}

// packages/core/src/reporting/annotations.ts
const ANNOTATIONS_PER_LEVEL = 10;
const ANNOTATION_MESSAGE_LIMIT = 4096;
const TITLE_LIMIT = 120;
function renderAnnotations(report) {
	const all = [...report.checks.flatMap(({ title, error }) => error === void 0 ? [] : [{
		level: "error",
		title: clip(visible(`${title} could not do its work`), TITLE_LIMIT),
		message: messageText([
			error.message,
			...error.problems ?? [],
			error.hint
		])
	}]), ...openFindings(report).map((finding) => annotate(report, finding))];
	return [
		"error",
		"warning",
		"notice"
	].flatMap((level) => withinBudget(level, all.filter((annotation) => annotation.level === level)));
}
function withinBudget(level, annotations) {
	if (annotations.length <= 10) return annotations;
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
		title: clip(visible(`${finding.severity}: ${rule?.title ?? finding.ruleId}`), TITLE_LIMIT),
		message: messageText([
			finding.message,
			aboutOf(finding),
			finding.remediation,
			finding.ruleId
		]),
		...placeInFile(finding)
	};
}
function aboutOf(finding) {
	const { location } = finding;
	if (location?.commit !== void 0) return `Found at ${placeOf$1(location)}`;
	const about = packageOf(finding);
	return about === void 0 || finding.message.includes(about) ? void 0 : `About ${about}`;
}
function placeInFile({ location }) {
	if (location === void 0 || location.commit !== void 0) return {};
	const { path, startLine, startColumn, endColumn } = location;
	const file = visible(path);
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
function messageText(parts) {
	const told = parts.filter((part) => part !== void 0).filter((part) => part !== "");
	return clip(told.map((part) => visible(part).replace(/[^.!?…]$/, "$&.")).join(" "), ANNOTATION_MESSAGE_LIMIT);
}

export { defineCommand as C, redactUrl as S, formatEntries as T, CONFIG_PATHS as _, clockFrom as a, catalog as b, createLogger as c, inputError as d, resolveInputs as f, openWorkspace as g, isInside as h, nodeProcesses as i, silentProgress as l, MAX_FILE_BYTES as m, walkFiles as n, executeCommand as o, splitList as p, VERSION as r, writeInside as s, renderAnnotations as t, prepareRun as u, fingerprint as v, commandHelp as w, createGuardedHttp as x, CORE_RULES as y };