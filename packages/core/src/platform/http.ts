import type { LookupFunction } from "node:net";
import type { Readable } from "node:stream";

/** The one door to the network. Every implementation refuses hosts that the command did not name. */
export interface HttpRequest {
  readonly method?: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** What is streamed as the body: a file's absolute path, or a stream anew for each try. Its size is in the `content-length` of `headers`. */
  readonly sendFrom?: string | (() => Readable);
  /** Milliseconds for one try; 30,000 where it is not given. */
  readonly timeoutMs?: number;
  /** Tries in all, the first one included; 4 where it is not given. Only transient failures are tried again. */
  readonly tries?: number;
  /** Also repeat a request that changes something (POST, PATCH): only where repeating is harmless. */
  readonly retryUnsafe?: boolean;
  /** Bytes after which the answer is refused; 64 MiB where it is not given. */
  readonly maxBytes?: number;
  /** A file that the body of an answer of status 200 is streamed to, in place of `body`: absolute, replaced by each try. */
  readonly saveTo?: string;
  /** The body of an answer of status 200 or 206 is given as `stream` in place of `body`: unlimited in bytes and time, and to be read or destroyed. */
  readonly streams?: true;
  /** Redirects are given back to the caller, who judges them. */
  readonly redirects?: "manual";
  /**
   * Resolves the host's name. Where it is given, the host need not be on the list: it is one that a listed service named, and the
   * caller has judged it; this judges the addresses that it stands for.
   */
  readonly lookup?: LookupFunction;
}

export interface HttpResponse {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly stream?: Readable;
  text(): string;
  /** @throws ExternalError when the body is no JSON. */
  json(): unknown;
}

export interface HttpClient {
  /**
   * Sends one request and returns the answer of any status: the caller judges 4xx and 5xx that are left after the retries.
   *
   * @throws UsageError when the host is not on the command's list, or when the run is offline.
   * @throws ExternalError when no answer came.
   */
  request(request: HttpRequest): Promise<HttpResponse>;
}
