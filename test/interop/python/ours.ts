import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import {
  memorySource,
  type PackageGraph,
  readInventory,
} from "../../../packages/inventory/src/index.ts";
import type { NamedGraph } from "../lockfiles/graph.ts";

const READ = /^(?:pyproject\.toml|Pipfile|pylock.*\.toml|.*\.lock|.*\.txt|.*\.in)$/;

/** What our reader finds in a folder with one lockfile. Throws where it does not understand all of it. */
export async function ours(folder: string): Promise<NamedGraph & { readonly graph: PackageGraph }> {
  const { graphs, skipped } = await readInventory(memorySource(textFiles(folder)));
  const [graph] = graphs;
  if (graph === undefined || graphs.length > 1 || skipped.length > 0)
    throw new Error(`${graphs.length} graphs were read: ${JSON.stringify(skipped)}`);
  const odd = graph.gaps.filter(({ kind }) => kind !== "no-integrity");
  if (odd.length > 0)
    throw new Error(odd.map(({ kind, item, reason }) => `${kind} ${item}: ${reason}`).join("\n"));
  const names = new Map(
    graph.components.map((each) => [
      each.id,
      each.id === `${graph.path}#.` ? "." : `${each.name}@${each.version ?? ""}`,
    ]),
  );
  return {
    graph,
    packages: new Set(names.values()),
    edges: new Set(
      graph.edges
        .map(({ from, to }) => [names.get(from), names.get(to)])
        .filter(([from, to]) => from !== to)
        .map((ends) => ends.join(" > ")),
    ),
  };
}

function textFiles(folder: string): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  const walk = (below: string) => {
    for (const { name } of readdirSync(join(folder, below), { withFileTypes: true })) {
      const path = below === "" ? name : `${below}/${name}`;
      if (name === ".venv")
        files[`${path}/pyvenv.cfg`] = readFileSync(join(folder, path, "pyvenv.cfg"));
      if (name.startsWith(".")) continue;
      if (statSync(join(folder, path)).isDirectory()) walk(path);
      else if (READ.test(name)) files[path] = readFileSync(join(folder, path));
    }
  };
  walk("");
  return files;
}
