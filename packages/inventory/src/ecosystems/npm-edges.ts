import type { Edge } from "../graph.ts";
import type { NpmEntry, NpmLockfile } from "./npm-entry.ts";
import { followLink, isInstalledKey, linkTarget, nodeResolution } from "./npm-resolution.ts";
import { workspaceMatcher } from "./npm-workspaces.ts";

/** An edge between entries, and the name under which the target is asked for. */
export interface NpmEdge {
  readonly from: NpmEntry;
  readonly to: NpmEntry;
  readonly kind: Edge["kind"];
  readonly name: string;
}

/** A requirement that nothing in the lockfile fulfils. */
export interface Unmet {
  readonly from: NpmEntry;
  readonly name: string;
  readonly kind: Edge["kind"];
}

type Wanted = ReadonlyMap<string, { readonly kind: Edge["kind"]; readonly required: boolean }>;

/** Every edge of the lockfile by Node's resolution, and every requirement that must be met and is not. */
export function npmEdges(lockfile: NpmLockfile): {
  readonly edges: readonly NpmEdge[];
  readonly unmet: readonly Unmet[];
} {
  const resolve = nodeResolution(lockfile.entries);
  const edges: NpmEdge[] = [];
  const unmet: Unmet[] = [];
  for (const from of lockfile.entries.values()) {
    if (from.flags.has("link")) continue;
    for (const [name, { kind, required }] of wanted(from)) {
      const to = resolve(from.key, name);
      if (to !== undefined && to !== from) edges.push({ from, to, kind, name });
      else if (to === undefined && required) unmet.push({ from, name, kind });
    }
  }
  return { edges: [...edges, ...workspaceEdges(lockfile)], unmet };
}

/**
 * What an entry asks for. Where a name stands in several lists the later of peer, production, optional and development
 * counts, as in npm. Development dependencies count only for the developer's own folders: nobody installs those of a package.
 */
function wanted(entry: NpmEntry): Wanted {
  const all = new Map<string, { kind: Edge["kind"]; required: boolean }>();
  for (const name of entry.peerDependencies.keys()) {
    const optional = entry.optionalPeers.has(name);
    all.set(name, { kind: optional ? "optional" : "peer", required: !optional });
  }
  for (const name of entry.dependencies.keys()) all.set(name, { kind: "runtime", required: true });
  for (const name of entry.optionalDependencies.keys())
    all.set(name, { kind: "optional", required: false });
  if (isInstalledKey(entry.key)) return all;
  for (const name of entry.devDependencies.keys())
    all.set(name, { kind: "development", required: true });
  return all;
}

/** npm links every workspace into the root's `node_modules`: the root needs them all. */
function workspaceEdges({ entries }: NpmLockfile): readonly NpmEdge[] {
  const root = entries.get("");
  if (root === undefined || root.workspaces.length === 0) return [];
  const isWorkspace = workspaceMatcher(root.workspaces);
  const edges: NpmEdge[] = [];
  for (const link of entries.values()) {
    if (!link.flags.has("link") || !link.key.startsWith("node_modules/")) continue;
    const to = followLink(entries, link);
    if (to === undefined || to === root || !isWorkspace(linkTarget(link))) continue;
    edges.push({ from: root, to, kind: "runtime", name: link.key.slice("node_modules/".length) });
  }
  return edges;
}
