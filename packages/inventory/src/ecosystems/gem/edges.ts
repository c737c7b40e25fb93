import type { LockEdge, LockNode, LockProblem } from "../../assemble/parts.ts";
import type { GemNode } from "./nodes.ts";
import type { GemRequirement } from "./parse.ts";
import { variantsFor } from "./platform.ts";

/** Bundler itself is asked for like a gem and never locked. */
const BUNDLER = "bundler";

/** Real gems have some ten. */
const MAX_VARIANTS = 64;

/** Gems by name. A lockfile has one version of each, in a variant for every platform that is built apart. */
export interface Variants {
  has(name: string): boolean;
  /** Edges to every variant of what `from` asks for that may be installed together with it. */
  edges(
    from: LockNode,
    platform: string | undefined,
    requirement: GemRequirement,
  ): readonly LockEdge[];
  readonly problems: readonly LockProblem[];
}

export function variantsByName(nodes: readonly GemNode[]): Variants {
  const byName = new Map<string, { node: LockNode; platform: string | undefined }[]>();
  const problems: LockProblem[] = [];
  for (const { node, spec } of nodes) {
    const variant = { node, platform: spec.platform };
    const known = byName.get(spec.name);
    if (known === undefined) byName.set(spec.name, [variant]);
    else if (known.length < MAX_VARIANTS) known.push(variant);
    else problems.push({ node, reason: `${spec.name} has more than ${MAX_VARIANTS} variants` });
  }
  return {
    has: (name) => name === BUNDLER || byName.has(name),
    edges(from, platform, { name, requirement }) {
      const all = byName.get(name) ?? [];
      return variantsFor(platform, all).map((target) => ({
        from: from.key,
        to: target.node.key,
        kind: "runtime",
        requirement,
        ...(all.length === 1 && target.platform === undefined
          ? {}
          : { condition: `platform ${target.platform ?? "ruby"}` }),
      }));
    },
    problems,
  };
}

/** What the gems themselves ask for. */
export function gemEdges(nodes: readonly GemNode[], variants: Variants) {
  const edges: LockEdge[] = [];
  const problems: LockProblem[] = [...variants.problems];
  for (const { node, spec } of nodes) {
    for (const dependency of spec.dependencies) {
      const found = variants.edges(node, spec.platform, dependency);
      if (found.length === 0 && dependency.name !== BUNDLER) {
        const reason = variants.has(dependency.name)
          ? `its dependency ${dependency.name} is not locked for its platform`
          : `its dependency ${dependency.name} is not in the lockfile`;
        problems.push({ node, line: dependency.line, reason });
      }
      edges.push(...found);
    }
  }
  return { edges, problems };
}
