import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { answerFaulty, type FaultPlan, type WireAnswer, whole } from "./faults.ts";
import type { MiniService } from "./mini-sigstore.ts";

/** Real services behind a proxy that has the faults. */
export interface FaultyProxy {
  /** Where a service is behind it: for `<service's URL>/x` it is `<this>/x`. */
  url(service: MiniService): string;
  /** Requests by service, in order. */
  readonly journal: readonly MiniService[];
  close(): Promise<void>;
}

/** @param services URLs of the services. */
export async function startFaultyProxy(
  services: Partial<Readonly<Record<MiniService, string>>>,
  plan: FaultPlan,
): Promise<FaultyProxy> {
  const journal: MiniService[] = [];
  const server = createServer(async (request, response) => {
    const [, service = "", ...rest] = (request.url ?? "").split("/");
    const known = service as MiniService;
    journal.push(known);
    const body = await bodyOf(request);
    const target = `${services[known]}/${rest.join("/")}`;
    const mode = plan.next(known);
    if (mode === undefined) return whole(response, await forwarded(target, request, body));
    // Whether the service hears of it: a fault that commits asks for its answer, a conflict for two.
    const answers: WireAnswer[] = [];
    const asks = mode === "conflict" ? 2 : COMMITS.has(mode) ? 1 : 0;
    while (answers.length < asks) answers.push(await forwarded(target, request, body));
    const reply = () => answers.shift() ?? { status: 500, headers: {}, bytes: Buffer.alloc(0) };
    answerFaulty(mode, { response, reply, now: new Date() });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    journal,
    url: (service) => `${base}/${service}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const COMMITS: ReadonlySet<string> = new Set([
  "502 after commit",
  "hang after commit",
  "cut after commit",
  "wrong content type",
  "latency",
]);

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function forwarded(
  url: string,
  { method = "GET", headers }: IncomingMessage,
  body: Buffer,
): Promise<WireAnswer> {
  const kept = ["content-type", "accept", "authorization"].flatMap((name) => {
    const value = headers[name];
    return typeof value === "string" ? [[name, value] as const] : [];
  });
  const answer = await fetch(url, {
    method,
    headers: Object.fromEntries(kept),
    ...(method === "GET" ? {} : { body: new Uint8Array(body) }),
  });
  const said = ["content-type", "x-log-index", "location"].flatMap((name) => {
    const value = answer.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, headers: Object.fromEntries(said), bytes };
}
