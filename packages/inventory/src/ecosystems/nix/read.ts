import { assembleGraph } from "../../assemble/graph.ts";
import type { LockEdge, LockNode, LockProblem } from "../../assemble/parts.ts";
import { projectNode } from "../../assemble/project-node.ts";
import type { PackageGraph } from "../../graph.ts";
import { fromLockfileFolder } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { type FlakeNode, inputResolver, readFlakeLock } from "./lockfile.ts";
import { flakeSource } from "./source.ts";

/**
 * The graph of a `flake.lock`. Nodes that are locked to the same are one package, whatever their keys are; an input that follows another
 * one leads where that does.
 *
 * @throws UsageError when nothing of it can be understood
 */
export async function readNixFlake(input: ReaderInput): Promise<readonly PackageGraph[]> {
  const { path } = input;
  const lock = readFlakeLock(path, input.text);
  const problems: LockProblem[] = [...lock.problems];
  const packages = new Map<string, LockNode>();
  const byNode = new Map<FlakeNode, LockNode>();
  for (const node of lock.nodes.values()) {
    const made =
      node === lock.root ? projectNode(input, { line: node.line }) : toNode(input, node, problems);
    const known = packages.get(made.key) ?? made;
    packages.set(made.key, known);
    byNode.set(node, known);
  }
  const resolve = inputResolver(lock);
  const edges: LockEdge[] = [];
  for (const [node, from] of byNode)
    for (const [name, way] of node.inputs) {
      const found = resolve(node, name);
      const to = found === undefined ? undefined : byNode.get(found);
      if (to === undefined)
        problems.push({ node: from, reason: `its input ${name} leads nowhere` });
      else edges.push(edge(from, to, name, way));
    }
  const root = byNode.get(lock.root);
  const manifest = fromLockfileFolder(path, "flake.nix");
  return [
    assembleGraph({
      path,
      format: "nix-flake",
      ecosystem: "nix",
      roots: root === undefined ? [] : [root],
      nodes: [...packages.values()],
      edges,
      edgeCompleteness: "complete",
      problems,
      covers: [
        ...(manifest === undefined ? [] : [manifest]),
        // What a flake of the repository asks for is locked with whoever has it as an input.
        ...[...packages.values()].flatMap(({ firstParty, installPath }) =>
          firstParty && installPath ? [`${installPath}/flake.nix`] : [],
        ),
      ],
    }),
  ];
}

function edge(
  from: LockNode,
  to: LockNode,
  name: string,
  way: string | readonly string[],
): LockEdge {
  const own = to.name.split("/").at(-1);
  return {
    from: from.key,
    to: to.key,
    kind: "runtime",
    ...(typeof way === "string"
      ? {}
      : { requirement: `follows ${way.join("/") || "the flake itself"}` }),
    ...(name === own ? {} : { alias: name }),
  };
}

function toNode(input: ReaderInput, node: FlakeNode, problems: LockProblem[]): LockNode {
  const { name, version, purl, folder, artifacts, download, problem } = flakeSource(input, node);
  // The same files, if no more is known than that.
  const fixed = node.locked === undefined ? undefined : JSON.stringify(node.locked["narHash"]);
  const key = folder ?? (purl?.includes("@") || artifacts.length > 0 ? purl : undefined);
  const made: LockNode = {
    key: key === undefined ? node.key : version === undefined && fixed ? `${key} ${fixed}` : key,
    name,
    version,
    line: node.line,
    firstParty: folder !== undefined,
    purl,
    artifacts,
    download,
    ...(folder ? { installPath: folder } : {}),
  };
  if (problem !== undefined) problems.push({ node: made, reason: problem });
  return made;
}
