import { asBuffer, requireSuccess } from "../repository/output.ts";
import type { Repository } from "../repository/repository.ts";

/** The commit that gave a line the text that it has. */
export interface LineOrigin {
  readonly commit: string;
  /** Committer date in seconds since 1970, as the commit says it. */
  readonly seconds: string;
}

/** A history that takes longer is given up: what was found by then is returned. */
const MAX_MS = 20_000;
const GROUP = /^([0-9a-f]{40}|[0-9a-f]{64}) \d+ (\d+) (\d+)$/;

/**
 * Which commits brought some lines of a file, by one git process for all of them, however many: along first parents, so that what a
 * merge brings is dated by the merge, and through renames of the file; white space does not count. Lines whose commit was not found in time are left out.
 *
 * @param path relative to the root folder
 * @param lines numbers from 1 that the file has in `commit`
 * @throws ExternalError when git fails or complains.
 */
export async function lineOrigins(
  repo: Repository,
  commit: string,
  path: string,
  lines: readonly number[],
): Promise<ReadonlyMap<number, LineOrigin>> {
  const found = new Map<number, LineOrigin>();
  if (lines.length === 0) return found;
  const options = ["--incremental", "-w", "--first-parent", "--root", ...rangesOf(lines)];
  const child = repo.stream(["blame", ...options, commit, "--", path]);
  const seconds = new Map<string, string>();
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    child.kill();
  }, MAX_MS);
  let name = "";
  let first = 0;
  let amount = 0;
  const read = (line: string) => {
    const group = GROUP.exec(line);
    if (group !== null) {
      [name, first, amount] = [group[1] ?? "", Number(group[2]), Number(group[3])];
    } else if (line.startsWith("committer-time ")) {
      seconds.set(name, line.slice(15));
    } else if (line.startsWith("filename ")) {
      const origin = { commit: name, seconds: seconds.get(name) ?? "" };
      for (let at = first; at < first + amount; at++) found.set(at, origin);
    }
  };
  let rest = "";
  try {
    for await (const chunk of child.stdout) {
      const parts = (rest + asBuffer(chunk).toString("latin1")).split("\n");
      rest = parts.pop() ?? "";
      for (const line of parts) read(line);
    }
    if (!isLate) await requireSuccess(child, "blame");
  } catch (cause) {
    if (!isLate) throw cause;
  } finally {
    clearTimeout(timer);
  }
  return found;
}

function rangesOf(lines: readonly number[]): readonly string[] {
  return [...new Set(lines)].sort((a, b) => a - b).flatMap((line) => ["-L", `${line},${line}`]);
}
