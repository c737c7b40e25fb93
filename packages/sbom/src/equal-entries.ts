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
  let groups = partition(components, identity);
  const outgoing = edgesBySource(edges);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const groupOf = new Map<string, number>();
    for (const [index, group] of groups.entries())
      for (const { id } of group) groupOf.set(id, index);
    const targets = ({ id }: Component): string => {
      const led = (outgoing.get(id) ?? []).map(({ to, kind }) => `${groupOf.get(to)} ${kind}`);
      return [...new Set(led)].sort().join("\n");
    };
    const finer = groups.flatMap((group) =>
      group.length < 2 ? [group] : partition(group, targets),
    );
    if (finer.length === groups.length) return groups;
    groups = finer;
  }
  return components.map((component) => [component]);
}

function partition(
  components: readonly Component[],
  key: (component: Component) => string,
): readonly (readonly Component[])[] {
  const groups = new Map<string, Component[]>();
  for (const component of components) {
    const name = key(component);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [component]);
    else group.push(component);
  }
  return [...groups.values()];
}
