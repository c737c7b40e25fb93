import { constants } from "node:fs";
import { access, lstat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { ExternalError, type ProductSink, UsageError } from "@assay/core";

/*
 * A log keeps what it was given for ever: whether a bundle can be written is asked before that.
 */

/** @throws UsageError or ExternalError where no bundle can be written at this place. */
export async function requireRoom(root: string, place: string): Promise<void> {
  const path = resolve(root, place);
  const status = await lstat(path).catch(() => undefined);
  if (status?.isDirectory() === true) {
    throw new UsageError(`${place} is a folder, and the bundle belongs there`, {
      hint: "Move that folder away, or choose another `bundle-suffix`.",
    });
  }
  try {
    await access(await nearestFolder(dirname(path)), constants.W_OK);
  } catch (cause) {
    throw new ExternalError(`${place} can't be written: this user may not write to its folder`, {
      hint: "Give this user the right to write there, or sign a copy of the files.",
      cause,
    });
  }
}

/** Folders that are not there are made when the bundle is written. */
async function nearestFolder(folder: string): Promise<string> {
  const isThere = (await lstat(folder).catch(() => undefined)) !== undefined;
  return isThere || dirname(folder) === folder ? folder : await nearestFolder(dirname(folder));
}

/** A sink that knows when no other product would find room either. */
export interface WatchedSink extends ProductSink {
  /** @throws what the product threw that found the disk full. */
  requireSpace(): void;
}

const FULL: ReadonlySet<unknown> = new Set(["ENOSPC", "EDQUOT", "EROFS"]);

export function watchedSink(products: ProductSink): WatchedSink {
  let full: unknown;
  return {
    requireSpace() {
      if (full !== undefined) throw full;
    },
    async write(product) {
      try {
        await products.write(product);
      } catch (error) {
        const cause = error instanceof Error ? error.cause : undefined;
        if (cause instanceof Error && "code" in cause && FULL.has(cause.code)) full ??= error;
        throw error;
      }
    },
  };
}
