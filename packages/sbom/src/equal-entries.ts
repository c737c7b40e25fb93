import { groupBy } from "@assay/core";
import { type Component, type Edge, edgesBySource } from "@assay/inventory";

const MAX_ROUNDS = 100;

/**
 * Puts entries together that no reader of a document could tell apart: same identity, and the same dependencies all the way
 * down. A package that is installed in two places with different dependencies stays two, so that no way through the document
 * leads where none leads in the lockfile.
 *
 * Partition refinement: start from equal `identity`, split by what the edges lead to until nothing splits any more. Where
 * that takes too many rounds, every entry stays alone.
 */
export function groupEqualEntries(
  components: readonly Component[],
  edges: readonly Edge[],
  identity: (component: Component) => string,
): readonly (readonly Component[])[] {
  const groups = [...partition(components, identity)];
  if (groups.length === components.length) return groups;
  const groupOf = new Map<string, number>();
  for (const [index, group] of groups.entries()) for (const { id } of group) groupOf.set(id, index);
  const outgoing = edgesBySource(edges);
  const targets = ({ id }: Component): string => {
    const leads = (outgoing.get(id) ?? []).map(({ to, kind }) => `${groupOf.get(to)} ${kind}`);
    return [...new Set(leads)].sort().join("\n");
  };
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const before = groups.length;
    for (let index = 0; index < before; index++) {
      const group = groups[index] ?? [];
      if (group.length < 2) continue;
      const [first = [], ...others] = partition(group, targets);
      groups[index] = first;
      // One that splits is seen by those that come after it in the same round, which only saves rounds.
      for (const other of others) {
        for (const { id } of other) groupOf.set(id, groups.length);
        groups.push(other);
      }
    }
    if (groups.length === before) return groups;
  }
  return components.map((component) => [component]);
}

function partition(
  components: readonly Component[],
  key: (component: Component) => string,
): readonly (readonly Component[])[] {
  return [...groupBy(components, key).values()];
}
