/** OSV's API of one machine, in a process of its own: `node osv-api.ts ANSWERS` with `{ "name@version": response }`; prints its address. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";

const [path = ""] = process.argv.slice(2);
const answers = JSON.parse(readFileSync(path, "utf8")) as Readonly<Record<string, object>>;
const server = createServer(async (request, response) => {
  const { package: asked, version } = JSON.parse(await text(request));
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(answers[`${asked.name}@${version}`] ?? {}));
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address !== null && typeof address === "object")
    process.stdout.write(`http://127.0.0.1:${address.port}/v1/query\n`);
});
