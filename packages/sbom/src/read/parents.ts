/** Levels of what is in each other. */
const MAX_DEPTH = 40;

/**
 * Cuts ways that lead back to where they came from, or too deep.
 *
 * @param parents by the id of a part, what it is in
 */
export function cutCircles(parents: Map<string, string>, cut: () => void): void {
  const depths = new Map<string, number>();
  for (const id of parents.keys()) {
    const way: string[] = [];
    const onWay = new Set<string>();
    let at: string | undefined = id;
    while (at !== undefined && !depths.has(at) && !onWay.has(at)) {
      way.push(at);
      onWay.add(at);
      at = parents.get(at);
    }
    let depth = at === undefined || onWay.has(at) ? MAX_DEPTH : (depths.get(at) ?? 0);
    if (at === undefined) depth = -1;
    for (const each of way.reverse()) {
      if (++depth > MAX_DEPTH) {
        parents.delete(each);
        cut();
        depth = 0;
      }
      depths.set(each, depth);
    }
  }
}
