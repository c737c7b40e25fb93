import { realpath } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { isInside, UsageError } from "@assay/core";
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
 * @throws UsageError when the config file names a folder outside the working directory, also through a symbolic link.
 */
export async function reportDirectory(
  given: string,
  source: ValueSource | undefined,
  { cwd, root }: ReportPlace,
): Promise<string> {
  if (source?.from !== "config") return resolve(cwd, given);
  const directory = resolve(root, given);
  if (isInside(root, directory) && isInside(root, await realPlace(directory))) return directory;
  throw new UsageError(
    `${source.detail ?? "The config file"}: \`report.directory\` is ${JSON.stringify(given)}; it must not lead out of the working directory`,
    { hint: "Give a folder outside of it with `report-directory`." },
  );
}

/** Where a folder lies, or will lie once it is made: links on the way to it are followed. */
async function realPlace(path: string): Promise<string> {
  for (let there = path; ; there = dirname(there)) {
    const real = await realpath(there).catch(() => undefined);
    if (real !== undefined) return join(real, relative(there, path));
    if (dirname(there) === there) return path;
  }
}
