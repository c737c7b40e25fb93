import { closeSync, constants, fstatSync, openSync, type PathLike, readFileSync } from "node:fs";

/**
 * The bytes of a small regular file; `undefined` where none is there, or it is larger than `maxBytes`. A pipe that nobody writes
 * to is no file, and not waited for.
 */
export async function readSmallFile(path: PathLike, maxBytes: number): Promise<Buffer | undefined> {
  return readSmallFileNow(path, maxBytes);
}

/** `readSmallFile`, at once. */
export function readSmallFileNow(path: PathLike, maxBytes: number): Buffer | undefined {
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
  let file: number | undefined;
  try {
    file = openSync(path, flags);
    const status = fstatSync(file);
    return status.isFile() && status.size <= maxBytes ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
