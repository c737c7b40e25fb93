import { readdirSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import {
  enclosingCheckout,
  isInside,
  openWorkspace,
  realPath,
  statusAt,
  statusBehind,
} from "@assay/core";
import { exclusion, formatOf } from "../discover.ts";
import { ECOSYSTEMS } from "../ecosystems/index.ts";
import { workTreeSource } from "../source.ts";

/**
 * What a word on the command line stands for: a lockfile for itself alone; a folder that holds none, with one above it in the same
 * checkout, for a member of a workspace. `undefined` for every other one.
 *
 * @param cwd Absolute path of the folder that the run starts in: without a checkout nothing above it is looked at.
 */
export async function memberPlace(
  word: string,
  cwd: string,
): Promise<Readonly<Record<string, string>> | undefined> {
  const folder = realPath(resolve(cwd, word));
  if (folder === undefined) return undefined;
  if (statusBehind(folder)?.isFile() === true)
    return isLockfile(basename(folder)) ? lockfilePlace(folder, realPath(cwd) ?? cwd) : undefined;
  const checkout = await enclosingCheckout(folder);
  const isCheckout = statusAt(join(checkout, ".git")) !== undefined;
  const top = isCheckout ? checkout : (realPath(cwd) ?? cwd);
  for (let at = folder; at !== top && isInside(top, at); ) {
    at = dirname(at);
    if (!namesIn(at).some(isLockfile)) continue;
    if (await hasLockfile(folder)) return undefined;
    return { "working-directory": at, workspace: relative(at, folder).split(sep).join("/") };
  }
  return undefined;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function lockfilePlace(file: string, cwd: string): Readonly<Record<string, string>> {
  return isInside(cwd, file)
    ? { lockfile: relative(cwd, file).split(sep).join("/") }
    : { "working-directory": dirname(file), lockfile: basename(file) };
}

function isLockfile(path: string): boolean {
  return formatOf(path, ECOSYSTEMS) !== undefined;
}

async function hasLockfile(folder: string): Promise<boolean> {
  // A file in place of a folder, and whatever else is wrong, is for the run itself to say.
  const files = await openWorkspace(folder)
    .then((workspace) => workTreeSource(workspace).list())
    .catch(() => undefined);
  return files?.some((path) => exclusion(path) === undefined && isLockfile(path)) ?? true;
}
