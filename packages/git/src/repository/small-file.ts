import { constants, type PathLike } from "node:fs";
import { open } from "node:fs/promises";

/**
 * The bytes of a small regular file; `undefined` where none is there, or it is larger than `maxBytes`. A pipe that nobody writes
 * to is no file, and not waited for.
 */
export async function readSmallFile(path: PathLike, maxBytes: number): Promise<Buffer | undefined> {
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
  const file = await open(path, flags).catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    const status = await file.stat();
    if (!status.isFile() || status.size > maxBytes) return undefined;
    return await file.readFile();
  } catch {
    return undefined;
  } finally {
    await file.close();
  }
}
