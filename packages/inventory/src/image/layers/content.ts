import { createHash, type Hash, hash } from "node:crypto";
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UsageError } from "@assay/core";
import type { ImageContent } from "../reader.ts";

/** What is larger goes to a temporary file. */
const MAX_IN_MEMORY = 4 * 1024 * 1024;
/** No record of packages is larger, and no program that is looked into. */
export const MAX_CONTENT = 1024 * 1024 * 1024;

/** Takes the bytes of one file while they stream by. */
export interface ContentBuffer {
  write(bytes: Uint8Array): void;
  content(): ImageContent;
  /** The content can't be read any more. */
  close(): void;
}

/**
 * Makes the buffers of one image, of which one is filled or read at a time: they share their memory.
 *
 * @returns For a file of so many bytes.
 */
export function contentBuffers(): (size: number) => ContentBuffer {
  let shared: Buffer = Buffer.alloc(0);
  const memoryOf = (size: number): Buffer => {
    if (shared.length < size) shared = Buffer.allocUnsafeSlow(2 ** Math.ceil(Math.log2(size)));
    return shared;
  };
  return (size) => (size <= MAX_IN_MEMORY ? inMemory(size, memoryOf) : inFile(size));
}

function inMemory(size: number, memoryOf: (size: number) => Buffer): ContentBuffer {
  let whole: Buffer | undefined;
  let length = 0;
  return {
    write(bytes) {
      // Most files come in one piece: it is used where it lies.
      if (whole === undefined && bytes.length === size) {
        whole = Buffer.from(bytes.buffer, bytes.byteOffset, size);
      } else {
        whole ??= memoryOf(size);
        whole.set(bytes, length);
      }
      length += bytes.length;
    },
    content() {
      // A file of a folder may have become shorter while it was read.
      const bytes = whole?.subarray(0, length) ?? Buffer.alloc(0);
      let sha256: string | undefined;
      return {
        size: length,
        get sha256() {
          sha256 ??= hash("sha256", bytes, "hex");
          return sha256;
        },
        async bytes(maxBytes) {
          expectAtMost(length, maxBytes);
          return bytes;
        },
        async read(offset, count) {
          return bytes.subarray(offset, offset + count);
        },
      };
    },
    close() {
      whole = undefined;
    },
  };
}

function inFile(size: number): ContentBuffer {
  const file = privateFile();
  const digest: Hash = createHash("sha256");
  let sha256: string | undefined;
  return {
    write(bytes) {
      digest.update(bytes);
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    },
    content() {
      const read = (offset: number, count: number): Buffer => {
        const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(count, size - offset)));
        let at = 0;
        while (at < bytes.length) {
          const count = readSync(file, bytes, at, bytes.length - at, offset + at);
          if (count === 0) break;
          at += count;
        }
        return bytes.subarray(0, at);
      };
      return {
        size,
        get sha256() {
          sha256 ??= digest.digest("hex");
          return sha256;
        },
        async bytes(maxBytes) {
          expectAtMost(size, maxBytes);
          return read(0, size);
        },
        read: async (offset, count) => read(offset, count),
      };
    },
    close: () => closeSync(file),
  };
}

/** Open, and without a name already: nothing is left behind however this process ends. */
function privateFile(): number {
  const folder = mkdtempSync(join(tmpdir(), "assay-image-"));
  try {
    return openSync(join(folder, "content"), "wx+", 0o600);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function expectAtMost(size: number, maxBytes: number): void {
  if (size > maxBytes)
    throw new UsageError(`It has ${size} bytes; at most ${maxBytes} of such a file are read`);
}
