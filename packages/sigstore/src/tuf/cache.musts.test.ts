import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { silentLogger } from "@assay/core";
import { describe, expect, test } from "vitest";
import { must } from "../test/must.ts";
import { NOW, repository, update } from "../test/tuf-repository.ts";
import { cachePath, readCache, writeCache } from "./cache.ts";
import { tufTrustedRoot } from "./trusted-root.ts";

/* The TUF specification 1.0.34: what it says a client MUST do. Sections 5.4.5 to 5.7.3: what is kept. */

describe("what is written", () => {
  must("5.4.5, 5.5.7, 5.6.6 and 5.7.3 what was verified is kept, as a whole", {
    async kept() {
      await inFolder(async (folder) => {
        const { files, first } = repository();
        const { result } = await update(files, { root: first });
        const path = join(folder, "state.json");
        await writeCache(path, { state: result, checked: NOW });
        expect(await readCache(path)).toEqual({
          state: Object.fromEntries(
            Object.entries(result).map(([name, part]) => [
              name,
              part instanceof Uint8Array ? Buffer.from(part) : part,
            ]),
          ),
          checked: NOW,
        });
      });
    },
    async broken() {
      await inFolder(async (folder) => {
        // The target is none: neither it nor the metadata that led to it replaces anything.
        const { files, first } = repository();
        const environment = { XDG_CACHE_HOME: folder };
        const now = () => NOW;
        const run = {
          environment,
          offline: false,
          clock: { now, wall: now },
          logger: silentLogger,
          http: {
            request: async ({ url }: { url: string }) => {
              const body = files.get(url.slice("https://tuf.test/".length));
              const status = body === undefined ? 404 : 200;
              const none = { headers: {}, text: () => "", json: () => undefined };
              return { status, body: body ?? new Uint8Array(), ...none };
            },
          },
        };
        const source = { url: "https://tuf.test", root: first };
        await expect(tufTrustedRoot(run, source)).rejects.toThrow(/trusted_root.json/);
        const path = cachePath(environment, source.url, first);
        await expect(readFile(path)).rejects.toThrow(/ENOENT/);
      });
    },
  });

  test("a file of another form is as if there was none", async () => {
    await inFolder(async (folder) => {
      expect(await readCache(join(folder, "gone.json"))).toBeUndefined();
    });
  });
});

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "assay-tuf-"));
  await work(folder).finally(() => rm(folder, { recursive: true, force: true }));
}
