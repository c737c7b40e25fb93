import type { LockEdge, LockNode, LockProblem } from "../lock-graph/node.ts";
import type { Needs } from "./edges.ts";

/** Answers in all; real projects have some thousands. */
const MAX_ANSWERS = 500_000;

/**
 * The edges to peers. A peer is what the package that asks for one has under its name: a dependency of its own, a peer of its own in
 * turn, or itself. The lockfile states none of it: each package may have several, one for each way that leads to it.
 */
export function peerEdges(
  needs: readonly Needs[],
  edges: readonly LockEdge[],
  problems: LockProblem[],
): readonly LockEdge[] {
  const byNode = new Map(needs.map((each) => [each.node, each]));
  const own = ownTargets(edges);
  const answers = new Map<LockNode, Map<string, Set<LockNode>>>();
  const askedBy = dependents(edges, byNode);
  const pending: (readonly [LockNode, string, LockNode])[] = [];
  let count = 0;
  const answer = (node: LockNode, name: string, target: LockNode) => {
    const byName = answers.get(node) ?? new Map<string, Set<LockNode>>();
    const targets = byName.get(name) ?? new Set<LockNode>();
    answers.set(node, byName.set(name, targets));
    if (targets.has(target) || count >= MAX_ANSWERS) return;
    targets.add(target);
    count += 1;
    pending.push([node, name, target]);
  };
  for (const { from, to } of edges) {
    for (const name of byNode.get(to)?.peers.keys() ?? []) {
      const target = own.get(from)?.get(name) ?? (from.name === name ? from : undefined);
      if (target !== undefined) answer(to, name, target);
    }
  }
  // What a package has as a peer, those that it asks for have too.
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [node, name, target] = next;
    for (const to of askedBy.get(node)?.get(name) ?? []) answer(to, name, target);
  }
  if (count >= MAX_ANSWERS) problems.push({ reason: "its peers are too many to be followed" });
  return needs.flatMap((each) => edgesTo(each, answers.get(each.node), own, problems));
}

function edgesTo(
  { node: from, peers }: Needs,
  answers: ReadonlyMap<string, ReadonlySet<LockNode>> | undefined,
  own: Targets,
  problems: LockProblem[],
): readonly LockEdge[] {
  return [...peers].flatMap(([name, { range, isOptional, isImplied }]) => {
    if (isImplied === true) return [];
    const targets = answers?.get(name);
    if (targets === undefined) {
      const isMissing = !isOptional && !from.firstParty && own.get(from)?.has(name) !== true;
      const reason = `its peer dependency ${name} is not in the lockfile`;
      if (isMissing) problems.push({ node: from, kind: "missing-peer", reason });
      return [];
    }
    const kind = isOptional ? ("optional" as const) : ("peer" as const);
    return [...targets].map((to) => ({ from, to, kind, name, range }));
  });
}

type Targets = ReadonlyMap<LockNode, ReadonlyMap<string, LockNode>>;

function ownTargets(edges: readonly LockEdge[]): Targets {
  const own = new Map<LockNode, Map<string, LockNode>>();
  for (const { from, to, name } of edges)
    own.set(from, (own.get(from) ?? new Map<string, LockNode>()).set(name, to));
  return own;
}

/** By a package and a peer of its own: the packages that it asks for and that have the same peer. */
function dependents(
  edges: readonly LockEdge[],
  byNode: ReadonlyMap<LockNode, Needs>,
): ReadonlyMap<LockNode, ReadonlyMap<string, readonly LockNode[]>> {
  const found = new Map<LockNode, Map<string, LockNode[]>>();
  for (const { from, to } of edges) {
    const mine = byNode.get(from)?.peers;
    for (const name of byNode.get(to)?.peers.keys() ?? []) {
      if (mine?.has(name) !== true) continue;
      const byName = found.get(from) ?? new Map<string, LockNode[]>();
      found.set(from, byName.set(name, [...(byName.get(name) ?? []), to]));
    }
  }
  return found;
}
