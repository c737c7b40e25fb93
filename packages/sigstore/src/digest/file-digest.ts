import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { UsageError } from "@assay/core";
import type { DigestName } from "../keys/algorithm.ts";
import { SAFE_READ } from "./read-file.ts";

export interface FileDigests {
  readonly size: number;
  readonly digests: ReadonlyMap<DigestName, Buffer>;
}

const CHUNK_BYTES = 1024 * 1024;

/**
 * Digests of a file in one pass, in constant memory.
 *
 * @throws UsageError when it is no regular file.
 */
export async function digestFile(
  path: string,
  names: readonly DigestName[],
  signal?: AbortSignal,
): Promise<FileDigests> {
  const hashes = new Map([...new Set(names)].map((name) => [name, createHash(name)]));
  const file = await open(path, SAFE_READ);
  try {
    if (!(await file.stat()).isFile()) throw new UsageError("It is no regular file");
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    let size = 0;
    for (;;) {
      signal?.throwIfAborted();
      const { bytesRead } = await file.read(chunk, 0, CHUNK_BYTES, null);
      if (bytesRead === 0) break;
      size += bytesRead;
      for (const hash of hashes.values()) hash.update(chunk.subarray(0, bytesRead));
    }
    return { size, digests: new Map([...hashes].map(([name, hash]) => [name, hash.digest()])) };
  } finally {
    await file.close();
  }
}
