import { groupBy } from "@assay/core";
import type { Edge, EdgeKind, Scope } from "./graph.ts";

type Link = Pick<Edge, "from" | "to" | "kind">;

/** The kinds of edge that each scope adds to the ones before it, in order. */
const STEPS: readonly (readonly [Scope, ReadonlySet<EdgeKind>])[] = [
  ["runtime", new Set(["runtime", "peer"])],
  ["optional", new Set(["runtime", "peer", "optional"])],
  ["development", new Set(["runtime", "peer", "optional", "development", "build", "test"])],
];

/**
 * The scope of everything that a way leads to from the roots: what production edges reach is `runtime`, what optional ones
 * reach on top of that is `optional`, what only development, build and test edges reach is `development`. Whatever no way leads to
 * is absent.
 */
export function scopesFrom(
  roots: readonly string[],
  edges: readonly Link[],
): ReadonlyMap<string, Scope> {
  const outgoing = edgesBySource(edges);
  const scopes = new Map<string, Scope>(roots.map((id) => [id, "runtime"]));
  for (const [scope, kinds] of STEPS) {
    const pending = [...scopes.keys()];
    for (let from = pending.pop(); from !== undefined; from = pending.pop()) {
      for (const edge of outgoing.get(from) ?? []) {
        if (!kinds.has(edge.kind) || scopes.has(edge.to)) continue;
        scopes.set(edge.to, scope);
        pending.push(edge.to);
      }
    }
  }
  return scopes;
}

/**
 * Of the scope that edges lead to and the one that a lockfile states, the one that needs more: tools install by what is stated, and either
 * may be understated.
 */
export function strongerScope(computed: Scope | undefined, stated: Scope | undefined): Scope {
  return STEPS.find(([scope]) => scope === computed || scope === stated)?.[0] ?? "runtime";
}

/** The edges that start at each component. */
export function edgesBySource<E extends Link>(
  edges: readonly E[],
): ReadonlyMap<string, readonly E[]> {
  return groupBy(edges, ({ from }) => from);
}
