import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  memorySource,
  type PackageGraph,
  readInventory,
} from "../../../packages/inventory/src/index.ts";

/** The only graph of the files of these names in a folder. Throws where our reader does not understand all of it. */
export async function onlyGraph(folder: string, names: RegExp): Promise<PackageGraph> {
  const files: Record<string, Uint8Array> = {};
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && names.test(entry.name))
      files[path.slice(folder.length + 1)] = readFileSync(path);
  }
  const { graphs, skipped } = await readInventory(memorySource(files));
  const [graph] = graphs;
  if (graph === undefined) throw new Error(`nothing was read: ${JSON.stringify(skipped)}`);
  const odd = graph.gaps.filter(({ kind }) => kind !== "no-integrity" && kind !== "orphan");
  if (odd.length > 0)
    throw new Error(odd.map(({ item, reason }) => `${item}: ${reason}`).join("\n"));
  return graph;
}
