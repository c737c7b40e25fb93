import { nearest, UsageError } from "@assay/core";
import type { Component, Edge, Inventory, PackageGraph } from "../graph.ts";
import { folderOf, isBelow } from "../paths.ts";
import { edgesBySource, scopesFrom } from "../reachability.ts";

/** Whether a lockfile or manifest may say something of the packages of a folder: it lies above, in, or below it. */
export function concerns(path: string, folder: string): boolean {
  return isBelow(path, folder) || isBelow(`${folder}/`, folderOf(path));
}

/** What an inventory says of one member of a workspace. */
export interface MemberInventory {
  readonly inventory: Inventory;
  readonly notices: readonly string[];
}

const MAX_NAMED = 10;
const NOTHING: ReadonlySet<string> = new Set();

/**
 * The packages of one member: what the lockfiles above lead to from there, and all of those that lie in its folder. What only
 * the development of another member needs is not among them.
 *
 * @param folder Relative to the root of the inventory.
 * @throws UsageError when no lockfile has a member in the folder, and none could not be read.
 */
export function memberInventory(inventory: Inventory, folder: string): MemberInventory {
  const unlinked: string[] = [];
  const graphs = inventory.graphs.flatMap((graph) => {
    if (isBelow(graph.path, folder)) return [graph];
    const roots = graph.components.filter((each) => isMember(each, folder)).map(({ id }) => id);
    if (roots.length === 0) return [];
    const shared = graph.edgeCompleteness === "complete" ? NOTHING : sharedBy(graph);
    if (shared.size > 0) unlinked.push(graph.path);
    return [reachedFrom(graph, roots, { folder, shared })];
  });
  if (graphs.length === 0 && inventory.skipped.every(({ kind }) => kind === "excluded"))
    throw noMember(inventory, folder);
  return {
    inventory: { ...inventory, graphs },
    notices: unlinked.map(
      (path) =>
        `${path} does not say of every package who needs it: those of which it does not count as ${folder}'s too.`,
    ),
  };
}

function isMember({ firstParty, installPath }: Component, folder: string): boolean {
  return firstParty && installPath === folder;
}

/** What no known way leads to from any member: anybody may need it. */
function sharedBy({ components, edges }: PackageGraph): ReadonlySet<string> {
  const own = components.filter(({ firstParty }) => firstParty).map(({ id }) => id);
  const reached = scopesFrom(own, edges);
  return new Set(components.map(({ id }) => id).filter((id) => !reached.has(id)));
}

function reachedFrom(
  graph: PackageGraph,
  roots: readonly string[],
  { folder, shared }: { readonly folder: string; readonly shared: ReadonlySet<string> },
): PackageGraph {
  const isRoot = new Set(roots);
  const others = new Set(
    graph.components.filter((each) => each.firstParty && !isRoot.has(each.id)).map(({ id }) => id),
  );
  // Who uses a member needs neither its tests nor the tools of its developers.
  const isNeeded = ({ from, kind }: Edge) =>
    !others.has(from) || (kind !== "development" && kind !== "test");
  const needed = graph.edges.filter(isNeeded);
  const scopes = scopesFrom(roots, needed);
  const outgoing = edgesBySource(needed);
  const direct = new Set(roots.flatMap((root) => (outgoing.get(root) ?? []).map(({ to }) => to)));
  const isKept = (id: string) => scopes.has(id) || shared.has(id);
  return {
    ...graph,
    roots,
    components: graph.components.flatMap((each) => {
      const scope = scopes.get(each.id);
      if (scope === undefined) return shared.has(each.id) ? [each] : [];
      const isDirect = each.direct === undefined ? {} : { direct: direct.has(each.id) };
      return [{ ...each, scope, ...isDirect }];
    }),
    edges: needed.filter(({ from, to }) => isKept(from) && isKept(to)),
    covers: graph.covers.filter((path) => isBelow(path, folder)),
    gaps: graph.gaps.filter(
      ({ componentId: id }) => id === undefined || scopes.has(id) || shared.has(id),
    ),
  };
}

function noMember({ graphs }: Inventory, folder: string): UsageError {
  const members = graphs
    .flatMap(({ components }) => components)
    .flatMap(({ firstParty, installPath = "" }) => (firstParty ? installPath : []));
  const known = [...new Set(members)].filter((path) => path !== "").sort();
  const near = nearest(folder, known);
  const more = known.length > MAX_NAMED ? ` and ${known.length - MAX_NAMED} more` : "";
  const list = known.length === 0 ? "none" : known.slice(0, MAX_NAMED).join(", ");
  return new UsageError(
    `No lockfile in or above ${folder} has a member of a workspace there${near === undefined ? "" : `; did you mean ${near}?`}`,
    {
      hint: `Name the folder of a member (there are: ${list}${more}), or set \`working-directory\` to look at a project of its own.`,
    },
  );
}
