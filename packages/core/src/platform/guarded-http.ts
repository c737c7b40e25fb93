import { randomInt } from "node:crypto";
import type { Agent, ClientRequest } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { allowedHosts, redactUrl } from "./allowed-hosts.ts";
import type { Clock } from "./clock.ts";
import { ExternalError, UsageError } from "./errors.ts";
import type { HttpClient, HttpRequest, HttpResponse } from "./http.ts";
import type { Logger } from "./logger.ts";
import { createPatience, type Wait } from "./patience.ts";
import { proxyFor } from "./proxy.ts";
import { backoff, isRepeatable, isTransientStatus, retryAfter } from "./retry.ts";
import { DEFAULT_TIMEOUT_MS, SendFailure, send } from "./send.ts";

export interface GuardedHttpOptions {
  /** `host`, `host:port`, `http://host:port` or `*.domain`; see `allowedHosts`. */
  readonly hosts: readonly string[];
  readonly offline: boolean;
  /** `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY` are read from here. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Ends waiting and open requests. */
  readonly signal?: AbortSignal;
  readonly sleep?: (milliseconds: number) => Promise<void>;
  /** In [0, 1). */
  readonly random?: () => number;
  /** Milliseconds that the run waits in all for a service without a good answer; five minutes where it is not given. */
  readonly patienceMs?: number;
  /** Milliseconds from any start that never go back. */
  readonly elapsed?: () => number;
}

const DEFAULT_TRIES = 4;
/** Nobody listens: a service that is about to start is there within seconds. */
const TRIES_WHEN_REFUSED = 4;
const DEFAULT_PATIENCE_MS = 5 * 60_000;
const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** What may follow a redirect to another origin; everything else may hold a credential. */
const HARMLESS_HEADERS = new Set(["accept", "range", "user-agent"]);

/**
 * The one client that reaches the network. It refuses hosts that are not on the list, also behind a redirect, and opens
 * no socket when offline. Transient failures are tried again with jitter. Node itself honours `NODE_EXTRA_CA_CERTS`,
 * when it is set before the process starts.
 */
export function createGuardedHttp(options: GuardedHttpOptions): HttpClient {
  const hosts = allowedHosts(options.hosts);
  const connect = connector(options.environment);
  const sleep = options.sleep ?? ((ms: number) => wait(ms, undefined, { signal: options.signal }));
  const random = options.random ?? (() => randomInt(2 ** 32) / 2 ** 32);

  const patienceMs = options.patienceMs ?? DEFAULT_PATIENCE_MS;
  const patience = createPatience(patienceMs, options.elapsed ?? (() => performance.now()));

  const exchange = async (url: URL, request: HttpRequest): Promise<HttpResponse> => {
    const wait = patience.begin(url.origin);
    try {
      const response = await repeat(url, request, wait);
      if (!isTransientStatus(response.status)) wait.answered();
      return response;
    } finally {
      wait.ended();
    }
  };

  const repeat = async (url: URL, request: HttpRequest, wait: Wait): Promise<HttpResponse> => {
    const allowed = Math.max(1, request.tries ?? DEFAULT_TRIES);
    const name = `${request.method ?? "GET"} ${redactUrl(url)}`;
    for (let tried = 1; ; tried++) {
      if (wait.left() <= 0) throw noAnswer(name, tried - 1, givenUp(patienceMs));
      const timeoutMs = Math.min(request.timeoutMs ?? DEFAULT_TIMEOUT_MS, wait.left());
      const limited = { ...request, timeoutMs: Math.ceil(timeoutMs) };
      const { response, failure } = await attempt(await connect(url, request), url, limited);
      const isLimit = response?.status === 403 && response.headers["retry-after"] !== undefined;
      const tries = isLimit || isRepeatable(request) ? allowed : 1;
      const most = failure?.refused === true ? Math.min(tries, TRIES_WHEN_REFUSED) : tries;
      const isPassing = failure?.transient ?? (isLimit || isTransientStatus(response?.status ?? 0));
      const again = tried < most && isPassing;
      const asked = response === undefined ? undefined : retryAfter(response, options.clock.wall());
      const delay = asked === "too long" ? asked : (asked ?? backoff(tried, random()));
      const left = wait.left();
      if (!again || delay === "too long" || delay >= left) {
        if (again)
          options.logger.info(`${name}: given up on, ${inSeconds(left)} before its deadline`);
        if (response !== undefined) return response;
        throw noAnswer(name, tried, failure);
      }
      const reason = failure?.message ?? `status ${response?.status}`;
      options.logger.info(
        `${name}: ${reason}; trying again in ${delay} ms (${tried} of ${most}; ${inSeconds(left)} left)`,
      );
      await sleep(delay).catch(() => {
        throw noAnswer(name, tried, new SendFailure("the run was stopped", false));
      });
    }
  };

  const attempt = async (open: () => ClientRequest, url: URL, request: HttpRequest) => {
    try {
      return { response: await send(open, url, request, options.signal) };
    } catch (error) {
      if (error instanceof SendFailure) return { failure: error };
      throw error;
    }
  };

  return {
    async request(request) {
      if (options.offline) {
        throw new UsageError(`${redactUrl(request.url)} is needed, and this run is offline`, {
          hint: "Turn `offline` off, or give what is needed as a file.",
        });
      }
      let url = request.lookup === undefined ? hosts.check(request.url) : new URL(request.url);
      let current = request;
      for (let redirects = 0; ; redirects++) {
        const response = await exchange(url, current);
        const target = response.headers["location"];
        const follows = REDIRECTS.has(response.status) && request.redirects !== "manual";
        if (!follows || target === undefined || !/^(GET|HEAD)$/.test(current.method ?? "GET"))
          return response;
        if (redirects === MAX_REDIRECTS) {
          throw new ExternalError(
            `${redactUrl(request.url)} redirected more than ${MAX_REDIRECTS} times`,
          );
        }
        const next = hosts.check(target, url);
        if (next.origin !== url.origin) current = withoutCredentials(current);
        url = next;
      }
    },
  };
}

