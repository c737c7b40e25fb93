import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A request that came in. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
}

export interface Answer {
  readonly status?: number;
  readonly body?: unknown;
}

/** A server on a loopback port that answers what `answer` says, and keeps what it was asked. */
export async function serve(answer: (seen: Seen, origin: string) => Answer) {
  const journal: Seen[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url: path = "", headers } = request;
      const seen = { method, path, headers, bytes: Buffer.concat(chunks) };
      journal.push(seen);
      const { status = 200, body } = answer(seen, origin);
      response.writeHead(status, { "content-type": "application/json" });
      response.end(body === undefined ? "" : JSON.stringify(body));
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    journal,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
