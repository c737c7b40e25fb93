import type { HttpClient, HttpRequest, HttpResponse } from "@assay/core";

/** A service that was given up on still gets a second chance with each file: it may be back. */
const TRIES_WHILE_DOWN = 2;

/**
 * A client for a batch: each request is tried for minutes, but a service that did not come back in that time is not
 * waited for again with every one of a thousand files. Its first good answer ends that.
 */
export function circuitBreaker(http: HttpClient): HttpClient {
  const down = new Set<string>();
  return {
    async request(request: HttpRequest): Promise<HttpResponse> {
      const service = URL.canParse(request.url) ? new URL(request.url).origin : request.url;
      const tries = down.has(service) ? TRIES_WHILE_DOWN : request.tries;
      try {
        const response = await http.request({
          ...request,
          ...(tries === undefined ? {} : { tries }),
        });
        if (isOutage(response.status)) down.add(service);
        else down.delete(service);
        return response;
      } catch (error) {
        down.add(service);
        throw error;
      }
    },
  };
}

function isOutage(status: number): boolean {
  return status >= 500 || status === 429 || status === 408;
}
