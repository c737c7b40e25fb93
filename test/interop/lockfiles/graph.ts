import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { memorySource, readInventory } from "../../../packages/inventory/src/index.ts";

/** Packages and edges as `name@version`; the project's own by their folders. */
export interface NamedGraph {
  readonly packages: ReadonlySet<string>;
  /** `from > to`. */
  readonly edges: ReadonlySet<string>;
  /** Edges of which the source says only that they may be there. */
  readonly possible?: ReadonlySet<string>;
}

/** What our reader finds in a folder with one lockfile. Throws where it does not understand all of it. */
export async function ourGraph(folder: string): Promise<NamedGraph> {
  const { graphs, skipped } = await readInventory(memorySource(textFiles(folder)));
  const [graph] = graphs;
  if (graph === undefined) throw new Error(`nothing was read: ${JSON.stringify(skipped)}`);
  const odd = graph.gaps.filter(({ kind }) => kind === "entry" || kind === "stale");
  if (odd.length > 0)
    throw new Error(odd.map(({ item, reason }) => `${item}: ${reason}`).join("\n"));
  const names = new Map(
    graph.components.map(({ id, name, version, firstParty, installPath = "." }) => [
      id,
      firstParty ? installPath : `${name}@${version ?? ""}`,
    ]),
  );
  return {
    packages: new Set(names.values()),
    edges: new Set(
      graph.edges
        .map(({ from, to }) => [names.get(from), names.get(to)])
        .filter(([from, to]) => from !== to)
        .map((ends) => ends.join(" > ")),
    ),
  };
}

/** Whether a file or folder of a project says something of its packages. */
export function isRead(path: string): boolean {
  const name = basename(path);
  if (name === "node_modules" || name === ".git") return false;
  return statSync(path).isDirectory() || READ.test(name) || path.includes("/.yarn/plugins/");
}

const READ =
  /^(?:package\.json|.*lock.*|\.npmrc|\.yarnrc(?:\.yml)?|pnpm-workspace\.yaml|.*\.patch)$/;

function textFiles(folder: string): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  const walk = (below: string) => {
    for (const { name } of readdirSync(join(folder, below), { withFileTypes: true })) {
      const path = below === "" ? name : `${below}/${name}`;
      if (!isRead(join(folder, path))) continue;
      if (statSync(join(folder, path)).isDirectory()) walk(path);
      else files[path] = readFileSync(join(folder, path));
    }
  };
  walk("");
  return files;
}

/** One line for each package and edge that only one of the two has. */
export function differences(ours: NamedGraph, theirs: NamedGraph): readonly string[] {
  return [
    ...only(theirs.packages, ours.packages).map((each) => `missing package ${each}`),
    ...only(ours.packages, theirs.packages).map((each) => `false package ${each}`),
    ...only(theirs.edges, ours.edges).map((each) => `missing edge ${each}`),
    ...only(ours.edges, new Set([...theirs.edges, ...(theirs.possible ?? [])])).map(
      (each) => `false edge ${each}`,
    ),
  ];
}

function only(these: ReadonlySet<string>, those: ReadonlySet<string>): readonly string[] {
  return [...these].filter((each) => !those.has(each)).sort();
}
