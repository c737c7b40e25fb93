import { lstatSync, realpathSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import type { SettingsFiles } from "../check/settings-files.ts";
import { enclosingCheckout } from "./enclosing-checkout.ts";
import { UsageError } from "./errors.ts";
import {
  isAbsent,
  isInside,
  linkToNothing,
  openWorkspace,
  unreadable,
  type Workspace,
} from "./workspace.ts";

/** The files as they lie in the working directory, and those that inputs name wherever they lie. */
export function workTreeFiles(workspace: Workspace): SettingsFiles {
  return {
    from: "work-tree",
    addedMarksCount: true,
    async read(path, { named = false, maxBytes } = {}) {
      const full = resolve(workspace.root, path);
      const isOutside = named && !isInside(workspace.root, full);
      if (isOutside) return readNamed(full, path, workspace.root, maxBytes);
      const bytes = await workspace.readIfPresent(path, maxBytes);
      // A link to nothing counts as a file: settings that somebody wrote must not vanish in silence.
      if (bytes === undefined && isThere(full)) throw linkToNothing(path);
      return bytes;
    },
  };
}

/** A file that lies outside of the working directory. A link of the checkout around it may not lead out of that. */
async function readNamed(
  full: string,
  path: string,
  root: string,
  maxBytes: number | undefined,
): Promise<Uint8Array | undefined> {
  const checkout = await enclosingCheckout(root);
  const real = realPathOf(full, path);
  if (real === undefined) {
    if (isThere(full)) throw linkToNothing(path);
    return undefined;
  }
  if (isInside(checkout, full) && !isInside(checkout, real)) {
    throw new UsageError(`The path ${path} leads out of the checkout through a symbolic link`, {
      hint: "Name the file that the link leads to.",
    });
  }
  return (await openWorkspace(dirname(real))).read(basename(real), maxBytes);
}

function realPathOf(full: string, path: string): string | undefined {
  try {
    return realpathSync.native(full);
  } catch (cause) {
    if (isAbsent(cause)) return undefined;
    throw unreadable(path, cause);
  }
}

/** What can't be looked at is there. */
function isThere(full: string): boolean {
  try {
    return lstatSync(full, { throwIfNoEntry: false }) !== undefined;
  } catch (cause) {
    return !isAbsent(cause);
  }
}
