import type { Edge, EdgeKind } from "../../graph.ts";
import { scopesFrom } from "../../reachability.ts";
import { allOf, anyOf, extraCondition, groupCondition } from "./condition.ts";
import type { Need } from "./entry.ts";

/**
 * The edges of a lockfile, sorted, each once, between entries' keys. Needs of an extra count only where something that is reached asks
 * for the extra; where it is asked for on weaker terms than the package itself, the edge is of that weaker kind. Extras and dependency
 * groups of roots are what a user may ask for: optional and development.
 */
export function resolveEdges(roots: readonly string[], needs: readonly Need[]): readonly Edge[] {
  const scopes = scopesFrom(roots, pairEdges(roots, needs));
  const isRoot = new Set(roots);
  const found = new Map<string, { edge: Edge; conditions: (string | undefined)[] }>();
  for (const need of needs) {
    const { from, to, extra, group, requirement, condition } = need;
    if (from === to) continue;
    // Without roots nobody is known to ask for anything, and every extra that is locked was asked for by somebody.
    const kind = isRoot.size === 0 ? "runtime" : kindOf(need, scopes);
    if (kind === undefined) continue;
    const when = allOf(
      extra === undefined || condition?.includes("extra") ? undefined : extraCondition(extra),
      group === undefined ? undefined : groupCondition(group),
      condition,
    );
    const key = JSON.stringify([from, to, kind]);
    const known = found.get(key);
    if (known !== undefined) known.conditions.push(when);
    else {
      const edge: Edge = { from, to, kind, ...(requirement ? { requirement } : {}) };
      found.set(key, { edge, conditions: [when] });
    }
  }
  return [...found.keys()].sort().flatMap((key) => {
    const { edge, conditions = [] } = found.get(key) ?? {};
    const condition = anyOf(conditions);
    return edge === undefined ? [] : condition === undefined ? edge : { ...edge, condition };
  });
}

function kindOf(
  { from, extra, group, chosenBy }: Need,
  scopes: ReturnType<typeof scopesFrom>,
): EdgeKind | undefined {
  if (group !== undefined) return "development";
  const scope = scopes.get(extra === undefined ? from : pair(from, extra));
  if (extra !== undefined && scope === undefined) return undefined;
  if (chosenBy !== undefined) return CHOSEN[chosenBy];
  return extra === undefined || scope === scopes.get(from) ? "runtime" : scope;
}

const CHOSEN = { extra: "optional", group: "development" } as const;

/** Edges between packages, and between packages with one extra: what asks for `a[x]` asks for `a` and for what `x` of it needs. */
function pairEdges(roots: readonly string[], needs: readonly Need[]): readonly Edge[] {
  const edges: Edge[] = [];
  const isRoot = new Set(roots);
  const extras = new Set<string>();
  for (const { from, to, extra, group, chosenBy, extras: asked } of needs) {
    const start = extra === undefined ? from : pair(from, extra);
    const chosen = chosenBy === undefined ? "runtime" : CHOSEN[chosenBy];
    const kind = group === undefined ? chosen : "development";
    if (extra !== undefined && !extras.has(start)) {
      extras.add(start);
      edges.push({ from: start, to: from, kind: "runtime" });
      if (isRoot.has(from)) edges.push({ from, to: start, kind: "optional" });
    }
    edges.push({ from: start, to, kind });
    for (const each of asked) edges.push({ from: start, to: pair(to, each), kind });
  }
  return edges;
}

function pair(key: string, extra: string): string {
  return `${key}\0${extra}`;
}
