import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";

/** The checkouts in a folder; by default in the one that `ASSAY_INTEROP_WORKFLOWS` names. */
export function checkouts(
  folder: string | undefined = process.env["ASSAY_INTEROP_WORKFLOWS"],
): readonly string[] {
  if (folder === undefined || folder === "") return [];
  return readdirSync(folder)
    .map((name) => resolve(folder, name))
    .filter((path) => existsSync(join(path, ".git")))
    .sort();
}
