import { open, readlink } from "node:fs/promises";
import { join } from "node:path";
import { MAX_FILE_BYTES, walkFiles } from "@assay/core";
import { isLfsPointer, WHY_ABSENT } from "@assay/git";
import type { ScanStats, SourceFragment } from "./source-fragment.ts";
import { fragmentsOf, textOf } from "./text.ts";

/** Installed packages are other people's code: what leaks there is theirs, and it is in the lockfile. */
const LEFT_OUT = new Set(["node_modules"]);

/** Every file below the root as it lies there now. Links are not followed; `.git` is not entered. */
export async function* treeFragments(
  root: string,
  stats: ScanStats,
): AsyncGenerator<SourceFragment> {
  const { files, irregular, unreadable } = await walkFiles(root, (path) => {
    if (!LEFT_OUT.has(path.slice(path.lastIndexOf("/") + 1))) return true;
    stats.skipped.set(path, "installed packages");
    return false;
  });
  for (const { path, reason } of unreadable) stats.unreadable.set(path, reason);
  for (const path of irregular) {
    stats.skipped.set(path, "a symbolic link, which is not followed, or no regular file");
    // What a link says is content of the repository, as it is in the history.
    const text = await readlink(join(root, path)).catch(() => undefined);
    if (text !== undefined) yield { path, commit: "", text, startLine: 1 };
  }
  for (const path of files) {
    const bytes = await readBounded(join(root, path), path, stats);
    if (bytes === undefined) continue;
    stats.files += 1;
    const text = textOf(bytes.toString("latin1"));
    const place = { path, commit: "" };
    if (text === undefined) {
      stats.skipped.set(path, "binary content");
      yield { ...place, text: "", startLine: 0 };
      continue;
    }
    if (isLfsPointer(text)) stats.skipped.set(path, WHY_ABSENT.lfs);
    stats.bytes += bytes.length;
    yield* fragmentsOf({ ...place, text, startLine: 1 });
  }
}

async function readBounded(
  file: string,
  path: string,
  stats: ScanStats,
): Promise<Buffer | undefined> {
  try {
    const handle = await open(file, "r");
    try {
      const { size } = await handle.stat();
      if (size > MAX_FILE_BYTES) {
        stats.unreadable.set(path, `larger than ${MAX_FILE_BYTES} bytes`);
        return undefined;
      }
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (cause) {
    stats.unreadable.set(path, reasonOf(cause));
    return undefined;
  }
}

/** Without the path, which the system's message repeats as an absolute one. */
function reasonOf(cause: unknown): string {
  const code =
    typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : "";
  return code === "" ? "it could not be read" : `it could not be read (${code})`;
}
