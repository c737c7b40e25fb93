import { StoreError } from "../error.ts";
import type { RegistryRequest, RegistryResponse, RegistrySession } from "./session.ts";

const MAX_PAGES = 1000;
/** Of all pages together: what they list is kept. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * The pages of a list, one after the other, by `Link: <…>; rel="next"` (RFC 8288).
 *
 * @throws StoreError where a link leads to another origin or back, or where there is no end.
 */
export async function* pages(
  session: RegistrySession,
  request: RegistryRequest & { readonly target: string },
): AsyncGenerator<RegistryResponse> {
  const { what } = request;
  let target: string | URL = request.target;
  const seen = new Set<string>();
  let bytes = 0;
  for (let page = 1; ; page++) {
    const response = await session.request({ ...request, target });
    bytes += response.body.length;
    if (bytes > MAX_BYTES)
      throw new StoreError("failed", `${what} has more than ${MAX_BYTES} bytes`);
    yield response;
    const link = nextLink(response.headers["link"]);
    if (link === undefined) return;
    const next: URL | undefined = URL.canParse(link, response.url.href)
      ? new URL(link, response.url)
      : undefined;
    if (next === undefined || next.origin !== session.origin)
      throw new StoreError(
        "failed",
        `${what}: the next page is said to be at ${next?.origin ?? "no address"}, which is not the registry`,
      );
    if (seen.has(next.href)) throw new StoreError("failed", `${what}: the pages lead in a circle`);
    if (page === MAX_PAGES)
      throw new StoreError("failed", `${what}: there are more than ${MAX_PAGES} pages`);
    seen.add(next.href);
    target = next;
  }
}

function nextLink(header: string | undefined): string | undefined {
  for (const [, url, parameters = ""] of (header ?? "")
    .slice(0, 16_384)
    .matchAll(/<([^<>]*)>([^<]*)/g)) {
    if (/;\s*rel\s*=\s*"?next"?\s*(?:[;,]|$)/i.test(parameters)) return url;
  }
  return undefined;
}
