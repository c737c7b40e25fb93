/** The folder of a file; `""` for one at the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}

/** Whether a file lies in a folder or below it; everything lies below `""`. */
export function isBelow(path: string, folder: string): boolean {
  return folder === "" || path.startsWith(`${folder}/`);
}

/** A folder that a file of the project names; `null` where it is outside the root of the inventory. */
export function placeOf(file: string, path: string): string | null {
  const text = path.replaceAll("\\", "/");
  if (/^(?:\/|[A-Za-z]:)/.test(text)) return null;
  return fromLockfileFolder(file, text) ?? null;
}

/** A part of a path that is empty, `.` or `..`. */
const NEEDS_CARE = /(?:^|\/)\.{0,2}(?:\/|$)/;

/**
 * A path that stands in a lockfile, relative to the root of the inventory; `""` is the root itself. `undefined` where it
 * leads out of the root.
 */
export function fromLockfileFolder(lockfile: string, path: string): string | undefined {
  if (!lockfile.includes("/") && !NEEDS_CARE.test(path)) return path;
  const parts = lockfile.split("/").slice(0, -1);
  for (const part of path.split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== "" && part !== ".") {
      parts.push(part);
    }
  }
  return parts.join("/");
}
