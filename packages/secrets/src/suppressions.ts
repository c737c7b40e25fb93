import { type IgnoreFile, parseIgnoreFile } from "./findings/ignore-file.ts";
import type { Target } from "./target.ts";

export const IGNORE_FILE = ".gitleaksignore";

/** The ignore file that the run believes, and what a reviewer should know of it. */
export async function readSuppressions(
  target: Target,
): Promise<{ readonly ignore: IgnoreFile; readonly notices: readonly string[] }> {
  const ignore = parseIgnoreFile((await target.read(IGNORE_FILE)) ?? "");
  const notices: string[] = [];
  if (ignore.malformed.length > 0) {
    notices.push(
      `${IGNORE_FILE} has lines that are no fingerprint: ${ignore.malformed.slice(0, 10).join(", ")}`,
    );
  }
  if (target.readBase !== undefined && target.readBase !== target.read) {
    const before = parseIgnoreFile((await target.readBase(IGNORE_FILE)) ?? "");
    const added = [...ignore.entries].filter((entry) => !before.entries.has(entry));
    if (added.length > 0) {
      notices.push(
        `The change adds ${added.length} to ${IGNORE_FILE}: ${added.slice(0, 10).join(", ")}`,
      );
    }
  }
  return { ignore, notices };
}
