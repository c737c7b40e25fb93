import { type IgnoreFile, parseIgnoreFile } from "./findings/ignore-file.ts";
import type { Target } from "./target.ts";

export const IGNORE_FILE = ".gitleaksignore";

/** The ignore file that the run believes, and what in it can't be understood. */
export async function readSuppressions(
  target: Target,
): Promise<{ readonly ignore: IgnoreFile; readonly notices: readonly string[] }> {
  const ignore = parseIgnoreFile((await target.read(IGNORE_FILE)) ?? "");
  if (ignore.malformed.length === 0) return { ignore, notices: [] };
  const lines = ignore.malformed.slice(0, 10).join(", ");
  return { ignore, notices: [`${IGNORE_FILE} has lines that are no fingerprint: ${lines}`] };
}
