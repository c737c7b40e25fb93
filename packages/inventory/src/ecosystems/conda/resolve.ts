import type { LockEdge, LockNode, LockProblem } from "../../assemble/parts.ts";
import type { EdgeKind, PackageArtifact, Scope } from "../../graph.ts";
import { allOf } from "../pypi/condition.ts";
import { contextCondition } from "./conditions.ts";
import { askedExtras } from "./extras.ts";
import type { CondaContext, CondaEntry, CondaNeed, OwnNeeds } from "./package.ts";
import { type Targets, targetsIn } from "./targets.ts";

export interface Resolved {
  /** The root is none of them. */
  readonly nodes: readonly LockNode[];
  readonly edges: readonly LockEdge[];
  readonly problems: readonly LockProblem[];
  /** What the project asks for and no package is, by the numbers of contexts. */
  readonly missing: ReadonlyMap<string, readonly number[]>;
}

/** Real lockfiles need some hundred thousand. */
const MAX_LOOKUPS = 2_000_000;
const STRENGTH: readonly Scope[] = ["runtime", "optional", "development"];

/**
 * Packages and edges of a lockfile: a name leads to the package of that name in the same environment on the same platform, and what PyPI's
 * packages ask for may be a package of conda. What holds in some contexts only is a condition.
 */
export function resolve(contexts: readonly CondaContext[], own: OwnNeeds | undefined): Resolved {
  const packages = new Map<string, Placed>();
  const edges = new Map<string, Map<string, Found>>();
  const problems: LockProblem[] = [];
  const missing = new Map<string, number[]>();
  const isAsked = askedExtras(contexts, own);
  let lookups = 0;
  const follow = (
    from: string,
    needs: readonly CondaNeed[],
    targets: Targets,
    context: number,
    lost: (need: CondaNeed) => void,
  ): readonly string[] => {
    const found: string[] = [];
    lookups += needs.length;
    if (lookups > MAX_LOOKUPS) return found;
    for (const need of needs) {
      if (need.ofExtras !== undefined && !isAsked(from, need.ofExtras)) continue;
      const to = targets.find(need);
      if (to === undefined) lost(need);
      else if (to.key !== from) {
        addEdge(edges, from, to.key, context, need, "runtime");
        found.push(to.key);
      }
    }
    return found;
  };
  for (const [number, context] of contexts.entries()) {
    const targets = targetsIn(context.entries, problems, context);
    const within = new Map<string, readonly string[]>();
    for (const entry of new Set(context.entries)) {
      place(packages, entry, number);
      if (context.isUnused === true) continue;
      const found = follow(entry.key, entry.needs, targets, number, (need) => {
        // A marker says when it is needed, and this platform is none of those.
        if (need.condition === undefined) problems.push(lostNeed(entry, need));
      });
      within.set(entry.key, found);
    }
    const { builds } = context;
    if (builds !== undefined)
      for (const key of headsOf(within))
        if (key !== builds.key)
          addEdge(edges, builds.key, key, number, { manager: "conda", name: "" }, "build");
    if (own !== undefined && isOfProject(context))
      follow(own.root.key, own.needsIn(number), targets, number, (need) => {
        const known = missing.get(need.name);
        if (need.condition !== undefined) return;
        if (known === undefined) missing.set(need.name, [number]);
        else known.push(number);
      });
  }
  if (lookups > MAX_LOOKUPS)
    problems.push({ reason: `its environments have more than ${MAX_LOOKUPS} dependencies` });
  const everywhere = contexts.flatMap((context, each) => (isOfProject(context) ? [each] : []));
  const contextsOf = (key: string) => packages.get(key)?.contexts ?? everywhere;
  return {
    nodes: [...packages.values()].map((placed) => toNode(placed, contexts)),
    edges: [...edges].flatMap(([from, targets]) =>
      [...targets.values()].map((found) =>
        toEdge(from, found, contexts, contextsOf(from), from === own?.root.key),
      ),
    ),
    problems,
    missing,
  };
}

