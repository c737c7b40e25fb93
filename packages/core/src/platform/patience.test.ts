import { createServer, type Server, type ServerResponse } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { fixedClock } from "./clock.ts";
import { ExternalError } from "./errors.ts";
import { createGuardedHttp } from "./guarded-http.ts";
import { createLogger } from "./logger.ts";
import { createPatience } from "./patience.ts";

const servers: Server[] = [];
const timers: NodeJS.Timeout[] = [];
afterEach(async () => {
  for (const timer of timers.splice(0)) clearInterval(timer);
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

async function serve(answer: (response: ServerResponse) => void) {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(request.url ?? "");
    request.resume();
    answer(response);
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { host: `http://127.0.0.1:${address.port}`, seen };
}

/** Signing's requests: repeated for as long as the run has patience. */
function signingClient(host: string, patienceMs: number, elapsed?: () => number) {
  const log: string[] = [];
  let time = 0;
  const http = createGuardedHttp({
    hosts: [host],
    offline: false,
    environment: {},
    clock: fixedClock("2026-01-01T00:00:00Z"),
    logger: createLogger((level, message) => log.push(`${level} ${message}`)),
    sleep: async (ms) => {
      time += ms;
    },
    random: () => 0.999,
    patienceMs,
    elapsed: elapsed ?? (() => time),
  });
  const ask = (path: string) =>
    http.request({ method: "POST", url: `${host}${path}`, tries: 24, retryUnsafe: true });
  return { ask, log };
}

describe("a service that gives no good answer", () => {
  it.each<[string, (response: ServerResponse) => void]>([
    ["never answers", () => {}],
    [
      "sends a byte now and then",
      (response) => {
        response.writeHead(200);
        timers.push(setInterval(() => response.write("x"), 5));
      },
    ],
  ])("and %s ends the run in bounded time, for one request as for many", async (_what, answer) => {
    const { host, seen } = await serve(answer);
    // Real time with a short limit: each try would be given 30 s, and there would be 24 of them.
    const { ask } = signingClient(host, 50, () => performance.now());
    await expect(ask("/first")).rejects.toBeInstanceOf(ExternalError);
    const tries = seen.length;
    expect(tries).toBeGreaterThan(0);
    for (let file = 0; file < 50; file++) {
      await expect(ask("/more")).rejects.toThrow(
        /gave no answer: this run has waited \d+ s for it already and asks no more/,
      );
    }
    expect(seen).toHaveLength(tries);
  });

  it("costs minutes and not tries, and each pause is told with what is left", async () => {
    const { host, seen } = await serve((response) => void response.writeHead(503).end());
    const { ask, log } = signingClient(host, 60_000);
    expect((await ask("/")).status).toBe(503);
    // 1 + 2 + 4 + 8 + 16 + 20 s of pauses fit into a minute, and no seventh.
    expect(seen).toHaveLength(7);
    expect(log[0]).toMatch(
      /^info POST .*: status 503; trying again in 999 ms \(1 of 24; 60 s left\)/,
    );
    expect(log.at(-1)).toMatch(/^info POST .*: given up on, \d+ s before its deadline/);
  });

  it("is given all patience again after a good answer", async () => {
    let down = true;
    const { host, seen } = await serve((response) => {
      response.writeHead(down ? 503 : 201).end();
    });
    const { ask } = signingClient(host, 60_000);
    await ask("/");
    down = false;
    expect((await ask("/")).status).toBe(201);
    down = true;
    const before = seen.length;
    await ask("/");
    expect(seen.length - before).toBe(7);
  });

  it("and does not listen at all is not waited for", async () => {
    const { host } = await serve(() => {});
    await new Promise((done) => servers.splice(0)[0]?.close(done));
    const { ask, log } = signingClient(host, 300_000);
    await expect(ask("/")).rejects.toThrow(/gave no answer after 4 tries: .*ECONNREFUSED/);
    expect(log).toHaveLength(3);
  });
});

it("several requests at once use up patience once", () => {
  let time = 0;
  const patience = createPatience(100, () => time);
  const waits = Array.from({ length: 8 }, () => patience.begin("https://log.test"));
  time = 40;
  for (const wait of waits) wait.ended();
  time = 1000;
  const next = patience.begin("https://log.test");
  expect(next.left()).toBe(60);
  expect(patience.begin("https://tsa.test").left()).toBe(100);
});
