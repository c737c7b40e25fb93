import { type HttpClient, silentLogger } from "@assay/core";
import { createGuardedHttp } from "@assay/core/host";

/** A guarded client that reaches one host and does not wait between tries. */
export function testHttp(url: string): HttpClient {
  return createGuardedHttp({
    hosts: [url],
    offline: false,
    environment: {},
    clock: { now: () => new Date(), wall: () => new Date() },
    logger: silentLogger,
    sleep: async () => {},
  });
}
