import { lstat, realpath } from "node:fs/promises";
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
      if (bytes === undefined && (await isThere(full))) throw linkToNothing(path);
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
  const real = await realpath(full).catch((cause: unknown) => {
    if (isAbsent(cause)) return undefined;
    throw unreadable(path, cause);
  });
  if (real === undefined) {
    if (await isThere(full)) throw linkToNothing(path);
    return undefined;
  }
  if (isInside(checkout, full) && !isInside(checkout, real)) {
    throw new UsageError(`The path ${path} leads out of the checkout through a symbolic link`, {
      hint: "Name the file that the link leads to.",
    });
  }
  return (await openWorkspace(dirname(real))).read(basename(real), maxBytes);
}

function isThere(full: string): Promise<boolean> {
  return lstat(full).then(
    () => true,
    (cause: unknown) => !isAbsent(cause),
  );
}
