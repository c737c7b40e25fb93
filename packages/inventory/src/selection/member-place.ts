import { lstat, readdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { enclosingCheckout, isInside, openWorkspace } from "@assay/core";
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
  const folder = await realpath(resolve(cwd, word)).catch(() => undefined);
  if (folder === undefined) return undefined;
  if ((await stat(folder)).isFile())
    return isLockfile(basename(folder)) ? lockfilePlace(folder, await realpath(cwd)) : undefined;
  const checkout = await enclosingCheckout(folder);
  const isCheckout = await lstat(join(checkout, ".git")).then(
    () => true,
    () => false,
  );
  const top = isCheckout ? checkout : await realpath(cwd);
  for (let at = folder; at !== top && isInside(top, at); ) {
    at = dirname(at);
    const names = await readdir(at).catch(() => []);
    if (!names.some(isLockfile)) continue;
    if (await hasLockfile(folder)) return undefined;
    return { "working-directory": at, workspace: relative(at, folder).split(sep).join("/") };
  }
  return undefined;
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
