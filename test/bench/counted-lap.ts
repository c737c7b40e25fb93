/** One run of one contestant: time, memory, and what it asked of the services. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { type Counts, counts, SERVICES } from "./counted-services.ts";
import { peakOfTree } from "./peak-memory.ts";

export interface Way {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

export interface Lap {
  readonly name: string;
  readonly wallS: number;
  readonly cpuS: number;
  readonly peakMb: number;
  readonly counts: Counts;
  readonly load: number;
}

/** Wall, CPU of the process and all below it, and the most memory that these held at one time. */
export async function lap(
  { name, command, args, environment }: Way,
  folder: string,
  home: string,
): Promise<Lap> {
  for (const service of SERVICES) counts[service] = 0;
  const [load = 0] = loadavg();
  const before = performance.now();
  const cpuBefore = cpuOfChildren();
  const child = spawn(command, args, {
    cwd: folder,
    env: { PATH: process.env["PATH"] ?? "", HOME: home, ...environment },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let told = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    told = (told + text).slice(-4000);
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  });
  const peak = await peakOfTree(child.pid ?? 0, ended, 100);
  const status = await ended;
  const wallS = (performance.now() - before) / 1000;
  if (status !== 0) throw new Error(`${name} ended with ${status}:\n${told}`);
  const cpuS = cpuOfChildren() - cpuBefore;
  return { name, wallS, cpuS, peakMb: peak / 1024 ** 2, counts: { ...counts }, load };
}

/** Seconds of the children that have ended and been waited for: the services run on. */
function cpuOfChildren(): number {
  const stat = readFileSync("/proc/self/stat", "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

export function printHead(title: string): void {
  const heads = [title, ...["wall s", "CPU s", "peak MB", "wall ratio", "CPU ratio"]];
  console.log(`\n| ${[...heads, "tokens/certificates/entries/timestamps", "load"].join(" | ")} |`);
  console.log("|---|---|---|---|---|---|---|---|");
}

/** At once: some take a quarter of an hour. */
export function printLap(
  { name, wallS, cpuS, peakMb, counts: asked, load }: Lap,
  first: Lap,
): void {
  const cells = [
    name,
    wallS.toFixed(2),
    cpuS.toFixed(2),
    peakMb.toFixed(0),
    `${(wallS / first.wallS).toFixed(1)}×`,
    `${(cpuS / first.cpuS).toFixed(1)}×`,
    SERVICES.map((service) => asked[service]).join("/"),
    load.toFixed(1),
  ];
  console.log(`| ${cells.join(" | ")} |`);
}
