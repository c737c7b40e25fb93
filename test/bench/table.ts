import { cpus, loadavg } from "node:os";
import type { Placing } from "./race.ts";

const HEAD = ["", "wall s", "CPU s", "peak MB", "wall ratio", "CPU ratio", "made"] as const;

/** What was measured on what machine: the first line of every benchmark. On a busy machine wall times say little, CPU times more. */
export function printMachine(rounds: number): void {
  const processors = cpus();
  const model = processors[0]?.model.trim() || "unknown processor";
  const [load = 0] = loadavg();
  console.log(
    `node ${process.versions.node}, ${processors.length} × ${model}, load ${load.toFixed(1)}; median of ${rounds} rounds in turn, after one to warm up`,
  );
}

/** A ratio above 1 means that the peer needs more than the first line, which is ours. */
export function printTable(title: string, placings: readonly Placing[]): void {
  const rows = placings.map(({ name, wallMs, cpuMs, peakMb, wallRatio, cpuRatio, made }) => [
    name,
    (wallMs / 1000).toFixed(2),
    (cpuMs / 1000).toFixed(2),
    peakMb.toFixed(0),
    `${wallRatio.toFixed(2)}×`,
    `${cpuRatio.toFixed(2)}×`,
    made,
  ]);
  const last = HEAD.length - 1;
  const widths = HEAD.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  console.log(`\n${title}`);
  for (const row of [HEAD, ...rows]) {
    const cells = row.map((cell, column) => {
      if (column === last) return cell;
      return column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
    });
    console.log(`  ${cells.join("  ")}`);
  }
}

/** Rounds that count: `ASSAY_BENCH_ROUNDS`, or the benchmark's own number. */
export function roundsOr(usual: number): number {
  const given = process.env["ASSAY_BENCH_ROUNDS"];
  if (given === undefined || given === "") return usual;
  if (!/^[1-9]\d{0,2}$/.test(given)) {
    throw new Error(`ASSAY_BENCH_ROUNDS is "${given}"; allowed is a number from 1 to 999`);
  }
  return Number(given);
}
