import { fromLockfileFolder } from "../../paths.ts";

/** A folder that a file names; `null` where it is outside the root of the inventory. */
export function placeOf(file: string, path: string): string | null {
  const text = path.replaceAll("\\", "/");
  if (/^(?:\/|[A-Za-z]:)/.test(text)) return null;
  return fromLockfileFolder(file, text) ?? null;
}
