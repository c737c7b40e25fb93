import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { dirname } from "node:path";
import { text } from "node:stream/consumers";
import { peer } from "../peers.ts";

export interface ActRun {
  /** The folder of the repository whose workflow is run. */
  readonly checkout: string;
  /** Its path below that folder. */
  readonly workflow: string;
  readonly event?: string;
  /** Further options of act. */
  readonly options?: readonly string[];
  /** What steps see beside what act gives them. */
  readonly env?: Readonly<Record<string, string>>;
  readonly expected: 0 | 1;
  /** What the log must say, so that a workflow that fails for another reason does not count. */
  readonly says: readonly RegExp[];
}

/** Runs a workflow on this machine and returns its log. Servers of this process go on meanwhile. */
export async function runWithAct(run: ActRun): Promise<string> {
  const { checkout, workflow, event = "push", options = [], env = {}, expected, says } = run;
  const args = [
    event,
    ...["--workflows", workflow],
    ...["-P", "ubuntu-latest=-self-hosted"],
    "--pull=false",
    ...Object.entries(env).flatMap(([name, value]) => ["--env", `${name}=${value}`]),
    ...options,
  ];
  // JavaScript actions run with the first node on PATH: the one that runs this suite is 24.
  const PATH = `${dirname(process.execPath)}:${process.env["PATH"]}`;
  const child = spawn(peer("act"), args, {
    cwd: checkout,
    env: { ...process.env, PATH, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: 300_000,
  });
  const [output, errors, exitCode] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.once("close", resolve)),
  ]);
  const log = `${output}\n${errors}`;
  assert.equal(exitCode, expected, log);
  for (const pattern of says) assert.match(log, pattern, log);
  return log;
}

export function git(folder: string, ...args: string[]): string {
  const identity = ["-c", "user.name=Interop", "-c", "user.email=interop@example.invalid"];
  return execFileSync("git", [...identity, ...args], { cwd: folder, encoding: "utf8" }).trim();
}
