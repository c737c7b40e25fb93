import { dirname, join, relative, resolve, sep } from "node:path";
import { enclosingCheckout, isInside, realPath, statusAt, UsageError } from "@assay/core";
import type { ValueSource } from "./resolve.ts";

export interface ReportPlace {
  /** Absolute path of the folder that the run starts in. */
  readonly cwd: string;
  /** Absolute real path of the working directory. */
  readonly root: string;
}

/**
 * The absolute path of the folder for reports. Who types one means it from where they stand; the config file knows only the
 * folder that it lies in. It belongs to what is checked, so it may not choose a folder outside of that.
 *
 * @throws UsageError when the config file names a folder outside the working directory, when a symbolic link of the checkout
 * stands on the way, or when the folder belongs to git.
 */
export async function reportDirectory(
  given: string,
  source: ValueSource | undefined,
  { cwd, root }: ReportPlace,
): Promise<string> {
  const isConfigured = source?.from === "config";
  const directory = resolve(isConfigured ? root : cwd, given);
  const fault =
    isConfigured && !isInside(root, directory)
      ? "it must not lead out of the working directory"
      : await writeFault(root, directory);
  if (fault === undefined) return directory;
  const what = isConfigured
    ? `${source.detail ?? "The config file"}: \`report.directory\``
    : "`report-directory`";
  throw new UsageError(`${what} is ${JSON.stringify(given)}; ${fault}`, {
    hint: "Give a folder without links with `report-directory`, such as one outside of the checkout.",
  });
}

/**
 * Why nothing is to be written into a folder, as a clause about it: a symbolic link of the checkout around `root` stands on the way,
 * or it is git's own. Folders elsewhere are the user's business.
 */
export async function writeFault(root: string, directory: string): Promise<string | undefined> {
  const checkout = await enclosingCheckout(root);
  return faultBelow(checkout, await realParts(checkout, directory));
}

/** The way from the checkout to a folder, name by name; `undefined` where the folder lies elsewhere. */
async function realParts(
  checkout: string,
  directory: string,
): Promise<readonly string[] | undefined> {
  let parts: readonly string[] | undefined;
  // The checkout may have been reached through a link of the machine (`/tmp` on macOS): from its first folder that lies in
  // the checkout on, what follows is the checkout's own.
  for (let above = directory; ; above = dirname(above)) {
    const real = realPath(above);
    if (real !== undefined && isInside(checkout, real)) {
      parts = [relative(checkout, real), relative(above, directory)].flatMap((way) =>
        way.split(sep).filter(Boolean),
      );
    }
    if (dirname(above) === above) return parts;
  }
}

async function faultBelow(
  checkout: string,
  parts: readonly string[] | undefined,
): Promise<string | undefined> {
  let at = checkout;
  for (const part of parts ?? []) {
    at = join(at, part);
    if (part.toLowerCase() === ".git") return "it must not lie in git's own folder";
    const status = statusAt(at);
    if (status === undefined) return undefined;
    // Whoever brings a change may bring a link with it: nothing is written through one.
    if (status.isSymbolicLink()) {
      return `${relative(checkout, at)} is a symbolic link, and nothing is written through links of the checkout`;
    }
  }
  return undefined;
}
