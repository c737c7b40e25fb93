import { constants } from "node:fs";
import { lstat, open } from "node:fs/promises";

/** A file's bytes, or why there are none. */
export type FileRead =
  | { readonly bytes: Buffer }
  | { readonly problem: "absent" }
  | { readonly problem: "irregular" }
  | { readonly problem: "large"; readonly size: number };

/** Never through a link at the end of the path, and never waiting for a pipe's other side. */
export const SAFE_READ: number =
  constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Reads a regular file of at most `maxBytes`. Its size is that of the open file: exchanging it in between gains nothing.
 *
 * @throws the system's error where it exists and can't be read.
 */
export async function readRegularFile(path: string, maxBytes: number): Promise<FileRead> {
  const status = await lstat(path).catch((error: unknown) => {
    if (hasCode(error, "ENOENT") || hasCode(error, "ENOTDIR")) return undefined;
    throw error;
  });
  if (status === undefined) return { problem: "absent" };
  if (!status.isFile()) return { problem: "irregular" };
  const file = await open(path, SAFE_READ);
  try {
    const opened = await file.stat();
    if (!opened.isFile()) return { problem: "irregular" };
    if (opened.size > maxBytes) return { problem: "large", size: opened.size };
    const bytes = Buffer.alloc(opened.size);
    let filled = 0;
    while (filled < bytes.length) {
      const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, null);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return { bytes: bytes.subarray(0, filled) };
  } finally {
    await file.close();
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
