import { createHash } from "node:crypto";
import { digestFile } from "../digest/file-digest.ts";
import { readRegularFile } from "../digest/read-file.ts";
import { VerificationError } from "../error.ts";
import type { DigestName } from "../keys/algorithm.ts";

/** The thing that was signed: its digests, and its bytes for the one algorithm that needs them. */
export interface SignedArtifact {
  digests(names: readonly DigestName[]): Promise<ReadonlyMap<DigestName, Buffer>>;
  /** `undefined` where only a digest is known. */
  read(): Promise<Uint8Array | undefined>;
}

/** What is held in memory. */
export function bytesArtifact(bytes: Uint8Array): SignedArtifact {
  return {
    digests: async (names) =>
      new Map(
        [...names, "sha256" as const].map((name) => [
          name,
          createHash(name).update(bytes).digest(),
        ]),
      ),
    read: async () => bytes,
  };
}

/** Pure Ed25519 signs the whole message at once: only then a file is held in memory. */
const MAX_READ_BYTES = 256 * 1024 * 1024;

/** A file: read once for every digest that is asked for, and SHA-256 beside it. */
export function fileArtifact(path: string, signal?: AbortSignal): SignedArtifact {
  const known = new Map<DigestName, Buffer>();
  return {
    digests: async (names) => {
      const missing = names.filter((name) => !known.has(name));
      if (missing.length > 0) {
        const { digests } = await digestFile(path, [...missing, "sha256"], signal);
        for (const [name, digest] of digests) known.set(name, digest);
      }
      return known;
    },
    read: async () => {
      const read = await readRegularFile(path, MAX_READ_BYTES);
      if ("bytes" in read) return read.bytes;
      if (read.problem !== "large") {
        throw new VerificationError("unreadable", "the file is gone, or no regular file any more");
      }
      throw new VerificationError(
        "unreadable",
        "a pure Ed25519 signature needs the whole file in memory",
        { expected: `at most ${MAX_READ_BYTES} bytes`, found: `${read.size} bytes` },
      );
    },
  };
}
