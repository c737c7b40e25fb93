import { createServer, type Server } from "node:http";
import { createServer as createTlsServer, get } from "node:https";
import { type AddressInfo, connect } from "node:net";
import { selfSigned } from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import { tunnelAgent } from "./tunnel.ts";

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close().closeAllConnections();
});

async function listen(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

const certificate = selfSigned();
const service = () => createTlsServer(certificate, (_, response) => response.end("hi"));

/** Opens the way to `port`, whatever it is asked for. */
function through(port: number, asked: (string | undefined)[], server: Server): Server {
  return server.on("connect", (request, socket) => {
    asked.push(request.url);
    const onward = connect(port, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      onward.pipe(socket).pipe(onward);
    });
  });
}

function ask(url: string, agent: ReturnType<typeof tunnelAgent>): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { agent, ca: certificate.cert }, (response) => {
      response.setEncoding("utf8").on("data", resolve);
    }).on("error", reject);
  });
}

test("TLS goes through the tunnel and is held against the service's name", async () => {
  const asked: (string | undefined)[] = [];
  const proxy = await listen(through(await listen(service()), asked, createServer()));
  const agent = tunnelAgent(new URL("https://localhost"), new URL(`http://127.0.0.1:${proxy}`), {});
  expect(await ask("https://localhost:8443/", agent)).toBe("hi");
  expect(asked).toEqual(["localhost:8443"]);
  await expect(ask("https://another.test/", agent)).rejects.toThrow(/another\.test/);
});

test("a proxy that hangs up is an error", async () => {
  const proxy = await listen(createServer().on("connect", (_, socket) => socket.destroy()));
  const agent = tunnelAgent(new URL("https://localhost"), new URL(`http://127.0.0.1:${proxy}`), {});
  await expect(ask("https://localhost/", agent)).rejects.toThrow();
});

test("credentials are sent as they are meant, also where a percent sign escapes nothing", async () => {
  const seen: unknown[] = [];
  const proxy = await listen(
    createServer().on("connect", ({ headers }, socket) => {
      seen.push(headers["proxy-authorization"]);
      socket.end("HTTP/1.1 407 No\r\n\r\n");
    }),
  );
  const address = new URL(`http://u%40x:100%@127.0.0.1:${proxy}`);
  const agent = tunnelAgent(new URL("https://localhost"), address, {});
  await expect(ask("https://localhost/", agent)).rejects.toThrow(/407/);
  expect(seen).toEqual([`Basic ${Buffer.from("u@x:100%").toString("base64")}`]);
});