function givenUp(patienceMs: number): SendFailure {
  return new SendFailure(
    `this run has waited ${inSeconds(patienceMs)} for it already and asks no more`,
    false,
    "Run the step again when the service is up.",
  );
}

function inSeconds(milliseconds: number): string {
  return `${Math.max(0, Math.round(milliseconds / 1000))} s`;
}

function withoutCredentials(request: HttpRequest): HttpRequest {
  const kept = Object.entries(request.headers ?? {}).filter(([name]) =>
    HARMLESS_HEADERS.has(name.toLowerCase()),
  );
  return { ...request, headers: Object.fromEntries(kept) };
}

function noAnswer(name: string, tries: number, failure: SendFailure | undefined): ExternalError {
  const count = tries <= 1 ? "" : ` after ${tries} tries`;
  return new ExternalError(`${name} gave no answer${count}: ${failure?.message ?? "unknown"}`, {
    hint:
      failure?.hint ??
      "Check that the service is up and that this machine may reach it; HTTPS_PROXY and NO_PROXY are honoured.",
  });
}

/** Opens requests over agents that keep connections. Node's http modules and the proxy agent are loaded at first use. */
function connector(environment: GuardedHttpOptions["environment"]) {
  const agents = new Map<string, Promise<Agent>>();
  const agentFor = (url: URL, proxy: URL | undefined): Promise<Agent> => {
    const key = `${url.protocol}${proxy?.href ?? ""}`;
    const known = agents.get(key) ?? makeAgent(url, proxy, true);
    agents.set(key, known);
    return known;
  };
  return async (url: URL, request: HttpRequest): Promise<() => ClientRequest> => {
    const proxy = proxyFor(url, environment);
    // A kept connection that the server just closed fails; what must not be sent twice gets a fresh one.
    const agent = isRepeatable(request)
      ? await agentFor(url, proxy)
      : await makeAgent(url, proxy, false);
    const secure = url.protocol === "https:";
    const start = secure
      ? (await import("node:https")).request
      : (await import("node:http")).request;
    const length = request.body === undefined ? {} : { "content-length": lengthOf(request.body) };
    const headers = { "user-agent": "assay", ...length, ...request.headers };
    const { method = "GET", lookup } = request;
    return () => start(url, { method, headers, agent, lookup });
  };
}

function lengthOf(body: string | Uint8Array): string {
  return String(Buffer.byteLength(body));
}

async function makeAgent(url: URL, proxy: URL | undefined, keepAlive: boolean): Promise<Agent> {
  if (proxy !== undefined) {
    const { tunnelAgent } = await import("./tunnel.ts");
    return tunnelAgent(url, proxy, { keepAlive });
  }
  const { Agent: Chosen } =
    url.protocol === "https:" ? await import("node:https") : await import("node:http");
  return new Chosen({ keepAlive });
}
