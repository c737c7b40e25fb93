/** The services of the interop stack behind proxies that count what they are asked for. */
import { readFileSync, writeFileSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import { join } from "node:path";
import type { Stack } from "../interop/sigstore/stack.ts";

export const SERVICES = ["oidc", "fulcio", "rekor", "tsa"] as const;

export type Counts = Record<(typeof SERVICES)[number], number>;

/** Since somebody set them to zero. */
export const counts: Counts = { oidc: 0, fulcio: 0, rekor: 0, tsa: 0 };
const servers: Server[] = [];

export function stopCounting(): void {
  for (const server of servers) server.close().closeAllConnections();
}

/** Hands requests on, and counts those that ask for something: keys and descriptions of a service are none. */
export async function countingProxy(
  service: (typeof SERVICES)[number],
  to: string,
): Promise<string> {
  const target = new URL(to);
  const server = createServer((incoming, outgoing) => {
    const asks = incoming.method === "POST" || (incoming.url ?? "").startsWith("/gh/request");
    if (asks) counts[service] += 1;
    const { method, headers, url: path } = incoming;
    const options = { host: target.hostname, port: target.port, method, path, headers };
    const onward = request(options, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on("error", () => outgoing.writeHead(502).end());
    incoming.pipe(onward);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a proxy has no port");
  return `http://127.0.0.1:${address.port}`;
}

/** The stack's own configs, with the proxies' addresses. */
export async function writeServices(stack: Stack, work: string): Promise<void> {
  const { fulcio, rekor, tsa } = stack.urls;
  const read = (name: string) => readFileSync(join(stack.folder, name), "utf8");
  const behind = [
    [fulcio, await countingProxy("fulcio", fulcio)],
    [rekor, await countingProxy("rekor", rekor)],
    [new URL(tsa).origin, await countingProxy("tsa", new URL(tsa).origin)],
  ] as const;
  const moved = (text: string): string =>
    behind.reduce((so, [from, to]) => so.replaceAll(from, to), text);
  writeFileSync(join(work, "trusted_root.json"), read("trusted_root.json"));
  writeFileSync(join(work, "signing.json"), moved(read("signing.json")));
  const config = JSON.parse(read("trust_config.json"));
  config.signingConfig = JSON.parse(moved(JSON.stringify(config.signingConfig)));
  writeFileSync(join(work, "trust_config.json"), JSON.stringify(config));
}