/**
 * Those that lead to all others: what nothing else asks for, and one of each circle that is left. Of the environment that a source is
 * built in, a lockfile lists every package and does not say which ones the source itself asks for.
 */
function headsOf(needs: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const asked = new Set([...needs.values()].flat());
  const keys = [...needs.keys()];
  const reached = new Set<string>();
  const heads: string[] = [];
  for (const head of [...keys.filter((key) => !asked.has(key)), ...keys]) {
    if (reached.has(head)) continue;
    heads.push(head);
    const pending = [head];
    for (let key = pending.pop(); key !== undefined; key = pending.pop()) {
      if (reached.has(key)) continue;
      reached.add(key);
      for (const each of needs.get(key) ?? []) pending.push(each);
    }
  }
  return heads;
}

function isOfProject({ builds, isUnused }: CondaContext): boolean {
  return builds === undefined && isUnused !== true;
}

interface Placed {
  readonly node: LockNode;
  readonly contexts: number[];
  /** By what they are, with the contexts that use them. */
  readonly artifacts: Map<string, { readonly artifact: PackageArtifact; contexts: number[] }>;
}

function place(packages: Map<string, Placed>, entry: CondaEntry, context: number): void {
  const { key, node, artifact } = entry;
  let placed = packages.get(key);
  if (placed === undefined) {
    placed = { node, contexts: [], artifacts: new Map() };
    packages.set(key, placed);
  }
  if (placed.contexts.at(-1) !== context) placed.contexts.push(context);
  if (artifact === undefined) return;
  const name = JSON.stringify(artifact);
  const known = placed.artifacts.get(name);
  if (known === undefined) placed.artifacts.set(name, { artifact, contexts: [context] });
  else if (known.contexts.at(-1) !== context) known.contexts.push(context);
}

function toNode({ node, contexts: all, artifacts }: Placed, contexts: readonly CondaContext[]) {
  return {
    ...node,
    statedScope: node.statedScope ?? strongest(contexts, all),
    artifacts: [...artifacts.values()].map(({ artifact, contexts: some }) => {
      const condition = contextCondition(contexts, some, all);
      return condition === undefined ? artifact : { ...artifact, condition };
    }),
  };
}

interface Found {
  readonly to: string;
  readonly kind: EdgeKind;
  readonly need: CondaNeed;
  readonly contexts: number[];
}

function addEdge(
  edges: Map<string, Map<string, Found>>,
  from: string,
  to: string,
  context: number,
  need: CondaNeed,
  kind: EdgeKind,
): void {
  let targets = edges.get(from);
  if (targets === undefined) {
    targets = new Map();
    edges.set(from, targets);
  }
  const key = `${to}\0${kind}\0${need.condition ?? ""}`;
  const known = targets.get(key);
  if (known === undefined) targets.set(key, { to, kind, need, contexts: [context] });
  else if (known.contexts.at(-1) !== context) known.contexts.push(context);
}

/** An edge that is only in weaker environments than who asks is a weaker edge. */
function toEdge(
  from: string,
  { to, kind, need, contexts: some }: Found,
  contexts: readonly CondaContext[],
  all: readonly number[],
  isRoot: boolean,
): LockEdge {
  const scope = strongest(contexts, some);
  const isWeaker = scope !== (isRoot ? "runtime" : strongest(contexts, all));
  // Build environments are no contexts of who is built in them.
  const condition = kind === "build" ? undefined : contextCondition(contexts, some, all);
  return {
    from,
    to,
    kind: kind === "runtime" && isWeaker ? scope : kind,
    requirement: need.requirement,
    condition: allOf(need.condition, condition),
  };
}

function strongest(contexts: readonly CondaContext[], numbers: readonly number[]): Scope {
  const found = new Set(numbers.map((each) => contexts[each]?.scope));
  return STRENGTH.find((each) => found.has(each)) ?? "runtime";
}

function lostNeed({ node }: CondaEntry, { name }: CondaNeed): LockProblem {
  return { node, reason: `its dependency ${name} is not in the lockfile` };
}
