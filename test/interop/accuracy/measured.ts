import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { peerVersion } from "../peers.ts";
import type { Comparison } from "./checkout.ts";
import type { Read } from "./document.ts";

/** What was found of one repository at one commit. */
export interface Measured {
  readonly commit: string;
  /** The day of the run. */
  readonly date: string;
  readonly packages: Readonly<Record<"ours" | "syft" | "scalibr", number>>;
  /** Between packages that both have; absent where the peer's document has none. */
  readonly edges?: Readonly<Record<"both" | "ours" | "syft", number>>;
  /** Differences by the id of their explanation. */
  readonly differences: Readonly<Record<string, number>>;
}

export interface Measurements {
  readonly peers: Readonly<Record<string, string>>;
  /** By `owner/name`. */
  readonly repositories: Readonly<Record<string, Measured>>;
}

const FILE = fileURLToPath(new URL("./measured.json", import.meta.url));

export function readMeasurements(): Measurements {
  return JSON.parse(readFileSync(FILE, "utf8"));
}

/** Puts what was found of a checkout into `measured.json`, of which `docs/accuracy.md` is made. */
export function record(root: string, comparison: Comparison): void {
  const { repositories } = readMeasurements();
  const origin = git(root, "remote", "get-url", "origin").replace(/\.git$/, "");
  const name = origin.split("/").slice(-2).join("/");
  const all = { ...repositories, [name]: measuredOf(git(root, "rev-parse", "HEAD"), comparison) };
  const measurements: Measurements = {
    peers: { syft: peerVersion("syft"), "osv-scalibr": peerVersion("scalibr") },
    repositories: Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
  writeFileSync(FILE, `${JSON.stringify(measurements, null, 2)}\n`);
}

function measuredOf(commit: string, { checkout, counts }: Comparison): Measured {
  const { ours, peers } = checkout;
  const { syft, scalibr } = peers;
  return {
    commit: commit.slice(0, 10),
    date: new Date().toISOString().slice(0, 10),
    packages: { ours: packagesOf(ours), syft: packagesOf(syft), scalibr: packagesOf(scalibr) },
    ...(syft.edges.size === 0 ? {} : { edges: commonEdges(ours, syft) }),
    differences: Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** Files are none. */
function packagesOf({ packages }: Read): number {
  return [...packages.values()].filter(({ name }) => !name.startsWith("other/file/")).length;
}

function commonEdges(ours: Read, syft: Read) {
  const isCommon = (edge: string) =>
    edge.split(" > ").every((id) => ours.packages.has(id) && syft.packages.has(id));
  const [one, two] = [ours, syft].map(({ edges }) => new Set([...edges].filter(isCommon)));
  const both = [...(one ?? [])].filter((edge) => two?.has(edge)).length;
  return { both, ours: (one?.size ?? 0) - both, syft: (two?.size ?? 0) - both };
}

function git(root: string, ...args: readonly string[]): string {
  return execFileSync("git", ["-C", root, ...args], { encoding: "utf8" }).trim();
}
