import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { UsageError } from "@assay/core";
import { MAX_TRUST_BYTES } from "./trust-config.ts";
import { parseTrustedRoot, type TrustedRoot } from "./trusted-root.ts";

/** @throws UsageError when it is missing, too large or no trusted root. */
export async function loadTrustedRoot(root: string, path: string): Promise<TrustedRoot> {
  return parseTrustedRoot(await readTrustFile(root, path, "trusted-root"), path);
}

/** The bytes of a trusted root or signing config, relative to `root` or absolute. */
export async function readTrustFile(root: string, path: string, input: string): Promise<Buffer> {
  const absolute = resolve(root, path);
  const status = await stat(absolute).catch(() => undefined);
  if (status === undefined || !status.isFile()) {
    throw new UsageError(`\`${input}\` is ${path}, and no such file exists`);
  }
  if (status.size > MAX_TRUST_BYTES) {
    throw new UsageError(`${path} has ${status.size} bytes; at most ${MAX_TRUST_BYTES} are read`);
  }
  return await readFile(absolute);
}
