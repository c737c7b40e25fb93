import type { EdgeKind } from "../../../graph.ts";
import { workspaceMatcher } from "../workspaces.ts";
import type { NpmEntry, NpmLockfile } from "./entry.ts";
import { followLink, isInstalledKey, linkTarget, nodeResolution } from "./resolution.ts";

/** An edge between entries, and the name under which the target is asked for. */
export interface NpmEdge {
  readonly from: NpmEntry;
  readonly to: NpmEntry;
  readonly kind: EdgeKind;
  readonly name: string;
  /** As it is written; empty where nothing is. */
  readonly range: string;
}

/** A requirement that nothing in the lockfile fulfils. */
export interface Unmet {
  readonly from: NpmEntry;
  readonly name: string;
  readonly kind: EdgeKind;
}

export interface Wanted {
  readonly kind: EdgeKind;
  readonly required: boolean;
  readonly range: string;
}

/**
 * Every edge of the lockfile by Node's resolution, and every requirement that must be met and is not.
 *
 * @param workspaces The patterns of the project's workspaces.
 */
export function npmEdges(
  lockfile: NpmLockfile,
  workspaces: readonly string[],
): {
  readonly edges: readonly NpmEdge[];
  readonly unmet: readonly Unmet[];
} {
  const resolve = nodeResolution(lockfile.entries);
  const edges: NpmEdge[] = [];
  const unmet: Unmet[] = [];
  for (const from of lockfile.entries.values()) {
    if (from.flags.has("link")) continue;
    for (const [name, { kind, required, range }] of wantedBy(from)) {
      const to = resolve(from.key, name);
      if (to !== undefined && to !== from)
        edges.push({ from, to, kind: edgeKind(lockfile, from, to, kind), name, range });
      else if (to === undefined && required) unmet.push({ from, name, kind });
    }
  }
  return { edges: [...edges, ...workspaceEdges(lockfile, workspaces)], unmet };
}

/**
 * Version 1 writes optional dependencies among the others. Its flag says that only optional ways lead to an entry, so each way
 * into these is optional.
 */
function edgeKind({ nested }: NpmLockfile, from: NpmEntry, to: NpmEntry, kind: EdgeKind): EdgeKind {
  const entersOptional = to.flags.has("optional") && !from.flags.has("optional");
  return nested && kind === "runtime" && entersOptional ? "optional" : kind;
}

/**
 * What an entry asks for. Where a name stands in several lists the later of peer, production, optional and development
 * counts, as in npm. Development dependencies count only for the developer's own folders: nobody installs those of a package.
 */
export function wantedBy(entry: NpmEntry): ReadonlyMap<string, Wanted> {
  const all = new Map<string, Wanted>();
  for (const [name, range] of entry.peerDependencies) {
    const optional = entry.optionalPeers.has(name);
    all.set(name, { kind: optional ? "optional" : "peer", required: !optional, range });
  }
  for (const [name, range] of entry.dependencies)
    all.set(name, { kind: "runtime", required: true, range });
  for (const [name, range] of entry.optionalDependencies)
    all.set(name, { kind: "optional", required: false, range });
  if (isInstalledKey(entry.key)) return all;
  for (const [name, range] of entry.devDependencies)
    all.set(name, { kind: "development", required: true, range });
  return all;
}

/** npm links every workspace into the root's `node_modules`: the root needs them all. */
function workspaceEdges(
  { entries }: NpmLockfile,
  workspaces: readonly string[],
): readonly NpmEdge[] {
  const root = entries.get("");
  if (root === undefined || workspaces.length === 0) return [];
  const membershipOf = workspaceMatcher(workspaces);
  const edges: NpmEdge[] = [];
  for (const link of entries.values()) {
    if (!link.flags.has("link") || !link.key.startsWith("node_modules/")) continue;
    const to = followLink(entries, link);
    if (to === undefined || to === root || membershipOf(linkTarget(link)) === "other") continue;
    const name = link.key.slice("node_modules/".length);
    edges.push({ from: root, to, kind: "runtime", name, range: "" });
  }
  return edges;
}
