/** Sets of names that are the same thing: https://en.wikipedia.org/wiki/Disjoint-set_data_structure, near linear. */
export function unionFind(): {
  readonly find: (name: string) => string;
  readonly union: (a: string, b: string) => void;
  /** The names that are one with a smaller one. */
  readonly joined: () => Iterable<string>;
} {
  const parents = new Map<string, string>();
  const find = (name: string) => {
    let [root, at] = [name, name];
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up;
    while (at !== root) {
      const up = parents.get(at) ?? root;
      parents.set(at, root);
      at = up;
    }
    return root;
  };
  return {
    find,
    joined: () => parents.keys(),
    union(a, b) {
      const [one, other] = [find(a), find(b)];
      // The smaller name stays: no order of the edges makes another set or another root.
      if (one !== other) parents.set(one < other ? other : one, one < other ? one : other);
    },
  };
}
