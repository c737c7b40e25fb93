import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { peer } from "../peers.ts";
import type { NamedGraph } from "./graph.ts";
import { run } from "./run.ts";

/** The binary itself: what npm puts in its place waits for an install script. */
export function bunBinary(): string {
  const folder = dirname(dirname(peer("bun")));
  return join(folder, "@oven", `bun-${process.platform}-${process.arch}`, "bin", "bun");
}

/** What `bun why` says: below each package those that ask for it. */
export function graph(folder: string, bun: readonly string[]): NamedGraph {
  const told = run(bun, ["why", "*", "--depth", "1"], folder);
  const blocks = told
    .trim()
    .split(/\n\n+/)
    .map((block) => block.split("\n"));
  const members = new Map([
    ["root", "."],
    [manifestName(folder), "."],
    ...blocks.flatMap(([head = ""]) => {
      const [, name = "", path = ""] = /^(.+)@workspace:(.*)$/.exec(head) ?? [];
      return name === "" ? [] : [[name, path] as const];
    }),
  ]);
  const packages = new Set(members.values());
  const edges = new Set<string>();
  for (const [head = "", ...dependents] of blocks) {
    const to = nameOf(folder, head.trim(), members);
    packages.add(to);
    for (const line of dependents) {
      const asked =
        /^ {2}[├└]─ (?:dev |optional peer |optional |peer )?(\S+)(?: \(requires .*\))?$/.exec(
          line,
        )?.[1];
      // A member that nobody asks for hangs on the project all the same.
      if (asked === undefined) continue;
      const from = nameOf(folder, asked, members);
      const isImplied = from === "." && !line.includes(" (requires ");
      if (from !== to && !isImplied) edges.add(`${from} > ${to}`);
    }
  }
  return { packages, edges };
}

function nameOf(folder: string, told: string, members: ReadonlyMap<string, string>): string {
  const at = told.indexOf("@", 1);
  const name = at < 0 ? told : told.slice(0, at);
  const reference = at < 0 ? "" : told.slice(at + 1);
  if (at < 0 || reference === "" || reference.startsWith("workspace"))
    return members.get(name) ?? name;
  const archived = /\/-\/.*-(\d[^/]*)\.tgz$/.exec(reference)?.[1];
  if (archived !== undefined) return `${name}@${archived}`;
  if (existsSync(join(folder, reference, "package.json"))) return linkedName(folder, reference);
  return `${name}@${/^[\w.+-]+$/.test(reference) ? reference : ""}`;
}

function linkedName(folder: string, path: string): string {
  const text = readFileSync(join(folder, path, "package.json"), "utf8");
  const { name, version = "" } = JSON.parse(text) as { name: string; version?: string };
  return `${name}@${version}`;
}

function manifestName(folder: string): string {
  const text = readFileSync(join(folder, "package.json"), "utf8");
  return (JSON.parse(text) as { name?: string }).name ?? "root";
}
