import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { peerVersion } from "../peers.ts";
import type { Comparison } from "./compare.ts";

/** What was found of one checkout. */
export interface Measured {
  readonly commit: string;
  readonly workflows: number;
  /** Places by audit: in both, in the peer's alone, in ours alone. */
  readonly counts: Readonly<Record<string, readonly [both: number, theirs: number, ours: number]>>;
  /** Differences by the id of their explanation. */
  readonly explained: Readonly<Record<string, number>>;
}

/** A sample that a person judged. */
export interface Judged {
  readonly tool: string;
  readonly sampled: number;
  readonly false: number;
  readonly what: string;
}

export interface Measurements {
  readonly peers: Readonly<Record<string, string>>;
  readonly judged: readonly Judged[];
  readonly repositories: Readonly<Record<string, Measured>>;
}

const FILE = fileURLToPath(new URL("./measured.json", import.meta.url));

export function readMeasurements(): Measurements {
  return JSON.parse(readFileSync(FILE, "utf8"));
}

/** Puts what was found of a checkout into `measured.json`. A checkout's folder is named `owner+name`. */
export function record(root: string, { counts, explained }: Comparison): void {
  const { repositories, judged } = readMeasurements();
  const measured: Measured = {
    commit: commitOf(root),
    workflows: readdirSync(join(root, ".github", "workflows")).filter((name) =>
      /\.ya?ml$/.test(name),
    ).length,
    counts: sorted(
      [...counts].map(([audit, { both, theirs, ours }]) => [audit, [both, theirs, ours]]),
    ),
    explained: sorted([...explained]),
  };
  const measurements: Measurements = {
    peers: { zizmor: peerVersion("zizmor"), actionlint: peerVersion("actionlint") },
    judged,
    repositories: sorted(
      Object.entries({ ...repositories, [basename(root).replace("+", "/")]: measured }),
    ),
  };
  writeFileSync(FILE, `${JSON.stringify(measurements)}\n`);
}

/** A checkout of selected files has one commit of its own, whose message names that of the repository. */
function commitOf(root: string): string {
  const log = execFileSync("git", ["-C", root, "log", "-1", "--format=%h %s"], {
    encoding: "utf8",
  }).trim();
  return /^\S+ \S+\/?\S* ([0-9a-f]{7,40})(?: |$)/.exec(log)?.[1] ?? (log.split(" ")[0] as string);
}

function sorted<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
