import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { join, normalize } from "node:path";

/** Serves a folder on a port of this machine's own and prints it: `node server.ts FOLDER`. Nothing of it may be kept. */
const [folder = ""] = process.argv.slice(2);

const server = createServer((request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://x").pathname));
  const [file] = [
    join(folder, path),
    join(folder, `${path}.json`),
    join(folder, path, "index.html"),
  ].filter((each) => existsSync(each) && statSync(each).isFile());
  const type = file?.endsWith(".html")
    ? "text/html"
    : file?.endsWith(".json")
      ? "application/json"
      : "application/octet-stream";
  response.writeHead(file === undefined ? 404 : 200, {
    "cache-control": "no-store",
    "content-type": type,
  });
  if (file === undefined || request.method === "HEAD") response.end();
  else createReadStream(file).pipe(response);
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  console.log(typeof address === "object" ? address?.port : "");
});
