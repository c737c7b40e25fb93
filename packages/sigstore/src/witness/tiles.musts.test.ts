import { createHash } from "node:crypto";
import type { HttpClient } from "@assay/core";
import { createMiniLog } from "@assay/testkit";
import { describe, expect } from "vitest";
import { must } from "../test/must.ts";
import type { TrustedLog } from "../trust/trusted-root.ts";
import { proofFromTiles } from "./tile-proof.ts";

/* C2SP tlog-tiles.md: what a client that reads tiles MUST do. */

const HOST = "log.test";

/** A log of `size` entries, and what is asked of it. */
function served(
  size: number,
  change: (name: string, bytes: Buffer) => Buffer = (_, bytes) => bytes,
) {
  const log = createMiniLog(HOST, 2);
  for (let at = 0; at < size; at++) log.append(Buffer.from(String(at)));
  const asked: string[] = [];
  const http: HttpClient = {
    async request({ url }) {
      const name = url.slice("https://log.test/api/v2/".length);
      asked.push(name);
      const bytes = log.published(name);
      const body = bytes === undefined ? Buffer.alloc(0) : change(name, bytes);
      return {
        status: bytes === undefined ? 404 : 200,
        headers: {},
        body,
        text: () => "",
        json: () => undefined,
      };
    },
  };
  const trusted: TrustedLog = {
    name: HOST,
    baseUrl: `https://${HOST}`,
    names: [HOST],
    ids: [log.id],
    checkpointId: log.id.subarray(0, 4),
    key: log.keys.publicKey,
    window: { start: new Date(0), end: undefined },
    operator: "",
  };
  const prove = (index: number, logs: readonly TrustedLog[] = [trusted]) =>
    proofFromTiles(http, `https://${HOST}`, index, logs);
  return { log, asked, prove };
}

describe("tiles", () => {
  must("Partial Tiles: none is asked for but under a verified checkpoint of a size that has it", {
    async kept() {
      const { asked, prove } = served(70);
      expect(await prove(3)).toBeDefined();
      expect(asked).toEqual(["checkpoint", "tile/0/000.p/70"]);
    },
    async broken() {
      const forged = (name: string, bytes: Buffer) =>
        name === "checkpoint" ? Buffer.from(bytes.toString().replace("\n70\n", "\n71\n")) : bytes;
      const { asked, prove } = served(70, forged);
      expect(await prove(3)).toBeUndefined();
      expect(asked).toEqual(["checkpoint"]);
      expect(await served(70).prove(3, [])).toBeUndefined();
      await expect(served(70).prove(70)).rejects.toThrow(/its checkpoint does not reach entry 70/);
    },
  });

  must("Merkle Tree: names are a level and padded groups of three digits", {
    async kept() {
      const { asked, prove } = served(600);
      expect(await prove(300)).toBeDefined();
      expect(asked.sort()).toEqual([
        "checkpoint",
        "tile/0/001",
        "tile/0/002.p/88",
        "tile/1/000.p/2",
      ]);
    },
    async broken() {
      // No empty tile is asked for: a tree of 512 ends with a full one.
      const { asked, prove } = served(512);
      expect(await prove(300)).toBeDefined();
      expect(asked.filter((name) => /\.p\/0|tile\/0\/002/.test(name))).toEqual([]);
    },
  });

  must("Merkle Tree: a full tile has exactly 8,192 bytes, a partial one 32 for each entry", {
    async kept() {
      for (const size of [256, 300]) expect(await served(size).prove(0)).toBeDefined();
    },
    async broken() {
      for (const size of [256, 300]) {
        for (const change of [
          (bytes: Buffer) => bytes.subarray(32),
          (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(32)]),
          () => Buffer.alloc(0),
        ]) {
          const wrong = (name: string, bytes: Buffer) =>
            name.startsWith("tile/0/000") ? change(bytes) : bytes;
          await expect(served(size, wrong).prove(0)).rejects.toThrow(/has a wrong size/);
        }
      }
    },
  });

  must("Merkle Tree: hashes of a higher level are those of full tiles below", {
    async kept() {
      for (const index of [0, 255, 256, 511, 599]) {
        const { log, prove } = served(600);
        const proof = await prove(index);
        expect(proof?.hashes).toEqual(log.proof(index).hashes);
        expect(proof?.root).toEqual(log.proof(index).root);
      }
    },
    async broken() {
      const wrong = (name: string, bytes: Buffer) =>
        name.startsWith("tile/1/") ? createHash("sha256").update(bytes).digest() : bytes;
      await expect(served(600, wrong).prove(599)).rejects.toThrow(/has a wrong size/);
    },
  });
});
