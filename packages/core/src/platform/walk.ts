import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";

/** After so many folders others get a turn: signals, and processes that answer. */
const FOLDERS_AT_ONCE = 500;

/** A folder that could not be listed: the caller must tell it, for its files were not looked at. */
export interface Unreadable {
  readonly path: string;
  /** A clause. */
  readonly reason: string;
}

/** What is below a folder. Paths are relative to it, with `/`; lists of them are sorted by code unit. */
export interface Walk {
  /** Regular files. */
  readonly files: readonly string[];
  /** Symbolic links, which are not followed, and pipes, sockets and devices. */
  readonly irregular: readonly string[];
  readonly unreadable: readonly Unreadable[];
}

/** Lists everything below `root`. `enter(path)` says whether a folder is walked into; `.git` only where `enterGit` says so too. */
export async function walkFiles(
  root: string,
  enter: (path: string) => boolean = () => true,
  enterGit: (path: string) => boolean = () => false,
): Promise<Walk> {
  const files: string[] = [];
  const irregular: string[] = [];
  const unreadable: Unreadable[] = [];
  const pending = [""];
  let count = 0;
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    count++;
    if (count % FOLDERS_AT_ONCE === 0) await setImmediate();
    let entries: Dirent[];
    try {
      entries = readdirSync(join(root, folder), { withFileTypes: true });
    } catch (cause) {
      unreadable.push({ path: folder, reason: `it can't be listed${codeOf(cause)}` });
      continue;
    }
    for (const entry of entries) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isFile()) files.push(path);
      else if (!entry.isDirectory()) irregular.push(path);
      else if ((entry.name !== ".git" || enterGit(path)) && enter(path)) pending.push(path);
    }
  }
  return { files: files.sort(), irregular: irregular.sort(), unreadable };
}

/** Without the system's message, which holds the absolute path. */
function codeOf(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? ` (${String(cause.code)})` : "";
}
