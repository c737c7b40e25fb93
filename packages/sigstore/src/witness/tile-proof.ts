import { createHash } from "node:crypto";
import type { HttpClient } from "@assay/core";
import { badAnswer, callService, under, unexpectedAnswer } from "../services/request.ts";
import type { TrustedLog } from "../trust/trusted-root.ts";
import { openCheckpoint } from "../verify/checkpoint.ts";

/** Where an entry stands in the tree of a checkpoint. */
export interface TileProof {
  readonly checkpoint: string;
  readonly log: TrustedLog;
  readonly size: bigint;
  readonly root: Buffer;
  readonly hashes: readonly Buffer[];
}

const SERVICE = "The Rekor log";
const HASH_BYTES = 32;
const TILE_WIDTH = 256;
const TILE_HEIGHT = 8;

type ReadHashes = (level: number, first: number, count: number) => Promise<readonly Buffer[]>;

/**
 * The inclusion proof of an entry, rebuilt from a log's published tiles (C2SP tlog-tiles): for entries that the log
 * holds already and does not answer with. Tiles are asked for under a checkpoint that a trusted log signed, and no others.
 *
 * @returns `undefined` where it is another's.
 * @throws ExternalError when the log does not publish its tiles there, or not yet this entry.
 */
export async function proofFromTiles(
  http: HttpClient,
  baseUrl: string,
  index: number,
  logs: readonly TrustedLog[],
): Promise<TileProof | undefined> {
  const checkpoint = (await read(http, baseUrl, "checkpoint")).toString("utf8");
  for (const log of logs) {
    const opened = openCheckpoint(checkpoint, log);
    if (opened === undefined) continue;
    const { size, root } = opened;
    const count = Number(size);
    if (index >= count || !Number.isSafeInteger(count))
      throw unexpectedAnswer(SERVICE, `its checkpoint does not reach entry ${index}`);
    const hashes = await path(tileReader(http, baseUrl, count), index, 0, count);
    return { checkpoint, log, size, root, hashes };
  }
  return undefined;
}

/** The audit path of RFC 6962, section 2.1.1, for the leaf `index` in the leaves from `start` to `end`. */
async function path(
  hashes: ReadHashes,
  index: number,
  start: number,
  end: number,
): Promise<readonly Buffer[]> {
  if (end - start === 1) return [];
  const middle = start + largestPowerBelow(end - start);
  const isLeft = index < middle;
  // Together: where one fails, nobody waits for the other, and its failure would end the process.
  const [rest, other] = await Promise.all([
    isLeft ? path(hashes, index, start, middle) : path(hashes, index, middle, end),
    isLeft ? subtree(hashes, middle, end) : subtree(hashes, start, middle),
  ]);
  return [...rest, other];
}

async function subtree(hashes: ReadHashes, start: number, end: number): Promise<Buffer> {
  const count = end - start;
  const level = Math.log2(count);
  if (Number.isInteger(level)) return await perfectSubtree(hashes, level, start / count);
  const middle = start + largestPowerBelow(count);
  return nodeHash(await subtree(hashes, start, middle), await subtree(hashes, middle, end));
}

/** A perfect subtree lies in one tile: its root is folded from that tile's own level. */
async function perfectSubtree(
  hashes: ReadHashes,
  level: number,
  position: number,
): Promise<Buffer> {
  const tileLevel = Math.floor(level / TILE_HEIGHT);
  const count = 2 ** (level % TILE_HEIGHT);
  let row = await hashes(tileLevel, position * count, count);
  while (row.length > 1) {
    const pairs = row;
    row = pairs.flatMap((left, at) => {
      const right = pairs[at + 1];
      return at % 2 === 0 && right !== undefined ? [nodeHash(left, right)] : [];
    });
  }
  const [root] = row;
  if (root === undefined) throw unexpectedAnswer(SERVICE, "a tile is empty");
  return root;
}

function tileReader(http: HttpClient, baseUrl: string, size: number): ReadHashes {
  const tiles = new Map<string, Promise<Buffer>>();
  return async (level, first, count) => {
    const number = Math.floor(first / TILE_WIDTH);
    const there = Math.floor(size / TILE_WIDTH ** level) - number * TILE_WIDTH;
    const width = Math.min(there, TILE_WIDTH);
    const name = `tile/${level}/${tilePath(number)}${width < TILE_WIDTH ? `.p/${width}` : ""}`;
    const tile = tiles.get(name) ?? read(http, baseUrl, name);
    tiles.set(name, tile);
    const bytes = await tile;
    if (bytes.length !== width * HASH_BYTES)
      throw unexpectedAnswer(SERVICE, `${name} has a wrong size`);
    return Array.from({ length: count }, (_, at) => {
      const offset = ((first % TILE_WIDTH) + at) * HASH_BYTES;
      return bytes.subarray(offset, offset + HASH_BYTES);
    });
  };
}

/** `1234067` → `x001/x234/067`. */
function tilePath(number: number): string {
  const digits = String(number);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, "0");
  const groups = padded.match(/\d{3}/g) ?? [];
  return groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join("/");
}

async function read(http: HttpClient, baseUrl: string, name: string): Promise<Buffer> {
  const response = await callService(http, {
    service: SERVICE,
    url: under(baseUrl, `api/v2/${name}`),
    maxBytes: 1024 * 1024,
  });
  if (response.status !== 200) throw badAnswer(SERVICE, response);
  return Buffer.from(response.body);
}

function largestPowerBelow(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

function nodeHash(left: Buffer, right: Buffer): Buffer {
  return createHash("sha256")
    .update(Buffer.from([1]))
    .update(left)
    .update(right)
    .digest();
}
