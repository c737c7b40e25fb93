import type { NamedGraph } from "../lockfiles/graph.ts";
import { run } from "../lockfiles/run.ts";

const TREE = ["tree", "--frozen", "--offline", "--universal", "--all-groups", "--no-dedupe"];

/** What `uv tree` says, for all platforms, groups and extras. */
export function graph(folder: string, uv: string): NamedGraph {
  const packages = new Set<string>();
  const edges = new Set<string>();
  const above: string[] = [];
  for (const line of run([uv], TREE, folder).split("\n")) {
    const [, indent = "", name = "", version = ""] =
      /^((?:[│ ] {3})*(?:[├└]── )?)([a-z\d-]+)(?:\[[^\]]*\])?(?: v(\S+))?/.exec(line) ?? [];
    if (name === "") continue;
    const depth = indent.length / 4;
    const node = `${name}@${version}`;
    packages.add(node);
    above.length = depth;
    const parent = above.at(-1);
    if (parent !== undefined && parent !== node) edges.add(`${parent} > ${node}`);
    above.push(node);
  }
  return { packages, edges };
}
