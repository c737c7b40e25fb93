import { setImmediate as turn } from "node:timers/promises";
import { deflateRawSync } from "node:zlib";
import { addTo } from "@assay/core";
import type { GroupFacts } from "../data.ts";
import { BLOCK_ENTRY, sha256 } from "./format.ts";
import type { Sink } from "./write.ts";

const BLOCK = 16 * 1024;

/** Writes what the buckets hold as packed blocks of several names each, and behind them the index. */
export async function writeBlocks(
  sink: Sink,
  buckets: Iterable<readonly string[]>,
  groups: ReadonlyMap<string, GroupFacts>,
  signal: AbortSignal,
) {
  const offset = sink.position();
  // As hexadecimal text: a small buffer keeps a whole pool in memory, and a part of a text the whole of it.
  const [blocks, hashes]: [string[], string[]] = [[], []];
  let [text, names]: [string[], number] = [[], 0];
  let size = 0;
  let raw = Buffer.alloc(0);
  const close = () => {
    if (names === 0) return;
    const joined = text.join("\n");
    const length = Buffer.byteLength(joined);
    // Twice as much for those to come, but for one that is large by itself.
    if (length > raw.length) raw = Buffer.allocUnsafe(length > BLOCK * 64 ? length : length * 2);
    const packed = deflateRawSync(raw.subarray(0, raw.write(joined)), {
      level: 9,
      chunkSize: 1024,
    });
    const head = Buffer.alloc(8);
    head.writeUInt32LE(names, 0);
    head.writeUInt32LE(packed.length, 4);
    blocks.push(head.toString("hex") + sha256(packed));
    sink.write(packed);
    [text, names, size] = [[], 0, 0];
  };
  for (const lines of buckets) {
    const ofName = new Map<string, string[]>();
    const own: string[] = [];
    let last = "";
    for (const line of [...lines].sort()) {
      const [name = "", id = "", json = "", alone = ""] = line.split("\t");
      if (id === last && ofName.has(name)) continue;
      last = id;
      const group = groups.get(id);
      addTo(ofName, name, `{"record":${json},"group":${group ? JSON.stringify(group) : alone}}`);
    }
    for (const [key, advisories] of ofName) {
      const hash = key.slice(0, 16);
      if (hash !== own.at(-1)) {
        if (size > BLOCK) close();
        own.push(hash);
        names += 1;
      }
      const line = `[${key.slice(16)},[${advisories.join(",")}]]`;
      text.push(line);
      size += line.length;
    }
    hashes.push(own.join(""));
    await turn(undefined, { signal });
  }
  close();
  const index = Buffer.from([...blocks, ...hashes].join(""), "hex");
  const place = sink.position();
  sink.write(index);
  return {
    offset,
    names: index.length / 8 - blocks.length * (BLOCK_ENTRY / 8),
    blocks: blocks.length,
    index: place,
    sha256: sha256(index),
  };
}
