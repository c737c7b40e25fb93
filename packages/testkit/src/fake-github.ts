import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { answerOf, type Routed } from "./github-routes.ts";
import { answerFaulty, type FaultPlan, type WireAnswer } from "./sigstore/faults.ts";

/** A request that came in, in order. */
export interface JournalEntry {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** JSON where it is some, else text. */
  readonly body: unknown;
  readonly bytes: Uint8Array;
}

/** An answer in place of the real one. */
export interface Fault {
  readonly method?: string;
  /** Tested against the path below the API's base. */
  readonly path: RegExp;
  readonly status: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** How often; always where it is not given. */
  times?: number;
  /** What is asked for is done before the fault is answered. */
  readonly commit?: boolean;
  /** Happens before the answer, after what is committed; with a status of 0 the real answer is sent. */
  readonly effect?: (state: GithubState, entry: JournalEntry) => void;
  /** Milliseconds before the answer. */
  readonly delayMs?: number;
}

export interface FakeComment {
  readonly id: number;
  body: string;
  readonly user: { readonly login: string; readonly type: string };
}

export interface SarifUpload {
  readonly commit_sha: string;
  readonly ref: string;
  /** Unpacked. */
  readonly sarif: unknown;
}

/** What the server knows; tests fill and read it. */
export interface GithubState {
  readonly repository: string;
  /** By the number of the issue or pull request. */
  readonly comments: Map<number, FakeComment[]>;
  readonly uploads: SarifUpload[];
  /** How often an upload is still `pending` when it is asked for. */
  pendingPolls: number;
  /** Errors of processing; then the status is `failed`. */
  sarifErrors: readonly string[];
  readonly pulls: Map<number, unknown>;
  /** Who the token is, as comments name it. */
  readonly self: { readonly login: string; readonly type: string };
  readonly requestToken: string;
  /** Snapshots of the dependency graph, and what is answered to them. */
  readonly snapshots: unknown[];
  snapshotResult: "SUCCESS" | "ACCEPTED" | "INVALID";
  /** Bundles that were uploaded to the attestations API. */
  readonly attestations: unknown[];
  /** Those that are published, by tag. */
  readonly releases: Map<string, FakeRelease>;
  /** Found by no tag, and several may have one. */
  drafts: FakeRelease[];
  /** What is published can't be changed from then on. */
  immutableReleases: boolean;
  /** What each tag points at: commits, or tag objects. */
  readonly tags: Map<string, GitObject>;
  /** What tag objects point at, by their own name. */
  readonly tagObjects: Map<string, GitObject>;
}

export interface GitObject {
  readonly type: "commit" | "tag";
  readonly sha: string;
}

export interface FakeAsset {
  readonly id: number;
  name: string;
  readonly bytes: Uint8Array;
  /** `starter`: half uploaded; whole where it is not given. */
  readonly state?: "starter";
  /** An old server says none. */
  readonly digest?: null;
}

export interface FakeRelease {
  readonly id: number;
  immutable?: boolean;
  /** Of a draft; a published one is known by its key. */
  readonly tag?: string;
  readonly body?: string;
  readonly target?: string;
  assets: FakeAsset[];
}

export interface FakeGithub {
  readonly origin: string;
  readonly state: GithubState;
  readonly journal: readonly JournalEntry[];
  fail(fault: Fault): void;
  /** What every request may meet from now on; nothing where it is `undefined`. */
  storm: FaultPlan | undefined;
  /** The runner's variables that lead to this server, with an OIDC endpoint unless `idToken` is false. */
  environment(options?: { readonly idToken?: boolean }): Record<string, string>;
  close(): Promise<void>;
}

const API = "/api/v3";

/** GitHub on a loopback port, with its API below a path as on GitHub Enterprise Server. */
export async function startFakeGithub(repository = "octo/shop"): Promise<FakeGithub> {
  const faults: Fault[] = [];
  const journal: JournalEntry[] = [];
  const state: GithubState = {
    repository,
    comments: new Map(),
    uploads: [],
    pendingPolls: 0,
    sarifErrors: [],
    pulls: new Map(),
    self: { login: "github-actions[bot]", type: "Bot" },
    requestToken: `runner-${"r".repeat(16)}`,
    snapshots: [],
    attestations: [],
    snapshotResult: "SUCCESS",
    releases: new Map(),
    drafts: [],
    immutableReleases: true,
    tags: new Map(),
    tagObjects: new Map(),
  };
  const server = createServer((request, response) => {
    void receive(request).then(async (entry) => {
      journal.push(entry);
      const fault = faults.find((one) => matches(one, entry));
      if (fault === undefined) {
        const mode = github.storm?.next("github");
        if (mode === undefined) return reply(response, answerOf(entry, state, origin));
        const done = () => wired(answerOf(entry, state, origin));
        return answerFaulty(mode, { response, reply: done, now: new Date() });
      }
      if (fault.times !== undefined) fault.times -= 1;
      const real = fault.commit || fault.status === 0 ? answerOf(entry, state, origin) : undefined;
      fault.effect?.(state, entry);
      if (fault.delayMs !== undefined) await wait(fault.delayMs);
      if (real !== undefined && fault.status === 0) return reply(response, real);
      response.writeHead(fault.status, { "content-type": "application/json", ...fault.headers });
      response.end(fault.body ?? JSON.stringify({ message: `status ${fault.status}` }));
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const github: FakeGithub = {
    origin,
    state,
    journal,
    storm: undefined,
    fail: (fault) => void faults.push(fault),
    environment: ({ idToken = true } = {}) => ({
      GITHUB_API_URL: `${origin}${API}`,
      GITHUB_REPOSITORY: repository,
      ...(idToken
        ? {
            ACTIONS_ID_TOKEN_REQUEST_URL: `${origin}/oidc/token?api-version=2.0`,
            ACTIONS_ID_TOKEN_REQUEST_TOKEN: state.requestToken,
          }
        : {}),
    }),
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return github;
}

function matches(fault: Fault, entry: JournalEntry): boolean {
  const method = fault.method === undefined || fault.method === entry.method;
  return method && fault.times !== 0 && fault.path.test(entry.path);
}

async function receive(request: IncomingMessage): Promise<JournalEntry> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const url = new URL(request.url ?? "/", "http://fake");
  const text = Buffer.concat(chunks).toString("utf8");
  return {
    method: request.method ?? "GET",
    path: url.pathname.startsWith(`${API}/`) ? url.pathname.slice(API.length) : url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: request.headers,
    body: /^[[{]/.test(text) ? JSON.parse(text) : text,
    bytes: Buffer.concat(chunks),
  };
}

function reply(response: ServerResponse, routed: Routed): void {
  const { status, headers, bytes } = wired(routed);
  response.writeHead(status, headers).end(bytes);
}

function wired({ status, headers, body }: Routed): WireAnswer {
  const text = status === 204 ? "" : JSON.stringify(body ?? {});
  return {
    status,
    headers: { "content-type": "application/json", ...headers },
    bytes: Buffer.from(body instanceof Uint8Array ? body : text),
  };
}
