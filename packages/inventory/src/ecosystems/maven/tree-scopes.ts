import { groupBy } from "@assay/core";
import type { EdgeKind } from "../../graph.ts";
import type { TreeNode } from "./collect.ts";
import type { Dependency } from "./model.ts";

/** One dependency of one place in the tree, before scopes are inherited. */
export interface RawEdge {
  readonly from: TreeNode;
  readonly to: TreeNode;
  readonly by: Dependency;
  readonly requirement: string | undefined;
  readonly scope: string;
  readonly isManagedScope: boolean;
  readonly isDirect: boolean;
}

/** Widest first. */
const SCOPES = ["compile", "runtime", "provided", "system", "test"];

/** As it is inherited: `compile` below `runtime` is `runtime`. */
export function derived(parent: string, own: string): string {
  if (own === "system" || own === "test" || parent === "compile") return own;
  if (parent === "test" || parent === "runtime") return parent;
  return "provided";
}

/** A direct dependency has the scope that it states, any other the widest of those that lead to it. */
export function scopesOf(root: TreeNode, edges: readonly RawEdge[]): ReadonlyMap<TreeNode, string> {
  const scopes = new Map<TreeNode, string>();
  const outgoing = groupBy(edges, ({ from }) => from);
  const direct = new Set<TreeNode>();
  const pending: TreeNode[] = [];
  for (const { to, scope } of outgoing.get(root) ?? []) {
    if (direct.has(to)) continue;
    direct.add(to);
    scopes.set(to, scope);
    pending.push(to);
  }
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    for (const { to, scope, isManagedScope } of outgoing.get(at) ?? []) {
      if (direct.has(to) || to === root) continue;
      const here = isManagedScope ? scope : derived(scopes.get(at) ?? "compile", scope);
      const known = scopes.get(to);
      if (known !== undefined && !isNarrower(known, here)) continue;
      scopes.set(to, here);
      pending.push(to);
    }
  }
  return scopes;
}

/** Whether a scope reaches less far than another one. */
export function isNarrower(scope: string, other: string): boolean {
  return SCOPES.indexOf(scope) > SCOPES.indexOf(other);
}

/** @param scope as it is stated or inherited */
export function kindOf(scope: string, isOptional: boolean): EdgeKind {
  if (scope === "test") return "test";
  // Whoever uses the project gets these from elsewhere.
  if (scope === "provided" || scope === "system") return "build";
  return isOptional ? "optional" : "runtime";
}
