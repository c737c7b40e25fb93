import { realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import type { NamedGraph } from "./graph.ts";
import { run } from "./run.ts";

/** Prints what npm's own Arborist makes of the lockfile in a folder, without what is installed. */
const READ = `
const { Arborist } = require(process.argv[1]);
new Arborist({ path: process.argv[2] }).loadVirtual().then((tree) => {
  const nameOf = (node) =>
    node.isProjectRoot || node.isWorkspace ? node.location || "." : node.packageName + "@" + (node.version || "");
  const nodes = [...tree.inventory.values()].filter((node) => !node.isLink);
  const edges = nodes.flatMap((node) =>
    [...node.edgesOut.values()].flatMap(({ to }) => (to ? [[nameOf(node), nameOf(to.target)]] : [])),
  );
  console.log(JSON.stringify({ packages: nodes.map(nameOf), edges }));
});
`;

export function graph(folder: string, [npm = ""]: readonly string[]): NamedGraph {
  const arborist = join(dirname(realpathSync(npm)), "../node_modules/@npmcli/arborist");
  const told = run([process.execPath], ["-e", READ, arborist, folder], folder);
  const { packages, edges } = JSON.parse(told) as {
    readonly packages: readonly string[];
    readonly edges: readonly (readonly [string, string])[];
  };
  return {
    packages: new Set(packages),
    edges: new Set(edges.filter(([from, to]) => from !== to).map((ends) => ends.join(" > "))),
  };
}
