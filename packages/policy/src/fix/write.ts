import { randomBytes } from "node:crypto";
import { lstatSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { openWorkspace } from "@assay/core";

/**
 * Writes a changed file of a folder in one step, with the mode that it had.
 *
 * @param before What was read: a file that is another by now is left alone.
 * @returns why it was not written, as a clause
 */
export async function writeChanged(
  root: string,
  path: string,
  before: string,
  after: string,
): Promise<string | undefined> {
  const workspace = await openWorkspace(root);
  const full = resolve(workspace.root, path);
  // A link below the root, of the file or of a folder, may lead to what is not the repository's.
  if (realpathSync.native(full) !== full) return "a symbolic link leads to it";
  const { mode } = lstatSync(full);
  const temporary = join(dirname(full), `.assay-${randomBytes(8).toString("hex")}.tmp`);
  try {
    writeFileSync(temporary, after, { flag: "wx", mode: mode & 0o777 });
    const now = Buffer.from(await workspace.read(path));
    if (!now.equals(Buffer.from(before))) return "it was changed while the rules were judged";
    renameSync(temporary, full);
    return undefined;
  } finally {
    rmSync(temporary, { force: true });
  }
}
