import type { Found, Read } from "./document.ts";
import { type Documents, PEERS, type Peer } from "./tools.ts";

/** A package, or an edge between packages that both have, that only one of two has. */
export interface Difference {
  readonly peer: Peer;
  /** Who has it. */
  readonly side: "ours" | "theirs";
  /** The package; of an edge the one that asks. */
  readonly found: Found;
  /** The package that is asked for. */
  readonly to?: Found;
  readonly places: readonly string[];
  readonly mine: Read;
  /** The side that has it not. */
  readonly other: Read;
}

/** Every package and edge that ours has and a peer has not, or the other way round. */
export function differences({ ours, peers }: Documents): readonly Difference[] {
  return PEERS.flatMap((peer) => [
    ...only(peer, "ours", ours, peers[peer]),
    ...only(peer, "theirs", peers[peer], ours),
  ]);
}

function only(peer: Peer, side: "ours" | "theirs", mine: Read, other: Read): readonly Difference[] {
  const common = { peer, side, mine, other };
  const packages = [...mine.packages.values()]
    .filter(({ id }) => !other.packages.has(id))
    .map((found) => ({ ...common, found, places: [...found.places] }));
  const edges = [...mine.edges].flatMap((edge) => {
    const [from = "", id = ""] = edge.split(" > ");
    const [found, to] = [mine.packages.get(from), mine.packages.get(id)];
    if (found === undefined || to === undefined || other.edges.has(edge)) return [];
    if (!other.packages.has(from) || !other.packages.has(id)) return [];
    return [{ ...common, found, to, places: [...found.places] }];
  });
  // A document without any edge says nothing of them.
  return [...packages, ...(other.edges.size === 0 ? [] : edges)];
}
