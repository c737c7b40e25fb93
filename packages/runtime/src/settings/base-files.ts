import { resolve } from "node:path";
import { isInside, MAX_FILE_BYTES, type SettingsFiles, UsageError } from "@assay/core";
import { followedFileAt, type Repository } from "@assay/git";
import type { Checkout } from "./checkout.ts";

/** The base branch of a change, open for reading. */
export interface Base {
  readonly repo: Repository;
  /** The tip of the branch. */
  readonly commit: string;
  readonly branch?: string;
}

/** Where a run looks. */
export interface Surroundings {
  readonly checkout: Checkout;
  /** Absolute path of the working directory as it was given, links not followed: a change may have brought them. */
  readonly folder: string;
}

/**
 * The files as they are at the tip of the base branch. What an input names outside of the checkout is read as it lies there: no
 * change brings it.
 *
 * @param elsewhere Reads those.
 */
export function baseFiles(
  { repo, commit }: Base,
  { checkout, folder }: Surroundings,
  elsewhere: SettingsFiles,
): SettingsFiles {
  return {
    from: "base",
    commit,
    addedMarksCount: false,
    async read(path, { named = false, maxBytes = MAX_FILE_BYTES } = {}) {
      const full = resolve(folder, path);
      if (!named && !isInside(folder, full)) {
        throw new UsageError(`The path ${path} leads out of the working directory`);
      }
      const place = await checkout.place(full);
      if (place === undefined) return elsewhere.read(path, { named, maxBytes });
      return followedFileAt(repo, commit, place, maxBytes);
    },
  };
}
