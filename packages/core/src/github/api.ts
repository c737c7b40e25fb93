import type { RemoteAccess } from "../check/event.ts";
import type { Permission } from "../command/command.ts";
import { redactUrl } from "../platform/allowed-hosts.ts";
import { ExternalError, UsageError } from "../platform/errors.ts";
import type { HttpClient, HttpRequest } from "../platform/http.ts";
import { isRecord } from "../platform/record.ts";
import { permissionsBlock } from "./permissions.ts";

/** The REST API of the repository's server. */
export interface GithubApi {
  /**
   * Calls a path below `/repos/<owner>/<name>` and gives the JSON of a 2xx answer, `undefined` where it has no body.
   *
   * @param path Or the whole address of another part of the API, such as that for uploads.
   * @param body Bytes as they are, anything else as JSON.
   * @param more What else the request is made with; its headers go before the usual ones.
   * @throws PermissionError when the token may not do this; FeatureOffError when the repository can't.
   * @throws UsageError when the token is refused.
   * @throws ExternalError for every other answer.
   */
  call(
    method: NonNullable<HttpRequest["method"]>,
    path: string,
    body?: unknown,
    more?: Partial<HttpRequest>,
  ): Promise<unknown>;
  /** The login of the token's person; `undefined` for a workflow's own token, which is nobody's. */
  self(): Promise<string | undefined>;
}

export interface GithubApiOptions {
  readonly http: HttpClient;
  /** `GITHUB_API_URL`. */
  readonly apiUrl: string;
  readonly remote: RemoteAccess;
  /** What the run needs, for the message when some of it is missing. */
  readonly permissions: readonly Permission[];
}

/** The token lacks a permission. A class of its own because a run without write access still has a verdict. */
export class PermissionError extends UsageError {}

/** The repository does not have the feature (code scanning without its licence): nothing that a workflow can change. */
export class FeatureOffError extends ExternalError {}

const UPLOAD_TIMEOUT_MS = 120_000;

/** Where releases are uploaded to: `uploads.github.com` for `api.github.com`, and so for a tenant of GHE.com; one server is its own. */
export function uploadHost({ host }: URL): string {
  return host.replace(/^api\.(?=github\.com$|[^.]+\.ghe\.com$)/, "uploads.");
}

export function createGithubApi({
  http,
  apiUrl,
  remote,
  permissions,
}: GithubApiOptions): GithubApi {
  const root = apiUrl.replace(/\/+$/, "");
  const send = (
    method: HttpRequest["method"],
    url: string,
    body?: unknown,
    more?: Partial<HttpRequest>,
  ) => {
    const isBytes = body instanceof Uint8Array;
    return http.request({
      method: method ?? "GET",
      url,
      ...(isBytes && { timeoutMs: UPLOAD_TIMEOUT_MS }),
      ...more,
      headers: {
        accept: "application/vnd.github+json",
        "x-github-api-version": "2022-11-28",
        ...(remote.token === undefined ? {} : { authorization: `Bearer ${remote.token}` }),
        ...(body === undefined
          ? {}
          : { "content-type": isBytes ? "application/octet-stream" : "application/json" }),
        ...more?.headers,
      },
      ...(body === undefined ? {} : { body: isBytes ? body : JSON.stringify(body) }),
    });
  };
  return {
    async call(method, path, body, more) {
      const url = path.startsWith("/") ? `${root}/repos/${remote.repository}${path}` : path;
      const response = await send(method, url, body, more);
      if (response.status >= 200 && response.status < 300)
        return response.body.length === 0 ? undefined : response.json();
      const name = `${method} ${redactUrl(url)}`;
      throw refusal(name, response.status, messageOf(response.text()), permissions);
    },
    async self() {
      const response = await send("GET", `${root}/user`);
      const user = response.status === 200 ? response.json() : undefined;
      return isRecord(user) && typeof user["login"] === "string" ? user["login"] : undefined;
    },
  };
}

function refusal(
  name: string,
  status: number,
  message: string,
  permissions: readonly Permission[],
): Error {
  const answer = `${name} answered ${status}${message === "" ? "" : ` (${message})`}`;
  if (status === 401) {
    return new UsageError(`${answer}: the token is not valid`, {
      hint: "Leave `token` out to use the workflow's own, or give one that has not expired.",
    });
  }
  const limited = /rate limit|abuse|secondary/i.test(message);
  if (status === 403 && /(must be|not) enabled/i.test(message)) return new FeatureOffError(answer);
  if ((status === 403 || status === 404) && !limited) {
    return new PermissionError(`${answer}: the token lacks a permission`, {
      hint: `Add this to the job:\n${permissionsBlock(permissions)}`,
    });
  }
  return new ExternalError(answer, {
    hint: limited
      ? "Wait until the limit is over and run the job again."
      : "Run the job again; if it stays, look at the status page of the server.",
  });
}

function messageOf(text: string): string {
  try {
    const body: unknown = JSON.parse(text);
    return isRecord(body) && typeof body["message"] === "string"
      ? body["message"].slice(0, 200)
      : "";
  } catch {
    return "";
  }
}
