import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { peer } from "../peers.ts";

type Files = ReadonlyMap<string, Uint8Array>;

/** Updates for each state that is served, in one cache; a line for each: the target, `none`, or `refused`. */
const SCRIPT = `
import sys, tempfile, urllib.request
from tuf.ngclient import Updater
url, root, target, states = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
cache, files = tempfile.mkdtemp(), tempfile.mkdtemp()
for state in range(states):
    urllib.request.urlopen(f"{url}/serve/{state}").read()
    try:
        first = open(root, "rb").read()
        updater = Updater(cache, url + "/", files, url + "/targets/", bootstrap=first)
        updater.refresh()
        info = updater.get_targetinfo(target)
        print("none" if info is None else open(updater.download_target(info)).read())
    except Exception as error:
        print("refused", type(error).__name__)
`;

/** What python-tuf says of a repository in each of its states, one after the other. */
export async function pythonTuf(
  states: readonly Files[],
  root: Uint8Array,
  target: string,
): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), "assay-tuf-"));
  let served: Files | undefined;
  const server = createServer(({ url = "" }, response) => {
    const state = /^\/serve\/(\d+)$/.exec(url)?.[1];
    if (state !== undefined) served = states[Number(state)];
    const found = state === undefined ? served?.get(url.slice(1)) : "";
    response.writeHead(found === undefined ? 404 : 200).end(found);
  });
  try {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const [script, first] = [join(folder, "update.py"), join(folder, "root.json")];
    await writeFile(script, SCRIPT);
    await writeFile(first, root);
    const { stdout } = await promisify(execFile)(
      peer("python-with-jcs"),
      [script, url, first, target, String(states.length)],
      { env: { ...process.env, TMPDIR: folder } },
    );
    return stdout.trim().split("\n");
  } finally {
    server.close();
    server.closeAllConnections();
    await rm(folder, { recursive: true, force: true });
  }
}
