import { execFile } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";

export interface GitServer {
  readonly address: string;
  /** Method, path and credentials of each request, in order. */
  readonly requests: readonly string[];
  close(): void;
}

/** Serves a repository by git's smart protocol (gitprotocol-http), whatever the path; without one, refuses all. For tests only. */
export async function serveGit(folder?: string): Promise<GitServer> {
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    const { url = "", method = "", headers } = request;
    requests.push(`${method} ${url} ${headers.authorization ?? ""}`.trim());
    const body = await buffer(request);
    const isStart = url.endsWith("/info/refs?service=git-upload-pack");
    if (folder === undefined || !(isStart || url.endsWith("/git-upload-pack"))) {
      response.statusCode = 403;
      response.end();
      return;
    }
    const kind = isStart ? "advertisement" : "result";
    response.setHeader("content-type", `application/x-git-upload-pack-${kind}`);
    if (isStart) response.write("001e# service=git-upload-pack\n0000");
    const input = headers["content-encoding"] === "gzip" ? gunzipSync(body) : body;
    const args = ["--stateless-rpc", ...(isStart ? ["--advertise-refs"] : []), folder];
    const env = { PATH: process.env["PATH"], GIT_CONFIG_GLOBAL: "/dev/null" };
    const child = execFile(
      "git",
      ["upload-pack", ...args],
      { env, encoding: "buffer", maxBuffer: 64 * 1024 * 1024 },
      (_, output) => response.end(output),
    );
    // It ends early where it refuses what is asked.
    child.stdin?.on("error", () => {});
    child.stdin?.end(input);
  });
  server.on("connect", (request, socket) => {
    requests.push(`CONNECT ${request.url} ${request.headers.authorization ?? ""}`.trim());
    socket.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, requests, close: () => void server.close() };
}
