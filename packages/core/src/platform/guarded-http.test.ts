import {
  type ClientRequest,
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from "node:http";
import { createServer as createTlsServer } from "node:https";
import { connect } from "node:net";
import { cleanUp, runNode, selfSigned, temporaryFolder, writeFiles } from "@assay/testkit";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { allowedHosts } from "./allowed-hosts.ts";
import { fixedClock } from "./clock.ts";
import { ExternalError, UsageError } from "./errors.ts";
import { createGuardedHttp, type GuardedHttpOptions } from "./guarded-http.ts";
import { createLogger } from "./logger.ts";
import { send } from "./send.ts";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

afterAll(cleanUp);

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

/** A loopback server that gives the answers in turn and repeats the last one. */
async function serve(...answers: Answer[]) {
  const seen: { method: string; url: string; headers: IncomingMessage["headers"]; body: string }[] =
    [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      seen.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
      answers[Math.min(seen.length, answers.length) - 1]?.(request, response);
    });
  });
  const host = await listen(server);
  return { host, url: `http://${host}`, seen, server };
}

async function listen(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return `127.0.0.1:${address.port}`;
}

const status =
  (code: number, headers: Record<string, string> = {}, body = ""): Answer =>
  (_, response) =>
    response.writeHead(code, headers).end(body);
const ok = status(200, { "content-type": "application/json" }, '{"a":1}');

function client(hosts: readonly string[], more: Partial<GuardedHttpOptions> = {}) {
  const waits: number[] = [];
  const log: string[] = [];
  const http = createGuardedHttp({
    hosts,
    offline: false,
    environment: {},
    clock: fixedClock("2026-01-01T00:00:00Z"),
    logger: createLogger((_, message) => log.push(message)),
    sleep: async (ms) => void waits.push(ms),
    random: () => 0.5,
    ...more,
  });
  return { http, waits, log };
}

describe("an address that a listed service named", () => {
  it("is reached though its host is not listed, where the caller's lookup lets it", async () => {
    const { host, seen } = await serve(ok);
    const names: string[] = [];
    const { http } = client(["registry.example"]);
    const url = `http://storage.example:${host.split(":")[1]}/blob`;
    const response = await http.request({
      url,
      lookup: (name, _, done) => {
        names.push(name);
        done(null, [{ address: "127.0.0.1", family: 4 }]);
      },
    });
    expect([response.status, names, seen.length]).toEqual([200, ["storage.example"], 1]);
    const refused = http.request({
      url: url.replace("storage", "rebound"),
      lookup: (_, __, done) =>
        done(Object.assign(new Error("no public address"), { code: "ERR_INVALID_ADDRESS" }), ""),
    });
    await expect(refused).rejects.toThrow("gave no answer: no public address");
    await expect(http.request({ url })).rejects.toThrow(UsageError);
  });

  it("is judged by the caller: redirects are given back", async () => {
    const { host, url, seen } = await serve(
      status(307, { location: "https://elsewhere.example/" }),
    );
    const { http } = client([host]);
    const response = await http.request({ url, redirects: "manual" });
    expect([response.status, response.headers["location"], seen.length]).toEqual([
      307,
      "https://elsewhere.example/",
      1,
    ]);
  });
});

