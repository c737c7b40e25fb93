import type { LockEdge, LockNode } from "../../assemble/parts.ts";
import { scopesFrom } from "../../reachability.ts";

/**
 * Edges of which the optional ones lead to nothing that is not there without them: Mix takes an optional dependency where something else
 * asks for it, and in production only if that does so there.
 */
export function withOptionalEdges(
  roots: readonly LockNode[],
  edges: readonly LockEdge[],
): readonly LockEdge[] {
  const keys = roots.map(({ key }) => key);
  const isOwn = new Set(keys);
  const isOptional = ({ from, kind }: LockEdge) => kind === "optional" && !isOwn.has(from);
  const scopes = scopesFrom(
    keys,
    edges.filter((each) => !isOptional(each)),
  );
  return edges.map((edge) =>
    isOptional(edge) && scopes.get(edge.to) === "development"
      ? { ...edge, kind: "development" }
      : edge,
  );
}
