import { semverRange } from "@assay/versions";
import type { EdgeKind } from "../../../graph.ts";
import type { Member } from "../lock-graph/members.ts";
import type { LockEdge, LockNode, LockProblem } from "../lock-graph/node.ts";
import type { BerryEntry } from "./lockfile.ts";
import type { Resolve } from "./resolve.ts";
import type { BerrySettings } from "./settings.ts";

/** What a package needs, with what the project's settings add. */
export interface Needs {
  readonly entry: BerryEntry;
  readonly node: LockNode;
  readonly dependencies: ReadonlyMap<string, string>;
  readonly peers: ReadonlyMap<string, NeededPeer>;
}

export interface NeededPeer {
  readonly range: string;
  readonly isOptional: boolean;
  /** Yarn adds the types of each peer: of no use by themselves, and handed on to those that ask for them. */
  readonly isImplied?: boolean;
}

/** Only packages that come from elsewhere are extended, and only by what they do not say themselves. */
export function needsOf(
  nodes: ReadonlyMap<BerryEntry, LockNode>,
  { extensions }: BerrySettings,
): readonly Needs[] {
  return [...nodes].map(([entry, node]) => {
    const dependencies = new Map(entry.dependencies);
    const peers = new Map<string, NeededPeer>();
    for (const [name, range] of entry.peers)
      peers.set(name, { range, isOptional: entry.optionalPeers.has(name) });
    for (const extension of extensions) {
      if (node.firstParty || extension.name !== node.name) continue;
      if (node.version === undefined || semverRange(extension.range)?.(node.version) !== true)
        continue;
      for (const [name, range] of extension.dependencies)
        if (!dependencies.has(name) && !peers.has(name)) dependencies.set(name, range);
      for (const [name, range] of extension.peers)
        if (!peers.has(name))
          peers.set(name, { range, isOptional: extension.optionalPeers.has(name) });
    }
    for (const name of [...peers.keys()].map(typesOf))
      if (name !== undefined && !peers.has(name))
        peers.set(name, { range: "*", isOptional: true, isImplied: true });
    return { entry, node, dependencies, peers };
  });
}

/** `@types/a`, `@types/s__a` */
function typesOf(name: string): string | undefined {
  if (name.startsWith("@types/")) return undefined;
  return `@types/${name.startsWith("@") ? name.slice(1).replace("/", "__") : name}`;
}

/** The edges to what packages name as dependencies. Those of members have the kinds of their manifests. */
export function dependencyEdges(
  needs: readonly Needs[],
  members: ReadonlyMap<LockNode, Member>,
  resolve: Resolve,
  problems: LockProblem[],
): readonly LockEdge[] {
  const edges: LockEdge[] = [];
  for (const { entry, node: from, dependencies } of needs) {
    const member = members.get(from);
    for (const [name, range] of dependencies) {
      const to = resolve(entry, name, range);
      if (to === undefined)
        problems.push({ node: from, reason: `its dependency ${name} is not in the lockfile` });
      else edges.push({ from, to, kind: kindOf(entry, member, name), name, range });
    }
  }
  return edges;
}

/** The lockfile writes all dependencies of a member into one list. */
function kindOf({ optional }: BerryEntry, member: Member | undefined, name: string): EdgeKind {
  const manifest = member?.manifest?.entry;
  if (manifest?.devDependencies.has(name) && !manifest.dependencies.has(name)) return "development";
  return optional.has(name) || manifest?.optionalDependencies.has(name) ? "optional" : "runtime";
}
