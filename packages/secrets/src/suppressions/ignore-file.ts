import type { Target } from "../scan/target.ts";

export const IGNORE_FILE = ".gitleaksignore";

/** The fingerprints of a `.gitleaksignore`, and what in it could not be understood. */
export interface IgnoreFile {
  /** `<sha>:<path>:<rule>:<line>` or `<path>:<rule>:<line>`, with `/` in paths. */
  readonly entries: ReadonlySet<string>;
  /** Line numbers, from 1. */
  readonly malformed: readonly number[];
  /** The first line that was not read, because there were `MAX_ENTRIES` before it. */
  readonly unreadFrom?: number;
}

const MAX_ENTRIES = 100_000;

export function parseIgnoreFile(text: string): IgnoreFile {
  const entries = new Set<string>();
  const malformed: number[] = [];
  for (const [index, raw] of text.split("\n").entries()) {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) continue;
    if (entries.size >= MAX_ENTRIES) return { entries, malformed, unreadFrom: index + 1 };
    const parts = line.split(":");
    if (parts.length !== 3 && parts.length !== 4) {
      malformed.push(index + 1);
      continue;
    }
    const pathIndex = parts.length - 3;
    parts[pathIndex] = (parts[pathIndex] ?? "").replaceAll("\\", "/");
    entries.add(parts.join(":"));
  }
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
  const { malformed, unreadFrom } = ignore;
  const notices: string[] = [];
  if (malformed.length > 0) {
    const lines = malformed.slice(0, 10).join(", ");
    notices.push(`${IGNORE_FILE} has lines that are no fingerprints: ${lines}`);
  }
  if (unreadFrom !== undefined) {
    notices.push(
      `${IGNORE_FILE}: only the first ${MAX_ENTRIES} fingerprints are read; line ${unreadFrom} and those after it are not`,
    );
  }
  return { ignore, notices };
}
