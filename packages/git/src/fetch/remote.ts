import type { Logger, RemoteAccess } from "@assay/core";
import { checkedFolders, isChecked, realPath, UsageError } from "@assay/core";
import type { GitResult } from "../repository/git-processes.ts";
import type { Repository } from "../repository/repository.ts";
import { keepShallow } from "./keep-shallow.ts";

/** Where missing commits may be fetched from. */
export interface Remote {
  readonly url: string;
  /** Variables that only a fetching process gets: the one allowed protocol, the credentials, the proxy. */
  readonly env: Readonly<Record<string, string>>;
}

export interface RemoteOptions {
  readonly remote: RemoteAccess | null;
  readonly offline: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const FETCH_TIMEOUT_MS = 10 * 60 * 1000;
const CURL_VARIABLES = [
  ...["http_proxy", "https_proxy", "all_proxy", "no_proxy"],
  ...["HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"],
  ...["SSL_CERT_FILE", "SSL_CERT_DIR", "GIT_SSL_CAINFO"],
] as const;
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * The run's own server where there is a token for it, else `origin` where that is on this machine; `undefined` where nothing may
 * be fetched.
 *
 * @throws UsageError when the server or repository of the run is malformed.
 */
export async function allowedRemote(
  repo: Repository,
  { remote, offline, environment }: RemoteOptions,
): Promise<Remote | undefined> {
  if (offline) return undefined;
  if (remote?.token !== undefined && remote.token !== "") {
    return withToken(remote, remote.token, environment);
  }
  const url = repo.configuredOrigin;
  const protocol = url === undefined ? undefined : await localProtocol(repo, url, environment);
  if (url === undefined || protocol === undefined) return undefined;
  return { url, env: { GIT_ALLOW_PROTOCOL: protocol } };
}

/** Where `origin` points to, without a user or password in it; `undefined` where there is no `origin`. */
export function originUrl({ configuredOrigin: url }: Repository): string | undefined {
  if (url === undefined || !URL.canParse(url)) return url;
  const parsed = new URL(url);
  parsed.username = parsed.password = "";
  return parsed.href;
}

async function localProtocol(
  repo: Repository,
  url: string,
  environment: RemoteOptions["environment"],
): Promise<string | undefined> {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol === "http:" && LOOPBACK.has(parsed.hostname)) return "http";
  const path = url.startsWith("/")
    ? url
    : parsed?.protocol === "file:" && parsed.host === ""
      ? decodeURIComponent(parsed.pathname)
      : undefined;
  // A git process would run there, with the configuration of that place.
  const real = path === undefined ? undefined : realPath(path);
  if (real === undefined || isChecked(await checkedFolders(repo.root, environment), real)) {
    return undefined;
  }
  return "file";
}

function withToken(
  { serverUrl, repository }: RemoteAccess,
  token: string,
  environment: RemoteOptions["environment"],
): Remote {
  const server = URL.canParse(serverUrl) ? new URL(serverUrl) : undefined;
  const protocol = server?.protocol.slice(0, -1);
  if (server === undefined || (protocol !== "https" && protocol !== "http")) {
    throw new UsageError(`The server "${serverUrl}" is no http(s) address`);
  }
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) {
    throw new UsageError(`The repository "${repository}" is not of the form owner/name`);
  }
  const base = `${server.origin}${server.pathname.replace(/\/$/, "")}`;
  const key = `http.${server.origin}/.extraheader`;
  const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
  const env: Record<string, string> = {
    GIT_ALLOW_PROTOCOL: protocol,
    // Through the environment and not as an argument, which every process of the machine may read.
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: key,
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${basic}`,
  };
  for (const name of CURL_VARIABLES) {
    const value = environment[name];
    if (value !== undefined) env[name] = value;
  }
  return { url: `${base}/${repository}`, env };
}

/** Fetches without touching any ref that is not named in `args`. A failure is a result. */
export async function fetchFrom(
  repo: Repository,
  { url, env }: Remote,
  args: { readonly options: readonly string[]; readonly refs: readonly string[] },
  logger: Logger,
): Promise<GitResult> {
  logger.debug(`git fetch ${args.options.join(" ")} (${args.refs.length} refs or commits)`);
  const result = await repo.run(
    [
      "fetch",
      ...["--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules"],
      ...["--upload-pack=git-upload-pack", "--stdin", ...args.options, "--end-of-options", url],
    ],
    { env, input: `${args.refs.join("\n")}\n`, timeoutMs: FETCH_TIMEOUT_MS },
  );
  if (result.exitCode === 0) await keepShallow(repo, logger);
  return result;
}
