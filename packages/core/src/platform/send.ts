import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { ClientRequest, IncomingMessage } from "node:http";
import { redactUrl } from "./allowed-hosts.ts";
import { ExternalError } from "./errors.ts";
import type { HttpRequest, HttpResponse } from "./http.ts";

/** The proxy would not open the way to the service. */
export class ProxyRefusal extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`the proxy answered CONNECT with status ${status}`);
    this.status = status;
  }
}

/** Why a try ended without an answer. `transient`: another try may work. */
export class SendFailure extends Error {
  readonly transient: boolean;
  /** Nobody listens at that address and port. */
  readonly refused: boolean;
  readonly hint: string | undefined;
  constructor(message: string, transient: boolean, hint?: string, refused = false) {
    super(message);
    this.transient = transient;
    this.refused = refused;
    this.hint = hint;
  }
}

export const DEFAULT_TIMEOUT_MS = 30_000;
const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;

/**
 * One try over a request that `start` makes: the time limit covers everything from the first packet to the last byte.
 *
 * @throws SendFailure
 */
export function send(
  start: () => ClientRequest,
  url: URL,
  request: HttpRequest,
  signal: AbortSignal | undefined,
): Promise<HttpResponse> {
  const timeoutMs = request.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const maxBytes = request.maxBytes ?? DEFAULT_MAX_BYTES;
  return new Promise((resolve, reject) => {
    const stopped = () => new SendFailure("the run was stopped", false);
    // A request that is destroyed before anything listens to it ends the process.
    if (signal?.aborted) return reject(stopped());
    const outgoing = start();
    const end = (failure: SendFailure | ExternalError) => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
      reject(failure);
      outgoing.destroy();
    };
    const abort = () => end(stopped());
    const timer = setTimeout(
      () => end(new SendFailure(`no full answer within ${timeoutMs} ms`, true)),
      timeoutMs,
    );
    signal?.addEventListener("abort", abort);
    outgoing.on("error", (error) => end(failureOf(error)));
    outgoing.on("response", (incoming) => {
      if (request.streams && /^20[06]$/.test(String(incoming.statusCode))) {
        clearTimeout(timer);
        incoming.on("close", () => signal?.removeEventListener("abort", abort));
        return resolve({ ...responseOf(url, incoming, Buffer.alloc(0)), stream: incoming });
      }
      const saveTo = incoming.statusCode === 200 ? request.saveTo : undefined;
      // What was to go to a file is bounded by the disk, and by less where it goes to memory after all.
      const limit = saveTo === request.saveTo ? maxBytes : Math.min(maxBytes, DEFAULT_MAX_BYTES);
      read(incoming, limit, saveTo).then((body) => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", abort);
        resolve(responseOf(url, incoming, body));
      }, end);
    });
    const { sendFrom } = request;
    if (sendFrom === undefined) outgoing.end(request.body);
    else
      (typeof sendFrom === "string" ? createReadStream(sendFrom) : sendFrom())
        .on("error", (error: Error) => end(new SendFailure(error.message, false)))
        .pipe(outgoing);
  });
}

async function read(
  incoming: IncomingMessage,
  maxBytes: number,
  saveTo: string | undefined,
): Promise<Buffer> {
  const tooLarge = new SendFailure(`the answer has more than ${maxBytes} bytes`, false);
  if (Number(incoming.headers["content-length"] ?? 0) > maxBytes) throw tooLarge;
  const chunks: Buffer[] = [];
  let bytes = 0;
  const file = saveTo === undefined ? undefined : await saved(saveTo, open(saveTo, "w"));
  try {
    for await (const chunk of incoming as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw tooLarge;
      if (file === undefined) chunks.push(chunk);
      else await saved(saveTo, file.writeFile(chunk));
    }
  } catch (error) {
    throw error instanceof SendFailure || error instanceof ExternalError ? error : failureOf(error);
  } finally {
    await file?.close();
  }
  return Buffer.concat(chunks);
}

/** A disk that is full is not the service's failure, and another try does not help. */
async function saved<T>(path: string | undefined, step: Promise<T>): Promise<T> {
  return await step.catch((cause: { code?: unknown }) => {
    throw new ExternalError(`${path} can't be written (${cause.code})`, {
      hint: "Free some room, or name a folder that may be written.",
      cause,
    });
  });
}

function responseOf(url: URL, incoming: IncomingMessage, body: Buffer): HttpResponse {
  const headers: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return {
    status: incoming.statusCode ?? 0,
    headers,
    body,
    text: () => body.toString("utf8"),
    json: () => parseJson(url, incoming, body),
  };
}

function parseJson(url: URL, incoming: IncomingMessage, body: Buffer): unknown {
  try {
    if (isUtf8(body)) return JSON.parse(body.toString("utf8"));
  } catch {
    // Reported below, together with bytes that are no text.
  }
  throw new ExternalError(
    `${redactUrl(url)} answered ${incoming.statusCode} with ${body.length} bytes that are no JSON (${incoming.headers["content-type"] ?? "no content type"})`,
    { hint: "Check that the address is the service's API and not a page of a portal or proxy." },
  );
}

/** Node's codes that a second try can't change. Everything else on a connection is taken as passing. */
const PERMANENT =
  /^(ENOTFOUND|ERR_TLS_|ERR_SSL_|ERR_INVALID_|HPE_|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_)/;

function failureOf(error: unknown): SendFailure {
  if (error instanceof ProxyRefusal) return proxyRefusal(error.status);
  const code =
    typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  const aggregate = error instanceof AggregateError ? error.errors[0] : undefined;
  const message = error instanceof Error ? error.message : "";
  const first = aggregate instanceof Error && "code" in aggregate ? String(aggregate.code) : "";
  const text = message || (aggregate instanceof Error ? aggregate.message : "");
  const reason = text.includes(code) ? text : `${text} (${code})`;
  const certificate = /CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_/.test(code);
  return new SendFailure(
    reason || "connection failed",
    !PERMANENT.test(code),
    certificate
      ? "If a proxy or server here has a certificate of your own authority, set NODE_EXTRA_CA_CERTS to the authority's PEM file before the program starts (in a workflow: in the step's `env`)."
      : undefined,
    code === "ECONNREFUSED" || first === "ECONNREFUSED",
  );
}

function proxyRefusal(status: number): SendFailure {
  return new SendFailure(
    `the proxy refused the connection with status ${status}`,
    status >= 500,
    status === 407
      ? "Put the proxy's user and password into the address in HTTPS_PROXY."
      : "Ask whoever runs the proxy to allow this host, or add it to NO_PROXY.",
  );
}
