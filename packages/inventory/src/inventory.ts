import { MAX_FILE_BYTES, UsageError } from "@assay/core";
import { discover, exclusion, type FoundLockfile } from "./discover.ts";
import { ECOSYSTEMS } from "./ecosystems/index.ts";
import type { Inventory, LockfileGraph, SkippedLockfile } from "./graph.ts";
import { decodeLockfile } from "./lockfile-text.ts";
import type { Origin } from "./origin.ts";
import type { FileSource } from "./source.ts";

const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;

export interface InventoryOptions {
  /** What first-party packages are called after. */
  readonly origin?: Origin | undefined;
}

/**
 * Reads every lockfile of the source. A lockfile that is broken or of an ecosystem without a reader is in `skipped`, like a
 * folder that can't be listed; it never stops the others.
 */
export async function readInventory(
  source: FileSource,
  options: InventoryOptions = {},
): Promise<Inventory> {
  const paths = await source.list();
  const { found, skipped: passed } = discover(paths, ECOSYSTEMS);
  const lockfiles: LockfileGraph[] = [];
  const unreadable = (await source.unreadable?.()) ?? [];
  const skipped: SkippedLockfile[] = [
    ...passed,
    ...unreadable.map((folder) => ({ ...folder, kind: "unreadable" as const })),
  ];
  for (const each of found) {
    try {
      const graph = await readOne(source, each, options);
      if (graph !== undefined) lockfiles.push(graph);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      skipped.push({
        item: each.path,
        reason: error.hint === undefined ? error.message : `${error.message}. ${error.hint}`,
        kind: "unreadable",
        ecosystem: each.ecosystem.id,
      });
    }
  }
  const looked = {
    paths: paths.filter((path) => exclusion(path) === undefined),
    lockfiles,
    skipped: [...skipped],
    readText: textReader(source, MAX_MANIFEST_BYTES),
  };
  for (const { findUnlocked } of ECOSYSTEMS)
    if (findUnlocked !== undefined) skipped.push(...(await findUnlocked(looked)));
  return { lockfiles, skipped: skipped.sort((a, b) => (a.item < b.item ? -1 : 1)) };
}

async function readOne(
  source: FileSource,
  { path, ecosystem }: FoundLockfile,
  { origin }: InventoryOptions,
): Promise<LockfileGraph | undefined> {
  const readText = textReader(source, MAX_FILE_BYTES);
  const text = await readText(path);
  if (text === undefined) throw new UsageError(`${path} is listed and can't be read`);
  return ecosystem.parse?.({ path, text, origin, readText });
}

function textReader(source: FileSource, maxBytes: number) {
  return async (path: string): Promise<string | undefined> => {
    const bytes = await source.read(path, maxBytes);
    return bytes === undefined ? undefined : decodeLockfile(path, bytes);
  };
}
