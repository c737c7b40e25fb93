import { closeSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Logger } from "@assay/core";
import type { Repository } from "../repository/repository.ts";
import { MAX_SHALLOW_BYTES, shallowFile } from "../repository/repository.ts";
import { readSmallFile } from "../repository/small-file.ts";

/**
 * Writes down in the repository how far its history reaches now, so that the next run, or git itself, need not fetch again. The
 * objects and refs are there already: a clone that can't be written to is as right as before, only shorter.
 */
export async function keepShallow(repo: Repository, logger: Logger): Promise<void> {
  const target = join(repo.folders.common, "shallow");
  const [now, before] = await Promise.all([
    readSmallFile(shallowFile(repo), MAX_SHALLOW_BYTES),
    readSmallFile(target, MAX_SHALLOW_BYTES),
  ]);
  if (now === before || (before !== undefined && now?.equals(before))) return;
  try {
    replace(target, now);
  } catch (cause) {
    logger.debug(`the clone keeps its depth: ${cause instanceof Error ? cause.message : cause}`);
  }
}

function replace(target: string, content: Uint8Array | undefined): void {
  // Git's own lock (gitrepository-layout): who has it is about to write the file.
  const lock = `${target}.lock`;
  const file = openSync(lock, "wx");
  try {
    writeFileSync(file, content ?? "");
    if (content === undefined) rmSync(target, { force: true });
    else renameSync(lock, target);
  } finally {
    closeSync(file);
    rmSync(lock, { force: true });
  }
}
