import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type RegistryAnswer, type RegistryCall, refusal } from "./answer.ts";
import { registryAuth } from "./auth.ts";
import { registryBlobs } from "./blobs.ts";
import { type RegistryContent, registryContent, repositoryOf } from "./content.ts";
import { answerManifest, answerReferrers, answerTags } from "./manifests.ts";
import type {
  MiniRegistryOptions,
  RegistryFault,
  RegistryPort,
  RegistryRequestEntry,
} from "./options.ts";

/** A registry in memory, on loopback. */
export interface MiniRegistry extends RegistryContent {
  /** `127.0.0.1:<port>`: what stands before the repository in a reference. */
  readonly host: string;
  readonly url: string;
  /** What it redirects blobs and uploads to, where `storage` is on. */
  readonly storageUrl: string;
  readonly tokenUrl: string;
  readonly journal: readonly RegistryRequestEntry[];
  /** Method and path of each request so far, without the query; of other servers with their name before it. Empties the journal. */
  takeRequests(): readonly string[];
  /** The first that fits a request is done. */
  readonly faults: RegistryFault[];
  /** Ends the life of every token. */
  expireTokens(): void;
  /** Sessions that were begun and not ended. */
  readonly openUploads: number;
  close(): Promise<void>;
}

/** https://github.com/opencontainers/distribution-spec/blob/main/spec.md, with switches for what registries do otherwise. */
export async function startMiniRegistry(options: MiniRegistryOptions = {}): Promise<MiniRegistry> {
  const journal: RegistryRequestEntry[] = [];
  const faults: RegistryFault[] = [];
  const repositories = new Map();
  const content = registryContent(repositories);
  const urls = { registry: "", storage: "", token: "" };
  const auth = registryAuth(
    options,
    () => `${options.tokenPort === true ? urls.token : urls.registry}/token`,
  );
  const blobs = registryBlobs(content, options, () => urls.storage);

  const answer = (call: RegistryCall): RegistryAnswer => {
    const path = decodeURIComponent(call.url.pathname);
    if (path === "/token") return auth.token(call);
    if (call.port === "storage" && call.headers["authorization"] !== undefined)
      return { status: 400, body: "InvalidArgument: only one auth mechanism allowed" };
    const [, name = "", kind, rest = ""] =
      /^\/v2\/(?:(.+?)\/(manifests|blobs|tags|referrers)\/(.*))?$/.exec(path) ?? [];
    const challenge = call.port === "storage" ? undefined : auth.challenge(call, name);
    if (challenge !== undefined) return challenge;
    if (path === "/v2/") return { status: 200, body: "{}" };
    if (/^(PUT|POST)$/.test(call.method)) repositoryOf(repositories, name);
    if (kind === "manifests") return answerManifest(content, options, call, name, rest);
    if (kind === "referrers") return answerReferrers(content, options, call, name, rest);
    if (kind === "tags") return answerTags(content, options, call, name);
    if (kind !== "blobs") return refusal(404, "NAME_UNKNOWN", "nothing is here");
    return rest.startsWith("uploads/")
      ? blobs.upload(call, name, rest.slice("uploads/".length))
      : blobs.answer(call, name, rest);
  };

  const serverOf = (port: RegistryPort) =>
    createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("error", () => {});
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const { method = "", headers, url: path = "/" } = request;
        const body = Buffer.concat(chunks);
        const { authorization } = headers;
        const entry: RegistryRequestEntry = {
          port,
          method,
          path,
          ...(authorization === undefined ? {} : { authorization }),
          headers,
          bodyBytes: body.length,
          ...(path.startsWith("/token") ? { body: body.toString("utf8") } : {}),
          status: 0,
        };
        journal.push(entry);
        const fault = takeFault(faults, entry);
        if (fault?.hangUp === true) return request.socket.destroy();
        const call = { port, method, url: new URL(path, urls[port]), headers, body };
        const said: RegistryAnswer =
          fault?.status === undefined
            ? answer(call)
            : { status: fault.status, body: fault.body ?? "" };
        entry.status = said.status;
        send(response, method, said, { ...options.headers, ...fault?.headers }, fault);
      });
    });

  const servers = await Promise.all(
    (["registry", "storage", "token"] as const).map(async (port) => {
      const server = serverOf(port);
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      urls[port] =
        `http://${options.hostname ?? "127.0.0.1"}:${(server.address() as AddressInfo).port}`;
      return server;
    }),
  );
  return {
    ...content,
    host: new URL(urls.registry).host,
    url: urls.registry,
    storageUrl: urls.storage,
    tokenUrl: urls.token,
    journal,
    takeRequests: () =>
      journal
        .splice(0)
        .map(
          ({ port, method, path }) =>
            `${port === "registry" ? "" : `${port}: `}${method} ${path.split("?")[0]}`,
        ),
    faults,
    expireTokens: auth.expire,
    get openUploads() {
      return blobs.uploads.size;
    },
    close: async () => {
      await Promise.all(
        servers.map((server) => {
          const closed = new Promise<void>((resolve) => server.close(() => resolve()));
          server.closeAllConnections();
          return closed;
        }),
      );
    },
  };
}

function takeFault(
  faults: RegistryFault[],
  { port, method, path }: RegistryRequestEntry,
): RegistryFault | undefined {
  const at = faults.findIndex(
    (fault) =>
      (fault.port ?? "registry") === port &&
      (fault.method ?? method) === method &&
      (fault.path?.test(path) ?? true),
  );
  const fault = faults[at];
  if (fault?.times !== undefined && --fault.times <= 0) faults.splice(at, 1);
  return fault;
}

function send(
  response: ServerResponse,
  method: string,
  said: RegistryAnswer,
  more: Readonly<Record<string, string>>,
  fault: RegistryFault | undefined,
): void {
  const right = Buffer.from((said.body ?? "") as string);
  const body = fault?.change === undefined ? right : Buffer.from(fault.change(right));
  const length = { "content-length": String(body.length) };
  response.writeHead(said.status, { ...length, ...said.headers, ...more });
  if (method === "HEAD") return void response.end();
  if (fault?.cutAfter === undefined) return void response.end(body);
  response.write(body.subarray(0, fault.cutAfter), () => response.destroy());
}
