/**
 * CPU time (user + system) of each built action that only reads its inputs, beside an empty Node process.
 *
 * The wrong input ends every action right after its inputs were read and judged. Prints medians of paired runs; the target is at most
 * 150 ms over the empty process. Not a test: machines differ.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const RUNS = 15;
const TARGET_MS = 150;

const REPORTER = `data:text/javascript,${encodeURIComponent(
  'import { writeSync } from "node:fs"; process.on("exit", () => writeSync(3, JSON.stringify(process.cpuUsage())));',
)}`;

const scratch = mkdtempSync(join(tmpdir(), "assay-startup-"));
const empty = join(scratch, "empty.mjs");
writeFileSync(empty, "");
for (const file of ["output", "summary"]) writeFileSync(join(scratch, file), "");

try {
  console.log(
    `node ${process.versions.node}, median of ${RUNS} paired runs, CPU ms (user + system)\n`,
  );
  console.log("action      action  empty  more");
  let worst = 0;
  for (const [name, main] of actions()) {
    const differences: number[] = [];
    const own: number[] = [];
    const base: number[] = [];
    for (let run = 0; run <= RUNS; run += 1) {
      const baseline = cpuMs([empty], {});
      const action = cpuMs([main], { "INPUT_FAIL-ON": "nothing-of-the-kind" }, 2);
      if (run === 0) continue;
      own.push(action);
      base.push(baseline);
      differences.push(action - baseline);
    }
    const more = median(differences);
    worst = Math.max(worst, more);
    console.log(`${name.padEnd(10)} ${cell(median(own))} ${cell(median(base))} ${cell(more)}`);
  }
  console.log(
    `\nworst: ${worst.toFixed(0)} ms more than an empty process (target: at most ${TARGET_MS} ms)`,
  );
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function actions(): [name: string, main: string][] {
  return readdirSync(join(ROOT, "actions"))
    .sort()
    .map((name) => {
      const folder = name === "check" ? ROOT : join(ROOT, "actions", name);
      const { runs } = parse(readFileSync(join(folder, "action.yml"), "utf8")) as {
        runs: { main: string };
      };
      return [name, join(folder, runs.main)];
    });
}

/** Each child tells its own CPU time as its last act: the kernel's count for the whole process, its start included. */
function cpuMs(args: readonly string[], env: Record<string, string>, expectedExit = 0): number {
  const child = spawnSync(process.execPath, ["--import", REPORTER, ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    env: {
      PATH: process.env["PATH"] ?? "",
      RUNNER_TEMP: scratch,
      GITHUB_WORKSPACE: ROOT,
      GITHUB_OUTPUT: join(scratch, "output"),
      GITHUB_STEP_SUMMARY: join(scratch, "summary"),
      ...env,
    },
  });
  if (child.status !== expectedExit)
    throw new Error(`exit ${child.status}: ${child.stdout}${child.stderr}`);
  const { user, system } = JSON.parse(String(child.output[3])) as NodeJS.CpuUsage;
  return (user + system) / 1000;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function cell(value: number): string {
  return value.toFixed(0).padStart(6);
}
