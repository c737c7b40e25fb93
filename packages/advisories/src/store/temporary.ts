import { randomBytes } from "node:crypto";
import { readdirSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";

const HOUR = 3_600_000;
const NAME = /(?:^|\.)(?:(\d{1,9})\.)?[0-9a-f]{12}\.(?:tmp|zip|gz\.zip|snapshot)$/;

/** The path of a file that is there only while this process is at work: `<name>.<process>.<random>.<end>`. */
export function temporaryPath(beside: string, end: string): string {
  const name = `${process.pid}.${randomBytes(6).toString("hex")}.${end}`;
  return join(dirname(beside), `${basename(beside)}.${name}`);
}

/**
 * Removes what jobs that were killed left in a store: files that nobody wrote to for an hour, and whose process is gone. For a day
 * where the name tells no process, or one that is there: in containers every job has the same few numbers.
 */
export function sweep(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const [found, pid] = NAME.exec(name) ?? [];
      if (found === undefined) continue;
      const path = join(folder, name);
      const age = Date.now() - statSync(path).mtimeMs;
      const isGone = pid !== undefined && !isAlive(Number(pid));
      if (age > (isGone ? HOUR : 24 * HOUR)) rmSync(path, { force: true });
    }
  } catch {
    // Another job did it, or may: room is not what this run is about.
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else lives too.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
