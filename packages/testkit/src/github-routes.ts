import { gunzipSync } from "node:zlib";
import type { FakeComment, GithubState, JournalEntry } from "./fake-github.ts";
import { RELEASE_ROUTES } from "./release-routes.ts";

export interface Routed {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Call {
  readonly entry: JournalEntry;
  readonly state: GithubState;
  readonly origin: string;
  /** The numbered group of the path. */
  readonly id: number;
  /** The group of the path as it is written. */
  readonly text: string;
}

export interface Route {
  readonly method: string;
  /** Below `/repos/<owner>/<name>`. */
  readonly path: RegExp;
  answer(call: Call): Routed;
}

const ROUTES: readonly Route[] = [
  { method: "GET", path: /^\/issues\/(\d+)\/comments$/, answer: listComments },
  { method: "POST", path: /^\/issues\/(\d+)\/comments$/, answer: createComment },
  { method: "PATCH", path: /^\/issues\/comments\/(\d+)$/, answer: updateComment },
  { method: "GET", path: /^\/pulls\/(\d+)$/, answer: getPull },
  { method: "POST", path: /^\/code-scanning\/sarifs$/, answer: uploadSarif },
  { method: "GET", path: /^\/code-scanning\/sarifs\/(\d+)$/, answer: sarifStatus },
  { method: "POST", path: /^\/dependency-graph\/snapshots$/, answer: takeSnapshot },
  { method: "POST", path: /^\/attestations$/, answer: takeAttestation },
  { method: "GET", path: /^\/attestations\/(sha256:[0-9a-f]{64})$/, answer: attestationsOf },
  ...RELEASE_ROUTES,
];

/** The answer to a request; 401 without a token, 404 for what the server does not have. */
export function answerOf(entry: JournalEntry, state: GithubState, origin: string): Routed {
  if (entry.path === "/oidc/token") return idToken({ entry, state, origin, id: 0, text: "" });
  if (entry.path === "/meta" || entry.path === "/api/v3/meta") return { status: 200, body: {} };
  const isRead = entry.method === "GET" && /\/(releases|git|attestations)\//.test(entry.path);
  if (entry.headers["authorization"] === undefined && !isRead)
    return refusal(401, "Requires authentication");
  const base = `/repos/${state.repository}`;
  const path = entry.path.replace(/^\/api\/uploads(?=\/)/, "");
  const below = path.startsWith(`${base}/`) ? path.slice(base.length) : "";
  for (const route of ROUTES) {
    const match = route.path.exec(below);
    if (match !== null && route.method === entry.method) {
      const text = decodeURIComponent(match[1] ?? "");
      return route.answer({ entry, state, origin, id: Number(text), text });
    }
  }
  return refusal(404, "Not Found");
}

function refusal(status: number, message: string): Routed {
  return { status, body: { message } };
}

function listComments({ entry, state, origin, id }: Call): Routed {
  const size = Math.min(100, Number(entry.query["per_page"] ?? 30));
  const page = Number(entry.query["page"] ?? 1);
  const all = state.comments.get(id) ?? [];
  const next = `${origin}/api/v3${entry.path}?per_page=${size}&page=${page + 1}`;
  return {
    status: 200,
    body: all.slice((page - 1) * size, page * size),
    ...(page * size < all.length ? { headers: { link: `<${next}>; rel="next"` } } : {}),
  };
}

function createComment({ entry, state, id }: Call): Routed {
  const body = textOf(entry);
  if (body.length > 65_536) return refusal(422, "Validation Failed: body is too long");
  const comments = state.comments.get(id) ?? [];
  const made: FakeComment = { id: id * 1000 + comments.length + 1, body, user: state.self };
  state.comments.set(id, [...comments, made]);
  return { status: 201, body: made };
}

function updateComment({ entry, state, id }: Call): Routed {
  const found = [...state.comments.values()].flat().find((comment) => comment.id === id);
  if (found === undefined) return refusal(404, "Not Found");
  found.body = textOf(entry);
  return { status: 200, body: found };
}

function getPull({ state, id }: Call): Routed {
  const pull = state.pulls.get(id);
  return pull === undefined ? refusal(404, "Not Found") : { status: 200, body: pull };
}

function takeAttestation({ entry, state }: Call): Routed {
  const { bundle } = (entry.body ?? {}) as {
    readonly bundle?: { readonly dsseEnvelope?: unknown };
  };
  if (bundle?.dsseEnvelope === undefined) return refusal(422, "Validation Failed: no attestation");
  state.attestations.push(bundle);
  return { status: 201, body: { id: 700 + state.attestations.length } };
}

function attestationsOf({ state, text }: Call): Routed {
  const isAbout = (bundle: unknown) => {
    const { dsseEnvelope } = bundle as { readonly dsseEnvelope: { readonly payload: string } };
    const statement = JSON.parse(Buffer.from(dsseEnvelope.payload, "base64").toString("utf8"));
    const subjects: readonly { readonly digest: { readonly sha256?: string } }[] =
      statement.subject;
    return subjects.some(({ digest }) => `sha256:${digest.sha256}` === text);
  };
  const attestations = state.attestations.filter(isAbout).map((bundle) => ({ bundle }));
  return attestations.length === 0
    ? refusal(404, "Not Found")
    : { status: 200, body: { attestations } };
}

function takeSnapshot({ entry, state }: Call): Routed {
  state.snapshots.push(entry.body);
  const message = "The snapshot was looked at.";
  const id = state.snapshots.length;
  return { status: 201, body: { id, created_at: "", result: state.snapshotResult, message } };
}

function uploadSarif({ entry, state, origin }: Call): Routed {
  const { commit_sha = "", ref = "", sarif = "" } = fields(entry);
  const unpacked: unknown = JSON.parse(gunzipSync(Buffer.from(sarif, "base64")).toString("utf8"));
  state.uploads.push({ commit_sha, ref, sarif: unpacked });
  const id = String(state.uploads.length);
  const url = `${origin}/api/v3/repos/${state.repository}/code-scanning/sarifs/${id}`;
  return { status: 202, body: { id, url } };
}

function sarifStatus({ state, id }: Call): Routed {
  if (id > state.uploads.length) return refusal(404, "Not Found");
  if (state.pendingPolls > 0) {
    state.pendingPolls -= 1;
    return { status: 200, body: { processing_status: "pending" } };
  }
  const errors = state.sarifErrors;
  const failed = errors.length > 0;
  return {
    status: 200,
    body: failed ? { processing_status: "failed", errors } : { processing_status: "complete" },
  };
}

/** A token whose claims name the audience. Its signature is a word: nothing here verifies it. */
function idToken({ entry, state, origin }: Call): Routed {
  if (entry.headers["authorization"]?.toString().toLowerCase() !== `bearer ${state.requestToken}`) {
    return refusal(401, "Unauthorized");
  }
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const claims = {
    iss: `${origin}/oidc`,
    sub: `repo:${state.repository}:ref:refs/heads/main`,
    aud: entry.query["audience"] ?? `https://github.com/${state.repository.split("/")[0]}`,
    repository: state.repository,
    job_workflow_ref: `${state.repository}/.github/workflows/ci.yml@refs/heads/main`,
    exp: 4_102_444_800,
  };
  const value = `${part({ alg: "RS256", typ: "JWT" })}.${part(claims)}.${part("signature")}`;
  return { status: 200, body: { value } };
}

function fields(entry: JournalEntry): Partial<Record<string, string>> {
  if (typeof entry.body !== "object" || entry.body === null) return {};
  return Object.fromEntries(
    Object.entries(entry.body).filter(([, value]) => typeof value === "string"),
  );
}

function textOf(entry: JournalEntry): string {
  return fields(entry)["body"] ?? "";
}