describe("the allow-list", () => {
  it("refuses another host, naming it and what is allowed", async () => {
    const { http } = client(["api.example.org", "127.0.0.1:9"]);
    const wrong = http.request({ url: "https://evil.example.org/x?token=hunter2" });
    await expect(wrong).rejects.toThrow(
      "The host evil.example.org may not be reached; allowed: 127.0.0.1:9, api.example.org",
    );
    await expect(wrong).rejects.toBeInstanceOf(UsageError);
  });

  it.each([
    ["a sub-domain", "https://x.api.example.org/"],
    ["another port", "https://api.example.org:8443/"],
    ["the unencrypted scheme", "http://api.example.org/"],
    ["a user in the URL", "https://api.example.org@evil.example.org/"],
    ["another scheme", "file:///etc/passwd"],
  ])("refuses %s", async (_, url) => {
    const { http } = client(["API.example.org"]);
    await expect(http.request({ url })).rejects.toBeInstanceOf(UsageError);
  });

  it.each([
    ["https://store.example.org/x", false],
    ["https://store.example.org:8443/x", true],
    ["http://store.example.org/x", true],
    ["https://a.store.example.org/x", true],
    ["https://example.org/x", true],
    ["https://store.example.org.evil.example/x", true],
    ["https://evilexample.org/x", true],
  ])("with `*.example.org` refuses %s: %s", (url, isRefused) => {
    const check = () => allowedHosts(["*.example.org"]).check(url);
    if (isRefused) expect(check).toThrow("may not be reached");
    else expect(check().href).toBe(url);
  });

  it("never tells credentials that stand in a URL", async () => {
    const { http } = client(["127.0.0.1:1"]);
    const url = ["https://user", "hunter2@127.0.0.1:1/?key=hunter2"].join(":");
    await expect(http.request({ url })).rejects.toThrow(/holds a user name or password/);
    await expect(http.request({ url })).rejects.not.toThrow(/hunter2/);
    const closed = client(["127.0.0.1:1"]).http.request({ url: "http://127.0.0.1:1/?k=hunter2" });
    await expect(closed).rejects.toThrow(/^GET http:\/\/127\.0\.0\.1:1\/ gave no answer after 4/);
  });

  it("opens no socket offline", async () => {
    const { url, host, seen } = await serve(ok);
    const { http } = client([host], { offline: true });
    await expect(http.request({ url })).rejects.toThrow(/this run is offline/);
    expect(seen).toEqual([]);
  });
});

