/** A proxy in front of a registry that answers some requests otherwise: what a real registry does on a bad day. */
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Fault {
  /** Of method and path: `GET /v2/acme/app/referrers/`. */
  readonly on: RegExp;
  /** The answer in its place. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Of the right answer: other bytes, as many as there were. */
  readonly change?: (body: Buffer) => Buffer;
  /** Of the right answer: the connection is cut after half of the body. */
  readonly cut?: true;
  /** The answer to another request. */
  readonly path?: (path: string) => string;
}

export interface FaultProxy {
  readonly host: string;
  faults: readonly Fault[];
  stop(): Promise<void>;
}

export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const proxy: { faults: readonly Fault[] } = { faults: [] };
  const server = createServer((asked, answer) => {
    const fault = proxy.faults.find(({ on }) => on.test(`${asked.method} ${asked.url}`));
    if (fault?.status !== undefined) {
      answer.writeHead(fault.status, { "content-type": "application/json", ...fault.headers });
      answer.end('{"errors":[]}');
      return;
    }
    forward(target, asked, answer, fault);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return Object.assign(proxy, {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

function forward(
  target: string,
  asked: IncomingMessage,
  answer: ServerResponse,
  fault: Fault | undefined,
): void {
  const path = asked.url ?? "/";
  const url = new URL(fault?.path?.(path) ?? path, `http://${target}`);
  const headers = { ...asked.headers, host: target };
  const sent = request(url, { method: asked.method ?? "GET", headers }, (got) => {
    const parts: Buffer[] = [];
    got.on("data", (part: Buffer) => parts.push(part));
    got.on("end", () => {
      const body = Buffer.concat(parts);
      answer.writeHead(got.statusCode ?? 502, got.headers);
      if (fault?.cut === undefined) {
        answer.end(fault?.change?.(body) ?? body);
        return;
      }
      answer.write(body.subarray(0, body.length >> 1), () => answer.destroy());
    });
  });
  sent.on("error", () => answer.destroy());
  asked.pipe(sent);
}
