import { ExternalError, type HttpClient, type HttpRequest, type HttpResponse } from "@assay/core";

/**
 * Outages of signing services last minutes. With the client's back-off (full jitter, at most 20 s each) these tries last
 * about three minutes, and what a server asks for with `Retry-After` comes on top. The client's patience bounds all of it.
 */
const TRIES = 24;

export interface ServiceRequest extends Omit<HttpRequest, "tries" | "retryUnsafe"> {
  /** For messages: `Fulcio`, `the Rekor log`. */
  readonly service: string;
}

/** A request that may be repeated: every call of the signing protocols is harmless when sent twice. */
export function callService(http: HttpClient, request: ServiceRequest): Promise<HttpResponse> {
  const { service: _, ...rest } = request;
  return http.request({ ...rest, tries: TRIES, retryUnsafe: true });
}

/** An answer that says success and can't be read is not the service's: a portal's page, or what a proxy made of it. */
const READ_TRIES = 6;

/**
 * A request whose answer is asked for again while it is not what `read` can use.
 *
 * @param read Throws ExternalError for what is no good answer.
 */
export async function readService<T>(
  http: HttpClient,
  request: ServiceRequest,
  read: (response: HttpResponse) => T | Promise<T>,
): Promise<T> {
  for (let tried = 1; ; tried++) {
    const response = await callService(http, request);
    try {
      return await read(response);
    } catch (error) {
      const isGarbage = response.status < 300 && error instanceof ExternalError;
      if (!isGarbage || tried === READ_TRIES) throw error;
    }
  }
}

const MAX_ANSWER = 300;
/** Longer than any digest or entry id in hex: a token, or one in Base64. */
const LONG_RUN = /[\w.%+/=-]{81,}/g;

/**
 * What a service says in an error, as one short line. A service may echo the credential that it was sent: long runs are
 * taken out before the text is cut, for no filter finds half of a token afterwards.
 */
export function answerText(response: HttpResponse): string {
  const text = response
    .text()
    .slice(0, 64 * 1024)
    .replace(/\s+/g, " ")
    .trim();
  return text.replace(LONG_RUN, "***").slice(0, MAX_ANSWER);
}

/** The error for an answer that can't be used; says what the service said, cut to a line. */
export function badAnswer(service: string, response: HttpResponse, hint?: string): ExternalError {
  const said = answerText(response);
  return new ExternalError(
    `${service} answered with status ${response.status}${said === "" ? "" : `: ${said}`}`,
    {
      hint:
        hint ??
        (response.status >= 500 || response.status === 429
          ? "Run the step again later; files that are signed already are skipped."
          : "Check the service's URL and version."),
    },
  );
}

export function unexpectedAnswer(service: string, what: string, cause?: unknown): ExternalError {
  return new ExternalError(`${service} answered something else than expected: ${what}`, {
    hint: "Check that the URL is that of this service, and its API version.",
    cause,
  });
}

/** `base` and `path` joined with exactly one slash. */
export function under(base: string, path: string): string {
  return `${base.replace(/\/+$/, "")}/${path}`;
}
