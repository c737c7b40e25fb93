import { lstatSync, type PathLike, realpathSync, type Stats, statSync } from "node:fs";

// Asked at once and not by way of the thread pool: a run asks a hundred such questions, and each turn through the pool takes many
// times as long as the answer.

/** What is at a path, links not followed; `undefined` where there is nothing, or nothing that may be looked at. */
export function statusAt(path: PathLike): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** As `statusAt`, of what a link leads to. */
export function statusBehind(path: PathLike): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** The path without links; `undefined` as for `statusAt`. */
export function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}
