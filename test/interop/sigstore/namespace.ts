/** Runs the cases in a network namespace of their own, and tells how each ended, one JSON line each. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Judged } from "./matrix/measured.ts";

export interface CaseResult {
  readonly name: string;
  /** Absent where the case held. */
  readonly error?: string;
  readonly judged?: readonly Judged[];
}

/** Whether a namespace without root can be had here; containers often forbid it. */
function namespaceCommand(): readonly string[] {
  const isolated = ["unshare", "-rn", "sh", "-c", 'ip link set lo up && exec "$@"', "sh"];
  const works = spawnSync(isolated[0] ?? "", [...isolated.slice(1), "true"]).status === 0;
  if (!works)
    console.log("          no network namespace here: the stack shares this machine's loopback");
  return works ? isolated : [];
}

/**
 * @param entry What prints the results.
 * @throws when the cases could not start.
 */
export function runIsolated(
  entry = join(import.meta.dirname, "run-cases.ts"),
): readonly CaseResult[] {
  const [command = process.execPath, ...args] = [...namespaceCommand(), process.execPath, entry];
  const { stdout, stderr, status } = spawnSync(command, args, {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const lines = stdout.split("\n").filter((line) => line.startsWith("{"));
  if (status !== 0 || lines.length === 0) throw new Error(`The stack failed:\n${stdout}${stderr}`);
  return lines.map((line) => JSON.parse(line) as CaseResult);
}