describe("answers", () => {
  it("gives status, headers and JSON", async () => {
    const { url, host, seen } = await serve(status(404, { "X-Thing": "1" }, '{"a":1}'));
    const body = "grüß";
    const response = await client([host]).http.request({ url, method: "POST", body });
    expect(response.status).toBe(404);
    expect(response.headers["x-thing"]).toBe("1");
    expect(response.json()).toEqual({ a: 1 });
    expect(seen[0]).toMatchObject({ method: "POST", body, headers: { "content-length": "6" } });
  });

  it("tells an answer that is no JSON", async () => {
    const { url, host } = await serve(status(200, { "content-type": "text/html" }, "<p>"));
    const response = await client([host]).http.request({ url });
    expect(() => response.json()).toThrow(
      /answered 200 with 3 bytes that are no JSON \(text\/html/,
    );
  });

  it.each([
    ["announced", (r: ServerResponse) => r.writeHead(200, { "content-length": "11" })],
    ["unannounced", (r: ServerResponse) => r.writeHead(200)],
  ])("refuses a body over the limit, %s, without another try", async (_, head) => {
    const { url, host, seen } = await serve((__, response) => {
      head(response).write("12345");
      response.end("123456");
    });
    const wrong = client([host]).http.request({ url, maxBytes: 10 });
    await expect(wrong).rejects.toThrow(/the answer has more than 10 bytes/);
    expect(seen).toHaveLength(1);
  });
});

describe("retries", () => {
  it.each([
    ["seconds", "7", 7000, "never"],
    // This machine's clock shows 2026-01-01T00:00:00Z.
    ["a date", "Thu, 01 Jan 2026 00:00:09 GMT", 9000, "Thu, 01 Jan 2026 00:00:00 GMT"],
    [
      "a date by a clock ahead",
      "Thu, 01 Jan 2026 05:00:09 GMT",
      9000,
      "Thu, 01 Jan 2026 05:00:00 GMT",
    ],
    [
      "a date by a clock behind",
      "Wed, 31 Dec 2025 05:00:09 GMT",
      9000,
      "Wed, 31 Dec 2025 05:00:00 GMT",
    ],
    ["a date without the server's", "Thu, 01 Jan 2026 00:00:09 GMT", 9000, "never"],
    ["rubbish", "soon", 500, "never"],
  ])("waits as Retry-After says in %s", async (_, header, expected, date) => {
    const headers = { "retry-after": header, date };
    const { url, host } = await serve(status(429, headers), ok);
    const { http, waits } = client([host]);
    expect((await http.request({ url })).status).toBe(200);
    expect(waits).toEqual([expected]);
  });

  it("hands back the answer when the server asks for too long a wait", async () => {
    const { url, host, seen } = await serve(status(429, { "retry-after": "86400" }));
    const { http, waits } = client([host]);
    expect((await http.request({ url })).status).toBe(429);
    expect([seen.length, waits]).toEqual([1, []]);
  });

  it("backs off with jitter and hands back the last answer", async () => {
    const { url, host, seen } = await serve(status(503));
    const { http, waits, log } = client([host]);
    expect((await http.request({ url: `${url}/a?secret=x` })).status).toBe(503);
    expect([seen.length, waits]).toEqual([4, [500, 1000, 2000]]);
    expect(log[0]).toBe(`GET ${url}/a: status 503; trying again in 500 ms (1 of 4; 300 s left)`);
  });

  it("does not repeat what changes something, unless told that it may", async () => {
    const { url, host, seen } = await serve(status(503), ok);
    const { http } = client([host]);
    expect((await http.request({ url, method: "POST", body: "x" })).status).toBe(503);
    expect(seen).toHaveLength(1);
    const again = await http.request({ url, method: "POST", body: "x", retryUnsafe: true });
    expect(again.status).toBe(200);
  });

  it("tries again after a reset in the middle of the body", async () => {
    const { url, host } = await serve((_, response) => {
      response.writeHead(200, { "content-length": "10" });
      response.write("12345", () => response.destroy());
    }, ok);
    expect((await client([host]).http.request({ url })).text()).toBe('{"a":1}');
  });

  it("limits the time of a try, the body included", async () => {
    const { url, host } = await serve((_, response) => void response.writeHead(200).write("1"));
    const wrong = client([host]).http.request({ url, timeoutMs: 50, tries: 2 });
    await expect(wrong).rejects.toThrow(/after 2 tries: no full answer within 50 ms/);
    await expect(wrong).rejects.toBeInstanceOf(ExternalError);
  });

  it("opens nothing once the run is stopped", async () => {
    const stop = new AbortController();
    stop.abort();
    const opened: ClientRequest[] = [];
    const open = () => {
      const outgoing = request("http://127.0.0.1:9/");
      opened.push(outgoing);
      return outgoing;
    };
    const url = new URL("http://127.0.0.1:9/");
    const sent = send(open, url, { method: "GET", url: url.href }, stop.signal);
    await expect(sent).rejects.toThrow(/the run was stopped/);
    expect(opened).toEqual([]);
  });

  it("stops at the signal", async () => {
    const stop = new AbortController();
    const { url, host } = await serve(() => stop.abort());
    const wrong = client([host], { signal: stop.signal }).http.request({ url });
    await expect(wrong).rejects.toThrow(/the run was stopped/);
  });
});

describe("redirects", () => {
  it("follows them on the list and drops credentials at another origin", async () => {
    const target = await serve(ok);
    const source = await serve(status(302, { location: `${target.url}/there` }));
    const { http } = client([source.host, target.host]);
    const headers = { authorization: "Bearer x", accept: "text/plain", "x-api-key": "x" };
    await http.request({ url: source.url, headers });
    expect(source.seen[0]?.headers["authorization"]).toBe("Bearer x");
    expect(target.seen[0]?.url).toBe("/there");
    expect(target.seen[0]?.headers).not.toHaveProperty("authorization");
    expect(target.seen[0]?.headers).not.toHaveProperty("x-api-key");
    expect(target.seen[0]?.headers["accept"]).toBe("text/plain");
  });

  it("keeps credentials within the origin", async () => {
    const { url, host, seen } = await serve(status(301, { location: "/b" }), ok);
    await client([host]).http.request({ url, headers: { authorization: "Bearer x" } });
    expect(seen[1]).toMatchObject({ url: "/b", headers: { authorization: "Bearer x" } });
  });

  it("refuses a foreign host behind one", async () => {
    const { url, host } = await serve(status(302, { location: "https://evil.example.org/?q" }));
    await expect(client([host]).http.request({ url })).rejects.toThrow(
      `The host evil.example.org (${url}/ redirected there) may not be reached`,
    );
  });

  it("ends after five, and hands a POST its redirect", async () => {
    const { url, host, seen } = await serve(status(307, { location: "/" }));
    await expect(client([host]).http.request({ url })).rejects.toThrow(/more than 5 times/);
    expect(seen).toHaveLength(6);
    const post = await client([host]).http.request({ url, method: "POST" });
    expect(post.status).toBe(307);
  });
});

describe("a proxy", () => {
  it("is used by CONNECT, with its own credentials, for hosts outside NO_PROXY", async () => {
    const target = await serve(ok);
    const asked: unknown[] = [];
    const proxy = createServer();
    proxy.on("connect", (request, socket) => {
      asked.push([request.url, request.headers["proxy-authorization"]]);
      const onward = connect(Number(target.host.split(":")[1]), "127.0.0.1", () => {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        onward.pipe(socket).pipe(onward);
      });
    });
    const environment = { http_proxy: `http://me:pw@${await listen(proxy)}`, NO_PROXY: "other" };
    const { http } = client(["http://service.test"], { environment });
    expect((await http.request({ url: "http://service.test/x" })).status).toBe(200);
    expect(asked).toEqual([["service.test:80", `Basic ${btoa("me:pw")}`]]);
    expect(target.seen[0]?.headers).not.toHaveProperty("proxy-authorization");
  });

  it("is told apart from the service when it refuses", async () => {
    const proxy = createServer();
    proxy.on("connect", (_, socket) => socket.end("HTTP/1.1 407 No\r\ncontent-length: 0\r\n\r\n"));
    const environment = { HTTPS_PROXY: ["http://me", `hunter2@${await listen(proxy)}`].join(":") };
    const { http } = client(["service.test"], { environment });
    const wrong = http.request({ url: "https://service.test/" });
    await expect(wrong).rejects.toThrow(/the proxy refused the connection with status 407/);
    await expect(wrong).rejects.not.toThrow(/hunter2/);
  });
});

describe("a streamed body", () => {
  it("comes in place of that of 200 and 206, after the head's retries", async () => {
    const { url, host } = await serve(status(503), status(206, {}, "part"), status(404, {}, "no"));
    const { http, waits } = client([host]);
    const response = await http.request({ url, streams: true, maxBytes: 1 });
    expect([response.status, response.body.length, waits.length]).toEqual([206, 0, 1]);
    expect((await response.stream?.toArray())?.join("")).toBe("part");
    const missing = await http.request({ url, streams: true });
    expect([missing.text(), missing.stream]).toEqual(["no", undefined]);
  });

  it("has no time limit, and ends with the run", async () => {
    const stop = new AbortController();
    const { url, host } = await serve((_, response) => {
      response.writeHead(200, { "content-length": 4 }).write("ab");
      setTimeout(() => response.write("c"), 100);
    });
    const { http } = client([host], { signal: stop.signal });
    const { stream } = await http.request({ url, streams: true, timeoutMs: 50 });
    const came: string[] = [];
    const read = async () => {
      for await (const bytes of stream ?? []) {
        came.push(String(bytes));
        if (came.join("") === "abc") stop.abort();
      }
    };
    await expect(read()).rejects.toThrow("aborted");
    expect(came.join("")).toBe("abc");
  });
});

describe("a certificate of one's own authority", () => {
  const certificate = selfSigned();
  const serveTls = () => listen(createTlsServer(certificate, (_, response) => response.end("hi")));

  it("is refused at once, with the way to trust it", async () => {
    const host = await serveTls();
    const { http, waits } = client([host]);
    const error = await http
      .request({ url: `https://${host}/` })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ExternalError);
    expect(error).toMatchObject({ hint: expect.stringContaining("NODE_EXTRA_CA_CERTS") });
    expect(waits).toEqual([]);
  });

  it("is trusted by NODE_EXTRA_CA_CERTS", async () => {
    const host = await serveTls();
    const cwd = await temporaryFolder();
    await writeFiles(cwd, { "ca.pem": certificate.cert });
    const script = `
      import { createGuardedHttp } from ${JSON.stringify(new URL("guarded-http.ts", import.meta.url).href)};
      const clock = { now: () => new Date(0), wall: () => new Date(0) }, logger = { info() {} };
      const http = createGuardedHttp({ hosts: ["${host}"], offline: false, environment: {}, clock, logger });
      console.log((await http.request({ url: "https://${host}/" })).text());`;
    const env = { NODE_EXTRA_CA_CERTS: `${cwd}/ca.pem` };
    const result = await runNode(["--input-type=module", "--eval", script], { cwd, env });
    expect(result).toMatchObject({ exitCode: 0, stdout: "hi\n" });
  });
});
