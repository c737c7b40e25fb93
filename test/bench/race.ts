/**
 * Runs contestants in turn (A B A B …) on the same input and tells wall time, CPU time and memory.
 *
 * CPU is what the kernel counts for a contestant and all that it started and waited for (`cutime` and `cstime` of this process in
 * `/proc/self/stat`, in ticks of 10 ms). Memory is measured in one run of its own, because sampling disturbs.
 */
import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { peakOfTree } from "./peak-memory.ts";

const TICK_MS = 10;

export interface Invocation {
  readonly command: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Exit codes that mean that the work was done. */
  readonly exits?: readonly number[];
}

export interface Contestant {
  readonly name: string;
  /** Run one after the other; their times add up. */
  readonly invocations: readonly Invocation[];
  /** Removes what an earlier run wrote. Not timed. */
  readonly reset?: () => void;
  /** Called right after the warm-up: throws where the work was not done. */
  readonly check?: () => void;
  /** What the last run made, with counts that can be compared, for the table. Throws where it made nothing. */
  readonly made: () => string;
}

export interface Placing {
  readonly name: string;
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly peakMb: number;
  readonly made: string;
  /** How many times the first contestant's time this one takes: median of the rounds' ratios. */
  readonly wallRatio: number;
  readonly cpuRatio: number;
}

interface Lap {
  readonly wallMs: number;
  readonly cpuMs: number;
}

/** The first contestant is ours. One warm-up round, one round for memory, then `rounds` that count. */
export async function race(
  contestants: readonly Contestant[],
  rounds: number,
): Promise<readonly Placing[]> {
  const laps = contestants.map((): Lap[] => []);
  for (const contestant of contestants) {
    lap(contestant);
    contestant.check?.();
  }
  const peaks: number[] = [];
  for (const contestant of contestants) peaks.push(await peakOf(contestant));
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, contestant] of contestants.entries()) laps[index]?.push(lap(contestant));
  }
  const [first = []] = laps;
  return contestants.map(({ name, made }, index) => {
    const own = laps[index] ?? [];
    return {
      name,
      wallMs: median(own.map(({ wallMs }) => wallMs)),
      cpuMs: median(own.map(({ cpuMs }) => cpuMs)),
      peakMb: (peaks[index] ?? Number.NaN) / 1024 ** 2,
      made: made(),
      wallRatio: median(own.map(({ wallMs }, round) => wallMs / (first[round]?.wallMs ?? 0))),
      cpuRatio: median(own.map(({ cpuMs }, round) => cpuMs / (first[round]?.cpuMs ?? 0))),
    };
  });
}

function lap(contestant: Contestant): Lap {
  contestant.reset?.();
  const cpuBefore = cpuOfChildrenMs();
  const before = performance.now();
  for (const invocation of contestant.invocations) {
    const { command, args, folder } = invocation;
    const ended = spawnSync(command, args, {
      cwd: folder,
      env: environmentOf(invocation),
      encoding: "utf8",
      stdio: ["ignore", "ignore", "pipe"],
      maxBuffer: 2 ** 26,
    });
    if (ended.error !== undefined) throw ended.error;
    judge(contestant.name, invocation, ended.status, ended.stderr);
  }
  return { wallMs: performance.now() - before, cpuMs: cpuOfChildrenMs() - cpuBefore };
}

async function peakOf(contestant: Contestant): Promise<number> {
  contestant.reset?.();
  let peak = 0;
  for (const invocation of contestant.invocations) {
    const child = spawn(invocation.command, invocation.args, {
      cwd: invocation.folder,
      env: environmentOf(invocation),
      stdio: "ignore",
    });
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once("error", reject).once("exit", resolve);
    });
    if (child.pid !== undefined) peak = Math.max(peak, await peakOfTree(child.pid, ended));
    judge(contestant.name, invocation, await ended, "");
  }
  return peak;
}

function environmentOf({ environment }: Invocation): Record<string, string> {
  return {
    PATH: process.env["PATH"] ?? "",
    HOME: process.env["HOME"] ?? "",
    ...environment,
  };
}

function judge(name: string, invocation: Invocation, status: number | null, stderr: string): void {
  if (status !== null && (invocation.exits ?? [0]).includes(status)) return;
  const line = [invocation.command, ...invocation.args].join(" ");
  throw new Error(`${name} ended with ${status}:\n$ ${line}\n${stderr}`);
}

function cpuOfChildrenMs(): number {
  // The second field is the command's name in parentheses and may hold anything: what counts comes after the last one.
  const stat = readFileSync("/proc/self/stat", "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[13]) + Number(fields[14])) * TICK_MS;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
