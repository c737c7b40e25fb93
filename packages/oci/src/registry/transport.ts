import { ExternalError, type HttpRequest, type HttpResponse } from "@assay/core";
import { redactUrl } from "@assay/core/host";
import { StoreError } from "../error.ts";
import type { Judge } from "./judge.ts";
import type { RegistryContext } from "./session.ts";

const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** What may go to another origin; everything else may hold a credential. */
const HARMLESS = new Set([
  "accept",
  "accept-encoding",
  "content-length",
  "content-range",
  "content-type",
  "range",
]);

export interface Sent {
  readonly response: HttpResponse;
  readonly url: URL;
}

/**
 * Sends a request, and follows the redirects of GET and HEAD by the judge's rules. Once the origin has changed, credentials are gone for
 * good, also where a redirect leads back.
 *
 * @param stays Redirects to another origin are given back as answers.
 * @throws StoreError
 */
export async function sendAndFollow(
  context: RegistryContext,
  judge: Judge,
  first: URL,
  request: Omit<HttpRequest, "url" | "redirects" | "lookup">,
  what: string,
  stays = false,
): Promise<Sent> {
  const { method = "GET" } = request;
  let url = first;
  let headers = request.headers ?? {};
  const asked = new URL(first);
  for (let redirects = 0; ; redirects++) {
    const isOwn = judge.isOwn(url);
    if (!isOwn) headers = withoutCredentials(headers, redirects === 0);
    const lookup = isOwn ? undefined : await judge.lookupFor(url, `${what} led`);
    const response = await answer(
      context,
      { ...request, url: url.href, headers, lookup, redirects: "manual" },
      what,
    );
    const location = response.headers["location"];
    if (!REDIRECTS.has(response.status) || location === undefined || !/^(GET|HEAD)$/.test(method))
      return { response, url };
    if (!URL.canParse(location, url.href))
      throw new StoreError(
        "failed",
        `${what} was redirected by ${redactUrl(url)} to what is no address`,
      );
    const next = new URL(location, url);
    if (stays && next.origin !== asked.origin) return { response, url };
    if (redirects === MAX_REDIRECTS)
      throw new StoreError("failed", `${what} was redirected more than ${MAX_REDIRECTS} times`);
    if (url.protocol === "https:" && next.protocol !== "https:")
      throw new StoreError("failed", `${what} was redirected from https to ${next.origin}`);
    if (next.origin !== url.origin) headers = withoutCredentials(headers, false);
    url = next;
  }
}

function withoutCredentials(headers: Readonly<Record<string, string>>, keepsOwn: boolean) {
  return keepsOwn
    ? headers
    : Object.fromEntries(
        Object.entries(headers).filter(([name]) => HARMLESS.has(name.toLowerCase())),
      );
}

/** The client's errors in the words of a store. */
async function answer(
  context: RegistryContext,
  request: HttpRequest,
  what: string,
): Promise<HttpResponse> {
  try {
    return await context.http.request(request);
  } catch (cause) {
    if (!(cause instanceof ExternalError)) throw cause;
    const { hint, message } = cause;
    const details = { cause, ...(hint === undefined ? {} : { hint }) };
    const [, most] = / has more than (\d+) bytes/.exec(message) ?? [];
    if (most !== undefined)
      throw new StoreError("malformed", `${what} has more than the ${most} bytes that are read`, {
        cause,
      });
    const isCut = /: aborted(?: \(ECONNRESET\))?$/.test(message);
    throw new StoreError(
      isCut ? "truncated" : "unreachable",
      isCut ? `${what} broke off each time before its end (${message})` : `${what}: ${message}`,
      details,
    );
  }
}
