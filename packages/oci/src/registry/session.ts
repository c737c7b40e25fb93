import type { CommandContext, HttpRequest, HttpResponse } from "@assay/core";
import type { ImageReference } from "../references/reference.ts";

/** What of a command's context a registry needs. */
export type RegistryContext = Pick<
  CommandContext,
  "http" | "processes" | "environment" | "logger" | "clock" | "signal" | "mask"
>;

export interface RegistryOptions {
  /** Hosts (`host` or `host:port`) that are reached by http: beside loopback, where that is so by itself. */
  readonly plainHttp?: readonly string[];
  /** Hosts (`host` or `host:port`) of token services that get the registry's credentials though they lie elsewhere. */
  readonly trustedRealms?: readonly string[];
  /** `registry=mirror[/path]`: asked first for what is asked for by digest. */
  readonly mirrors?: readonly string[];
}

export interface RegistryRequest
  extends Pick<
    HttpRequest,
    | "method"
    | "headers"
    | "body"
    | "sendFrom"
    | "maxBytes"
    | "streams"
    | "timeoutMs"
    | "tries"
    | "retryUnsafe"
  > {
  /**
   * Below `/v2/`, such as `team/app/blobs/uploads/`, or a URL that the registry gave (`Location`, `Link`). Credentials go to the
   * registry's own origin only.
   */
  readonly target: string | URL;
  /**
   * What the token has to allow, the most important first; `repository:<own>:pull` where it is not given.
   * https://distribution.github.io/distribution/spec/auth/scope/
   */
  readonly scopes?: readonly string[];
  /** For messages: "The blob sha256:… of ghcr.io/team/app". */
  readonly what: string;
  /** Redirects to another origin are given back as answers. */
  readonly stays?: boolean;
}

export interface RegistryResponse extends HttpResponse {
  /** Where the answer came from in the end. */
  readonly url: URL;
  /** Whether that is another origin than the registry's: its 401, 403 or 404 is not the registry's word. */
  readonly isElsewhere: boolean;
}

/** One repository of a registry, with authentication, rate limits and redirects seen to. */
export interface RegistrySession {
  readonly reference: ImageReference;
  readonly context: RegistryContext;
  /** `ghcr.io/team/app` */
  readonly name: string;
  /** Of the registry's API, such as `https://registry-1.docker.io`. */
  readonly origin: string;
  /**
   * Sends a request and gives the answer of any status but 401. GET and HEAD follow redirects (without credentials once the
   * origin differs, and to public addresses only); other methods give the redirect back.
   *
   * @throws StoreError where no answer came, or none that the credentials were good for.
   * @throws UsageError when the run is offline, or the Docker config can't be read.
   */
  request(request: RegistryRequest): Promise<RegistryResponse>;
  /** What a status stands for, with what the registry said of it. */
  failure(response: RegistryResponse, what: string): Error;
}
