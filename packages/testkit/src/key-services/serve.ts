import type { KeyObject } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export interface ServedRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface ServedAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** A double of a service on loopback. */
export interface Served {
  readonly url: string;
  /** Method and path of each request, in order. */
  readonly journal: readonly string[];
  /** What the next requests are answered with instead, one each. */
  readonly faults: ServedAnswer[];
  close(): Promise<void>;
}

/** Serves on a free port of 127.0.0.1; a body that is text goes out as it is, everything else as JSON. */
export async function serve(answer: (request: ServedRequest) => ServedAnswer): Promise<Served> {
  const journal: string[] = [];
  const faults: ServedAnswer[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const url = new URL(request.url ?? "/", `http://${request.headers.host}`);
      const method = request.method ?? "";
      journal.push(`${method} ${url.pathname}`);
      const body = Buffer.concat(chunks).toString("utf8");
      const said = faults.shift() ?? answer({ method, url, headers: request.headers, body });
      response.writeHead(said.status, { "content-type": "application/json" });
      response.end(typeof said.body === "string" ? said.body : JSON.stringify(said.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    journal,
    faults,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A key of a double: what it signs digests with is the test's. */
export interface ServedKey {
  readonly publicKey: KeyObject;
  sign(digest: Buffer): Buffer;
}
