import type { Target } from "../scan/target.ts";

export const IGNORE_FILE = ".gitleaksignore";

/** The fingerprints of a `.gitleaksignore`, and what in it could not be understood. */
export interface IgnoreFile {
  /** `<sha>:<path>:<rule>:<line>` or `<path>:<rule>:<line>`, with `/` in paths. */
  readonly entries: ReadonlySet<string>;
  /** Line numbers, from 1. */
  readonly malformed: readonly number[];
}

const MAX_ENTRIES = 100_000;

export function parseIgnoreFile(text: string): IgnoreFile {
  const entries = new Set<string>();
  const malformed: number[] = [];
  text.split("\n").forEach((raw, index) => {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) return;
    const parts = line.split(":");
    if ((parts.length !== 3 && parts.length !== 4) || entries.size >= MAX_ENTRIES) {
      malformed.push(index + 1);
      return;
    }
    const pathIndex = parts.length - 3;
    parts[pathIndex] = (parts[pathIndex] ?? "").replaceAll("\\", "/");
    entries.add(parts.join(":"));
  });
  return { entries, malformed };
}

/** The names under which gitleaks knows a hit; with a commit, the one without it counts too. */
export function gitleaksFingerprints(
  path: string,
  ruleId: string,
  line: number,
  commit: string,
): readonly string[] {
  const plain = `${path}:${ruleId}:${line}`;
  return commit === "" ? [plain] : [`${commit}:${plain}`, plain];
}

/** The ignore file that counts for this run, and what in it can't be understood. */
export async function readIgnoreFile(
  target: Pick<Target, "read">,
): Promise<{ readonly ignore: IgnoreFile; readonly notices: readonly string[] }> {
  const ignore = parseIgnoreFile((await target.read(IGNORE_FILE)) ?? "");
  if (ignore.malformed.length === 0) return { ignore, notices: [] };
  const lines = ignore.malformed.slice(0, 10).join(", ");
  return { ignore, notices: [`${IGNORE_FILE} has lines that are no fingerprints: ${lines}`] };
}
