import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { UsageError } from "@assay/core";
import { MAX_TRUST_BYTES } from "./trust-config.ts";
import { parseTrustedRoot, type TrustedRoot } from "./trusted-root.ts";

/**
 * A trusted root from a file.
 *
 * @param folder What a relative path is relative to; the working directory of the process where it is left out.
 * @throws UsageError when it is missing, too large or no trusted root.
 */
export async function loadTrustedRoot(path: string, folder = "."): Promise<TrustedRoot> {
  return parseTrustedRoot(await readTrustFile(path, folder, "trusted root"), path);
}

/**
 * The bytes of a trusted root or signing config.
 *
 * @param kind For messages: `trusted root`.
 */
export async function readTrustFile(path: string, folder: string, kind: string): Promise<Buffer> {
  const absolute = resolve(folder, path);
  const status = await stat(absolute).catch(() => undefined);
  if (status === undefined || !status.isFile()) {
    throw new UsageError(`The ${kind} is ${path}, and no such file exists`);
  }
  if (status.size > MAX_TRUST_BYTES) {
    throw new UsageError(`${path} has ${status.size} bytes; at most ${MAX_TRUST_BYTES} are read`);
  }
  return await readFile(absolute);
}
