import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Contestant, Invocation } from "./race.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The built CLI. `ASSAY_BENCH_CLI` names another build's, to measure a change against what was there before. */
const CLI = process.env["ASSAY_BENCH_CLI"] || join(ROOT, "dist", "cli.js");

/** A run of the built CLI under the Node that runs the benchmark. A failed verdict is work done as well. */
export function assay(
  args: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Invocation {
  if (!existsSync(CLI)) throw new Error(`${CLI} is not built: run \`npm run build\` first`);
  return { command: process.execPath, args: [CLI, ...args], folder, environment, exits: [0, 1] };
}

export function assayName(what: string): Contestant["name"] {
  const version = execFileSync(process.execPath, [CLI, "--version"], { encoding: "utf8" });
  return `${version.trim()}${what === "" ? "" : `, ${what}`}`;
}
