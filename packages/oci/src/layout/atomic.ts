import { randomUUID } from "node:crypto";
import { mkdirSync, renameSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ExternalError, isInside, realPath, statusAt, UsageError } from "@assay/core";

/**
 * Writes a file below `root` in one step: a reader sees the old one, the new one or none. Nothing is left of what could not be written.
 *
 * @throws UsageError where a link leads the file's folder out of `root`; ExternalError where it can't be written.
 */
export async function writeAtomically(
  root: string,
  path: string,
  content: Uint8Array | AsyncIterable<Uint8Array>,
): Promise<void> {
  const temporary = join(root, `.assay-${randomUUID()}`);
  try {
    makeFolder(root, dirname(path));
    const file = await open(temporary, "wx");
    try {
      if (content instanceof Uint8Array) await file.writeFile(content);
      else for await (const chunk of content) await file.writeFile(chunk);
    } finally {
      await file.close();
    }
    renameSync(temporary, join(root, path));
  } catch (cause) {
    rmSync(temporary, { force: true });
    const code = (cause as { code?: unknown }).code;
    if (typeof code !== "string") throw cause;
    throw new ExternalError(`${join(root, path)} can't be written (${code})`, {
      hint: "Free some room, or name a folder that may be written.",
      cause,
    });
  }
}

/** Each folder on the way is looked at before anything is made below it. */
function makeFolder(root: string, path: string): void {
  mkdirSync(root, { recursive: true });
  let folder = realPath(root) ?? root;
  for (const name of path.split("/")) {
    const next = join(folder, name);
    if (statusAt(next) === undefined) mkdirSync(next);
    folder = realPath(next) ?? next;
    if (!isInside(realPath(root) ?? root, folder)) {
      throw new UsageError(`${path} of ${root} is a link that leads out of the layout`, {
        hint: "Remove the link, or write to another folder.",
      });
    }
  }
}
